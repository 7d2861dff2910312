// send/copy.js: copies of the page that open in a given state.

/** A copy of the page before it ran. Its text is written only when it is asked for, which takes as long as a frame. @type {HTMLElement | undefined} */
let pristine;

/** Must be called before anything touches the document. */
export function keepPristine() {
  pristine = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
}

/** Whether the page is the lab's own, and so can be copied; a lab in another page has none. */
export const canCopyPage = () => pristine !== undefined;

/** The id of the block of data in a copy. */
export const BLOCK = 'initial-state';

/** A text for HTML. @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/**
 * What a copy shows where its script does not run.
 * @param {{title: string, note: string, picture: string, link: string, qr: string, says: string}} what `picture` and `qr` are SVG
 *   text, `link` is '' if there is none
 */
const withoutScript = ({title, note, picture, link, qr, says}) =>
  `<h1>${escaped(title)}</h1>${note ? `<p>${escaped(note)}</p>` : ''}<figure class="still">${picture}</figure><p>${escaped(says)}</p>` +
  (link ? `<p><a href="${escaped(link)}">${escaped(link)}</a></p><figure class="qr">${qr}</figure>` : '');

/**
 * The page as a file that opens in the state of a set-up. The set-up is data that nothing executes, so a policy with the hashes of
 * the page's own scripts still holds. Only if `canCopyPage`.
 * @param {import('./set-up.js').SetUp} setUp @param {Parameters<typeof withoutScript>[0]} what
 */
export function copyOf(setUp, what) {
  const page = /** @type {HTMLElement} */ (pristine?.cloneNode(true));
  const block = page.querySelector(`#${BLOCK}`) ?? document.createElement('script');
  block.id = BLOCK;
  block.setAttribute('type', 'application/json');
  block.textContent = JSON.stringify(setUp).replaceAll('<', '\\u003c');
  const [head, body] = page.querySelectorAll('noscript');
  head.textContent = '';
  body.textContent = withoutScript(what);
  body.after(block);
  /** @type {HTMLTitleElement} */ (page.querySelector('title')).textContent = what.title;
  return `<!doctype html>\n${page.outerHTML}\n`;
}

/** The set-up in the page, as text; '' if it has none. */
export const givenSetUp = () => document.getElementById(BLOCK)?.textContent ?? '';
