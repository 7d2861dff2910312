// figure-frame.test.mjs: the manners of a figure in the page around it: it starts when it can be seen, takes no focus, no wheel, no swipe
// and no entry of the history, lets go of what it holds, and costs nothing at rest.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {pathToFileURL} from 'node:url';
import {at, drawnYet, enter, howMany, inOne, isReady, open, parts, pause, read, ready, settle} from './lab.mjs';
import {browsers, site} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-figure-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** A page of a course with figures in frames, each in a box of its own; returns its path. */
function course(name, boxes) {
  const src = `${pathToFileURL(site)}?view=figure&show=v,current`;
  const frames = boxes.map(
    (style, index) =>
      `<div id="box-${index}" style="${style}"><iframe id="frame-${index}" src="${src}#RS" width="800" height="600" style="border:0"></iframe></div>`,
  );
  const path = join(folder, name);
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><title>course</title><body style="margin:0"><input id="mine"><p>Text.</p>${frames.join('<p>Text.</p>')}<div style="height:3000px"></div>`,
  );
  return path;
}

/** The frames of a page, in order. */
const framesOf = (page) => page.frames().slice(1);
/** Waits until a frame is alive. */
async function alive(frame) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await frame.evaluate(isReady).catch(() => false)) return settle(frame);
    await pause(100);
  }
  throw new Error('the figure did not come alive');
}
/** Whether v(t) has been drawn. */
const drawn = (frame) => frame.evaluate(drawnYet).catch(() => undefined);

for (const browser of browsers) {
  test(`${browser}: of several figures those come alive that can be seen, however they were hidden`, async () => {
    const file = course('seen.html', ['', 'display:none', 'width:0;height:0;overflow:hidden', 'margin-top:2500px']);
    const {page, errors, close} = await open({browser, mode: 'file', file});
    await page.evaluate(() => window['frame-2'].style.setProperty('width', '0'));
    await page.focus('input');
    const [first, hidden, empty, below] = framesOf(page);
    await alive(first);
    await pause(500);
    for (const [name, one] of Object.entries({hidden, below})) assert.equal(await drawn(one), undefined, name);
    // It asks for nothing of the page around it.
    assert.equal(await page.evaluate(() => document.activeElement === window.mine), true);
    await page.evaluate(() => {
      window['box-1'].style.removeProperty('display');
      window['box-1'].scrollIntoView();
    });
    await alive(hidden);
    await page.evaluate(() => {
      window['box-2'].removeAttribute('style');
      window['frame-2'].style.removeProperty('width');
      window['box-2'].scrollIntoView();
    });
    await alive(empty);
    await page.evaluate(() => window['box-3'].scrollIntoView());
    await alive(below);
    // Hidden and shown again, it is as it was.
    await page.evaluate(() => {
      window['box-3'].style.display = 'none';
      setTimeout(() => window['box-3'].style.removeProperty('display'), 100);
    });
    await pause(400);
    assert.ok((await read(below, at.canvas('v'), (canvas) => canvas.width)) > 100);
    assert.equal(await page.evaluate(() => document.activeElement === window.mine), true);
    assert.deepEqual(errors, []);
    await close();
  });

  test(`${browser}: a figure leaves the wheel and the history to the page around it, and lets go outside`, async () => {
    const {page, errors, close} = await open({browser, mode: 'file', file: course('manners.html', ['', ''])});
    const [figure] = framesOf(page);
    await alive(figure);
    const entries = await page.evaluate(() => history.length);
    const numberIn = () => read(figure, at.number('quick'), (field) => Number(field.value));
    await enter(figure, 'quick', '60');
    await pause(500);
    assert.equal(await numberIn(), 60);
    assert.equal(await page.evaluate(() => history.length), entries);
    // A drag that ends outside of the frame is over.
    const box = await page.evaluate(() => window['frame-0'].getBoundingClientRect().toJSON());
    const centre = (one) => {
      const {x, y, width, height} = one.getBoundingClientRect();
      return {x: x + width / 2, y: y + height / 2};
    };
    const grip = await read(figure, at.gripOf('stimulus.0.amplitude'), centre);
    await page.mouse.move(box.x + grip.x, box.y + grip.y);
    await page.mouse.down();
    await page.mouse.move(box.x + grip.x, box.y + grip.y - 12, {steps: 4});
    await page.mouse.move(box.x + box.width + 60, box.y + grip.y - 12, {steps: 4});
    await page.mouse.up();
    await pause(300);
    const left = await numberIn();
    await page.mouse.move(box.x + grip.x, box.y + grip.y - 20, {steps: 6});
    await pause(300);
    assert.equal(await numberIn(), left);
    assert.notEqual(left, 60); // it was a drag
    assert.equal(await howMany(figure, at.draggedGrip), 0);
    // The wheel over the plot, and over the slider, turns the page.
    const scrolled = () => page.evaluate(() => scrollY);
    const {x, y} = await read(figure, at.canvas('v'), centre);
    await page.mouse.move(box.x + x, box.y + y);
    for (let turns = 0; (await scrolled()) <= 100 && turns < 25; turns += 1) {
      await page.mouse.wheel({deltaY: 200});
      await pause(200);
    }
    assert.ok((await scrolled()) > 100);
    assert.equal(await numberIn(), left);
    assert.deepEqual(errors, []);
    await close();
  });

  test(`${browser}: a swipe up or down is left to the page, over whatever it begins, and no full screen is asked for`, async () => {
    const before = (page) =>
      page.evaluateOnNewDocument(() => {
        window.asked = 0;
        Element.prototype.requestFullscreen = () => Promise.reject(new Error(`${(window.asked += 1)}`));
      });
    const {frame, close} = await open({browser, search: '?view=figure&show=v,current,plane', hash: 'RS', before});
    await ready(frame);
    await settle(frame);
    // What the browser may do with a swipe that goes up or down: all that it is not told to leave alone.
    const taken = await frame.evaluate(() =>
      parts(at.everything)
        .filter((one) => one.checkVisibility() && getComputedStyle(one).touchAction === 'none')
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(taken, []);
    for (const where of [at.frame('v'), at.frame('current'), at.gripOf('stimulus.0.amplitude')])
      assert.match(
        await read(frame, where, (one) => getComputedStyle(one).touchAction),
        /pan-y|auto|manipulation/,
        where,
      );
    assert.equal(await frame.evaluate(() => window.asked), 0);
    await close();
  });

  inOne(browser)(
    `${browser}: at rest a figure asks for no frame, a finger scrolls it away, and Play stops where it cannot be seen`,
    async () => {
      const before = async (page) => {
        await page.setViewport({width: 1280, height: 720, hasTouch: true});
        await page.evaluateOnNewDocument(() => {
          const ask = window.requestAnimationFrame.bind(window);
          window.asked = 0;
          window.requestAnimationFrame = (act) => {
            window.asked += 1;
            return ask(act);
          };
        });
      };
      const {page, close} = await open({browser, mode: 'file', file: course('rest.html', ['']), before});
      const [figure] = framesOf(page);
      await alive(figure);
      await pause(1500);
      const asked = () => figure.evaluate(() => window.asked);
      const first = await asked();
      await pause(1500);
      assert.equal(await asked(), first);
      await read(figure, at.figurePlay, (button) => button.click());
      await pause(300);
      assert.ok((await asked()) > first + 3);
      const {x, y} = await read(figure, at.gripOf('stimulus.0.amplitude'), (one) =>
        one.getBoundingClientRect().toJSON(),
      );
      const top = await page.evaluate(() => window['frame-0'].getBoundingClientRect().top);
      for (const [fromX, fromY] of [
        [x + 8, top + y + 8], // a grip
        [400, 300], // v(t)
        [400, 300],
        [400, 300],
      ]) {
        await page.touchscreen.touchStart(fromX, fromY);
        for (let i = 1; i <= 8; i += 1) {
          await page.touchscreen.touchMove(fromX, fromY - 32 * i);
          await pause(16);
        }
        await page.touchscreen.touchEnd();
        await pause(300);
      }
      assert.ok((await page.evaluate(() => scrollY)) > 600);
      assert.equal(await read(figure, at.number('quick'), (field) => field.value), '70');
      await pause(600);
      const gone = await asked();
      await pause(800);
      assert.ok((await asked()) <= gone + 1);
      await close();
    },
  );
}
