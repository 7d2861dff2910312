// analyses/bifurcation.js: the lasting behaviour of a cell along a sweep, upwards and then downwards.
import {append, portions} from '../engine/steps.js';

/** The shortest time between two parts that are sent of a growing answer, in ms. */
const BETWEEN = 50;

const SWEPT = 'value rate cycle burst_spikes burst_gap edges runs_away slow slow_below undecided'.split(' ');
const AFTER = ['after_value', 'after_u'];
/** Columns without an entry. @param {string[]} names @returns {any} */
const empty = (names) => Object.fromEntries(names.map((name) => [name, []]));

/** @type {AnalysisRecord} */
export default {
  id: 'bifurcation',
  tab: 'bifurcation',
  view: 'bifurcation-view',
  ghosts: true,
  question(choices, {runs, selected}) {
    const {experiment} = runs[selected];
    const suggested = () => choices.engine.suggested_sweep(experiment, 'current');
    return {experiment: choices.steady(experiment), sweep: choices.chosen.sweep ?? suggested()};
  },
  *steps(engine, {experiment, sweep}) {
    const skeleton = engine.bifurcation_skeleton(experiment, sweep);
    const {lower, upper} = skeleton;
    const cycle = empty(['value', 'v_low', 'v_high']);
    const [up, down] = [empty(SWEPT), empty(SWEPT)];
    const [after_up, after_down] = [empty(AFTER), empty(AFTER)];
    const found = () => ({
      skeleton,
      cycle,
      after_up,
      after_down,
      diagram: engine.diagram(sweep, lower, upper, cycle, up, down),
    });
    yield found();
    let sent = performance.now();
    const due = () => {
      if (performance.now() - sent < BETWEEN) return undefined;
      sent = performance.now();
      return found();
    };
    // The downward sweep starts from the state in which the upward one ended.
    let state = {v: 0, u: 0, firing: 0, started: 0, value: 0};
    for (const [back, swept, after] of /** @type {[number, any, any][]} */ ([
      [0, up, after_up],
      [1, down, after_down],
    ])) {
      for (const [first, count] of portions(sweep.points)) {
        const part = engine.sweep_part(experiment, sweep, back, first, count, state);
        state = part.state;
        append(swept, part);
        append(after, part);
        yield due();
      }
    }
    for (const [first, count] of portions(skeleton.cycle.length)) {
      const some = skeleton.cycle.subarray(first, first + count);
      append(cycle, engine.cycle_extent(experiment, sweep, some));
      yield due();
    }
    yield found();
  },
};
