// labels.test.mjs: no direct label of a plot or of the current's slider lies over another one, over a curve or under the thumb.
import assert from 'node:assert/strict';
import {at, goto, inOne, isHidden, openAnalysis, part, parts, pause, press, settle, withLab} from './lab.mjs';
import {record} from './drawn.mjs';
import {browsers} from './support.mjs';

const PRESETS = ['RS', 'IB', 'CH', 'note-4', 'note-9', 'note-10', 'why-bifurcation'];
const TABS = ['rate', 'thresholds', 'bifurcation', 'map'];
const SIZES = [
  [1920, 1080],
  [1280, 720],
  [800, 600],
  [390, 844],
];

/**
 * In the page: the collisions of the labels in the canvases of an analysis, and the pieces of all its labels. Boxes that share less
 * than 1 px are apart: texts are antialiased. Lines of the grid may run behind a label.
 */
function collisions(within) {
  const found = [];
  const pieces = new Set();
  const probe = document.createElement('canvas').getContext('2d');
  const quiet = ['--grid', '--line'].map((token) => {
    probe.strokeStyle = getComputedStyle(part(at.lab) ?? document.documentElement).getPropertyValue(token);
    return probe.strokeStyle;
  });
  const passes = ([x, y], [toX, toY], {left, right, top, bottom}) => {
    let [begin, end] = [0, 1];
    for (const [from, by, low, high] of [
      [x, toX - x, left + 1, right - 1],
      [y, toY - y, top + 1, bottom - 1],
    ]) {
      if (by === 0 && (from <= low || from >= high)) return false;
      if (by === 0) continue;
      begin = Math.max(begin, Math.min((low - from) / by, (high - from) / by));
      end = Math.min(end, Math.max((low - from) / by, (high - from) / by));
    }
    return begin < end;
  };
  for (const canvas of parts(`${within} canvas`)) {
    const shown = window.drawn.get(canvas);
    if (!canvas.offsetParent || !shown) continue;
    const {texts, curves, areas} = shown;
    for (const [i, one] of texts.entries()) {
      for (const other of texts.slice(0, i))
        if (
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
        )
          found.push(`${one.text} over ${other.text}`);
      // Beyond their area, curves are cut off. The area of an axis, which begins at the edge, has its own texts.
      const [x, y] = [(one.left + one.right) / 2, (one.top + one.bottom) / 2];
      if (!areas.some(([left, top, right, bottom]) => left > 9 && x > left && x < right && y > top && y < bottom))
        continue;
      for (const piece of one.text.split(', ')) pieces.add(piece);
      const over = curves.find(
        ({ink, points}) => !quiet.includes(ink) && points.some((to, i) => i && passes(points[i - 1], to, one)),
      );
      if (over) found.push(`${one.text} over a curve in ${over.ink}`);
    }
  }
  pieces.delete('');
  return {found, pieces: [...pieces].sort()};
}

/** In the page: whether an analysis is complete. */
const isComplete = (panel, rested) => part(rested) ?? (!part(`${panel} .stop`) && part(`${panel} .said`)?.textContent);

for (const browser of browsers)
  for (const language of ['en', 'es'])
    inOne(browser)(
      `${browser}: no label of an analysis lies over another or a curve, and on a desktop all are there: ${language}`,
      () =>
        withLab(
          {
            browser,
            hash: 'RS',
            search: `?lang=${language}`,
            before: (page) => page.evaluateOnNewDocument(record),
          },
          async ({page, frame}) => {
            const all = [];
            for (const id of PRESETS) {
              await goto(frame, id);
              for (const tab of TABS) {
                await openAnalysis(frame, tab);
                await settle(frame);
                await frame.waitForFunction(isComplete, {timeout: 10e3}, at.analysis(tab), at.rested(tab));
                let names;
                for (const [width, height] of language === 'es' ? SIZES : SIZES.slice(1, 3)) {
                  await page.setViewport({width, height});
                  await pause(150); // canvases follow the size of their places some frames later
                  await settle(frame);
                  const {found, pieces} = await frame.evaluate(collisions, at.analysis(tab));
                  all.push(...found.map((one) => `${id} ${tab} ${width}x${height}: ${one}`));
                  names ??= pieces;
                  // In a smaller plot, a label without room is left out; what it names stands in the sentence below.
                  const missing = names.filter((one) => width >= 1280 && !pieces.includes(one));
                  if (missing.length) all.push(`${id} ${tab} ${width}x${height}: without ${missing}`);
                }
                assert.ok(tab === 'map' || names.length > 1, `${id} ${tab}: ${names}`);
              }
            }
            assert.deepEqual(all, []);
          },
        ),
    );

/**
 * In the page: what lies over what along the slider of the current: texts, ticks, the curve, the thumb, and what shows the thresholds.
 */
function alongSlider() {
  const slider = part(at.driveSlider);
  const boxes = [];
  const add = (name, {left, right, top, bottom}) => right - left > 0 && boxes.push({name, left, right, top, bottom});
  const written = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };
  const texts = [...parts(at.driveTicks), ...parts(at.driveAxis), part(at.driveTop), part(at.reveal)].filter(
    (node) => node?.checkVisibility({visibilityProperty: true}) && node.textContent.trim(),
  );
  // Once pressed, what shows the thresholds is but a cross.
  for (const node of texts)
    add(node.textContent.trim(), node.matches(at.reveal) ? node.getBoundingClientRect() : written(node));
  const track = slider.getBoundingClientRect();
  const radius = 9;
  const share = (slider.value - slider.min) / (slider.max - slider.min);
  const x = track.left + radius + share * (track.width - 2 * radius);
  const y = (track.top + track.bottom) / 2;
  add('the thumb', {left: x - radius, right: x + radius, top: y - radius, bottom: y + radius});
  const found = [];
  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  for (const [i, one] of boxes.entries())
    for (const other of boxes.slice(0, i)) if (overlap(one, other)) found.push(`${one.name} over ${other.name}`);
  // The curve and the lines of the ticks, as points at most 1 px apart.
  const points = [];
  for (const path of parts(at.driveLine)) {
    const matrix = path.getScreenCTM();
    const all = path.getAttribute('d').split(/[ML]/).filter(Boolean);
    const corners = all.map((one) => new DOMPoint(...one.trim().split(' ').map(Number)).matrixTransform(matrix));
    for (const [at, to] of corners.entries())
      for (let step = 0; at && step <= 400; step += 1) {
        const from = corners[at - 1];
        points.push(['the curve', from.x + ((to.x - from.x) * step) / 400, from.y + ((to.y - from.y) * step) / 400]);
      }
  }
  for (const tick of parts(at.driveTicks)) {
    const {left, right, top, bottom} = tick.getBoundingClientRect();
    const across = getComputedStyle(tick).borderLeftWidth === '0px' ? right - 1 : left + 1;
    for (let down = top; down < bottom; down += 1) points.push(['a tick', across, down]);
  }
  for (const mark of parts(at.driveRuns)) {
    const {left, right, top, bottom} = mark.getBoundingClientRect();
    for (let down = top; down < bottom; down += 1) points.push(['the mark of a run', (left + right) / 2, down]);
  }
  for (const one of boxes.filter(({name}) => name !== 'the thumb')) {
    const over = points.find(
      ([, x, y]) => x > one.left + 1 && x < one.right - 1 && y > one.top + 1 && y < one.bottom - 1,
    );
    if (over) found.push(`${one.name} over ${over[0]}`);
  }
  return {found, texts: texts.map((node) => node.textContent.trim())};
}

for (const browser of browsers)
  for (const language of ['en', 'es'])
    inOne(browser)(`${browser}: nothing on the slider of the current lies over anything else: ${language}`, () =>
      withLab({browser, hash: 'RS', search: `?lang=${language}`}, async ({page, frame}) => {
        const all = [];
        for (const [width, height] of language === 'es' ? SIZES : SIZES.slice(1, 3)) {
          await page.setViewport({width, height});
          for (const id of [...PRESETS, 'note-3', 'note-7']) {
            await goto(frame, id);
            for (const asked of [false, true]) {
              if (asked && (await isHidden(frame, at.reveal))) continue;
              if (asked) await press(frame, at.reveal);
              await pause(400); // the worker finds the thresholds and the curve
              await settle(frame);
              const {found} = await frame.evaluate(alongSlider);
              all.push(...found.map((one) => `${id}${asked ? ', shown' : ''} ${width}x${height}: ${one}`));
            }
          }
        }
        assert.deepEqual(all, []);
      }),
    );
