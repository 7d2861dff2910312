// page/print.js: prints one experiment as a sheet of its own, also where the browser is asked to print the page.
import {render} from 'lit-html';
import {plainHtml} from '../views/dom.js';
import {printSheet} from '../views/print-sheet.js';
import {styles} from './styles.js';

/** How long a browser may take to begin printing before it counts as refused, in ms. */
const PATIENCE = 500;

/**
 * @param {import('../plot/place.js').Place} place
 * @param {() => import('../views/print-sheet.js').Sheet | undefined} found what is on the sheet; undefined before anything is on show
 * @param {boolean} ownsPage whether the lab may print the page: otherwise the sheet is only saved
 */
export function printing(place, found, ownsPage) {
  const {words} = place;
  /** @type {HTMLElement | undefined} */
  let sheet;
  let begun = false;

  function make() {
    const facts = found();
    if (!facts) return undefined;
    const made = document.createElement('article');
    made.className = 'print-sheet';
    made.lang = words.language.code;
    render(printSheet(words, facts), made);
    return made;
  }
  /** Puts the sheet in place; nothing else is printed then. */
  function begin() {
    begun = true;
    if (sheet) return;
    const made = make();
    if (!made) return;
    sheet = made;
    place.body.append(made);
    place.element.toggleAttribute('data-printing', true);
  }
  function end() {
    sheet?.remove();
    sheet = undefined;
    place.element.toggleAttribute('data-printing', false);
  }

  if (ownsPage) {
    // The browser prints what stands in the page once this has returned.
    place.listen('beforeprint', begin, {target: window});
    place.listen('afterprint', end, {target: window});
    place.atEnd(end);
  }

  return {
    /** Whether the page can be printed. */
    can: ownsPage,
    /** Prints the sheet; false if the browser refuses. */
    async print() {
      begin();
      begun = false;
      window.print();
      for (let waited = 0; !begun && waited < PATIENCE; waited += 50) await new Promise((done) => setTimeout(done, 50));
      if (!begun) end();
      return begun;
    },
    /** The sheet as a page of its own, as text. */
    page() {
      const made = make();
      const rules = [...styles().cssRules]
        .map(({cssText}) => cssText)
        .filter((text) => /^(\.print-sheet|@page)/.test(text));
      const html = (/** @type {Element | null | undefined} */ element) => (element ? plainHtml(element) : '');
      return `<!doctype html>\n<html lang="${words.language.code}"><head><meta charset="utf-8"><title>${html(made?.querySelector('h1'))}</title><style>${rules.join('\n')}</style></head><body><article class="print-sheet">${html(made)}</article></body></html>\n`;
    },
  };
}
