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
} = await bundled('tests/web/words-entry.js');
learnUnits(engine.tables());

/** RS; its rates at 70 pA are those of the reference run: 6 spikes in 900 ms, intervals settling at 147.8545 ms. */
const {experiment} = engine.resolve(engine.presets()[0].runs[0], {stimulus: []});
const fleeing = engine.resolve(experiment, {cell: {d: -1000}}).experiment;
const curveOf = (which, currents, hold = 900) => engine.fi_curve(which, currents, hold);

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
    words.fi.say(curve, 1, 'steady'),
    /^70\u00a0pA: steady 6\.76\u00a0Hz \(a cycle of 1 spike\), first interval/,
  );
  assert.match(
    words.fi.say(curve, 1, 'count'),
    /^70\u00a0pA: 6\.67\u00a0Hz \(6 spikes in 900\u00a0ms\); steady 6\.76\u00a0Hz/,
  );
  assert.match(
    words.fi.say(curve, 1, 'last interval'),
    /^70\u00a0pA: 6\.76\u00a0Hz \(last interval in 900\u00a0ms\); steady/,
  );
  assert.match(words.fi.gain(0.1, 'count', 50), /rate by count gains 0\.1\u00a0Hz\/pA/);
});

test('where the cell fires, a rate of 0 never stands alone; where it runs away, there is no rate', () => {
  const slow = curveOf(experiment, [51.4286, 360 / 7 + 1e-9]);
  assert.match(words.fi.say(slow, 0, 'steady'), /steady 0\.0085\d*\u00a0Hz/);
  assert.match(
    words.fi.say(slow, 0, 'count'),
    /^51\.4286\u00a0pA: 0\u00a0Hz \(0 spikes in 900\u00a0ms\); steady 0\.0085/,
  );
  assert.match(words.fi.say(slow, 1, 'steady'), /steady 0\.00005\d*\u00a0Hz/); // π (C - b/a)/√(k dI) = 19 790 s
  const unseen = {...slow, course: Float64Array.of(3, 3), below: Float64Array.of(0.00025, 0.00025)};
  assert.match(words.fi.say(unseen, 1, 'steady'), /certain to fire, at a steady rate below 0\.00025\u00a0Hz/);
  const away = curveOf(fleeing, [40, 60, 80]);
  for (const kind of ['count', 'last interval', 'steady']) {
    assert.match(words.fi.say(away, 1, kind), /^60\u00a0pA: no rate: it runs away/, kind);
    assert.doesNotMatch(words.fi.rateSaid(away, 1, kind), /\d/, kind);
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
      /^Steady rate: .*ends at 400\u00a0ms\.$/,
    ],
    [steps, /in fixed steps; no steady rate/, /con pasos fijos; sin frecuencia/, /^Steady rate: .* in fixed steps\.$/],
  ]) {
    const curve = engine.protocol_curve(run, protocol, [70], 1000);
    assert.match(words.fi.say(curve, 0, 'steady'), why);
    assert.match(spanish.fi.say(curve, 0, 'steady'), porque);
    assert.doesNotMatch(words.fi.say(curve, 0, 'steady'), /no rest/);
    const setting = engine.protocol_setting(run, protocol);
    assert.match(words.fi.means('steady', curve.hold, setting), note);
    assert.match(words.fi.means('count', curve.hold, setting), /^The rate drawn/);
  }
  const {course} = words.fi;
  assert.doesNotMatch(course(engine.protocol_curve(steps, protocol, [70], 1000), 0), /current changes/);
});

test('the plot has a gap where there is no rate', () => {
  const curve = curveOf(fleeing, [40, 60, 80, 100]);
  assert.equal(rateAt(curve, 'steady', 0), 0);
  assert.equal(rateAt(curve, 'steady', 1), null);
  assert.deepEqual([...known(curve, 'count').current], [40]);
});

test('every reason has a text in both languages', () => {
  const reasons = ['no spike', 'one spike', 'one interval', 'few intervals', 'few alike', 'silent', 'still changing', 'irregular', 'current changes', 'runs away', 'out of budget', 'diverged']; // prettier-ignore
  for (const table of [words, spanish]) for (const reason of reasons) assert.ok(table.noRate(reason, 3), reason);
  assert.match(words.noRate('silent', 789), /silent for its last 789/);
  // So does everything that one direction of a sweep may do, except a rate, which is written as a number.
  for (const table of [words, spanish])
    for (const does of engine.tables().swept)
      assert.equal(Boolean(table.bifurcation.does(does, 0.01)), does !== 'fires');
  assert.match(words.bifurcation.does('slow', 0.01), /below 0\.01\u00a0Hz/);
});

test('wherever there are spikes, a steady rate or its reason is given, with the stretch', async () => {
  const {writtenMeasures} = await bundled('web/views/measures.js');
  const none = {count: 8, steady_rate: null, steady_reason: 'no spike', steady_number: null, mean_reason: ''};
  assert.equal(writtenMeasures(words, none).steady_rate, 'none: no spike');
  assert.equal(writtenMeasures(words, {...none, count: 0}).steady_rate, '–');
  const stretch = {steady_k: null, steady_from: 600, steady_to: 1500};
  assert.equal(words.measures.steady_rate(stretch), 'steady rate from 600 to 1500\u00a0ms');
  assert.equal(spanish.measures.steady_rate(stretch), 'f. estacionaria de 600 a 1500\u00a0ms');
  assert.equal(words.measures.steady_rate({...stretch, steady_from: null}), 'steady rate');
});
