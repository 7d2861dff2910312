// ranges.test.mjs: the ticks of an axis are round, even and as many as have room, at every width and zoom.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {niceStep, ticksOf} from '../../web/session/ranges.js';

/** Every tick needs so many px. */
const px = (least) => () => least;

test('a step is 1, 2 or 5 times a power of ten, the smallest that is not below what is asked', () => {
  const steps = [0.011, 0.02, 0.3, 0.7, 1, 1.5, 4, 5, 6, 12, 20, 49, 51, 2e5].map(niceStep);
  assert.deepEqual(steps, [0.02, 0.02, 0.5, 1, 1, 2, 5, 5, 10, 20, 20, 50, 100, 2e5]);
});

// By hand: span / room * px is the least step; the next one of 1, 2, 5, 10, ... is taken, and its multiples in the range.
test('ticks are the multiples of the smallest round step for which there is room', () => {
  // 110 / 640 * 60 = 10.3: 20.
  assert.deepEqual(ticksOf(0, 110, 640, px(60)), [0, 20, 40, 60, 80, 100]);
  // 110 / 640 * 58 = 9.97: 10.
  assert.deepEqual(ticksOf(0, 110, 640, px(58)), [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]);
  // 1000 / 690 * 80 = 116: 200.
  assert.deepEqual(ticksOf(0, 1000, 690, px(80)), [0, 200, 400, 600, 800, 1000]);
  // 1000 / 240 * 80 = 333: 500.
  assert.deepEqual(ticksOf(0, 1000, 240, px(80)), [0, 500, 1000]);
  // 105 / 250 * 40 = 16.8: 20, from the first multiple of 20 above -67.
  assert.deepEqual(ticksOf(-67, 38, 250, px(40)), [-60, -40, -20, 0, 20]);
  // A stretch of 0.35 ms: 0.35 / 690 * 80 = 0.0406: 0.05. Without rounding, 3 * 0.05 is 0.15000000000000002.
  assert.deepEqual(ticksOf(0, 0.35, 690, px(80)), [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
  assert.deepEqual(ticksOf(201.13, 201.31, 690, px(80)), [201.15, 201.2, 201.25, 201.3]);
  // What a tick needs may depend on its digits: steps of 100 are 110 px apart, and the four digits of 1000 need 120.
  const byDigits = (ticks) => Math.max(...ticks.map((at) => 30 * String(at).length));
  assert.deepEqual(ticksOf(0, 1000, 1100, byDigits), [0, 200, 400, 600, 800, 1000]);
});

test('where only one tick has room, it is the roundest', () => {
  // 95 / 50 * 60 = 114: of the steps 100, 200, ... only 0 is in the range, and no other tick is there at 100.
  assert.deepEqual(ticksOf(-60, 35, 50, px(60)), [0]);
  // Steps of 50 would give -100 and -50, 33 px apart; of 100 there is one.
  assert.deepEqual(ticksOf(-120, -45, 50, px(60)), [-100]);
  // 12 and 14 do not both have room, and no multiple of 5 lies between 11.9 and 14.5.
  assert.deepEqual(ticksOf(11.9, 14.5, 40, px(60)), [14]);
  // Too short for a text: 10 px are 0.27, and no multiple of 0.5 lies between; of 0.2 there are 0.6 and 0.8.
  assert.deepEqual(ticksOf(0.55, 0.95, 15, px(30)), [0.8]);
  assert.deepEqual(ticksOf(1, 1, 100, px(30)), []);
  assert.deepEqual(ticksOf(0, 1, 0, px(30)), []);
});

/** The steps of the series, by their index: 1, 2, 5, 10, 20, 50 ... */
const step = (index) => Number(`${[1, 2, 5][((index % 3) + 3) % 3]}e${Math.floor(index / 3)}`);

// Fails with: steps that leave out 5 (or 2.5 among them); ticks beyond the ends; a first or a last one left out; noise in a digit.
test('at every width and zoom, ticks are even, round, in the range, and as many as have room', () => {
  let several = 0;
  for (const room of [30, 56, 90, 169, 240, 333, 480, 646, 692, 1046, 1880])
    for (let zoom = -6; zoom <= 6; zoom += 0.23)
      for (const from of [-3, -0.6180339, 0, 0.141592, 7.7]) {
        const span = 10 ** zoom;
        const [min, max] = [from * span, (from + 1) * span];
        for (const least of [25, 43, 80]) {
          const ticks = ticksOf(min, max, room, px(least));
          const where = `${ticks} from ${min} to ${max}, ${room} px, ${least} px apart`;
          assert.ok(ticks.length > 0, where);
          for (const at of ticks) {
            assert.ok(at >= min - 1e-9 * span && at <= max + 1e-9 * span, where);
            // Round: few digits more than its step needs, and none of them noise.
            assert.ok(String(at).length < 14, where);
          }
          if (ticks.length < 2) continue;
          several += 1;
          // The step of the series that the first two show, and the one before it.
          const index = Array.from({length: 60}, (_, i) => i - 30).find(
            (i) => Math.abs(step(i) / (ticks[1] - ticks[0]) - 1) < 1e-6,
          );
          assert.notEqual(index, undefined, where);
          const [own, finer] = [step(index), step(index - 1)];
          for (const [i, at] of ticks.entries())
            assert.ok(Math.abs(at - (Math.round(ticks[0] / own) + i) * own) < 1e-9 * span, where);
          // None is left out at either end.
          assert.ok(ticks[0] - own < min - 1e-12 * span && ticks[ticks.length - 1] + own > max + 1e-12 * span, where);
          // They have room, and with a finer step they would have none; a step is never below 10 px.
          assert.ok((own / span) * room >= least * 0.999, where);
          assert.ok((finer / span) * room < least * 1.001 || (finer / span) * room < 10.01, where);
        }
      }
  assert.ok(several > 4000, `${several} axes with several ticks`);
});
