import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {root} from '../support.mjs';
import {unpack} from '../../web/unpack.js';

// What xz packs is the reference; of its settings, those that say how bits are told apart (lc, lp, pb).
const pack = (whole, settings) =>
  execFileSync('xz', ['--format=lzma', `--lzma1=preset=9e,${settings}`, '-c'], {input: whole});

// Between them they take every path: literals after literals and after matches, each of the four last distances, short
// and long lengths, distances from one byte to more than 2^17 (which have bits of their own kind).
const noise = Uint8Array.from({length: 3e5}, (_, i) => Math.imul(i ^ (i >>> 7), 0x9e3779b1) >>> 24);
const wholes = {
  nothing: Buffer.alloc(0),
  'one byte': Buffer.of(255),
  zeros: Buffer.alloc(100000),
  noise,
  'noise and itself again': Buffer.concat([noise, noise.subarray(0, 1000), noise]),
  text: readFileSync(join(root, 'README.md')),
  samples: Buffer.from(Float64Array.from({length: 20000}, (_, i) => Math.sin(i / 100)).buffer),
  wasm: readFileSync(join(root, 'build/wasm/izhikevich.wasm')),
};

// Red when tried: one of the numbers that divide the states or the slots of distances another by one.
for (const settings of ['lc=3,lp=0,pb=0', 'lc=3,lp=0,pb=2', 'lc=0,lp=4,pb=4', 'lc=1,lp=2,pb=1'])
  test(`what xz packs with ${settings} is unpacked to the byte`, () => {
    for (const [name, whole] of Object.entries(wholes))
      assert.ok(Buffer.compare(unpack(pack(whole, settings), whole.length), whole) === 0, name);
  });
