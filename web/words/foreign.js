// words/foreign.js: which texts on the page had to stay English, and are marked as such.

/** @type {Set<string>} */
export const foreign = new Set();
export const isForeign = (/** @type {string} */ text) => foreign.has(text);
