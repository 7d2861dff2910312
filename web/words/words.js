// words/words.js: the texts of the page, in the language that is chosen.
import {words as en} from './en.js';
import {words as es} from './es.js';
import {take, wanted} from './language.js';

/** By language. @type {Record<string, typeof en>} */
export const TABLES = {en, es};

/** The table of the language; another one after `speak`. */
export let words = en;

/** Speaks another language from now on; what stands on the page already stays as it is. @param {string} language */
export function speak(language) {
  words = TABLES[language];
  take(language, words);
}

speak(wanted());
