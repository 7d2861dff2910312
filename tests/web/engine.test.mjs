// engine.test.mjs: the two builds of the core as the page has them: packed together, and chosen by what the browser can.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {bundled, root, wasm} from '../support.mjs';

const {hasSimd, modules: promised, startEngine} = await bundled('web/engine.js', {packed: true});
const modules = {plain: await promised.plain, simd: await promised.simd};
const file = (name) => readFileSync(join(root, `build/wasm/${name}.wasm`));
const cells = (engine) => engine.presets().slice(0, 3);

// Red when tried: the second module cut one byte late.
test('both builds come out of the page as they were built', () => {
  assert.deepEqual(Buffer.from(modules.plain), file('izhikevich'));
  assert.deepEqual(Buffer.from(modules.simd), file('izhikevich-simd'));
});

// Red when tried: the two exchanged; a bit of the asked function changed.
test('the build with SIMD is taken where there is SIMD, and only there', async () => {
  assert.ok(hasSimd());
  const validate = WebAssembly.validate;
  assert.ok(validate(modules.plain));
  const taken = async () => {
    const {instantiate} = WebAssembly;
    let bytes;
    WebAssembly.instantiate = (binary, imports) => ((bytes = binary.length), instantiate(binary, imports));
    await startEngine();
    WebAssembly.instantiate = instantiate;
    return bytes;
  };
  assert.equal(await taken(), modules.simd.length);
  WebAssembly.validate = () => false;
  assert.equal(await taken(), modules.plain.length);
  WebAssembly.validate = validate;
});

// Red when tried: -ffast-math in the build with SIMD.
test('f-I curves have the same bits from both builds', async () => {
  const [plain, simd] = [await wasm(), await wasm('izhikevich-simd')];
  for (const {runs} of cells(plain)) {
    const currents = plain.currents_of({from: 0, to: 600, points: 40});
    const curve = simd.fi_curve(runs[0], currents, 2000);
    assert.ok(curve.simulated > 300);
    assert.deepEqual(plain.fi_curve(runs[0], currents, 2000), curve);
  }
});
