import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {bundled, root} from '../support.mjs';

const {unpack} = await bundled('web/unpack.js');

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

// The settings that the page is packed with meet everything; others, which divide the bits otherwise, a little of it.
const brief = {text: wholes.text, wasm: wholes.wasm.subarray(0, 40000), samples: wholes.samples.subarray(0, 20000)};

// Red when tried: one of the numbers that divide the states or the slots of distances another by one.
for (const [settings, some] of Object.entries({
  'lc=3,lp=0,pb=0': wholes,
  'lc=3,lp=0,pb=2': brief,
  'lc=0,lp=4,pb=4': brief,
  'lc=1,lp=2,pb=1': brief,
}))
  test(`what xz packs with ${settings} is unpacked to the byte`, async () => {
    for (const [name, whole] of Object.entries(some))
      assert.ok(Buffer.compare(await unpack(pack(whole, settings), whole.length), whole) === 0, name);
  });
