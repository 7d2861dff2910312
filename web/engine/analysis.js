// engine/analysis.js: asks the worker what takes longer than a frame. Of each kind the newest question wins: what is under way for
// an older one is dropped. Parts of an answer arrive as they are found.
import {messageOf, questioner, stepsOf} from './shared.js';
import {WorkerLink} from './worker-link.js';
import {startWorker} from './worker.js';

/**
 * @typedef {object} Answer
 * @property {any} question what was asked last
 * @property {any} part what has been found so far; of an older question while `stale`
 * @property {boolean} stale whether `part` still answers an older question
 * @property {boolean} done whether it is complete
 * @property {boolean} stopped whether a person stopped it
 * @property {string} error why there is no answer, if so
 */

/** What must follow a slider within the frame, the page works on itself for so many ms before it hands it over. */
const HERE = 1;
/** What a single part took may be much longer, of a cell at the ends of what is valid: then the page leaves the next ones to the worker, for so many times as long. */
const REST = 20;
/** How long what answers an older question may stand in for the newer one, in ms: it bridges a drag without a flicker. */
const STALE = 250;

export class Analysis extends EventTarget {
  #engine;
  #analyses;
  #told;
  /** The same questions, worked on by the page. */
  #here;
  #link;
  #asked = 0;
  /** Until when the page itself begins nothing. */
  #resting = 0;
  /** What waits to let go of an older answer. @type {Set<ReturnType<typeof setTimeout>>} */
  #waiting = new Set();
  /** Whether the page has worked out anything itself: what it runs for the first time is slow, however small. */
  #warm = false;
  /** `parts` counts what has come of it. @type {Map<string, Answer & {id: number, key: string, parts: number}>} */
  #answers = new Map();

  /**
   * @param {Engine} engine for the first parts of some answers, and for where no worker is allowed
   * @param {AnalysisSteps[]} analyses @param {(part: any) => any} told puts a part of an answer in words
   * @param {() => Worker | null} start
   */
  constructor(engine, analyses, told = (/** @type {any} */ part) => part, start = startWorker) {
    super();
    this.#told = told;
    this.#engine = engine;
    this.#analyses = analyses;
    this.#here = questioner(
      () => Promise.resolve(engine),
      (message) => this.#take(message),
      analyses,
    );
    this.#link = new WorkerLink(
      start,
      (message) => this.#take(message),
      () => this.#open(),
      () => this.#open().forEach((message) => this.#here.take(message)),
    );
  }

  /** Asks, unless that is what was asked last; announces `part` with the kind as its parts arrive. @param {string} kind @param {any} question */
  ask(kind, question) {
    const key = JSON.stringify(question);
    const last = this.#answers.get(kind);
    if (last?.key === key) return;
    this.#asked += 1;
    const id = this.#asked;
    const part = last?.part;
    const answer = {
      question,
      part,
      stale: part !== undefined,
      done: false,
      stopped: false,
      error: '',
      id,
      key,
      parts: 0,
    };
    this.#answers.set(kind, answer);
    const {atOnce} = this.#analyses.find((one) => one.id === kind) ?? {};
    if (atOnce && performance.now() >= this.#resting) this.#begin(kind, answer);
    if (answer.stale) {
      const letGo = setTimeout(() => {
        this.#waiting.delete(letGo);
        this.#letGo(kind, id);
      }, STALE);
      this.#waiting.add(letGo);
    }
    if (!answer.done) this.#post(asking(kind, answer));
    else if (last && !last.done) this.#post({stop: kind});
  }

  /** What answers an older question is no longer shown once the newer one takes its time. @param {string} kind @param {number} id */
  #letGo(kind, id) {
    const answer = this.#answers.get(kind);
    if (answer?.id !== id || !answer.stale) return;
    Object.assign(answer, {part: undefined, stale: false});
    this.#announce(kind);
  }

  /** Works out the first parts of an answer here and now, some milliseconds long. @param {string} kind @param {Answer & {parts: number}} answer */
  #begin(kind, answer) {
    const start = performance.now();
    try {
      for (const part of stepsOf(this.#analyses, kind, this.#engine, answer.question)) {
        if (part !== undefined) {
          Object.assign(answer, {part: this.#told(part), stale: false});
          answer.parts += 1;
        }
        const now = performance.now();
        if (now < start + HERE) continue;
        if (this.#warm && now > start + REST) this.#resting = now + REST * (now - start);
        this.#warm = true;
        return;
      }
    } catch (error) {
      Object.assign(answer, {part: undefined, stale: false, error: messageOf(error)});
    }
    answer.done = true;
  }

  /** The kinds of what has been asked and not forgotten. */
  get open() {
    return [...this.#answers.keys()];
  }

  /** Lets go of an answer that nothing shows any more, finished or not. @param {string} kind */
  drop(kind) {
    this.forget(kind);
    this.#answers.delete(kind);
  }

  /** Ends what is under way and will not be looked at; it starts anew when asked again. @param {string} kind */
  forget(kind) {
    const answer = this.#answers.get(kind);
    if (!answer || answer.done) return;
    this.#answers.delete(kind);
    this.#post({stop: kind});
  }

  /** Ends all that is under way, and the worker, for good. */
  end() {
    for (const letGo of this.#waiting) clearTimeout(letGo);
    for (const kind of this.#answers.keys()) this.#here.take({stop: kind});
    this.#answers.clear();
    this.#link.end();
  }

  /** Ends what is under way; what has been found stays. @param {string} kind */
  stop(kind) {
    const answer = this.#answers.get(kind);
    if (!answer || answer.done) return;
    answer.stopped = true;
    if (answer.stale) Object.assign(answer, {part: undefined, stale: false});
    this.#post({stop: kind});
    this.#announce(kind);
  }

  /** Asks once more what was stopped. @param {string} kind */
  resume(kind) {
    const answer = this.#answers.get(kind);
    if (!answer?.stopped) return;
    answer.key = '';
    this.ask(kind, answer.question);
  }

  /** @param {string} kind @returns {Answer | undefined} */
  answer(kind) {
    return this.#answers.get(kind);
  }

  /** @param {string} kind */
  #announce(kind) {
    this.dispatchEvent(new CustomEvent('part', {detail: kind}));
  }

  /** @param {{id: number, kind: string, part?: any, done?: boolean, error?: string}} message */
  #take({id, kind, part, done, error}) {
    const answer = this.#answers.get(kind);
    if (!answer || answer.id !== id || answer.stopped) return;
    if (error !== undefined) Object.assign(answer, {error, part: undefined, stale: false, done: true});
    else if (done) answer.done = true;
    else {
      Object.assign(answer, {part: this.#told(part), stale: false});
      answer.parts += 1;
    }
    this.#announce(kind);
  }

  /** @param {any} message */
  #post(message) {
    if (!this.#link.post(message)) this.#here.take(message);
  }

  /** What has not been answered yet, as it would be asked again. */
  #open() {
    return [...this.#answers].filter(([, {done, stopped}]) => !done && !stopped).map((one) => asking(...one));
  }
}

/** @param {string} kind @param {{id: number, question: any, parts: number}} answer */
const asking = (kind, {id, question, parts}) => ({ask: {id, kind, question, skip: parts}});
