// long-enough.test.mjs: how long a run is made so that it shows a first spike that comes after its end.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {longEnough} = await bundled('web/session/long-enough.js');
const [{hard}] = engine.schema().fields.filter(({id}) => id === 'duration');

/** A regular spiking cell with a step from 100 ms on. */
const run = (amplitude, duration) =>
  engine.resolve({}, {duration, stimulus: [{kind: 'step', amplitude, onset: 100, duration: null}]}).experiment;
const studied = (experiment) => engine.study(experiment, {from: 0, to: experiment.duration, points: 2, budget: 2e5});
const enough = (experiment) => longEnough(studied(experiment).verdict, experiment.duration, hard.high);

test('a run without its first spike is made a tenth longer than that takes, rounded up to two digits, and then has it', () => {
  // At 51.5 pA the first spike comes 2325.5193 ms after a step that is on from 100 ms, so 1.1 times 2425.5193 = 2668.07.
  assert.equal(enough(run(51.5, 1000)), 2700);
  assert.equal(enough(run(51.5, 2000)), 2700);
  // 16545.2199 ms after it, so 1.1 times 16645.22 = 18309.7.
  assert.equal(enough(run(51.43, 1000)), 19000);
  for (const amplitude of [51.43, 51.5, 52])
    assert.ok(studied(run(amplitude, enough(run(amplitude, 1000)))).measures.count);
});

test('no length is offered where there is a spike, none will come, or the longest run misses it', () => {
  assert.equal(enough(run(51.5, 3000)), null);
  assert.equal(enough(run(51.4, 1000)), null);
  // 117068 ms after the onset, and no run is longer than 100000 ms.
  assert.equal(enough(run(51.4286, 1000)), null);
});
