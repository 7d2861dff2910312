// Unpacks what `xz --format=lzma` packed: a module of its own, which the page starts before there is anything else. As
// wasm it needs a quarter of the time that it needs as JavaScript, which is slow when it has just been read.
//
// By the decoder of the LZMA specification by Igor Pavlov, who placed it in the public domain.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace {

using std::uint32_t;

using Probability = std::uint16_t;  // of a 0, in 1/2048
constexpr int likelihood_bits = 11, slowness = 5;

// A probability for each bit that is decided, all in one array; where each kind of decision begins:
constexpr uint32_t is_match = 0, is_rep = 192, is_rep_0 = 204, is_rep_1 = 216, is_rep_2 = 228, is_rep_0_long = 240;
constexpr uint32_t slots = 432, positions = 688, align = 816, lengths = 832, rep_lengths = 1346, literals = 1860;
constexpr uint32_t of_literals = 0x300;
constexpr int most_literal_bits = 4;  // of lc + lp: xz takes no more
constexpr uint32_t header = 13;

Probability probabilities[literals + (of_literals << most_literal_bits)];
uint32_t range, code;
const std::uint8_t* from;
std::uint8_t* whole;
uint32_t to;
uint32_t lc, lp_mask, pb_mask;
uint32_t state;
uint32_t last[4];  // distances, less one

void normalize() {
  if (range >= 1U << 24) return;
  range <<= 8;
  code = code << 8 | *from++;
}

uint32_t bit(uint32_t at) {
  normalize();
  const uint32_t p = probabilities[at];
  const uint32_t bound = (range >> likelihood_bits) * p;
  const bool one = code >= bound;
  range = one ? range - bound : bound;
  if (one) code -= bound;
  probabilities[at] =
      static_cast<Probability>(one ? p - (p >> slowness) : p + (((1U << likelihood_bits) - p) >> slowness));
  return one;
}

uint32_t tree(uint32_t at, int bits) {
  uint32_t m = 1;
  for (int i = 0; i < bits; ++i) m = 2 * m + bit(at + m);
  return m - (1U << bits);
}

uint32_t reverse_tree(uint32_t at, uint32_t bits) {
  uint32_t m = 1;
  uint32_t value = 0;
  for (uint32_t i = 0; i < bits; ++i) {
    const uint32_t one = bit(at + m);
    m = 2 * m + one;
    value |= one << i;
  }
  return value;
}

uint32_t direct(uint32_t bits) {
  uint32_t value = 0;
  for (uint32_t i = 0; i < bits; ++i) {
    normalize();
    range >>= 1;
    const bool one = code >= range;
    if (one) code -= range;
    value = 2 * value + one;
  }
  return value;
}

uint32_t length(uint32_t at, uint32_t position) {
  if (!bit(at)) return tree(at + 2 + 8 * position, 3);
  return bit(at + 1) ? 16 + tree(at + 258, 8) : 8 + tree(at + 130 + 8 * position, 3);
}

uint32_t distance(uint32_t length) {
  const uint32_t slot = tree(slots + 64 * std::min(length, 3U), 6);
  if (slot < 4) return slot;
  const uint32_t bits = (slot >> 1) - 1;
  const uint32_t base = (2 | (slot & 1)) << bits;
  if (slot < 14) return base + reverse_tree(positions + base - slot, bits);
  return base + 16 * direct(bits - 4) + reverse_tree(align, 4);
}

/// Those before the one with this number move up by one, and it comes first.
void bring_forward(uint32_t which) {
  for (uint32_t i = which; i > 0; --i) std::swap(last[i], last[i - 1]);
}

void literal() {
  const uint32_t before = to ? whole[to - 1] : 0;
  const uint32_t at = literals + of_literals * (((to & lp_mask) << lc) + (before >> (8 - lc)));
  uint32_t symbol = 1;
  if (state >= 7) {
    uint32_t match = whole[to - last[0] - 1];
    for (bool same = true; same && symbol < 256; match <<= 1) {
      const uint32_t expected = match >> 7 & 1;
      const uint32_t one = bit(at + ((1 + expected) << 8) + symbol);
      symbol = 2 * symbol + one;
      same = one == expected;
    }
  }
  while (symbol < 256) symbol = 2 * symbol + bit(at + symbol);
  whole[to++] = static_cast<std::uint8_t>(symbol);
  state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
}

void match(uint32_t position) {
  uint32_t count = 1;
  if (!bit(is_rep + state)) {
    bring_forward(3);
    const uint32_t more = length(lengths, position);
    last[0] = distance(more);
    count = 2 + more;
    state = state < 7 ? 7 : 10;
  } else {
    const uint32_t which = !bit(is_rep_0 + state) ? 0 : !bit(is_rep_1 + state) ? 1 : 2 + bit(is_rep_2 + state);
    bring_forward(which);
    if (which || bit(is_rep_0_long + 16 * state + position)) {
      count = 2 + length(rep_lengths, position);
      state = state < 7 ? 8 : 11;
    } else {
      state = state < 7 ? 9 : 11;
    }
  }
  for (; count > 0; --count, ++to) whole[to] = whole[to - last[0] - 1];
}

}  // namespace

extern "C" {

/// What is packed, with its header, and where the whole will lie.
void unpack_begin(const std::uint8_t* packed, std::uint8_t* destination) {
  const uint32_t first = packed[0];  // (pb * 5 + lp) * 9 + lc
  lc = first % 9;
  lp_mask = (1U << (first / 9 % 5)) - 1;
  pb_mask = (1U << (first / 45)) - 1;
  std::fill(std::begin(probabilities), std::end(probabilities), Probability{1U << (likelihood_bits - 1)});
  range = 0xffffffff;
  code = 0;
  from = packed + header + 1;  // the first byte of all is 0
  for (int i = 0; i < 4; ++i) code = code << 8 | *from++;
  whole = destination;
  to = state = 0;
  std::fill(std::begin(last), std::end(last), 0);
}

/// Unpacks on, until so many bytes of the whole lie there, or a few more.
void unpack_until(uint32_t end) {
  while (to < end) {
    const uint32_t position = to & pb_mask;
    if (bit(is_match + 16 * state + position)) {
      match(position);
    } else {
      literal();
    }
  }
}

}  // extern "C"
