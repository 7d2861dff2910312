// engine/worker.js: the same engine in a worker, for whatever takes longer than a frame. Workers have a script of their own; the
// page carries it and starts it from a blob, so there is no second file and it works from disk and in a sandbox.
import {compiledCore, packedCore} from './shared.js';

/** A worker, or null if none is allowed. It is sent the core as soon as the core is compiled. */
export function startWorker() {
  const script = document.getElementById('lab-workers')?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([script], {type: 'text/javascript'}));
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
 * Runs one experiment in a worker of its own, so that it can be ended at any moment. `stop` ends it, and the promise
 * rejects.
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
