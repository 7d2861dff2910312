// page/mount.js: makes a lab in an element or a shadow root.
import {breathIfDue} from '../engine/breath.js';
import {Door} from '../plot/door.js';
import {nameModel} from '../send/download.js';
import {startEngine} from '../engine/engine.js';
import {NoCore} from '../engine/shared.js';
import {ghostName} from '../words/ghost-name.js';
import {LAB} from '../plot/place.js';
import {learnUnits} from '../engine/quantities.js';
import {Session} from '../session/session.js';
import {speaking} from '../words/core.js';
import {speak} from '../words/language.js';
import {LANGUAGES, wanted, wordsIn} from '../words/languages.js';
import {longRuns} from './long-run.js';
import {emptyScreen, openScreen} from './screen.js';
import {cannotStart, isTheme} from './shell.js';
import {styles} from './styles.js';

/**
 * @typedef {object} LabOptions
 * @property {string} [preset] the id of the preset to open; the first one, unless it is given
 * @property {Partial_} [experiment] what differs from that preset's run
 * @property {string} [language] the code of one that the lab speaks; anything else: as the page's address, what was chosen
 *   before or the browser ask for
 * @property {string} [theme] 'light', 'dark' or 'projector'; anything else: as the system has it
 * @property {boolean} [ownsPage] whether the lab has the page to itself: then it opens what the address names, writes what
 *   it shows there, and keeps its state in the browser
 */

/** What the views are made of, one after another, for a phone to stay awake in between. */
const VIEWS = [
  () => import('../views/bifurcation-view.js'),
  () => import('../views/compare-view.js'),
  () => import('../views/data-dialog.js'),
  () => import('../views/equation-view.js'),
  () => import('../views/findings-view.js'),
  () => import('../views/help-dialog.js'),
  () => import('../views/instant-view.js'),
  () => import('../views/map-view.js'),
  () => import('../views/parameter-form.js'),
  () => import('../views/phase-view.js'),
  () => import('../views/preset-gallery.js'),
  () => import('../views/quick-bar.js'),
  () => import('../views/rate-view.js'),
  () => import('../views/run-list.js'),
  () => import('../views/spike-view.js'),
  () => import('../views/threshold-view.js'),
  () => import('../views/trace-view.js'),
  () => import('../views/why-view.js'),
];

/** The compiled core, which all labs of a page share. @type {Promise<Engine> | undefined} */
let shared;

/** The core, and all that is read from it once. */
async function startCore() {
  const core = await (shared ??= startEngine());
  const tables = core.tables();
  learnUnits(tables);
  nameModel(tables.model);
  return core;
}

/**
 * A lab. Events: 'change' whenever its runs, or the stretch of time on show, have become others; `detail` says why.
 */
export class Lab extends EventTarget {
  #options;
  /** What of the lab was put into the root. @type {HTMLElement} */
  #added;
  #element;
  #body;
  #place;
  /** @type {ReturnType<typeof openScreen> | undefined} */
  #screen;
  /** @type {{core: Engine, engine: Speaking, session: Session, long: ReturnType<typeof longRuns>, options: LabOptions} | undefined} */
  #inside;
  #destroyed = false;
  /** @type {Words} */
  #words;
  /** What the views ask goes through it, in every language. */
  #door = new Door();
  /** This lab, once it can be seen; rejects where it cannot run, which it then says in its place. @type {Promise<Lab>} */
  ready;

  /** @param {Element | ShadowRoot} root @param {LabOptions} options */
  constructor(root, options) {
    super();
    this.#options = options;
    this.#body = document.createElement('div');
    this.#body.className = 'lab-body';
    if (root === document.body) {
      // The language and the colours of a whole page belong to its root.
      this.#element = document.documentElement;
      this.#added = this.#body;
      root.prepend(this.#body);
    } else {
      this.#element = this.#added = document.createElement('div');
      this.#element.append(this.#body);
      if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, styles()])];
      root.append(this.#element);
    }
    this.#element.classList.add(LAB);
    const {language = ''} = options;
    this.#words = wordsIn(LANGUAGES.has(language) ? language : wanted());
    speak(this.#words);
    this.paint(options.theme);
    this.#place = emptyScreen(this.#element, this.#body, this.#door, this.#words);
    this.ready = this.#start();
    this.ready.catch(() => {}); // said in its place
  }

  async #start() {
    const starting = startCore();
    starting.catch(() => {}); // awaited below
    try {
      for (const load of VIEWS) {
        await breathIfDue();
        await load();
      }
      await this.#open(await starting);
    } catch (error) {
      if (!this.#destroyed) cannotStart(this.#place, error instanceof NoCore ? error.why : error);
      throw error;
    }
    return this;
  }

  /** @param {Engine} core */
  async #open(core) {
    if (this.#destroyed) return;
    const engine = speaking(core);
    /** @type {Session} */
    const session = new Session(engine, (ghost) => ghostName(this.#words, session.presets, ghost));
    const {preset, experiment} = this.#options;
    if (preset) session.open(preset);
    if (experiment) session.edit(experiment);
    const screen = () => /** @type {ReturnType<typeof openScreen>} */ (this.#screen);
    const long = longRuns(session, {
      get place() {
        return screen().place;
      },
      notices: () => screen().notices(),
    });
    this.#inside = {core, engine, session, long, options: this.#options};
    await breathIfDue();
    this.#screen = openScreen(this.#place, this);
    await breathIfDue();
    const history = this.#screen.openAtFirst();
    this.#place.byId('reset-author').hidden = !session.author;
    session.startHistory(history);
    this.#screen.showSteps();
    session.addEventListener('change', (event) => {
      const {why} = /** @type {CustomEvent} */ (event).detail;
      this.dispatchEvent(new CustomEvent('change', {detail: {why}}));
    });
    await this.#screen.draw();
    if (!this.#destroyed) this.#element.dataset.ready = 'true';
  }

  /** What the lab's screen is made from. */
  get inside() {
    if (!this.#inside) throw new Error('the lab is not ready');
    return this.#inside;
  }

  /** The element that carries the lab's language and colours. */
  get element() {
    return this.#element;
  }

  /** The selected run's experiment, a copy. Throws before the lab is ready. @returns {Experiment} */
  get experiment() {
    return structuredClone(this.inside.session.experiment);
  }

  /**
   * Lays `partial` over the runs as the controls do: what it says of the stimulus over the selected one, all else over all.
   * Answers the problems; when there are any, nothing has changed. Throws before the lab is ready.
   * @param {Partial_} partial @returns {WordedProblem[]}
   */
  edit(partial) {
    return this.inside.session.edit(partial);
  }

  /**
   * Puts a filter before all that a person asks of the lab (messages.d.ts lists it), which may note it, change what it is
   * answered, or refuse it; gives what takes the filter away.
   * @param {IntentFilter} filter
   */
  filter(filter) {
    return this.#door.filter(filter);
  }

  /** Colours by the name of a theme; of any other name, or none, the system's. @param {string | null} [theme] */
  paint(theme) {
    if (theme && theme !== 'system' && isTheme(theme)) this.#element.dataset.theme = theme;
    else delete this.#element.dataset.theme;
    this.dispatchEvent(new CustomEvent('theme', {detail: theme}));
  }

  /** Another language, in which everything is rendered anew; what is on show stays. @param {string} language */
  speak(language) {
    const {session} = this.inside;
    const before = /** @type {ReturnType<typeof openScreen>} */ (this.#screen);
    const state = before.state();
    const focused = this.#place.focused?.id;
    const scrolled = [window.scrollX, window.scrollY];
    this.#place.end();
    this.#words = wordsIn(language);
    speak(this.#words);
    this.dispatchEvent(new CustomEvent('language', {detail: language}));
    session.relearn();
    this.#place = emptyScreen(this.#element, this.#body, this.#door, this.#words);
    this.#screen = openScreen(this.#place, this);
    this.#screen.take(state);
    this.#screen.draw(true);
    scrollTo(scrolled[0], scrolled[1]);
    if (focused) this.#place.byId(focused)?.focus({preventScroll: true});
  }

  /** Takes the lab away, and leaves nothing that listens, works, sounds or waits for a frame. */
  destroy() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#inside?.long.end();
    this.#place.end();
    this.#added.remove();
    for (const name of ['theme', 'drawn', 'ready', 'sheet', 'within-reach'])
      this.#element.removeAttribute(`data-${name}`);
  }
}

/**
 * Makes a lab in an element or a ShadowRoot, and answers it at once; `lab.ready` tells when it can be seen and edited.
 * @param {Element | ShadowRoot} root @param {LabOptions} [options]
 */
export const mount = (root, options = {}) => new Lab(root, options);
