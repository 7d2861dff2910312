// display.test.mjs: how a lab is shown, read from a query or attributes and written again.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const {displayIn, displayOf, pathsOf} = await bundled('web/send/display.js');
const schema = (await wasm()).schema();

/** What a query says. */
const read = (query) => {
  const given = new URLSearchParams(query);
  return displayIn((name) => given.get(name));
};
const all = (...names) => pathsOf(names, schema);

test('a display says what is shown, what may be changed, what is locked and withheld', () => {
  const query = 'view=figure&show=v,current&controls=amplitude+b&lock=cell,T&answers=off&poster=1';
  assert.deepEqual(read(query), {
    options: {
      view: 'figure',
      show: ['v', 'current'],
      controls: ['amplitude', 'b'],
      lock: ['cell', 'T'],
      answers: false,
      poster: true,
    },
    unread: [],
  });
  assert.deepEqual(read(''), {options: {}, unread: []});
  assert.deepEqual(read('view=lab&answers=on&poster=0&controls=&lock='), {
    options: {view: 'lab', answers: true, poster: false, controls: [], lock: []},
    unread: [],
  });
});

test('what is written is read as the same', () => {
  for (const options of [
    {},
    {view: 'figure'},
    {view: 'figure', show: ['plane', 'fi'], controls: ['none']},
    {lock: ['b', 'stimulus.0.onset'], answers: false},
    {view: 'figure', show: ['v'], controls: ['I2', 'd'], lock: ['all'], answers: false, poster: true},
  ]) {
    const written = new Map(Object.entries(displayOf(options)));
    const {options: again, unread} = displayIn((name) => written.get(name));
    assert.deepEqual([again.show?.slice().sort(), unread], [options.show?.slice().sort(), []]);
    assert.deepEqual({...again, show: 0}, {...options, show: 0});
  }
});

test('what means nothing is named, and never guessed', () => {
  assert.deepEqual(read('view=Figure&show=v,w,<b>&answers=no&poster=yes'), {
    options: {show: ['v']},
    unread: ['view=Figure', 'show=w', 'show=<b>', 'answers=no', 'poster=yes'],
  });
  assert.deepEqual(read('view=constructor&answers=toString').options, {});
});

test('a text of a million characters is neither taken nor said again whole', () => {
  for (const long of ['x'.repeat(1e6), 'b,'.repeat(5e5), ' '.repeat(1e6)]) {
    const began = performance.now();
    const {options, unread} = displayIn((name) => (name === 'lock' || name === 'show' ? long : null));
    assert.ok(performance.now() - began < 50);
    assert.deepEqual(options, {});
    assert.deepEqual(
      unread.map((text) => text.length <= 70),
      [true, true],
    );
  }
});

test('names are those of the schema, the short ones of a link, whole parts, and paths', () => {
  assert.deepEqual(all('b', 'cell.b', 'vpeak'), {paths: ['cell.b', 'cell.vpeak'], unknown: []});
  assert.deepEqual(all('amplitude', 'I').paths, ['stimulus.*.amplitude']);
  assert.deepEqual(all('I2', 'onset', 'length', 'to1').paths, [
    'stimulus.1.amplitude',
    'stimulus.*.onset',
    'stimulus.*.duration',
    'stimulus.0.to',
  ]);
  assert.deepEqual(all('stimulus.0.amplitude', 'stimulus.12.from').paths, ['stimulus.0.amplitude', 'stimulus.12.from']);
  assert.deepEqual(all('T', 'duration', 'start', 'initial.v', 'u', 'dt', 'solver').paths, [
    'duration',
    'initial',
    'initial.v',
    'initial.u',
    'solver.dt',
    'solver',
  ]);
  assert.deepEqual(all('all').paths, ['preset', 'cell', 'initial', 'stimulus', 'duration', 'solver']);
  assert.deepEqual(all('none'), {paths: [], unknown: []});
  const unknown = ['x', 'B', '', 'cell.x', 'stimulus.0', 'stimulus.0.x', 'constructor', '__proto__', 'I0x', '1.I'];
  assert.deepEqual(all(...unknown), {paths: [], unknown});
});
