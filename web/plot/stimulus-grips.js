// plot/stimulus-grips.js: what of a stimulus can be taken hold of, and what it becomes when that is moved.

/** @typedef {'amplitude' | 'onset' | 'end' | 'from' | 'to'} Part */
/** @typedef {{part: Part, time: number, level: number}} Grip where it is: the time, and the level of the stimulus itself */

/** Of more stimuli on show than this only the first have grips; the others have their fields. */
export const MOST_HELD = 32;

/** Sums in decimals, without the last digit's noise. @param {number} x */
const tidy = (x) => Number(x.toPrecision(12));

/** When one of the stimuli ends, at the latest with the run. @param {Stimulus} one @param {number} duration of the run */
const endOf = (one, duration) =>
  one.duration === null ? duration : Math.min(tidy(one.onset + one.duration), duration);

/**
 * Of a step its height, its onset and its end; of a ramp its two ends. Only what lies within the window.
 * @param {Stimulus} one @param {number} duration of the run @param {{from: number, to: number}} window
 * @returns {Grip[]}
 */
export function gripsOf(one, duration, {from, to}) {
  const end = endOf(one, duration);
  const middle = (Math.max(one.onset, from) + Math.min(end, to)) / 2;
  const inside = (/** @type {Grip} */ {time}) => time >= from && time <= to;
  /** @type {Grip[]} */
  const grips =
    one.kind === 'ramp'
      ? [
          {part: 'from', time: one.onset, level: one.from},
          {part: 'to', time: tidy(one.onset + one.duration), level: one.to},
        ]
      : [
          {part: 'onset', time: one.onset, level: one.amplitude},
          {part: 'end', time: end, level: one.amplitude},
          ...(end > from && one.onset < to
            ? [/** @type {Grip} */ ({part: 'amplitude', time: middle, level: one.amplitude})]
            : []),
        ];
  return grips.filter(inside);
}

/**
 * The stimulus with one part at another time and level. Its other edge stays where it is, `least` ms away at least; a
 * step whose end is moved to the end of the run or beyond lasts to the end.
 * @param {Stimulus} one @param {Part} part @param {{time: number, level: number}} to
 * @param {number} duration of the run @param {number} least
 * @returns {Stimulus}
 */
export function moved(one, part, {time, level}, duration, least) {
  if (part === 'amplitude') return /** @type {Stimulus} */ ({...one, amplitude: level});
  if (part === 'onset' || part === 'from') {
    const end = one.duration === null ? duration : tidy(one.onset + one.duration);
    const onset = Math.max(0, Math.min(time, tidy(end - least)));
    const lasts = one.duration === null ? null : tidy(end - onset);
    return /** @type {Stimulus} */ ({...one, onset, duration: lasts, ...(part === 'from' && {from: level})});
  }
  const lasts = tidy(Math.max(Math.min(time, duration) - one.onset, least));
  if (part === 'to') return /** @type {Stimulus} */ ({...one, duration: lasts, to: level});
  return /** @type {Stimulus} */ ({...one, duration: time >= duration ? null : lasts});
}

/**
 * The sum of all currents just before and just after a time, by the corners of the stimulus.
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
