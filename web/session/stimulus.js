// session/stimulus.js: a step of another amplitude, and a steady current.
import {tidy} from './ranges.js';
import {STEADY} from './stimulus-kinds.js';

/**
 * One step of a given amplitude: the stimulus's first step with that amplitude, or a new one, completed by the core. Other
 * stimuli are dropped: they would add to it, and the result read off at that current would not appear.
 * @param {Stimulus[]} stimulus @param {number} amplitude @returns {Partial_[]}
 */
export const withAmplitude = (stimulus, amplitude) => [
  {...(stimulus.find(({kind}) => kind === STEADY) ?? {kind: STEADY}), amplitude: tidy(amplitude)},
];

/** A steady current from time 0. @param {number} amplitude @returns {Partial_[]} */
export const steadyCurrent = (amplitude) => [{kind: STEADY, amplitude, onset: 0, duration: null}];
