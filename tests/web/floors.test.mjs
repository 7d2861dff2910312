// floors.test.mjs: what the lint of the floors finds.
import assert from 'node:assert/strict';
import test from 'node:test';
import {faults, faultsOfFiles, headless, house, tooLong, uses} from '../floors.mjs';

const floors = ['core/model', 'core/train', 'core/ask'];
const graph = (arrows) => new Map(Object.entries(arrows));

test('a file may use one on a floor above it, or on the same floor', () => {
  const arrows = {'core/ask/a.cpp': ['core/model/b.hpp', 'core/ask/c.hpp'], 'core/ask/c.hpp': ['core/train/d.hpp']};
  assert.deepEqual(faults(graph(arrows), floors), []);
});

test('an arrow down the list is reported with both files', () => {
  assert.deepEqual(faults(graph({'core/model/b.cpp': ['core/ask/a.hpp']}), floors), [
    'core/model/b.cpp uses core/ask/a.hpp, which stands below it',
  ]);
});

test('a circle is reported as a whole, even if it closes through a source file and its header', () => {
  const arrows = {
    'core/ask/a.cpp': ['core/ask/a.hpp', 'core/ask/b.hpp'],
    'core/ask/b.hpp': ['core/ask/c.hpp'],
    'core/ask/c.cpp': ['core/ask/a.hpp'],
    'core/ask/d.cpp': ['core/ask/a.hpp'],
  };
  assert.deepEqual(faults(graph(arrows), floors), ['these use each other: core/ask/a, core/ask/b, core/ask/c']);
});

test('a file on no floor is reported', () => {
  assert.deepEqual(faults(graph({'core/loose.cpp': []}), floors), ['core/loose.cpp stands on no floor']);
});

test('includes and imports are found; types in comments are not imports', () => {
  assert.deepEqual(uses('core/ask/a.cpp', '#include <cmath>\n#include "core/model/b.hpp"\n'), ['core/model/b.hpp']);
  const script = [
    "import {one} from './one.js';",
    'import {',
    '  two,',
    "} from '../words/two.js';",
    "import './three.js';",
    "export * from './four.js';",
    "/** @param {import('../page/five.js').Five} five */",
    "const six = () => import('./six.js');",
    "import Chart from 'chart.js/auto';",
  ].join('\n');
  assert.deepEqual(uses('web/views/a.js', script), [
    'web/views/one.js',
    'web/words/two.js',
    'web/views/three.js',
    'web/views/four.js',
    'web/views/six.js',
  ]);
});

test('a file of more than 350 lines is reported', () => {
  assert.deepEqual(tooLong('web/page/a.js', 'x;\n'.repeat(350)), []);
  assert.deepEqual(tooLong('web/page/a.js', 'x;\n'.repeat(351)), ['web/page/a.js has 351 lines, more than 350']);
});

test('a source file without a header is reported, unless it is where a program begins', () => {
  assert.deepEqual(headless('core/ask/a.cpp', '#include "core/ask/a.hpp"\n'), []);
  assert.deepEqual(headless('core/ask/a.cpp', '#include "core/ask/b.hpp"\n'), [
    'core/ask/a.cpp has no header of its own',
  ]);
  assert.deepEqual(headless('wasm/a.cpp', 'int main() {}\n'), []);
  assert.deepEqual(headless('wasm/a.cpp', 'extern "C" {\n}\n'), []);
});

test('the project has no such faults', () => {
  const arrows = house();
  assert.ok(arrows.size > 100);
  assert.deepEqual(faults(arrows), []);
  assert.deepEqual(faultsOfFiles(), []);
});
