// engine/core.js: the core, which the page carries as text (deflated, base64): compiles it and makes instances.
import {engineOf} from '../../wasm/border.js';
import {bytesIn, carried} from './carried.js';

/** Why there is no core: 'forbidden' if this page is not allowed to compile WebAssembly at all, else 'damaged'. */
export class NoCore extends Error {
  /** @type {'forbidden' | 'damaged'} */
  why = mayCompile() ? 'damaged' : 'forbidden';
}

/** Whether even the smallest possible module compiles. */
function mayCompile() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/**
 * Compiles the core from the text in the page. Rejects with NoCore.
 * @param {string} packed @returns {Promise<WebAssembly.Module>}
 */
export const compile = (packed) =>
  inflated(packed).catch((error) => {
    throw new NoCore(String(error));
  });

/** Inflates and compiles in the browser's own code, off the main thread. @param {string} packed */
async function inflated(packed) {
  const {body} = new Response(bytesIn(packed));
  const stream = /** @type {NonNullable<typeof body>} */ (body).pipeThrough(new DecompressionStream('deflate-raw'));
  return WebAssembly.compileStreaming(new Response(stream, {headers: {'content-type': 'application/wasm'}}));
}

/** The core as text, from the page that this runs in. */
export const packedCore = () => carried('lab-core');

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiling;

/** The page's core, compiled once for all its labs and workers. Rejects as `compile` does. */
export const compiledCore = () => (compiling ??= compile(packedCore()));

/** An instance of the compiled core, ready to be called. */
export const instanceOf = engineOf;
