// languages.test.mjs: all tables of texts are complete, in the page and for what the core says; what is typed and what is
// shown has the decimal mark of the language.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {answers} from '../core-texts.mjs';
import {bundled, root, wasm} from '../support.mjs';

const all = await bundled('tests/web/words-entry.js');
const {en, es, speak} = all;
const table = JSON.parse(readFileSync(join(root, 'web/words/core.es.json'), 'utf8'));

/** Every text and function of a table, by its path. */
function leaves(words, path = '') {
  if (typeof words !== 'object') return [[path, words]];
  return Object.entries(words).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}

/** Where a language says by name what the core says in English anyway, English has nothing. */
const byName = ([path]) => !path.startsWith('names.');

test('both languages have the same texts, and functions that take as many arguments', () => {
  const shape = (words) =>
    leaves(words)
      .filter(byName)
      .map(([path, one]) => `${path}: ${typeof one}${typeof one === 'function' ? ` of ${one.length}` : ''}`);
  assert.deepEqual(shape(es).sort(), shape(en).sort());
});

test('every text is used somewhere in the page', () => {
  const folder = (name) =>
    readdirSync(join(root, name))
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(root, name, file), 'utf8'));
  const rooms = ['', '/page', '/plot', '/send', '/views', '/words'];
  const code = rooms.flatMap((room) => folder(`web${room}`)).join('\n');
  const last = (path) => path.split('.').pop();
  const used = (path) => {
    const [key, above] = [last(path), path.split('.').slice(0, -1).join('.')];
    // By its name, taken out of its group by it, or looked up in its group, which is then handed on as a whole.
    const byName = new RegExp(`\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} = (words|this)`).test(code);
    return byName || (above && new RegExp(`\\.${last(above)}\\??(\\[|\\)|, |;)`).test(code));
  };
  assert.deepEqual(
    leaves(en)
      .map(([path]) => path)
      .filter((path) => !/^(core|numbers)\.|['-]|\.\d+$/.test(path) && !used(path)),
    [],
  );
});

test('a translation of the core has the numbers of its English text, each as often', () => {
  const numbers = (shape) => (shape.match(/#|\{\w+\}/g) ?? []).length;
  for (const [english, said] of Object.entries(table)) {
    assert.equal((said.match(/#/g) ?? []).length, numbers(english), english);
    assert.ok(said.trim() === said && said !== '', english);
    assert.doesNotMatch(said, /[.;,:]$/, 'the mark at the end is that of the English text');
  }
});

/** Every text of an answer that people read, as the page shows it. */
function texts(answer, found = []) {
  if (!answer || typeof answer !== 'object' || ArrayBuffer.isView(answer)) return found;
  for (const [key, part] of Object.entries(answer)) {
    if (typeof part !== 'string') texts(part, found);
    else if (!/^(id|path|code|kind|type|unit|group|plot|preset|symbol|formula|substituted|mark|reason_id)$/.test(key))
      found.push(part);
  }
  return found;
}

// What is said depends on the cell; the seeds of core-texts.mjs reach every branch of the core that gives a text.
test('whatever the core says has its Spanish, for presets, findings, fields, problems and hundreds of random cells', async () => {
  speak(es);
  const english = new Set();
  let count = 0;
  for (const answer of answers(await wasm(), {cells: 300, searches: 40})) {
    for (const said of texts(all.inWords(answer))) {
      count += 1;
      if (all.isForeign(said)) english.add(said);
    }
  }
  speak(en);
  assert.deepEqual([...english], []);
  assert.ok(count > 1000, `${count} texts`);
});

test('what the core does not say in Spanish is shown in English, and known to be', () => {
  speak(es);
  const said = all.core('A sentence with 2.5 mV that nobody has translated.');
  assert.equal(said, 'A sentence with 2,5\u00a0mV that nobody has translated.');
  assert.ok(all.isForeign(said));
  speak(en);
});

test('numbers go from the English sentence to the Spanish one, with a decimal comma', () => {
  speak(es);
  const english = 'Membrane potential at time 6.76 ms; Recovery current at time 31.5 ms.';
  const spanish =
    'Potencial de membrana en el tiempo 6,76\u00a0ms; Corriente de recuperación en el tiempo 31,5\u00a0ms.';
  assert.equal(all.core(english), spanish);
  // Twice is once.
  const answer = {text: english, inner: [{name: 'Saddle-node', id: 'saddle_node'}, {name: 'amplitude'}]};
  assert.deepEqual(all.inWords(all.inWords(answer)), {
    text: spanish,
    inner: [{name: 'Silla-nodo', id: 'saddle_node'}, {name: 'amplitude'}],
  });
  assert.equal(es.numbers.fixed(-0.5, 2), '−0,50');
  assert.equal(es.numbers.inField(0.03), '0,03');
  assert.equal(es.numbers.mark(0.25), '0,25');
  speak(en);
  assert.equal(all.core('from -60.5 mV (-3) to vt - vr'), 'from −60.5\u00a0mV (−3) to vt − vr');
});

test('a problem names its field in Spanish', async () => {
  const engine = all.speaking(await wasm());
  const experiment = engine.presets()[0].runs[0];
  speak(es);
  const said = (partial) => engine.resolve(experiment, partial).problems.map(({message}) => message);
  assert.deepEqual(said({cell: {C: -1}}), [
    'C = −1\u00a0pF está fuera de rango (permitido: de 0,001 a 1000000\u00a0pF).',
  ]);
  assert.deepEqual(said({stimulus: [{kind: 'step', amplitude: 'abc'}]}), [
    'estímulo 1, amplitud = «abc» no es un número (permitido: de −1000000 a 1000000\u00a0pA).',
  ]);
  speak(en);
});
