// sharp.test.mjs: plots are as sharp as the screen, even after a move to another one, and sharper on paper.
import assert from 'node:assert/strict';
import {analysesOffered, at, inOne, openAnalysis, parts, readAll, withLab} from './lab.mjs';
import {browsers} from './support.mjs';
import {test} from 'node:test';

/** Of each canvas on show: its dots to a pixel of the page, and whether anything is drawn on it. */
const canvases = (frame) =>
  readAll(frame, at.canvas(), (all) =>
    all
      .filter((canvas) => canvas.clientWidth > 0)
      .map((canvas) => {
        const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return {
          name: canvas.getAttribute('aria-label').slice(0, 40),
          across: canvas.width / canvas.clientWidth,
          down: canvas.height / canvas.clientHeight,
          drawn: data.some((value) => value > 0),
        };
      }),
  );

/** Waits until all canvases on show have so many dots to a pixel. */
async function have(frame, dots, where) {
  // A canvas has a whole number of dots, so it may be short by some.
  const sharp = (dots) =>
    parts(at.canvas())
      .filter(({clientWidth}) => clientWidth > 0)
      .every(
        ({width, height, clientWidth, clientHeight}) =>
          Math.abs(width - dots * clientWidth) <= dots && Math.abs(height - dots * clientHeight) <= dots,
      );
  await frame.waitForFunction(sharp, {timeout: 5000}, dots).catch(async () => {
    assert.fail(`${where}: ${JSON.stringify(await canvases(frame))}`);
  });
  const all = await canvases(frame);
  assert.ok(all.length >= 4, where); // v, u, I and the plane
  for (const {name, drawn} of all) assert.ok(drawn, `${where}: ${name}`);
}

for (const browser of browsers) {
  for (const mode of ['http', 'sandbox']) {
    test(`${browser}, ${mode}: every plot is drawn anew when the screen has other dots, at the same size`, () =>
      withLab({browser, mode, hash: 'note-10', width: 1280, height: 720}, async ({page, frame}) => {
        await have(frame, 1, 'at first');
        for (const dots of [2, 1.25, 3, 1]) {
          await page.setViewport({width: 1280, height: 720, deviceScaleFactor: dots});
          await frame.waitForFunction((dots) => Math.abs(window.devicePixelRatio - dots) < 0.01, {}, dots);
          await have(frame, dots, `${dots} dots`);
          assert.equal(await frame.evaluate(() => window.innerWidth), 1280);
        }
      }));
  }

  test(`${browser}: plots behind tabs have the dots of the screen when they come to light`, () =>
    withLab({browser, hash: 'RS', width: 1280, height: 720}, async ({page, frame}) => {
      const names = await analysesOffered(frame);
      for (const name of names) await openAnalysis(frame, name);
      await page.setViewport({width: 1280, height: 720, deviceScaleFactor: 2});
      await frame.waitForFunction(() => window.devicePixelRatio === 2);
      for (const name of names) {
        await openAnalysis(frame, name);
        await have(frame, 2, name);
      }
    }));
}

inOne('chromium')('on paper plots have at least three dots to a pixel, and on the screen again its own', () =>
  withLab({browser: 'chromium', hash: 'RS'}, async ({frame}) => {
    const tell = (what) => frame.evaluate((what) => window.dispatchEvent(new Event(what)), what);
    await tell('beforeprint');
    await have(frame, 3, 'on paper');
    await tell('afterprint');
    await have(frame, 1, 'on the screen');
  }),
);
