// stimulus-kinds.test.mjs: the page knows a kind of stimulus from the core's stimulus file, one table of grips, and the words.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {STIMULI} from '../../web/session/stimulus-kinds.js';
import {bundled, root, wasm} from '../support.mjs';

const engine = await wasm();
const {LANGUAGES} = await bundled('web/words/languages.js');
const {gripsOf, moved} = await bundled('web/plot/stimulus-grips.js');
const {kinds} = engine.schema().fields.find(({name}) => name === 'stimulus');

test('every kind in the core is in the table, with fields that it has, and in the words', () => {
  assert.deepEqual(kinds.map(({kind}) => kind).sort(), Object.keys(STIMULI).sort());
  for (const {kind, fields} of kinds) {
    const {strength, levels, grips} = STIMULI[kind];
    const currents = fields.filter(({unit}) => unit === 'pA').map(({name}) => name);
    assert.deepEqual(levels, currents, kind);
    for (const name of [strength, ...grips.map(({level}) => level)])
      assert.ok(levels.includes(name), `${kind}: ${name}`);
    const [given] = engine.resolve(engine.resolve({}, {}).experiment, {stimulus: [{kind, onset: 100}]}).experiment
      .stimulus;
    for (const [language, words] of LANGUAGES) {
      for (const table of [words.kinds, words.add, words.addShort]) assert.ok(table[kind], `${language}: ${kind}`);
      for (const {part} of grips) assert.ok(words.handles.parts[part], `${language}: ${part}`);
      assert.match(words.stimulusLine(0, given), /^1\. \p{L}+: .*\d.*, .*100/u);
    }
  }
});

// Of any kind: dragging a grip changes what it should, and the core accepts the result.
test('a grip of any kind moves its time, its level, or both', () => {
  for (const {kind} of kinds) {
    const {experiment} = engine.resolve(engine.resolve({}, {}).experiment, {stimulus: [{kind, onset: 100}]});
    const [one] = experiment.stimulus;
    for (const {part, shape, at, level, time, value} of gripsOf(one, 1000, {from: 0, to: 1000})) {
      const after = moved(one, part, {time: time - 20, level: value + 5}, 1000, 1);
      assert.equal(after[level], shape === 'edge' ? value : value + 5, `${kind}: ${part}`);
      assert.equal(after.onset, at === 'start' && shape !== 'height' ? 80 : 100, `${kind}: ${part}`);
      assert.deepEqual(engine.resolve(experiment, {stimulus: [after]}).problems, []);
    }
  }
});

test('no other module of the page mentions a kind by its name', () => {
  const all = kinds.map(({kind}) => kind).join('|');
  const told = new RegExp(`['"](${all})['"]|\\b(kinds|add|addShort)\\.(${all})\\b`);
  const folders = ['analyses', 'engine', 'page', 'plot', 'send', 'session', 'views'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, 'web', folder))
      .filter((name) => name.endsWith('.js') && name !== 'stimulus-kinds.js')
      .map((name) => `web/${folder}/${name}`),
  );
  const knowing = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => told.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  assert.deepEqual(knowing, []);
});

// Protocols vary steps, and the page adds a step first; other kinds are named only in their own file and in presets.
test('no other file of the core mentions a kind of stimulus but steps', () => {
  const others = kinds.map(({kind}) => kind[0].toUpperCase() + kind.slice(1)).filter((name) => name !== 'Step');
  assert.ok(others.length);
  const files = readdirSync(join(root, 'core'), {recursive: true}).map((path) => String(path).replaceAll('\\', '/'));
  const free = files.filter((path) => /pp$/.test(path) && !/^(model\/stimulus\.|content\/)/.test(path));
  assert.ok(free.length > 50);
  for (const path of free) {
    const text = readFileSync(join(root, 'core', path), 'utf8');
    for (const name of others) assert.doesNotMatch(text, new RegExp(`\\b${name}\\b`), path);
  }
});
