// embed/element.js: the lab as an element of any page: <izhikevich-neuron preset="RS" current="70"> (EMBED.md).
import {mount} from '../page/mount.js';
import {displayIn} from '../send/display.js';
import {namesOf, take} from '../send/run-parts.js';
import {askEdit, askOpen, askReset} from './ask.js';
import {plainIn} from './data.js';
import {measuresIn, runIn, setUpIn, shows} from './shown.js';

/** @typedef {import('../page/mount.js').Lab} Lab */

const NAME = 'izhikevich-neuron';
/** The preset that is shown if none is named: the first one. */
const FIRST = 'RS';
/** The attributes that say what is set up. */
const SET_UP = ['preset', 'link', 'current', 'experiment'];
/** The attributes that say how it is shown: all but the theme and the language when the lab is made. */
const DISPLAY = ['view', 'show', 'controls', 'lock', 'answers', 'poster', 'lab'];
/** The properties that are attributes, and nothing else. */
const PLAIN = ['preset', 'current', 'theme', ...DISPLAY];
/** At least so long between two events of a kind, in ms. */
const BETWEEN = 50;
/** Why a lab changes whose runs stay as they are. */
const SAME_RUNS = new Set(['looked', 'pinned', 'locked']);

/**
 * The box is the page's to lay out, also by rules for all elements; nothing else of its styles gets in. A figure fills a box that is
 * higher than it needs, and scrolls in one that is lower.
 */
const box = new CSSStyleSheet();
box.replaceSync(
  ':host{display:block}:host([view=figure]){display:flex;flex-direction:column;overflow:auto}:host([hidden]){display:none}' +
    ':where(.lab){all:initial;direction:ltr;display:block}' +
    ':host([view=figure]) :is(.lab,.lab-body){display:flex;flex-direction:column;flex:1 0 auto}' +
    ':host([view=figure]) main{flex:1 0 auto}',
);

/** JSON as data; undefined if it is none, or too large. @param {string} text */
function dataIn(text) {
  try {
    return plainIn(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** @param {any} value */
const isEmpty = (value) => typeof value === 'object' && value !== null && !Object.keys(value).length;

export class IzhikevichNeuron extends HTMLElement {
  static observedAttributes = [...SET_UP, ...DISPLAY, 'theme', 'lang'];

  #root = this.#makeRoot();
  /** @type {Lab | undefined} */
  #lab;
  /** What was done in the lab that it had before: by its reader, unless the page has set something up since, and what was locked and withheld. @type {{work?: any, lock: string[], answers?: false}} */
  #before = {lock: []};
  /** What its attributes say of that in the lab that it has. @type {{lock?: string[], answers?: boolean}} */
  #given = {};
  /** Which of `link` and `preset` says what is set up, and whether `current` changes that: what was set last, once there is a lab. */
  #base = 'link';
  #withCurrent = true;
  /** The attributes that have changed and are still to be looked at. @type {Set<string>} */
  #changed = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #telling;
  /** Why the lab has changed since the last event; '' if it has not. */
  #why = '';
  /** Settles `ready`. @type {{resolve: (element: any) => void, reject: (error: unknown) => void}} */
  #settle = {resolve() {}, reject() {}};
  #ready = this.#promise();

  // --- its place in a page ---

  #makeRoot() {
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [box]; // a policy of the page may forbid elements of style
    return root;
  }

  #promise() {
    const ready = new Promise((resolve, reject) => (this.#settle = {resolve, reject}));
    ready.catch(() => {}); // the lab says so in its place
    return ready;
  }

  connectedCallback() {
    for (const name of [...PLAIN, 'link', 'experiment']) this.#upgrade(name);
    // An element is moved by being taken out and put in again: its lab stays.
    if (!this.#lab) queueMicrotask(() => this.isConnected && !this.#lab && this.#begin());
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (SET_UP.includes(name)) delete this.#before.work;
    if (!this.#lab) return;
    if (name === 'link' || name === 'preset') this.#base = now === null ? 'link' : name;
    if (name === 'link' || name === 'current') this.#withCurrent = name === 'current' || now === null;
    if (!this.#changed.size) queueMicrotask(() => this.#takeChanges());
    this.#changed.add(name);
  }

  /** What was set before the script had run is not a property yet. @param {string} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {any} */ (this);
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  #begin() {
    this.#changed.clear();
    const lab = (this.#lab = mount(this.#root, this.#options()));
    lab.ready.then(
      () => this.#lab === lab && this.#opened(lab),
      (error) => this.#lab === lab && this.#settle.reject(error),
    );
  }

  /** @param {Lab} lab */
  #opened(lab) {
    lab.addEventListener('change', (event) => this.#tellSoon(/** @type {CustomEvent} */ (event).detail.why));
    this.#tellSoon('ready');
    this.#settle.resolve(this);
  }

  #end() {
    const lab = this.#lab;
    if (!lab) return;
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#why = '';
    if (this.#isReady) {
      const {lock = [], answers} = lab.inside.options;
      const given = this.#given;
      this.#before = {work: lab.work, lock: lock.filter((name) => !given.lock?.includes(name))};
      if (answers === false && given.answers !== false) this.#before.answers = answers;
      this.#ready = this.#promise();
    }
    this.#lab = undefined;
    lab.destroy();
  }

  get #isReady() {
    return this.#lab?.element.dataset.ready === 'true';
  }

  /** The lab; throws before it is ready. */
  get #inside() {
    if (!this.#lab || !this.#isReady) throw new Error(`<${NAME}> is not ready: await its property \`ready\``);
    return this.#lab;
  }

  // --- attributes ---

  /** The attribute `link` in parts: its query, which says what is locked and withheld, and its fragment. */
  get #linkGiven() {
    const [, query = '', fragment] = /^(?:\?([^#]*))?#?([^#]*)/.exec(this.getAttribute('link') ?? '') ?? [];
    return {query, fragment};
  }

  /** The link that the attributes stand for, without '#'. */
  get #linkAsked() {
    const link = this.#base === 'link' ? this.#linkGiven.fragment : '';
    const base = link || encodeURIComponent(this.getAttribute('preset') || FIRST);
    const current = this.#withCurrent ? this.getAttribute('current') : null;
    return current === null ? base : `${base}&I=${encodeURIComponent(current.trim())}`;
  }

  /** The code of the language of the text around it. */
  get #language() {
    const {lang} = /** @type {HTMLElement} */ (this.closest('[lang]') ?? document.documentElement);
    return lang.toLowerCase().split('-')[0];
  }

  /** The options that the attributes stand for. @returns {import('../page/mount.js').LabOptions} */
  #options() {
    // A link to what is locked or withheld says so before its fragment.
    const said = new URLSearchParams(this.#linkGiven.query);
    const {options, unread} = displayIn(
      (name) => this.getAttribute(name) ?? (name === 'lock' || name === 'answers' ? said.get(name) : null),
    );
    const text = this.getAttribute('experiment') ?? '';
    const experiment = dataIn(text || '{}');
    const address = this.getAttribute('lab') ?? '';
    if (!experiment) unread.push(`experiment=${text.slice(0, 60)}`);
    const {lock, ...before} = this.#before;
    this.#given = options;
    return {
      ...options,
      ...before,
      lock: [...new Set([...(options.lock ?? []), ...lock])],
      unread,
      link: this.#linkAsked,
      experiment,
      language: this.#language,
      theme: this.getAttribute('theme') ?? undefined,
      ...(/^https?:\/\//.test(address) && {address}),
    };
  }

  #takeChanges() {
    const lab = this.#lab;
    const changed = this.#changed;
    this.#changed = new Set();
    if (!lab) return;
    const setUp = SET_UP.some((name) => changed.has(name));
    const onlySetUp = [...changed].every((name) => SET_UP.includes(name)) && !this.#linkGiven.query;
    // A lab that has opened nothing yet is told what it is to open.
    if (!this.#isReady && onlySetUp && lab.opens(this.#options())) return;
    if (!this.#isReady || DISPLAY.some((name) => changed.has(name))) {
      // How a lab is shown is decided when it is made; what is set up stays, unless that is what changes.
      this.#end();
      if (setUp) delete this.#before.work;
      return this.#begin();
    }
    if (changed.has('theme')) lab.paint(this.getAttribute('theme'));
    if (changed.has('lang')) lab.speak(this.#language);
    if (changed.has('preset') || changed.has('link')) this.#open();
    else if (changed.has('current')) this.#setCurrent(this.getAttribute('current') ?? '');
    const experiment = this.getAttribute('experiment');
    if (changed.has('experiment') && experiment) this.#ask(dataIn(experiment));
  }

  /** Opens what the attributes say, unless it is what is shown. @param {boolean} [reset] what has been locked since may stay as it is */
  #open(reset = false) {
    const {query} = this.#linkGiven;
    const link = this.#base === 'link' && query ? `?${query}#${this.#linkAsked}` : this.#linkAsked;
    if (shows(this.#inside, link)) return;
    const problems = askOpen(this.#inside, link);
    if (reset && problems.length) return askReset(this.#inside);
    for (const {path, code} of problems) console.warn(`<${NAME}>: ${path}: ${code}`);
  }

  /** @param {string} text */
  #setCurrent(text) {
    const {engine, session} = this.#inside.inside;
    const partial = {};
    const part = {name: 'I', number: '', text: text.trim()};
    if (take(partial, session.experiment, namesOf(engine.schema()), part)) this.#ask(partial);
  }

  /** Edits for an attribute or a property, which cannot answer what is wrong. @param {any} partial */
  #ask(partial) {
    for (const {path, code, message} of this.edit(partial)) console.warn(`<${NAME}>: ${message ?? `${path}: ${code}`}`);
  }

  // --- properties ---

  /** Resolves with the element once there is something to see, to read and to edit; rejects where the lab cannot run. @returns {Promise<this>} */
  get ready() {
    return /** @type {Promise<this>} */ (this.#ready);
  }

  /**
   * A copy of the selected run's experiment; null before it is ready. Set to part of one, it edits; to an empty one, it opens what the
   * attributes `preset`, `link` and `current` say.
   * @returns {Experiment | null}
   */
  get experiment() {
    return this.#isReady ? this.#inside.experiment : null;
  }
  set experiment(partial) {
    if (!this.#isReady) this.setAttribute('experiment', JSON.stringify(partial));
    else if (isEmpty(partial)) this.#open(true);
    else this.#ask(partial);
  }

  /** The fragment of a link to what is shown, after a query where something is locked or withheld; '' before it is ready. Set to another, it opens that. */
  get link() {
    return this.#isReady ? setUpIn(this.#inside).link : '';
  }
  set link(link) {
    // To what it was set before, it returns.
    if (this.#isReady && this.getAttribute('link') === String(link)) {
      [this.#base, this.#withCurrent] = ['link', false];
      this.#open();
    } else this.setAttribute('link', link);
  }

  /** The spike times of the selected run in ms, and how it ended; null before it is ready. */
  get run() {
    return this.#isReady ? runIn(this.#inside) : null;
  }

  /** The measures of the selected run; null before it is ready, and where the answers are withheld. */
  get measures() {
    return this.#isReady ? (measuresIn(this.#inside) ?? null) : null;
  }

  /**
   * Changes the experiment as a reader's edit does; returns the problems, and if there are any, nothing has changed. Throws before it
   * is ready.
   * @param {Partial_} partial
   */
  edit(partial) {
    return askEdit(this.#inside, partial);
  }

  // --- events ---

  /** @param {string} why */
  #tellSoon(why) {
    if (SAME_RUNS.has(why)) return;
    this.#why = why;
    this.#telling ??= setTimeout(() => this.#tell(), BETWEEN);
  }

  #tell() {
    const [lab, why] = [this.#lab, this.#why];
    this.#telling = undefined;
    this.#why = '';
    if (!lab) return;
    if (why !== 'finished' && why !== 'ready')
      this.dispatchEvent(new CustomEvent('edit', {detail: {why, ...setUpIn(lab)}}));
    // Whoever heard that may have taken the element out of the page.
    if (this.#lab === lab)
      this.dispatchEvent(new CustomEvent('run', {detail: {...runIn(lab), measures: measuresIn(lab) ?? null}}));
  }
}

for (const name of PLAIN)
  Object.defineProperty(IzhikevichNeuron.prototype, name, {
    /** @this {HTMLElement} */
    get() {
      return this.getAttribute(name);
    },
    /** @this {HTMLElement} @param {unknown} value */
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });

customElements.define(NAME, IzhikevichNeuron);
