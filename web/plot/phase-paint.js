// plot/phase-paint.js: draws what surrounds the orbit in the phase plane straight onto the canvas: nullclines, flow, fixed points,
// the reset and the threshold.
import {faint, paletteOf} from './palette.js';
import {wordsOf} from './place.js';

/** @typedef {{v: ArrayLike<number>, u: ArrayLike<number>}} Points */
/** @typedef {[number, number]} Pixel */

/**
 * The canvas with a map to it: `at` takes (v, u) to pixels, whichever axis is horizontal, and `px` the numbers of the two axes.
 * @param {import('chart.js').Chart} chart @param {boolean} swapped
 * @param {((v: number) => number) | null} line the u-nullcline, if it is drawn as the axis
 */
export function stageOf({ctx, chartArea, scales: {x, y}}, swapped, line = null) {
  const affine = (/** @type {import('chart.js').Scale} */ {min, max, left, right, top, bottom, axis}) => {
    const [from, to] = axis === 'x' ? [left, right] : [bottom, top];
    const slope = (to - from) / (max - min);
    return (/** @type {number} */ value) => from + (value - min) * slope;
  };
  const [across, up] = [affine(x), affine(y)];
  const at = (/** @type {number} */ v, /** @type {number} */ u) => {
    const height = line ? u - line(v) : u;
    return /** @type {Pixel} */ (swapped ? [across(height), up(v)] : [across(v), up(height)]);
  };
  return {
    ctx,
    area: chartArea,
    at,
    px: (/** @type {{x: number, y: number}} */ point) => /** @type {Pixel} */ ([across(point.x), up(point.y)]),
    swapped,
    words: wordsOf(ctx.canvas),
    ...paletteOf(ctx.canvas),
  };
}

/** @typedef {ReturnType<typeof stageOf>} Stage */

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

/** Draws a value of v as a line across the plot. @param {Stage} stage @param {number} v @param {{ink: string, width?: number, dash?: number[]}} look */
export function level(stage, v, {ink, width = 1.2, dash = []}) {
  const {ctx, widthOf} = stage;
  ctx.strokeStyle = ink;
  ctx.lineWidth = widthOf(width);
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (const end of levelAt(stage, v)) ctx.lineTo(...end);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Both ends of that line. @param {Stage} stage @param {number} v @returns {[Pixel, Pixel]} */
export function levelAt({at, swapped, area: {left, right, top, bottom}}, v) {
  const [x, y] = at(v, 0);
  return swapped
    ? [
        [left, y],
        [right, y],
      ]
    : [
        [x, top],
        [x, bottom],
      ];
}

/** Line widths of an orbit: the last cycle and what came before it, an orbit without one, the part around the cursor. */
export const ORBIT_WIDTH = {cycle: 2.1, transient: 1.1, whole: 2.1, around: 2.1};
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

/** The inside of the v-nullcline, where v falls. @param {Stage} stage @param {PhasePlane} plane */
function inside({ctx, at, area, swapped, colour}, {v, v_nullcline}) {
  ctx.fillStyle = colour('v-tint');
  ctx.beginPath();
  for (let i = 0; i < v.length; i += 1) ctx.lineTo(...at(v[i], v_nullcline[i]));
  // Across the end of the axis of u, which the parabola opens towards.
  const beyond = swapped ? area.right + 9 : area.top - 9;
  for (const end of [v[v.length - 1], v[0]]) {
    const [x, y] = at(end, 0);
    ctx.lineTo(swapped ? beyond : x, swapped ? y : beyond);
  }
  ctx.fill();
}

/** Size of a wedge, in px: its length along the flow, and half its width at the end from which the flow comes. */
const WEDGE = {length: 11, half: 2};

/** Small wedges that point along the flow. @param {Stage} stage @param {PhasePlane} plane */
function flow({ctx, at, colour, thickness}, {arrow_v, arrow_u, arrow_dv, arrow_du}) {
  const [length, half] = [WEDGE.length * thickness(), WEDGE.half * thickness()];
  ctx.fillStyle = faint(colour('ink-soft'), 0.34);
  ctx.beginPath();
  for (let i = 0; i < arrow_v.length; i += 1) {
    const [x, y] = at(arrow_v[i], arrow_u[i]);
    const [toX, toY] = at(arrow_v[i] + arrow_dv[i], arrow_u[i] + arrow_du[i]);
    const speed = Math.hypot(toX - x, toY - y);
    if (!(speed > 0)) continue;
    const [ex, ey] = [(toX - x) / speed, (toY - y) / speed];
    const [backX, backY] = [x - (ex * length) / 2, y - (ey * length) / 2];
    ctx.moveTo(x + (ex * length) / 2, y + (ey * length) / 2);
    ctx.lineTo(backX + ey * half, backY - ex * half);
    ctx.lineTo(backX - ey * half, backY + ex * half);
  }
  ctx.fill();
}

/** Flow, reset and nullclines, with those of pinned cells. @param {Stage} stage @param {Results} results */
export function paintBeneath(stage, results) {
  const {plane, pinnedPlanes, highlight, runs, ghosts, selected} = results;
  const {cell} = runs[selected].experiment;
  const {colour} = stage;
  clipped(stage, () => {
    inside(stage, plane);
    flow(stage, plane);
    level(stage, cell.c, {ink: colour('v'), dash: [1.5, 3]});
    for (const [index, its] of pinnedPlanes.entries()) {
      if (!its) continue;
      const pinned = ghosts[index].experiment.cell;
      const differs = (/** @type {(keyof Cell)[]} */ names) => names.some((name) => pinned[name] !== cell[name]);
      const look = (/** @type {string} */ token) => ({
        ink: faint(colour(token), 0.6),
        width: 1.3,
        dash: stage.ghostLook(index).borderDash,
      });
      if (differs(['k', 'vr', 'vt']) || its.current !== plane.current) stroke(stage, parabolaOf(its), look('v'));
      if (differs(['b', 'vr'])) stroke(stage, lineOf(its), look('u'));
    }
    const bold = highlight?.mark === 'current' ? 2.8 : 2;
    stroke(stage, parabolaOf(plane), {ink: colour('v'), width: bold});
    stroke(stage, lineOf(plane), {ink: colour('u'), width: bold, dash: [7, 4]});
    if (highlight?.mark === 'current') {
      const shift = highlight.value - plane.current;
      stroke(stage, parabolaOf(plane), {ink: colour('v'), width: 1.2, dash: [2, 3], shift});
    }
  });
}

// --- above the orbit ----------------------------------------------------------------------------------------------------

/** @param {Stage} stage @param {FixedPoint} point @param {string} [kind] */
function fixedPoint({ctx, at, colour}, {v, u, kind: own}, kind = own) {
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

/** The smallest distance between the nullclines, as a bar with caps. @param {Stage} stage @param {PhasePlane} plane */
export function gapOf({at}, {touch_v: v, touch_u: u, above}) {
  return above === null || above <= 0 ? null : {from: at(v, u), to: at(v, u + above)};
}

/** @param {Stage} stage @param {PhasePlane} plane */
function gap(stage, plane) {
  const ends = gapOf(stage, plane);
  if (!ends) return;
  const {ctx, swapped, colour, widthOf} = stage;
  ctx.strokeStyle = colour('i');
  ctx.lineWidth = widthOf(3.2);
  ctx.beginPath();
  ctx.moveTo(...ends.from);
  ctx.lineTo(...ends.to);
  for (const [x, y] of [ends.from, ends.to]) {
    const [dx, dy] = swapped ? [0, 6] : [6, 0];
    ctx.moveTo(x - dx, y - dy);
    ctx.lineTo(x + dx, y + dy);
  }
  ctx.stroke();
}

/** What bounds the compared run, faintly: its v-nullcline if it is another one, and where it can rest. @param {Stage} stage @param {Results} results */
function beside(stage, {other, plane, compared, withheld}) {
  if (!other || compared === null || other.current === plane.current) return;
  const ink = faint(stage.runInk(compared), 0.75);
  stroke(stage, parabolaOf(other), {ink, width: 1.2, dash: [4, 3]});
  stage.ctx.globalAlpha = 0.5;
  for (const point of other.fixed_points) fixedPoint(stage, point, withheld ? '' : undefined);
  stage.ctx.globalAlpha = 1;
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
  const {plane, parabola, around, backward, revealed, withheld} = results;
  const {colour} = stage;
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
    if (revealed) gap(stage, plane);
    beside(stage, results);
    if (reset) head(stage, stage.at(reset.from.v, reset.from.u), stage.at(reset.to.v, reset.to.u));
    rings(stage, results);
    // Of what kind it is would tell whether the cell can rest there.
    for (const point of plane.fixed_points) fixedPoint(stage, point, withheld ? '' : undefined);
  });
}
