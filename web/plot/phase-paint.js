// plot/phase-paint.js: draws what surrounds the orbit in the phase plane straight onto the canvas: nullclines, flow, fixed points,
// the reset and the threshold, each curve with its name beside it.
import {faint, paletteOf} from './palette.js';
import {extent} from './chart.js';
import {wordsOf} from './place.js';

/** @typedef {{v: ArrayLike<number>, u: ArrayLike<number>}} Points */
/** @typedef {[number, number]} Pixel */

/**
 * The canvas with a map to it: `at` takes (v, u) to pixels, whichever axis is horizontal. `taken` holds the boxes of labels.
 * @param {import('chart.js').Chart} chart @param {boolean} swapped
 */
export function stageOf({ctx, chartArea, scales: {x, y}}, swapped) {
  const at = (/** @type {number} */ v, /** @type {number} */ u) =>
    /** @type {Pixel} */ (
      swapped ? [x.getPixelForValue(u), y.getPixelForValue(v)] : [x.getPixelForValue(v), y.getPixelForValue(u)]
    );
  return {
    ctx,
    area: chartArea,
    at,
    taken: /** @type {Box[]} */ ([]),
    words: wordsOf(ctx.canvas),
    ...paletteOf(ctx.canvas),
  };
}

/** @typedef {ReturnType<typeof stageOf>} Stage */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** Keeps labels at least `px` pixels away from a state. @param {Stage} stage @param {{v: number, u: number}} state @param {number} px */
export function keepFree({at, taken}, {v, u}, px) {
  const [x, y] = at(v, u);
  taken.push({left: x - px, right: x + px, top: y - px, bottom: y + px});
}

/** Draws, clipped to the axes. @param {Pick<Stage, 'ctx' | 'area'>} stage @param {() => void} draw */
export function clipped({ctx, area}, draw) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  ctx.clip();
  draw();
  ctx.restore();
}

/**
 * @param {Stage} stage @param {Points} points
 * @param {{ink: string, width?: number, dash?: number[], shift?: number}} look `shift`: added to u
 */
export function stroke({ctx, at, widthOf}, {v, u}, {ink, width = 1.5, dash = [], shift = 0}) {
  ctx.strokeStyle = ink;
  ctx.lineJoin = 'round';
  ctx.lineWidth = widthOf(width);
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (let i = 0; i < v.length; i += 1) ctx.lineTo(...at(v[i], u[i] + shift));
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Line widths of an orbit: the last cycle and what came before it, an orbit without one, the part around the cursor. */
export const ORBIT_WIDTH = {cycle: 2.4, transient: 1, whole: 1.6, around: 1.6};
/** Resets are dashed, because the state jumps and does not pass through the points between. */
export const RESET_DASH = [3, 3];

/** The resets between the curves of an orbit, each from the last point of one to the first of the next. @param {Curve[]} curves */
export const resets = (curves) =>
  curves.slice(1).map((after, i) => {
    const {v, u} = curves[i];
    const from = {v: v[v.length - 1], u: u[u.length - 1]};
    return [from, {v: after.v[0], u: after.u[0]}];
  });

/** The v-nullcline at the plane's current; another current only shifts it up or down. @param {PhasePlane} plane */
export const parabolaOf = ({v, v_nullcline}) => ({v, u: v_nullcline});
/** @param {PhasePlane} plane */
export const lineOf = ({v, u_nullcline}) => ({v, u: u_nullcline});

// --- beneath the orbit --------------------------------------------------------------------------------------------------

/** The band that the v-nullcline covers in the course of the run. @param {Stage} stage @param {Results} results */
function band({ctx, at, colour}, {plane: {v, v_nullcline, current}, currents: {low, high}}) {
  if (!(high > low)) return;
  ctx.fillStyle = faint(colour('v'), 0.1);
  ctx.beginPath();
  for (let i = 0; i < v.length; i += 1) ctx.lineTo(...at(v[i], v_nullcline[i] + low - current));
  for (let i = v.length - 1; i >= 0; i -= 1) ctx.lineTo(...at(v[i], v_nullcline[i] + high - current));
  ctx.fill();
}

/** Small arrows along the flow; their length grows with the logarithm of the speed. @param {Stage} stage @param {PhasePlane} plane */
function flow({ctx, at, area, colour}, {arrow_v, arrow_u, arrow_dv, arrow_du}) {
  const origin = at(0, 0);
  const vectors = Array.from(arrow_v, (v, i) => {
    const [x, y] = at(arrow_dv[i], arrow_du[i]);
    const [dx, dy] = [x - origin[0], y - origin[1]];
    return {place: at(v, arrow_u[i]), dx, dy, speed: Math.hypot(dx, dy)};
  });
  const fastest = Math.log1p(Math.max(...vectors.map(({speed}) => speed)));
  const cell = Math.sqrt(((area.right - area.left) * (area.bottom - area.top)) / (vectors.length || 1));
  ctx.strokeStyle = faint(colour('ink-soft'), 0.5);
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const {place, dx, dy, speed} of vectors) {
    if (!(speed > 0)) continue;
    const half = (cell / 2) * (0.2 + (0.45 * Math.log1p(speed)) / fastest);
    const [ex, ey] = [dx / speed, dy / speed];
    const tip = [place[0] + ex * half, place[1] + ey * half];
    ctx.moveTo(place[0] - ex * half, place[1] - ey * half);
    ctx.lineTo(tip[0], tip[1]);
    for (const side of [1, -1]) {
      ctx.moveTo(tip[0] - 3 * ex + side * 2 * ey, tip[1] - 3 * ey - side * 2 * ex);
      ctx.lineTo(tip[0], tip[1]);
    }
  }
  ctx.stroke();
}

/** @param {Stage} stage @param {Results} results */
export function paintBeneath(stage, results) {
  const {plane, planeWindow, highlight, runs, selected} = results;
  const {c} = runs[selected].experiment.cell;
  const {colour} = stage;
  clipped(stage, () => {
    band(stage, results);
    flow(stage, plane);
    const {u_low, u_high} = planeWindow;
    stroke(stage, {v: [c, c], u: [u_low, u_high]}, {ink: colour('ink-soft'), dash: [1, 3]});
    const bold = highlight?.mark === 'current' ? 2.4 : 1.6;
    stroke(stage, parabolaOf(plane), {ink: colour('v'), width: bold});
    stroke(stage, lineOf(plane), {ink: colour('u'), width: bold, dash: [7, 4]});
    if (highlight?.mark === 'current') {
      const shift = highlight.value - plane.current;
      stroke(stage, parabolaOf(plane), {ink: colour('v'), width: 1.2, dash: [2, 3], shift});
    }
  });
}

// --- above the orbit ----------------------------------------------------------------------------------------------------

/** @param {Stage} stage @param {FixedPoint} point */
function fixedPoint({ctx, at, colour}, {v, u, kind}) {
  const [x, y] = at(v, u);
  const disc = (/** @type {number} */ from, /** @type {number} */ to) => {
    ctx.beginPath();
    ctx.arc(x, y, 4.5, from, to);
  };
  ctx.fillStyle = colour('panel');
  disc(0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = ctx.strokeStyle = colour('ink');
  ctx.lineWidth = 1.5;
  if (kind.startsWith('stable')) ctx.fill();
  if (kind === 'saddle' || kind === 'degenerate') {
    disc(Math.PI / 2, 1.5 * Math.PI);
    ctx.fill();
  }
  disc(0, 2 * Math.PI);
  ctx.stroke();
}

/** An arrowhead that ends at `to`. @param {Stage} stage @param {Pixel} from @param {Pixel} to */
function head({ctx, colour}, from, to) {
  const size = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (!(size > 8)) return;
  const [ex, ey] = [(to[0] - from[0]) / size, (to[1] - from[1]) / size];
  ctx.fillStyle = colour('orbit');
  ctx.beginPath();
  ctx.moveTo(...to);
  for (const side of [1, -1]) ctx.lineTo(to[0] - 9 * ex + side * 4 * ey, to[1] - 9 * ey - side * 4 * ex);
  ctx.fill();
}

/** Offsets at which a label of this width may stand beside a point: to the right, to the left, above, below. @param {number} width @returns {Pixel[]} */
const beside = (width) => [
  ...[-1, 11, -12].flatMap(
    (dy) =>
      /** @type {Pixel[]} */ ([
        [8, dy],
        [-8 - width, dy],
      ]),
  ),
  ...[-15, 15, 27].map((dy) => /** @type {Pixel} */ ([-width / 2, dy])),
];

/**
 * Draws `text` at the first place where it fits inside the axes without overlapping another label.
 * @param {Stage} stage @param {string} text @param {string} ink @param {Iterable<Pixel>} places the points to try @param {boolean} [bold]
 */
function label({ctx, area, taken, colour, font}, text, ink, places, bold = false) {
  ctx.font = font(bold ? '600' : '');
  const width = ctx.measureText(text).width;
  const free = (/** @type {Box} */ box) =>
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom &&
    !taken.some(
      (other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top,
    );
  for (const [x, y] of places) {
    if (x < area.left || x > area.right || y < area.top || y > area.bottom) continue;
    for (const [dx, dy] of beside(width)) {
      const [left, middle] = [x + dx, y + dy];
      const box = {left: left - 2, right: left + width + 2, top: middle - 7, bottom: middle + 7};
      if (!free(box)) continue;
      taken.push(box);
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      ctx.lineJoin = 'round';
      ctx.lineWidth = 3;
      ctx.strokeStyle = colour('panel');
      ctx.strokeText(text, left, middle);
      ctx.fillStyle = ink;
      ctx.fillText(text, left, middle);
      return;
    }
  }
}

/** About forty points of a curve, from its start or from its end. @param {Stage} stage @param {Points} points */
function along({at}, {v, u}, fromEnd = false) {
  const stride = Math.max(1, Math.floor(v.length / 40));
  const places = [];
  for (let i = 0; i < v.length; i += stride) places.push(at(v[i], u[i]));
  return fromEnd ? places.reverse() : places;
}

/** The inside of a closed curve, which labels should avoid. @param {Pixel[]} places @returns {Box} */
function middleOf(places) {
  const [across, up] = [extent([places.map(([x]) => x)]), extent([places.map(([, y]) => y)])];
  return {left: across.low + 2, right: across.high - 2, top: up.low, bottom: up.high};
}

/** Rings around the fixed points that the highlighted formula is about. @param {Stage} stage @param {Results} results */
function rings({ctx, at, colour}, {highlight, plane: {fixed_points}}) {
  const meant = {'fixed points': fixed_points, rest: fixed_points.slice(0, 1)}[highlight?.mark ?? ''] ?? [];
  ctx.strokeStyle = colour('accent');
  ctx.lineWidth = 2.5;
  for (const {v, u} of meant) {
    ctx.beginPath();
    ctx.arc(...at(v, u), 10, 0, 2 * Math.PI);
    ctx.stroke();
  }
}

/**
 * @param {Stage} stage @param {Results} results
 * @param {{part?: Boundary, stale: boolean} | undefined} boundary what the worker has found; if stale, for an earlier plane
 * @param {{from: {v: number, u: number}, to: {v: number, u: number}} | undefined} reset the last one shown
 */
export function paintAbove(stage, results, boundary, reset) {
  const {plane, planeWindow, parabola, around, backward, runs, selected, highlight} = results;
  const {c} = runs[selected].experiment.cell;
  const {colour, words} = stage;
  const found = boundary?.part;
  const threshold = faint(colour('threshold'), boundary?.stale ? 0.4 : 1);
  const cycle = found?.cycle ?? [];
  clipped(stage, () => {
    for (const curve of around) stroke(stage, curve, {ink: colour('orbit'), width: ORBIT_WIDTH.around});
    for (const [from, to] of resets(around))
      stroke(stage, {v: [from.v, to.v], u: [from.u, to.u]}, {ink: colour('orbit'), dash: RESET_DASH});
    // If there is a cycle, the manifold spirals out of it and separates nothing.
    for (const curve of found?.manifold ?? []) stroke(stage, curve, {ink: threshold, width: cycle.length ? 1 : 2});
    for (const curve of cycle) stroke(stage, curve, {ink: threshold, width: 2.4});
    if (parabola) stroke(stage, parabola.curve, {ink: colour('accent'), width: 2, dash: [10, 3, 2, 3]});
    if (backward) stroke(stage, backward, {ink: colour('ink'), width: 1.2, dash: [6, 3, 1, 3]});
    if (reset) head(stage, stage.at(reset.from.v, reset.from.u), stage.at(reset.to.v, reset.to.u));
    rings(stage, results);
    for (const point of plane.fixed_points) fixedPoint(stage, point);
  });
  for (const point of plane.fixed_points) keepFree(stage, point, 5);
  const names = words.plane.curves;
  const sides = found?.manifold ?? [];
  const edge = cycle.length
    ? along(stage, cycle[0]).sort(([x], [other]) => x - other)
    : sides.flatMap((side) => along(stage, side, true));
  if (cycle.length) stage.taken.push(middleOf(edge));
  for (const point of plane.fixed_points)
    label(stage, words.plane.point(point), colour('ink'), [stage.at(point.v, point.u)], true);
  if (edge.length && !boundary?.stale) label(stage, names.threshold, colour('threshold'), edge, true);
  label(stage, names.v, colour('v'), along(stage, parabolaOf(plane), true));
  label(stage, names.u, colour('u'), along(stage, lineOf(plane)));
  const {u_low, u_high} = planeWindow;
  const reach = Array.from({length: 9}, (_, i) => u_high + ((u_low - u_high) * (i + 0.5)) / 9);
  label(stage, names.c, colour('ink-soft'), along(stage, {v: reach.map(() => c), u: reach}));
  if (parabola) label(stage, names.parabola, colour('accent'), along(stage, parabola.curve), true);
  if (highlight?.mark === 'current') {
    const shifted = plane.v_nullcline.map((u) => u + highlight.value - plane.current);
    label(stage, words.plane.at(highlight), colour('v'), along(stage, {v: plane.v, u: shifted}, true));
  }
  if (backward) label(stage, names.backward, colour('ink'), along(stage, backward, true));
}
