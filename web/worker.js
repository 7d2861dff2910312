// worker.js: the same engine off the page, for what takes longer than a frame. The page's own script runs in it, as a
// blob, so that it needs no second file and works from disk and in a sandbox.
import {startEngine} from './engine.js';

export const inWorker = typeof document === 'undefined' && typeof self !== 'undefined';

/** What runs in the worker: answers each {experiment, window} with {recording} or {error}. */
export async function serveWorker() {
  const questions = new Promise((resolve) => {
    self.onmessage = (event) => resolve(event.data);
  });
  const [{experiment, window}, engine] = await Promise.all([questions, startEngine()]);
  try {
    self.postMessage({recording: engine.simulate(experiment, window)});
  } catch (error) {
    self.postMessage({error: String(error)});
  }
}

/**
 * Runs one experiment off the page. `stop` ends it; the promise then rejects.
 * @param {Experiment} experiment
 * @param {SampleWindow} window
 */
export function simulateInWorker(experiment, window) {
  const script = document.getElementById('lab')?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([script], {type: 'text/javascript'}));
  const worker = new Worker(address);
  /** @type {() => void} */
  let stop = () => {};
  const result = new Promise((resolve, reject) => {
    const end = () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    };
    stop = () => {
      end();
      reject(new Error('stopped'));
    };
    worker.onmessage = ({data}) => {
      end();
      if (data.recording) resolve(data.recording);
      else reject(new Error(data.error));
    };
    worker.onerror = (event) => {
      end();
      reject(new Error(event.message));
    };
    worker.postMessage({experiment, window});
  });
  return {result: /** @type {Promise<Recording>} */ (result), stop};
}
