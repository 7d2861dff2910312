// steady.js: what a run does while its current holds still, and the same run under another current.

/**
 * The last stretch of time over which the current is steady at `current`; none where it never is.
 * @param {Result} result @param {number} current
 */
function steadyStretch({corners: {time, current: level}}, current) {
  let stretch;
  for (let i = 1; i < time.length; i += 1) {
    if (level[i] !== current || level[i - 1] !== current || !(time[i] > time[i - 1])) continue;
    stretch = stretch?.to === time[i - 1] ? {from: stretch.from, to: time[i]} : {from: time[i - 1], to: time[i]};
  }
  return stretch;
}

/** u after each spike that came under a steady `current`, in order. @param {Result} result @param {number} current */
export function steadyResets(result, current) {
  const stretch = steadyStretch(result, current);
  const {spikes, reset_u} = result.recording;
  if (!stretch) return new Float64Array();
  return reset_u.filter((_, i) => spikes[i] >= stretch.from && spikes[i] <= stretch.to);
}

/** A stimulus with its first step at another amplitude, or with such a step where it has none. @param {Stimulus[]} stimulus @param {number} amplitude */
export function withAmplitude(stimulus, amplitude) {
  const first = stimulus.findIndex(({kind}) => kind === 'step');
  if (first < 0) return [{kind: 'step', amplitude}];
  return stimulus.map((one, index) => (index === first ? {...one, amplitude} : one));
}
