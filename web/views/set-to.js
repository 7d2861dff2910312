// views/set-to.js: what a button does that belongs to a threshold, and what it says of that: it runs a current at which one sees what
// begins there, in a run that is long enough for it.
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';

/** @typedef {(shown: import('../session/zones.js').Showing) => {title: string, press: () => void}} SetTo */

/**
 * @param {Words} words @param {number} own the duration of the run, in ms
 * @param {(shown: import('../session/zones.js').Showing) => void} run @returns {SetTo}
 */
export const setTo = (words, own, run) => (shown) => {
  const {amplitude, duration} = shown;
  const {setTo, value} = words.thresholds;
  const length =
    duration !== null && duration > own ? withUnit(words.numbers.milliseconds(duration), unitOf('time')) : '';
  return {title: setTo(value(amplitude), length), press: () => run(shown)};
};
