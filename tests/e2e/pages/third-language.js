// pages/third-language.js: a language in one file, which a test adds to those in web/words: English in brackets, with a
// decimal comma. Whatever stands outside of brackets is in no language, or has been forgotten.
import en from '../../../web/words/en.js';
import {numbersWith} from '../../../web/words/format.js';

/** @param {string} text */
const inBrackets = (text) =>
  /\p{L}/u.test(text) ? `⟦${text.replace(/(?<![\d.])(\d+)\.(\d+)(?!\.?\d)/g, '$1,$2')}⟧` : text;

/** The same with every text in brackets, also what functions give. @param {any} part @returns {any} */
function said(part) {
  if (typeof part === 'string') return inBrackets(part);
  if (typeof part === 'function') return (...given) => said(part(...given));
  if (!part || typeof part !== 'object' || part instanceof RegExp || ArrayBuffer.isView(part)) return part;
  if (Array.isArray(part)) return part.map(said);
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, said(one)]));
}

const numbers = numbersWith(',');
/** By which the words of the glossary are found. */
const glossary = en.glossary.map(([form, text]) => [form, inBrackets(text)]);

/** @type {Words} */
export default {
  ...said(en),
  language: {code: 'qx', name: 'Bracketed', show: 'Show in brackets', choose: inBrackets('Language')},
  numbers,
  glossary,
};
