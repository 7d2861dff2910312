// projector.test.mjs: in front of a class, the two pictures take the window, all is legible, and a remote changes figures.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ask, at, chooseTheme, focus, inOne, parts, pause, plotOf, presetShown, press, read} from './lab.mjs';
import {howMany, settle, shown, spokenName, themeOf, visible, waitFor, withLab} from './lab.mjs';
import {record} from './drawn.mjs';
import {measured} from './measures.mjs';
import {browsers} from './support.mjs';

for (const browser of browsers) {
  for (const [width, height] of [
    [1024, 768],
    [1280, 720],
    [1280, 800],
  ])
    for (const hash of ['RS', 'note-10'])
      test(`${browser}: on a projector of ${width}x${height} the two pictures of ${hash} take 60 % and all is legible`, () =>
        measured({browser, hash, width, height, projector: true}, (found) => {
          const {v, plane} = found.plots;
          assert.ok(v.whole + plane.whole >= 60, `${v.whole} + ${plane.whole} %`);
          assert.ok(found.smallest.size >= height / 36, JSON.stringify(found.smallest));
          assert.ok(found.canvasText >= height / 36);
          assert.deepEqual(found.scrolls, [0, 0]);
        }));

  // Fails with: curves as wide as on a desk; a subscript or an unfocused curve that is smaller than the rest.
  for (const [width, height] of [
    [1024, 768],
    [1280, 800],
  ])
    inOne(browser)(
      `${browser}: on a projector of ${width}x${height} every curve is 3 px wide and every text of a plot is legible`,
      () =>
        withLab({browser, width, height, before: (page) => page.evaluateOnNewDocument(record)}, async ({frame}) => {
          await chooseTheme(frame, 'projector');
          for (const id of ['RS', 'IB', 'note-10']) {
            await frame.evaluate((hash) => (location.hash = hash), `#${id}`);
            await pause(500); // canvases follow the size of their places some frames later
            await settle(frame);
            const found = await frame.evaluate(() =>
              parts(at.canvas())
                .filter((canvas) => canvas.offsetParent && ['v', 'plane'].includes(plotOf(canvas)))
                .map((canvas) => {
                  const {texts, curves} = window.drawn.get(canvas);
                  const own = curves.filter((one) => one.own);
                  return {
                    plot: plotOf(canvas),
                    curves: own.length,
                    thinnest: Math.min(...own.map((one) => one.width)),
                    smallest: texts.reduce((least, one) => (one.size < least.size ? one : least)),
                  };
                }),
            );
            assert.equal(found.length, 2, id);
            for (const {plot, curves, thinnest, smallest} of found) {
              assert.ok(curves > 0, `${id}: ${plot}`);
              assert.ok(thinnest >= 3 - 1e-6, `${id}: ${plot}: ${thinnest} px`);
              assert.ok(smallest.size >= height / 36 - 1e-6, `${id}: ${plot}: ${smallest.text}, ${smallest.size} px`);
            }
          }
        }),
    );

  test(`${browser}: a presenter's remote goes from figure to figure, and Escape leaves the projector`, () =>
    measured({browser, hash: 'RS', dark: false, projector: true}, async (_, {page, frame}) => {
      const state = async () => ({
        preset: await presetShown(frame),
        amplitude: await shown(frame, 'quick'),
        theme: (await read(frame, at.lab, themeOf)) || 'system',
      });
      const start = await state();
      // A slider that has the focus would take the key for ten steps.
      await focus(frame, at.slider('quick'));
      await page.keyboard.press('PageDown');
      await settle(frame);
      assert.equal((await state()).preset, 'IB');
      await page.keyboard.press('PageUp');
      await settle(frame);
      assert.deepEqual(await state(), start);
      await page.keyboard.press('Escape');
      await settle(frame);
      assert.deepEqual(await state(), {...start, theme: 'system'});
      // It is no colour: the menu has one entry for it, which names the key that leads back.
      assert.match(await read(frame, at.projector, (entry) => entry.textContent), /Esc/);
      assert.doesNotMatch(await read(frame, at.theme, (list) => list.textContent), /rojector/);
      await chooseTheme(frame, 'light');
      await chooseTheme(frame, 'projector');
      await press(frame, at.leaveProjector);
      await settle(frame);
      assert.equal((await state()).theme, 'light', 'the theme before');
    }));

  // CH at 1000 ms: two spikes 5 ms apart are 2 px apart on this wall. Figure 4 leaves its threshold to be found.
  inOne(browser)(
    `${browser}: on the wall a key tells spikes apart, another one shows what is to be found, and nothing lies over numbers`,
    () =>
      withLab({browser, hash: 'CH', width: 1024, height: 768}, async ({page, frame}) => {
        await chooseTheme(frame, 'projector');
        const stretch = async () => {
          await settle(frame);
          const [, from, to] = /from (\S+) to (\S+)\u00a0ms/.exec(await spokenName(frame, at.canvas('v')));
          return to - from;
        };
        await waitFor(frame, at.driveTicks);
        const [ticks, axis] = await frame.evaluate(() =>
          [at.driveTicks, at.canvas('current')].map((where) => part(where).getBoundingClientRect().toJSON()),
        );
        assert.ok(ticks.top >= axis.bottom - 2, `${ticks.top} over the axis, to ${axis.bottom}`);
        await page.keyboard.press('z');
        assert.ok((await stretch()) < 250, `${await stretch()}`);
        await page.keyboard.press('z');
        assert.equal(await stretch(), 1000);
        await frame.evaluate(() => (location.hash = '#note-4'));
        await settle(frame);
        assert.equal(await visible(frame, at.reveal), false, 'no button on the wall');
        assert.equal(await howMany(frame, at.driveTicks), 0);
        await page.keyboard.press('r');
        await waitFor(frame, at.driveTicks);
        // What the lecturer has hidden in the menu, too.
        await ask(frame, 'switch', {name: 'withhold', on: true});
        await settle(frame);
        assert.equal(await howMany(frame, at.driveTicks), 0);
        await page.keyboard.press('r');
        await waitFor(frame, at.driveTicks);
      }),
  );
}
