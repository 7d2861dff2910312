// border.mjs: the cost of one call through the border, compared with the run that it asks for.
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {bundled, root, wasm} from '../support.mjs';

const engine = await wasm();

/** Microseconds per call: the best of many batches, because whatever else the machine does only adds time. */
function cost(call, calls = 100) {
  let best = Infinity;
  for (let batch = 0; batch < 40; ++batch) {
    const start = performance.now();
    for (let i = 0; i < calls; ++i) call();
    best = Math.min(best, ((performance.now() - start) / calls) * 1000);
  }
  return best;
}

const {experiment} = engine.resolve(engine.presets()[0].runs[0], {duration: 1000});
const show = (name, value) => console.log(`${name.padEnd(44)} ${value.toFixed(1).padStart(8)} us`);
console.log('the border, under node: RS 70 pA, 1 s');
show(
  'resolve(experiment, {duration: 900})',
  cost(() => engine.resolve(experiment, {duration: 900})),
);
show(
  'simulate, spikes only',
  cost(() => engine.simulate(experiment, {points: 0})),
);
const call = cost(() => engine.simulate(experiment, {points: 1600}));
show('simulate, 1600 samples', call);
// The same run in a loop inside the wasm, without samples.
const run = Number(execFileSync(process.execPath, [join(root, 'build/wasm/izh_bench.js'), 'run'], {encoding: 'utf8'}));
show('the run alone, in C++', run);
console.log(`a call with 1600 samples costs ${(call / run).toFixed(1)} such runs (wanted: 5 at most)`);

// The time of a script that steps by 0.01 ms, through the same call.
const {experiment: stepped} = engine.resolve(experiment, {solver: {kind: 'rk4', dt: 0.01}});
for (const [asked, points] of [
  ['spikes only', 0],
  ['1600 samples', 1600],
]) {
  const exact = cost(() => engine.simulate(experiment, {points}));
  const steps = cost(() => engine.simulate(stepped, {points}), 2);
  show(`rk4 at 0.01 ms, ${asked}`, steps);
  console.log(`exact through the border, ${asked}, is ${(steps / exact).toFixed(0)} times faster (wanted: 40)`);
}

// An edit of note-10 as the page makes it: its runs resolved and studied, and the moment at the cursor.
const {Session} = await bundled('web/session/session.js');
let spent = 0;
let deep = 0;
const timed =
  (call) =>
  (...given) => {
    if (deep) return call(...given);
    deep += 1;
    const start = performance.now();
    try {
      return call(...given);
    } finally {
      spent += performance.now() - start;
      deep -= 1;
    }
  };
const watched = Object.fromEntries(
  Object.entries(engine).map(([name, one]) => [name, typeof one === 'function' ? timed(one) : one]),
);
const session = new Session(watched);
session.open('note-10');
session.recordings.points = 1600;
let least = Infinity;
for (let i = 0; i < 2000; i += 1) {
  spent = 0;
  session.edit({cell: {C: 100 + (i % 40) / 10}});
  session.compute();
  least = Math.min(least, spent);
}
const alone = Number(
  execFileSync(process.execPath, [join(root, 'build/wasm/izh_bench.js'), 'note-10'], {encoding: 'utf8'}),
);
show('an edit of note-10: the engine', least * 1000);
show('its six runs at 1600 samples, in C++', alone);
console.log(`the runs are ${((100 * alone) / (least * 1000)).toFixed(0)} % of the engine's part (wanted: 50 at least)`);
