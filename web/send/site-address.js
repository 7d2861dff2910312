// send/site-address.js: where the lab stands on the web, for links to it.

/** The query parameters that say how an experiment is shown (send/display.js, page/main.js). */
const SHOWN = /** @type {const} */ (['view', 'show', 'controls', 'lock', 'answers', 'poster', 'lang', 'theme']);

/** How an experiment is shown to those who get it; '' leaves it to them. @typedef {Partial<Record<typeof SHOWN[number], string>>} Display */

/**
 * The address of the page without its query and fragment, if it is on the web and the lab's own; else the public one, if the build was
 * given one; else ''.
 */
export const siteAddress = () =>
  !__ELEMENT__ && /^https?:$/.test(location.protocol) ? location.origin + location.pathname : __ADDRESS__;

/** Where the whole lab stands, for a link from another page; '' if that is not known. */
export const labAddress = () => __ADDRESS__;

/** A query that says how an experiment is shown. @param {Display} display @param {Record<string, string>} [more] before it */
export function queryOf(display, more = {}) {
  const query = new URLSearchParams(more);
  for (const name of SHOWN) if (display[name]) query.set(name, display[name]);
  // Commas need no escape in a query, and are read more easily without.
  return `${query}`.replaceAll('%2C', ',');
}

/**
 * A link to an experiment, with the version that made it: its query and fragment alone if it is not known where the lab stands.
 * @param {string} fragment without '#' @param {Display} [display]
 */
export function linkTo(fragment, display = {}) {
  return `${siteAddress()}?${queryOf(display, {v: __VERSION__})}#${fragment}`;
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
