// handed-out.test.mjs: what a class gets whose task is to find the answers itself.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, howMany, pause, watchDrawnTexts, withLab} from './lab.mjs';

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

// At 40 pA, below I_SN, RS has a stable node and a saddle.
test('where answers are withheld, the plane tells neither where the cell can rest nor where it begins to fire', async () => {
  const answers = ['stable node', 'saddle', 'threshold'];
  const named = async (search) => {
    let texts = [];
    await withLab({hash: 'RS&I=40', search, before: watchDrawnTexts}, async ({frame}) => {
      await pause(1000); // until the threshold has been worked out
      const all = await drawn(frame);
      texts = [answers.filter((one) => all.includes(one)), await howMany(frame, at.fixedPoints)];
    });
    return texts;
  };
  assert.deepEqual(await named(''), [answers, 2]);
  assert.deepEqual(await named('?answers=off'), [[], 0]);
});
