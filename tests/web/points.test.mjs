// points.test.mjs: curves keep the peaks and resets that even samples miss.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {pointsOfStimulus, pointsOverTime} = await bundled('web/plot/points.js');
const RS = engine.resolve({}, {}).experiment;
const run = (partial, window = {points: 300}) => {
  const {experiment, problems} = engine.resolve(RS, partial);
  assert.deepEqual(problems, []);
  return {experiment, recording: engine.simulate(experiment, window)};
};
const inOrder = (points) => points.every(({x}, i) => i === 0 || x >= points[i - 1].x);

// Fails with: points at spikes left out; the point after the reset placed before the one before it.
test('every spike of an exact run is drawn up to vpeak and from c', () => {
  const {recording} = run({});
  const points = pointsOverTime(recording, 'v');
  assert.ok(inOrder(points));
  for (const time of recording.spikes) {
    const at = points.findIndex(({x}) => x === time);
    // vpeak and c pass through the solver's normal form: an error of a few ulps of 50.
    assert.ok(Math.abs(points[at].y - 35) < 1e-12 && Math.abs(points[at + 1].y - -50) < 1e-12);
  }
  const u = pointsOverTime(recording, 'u');
  for (const time of recording.spikes) {
    const at = u.findIndex(({x}) => x === time);
    assert.ok(Math.abs(u[at + 1].y - u[at].y - 100) < 1e-9); // d
  }
});

test('a fixed-step run is drawn through its own grid points, without the peaks that it misses', () => {
  const dt = 0.5;
  const whole = run({solver: {kind: 'euler', dt}}, {points: 2001}).recording; // samples on the grid
  const {recording} = run({solver: {kind: 'euler', dt}});
  const points = pointsOverTime(recording, 'v');
  assert.ok(inOrder(points));
  assert.ok(recording.spikes.length > 0);
  for (const [i, time] of recording.spikes.entries()) {
    assert.equal(recording.before[i], time - dt);
    const last = Math.round((time - dt) / dt);
    assert.equal(whole.time[last], time - dt);
    const at = points.findIndex(({x}) => x === time - dt);
    // The sample lies on the line through the grid points: an ulp or two from the point itself.
    assert.ok(Math.abs(points[at].y - whole.v[last]) < 1e-12 && points[at].y < 35);
    assert.deepEqual(points[at + 1], {x: time, y: -50});
  }
});

// Fails with: all spikes drawn.
test('a cell that runs away is drawn with no more spikes than can be told apart', () => {
  const {recording} = run({cell: {d: -500}});
  assert.ok(recording.spikes.length > 10000);
  assert.ok(pointsOverTime(recording, 'v').length < 6 * 300);
});

test('a zoomed window draws only the spikes within it', () => {
  const {recording} = run({}, {from: 190, to: 210, points: 100});
  const points = pointsOverTime(recording, 'v');
  assert.ok(points.every(({x}) => x >= 190 && x <= 210));
  assert.equal(points.filter(({y}) => Math.abs(y - 35) < 1e-9).length, 1); // the first spike, at 200.02 ms
});

test('a pulse shorter than the sampling interval is still drawn', () => {
  const corners = engine.corners([{kind: 'step', amplitude: 5, onset: 100, duration: 0.01}], 1000);
  assert.deepEqual(pointsOfStimulus({corners}), [
    {x: 0, y: 0},
    {x: 100, y: 0},
    {x: 100, y: 5},
    {x: 100.01, y: 5},
    {x: 100.01, y: 0},
    {x: 1000, y: 0},
  ]);
});
