// rows.test.mjs: the runs of a figure as rows below one large trace.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {allWithin, at, atEach, part, parts, press, read, readAll, settle, withLab, within} from './lab.mjs';
import {browsers} from './support.mjs';

for (const browser of browsers) {
  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [800, 600],
    [320, 640],
  ])
    test(`${browser}: at ${width}x${height} no name of a run lies over its scale, nor a row beyond its place`, () =>
      withLab({browser, hash: 'truth-kick', width, height}, async ({frame}) => {
        const look = () =>
          parts(at.rows).map((row) => {
            const name = document.createRange();
            name.selectNodeContents(within(row, at.rowName));
            const scale = allWithin(row, at.rowScale).map((mark) => mark.getBoundingClientRect().left);
            const {right, bottom} = name.getBoundingClientRect();
            const own = row.getBoundingClientRect();
            return Math.min(
              Math.min(...scale) - right,
              own.bottom - bottom,
              own.right - row.scrollWidth - own.left + 3,
            );
          });
        // The second and third have the longest names.
        for (const [id, room] of Object.entries(await atEach(frame, ['truth-kick', 'why-sag', 'why-cycle'], look)))
          for (const one of room) assert.ok(one > 2, `${id}: ${room}`);
      }));

  test(`${browser}: six runs stand as rows that can be read and pressed, and leave the trace its room`, () =>
    withLab({browser, hash: 'note-10'}, async ({frame}) => {
      const rows = () =>
        readAll(frame, at.rows, (all) =>
          all.map((row) => {
            const {left, right, top, bottom, height} = row.getBoundingClientRect();
            const [highest, lowest] = allWithin(row, at.rowScale).map(({textContent}) => textContent);
            const ink = getComputedStyle(within(row, at.rowTrace)).stroke;
            return {left, right, top, bottom, height, highest, lowest, ink, on: row.getAttribute('aria-pressed')};
          }),
        );
      const all = await rows();
      assert.equal(all.length, 6);
      for (const {height, highest, lowest} of all) {
        assert.ok(height >= 48, `${height}`);
        assert.match(highest, /^50\smV$/); // the peak is at 50 mV
        assert.equal(lowest, '−50');
      }
      assert.equal(new Set(all.map(({ink}) => ink)).size, 6);
      // No row lies over another, or over the slider below; nothing has to be scrolled.
      const slider = await read(frame, at.quickBar, (bar) => bar.getBoundingClientRect().top);
      for (const one of all) {
        assert.ok(one.bottom <= slider + 0.5, `${one.bottom} ${slider}`);
        for (const other of all)
          assert.ok(
            one === other ||
              one.right <= other.left + 0.5 ||
              other.right <= one.left + 0.5 ||
              one.bottom <= other.top + 0.5 ||
              other.bottom <= one.top + 0.5,
          );
      }
      assert.equal(await frame.evaluate(() => document.documentElement.scrollHeight), 720);
      // v(t) keeps 13 % of the window: what the cursor's track spans is the area of its data.
      const share = await frame.evaluate(() => {
        const {width, height} = part(at.track('v')).getBoundingClientRect();
        return (width * height) / (innerWidth * innerHeight);
      });
      assert.ok(share >= 0.13, `${share}`);
      await press(frame, at.rowOf(5));
      await settle(frame);
      assert.deepEqual(
        (await rows()).map(({on}) => on),
        ['false', 'false', 'false', 'false', 'false', 'true'],
      );
    }));
}
