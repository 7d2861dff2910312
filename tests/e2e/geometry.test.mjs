// geometry.test.mjs: everything has its place, at every size.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {choose, enter, goto, press, settle, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

/** Defines window.seenPart: the part of an element's box that no ancestor cuts off, nor, if asked, the window. */
const measure = (frame) =>
  frame.evaluate(() => {
    window.seenPart = (node, inWindow) => {
      let {left, top, right, bottom} = node.getBoundingClientRect();
      const cut = (box) => {
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      };
      for (let up = node.parentElement; up; up = up.parentElement) {
        if (up === document.documentElement || up === document.body) continue;
        const {overflowX, overflowY} = getComputedStyle(up);
        const box = up.getBoundingClientRect();
        if (overflowX !== 'visible') cut({...rectOf(box), top: -Infinity, bottom: Infinity});
        if (overflowY !== 'visible') cut({...rectOf(box), left: -Infinity, right: Infinity});
      }
      if (inWindow) cut({left: 0, top: 0, right: innerWidth, bottom: innerHeight});
      return {left, top, right, bottom, width: right - left, height: bottom - top};
    };
    const rectOf = ({left, top, right, bottom}) => ({left, top, right, bottom});
  });

/** What of all that must be in view is not: its name, how large it is, and how much of it is seen. */
const outOfView = (frame) =>
  frame.evaluate(() => {
    const wanted = [
      ...[...document.querySelectorAll('canvas')].filter((canvas) => canvas.offsetParent),
      ...document.querySelectorAll('.field :is(label, .slider, .number, .unit)'),
      ...document.querySelectorAll('.stimulus-item, .stimulus-tools button'),
      ...document.querySelectorAll('.measures > div, .sentence'),
    ];
    return wanted.flatMap((node) => {
      const box = node.getBoundingClientRect();
      const seen = window.seenPart(node, true);
      if (seen.width >= box.width - 0.6 && seen.height >= box.height - 0.6 && box.width > 0) return [];
      const name = `${node.tagName}.${node.className} ${node.closest('[data-path]')?.dataset.path ?? node.textContent}`;
      return [
        `${name}: ${seen.width.toFixed()}x${seen.height.toFixed()} of ${box.width.toFixed()}x${box.height.toFixed()}`,
      ];
    });
  });

/** Plots that are too low, and how high they are. */
const lowPlots = (frame, least) =>
  frame.$$eval(
    'canvas',
    (all, least) =>
      all
        .filter((canvas) => canvas.offsetParent && canvas.getBoundingClientRect().height < least)
        .map(
          (canvas) =>
            `${canvas.parentElement.parentElement.getAttribute('name')}: ${canvas.getBoundingClientRect().height}`,
        ),
    least,
  );

/** Pairs of controls, plots and texts that lie over one another. */
const overlaps = (frame) =>
  frame.evaluate(() => {
    const wanted =
      'button, a, input, select, canvas, summary, label, legend, h1, h2, h3, p, dt, dd, td, th, math, .unit';
    const boxes = [...document.querySelectorAll(wanted)]
      .filter(
        (node) => !node.closest('[hidden], .unseen, dialog:not([open]), details:not([open]) > :not(summary), template'),
      )
      .map((node) => ({node, box: window.seenPart(node, false)}))
      .filter(({box}) => box.width > 1 && box.height > 1);
    const name = (node) => `${node.tagName}#${node.id}.${node.className} "${node.textContent.trim().slice(0, 24)}"`;
    const found = [];
    for (const [i, one] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across <= 1 || down <= 1.5) continue;
        if (one.node.contains(other.node) || other.node.contains(one.node)) continue;
        found.push(`${name(one.node)} over ${name(other.node)}: ${across.toFixed(1)}x${down.toFixed(1)}`);
      }
    }
    return found;
  });

/** Things to press that are smaller than a finger needs; links within a sentence are not meant. */
const smallTargets = (frame) =>
  frame.$$eval('button, select, input, summary, preset-gallery a', (all) =>
    all
      .filter((node) => node.offsetParent && !node.closest('dialog:not([open])'))
      .map((node) => ({node, box: node.getBoundingClientRect()}))
      .filter(({box}) => box.width < 23.9 || box.height < 23.9)
      .map(
        ({node, box}) =>
          `${node.tagName}.${node.className} ${node.textContent}: ${box.width.toFixed(1)}x${box.height.toFixed(1)}`,
      ),
  );

/** What reaches beyond the sides of the window. The page contains its layout, so it would be cut off, not scrolled to. */
const beyondTheSides = (frame) =>
  frame.evaluate(() => {
    const beyond = [...document.body.querySelectorAll('*')].filter((node) => {
      if (
        node.closest('.unseen, math, dialog:not([open]), details:not([open]) > :not(summary)') ||
        !node.getClientRects().length
      )
        return false;
      const {left, right, width} = window.seenPart(node, false);
      return width > 0 && (right > innerWidth + 0.5 || left < -0.5);
    });
    const all = beyond.map((node) => `beyond: ${node.tagName}#${node.id}.${node.className}`);
    const {scrollWidth} = document.documentElement;
    return scrollWidth > innerWidth ? [...all, `sideways: ${scrollWidth}`] : all;
  });

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
  test(`${browser}: at 1280x720 all plots, parameters, stimuli and measures of every preset are in view`, () =>
    withLab({browser}, async ({frame}) => {
      await measure(frame);
      const ids = await frame.$$eval('preset-gallery a', (all) => all.map((link) => link.dataset.preset));
      const faults = [];
      for (const id of ids) {
        await goto(frame, id);
        faults.push(...(await outOfView(frame)).map((fault) => `${id}: ${fault}`));
        faults.push(...(await lowPlots(frame, 120)).map((fault) => `${id}: low: ${fault}`));
        const plots = await frame.$$eval('canvas', (all) => all.filter((canvas) => canvas.offsetParent).length);
        assert.equal(plots, 4, id);
        assert.equal((await frame.$$('.field[data-path^="cell."]')).length, 9, id);
        assert.equal(await frame.evaluate(() => scrollY + scrollX), 0);
        faults.push(...(await beyondTheSides(frame)).map((fault) => `${id}: ${fault}`));
      }
      assert.deepEqual(faults, []);
    }));

  test(`${browser}: nothing overlaps, scrolls sideways or is too small to press, at any size`, () =>
    withLab({browser}, async ({page, frame}) => {
      await measure(frame);
      const faults = [];
      const check = async (what) => {
        await frame.evaluate(() => scrollTo(0, 0)); // what sticks to the top lies over the rest once that is scrolled
        await settle(frame);
        faults.push(...(await overlaps(frame)).map((fault) => `${what}: ${fault}`));
        faults.push(...(await smallTargets(frame)).map((fault) => `${what}: small: ${fault}`));
        faults.push(...(await beyondTheSides(frame)).map((fault) => `${what}: ${fault}`));
      };
      for (const [width, height] of sizes) {
        await page.setViewport({width, height});
        for (const id of ['RS', 'note-4', 'note-9', 'truth-kick']) {
          await goto(frame, id);
          await check(`${width}x${height}, ${id}`);
        }
        // What makes room for itself: a problem, a notice, a second stimulus, a message, a method with a step.
        await goto(frame, 'note-11');
        await press(frame, '.stimulus-tools button:last-child');
        await choose(frame, 'solver', 'rk4');
        await enter(frame, 'cell.C', '-1');
        await enter(frame, 'cell.d', '-500');
        await settle(frame);
        await frame.evaluate(() => (location.hash = '#nowhere-at-all'));
        await frame.waitForFunction(() => !document.getElementById('message').hidden);
        await check(`${width}x${height}, much at once`);
        await press(frame, '#message button');
      }
      assert.deepEqual([...new Set(faults)], []);
    }));

  test(`${browser}: what is wrong with a layout is found, so the tests above can fail`, () =>
    withLab({browser}, async ({frame}) => {
      await measure(frame);
      await frame.evaluate(() => {
        document.querySelector('.plot.u').style.marginTop = '-60px';
        document.querySelector('[data-path="cell.d"]').style.transform = 'translateY(900px)';
        document.getElementById('tables').style.cssText = 'min-height: 0; height: 12px; padding: 0';
        document.querySelector('footer').style.minWidth = '3000px';
        document.querySelector('trace-view[name=current]').style.flex = '0 0 40px';
      });
      await settle(frame);
      assert.match((await overlaps(frame)).join('\n'), /CANVAS/);
      assert.match((await outOfView(frame)).join('\n'), /cell\.d/);
      assert.match((await smallTargets(frame)).join('\n'), /Tables/);
      assert.match((await beyondTheSides(frame)).join('\n'), /FOOTER/);
      assert.match((await lowPlots(frame, 120)).join('\n'), /current/);
    }));
}
