// session/storage.js: the user's choices that outlive the page, if the browser allows it.

/** The prefix of this page's keys in the browser's storage. */
export const KEY = 'izhikevich-lab';

/** Returns undefined if the browser denies storage, which it does by throwing on access or on use. @template T @param {() => T} use @returns {T | undefined} */
export function allowed(use) {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** A stored choice of the user, or null. @param {string} name */
export const stored = (name) => allowed(() => localStorage.getItem(`${KEY}.${name}`)) ?? null;
/** @param {string} name @param {string} value */
export const store = (name, value) => allowed(() => localStorage.setItem(`${KEY}.${name}`, value));
