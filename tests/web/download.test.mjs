// download.test.mjs: a downloaded file says what it contains, and contains all that is needed to compute it again.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {bundled, root, wasm} from '../support.mjs';

// One bundle, so that the modules that write have learned the units and the model.
const engine = await wasm();
const {writeFileSync, mkdirSync} = await import('node:fs');
mkdirSync(join(root, 'build/test'), {recursive: true});
writeFileSync(
  join(root, 'build/test/download-entry.js'),
  "export * from '../../web/send/download.js';\nexport * from '../../web/engine/quantities.js';\nexport {default as words} from '../../web/words/en.js';\n",
);
const {learnUnits, nameModel, quantities, samplesCsv, spikesCsv, tableCsv, words} =
  await bundled('build/test/download-entry.js');
const tables = engine.tables();
learnUnits(tables);
nameModel(tables.model);

const {experiment} = engine.resolve({}, {stimulus: [{kind: 'step', amplitude: -100}], duration: 300});
const silent = {experiment, recording: engine.simulate(experiment, {points: 7})};
const fires = engine.resolve({}, {}).experiment;
const result = {experiment: fires, recording: engine.simulate(fires, {points: 11})};

const rowsOf = (csv) =>
  csv
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));

// Fails with: typographic minus signs in the numbers.
test('samples are plain numbers under names and units', () => {
  const [head, ...rows] = rowsOf(samplesCsv(words, silent));
  assert.equal(head, 't [ms],v [mV],u [pA],I [pA]');
  const {time, v, u, current} = silent.recording;
  assert.deepEqual(
    rows.map((row) => row.split(',').map(Number)),
    Array.from(time, (t, i) => [t, v[i], u[i], current[i]]),
  );
});

test('spike times keep every digit', () => {
  const [head, ...rows] = rowsOf(spikesCsv(words, result));
  assert.equal(head, 'No.,t [ms],u before the reset [pA]');
  assert.deepEqual(
    rows.map((row) => Number(row.split(',')[1])),
    [...result.recording.spikes],
  );
});

test('running the experiment in the heading gives the same spikes; version and model are given as well', () => {
  const csv = samplesCsv(words, result);
  const written = JSON.parse(/^# experiment (.*)$/m.exec(csv)[1]);
  const again = engine.simulate(written, {points: 0});
  assert.deepEqual([...again.spikes], [...result.recording.spikes]);
  const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
  assert.ok(csv.startsWith(`# Izhikevich Lab ${version}\n`));
  assert.ok(csv.includes(`# ${tables.model}`));
});

// Fails with: null written as null; the notes left out.
test('the table of an analysis says what was asked, and leaves missing values empty', () => {
  const columns = quantities('fi_curve', ['current', 'steady_rate', 'latency']);
  const csv = tableCsv(fires, ['from rest'], columns, [
    [0, 0, null],
    [70.5, 6.75, 100.25],
  ]);
  assert.match(csv, /^# experiment \{"cell":\{"C":100,/m);
  assert.match(csv, /^# from rest$/m);
  assert.deepEqual(rowsOf(csv), ['current [pA],steady_rate [Hz],latency [ms]', '0,0,', '70.5,6.75,100.25']);
});
