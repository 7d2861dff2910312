// embed-md.test.mjs: web/EMBED.md names what there is, and all of it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {root} from '../support.mjs';

const manual = readFileSync(join(root, 'web/EMBED.md'), 'utf8');

test('every attribute and message that EMBED.md names is one, and every one that there is stands in it', () => {
  const source = (name) => readFileSync(join(root, 'web/embed', name), 'utf8');
  const table = (heading) => manual.split(heading)[1].split('\n\n')[0];
  const attributes = [...table('| Attribute').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name).sort();
  const listed = [...source('element.js').matchAll(/^const (?:SET_UP|DISPLAY) = \[(.*?)\]/gms)].flatMap(([, names]) =>
    names.match(/\w+/g),
  );
  assert.deepEqual(attributes, [...listed, 'theme', 'lang'].sort());
  const messages = [...table('| You send').matchAll(/^\| `type: '(\w+)'`/gm)].map(([, name]) => name).sort();
  const answered = [
    ...source('host.js')
      .split('const ANSWERED')[1]
      .split('\n};')[0]
      .matchAll(/^ {2}(\w+)[(:]/gm),
  ].map(([, name]) => name);
  assert.deepEqual(messages, [...answered, 'spikes'].sort());
  const [, values, depth, text] = /values: (\d+), depth: (\d+), text: (\S+)\}/.exec(source('data.js'));
  assert.match(
    manual,
    new RegExp(
      `${values} values, ${{8: 'eight'}[depth]} levels deep, and texts of ${Number(text) / 1000} 000 characters`,
    ),
  );
});
