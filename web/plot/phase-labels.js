// plot/phase-labels.js: the names of what is drawn in the phase plane, each where it covers nothing.
import {squareAround, writeNames} from './names.js';
import {gapOf, levelAt, lineOf, parabolaOf} from './phase-paint.js';

/** @typedef {import('./label-placer.js').Box} Box */
/** @typedef {import('./phase-paint.js').Pixel} Pixel */
/** @typedef {import('./phase-paint.js').Stage} Stage */
/** @typedef {import('./names.js').Name} Name */

/** How many places along a curve are tried. */
const PLACES = 40;
/** Fixed points nearer to each other than this share a name, in px: nobody could tell to which of them each belongs. */
const TOGETHER = 16;
/** A basin of fewer px is named in the close-up alone. */
const LEAST_BASIN = 20;

/** A curve in pixels. @param {Stage} stage @param {import('./phase-paint.js').Points} points */
const pixels = ({at}, {v, u}) => Array.from(v, (v, i) => at(v, u[i]));

/** Some of the points of a curve, from its start or from its end. @param {Pixel[]} curve */
function along(curve, fromEnd = false) {
  const stride = Math.max(1, Math.floor(curve.length / PLACES));
  const some = curve.filter((_, i) => i % stride === 0);
  return fromEnd ? some.reverse() : some;
}

/** The points of one of a plot's curves in pixels. @param {Stage} stage @param {{data: any[]}} dataset */
const orbit = ({px}, {data}) => data.map(px);

/** Whether a cycle is too small to be named. @param {Pixel[] | undefined} cycle */
function isCrumb(cycle) {
  if (!cycle) return false;
  const [across, down] = [0, 1].map((axis) => cycle.map((at) => at[axis]));
  return Math.max(...[across, down].map((all) => Math.max(...all) - Math.min(...all))) < LEAST_BASIN;
}

/**
 * The names of the runs that are compared, close to where they differ: of their orbits, and of the v-nullcline of the other one.
 * @param {Stage} stage @param {import('chart.js').Chart} chart @param {Results} results @param {Pixel[] | null} beside that nullcline @param {Pixel[]} rivals the fixed points
 * @returns {Name[]}
 */
function namesOfRuns(stage, {data}, {runs, selected, compared, planeWindow, wholePlane}, beside, rivals) {
  const {words, area, runInk} = stage;
  if (planeWindow === wholePlane || compared === null) return [];
  const inside = (/** @type {Pixel} */ [x, y]) =>
    x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
  const ofRun = (/** @type {number} */ index) =>
    data.datasets
      .filter((/** @type {any} */ one) => one.of === index)
      .flatMap((one) => orbit(stage, /** @type {any} */ (one)).filter(inside));
  const name = words.runLabel(runs[compared]);
  return [
    ...[selected, compared].map((index) => ({
      id: `run ${index}`,
      text: words.runLabel(runs[index]),
      ink: runInk(index),
      anchors: along(ofRun(index)),
      others: [ofRun(index === selected ? compared : selected)],
      rivals,
      weight: '600',
    })),
    ...(beside
      ? [
          {
            id: 'other v',
            text: `${words.plane.curves.v}, ${name}`,
            ink: runInk(compared),
            anchors: along(beside),
            formula: true,
          },
        ]
      : []),
  ];
}

/**
 * Writes the names of curves and fixed points; returns where they stand, by id.
 * @param {Stage} stage @param {import('chart.js').Chart} chart with the orbits @param {Results} results
 * @param {{part?: Boundary, stale: boolean} | undefined} boundary
 * @param {Box[]} handles @param {import('./names.js').Kept} kept
 * @param {boolean} named whether the gap says what it is
 */
export function paintNames(stage, chart, results, boundary, handles, kept, named) {
  const {plane, other, planeWindow, wholePlane, revealed, withheld, parabola, around, backward, runs, ghosts} = results;
  const {selected, highlight, pinnedPlanes} = results;
  const {ctx, area, at, words, size} = stage;
  const {curves: names, point} = words.plane;
  const found = boundary?.part;
  const sides = (found?.manifold ?? []).map((curve) => pixels(stage, curve));
  const [cycle] = (found?.cycle ?? []).map((curve) => pixels(stage, curve));
  const [bowl, line] = [parabolaOf(plane), lineOf(plane)].map((curve) => pixels(stage, curve));
  const reset = levelAt(stage, runs[selected].experiment.cell.c);
  const own = parabola && pixels(stage, parabola.curve);
  const past = backward && pixels(stage, backward);
  const shift = highlight?.mark === 'current' ? highlight.value - plane.current : null;
  const shifted = shift === null ? null : bowl.map((_, i) => at(plane.v[i], plane.v_nullcline[i] + shift));
  const reach = Array.from({length: 11}, (_, i) => {
    const share = (i + 0.5) / 11;
    return /** @type {Pixel} */ ([0, 1].map((axis) => reset[0][axis] + share * (reset[1][axis] - reset[0][axis])));
  });

  const points = plane.fixed_points.map((one) => at(one.v, one.u));
  const leftmost = points.length > 1 && points[1][0] < points[0][0] ? 1 : 0;
  const together = points.length > 1 && Math.hypot(points[1][0] - points[0][0], points[1][1] - points[0][1]) < TOGETHER;
  const beside = other && other.current !== plane.current ? pixels(stage, parabolaOf(other)) : null;
  // Of pinned runs of the same cell, at their own currents.
  const pinned = pinnedPlanes.flatMap((its, index) =>
    its && its.current !== plane.current ? [{index, curve: pixels(stage, parabolaOf(its))}] : [],
  );
  const pale = beside && other ? other.fixed_points.map((one) => at(one.v, one.u)) : [];
  const toName = withheld ? [] : together ? plane.fixed_points.slice(0, 1) : plane.fixed_points;
  /** @type {Name[]} */
  const wanted = toName.map((one, i) => ({
    id: `point ${i}`,
    text: together ? plane.fixed_points.map(({kind}) => words.stabilities[kind]).join(', ') : point(one),
    token: 'ink',
    anchors: [points[i]],
    weight: '600',
    toLeft: i === leftmost,
    after: i ? 'point 0' : undefined,
    rivals: together ? pale : [...pale, ...points.filter((_, other) => other !== i)],
  }));
  const add = (/** @type {Name | false | null | undefined} */ name) => name && wanted.push(name);
  const edge = cycle ? [...along(cycle)].sort(([x], [other]) => x - other) : sides.flatMap((one) => along(one, true));
  const gap = revealed ? gapOf(stage, plane) : null;
  const middle = gap && /** @type {Pixel} */ ([0, 1].map((axis) => (gap.from[axis] + gap.to[axis]) / 2));
  add(
    gap &&
      middle && {
        id: 'gap',
        text: words.plane.gap(/** @type {number} */ (plane.above), named),
        formula: named,
        token: 'i',
        anchors: [middle, gap.from],
        weight: '600',
      },
  );
  add(
    edge.length > 0 &&
      !boundary?.stale &&
      !isCrumb(cycle) && {
        id: 'threshold',
        text: cycle ? names.basin : names.threshold,
        token: 'threshold',
        anchors: edge,
        weight: '600',
      },
  );
  add({id: 'v', text: names.v, token: 'v', anchors: along(bowl, true), formula: true, weight: '600'});
  add({id: 'u', text: names.u, token: 'u', anchors: along(line), formula: true, weight: '600'});
  add({id: 'c', text: names.c, token: 'v', anchors: reach, formula: true});
  add(
    planeWindow.straight === 1 && {
      id: 'straight',
      text: names.straight,
      token: 'ink-soft',
      anchors: [0.35, 0.2, 0.5, 0.65, 0.8].map((share) => [
        area.left + share * (area.right - area.left),
        area.bottom - 1.5 * size(),
      ]),
    },
  );
  add(own && {id: 'own', text: names.parabola, token: 'accent', anchors: along(own), weight: '600'});
  add(
    shifted && {
      id: 'shifted',
      text: words.plane.at(/** @type {Marked} */ (highlight)),
      token: 'v',
      anchors: along(shifted, true),
      formula: true,
    },
  );
  add(past && {id: 'past', text: names.backward, token: 'ink', anchors: along(past, true), weight: '600'});

  for (const name of namesOfRuns(stage, chart, results, beside, [...points, ...pale])) add(name);
  for (const {index, curve} of planeWindow === wholePlane ? [] : pinned)
    add({
      id: `pinned v ${index}`,
      text: words.runLabel(ghosts[index]),
      ink: stage.ghostLook(index).borderColor,
      anchors: along(curve),
    });
  const placed = writeNames(
    ctx,
    wanted,
    {
      area,
      boxes: [...handles, ...points.map((one) => squareAround(one, 5))],
      curves: [
        ...chart.data.datasets.map((one) => orbit(stage, one)),
        ...around.map((curve) => pixels(stage, curve)),
        ...sides,
        ...pinned.map(({curve}) => curve),
        ...[cycle, bowl, beside, line, reset, own, past, shifted, gap && [gap.from, gap.to]].flatMap((curve) =>
          curve ? [curve] : [],
        ),
      ],
    },
    kept,
  );
  const both = together && placed.get('point 0');
  return both ? placed.set('point 1', both) : placed;
}
