// views/dom.js: sets a text.

/** Sets a text where it is another: the same one set again would be laid out again. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
