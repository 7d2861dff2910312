// plot/points.js: turns a recording into the points of a curve, with the points at each spike that even samples miss.

/**
 * The points of one variable over time. Even samples miss the peaks, so each spike adds its last point before the reset
 * and the first after it: in an exact run the peak itself, in a fixed-step run the grid points that a script would plot.
 * @param {Recording} recording
 * @param {'v' | 'u'} name
 */
export function pointsOverTime(recording, name) {
  const {time, spikes, before} = recording;
  const [column, last, next] =
    name === 'v'
      ? [recording.v, recording.spike_v, recording.reset_v]
      : [recording.u, recording.spike_u, recording.reset_u];
  const drawn = distinctSpikes(recording);
  const points = [];
  let at = 0;
  for (let i = 0; i < time.length; i += 1) {
    for (; at < drawn.length && before[drawn[at]] <= time[i]; at += 1) {
      const spike = drawn[at];
      points.push({x: before[spike], y: last[spike]}, {x: spikes[spike], y: next[spike]});
    }
    // Samples between a spike's last point and its reset would draw the line backwards.
    if (at === 0 || time[i] >= spikes[drawn[at - 1]]) points.push({x: time[i], y: column[i]});
  }
  return points;
}

/** The samples of a run in the plane, as a curve for each stretch between spikes. @param {Recording} recording @returns {Curve[]} */
export function stretchesOf({time, v, u, spikes}) {
  const ends = Array.from(spikes, (spike) => time.findIndex((at) => at >= spike)).filter((end) => end > 0);
  return [0, ...ends].map((from, i) => ({v: v.slice(from, ends[i]), u: u.slice(from, ends[i])}));
}

/** The stimulus as the points at its corners, which miss nothing, however brief. @param {Result} result */
export const pointsOfStimulus = ({corners}) => Array.from(corners.time, (x, i) => ({x, y: corners.current[i]}));

/** Separates two parts of a curve, so that no line joins them. */
export const GAP = {x: NaN, y: NaN};
/** More rates than this form a solid band, which a fraction of them draws just as well. */
const MOST_RATES = 3000;

/** The intervals of a run. Where a stimulus begins or ends the current jumps, and no line joins the rates on either side. @param {Pick<Result, 'rates' | 'experiment'>} run */
export function pointsOfRun({rates: {time, current, rate}, experiment: {stimulus}}) {
  const edges = stimulus.flatMap(({onset, duration}) => [onset, onset + (duration ?? Infinity)]);
  const stride = Math.ceil(rate.length / MOST_RATES) || 1;
  const points = [];
  for (let i = 0; i < rate.length; i += stride) {
    if (i && edges.some((edge) => edge > time[i - stride] && edge <= time[i])) points.push(GAP);
    points.push({x: current[i], y: rate[i]});
  }
  return points;
}

/**
 * Indices of the spikes that can be told apart in the window: of those between two samples, only the first and the last.
 * A cell that runs away fires a hundred thousand times, and drawing every spike would block the page for seconds.
 * @param {Recording} recording
 */
function distinctSpikes({spikes, time}) {
  const from = time[0];
  const to = time[time.length - 1];
  const step = time.length > 1 ? time[1] - from : Infinity;
  const between = (/** @type {number} */ i) => Math.floor((spikes[i] - from) / step);
  const indices = [];
  for (let i = 0; i < spikes.length; i += 1) {
    if (spikes[i] < from || spikes[i] > to) continue;
    if (i === 0 || i === spikes.length - 1 || between(i) !== between(i - 1) || between(i) !== between(i + 1))
      indices.push(i);
  }
  return indices;
}
