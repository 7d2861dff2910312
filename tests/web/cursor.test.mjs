// cursor.test.mjs: the instant that all plots mark, and the part of the phase plane shown, computed by the page's own wasm.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {Session} = await bundled('web/session/session.js');
const {Cursor} = await bundled('web/session/cursor.js');

function opened(id, core = engine) {
  const session = new Session(core);
  assert.equal(session.open(id), true);
  return session;
}

// Fails with: hovering moves a fixed cursor; a second press does not release it.
test('the cursor follows the pointer until a press fixes it, and the next press releases it', () => {
  const cursor = new Cursor(engine);
  const moved = (time, how) => [cursor.point({time, how}), cursor.time, cursor.fixed];
  assert.deepEqual(moved(10, 'hover'), [true, 10, false]);
  assert.deepEqual(moved(10, 'hover'), [false, 10, false]);
  assert.deepEqual(moved(20, 'press'), [true, 20, true]);
  assert.deepEqual(moved(30, 'hover'), [false, 20, true]);
  assert.deepEqual(moved(40), [true, 40, true]); // keys move it, fixed or not
  assert.deepEqual(moved(50, 'drag'), [true, 50, true]);
  assert.deepEqual(moved(60, 'press'), [true, 60, false]);
  assert.deepEqual(moved(70, 'touch'), [true, 70, true]);
  assert.deepEqual(moved(null), [true, null, false]);
  assert.deepEqual(moved(null), [false, null, false]);
});

test('without a cursor, the instant is the end of the stretch; a stretch without the cursor moves it to its edge', () => {
  const session = opened('RS');
  assert.equal(session.compute().cursor, 1000);
  assert.equal(session.compute().marked, false);
  session.cursor.point({time: 50});
  session.look({from: 200, to: 400});
  assert.equal(session.compute().cursor, 200);
  session.look({from: 0, to: null});
  assert.equal(session.compute().cursor, 50);
});

// Fails with: the plane of the last current.
test('at the cursor the three currents add up to C dv/dt, and the plane is that of its current', () => {
  const session = opened('RS');
  const found = session.compute();
  for (const time of [0, 50, 99.9, 100, 250, 777.7, 1000]) {
    session.cursor.point({time});
    const {instant, plane} = session.atCursor(found);
    assert.equal(instant.time, time);
    const sum = instant.membrane + instant.recovery + instant.current;
    assert.ok(Math.abs(instant.capacitive - sum) <= 1e-9 * Math.max(1, Math.abs(instant.membrane)));
    assert.equal(plane.current, time < 100 ? 0 : 70); // the step begins at 100
    assert.equal(plane.fixed_points.length, time < 100 ? 2 : 0); // I_SN = 51.43
  }
});

// Fails with: compute called when the cursor moves.
test('moving the cursor runs nothing', () => {
  let runs = 0;
  const counting = {
    ...Object.fromEntries(Object.entries(engine).filter(([, value]) => typeof value === 'function')),
    study: (...all) => {
      runs += 1;
      return engine.study(...all);
    },
  };
  const session = opened('note-4', counting);
  const found = session.compute();
  const before = runs;
  assert.ok(before > 0);
  for (let time = 0; time < 500; time += 10) {
    session.cursor.point({time});
    session.atCursor(found);
  }
  assert.equal(runs, before);
});

test('after the end of a run, or after it stopped, there is no state at the cursor', () => {
  const session = opened('note-4');
  session.edit({duration: 800});
  session.cursor.point({time: 800});
  assert.ok(session.compute().instant);
  session.edit({solver: {kind: 'rk4', dt: 0.0001}}); // 8e6 steps: more than an edit may take
  const {instant, runs, selected, plane} = session.compute();
  assert.equal(instant, null);
  assert.equal(runs[selected].recording.ended.kind, 'out of budget');
  assert.ok(Number.isFinite(plane.current));
});

/** Whether a window contains a state. */
const holds = ({v_low, v_high, u_low, u_high}, v, u) => v >= v_low && v <= v_high && u >= u_low && u <= u_high;

// Fails with: a window without the fixed points.
test('the plane contains the orbits, the start, the resets and the fixed points of every preset', () => {
  const session = new Session(engine);
  for (const {id} of session.presets) {
    session.open(id);
    session.cursor.point({time: 0});
    const {runs, planeWindow, plane, start} = session.compute();
    assert.ok(holds(planeWindow, start.v, start.u), id);
    for (const {v, u} of plane.fixed_points) assert.ok(holds(planeWindow, v, u), `${id}: ${v}, ${u}`);
    for (const {orbit, recording} of runs) {
      for (const {v, u} of orbit.flatMap(({curves}) => curves))
        assert.ok(
          v.every((x, i) => holds(planeWindow, x, u[i])),
          id,
        );
      // So the state is visible wherever the cursor is, in the middle of a long train as well.
      for (const [v, u] of [
        [recording.v, recording.u],
        [recording.spike_v, recording.spike_u],
        [recording.reset_v, recording.reset_u],
      ])
        assert.ok(
          v.every((x, i) => holds(planeWindow, x, u[i])),
          id,
        );
    }
  }
});

// Fails with: a window that ignores the resets.
test('the plane contains a reset even if no sample is near it', () => {
  const session = opened('RS');
  session.recordings.points = 20; // 50 ms apart, in which u falls to a fifth
  session.edit({cell: {d: 1000}});
  const {runs, planeWindow} = session.compute();
  const highest = Math.max(...runs[0].recording.reset_u);
  assert.ok(Math.max(...runs[0].recording.u) < 0.8 * highest);
  assert.ok(planeWindow.u_high >= highest);
});

// Fails with: a new window at each edit.
test('while a parameter is dragged, the plane grows when it must, and otherwise stays as it is', () => {
  const session = opened('RS');
  let last = session.compute().planeWindow;
  let changes = 0;
  for (let d = 100; d <= 140; d += 1) {
    session.edit({cell: {d}});
    const {planeWindow} = session.compute();
    for (const end of ['v_low', 'u_low']) assert.ok(planeWindow[end] <= last[end]);
    for (const end of ['v_high', 'u_high']) assert.ok(planeWindow[end] >= last[end]);
    if (planeWindow !== last) changes += 1;
    last = planeWindow;
  }
  assert.ok(changes >= 1 && changes <= 4, String(changes));
  session.reset();
  assert.ok(session.compute().planeWindow.u_high < last.u_high);
});

test('a run that diverges still has a plane that can be shown', () => {
  const session = opened('RS');
  session.edit({solver: {kind: 'euler', dt: 50}});
  const {planeWindow} = session.compute();
  for (const end of Object.values(planeWindow)) assert.ok(Number.isFinite(end));
});

// Fails with: the parabola shown only on request; shown at any current.
test('the invariant parabola is shown at its own current, and when a formula asks for it', () => {
  const session = opened('IB');
  const at = (amplitude) => {
    session.edit({stimulus: [{kind: 'step', amplitude, onset: 0}]});
    return session.compute().parabola;
  };
  assert.equal(at(346), null);
  assert.ok(Math.abs(at(346.4453125).current - 346.4453125) < 1e-9); // I* of the IB cell
  session.cursor.highlight = {mark: 'parabola', id: 'invariant_parabola_current', symbol: 'I*', value: 346.4453125};
  assert.ok(at(200).curve.v.length > 2);
  session.reset();
  assert.equal(session.compute().parabola, null);
});

test('the close-up contains the fixed points, or shows both nullclines if there are none', () => {
  const session = opened('note-10');
  session.cursor.zoomed = true;
  session.select(5); // 347 pA
  const {planeWindow, plane} = session.compute();
  assert.equal(plane.fixed_points.length, 2);
  for (const {v, u} of plane.fixed_points) assert.ok(holds(planeWindow, v, u));
  assert.ok(planeWindow.v_high - planeWindow.v_low < 20); // the two lie 3.3 mV apart
  session.open('RS');
  const bare = session.compute();
  assert.equal(bare.plane.fixed_points.length, 0);
  for (const name of ['v_nullcline', 'u_nullcline'])
    assert.ok(
      bare.plane.v.some((v, i) => holds(bare.planeWindow, v, bare.plane[name][i])),
      name,
    );
});

/** What one window is: its ends. */
const ends = ({v_low, v_high, u_low, u_high}) => [v_low, v_high, u_low, u_high];
const steady = (amplitude) => ({stimulus: [{kind: 'step', amplitude, onset: 0}]});

// Fails with: axes that follow those before them; a search in the window of the runs, which grows.
test('one experiment has one close-up, straight or not, whatever was shown before it', () => {
  for (const straight of [false, true])
    for (const current of [51.4, 51.5, 0, 60, -400]) {
      const seen = [[], [300], [51.5, 70], [-200, 1e4, 51.42], [51.4286, 51.42857]].map((before) => {
        const session = opened('RS');
        Object.assign(session.cursor, {zoomed: true, straight});
        for (const amplitude of [...before, current]) {
          session.edit(steady(amplitude));
          session.compute();
        }
        return ends(session.compute().planeWindow);
      });
      for (const one of seen) assert.deepEqual(one, seen[0], `${current} pA`);
    }
});

// Fails with: a new window at each step of a drag; one that stays when the drag is over.
test('a close-up stays while the current is dragged, and is that of the state afterwards', () => {
  const session = opened('RS');
  session.edit(steady(51.4));
  session.cursor.zoomed = true;
  const before = ends(session.compute().planeWindow);
  session.dragging = true;
  const along = [51.3, 51.2, 51.1, 51.2, 51.3].map((amplitude) => {
    session.edit(steady(amplitude));
    return String(ends(session.compute().planeWindow));
  });
  assert.ok(new Set(along).size <= 2, along.join('; '));
  session.edit(steady(20));
  session.compute();
  session.edit(steady(51.4));
  assert.notDeepEqual(ends(session.compute().planeWindow), before);
  session.dragging = false;
  assert.deepEqual(ends(session.compute().planeWindow), before);
});

// The core makes it 20.25 · 4/3 + 1 = 28 gaps high, and round ends add two steps of an axis that has eight or more of up to
// 2.5 eighths: 1 / (28 · 1.63) = 0.022, some 10 px of 480.
test('the plane drawn straight shows the gap: it takes up a share of the height that can be seen', () => {
  const session = opened('RS');
  Object.assign(session.cursor, {zoomed: true, straight: true});
  for (const current of [51.5, 52, 70]) {
    session.edit(steady(current));
    const {planeWindow: w, plane} = session.compute();
    assert.ok(w.u_low < 0 && holds(w, plane.touch_v, plane.above));
    assert.ok(plane.above / (w.u_high - w.u_low) > 0.02, `${current} pA`);
  }
});

test('the units of the values shown come from the core', () => {
  const {instant, fixed_point} = engine.tables();
  const units = Object.fromEntries([...instant, ...fixed_point].map(({name, unit}) => [name, unit]));
  assert.equal(units.dv_dt, 'mV/ms');
  assert.equal(units.du_dt, 'pA/ms');
  assert.equal(units.capacitive, 'pA');
  assert.equal(units.real_1, '1/ms');
  assert.equal(units.frequency, 'Hz');
});
