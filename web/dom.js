// dom.js: the parts of the page, by the names that index.html gives them.

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} selector @returns {any} */
export const one = (selector) => document.querySelector(selector);
/** Sets a text where it is another: the same one set again would be laid out again. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
