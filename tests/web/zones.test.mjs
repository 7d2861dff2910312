// zones.test.mjs: the band that shows what a cell does along the current.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bandRange, keptRange, showing, showingFrom, zonesOf} from '../../web/session/zones.js';
import rheobase from '../../web/analyses/rheobase.js';
import {wasm} from '../support.mjs';

const engine = await wasm();
const FROM_REST = {of: 'from rest', stimulus: null};

/** What the panel gets of a preset's cell, under a protocol, with changes of the run. */
function answer(id, protocol = FROM_REST, changes = {}) {
  const [run] = engine.presets().find((preset) => preset.id === id).runs;
  const {experiment} = engine.resolve(run, changes);
  return [...rheobase.steps(engine, {experiment, protocol})].at(-1);
}
/** Its zones. */
const zones = (...asked) => zonesOf(answer(...asked).found);
const edges = (all) => all.slice(1).map(({from}) => from);

test('the zones are the core’s, from minus to plus infinity', () => {
  const all = zones('IB');
  assert.deepEqual(
    all.map(({id}) => id),
    ['silent', 'stops', 'either', 'always'],
  );
  assert.deepEqual([all[0].from, all[3].to], [-Infinity, Infinity]);
  // I_H = [(k p + b)² - (b - a C)²] / 4k = (41² - 3.5²) / 4.8.
  assert.ok(Math.abs(edges(all)[2] - 347.65625) < 1e-9);
  assert.deepEqual(zonesOf(undefined), []);
});

test('the band shows every edge, and the current of the run unless it is far away', () => {
  const lanes = [zones('IB')];
  const [low, , high] = edges(lanes[0]);
  const alone = bandRange(lanes, 600);
  assert.ok(alone.from < low && alone.to > high && alone.to < 600);
  const wider = bandRange(lanes, 250);
  assert.ok(wider.from < 250);
  const both = bandRange([...lanes, zones('RS')], null);
  assert.ok(both.from < 51 && both.to > high);
});

test('an edit leaves the stretch of the band as it was, so that its edges move: halving b of IB moves the first spike', () => {
  const before = bandRange([zones('IB')], 600);
  const halved = zones('IB', FROM_REST, {cell: {b: 2.5}});
  const after = keptRange(before, bandRange([halved], 600));
  assert.deepEqual(after, before);
  // From 304.7 to 291.5 pA, of a band that shows the cell of before with a good half beyond its edges.
  const share = (at) => (at - before.from) / (before.to - before.from);
  assert.ok(share(edges(zones('IB'))[0]) - share(edges(halved)[0]) > 0.1);
  // What leaves it widens it; what would be a tenth of it is shown as if for the first time.
  assert.deepEqual(keptRange({from: 0, to: 100}, {from: -20, to: 60}), {from: -20, to: 100});
  assert.deepEqual(keptRange({from: 0, to: 100}, {from: 40, to: 50}), {from: 40, to: 50});
  assert.deepEqual(keptRange({from: 0, to: 100}, {from: 1000, to: 1040}), {from: 1000, to: 1040});
  assert.deepEqual(keptRange(undefined, {from: 1, to: 2}), {from: 1, to: 2});
});

test('what belongs to a threshold runs a current at which one sees in the run what begins there', () => {
  for (const [id, changes] of [
    ['RS', {}],
    ['RS', {duration: 300}],
    ['IB', {}],
    ['IB', {cell: {b: 2.5}}],
    ['CH', {}],
    ['note-10', {}],
  ]) {
    const [preset] = engine.presets().find((one) => one.id === id).runs;
    const {experiment} = engine.resolve(preset, changes);
    const {of, stimulus} = engine.protocol_setting(experiment, {of: 'this run', stimulus: null});
    const {found, forms} = answer(id, {of, stimulus}, changes);
    const spikes = ({amplitude, duration}) => {
      const run = engine.protocol_run(
        experiment,
        {of, stimulus},
        amplitude,
        Math.max(experiment.duration, duration ?? 0),
      );
      return [...engine.simulate(run, {from: 0, to: run.duration, points: 2, budget: 2e6}).spikes];
    };
    assert.ok(spikes(showing(found.first)).length >= 1, id);
    assert.ok(spikes(showing(found.lasting)).length >= 3, id);
    for (const {from, to, id: zone} of zonesOf(found).slice(1)) {
      const run = showingFrom(from, found);
      assert.ok(run.amplitude > from && run.amplitude < to, `${id}: ${zone}: ${run.amplitude}`);
      assert.ok(spikes(run).length >= 1, `${id}: ${zone}`);
      // Few digits, as the thresholds themselves would not be seen to be passed.
      assert.ok(String(run.amplitude).length <= 7, `${run.amplitude}`);
    }
    for (const {symbol, value} of forms) {
      const run = showingFrom(value, found);
      assert.ok(run.amplitude > value, `${id}: ${symbol}`);
      assert.ok(spikes(run).length >= 1, `${id}: ${symbol}`);
    }
  }
});
