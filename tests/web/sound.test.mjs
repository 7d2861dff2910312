// sound.test.mjs: what is heard: clicks at the spikes, and a pitch that follows a curve from left to right.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled} from '../support.mjs';

const {CURVE_LASTS, LONGEST, clicks, pitched} = await bundled('web/plot/sound.js');
const RATE = 8000;

/** How often a part of the sound crosses zero upwards, per second. */
function pitchIn(samples, from, to) {
  const part = samples.subarray(Math.round(from * samples.length), Math.round(to * samples.length));
  let ups = 0;
  for (let n = 1; n < part.length; n += 1) if (part[n - 1] <= 0 && part[n] > 0) ups += 1;
  return (ups * RATE) / part.length;
}

// Fails with: the speed inverted; spikes outside the window heard.
test('each spike clicks at its time, in slow motion too', () => {
  const window = {from: 100, to: 600};
  const [real] = clicks([50, 100, 350, 700], window, 1, RATE);
  const [slow] = clicks([350], window, 0.1, RATE);
  const loud = (samples, ms) => {
    const at = Math.round((ms / 1000) * RATE);
    return Math.max(...samples.subarray(at, at + 40).map(Math.abs)) > 0.3;
  };
  assert.ok(Math.abs(real.length / RATE - 0.5) < 0.02);
  assert.deepEqual(
    [0, 125, 250, 400].map((ms) => loud(real, ms)),
    [true, false, true, false],
  );
  assert.ok(Math.abs(slow.length / RATE - 5) < 0.02);
  assert.deepEqual(
    [0, 2500].map((ms) => loud(slow, ms)),
    [false, true],
  );
  // Thousands at once stay within full volume, and no sound lasts for hours.
  const [many] = clicks(new Float64Array(1e4).fill(200), window, 1, RATE);
  assert.ok(many.every((x) => Math.abs(x) <= 1));
  assert.ok(clicks([1], {from: 0, to: 1e6}, 0.001, 100)[0].length <= (LONGEST + 1) * 100);
});

// Fails with: the pitch inverted; both ears alike.
test('a rising curve sounds from low on the left to high on the right', () => {
  const [left, right] = pitched([0, 1], [10, 30], {low: 10, high: 30}, RATE);
  assert.equal(left.length, CURVE_LASTS * RATE);
  const power = (samples, from, to) =>
    samples.subarray(from * samples.length, to * samples.length).reduce((sum, x) => sum + x * x, 0);
  assert.ok(power(left, 0, 0.1) > 10 * power(right, 0, 0.1));
  assert.ok(power(right, 0.9, 1) > 10 * power(left, 0.9, 1));
  // Two octaves, evenly: 220 Hz on the left, 440 in the middle, 880 on the right.
  for (const [from, samples, pitch] of [
    [0.02, left, 230],
    [0.48, left, 440],
    [0.96, right, 850],
  ]) {
    const heard = pitchIn(samples, from, from + 0.04);
    assert.ok(Math.abs(heard - pitch) < 0.08 * pitch, `${heard} instead of ${pitch}`);
  }
  // Silence where there is no value; a flat curve has a pitch, too.
  assert.ok(pitched([0, 1, 2], [NaN, NaN, NaN], {low: 0, high: 1}, RATE)[0].every((x) => x === 0));
  assert.ok(Math.abs(pitchIn(pitched([0, 1], [5, 5], {low: 5, high: 5}, RATE)[0], 0.1, 0.3) - 220) < 8);
});
