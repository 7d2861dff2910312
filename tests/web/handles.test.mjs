// handles.test.mjs: how a stimulus changes when its grips are dragged, and where handles go when they are close together.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {apart, spread} = await bundled('web/plot/spread.js');
const {currentsAround, gripsOf, moved} = await bundled('web/plot/stimulus-grips.js');

const step = {kind: 'step', amplitude: 70, onset: 100, duration: null};
const pulse = {...step, duration: 200};
const ramp = {kind: 'ramp', from: 0, to: 250, onset: 50, duration: 500};
const RUN = 1000;

test('a step has grips at its edges and its top, a ramp at its ends, as far as they are in the window', () => {
  const parts = (one, from, to) => gripsOf(one, RUN, {from, to}).map(({part, time}) => [part, time]);
  assert.deepEqual(parts(step, 0, RUN), [
    ['onset', 100],
    ['end', RUN], // to the end of the run
    ['amplitude', 550],
  ]);
  assert.deepEqual(parts(pulse, 150, 250), [['amplitude', 200]]); // its edges, at 100 and 300, are outside
  assert.deepEqual(parts(pulse, 400, 900), []);
  assert.deepEqual(parts(ramp, 0, 300), [['from', 50]]);
});

test('dragging one edge leaves the other where it was, and cannot pass it', () => {
  const onset = (one, time) => moved(one, 'onset', {time, level: 0}, RUN, 1);
  assert.deepEqual(onset(pulse, 150), {...pulse, onset: 150, duration: 150}); // its end stays at 300
  assert.deepEqual(onset(pulse, 900), {...pulse, onset: 299, duration: 1});
  assert.deepEqual(onset(pulse, -40), {...pulse, onset: 0, duration: 300});
  assert.deepEqual(onset(step, 150), {...step, onset: 150});
  assert.deepEqual(onset(step, 5000), {...step, onset: 999});
  const end = (one, time) => moved(one, 'end', {time, level: 0}, RUN, 1);
  assert.deepEqual(end(step, 400), {...step, duration: 300});
  assert.deepEqual(end(pulse, 20), {...pulse, duration: 1});
  assert.deepEqual(moved(ramp, 'from', {time: 100, level: 20}, RUN, 1), {...ramp, onset: 100, duration: 450, from: 20});
  // It cannot last to infinity, so it ends with the run.
  assert.deepEqual(moved(ramp, 'to', {time: 1200, level: -5}, RUN, 1), {...ramp, duration: 950, to: -5});
  // 0.3 - 0.1 is 0.19999999999999998 in doubles.
  assert.equal(moved({...pulse, onset: 0.1}, 'end', {time: 0.3, level: 0}, RUN, 0.01).duration, 0.2);
});

test('dragging the end of a step inwards gives it a duration; dragging it beyond the run removes the duration', () => {
  const dragged = moved(step, 'end', {time: 600, level: 70}, RUN, 1);
  assert.equal(dragged.duration, 500);
  for (const time of [RUN, RUN + 300]) assert.deepEqual(moved(dragged, 'end', {time, level: 70}, RUN, 1), step);
});

test('the core accepts what dragging makes of an experiment', () => {
  for (const one of [
    moved(pulse, 'onset', {time: 1e9, level: 0}, RUN, 1),
    moved(ramp, 'to', {time: -1e9, level: 3}, RUN, 1),
  ])
    assert.deepEqual(engine.resolve(engine.resolve({}, {}).experiment, {stimulus: [one]}).problems, []);
});

test('the current at an edge is the sum of all stimuli', () => {
  const corners = engine.corners([pulse, ramp], RUN);
  // The ramp is at 250 (t - 50) / 500: 25 pA at 100 ms, 125 pA at 300 ms, and ends at 550 ms with 250 pA.
  const expected = {100: [25, 95], 300: [195, 125], 200: [145, 145], 550: [250, 0], 0: [0, 0]};
  for (const [time, [before, after]] of Object.entries(expected)) {
    const found = currentsAround(corners, Number(time));
    // A few ulps of 250, since the corners are sums and the values between them are interpolated.
    assert.ok(Math.abs(found.before - before) < 1e-10 && Math.abs(found.after - after) < 1e-10, JSON.stringify(found));
  }
});

test('labels that would overlap are spread around their mean position, within the axis', () => {
  assert.deepEqual(spread([10, 50, 90], 24, 0, 100), [10, 50, 90]);
  // 40, 50, 60 minus 0, 24, 48: 40, 26, 12, with mean 26.
  assert.deepEqual(spread([40, 50, 60], 24, 0, 100), [26, 50, 74]);
  // Pushed back by the ends: 2, 3 minus 0, 24: mean -9.5; 98, 99 minus 0, 24: mean 86.5, at most 100 - 24.
  assert.deepEqual(spread([2, 3], 24, 0, 100), [0, 24]);
  assert.deepEqual(spread([98, 99], 24, 0, 100), [76, 100]);
  assert.deepEqual(spread([], 24, 0, 100), []);
});

test('handles keep their distance from those placed before them', () => {
  const area = {left: 0, right: 200, top: 0, bottom: 100};
  const same = Array(5).fill({x: 100, y: 50});
  const placed = apart(same, 24, area);
  assert.deepEqual(placed[0], same[0]);
  for (const [i, one] of placed.entries())
    for (const other of placed.slice(0, i))
      assert.ok(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) >= 24);
  assert.deepEqual(apart([{x: 300, y: -5}], 24, area), [{x: 200, y: 0}]);
  // On a level line a handle moves along the line; an edge handle moves along the edge.
  const [edge] = same;
  assert.deepEqual(apart([edge, {...edge, level: true}], 24, area)[1], {x: 124, y: 50});
  assert.deepEqual(apart([edge, edge], 24, area)[1], {x: 100, y: 74});
});
