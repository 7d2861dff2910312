// many.test.mjs: more stimuli than have room: the list that folds them, and the grips that fit into the plot.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  about,
  addStimulus,
  allWithin,
  ask,
  at,
  enter,
  focus,
  focused,
  inOne,
  isHidden,
  part,
  press,
  read,
  readAll,
  reset,
  settle,
  text,
  unlessHidden,
  withLab,
  within,
} from './lab.mjs';
import {browsers} from './support.mjs';

/** Gives the run `count` pulses of 5 ms, one `every` so many ms. */
async function pulses(frame, count, every = 30) {
  const stimulus = Array.from({length: count}, (_, i) => ({
    kind: 'step',
    amplitude: 300,
    onset: i * every,
    duration: 5,
  }));
  await ask(frame, 'edit', {stimulus});
}
/** In the page: the lines of the list that are open, by their places. */
const opened = (frame) =>
  readAll(frame, at.stimulusLines, (all) => all.flatMap((line, index) => (line.open ? [index] : [])));
const unfold = async (frame, index) => {
  await readAll(frame, at.stimulusLines, (all, index) => (all[index].open = true), index);
  await settle(frame);
};

for (const browser of browsers) {
  test(`${browser}: a ninth stimulus opens the folded list at itself`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      for (let count = 1; count < 11; count += 1) {
        await addStimulus(frame, 'step');
        assert.equal((await focused(frame)).path, `stimulus.${count}.amplitude`);
      }
      assert.equal(await text(frame, at.stimulusListName), '11 stimuli');
    }));

  test(`${browser}: when one is removed the others stay open, with what is typed into them`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      for (const count of [12, 5]) {
        await pulses(frame, count);
        if (count > 8) {
          await read(frame, at.stimulusList, (list) => (list.open = true));
          await settle(frame);
          for (const index of [0, 2, 4]) await unfold(frame, index);
        }
        await enter(frame, 'stimulus.4.amplitude', '1,000');
        await enter(frame, 'stimulus.0.duration', 'xyz');
        await press(frame, at.removeStimulus(2));
        assert.equal(await isHidden(frame, at.question('stimulus.3.amplitude')), false);
        assert.equal(await read(frame, at.number('stimulus.3.amplitude'), (node) => node.value), '1,000');
        assert.equal(await read(frame, at.number('stimulus.0.duration'), (node) => node.value), 'xyz');
        if (count > 8) assert.deepEqual(await opened(frame), [0, 3]);
        // The answer goes to the field that asked.
        await press(frame, at.answer('stimulus.3.amplitude', 1));
        assert.equal(await read(frame, at.number('stimulus.3.amplitude'), (node) => node.value), '1000');
        assert.equal(await read(frame, at.number('stimulus.3.onset'), (node) => node.value), '120');
        await reset(frame);
      }
    }));

  inOne(browser)(`${browser}: too many are refused, and that is past with the next edit`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      await pulses(frame, 1000, 1);
      await addStimulus(frame, 'step');
      const said = () => readAll(frame, at.stimulusProblem, (all) => all.map(({textContent}) => textContent));
      assert.deepEqual(await said(), ['stimulus has 1001 entries; at most 1000 are allowed.']);
      await enter(frame, 'cell.c', '-51');
      await settle(frame);
      assert.deepEqual(await said(), []);
    }),
  );

  for (const width of [1280, 390])
    inOne(browser)(`${browser}: of many grips those are shown that fit, at their times, at ${width} px`, () =>
      withLab({browser, hash: 'RS', width, height: 844}, async ({page, frame}) => {
        // The current has a low strip: where all begin within 80 ms, or at once, the edges of one stimulus fill it.
        for (const [count, every, least] of [
          [32, 31, 3],
          [40, 2, 2],
          [3, 300, 3],
          [9, 0, 2],
        ]) {
          await pulses(frame, count, every);
          /** In the page: the grips with their times, as they lie in the plot. */
          const grips = () =>
            frame.evaluate(() => {
              const view = part(at.plot('current'));
              const track = within(view, at.track()).getBoundingClientRect();
              return allWithin(view, at.grips)
                .filter((grip) => !grip.hidden)
                .map((grip) => {
                  const {x, y, width, height} = grip.getBoundingClientRect();
                  return {
                    moves: about(grip).moves,
                    size: width,
                    x: x + width / 2 - track.x,
                    y: y + height / 2 - track.y,
                    right: track.width,
                    seen: !grip.matches(at.crowded),
                    reached: grip.tabIndex === 0,
                  };
                });
            });
          const all = await grips();
          const seen = all.filter((grip) => grip.seen);
          assert.equal(all.length, 3 * Math.min(count, 32), 'all of the first 32 have theirs');
          assert.ok(all.every(({reached}) => reached));
          assert.ok(seen.length >= least, `of ${count}, ${JSON.stringify(seen)} are seen`);
          // Nor is any hidden that has room where it belongs.
          const near = (one, other) => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) < one.size;
          for (const one of all)
            assert.ok(one.seen || seen.some((other) => near(one, other)), `${count}: ${one.moves} has room`);
          for (const [i, one] of seen.entries()) {
            assert.ok(one.x > -0.6 && one.x < one.right + 0.6, `${one.moves} at ${one.x}`);
            for (const other of seen.slice(0, i))
              assert.ok(
                Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) > one.size - 0.3,
                `${count}: ${one.moves} and ${other.moves}`,
              );
          }
          // A grip without room is shown once the keyboard reaches it.
          const crowded = all.findLast((grip) => !grip.seen);
          if (count > 9) assert.ok(crowded);
          if (!crowded) continue;
          await focus(frame, at.gripOf(crowded.moves));
          await settle(frame);
          assert.ok((await grips()).find(({moves}) => moves === crowded.moves).seen, crowded.moves);
        }
        await pulses(frame, 33);
        await read(frame, at.stimulusList, (list) => (list.open = true));
        const note = await unlessHidden(frame, at.stimulusListHint);
        assert.equal(note, 'Only the first 32 have handles in the plot; all have fields here.');
        await page.evaluate(() => {});
      }),
    );
}
