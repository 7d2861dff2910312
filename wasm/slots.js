// wasm/slots.js: the module's memory, and a place in it. Everything crosses in slots of eight bytes.

/** bindings.cpp says what they do. @typedef {{room(slots: number): number, keep(slot: number): number, field_names(shape: number): string}} Border */

export class Slots {
  #core;
  /** What embind binds besides the core's functions. */
  border;
  // Views of its memory.
  floats = new Float64Array();
  words = new Uint32Array();
  bytes = new Uint8Array();
  /** Where to write or read, in slots. */
  at = 0;

  /** @param {any} core what Emscripten makes of it @param {Border} border */
  constructor(core, border) {
    this.#core = core;
    this.border = border;
  }

  /** Goes to an address, and finds the memory, which moves when it grows. @param {number} address */
  go(address) {
    ({HEAPF64: this.floats, HEAPU32: this.words, HEAPU8: this.bytes} = this.#core);
    this.at = address >> 3;
  }
}
