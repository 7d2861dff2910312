// set-up.test.mjs: an experiment survives the way through a link, a file and a copy of the page unchanged.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {assemble} from '../../web/build/assemble.mjs';
import {bundled, require, root, wasm} from '../support.mjs';

const {default: Ajv} = require('ajv/dist/2020.js');
const fc = require('fast-check');
/** parse5 is an ES module, which node 18 does not give to require. */
const {parse} = await import(require.resolve('parse5'));

const {en, worded} = await bundled('tests/web/words-entry.js');
const engine = worded(await wasm(), () => en);
const {LONGEST, links} = await bundled('web/send/link.js');
const {Session} = await bundled('web/session/session.js');
const {read, setUpOf} = await bundled('web/send/set-up.js');
const {copyOf} = await bundled('web/send/copy.js');
const {jsonSchema} = await bundled('web/send/json-schema.js');

const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
const presets = engine.presets();
const {linkOf, linkIn} = links(engine.schema(), presets);

/** The text of the element with this id, as a browser's parser finds it. */
function textOf(html, id) {
  const find = (node) =>
    node.attrs?.some(({name, value}) => name === 'id' && value === id)
      ? node
      : (node.childNodes ?? []).map(find).find(Boolean);
  const node = find(parse(html));
  return node && {textContent: node.childNodes.map(({value}) => value).join('')};
}
globalThis.DOMParser = class {
  parseFromString(html) {
    return {getElementById: (id) => textOf(html, id)};
  }
};

const page = assemble(readFileSync(join(root, 'web/index.html'), 'utf8'), {
  script: "console.log('<noscript>')",
  workers: '',
  core: '',
  style: '',
  texts: '',
  needs: '0',
  picture: '<svg></svg>',
});

// --- random experiments, from the core's own tables of fields ---

/** A number of a field: a usual one, any valid one, or one with few digits. JSON does not write the sign of a zero, which changes no run. */
const numberOf = ({hard, usual}) =>
  fc
    .oneof(
      fc.double({min: usual.low, max: usual.high, noNaN: true}),
      fc.double({min: hard.low, max: hard.high, noNaN: true}),
      fc.integer({min: Math.ceil(usual.low * 10), max: Math.floor(usual.high * 10)}).map((x) => x / 10),
    )
    .map((x) => x + 0);
const recordOf = (fields) => fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])));
function valueOf(field) {
  if (field.kinds) {
    const one = fc.oneof(...field.kinds.map(({kind, fields}) => recordOf(fields).map((values) => ({kind, ...values}))));
    return field.type === 'list' ? fc.array(one, {maxLength: 4}) : one;
  }
  if (field.fields) return recordOf(field.fields);
  if (field.options) return fc.constantFrom(...field.options);
  return field.optional ? fc.option(numberOf(field)) : numberOf(field);
}
const experiment = recordOf(engine.schema().fields);
const text = fc.oneof(
  fc.string({unit: 'binary', maxLength: 80}),
  fc.constantFrom('', 'a & b = c #1 ~ 50 %25 + é "<b>"'),
);
const someRun = fc
  .constantFrom(...presets)
  .chain(({id, runs}) => fc.record({preset: fc.constant(id), index: fc.nat(runs.length - 1)}));
const states = fc.record({
  preset: fc.constantFrom(...presets.map(({id}) => id)),
  partials: fc.array(fc.option(experiment), {maxLength: 6}),
  selected: fc.nat(5),
  pins: fc.array(fc.record({name: text, of: someRun, experiment}), {maxLength: 4}),
  name: text,
  title: text,
  note: text,
});

const session = new Session(engine);
const again = new Session(engine);

/** The state of a session after these edits; what the core refuses is left out. */
function stateOf({preset, partials, selected, pins, name, title, note}) {
  const runs = presets.find(({id}) => id === preset).runs.map((run, i) => partials[i] ?? run);
  const state = {version: 2, preset, runs, selected, ghosts: pins, window: null, name, title, note};
  assert.ok(session.adoptState(state));
  return session.state;
}

test('several thousand random experiments survive link, file, page and link unchanged', () => {
  let linked = 0;
  const way = fc.property(states, (given) => {
    const state = stateOf(given);
    const {preset, runs, selected, ghosts} = state;
    const labels = {...session.labels};
    const link = linkOf(preset, runs, selected, {labels, ghosts});

    // The way of a link, and one that a program has escaped, or has written with &amp;.
    if (link.length <= LONGEST) {
      linked += 1;
      for (const written of [`#${link}`, encodeURIComponent(link), link.replaceAll('&', '&amp;')]) {
        const found = linkIn(written);
        assert.deepEqual(found.read.unread, [], written);
        assert.deepEqual(again.openWith(preset, found.read.runs, found.read.selected, found.read.beside), []);
        assert.deepEqual([again.runs, again.selected, again.labels], [runs, selected, labels]);
        if (ghosts.length) assert.deepEqual(again.pinned.all, ghosts);
      }
    }
    // The way of a file, then of a copy of the page, and a copy of that copy.
    const file = read(JSON.stringify(setUpOf(state, {}), null, 2));
    assert.equal(file.kind, 'set-up');
    assert.deepEqual(again.adoptState(file.data), []);
    assert.deepEqual(again.state, state);
    const what = {title: state.title ?? 'RS', note: state.note ?? '', picture: '', link: '', qr: '', says: ''};
    const first = copyOf(page, setUpOf(again.state, {}), what);
    const copy = copyOf(first, setUpOf(again.state, {}), what);
    assert.equal(copy, first);
    const opened = read(copy);
    assert.equal(opened.kind, 'set-up');
    assert.deepEqual(again.adoptState(opened.data), []);
    assert.deepEqual(again.state, state);
    assert.equal(linkOf(preset, again.runs, again.selected, {labels: again.labels, ghosts: again.pinned.all}), link);
  });
  fc.assert(way, {numRuns: 3000});
  assert.ok(linked > 1000, `only ${linked} were short enough for a link`);
});

test('a custom experiment with values of at most six digits fits into a link of 300 characters', () => {
  // All nine parameters, two stimuli, the start, the length and the method, each of six digits.
  const custom = {
    cell: {
      C: 123.456,
      k: 1.23456,
      vr: -61.2345,
      vt: -41.2345,
      vpeak: 31.2345,
      a: 0.012345,
      b: -2.12345,
      c: -51.2345,
      d: 101.234,
    },
    initial: {kind: 'at', v: -61.2345, u: 12.3456},
    stimulus: [
      {kind: 'step', amplitude: 71.2345, onset: 101.234, duration: 501.234},
      {kind: 'ramp', from: 12.3456, to: 251.234, onset: 601.234, duration: 301.234},
    ],
    duration: 1234.56,
    solver: {kind: 'rk4', dt: 0.012345, edge: 'after'},
  };
  const {experiment: run, problems} = engine.resolve(presets[0].runs[0], custom);
  assert.deepEqual(problems, []);
  const link = `https://example.org/lab/?v=${version}#${linkOf(presets[0].id, [run], 0)}`;
  assert.ok(link.length < 300, `${link.length}: ${link}`);
});

test('what the lab saves is valid by the schema that it saves, and the schema refuses what the core refuses', () => {
  const schema = jsonSchema(engine.schema(), presets);
  const valid = new Ajv({strict: true, allowUnionTypes: true}).compile(schema);
  fc.assert(
    fc.property(states, (given) => {
      const data = JSON.parse(JSON.stringify(setUpOf(stateOf(given), {tab: 'plane'}, {answers: 'off'})));
      assert.ok(valid(data), JSON.stringify(valid.errors));
    }),
    {numRuns: 300},
  );
  const data = setUpOf(new Session(engine).state, {});
  assert.ok(valid(data));
  const wrong = (change) => {
    const other = structuredClone(data);
    change(other);
    return valid(other);
  };
  assert.equal(
    wrong((other) => (other.runs[0].cell.C = 0)),
    false,
  ); // at least 0.001 pF
  assert.equal(
    wrong((other) => (other.runs[0].cell.k = '0.7')),
    false,
  );
  assert.equal(
    wrong((other) => (other.runs[0].stimulus[0].kind = 'saw')),
    false,
  );
  assert.equal(
    wrong((other) => delete other.runs[0].solver),
    false,
  );
  assert.equal(
    wrong((other) => (other.preset = 'XX')),
    false,
  );
  assert.equal(
    wrong((other) => (other.note = 'x'.repeat(2001))),
    false,
  );
});

test('a saved page holds its set-up as data, and shows title, note and link where no script runs', () => {
  const setUp = setUpOf({...session.state, note: '</script><script>alert(1)</script>'}, {});
  const what = {
    title: '</title><b>Fish & chips</b>',
    note: '<img src=x onerror=alert(1)>',
    picture: '<svg></svg>',
    link: 'https://example.org/?lang=en#RS&I=70',
    qr: '<svg></svg>',
    says: 'Only a picture.',
  };
  const copy = copyOf(page, setUp, what);
  assert.deepEqual(read(copy).data, JSON.parse(JSON.stringify(setUp)));
  assert.ok(!copy.includes('<script>alert') && !copy.includes('<img') && !copy.includes('<b>'));
  assert.match(copy, /<title>&#60;\/title>|<title>&#60;\/title&#62;/);
  const shown = /<noscript>(.*?)<\/noscript>/.exec(copy)[1];
  for (const part of ['Fish &#38; chips', '&#60;img', '#RS&#38;I=70', 'Only a picture.', '<svg>'])
    assert.ok(shown.includes(part), part);
  // Only the data and the texts differ: the scripts are those of the page, byte for byte.
  const scripts = (html) => html.slice(html.indexOf('<script id="lab-needs">'));
  assert.equal(scripts(copy), scripts(page));
});

test('of a damaged set-up all that is valid is kept, whatever its keys are called', () => {
  const one = new Session(engine);
  const wicked = 'a.b.<img src="x.png">';
  const run = {cell: {b: -1.5, [wicked]: 1, k: wicked}, [wicked]: {cell: 1}, 'cell.C': 5, '': 0, duration: 750};
  const dropped = one.adoptState({version: 2, preset: 'RS', runs: [run]});
  assert.deepEqual([one.experiment.cell.b, one.experiment.duration, one.experiment.cell.k], [-1.5, 750, 0.7]);
  assert.equal(dropped.length, 5);
});

test('what is no set-up is told from what is one', () => {
  assert.equal(read('').kind, 'other');
  assert.equal(read('C=100 k=0.7').kind, 'other');
  assert.equal(read('{"C": 100}').kind, 'other');
  assert.equal(read('{"preset": 1, "runs": []}').kind, 'other');
  assert.equal(read('['.repeat(1e5)).kind, 'other');
  assert.equal(read(`{"a": ${'['.repeat(1e5)}${']'.repeat(1e5)}}`).kind, 'other');
  assert.equal(read('<!doctype html><title>Another page</title>').kind, 'page');
  assert.equal(read('x'.repeat(5e6 + 1)).kind, 'large');
  assert.deepEqual(read(' https://example.org/lab/?v=1#RS&I=70\n'), {kind: 'link', search: '?v=1', hash: '#RS&I=70'});
  assert.deepEqual(read('?v=1#RS#2'), {kind: 'link', search: '?v=1', hash: '#RS#2'});
  assert.deepEqual(read('#RS'), {kind: 'link', search: '', hash: '#RS'});
  for (const no of ['RS#RS', 'C=100 #RS', 'https://example.org/lab/', 'javascript:alert(1)#RS', '# RS'])
    assert.equal(read(no).kind, 'other', no);
  const {data} = read('{"preset": "RS", "runs": [], "__proto__": {"edited": true}}');
  assert.equal(data.edited, undefined);
  assert.equal(Object.getPrototypeOf(data), Object.prototype);
});
