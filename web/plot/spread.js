// plot/spread.js: keeps labels and handles apart, each as near as possible to where it belongs.

/**
 * Positions at least `gap` apart between `low` and `high`, for wanted positions in ascending order, with the least sum of
 * squared moves. With i gaps subtracted from the i-th they only must not decrease; neighbours that would get their mean.
 * @param {number[]} wanted @param {number} gap @param {number} low @param {number} high
 */
export function spread(wanted, gap, low, high) {
  /** @type {{sum: number, count: number}[]} */
  const blocks = [];
  for (const [i, place] of wanted.entries()) {
    const block = {sum: place - i * gap, count: 1};
    for (
      let last;
      (last = blocks[blocks.length - 1]) && last.sum / last.count > block.sum / block.count;
      blocks.pop()
    ) {
      block.sum += last.sum;
      block.count += last.count;
    }
    blocks.push(block);
  }
  const most = Math.max(low, high - gap * (wanted.length - 1));
  const means = blocks.flatMap(({sum, count}) => Array(count).fill(sum / count));
  return means.map((mean, i) => Math.min(Math.max(mean, low), most) + i * gap);
}

/** Moves to try, in units of the size, when a place is taken: along a line, then off it. */
const TRIES = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [2, 0],
  [-2, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];

/**
 * Places each of `wanted` in turn where it belongs, or beside that if another one is nearer than `size`; always within `area`.
 * Undefined where all places around are taken. Points on a level line move along it first, the others up and down; those that
 * are `fixed` do not move.
 * @param {{x: number, y: number, level?: boolean, fixed?: boolean}[]} wanted @param {number} size
 * @param {{left: number, right: number, top: number, bottom: number}} area
 */
export function apart(wanted, size, {left, right, top, bottom}) {
  /** @type {({x: number, y: number} | undefined)[]} */
  const placed = [];
  for (const {x, y, level, fixed} of wanted) {
    const tries = TRIES.slice(0, fixed ? 1 : TRIES.length).map(([along, off]) => ({
      x: Math.min(Math.max(x + (level ? along : off) * size, left), right),
      y: Math.min(Math.max(y + (level ? off : along) * size, top), bottom),
    }));
    const free = tries.find((at) =>
      placed.every((other) => !other || Math.max(Math.abs(other.x - at.x), Math.abs(other.y - at.y)) >= size - 1e-9),
    );
    placed.push(free);
  }
  return placed;
}
