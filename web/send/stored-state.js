// send/stored-state.js: stores the state of the lab for the next time the page is opened, if the browser allows it.

import {KEY, allowed} from '../session/storage.js';
import {givenSetUp} from './copy.js';

/** How long after the last change the state is written, in ms. */
const REST = 400;

/** Whether the page is in a frame. */
export const framed = () => allowed(() => window.top !== window) ?? true;
/** @param {Storage | undefined} storage @param {string} key */
const read = (storage, key) => allowed(() => JSON.parse(/** @type {Storage} */ (storage).getItem(key) ?? 'null'));

/** Whether the browser stores anything for this page. */
export const keeps = () =>
  allowed(() => {
    sessionStorage.setItem(`${KEY}.kept`, '1');
    sessionStorage.removeItem(`${KEY}.kept`);
    return true;
  }) ?? false;

/** What a tab stores: the state of its page, and the addresses by which to find it again. @typedef {{address?: {opened: string, wrote: string}} & Record<string, any>} Kept */

/** What was stored in this tab, with its key: all frames of one page share the tab's storage. @returns {[string, Kept][]} */
function keptInTab() {
  const storage = allowed(() => sessionStorage);
  const keys = allowed(() => Object.keys(/** @type {Storage} */ (storage))) ?? [];
  const own = keys.filter((key) => (framed() ? key.startsWith(`${KEY} `) : key === KEY));
  return own.flatMap((key) => {
    const kept = read(storage, key);
    return kept ? [/** @type {[string, Kept]} */ ([key, kept])] : [];
  });
}

/** The browser's storage for a lab that has the page to itself. */
export class StoredState {
  #state;
  #address;
  #key;
  #opened;
  #waiting = 0;

  /** @param {() => any} state what to store @param {() => string} address the page's current one */
  constructor(state, address = () => location.href) {
    this.#state = state;
    this.#address = address;
    this.#opened = address();
    this.#key = framed() ? `${KEY} ${this.#opened}` : KEY;
  }

  /**
   * The state of this tab, if it was opened at the current address or had that address last: a reload uses the latter, and a
   * host that sets a frame's first address again the former. From then on, the state is stored under the key where it was found.
   * @param {string} preset named in the address, or '': the only way to recognise a state stored by the previous version
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

  /** The state of the lab when it was last used, in any tab. */
  last() {
    const local = () => allowed(() => localStorage);
    return framed() ? undefined : (read(local(), KEY) ?? undefined);
  }

  /** Schedules a write. */
  soon() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#write(), REST);
  }

  /** Writes at once if a write is scheduled. */
  now() {
    if (this.#waiting) this.#write();
  }

  #write() {
    clearTimeout(this.#waiting);
    this.#waiting = 0;
    const {history, ...state} = this.#state();
    const address = {opened: this.#opened, wrote: this.#address()};
    allowed(() => sessionStorage.setItem(this.#key, JSON.stringify({...state, history, address})));
    // What is done in a copy that was handed out is not what the lab itself was last used for.
    if (!framed() && !givenSetUp()) allowed(() => localStorage.setItem(KEY, JSON.stringify(state)));
  }
}
