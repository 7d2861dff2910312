// geometry.test.mjs: everything has its place, at every size.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  about,
  addStimulus,
  allWithin,
  ask,
  at,
  atEach,
  called,
  choose,
  dismissMessage,
  enter,
  goto,
  inOne,
  part,
  parts,
  presetsOffered,
  settle,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

// --- measured in the page -----------------------------------------------------------------------------------------------

/** The part of an element's box that no ancestor cuts off, nor, if asked, the window. */
function seenPart(node, inWindow) {
  let {left, top, right, bottom} = node.getBoundingClientRect();
  const cutAcross = (from, to) => ([left, right] = [Math.max(left, from), Math.min(right, to)]);
  const cutDown = (from, to) => ([top, bottom] = [Math.max(top, from), Math.min(bottom, to)]);
  for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) {
    const {overflowX, overflowY} = getComputedStyle(up);
    const box = up.getBoundingClientRect();
    if (overflowX !== 'visible') cutAcross(box.left, box.right);
    if (overflowY !== 'visible') cutDown(box.top, box.bottom);
  }
  if (inWindow) {
    cutAcross(0, innerWidth);
    cutDown(0, innerHeight);
  }
  return {left, top, right, bottom, width: right - left, height: bottom - top};
}

const plots = () => parts(at.canvas()).filter((canvas) => canvas.clientWidth > 0 && canvas.clientHeight > 0);

/** What must be in view and is not: its name, how much of it is visible, and its size. */
function outOfView() {
  const wanted = [...plots(), ...parts(at.alwaysInView)];
  return wanted.flatMap((node) => {
    const box = node.getBoundingClientRect();
    const seen = seenPart(node, true);
    if (seen.width >= box.width - 0.6 && seen.height >= box.height - 0.6 && box.width > 0) return [];
    const name = `${called(node)} ${about(node.closest(at.symbols)).moves}`;
    return [
      `${name}: ${seen.width.toFixed()}x${seen.height.toFixed()} of ${box.width.toFixed()}x${box.height.toFixed()}`,
    ];
  });
}

/** Plots that are lower than 120 px, of those of v and of the plane: the current and the folded u are strips. */
function lowPlots() {
  return plots()
    .filter((canvas) => ['v', 'plane'].includes(plotOf(canvas)))
    .map((canvas) => ({name: called(canvas.closest(at.panel)), height: canvas.getBoundingClientRect().height}))
    .filter(({height}) => height < 120)
    .map(({name, height}) => `low: ${name}: ${height}`);
}

/** The area of the data in a plot over time. */
const dataOf = (canvas) => within(canvas.closest(at.plotFrame), at.track()).getBoundingClientRect();

/** Pairs of controls, plots and texts that lie over one another. */
function overlaps() {
  const boxes = parts(at.written)
    .filter((node) => !node.closest(at.unwritten) && getComputedStyle(node).visibility === 'visible')
    .map((node) => ({node, box: seenPart(node, false)}))
    .filter(({box}) => box.width > 1 && box.height > 1);
  const found = [];
  for (const [i, one] of boxes.entries()) {
    for (const other of boxes.slice(i + 1)) {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across <= 1 || down <= 1.5) continue;
      if (one.node.contains(other.node) || other.node.contains(one.node)) continue;
      // The name and the buttons of a plot stand on its own canvas, and where u has no strip, on the margin below.
      const [canvas, name] = one.node.matches(at.canvas()) ? [one, other] : [other, one];
      const panel = canvas.node.matches(at.canvas()) && canvas.node.closest(at.ownPanel);
      if (panel && panel.contains(name.node)) continue;
      const below = panel && canvas.node.closest(at.timePlots) && name.node.closest(at.plotHead);
      if (below && name.box.left >= dataOf(canvas.node).right) continue;
      // A message floats over the title, until it is dismissed; the buttons of the header stay free.
      const [title, said] = one.node.matches(at.presets) ? [one, other] : [other, one];
      const message = title.node.matches(at.presets) && said.node.closest(at.message);
      if (message && getComputedStyle(message).position === 'absolute') continue;
      // Handles within a plot lie over its canvas.
      const plot = one.node.closest(at.plotFrame);
      if (plot && plot === other.node.closest(at.plotFrame)) continue;
      found.push(`${called(one.node)} over ${called(other.node)}: ${across.toFixed(1)}x${down.toFixed(1)}`);
    }
  }
  return found;
}

/** Controls smaller than 24 px; links within a sentence are exempt. */
function smallTargets() {
  return parts(at.pressable)
    .filter((node) => node.offsetParent && !node.closest(at.closedDialogOrTerm) && !node.matches(at.smallTargets)) // words within a sentence may be as small as it
    .map((node) => ({node, box: node.getBoundingClientRect()}))
    .filter(({box}) => box.width < 23.9 || box.height < 23.9)
    .map(({node, box}) => `small: ${called(node)}: ${box.width.toFixed(1)}x${box.height.toFixed(1)}`);
}

/** What reaches beyond the sides of the window. The page contains its layout, so it would be cut off, not scrolled to. */
function beyondTheSides() {
  const beyond = allWithin(document.body, at.everything).filter((node) => {
    if (node.closest(at.mayReachBeyond) || !node.getClientRects().length) return false;
    const {left, right, width} = seenPart(node, false);
    return width > 0 && (right > innerWidth + 0.5 || left < -0.5);
  });
  const all = beyond.map((node) => `beyond: ${called(node)}`);
  const {scrollWidth} = document.documentElement;
  return scrollWidth > innerWidth ? [...all, `sideways: ${scrollWidth}`] : all;
}

/** Defines these functions in the page. */
const measure = (frame) =>
  frame.evaluate(
    (sources) => {
      for (const [name, source] of Object.entries(sources)) window[name] = (0, eval)(`(${source})`);
    },
    Object.fromEntries(
      [seenPart, plots, outOfView, lowPlots, dataOf, overlaps, smallTargets, beyondTheSides].map((one) => [
        one.name,
        String(one),
      ]),
    ),
  );

// --- the tests ----------------------------------------------------------------------------------------------------------

const sizes = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [800, 600],
  [640, 480],
  [480, 640],
  [360, 640],
  [320, 640],
  [300, 600],
];

for (const browser of browsers) {
  inOne(browser)(
    `${browser}: at 1280x720 all plots, the nine values, the current, the numbers and the verdict of every preset are in view`,
    () =>
      withLab({browser}, async ({frame}) => {
        await measure(frame);
        const ids = await presetsOffered(frame);
        const found = await atEach(frame, ids, () => {
          const shown = plots().map((canvas) => plotOf(canvas));
          return {
            faults: [...outOfView(), ...lowPlots(), ...beyondTheSides()],
            // Where several runs stand in rows, u has no strip until it is unfolded.
            plots: parts(at.rows).length ? [...shown, 'u'] : shown,
            parameters: parts(at.lawValues).length,
            scrolled: scrollX + scrollY,
          };
        });
        const beside = {
          'why-map': ['map'],
          'why-bifurcation': ['bifurcation'],
          'why-bursts': ['bifurcation'],
          'note-9': ['rate'],
          // The answers with their caption; the curve below them is seen when the panel is enlarged.
          'truth-rheobase': [],
          'truth-IB-rest': [],
        };
        const expected = {};
        for (const id of ids)
          expected[id] = {
            faults: [],
            plots: ['v', 'u', 'current', ...(beside[id] ?? ['plane'])],
            parameters: 9,
            scrolled: 0,
          };
        for (const one of Object.values(found)) one.plots.sort();
        for (const one of Object.values(expected)) one.plots.sort();
        assert.deepEqual(found, expected);
      }),
  );

  test(`${browser}: nothing overlaps, scrolls sideways or is too small to press, at any size`, () =>
    withLab({browser}, async ({page, frame}) => {
      await measure(frame);
      const faults = [];
      // The slower browser's layout is the same to a pixel, so a few sizes are enough.
      for (const [width, height] of browser === 'chromium' ? sizes : sizes.filter((_, i) => i % 3 === 0)) {
        const keep = (what, list) => faults.push(...list.map((fault) => `${width}x${height}, ${what}: ${fault}`));
        await page.setViewport({width, height});
        const found = await atEach(frame, ['RS', 'note-4', 'note-9', 'truth-kick'], () => {
          scrollTo(0, 0); // what sticks to the top lies over the rest once that is scrolled
          return [...overlaps(), ...smallTargets(), ...beyondTheSides()];
        });
        for (const [id, list] of Object.entries(found)) keep(id, list);
        // Things that take room when they appear: a problem, a notice, a second stimulus, a message, a method with a step.
        await goto(frame, 'note-11');
        await addStimulus(frame, 'ramp');
        await choose(frame, 'solver', 'rk4');
        await enter(frame, 'cell.C', '-1');
        await enter(frame, 'cell.d', '-500');
        await settle(frame);
        await frame.evaluate(() => (location.hash = '#nowhere-at-all'));
        await frame.waitForFunction(() => !part(at.message).hidden);
        await frame.evaluate(() => {
          closeLists(document.body); // settings that are open lie over the rest
          scrollTo(0, 0);
        });
        await settle(frame);
        keep('much at once', await frame.evaluate(() => [...overlaps(), ...smallTargets(), ...beyondTheSides()]));
        await dismissMessage(frame);
      }
      assert.deepEqual([...new Set(faults)], []);
    }));

  test(`${browser}: what a setting opens lies within the window, and an author’s note under nothing`, () =>
    withLab({browser, hash: 'RS&I=60&note=One.%0ATwo.%0AThree.'}, async ({page, frame}) => {
      const faults = [];
      for (const [width, height] of sizes) {
        await page.setViewport({width, height});
        await settle(frame);
        const found = await frame.evaluate(() => {
          const note = part(at.authorNote).getBoundingClientRect();
          const covered = allWithin(part(at.storyBody), at.storyActs).filter((one) => {
            const box = one.getBoundingClientRect();
            return box.height && box.top < note.bottom - 0.5 && box.bottom > note.top + 0.5;
          });
          const beyond = parts(at.settings).flatMap((setting) => {
            setting.open = true;
            const {left, right, top} = allWithin(setting, at.settingBox)[0].getBoundingClientRect();
            setting.open = false;
            return left < 0 || right > innerWidth || top < -scrollY
              ? [`${called(setting)}: ${left} to ${right}, from ${top}`]
              : [];
          });
          return [...covered.map((one) => `over the note: ${called(one)}`), ...beyond];
        });
        faults.push(...found.map((one) => `${width}x${height}: ${one}`));
      }
      assert.deepEqual(faults, []);
    }));

  test(`${browser}: the overview of a run that is zoomed lies over no heading, button or sentence`, () =>
    withLab({browser, hash: 'truth-kick'}, async ({page, frame}) => {
      const faults = [];
      for (const [width, height] of sizes.filter((_, i) => i % 2 === 0)) {
        await page.setViewport({width, height});
        await goto(frame, 'truth-kick');
        await ask(frame, 'look', {from: 20, to: 80});
        await settle(frame);
        const found = await frame.evaluate(() => {
          const strip = part(at.overviewInside).getBoundingClientRect();
          const beside = [...parts(at.plotHead).flatMap((head) => allWithin(head, at.headParts)), part(at.headline)];
          const over = beside.filter((node) => {
            const box = node.getBoundingClientRect();
            const across = Math.min(box.right, strip.right) - Math.max(box.left, strip.left);
            return box.width && across > 1 && Math.min(box.bottom, strip.bottom) - Math.max(box.top, strip.top) > 1;
          });
          return [...over.map((node) => called(node)), ...(strip.width < 120 ? [`${strip.width} px wide`] : [])];
        });
        faults.push(...found.map((one) => `${width}x${height}: ${one}`));
      }
      assert.deepEqual(faults, []);
    }));

  test(`${browser}: what is wrong with a layout is found, so the tests above can fail`, () =>
    withLab({browser}, async ({frame}) => {
      await measure(frame);
      await frame.evaluate(() => {
        part(at.plotPanel('u')).style.marginTop = '-60px';
        part(at.symbol('d')).style.transform = 'translateY(900px)';
        part(at.undo).style.cssText = 'min-height: 0; height: 12px; padding: 0';
        part(at.mainNumbers).style.minWidth = '3000px';
        part(at.plotPanel('v')).style.cssText = 'flex: none; min-height: 0; height: 100px';
      });
      await settle(frame);
      assert.match((await frame.evaluate(() => overlaps())).join('\n'), /canvas/i);
      assert.match((await frame.evaluate(() => outOfView())).join('\n'), /number.* cell\.d/);
      assert.match((await frame.evaluate(() => smallTargets())).join('\n'), /undo/);
      assert.match((await frame.evaluate(() => beyondTheSides())).join('\n'), /measures/i);
      assert.match((await frame.evaluate(() => lowPlots())).join('\n'), /plot v/);
    }));
}
