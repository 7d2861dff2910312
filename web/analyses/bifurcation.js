// analyses/bifurcation.js: the lasting behaviour of a cell along a sweep, upwards and then downwards.
import {append, portions} from '../engine/steps.js';

/** The shortest time between two parts that are sent of a growing answer, in ms. */
const BETWEEN = 50;

const SWEPT =
  'value rate cycle burst_spikes burst_gap after_value after_u edges runs_away slow slow_below undecided'.split(' ');
/** @returns {any} one direction of a sweep, still empty */
const noSweep = () => Object.fromEntries(SWEPT.map((name) => [name, []]));

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
    const cycle = {value: [], v_low: [], v_high: []};
    const found = {skeleton, up: noSweep(), down: noSweep(), firing: /** @type {SweptFiring | null} */ (null), cycle};
    const {up, down: back} = found;
    yield found;
    let sent = performance.now();
    const due = () => {
      if (performance.now() - sent < BETWEEN) return undefined;
      sent = performance.now();
      return found;
    };
    // The downward sweep starts from the state in which the upward one ended.
    let state = {v: 0, u: 0, firing: 0, started: 0, value: 0};
    for (const [down, columns] of /** @type {[number, any][]} */ ([
      [0, found.up],
      [1, found.down],
    ])) {
      for (const [first, count] of portions(sweep.points)) {
        const part = engine.sweep_part(experiment, sweep, down, first, count, state);
        state = part.state;
        append(columns, part);
        if (down) found.firing = engine.swept_firing(up.value, up.rate, up.edges, back.value, back.rate, back.edges);
        yield due();
      }
    }
    for (const [first, count] of portions(skeleton.cycle.length)) {
      const some = skeleton.cycle.subarray(first, first + count);
      append(found.cycle, engine.cycle_extent(experiment, sweep, some));
      yield due();
    }
    yield found;
  },
};
