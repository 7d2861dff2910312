// border.test.mjs: the shipped wasm, called from JavaScript: the same numbers, names and problems as in C++.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {problems as codes} from '../../build/wasm/texts.mjs';
import {root, wasm} from '../support.mjs';

let izh, defaults;
before(async () => {
  izh = await wasm();
  defaults = izh.resolve(null, null).experiment;
});

const reference = JSON.parse(readFileSync(join(root, 'tests/reference/spike-times.json'), 'utf8'));

/** The experiment of a reference run. */
function experimentOf({parameters: cell, initial, stimulus: {from, to, onset}, duration}) {
  const current =
    from === to
      ? {kind: 'step', amplitude: from, onset, duration: null}
      : {kind: 'ramp', from, to, onset, duration: duration - onset};
  return {cell, initial: {kind: 'at', ...initial}, stimulus: [current], duration, solver: {kind: 'exact'}};
}

const furthest = (a, b) => a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);

// Fails with: samples returned as Float32Array.
test('56 reference runs have every spike in its place when called from JavaScript', () => {
  assert.equal(reference.cases.length, 56);
  for (const one of reference.cases) {
    const {spikes, ended, v, u} = izh.simulate(experimentOf(one), {from: one.duration, points: 1});
    assert.equal(ended.kind, 'finished', one.id);
    assert.equal(spikes.length, one.spikes.length, one.id);
    // The tolerances are those of the core's own test.
    assert.ok(furthest(spikes, one.spikes) <= Math.max(1e-11, 10 * one.half_ulp_floor), one.id);
    assert.ok(Math.abs(v[0] - one.final.v) <= Math.max(1e-11, 10 * one.final_scale * 2 ** -53), one.id);
    assert.ok(Math.abs(u[0] - one.final.u) <= Math.max(1e-10, 100 * one.half_ulp_floor), one.id);
  }
});

// Fails with: a kind written as `type`.
test('a name crosses the border unchanged: the keys of an experiment are the names in the schema', () => {
  const {fields} = izh.schema();
  const names = (list) => list.map(({name}) => name);
  const field = (name) => fields.find((one) => one.name === name);
  assert.deepEqual(Object.keys(defaults), names(fields));
  assert.deepEqual(Object.keys(defaults.cell), ['C', 'k', 'vr', 'vt', 'vpeak', 'a', 'b', 'c', 'd']);
  assert.deepEqual(Object.keys(defaults.cell), names(field('cell').fields));
  for (const part of ['initial', 'solver', 'stimulus'])
    for (const {kind, fields: inner} of field(part).kinds) {
      const value = part === 'stimulus' ? [{kind}] : {kind};
      const {experiment, problems} = izh.resolve(defaults, {[part]: value});
      assert.deepEqual(problems, []);
      const made = part === 'stimulus' ? experiment.stimulus[0] : experiment[part];
      assert.deepEqual(Object.keys(made), ['kind', ...names(inner)]);
      for (const {name, initial} of inner) assert.equal(made[name], initial);
    }
  for (const {name, initial, hard, usual, unit, group} of field('cell').fields) {
    assert.equal(defaults.cell[name], initial);
    assert.ok(hard.low <= usual.low && usual.low <= initial && initial <= usual.high && usual.high <= hard.high, name);
    assert.ok(unit && group, name);
  }
});

test('results have the names and shapes of the contract', () => {
  const recording = izh.simulate(defaults, {points: 11});
  const columns = ['time', 'v', 'u', 'current', 'spikes', 'before', 'spike_v', 'spike_u', 'reset_v', 'reset_u'];
  assert.deepEqual(Object.keys(recording), [...columns, 'ended']);
  for (const name of columns) assert.ok(recording[name] instanceof Float64Array, name);
  assert.deepEqual([...recording.time], [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  assert.deepEqual([...recording.current], [0, ...Array(10).fill(70)]);
  assert.equal(recording.spikes.length, 6);
  assert.deepEqual(Object.keys(recording.ended), ['kind', 'time', 'v', 'u', 'steps']);
  const {kind, time, v, u} = recording.ended;
  assert.deepEqual({kind, time, v, u}, {kind: 'finished', time: 1000, v: recording.v[10], u: recording.u[10]});
  assert.equal(izh.simulate(defaults, null).time.length, 1600);

  const span = izh.stimulus_span(defaults.stimulus, 1000);
  assert.deepEqual(span, {start: 100, end: 1000});
  const measures = izh.measures(recording.spikes, span);
  assert.equal(measures.count, 6);
  assert.equal(measures.latency, recording.spikes[0] - 100);
  assert.ok(measures.isi instanceof Float64Array);
  assert.equal(izh.measures([], span).latency, null);
  assert.deepEqual([...izh.rate_against_current([100, 150], [{kind: 'ramp'}]).current], [62.5]);
  assert.deepEqual([...izh.clipped([{kind: 'step'}, {kind: 'ramp', onset: -5}], 1000)], [1]);

  const RS = Object.fromEntries(izh.closed_forms(defaults.cell).map(({id, value}) => [id, value]));
  assert.equal(RS.input_conductance, 12);
  assert.deepEqual(izh.rest_state(defaults.cell), {v: -60, u: 0});
  // b + k (vt - vr) = -1, so rest is at vt + b/k = -40 - 15/0.7.
  const below = izh.rest_state({...defaults.cell, b: -15});
  assert.ok(Math.abs(below.v - (-40 - 15 / 0.7)) < 1e-12 && Math.abs(below.u - -15 * (20 - 15 / 0.7)) < 1e-10);
  assert.deepEqual(izh.initial_state({...defaults, cell: {...defaults.cell, b: -15}}), below);
  assert.ok(Math.abs(RS.saddle_node_current - 360 / 7) < 1e-12);
  assert.equal(izh.closed_forms({...defaults.cell, b: -14}).find(({id}) => id === 'input_resistance').value, null);
});

test('a threshold crosses with its value, or with the reason why there is none', () => {
  const {single, lasting, saddle_node, certain} = izh.rheobase(defaults, {duration: null});
  assert.ok(Math.abs(single.current - 360 / 7) < 1e-6);
  assert.equal(lasting.reason_id, '');
  assert.ok(Math.abs(saddle_node - 360 / 7) < 1e-12);
  assert.equal(certain, 1);
  // From an independent program: 52.83308 pA for 500 ms.
  const brief = izh.rheobase(defaults, {duration: 500});
  assert.ok(Math.abs(brief.single.current - 52.83308) < 5e-6);
  assert.deepEqual([brief.lasting.current, brief.lasting.reason_id], [null, 'step_ends']);

  const lengths = izh.durations_of({from: 1, to: 100, points: 5});
  assert.deepEqual([lengths.length, lengths[0], lengths[4]], [5, 1, 100]);
  const curve = izh.strength_duration(defaults, lengths);
  assert.ok(curve.current instanceof Float64Array && curve.current.length === 5);
  assert.ok(curve.chronaxie > 0);
  assert.deepEqual([curve.reason_id, curve.left_out], ['', 0]);
  const {kind, exponent, jump, distance, rate} = izh.onset(defaults, izh.rheobase(defaults, {duration: null}));
  assert.deepEqual([kind, jump, distance.length], ['class 1', null, rate.length]);
  assert.ok(Math.abs(exponent - 0.5) < 1e-3);
  assert.equal(izh.integrator_or_resonator(defaults.cell).id, 'integrator');
});

// The thresholds from rest are those of an independent program; for figure 10 they are the note's, which has no spike at
// 242 pA and one at 243 pA.
test('a protocol crosses with its setting, its thresholds, and the run that shows them', () => {
  const protocol = izh.resolve_question('protocol', null, null).value;
  assert.deepEqual(protocol, {of: 'this run', stimulus: null});
  const [run] = izh.presets().find(({id}) => id === 'note-10').runs;
  const {setting, first, lasting} = izh.protocol_thresholds(run, protocol);
  assert.deepEqual(setting, izh.protocol_setting(run, protocol));
  assert.deepEqual([setting.of, setting.stimulus, setting.onset, setting.end], ['this run', 0, 100, null]);
  assert.ok(first.amplitude > 242 && first.amplitude < 243 && first.reason_id === '');
  const shown = izh.protocol_run(run, protocol, first.shown, first.duration);
  assert.deepEqual({...shown, stimulus: [{...shown.stimulus[0], amplitude: 242}]}, run);
  assert.equal(izh.simulate(shown, {points: 0}).spikes.length, 1);
  assert.ok(lasting.amplitude > 346 && lasting.amplitude < 347);
  const curve = izh.protocol_curve(run, protocol, [242, 243], 5000);
  assert.deepEqual([...curve.spikes], [0, 1]);

  const rest = {of: 'from rest', stimulus: null};
  const alone = izh.protocol_thresholds(run, rest);
  assert.ok(Math.abs(alone.first.amplitude - 304.739051) < 1e-6);
  assert.deepEqual(izh.protocol_run(run, rest, 310, 500).initial, {kind: 'rest'});
  assert.deepEqual(izh.steady_protocol(run, rest).initial, {kind: 'rest'});
  const strength = izh.protocol_strength(run, protocol, [1, 10]);
  const part = izh.protocol_step_thresholds(run, protocol, [10], strength.rheobase);
  assert.equal(part.current[0], strength.current[1]);
  assert.equal(izh.strength_run(run, protocol, part.above[0], 10).stimulus[0].duration, 10);
  for (const wrong of [{of: 'yours'}, {stimulus: NaN}, {stimulus: -1}])
    assert.throws(() => izh.protocol_setting(run, {...protocol, ...wrong}), /protocol|argument/);
});

test('presets and findings cross complete, and each of their runs resolves to itself', () => {
  const presets = izh.presets();
  assert.equal(presets[0].id, 'RS');
  assert.ok(presets.length >= 19);
  for (const {id, runs, view} of presets) {
    assert.ok(view.stretches.length > 0, id);
    for (const run of runs) assert.deepEqual(izh.resolve(defaults, run), {experiment: run, problems: []}, id);
  }
  const ids = new Set(presets.map(({id}) => id));
  for (const {id, preset, finds} of izh.findings()) {
    assert.ok(ids.has(preset), id);
    assert.equal(finds.id, `note.${id}`);
    for (const value of finds.args) assert.ok(Number.isFinite(value), id);
  }
});

// Fails with: undefined members taken for null.
test('resolve merges a part into the whole, and undefined members are ignored', () => {
  const {experiment, problems} = izh.resolve(defaults, {cell: {b: 3, C: undefined}, duration: undefined});
  assert.deepEqual(problems, []);
  assert.deepEqual(experiment, {...defaults, cell: {...defaults.cell, b: 3}});
  const other = {...defaults, duration: 500, cell: {...defaults.cell, C: 50}};
  assert.deepEqual(izh.resolve(other, {cell: {C: undefined}, duration: undefined}).experiment, other);
  assert.deepEqual(izh.resolve(experiment, {}).experiment, experiment);
  assert.deepEqual(izh.resolve(experiment, null).experiment, defaults);
  assert.deepEqual(izh.resolve(experiment, JSON.parse(JSON.stringify(defaults))).experiment, defaults);
});

test('an invalid number comes back as a problem with its path, value and range', () => {
  const {experiment, problems} = izh.resolve(defaults, {cell: {C: -100}, stimulus: [{kind: 'step', amplitude: 'x'}]});
  assert.deepEqual(experiment, defaults);
  assert.deepEqual(problems, [
    {
      path: 'cell.C',
      code: 'out_of_range',
      value: -100,
      low: 0.001,
      high: 1e6,
      unit: 'pF',
      options: [],
      steps: 0,
      most_steps: 0,
    },
    {
      path: 'stimulus.0.amplitude',
      code: 'not_a_number',
      value: 'x',
      low: -1e6,
      high: 1e6,
      unit: 'pA',
      options: [],
      steps: 0,
      most_steps: 0,
    },
  ]);
  const code = (partial) => izh.resolve(defaults, partial).problems.map((one) => `${one.path} ${one.code}`);
  assert.deepEqual(code({cell: {d: NaN}}), ['cell.d not_finite']);
  assert.deepEqual(code({cell: {d: -Infinity}}), ['cell.d not_finite']);
  assert.deepEqual(code({cell: {c: 35}}), ['cell.c reset_not_below_peak']);
  assert.deepEqual(code({cell: {a: '0.03'}}), ['cell.a not_a_number']);
  assert.deepEqual(code({cell: {a: ''}}), ['cell.a empty']);
  assert.deepEqual(code({duration: 1e308}), ['duration out_of_range']);
  assert.deepEqual(code({solver: {kind: 'rk4', dt: 1e-5}}), ['solver.dt too_many_steps']);
  assert.deepEqual(code({solver: {kind: 2}}), ['solver.kind unknown_kind']);
  assert.deepEqual(code({colour: 'red'}), ['colour unknown_field']);
  assert.deepEqual(code({stimulus: Array(1001).fill({kind: 'step'})}), ['stimulus too_many']);
  assert.deepEqual(izh.resolve(defaults, {cell: {a: ''}}).problems[0].value, '');
});

/** Everything that is not an experiment, and values that JSON does not have. */
function junk() {
  const cyclic = {cell: {}};
  cyclic.cell.self = cyclic;
  const hydra = {}; // each head leads to all of them again
  for (let i = 0; i < 200; ++i) hydra[`head${i}`] = hydra;
  const deep = {};
  let at = deep;
  for (let i = 0; i < 20000; ++i) at = at.cell = {};
  const list = [];
  list.push(list, list, list, list, list, list, list, list, list);
  return {
    undefined: undefined,
    true: true,
    number: 5,
    NaN: NaN,
    text: 'cell',
    'a long text': 'x'.repeat(1e6),
    'half a character': '\ud800',
    bigint: 10n,
    symbol: Symbol('cell'),
    function: () => ({}),
    class: class Cell {},
    date: new Date(),
    map: new Map([['cell', 1]]),
    promise: Promise.resolve(1),
    regexp: /x/,
    'boxed number': Object(5),
    'typed array': new Float64Array(10),
    buffer: new ArrayBuffer(16),
    view: new DataView(new ArrayBuffer(16)),
    'bigint array': new BigInt64Array(4),
    'list with holes': [, , 1],
    'a list of many': Array(1e5).fill(0),
    'a list of twenty million': new Array(2e7),
    'a list of very many': new Array(4e8),
    'a list as long as can be': new Array(2 ** 32 - 1),
    'a wide object': Object.fromEntries(Array.from({length: 1e5}, (_, i) => [`k${i}`, i])),
    cyclic,
    hydra,
    list,
    deep,
    'no prototype': Object.create(null),
    prototype: JSON.parse('{"__proto__": {"cell": 1}}'),
    'a getter that throws': {
      get cell() {
        throw new Error('no cell here');
      },
    },
    'a proxy that throws': new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('no keys here');
        },
      },
    ),
    null: null,
  };
}

/** Makes a call; returns the result, or the Error thrown. Anything else that is thrown fails the test, and so does a slow call. */
function attempt(name, call) {
  const start = process.cpuUsage(); // processor time, since the machine may be busy with something else
  let result;
  try {
    result = call();
  } catch (error) {
    assert.ok(error instanceof Error, `${name}: threw ${typeof error} ${String(error)}`);
    assert.ok(error.message.length > 3, `${name}: threw an Error without a message`);
    assert.ok(!(error instanceof WebAssembly.RuntimeError), `${name}: crashed with ${error.message}`);
    result = error;
  }
  const {user, system} = process.cpuUsage(start);
  const took = (user + system) / 1000;
  assert.ok(took < 1000, `${name}: took ${took.toFixed(0)} ms`); // 10 ms on an idle machine
  return result;
}

// Fails with: no limit to the number of members read; a list created as long as it claims to be.
test('whatever is not an experiment gives a problem with a known code, or an Error with a message, at once', () => {
  const asks = {
    'resolve it': (x) => izh.resolve(defaults, x),
    'resolve over it': (x) => izh.resolve(x, {}),
    'as cell': (x) => izh.resolve(defaults, {cell: x}),
    'as number': (x) => izh.resolve(defaults, {cell: {C: x}}),
    'as stimulus': (x) => izh.resolve(defaults, {stimulus: x}),
    'as one stimulus': (x) => izh.resolve(defaults, {stimulus: [x]}),
    'as kind': (x) => izh.resolve(defaults, {solver: {kind: x}}),
    'simulate it': (x) => izh.simulate(x, {points: 2}),
    'as window': (x) => izh.simulate(defaults, x),
    'as points': (x) => izh.simulate(defaults, {points: x}),
    'measures of it': (x) => izh.measures(x, {start: 0, end: 1}),
    'measures within it': (x) => izh.measures([], x),
    'rate of it': (x) => izh.rate_against_current(x, []),
    'rate under it': (x) => izh.rate_against_current([1, 2], x),
    'span of it': (x) => izh.stimulus_span(x, 1000),
    'span within it': (x) => izh.stimulus_span([], x),
    'clipped to it': (x) => izh.clipped([], x),
    'closed forms of it': (x) => izh.closed_forms(x),
  };
  const heap = () => izh.memory.buffer.byteLength;
  for (const [ask, call] of Object.entries(asks))
    for (const [name, value] of Object.entries(junk())) {
      const result = attempt(`${ask}: ${name}`, () => call(value));
      // null stands for the default; whatever is left out stays as it is.
      if (result instanceof Error || !result?.problems) continue;
      for (const problem of result.problems)
        assert.ok(codes.includes(problem.code), `${ask}: ${name}: ${problem.code}`);
      const harmless = ['null', 'undefined', 'no prototype', 'date', 'map', 'promise', 'regexp'].concat([
        'boxed number',
        'buffer',
        'view',
        'prototype',
      ]); // objects without own members
      if (ask === 'resolve it' && !harmless.includes(name)) assert.ok(result.problems.length, `${ask}: ${name}`);
    }
  assert.ok(heap() < 200e6, `the heap has grown to ${heap()} bytes`);
  // After all that, the core still works.
  assert.equal(izh.simulate(defaults, {points: 0}).spikes.length, 6);
});

test('a wrong number of arguments is an Error', () => {
  for (const call of [
    () => izh.simulate(),
    () => izh.simulate(defaults),
    () => izh.resolve(defaults),
    () => izh.closed_forms(),
  ])
    assert.throws(call, Error);
});

test("a programmer's mistake is an Error that says what is wrong", () => {
  assert.throws(() => izh.simulate({cell: {C: 0}}, {}), /C = 0 pF/);
  assert.throws(() => izh.simulate({...defaults, solver: {kind: 'rk5'}}, {}), /rk5/);
  assert.throws(() => izh.simulate(defaults, {points: -1}), /points/);
  assert.throws(() => izh.simulate(defaults, {from: 5, to: 1}), /to lies before from/);
  assert.throws(() => izh.measures([2, 1], {start: 0, end: 1}), /measures/);
  assert.throws(() => izh.measures('spikes', {start: 0, end: 1}), /array of numbers/);
});

// Fails with: arrays that are views of wasm memory.
test('arrays belong to the caller', () => {
  const window = {points: 100};
  const first = izh.simulate(defaults, window);
  const kept = Object.fromEntries(Object.entries(first).map(([name, x]) => [name, x.slice ? x.slice() : {...x}]));
  for (const column of Object.values(first)) column.fill?.(-1);
  first.ended.kind = 'spoilt';
  assert.deepEqual(izh.simulate(defaults, window), kept);
  // A larger run makes the memory grow; arrays returned before stay as they are.
  const before = izh.simulate(defaults, window);
  izh.simulate(defaults, {points: 4e6});
  assert.equal(before.v.length, 100);
  assert.deepEqual(before, kept);
  assert.equal(before.v.byteOffset, 0);
  assert.equal(before.v.buffer.byteLength, 800);
  // So do objects.
  izh.presets()[0].runs[0].cell.C = 1;
  assert.equal(izh.presets()[0].runs[0].cell.C, 100);
});

test('arguments are not changed', () => {
  const freeze = (x) => (Object.values(x).forEach((y) => y && typeof y === 'object' && freeze(y)), Object.freeze(x));
  const frozen = freeze(JSON.parse(JSON.stringify(defaults)));
  izh.resolve(frozen, freeze({cell: {b: 4}}));
  izh.simulate(frozen, freeze({points: 5}));
  izh.measures(Object.freeze([1, 2, 3]), freeze({start: 0, end: 10}));
  assert.deepEqual(frozen, defaults);
});

// Fails with: the arguments of a failed call not freed.
test('twenty thousand calls, half of them invalid, leave nothing behind in memory', async () => {
  const fresh = await wasm();
  const calls = [
    () => fresh.simulate(defaults, {points: 50}),
    () => fresh.resolve(defaults, {cell: {b: 3}}),
    () => fresh.resolve(defaults, {cell: {b: 'a text that is too long to be stored in place'}}),
    () => fresh.resolve(defaults, {stimulus: [{kind: 'step'}, {kind: 'nothing of the kind'}]}),
    () => fresh.closed_forms(defaults.cell),
    () => fresh.measures([1, 2, 3], {start: 0, end: 10}),
    () => assert.throws(() => fresh.simulate({cell: {C: -1}}, {}), /C = -1/),
    () => assert.throws(() => fresh.simulate(defaults, {points: -1}), /points/),
    () => assert.throws(() => fresh.measures([3, 2, 1], {start: 0, end: 10}), /ascending/),
    () => assert.throws(() => fresh.measures([1], 'no span'), /each a number/),
  ];
  for (const call of calls) for (let i = 0; i < 100; ++i) call();
  const bytes = fresh.memory.buffer.byteLength;
  for (let i = 0; i < 20000; ++i) calls[i % calls.length]();
  assert.equal(fresh.memory.buffer.byteLength, bytes);
});

// Nothing that a page can ask for blocks it for more than a moment.
test('runs that run away, and the longest runs, end within their budget and say so', () => {
  const ends = (partial, window = {}) => {
    const {experiment, problems} = izh.resolve(defaults, partial);
    assert.deepEqual(problems, []);
    const {ended, spikes, time} = attempt('run', () => izh.simulate(experiment, {points: 1600, ...window}));
    assert.ok(time.length <= 1600);
    return {kind: ended.kind, spikes: spikes.length, steps: ended.steps};
  };
  const runaway = ends({cell: {d: -500, a: 0}, stimulus: [{kind: 'step', amplitude: 200}]});
  assert.equal(runaway.kind, 'too many spikes');
  assert.ok(runaway.spikes > 1000);
  const huge = ends({cell: {C: 0.001}, stimulus: [{kind: 'step', amplitude: 1e6}]});
  assert.notEqual(huge.kind, 'finished');
  assert.ok(huge.spikes > 0);
  const stiff = ends({cell: {a: 100}, duration: 1e5});
  assert.ok(stiff.steps <= 2e5);
  const slow = ends({solver: {kind: 'rk4', dt: 0.001}, duration: 1e4});
  assert.deepEqual({...slow, spikes: 0}, {kind: 'out of budget', spikes: 0, steps: 2e5});
});
