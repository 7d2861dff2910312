// session/stimulus-kinds.js: what the page knows of each kind of stimulus beyond its schema: what of it can be taken hold of.
// A new kind is one more entry here, beside core/model/stimulus.hpp and the words.

/**
 * A grip. Where it is: at the stimulus's start, its end or between them, at the level that a field of it has. How it moves: an
 * edge in time, a height in level, a corner in both.
 * @typedef {{part: string, at: 'start' | 'end' | 'middle', level: string, shape: 'edge' | 'height' | 'corner'}} GripOf
 */

/**
 * @typedef {object} StimulusKind
 * @property {string} strength the field that matters most, which a narrow page keeps within reach
 * @property {string[]} levels the fields that hold a current
 * @property {boolean} held whether it holds a run at one current
 * @property {GripOf[]} grips
 */

/** @type {Record<Stimulus['kind'], StimulusKind>} */
export const STIMULI = {
  step: {
    strength: 'amplitude',
    levels: ['amplitude'],
    held: true,
    grips: [
      {part: 'onset', at: 'start', level: 'amplitude', shape: 'edge'},
      {part: 'end', at: 'end', level: 'amplitude', shape: 'edge'},
      {part: 'amplitude', at: 'middle', level: 'amplitude', shape: 'height'},
    ],
  },
  ramp: {
    strength: 'to',
    levels: ['from', 'to'],
    held: false,
    grips: [
      {part: 'from', at: 'start', level: 'from', shape: 'corner'},
      {part: 'to', at: 'end', level: 'to', shape: 'corner'},
    ],
  },
};

/** The kind that a steady current is made of, and that is added where there is no stimulus yet. */
export const STEADY = 'step';
