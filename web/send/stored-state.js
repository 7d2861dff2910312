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

/** How many characters of the tab's storage the undo history may take. */
const HISTORY = 200e3;

/** What a lab's reader would not want to lose, as plain data. @param {import('../session/session.js').Session} session @param {any} screen the state of its screen */
export const keptOf = (session, screen) => ({...session.state, screen, history: session.undo.kept(HISTORY)});

/** Where a frame stands among the frames of the page around it. @param {Window} frame */
function placeIn(frame) {
  const {parent} = frame;
  for (let at = 0; at < parent.length; at += 1) if (parent[at] === frame) return at;
  return -1;
}

/** What tells this page from other frames with the same address in a tab, which share its storage: the page around it, and its place there. */
function ownName() {
  if (!framed()) return KEY;
  /** @type {number[]} */
  const places = [];
  for (let frame = /** @type {Window} */ (window); frame !== frame.parent; frame = frame.parent)
    places.unshift(placeIn(frame));
  return [KEY, places.join('.'), document.referrer, ''].join(' ');
}

/** What was stored in this tab for this page, with its key. @returns {[string, Kept][]} */
function keptInTab() {
  const storage = allowed(() => sessionStorage);
  const name = ownName();
  const keys = allowed(() => Object.keys(/** @type {Storage} */ (storage))) ?? [];
  const own = keys.filter((key) => (framed() ? key.startsWith(name) : key === name));
  return own.flatMap((key) => {
    const kept = read(storage, key);
    return kept ? [/** @type {[string, Kept]} */ ([key, kept])] : [];
  });
}

/** Under which key the page stores its state, and at which address it was opened: the same for all screens of its lab. @type {{key: string, opened: string} | undefined} */
let page;

/** The browser's storage for a lab that has the page to itself. */
export class StoredState {
  #state;
  #address;
  #last;
  #waiting = 0;

  /**
   * @param {() => any} state what to store
   * @param {{address?: () => string, last?: boolean}} [how] `address`: the page's current one; `last`: whether what is stored is also what
   *   the lab was last used for
   */
  constructor(state, {address = () => location.href, last = true} = {}) {
    this.#state = state;
    this.#address = address;
    this.#last = last;
  }

  get #page() {
    const opened = this.#address();
    return (page ??= {opened, key: framed() ? ownName() + opened : KEY});
  }

  /**
   * The state of this tab, if it was opened at the current address or had that address last: a reload uses the latter, and a
   * host that sets a frame's first address again the former. From then on, the state is stored under the key where it was found.
   * @param {string} preset named in the address, or '': the only way to recognise a state stored by the previous version
   */
  ofTab(preset) {
    const here = this.#address();
    const own = this.#page.key;
    const found = keptInTab().find(([key, {address, preset: its}]) =>
      address ? address.opened === here || address.wrote === here : key === own && (!preset || its === preset),
    );
    if (!found) return undefined;
    page = {key: found[0], opened: found[1].address?.opened ?? this.#page.opened};
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
    const {key, opened} = this.#page;
    const address = {opened, wrote: this.#address()};
    allowed(() => sessionStorage.setItem(key, JSON.stringify({...state, history, address})));
    // What is done in a copy that was handed out is not what the lab itself was last used for.
    if (this.#last && !framed() && !givenSetUp()) allowed(() => localStorage.setItem(KEY, JSON.stringify(state)));
  }
}
