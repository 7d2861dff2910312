// page/styles.js: the style sheet for labs in shadow roots, which the page's own styles do not reach.
import {carried} from '../engine/carried.js';

/** @type {CSSStyleSheet | undefined} */
let made;

/** One sheet for all shadow roots, with the rules of the page's own. */
export function styles() {
  if (made) return made;
  made = new CSSStyleSheet();
  made.replaceSync(carried('lab-style'));
  return made;
}
