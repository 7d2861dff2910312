// many.test.mjs: more stimuli than have room: the list that folds them, and the grips that fit into the plot.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {enter, inOne, press, settle, text, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

/** Gives the page so many pulses of 5 ms, `every` so many ms. */
async function pulses(frame, count, every = 30) {
  await frame.evaluate(
    (count, every) => {
      const stimulus = Array.from({length: count}, (_, i) => ({
        kind: 'step',
        amplitude: 300,
        onset: i * every,
        duration: 5,
      }));
      const detail = {stimulus};
      document
        .querySelector('trace-view .frame, trace-view > *')
        .dispatchEvent(new CustomEvent('edit', {bubbles: true, detail}));
    },
    count,
    every,
  );
  await settle(frame);
}
/** In the page: the lines of the list that are open, by their places. */
const opened = (frame) => frame.$$eval('.stimulus-line', (all) => all.flatMap((line, at) => (line.open ? [at] : [])));
const open = async (frame, at) => {
  await frame.$$eval('.stimulus-line', (all, at) => (all[at].open = true), at);
  await settle(frame);
};

for (const browser of browsers) {
  test(`${browser}: a ninth stimulus opens the folded list at itself`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      const focused = () => frame.evaluate(() => document.activeElement.closest('[data-path]')?.dataset.path);
      for (let count = 1; count < 11; count += 1) {
        await press(frame, '.stimulus-tools button');
        assert.equal(await focused(), `stimulus.${count}.amplitude`);
      }
      assert.equal(await text(frame, '.stimulus-list > summary'), '11 stimuli');
    }));

  test(`${browser}: when one is removed the others stay open, with what is typed into them`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      for (const count of [12, 5]) {
        await pulses(frame, count);
        if (count > 8) {
          await frame.$eval('.stimulus-list', (list) => (list.open = true));
          await settle(frame);
          for (const at of [0, 2, 4]) await open(frame, at);
        }
        await enter(frame, 'stimulus.4.amplitude', '1,000');
        await enter(frame, 'stimulus.0.duration', 'xyz');
        await press(frame, '[aria-label="Remove: Stimulus 3"]');
        assert.equal(await frame.$eval('[data-path="stimulus.3.amplitude"] .readings', (node) => node.hidden), false);
        assert.equal(await frame.$eval('[data-path="stimulus.3.amplitude"] .number', (node) => node.value), '1,000');
        assert.equal(await frame.$eval('[data-path="stimulus.0.duration"] .number', (node) => node.value), 'xyz');
        if (count > 8) assert.deepEqual(await opened(frame), [0, 3]);
        // The answer goes to the one that it was asked of.
        await press(frame, '[data-path="stimulus.3.amplitude"] .readings button:last-child');
        assert.equal(await frame.$eval('[data-path="stimulus.3.amplitude"] .number', (node) => node.value), '1000');
        assert.equal(await frame.$eval('[data-path="stimulus.3.onset"] .number', (node) => node.value), '120');
        await press(frame, '#reset');
      }
    }));

  inOne(browser)(`${browser}: too many are refused, and that is past with the next edit`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      await pulses(frame, 1000, 1);
      await press(frame, '.stimulus-tools button');
      const said = () => frame.$$eval('.stimulus > .problem', (all) => all.map(({textContent}) => textContent));
      assert.deepEqual(await said(), ['stimulus has 1001 entries; at most 1000 are allowed.']);
      await enter(frame, 'cell.c', '-51');
      await settle(frame);
      assert.deepEqual(await said(), []);
    }),
  );

  for (const width of [1280, 390])
    inOne(browser)(`${browser}: of many grips those are shown that fit, at their times, at ${width} px`, () =>
      withLab({browser, hash: 'RS', width, height: 844}, async ({page, frame}) => {
        for (const [count, every] of [
          [32, 31],
          [40, 2],
          [3, 300],
          [9, 0],
        ]) {
          await pulses(frame, count, every);
          /** In the page: the grips with their times, as they lie in the plot. */
          const grips = () =>
            frame.evaluate(() => {
              const view = document.querySelector('trace-view[name=current]');
              const track = view.querySelector('.cursor-track').getBoundingClientRect();
              return [...view.querySelectorAll('.grip')]
                .filter((grip) => !grip.hidden)
                .map((grip) => {
                  const {x, y, width, height} = grip.getBoundingClientRect();
                  return {
                    moves: grip.dataset.moves,
                    size: width,
                    x: x + width / 2 - track.x,
                    y: y + height / 2 - track.y,
                    right: track.width,
                    seen: !grip.classList.contains('crowded'),
                    reached: grip.tabIndex === 0,
                  };
                });
            });
          const all = await grips();
          const seen = all.filter((grip) => grip.seen);
          assert.equal(all.length, 3 * Math.min(count, 32), 'all of the first 32 have theirs');
          assert.ok(all.every(({reached}) => reached));
          assert.ok(seen.length >= 3, `of ${count}, ${JSON.stringify(seen)} are seen`);
          for (const [i, one] of seen.entries()) {
            assert.ok(one.x > -0.6 && one.x < one.right + 0.6, `${one.moves} at ${one.x}`);
            for (const other of seen.slice(0, i))
              assert.ok(
                Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) > one.size - 0.3,
                `${count}: ${one.moves} and ${other.moves}`,
              );
          }
          // By keyboard one that has no room is reached, and then has it.
          const crowded = all.findLast((grip) => !grip.seen);
          if (count > 9) assert.ok(crowded);
          if (!crowded) continue;
          await frame.focus(`trace-view .grip[data-moves="${crowded.moves}"]`);
          await settle(frame);
          assert.ok((await grips()).find(({moves}) => moves === crowded.moves).seen, crowded.moves);
        }
        await pulses(frame, 33);
        await frame.$eval('.stimulus-list', (list) => (list.open = true));
        const note = await frame.$eval('.stimulus-list > .hint', (node) => (node.hidden ? '' : node.textContent));
        assert.equal(note, 'Only the first 32 have handles in the plot; all have fields here.');
        await page.evaluate(() => {});
      }),
    );
}
