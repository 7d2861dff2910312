// handed-out.test.mjs: what a class gets whose task is to find the answers itself.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {watchDrawnTexts, withLab} from './lab.mjs';

const drawn = (frame) => frame.evaluate(() => window.drawnTexts.map(({text}) => text));

test('where answers are withheld, no spike is numbered and no burst has a bracket', async () => {
  // The bursts of the chattering cell have two spikes each, so their last ones are numbered 2, 4, ...
  const numbers = (texts) => ['2', '4', '6'].filter((one) => texts.includes(one));
  await withLab({hash: 'CH', before: watchDrawnTexts}, async ({frame}) => {
    assert.deepEqual(numbers(await drawn(frame)), ['2', '4', '6']);
  });
  await withLab({hash: 'CH', search: '?answers=off', before: watchDrawnTexts}, async ({frame}) => {
    assert.deepEqual(numbers(await drawn(frame)), []);
  });
});
