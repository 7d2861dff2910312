// words/word-of.js: a word by a name that a table may not have.

/** @template Word @param {Record<string, Word>} table @param {string} name @returns {Word | undefined} */
export const wordOf = (table, name) => table[name];
