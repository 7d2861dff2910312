// engine/analyses.js: asks the worker for whatever takes longer than a frame. The newest question of each kind wins: work on an
// older one is dropped. An answer arrives in parts, as they are found.
import {messageOf, analysisWork, stepsOf} from './shared.js';
import {WorkerLink} from './worker-link.js';
import {startWorker} from './worker.js';

/**
 * @typedef {object} Answer
 * @property {any} question the last question asked
 * @property {any} part what has been found so far; while `stale`, it answers an older question
 * @property {boolean} stale whether `part` still answers an older question
 * @property {boolean} done whether the answer is complete
 * @property {boolean} stopped whether the user stopped it
 * @property {string} error why there is no answer; empty if there is one
 */

/** How long the page itself works on an answer that must follow a slider within the frame, in ms, before the worker takes over. */
const HERE = 1;
/** If a part takes longer than this, in ms (extreme values do that), the worker does the next ones, for this many times as long. */
const REST = 20;
/** How long an answer to an older question may stay on screen, in ms: during a drag this prevents flicker. */
const STALE = 250;

export class Analyses extends EventTarget {
  #engine;
  #analyses;
  /** Answers the same questions on the page's own thread. */
  #here;
  #link;
  #asked = 0;
  /** The page itself starts no work before this time. */
  #resting = 0;
  /** The timers that will drop stale answers. @type {Set<ReturnType<typeof setTimeout>>} */
  #waiting = new Set();
  /** Whether the page has worked out anything itself yet: code that runs for the first time is slow, however little it does. */
  #warm = false;
  /** `parts` counts the parts that have arrived. @type {Map<string, Answer & {id: number, key: string, parts: number}>} */
  #answers = new Map();

  /**
   * @param {Engine} engine works out the first parts of some answers, and all of them where no worker is allowed
   * @param {AnalysisSteps[]} analyses
   * @param {() => Worker | null} start
   */
  constructor(engine, analyses, start = startWorker) {
    super();
    this.#engine = engine;
    this.#analyses = analyses;
    this.#here = analysisWork(
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

  /** Asks a question unless it is the last one asked; fires `part`, with the kind, as parts arrive. @param {string} kind @param {any} question */
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

  /** Stops showing the answer to an older question if the newer one takes long. @param {string} kind @param {number} id */
  #letGo(kind, id) {
    const answer = this.#answers.get(kind);
    if (answer?.id !== id || !answer.stale) return;
    Object.assign(answer, {part: undefined, stale: false});
    this.#announce(kind);
  }

  /** Works out the first parts of an answer on the page itself, for a few milliseconds. @param {string} kind @param {Answer & {parts: number}} answer */
  #begin(kind, answer) {
    const start = performance.now();
    try {
      for (const part of stepsOf(this.#analyses, kind, this.#engine, answer.question)) {
        if (part !== undefined) {
          Object.assign(answer, {part, stale: false});
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

  /** The kinds that have been asked for and not dropped. */
  get open() {
    return [...this.#answers.keys()];
  }

  /** Drops an answer that is no longer shown anywhere, finished or not. @param {string} kind */
  drop(kind) {
    this.forget(kind);
    this.#answers.delete(kind);
  }

  /** Stops work that nobody will look at; it starts from scratch when asked for again. @param {string} kind */
  forget(kind) {
    const answer = this.#answers.get(kind);
    if (!answer || answer.done) return;
    this.#answers.delete(kind);
    this.#post({stop: kind});
  }

  /** Stops all work and ends the worker, for good. */
  end() {
    for (const letGo of this.#waiting) clearTimeout(letGo);
    for (const kind of this.#answers.keys()) this.#here.take({stop: kind});
    this.#answers.clear();
    this.#link.end();
  }

  /** Stops the work on an answer; the parts found so far stay. @param {string} kind */
  stop(kind) {
    const answer = this.#answers.get(kind);
    if (!answer || answer.done) return;
    answer.stopped = true;
    if (answer.stale) Object.assign(answer, {part: undefined, stale: false});
    this.#post({stop: kind});
    this.#announce(kind);
  }

  /** Asks again for an answer that was stopped. @param {string} kind */
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
      Object.assign(answer, {part, stale: false});
      answer.parts += 1;
    }
    this.#announce(kind);
  }

  /** @param {any} message */
  #post(message) {
    if (!this.#link.post(message)) this.#here.take(message);
  }

  /** The questions not answered yet, as messages that ask for the rest. */
  #open() {
    return [...this.#answers].filter(([, {done, stopped}]) => !done && !stopped).map((one) => asking(...one));
  }
}

/** @param {string} kind @param {{id: number, question: any, parts: number}} answer */
const asking = (kind, {id, question, parts}) => ({ask: {id, kind, question, skip: parts}});
