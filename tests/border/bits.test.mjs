// bits.test.mjs: natively and as wasm, the core computes the same numbers to the last bit.
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
 * The hashes that a build of the core's tests prints: one for each run, in order, and their sum. Into a file: a program
 * that node ends loses what a pipe has not taken yet.
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
