// words.test.mjs: every id from the core has a word; numbers are written as people and as programs read them.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {bundled, root, wasm} from '../support.mjs';

const engine = await wasm();
const {default: words} = await bundled('web/words/en.js');
const format = await bundled('web/words/format.js');
const {en, es, learnUnits, tell} = await bundled('tests/web/words-entry.js');
const digits = en.numbers;
learnUnits(engine.tables());

/** The names in core/train/form.hpp. */
const PATTERNS = [
  ...readFileSync(join(root, 'core/train/form.hpp'), 'utf8')
    .split('names(PatternKind kind)')[1]
    .split('};')[0]
    .matchAll(/"([^"]+)"/g),
].map(([, name]) => name);

test('every id from the core that the page looks up has a word', () => {
  for (const {view, group} of engine.presets()) {
    assert.ok(words.gallery[group], group);
    for (const {id} of view.stretches) assert.ok(words.stretches[id], id);
    assert.ok(words.plots[view.plot], view.plot);
  }
  for (const field of engine.schema().fields) {
    for (const {kind} of field.kinds ?? []) assert.ok(words.kinds[kind], kind);
    for (const {group} of field.fields ?? []) assert.ok(words.groups[group], group);
    if (field.kinds) assert.ok(words[field.name], field.name);
  }
  const stimuli = engine.schema().fields.find(({name}) => name === 'stimulus').kinds;
  for (const {kind} of stimuli) assert.ok(words.add[kind] && words.addShort[kind], kind);
  for (const kind of PATTERNS) assert.ok(words.patterns[kind], kind);
  for (const kind of ['too many spikes', 'out of budget', 'diverged']) assert.ok(words.ended[kind]('1 ms'), kind);
});

// The trains of the native tests: a cycle of one shows with three spikes, two alike and one before.
test('what a train comes to under a steady current is said in both languages', () => {
  const {experiment} = engine.resolve(engine.presets()[0].runs[0], {
    stimulus: [{kind: 'step', amplitude: 70, onset: 0, duration: null}],
  });
  const nearer = Array.from({length: 12}, (_, n) => 100 + 40 * (-0.75) ** n);
  const pairs = Array.from({length: 24}, (_, n) => (n % 2 ? 200 : 100) + 40 * 0.75 ** Math.floor(n / 2));
  for (const [u, said, dicho] of [
    [[5, 5], /2 spikes .* are too few to tell/, /muy pocas para saber/],
    [[5, 5, 5], /3 spikes .* end in one that repeats/, /3 espigas/],
    [[10, 60, 20, 90, 15, 70, 40, 5], /have not come to repeat/, /no han llegado a repetirse/],
    [nearer, /settling to one that repeats/, /tienden a repetirse una a una/],
    [pairs, /settling to a cycle of 2/, /a un ciclo de 2/],
  ]) {
    const {text} = engine.steady_train(
      experiment,
      u.map(() => 500),
      u,
      70,
    );
    assert.match(tell(en, text), said);
    assert.match(tell(es, text), dicho);
  }
});

// Expected texts by the rules in format.js: numbers of digits, minus signs, no trailing zeros, no-break spaces before units.
test('numbers for people have a proper minus sign and a unit that stays on their line', () => {
  assert.equal(words.numbers.place(0.00012345), '0.000123');
  assert.equal(words.numbers.place(1e-8), '1.00e−8');
  assert.equal(words.numbers.place(0), '0');
  assert.equal(words.numbers.fixed(-0.5, 2), '−0.50');
  assert.equal(words.numbers.milliseconds(147.8545), '147.85');
  assert.equal(words.numbers.milliseconds(0.000986), '0.000986');
  assert.equal(words.numbers.mark(-2000000), '−2e6');
  assert.equal(format.withUnit('5', 'ms'), '5\u00a0ms');
  assert.equal(format.withUnit('5', ''), '5');
  assert.equal(format.typeset('from -60 mV (-3) to vt - vr'), 'from −60 mV (−3) to vt − vr');
});

test('a field shows every digit of the double', () => {
  for (const x of [0.1 + 0.2, -60, 1e-7, 5000 / 9998]) assert.equal(Number(format.plain(x)), x);
  assert.equal(format.plain(null), '');
});

// By hand, from the rule in core/schema/digits.hpp: two decimals, three significant digits for small times and rates, six
// decimals for located values, no trailing zeros.
test('a value has the digits of its kind and unit, the same in every sentence and table, and noise reads 0', () => {
  for (const [x, unit, text] of [
    [147.8545, 'ms', '147.85'],
    [6.7634, 'Hz', '6.76'],
    [6.6667, 'Hz', '6.67'],
    [0.9995, '', '1'],
    [75.5, 'ms', '75.5'],
    [0.018102, 'Hz', '0.0181'],
    [0.000986, 'ms', '0.000986'],
    [-53.6789, 'mV', '−53.68'],
    [-0.0001, 'pA', '0'],
    [-0.004, 'mV', '0'],
    [0.0801, 'mV/ms', '0.08'],
    [0.00027, 'mV/ms', '0.0003'], // v creeps, and a rate of 0 would say that it rests
    [-0.4236, 'pA/ms', '−0.424'],
    [-1e-17, '', '0'],
    [753692.123, 'Hz', '753692.12'],
  ])
    assert.equal(digits.measured(x, unit), text, `${x} ${unit}`);
  assert.equal(digits.located(360 / 7), '51.428571');
  assert.equal(digits.located(347.65625), '347.65625');
  assert.equal(digits.located(243), '243');
  // What is below 0.018102 Hz is below 0.0182 Hz, but not necessarily below 0.0181 Hz.
  assert.equal(digits.bound(0.018102, 'Hz'), '0.0182');
  assert.equal(digits.bound(0.02, 'Hz'), '0.02');
  // Closed forms: a current is located; a time or a frequency is written like a measured one.
  assert.equal(digits.ofForm(360 / 7, 'pA'), '51.428571');
  assert.equal(digits.ofForm(40.335, 'ms'), digits.measured(40.335, 'ms'));
  // Columns of a table: chosen, located, a place on a logarithmic axis, or else measured.
  assert.equal(digits.written(51.4287654, {unit: 'pA', digits: 'chosen'}), '51.4287654');
  assert.equal(digits.written(51.4287654, {unit: 'pA', digits: 'located'}), '51.428765');
  assert.equal(digits.written(0.00031623, {unit: 'pA', digits: 'place'}), '0.000316');
  assert.equal(digits.written(6.7634, {unit: 'Hz'}), '6.76');
  assert.equal(digits.located(-1e-7), '0');
  assert.equal(digits.readOut(-0.0001, 'pA'), '0');
  assert.equal(digits.readOut(1.5, 'mV'), '1.50');
  assert.equal(digits.readOut(-0.00027, 'mV/ms'), '−0.0003');
  assert.equal(digits.readOut(-1e-12, 'mV/ms'), '0');
  assert.equal(digits.term(-0.0001, 'pA'), '+0');
  assert.equal(digits.term(-1.5, 'pA'), '−1.50');
  assert.equal(digits.fixed(-0.0001, 2), '0.00');
  // In a place that holds few characters, beside the decimal mark: fewer digits, at least two, or a power of ten.
  for (const [x, most, text] of [
    [0.0123456, 5, '0.0123'],
    [0.0123456, 4, '0.012'],
    [-56.25, 5, '−56.25'],
    [-56.25, 4, '−56.3'],
    [1234.5, 4, '1235'],
    [123456, 5, '1.23e5'],
    [0.00012345, 4, '1e−4'],
    [-100000, 4, '−1e5'],
    [0, 4, '0'],
  ])
    assert.equal(digits.within(x, most), text, `${x} in ${most}`);
});

// The rheobase of RS is 360/7 pA; its own runs need a little more of it.
test('a strength-duration curve says by which method it was asked, in both languages', () => {
  const run = (solver) => engine.resolve(engine.presets()[0].runs[0], {solver}).experiment;
  const said = (solver, of) => {
    const {text} = engine.protocol_strength(run(solver), {of, stimulus: null}, [10]);
    return [en, es].map((words) => tell(words, text));
  };
  const euler = {kind: 'euler', dt: 1, edge: 'at'};
  const [fixed, fijo] = said(euler, 'this run');
  assert.match(fixed, /^This run .* in its own fixed steps: .*if before the end of this run\.$/);
  assert.match(fijo, /con sus propios pasos fijos.*antes del final de esta simulación/);
  assert.match(said({kind: 'exact'}, 'this run')[0], /^This run .* by the exact method: .*51\.428571.*however late\.$/);
  assert.match(said(euler, 'from rest')[0], /^From rest, .* by the exact method: .*however late\.$/);
});
