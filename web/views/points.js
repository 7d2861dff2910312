// views/points.js: a recording as the points of a curve, with what the even samples leave out at each spike.

/**
 * The points of one variable over time. Even samples miss the peaks: an exact run gets (t*, before) and (t*, after) at
 * each spike; a fixed-step run gets the last grid point it kept and the one it reset, as its script would plot them.
 * @param {Result} result
 * @param {'v' | 'u'} name
 * @param {{from: number, to: number}} window
 */
export function pointsOverTime(result, name, window) {
  const {recording} = result;
  const {time} = recording;
  const column = recording[name];
  const marks = spikeMarks(result, name);
  const points = [];
  let next = 0;
  while (next < marks.length && marks[next].x < window.from) next += 1;
  for (let i = 0; i < time.length; i += 1) {
    while (next < marks.length && marks[next].x <= time[i]) points.push(marks[next++]);
    points.push({x: time[i], y: column[i]});
  }
  return points;
}

/** The stimulus by its corners, which miss nothing, however short. @param {Result} result */
export const pointsOfStimulus = ({corners}) => Array.from(corners.time, (x, i) => ({x, y: corners.current[i]}));

/** How long before a reset the last point lies that a script keeps. @param {Experiment} experiment */
const stepBefore = ({solver}) => (solver.kind === 'exact' ? 0 : solver.dt);

/**
 * The spikes that can be told apart among the samples, by index: of those between two samples, the first and the last.
 * A cell that runs away fires a hundred thousand times, and to draw all that would hold the page for seconds.
 * @param {Recording} recording
 */
function distinctSpikes({spikes, time}) {
  const step = time.length > 1 ? time[1] - time[0] : Infinity;
  const between = (/** @type {number} */ i) => Math.floor((spikes[i] - time[0]) / step);
  const indices = [];
  for (let i = 0; i < spikes.length; i += 1)
    if (i === 0 || i === spikes.length - 1 || between(i) !== between(i - 1) || between(i) !== between(i + 1))
      indices.push(i);
  return indices;
}

/** @param {Result} result @param {'v' | 'u'} name */
function spikeMarks({recording, experiment}, name) {
  const {cell} = experiment;
  const before = stepBefore(experiment);
  const marks = [];
  for (const i of distinctSpikes(recording)) {
    const x = recording.spikes[i];
    if (name === 'v') marks.push({x: x - before, y: recording.spike_v[i]}, {x, y: cell.c});
    else marks.push({x: x - before, y: recording.spike_u[i]}, {x, y: recording.spike_u[i] + cell.d});
  }
  return marks;
}

/** Most resets that one orbit draws; of more, every second, third, ... */
const MOST_JUMPS = 500;

/**
 * The orbit in the phase plane, in order; `jump` marks the point from which a reset leaps.
 * @param {Result} result
 * @param {{from: number, to: number}} window
 */
export function orbitPoints({recording, experiment}, window) {
  const {time, v, u, spikes, spike_v, spike_u} = recording;
  const {c, d} = experiment.cell;
  const before = stepBefore(experiment);
  const points = [];
  let next = 0;
  while (next < spikes.length && spikes[next] < window.from) next += 1;
  const stride = Math.ceil((spikes.length - next) / MOST_JUMPS);
  for (let i = 0; i < time.length; i += 1) {
    while (next < spikes.length && spikes[next] - before <= time[i]) {
      points.push({v: spike_v[next], u: spike_u[next], jump: true}, {v: c, u: spike_u[next] + d});
      next += stride;
    }
    points.push({v: v[i], u: u[i]});
  }
  return points;
}
