// session/labels.js: what the user calls things: the name of the cell, the title of an experiment, and a note for those who get it.

/** The longest name of a cell or a pinned run, and the longest title, in characters. */
export const LONGEST_NAME = 60;
/** The longest note, in characters. */
export const LONGEST_NOTE = 2000;

/** '' where there is none. @typedef {{name: string, title: string, note: string}} Labels */
/** @type {Labels} */
export const NO_LABELS = Object.freeze({name: '', title: '', note: ''});

/** A text of at most `longest` characters without those that `unwanted` matches. @param {any} text @param {RegExp} unwanted @param {number} longest */
const asText = (text, unwanted, longest) =>
  typeof text === 'string'
    ? [
        ...text
          .slice(0, 4 * longest)
          .replace(unwanted, ' ')
          .trim(),
      ]
        .slice(0, longest)
        .join('')
    : '';

/** A text as a name: in one line, not too long, and without half characters. @param {any} text */
export const asName = (text) => asText(text, /[\p{Cc}\p{Cs}]/gu, LONGEST_NAME);

/** The labels in data of any kind. @param {any} given @returns {Labels} */
export const labelsIn = (given) => ({
  name: asName(given?.name),
  title: asName(given?.title),
  note: asText(given?.note, /(?!\n)[\p{Cc}\p{Cs}]/gu, LONGEST_NOTE),
});

/** Those that are there. @param {Labels} labels */
export const given = (labels) => Object.fromEntries(Object.entries(labels).filter(([, text]) => text));
