// page/styles.js: the style sheet for labs in shadow roots, which the page's own styles do not reach.

/** @type {CSSStyleSheet | undefined} */
let made;

/** One sheet for all shadow roots, with the rules of the page's own. */
export function styles() {
  if (made) return made;
  made = new CSSStyleSheet();
  made.replaceSync(document.getElementById('lab-style')?.textContent ?? '');
  return made;
}
