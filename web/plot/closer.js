// plot/closer.js: from how near a place in the phase plane is looked at, so that it can be seen.

/** @typedef {import('./phase-paint.js').Stage} Stage */
/** @typedef {Record<'zoomed' | 'straight', boolean>} Look */
/** @typedef {Pick<VerdictPlace, 'kind' | 'v' | 'u' | 'to'>} Place */
/** What is between two states. @typedef {[{v: number, u: number}, {v: number, u: number}]} Part */

/** A gap or a crossing of fewer px looks closed. */
const CLOSED = 5;
/** A basin of fewer px is a crumb. */
const CRUMB = 80;

/** The two switches that show the plane close to where its curves meet, straight, and those that show all of it. */
export const STRAIGHT = {zoomed: true, straight: true};
export const WHOLE = {zoomed: false, straight: false};

/** What can hardly be seen in the plane as it is shown. @param {Stage} stage @param {Results} results @returns {'' | 'gap' | 'crossing'} */
export function hardlySeen({at}, {plane: {touch_v: v, touch_u: u, above}, planeWindow, revealed}) {
  if (above === null || planeWindow.straight === 1 || !revealed) return '';
  const [from, to] = [at(v, u), at(v, u + above)];
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) >= CLOSED) return '';
  return above > 0 ? 'gap' : 'crossing';
}

/** The box around the basin of rest, where a cycle bounds it. @param {Boundary | undefined} boundary @returns {Part | undefined} */
function basinOf(boundary) {
  const [cycle] = boundary?.cycle ?? [];
  if (!cycle) return undefined;
  const [v, u] = [Array.from(cycle.v), Array.from(cycle.u)];
  return [
    {v: Math.min(...v), u: Math.min(...u)},
    {v: Math.max(...v), u: Math.max(...u)},
  ];
}

/**
 * What to point at to show a place, and the switches from where it can be seen; no switches: it can be seen already. If a cell both
 * rests and fires, that is the basin of rest.
 * @param {Place} place @param {Stage} stage @param {Results} results @param {Boundary | undefined} boundary
 * @returns {{part?: Part, look?: Look}}
 */
export function closeTo({kind, v, u, to}, stage, results, boundary) {
  const {area} = stage;
  const whole = results.planeWindow === results.wholePlane;
  const basin = kind === 'gap' ? undefined : basinOf(boundary);
  if (!basin && (v === null || u === null)) return {};
  const part = basin ?? /** @type {Part} */ ([u, to ?? u].map((one) => ({v: Number(v), u: Number(one)})));
  const [[x, y], [toX, toY]] = part.map((end) => stage.at(end.v, end.u));
  if (whole) {
    const crumb = basin && Math.max(Math.abs(toX - x), Math.abs(toY - y)) < CRUMB;
    if (basin) return {part, look: crumb ? {zoomed: true, straight: false} : undefined};
    return {part, look: hardlySeen(stage, results) && kind !== 'state' && kind !== 'reset' ? STRAIGHT : undefined};
  }
  const inside = (/** @type {number} */ x, /** @type {number} */ y) =>
    x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
  return {part, look: inside(x, y) && inside(toX, toY) ? undefined : WHOLE};
}

/** Rings a part of the plane for a moment. @param {HTMLElement} frame of the plot @param {Stage} stage @param {Part} part */
export function ringAround(frame, {at}, part) {
  const [[x, y], [toX, toY]] = part.map(({v, u}) => at(v, u));
  const ring = document.createElement('div');
  ring.className = 'pointed';
  Object.assign(ring.style, {
    left: `${Math.min(x, toX)}px`,
    top: `${Math.min(y, toY)}px`,
    width: `${Math.abs(x - toX)}px`,
    height: `${Math.abs(y - toY)}px`,
  });
  ring.addEventListener('animationend', () => ring.remove());
  frame.querySelector('.pointed')?.remove();
  frame.append(ring);
}
