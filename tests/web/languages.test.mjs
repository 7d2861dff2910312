// languages.test.mjs: all languages have the same texts, complete, and numbers are shown with the decimal mark of
// the language.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {bundled, root, wasm} from '../support.mjs';

const all = await bundled('tests/web/words-entry.js');
const {en, es} = all;

/** The path of every text and function in a table, with its value. */
function leaves(words, path = '') {
  if (typeof words !== 'object') return [[path, words]];
  return Object.entries(words).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}

test('all languages have the same texts, and functions with as many arguments', () => {
  const shape = (words) =>
    leaves(words).map(([path, one]) => `${path}: ${typeof one}${typeof one === 'function' ? ` of ${one.length}` : ''}`);
  for (const [code, words] of all.LANGUAGES) {
    assert.deepEqual(shape(words).sort(), shape(en).sort(), code);
    // tsc refuses these, too: a missing text, and one that English does not have.
    const file = readFileSync(join(root, `web/words/${code}.js`), 'utf8');
    if (code !== 'en') assert.match(file, /^\/\*\* @type \{Words\} \*\/\nconst words = \{$/m, code);
  }
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
    // By name, destructured from its group, or looked up in its group when the group is passed on as a whole.
    const byName = new RegExp(`\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} = (words|this)`).test(code);
    if (byName || !above) return byName;
    // Or the group has another name where it is looked up.
    const renamed = code.matchAll(new RegExp(`\\{[^{}]*\\b${last(above)}: (\\w+)[^{}]*\\} = words\\b`, 'g'));
    return (
      new RegExp(`\\.${last(above)}\\??(\\[|\\)|, |;)`).test(code) ||
      [...renamed].some(([, name]) => new RegExp(`\\b${name}\\[`).test(code))
    );
  };
  assert.deepEqual(
    leaves(en)
      .map(([path]) => path)
      .filter((path) => !/^(core|fields|withoutValue|kindMeans|numbers)\.|['-]|\.\d+$/.test(path) && !used(path)),
    [],
  );
});

/** Every field of the schema, both of the experiment and of the questions. */
function* fieldsOf({fields = [], kinds = [], questions = {}}) {
  for (const one of [...fields, ...kinds, ...Object.values(questions)]) {
    if (['number', 'choice'].includes(one.type)) yield one;
    yield* fieldsOf(one);
  }
}

/** Fields whose controls have words of their own. */
const ELSEWHERE = ['rate_choice.rate', 'sweep.parameter', 'protocol.of', 'protocol.stimulus'];

test('every language explains every field that people fill in, by its path, and no others', async () => {
  const schema = (await wasm()).schema();
  const shown = [...fieldsOf(schema)].filter(({id}) => !ELSEWHERE.includes(id));
  const parts = schema.fields.filter(({type}) => type === 'part');
  for (const {fields, withoutValue, kindMeans, kinds, groups} of [en, es]) {
    assert.deepEqual(Object.keys(fields).sort(), shown.map(({id}) => id).sort());
    for (const [id, text] of Object.entries(fields)) assert.match(text, /^[^ ].{5,}\.$/, id);
    assert.deepEqual(
      Object.keys(withoutValue),
      shown.filter(({optional}) => optional).map(({id}) => id),
    );
    const of = parts.flatMap((part) => part.kinds ?? []);
    assert.deepEqual(Object.keys(kindMeans).sort(), of.map(({id}) => id).sort());
    const all = [...of, ...schema.fields.find(({type}) => type === 'list').kinds];
    assert.deepEqual(Object.keys(kinds).sort(), all.map(({kind}) => kind).sort());
    const named = new Set(shown.map(({group}) => group).filter(Boolean));
    assert.deepEqual(Object.keys(groups).sort(), [...named].sort());
  }
});

test("numbers have the language's decimal mark in sentences, fields and axes", () => {
  assert.equal(es.numbers.fixed(-0.5, 2), '−0,50');
  assert.equal(es.numbers.inField(0.03), '0,03');
  assert.equal(es.numbers.inField(-60.5), '−60,5');
  assert.equal(es.numbers.inField(-1e-7), '−1e−7');
  assert.equal(es.numbers.mark(0.25), '0,25');
  assert.equal(es.numbers.prose(6.76), '6,76');
  assert.equal(en.numbers.fixed(-0.5, 2), '−0.50');
  assert.equal(all.typesetUnits('from -60.5 mV (-3) to vt - vr'), 'from −60.5\u00a0mV (−3) to vt − vr');
});

test('a problem names its field in Spanish', async () => {
  const engine = all.worded(await wasm(), () => es);
  const experiment = engine.presets()[0].runs[0];
  const said = (partial) => engine.resolve(experiment, partial).problems.map(({message}) => message);
  assert.deepEqual(said({cell: {C: -1}}), [
    'C = −1\u00a0pF está fuera de rango (permitido: de 0,001 a 1000000\u00a0pF).',
  ]);
  assert.deepEqual(said({stimulus: [{kind: 'step', amplitude: 'abc'}]}), [
    'estímulo 1, amplitud = «abc» no es un número (permitido: de −1000000 a 1000000\u00a0pA).',
  ]);
});
