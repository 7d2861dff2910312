// store.js: keeps the state of the lab for when the page is opened again, where the browser allows that.

const KEY = 'izhikevich-lab';
/** How long after the last change it is written, in ms. */
const REST = 400;

/** Storage is refused by throwing, when it is looked at or when it is used. @template T @param {() => T} use @returns {T | undefined} */
function allowed(use) {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** Whether the page lies within another one. */
export const framed = () => allowed(() => window.top !== window) ?? true;
/** The address that the page was opened by: its end changes as presets are opened. */
const OPENED = typeof location === 'undefined' ? '' : location.href;
/** A frame shares what is stored with all others of its page, so it keeps to its own address. */
const keyOfTab = () => (framed() ? `${KEY} ${OPENED}` : KEY);

/** @param {Storage | undefined} storage @param {string} key */
const read = (storage, key) => allowed(() => JSON.parse(/** @type {Storage} */ (storage).getItem(key) ?? 'null'));

/** A choice of a person's that outlives the page, or null. @param {string} name */
export const remembered = (name) => allowed(() => localStorage.getItem(`${KEY}.${name}`)) ?? null;
/** @param {string} name @param {string} value */
export const remember = (name, value) => allowed(() => localStorage.setItem(`${KEY}.${name}`, value));

/** Whether the browser keeps anything for this page. */
export const keeps = () =>
  allowed(() => {
    sessionStorage.setItem(`${KEY}.kept`, '1');
    sessionStorage.removeItem(`${KEY}.kept`);
    return true;
  }) ?? false;

/** The place of a lab that has the page to itself in the browser's storage. */
export class Store {
  #state;
  #waiting = 0;

  /** @param {() => any} state what is to be kept */
  constructor(state) {
    this.#state = state;
  }

  /** What this tab had, if it was on `preset` (or wherever, with ''). @param {string} preset */
  ofTab(preset) {
    const state = read(
      allowed(() => sessionStorage),
      keyOfTab(),
    );
    return state && (!preset || state.preset === preset) ? state : undefined;
  }

  /** What the lab had when it was last used, in whichever tab. */
  last() {
    return framed()
      ? undefined
      : (read(
          allowed(() => localStorage),
          KEY,
        ) ?? undefined);
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
    const text = JSON.stringify(this.#state());
    allowed(() => sessionStorage.setItem(keyOfTab(), text));
    if (!framed()) allowed(() => localStorage.setItem(KEY, text));
  }
}
