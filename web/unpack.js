// unpack.js: unpacks what `xz --format=lzma` packed, by wasm/unpack.cpp.
import binary from '../build/wasm/unpack.wasm';
import {breath} from './breath.js';

/** So many bytes at one go: some ms, on a phone too. */
const BITE = 128e3;
/** The longest match of all, by which the last one of damaged bytes can go too far. */
const SPARE = 300;
const PAGE = 65536; // bytes, of wasm's memory

/**
 * What was packed; the browser draws and listens in between. Rejects where the page is not allowed to compile WebAssembly.
 * @param {Uint8Array} packed
 * @param {number} size of the whole, in bytes (the header leaves it open)
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function unpack(packed, size) {
  const {instance} = await WebAssembly.instantiate(await binary);
  const {memory, unpack_begin: begin, unpack_until: until} = /** @type {any} */ (instance.exports);
  const pages = Math.ceil((packed.length + size + SPARE) / PAGE);
  const at = memory.grow(pages) * PAGE;
  const from = at + size + SPARE;
  new Uint8Array(memory.buffer).set(packed, from);
  begin(from, at);
  for (let to = 0; to < size;) {
    await breath();
    to = Math.min(to + BITE, size);
    until(to);
  }
  return new Uint8Array(memory.buffer, at, size);
}
