// rheobase.test.mjs: the Rheobase panel: its answers, the zones along the current, and a pinned cell beside them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  ask,
  at,
  counts,
  enter,
  howMany,
  movedBoxes,
  noteBoxes,
  openAnalysis,
  part,
  parts,
  press,
  read,
  readAll,
  settle,
  shown,
  spaced,
  text,
  visible,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

/** The answers as numbers, once the search for this cell is over. */
async function answers(frame) {
  await settle(frame);
  await frame.waitForFunction(() => part(at.rested('thresholds')) && !part(at.answersLate), {timeout: 10e3});
  return readAll(frame, at.firings, (all) => all.map(({textContent}) => parseFloat(textContent)));
}
const texts = (frame, where) => readAll(frame, where, (all) => all.map(({textContent}) => textContent.trim()));
const near = (found, expected) =>
  assert.ok(
    found.length === expected.length && found.every((one, i) => Math.abs(one - expected[i]) <= 0.0051),
    `${found}`,
  );
/** Presses one of several. */
async function pressed(frame, where, index) {
  await readAll(frame, where, (all, index) => all[index].click(), index);
  await settle(frame);
}
/** Where the zones of a lane begin, as shares of its width. */
const edges = (frame, lane) =>
  read(frame, at.lane(lane), (node) => [...node.children].slice(1).map((zone) => parseFloat(zone.style.left)));

for (const browser of browsers) {
  // The currents were found by an independent program for a step without end from rest: IB fires once from 304.739 pA and lastingly
  // from 346.445 pA on; I_H = (41² - 3.5²) / 4.8 = 347.656 and I_SN = 41² / 4.8 = 350.208 pA.
  test(`${browser}: the Rheobase panel answers first and large, and a pinned cell stands beside it`, () =>
    withLab({browser, hash: 'IB', width: 1280, height: 720}, async ({frame}) => {
      await openAnalysis(frame, 'thresholds');
      near(await answers(frame), [304.739, 346.445]);
      assert.deepEqual(await texts(frame, at.answerNames), ['First spike', 'Lasting firing']);
      assert.equal(
        await text(frame, at.askedOf),
        'For a step without end, from rest: the rheobase is the least that evokes a spike.',
      );
      // The closed forms, each with its formula.
      assert.deepEqual(
        (await texts(frame, at.closedForms)).map((one) => spaced(one).split(' = ').pop()),
        ['350.208333 pA', '347.65625 pA', '346.445313 pA'],
      );
      assert.equal(await howMany(frame, at.closedFormulas), 3);
      const size = await read(frame, at.firings, (node) => parseFloat(getComputedStyle(node).fontSize));
      assert.ok(size >= 30, `${size}`);
      // Nothing has to be scrolled to see the answers and the zones.
      for (const where of [at.firings, at.lanes, at.zoneKey]) assert.ok(await visible(frame, where), where);
      assert.match(spaced(await text(frame, at.zoneKey)), /rests or fires: the start decides, 346\.45 to 347\.66 pA/);
      const cells = () =>
        readAll(frame, at.questionRows, (all) =>
          all.map((row) => [...row.cells].slice(1).map(({textContent}) => parseFloat(textContent))),
        );
      near((await cells()).flat(), [304.739, 346.445, 347.656, 350.208]);
      assert.equal(
        spaced(await text(frame, at.whichNumber)),
        'One spike comes from 304.74 pA on, the rheobase of textbooks; firing lasts from 346.45 pA (I*) on, the teaching note’s “rheobase”; ' +
          'up to 347.66 pA the start decides whether it rests or fires; from there (IH) on rest no longer holds the cell, and from 350.21 pA (ISN) on there is none.',
      );

      // Half of b = 5: p = 30, so k p = 36; I_H = [(36 + 2.5)² - (2.5 - 1.5)²] / 4.8, I_SN = 38.5² / 4.8.
      await frame.evaluate(noteBoxes);
      await press(frame, at.pinCell);
      // It is said beside the button, and to a screen reader, and moves nothing.
      const asked = 'Pinned. Its numbers stay here while you change the cell.';
      assert.equal(await text(frame, at.askedOf), asked);
      assert.deepEqual(await frame.evaluate(movedBoxes), []);
      await frame.waitForFunction(() => /^Pinned\. /.test(part(at.status).textContent), {timeout: 10e3});
      await ask(frame, 'edit', {cell: {b: 2.5}});
      assert.match(await text(frame, at.askedOf), /^For a step without end/);
      const [first, lasting] = await answers(frame);
      assert.ok(first < 304.7 && lasting < 346.4, `${[first, lasting]}`);
      const [one, on, rest, fixed] = await cells();
      near(rest, [(38.5 ** 2 - 1) / 4.8, 347.656]);
      near(fixed, [38.5 ** 2 / 4.8, 350.208]);
      near([one[1], on[1]], [304.739, 346.445]);
      // The lane below is that of the pinned cell: all of its zones begin further right.
      const [now, before] = [await edges(frame, 0), await edges(frame, 1)];
      assert.equal(before.length, now.length);
      assert.ok(
        before.every((edge, i) => edge > now[i]),
        `${now}; ${before}`,
      );
      assert.match(await text(frame, at.lane(1)), /pinned, b = 5/);
      await press(frame, at.pinCell);
      await settle(frame);
      assert.equal((await texts(frame, at.lanes)).length, 1);
      await frame.waitForFunction(() => /^Unpinned\. /.test(part(at.status).textContent), {timeout: 10e3});

      // A tick sets a current above it at which the spike is seen.
      await press(frame, at.bandTicks);
      const set = Number(await shown(frame, 'stimulus.0.amplitude'));
      assert.ok(set > first && set < 1.02 * first, `${set}`);
      assert.ok((await counts(frame))[0] > 0);
    }));

  test(`${browser}: the Rheobase panel of a cell whose firing begins and lasts at one current has one answer`, () =>
    withLab({browser}, async ({frame}) => {
      await openAnalysis(frame, 'thresholds');
      near(await answers(frame), [360 / 7]);
      assert.deepEqual(await texts(frame, at.answerNames), ['First spike and lasting firing']);
      // At the threshold itself nothing would be seen. Each of its buttons runs what it is about.
      for (let i = 0; i < (await howMany(frame, at.answerButtons)); i += 1) {
        await ask(frame, 'edit', {
          duration: 300,
          stimulus: [{kind: 'step', amplitude: 40, onset: 100, duration: null}],
        });
        await answers(frame);
        assert.deepEqual(await counts(frame), [0]);
        await pressed(frame, at.answerButtons, i);
        assert.ok((await counts(frame))[0] > 0, `button ${i}`);
      }
      await ask(frame, 'restore', 'preset');
      await settle(frame);
      // Of a step that ends there is no lasting firing, and the panel says so and for which protocol.
      await enter(frame, 'stimulus.0.duration', '500');
      await frame.waitForFunction(() => parts(at.firings).length === 2, {timeout: 10e3});
      await answers(frame);
      assert.equal((await texts(frame, at.firings))[1], '–');
      assert.match(spaced(await text(frame, at.askedOf)), /^For a step that ends at 600 ms, from rest\./);
      assert.ok((await counts(frame))[0] > 0);
    }));
}
