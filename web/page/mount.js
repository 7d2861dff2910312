// page/mount.js: makes a lab in an element or a shadow root.
import {breathIfDue} from '../engine/breath.js';
import {ANSWERS, Door} from '../plot/door.js';
import {nameModel} from '../send/csv.js';
import {pathsOf} from '../send/display.js';
import {keptOf} from '../send/stored-state.js';
import {pictureOf, pictures} from '../send/picture.js';
import {startEngine} from '../engine/engine.js';
import {NoCore} from '../engine/shared.js';
import {ghostName} from '../words/ghost-name.js';
import {LAB} from '../plot/place.js';
import {learnUnits} from '../engine/quantities.js';
import {Session} from '../session/session.js';
import {LANGUAGES, wanted, wordsIn} from '../words/languages.js';
import {worded} from '../words/worded.js';
import {focusNear} from './focus.js';
import {labViews} from './lab-views.js';
import {loadLetters} from './letters.js';
import {emptyFigure, openFigure} from './figure.js';
import {figureViews} from './figure-skeleton.js';
import {longRuns} from './long-run.js';
import {emptyScreen, openScreen} from './screen.js';
import {cannotStart, tellAlso} from './message.js';
import {isTheme} from './theme.js';
import {styles} from './styles.js';
import {focusFirst, pressed, seen} from './waiting.js';
import {hideWithheld} from './withheld.js';

/**
 * @typedef {object} LabOptions
 * @property {string} [preset] the id of the preset to open; the first one if omitted
 * @property {string} [link] the fragment of a link, in place of `preset`; what of it cannot be read is listed
 * @property {Partial_} [experiment] what differs from that preset's run; what of it is not valid is listed
 * @property {any} [work] what its reader had done in an earlier lab (`lab.work`): shown in place of all that, to which Reset still returns
 * @property {string} [language] the code of one that the lab speaks; anything else: as the page's address, what was chosen
 *   before or the browser ask for
 * @property {string} [theme] 'light', 'dark' or 'projector'; anything else follows the system
 * @property {Withheld[]} [withhold] the intents and texts that reveal a result and are withheld (messages.d.ts)
 * @property {boolean} [answers] false withholds all that a class is to find itself: the same as `withhold` with every name in ANSWERS
 *   (plot/door.js)
 * @property {'lab' | 'figure'} [view] all of the lab, or a figure: a few plots and the controls that its author leaves free
 * @property {typeof import('../send/display.js').PLOTS[number][]} [show] of a figure: its plots; v and the current if omitted
 * @property {string[]} [controls] of a figure: what alone may be changed, by names as in send/display.js; the strength of the
 *   stimulus if omitted
 * @property {string[]} [lock] what may not be changed, by the same names
 * @property {boolean} [poster] whether it starts only when a button is pressed
 * @property {string[]} [unread] what else of its display could not be read, which the lab says
 * @property {string} [address] where the whole lab stands, for the link of a figure that is in another page
 * @property {boolean} [ownsPage] whether the lab has the page to itself: then it opens the link in the address, keeps the
 *   address up to date, and stores its state in the browser
 */

/** @typedef {ReturnType<typeof openScreen> | ReturnType<typeof openFigure>} Screen_ */
/** The screens of a lab, by its view. */
const SCREENS = {
  lab: {empty: emptyScreen, open: openScreen, views: labViews},
  figure: {empty: emptyFigure, open: openFigure, views: figureViews},
};
/** Loads views one after another, so that a phone stays responsive. @param {(() => Promise<any>)[]} modules */
async function load(modules) {
  for (const module of modules) {
    await breathIfDue();
    await module();
  }
}

/** The core, shared by all labs of a page. @type {Promise<Engine> | undefined} */
let shared;

/** Starts the core, and reads from it what is read only once. */
async function startCore() {
  const core = await (shared ??= startEngine());
  const tables = core.tables();
  learnUnits(tables);
  nameModel(tables.model);
  return core;
}

/**
 * A lab. Fires 'change' whenever its runs or the stretch of time shown have changed; `detail` says why.
 */
export class Lab extends EventTarget {
  #options;
  /** The element that was added to the root. @type {HTMLElement} */
  #added;
  #element;
  #body;
  #place;
  /** @type {Screen_ | undefined} */
  #screen;
  /** @type {{core: Engine, engine: Worded, session: Session, long: ReturnType<typeof longRuns>, options: LabOptions} | undefined} */
  #inside;
  #destroyed = false;
  #screens;
  #views;
  /** @type {Words} */
  #words;
  /** Passes on what the views ask for; it outlives a change of language. */
  #door = new Door();
  /** This lab, once it can be seen; rejects if it cannot run, which the lab also says in its place. @type {Promise<Lab>} */
  ready;

  /** @param {Element | ShadowRoot} root @param {LabOptions} options */
  constructor(root, options) {
    super();
    this.#options = {...options};
    this.#screens = SCREENS[options.view === 'figure' ? 'figure' : 'lab'];
    this.#views = this.#screens.views(options);
    this.#body = document.createElement('div');
    this.#body.className = 'lab-body';
    if (root === document.body) {
      // The language and the theme of a whole page belong to its root element.
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
    this.paint(options.theme);
    this.#door.withhold([...(options.withhold ?? []), ...(options.answers === false ? ANSWERS : [])]);
    this.#place = this.#screens.empty(this.#element, this.#body, this.#door, this.#words, options);
    this.ready = this.#start();
    this.ready.catch(() => {}); // shown in the lab's place
  }

  async #start() {
    const {view, poster} = this.#options;
    if (poster) await pressed(this.#place);
    // Of a dozen figures on one page, those far down cost nothing yet.
    if (view === 'figure') await seen(this.#place);
    const starting = startCore();
    starting.catch(() => {}); // awaited below
    try {
      const letters = loadLetters();
      await load(this.#views.first);
      await letters; // before anything is shown, since texts in other letters have other widths
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
    const engine = worded(core, () => this.#words);
    /** @type {Session} */
    const session = new Session(engine, (ghost) => ghostName(this.#words, session.presets, ghost));
    const {preset} = this.#options;
    if (preset) session.open(preset);
    const screen = () => /** @type {Screen_} */ (this.#screen);
    const long = longRuns(session, {
      get place() {
        return screen().place;
      },
      notices: () => screen().notices(),
    });
    this.#inside = {core, engine, session, long, options: this.#options};
    await breathIfDue();
    this.#screen = this.#screens.open(this.#place, this);
    await breathIfDue();
    const history = this.#screen.openAtFirst();
    session.startUndo(history);
    this.#screen.showSteps();
    session.addEventListener('change', (event) => {
      const {why} = /** @type {CustomEvent} */ (event).detail;
      this.dispatchEvent(new CustomEvent('change', {detail: {why}}));
    });
    await this.#screen.draw(() => load(this.#views.others));
    if (this.#destroyed) return;
    this.#element.dataset.ready = 'true';
    if (this.#options.poster) focusFirst(this.#place);
  }

  /** What the lab's screen is made from. Throws before the lab is ready. */
  get inside() {
    if (!this.#inside) throw new Error('the lab is not ready');
    return this.#inside;
  }

  /** What its reader would not want to lose, as data. Throws before the lab is ready. */
  get work() {
    return keptOf(this.inside.session, /** @type {Screen_} */ (this.#screen).state());
  }

  /** Changes what it is to open; false if it has opened something already. @param {Pick<LabOptions, 'link' | 'experiment' | 'unread'>} set */
  opens(set) {
    if (this.#inside || this.#destroyed) return false;
    Object.assign(this.#options, set);
    return true;
  }

  /** The element that carries the lab's language and theme. */
  get element() {
    return this.#element;
  }

  /** A copy of the selected run's experiment. Throws before the lab is ready. @returns {Experiment} */
  get experiment() {
    return structuredClone(this.inside.session.experiment);
  }

  /**
   * Merges `partial` into the runs as the controls do: its stimulus into the selected run, everything else into all of them.
   * Returns the problems; if there are any, nothing has changed. Throws before the lab is ready.
   * @param {Partial_} partial @returns {WordedProblem[]}
   */
  edit(partial) {
    return this.inside.session.edit(partial);
  }

  /**
   * Locks more of what is set up, by names as in the option `lock`; nothing is ever unlocked. Returns the names that mean nothing.
   * Throws before the lab is ready.
   * @param {string[]} names
   */
  lock(names) {
    const {engine, session, options} = this.inside;
    const {paths, unknown} = pathsOf(names, engine.schema());
    const known = names.filter((name) => name !== 'none' && !unknown.includes(name));
    options.lock = [...new Set([...(options.lock ?? []), ...known])];
    if (paths.length) session.lock(paths);
    return unknown;
  }

  /**
   * Withholds these intents and texts, and no others, until it is called again: the intents are refused, the texts hidden,
   * also from screen readers. Throws when one of them reveals no result.
   * @param {Withheld[]} names
   */
  withhold(names) {
    this.#door.withhold(names);
    hideWithheld(this.#place);
    this.#screen?.withheld();
  }

  /** What is withheld. @returns {Withheld[]} */
  get withheld() {
    return this.#door.withheld;
  }

  /**
   * Puts a filter in front of everything the user asks of the lab (listed in messages.d.ts). It may record an intent, change the
   * answer, or refuse it. Returns a function that removes the filter.
   * @param {IntentFilter} filter
   */
  filter(filter) {
    return this.#door.filter(filter);
  }

  /** The plots that can be saved as pictures now: `{id, title, file}` of each. */
  pictures() {
    return pictures(this.#place);
  }

  /** One of them as a file, 85 or 180 mm wide. @param {string} id @param {Parameters<typeof pictureOf>[2]} wish */
  picture(id, wish) {
    return pictureOf(this.#place, id, wish);
  }

  /** Sets the theme by its name; any other name, or none, means the system's. @param {string | null} [theme] */
  paint(theme) {
    if (theme && theme !== 'system' && isTheme(theme)) this.#element.dataset.theme = theme;
    else delete this.#element.dataset.theme;
    this.dispatchEvent(new CustomEvent('theme', {detail: theme}));
  }

  /** Renders everything again in another language; what is shown stays the same. @param {string} language */
  speak(language) {
    const {session} = this.inside;
    const before = /** @type {Screen_} */ (this.#screen);
    const state = before.state();
    const focused = this.#place.focused?.id;
    const scrolled = [window.scrollX, window.scrollY];
    this.#place.end();
    this.#words = wordsIn(language);
    this.dispatchEvent(new CustomEvent('language', {detail: language}));
    session.rereadTexts();
    this.#place = this.#screens.empty(this.#element, this.#body, this.#door, this.#words, this.#options);
    this.#screen = this.#screens.open(this.#place, this);
    this.#screen.take(state);
    this.#screen.draw(this.#element.dataset.ready ? undefined : () => load(this.#views.others));
    scrollTo(scrolled[0], scrolled[1]);
    const again = focused && this.#place.byId(focused);
    if (again) focusNear(again);
  }

  /** Another lab in the same page. @param {Element | ShadowRoot} root @param {LabOptions} options */
  another(root, options) {
    return new Lab(root, options);
  }

  /** Shows a line at the top, which can be dismissed, once the lab is ready. @param {(words: Words) => (string | Node)[]} content */
  tell(content) {
    if (!this.#destroyed) tellAlso(this.#place, ...content(this.#words));
  }

  /** Removes the lab, and leaves no listener, worker, sound or pending frame behind. */
  destroy() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#inside?.long.end();
    this.#place.end();
    this.#added.remove();
    for (const name of ['theme', 'withheld', 'drawn', 'ready', 'within-reach', 'view'])
      this.#element.removeAttribute(`data-${name}`);
  }
}

/**
 * Makes a lab in an element or a ShadowRoot and returns it at once; `lab.ready` resolves when it can be seen and edited.
 * @param {Element | ShadowRoot} root @param {LabOptions} [options]
 */
export const mount = (root, options = {}) => new Lab(root, options);
