// plot/effects.js: highlights in the plots whatever the active field moves: curves, levels, jumps.
import {faint, paletteOf} from './palette.js';
import {clipped, level, lineOf, parabolaOf, stroke} from './phase-paint.js';

/** @typedef {{curves?: string[], levels?: (keyof Cell)[], jump?: boolean}} Moved */

const STIMULUS = {curves: ['current', 'v-nullcline']};
const TIMES = {curves: ['current']};
/**
 * What each field of the experiment moves, by path: curves (traces, nullclines), levels of voltage, the jump of u.
 * @type {Record<string, Moved>}
 */
const MOVES = {
  'cell.C': {curves: ['v']},
  'cell.k': {curves: ['v-nullcline']},
  'cell.vr': {curves: ['v-nullcline', 'u-nullcline'], levels: ['vr']},
  'cell.vt': {curves: ['v-nullcline'], levels: ['vt']},
  'cell.vpeak': {levels: ['vpeak']},
  'cell.a': {curves: ['u']},
  'cell.b': {curves: ['u-nullcline']},
  'cell.c': {levels: ['c']},
  'cell.d': {jump: true},
};

/** @type {Moved} */
const NOTHING = {};
/** What the field at a path moves; the path is like 'cell.b' or 'stimulus.0.amplitude'. @param {string} path @returns {Moved} */
export function movedBy(path) {
  const [, field] = /^stimulus\.\d+\.(\w+)$/.exec(path) ?? [];
  if (field) return ['onset', 'duration'].includes(field) ? TIMES : STIMULUS;
  return MOVES[path] ?? NOTHING;
}

/** How many jumps are highlighted at most: in a long train, the first ones. */
const MOST_JUMPS = 200;

/** A wide pale band with the curve in it, drawn thicker. @param {(look: {ink: string, width: number, dash?: number[]}) => void} draw @param {string} colour @param {number[]} [dash] */
function halo(draw, colour, dash) {
  draw({ink: faint(colour, 0.28), width: 9});
  draw({ink: colour, width: 2.8, dash});
}

/**
 * @param {import('chart.js').Chart} chart one variable over time @param {Results} results
 * @param {'v' | 'u' | 'current'} name @param {string} token its colour @param {Moved} moved @param {string} axis
 */
export function paintEffectOverTime(chart, {runs, selected}, name, token, {curves = [], levels = [], jump}, axis) {
  const {ctx, chartArea: area, scales, data} = chart;
  if (!scales[axis]) return;
  const {colour, thickness} = paletteOf(ctx.canvas);
  const thick = thickness();
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    /** @type {[number, number]} */ ([scales.x.getPixelForValue(x), scales[axis].getPixelForValue(y)]);
  /** @param {[number, number][]} places @param {boolean} [pairs] draws a separate line for every two @param {number[]} [dash] */
  const light = (places, pairs = false, dash = []) =>
    halo(
      ({ink, width, dash: gaps = []}) => {
        Object.assign(ctx, {strokeStyle: ink, lineWidth: width * thick, lineJoin: 'round'});
        ctx.setLineDash(gaps);
        ctx.beginPath();
        places.forEach((place, i) => (pairs && i % 2 === 0 ? ctx.moveTo(...place) : ctx.lineTo(...place)));
        ctx.stroke();
      },
      colour(token),
      dash,
    );
  clipped({ctx, area}, () => {
    const {recording, experiment} = runs[selected];
    const points = /** @type {{x: number, y: number}[]} */ (
      /** @type {unknown} */ (data.datasets[selected]?.data ?? [])
    );
    if (curves.includes(name)) light(points.map(({x, y}) => at(x, y)));
    if (name === 'v')
      for (const level of levels) {
        const y = experiment.cell[level];
        light([at(scales.x.min, y), at(scales.x.max, y)], false, [1, 3]);
      }
    if (name === 'u' && jump) {
      const {spikes, spike_u, reset_u} = recording;
      const seen = [...spikes.keys()].filter((i) => spikes[i] >= scales.x.min && spikes[i] <= scales.x.max);
      light(
        seen.slice(0, MOST_JUMPS).flatMap((i) => [at(spikes[i], spike_u[i]), at(spikes[i], reset_u[i])]),
        true,
      );
    }
    ctx.setLineDash([]);
  });
}

/**
 * @param {import('./phase-paint.js').Stage} stage @param {Results} results @param {Moved} moved
 * @param {{from: {v: number, u: number}, to: {v: number, u: number}} | undefined} reset the last one shown
 */
export function paintEffectInPlane(stage, {runs, selected, plane}, {curves = [], levels = [], jump}, reset) {
  const {cell} = runs[selected].experiment;
  const {colour} = paletteOf(stage.ctx.canvas);
  const light = (/** @type {import('./phase-paint.js').Points} */ points, /** @type {string} */ token, dash = [0, 0]) =>
    halo((look) => stroke(stage, points, look), colour(token), dash[1] ? dash : undefined);
  clipped(stage, () => {
    if (curves.includes('v-nullcline')) light(parabolaOf(plane), 'v');
    if (curves.includes('u-nullcline')) light(lineOf(plane), 'u', [7, 4]);
    for (const name of levels) halo((look) => level(stage, cell[name], look), colour('v'), [1, 3]);
    // From u before the reset to u after it, d higher.
    if (jump && reset) light({v: [reset.to.v, reset.to.v], u: [reset.from.u, reset.to.u]}, 'u');
  });
}
