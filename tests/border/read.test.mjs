// read.test.mjs: cells from pasted text, and those of 2003, as the page gets them.
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {problems as codes} from '../../build/wasm/texts.mjs';
import {wasm} from '../support.mjs';

let izh, defaults;
before(async () => {
  izh = await wasm();
  defaults = izh.resolve(null, null).experiment;
});

const NEUROML = `<izhikevich2007Cell id="IB" v0="-75mV" C="0.15 nF" k="1.2nS_per_mV" vr="-75mV" vt="-45mV" vpeak="50mV"
  a="0.01per_ms" b="5nS" c="−56mV" d="130pA" tau="1ms"/>`;

test('a pasted cell crosses the border field by field, and its experiment is one that resolve takes', () => {
  const {notation, cells, problems} = izh.read_cells(defaults, NEUROML, ',');
  assert.equal(notation, 'NeuroML');
  assert.deepEqual(problems, []);
  const [{name, form, values, left_out, experiment}] = cells;
  assert.equal(name, 'IB');
  assert.equal(form, '2007');
  assert.deepEqual(values[0], {
    path: 'cell.C',
    value: 150,
    unit: 'pF',
    text: '0.15 nF',
    text_unit: 'nF',
    origin: 'text',
  });
  assert.deepEqual(left_out, [{path: 'tau', code: 'unknown_field', value: '1ms', low: null, high: null, unit: ''}]);
  assert.deepEqual(experiment.cell, {C: 150, k: 1.2, vr: -75, vt: -45, vpeak: 50, a: 0.01, b: 5, c: -56, d: 130});
  assert.deepEqual(izh.resolve(defaults, experiment), {experiment, problems: []});
});

test('a text without a cell, one of 5 MB, and one with NUL bytes, are answered at once', () => {
  // The time of this process alone, so that a busy machine does not fail it.
  const began = process.cpuUsage();
  for (const [text, code] of [
    ['', 'no_cell'],
    ['\0\0', 'no_cell'],
    ['{"__proto__": {"cell": 1}}', 'no_cell'],
    ['C=1 '.repeat(1.3e6), 'too_long'],
  ]) {
    const {cells, problems} = izh.read_cells(defaults, text, '.');
    assert.deepEqual(cells, []);
    assert.deepEqual(
      problems.map((one) => one.code),
      [code],
    );
    assert.ok(codes.includes(code));
  }
  const {user, system} = process.cpuUsage(began);
  assert.ok(user + system < 400e3, 'four texts, each within 100 ms');
  assert.throws(() => izh.read_cells(defaults, 'C=1', ''), /^Error: read_cells: mark/);
});

test('a cell of 2003 and its form go back and forth', () => {
  const given = {a: 0.02, b: 0.28, c: -65, d: 8, I: 10};
  const {experiment, problems} = izh.resolve_2003(defaults, given);
  assert.deepEqual(problems, []);
  assert.deepEqual(experiment.cell, {C: 100, k: 4, vr: -62.5, vt: -62.5, vpeak: 30, a: 0.02, b: 28, c: -65, d: 800});
  const form = izh.form_2003(experiment);
  for (const [name, value] of Object.entries(given)) assert.ok(Math.abs(form[name] - value) < 1e-11, name);
  assert.equal(izh.form_2003(defaults), null);
  assert.deepEqual(
    izh.resolve_2003(defaults, {b: 11}).problems.map(({path, code, low, high}) => ({path, code, low, high})),
    [{path: 'b', code: 'out_of_range', low: -10, high: 10}],
  );
  assert.deepEqual(
    izh.tables().form_2003.map(({name}) => name),
    Object.keys(form),
  );
});
