// orbit.test.mjs: what the phase plane draws of a run: the transient, the last cycle, and the part around the cursor;
// computed by the page's own wasm.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {Session} = await bundled('web/session/session.js');
const {resets} = await bundled('web/plot/phase-paint.js');

const SIZE = 1000; // px of a plane on a large screen

function opened(id, core = engine) {
  const session = new Session(core);
  assert.equal(session.open(id), true);
  return session;
}

const curvesOf = (orbit) => orbit.flatMap(({curves}) => curves);
/** All the lines of an orbit: its curves and its resets. */
const linesOf = (orbits) =>
  orbits.flatMap((curves) => [
    ...curves,
    ...resets(curves).map(([from, to]) => ({v: [from.v, to.v], u: [from.u, to.u]})),
  ]);

/** The distance from a state to the nearest of the lines, in px of the plane shown. */
function distance({v, u}, lines, {v_low, v_high, u_low, u_high}) {
  const [across, up] = [SIZE / (v_high - v_low), SIZE / (u_high - u_low)];
  let nearest = Infinity;
  for (const line of lines)
    for (let i = 0; i < line.v.length; i += 1) {
      const j = Math.min(i + 1, line.v.length - 1);
      const [x, y] = [(line.v[i] - v) * across, (line.u[i] - u) * up];
      const [dx, dy] = [(line.v[j] - line.v[i]) * across, (line.u[j] - line.u[i]) * up];
      const length = dx * dx + dy * dy;
      const share = length > 0 ? Math.min(1, Math.max(0, -(x * dx + y * dy) / length)) : 0;
      nearest = Math.min(nearest, Math.hypot(x + share * dx, y + share * dy));
    }
  return nearest;
}

/** The farthest that the state at any of the `instants` lies from the lines drawn around it, in px. */
function farthest(session, instants) {
  const found = session.compute();
  let most = 0;
  for (const time of instants) {
    session.cursor.point({time});
    const {instant, around, planeWindow} = session.atCursor(found);
    if (!instant) continue;
    most = Math.max(most, distance(instant, linesOf([around]), planeWindow));
  }
  return most;
}

/** Instants of a run: evenly spaced, and at, just before and just after each of its spikes. */
function instantsOf({recording: {spikes, before}, experiment: {duration}}) {
  const even = Array.from({length: 41}, (_, i) => (i / 40) * duration);
  const near = Array.from(spikes.slice(0, 40), (time, i) => [
    before[i] + 0.4 * (time - before[i]),
    time - 0.01,
    time,
    time + 0.01,
  ]);
  return [...even, ...near.flat()].filter((time) => time >= 0 && time <= duration);
}

// Half a pixel, since the lines are accurate to a quarter of one. Fails with: the run's even samples drawn instead.
test('in every preset, the state lies on the orbit drawn around it, at any instant', () => {
  const session = new Session(engine);
  for (const {id, runs} of session.presets) {
    session.open(id);
    for (const index of runs.keys()) {
      session.select(index);
      const run = session.compute().runs[index];
      assert.ok(farthest(session, instantsOf(run)) <= 0.5, `${id}, run ${index}`);
    }
  }
});

test('in fixed steps, too, the state lies on the orbit, also between the ends of a reset', () => {
  for (const solver of [
    {kind: 'euler', dt: 0.5},
    {kind: 'rk4', dt: 0.05},
  ]) {
    const session = opened('note-CH-600');
    session.edit({solver});
    assert.ok(farthest(session, instantsOf(session.compute().runs[0])) <= 0.5, solver.kind);
  }
});

test('the state lies on the orbit in a close-up of the plane, and in a stretch of the run', () => {
  const session = opened('note-CH-500');
  session.look({from: 150, to: 160});
  assert.ok(
    farthest(
      session,
      Array.from({length: 101}, (_, i) => 150 + i / 10),
    ) <= 0.5,
  );
  session.cursor.zoomed = true;
  assert.ok(
    farthest(
      session,
      Array.from({length: 101}, (_, i) => 150 + i / 10),
    ) <= 0.5,
  );
});

// 300 pA for 60 s: thousands of spikes.
test('in the middle of a long train, too, the orbit around the state is drawn, at the cost of that part alone', () => {
  const session = opened('CH');
  session.edit({duration: 60000, stimulus: [{kind: 'step', amplitude: 300, onset: 0}]});
  const {runs} = session.compute();
  const {recording, orbit} = runs[0];
  assert.ok(recording.spikes.length > 2000);
  assert.equal(orbit.length, 2);
  assert.ok(curvesOf(orbit).length < 40);
  assert.ok(
    farthest(
      session,
      Array.from({length: 20}, (_, i) => 20000 + 37.3 * i),
    ) <= 0.5,
  );
});

test('a run computed by the worker, beyond the budget of an edit, has its whole orbit', () => {
  const session = opened('RS');
  session.edit({solver: {kind: 'rk4', dt: 0.001}, duration: 2000, stimulus: [{kind: 'step', amplitude: 100}]});
  assert.equal(session.compute().runs[0].recording.ended.kind, 'out of budget');
  session.adopt(0, engine.study(session.runs[0], session.recordings.longWindow(session.runs[0])), session.version);
  const {orbit, recording} = session.compute().runs[0];
  assert.equal(recording.ended.kind, 'finished');
  assert.equal(orbit.length, 2);
  const {curves, cycle_from, cycle_to} = orbit[1];
  assert.deepEqual([cycle_from, cycle_to], [0, 1]); // it has settled into single spikes
  assert.equal(curves.length, 2);
  const last = recording.spikes.length - 1;
  assert.equal(curves[0].v[0], recording.reset_v[last - 1]);
  assert.equal(curves[0].v[curves[0].v.length - 1], recording.spike_v[last]);
  assert.equal(curves[1].u[0], recording.reset_u[last]);
});

test('every reset drawn begins where an upstroke ends at vpeak, and ends where the next curve begins', () => {
  const session = new Session(engine);
  for (const {id, runs} of session.presets) {
    session.open(id);
    session.pin();
    const found = session.compute();
    for (const {orbit, experiment, recording} of [...found.runs, ...found.ghosts]) {
      const {c, vpeak} = experiment.cell;
      if (experiment.solver.kind !== 'exact') continue;
      for (const {curves} of orbit) {
        for (const {v} of curves) assert.ok(v.length > 1, id);
        for (const [from, to] of resets(curves)) {
          assert.ok(Math.abs(from.v - vpeak) < 1e-9 || from.v > vpeak, `${id}: ${from.v}`);
          assert.ok(Math.abs(to.v - c) < 1e-9, `${id}: ${to.v}`);
          const spike = recording.reset_u.findIndex((u) => Math.abs(u - to.u) < 1e-9);
          assert.ok(spike >= 0 && Math.abs(recording.spike_u[spike] - from.u) < 1e-9, id);
        }
      }
    }
    assert.equal(runs.length, found.runs.length);
    session.unpin(0);
  }
});

// The bursts of note-CH-200 settle; a regular spiking cell ends in single spikes; one spike is not a cycle.
test('the last cycle goes from spike to spike, or from burst to burst; a single spike has none', () => {
  const cycleOf = (id, edit) => {
    const session = opened(id);
    if (edit) assert.deepEqual(session.edit(edit), []);
    const {orbit, recording, pattern} = session.compute().runs[0];
    const part = orbit[orbit.length - 1];
    return {cycle: part.cycle_to && part.cycle_to - part.cycle_from, part, recording, pattern};
  };
  assert.equal(cycleOf('RS').cycle, 1);
  const bursts = cycleOf('CH', {stimulus: [{kind: 'step', amplitude: 200, onset: 0}], duration: 3000});
  const [last, before] = [...bursts.pattern.burst_last].reverse();
  assert.equal(bursts.pattern.kind, 'bursting');
  assert.equal(bursts.cycle, last - before);
  // It is closed: the next curve begins where it began, as far as the train has settled.
  const {curves, cycle_from: from, cycle_to: to} = bursts.part;
  assert.ok(Math.abs(curves[to].u[0] - curves[from].u[0]) < 1);
  assert.equal(cycleOf('note-CH-150').cycle, null);
  assert.equal(cycleOf('RS', {stimulus: [{kind: 'step', amplitude: 0}]}).cycle, null);
});

test('while the cursor moves between two spikes, the curve around it stays the same', () => {
  const session = opened('note-CH-600');
  const found = session.compute();
  const {spikes} = found.runs[0].recording;
  const [from, to] = [spikes[30], spikes[31]];
  session.cursor.point({time: from});
  const {around} = session.atCursor(found);
  for (let i = 1; i < 10; i += 1) {
    session.cursor.point({time: from + (i / 10) * (to - from)});
    assert.deepEqual(session.atCursor(found).around, around);
  }
  session.cursor.point({time: to});
  assert.notDeepEqual(session.atCursor(found).around, around);
});

// For RS: resolve, study and moment. Fails with: a separate question for each part.
test('an edit asks the core three things, two more for each further run, and one for the plane of the compared one', () => {
  let calls = 0;
  const counting = Object.fromEntries(
    Object.entries(engine)
      .filter(([, value]) => typeof value === 'function')
      .map(([name, call]) => [name, (...all) => ((calls += 1), call(...all))]),
  );
  for (const [id, runs] of [
    ['RS', 1],
    ['note-10', 6],
  ]) {
    const session = opened(id, counting);
    session.compute();
    calls = 0;
    session.edit({cell: {b: -1}});
    session.compute();
    assert.equal(calls, 2 * runs + 1 + Number(runs > 1), id);
  }
});
