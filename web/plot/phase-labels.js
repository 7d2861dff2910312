// plot/phase-labels.js: the names of what is drawn in the phase plane, each where it covers nothing.
import {squareAround, writeNames} from './names.js';
import {gapOf, levelAt, lineOf, parabolaOf} from './phase-paint.js';

/** @typedef {import('./label-placer.js').Box} Box */
/** @typedef {import('./phase-paint.js').Pixel} Pixel */
/** @typedef {import('./phase-paint.js').Stage} Stage */
/** @typedef {import('./names.js').Name} Name */

/** How many places along a curve are tried. */
const PLACES = 40;

/** A curve in pixels. @param {Stage} stage @param {import('./phase-paint.js').Points} points */
const pixels = ({at}, {v, u}) => Array.from(v, (v, i) => at(v, u[i]));

/** Some of the points of a curve, from its start or from its end. @param {Pixel[]} curve */
function along(curve, fromEnd = false) {
  const stride = Math.max(1, Math.floor(curve.length / PLACES));
  const some = curve.filter((_, i) => i % stride === 0);
  return fromEnd ? some.reverse() : some;
}

/** The points of a plot's curves in pixels. @param {Stage} stage @param {import('chart.js').Chart} chart */
const orbits = ({px}, {data}) => data.datasets.map((one) => /** @type {any[]} */ (one.data).map(px));

/**
 * Writes the names of curves and fixed points; returns where they stand, by id.
 * @param {Stage} stage @param {import('chart.js').Chart} chart with the orbits @param {Results} results
 * @param {{part?: Boundary, stale: boolean} | undefined} boundary
 * @param {Box[]} handles @param {import('./names.js').Kept} kept
 * @param {boolean} named whether the gap says what it is
 */
export function paintNames(stage, chart, results, boundary, handles, kept, named) {
  const {plane, other, planeWindow, revealed, parabola, around, backward, runs, selected, highlight} = results;
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
  /** @type {Name[]} */
  const wanted = plane.fixed_points.map((one, i) => ({
    id: `point ${i}`,
    text: point(one),
    token: 'ink',
    anchors: [points[i]],
    weight: '600',
    toLeft: i === leftmost,
    after: i ? 'point 0' : undefined,
  }));
  const add = (/** @type {Name | false | null | undefined} */ name) => name && wanted.push(name);
  const edge = cycle ? [...along(cycle)].sort(([x], [other]) => x - other) : sides.flatMap((one) => along(one, true));
  const gap = revealed ? gapOf(stage, plane) : null;
  const middle = gap && /** @type {Pixel} */ ([0, 1].map((axis) => (gap.from[axis] + gap.to[axis]) / 2));
  const beside = other && other.current !== plane.current ? pixels(stage, parabolaOf(other)) : null;
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
      !boundary?.stale && {
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

  return writeNames(
    ctx,
    wanted,
    {
      area,
      boxes: [...handles, ...points.map((one) => squareAround(one, 5))],
      curves: [
        ...orbits(stage, chart),
        ...around.map((curve) => pixels(stage, curve)),
        ...sides,
        ...[cycle, bowl, beside, line, reset, own, past, shifted, gap && [gap.from, gap.to]].flatMap((curve) =>
          curve ? [curve] : [],
        ),
      ],
    },
    kept,
  );
}
