// bits.test.mjs: the native core and the wasm core compute the same numbers to the last bit.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from '../support.mjs';

const native = join(root, 'build/native/izh_tests');
const wasm = join(root, 'build/wasm/izh_tests.js');

/**
 * The hashes printed by a build of the core's tests, one for each run in order, and their sum. They go through a file, because
 * output still in a pipe is lost when node ends a program.
 */
function hashes(program, ...before) {
  const folder = mkdtempSync(join(tmpdir(), 'izhikevich-'));
  try {
    const file = openSync(join(folder, 'output'), 'w');
    execFileSync(program, [...before, '[bits]', '-s', '-r', 'xml'], {stdio: ['ignore', file, 'inherit']});
    closeSync(file);
    return [...readFileSync(join(folder, 'output'), 'utf8').matchAll(/bits (\S+ \d+)/g)].map(([, hash]) => hash);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

// Fails with: -ffp-contract=fast and -march=native in the native build.
test('every preset, a batch and a few hundred other runs have the same bits natively and as wasm', () => {
  for (const program of [native, wasm])
    assert.ok(existsSync(program), `${program} is not built: make test-core builds them`);
  const one = hashes(native);
  assert.ok(one.length > 450, `only ${one.length} hashes`);
  assert.deepEqual(hashes(process.execPath, wasm), one);
});
