// send/store.js: keeps the state of the lab for when the page is opened again, where the browser allows that.

import {KEY, allowed} from '../session/remembered.js';

/** How long after the last change it is written, in ms. */
const REST = 400;

/** Whether the page lies within another one. */
export const framed = () => allowed(() => window.top !== window) ?? true;
/** @param {Storage | undefined} storage @param {string} key */
const read = (storage, key) => allowed(() => JSON.parse(/** @type {Storage} */ (storage).getItem(key) ?? 'null'));

/** Whether the browser keeps anything for this page. */
export const keeps = () =>
  allowed(() => {
    sessionStorage.setItem(`${KEY}.kept`, '1');
    sessionStorage.removeItem(`${KEY}.kept`);
    return true;
  }) ?? false;

/** What a tab keeps: the state of its page, and by which addresses that is found again. @typedef {{address?: {opened: string, wrote: string}} & Record<string, any>} Kept */

/** What was kept in this tab, by its key: frames share it with all others of their page. @returns {[string, Kept][]} */
function keptInTab() {
  const storage = allowed(() => sessionStorage);
  const keys = allowed(() => Object.keys(/** @type {Storage} */ (storage))) ?? [];
  const own = keys.filter((key) => (framed() ? key.startsWith(`${KEY} `) : key === KEY));
  return own.flatMap((key) => {
    const kept = read(storage, key);
    return kept ? [/** @type {[string, Kept]} */ ([key, kept])] : [];
  });
}

/** The place of a lab that has the page to itself in the browser's storage. */
export class Store {
  #state;
  #address;
  #key;
  #opened;
  #waiting = 0;

  /** @param {() => any} state what is to be kept @param {() => string} address that the page has now */
  constructor(state, address = () => location.href) {
    this.#state = state;
    this.#address = address;
    this.#opened = address();
    this.#key = framed() ? `${KEY} ${this.#opened}` : KEY;
  }

  /**
   * What this tab had, if it was opened by the present address, or had that at the end: a reload comes by the one, a host
   * that sets a frame's first address again by the other. What is kept goes to its place from then on.
   * @param {string} preset that the address names, or '': by that alone the version before knew its own
   */
  ofTab(preset) {
    const here = this.#address();
    const found = keptInTab().find(([key, {address, preset: its}]) =>
      address ? address.opened === here || address.wrote === here : key === this.#key && (!preset || its === preset),
    );
    if (!found) return undefined;
    this.#key = found[0];
    this.#opened = found[1].address?.opened ?? this.#opened;
    return found[1];
  }

  /** What the lab had when it was last used, in whichever tab. */
  last() {
    const local = () => allowed(() => localStorage);
    return framed() ? undefined : (read(local(), KEY) ?? undefined);
  }

  /** Something has changed. */
  soon() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#write(), REST);
  }

  /** Writes at once what waits to be written. */
  now() {
    if (this.#waiting) this.#write();
  }

  #write() {
    clearTimeout(this.#waiting);
    this.#waiting = 0;
    const {history, ...state} = this.#state();
    const address = {opened: this.#opened, wrote: this.#address()};
    allowed(() => sessionStorage.setItem(this.#key, JSON.stringify({...state, history, address})));
    if (!framed()) allowed(() => localStorage.setItem(KEY, JSON.stringify(state)));
  }
}
