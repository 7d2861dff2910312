// engine/worker.js: the same engine off the page, for what takes longer than a frame. Workers run a script of their own, which the
// page carries and starts as a blob, so that it needs no second file and works from disk and in a sandbox.
import {compiledCore, packedCore} from './shared.js';

/** A worker, or null where none is allowed. It is handed the core as soon as that is compiled. */
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

/** Sends the compiled core; packed, to be compiled once more, where a browser keeps compiled code to the page. @param {Worker} worker */
function handCore(worker) {
  const sendPacked = () => worker.postMessage({packed: packedCore()});
  worker.addEventListener('message', (event) => {
    if (!event.data.unreadable) return;
    event.stopImmediatePropagation(); // no answer to anything
    sendPacked();
  });
  const send = (/** @type {WebAssembly.Module} */ core) => {
    try {
      worker.postMessage({core});
    } catch {
      sendPacked();
    }
  };
  compiledCore().then(send, () => {}); // without it there is no lab that asks
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
