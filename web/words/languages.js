// words/languages.js: the languages that a lab may speak, and which of them is wanted. Each is one file, which the build finds.
import {languages} from 'listed:languages';
import {store, stored} from '../session/storage.js';

/** All languages by their codes. */
export const LANGUAGES = new Map(languages.map((words) => [words.language.code, words]));

/** The words of a language; English where they are not known. @param {string} code */
export const wordsIn = (code) => /** @type {Words} */ (LANGUAGES.get(code) ?? LANGUAGES.get('en'));

/** What was asked for first: by the page's address, by what was chosen before, by the browser's list; else English. */
export function wanted() {
  const all = [new URLSearchParams(location.search).get('lang'), stored('language'), ...(navigator.languages ?? [])];
  // "es-MX" is Spanish, too.
  return all.map((one) => one?.toLowerCase().split('-')[0] ?? '').find((one) => LANGUAGES.has(one)) ?? 'en';
}

/** Keeps a choice for the next time, and in the address if that names another. @param {string} language */
export function keep(language) {
  store('language', language);
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.set('lang', language);
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // A page in a strict sandbox, or on disk, has no say over its address.
  }
}
