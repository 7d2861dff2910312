// dom.js: the parts of the page, by the names that index.html gives them.

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} selector @returns {any} */
export const one = (selector) => document.querySelector(selector);
