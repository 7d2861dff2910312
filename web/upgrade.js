// upgrade.js: states that earlier versions of the page have kept, in the form of this one.

/** Of the form of what is kept now. */
export const VERSION = 2;
/** The first version in which rest is the lower fixed point; before, it was v = vr and u = 0. */
export const REST_IS_LOWER_POINT = 2;

/** By version, what leads to the next one. @type {Record<number, (state: any) => any>} */
const STEPS = {
  1: (state) => state,
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
