// readme.test.mjs: what the README promises exists.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {root, wasm} from '../support.mjs';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const ids = (await wasm()).presets().map(({id}) => id);

test('every address in the README opens a preset', () => {
  const named = [...readme.matchAll(/#((?:RS|IB|CH|note|truth|why)[\w-]*)/g)].map(([, id]) => id);
  assert.ok(named.length > 10);
  for (const id of named) assert.ok(ids.includes(id), id);
});

test('every make command in the README exists', () => {
  const makefile = readFileSync(join(root, 'Makefile'), 'utf8');
  const named = new Set([...readme.matchAll(/\bmake ([a-z]+)/g)].map(([, target]) => target));
  assert.ok(named.has('serve') && named.has('test'));
  for (const target of named) assert.match(makefile, new RegExp(`^${target}:`, 'm'));
});

test('every file that the README links to exists', () => {
  for (const [, path] of readme.matchAll(/\]\((?!http)([^)#]+)\)/g)) assert.ok(existsSync(join(root, path)), path);
});
