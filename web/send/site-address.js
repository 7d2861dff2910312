// send/site-address.js: where the lab stands on the web, for links to it.

/** The query parameters that say how an experiment is shown (page/main.js). */
const SHOWN = ['answers', 'lang', 'theme'];

/** How an experiment is shown to those who get it; '' leaves it to them. @typedef {Partial<Record<'answers' | 'lang' | 'theme', string>>} Display */

/**
 * The address of the page without its query and fragment, if it is on the web and the lab's own; else the public one, if the build was
 * given one; else ''.
 */
export const siteAddress = () =>
  !__ELEMENT__ && /^https?:$/.test(location.protocol) ? location.origin + location.pathname : __ADDRESS__;

/**
 * A link to an experiment, with the version that made it: its query and fragment alone if it is not known where the lab stands.
 * @param {string} fragment without '#' @param {Display} [display]
 */
export function linkTo(fragment, display = {}) {
  const query = new URLSearchParams({v: __VERSION__});
  for (const name of /** @type {(keyof Display)[]} */ (SHOWN)) if (display[name]) query.set(name, display[name]);
  return `${siteAddress()}?${query}#${fragment}`;
}

/**
 * The version that made a link if it is another one than this, and where it is kept beside this one ('' if it is not known where
 * the lab stands): in a folder of its name, with the same query and fragment.
 * @param {string} search the link's query @param {string} hash its fragment, with '#'
 */
export function otherVersion(search, hash) {
  const version = new URLSearchParams(search).get('v') ?? '';
  if (version === __VERSION__ || !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version)) return undefined;
  const site = siteAddress();
  if (!site) return {version, href: ''};
  const beside = new URL('.', site).pathname.endsWith(`/${__VERSION__}/`) ? '../' : '';
  return {version, href: new URL(`${beside}${version}/`, site).href + search + hash};
}
