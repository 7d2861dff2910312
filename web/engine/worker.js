// engine/worker.js: the same engine in a worker, for whatever takes longer than a frame. Workers have a script of their own; the
// page carries it and starts it from a blob, so there is no second file and it works from disk and in a sandbox.
import {breath} from './breath.js';
import {carried} from './carried.js';
import {compiledCore, linesOf, packedCore} from './shared.js';

/** A worker, or null if none is allowed. It is sent the core as soon as the core is compiled. */
export function startWorker() {
  const address = URL.createObjectURL(new Blob([carried('lab-workers')], {type: 'text/javascript'}));
  try {
    const worker = new Worker(address);
    handCore(worker);
    return worker;
  } catch {
    return null;
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), 10000); // some browsers read it only after a while
  }
}

/** Sends the compiled core; where a browser does not let compiled code leave the page, the packed core, to be compiled again. @param {Worker} worker */
function handCore(worker) {
  const sendPacked = () => worker.postMessage({packed: packedCore()});
  worker.addEventListener('message', (event) => {
    if (!event.data.unreadable) return;
    event.stopImmediatePropagation(); // this message answers no question
    sendPacked();
  });
  const send = (/** @type {WebAssembly.Module} */ core) => {
    try {
      worker.postMessage({core});
    } catch {
      sendPacked();
    }
  };
  compiledCore().then(send, () => {}); // if compiling fails there is no lab to ask anything
}

/**
 * Asks a worker of its own, so that it can be ended at any moment: `take` gets each answer, and returns something once it is the
 * last. `stop` ends it, and the promise rejects.
 * @template T
 * @param {object} asked @param {(answer: any) => T | undefined} take
 */
function alone(asked, take) {
  const worker = startWorker();
  /** @type {() => void} */
  let stop = () => {};
  const result = new Promise((resolve, reject) => {
    if (!worker) return reject(new Error(NO_WORKER));
    const end = (/** @type {string} */ why) => {
      worker.terminate();
      reject(new Error(why));
    };
    stop = () => end(STOPPED);
    worker.onmessage = ({data}) => {
      if (data.error) return end(data.error);
      const last = take(data);
      if (last === undefined) return;
      worker.terminate();
      resolve(last);
    };
    worker.onerror = () => end(NO_WORKER);
    worker.postMessage(asked);
  });
  return {result: /** @type {Promise<T>} */ (result), stop};
}

/** Why there is no answer: it was stopped; no worker is allowed here, or it crashed. */
export const STOPPED = 'stopped';
const NO_WORKER = 'no worker';

/**
 * Runs one experiment in a worker. `stop` ends it, and the promise rejects.
 * @param {Experiment} experiment
 * @param {SampleWindow} window
 */
export const studyInWorker = (experiment, window) =>
  alone({experiment, window}, ({study}) => /** @type {Study | undefined} */ (study));

/**
 * The samples of a run as lines of text, from a worker or, where none is allowed, from the page, which stays alive. `take` gets
 * each piece, with the number of samples so far. Returns how the run ended; rejects with STOPPED once `signal` is aborted.
 * @param {Engine} engine @param {import('./samples.js').Sampling} sampling @param {import('./samples.js').Form} form
 * @param {(piece: Blob, done: number) => void} take @param {AbortSignal} signal
 * @returns {Promise<Ended>}
 */
export async function sampled(engine, sampling, form, take, signal) {
  let begun = false;
  const {result, stop} = alone({sampling, form}, ({piece, done, ended}) => {
    begun = true;
    if (piece) take(piece, done);
    return /** @type {Ended | undefined} */ (ended);
  });
  signal.addEventListener('abort', stop, {once: true});
  try {
    return await result;
  } catch (error) {
    if (begun || /** @type {Error} */ (error).message !== NO_WORKER) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  const lines = linesOf(engine, sampling, form, 'page');
  let next = lines.next();
  for (; !next.done; next = lines.next()) {
    take(new Blob([next.value.text]), next.value.done);
    await breath();
    if (signal.aborted) throw new Error(STOPPED);
  }
  return next.value;
}
