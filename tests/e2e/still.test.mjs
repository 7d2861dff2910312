// still.test.mjs: nothing moves that nobody moved: neither while something is dragged, in English, nor while a run is played.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, movedBoxes, noteBoxes, openAnalysis, pause, press, text, withLab} from './lab.mjs';
import {keepsStill} from './still.mjs';
import {browsers} from './support.mjs';

keepsStill('en');

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
