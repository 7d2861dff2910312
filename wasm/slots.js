// wasm/slots.js: the module's memory, and a place in it. Everything crosses in slots of eight bytes.

export class Slots {
  /** What the module exports. @type {any} */
  exports;
  // Views of its memory, which moves when it grows.
  floats = new Float64Array();
  words = new Uint32Array();
  bytes = new Uint8Array();
  /** Where to write or read, in slots. */
  at = 0;

  /** @param {any} exports */
  constructor(exports) {
    this.exports = exports;
  }

  /** Finds the memory, which may have moved. */
  look() {
    const {buffer} = this.exports.memory;
    if (this.floats.buffer === buffer) return;
    this.floats = new Float64Array(buffer);
    this.words = new Uint32Array(buffer);
    this.bytes = new Uint8Array(buffer);
  }
}
