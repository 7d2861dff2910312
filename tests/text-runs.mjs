// text-runs.mjs: results of the core that contain texts: for every preset, for everything people get wrong, and for seeded
// random cells, so that every text of the core occurs.

/** A seeded sequence of random numbers from 0 to 1 (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random element of a list. */
const part = (next, list) => list[Math.floor(next() * list.length)];

/** What people may type into a field. */
const WRONG = ['', 'abc', '1,234.5', Infinity, -Infinity, NaN, 1e12, -1e12, null, [], {}, true];

/** Every problem: each field with each wrong value, and problems that do not belong to a single field. */
export function* refusals(engine) {
  const experiment = engine.presets()[0].runs[0];
  const nest = (path, value) => path.split('.').reduceRight((inner, key) => ({[key]: inner}), value);
  const at = {initial: {kind: 'at', v: 0, u: 0}};
  const rk4 = {solver: {kind: 'rk4', dt: 0.1}};
  const wrongIn = function* (partial) {
    for (const value of WRONG) yield engine.resolve(experiment, partial(value));
  };
  for (const name of Object.keys(experiment.cell)) yield* wrongIn((value) => nest(`cell.${name}`, value));
  for (const name of ['cell', 'initial', 'stimulus', 'duration', 'solver'])
    yield* wrongIn((value) => ({[name]: value}));
  for (const name of ['v', 'u']) yield* wrongIn((value) => ({initial: {...at.initial, [name]: value}}));
  yield* wrongIn((dt) => ({solver: {...rk4.solver, dt}}));
  for (const [kind, names] of [
    ['step', ['amplitude', 'onset', 'duration']],
    ['ramp', ['from', 'to', 'onset', 'duration']],
  ])
    for (const name of names) yield* wrongIn((value) => ({stimulus: [{kind: 'step'}, {kind, [name]: value}]}));
  for (const partial of [
    {cell: {c: 40}},
    {cell: {vpeak: -70}},
    {...rk4, duration: 0.01},
    {solver: {kind: 'rk4', dt: 5000}, duration: 100},
    {solver: {kind: 'rk4', dt: 1e-5}, duration: 1000},
    {stimulus: [{amplitude: 1}]},
    {stimulus: [{kind: 'sine'}]},
    {stimulus: [7]},
    {stimulus: Array.from({length: 1001}, () => ({kind: 'step'}))},
    {initial: {kind: 'there'}},
    {solver: {kind: 'heun'}},
    {cell: {q: 1}},
    {colour: 1},
    {stimulus: [{kind: 'step', width: 1}]},
  ])
    yield engine.resolve(experiment, partial);
  // What is not taken from a pasted text, and what is wrong with the text as a whole.
  for (const text of ['C = 5 mV, k = 1, k = 2, tau = 3', '', 'C'.repeat(7e4)]) {
    const {cells, problems} = engine.read_cells(experiment, text, '.');
    yield {problems: [...problems, ...cells.flatMap(({left_out}) => left_out)]};
  }
  const stepped = engine.resolve(experiment, {solver: {kind: 'rk4', dt: 1}, duration: 100}).experiment;
  for (const partial of [
    {duration: 0.01},
    {solver: {dt: 5000}},
    {solver: {dt: 1e-6}},
    {duration: 1e5, solver: {dt: 1e-3}},
  ])
    yield engine.resolve(stepped, partial);
  const fine = engine.resolve(experiment, {solver: {kind: 'rk4', dt: 1e-3}, duration: 1000}).experiment;
  yield engine.resolve(fine, {duration: 1e5});
  for (const [name, {fields}] of Object.entries(engine.schema().questions))
    for (const field of fields) {
      const current = engine.resolve_question(name, null, null).value;
      for (const value of [...WRONG, 'all', 2.5]) yield engine.resolve_question(name, current, {[field.name]: value});
      for (const value of [-1e5, 1e5, current.from, current.to]) {
        yield engine.resolve_question(name, current, {[field.name]: value});
        yield engine.resolve_question(name, current, {from: value, to: value});
      }
    }
}

/** A cell not far from one of the known ones, or sometimes far from it. */
function anyCell(next, known) {
  const base = known[Math.floor(next() * known.length)];
  const wide = next() < 0.3 ? 3 : 0.7;
  const times = (x) => x * 10 ** ((next() - 0.5) * wide);
  const cell = {
    C: times(base.C),
    k: times(base.k),
    vr: base.vr + 20 * (next() - 0.5),
    vt: base.vt + 20 * (next() - 0.5),
    vpeak: base.vpeak + 40 * (next() - 0.5),
    a: next() < 0.08 ? 0 : times(base.a),
    b: next() < 0.2 ? -times(base.b) : times(base.b),
    c: base.c + 20 * (next() - 0.5),
    d: next() < 0.1 ? -times(base.d) : times(base.d),
  };
  if (next() < 0.05) cell.vt = cell.vr - 5;
  if (next() < 0.05) cell.b = -cell.k * (cell.vt - cell.vr);
  if (next() < 0.05) cell.b = 0;
  if (next() < 0.05) cell.vpeak = cell.vt - 3;
  return cell;
}

/** The texts about one run. */
function* ofRun(engine, experiment) {
  const {cell} = experiment;
  const {recording, measures, pattern, headline, currents, verdict} = engine.study(experiment, {
    points: 2,
    budget: 2e5,
  });
  yield [pattern, headline, measures, engine.resting(cell), verdict];
  yield engine.step_response(experiment);
  yield engine.steady_train(experiment, recording.spikes, recording.reset_u, currents.last);
  yield engine.closed_forms(cell);
  yield engine.integrator_or_resonator(cell);
}

/** The text about its map from spike to spike, which takes longest. */
const mapped = (engine, {cell}, current) =>
  engine.after_spike_map(cell, current, {...engine.suggested_map_range(cell, current, []), points: 20});

const WINDOW = {v_low: -100, v_high: 50, u_low: -500, u_high: 1000, points: 10, arrows: 0};

/** The texts about a cell under one steady current. */
function* underCurrent(engine, experiment, current) {
  const {cell} = experiment;
  yield engine.phase_plane(cell, current, WINDOW);
  yield engine.boundary(cell, current, WINDOW);
}

/** A resonator with a low threshold, which fires when released from hyperpolarization. */
const RESONATOR = {C: 20, k: 1, vr: -55, vt: -40, vpeak: 25, a: 0.03, b: 20, c: -55, d: 50};

/** Runs whose current changes during or before firing, and trains that run away. */
function* changing(engine, base) {
  const step = (amplitude, onset, duration) => ({kind: 'step', amplitude, onset, duration});
  for (const stimulus of [
    [step(300, 0, 500), step(60, 500, null)],
    [step(300, 0, 500), step(1, 500, null)],
    [step(70, 0, null), step(200, 800, 200)],
    [{kind: 'ramp', from: 100, to: 200, onset: 0, duration: 1000}],
    Array.from({length: 9}, (_, i) => step(2000, 100 * i, 5)),
    [step(100, 0, 500), step(53, 500, null)],
  ])
    yield* ofRun(engine, {...base, stimulus, duration: 1000});
  const released = [step(-300, 100, 100), step(-600, 200, 300)];
  yield* ofRun(engine, {...base, cell: RESONATOR, stimulus: released, duration: 800});
  for (const solver of [{kind: 'exact'}, {kind: 'euler', dt: 0.5, edge: 'at'}])
    for (const duration of [60, 300, 1000])
      yield* ofRun(engine, {...base, cell: {...base.cell, d: -400}, stimulus: [step(60, 0, null)], duration, solver});
}

/** Runs without a spike, and with a single one, of which the headline says more than the pattern. */
function* headlines(engine, presets) {
  const [rs, ib] = presets.map(({runs}) => runs[0]);
  const step = (amplitude, onset, duration) => [{kind: 'step', amplitude, onset, duration}];
  const above = {kind: 'at', v: -30, u: 0};
  for (const [run, changes, budget] of [
    [rs, {stimulus: step(-50, 100, 500)}], // falls all the way
    [ib, {stimulus: step(-50, 100, 500)}], // comes back by itself, and too far when released
    [ib, {stimulus: step(-50, 100, 5)}], // only when released
    [ib, {stimulus: step(20, 100, 500), duration: 601}], // only during the step
    [rs, {stimulus: step(20, 100, null)}],
    [rs, {}, 1],
    [rs, {initial: above, stimulus: []}],
    [rs, {initial: above, stimulus: step(0, 500, null)}],
    [rs, {stimulus: step(200, 100, 40)}],
  ])
    yield engine.study({...run, ...changes}, {points: 2, budget: budget ?? 2e5}).headline;
}

/** Runs compared with others: with more spikes or fewer, other intervals, another pattern, and one that was not followed. */
function* comparisons(engine) {
  const ended = {kind: 'finished', time: 1000, v: -60, u: 0, steps: 0};
  const run = {count: 6, last_isi: 147.85, pattern: 'tonic', ended};
  for (const other of [
    {...run, count: 4, last_isi: 150, pattern: 'adapting'},
    {...run, count: 8, last_isi: 100},
    {...run, ended: {...ended, kind: 'out of budget', time: 250}},
    run,
  ])
    yield engine.comparison(run, other).text;
}

/** Edits of a cell: of each parameter, of two at once, and of a and C across b = a C; with the thresholds found, and without. */
function* effects(engine, [rs, ib]) {
  const step = [{kind: 'step', amplitude: 400, onset: 100, duration: null}];
  const found = (first, lasting) => ({first: {amplitude: first}, lasting: {amplitude: lasting}});
  const still = {a: 0};
  for (const {runs} of [rs, ib]) {
    const run = (/** @type {any} */ cell) => ({...runs[0], cell: {...runs[0].cell, ...cell}, stimulus: step});
    for (const [was, now] of [
      ...[{b: -1}, {k: 1.4}, {k: 0.35}, {vr: -70}, {vt: -42}, {b: 2, k: 1}, {C: 120}, {a: 0.02}, {a: 0.05}].map(
        (one) => [{}, one],
      ),
      ...[{c: -58}, {d: 50}, {vpeak: 30}, still].map((one) => [{}, one]),
      [{a: 0.05}, {}],
      [still, {}],
      [still, {...still, b: 3}],
      [{}, {b: -26}],
    ])
      for (const [one, other] of [
        [{}, {}],
        [found(300, 340), found(290, 330)],
        [found(300, 340), found(300, 340)],
        [found(300, 300), found(290, 290)],
        [found(300, null), found(290, null)],
        [found(300, null), found(300, null)],
      ])
        yield engine.edit_effect(run(was), run(now), one, other);
    yield engine.critical_parameters(runs[0].cell);
  }
}

/** Trains under a steady current of which runs hardly ever consist. */
function* measured(engine, base) {
  const run = (/** @type {number} */ duration) => ({
    ...base,
    stimulus: [{kind: 'step', amplitude: 70, onset: 0, duration: null}],
    duration,
  });
  for (const [isi, kind] of [
    [[50, 30, 30], 'finished'],
    [[30, 50, 37, 61, 28, 44, 33, 58], 'finished'],
    [[30, 30, 30], 'out of budget'],
    [[30, 30, 30], 'diverged'],
  ]) {
    const spikes = [10];
    for (const one of isi) spikes.push(spikes[spikes.length - 1] + one);
    const time = spikes[spikes.length - 1] + 5;
    const ended = {kind, time, v: -60, u: 0, steps: 100};
    yield engine.run_measures(
      run(time),
      spikes,
      spikes.map(() => 0),
      ended,
    );
  }
  // Every second u comes nearer by a quarter to its own limit.
  const u = Array.from({length: 24}, (_, n) => (n % 2 ? 200 : 100) + 40 * 0.75 ** Math.floor(n / 2));
  yield engine.steady_train(
    run(1000),
    u.map(() => 500),
    u,
    70,
  );
}

/** Every course of a train, for every rate that a curve draws. */
function* points(engine) {
  const one = (/** @type {number} */ x) => [x];
  const known = {current: one(70), count_rate: one(6.5), last_rate: one(6.75), steady_rate: one(7), first_rate: one(8)};
  const seen = {latency: one(20), spikes: one(60), count: one(6), cycle: one(2), silent: one(0), followed: one(5000)};
  const rates = {count_known: one(1), last_known: one(1), steady_known: one(1), below: one(0.25)};
  const curve = {...known, ...seen, ...rates, hold: 900, simulated: 60};
  const none = {count_known: one(0), last_known: one(0)};
  for (const rate of ['count', 'last interval', 'steady'])
    for (let course = 0; course < engine.tables().course.length; course += 1)
      for (const more of [{}, none, {first_rate: one(0)}, {spikes: one(0)}, {spikes: one(0), silent: one(1)}])
        yield engine.fi_point({...curve, course: one(course), ...more}, {rate}, 0);
}

/** What thresholds are asked of, and what is found. */
function* protocols(engine, presets) {
  const step = (amplitude, onset, duration) => ({kind: 'step', amplitude, onset, duration});
  const [rs, ib, ch] = presets.map(({runs}) => ({...runs[0], initial: {kind: 'rest'}}));
  const asked = (run, changes, stimulus = null) => [
    {...run, ...changes},
    {of: 'this run', stimulus},
  ];
  const euler = {kind: 'euler', dt: 1, edge: 'at'};
  const weak = {C: 133, k: 0.6674675085, vr: -60.27870988, vt: -47.12115298, vpeak: 0.5867101945, a: 0.004344768788, b: 15.6605335, c: -60.13981458, d: -30}; // prettier-ignore
  for (const [run, protocol] of [
    ...[rs, ib, ch].map((run) => [run, {of: 'from rest', stimulus: null}]),
    asked(ib, {stimulus: [step(70, 100, null)]}),
    asked(ch, {stimulus: [step(70, 100, null)]}),
    asked(ch, {stimulus: [step(70, 100, null)], solver: euler}),
    asked(rs, {stimulus: [step(30, 500, null), step(30, 0, null)]}),
    asked(rs, {stimulus: [step(30, 500, null), step(30, 0, null)]}, 1),
    asked(rs, {stimulus: [step(30, 500, null), step(60, 0, null)]}),
    asked(rs, {stimulus: [step(70, 100, 50)]}),
    asked(rs, {stimulus: [step(70, 100, 1e-3)]}),
    asked(rs, {stimulus: []}),
    asked(rs, {stimulus: [{kind: 'ramp', from: 0, to: 50, onset: 0, duration: 500}]}),
    asked(rs, {stimulus: [step(70, 1000, null)], duration: 1000}),
    asked(rs, {stimulus: [step(70, 100, null)], cell: {...rs.cell, d: -1000}}),
    asked(rs, {stimulus: [step(70, 100, null)], cell: {...rs.cell, d: -1e5}, initial: {kind: 'at', v: 40, u: 0}}),
    asked(rs, {
      stimulus: [step(70, 100, null)],
      cell: {...rs.cell, b: -20},
      initial: {kind: 'at', v: rs.cell.vr, u: 0},
    }),
    asked(rs, {stimulus: [step(70, 0, null)], cell: weak}),
    asked(rs, {stimulus: [step(70, 0, null)], cell: {...rs.cell, C: 1e5}}), // a spike takes minutes just above
  ]) {
    yield engine.protocol_setting(run, protocol);
    const thresholds = engine.protocol_thresholds(run, protocol);
    yield thresholds;
    if (run === ib || run.cell === ch.cell) yield engine.protocol_onset(run, protocol, thresholds.lasting);
    const {duration, text, none} = engine.protocol_strength(run, protocol, [10]);
    yield duration.length ? text : none;
  }
}

/** A diagram swept in one part in each direction. */
function diagram(engine, experiment, sweep) {
  const {lower, upper} = engine.bifurcation_skeleton(experiment, sweep);
  const start = {v: 0, u: 0, firing: 0, started: 0, value: 0};
  const up = engine.sweep_part(experiment, sweep, 0, 0, sweep.points, start);
  const down = engine.sweep_part(experiment, sweep, 1, 0, sweep.points, up.state);
  return engine.diagram(sweep, lower, upper, {}, up, down);
}

/** The verdict on a run with the thresholds that it asks for. @param {any} engine @param {any} experiment @param {number} [budget] */
export function fullVerdict(engine, experiment, budget = 2e5) {
  const {spikes, reset_u, ended} = engine.simulate(experiment, {points: 0, budget});
  const once = engine.run_verdict(experiment, spikes, reset_u, ended);
  if (!once.pending) return once;
  const protocol = {of: once.asks === null ? 'from rest' : 'this run', stimulus: once.asks};
  const thresholds = engine.protocol_thresholds(experiment, protocol);
  return engine.compared_verdict(experiment, spikes, reset_u, ended, thresholds);
}

/** Verdicts on runs of each kind. */
export function* verdicts(engine) {
  const [RS, IB, CH] = engine.presets().slice(0, 3);
  const step = (amplitude, onset = 100, duration = null) => ({kind: 'step', amplitude, onset, duration});
  const ramp = (from, to, duration = 1000) => ({kind: 'ramp', from, to, onset: 0, duration});
  const run = ({runs}, stimulus, more = {}) =>
    engine.resolve(runs[0], {initial: {kind: 'rest'}, stimulus, ...more}).experiment;
  const rk4 = {solver: {kind: 'rk4', dt: 0.5}};
  const at = (v, u) => ({initial: {kind: 'at', v, u}});
  // Published cells (tests/reference/hippocampome.json) that stop, fire in doublets, and speed up.
  const stops = {
    C: 590,
    k: 3.127880528,
    vr: -69.58985793,
    vt: -52.97450984,
    vpeak: 34.30228664,
    a: 0.00251506395,
    b: 10.11732957,
    c: -58.61608319,
    d: 18,
  };
  const doublets = {
    C: 254,
    k: 2.35984164,
    vr: -63.33385859,
    vt: -47.61631265,
    vpeak: 10.70070768,
    a: 0.008734647376,
    b: 17.55937833,
    c: -50.7816747,
    d: 40,
  };
  const speeds = {
    C: 45,
    k: 0.9951729,
    vr: -57.506126,
    vt: -23.378766,
    vpeak: 18.454934,
    a: 0.0038461864,
    b: 9.2642765,
    c: -47.555661,
    d: -6,
  };
  // One that rest attracts from afar, so that a fast ramp carries it past.
  const granule = {
    C: 38.0,
    k: 0.4471817007,
    vr: -77.40291336,
    vt: -44.90054428,
    vpeak: 15.48972677,
    a: 0.003279941004,
    b: 24.47842199,
    c: -66.46563513,
    d: 50.0,
  };
  // At rest under 346 pA, within the cycle that bounds its basin.
  const held = (more) => run(IB, [step(more), step(346, 0)], {...at(-59.7894, 76.053), duration: 3000});
  for (const one of [
    ...[20, 51.4, 360 / 7, 51.5, 53, 70, 200].map((amplitude) => run(RS, [step(amplitude)])),
    ...[300, 320, 346.6, 347, 600].map((amplitude) => run(IB, [step(amplitude)])),
    ...[150, 158, 160.16, 200, 500, 800].map((amplitude) => run(CH, [step(amplitude)])),
    run(RS, [step(51.5)], {duration: 5000}),
    run(RS, [step(400)], {duration: 115}),
    run(RS, [step(60)], {duration: 400}),
    run(IB, [step(-300, 1000, 500), step(340, 0)], {duration: 2500}),
    ...[-100, -300, -900].map((amplitude) => run(IB, [step(amplitude, 100, 200)], {cell: RESONATOR})),
    ...[40, 52, 53, 54.4, 100, 200].map((amplitude) => run(RS, [step(amplitude, 100, 500)])),
    ...[300, 435, 600].map((amplitude) => run(RS, [step(amplitude, 100, 5)])),
    run(RS, [step(30, 0), step(30, 500)]),
    run(RS, []),
    run(IB, []),
    ...[40, 60, 250].map((to) => run(RS, [ramp(0, to)])),
    run(RS, [ramp(200, 0)]),
    run(IB, [ramp(600, 0)]),
    run(IB, [ramp(0, 400, 50_000)], {duration: 50_000}),
    run(IB, [ramp(600, 0, 50_000)], {duration: 50_000}),
    run(RS, [{...ramp(0, 100, 100), onset: 10}, step(80)]),
    ...[51.4, 70].map((amplitude) => run(RS, [step(amplitude)], rk4)),
    run(IB, [step(320)], rk4),
    run(CH, [step(158)], rk4),
    run(RS, [], at(-40.6, 0)),
    run(RS, [], at(-40.5, 0)),
    run(RS, [], at(50, 0)),
    run(IB, [], at(-120, -600)),
    run(IB, [step(347, 0)], at(-59.3, 77)),
    run(
      RS,
      [0, 1, 2].map((i) => step(600, 100 + 150 * i, 5)),
    ),
    run(RS, [step(100, 0, 300), step(20, 300, 300), step(60, 600)], {duration: 2000}),
    run(RS, [step(100, 0, 30), step(20, 300, 30), step(60, 600, 20)]),
    run(RS, [step(70)], {cell: {a: 0.001, d: -50}}),
    run(RS, [step(200)], {cell: {a: 0}}),
    run(RS, [step(1e6)], {cell: {C: 0.001}}),
    run(RS, [step(300)], {cell: stops}),
    run(RS, [step(400)], {cell: doublets}),
    run(RS, [step(800)], {cell: speeds}),
    held(1),
    held(1.6),
    run(IB, [step(347)], {duration: 400}),
    run(CH, [step(162)], {duration: 300}),
    run(CH, [step(458)], {duration: 400}),
    run(RS, [ramp(0, 1000, 50)], {cell: granule, duration: 100}),
    run(RS, [ramp(1035, 0, 50)], {cell: granule, duration: 50}),
    run(RS, [step(-1e6)], {solver: {kind: 'rk4', dt: 5}}),
    run(RS, [step(1e5)], {cell: {a: 100, b: 1e5}, duration: 1e5}),
    run(RS, [step(1e6)], {cell: {vpeak: 1e4, b: -1e5, a: 50}}),
  ])
    yield fullVerdict(engine, one);
}

/** Sweeps and curves that random cells hardly ever give, from made-up columns. */
function* madeUp(engine, base) {
  // Only above I_SN = 51.43 pA.
  yield engine.bifurcation_skeleton(base, {parameter: 'current', current: 0, from: 60, to: 400, points: 5});
  const sweep = {parameter: 'b', current: 70, from: 1, to: 4, points: 4};
  const part = (value, rate, edges = [], more = {}) => {
    const none = value.map(() => 0);
    return {value, rate, edges, cycle: none, burst_spikes: none, burst_gap: none, ...more};
  };
  const [up, down] = [
    [1, 2, 3, 4],
    [4, 3, 2, 1],
  ];
  const [rests, fires] = [up.map(() => 0), up.map(() => 5)];
  for (const [one, other] of [
    [part(up, rests), part(down, fires)],
    [part(up, [5, 0, 0, 0], [1.5, 1.5, 0]), part(down, [0, 0, 0, 5], [1, 2, 0])],
    [part(up, [0, 5, 5, 0], [1.2, 1.3, 1, 3.5, 3.5, 0]), part(down, [0, 5, 5, 0], [3.5, 3.5, 0, 1.5, 1.5, 1])],
    [{undecided: [1, 2]}, {}],
    [{slow: [1, 2], slow_below: [0.001, 0.002]}, {}],
    [{undecided: [1]}, part([4, 3], [5, 0], [3.5, 3.5, 1])],
    [part([1, 2], [0, 0], [], {runs_away: [3, 4]}), {}],
    [part([1, 2], [5, 5], [], {runs_away: [3]}), {}],
    [part(up, fires, [], {burst_spikes: [2, 0, 0, 3], burst_gap: [70, 0, 0, 50]}), {}],
  ])
    yield engine.diagram(sweep, {}, {}, {}, one, other);
  const curve = {current: [1, 2], course: [0, 0], below: [0, 0], spikes: [0, 0], silent: [0, 0], followed: [100, 200]};
  for (const more of [{}, {silent: [1, 1]}, {below: [0, 0.001]}, {course: [4, 0]}, {course: [4, 4]}])
    yield engine.fi_summary({...curve, ...more});
}

/** The texts that need searches. */
function* searched(engine, experiment, next) {
  const steady = {...experiment, stimulus: [], solver: {kind: 'exact'}};
  const rheobase = engine.rheobase(steady, {duration: null});
  yield engine.onset(steady, rheobase);
  yield rheobase;
  yield engine.onset(steady, engine.rheobase(steady, {duration: 5}));
  yield engine.strength_duration(steady, [1, 10, 100]);
  for (const parameter of ['current', part(next, ['C', 'k', 'a'])]) {
    const sweep = {...engine.suggested_sweep(steady, parameter), points: 5};
    yield engine.bifurcation_skeleton(steady, sweep);
    // As far as a sweep may go, where many cells become invalid.
    yield engine.bifurcation_skeleton(steady, {...sweep, from: -100, to: 100});
    yield diagram(engine, steady, sweep);
    yield engine.fi_summary(engine.fi_curve(steady, [20, 60, 400], 500));
  }
}

/** A range of u that shows the whole map. */
const WIDE = {from: -1000, to: 1000, points: 40};

/** The texts about cells that hardly ever occur at random: rest at the peak, u that never moves, steps that do not last. */
function* rare(engine, base) {
  const withCell = (cell) => ({...base, cell: {...base.cell, ...cell}, stimulus: []});
  // Rest that is lost at vpeak, that rings or grows, and cells whose threshold is below their rest.
  for (const cell of [
    {c: -65, vpeak: -55},
    ...[5, 8, 10, 50].map((b) => ({vt: -70, b})),
    ...[-60, -70].map((vt) => ({a: 0, vt})),
  ]) {
    yield engine.closed_forms(withCell(cell).cell);
    yield engine.resting(withCell(cell).cell);
    yield engine.integrator_or_resonator(withCell(cell).cell);
  }
  // A trace of exactly 0, and both fixed points beyond the peak.
  const turning = withCell({C: 64, k: 1, vr: -60, vt: -59, a: 1 / 64, b: 2});
  for (const [run, current] of [
    [turning, 2],
    [withCell({c: -75, vpeak: -65}), 0],
  ])
    yield* underCurrent(engine, run, current);
  const low = withCell({c: -65, vpeak: -55});
  for (const duration of [null, 0.5, 500]) yield engine.rheobase(low, {duration});
  const range = {from: 0, to: 400, points: 21};
  for (const [cell, current, range_ = range] of [
    [{a: 0, d: 0}, 80],
    [{C: 1e-3, a: 1e-3}, 60],
    [{C: 2e-3, a: 1e-3}, 60],
    [{C: 0.01, a: 0.003}, 52],
    // Two crossings of the diagonal, one of which trains leave on one side only; and one that they approach from one side only.
    [{C: 57.397, k: 1.6426, vt: -32.808, a: 0.01168, b: 1.849, c: -47.12, d: -13.354}, 290.04, WIDE],
    [{C: 57.258, k: 0.9859, vt: -45.201, a: 0.017571, b: 1.57225, c: -55.699, d: -18.804}, 57.465, WIDE],
    [{C: 98.451, k: 1.57474, vt: -54.213, a: 0.01182, b: 7.96247, c: -46.469, d: -14.846}, 42.608, WIDE],
    // For u from 206 to 441 pA no spike follows, and the range begins in between.
    [
      {C: 53.802, k: 1.20779, vt: -49.6615, a: 0.167441, b: 18.9188, c: -46.078, d: 3.57145},
      166.135,
      {...WIDE, from: 300},
    ],
  ])
    yield engine.after_spike_map(withCell(cell).cell, current, range_);
  const onsets = [
    // Without a cycle, in a crisis or beyond one.
    {
      C: 12.6265522,
      k: 4.52579675,
      vr: -62.6601765,
      vt: -25.9644253,
      vpeak: 46.0446328,
      a: 0.0433954756,
      b: 8.15075225,
      c: -21.1003308,
      d: 56.8166151,
    },
    // The logarithm with one spike per cycle; the parabola; a crisis; cycles of different lengths; no law.
    {C: 36.987, k: 0.55522, a: 0.011277, b: 0.28767, c: -41.713, d: 165.58},
    {C: 40.84, k: 1.15745, a: 0.060246, b: 1.38771, c: -38.722, d: 106.84},
    {C: 32.314, k: 2.37853, a: 0.015328, b: 0.29148, c: -39.512, d: 19.782},
    {
      C: 5.32590959,
      k: 0.186720906,
      vr: -66.2887599,
      vt: -29.830232,
      vpeak: 16.2714504,
      a: 0.0415160505,
      b: 3.50292324,
      c: -22.3770978,
      d: 48.4617719,
    },
    {C: 30.703, k: 1.74147, a: 0.0895, b: 1.5006, c: -47.692, d: 110.23},
    {C: 115.01, k: 0.21459, vr: -84.888, vt: -54.265, vpeak: 32.384, a: 0.0091868, b: 2.2194, c: -36.889, d: 56.161},
    {C: 0.06697, k: 1.6652, vr: -62.744, vt: -34.099, vpeak: 36.517, a: 0.036388, b: 1.6684, c: -72.431, d: 85.582},
    {C: 21.91, k: 1.00697, vr: -81.4133, vt: -40.977, vpeak: 14.71, a: 0.022409522, b: 10.00625, c: -82.4473, d: 70.23},
    {
      C: 21.0538,
      k: 0.731338,
      vr: -68.9873,
      vt: -36.013,
      vpeak: 14.6606,
      a: 0.0165072,
      b: 9.73406,
      c: -33.3419,
      d: 181.877,
    },
    {
      C: 81.3891,
      k: 0.309231,
      vr: -59.8716,
      vt: -28.5514,
      vpeak: 23.3501,
      a: 0.0162846,
      b: 2.76329,
      c: -32.9385,
      d: 11.5916,
    },
    {C: 60, k: 1, vr: -71, vt: -49, vpeak: 3, a: 0.012, b: 10, c: -42, d: 10},
    {C: 19.339, k: 0.44915, vr: -61.063, vt: -21.799, vpeak: 35.254, a: 0.0037399, b: -7.976, c: -65.684, d: 60.701},
    {C: 0.001, a: 0.02},
    {b: 1e4},
    {a: 0},
    {a: 1e-6, b: 2},
    {d: -1000},
    {k: 100, vt: 20},
    {vt: -80, b: 20},
    {
      C: 725,
      k: 0.7346641952,
      vr: -66.09040753,
      vt: -27.00561347,
      vpeak: 13.3680081,
      a: 0.0000227913686,
      b: 91.37048337,
      c: -46.97402933,
      d: 100,
    },
    {c: -65, vpeak: -55},
    {
      C: 84.7833441,
      k: 0.575930754,
      vr: -66.451194,
      vt: -25.189866,
      vpeak: 2.32134584,
      a: 0.171564834,
      b: 26.9871515,
      c: -10.7113648,
      d: 4.16536214,
    },
  ];
  for (const cell of onsets) {
    const steady = withCell(cell);
    const rheobase = engine.rheobase(steady, {duration: null});
    yield engine.onset(steady, rheobase);
    yield rheobase;
  }
  const lively = {...withCell({vt: -80, b: 20}), initial: {kind: 'at', v: -70, u: 0}};
  yield engine.onset(lively, engine.rheobase(lively, {duration: null}));
}

/** Responses to steps that hardly ever occur at random: of runs that stop, of a stiff cell, and of one that fires when released. */
function* steps(engine, base) {
  const step = (amplitude, onset, duration) => ({kind: 'step', amplitude, onset, duration});
  const runaway = {...base.cell, d: -2000};
  const stiff = {...base.cell, a: 100, b: 1e5, vpeak: 1e4};
  for (const [cell, stimulus, duration] of [
    [runaway, [step(-50, 500, 100), step(300, 0, 400)], 1000],
    [runaway, [step(-50, 100, 100), step(300, 300, 400)], 1000],
    [stiff, [step(-100, 100, 5000)], 8000],
    [stiff, [step(-100, 100, 20)], 8000],
    [RESONATOR, [step(-600, 100, 200)], 600],
  ])
    yield engine.step_response({...base, cell, stimulus, duration});
}

/** Trains of all kinds, whose pattern is described. */
function* trains(engine, next) {
  for (let i = 0; i < 600; i += 1) {
    const spikes = [];
    const [short, long] = [1 + 10 * next(), 20 + 100 * next()];
    const kind = i % 6;
    const count = Math.floor(next() * 14);
    for (let n = 0, time = 10; n < count; n += 1) {
      spikes.push(time);
      const jitter = 1 + (next() < 0.5 ? 0 : next());
      if (kind === 0) time += short * jitter;
      if (kind === 1) time += n % (2 + (i % 4)) ? short : long * (next() < 0.5 ? 1 : jitter);
      if (kind === 2) time += n < 3 ? short : long * (next() < 0.5 ? jitter : 1 + 0.2 * (n % 2));
      if (kind === 3) time += short * (1 + n / 3);
      if (kind === 4) time += long / (1 + n / 2);
      if (kind === 5) time += next() < 0.02 ? 0 : part(next, [short, 1.5 * short, long]);
    }
    const end = (spikes[spikes.length - 1] ?? 0) + (next() < 0.2 ? 1000 : 10);
    yield engine.pattern(Float64Array.from(spikes), {start: 0, end}, {});
  }
}

/** Trains of each form that has a sentence, before a pause and before silence, in runs that end or stop. */
function* forms(engine) {
  const next = random(2007);
  const times = (count, part) => Array.from({length: count}, () => part).flat();
  const of = [
    [10, 13.8, 27.3, 75, 53, ...times(9, 62)],
    [46, 461, ...times(5, 458)],
    [46, 461],
    [46, 461, 400, 520, 430, 500, 600, 450, 550],
    [46, 461, 600],
    [12, 90],
    [12, 90, 140],
    [12, 90, 120, 150, 200],
    [12, 200, 150, 120, 90],
    [12, 90, 130, 75, 140, 80, 150, 70],
    [12, ...times(6, [90, 130])],
    [12, ...times(5, [90, 130, 105])],
    [5, 6, 30, 5.5, 29, ...times(6, 30)],
    [5, 30, 5, 30, 5, 6, ...times(12, 30)],
    [30, 31, 5, ...times(12, 30)],
    [30, 5, ...times(12, 30)],
    ...[2, 3, 4].flatMap((n) => [
      times(6, [...times(n - 1, 2.1), 4.8]),
      times(6, [...times(n - 1, 50), 150]),
      times(6, [...times(n - 2, 2.1), 2.2, 4.8, ...times(n - 1, 2.1), 4.9]),
      times(6, [...times(n - 2, 50), 51, 150, ...times(n - 1, 50), 152]),
    ]),
    times(6, [5, 40, 45]),
    times(6, [5, 40, 40]),
    times(6, [5, 40, 40, 5, 6, 40, 40]),
    [...times(4, [5, 40, 45, 5, 41]), 46, 44, 5, 40, 45],
    [...times(4, [5, 5, 40, 45, 5, 41]), 46, 44, 5, 40, 45],
    [40, ...times(8, [5, 40])],
    [60, 40, 59.5, 40.5, 59, 41, 58.5, 41.5, 58, 42],
    [20, 40, 59.5, 40.5, 59, 41, 58.5, 41.5, 58, 42],
    [12, 60, 40, 59.5, 40.5, 59, 41, 58.5, 41.5, 58, 42],
    [46, 460, 370, 459, 371, 458, 372, 457, 373, 456, 374],
    times(5, [30, 50, 45]),
    times(5, [30, 50]),
    [60, 43],
    [100],
    [10],
    [30, 50, 80],
    [80, 60, 40],
    [29, 107, 113],
    [84, 172, 165, 165],
    [50, 60, 70, 90, 120],
    [9, 12, 40],
    [9, 12, 40, 44],
    [9, 12],
    [6, 7, 8, 9, 10, 11],
    [30, 40, 55],
    [...times(6, 40), 63],
    times(6, [10, 19]),
    [2, 3, 2.5, 9, 3, 2.2],
    [5, 0, 5],
    [...times(5, [10, 19]), 30],
    Array.from({length: 20}, (_, i) => 2 + (14 * i) / 19),
    [18, 27, 26, 12, 11],
    [80, 80, 80, 30, 28, ...times(4, 24)],
    [12, 8, ...times(6, 3)],
  ];
  const ends = ['finished', 'too many spikes', 'out of budget', 'diverged'];
  for (const isi of of)
    for (const quiet of [1, 40, 5000])
      for (const kind of ends) {
        const spikes = [110];
        for (const one of isi) spikes.push(spikes[spikes.length - 1] + one);
        const time = spikes[spikes.length - 1] + quiet;
        const outside = [
          ...(next() < 0.3 ? [20, 40].slice(next() < 0.5 ? 1 : 0) : []),
          ...spikes,
          ...(next() < 0.3 && kind === 'finished' ? [time + 5] : []),
        ];
        yield engine.pattern(
          Float64Array.from(outside),
          {start: 100, end: kind === 'finished' ? time : 1e5},
          {kind, time},
        );
      }
  for (const spikes of [[], [50], [700], [50, 700, 720], [50, 300, 700]])
    for (const kind of ends) yield engine.pattern(Float64Array.from(spikes), {start: 100, end: 600}, {kind, time: 500});
}

/**
 * Results of every function of the core that returns texts.
 * @param {any} engine @param {{cells?: number, searches?: number}} [how many]
 */
export function* answers(engine, {cells = 300, searches = 60} = {}) {
  yield engine.schema();
  yield engine.findings();
  const presets = engine.presets();
  yield presets;
  yield* refusals(engine);
  const next = random(20070101);
  yield* headlines(engine, presets);
  yield* comparisons(engine);
  yield* effects(engine, presets);
  yield* measured(engine, presets[0].runs[0]);
  yield* points(engine);
  yield* protocols(engine, presets);
  yield* trains(engine, next);
  yield* forms(engine);
  yield* rare(engine, presets[0].runs[0]);
  yield* madeUp(engine, {...presets[0].runs[0], stimulus: []});
  yield* changing(engine, presets[0].runs[0]);
  yield* steps(engine, presets[0].runs[0]);
  yield* verdicts(engine);
  const runs = presets.flatMap((preset) => preset.runs);
  for (const run of runs) yield* ofRun(engine, run);
  const known = [presets[0], presets[1], presets[2]].map((preset) => preset.runs[0].cell);
  for (const [i, cell] of [...known, ...Array.from({length: cells}, () => anyCell(next, known))].entries()) {
    const given = {kind: 'at', v: cell.vr + 30 * (next() - 0.5), u: 200 * (next() - 0.5)};
    const stimulus = part(next, [
      [{kind: 'step', amplitude: 800 * (next() - 0.2), onset: 100, duration: null}],
      [{kind: 'step', amplitude: -300 * next(), onset: 100, duration: 200}],
      [{kind: 'step', amplitude: 60 * next(), onset: 100, duration: 200}],
      [{kind: 'step', amplitude: 0, onset: 100, duration: 200}],
      [{kind: 'step', amplitude: 10, onset: 5000, duration: 200}],
      [{kind: 'ramp', from: 0, to: 500 * next(), onset: 0, duration: 500}],
      [],
    ]);
    const {experiment, problems: wrong} = engine.resolve(presets[0].runs[0], {
      cell,
      stimulus,
      initial: next() < 0.5 ? {kind: 'rest'} : given,
      duration: next() < 0.1 ? 250 : 1000,
    });
    if (wrong.length) continue;
    yield* ofRun(engine, experiment);
    const forms = engine.closed_forms(cell).filter(({unit, value}) => unit === 'pA' && value !== null);
    const currents = forms.flatMap(({value}) => [value, value - 0.1, value + 1]);
    for (const current of [0, part(next, currents), part(next, currents)])
      yield* underCurrent(engine, experiment, current);
    if (i % 3 === 0) yield mapped(engine, experiment, part(next, currents));
    if (i < searches) yield fullVerdict(engine, experiment);
    if (i < searches) yield* searched(engine, experiment, next);
  }
}
