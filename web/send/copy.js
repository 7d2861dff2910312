// send/copy.js: copies of the page that open in a given state.
import {CITATION} from './cited.js';
import {escaped} from './svg-markup.js';

/** The page before it ran. Its text is written only when it is asked for, which takes as long as a frame. @type {HTMLElement | undefined} */
let pristine;

/** Must be called before anything touches the document. */
export function keepPristine() {
  pristine = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
}

/** Whether the page is the lab's own, and so can be copied; a lab in another page has none. */
export const canCopyPage = () => pristine !== undefined;

/** The page, byte for byte as it was opened; only if `canCopyPage`. */
export const pageText = () => `<!doctype html>\n${pristine?.outerHTML}\n`;

/** The id of the block of data in a copy. */
const BLOCK = 'initial-state';
const OLD_BLOCK = new RegExp(`<script id="${BLOCK}"[^>]*>[^<]*</script>`);

/**
 * What a copy shows where its script does not run.
 * @param {{title: string, note: string, picture: string, link: string, qr: string, says: string}} what `picture` and `qr` are SVG
 *   text, `link` is '' if there is none
 */
const withoutScript = ({title, note, picture, link, qr, says}) =>
  `<h1>${escaped(title)}</h1>${note ? `<p>${escaped(note)}</p>` : ''}<figure class="still">${picture}</figure><p>${escaped(says)}</p>` +
  (link ? `<p><a href="${escaped(link)}">${escaped(link)}</a></p><figure class="qr">${qr}</figure>` : '') +
  `<p>${escaped(CITATION)}</p>`;

/**
 * A page that opens in the state of a set-up. The set-up is data that nothing executes, so a policy with the hashes of the page's
 * own scripts still holds.
 * @param {string} page the lab, or another copy of it @param {import('./set-up.js').SetUp} setUp
 * @param {Parameters<typeof withoutScript>[0]} what
 */
export function copyOf(page, setUp, what) {
  const data = JSON.stringify(setUp).replaceAll('<', '\\u003c');
  // The script's text is untouched: all this comes before it.
  const [start, ...rest] = page.split('<script id="lab-needs">');
  const shown = `<noscript>${withoutScript(what)}</noscript><script id="${BLOCK}" type="application/json">${data}</script>`;
  const made = start
    .replace(OLD_BLOCK, '')
    .replace(/<title>[^<]*/, () => `<title>${escaped(what.title)}`)
    .replace(/<noscript><style>[^]*?<\/noscript>/, '')
    .replace(/<noscript>[^]*?<\/noscript>/, () => shown);
  return [made, ...rest].join('<script id="lab-needs">');
}

/** The set-up in the page, as text; '' if it has none. */
export const givenSetUp = () => document.getElementById(BLOCK)?.textContent ?? '';
