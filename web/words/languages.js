// words/languages.js: the languages of the page, and which of them to start with. Each language is one file, which the build finds.
import {languages} from 'listed:languages';
import {store, stored} from '../session/storage.js';

/** All languages by their codes. */
export const LANGUAGES = new Map(languages.map((words) => [words.language.code, words]));

/** Their codes, each with its name in itself. */
export const languageNames = () =>
  Array.from(LANGUAGES.values(), ({language: {code, name}}) => /** @type {[string, string]} */ ([code, name]));

/** The words of a language; English if there is no such language. @param {string} code */
export const wordsIn = (code) => /** @type {Words} */ (LANGUAGES.get(code) ?? LANGUAGES.get('en'));

/**
 * The language to start with: the one asked for, by the page's address unless given, the last choice or the browser's list, in
 * this order; otherwise English.
 * @param {string | null} [asked]
 */
export function wanted(asked = new URLSearchParams(location.search).get('lang')) {
  const all = [asked, stored('language'), ...(navigator.languages ?? [])];
  // "es-MX" is Spanish too.
  return all.map((one) => one?.toLowerCase().split('-')[0] ?? '').find((one) => LANGUAGES.has(one)) ?? 'en';
}

/** Stores a choice for the next visit, and changes the address if that, or the page, names another language. @param {string} language @param {boolean} [named] whether the page does */
export function keep(language, named = false) {
  store('language', language);
  const address = new URL(location.href);
  if (!named && !address.searchParams.has('lang')) return;
  address.searchParams.set('lang', language);
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // A page in a strict sandbox, or opened from disk, may not change its address.
  }
}
