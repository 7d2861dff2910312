// access-keys.test.mjs: the keyboard's shortest ways: links that skip, and rows of like buttons as one stop.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  about,
  at,
  called,
  focus,
  hasFocus,
  openAnalysis,
  part,
  parts,
  readAll,
  settle,
  waitFor,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

const holder = (frame) => frame.evaluate(() => called(document.activeElement));
const phone = {hash: 'IB', width: 390, height: 844};

/** How often Tab must be pressed until `where` has the focus; 99 if it never has. */
async function stopsTo({page, frame}, where) {
  for (let stops = 1; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(frame, where)) return stops;
  }
  return 99;
}

for (const browser of browsers) {
  for (const [place, size] of Object.entries({'a desk': {}, 'a phone': phone}))
    test(`${browser}, ${place}: the first stops lead to the current, the equation and the analyses`, () =>
      withLab({browser, ...size}, async (lab) => {
        const {page, frame} = lab;
        for (const [stops, skip, moves] of [
          [1, at.skip, 'quick'],
          [2, at.skipToLaw, 'cell.C'],
          [3, at.skipToAnalyses, ''],
        ]) {
          await frame.evaluate(() => document.activeElement.blur());
          await frame.evaluate(() => part(at.skip).focus());
          for (let i = 1; i < stops; i += 1) await page.keyboard.press('Tab');
          assert.ok(await hasFocus(frame, skip), await holder(frame));
          await page.keyboard.press('Enter');
          await settle(frame);
          const found = await frame.evaluate(() => {
            const node = document.activeElement;
            const {top, bottom} = node.getBoundingClientRect();
            return {
              path: about(node.closest(at.symbols) ?? node).moves || about(node).path,
              tab: node.matches(at.tabs),
              seen: top < innerHeight && bottom > 0,
            };
          });
          assert.ok(found.seen, skip);
          if (moves === 'quick') assert.equal(await hasFocus(frame, at.number('quick')), true);
          else if (moves) assert.equal(found.path, moves);
          else assert.ok(found.tab);
        }
      }));

  test(`${browser}: the equations can be read out, and Enter says which spike of the plot it has chosen`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      const read = await readAll(frame, at.lawRead, (all) => all.map((one) => one.textContent));
      assert.deepEqual(read, ['Cdvdt=k(v−vr)(v−vt)−u+I', 'dudt=a(b(v−vr)−u)', 'v≥vpeak:v←c,u←u+d']);
      await focus(frame, at.track('v'));
      await page.keyboard.press('Home');
      const said = async (keys, what) => {
        await settle(frame); // the instant moves with the next frame
        await keys();
        await frame.waitForFunction((what) => part(at.status).textContent.startsWith(what), {timeout: 9000}, what);
      };
      // From rest at the beginning of the run the first spike is the nearest, 200 ms away.
      await said(() => page.keyboard.press('Enter'), 'Spike 1 comes at 200.');
      await page.keyboard.press('End');
      await page.keyboard.down('Shift');
      await said(() => page.keyboard.press('Enter'), 'ISI between spikes 1 and 6');
      await page.keyboard.up('Shift');
    }));

  // It took 24 stops. By the link beside the tabs it takes one press and the way from C to b, which is the sixth value.
  test(`${browser}: from Rheobase to b it takes at most 7 keys`, () =>
    withLab({browser, hash: 'IB'}, async (lab) => {
      const {page, frame} = lab;
      await openAnalysis(frame, 'thresholds');
      await waitFor(frame, at.bandTicks);
      await focus(frame, at.opener('thresholds'));
      await page.keyboard.press('Tab');
      assert.ok(await hasFocus(frame, at.skipOn), await holder(frame));
      await page.keyboard.press('Enter');
      const stops = await stopsTo(lab, at.number('cell.b'));
      assert.ok(stops + 2 <= 7, `${stops + 2} keys`);
    }));

  // Fails with: a row of which each button is a stop; arrows that leave the row; a button that Tab cannot come back to.
  test(`${browser}: a row of like buttons is one stop, and the arrow keys, Home and End move within it`, () =>
    withLab({browser, hash: 'IB'}, async ({page, frame}) => {
      await openAnalysis(frame, 'thresholds');
      await waitFor(frame, at.bandTicks);
      for (const where of [at.answerButtons, at.zoomButtons, at.driveTicks, at.headerTools]) {
        const stops = () => frame.evaluate((where) => parts(where).map((one) => one.tabIndex), where);
        const count = (await stops()).length;
        assert.ok(count > 1, where);
        const at_ = () => frame.evaluate((where) => parts(where).indexOf(document.activeElement), where);
        await frame.evaluate(
          (where) =>
            parts(where)
              .find((one) => one.tabIndex === 0)
              .focus(),
          where,
        );
        await page.keyboard.press('Home');
        const visited = [await at_()];
        for (let i = 1; i < count; i += 1) {
          await page.keyboard.press('ArrowRight');
          visited.push(await at_());
        }
        assert.deepEqual(visited, [...Array(count).keys()], where);
        // Round the end, and back again.
        await page.keyboard.press('ArrowRight');
        assert.equal(await at_(), 0, where);
        await page.keyboard.press('End');
        assert.equal(await at_(), count - 1, where);
        assert.deepEqual(
          await stops(),
          visited.map((one) => (one === count - 1 ? 0 : -1)),
        );
        await page.keyboard.press('Tab');
        assert.equal(await at_(), -1, where);
        await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
        assert.equal(await at_(), count - 1, where);
      }
    }));
}
