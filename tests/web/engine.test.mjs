// engine.test.mjs: the core in the page is the one that was built.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {inflateRawSync} from 'node:zlib';
import {packedCore} from '../../web/build/build.mjs';
import {root} from '../support.mjs';

for (const final of [false, true])
  test(`the core unpacked from the page equals the one that was built, ${final ? 'packed well' : 'packed fast'}`, async () => {
    const packed = Buffer.from(await packedCore(final), 'base64');
    assert.deepEqual(inflateRawSync(packed), readFileSync(join(root, 'build/wasm/izhikevich.wasm')));
  });
