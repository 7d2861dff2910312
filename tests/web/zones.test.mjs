// zones.test.mjs: what a cell does along the current, as zones between the currents where something begins.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bandRange, restLost, zonesOf} from '../../web/session/zones.js';
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
function zones(...asked) {
  const {found, forms} = answer(...asked);
  return zonesOf(found, forms);
}
const ids = (all) => all.map(({id}) => id);
const edges = (all) => all.slice(1).map(({from}) => from);

test('a bursting cell is silent, then fires and falls silent, then rests or fires, and from the Hopf point on always fires', () => {
  const all = zones('IB');
  assert.deepEqual(ids(all), ['silent', 'stops', 'either', 'always']);
  // The first two were found by an independent program; I_H = [(k p + b)² - (b - a C)²] / 4k = (41² - 3.5²) / 4.8.
  for (const [i, expected] of [304.739051, 346.445353, 347.65625].entries())
    assert.ok(Math.abs(edges(all)[i] - expected) < 2e-6, `${edges(all)[i]}`);
});

test('where no Hopf point exists, rest is lost at the saddle-node', () => {
  // CH: b = 1 < a C = 1.5; I_SN = (k p + b)² / 4k = 31² / 6.
  const all = zones('CH');
  assert.deepEqual(ids(all), ['silent', 'stops', 'either', 'always']);
  assert.ok(Math.abs(edges(all)[2] - 961 / 6) < 1e-9);
});

test('a regular spiking cell knows two zones, since firing begins where rest is lost, and lasts', () => {
  const all = zones('RS');
  assert.deepEqual(ids(all), ['silent', 'always']);
  assert.ok(Math.abs(edges(all)[0] - 360 / 7) < 2e-6);
});

test('of a step that ends, all that is known is from where on it fires; and where nothing is found there are no zones', () => {
  const ending = {stimulus: [{kind: 'step', amplitude: 70, onset: 100, duration: 500}]};
  assert.deepEqual(ids(zones('RS', {of: 'this run', stimulus: 0}, ending)), ['silent', 'fires']);
  assert.deepEqual(zonesOf(undefined, []), []);
});

test('beside another steady current, the zones are those of the step alone', () => {
  const stimulus = [
    {kind: 'step', amplitude: 70, onset: 100, duration: null},
    {kind: 'step', amplitude: 30, onset: 0, duration: null},
  ];
  const its = {of: 'this run', stimulus: 0};
  const [edge] = edges(zones('RS', its, {stimulus}));
  assert.ok(Math.abs(edge - (360 / 7 - 30)) < 2e-6);
  const {amplitude, value} = restLost(answer('RS', its, {stimulus}).forms);
  assert.ok(Math.abs(amplitude - (360 / 7 - 30)) < 1e-9 && Math.abs(value - 360 / 7) < 1e-9);
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
