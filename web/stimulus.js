// stimulus.js: the same stimulus at another strength, and the strengths that it has.

/**
 * A stimulus with its first step at another amplitude, or with such a step where it has none; whatever else a step needs
 * the core adds.
 * @param {Stimulus[]} stimulus @param {number} amplitude @returns {Partial_[]}
 */
export function withAmplitude(stimulus, amplitude) {
  const first = stimulus.findIndex(({kind}) => kind === 'step');
  if (first < 0) return [{kind: 'step', amplitude}];
  return stimulus.map((one, index) => (index === first ? {...one, amplitude} : one));
}

/** The currents that steps hold a run at; a ramp holds it nowhere. @param {Result} run */
export function heldCurrents({experiment: {stimulus}, corners}) {
  if (!stimulus.length || stimulus.some(({kind}) => kind !== 'step')) return [];
  return [...new Set(corners.current)].filter((x) => x !== 0);
}
