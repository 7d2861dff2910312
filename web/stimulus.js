// stimulus.js: a step of another strength, and the strengths that a stimulus has.
import {tidy} from './ranges.js';

/**
 * One step of an amplitude: the first step of a stimulus at that, or a new one; whatever else a step needs the core adds.
 * Other stimuli would add to it, and what was read at that current would not come of it.
 * @param {Stimulus[]} stimulus @param {number} amplitude @returns {Partial_[]}
 */
export const withAmplitude = (stimulus, amplitude) => [
  {...(stimulus.find(({kind}) => kind === 'step') ?? {kind: 'step'}), amplitude: tidy(amplitude)},
];

/** The currents that steps hold a run at; a ramp holds it nowhere. @param {Result} run */
export function heldCurrents({experiment: {stimulus}, corners}) {
  if (!stimulus.length || stimulus.some(({kind}) => kind !== 'step')) return [];
  return [...new Set(corners.current)].filter((x) => x !== 0);
}
