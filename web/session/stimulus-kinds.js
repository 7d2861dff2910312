// session/stimulus-kinds.js: what the page knows about each kind of stimulus beyond the schema: mainly its grips.
// A new kind needs one more entry here, besides core/model/stimulus.hpp and the words.

/**
 * A grip. Where it is: at the start of the stimulus, at its end or halfway, at the level given by one of its fields. How it moves:
 * an edge in time, a height in level, a corner in both.
 * @typedef {{part: string, at: 'start' | 'end' | 'middle', level: string, shape: 'edge' | 'height' | 'corner'}} GripOf
 */

/**
 * @typedef {object} StimulusKind
 * @property {string} strength the most important field, which a narrow page keeps within reach
 * @property {string[]} levels the fields that are currents
 * @property {GripOf[]} grips
 */

/** @type {Record<Stimulus['kind'], StimulusKind>} */
export const STIMULI = {
  step: {
    strength: 'amplitude',
    levels: ['amplitude'],
    grips: [
      {part: 'onset', at: 'start', level: 'amplitude', shape: 'edge'},
      {part: 'end', at: 'end', level: 'amplitude', shape: 'edge'},
      {part: 'amplitude', at: 'middle', level: 'amplitude', shape: 'height'},
    ],
  },
  ramp: {
    strength: 'to',
    levels: ['from', 'to'],
    grips: [
      {part: 'from', at: 'start', level: 'from', shape: 'corner'},
      {part: 'to', at: 'end', level: 'to', shape: 'corner'},
    ],
  },
};

/** The kind that makes a steady current, and that is added where there is no stimulus yet. */
export const STEADY = 'step';
