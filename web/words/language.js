// words/language.js: which language the page speaks, and how that language writes a number.
import {remember, remembered} from '../session/remembered.js';

/** The languages that the page speaks, by their own names. @type {Record<string, string>} */
export const LANGUAGES = {en: 'English', es: 'Español'};
/** The mark before the decimals. @type {Record<string, string>} */
const MARKS = {en: '.', es: ','};

/**
 * The language, its decimal mark, how fields are labelled that are not labelled by their names, how they are called within
 * a sentence, what is said of wrong values, what the core says, and what is said of the
 * presets; `speak` changes all.
 * @type {{language: string, mark: string, labels: Record<string, string>, names: Record<string, string>, problems: any, core: any, presets: Record<string, import('./texts.d.ts').PresetWords>}}
 */
export const spoken = {language: 'en', mark: '.', labels: {}, names: {}, problems: {}, core: {}, presets: {}};

/** The address first, then what was chosen before, then the browser's list, else English. */
export function wanted() {
  if (typeof document === 'undefined') return 'en'; // a worker says nothing
  const all = [
    new URLSearchParams(location.search).get('lang'),
    remembered('language'),
    ...(navigator.languages ?? []),
  ];
  // "es-MX" is Spanish, too.
  return all.map((one) => one?.toLowerCase().split('-')[0] ?? '').find((one) => one in LANGUAGES) ?? 'en';
}

/** Takes a language from now on. @param {string} language one of LANGUAGES @param {any} words its table */
export const take = (language, {symbols: labels, names, problems, core, presets}) =>
  Object.assign(spoken, {language, mark: MARKS[language], labels, names, problems, core, presets});

/** Keeps a choice for the next time, and in the address if that names another. @param {string} language */
export function keep(language) {
  remember('language', language);
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.set('lang', language);
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // A page in a strict sandbox, or on disk, has no say over its address.
  }
}
