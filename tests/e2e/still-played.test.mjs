// still-played.test.mjs: nothing moves that nobody moved while a run is played, and a drag outlasts a change of the window.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  at,
  movedBoxes,
  noteBoxes,
  openAnalysis,
  pause,
  press,
  read,
  settle,
  shown,
  text,
  undo,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

for (const browser of browsers)
  test(`${browser}: a window resized in the middle of a drag loses nothing`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      const {left, top, width, height} = await read(frame, at.current, (slider) => {
        const {left, top, width, height} = slider.getBoundingClientRect();
        return {left, top, width, height};
      });
      const x = (share) => left + share * width;
      await page.mouse.move(x(0.5), top + height / 2);
      await page.mouse.down();
      await page.mouse.move(x(0.8), top + height / 2);
      await settle(frame);
      const dragged = await shown(frame, 'quick');
      assert.notEqual(dragged, '70');
      await page.setViewport({width: 390, height: 844});
      await pause(300);
      await settle(frame);
      // The drag goes on in the new place of the slider, where a browser may read the pointer anew.
      await page.mouse.up();
      await page.setViewport({width: 1280, height: 720});
      await pause(300);
      const after = Number(await shown(frame, 'quick'));
      assert.ok(after >= Number(dragged), `${after}`);
      assert.equal(await read(frame, at.current, (slider) => Number(slider.value)), after);
      await undo(frame);
      assert.equal(await shown(frame, 'quick'), '70');
    }));

for (const browser of browsers)
  test(`${browser}: while a run is played, every box keeps its place`, () =>
    withLab({browser, hash: 'IB'}, async ({frame}) => {
      await openAnalysis(frame, 'details');
      await press(frame, at.playBelow);
      await pause(300);
      await frame.evaluate(noteBoxes);
      const moved = new Set();
      const times = new Set();
      for (let look = 0; look < 6; look += 1) {
        await pause(200);
        for (const one of await frame.evaluate(movedBoxes)) moved.add(one);
        times.add(await text(frame, at.readOutOfInstant));
      }
      assert.ok(times.size > 3, 'it plays');
      assert.deepEqual([...moved], []);
    }));
