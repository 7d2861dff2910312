// worker.js: the same engine off the page, for what takes longer than a frame. The page's own script runs in it, as a
// blob, so that it needs no second file and works from disk and in a sandbox.
import {questioner} from './analysis.js';
import {startEngine} from './engine.js';

export const inWorker = typeof document === 'undefined' && typeof self !== 'undefined';

/** What runs in the worker: answers {experiment, window} with {study} or {error}, and the questions of analysis.js. */
export function serveWorker() {
  /** @type {Promise<Engine> | undefined} */
  let engine;
  const start = () => (engine ??= startEngine());
  const questions = questioner(start, (message) => self.postMessage(message));
  self.onmessage = async ({data}) => {
    if (!data.experiment) {
      self.postMessage({read: true});
      return questions.take(data);
    }
    try {
      self.postMessage({study: (await start()).study(data.experiment, data.window)});
    } catch (error) {
      self.postMessage({error: String(error)});
    }
  };
}

/** A worker that runs this page's own script, or null where none is allowed. */
export function startWorker() {
  const script = document.getElementById('lab')?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([script], {type: 'text/javascript'}));
  try {
    return new Worker(address);
  } catch {
    return null;
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), 10000); // some browsers read it only after a while
  }
}

/**
 * Runs one experiment off the page, in a worker of its own, so that it can be ended at any moment. `stop` ends it; the
 * promise then rejects.
 * @param {Experiment} experiment
 * @param {SampleWindow} window
 */
export function studyInWorker(experiment, window) {
  const worker = startWorker();
  /** @type {() => void} */
  let stop = () => {};
  const result = new Promise((resolve, reject) => {
    if (!worker) return reject(new Error('no worker is allowed here'));
    stop = () => {
      worker.terminate();
      reject(new Error('stopped'));
    };
    worker.onmessage = ({data}) => {
      worker.terminate();
      if (data.study) resolve(data.study);
      else reject(new Error(data.error));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    worker.postMessage({experiment, window});
  });
  return {result: /** @type {Promise<Study>} */ (result), stop};
}
