// opening.test.mjs: while a lab opens, v(t) is seen first; nothing that is seen moves, and nothing that cannot act yet is seen.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, drawnYet, inOne, isReady, open, part, parts, presetShown, ready} from './lab.mjs';
import {browsers} from './support.mjs';

/** In the page: notes, frame by frame until the lab is ready, where v(t) is and what else can be seen or reached. */
function watch() {
  window.opening = [];
  window.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({value}) => value))).observe({
      type: 'layout-shift',
      buffered: true,
    });
  const inSight = (node) => getComputedStyle(node).visibility === 'visible' && node.getClientRects().length > 0;
  function look() {
    const drawn = drawnYet();
    const v = part(at.plot('v'));
    if (drawn) {
      const {x, y, width, height} = v.getBoundingClientRect();
      const canvases = parts(at.canvas()).filter(inSight);
      const controls = parts(at.reachable);
      window.opening.push({
        drawn,
        place: [x, y, width, height],
        v: canvases.some((canvas) => v.contains(canvas)),
        plots: new Set(canvases.map((canvas) => canvas.closest(at.panel))).size,
        controls: controls.filter(inSight).length,
      });
    }
    if (!isReady()) requestAnimationFrame(look);
    else window.opened = true;
  }
  // Whatever changes is looked at in the frame that shows it.
  requestAnimationFrame(look);
}

const before = (page) => page.evaluateOnNewDocument(watch);

/** How the lab is opened, and how many plots it then shows. */
const WAYS = [
  [{width: 1280, height: 720}, 4],
  // Above its rows of several runs, u is seen only when it is wanted.
  [{width: 1280, height: 720, hash: 'note-4', search: '?lang=es'}, 3],
  [{width: 1100, height: 640, hash: 'note-10'}, 4],
  [{width: 390, height: 800}, 4],
  [{width: 800, height: 900}, 4],
  [{width: 390, height: 800, hash: 'note-CH-600'}, 4],
];

for (const browser of browsers)
  for (const [how, all] of WAYS)
    test(`${browser}: what is seen while ${JSON.stringify(how)} opens stays where it is, and can act`, async () => {
      const {frame, errors, close} = await open({browser, mode: 'file', before, ...how});
      await frame.waitForFunction(() => window.opened);
      const {opening, shifts} = await frame.evaluate(() => ({opening: window.opening, shifts: window.shifts}));
      const last = opening.at(-1);
      assert.equal(last.drawn, 'all');
      assert.ok(last.v && last.controls > 10);
      assert.equal(last.plots, all);
      for (const one of opening) assert.deepEqual(one.place, last.place);
      assert.deepEqual(shifts, []);
      const first = opening.filter(({drawn}) => drawn === 'v');
      assert.ok(first.length > 0);
      for (const {v, plots, controls} of first)
        assert.deepEqual({v, plots, controls}, {v: true, plots: 1, controls: 0});
      assert.deepEqual(errors, []);
      await close();
    });

inOne('chromium')('chromium: a link that is followed while the lab opens is opened, not lost', async () => {
  const {frame, errors, close} = await open({
    browser: 'chromium',
    mode: 'file',
    before: (page) =>
      page.evaluateOnNewDocument(() =>
        new MutationObserver((_, observer) => {
          if (drawnYet() !== 'v') return;
          observer.disconnect();
          location.hash = '#note-CH-600&I=590';
        }).observe(document, {attributes: true, subtree: true}),
      ),
  });
  await ready(frame);
  await frame.waitForFunction(() => part(at.number('stimulus.0.amplitude'))?.value === '590');
  assert.equal(await presetShown(frame), 'note-CH-600');
  assert.deepEqual(errors, []);
  await close();
});
