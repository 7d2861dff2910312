// engine.js: the core's functions, called like any function.
import create from '../build/wasm/izhikevich.mjs';
import wasmBinary from '../build/wasm/izhikevich.wasm';

/**
 * The core, ready to be called. Rejects where the page is not allowed to compile WebAssembly.
 * @returns {Promise<Engine>}
 */
export const startEngine = () => create({wasmBinary});
