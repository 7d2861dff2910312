// plot/door.js: the one way in which views ask their lab for something. An intent bubbles up from the element where it starts,
// and the lab answers it unless a filter does.

/** Whether an intent shows the user a result. @type {Record<Intent, boolean>} */
export const REVEALS = {
  edit: false,
  ask: false,
  'run-protocol': false,
  stop: false,
  resume: false,
  'choose-tab': true,
  highlight: true,
  'show-place': true,
  cursor: true,
  'choose-spike': true,
  look: false,
  fit: false,
  play: true,
  playing: false,
  'read-curve': true,
  table: true,
  tables: true,
  sample: false,
  hear: true,
  'open-preset': false,
  'select-run': false,
  ghost: false,
  'choose-field': false,
  dragging: false,
  'two-readings': false,
  'long-run': false,
  sheet: false,
  switch: false,
  theme: false,
  language: false,
  help: false,
  share: false,
  label: false,
  open: false,
  'open-text': false,
  'take-cell': false,
  shelf: false,
  keep: false,
  'open-kept': false,
  slides: false,
  restore: false,
};

/** Where in a lab the texts that reveal a result are. @type {Record<RevealingText, string>} */
export const REVEALING_TEXTS = {
  verdict: 'verdict-view .threshold, .drive-tick, .drive-curve svg, .drive-top, #reveal, #effect, .scale-tick',
  measures: 'spike-view .sentence-line, spike-view .measures, numbers-view > :not(.play), .run-count',
  instant: 'instant-view .measures',
  'cursor numbers': '.cursor-numbers',
  interval: 'spike-view .interval',
  runs: 'run-list',
  'read-outs': '.read-out',
  sentences: '.said, .plot-note, .plane-note',
  thresholds: 'threshold-view .found, threshold-view .answers',
  verdicts: 'why-view .verdict',
  'closed forms': 'why-view .form',
  comparison: 'compare-view',
  findings: 'findings-view',
  captions: '#caption, #more, #attempt, #remark, .preset-title',
  analyses: '#analysis-tabs > :not(#tab-plane)',
  notices: '#ended, #clipped',
  announcements: '',
  descriptions: 'canvas[aria-label]',
};

/** What a lab withholds whose class is to find the answers itself; what can be counted or read in the trace stays. @type {Withheld[]} */
export const ANSWERS = [
  'verdict',
  'measures',
  'instant',
  'interval',
  'runs',
  'sentences',
  'thresholds',
  'verdicts',
  'closed forms',
  'comparison',
  'findings',
  'captions',
  'analyses',
  'announcements',
  'descriptions',
  'tables',
];

/** The answer to each intent. @type {WeakMap<Event, any>} */
const answers = new WeakMap();

/**
 * Sends an intent to the lab that contains `element`; returns its answer, or undefined if there is none.
 * @template {Intent} N
 * @param {Element} element @param {N} name @param {Payload<N> extends undefined ? [] : [payload: Payload<N>]} payload
 * @returns {Answered<N> | undefined}
 */
export function emit(element, name, ...payload) {
  const event = new CustomEvent(name, {bubbles: true, detail: payload[0]});
  element.dispatchEvent(event);
  return answers.get(event);
}

export class Door {
  /** @type {Map<Intent, Answering<any>>} */
  #answering = new Map();
  /** Listeners to be told of an intent once it has passed the filters. @type {Map<Intent, Set<Answering<any>>>} */
  #hearing = new Map();
  /** @type {Set<IntentFilter>} */
  #filters = new Set();
  /** What is withheld. @type {Set<Withheld>} */
  #withheld = new Set();
  /** What the reader hides from a class besides, until it is shown again. @type {Set<Withheld>} */
  #hidden = new Set();

  /**
   * Listens on the lab's element until `signal` is aborted; an intent is an event of the same name.
   * @param {HTMLElement} element @param {AbortSignal} signal
   */
  open(element, signal) {
    for (const name of /** @type {Intent[]} */ (Object.keys(REVEALS)))
      element.addEventListener(
        name,
        (event) => {
          const {detail} = /** @type {CustomEvent} */ (event);
          answers.set(event, this.#take(name, detail, /** @type {Element} */ (event.target)));
        },
        {signal},
      );
  }

  /** Sets what answers each intent from now on. @param {{[N in Intent]: Answering<N>}} answering */
  answer(answering) {
    this.#answering = new Map(/** @type {any} */ (Object.entries(answering)));
  }

  /**
   * Calls `heard` when an intent has passed the filters, before it is answered, until `signal` is aborted.
   * @template {Intent} N
   * @param {N} name @param {(payload: Payload<N>, from: Element) => void} heard @param {AbortSignal} signal
   */
  hear(name, heard, signal) {
    const all = this.#hearing.get(name) ?? new Set();
    this.#hearing.set(name, all.add(heard));
    signal.addEventListener('abort', () => all.delete(heard), {once: true});
  }

  /** Puts a filter in front of all the others; returns a function that removes it. @param {IntentFilter} filter */
  filter(filter) {
    this.#filters.add(filter);
    return () => void this.#filters.delete(filter);
  }

  /**
   * Withholds these intents and texts, and no others: the intents are refused, the texts not shown.
   * Throws when one of them reveals no result.
   * @param {Withheld[]} names
   */
  withhold(names) {
    const revealing = [...Object.keys(REVEALS).filter((name) => REVEALS[/** @type {Intent} */ (name)])];
    revealing.push(...Object.keys(REVEALING_TEXTS));
    const wrong = names.find((name) => !revealing.includes(name));
    if (wrong !== undefined) throw new Error(`'${wrong}' reveals no result (these do: ${revealing.join(', ')})`);
    this.#withheld = new Set(names);
  }

  /** Hides these besides, and no others: showing them again brings back nothing of what is withheld. @param {Withheld[]} names */
  hide(names) {
    this.#hidden = new Set(names);
  }

  /** All that is withheld or hidden. @returns {Withheld[]} */
  get withheld() {
    return [...new Set([...this.#withheld, ...this.#hidden])];
  }

  /** Whether a result may be seen by an intent, or read in a text: false while that is withheld. @param {Withheld} name */
  reveals(name) {
    return !this.#withheld.has(name) && !this.#hidden.has(name);
  }

  /** @param {Intent} name @param {any} payload @param {Element} from @returns {any} */
  #take(name, payload, from) {
    const inside = () => {
      if (!this.reveals(name)) return undefined;
      for (const heard of this.#hearing.get(name) ?? []) heard(payload, from);
      return this.#answering.get(name)?.(payload, from);
    };
    const passed = [...this.#filters].reduce(
      (pass, filter) => () => filter({name, payload, from}, pass),
      /** @type {() => any} */ (inside),
    );
    return passed();
  }
}
