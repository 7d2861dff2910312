// sharp.test.mjs: plots are as sharp as the screen, even after a move to another one, and sharper on paper.
import assert from 'node:assert/strict';
import {analysesOffered, at, inOne, openAnalysis, parts, readAll, withLab} from './lab.mjs';
import {browsers} from './support.mjs';
import {test} from 'node:test';

/** Of each canvas on show: its dots to a pixel of the page, and whether anything is drawn on it. */
const canvases = (frame) =>
  readAll(frame, at.canvas(), (all) =>
    all
      .filter(({clientWidth, clientHeight}) => clientWidth > 0 && clientHeight > 0)
      .map((canvas) => {
        const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return {
          name: canvas.getAttribute('aria-label').slice(0, 40),
          plot: plotOf(canvas),
          across: canvas.width / canvas.clientWidth,
          down: canvas.height / canvas.clientHeight,
          drawn: data.some((value) => value > 0),
        };
      }),
  );

/** Waits until all canvases on show have so many dots to a pixel; `plots` must be among them. */
async function have(frame, dots, where, plots) {
  // A canvas has a whole number of dots, so it may be short by some.
  const sharp = (dots) =>
    parts(at.canvas())
      .filter(({clientWidth, clientHeight}) => clientWidth > 0 && clientHeight > 0)
      .every(
        ({width, height, clientWidth, clientHeight}) =>
          Math.abs(width - dots * clientWidth) <= dots && Math.abs(height - dots * clientHeight) <= dots,
      );
  await frame.waitForFunction(sharp, {timeout: 5000}, dots).catch(async () => {
    assert.fail(`${where}: ${JSON.stringify(await canvases(frame))}`);
  });
  const all = await canvases(frame);
  for (const plot of plots)
    assert.ok(
      all.some((one) => one.plot === plot),
      `${where}: ${plot}`,
    );
  for (const {name, drawn} of all) assert.ok(drawn, `${where}: ${name}`);
}

const all = ['v', 'u', 'current', 'plane'];
/** Where runs are compared, their rows take the place of u. */
const compared = ['v', 'current', 'plane'];
/** The analyses without a canvas. */
const UNPLOTTED = ['why', 'compare', 'findings', 'details'];

for (const browser of browsers) {
  for (const mode of ['http', 'sandbox']) {
    test(`${browser}, ${mode}: every plot is drawn anew when the screen has other dots, at the same size`, () =>
      withLab({browser, mode, hash: 'note-10', width: 1280, height: 720}, async ({page, frame}) => {
        await have(frame, 1, 'at first', compared);
        for (const dots of [2, 1.25, 3, 1]) {
          await page.setViewport({width: 1280, height: 720, deviceScaleFactor: dots});
          await frame.waitForFunction((dots) => Math.abs(window.devicePixelRatio - dots) < 0.01, {}, dots);
          await have(frame, dots, `${dots} dots`, compared);
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
        await have(frame, 2, name, UNPLOTTED.includes(name) ? ['v', 'u', 'current'] : ['v', 'u', 'current', name]);
      }
    }));
}

inOne('chromium')('on paper plots have at least three dots to a pixel, and on the screen again its own', () =>
  withLab({browser: 'chromium', hash: 'RS'}, async ({frame}) => {
    const tell = (what) => frame.evaluate((what) => window.dispatchEvent(new Event(what)), what);
    await tell('beforeprint');
    await have(frame, 3, 'on paper', all);
    await tell('afterprint');
    await have(frame, 1, 'on the screen', all);
  }),
);
