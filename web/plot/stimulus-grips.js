// plot/stimulus-grips.js: which points of a stimulus can be dragged, and how the stimulus changes when they are.

import {STIMULI} from '../session/stimulus-kinds.js';

/** @typedef {import('../session/stimulus-kinds.js').GripOf & {time: number, value: number}} Grip with its position: the time, and the level of this stimulus alone */

/** At most this many of the stimuli in view have grips; the others can be edited in their fields. */
export const MOST_WITH_GRIPS = 32;

/** Rounds off floating-point noise. @param {number} x */
const tidy = (x) => Number(x.toPrecision(12));

/** When a stimulus ends. @param {Stimulus} one @param {number} duration of the run */
const endOf = (one, duration) => (one.duration === null ? duration : tidy(one.onset + one.duration));

/**
 * The grips of a stimulus that lie within the window. An edge lies at the end of the run at the latest.
 * @param {Stimulus} one @param {number} duration of the run @param {{from: number, to: number}} window
 * @returns {Grip[]}
 */
export function gripsOf(one, duration, {from, to}) {
  const end = endOf(one, duration);
  const inRun = Math.min(end, duration);
  const inSight = inRun > from && one.onset < to;
  const middle = inSight ? (Math.max(one.onset, from) + Math.min(inRun, to)) / 2 : NaN;
  return STIMULI[one.kind].grips
    .map((grip) => {
      const {at, shape, level} = grip;
      const time = {start: one.onset, end: shape === 'corner' ? end : inRun, middle}[at];
      return {...grip, time, value: /** @type {any} */ (one)[level]};
    })
    .filter(({time}) => time >= from && time <= to);
}

/**
 * The stimulus with one part moved to another time and level. The other edge stays where it is, at least `least` ms away; a
 * stimulus whose end is moved to the end of the run or beyond has no end of its own.
 * @param {Stimulus} one @param {string} part @param {{time: number, level: number}} to
 * @param {number} duration of the run @param {number} least
 * @returns {Stimulus}
 */
export function moved(one, part, {time, level}, duration, least) {
  const grip = STIMULI[one.kind].grips.find((its) => its.part === part);
  if (!grip) return one;
  const raised = grip.shape === 'edge' ? one : {...one, [grip.level]: level};
  if (grip.shape === 'height') return /** @type {Stimulus} */ (raised);
  if (grip.at === 'start') {
    const end = endOf(one, duration);
    const onset = Math.max(0, Math.min(time, tidy(end - least)));
    return /** @type {Stimulus} */ ({...raised, onset, duration: one.duration === null ? null : tidy(end - onset)});
  }
  const lasts = tidy(Math.max(Math.min(time, duration) - one.onset, least));
  const toTheEnd = grip.shape === 'edge' && time >= duration;
  return /** @type {Stimulus} */ ({...raised, duration: toTheEnd ? null : lasts});
}

/**
 * The total current just before and just after a time, from the corners of the stimulus.
 * @param {{time: ArrayLike<number>, current: ArrayLike<number>}} corners @param {number} at
 */
export function currentsAround({time, current}, at) {
  let [before, after] = [NaN, NaN];
  for (let i = 0; i + 1 < time.length; i += 1) {
    if (!(time[i + 1] > time[i])) continue;
    const value = current[i] + ((current[i + 1] - current[i]) * (at - time[i])) / (time[i + 1] - time[i]);
    if (time[i] < at && at <= time[i + 1]) before = value;
    if (time[i] <= at && at < time[i + 1]) after = value;
  }
  return {before: Number.isNaN(before) ? 0 : before, after: Number.isNaN(after) ? 0 : after};
}
