// engine/analyses.js: what takes longer than a frame, cut into parts. Each is a generator over the engine that yields what it has
// so far; it runs in the worker (analysis.js), or here between frames where no worker is allowed. A step that yields nothing has
// nothing new to show, and is a pause.

import {RATE_KINDS, known} from './rates.js';

/** @typedef {(engine: Engine, question: any) => Generator<any, void, void>} Analysis_ */

const CURVE = [
  'current',
  'count_rate',
  'last_rate',
  'steady_rate',
  'first_rate',
  'latency',
  'spikes',
  'count',
  'cycle',
  'silent',
  'followed',
  'course',
  'below',
  'count_known',
  'last_known',
  'steady_known',
];

/**
 * The indices below `count`, coarse to fine, `first` at first and then in portions of `most` at the most: every 2^n-th, then
 * those halfway between, so that what is known is at every moment spread over the whole.
 * @param {number} count @param {number} first @param {number} most @returns {Generator<number[], void, void>}
 */
export function* coarseToFine(count, first, most) {
  let stride = 1;
  while (count > first * stride) stride *= 2;
  let known = 0;
  for (; stride >= 1; stride /= 2) {
    const fresh = [];
    for (let i = 0; i < count; i += stride) if (!known || i % (2 * stride)) fresh.push(i);
    for (let from = 0; from < fresh.length; from += most) yield fresh.slice(from, from + most);
    known += fresh.length;
  }
}

/** Columns that fill up in any order. @param {string[]} names @param {number} count */
function columns(names, count) {
  const known = new Uint8Array(count);
  const all = names.map(() => new Float64Array(count));
  return {
    /** @param {number[]} indices @param {any} found */
    take(indices, found) {
      for (const [at, index] of indices.entries()) {
        known[index] = 1;
        for (const [column, name] of names.entries()) all[column][index] = found[name][at];
      }
    },
    /** What is known, in order. @returns {any} */
    given: () => Object.fromEntries(names.map((name, column) => [name, all[column].filter((_, i) => known[i])])),
  };
}

/** How long a part may take, and how long it must at least be worth, in ms. */
const LONGEST = 10;
const SHORTEST = 4;
/** How long after one part of a growing answer the next is worth sending, in ms. */
const BETWEEN = 50;

/**
 * First and count of the portions of `count` places, sized by how long the last one took.
 * @param {number} count @returns {Generator<[number, number], void, void>}
 */
function* portions(count) {
  let size = 1;
  for (let first = 0; first < count;) {
    const portion = Math.min(size, count - first);
    const began = performance.now();
    yield [first, portion];
    const took = performance.now() - began;
    first += portion;
    if (took < SHORTEST) size *= 2;
    else if (took > LONGEST) size = Math.max(1, size >> 1);
  }
}

/** Adds the columns of `more` to those of `all`, of the same names. @param {any} all @param {any} more */
function append(all, more) {
  for (const [name, column] of Object.entries(all)) column.push(...more[name]);
}

const SWEPT =
  'value rate cycle burst_spikes burst_gap after_value after_u edges runs_away slow slow_below undecided'.split(' ');
/** @returns {any} a direction of a sweep of which nothing is known */
const noSweep = () => Object.fromEntries(SWEPT.map((name) => [name, []]));

/** The f-I curve over a range, as far as it is known. @param {Engine} engine @param {{experiment: Experiment, protocol: Protocol, range: CurrentRange}} asked */
function* swept(engine, {experiment, protocol, range}) {
  const currents = engine.currents_of(range);
  const found = columns(CURVE, currents.length);
  let hold = range.hold;
  for (const portion of coarseToFine(currents.length, 16, 32)) {
    const some = portion.map((index) => currents[index]);
    const part = engine.protocol_curve(experiment, protocol, some, range.hold);
    hold = part.hold;
    found.take(portion, part);
    yield {...found.given(), hold};
  }
}

/** Of its range that a rate may fall again, all in all, and still be said to grow: less than a wiggle, more than one spike of a count. */
const MOST_FALL = 0.2;
/** Whether a rate grows with the current instead of going up and down. @param {ArrayLike<number>} rate */
function grows(rate) {
  const rates = Array.from(rate);
  const fall = rates.reduce((sum, one, i) => sum + Math.max(0, (rates[i - 1] ?? one) - one), 0);
  return fall <= MOST_FALL * (Math.max(...rates) - Math.min(...rates));
}

/** How fast each kind of rate grows above the onset; currents without such a rate do not count. @param {Engine} engine @param {FiCurve} curve @param {number} from */
function gains(engine, curve, from) {
  return Object.fromEntries(
    RATE_KINDS.map((kind) => {
      const {current, rate} = known(curve, kind);
      const above = rate.filter((_, i) => current[i] >= from);
      return [kind, grows(above) ? engine.gain(current, rate, from) : null];
    }),
  );
}

/**
 * How the rate begins, about a steady current: in the state at the onset where a protocol has lasting firing, its currents
 * then those of the step alone; else from rest (`own` tells).
 * @param {Engine} engine @param {Experiment} experiment @param {Protocol} protocol @param {ProtocolThresholds} found
 */
function beginning(engine, experiment, protocol, {setting, lasting, saddle_node}) {
  const none = {current: null, reason_id: '', reason: '', runs_away_from: null};
  const own = setting.of === 'from rest' || lasting.amplitude !== null;
  if (lasting.amplitude === null) {
    const rest = engine.steady_protocol(experiment, {of: 'from rest', stimulus: null});
    return {own, onset: engine.onset(rest, engine.rheobase(rest, {duration: null}))};
  }
  const current = lasting.total ?? lasting.amplitude;
  const rheobase = {single: none, lasting: {...none, current}, saddle_node, text: ''};
  const onset = engine.onset(engine.steady_protocol(experiment, protocol), rheobase);
  return {own, onset: {...onset, current: onset.current === null ? null : onset.current - setting.background}};
}

/** By kind. @type {Record<string, Analysis_>} */
export const analyses = {
  /** What separates firing from rest. Asked {cell, current, window}. */
  *boundary(engine, {cell, current, window}) {
    yield engine.boundary(cell, current, window);
  },
  /** Rates over a range of amplitudes, coarse to fine, beside the closed forms. Asked {experiment, protocol, range}. */
  *fi(engine, asked) {
    const forms = engine.closed_forms(asked.experiment.cell);
    for (const curve of swept(engine, asked)) yield {curve, forms};
  },

  /** Where firing begins, how it begins, and how the rate grows from there over a range. Asked {experiment, protocol, range}. */
  *onset(engine, asked) {
    const {experiment, protocol} = asked;
    const thresholds = engine.protocol_thresholds(experiment, protocol);
    yield {thresholds};
    const found = {thresholds, ...beginning(engine, experiment, protocol, thresholds)};
    yield found;
    const from = thresholds.lasting.amplitude;
    if (from === null) return;
    let whole;
    for (whole of swept(engine, asked)) yield;
    yield {...found, gains: gains(engine, whole, from)};
  },

  /** The smallest amplitudes that make it fire, beside the closed forms. Asked {experiment, protocol}. */
  *rheobase(engine, {experiment, protocol}) {
    const forms = engine.closed_forms(experiment.cell);
    yield {forms};
    yield {forms, found: engine.protocol_thresholds(experiment, protocol)};
  },

  /** The threshold of a brief step against its length, coarse to fine. Asked {experiment, protocol, range}. */
  *strength(engine, {experiment, protocol, range}) {
    const lengths = engine.durations_of(range);
    // What both ends say, with the rheobase and the chronaxie, is all that is to be said; the others only draw it.
    const ends = engine.protocol_strength(experiment, protocol, [lengths[0], lengths[lengths.length - 1]]);
    if (ends.rheobase === null) return yield ends;
    const found = columns(['duration', 'current', 'above'], lengths.length);
    for (const portion of coarseToFine(lengths.length, 4, 8)) {
      const some = portion.map((index) => lengths[index]);
      const part = engine.protocol_step_thresholds(experiment, protocol, some, ends.rheobase);
      // Where no current is strong enough, a length is left out.
      const kept = portion.filter((index) => part.duration.includes(lengths[index]));
      found.take(kept, part);
      yield {...ends, ...found.given()};
    }
  },

  /** From one state after a spike to the next. Asked {cell, current, range}. */
  *map(engine, {cell, current, range}) {
    yield engine.after_spike_map(cell, current, range);
  },
  /** What a cell does for good along a sweep, upwards and then downwards. Asked {experiment, sweep}. */
  *bifurcation(engine, {experiment, sweep}) {
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
    // Downwards it goes on from where it got upwards.
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
