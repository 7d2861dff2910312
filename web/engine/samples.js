// engine/samples.js: the samples of runs as lines of text, a piece at a time: in the worker or, where no worker is allowed, in the page.

/** Samples that one call of the core gives; those of the page are few enough not to block it. */
export const AT_ONCE = {worker: 5e5, page: 2e4};
/** Solver steps of one call. */
const BUDGET = {worker: 1e8, page: 2e6};
/** The parts of a ms that a step may be a whole number of. */
const UNITS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];
/** Lines of a piece. */
const LINES = 2e4;

/** A number in the fewest digits that give the same double, with this decimal mark. @param {string} mark @returns {(x: number) => string} */
export const numberWith = (mark) => (mark === '.' ? String : (x) => String(x).replace('.', mark));

/**
 * Samples asked for: `count` of them, at least two, `step` ms apart from the time `from` on; with `spikes`, also the last point
 * before each spike's reset and the first after it; `lead` stands at the start of each line.
 * @typedef {{experiment: Experiment, from: number, step: number, count: number, spikes: boolean, lead: string}} Sampling
 * @typedef {{mark: string, between: string}} Form the decimal mark, and what separates columns
 */

/**
 * Lines of time, v, u and current; at a spike's own points the current is left out. Yields pieces of text, each with the number of
 * samples so far; returns how the run ended.
 * @param {Engine} engine @param {Sampling} asked @param {Form} form @param {'worker' | 'page'} where
 */
export function* linesOf(engine, {experiment, from, step, count, spikes: withSpikes, lead}, {mark, between}, where) {
  const write = numberWith(mark);
  const line = (/** @type {number} */ t, /** @type {number} */ v, /** @type {number} */ u) =>
    lead + write(t) + between + write(v) + between + write(u) + between;
  // A step of few decimals gives times of as few; otherwise they are the core's own.
  const unit = UNITS.find((one) => Math.abs(step * one - Math.round(step * one)) < 1e-9 * Math.round(step * one));
  const at = (/** @type {number} */ i) => from + (unit ? (i * Math.round(step * unit)) / unit : i * step);
  const calls = Math.ceil(count / AT_ONCE[where]);
  let [last, done] = [-Infinity, 0];
  /** @type {string[]} */
  let lines = [];
  /** @type {Ended | undefined} */
  let ended;
  for (let call = 1; call <= calls; call += 1) {
    const end = Math.round((call / calls) * count);
    // A sample twice is better than a window of one.
    const [first, points] = end - done > 1 ? [done, end - done] : [end - 2, 2];
    const window = {from: at(first), to: at(end - 1), points, budget: BUDGET[where]};
    // What comes after the window is not needed; a ms more, since a run may not be as short as a stretch.
    const duration = Math.min(experiment.duration, window.to + 1);
    const recording = engine.simulate({...experiment, duration}, window);
    const {time, v, u, current, spikes, before, spike_v, spike_u, reset_v, reset_u} = recording;
    ended = recording.ended;
    let spike = withSpikes ? spikes.findIndex((one, i) => one >= from && before[i] > last) : -1;
    if (spike < 0) spike = spikes.length;
    for (let i = done - first; i < time.length; i += 1) {
      for (; spike < spikes.length && before[spike] <= time[i]; spike += 1) {
        lines.push(line(before[spike], spike_v[spike], spike_u[spike]));
        lines.push(line(spikes[spike], reset_v[spike], reset_u[spike]));
      }
      // A sample between these two points would lie on neither of them.
      if (!withSpikes || spike === 0 || time[i] >= spikes[spike - 1])
        lines.push(line(unit ? at(first + i) : time[i], v[i], u[i]) + write(current[i]));
      last = time[i];
      if (lines.length < LINES) continue;
      yield {text: `${lines.join('\n')}\n`, done: first + i + 1};
      lines = [];
    }
    done = end;
    if (time.length < points) break;
  }
  if (lines.length) yield {text: `${lines.join('\n')}\n`, done};
  return /** @type {Ended} */ (ended);
}

/** The most samples that are written at once. */
export const AT_MOST = 5e6;

/** @typedef {{experiment: Experiment}[]} Runs */
/** The stretch of a run to be sampled. @param {{experiment: Experiment}} run @param {Range_ | undefined} part */
const stretchOf = ({experiment: {duration}}, part) => ({
  from: Math.min(part?.from ?? 0, duration),
  to: Math.min(part?.to ?? duration, duration),
});

/**
 * The steps in which runs can be sampled, in ms: every run needs two samples, and there is a limit to all. The usual step is that of
 * a fixed-step run, otherwise 0.1 ms.
 * @param {Runs} runs @param {Range_} [part] of their time
 */
export function extentOf(runs, part) {
  const spans = runs
    .map((run) => stretchOf(run, part))
    .map(({from, to}) => to - from)
    .filter((span) => span > 0);
  const {solver} = runs[0].experiment;
  const low = spans.reduce((sum, span) => sum + span, 0) / AT_MOST;
  const high = Math.min(...spans);
  const usual = solver.kind === 'exact' ? 0.1 : solver.dt;
  return {low, high, usual: Math.min(high, Math.max(low, usual))};
}

/**
 * What to ask for so that runs are sampled in equal steps from the start on; a run that has ended by then is left out.
 * @param {Runs} runs @param {{step: number, spikes: boolean, stretch?: Range_, between: string}} how
 * @returns {Sampling[]}
 */
export const samplingsOf = (runs, {step, spikes, stretch, between}) =>
  runs
    .map((run, i) => {
      const {experiment} = run;
      const {from, to} = stretchOf(run, stretch);
      return {
        experiment,
        from,
        step,
        // A step that divides the stretch reaches its end, however it is rounded.
        count: Math.floor((to - from) / step + 1e-6) + 1,
        spikes: spikes && experiment.solver.kind === 'exact',
        lead: runs.length > 1 ? `${i + 1}${between}` : '',
      };
    })
    .filter(({count}) => count > 1);
