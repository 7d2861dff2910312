// session/attempts.js: what the story of a preset invites to try, by its id: a strength of the selected run's stimulus, an edit,
// another preset, another run, or a panel. The words are with the preset's other texts (words/).

/** @typedef {{strength: number} | {edit: Partial_} | {preset: string} | {run: number} | {tab: string}} Attempt */

/** The presets that leave it to the user to find where firing begins. */
export const TO_FIND = new Set(['note-3', 'note-4']);

/** @type {Record<string, Attempt>} */
export const ATTEMPTS = {
  RS: {strength: 51.4},
  IB: {strength: 340},
  CH: {strength: 600},
  'why-sag': {run: 2},
  'why-delay': {strength: 51.5},
  'why-cycle': {run: 1},
  'why-map': {strength: 300},
  'why-bifurcation': {tab: 'thresholds'},
  'why-bursts': {tab: 'map'},
  'note-1': {edit: {cell: {vpeak: 25}}},
  'note-2': {strength: 60},
  'note-3': {strength: 51.5},
  'note-4': {strength: 51.4},
  'note-5': {edit: {cell: {d: 50}}},
  'note-6': {edit: {initial: {kind: 'at', v: -60, u: -40}}},
  'note-7': {strength: 400},
  'note-8': {strength: 100},
  'note-9': {tab: 'rate'},
  'note-10': {run: 4},
  'note-10-347': {strength: 346},
  'note-11': {edit: {initial: {kind: 'rest'}}},
  'note-CH-150': {strength: 200},
  'note-CH-200': {tab: 'map'},
  'note-CH-500': {strength: 200},
  'note-CH-600': {strength: 700},
  'truth-kick': {run: 2},
  'truth-rheobase': {run: 1},
  'truth-IB-rest': {run: 3},
  'truth-adaptation': {tab: 'rate'},
  'truth-peak': {run: 1},
};
