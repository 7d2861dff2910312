// plot/place.js: where a lab lives: its root element, its parts, its listeners. They all end together.

/** The class of the element that carries a lab's language and theme. */
export const LAB = 'lab';

/** @type {WeakMap<Element, Place>} */
const places = new WeakMap();

/** The place of the lab that contains an element. @param {Element} element @returns {Place} */
export const placeOf = (element) =>
  /** @type {Place} */ (places.get(/** @type {Element} */ (element.closest(`.${LAB}`))));

/** The words of the lab that contains an element. @param {Element} element */
export const wordsOf = (element) => placeOf(element).words;

/**
 * The focused element in the same document or shadow root as `node`.
 * @param {Node} node @returns {HTMLElement | null}
 */
export const focusedBeside = (node) =>
  /** @type {HTMLElement | null} */ (/** @type {Document | ShadowRoot} */ (node.getRootNode()).activeElement ?? null);

/** Whether the focus is on an element or inside it. @param {Element} element */
export const hasFocus = (element) => element.matches(':focus, :focus-within');

/** The descriptions of canvases. @type {WeakMap<Element, string>} */
const descriptions = new WeakMap();

/** Describes a canvas to screen readers; only by its heading where the lab withholds descriptions. @param {Element} canvas @param {string} text */
export function describe(canvas, text) {
  descriptions.set(canvas, text);
  const heading = () => canvas.closest('.panel')?.querySelector('h2')?.textContent ?? '';
  canvas.setAttribute('aria-label', placeOf(canvas)?.door.reveals('descriptions') === false ? heading() : text);
}

/**
 * How the plots of a place are drawn that is there for a picture: `prepare` chooses what each canvas is drawn with, at `dots` px
 * of the canvas a px; `thinnest`: of a curve, in px; `plugin` is for Chart.js; `alone`: each plot over time has its own axis.
 * @typedef {{prepare: (canvas: HTMLCanvasElement) => void, dots: number, thinnest: number, plugin: import('chart.js').Plugin, alone: boolean}} Picture
 */

export class Place {
  #end = new AbortController();
  /** The values of tokens; each query makes the browser recompute styles, which costs more than the drawing. @type {Map<string, string>} */
  #tokens = new Map();
  /** Whether it is a figure, which shows what its author chose and nothing beside it. */
  figure = false;
  /** What may not be changed, by paths of the experiment: shown as text, without a control or a grip. @type {{any: boolean, has: (path: string) => boolean}} */
  locks = {any: false, has: () => false};
  /** What ends each drag in progress, one function for each. @type {Set<() => void>} */
  drags = new Set();

  /**
   * @param {HTMLElement} element carries the language, the theme and the state of what is open, and receives all events
   * @param {HTMLElement} body contains the parts of the lab
   * @param {import('./door.js').Door} door takes what the views ask of the lab
   * @param {Words} words in its language
   * @param {Picture} [picture] only for a picture
   */
  constructor(element, body, door, words, picture) {
    this.element = element;
    this.body = body;
    this.door = door;
    this.words = words;
    this.picture = picture;
    door.open(element, this.signal);
    places.set(element, this);
  }

  // --- finding elements ---

  /** @param {string} id */
  byId(id) {
    return /** @type {HTMLElement} */ (this.body.querySelector(`#${id}`));
  }

  /** The first element that matches. @param {string} selector @returns {any} */
  one(selector) {
    return this.body.querySelector(selector);
  }

  /** All elements that match. @param {string} selector @returns {any[]} */
  all(selector) {
    return [...this.body.querySelectorAll(selector)];
  }

  /** The focused element, in the lab or in the page around it. */
  get focused() {
    return focusedBeside(this.body);
  }

  /** The value of a CSS custom property, in the current theme. @param {string} token */
  token(token) {
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    const found = getComputedStyle(this.element).getPropertyValue(`--${token}`).trim();
    this.#tokens.set(token, found);
    return found;
  }

  /** To be called when the theme has changed: values are read again. */
  forgetTokens() {
    this.#tokens.clear();
  }

  /** Ends every drag, because what is being dragged is no longer shown, or will be gone in the next frame. */
  letGo() {
    for (const drop of this.drags) drop();
  }

  /** Describes every canvas again: what is withheld has changed. */
  describeAgain() {
    for (const canvas of this.all('canvas')) {
      const text = descriptions.get(canvas);
      if (text !== undefined) describe(canvas, text);
    }
  }

  // --- what ends with the lab ---

  /** Aborted when the lab is destroyed. */
  get signal() {
    return this.#end.signal;
  }

  /**
   * Listens for events, on the lab's element unless another target is given, until the lab is destroyed.
   * @param {string | string[]} types @param {(event: any) => void} heard
   * @param {AddEventListenerOptions & {target?: EventTarget}} [how]
   */
  listen(types, heard, {target = this.element, ...options} = {}) {
    for (const type of [types].flat()) target.addEventListener(type, heard, {...options, signal: this.signal});
  }

  /** Calls `act` when one of the lab's buttons is clicked. @param {string} id @param {() => void} act */
  press(id, act) {
    this.listen('click', act, {target: this.byId(id)});
  }

  /** Calls `end` when the lab is destroyed. @param {() => void} end */
  atEnd(end) {
    this.signal.addEventListener('abort', end, {once: true});
  }

  /**
   * Returns a function that requests a call in the next frame, once however often it is requested; `cancel` withdraws it.
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
   * Returns a function that requests a call after `ms` without another request; `cancel` withdraws it, `now` does not wait.
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
    /** Makes a pending call at once. */
    const now = () => {
      if (waiting === undefined) return;
      cancel();
      call();
    };
    return Object.assign(ask, {cancel, now});
  }

  /** Calls `resized` with the width of an element, at first and whenever it changes. @param {Element} element @param {(width: number) => void} resized */
  watchWidth(element, resized) {
    const observer = new ResizeObserver(([{contentRect}]) => resized(contentRect.width));
    observer.observe(element);
    this.atEnd(() => observer.disconnect());
  }

  /** Removes the lab's parts, its listeners and its pending calls. */
  end() {
    this.letGo();
    this.#end.abort();
    this.body.replaceChildren();
    places.delete(this.element);
  }
}

/**
 * Calls `gone` once an element has been removed for good; an element that is only being moved is connected again by then.
 * To be called from `disconnectedCallback`.
 * @param {Element} element @param {() => void} gone
 */
export const whenGone = (element, gone) => queueMicrotask(() => element.isConnected || gone());
