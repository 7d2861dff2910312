// send/site-address.js: where the lab stands on the web, for links to it.

/** The query parameters that say how an experiment is shown (page/main.js). */
const SHOWN = ['answers', 'lang', 'theme'];

/** How an experiment is shown to those who get it; '' leaves it to them. @typedef {Partial<Record<'answers' | 'lang' | 'theme', string>>} Display */

/** The address of the page without its query and fragment, if it is on the web; else the public one, if the build was given one; else ''. */
export const siteAddress = () =>
  /^https?:$/.test(location.protocol) ? location.origin + location.pathname : __ADDRESS__;

/**
 * A link to an experiment: its query and fragment alone if it is not known where the lab stands.
 * @param {string} fragment without '#' @param {Display} display
 */
export function linkTo(fragment, display) {
  const query = new URLSearchParams();
  for (const name of /** @type {(keyof Display)[]} */ (SHOWN)) if (display[name]) query.set(name, display[name]);
  return `${siteAddress()}${query.size ? `?${query}` : ''}#${fragment}`;
}
