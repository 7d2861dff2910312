// bits.test.mjs: natively and as wasm, the core computes the same numbers to the last bit.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from '../support.mjs';

const native = join(root, 'build/native/izh_tests');
const wasm = join(root, 'build/wasm/izh_tests.js');

/** The hashes that a build of the core's tests prints: one for each run, in order, and their sum. */
function hashes(program, ...before) {
  const output = execFileSync(program, [...before, '[bits]', '-s', '-r', 'xml'], {encoding: 'utf8', maxBuffer: 1e8});
  return [...output.matchAll(/bits (\S+ \d+)/g)].map(([, hash]) => hash);
}

// Red when tried: -ffp-contract=fast and -march=native in the native build.
test('every preset and a few hundred other runs have the same bits natively and as wasm', () => {
  for (const program of [native, wasm])
    assert.ok(existsSync(program), `${program} is not built: make test-core builds both`);
  const one = hashes(native);
  const other = hashes(process.execPath, wasm);
  assert.ok(one.length > 300, `only ${one.length} hashes`);
  assert.deepEqual(other, one);
});
