// time-window.test.mjs: the stretch of time shown stays within the run and is always valid.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const {NARROWEST, apart, following, panned, resized, within, zoomed} = await bundled('web/session/time-window.js');
const {Session} = await bundled('web/session/session.js');
const engine = await wasm();

const END = 1000;
const ok = ({from, to}, end = END) => {
  // Up to a rounding error of the run's end.
  assert.ok(from >= 0 && to <= end && to - from >= NARROWEST - 1e-12 * end, `${from} to ${to}`);
  return {from, to};
};

// Fails with: no check of from < to; `to: null` taken for 0.
test('an invalid stretch, or one outside the run, is refused; null means the end', () => {
  for (const [from, to] of [
    [NaN, 5],
    [0, Infinity],
    ['1', 2],
    [5, 5],
    [6, 5],
    [1000, 1001],
    [-5, 0],
    [-5, -1],
  ])
    assert.equal(within({from, to}, END), null, `${from} ${to}`);
  assert.deepEqual(within({from: 90, to: null}, END), {from: 90, to: 1000});
  assert.deepEqual(within({from: 95.5, to: 170}, END), {from: 95.5, to: 170}); // exactly
});

test('a stretch that extends beyond the run is moved into it, and one that is too narrow is widened', () => {
  assert.deepEqual(within({from: 900, to: 1100}, END), {from: 800, to: 1000});
  assert.deepEqual(within({from: -50, to: 50}, END), {from: 0, to: 100});
  assert.deepEqual(within({from: -50, to: 5000}, END), {from: 0, to: 1000});
  const {from, to} = ok(within({from: 500, to: 500 + 1e-6}, END));
  assert.ok(from < 500 && to > 500 && Math.abs(to - from - NARROWEST) < 1e-9);
  assert.deepEqual(within({from: 0.2, to: 0.3}, 1e-4), null);
  assert.deepEqual(within({from: 0, to: 1e-5}, 1e-4), {from: 0, to: 1e-4}); // the run is shorter than the narrowest stretch
});

// Fails with: zoomed around the middle.
test('zooming keeps the instant under the pointer in place, down to the narrowest stretch and up to the whole run', () => {
  let window = {from: 0, to: END};
  const at = 640;
  for (let press = 0; press < 60; press += 1) {
    const share = (at - window.from) / (window.to - window.from);
    window = ok(zoomed(window, at, 0.5, END));
    // The ends are rounded to a thousandth of the stretch.
    assert.ok(Math.abs((at - window.from) / (window.to - window.from) - share) < 0.003);
    if (window.to - window.from < 2 * NARROWEST) break;
  }
  assert.ok(window.to - window.from < 2 * NARROWEST);
  for (let press = 0; press < 60; press += 1) window = ok(zoomed(window, at, 2, END));
  assert.deepEqual(window, {from: 0, to: END});
});

test('panning stops at both ends and keeps the width; an edge stops before the other one', () => {
  assert.deepEqual(panned({from: 100, to: 300}, 50, END), {from: 150, to: 350});
  assert.deepEqual(panned({from: 100, to: 300}, -500, END), {from: 0, to: 200});
  assert.deepEqual(panned({from: 100, to: 300}, 5000, END), {from: 800, to: 1000});
  assert.deepEqual(resized({from: 100, to: 300}, 'from', 250, END), {from: 250, to: 300});
  assert.deepEqual(resized({from: 100, to: 300}, 'to', 1e9, END), {from: 100, to: 1000});
  ok(resized({from: 100, to: 300}, 'from', 900, END));
  ok(resized({from: 100, to: 300}, 'to', -4, END));
});

test('the stretch follows the cursor once the cursor has left it, and not before', () => {
  const window = {from: 100, to: 200};
  assert.equal(following(window, 150, END), window);
  const next = ok(following(window, 200, END));
  assert.ok(next.from < 200 && next.to > 280 && next.to - next.from === 100);
  assert.deepEqual(following(window, 999, END), {from: 900, to: 1000});
  const last = {from: 900, to: 1000};
  assert.equal(following(last, 1000, END), last);
});

// Fails with: look without its check; the window not adapted after an edit.
test('the session refuses an invalid stretch, recognizes the whole run, and adapts the stretch when a run gets shorter', () => {
  const session = new Session(engine); // RS, 1000 ms
  for (const asked of [
    {from: NaN, to: 1},
    {from: 3, to: 2},
    {from: 2000, to: 3000},
  ])
    assert.equal(session.look(asked), false);
  assert.deepEqual(session.window, {from: 0, to: null});
  assert.equal(session.look({from: -10, to: 4000}), true);
  assert.deepEqual(session.window, {from: 0, to: null});
  session.look({from: 700, to: 900});
  session.edit({duration: 800});
  assert.deepEqual(session.compute().window, {from: 600, to: 800});
  session.edit({duration: 50});
  assert.deepEqual(session.compute().window, {from: 0, to: 50});
  // At the narrowest, the run is sampled again: v rises to its peak, which no sample of the whole run reaches.
  session.reset();
  const [{recording}] = session.compute().runs;
  session.look({from: recording.spikes[0] - NARROWEST, to: recording.spikes[0]});
  const {v, time} = session.compute().runs[0].recording;
  assert.ok(time[0] >= recording.spikes[0] - NARROWEST && v.length > 100);
  // At the peak of the RS cell dv/dt = 0.7 * 95 * 75 / 100 = 50 mV/ms, so v is 0.05 mV lower 0.001 ms earlier.
  assert.ok(v[0] < 35 && v[0] > 35 - 0.06 && v.at(-2) > v[0]);
});

// Bursts of two spikes 5 ms apart, every 91 ms, from 115 ms on: 40 intervals are 200 ms, so two bursts are in sight.
test('the closest spikes are told apart by a stretch of forty of their intervals, the middle ones if several are as close', () => {
  const bursts = Array.from({length: 10}, (_, i) => [115 + 91 * i, 120 + 91 * i]).flat();
  const {from, to} = ok(apart(bursts, END));
  assert.deepEqual([from, to], [540, 740]); // 30 ms before the sixth burst, at 570 ms
  assert.equal(bursts.filter((time) => time >= from && time <= to).length, 4);
  // Those of an even train are apart anyway, and so is a single one; two at the end are shown by the end of the run.
  assert.equal(apart([100, 250, 400], END), null);
  assert.equal(apart([500], END), null);
  assert.deepEqual(apart([990, 992], END), {from: 920, to: 1000});
});
