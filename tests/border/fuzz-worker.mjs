// fuzz-worker.mjs: makes the calls of fuzz.test.mjs in its own thread, so that one that does not end can be ended.
import {parentPort, workerData} from 'node:worker_threads';
import {wasm} from '../support.mjs';
import {callOf, strange} from './fuzz.mjs';

const {seed, started} = workerData;
const izh = await wasm();
parentPort.on('message', (index) => {
  const {name, args, shown} = callOf(izh, seed, index);
  Atomics.store(started, 0, BigInt(index));
  const began = process.cpuUsage(); // processor time, since the machine may be busy with something else
  let refused = false;
  let fault = '';
  let result;
  try {
    result = izh[name](...args);
  } catch (error) {
    refused = true;
    if (error instanceof WebAssembly.RuntimeError) fault = `crashes: ${error.message}`;
    else if (!(error instanceof Error) || error.message.length < 8) fault = 'throws what is no clear Error';
    else if (/-Infinity to|-infinity to/.test(error.message)) fault = `prints a range to infinity: ${error.message}`;
  }
  const {user, system} = process.cpuUsage(began);
  const took = (user + system) / 1000;
  if (!refused) fault = strange(result);
  parentPort.postMessage({index, name, refused, fault, took, shown: shown()});
});
parentPort.postMessage('ready');
