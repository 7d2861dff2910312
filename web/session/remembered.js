// session/remembered.js: choices of a person's that outlive the page, where the browser allows that.

/** The name under which this page keeps what it keeps. */
export const KEY = 'izhikevich-lab';

/** Storage is refused by throwing, when it is looked at or when it is used. @template T @param {() => T} use @returns {T | undefined} */
export function allowed(use) {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** A choice of a person's that outlives the page, or null. @param {string} name */
export const remembered = (name) => allowed(() => localStorage.getItem(`${KEY}.${name}`)) ?? null;
/** @param {string} name @param {string} value */
export const remember = (name, value) => allowed(() => localStorage.setItem(`${KEY}.${name}`, value));
