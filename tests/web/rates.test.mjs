// rates.test.mjs: the kinds of rate of an f-I curve, and what is said when there is none, in both languages.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {
  en: words,
  es: spanish,
  RATE_KINDS,
  rateColumn,
  known,
  rateAt,
  learnUnits,
  tell,
} = await bundled('tests/web/words-entry.js');
const {pointsOfRun} = await bundled('web/plot/points.js');
learnUnits(engine.tables());

/** RS; its rates at 70 pA are those of the reference run: 6 spikes in 900 ms, intervals settling at 147.8545 ms. */
const {experiment} = engine.resolve(engine.presets()[0].runs[0], {stimulus: []});
const fleeing = engine.resolve(experiment, {cell: {d: -1000}}).experiment;
const curveOf = (which, currents, hold = 900) => engine.fi_curve(which, currents, hold);
/** What a curve says of one of its currents. */
const say = (language, curve, i, rate) => tell(language, engine.fi_point(curve, {rate}, i).text);

test('the rates that a curve can draw are the kinds that the core lists', () => {
  const {fields} = engine.schema().questions.rate_choice;
  assert.deepEqual(RATE_KINDS, fields.find(({name}) => name === 'rate').options);
  const columns = engine.tables().fi_curve.map(({name}) => name);
  for (const kind of RATE_KINDS) assert.ok(columns.includes(rateColumn(kind)), kind);
  // States from an earlier version have no such choice, and an invalid one is refused.
  assert.deepEqual(engine.resolve_question('rate_choice', null, null).value, {rate: 'steady'});
  assert.equal(engine.resolve_question('rate_choice', {rate: 'count'}, {rate: 'mean'}).problems[0].path, 'rate');
});

test('each rate is given by its name, with the stretch it belongs to', () => {
  // 1000 / 147.8545 ms is 6.7634 Hz and 6 / 0.9 s is 6.6667 Hz: a rate is written to two decimals.
  const curve = curveOf(experiment, [51, 70]);
  assert.match(
    say(words, curve, 1, 'steady'),
    /^70\u00a0pA: steady 6\.76\u00a0Hz \(a cycle of 1 spike\), first interval/,
  );
  assert.match(
    say(words, curve, 1, 'count'),
    /^70\u00a0pA: 6\.67\u00a0Hz \(6 spikes in 900\u00a0ms\); steady 6\.76\u00a0Hz/,
  );
  assert.match(
    say(words, curve, 1, 'last interval'),
    /^70\u00a0pA: 6\.76\u00a0Hz \(last interval in 900\u00a0ms\); steady/,
  );
  assert.match(
    words.fi.gain(0.1, 'count', 50, 260),
    /^Between 50 and 260\u00a0pA the rate by count gains 0\.1\u00a0Hz\/pA on average\.$/,
  );
});

test('where the cell fires, a rate of 0 never stands alone; where it runs away, there is no rate', () => {
  const slow = curveOf(experiment, [51.4286, 360 / 7 + 1e-9]);
  assert.match(say(words, slow, 0, 'steady'), /steady 0\.0085\d*\u00a0Hz/);
  assert.match(
    say(words, slow, 0, 'count'),
    /^51\.4286\u00a0pA: 0\u00a0Hz \(0 spikes in 900\u00a0ms\); steady 0\.0085/,
  );
  assert.match(say(words, slow, 1, 'steady'), /steady 0\.00005\d*\u00a0Hz/); // π (C - b/a)/√(k dI) = 19 790 s
  const unseen = {...slow, course: Float64Array.of(3, 3), below: Float64Array.of(0.00025, 0.00025)};
  assert.match(say(words, unseen, 1, 'steady'), /certain to fire, at a steady rate below 0\.00025\u00a0Hz/);
  const away = curveOf(fleeing, [40, 60, 80]);
  for (const kind of ['count', 'last interval', 'steady']) {
    assert.match(say(words, away, 1, kind), /^60\u00a0pA: no rate: it runs away, first spike after/, kind);
  }
});

// RS at 70 pA: its first interval is 147.8 ms, so a step of 300 ms from 100 ms on has 2 spikes, and then the cell is silent.
test('with a changing current, and in fixed steps, the text says why there is no steady rate', () => {
  const rs = engine.presets()[0].runs[0];
  const pulse = engine.resolve(rs, {stimulus: [{kind: 'step', amplitude: 70, onset: 100, duration: 300}]}).experiment;
  const steps = engine.resolve(rs, {solver: {kind: 'euler', dt: 1}}).experiment;
  const protocol = {of: 'this run', stimulus: 0};
  for (const [run, why, porque, note] of [
    [
      pulse,
      /no steady rate, as the current changes/,
      /porque la corriente cambia/,
      /^The steady rate exists .*ends at 400\u00a0ms\.$/,
    ],
    [
      steps,
      /in fixed steps; no steady rate/,
      /con pasos fijos; sin frecuencia/,
      /^The steady rate .* in fixed steps\.$/,
    ],
  ]) {
    const curve = engine.protocol_curve(run, protocol, [70], 1000);
    assert.match(say(words, curve, 0, 'steady'), why);
    assert.match(say(spanish, curve, 0, 'steady'), porque);
    assert.doesNotMatch(say(words, curve, 0, 'steady'), /no rest/);
    const setting = engine.protocol_setting(run, protocol);
    assert.match(words.fi.means('steady', curve.hold, setting), note);
    assert.match(words.fi.means('count', curve.hold, setting), /^The rate drawn/);
  }
  const {course} = engine.fi_point(engine.protocol_curve(steps, protocol, [70], 1000), {rate: 'steady'}, 0);
  assert.equal(tell(words, course), 'in fixed steps: no steady rate');
});

// Fails with: a line across f-I from the rates during a step to those of the rebound after it.
test('no line joins intervals between which the current jumps; along a ramp a line does', () => {
  const rates = {
    time: Float64Array.of(150, 300, 550, 650),
    current: Float64Array.of(70, 70, 0, 0),
    rate: Float64Array.of(9, 7, 3, 2),
  };
  const drawn = (stimulus) =>
    pointsOfRun({rates, experiment: {stimulus}})
      .map(({x, y}) => (Number.isNaN(x + y) ? '-' : y))
      .join(' ');
  assert.equal(drawn([{kind: 'step', amplitude: 70, onset: 100, duration: 400}]), '9 7 - 3 2');
  assert.equal(drawn([{kind: 'step', amplitude: 70, onset: 100, duration: null}]), '9 7 3 2');
  assert.equal(drawn([{kind: 'ramp', from: 80, to: 0, onset: 0, duration: 1000}]), '9 7 3 2');
  assert.equal(drawn([{kind: 'step', amplitude: 70, onset: 200, duration: 400}]), '9 - 7 3 - 2');
});

test('the plot has a gap where there is no rate', () => {
  const curve = curveOf(fleeing, [40, 60, 80, 100]);
  assert.equal(rateAt(curve, 'steady', 0), 0);
  assert.equal(rateAt(curve, 'steady', 1), null);
  assert.deepEqual([...known(curve, 'count').current], [40]);
});

test('everything that a sweep may do has a text in both languages, except a rate, which is a number', () => {
  for (const table of [words, spanish])
    for (const does of engine.tables().swept)
      assert.equal(Boolean(table.bifurcation.does(does, 0.01)), does !== 'fires');
  assert.match(words.bifurcation.does('slow', 0.01), /below 0\.01\u00a0Hz/);
});

test('wherever there are spikes, a steady rate or its reason is given, with the stretch', async () => {
  const {writtenMeasures} = await bundled('web/views/measures.js');
  // RS at 70 pA fires at 210 ms for the first time: 110 ms after the step begins.
  const measured = (duration) => {
    const run = engine.resolve(experiment, {
      stimulus: [{kind: 'step', amplitude: 70, onset: 100, duration: null}],
      duration,
    }).experiment;
    const {spikes, reset_u, ended} = engine.simulate(run, {points: 0, budget: 2e5});
    return writtenMeasures(words, engine.run_measures(run, spikes, reset_u, ended)).steady_rate;
  };
  assert.equal(measured(200), '–');
  assert.equal(measured(300), 'none: one spike');
  assert.match(measured(2000), /^6\.76/);
  const stretch = {steady_k: null, steady_from: 600, steady_to: 1500};
  assert.equal(words.measures.steady_rate(stretch), 'final rate from 600 to 1500\u00a0ms');
  assert.equal(spanish.measures.steady_rate(stretch), 'f. final de 600 a 1500\u00a0ms');
  assert.equal(words.measures.steady_rate({...stretch, steady_from: null}), 'final rate');
});
