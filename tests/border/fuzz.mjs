// fuzz.mjs: the bound functions, as listed in wasm/bound.hpp, and arguments of every shape for them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../support.mjs';

/** Every bound function with the names of its arguments: [{name, args: ['experiment', 'window']}]. */
export const bound = [
  ...readFileSync(join(root, 'wasm/bound.hpp'), 'utf8').matchAll(/each\(Bound<\w+>\{"(\w+)",\s+"([^"]*)"\}\)/g),
].map(([, name, args]) => ({name, args: args ? args.split(', ') : []}));

/** splitmix32, a random generator: a seed repeats its numbers. @param {number} seed */
export function chanceOf(seed) {
  const next = () => {
    seed = (seed + 0x9e3779b9) | 0;
    let z = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  const one = (list) => list[below(list.length)];
  return {next, below, one};
}

const ODD = [
  NaN,
  Infinity,
  -Infinity,
  0,
  -0,
  1,
  -1,
  1e-300,
  5e-324,
  1e308,
  -1e308,
  1e20,
  1e15,
  1e9,
  1e6,
  -1e6,
  0.5,
  70,
];

function junk(chance, depth = 0) {
  const texts = ['', '70', 'NaN', 'x'.repeat(1e5), 'sweep', '__proto__', '\ud800'];
  const simple = [
    () => undefined,
    () => null,
    () => chance.below(2) === 0,
    () => chance.one(ODD),
    () => chance.one(ODD),
    () => chance.one(texts),
    () => 10n,
    () => Symbol('s'),
    () => () => 1,
    () => new Date(0),
  ];
  if (depth > 3 || chance.below(2)) return chance.one(simple)();
  switch (chance.below(7)) {
    case 0:
      return Array.from({length: chance.below(5)}, () => junk(chance, depth + 1));
    case 1:
      return Array.from({length: 3000}, () => chance.one(ODD));
    case 2:
      return new Float64Array(chance.below(5)).map(() => chance.one(ODD));
    case 3:
      return new Array(1e6); // with holes only
    case 4: {
      const loop = {cell: {}};
      loop.cell = loop;
      return loop;
    }
    case 5:
      return new Proxy({}, {get: () => chance.one(ODD), ownKeys: () => ['a', 'a2']});
    default: {
      const keys = ['cell', 'C', 'v', 'u', 'kind', 'from', 'to', 'points', 'start', 'end', 'dt', 'lasting', 'current'];
      const made = {};
      for (let i = chance.below(5); i > 0; --i) made[chance.one(keys)] = junk(chance, depth + 1);
      return made;
    }
  }
}

/** A valid number for a field: the default, a usual one, or an extreme one. */
function numberOf(chance, {hard, usual, initial, optional, name}) {
  if (optional && chance.below(2)) return null;
  const number = chance.one([
    () => initial ?? usual.low,
    () => initial ?? usual.low,
    () => usual.low + chance.next() * (usual.high - usual.low),
    () => usual.low + chance.next() * (usual.high - usual.low),
    () => hard.low,
    () => hard.high,
  ])();
  if (name === 'stimulus') return Math.floor(number);
  return name === 'points' ? Math.floor(Math.min(number, 50)) : number;
}

const structOf = (chance, fields) =>
  Object.fromEntries(
    fields.map((field) => [field.name, field.options ? chance.one(field.options) : numberOf(chance, field)]),
  );

/** A valid experiment: one of a preset, with some parts changed. */
function experimentOf(izh, chance) {
  const {fields} = izh.schema();
  let experiment = chance.one(chance.one(izh.presets()).runs);
  for (let i = chance.below(3); i > 0; --i) {
    const field = chance.one(fields);
    const kindOf = ({kind, fields: inner}) => ({kind, ...structOf(chance, inner)});
    let part;
    if (field.type === 'number') part = numberOf(chance, field);
    else if (field.type === 'list') part = Array.from({length: chance.below(4)}, () => kindOf(chance.one(field.kinds)));
    else if (field.kinds) part = kindOf(chance.one(field.kinds));
    else {
      const inner = chance.one(field.fields);
      part = {[inner.name]: numberOf(chance, inner)};
    }
    experiment = izh.resolve(experiment, {[field.name]: part}).experiment;
  }
  return experiment;
}

const someNumber = (chance) => chance.one([0, 1, 52, 70, 160.2, 346.5, 600, -100, 1e4, 1e-6, 1e6]);
const listOf = (chance, count, of) => Array.from({length: chance.below(count)}, of);

/** Columns that belong together: the same number of values in each. */
function columnsOf(chance, names) {
  const rows = chance.below(5);
  return Object.fromEntries(names.map((name) => [name, Array.from({length: rows}, () => someNumber(chance))]));
}

/** A valid value for each argument, by name; an argument missing here fails the test. */
export const valid = {
  experiment: experimentOf,
  current(izh, chance, whose) {
    if (whose === 'resolve') return chance.below(4) ? experimentOf(izh, chance) : null;
    if (whose === 'resolve_question') return null;
    return someNumber(chance);
  },
  partial: (izh, chance) => (chance.below(2) ? {cell: {a: 0.02}} : {points: 20}),
  partial_2003: (izh, chance) => ({a: 0.02, b: chance.one([-0.1, 0.2, 0.28]), c: -65, d: chance.below(9)}),
  text: (izh, chance) =>
    chance.one([
      'C=100 pF, k = 0,7 nS/mV; vr: \u221260 tau 5',
      "{'a': 0.02, 'b': 0.2, 'c': -65, 'd': 8, 'I': 10}",
      '<izhikevich2007Cell id="x" C="0.1nF" v0="-60mV"/>',
      'C\tk\tvr\n100\t0.7\t-60\n150\tx\t-75',
      'setNeuronParameters(g, 0.02f, 0.2f, -65.0f, 8.0f);',
    ]),
  mark: (izh, chance) => chance.one(['.', ',']),
  name: (izh, chance) => chance.one(['current_range', 'sweep', 'duration_range', 'map_range', 'protocol']),
  parameter: (izh, chance) => chance.one(['current', 'C', 'a', 'vpeak']),
  cell: (izh, chance) => experimentOf(izh, chance).cell,
  stimulus: (izh, chance) => experimentOf(izh, chance).stimulus,
  reset_u: (izh, chance) => listOf(chance, 30, () => someNumber(chance)),
  thresholds: (izh, chance, name) =>
    name === 'compared_verdict'
      ? izh.protocol_thresholds(izh.presets()[0].runs[0], {of: 'from rest', stimulus: null})
      : listOf(chance, 5, () => someNumber(chance)),
  amplitude: (izh, chance) => someNumber(chance),
  search: (izh, chance) => ({duration: chance.one([null, 1e-3, 5, 500, 1e5])}),
  protocol: (izh, chance) => ({of: chance.one(['this run', 'from rest']), stimulus: chance.one([null, 0, 1, 7])}),
  amplitudes: (izh, chance) => listOf(chance, 4, () => someNumber(chance)),
  length: (izh, chance) => chance.one([1e-3, 5, 500, 1e5]),
  window: (izh, chance) => ({points: chance.below(100), budget: chance.one([1, 100, 2e5])}),
  time: (izh, chance) => chance.one([0, 1, 100, 1000]),
  budget: (izh, chance) => chance.one([1, 100, 2e5]),
  spikes(izh, chance) {
    let at = 0;
    return listOf(chance, 40, () => (at += chance.below(8) ? chance.next() * 50 : 0));
  },
  span: (izh, chance) => ({start: chance.next() * 100, end: 100 + chance.next() * 1000}),
  sweep: (izh, chance) => ({...structOf(chance, izh.schema().questions.sweep.fields), from: 0, to: 200}),
  map_range: () => ({from: -100, to: 300, points: 20}),
  duration_range: () => ({from: 1, to: 100, points: 5}),
  current_range: (izh, chance) => structOf(chance, izh.schema().questions.current_range.fields),
  values: (izh, chance) => listOf(chance, 4, () => someNumber(chance)),
  currents: (izh, chance) => listOf(chance, 4, () => someNumber(chance)),
  durations: (izh, chance) => listOf(chance, 4, () => chance.one([1e-3, 0.5, 5, 500, 1e5])),
  hold: (izh, chance) => chance.one([100, 1000, 1e5]),
  down: (izh, chance, whose) =>
    whose === 'diagram'
      ? columnsOf(chance, ['value', 'rate', 'cycle', 'burst_spikes', 'burst_gap', 'undecided'])
      : chance.below(2),
  first: (izh, chance) => chance.one([0, 1, 10]),
  count: (izh, chance) => chance.below(4),
  state: (izh, chance) => ({v: -60, u: someNumber(chance)}),
  lower: (izh, chance) => columnsOf(chance, ['value', 'v', 'u', 'kind']),
  upper: (izh, chance) => columnsOf(chance, ['value', 'v', 'u', 'kind']),
  cycle: (izh, chance) => columnsOf(chance, ['value', 'v_low', 'v_high']),
  up: (izh, chance) => columnsOf(chance, ['value', 'rate', 'cycle', 'burst_spikes', 'burst_gap', 'runs_away']),
  curve: (izh, chance) =>
    columnsOf(
      chance,
      izh
        .tables()
        .fi_curve.map(({name}) => name)
        .filter((name) => !['hold', 'simulated'].includes(name)),
    ),
  drawn: (izh, chance) => ({rate: chance.one(['count', 'last interval', 'steady'])}),
  at: (izh, chance) => chance.one([0, 0, 1, 7]),
  run: (izh, chance) => ({
    count: chance.below(100),
    last_isi: chance.one([null, 0, 147.85, 1e5]),
    pattern: chance.one(['silent', 'tonic', 'runaway']),
    ended: {...valid.ended(), kind: chance.one(['finished', 'out of budget', 'diverged'])},
  }),
  other: (izh, chance) => valid.run(izh, chance),
  edited: (izh, chance) => experimentOf(izh, chance),
  was: (izh, chance) => ({
    first: chance.one([{}, {amplitude: someNumber(chance)}, {reason_id: 'none_below'}]),
    lasting: chance.one([{}, {amplitude: someNumber(chance)}, {amplitude: 346.445353, certain: 0}]),
  }),
  now: (izh, chance) => valid.was(izh, chance),
  from: (izh, chance) => someNumber(chance),
  lasting: (izh, chance) => ({amplitude: chance.one([null, 51.428572, 346.445353, 0, 1e5])}),
  ended: () => ({kind: 'finished', time: 1000, v: -60, u: 0, steps: 100}),
  before: (izh, chance) => valid.spikes(izh, chance),
  reset_v: (izh, chance) => listOf(chance, 30, () => someNumber(chance)),
  moment_question: (izh, chance) => ({
    time: chance.one([null, 0, 100, 1000]),
    past: chance.below(2),
    plane: valid.plane_window(),
    budget: chance.one([1, 100, 2e5]),
  }),
  orbit_part: (izh, chance) => ({to: chance.one([10, 200, 1000]), budget: 1000}),
  duration: (izh, chance) => chance.one([1e-3, 1, 1000, 1e5]),
  rheobase: (izh, chance) => chance.one([51.43, 160, 1e-6, 1e5]),
  found: (izh, chance) => ({lasting: {current: chance.one([51.428572, 346.445353, 0, 1e5])}, saddle_node: 51.428571}),
  plane_window: () => ({v_low: -90, v_high: 40, u_low: -200, u_high: 400, points: 20, arrows: 4}),
};

/** `value` with one thing in it changed, left out or added. */
function spoilt(chance, value) {
  if (Array.isArray(value) && value.length && chance.below(4)) {
    const copy = [...value];
    const at = chance.below(copy.length);
    copy[at] = spoilt(chance, copy[at]);
    return copy;
  }
  if (
    value &&
    typeof value === 'object' &&
    !ArrayBuffer.isView(value) &&
    Object.keys(value).length &&
    chance.below(4)
  ) {
    const key = chance.one(Object.keys(value));
    const {[key]: inner, ...rest} = value;
    if (!chance.below(8)) return rest;
    return {...rest, [chance.below(10) ? key : `${key}x`]: spoilt(chance, inner)};
  }
  return chance.below(2) ? chance.one(ODD) : junk(chance);
}

/** @param {any} value @returns {string} */
function shownOf(value, depth = 0) {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `a text of ${value.length}` : value);
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? '-0' : String(value);
  if (depth > 4) return '...';
  try {
    if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      const some = [...value.slice(0, 20)].map((one) => shownOf(one, depth + 1));
      return `[${some.join(', ')}${value.length > 20 ? `, ... ${value.length} in all` : ''}]`;
    }
    return `{${Object.entries(value)
      .map(([key, one]) => `${key}: ${shownOf(one, depth + 1)}`)
      .join(', ')}}`;
  } catch {
    return 'a proxy';
  }
}

/** Call number `index` of a seed. @param {any} izh @param {number} seed @param {number} index */
export function callOf(izh, seed, index) {
  const chance = chanceOf(Math.imul(seed, 0x9e3779b9) ^ Math.imul(index + 1, 0x85ebca6b));
  const {name, args: names} = bound[index % bound.length];
  let args = names.map((argument) => valid[argument](izh, chance, name));
  const kind = chance.below(10);
  if (kind > 4 && kind < 8 && args.length) {
    const at = chance.below(args.length);
    args[at] = spoilt(chance, args[at]);
  }
  if (kind === 8) args = args.map(() => junk(chance));
  if (kind === 9) args = args.slice(0, chance.below(args.length + 1));
  return {name, args, shown: () => `${name}(${args.map((one) => shownOf(one)).join(', ')})`};
}

/** Where a result contains NaN or an infinite number; '' if nowhere. `resolve` may repeat what it was given. */
export function strange(result, path = '') {
  if (typeof result === 'number') return Number.isFinite(result) ? '' : `result${path} is ${result}`;
  if (typeof result === 'string')
    return /\bNaN\b|\binf\b/.test(result) && !/\.problems\b/.test(path) ? `result${path} says ${result}` : '';
  if (ArrayBuffer.isView(result)) {
    const at = result.findIndex((one) => !Number.isFinite(one));
    return at < 0 ? '' : `result${path}[${at}] is ${result[at]}`;
  }
  if (result === null || typeof result !== 'object') return '';
  for (const [key, one] of Object.entries(result)) {
    const found = strange(one, `${path}.${key}`);
    if (found) return found;
  }
  return '';
}
