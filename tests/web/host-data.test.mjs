// host-data.test.mjs: what a page around the lab may send it: plain data of a bounded size, and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import {MOST, messageIn, plainIn} from '../../web/embed/data.js';
import {require} from '../support.mjs';

const fc = require('fast-check');

test('plain data comes through as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({maxDepth: 4}), (value) => {
      const given = JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto'));
      assert.deepEqual(plainIn(given), given);
    }),
  );
});

test('whatever else one page can send another is refused whole, and nothing is thrown', () => {
  const circle = {};
  circle.self = circle;
  let deep = {};
  for (let i = 0; i < 1e4; i += 1) deep = {deep};
  const other = [
    circle,
    deep,
    new Map([[1, 2]]),
    new Date(0),
    /x/,
    new Uint8Array(9),
    new Error('x'),
    10n,
    NaN,
    Infinity,
  ];
  other.push(undefined, new Array(2 ** 32 - 1), Array(MOST.values + 1).fill(0), 'x'.repeat(MOST.text + 1));
  other.push(Object.fromEntries(Array.from({length: MOST.values + 1}, (_, i) => [`key${i}`, i])));
  other.push(JSON.parse('{"__proto__": {"polluted": 1}}'), {constructor: 1}, {['k'.repeat(101)]: 1});
  for (const value of other) {
    assert.equal(plainIn(value), undefined);
    assert.equal(plainIn({experiment: [value]}), undefined);
  }
  assert.deepEqual(plainIn({cell: {b: 1}, link: undefined}), {cell: {b: 1}}, 'what is undefined is not there');
  assert.equal({}.polluted, undefined);
});

test('a message is one by its version and type alone, and its id comes back only if it is short', () => {
  assert.deepEqual(messageIn({izh: 1, id: 7, type: 'get'}), {
    type: 'get',
    id: 7,
    asked: {izh: 1, id: 7, type: 'get'},
  });
  for (const data of [null, undefined, 'get', 1, [], {}, {izh: 2, type: 'get'}, {izh: '1', type: 'get'}, {izh: 1}])
    assert.equal(messageIn(data), undefined);
  assert.equal(messageIn({izh: 1, type: 'x'.repeat(41)}).id, null, 'also one of an unknown type');
  assert.equal(messageIn(Object.create({izh: 1, type: 'get'})), undefined);
  for (const id of [{}, [], 'x'.repeat(201), NaN, Infinity, true])
    assert.equal(messageIn({izh: 1, type: 'get', id}).id, null);
  assert.equal(messageIn({izh: 1, id: 'a', type: 'set', experiment: 'x'.repeat(1e6)}).asked, null);
  fc.assert(
    fc.property(
      fc.anything({withBigInt: true, withMap: true, withTypedArray: true, withSparseArray: true}),
      (data) => messageIn(data) === undefined,
    ),
  );
});
