// panels.test.mjs: no plot of an analysis is cut off by its panel, and nothing in a panel is wider than its place. What is said
// below a plot may be scrolled to.
import assert from 'node:assert/strict';
import {at, ask, ANALYSES, goto, inOne, openAnalysis, part, parts, pause, settle, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

/** In the page: what is cut off in the panel that is open. */
function cutIn(panel) {
  const found = [];
  const inside = part(panel).getBoundingClientRect();
  for (const canvas of parts(at.canvas())) {
    const box = canvas.getBoundingClientRect();
    if (!part(panel).contains(canvas) || !box.width) continue;
    if (box.bottom > inside.bottom + 0.5 || box.top < inside.top - 0.5)
      found.push(`the plot ends at ${box.bottom}, its panel at ${inside.bottom}`);
    if (box.height < 120) found.push(`low: ${box.height}`);
  }
  for (const node of [part(panel), ...allWithin(part(panel), at.everything)]) {
    const {overflowX} = getComputedStyle(node);
    if (node.matches(at.mayReachBeyond) || !node.clientWidth) continue;
    if (overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1)
      found.push(`${called(node)}: ${node.scrollWidth} of ${node.clientWidth} px`);
  }
  return found;
}

const sizes = [
  [1280, 720],
  [800, 600],
  [390, 844],
];

for (const browser of browsers)
  for (const search of ['', '?lang=es'])
    inOne(browser)(`${browser}: no panel cuts off its plot, nor anything at its side${search && ', in Spanish'}`, () =>
      withLab({browser, search, hash: 'IB'}, async ({page, frame}) => {
        const faults = [];
        for (const [width, height] of sizes) {
          await page.setViewport({width, height});
          for (const preset of ['IB', 'note-10']) {
            await goto(frame, preset);
            for (const name of ANALYSES) {
              await openAnalysis(frame, name);
              await pause(300); // canvases follow the size of their places some frames later
              await settle(frame);
              const found = await frame.evaluate(cutIn, at.analysis(name));
              faults.push(...found.map((one) => `${width}x${height}, ${preset}, ${name}: ${one}`));
            }
          }
          // With a pinned cell, Rheobase has a second lane, and a column more.
          await goto(frame, 'IB');
          await ask(frame, 'ghost', {what: 'pin'});
          await ask(frame, 'edit', {cell: {b: 2.5}});
          await openAnalysis(frame, 'thresholds');
          await pause(800);
          const found = await frame.evaluate(cutIn, at.analysis('thresholds'));
          faults.push(...found.map((one) => `${width}x${height}, pinned: ${one}`));
          await ask(frame, 'ghost', {what: 'unpin'});
        }
        assert.deepEqual(faults, []);
      }),
    );

inOne('chromium')('a plot that is cut off is found, so the tests above can fail', () =>
  withLab({browser: 'chromium', hash: 'IB'}, async ({frame}) => {
    await openAnalysis(frame, 'rate');
    await frame.evaluate((where) => {
      part(where).closest(at.plotFrame).style.cssText = 'position: static; height: 900px; width: 900px';
    }, at.analysisCanvas('rate'));
    await settle(frame);
    assert.notDeepEqual(await frame.evaluate(cutIn, at.analysis('rate')), []);
  }),
);
