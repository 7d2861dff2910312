// session/upgrade.js: states that earlier versions of the page have kept, in the form of this one.

/** Of the form of what is kept now. */
export const VERSION = 2;
/** The first version in which rest is the lower fixed point; before, it was v = vr and u = 0. */
export const REST_IS_LOWER_POINT = 2;

/** @param {any} x */
const isPlain = (x) => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Fixed steps saw a current only after its onset, and nobody could choose. @param {any} run */
function afterOnset(run) {
  const {solver} = isPlain(run) ? run : {solver: null};
  const fixed = isPlain(solver) && (solver.kind === 'rk4' || solver.kind === 'euler') && solver.edge === undefined;
  return fixed ? {...run, solver: {...solver, edge: 'after'}} : run;
}

/** Every run of a state, and every one that is pinned, changed by `change`. @param {any} state @param {(run: any) => any} change */
const eachRun = (state, change) => ({
  ...state,
  ...(Array.isArray(state.runs) && {runs: state.runs.map(change)}),
  ...(Array.isArray(state.ghosts) && {
    ghosts: state.ghosts.map((/** @type {any} */ one) =>
      isPlain(one) && one.experiment ? {...one, experiment: change(one.experiment)} : one,
    ),
  }),
});

/** By version, what leads to the next one. @type {Record<number, (state: any) => any>} */
const STEPS = {
  1: (state) => eachRun(state, afterOnset),
};

/**
 * A state of an earlier version in the form of this one; anything else as it is.
 * @param {any} state
 */
export function upgraded(state) {
  let now = state;
  while (now && STEPS[now.version]) now = {...STEPS[now.version](now), version: now.version + 1};
  return now;
}
