// unpack.js: unpacks what `xz --format=lzma` packed.
import {breath} from './breath.js';

/** So many bytes at one go: some ms, on a phone too. */
const BITE = 32e3;

/**
 * What was packed, by the decoder of the LZMA specification by Igor Pavlov, who placed it in the public domain. The browser
 * draws and listens in between.
 * @param {Uint8Array} packed
 * @param {number} size of the whole, in bytes (the header of 13 bytes leaves it open)
 * @returns {Promise<Uint8Array>}
 */
export async function unpack(packed, size) {
  const whole = new Uint8Array(size);
  const first = packed[0]; // (pb * 5 + lp) * 9 + lc
  const lc = first % 9;
  const lpMask = (1 << (Math.floor(first / 9) % 5)) - 1;
  const pbMask = (1 << Math.floor(first / 45)) - 1;
  // A probability for each bit that is decided, all in one array; where each kind of decision begins:
  const IS_MATCH = 0, IS_REP = 192, IS_REP_0 = 204, IS_REP_1 = 216, IS_REP_2 = 228, IS_REP_0_LONG = 240; // prettier-ignore
  const SLOT = 432, POSITION = 688, ALIGN = 816, LENGTH = 832, REP_LENGTH = 1346, LITERAL = 1860; // prettier-ignore
  const probability = new Uint16Array(LITERAL + (0x300 << (lc + (Math.floor(first / 9) % 5)))).fill(1024);

  let from = 18;
  // Both of 32 bits, which variables would round, box or make signed.
  const RANGE = 0, CODE = 1; // prettier-ignore
  const coder = Uint32Array.of(-1, (packed[14] << 24) | (packed[15] << 16) | (packed[16] << 8) | packed[17]);

  const normalize = () => {
    if (coder[RANGE] < 1 << 24) {
      coder[RANGE] <<= 8;
      coder[CODE] = (coder[CODE] << 8) | packed[from++];
    }
  };
  const bit = (/** @type {number} */ at) => {
    normalize();
    const p = probability[at];
    const bound = (coder[RANGE] >>> 11) * p;
    if (coder[CODE] < bound) {
      coder[RANGE] = bound;
      probability[at] = p + ((2048 - p) >> 5);
      return 0;
    }
    coder[RANGE] -= bound;
    coder[CODE] -= bound;
    probability[at] = p - (p >> 5);
    return 1;
  };
  const tree = (/** @type {number} */ at, /** @type {number} */ bits) => {
    let m = 1;
    for (let i = 0; i < bits; ++i) m = 2 * m + bit(at + m);
    return m - (1 << bits);
  };
  const reverse = (/** @type {number} */ at, /** @type {number} */ bits) => {
    let m = 1;
    let value = 0;
    for (let i = 0; i < bits; ++i) {
      const one = bit(at + m);
      m = 2 * m + one;
      value |= one << i;
    }
    return value;
  };
  const direct = (/** @type {number} */ bits) => {
    let value = 0;
    while (bits--) {
      normalize();
      coder[RANGE] >>>= 1;
      const one = coder[CODE] >= coder[RANGE] ? 1 : 0;
      if (one) coder[CODE] -= coder[RANGE];
      value = 2 * value + one;
    }
    return value;
  };
  const length = (/** @type {number} */ at, /** @type {number} */ position) =>
    bit(at)
      ? bit(at + 1)
        ? 16 + tree(at + 258, 8)
        : 8 + tree(at + 130 + 8 * position, 3)
      : tree(at + 2 + 8 * position, 3);
  const distance = (/** @type {number} */ length) => {
    const slot = tree(SLOT + 64 * Math.min(length, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    return slot < 14 ? base + reverse(POSITION + base - slot, bits) : base + 16 * direct(bits - 4) + reverse(ALIGN, 4);
  };

  let state = 0;
  const last = [0, 0, 0, 0]; // distances less one
  for (let to = 0, rest = 0; to < size;) {
    if (to >= rest) {
      await breath();
      rest = to + BITE;
    }
    const position = to & pbMask;
    if (!bit(IS_MATCH + 16 * state + position)) {
      const before = to ? whole[to - 1] : 0;
      const at = LITERAL + 0x300 * (((to & lpMask) << lc) + (before >> (8 - lc)));
      let symbol = 1;
      if (state >= 7)
        for (let match = whole[to - last[0] - 1], same = true; same && symbol < 256; match <<= 1) {
          const expected = (match >> 7) & 1;
          const one = bit(at + ((1 + expected) << 8) + symbol);
          symbol = 2 * symbol + one;
          same = one === expected;
        }
      while (symbol < 256) symbol = 2 * symbol + bit(at + symbol);
      whole[to++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count = 1;
    if (!bit(IS_REP + state)) {
      last.pop();
      count = 2 + length(LENGTH, position);
      last.unshift(distance(count - 2));
      state = state < 7 ? 7 : 10;
    } else {
      const which = !bit(IS_REP_0 + state) ? 0 : !bit(IS_REP_1 + state) ? 1 : 2 + bit(IS_REP_2 + state);
      last.unshift(...last.splice(which, 1));
      if (which || bit(IS_REP_0_LONG + 16 * state + position)) {
        count = 2 + length(REP_LENGTH, position);
        state = state < 7 ? 8 : 11;
      } else state = state < 7 ? 9 : 11;
    }
    for (; count--; ++to) whole[to] = whole[to - last[0] - 1];
  }
  return whole;
}
