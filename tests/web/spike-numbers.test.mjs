// spike-numbers.test.mjs: which spikes have their numbers beside their peaks.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled} from '../support.mjs';

const {crowded, numbered} = await bundled('web/plot/spike-marks.js');

/** Spikes at these places, in px; a digit is 8 px wide. @param {number[]} places @param {number} [first] the index of the first */
const spikes = (places, first = 0) =>
  places.map((x, i) => {
    const text = String(first + i + 1);
    return {index: first + i, text, x, width: 8 * text.length, room: (places[i + 1] ?? Infinity) - x};
  });
const even = (count, apart) => Array.from({length: count}, (_, i) => i * apart);
const shown = (all) => numbered(all).map(({text}) => Number(text));

// Fails with: numbers that stop where they get a second digit.
test('in an even train whose longer numbers lack room, every second, fifth or tenth spike has one', () => {
  assert.deepEqual(
    shown(spikes(even(16, 20))),
    Array.from({length: 16}, (_, i) => i + 1),
  );
  // Of 17 px a number of two digits needs 18; two of them, 24 px apart.
  assert.deepEqual(shown(spikes(even(16, 17))), [2, 4, 6, 8, 10, 12, 14, 16]);
  assert.deepEqual(shown(spikes(even(31, 11))), [5, 10, 15, 20, 25, 30]);
});

test('of a burst the last spike has its number, since only there is room', () => {
  const bursts = [0, 4, 50, 54, 100, 104];
  assert.deepEqual(shown(spikes(bursts)), [2, 4, 6]);
  assert.deepEqual(shown(spikes(bursts, 20)), [22, 24, 26]);
});

test('where nothing has room there are no numbers but at the end', () => {
  assert.deepEqual(shown(spikes(even(50, 3))), [50]);
});

// Fails with: bursts of three over which 5, 8, 11 stand, the numbers of their last spikes.
test('a burst without room for all its numbers is told by how many spikes it has; one with room has its numbers', () => {
  const all = spikes([0, 4, 50, 54, 58, 100, 120]);
  const pattern = {burst_first: [0, 2, 5], burst_last: [1, 4, 6]};
  const found = crowded(pattern, all, new Set(numbered(all)));
  assert.deepEqual(
    [...found],
    [
      [1, {first: 0, count: 2}],
      [4, {first: 2, count: 3}],
    ],
  );
});
