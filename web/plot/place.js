// plot/place.js: where a lab stands: its element, what is found in it, what it listens to. All of it ends together.

/** The class of the element that carries the language and the colours of a lab. */
export const LAB = 'lab';

/** @type {WeakMap<Element, Place>} */
const places = new WeakMap();

/** The place of the lab in which an element stands. @param {Element} element @returns {Place} */
export const placeOf = (element) =>
  /** @type {Place} */ (places.get(/** @type {Element} */ (element.closest(`.${LAB}`))));

/** The words of the lab in which an element stands. @param {Element} element */
export const wordsOf = (element) => placeOf(element).words;

/**
 * What has the focus beside an element, in the same document or shadow tree.
 * @param {Node} node @returns {HTMLElement | null}
 */
export const focusedBeside = (node) =>
  /** @type {HTMLElement | null} */ (/** @type {Document | ShadowRoot} */ (node.getRootNode()).activeElement ?? null);

/** Whether the focus is on an element or within it. @param {Element} element */
export const hasFocus = (element) => element.matches(':focus, :focus-within');

export class Place {
  #end = new AbortController();
  /** By token: asking the browser makes it settle its styles each time, which costs more than the drawing. @type {Map<string, string>} */
  #tokens = new Map();
  /** Lets go of what hands hold of the plots, each by its own way. @type {Set<() => void>} */
  held = new Set();

  /**
   * @param {HTMLElement} element carries the language, the colours and what is open, and hears all that happens
   * @param {HTMLElement} body holds the parts
   * @param {import('./door.js').Door} door for what the views ask of the lab
   * @param {Words} words of its language
   */
  constructor(element, body, door, words) {
    this.element = element;
    this.body = body;
    this.door = door;
    this.words = words;
    door.open(element, this.signal);
    places.set(element, this);
  }

  // --- what is found in it ---

  /** @param {string} id */
  byId(id) {
    return /** @type {HTMLElement} */ (this.body.querySelector(`#${id}`));
  }

  /** The first that matches. @param {string} selector @returns {any} */
  one(selector) {
    return this.body.querySelector(selector);
  }

  /** All that match. @param {string} selector @returns {any[]} */
  all(selector) {
    return [...this.body.querySelectorAll(selector)];
  }

  /** What has the focus in it, or in the page around it. */
  get focused() {
    return focusedBeside(this.body);
  }

  /** A value of the style sheet by its name, as the theme has it now. @param {string} token */
  token(token) {
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    const found = getComputedStyle(this.element).getPropertyValue(`--${token}`).trim();
    this.#tokens.set(token, found);
    return found;
  }

  /** The theme has changed: every value is asked for anew. */
  forgetTokens() {
    this.#tokens.clear();
  }

  /** Lets go of all that hands hold: what it stood for is not on show any more, or will not be in the next frame. */
  letGo() {
    for (const drop of this.held) drop();
  }

  // --- what ends with it ---

  /** Aborted when the lab is taken away. */
  get signal() {
    return this.#end.signal;
  }

  /**
   * Listens, to what happens in the lab unless another target is given.
   * @param {string | string[]} types @param {(event: any) => void} heard
   * @param {AddEventListenerOptions & {target?: EventTarget}} [how]
   */
  listen(types, heard, {target = this.element, ...options} = {}) {
    for (const type of [types].flat()) target.addEventListener(type, heard, {...options, signal: this.signal});
  }

  /** A press of one of its buttons. @param {string} id @param {() => void} act */
  press(id, act) {
    this.listen('click', act, {target: this.byId(id)});
  }

  /** Calls `end` when the lab is taken away. @param {() => void} end */
  atEnd(end) {
    this.signal.addEventListener('abort', end, {once: true});
  }

  /**
   * A call that is made once in the next frame, however often it is asked for until then; `cancel` takes it back.
   * @param {() => void} call
   */
  inNextFrame(call) {
    let asked = 0;
    const cancel = () => {
      cancelAnimationFrame(asked);
      asked = 0;
    };
    this.atEnd(cancel);
    const ask = () => {
      if (this.signal.aborted) return;
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        call();
      });
    };
    return Object.assign(ask, {cancel});
  }

  /**
   * A call that is made once nobody has asked for it for so many ms; `cancel` takes it back, `now` does not wait.
   * @param {() => void} call @param {number} ms
   */
  afterRest(call, ms) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let waiting;
    const cancel = () => {
      clearTimeout(waiting);
      waiting = undefined;
    };
    this.atEnd(cancel);
    const ask = () => {
      cancel();
      if (!this.signal.aborted)
        waiting = setTimeout(() => {
          waiting = undefined;
          call();
        }, ms);
    };
    /** Makes the call at once, if it waits. */
    const now = () => {
      if (waiting === undefined) return;
      cancel();
      call();
    };
    return Object.assign(ask, {cancel, now});
  }

  /** Calls `resized` with the width of an element whenever that changes, and at first. @param {Element} element @param {(width: number) => void} resized */
  watchWidth(element, resized) {
    const observer = new ResizeObserver(([{contentRect}]) => resized(contentRect.width));
    observer.observe(element);
    this.atEnd(() => observer.disconnect());
  }

  /** Takes the lab's parts away, and all that listens and waits for them. */
  end() {
    this.letGo();
    this.#end.abort();
    this.body.replaceChildren();
    places.delete(this.element);
  }
}

/**
 * Calls `gone` once an element has been taken from the page for good; one that is only moved to another place comes back
 * at once. For an element's `disconnectedCallback`.
 * @param {Element} element @param {() => void} gone
 */
export const whenGone = (element, gone) => queueMicrotask(() => element.isConnected || gone());
