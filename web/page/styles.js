// page/styles.js: the style sheet of a lab, for a shadow root, into which the page's own does not reach.

/** @type {CSSStyleSheet | undefined} */
let made;

/** One sheet for all shadow roots, with the rules of the page's. */
export function styles() {
  if (made) return made;
  made = new CSSStyleSheet();
  made.replaceSync(document.getElementById('lab-style')?.textContent ?? '');
  return made;
}
