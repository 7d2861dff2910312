// measures.test.mjs: how large the pictures are, how much stands beside them, and that nothing is cut, at the sizes of windows,
// frames, phones and projectors.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, chooseTheme, focus, pause, presetShown, press, read, settle, shown, themeOf, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

/** Before a page opens: notes the region to which each canvas clips its curves, which is its data area. */
const watchAreas = (page) =>
  page.evaluateOnNewDocument(() => {
    window.dataAreas = new Map();
    const {clip, rect} = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.rect = function (...box) {
      this.lastRect = box;
      return rect.apply(this, box);
    };
    CanvasRenderingContext2D.prototype.clip = function (...given) {
      if (this.lastRect) window.dataAreas.set(this.canvas, this.lastRect);
      return clip.apply(this, given);
    };
  });

/** Opens a preset at a size, and hands over what is measured there. */
const measured = (options, use) =>
  withLab({...options, before: watchAreas}, async ({page, frame}) => {
    if (options.projector) await chooseTheme(frame, 'projector');
    await pause(500); // canvases follow the size of their places some frames later
    await settle(frame);
    await use(await frame.evaluate(measure), {page, frame});
  });

/** In the page: what the issue of this screen counts. */
function measure() {
  const [across, down] = [innerWidth, innerHeight];
  const seen = (node) => {
    const {width, height, top, bottom, left, right} = node.getBoundingClientRect();
    const shown = node.checkVisibility?.({visibilityProperty: true, opacityProperty: true}) ?? true;
    return shown && width > 1 && height > 1 && bottom > 0 && top < down && right > 0 && left < across;
  };
  const share = (width, height) => (100 * width * height) / (across * down);
  const plots = {};
  for (const canvas of parts(at.canvas())) {
    const area = window.dataAreas.get(canvas);
    if (!area || !seen(canvas)) continue;
    const box = canvas.getBoundingClientRect();
    const dots = canvas.width / box.width;
    const scale = area[2] > box.width ? dots : 1;
    plots[plotOf(canvas)] = {
      data: share(area[2] / scale, area[3] / scale),
      whole: share(box.width, box.height),
      top: box.top + area[1] / scale,
      bottom: box.bottom,
    };
  }
  // A control is what can be focused and meets the viewport, grips included. The tabs that the arrow keys reach count, too.
  const controls = [...parts(at.stops)].filter((node) => seen(node) && !node.disabled);
  // A word is a token with two letters or more of visible text.
  const words = [];
  const sizes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const {currentNode: node} = texts;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(at.noText) || !seen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const {top, bottom, width} = range.getBoundingClientRect();
    if (bottom <= 0 || top >= down || width < 1) continue;
    words.push(...node.data.split(/\s+/).filter((token) => (token.match(/\p{L}/gu) ?? []).length >= 2));
    sizes.push({text: node.data.trim(), size: parseFloat(getComputedStyle(parent).fontSize)});
  }
  for (const input of parts(at.boxes))
    if (seen(input)) sizes.push({text: input.value, size: parseFloat(getComputedStyle(input).fontSize)});
  const {scrollHeight, scrollWidth} = document.documentElement;
  return {
    plots,
    controls: controls.length,
    words: words.length,
    smallest: sizes.reduce((least, one) => (one.size < least.size ? one : least)),
    scrolls: [scrollWidth - across, scrollHeight - down],
    canvasText: parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--text-xs')),
    mainEnds: part(at.main).getBoundingClientRect().bottom,
  };
}

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
