// door.test.mjs: what views ask of a lab: who answers, who is told, and who may refuse it.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {setMaxListeners} from 'node:events';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {Door, REVEALS, emit} from '../../web/plot/door.js';
import {root} from '../support.mjs';

/** As much of a lab's element as its door needs, with a list of what was asked. */
function opened() {
  const element = /** @type {any} */ (new EventTarget());
  const end = new AbortController();
  setMaxListeners(0, end.signal); // one listener per intent is not a leak
  const door = new Door();
  const asked = [];
  door.open(element, end.signal);
  door.answer(
    /** @type {any} */ ({
      edit(partial, from) {
        asked.push([partial, from]);
        return partial.wrong ? [{path: 'wrong'}] : [];
      },
      fit: () => asked.push('fit'),
    }),
  );
  return {element, door, end, asked};
}

test('the view that emits an intent gets the answer, and its payload is not changed', () => {
  const {element, asked, end} = opened();
  const partial = Object.freeze({wrong: true});
  assert.deepEqual(emit(element, 'edit', partial), [{path: 'wrong'}]);
  assert.deepEqual(asked, [[partial, element]]);
  assert.deepEqual(emit(element, 'edit', {}), []);
  emit(element, 'fit');
  assert.equal(asked.at(-1), 'fit');
  end.abort();
  assert.equal(emit(element, 'edit', {}), undefined, 'nothing answers any more');
  assert.equal(asked.length, 3);
});

test('a filter sees every intent, and logs, refuses or passes it until it is removed', () => {
  const {element, door, asked, end} = opened();
  const heard = [];
  door.hear('edit', (partial) => heard.push(partial), end.signal);
  const log = [];
  const unlog = door.filter(({name, payload}, pass) => {
    const answer = pass();
    log.push([name, payload, answer]);
    return answer;
  });
  const locked = [{path: 'cell', code: 'locked'}];
  const unlock = door.filter(({name, payload}, pass) =>
    name === 'edit' && payload.cell ? /** @type {any} */ (locked) : pass(),
  );
  assert.equal(emit(element, 'edit', {cell: {b: 1}}), locked);
  assert.deepEqual([asked, heard], [[], []], 'a refused intent never reaches the lab');
  assert.deepEqual(emit(element, 'edit', {duration: 1}), []);
  assert.deepEqual(heard, [{duration: 1}]);
  unlock();
  assert.deepEqual(emit(element, 'edit', {cell: {b: 1}}), []);
  // The log stood behind the lock, so it saw only what the lock let through.
  assert.deepEqual(log, [
    ['edit', {duration: 1}, []],
    ['edit', {cell: {b: 1}}, []],
  ]);
  unlog();
  emit(element, 'fit');
  assert.equal(log.length, 2);
});

// Fails with: withheld intents answered.
test('intents that reveal a result can be withheld: those are not answered, and nothing else is refused', () => {
  const {element, door, asked} = opened();
  const played = [];
  door.answer(/** @type {any} */ ({play: () => played.push('play'), fit: () => asked.push('fit')}));
  const log = [];
  door.filter(({name}, pass) => {
    log.push(name);
    return pass();
  });
  door.withhold(['play', 'verdicts']);
  assert.deepEqual([door.reveals('play'), door.reveals('verdicts'), door.reveals('measures')], [false, false, true]);
  emit(element, 'play');
  emit(element, 'fit');
  assert.deepEqual([played, asked, log], [[], ['fit'], ['play', 'fit']], 'a log sees the attempt');
  assert.throws(() => door.withhold(['fit']), /'fit' reveals no result \(these do: .*play.*verdicts/);
  door.withhold([]);
  emit(element, 'play');
  assert.deepEqual(played, ['play']);
});

test('names, payloads and answers are checked by types, and each intent is declared to reveal a result or not', () => {
  const wrong = [
    "emit(element, 'edits', {});",
    "emit(element, 'open-preset', 3);",
    "emit(element, 'open-preset');",
    "emit(element, 'fit', 1);",
    "emit(element, 'cursor', {time: 'now'});",
    "const count: number = emit(element, 'edit', {}) ?? [];",
    'door.answer({fit() {}});',
    "door.withhold(['rheobase']);",
    "emit(element, 'switch', {name: 'large', on: true});",
    "door.hear('look', ({start}) => start, new AbortController().signal);",
    'const reveals: Record<Intent, boolean> = {edit: false};',
  ];
  const right = [
    "const problems: Problem[] = emit(element, 'edit', {duration: 1}) ?? [];",
    "emit(element, 'fit');",
    "emit(element, 'highlight', null);",
    "door.filter(({name}, pass) => (name === 'edit' ? undefined : pass()));",
  ];
  const folder = join(root, 'build/test');
  mkdirSync(folder, {recursive: true});
  const head = `import {Door, emit} from '../../web/plot/door.js';
declare const element: Element;
declare const door: Door;
`;
  const checked = [...wrong.map((line) => `// @ts-expect-error\n{ ${line} }`), ...right.map((line) => `{ ${line} }`)];
  writeFileSync(join(folder, 'messages-check.ts'), head + checked.join('\n'));
  const config = {
    extends: '../../web/tsconfig.json',
    compilerOptions: {noUnusedLocals: false},
    include: ['messages-check.ts', '../../web/*.d.ts', '../../web/*/*.d.ts', '../wasm/core.d.ts'],
  };
  writeFileSync(join(folder, 'messages-check.json'), JSON.stringify(config));
  const tsc = join(root, 'web/node_modules/.bin/tsc');
  const {stdout, status} = spawnSync(tsc, ['--project', join(folder, 'messages-check.json')], {encoding: 'utf8'});
  assert.equal(stdout, '');
  assert.equal(status, 0);
  assert.ok(Object.values(REVEALS).some(Boolean) && !Object.values(REVEALS).every(Boolean));
});
