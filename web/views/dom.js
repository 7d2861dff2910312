// views/dom.js: helpers for elements.

/** Sets the text of an element, unless it has that text already: setting it again would trigger a new layout. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
