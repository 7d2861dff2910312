// read.test.mjs: reading numbers as people write them: decimal marks by the language, units by the core's tables.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const all = await bundled('tests/web/words-entry.js');
const {en, es, read} = all;
const core = await wasm();
const schema = core.schema();
all.learnSymbols(schema.units);

/** What a text is read as: one number, two possible ones, or the name of what is wrong. */
function reading(text, unit = 'pA', {point} = en.numbers) {
  const found = read(text, unit, point);
  return 'value' in found ? found.value : 'values' in found ? found.values : found.wrong;
}

/** The table uses "." as the decimal mark and "," as the other one, as in English; for Spanish it is mirrored. */
const mirrored = (text) => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

// By hand, from the rule: the language's own mark is always decimal; the other one, before exactly three digits and not after a
// lone zero, can be read in two ways; repeated or mixed marks separate thousands; anything else cannot be read.
const MARKS = [
  ['1.000', 1],
  ['1,000', [1, 1000]],
  ['10,000', [10, 10000]],
  ['100,000', [100, 100000]],
  ['-1,000', [-1, -1000]],
  ['1,000e3', [1000, 1e6]],
  ['1,5e3', 1500],
  ['0,070', 0.07],
  ['0,500', 0.5],
  ['00,500', 0.5],
  ['012,345', 12.345],
  ['1234,567', 1234.567],
  ['7,5', 7.5],
  ['7.5', 7.5],
  ['12,34', 12.34],
  ['1,0000', 1],
  [',5', 0.5],
  ['.5', 0.5],
  [',500', 0.5],
  ['5,', 5],
  ['5.', 5],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1.234,567', 1234.567],
  ['1,234.', 1234],
  ['1,000,000', 1e6],
  ['1.234.567', 1234567],
  ['1,234,567.25', 1234567.25],
  ['12,34,567', 'groups'],
  ['1,,5', 'groups'],
  ['1.2.3', 'groups'],
  ['1,000,', 'groups'],
  ['1,000,00', 'groups'],
  ['0,123.5', 'groups'],
  ['1,234.567,8', 'groups'],
  ['1,234.567.890', 'groups'],
  ['1234,567.8', 'groups'],
  ['1, 000', 'groups'],
  ['1 000', 1000],
  ['1\u00a0000', 1000],
  ['1\u2009000', 1000],
  ['1\u202f000\u202f000', 1e6],
  ['1 000,5', 1000.5],
  ['1 000.500', 1000.5],
  ['1 000,500', 1000.5],
  ["1'000", 1000],
  ['1’000.5', 1000.5],
  ['12 34', 'groups'],
  ['1 000 00', 'groups'],
  ["1 000'000", 'groups'],
];

test('marks in a number are read by the rule of the language, mirrored in Spanish', () => {
  for (const [text, expected] of MARKS) {
    assert.deepEqual(reading(text), expected, text);
    assert.deepEqual(reading(mirrored(text), 'pA', es.numbers), expected, `${mirrored(text)} in Spanish`);
  }
});

const SIGNS = [
  ...['-', '−', '‐', '‑', '‒', '–', '—', '―', '﹣', '－', '\u00ad'].map((dash) => [`${dash}60`, -60]),
  ['– 60', -60],
  ['+2', 2],
  ['+60', 60],
  ['−1,5e−3', -0.0015],
  ['1e3', 1000],
  ['1E+3', 1000],
  ['1.5×10^3', 1500],
  ['1.5 × 10⁻³', 0.0015],
  // The caret is lost when a raised exponent is copied as plain text; its sign shows what it was.
  ['1.5·10–3', 0.0015],
  ['5×10−3', 0.005],
  ['5 × 10-3', 0.005],
  ['5⋅10+3', 5000],
  ['5·10^-3', 0.005],
  ['5·10^−3', 0.005],
  ['5×10−³', 0.005],
  ['5×103', 'number'],
  ['5*10-3', 'number'], // 47 to anyone who calculates it
  ['-0', 0],
  ['"70"', 70],
  ['“70”', 70],
  ["'70'", 70],
  ['«70»', 70],
  ['  70 ', 70],
  ['\u00a070\u2003', 70],
  ['\ufeff70\u200b', 70],
  ['\t70\n', 70],
  ['７０', 70],
];

test('any dash is a minus, and what surrounds a number in a paper or a table is ignored', () => {
  for (const [text, expected] of SIGNS) assert.deepEqual(reading(text), expected, JSON.stringify(text));
});

// SI: the prefixes f p n µ m k M G; S = A/V, F = A s/V, Hz = 1/s.
const UNITS = [
  ['70 pA', 'pA', 70],
  ['70pA', 'pA', 70],
  ['70\u00a0pA', 'pA', 70],
  ['0.07 nA', 'pA', 70],
  ['0,07 nA', 'pA', 70],
  ['0.1 nA', 'pA', 100],
  ['0.00007 µA', 'pA', 70],
  ['7e-5 μA', 'pA', 70],
  ['7e-5 uA', 'pA', 70],
  ['70e-12 A', 'pA', 70],
  ['70000 fA', 'pA', 70],
  ['1,000 nA', 'pA', [1000, 1e6]],
  ['"0.07 nA"', 'pA', 70],
  ['-60 mV', 'mV', -60],
  ['–60 mV', 'mV', -60],
  ['-0.06 V', 'mV', -60],
  ['-60000 µV', 'mV', -60],
  ['0.7 nS/mV', 'nS/mV', 0.7],
  ['0.7nS_per_mV', 'nS/mV', 0.7],
  ['0.7 nS per mV', 'nS/mV', 0.7],
  ['0.7 nS mV-1', 'nS/mV', 0.7],
  ['0.7 nS·mV⁻¹', 'nS/mV', 0.7],
  // With every dash that a paper may print in the exponent of a unit.
  ...['-', '−', '–', '‐', '‑', '‒', '—', '﹣', '－', '⁻'].flatMap((dash) => [
    [`0.7 nS mV${dash}1`, 'nS/mV', 0.7],
    [`0.7 nS·mV${dash}1`, 'nS/mV', 0.7],
    [`0.7 nS mV^${dash}1`, 'nS/mV', 0.7],
    [`0.7 nS mV${dash}¹`, 'nS/mV', 0.7],
    [`0.03 ms${dash}1`, '1/ms', 0.03],
    [`30 s${dash}1`, '1/ms', 0.03],
  ]),
  ['3×10−2 ms−1', '1/ms', 0.03],
  ['0.7 pA/mV²', 'nS/mV', 0.7],
  ['0.7 pA/mV^2', 'nS/mV', 0.7],
  ['0.7 µS/V', 'nS/mV', 0.7],
  ['700 pS/mV', 'nS/mV', 0.7],
  ['-2 nS', 'nS', -2],
  ['-2 pA/mV', 'nS', -2],
  ['-0.002 uS', 'nS', -2],
  ['0.03 1/ms', '1/ms', 0.03],
  ['0.03/ms', '1/ms', 0.03],
  ['0.03 /ms', '1/ms', 0.03],
  ['0.03per_ms', '1/ms', 0.03],
  ['0.03 per_ms', '1/ms', 0.03],
  ['0.03 ms^-1', '1/ms', 0.03],
  ['0.03 ms⁻¹', '1/ms', 0.03],
  ['30 Hz', '1/ms', 0.03],
  ['30 per s', '1/ms', 0.03],
  ['0.03 kHz', '1/ms', 0.03],
  ['100 pF', 'pF', 100],
  ['0.1 nF', 'pF', 100],
  ['0.1 pA ms/µV', 'pF', 100],
  ['1 s', 'ms', 1000],
  ['100 msec', 'ms', 100],
  ['1 000 ms', 'ms', 1000],
  ['200', '', 200],
  ['70 mV', 'pA', 'quantity'],
  ['70 pA', 'mV', 'quantity'],
  ['1,000 mV', 'pA', 'quantity'],
  ['100 ms', '1/ms', 'quantity'],
  ['0.7 nS', 'nS/mV', 'quantity'],
  ['70 mV', '', 'quantity'],
  ['1 GΩ', 'nS', 'quantity'],
  ['1 Mohm', 'nS', 'quantity'],
  // s⁻² and mV⁻¹ are known, but measure something else; mol⁻¹ is not known at all.
  ['30 s−2', '1/ms', 'quantity'],
  ['30 mV−1', '1/ms', 'quantity'],
  ['5 mol−1', '1/ms', 'unit'],
  ['5 mol^–1', '1/ms', 'unit'],
  ['5 kg·m2', 'pA', 'unit'],
  ['0.7 nS foo⁻¹', 'nS/mV', 'unit'],
  ['70 pa', 'pA', 'unit'],
  ['70 apples', 'pA', 'unit'],
  ['70 nS/', 'nS', 'unit'],
  ['70 %', 'pA', 'unit'],
];

test('a unit is converted if it measures the same quantity, and refused by the name of what it measures if not', () => {
  for (const [text, unit, expected] of UNITS)
    assert.deepEqual(reading(text, unit), expected, `${text} for a field in ${unit}`);
  assert.deepEqual(read('70 mV', 'pA'), {wrong: 'quantity', is: 'voltage', asked: 'current'});
  assert.deepEqual(read('1 GΩ', 'nS'), {wrong: 'quantity', is: 'resistance', asked: 'conductance'});
});

const NUMBERS = [
  '',
  '  ',
  '""',
  'abc',
  '0x46',
  '0b11',
  '0o17',
  'Infinity',
  '-Infinity',
  'NaN',
  '1e',
  '1e-',
  'e5',
  '--5',
];
NUMBERS.push('+-5', '1_000', '5 5 5', '1/2', '70 ± 5', '.', ',', '-', '=70', '$70', '70;80', 'null', '70 -', '1e5.5');

test('what is not a number is never taken for one', () => {
  for (const text of NUMBERS) assert.match(String(reading(text)), /^(number|groups)$/, JSON.stringify(text));
  for (const text of ['1e999', '-1e999', '9'.repeat(400), '1e99999999999']) assert.equal(reading(text), 'size', text);
  assert.equal(reading('1e-400'), 0);
});

test('a long text is read quickly', () => {
  for (const part of ['1', ' 1', '1 ', ',', '1,', 'e', ' per ', '/', '"', 'a'])
    for (const text of [part.repeat(20000), `1 ${part.repeat(20000)}`, `1 ${part.repeat(20000)}/`]) {
      const start = performance.now();
      read(text, 'pA');
      assert.ok(performance.now() - start < 500, `${part} many times`);
    }
});

/** All number fields of the schema, with their paths. */
function* numberFields(fields) {
  for (const field of fields) {
    if (field.type === 'number') yield field;
    yield* numberFields([...(field.fields ?? []), ...(field.kinds ?? []).flatMap((kind) => kind.fields)]);
  }
}
const fields = [
  ...numberFields(schema.fields),
  ...Object.values(schema.questions).flatMap((question) => [...numberFields(question.fields)]),
];

test('every field accepts its own unit, and whatever a unit measures has a name in both languages', () => {
  assert.ok(fields.length >= 25);
  for (const {id, unit} of fields) {
    assert.equal(reading(`3 ${unit}`, unit), 3, id);
    if (!unit) continue;
    const {asked} = read('1 C/V/V', unit);
    for (const words of [all.en, all.es]) assert.ok(words.problems.quantities[asked], `${id} in ${unit}`);
  }
  for (const {id} of schema.units.quantities)
    for (const words of [all.en, all.es]) assert.ok(words.problems.quantities[id], id);
});

const RUBBISH = [
  ...NUMBERS.filter((text) => text.trim()),
  '12,34,567',
  '70 apples',
  '70 C/V/V',
  '1e999',
  '"',
  '"a"b"',
  '# #1 #2 @',
];
RUBBISH.push(
  "'; DROP",
  '(allowed: 1 to 2 pA).',
  '$& $1 $`',
  'C = 5 pF',
  '{name}',
  '<b>5</b>',
  '“x”',
  'é'.repeat(60),
  '🧠'.repeat(50),
);

// The whole sentence is put together by hand: the name, what was typed as it was typed, and the range.
test('every refusal quotes what was typed, and gives the range, in both languages', () => {
  let words = en;
  const engine = all.worded(core, () => words);
  const base = engine.resolve(engine.presets()[0].runs[0], {initial: {kind: 'at'}, solver: {kind: 'rk4'}}).experiment;
  const nest = (path, value) => path.split('.').reduceRight((inner, key) => ({[key]: inner}), value);
  const minus = (x) => String(x).replace('-', '−');
  for (const language of ['en', 'es']) {
    words = all[language];
    const decimal = (x) => minus(x).replace('.', language === 'es' ? ',' : '.');
    const [open, close] = language === 'es' ? '«»' : '“”';
    for (const [path, low, high, unit] of [
      ['cell.C', 0.001, 1000000, 'pF'],
      ['cell.vr', -10000, 10000, 'mV'],
      ['cell.k', 0.0001, 1000, 'nS/mV'],
      ['duration', 0.001, 100000, 'ms'],
      ['initial.u', -1000000, 1000000, 'pA'],
      ['solver.dt', 0.000001, 100000, 'ms'],
    ])
      for (const text of RUBBISH) {
        const [problem, ...others] = engine.resolve(base, nest(path, text)).problems;
        assert.deepEqual(others, []);
        assert.equal(problem.value, text);
        const letters = Array.from(text);
        const given = letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : text;
        assert.ok(problem.message.includes(`${open}${given}${close}`), problem.message);
        const [allowed, to] = language === 'es' ? ['permitido: de', 'a'] : ['allowed:', 'to'];
        const range = ` (${allowed} ${decimal(low)} ${to} ${decimal(high)}\u00a0${unit}).`;
        assert.ok(problem.message.endsWith(range), `${problem.message} ends with ${range}`);
        assert.doesNotMatch(problem.message.replace(given, ''), /undefined|null|NaN|#|@|\{/, problem.message);
      }
  }
  words = en;
  const said = (amplitude) =>
    engine
      .resolve(base, {stimulus: [{kind: 'step', amplitude}]})
      .problems.map(({message}) => message.replaceAll('\u00a0', ' '));
  assert.deepEqual(said('70 mV'), [
    '“70 mV” is a voltage; stimulus 1, amplitude is a current, given in pA (allowed: −1000000 to 1000000 pA).',
  ]);
  assert.deepEqual(said('a "70" b'), [
    'stimulus 1, amplitude = “a "70" b” is not a number (allowed: −1000000 to 1000000 pA).',
  ]);
  words = es;
  assert.deepEqual(said('70 mV'), [
    '«70 mV» es un voltaje; estímulo 1, amplitud es una corriente, en pA (permitido: de −1000000 a 1000000 pA).',
  ]);
});
