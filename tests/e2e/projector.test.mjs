// projector.test.mjs: in front of a class, the two pictures take the window, all is legible, and a remote changes figures.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, chooseTheme, focus, presetShown, press, read, settle, shown, themeOf} from './lab.mjs';
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
      await chooseTheme(frame, 'light');
      await chooseTheme(frame, 'projector');
      await press(frame, at.leaveProjector);
      await settle(frame);
      assert.equal((await state()).theme, 'light', 'the theme before');
    }));
}
