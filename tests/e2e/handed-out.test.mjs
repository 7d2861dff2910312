// handed-out.test.mjs: what a class gets whose task is to find the answers itself.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, howMany, pause, read, watchDrawnTexts, withLab} from './lab.mjs';

const drawn = (frame) => frame.evaluate(() => window.drawnTexts.map(({text}) => text));

test('where answers are withheld, no spike is numbered and no burst has a bracket', async () => {
  // A burst without room for its numbers says how many spikes it has.
  for (const [hash, answers] of [
    ['CH', ['×2']],
    ['RS', ['1', '2', '3']],
  ])
    for (const [search, expected] of [
      ['', answers],
      ['?answers=off', []],
    ])
      await withLab({hash, search, before: watchDrawnTexts}, async ({frame}) => {
        const texts = await drawn(frame);
        assert.deepEqual(
          answers.filter((one) => texts.includes(one)),
          expected,
          hash + search,
        );
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

test('what is locked is not offered to be tried, and where answers are withheld About leads to no page that tells how to see them', async () => {
  const hidden = (frame) =>
    Promise.all([at.attempt, at.lecturersLine].map((where) => read(frame, where, (line) => line.hidden)));
  for (const [hash, search, attempt, lecturers] of [
    ['RS', '?lock=cell', false, false],
    ['RS', '?lock=amplitude', true, false],
    ['note-5', '?lock=d', true, false],
    ['RS', '?answers=off', false, true],
  ])
    await withLab({hash, search}, async ({frame}) =>
      assert.deepEqual(await hidden(frame), [attempt, lecturers], hash + search),
    );
});
