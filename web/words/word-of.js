// words/word-of.js: looks up a word by a name that the table may not contain.

/** @template Word @param {Record<string, Word>} table @param {string} name @returns {Word | undefined} */
export const wordOf = (table, name) => table[name];
