// session/upgrade.js: converts states stored by earlier versions of the page to the current form.

/** The version of the stored form. */
export const VERSION = 2;
/** The first version in which rest is the lower fixed point; before that, it was v = vr and u = 0. */
export const REST_IS_LOWER_POINT = 2;

/** @param {any} x */
const isPlain = (x) => typeof x === 'object' && x !== null && !Array.isArray(x);

/** In version 1, fixed steps saw a current only after its onset, and there was no choice. @param {any} run */
function afterOnset(run) {
  const {solver} = isPlain(run) ? run : {solver: null};
  const fixed = isPlain(solver) && (solver.kind === 'rk4' || solver.kind === 'euler') && solver.edge === undefined;
  return fixed ? {...run, solver: {...solver, edge: 'after'}} : run;
}

/** Applies `change` to every run of a state, pinned ones included. @param {any} state @param {(run: any) => any} change */
const eachRun = (state, change) => ({
  ...state,
  ...(Array.isArray(state.runs) && {runs: state.runs.map(change)}),
  ...(Array.isArray(state.ghosts) && {
    ghosts: state.ghosts.map((/** @type {any} */ one) =>
      isPlain(one) && one.experiment ? {...one, experiment: change(one.experiment)} : one,
    ),
  }),
});

/** By version, the step to the next one. @type {Record<number, (state: any) => any>} */
const STEPS = {
  1: (state) => eachRun(state, afterOnset),
};

/**
 * Converts a state of an earlier version; returns anything else as it is.
 * @param {any} state
 */
export function upgraded(state) {
  let now = state;
  while (now && STEPS[now.version]) now = {...STEPS[now.version](now), version: now.version + 1};
  return now;
}
