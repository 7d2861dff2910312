// measures.test.mjs: how large the pictures are, how much stands beside them, and that nothing is cut, at the sizes of windows,
// frames and phones.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, read} from './lab.mjs';
import {measured} from './measures.mjs';
import {browsers} from './support.mjs';

for (const browser of browsers) {
  test(`${browser}: at 1280x720 the picture has its share, and little stands beside it`, () =>
    measured({browser, hash: 'RS'}, (found) => {
      assert.ok(found.plots.v.data >= 18, `v(t) has ${found.plots.v.data} %`);
      assert.ok(found.plots.plane.data >= 12, `the plane has ${found.plots.plane.data} %`);
      assert.ok(found.controls <= 60, `${found.controls} controls`);
      assert.ok(found.words <= 200, `${found.words} words`);
      assert.ok(found.smallest.size >= 13 && found.canvasText >= 13, JSON.stringify(found.smallest));
      assert.ok(found.mainEnds <= 720.5, `the lab ends at ${found.mainEnds}`);
      assert.deepEqual(found.scrolls, [0, 0]);
    }));

  test(`${browser}: at 1920x1080 both pictures grow`, () =>
    measured({browser, hash: 'RS', width: 1920, height: 1080}, (found) => {
      assert.ok(found.plots.v.data >= 22, `v(t) has ${found.plots.v.data} %`);
      assert.ok(found.plots.plane.data >= 16, `the plane has ${found.plots.plane.data} %`);
      assert.ok(found.canvasText > 13);
      assert.ok(found.mainEnds <= 1080.5);
      assert.deepEqual(found.scrolls, [0, 0]);
    }));

  // A frame of course material, and a small one: the picture, its current and the slider are in the first view.
  for (const [width, height, least] of [
    [800, 600, 36],
    [480, 400, 26],
  ])
    test(`${browser}: a frame of ${width}x${height} shows the picture with its slider first`, () =>
      measured({browser, hash: 'RS', width, height}, async (found, {frame}) => {
        const {v, current} = found.plots;
        assert.ok(v.data >= least, `v(t) has ${v.data} %`);
        const bar = await read(frame, at.current, (slider) => slider.getBoundingClientRect().bottom);
        assert.ok(bar <= height, `the slider ends at ${bar}`);
        assert.ok(current.bottom <= bar, `the current ends at ${current.bottom}`);
        assert.ok(found.scrolls[0] <= 0);
      }));

  for (const [width, height] of [
    [390, 844],
    [320, 568],
    [360, 640],
  ])
    test(`${browser}: on a phone of ${width}x${height} the trace begins at once, and nothing reaches beyond the side`, () =>
      measured({browser, hash: 'IB', search: '?lang=es', width, height}, (found) => {
        assert.ok(found.plots.v.top <= 110, `v(t) begins at ${found.plots.v.top}`);
        assert.ok(found.plots.plane.top < height);
        assert.ok(found.scrolls[0] <= 0);
      }));

  // A phone held sideways, and a window zoomed to 200 %.
  for (const [width, height] of [
    [844, 390],
    [640, 360],
  ])
    test(`${browser}: at ${width}x${height} the picture, the plane and the slider share the first view`, () =>
      measured({browser, hash: 'RS', width, height}, async (found, {frame}) => {
        const bar = await read(frame, at.current, (slider) => slider.getBoundingClientRect().top);
        assert.ok(bar < height);
        for (const name of ['v', 'current', 'plane']) {
          const {bottom} = found.plots[name] ?? {bottom: Infinity};
          assert.ok(bottom <= bar, `${name} ends at ${bottom}, below ${bar}`);
        }
        assert.ok(found.scrolls[0] <= 0);
      }));
}
