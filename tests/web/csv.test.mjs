// csv.test.mjs: a table as text says what it contains, has all that is needed to compute it again, and reads back as it was.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {bundled, root, wasm} from '../support.mjs';

const engine = await wasm();
const csv = await bundled('tests/web/csv-entry.js');
const {FORMS, csvOf, en, es, formOf, headOf, headingOf, linesOf, quantities, sampleHeads, samplingsOf} = csv;
const {spikeHeads, spikeRows, pointsOverTime} = csv;
const tables = engine.tables();
csv.learnUnits(tables);
csv.learnFields(engine.schema().fields);
csv.nameModel(tables.model);

const run = (partial = {}) => engine.resolve({}, partial).experiment;
const fires = run();
const heading = (experiment, more = {}) =>
  headingOf(en, {runs: [{label: '70 pA', experiment}], link: 'https://example.org/lab/#RS', ...more});

/**
 * A reader of its own, after RFC 4180: skips the heading, and reads numbers with the decimal mark; '' is null.
 * @param {string} text @param {{mark: string, between: string}} form
 */
function readBack(text, {mark, between}) {
  const body = text.replace(/^(#.*\n)+/, '');
  const rows = [[]];
  let at = 0;
  for (let found; at < body.length; at = found.index + found[0].length) {
    const quoted = body[at] === '"';
    const pattern = quoted ? /"((?:[^"]|"")*)"([^"])/y : new RegExp(`([^${between}\n]*)(${between}|\n)`, 'y');
    pattern.lastIndex = at;
    found = pattern.exec(body);
    const plain = quoted ? found[1].replaceAll('""', '"') : found[1];
    const number = Number(plain.replace(mark, '.'));
    rows.at(-1).push(plain === '' ? null : quoted || Number.isNaN(number) ? plain : number);
    if (found[2] === '\n') rows.push([]);
  }
  rows.pop();
  const [heads, ...values] = rows;
  return {heads, rows: values};
}

/** The samples of runs as they are saved. */
function samplesOf(experiments, how, form = FORMS.point, where = 'worker') {
  const asked = samplingsOf(
    experiments.map((experiment) => ({experiment})),
    {spikes: false, between: form.between, ...how},
  );
  return asked.map((one) => [...linesOf(engine, one, form, where)].map(({text}) => text).join('')).join('');
}

// Fails with: typographic minus signs in the numbers.
test('samples are plain numbers under names and units', () => {
  const experiment = run({stimulus: [{kind: 'step', amplitude: -100}], duration: 300});
  const text = csvOf('', sampleHeads(en), [], FORMS.point) + samplesOf([experiment], {step: 50});
  const {time, v, u, current} = engine.simulate(experiment, {from: 0, to: 300, points: 7});
  const [head, ...rows] = text.trim().split('\n');
  assert.equal(head, 't [ms],v [mV],u [pA],I [pA]');
  assert.deepEqual(
    rows.map((row) => row.split(',').map(Number)),
    Array.from(time, (t, i) => [t, v[i], u[i], current[i]]),
  );
});

test('spike times keep every digit', () => {
  const recording = engine.simulate(fires, {points: 11});
  const {heads, rows} = readBack(csvOf('', spikeHeads(en), spikeRows(recording), FORMS.point), FORMS.point);
  assert.deepEqual(heads, ['No.', 't [ms]', 'u before the reset [pA]']);
  assert.deepEqual(
    rows.map(([, time]) => time),
    [...recording.spikes],
  );
});

test('the heading has version, citation, link, model and parameters; running its experiment gives the same spikes', () => {
  const text = heading(fires, {notes: ['from rest']});
  const written = JSON.parse(/^# experiment (.*)$/m.exec(text)[1]);
  assert.deepEqual(written, fires);
  const [again, before] = [written, fires].map((one) => [...engine.simulate(one, {points: 0}).spikes]);
  assert.deepEqual(again, before);
  const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
  const [, title] = /^title: (.*)$/m.exec(readFileSync(join(root, 'CITATION.cff'), 'utf8'));
  const lines = text.split('\n');
  assert.equal(lines[0], `# Izhikevich Lab ${version}`);
  assert.match(lines[1], new RegExp(`${title}, version ${version}`));
  assert.equal(lines[2], '# link https://example.org/lab/#RS');
  assert.ok(lines.includes(`# ${tables.model}`));
  assert.ok(lines.includes('# from rest'));
  assert.match(text, /^# parameters C = 100 pF, k = 0\.7 nS\/mV, vr = -60 mV, .*, a = 0\.03 1\/ms, b = -2 nS, /m);
  assert.match(text, /^# run 70 pA\. .*exact\.$/m);
});

// Fails with: null written as null; the notes left out.
test('the table of an analysis says what was asked, and leaves missing values empty', () => {
  const heads = quantities('fi_curve', ['current', 'steady_rate', 'latency']).map(headOf);
  const rows = [
    [0, 0, null],
    [70.5, 6.75, 100.25],
  ];
  const text = csvOf(heading(fires, {notes: ['from rest']}), heads, rows, FORMS.point);
  assert.match(text, /^# from rest$/m);
  assert.deepEqual(
    text
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('#')),
    ['current [pA],steady_rate [Hz],latency [ms]', '0,0,', '70.5,6.75,100.25'],
  );
});

test('a number, a text with anything in it and a missing value come back in every form', () => {
  const rows = [
    [1.5, 'a, b; c\td "e"\nf', null],
    [-2.25e-7, 'plain', 1e21],
  ];
  for (const form of Object.values(FORMS))
    assert.deepEqual(readBack(csvOf('# x\n', ['n', 'a,b', 'c;d'], rows, form), form), {
      heads: ['n', 'a,b', 'c;d'],
      rows,
    });
});

test('English begins with point and comma, Spanish with comma and semicolon, until another form is chosen', () => {
  assert.deepEqual([formOf(en), formOf(es)], ['point', 'comma']);
  csv.chooseForm('tab');
  assert.deepEqual([formOf(en), formOf(es)], ['tab', 'tab']);
  csv.chooseForm('');
});

test('no spreadsheet would run a text as a formula, in a cell or in the heading', () => {
  for (const text of ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1'])
    for (const form of Object.values(FORMS)) {
      const [, line] = csvOf('', ['a'], [[text]], form).split(/\n(?="')/);
      assert.ok(line.startsWith(`"'${text}`), JSON.stringify(line));
    }
  // A space that keeps a number and its unit in one line is a plain one.
  assert.equal(csvOf('', ['a'], [['70\u00a0pA']], FORMS.point), 'a\n70 pA\n');
  // A number is a number.
  assert.equal(csvOf('', ['a'], [[-1]], FORMS.point), 'a\n-1\n');
  const told = headingOf(en, {
    runs: [{label: 'cell,=2+2', experiment: fires}],
    title: 'a;=1+1\n=3+3',
    notes: ['x, @SUM(A1)'],
    link: '#RS',
  });
  // Whatever a program takes for the separator, no cell begins like a formula.
  for (const between of [',', ';', '\t'])
    for (const cell of told.split('\n').flatMap((line) => line.split(between)))
      assert.doesNotMatch(cell, /^\s*([=@]|[+-](?![\d.]))/);
});

// --- redrawn --------------------------------------------------------------------------------------------------------------

const kinds = {
  'regular spiking': run(),
  'chattering, a spike within each ms': run({
    cell: {C: 50, k: 1.5, vr: -60, vt: -40, vpeak: 25, a: 0.03, b: 1, c: -40, d: 150},
    stimulus: [{kind: 'step', amplitude: 400}],
  }),
  'from a start of its own': run({initial: {kind: 'at', v: -70, u: 40}, duration: 400}),
};
for (const [name, experiment] of Object.entries(kinds))
  for (const [form, how] of Object.entries(FORMS))
    test(`${name}: v and u are drawn from the file as from the run, ${form}`, () => {
      const points = 401;
      const {duration} = experiment;
      const recording = engine.simulate(experiment, {from: 0, to: duration, points});
      const text = samplesOf([experiment], {step: duration / (points - 1), spikes: true}, how);
      const {rows} = readBack(`\n${text}`, how);
      for (const [column, what] of [
        [1, 'v'],
        [2, 'u'],
      ])
        assert.deepEqual(
          rows.map((row) => ({x: row[0], y: row[column]})),
          pointsOverTime(recording, what),
        );
      const own = rows.filter((row) => row[3] !== null).map(([x, , , y]) => ({x, y}));
      assert.deepEqual(
        own,
        Array.from(recording.time, (x, i) => ({x, y: recording.current[i]})),
      );
    });

// Fails with: 0.30000000000000004, which makes a file longer and a column hard to read.
test('a step of few decimals gives times of as few', () => {
  for (const [step, decimals] of [
    [0.1, 1],
    [0.3, 1],
    [2.5, 1],
    [0.0125, 4],
  ]) {
    const text = samplesOf([run()], {step, stretch: {from: 100, to: 400}});
    for (const [i, line] of text.trim().split('\n').entries())
      assert.equal(line.split(',')[0], String(Number((100 + i * step).toFixed(decimals))));
  }
});

// Fails with: spikes at the border of two calls written twice, or left out.
for (const [name, solver, own] of [
  ['an exact run', {kind: 'exact'}, 2],
  ['a run in fixed steps', {kind: 'euler', dt: 0.37}, 0],
])
  test(`${name}: samples that take several calls of the core are those of one`, () => {
    const experiment = run({duration: 3000, solver});
    const [whole, parts] = ['worker', 'page'].map(
      (where) =>
        readBack(`\n${samplesOf([experiment], {step: 0.05, spikes: true}, FORMS.point, where)}`, FORMS.point).rows,
    );
    assert.equal(parts.length, whole.length);
    assert.equal(whole.length, 60001 + own * engine.simulate(experiment, {points: 0}).spikes.length);
    // Each call ends a step of the solver at its own end, which moves later digits by rounding alone.
    for (const [i, row] of parts.entries())
      for (const [j, x] of row.entries())
        assert.ok(x === whole[i][j] || Math.abs(x - whole[i][j]) < 1e-8, `${i} ${j}: ${x}, ${whole[i][j]}`);
  });

test('samples of a very short stretch have their own times', () => {
  const times = samplesOf([run()], {step: 1e-10, stretch: {from: 0, to: 1e-7}})
    .trim()
    .split('\n')
    .map((line) => Number(line.split(',')[0]));
  assert.equal(new Set(times).size, 1001);
});

test('of several runs each row begins with the number of its run, and a stretch leaves out a run that has ended', () => {
  const runs = [run({duration: 100}), run({duration: 300}), run({duration: 200})];
  const {rows} = readBack(`\n${samplesOf(runs, {step: 10, stretch: {from: 100, to: 250}}, FORMS.comma)}`, FORMS.comma);
  const times = (number) => rows.filter((row) => row[0] === number).map(([, time]) => time);
  const even = (from, to) => Array.from({length: (to - from) / 10 + 1}, (_, i) => from + 10 * i);
  assert.deepEqual([times(1), times(2), times(3)], [[], even(100, 250), even(100, 200)]);
});

test('five million samples are the most, and two the least', () => {
  const {low, high, usual} = csv.extentOf([{experiment: run()}]);
  assert.deepEqual([low, high, usual], [0.0002, 1000, 0.1]);
  const [{count}] = samplingsOf([{experiment: run()}], {step: low, between: ','});
  assert.equal(count, csv.AT_MOST + 1);
  const fixed = run({solver: {kind: 'euler', dt: 0.5}});
  assert.equal(csv.extentOf([{experiment: fixed}]).usual, 0.5);
});

test('a run that ends early has the samples up to there, and says how it ended', () => {
  const experiment = run({cell: {a: 10}, solver: {kind: 'euler', dt: 1}}); // a dt > 2: u swings ever further;
  const {ended, time} = engine.simulate(experiment, {from: 0, to: 1000, points: 1001});
  assert.equal(ended.kind, 'diverged');
  const [asked] = samplingsOf([{experiment}], {step: 1, spikes: false, between: ','});
  const lines = linesOf(engine, asked, FORMS.point, 'worker');
  let [text, next] = ['', lines.next()];
  for (; !next.done; next = lines.next()) text += next.value.text;
  assert.equal(next.value.kind, 'diverged');
  assert.equal(text.trim().split('\n').length, time.length);
});
