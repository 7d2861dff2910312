// plot/phase-orbits.js: the orbits of runs as the curves of a plot: the transient and the final cycle, dashed resets, compared runs.
import {COMPARED_DASH, FAINT, faint} from './palette.js';
import {ORBIT_WIDTH, RESET_DASH, resets} from './phase-paint.js';
import {stretchesOf} from './points.js';

/** Breaks a curve, so that the next point is not joined to the last. */
const GAP = {x: NaN, y: NaN};

/** @typedef {{thick: number, line: object, transient?: object}} OrbitLook */

/**
 * Splits an orbit by how it is drawn: the transient first and then the final cycle, or all as one if it ends in no cycle.
 * @param {OrbitStretch[]} orbit
 */
function looksOf(orbit) {
  const isCycle = (/** @type {OrbitStretch} */ {cycle_from: from, cycle_to: to}, /** @type {number} */ i) =>
    from !== null && to !== null && i >= from && i < to;
  const pick = (/** @type {boolean} */ wanted) => ({
    curves: orbit.flatMap((part) => part.curves.filter((_, i) => isCycle(part, i) === wanted)),
    jumps: orbit.flatMap((part) => resets(part.curves).filter((_, i) => isCycle(part, i) === wanted)),
  });
  const [rest, cycle] = [pick(false), pick(true)];
  if (!cycle.curves.length) return [{name: /** @type {const} */ ('whole'), ...rest}];
  return [
    {name: /** @type {const} */ ('transient'), ...rest},
    {name: /** @type {const} */ ('cycle'), ...cycle},
  ];
}

/**
 * The curves, and the last reset of the selected run.
 * @param {Results} results @param {import('./chart.js').Plot['palette']} palette
 * @param {(state: any) => {x: number, y: number}} place of a state in the plot
 * @param {boolean} straight whether the plane is drawn straight, close to the line
 */
export function orbitsOf({runs, ghosts, selected, compared}, {colour, ghostLook, runInk}, place, straight) {
  /** @type {{from: {v: number, u: number}, to: {v: number, u: number}} | undefined} */
  let reset;
  // Curves drawn alike are joined into one dataset, with gaps. Dashed resets are separate: a dataset that changes its dash
  // along the way takes Chart.js ten times as long as two datasets.
  const lines = (/** @type {OrbitStretch[]} */ orbit, /** @type {OrbitLook} */ look) => {
    const drawn = looksOf(orbit).map(({name, curves, jumps}) => {
      const width = ORBIT_WIDTH[name] * look.thick;
      const one = {...look.line, borderWidth: width, ...(name === 'transient' ? look.transient : {})};
      const flow = curves.flatMap(({v, u}) => [...Array.from(v, (v, i) => place({v, u: u[i]})), GAP]);
      const resets = jumps.flatMap(([from, to]) => [place(from), place(to), GAP]);
      return [
        {data: flow, borderDash: [], ...one},
        {data: resets, ...one, borderWidth: Math.min(width, ORBIT_WIDTH.whole), borderDash: RESET_DASH},
      ];
    });
    return drawn.flat();
  };
  // The orbits are as fine as the whole plane needs; close to the line, the samples are finer.
  const orbitOf = (/** @type {Result} */ run) =>
    straight ? [{curves: stretchesOf(run.recording), cycle_from: null, cycle_to: null}] : run.orbit;
  const datasets = runs.flatMap((run, index) => {
    const orbit = orbitOf(run);
    const ink = {of: index, borderColor: runs.length > 1 ? runInk(index) : colour('orbit')};
    if (index === selected) {
      const jumps = looksOf(orbit).flatMap((one) => one.jumps);
      const last = jumps[jumps.length - 1];
      if (last) reset = {from: last[0], to: last[1]};
      return lines(orbit, {
        thick: 1,
        line: {...ink, order: 1},
        transient: {borderColor: faint(ink.borderColor, FAINT)},
      });
    }
    if (index !== compared) return [];
    return lines(orbit, {thick: 0.75, line: {...ink, borderDash: COMPARED_DASH, order: 2}});
  });
  datasets.push(...ghosts.flatMap((ghost, index) => lines(orbitOf(ghost), {thick: 0.8, line: ghostLook(index)})));
  return {datasets, reset};
}
