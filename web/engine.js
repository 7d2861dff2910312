// engine.js: the core's functions, called like any function.
import create from '../build/wasm/izhikevich.mjs';
import plain from '../build/wasm/izhikevich.wasm';
import simd from '../build/wasm/izhikevich-simd.wasm';

/** Both builds of the core, unpacked in time; they find the same, bit for bit, but with SIMD f-I curves come sooner. */
export const modules = {plain, simd};

/** Whether numbers can be computed side by side here: asked with a function that splats a byte and counts its bits. */
export const hasSimd = () =>
  WebAssembly.validate(
    // prettier-ignore
    Uint8Array.of(
      0, 97, 115, 109, 1, 0, 0, 0, // wasm, version 1
      1, 5, 1, 96, 0, 1, 123, // a type: from nothing to v128
      3, 2, 1, 0, // a function of that type
      10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11, // i32.const 0, i8x16.splat, i8x16.popcnt, end
    ),
  );

/**
 * The core, ready to be called. Rejects where the page is not allowed to compile WebAssembly.
 * @returns {Promise<Engine>}
 */
export const startEngine = async () => create({wasmBinary: await (hasSimd() ? modules.simd : modules.plain)});
