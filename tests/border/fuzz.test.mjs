// fuzz.test.mjs: every bound function, called from JavaScript with arguments of every shape: invalid ones are refused at
// once, valid calls end, and no number returned is NaN or infinite. IZH_FUZZ_SECONDS sets how long it runs (20 s by default),
// IZH_FUZZ_SEED the seed (1); IZH_FUZZ_CALL makes a single call.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Worker} from 'node:worker_threads';
import {wasm} from '../support.mjs';
import {bound, valid} from './fuzz.mjs';

const SEED = Number(process.env.IZH_FUZZ_SEED ?? 1);
const SECONDS = Number(process.env.IZH_FUZZ_SECONDS ?? 20);
/** How long a call may take on a busy machine, in ms; a call fails if it takes longer three times in a row. */
const REFUSED = 100;
const ANSWERED = 2000;
const HANGS = 20000;
const REPEATS = 3;

// Fails with: a function bound without a line in bound.hpp, or with an argument that `valid` does not know.
test('every bound function is listed, and a valid value is known for each of its arguments', async () => {
  const izh = await wasm();
  const ours = new Set(bound.map(({name}) => name));
  assert.ok(ours.size > 30);
  for (const [name, one] of Object.entries(izh))
    if (typeof one === 'function') assert.ok(ours.has(name), `${name} is in no line of bound.hpp`);
  for (const {name, args} of bound) {
    assert.equal(typeof izh[name], 'function', name);
    for (const argument of args) assert.ok(argument in valid, `${name}: fuzz.mjs makes no ${argument}`);
  }
});

/** Makes calls in a worker; a call that hangs ends the worker. */
class Calls {
  #started = new BigInt64Array(new SharedArrayBuffer(8));
  #worker;

  async #begin() {
    this.#worker = new Worker(new URL('fuzz-worker.mjs', import.meta.url), {
      workerData: {seed: SEED, started: this.#started},
    });
    await new Promise((resolve, reject) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', reject);
    });
  }

  /** The result of a call; {hung: true} if it does not end. */
  async make(index) {
    if (!this.#worker) await this.#begin();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const waiting = setTimeout(async () => {
        this.#worker = undefined;
        await worker.terminate();
        resolve({index, hung: true, fault: 'does not end'});
      }, HANGS);
      worker.removeAllListeners('message').removeAllListeners('error');
      worker.once('error', reject);
      worker.once('message', (answer) => {
        clearTimeout(waiting);
        resolve(answer);
      });
      worker.postMessage(index);
    });
  }

  async end() {
    await this.#worker?.terminate();
  }
}

/** At least this many calls are made, however slow the machine. */
const ENOUGH = 5 * bound.length;

const late = ({hung, refused, took}) => hung || took > (refused ? REFUSED : ANSWERED);

// Fails with: readable(infinity) without its end; `hold` not checked; 1000 / 0 returned.
test(
  `calls of every shape for ${SECONDS} s: each is refused at once or ends, with finite numbers`,
  {timeout: (SECONDS + 280) * 1e3},
  async () => {
    const calls = new Calls();
    const faults = [];
    let refused = 0;
    let made = 0;
    const only = process.env.IZH_FUZZ_CALL;
    const until = performance.now() + SECONDS * 1e3;
    for (let index = only ? Number(only) : 0; performance.now() < until || made < ENOUGH; ++index) {
      let answer = await calls.make(index);
      for (let again = 1; again < REPEATS && late(answer); ++again) answer = await calls.make(index);
      if (late(answer) && !answer.fault) answer.fault = `takes ${answer.took} ms`;
      if (answer.fault)
        faults.push(
          `IZH_FUZZ_SEED=${SEED} IZH_FUZZ_CALL=${index}: ${answer.fault}: ${answer.shown ?? bound[index % bound.length].name}`,
        );
      if (answer.refused) refused += 1;
      made += 1;
      if (only || faults.length > 30) break;
    }
    await calls.end();
    assert.deepEqual(faults, []);
    if (only) return;
    assert.ok(refused > made / 10 && refused < made * 0.9, `${refused} of ${made} refused`);
  },
);
