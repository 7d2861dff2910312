// plot/label-placer.js: finds places for labels: beside what they name, inside the area, over no other label, handle or curve.

/** @typedef {[number, number]} Pixel */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/**
 * A label, with the points that it may stand beside, the best first; `toLeft`: rather to their left.
 * @typedef {{id: string, width: number, height: number, anchors: Pixel[], toLeft?: boolean}} Wanted
 */
/** Where a label stands; far from its point, a line leads there. @typedef {Box & {leader?: [Pixel, Pixel]}} Placed */

/** Curves are kept as the squares of this size that they pass through, in px. */
const CELL = 4;
/** How far a label may stand from its point, in px: as near as there is room. */
const NEAR = [6, 11, 18];
/** The same with a line that leads to the point. */
const FAR = [34, 52, 74, 100];
/** Directions to a label: beside it, half above or below, above and below, at its corners. @type {Pixel[]} */
const SIDES = [
  [1, 0],
  [-1, 0],
  [1, -0.7],
  [-1, -0.7],
  [1, 0.7],
  [-1, 0.7],
  [1, -1],
  [1, 1],
  [0, -1],
  [0, 1],
  [-1, -1],
  [-1, 1],
];

/** @param {Box} one @param {Box} other */
export const overlap = (one, other) =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

/** Points along a line, at most `step` apart, within the area. @param {Pixel} from @param {Pixel} to @param {Box} area @param {number} step @param {(x: number, y: number) => void} each */
function along([x, y], [toX, toY], {left, right, top, bottom}, step, each) {
  const [dx, dy] = [toX - x, toY - y];
  let [begin, end] = [0, 1];
  for (const [by, low, high] of [
    [dx, left - x, right - x],
    [dy, top - y, bottom - y],
  ]) {
    if (by === 0) {
      if (low > 0 || high < 0) return;
      continue;
    }
    begin = Math.max(begin, Math.min(low / by, high / by));
    end = Math.min(end, Math.max(low / by, high / by));
  }
  if (!(begin <= end)) return;
  const count = Math.ceil(((end - begin) * Math.max(Math.abs(dx), Math.abs(dy))) / step) || 1;
  for (let i = 0; i <= count; i += 1) {
    const share = begin + ((end - begin) * i) / count;
    each(x + share * dx, y + share * dy);
  }
}

/** What curves cover of an area. @param {Box} area @param {ArrayLike<Pixel>[]} curves */
function inkOf(area, curves) {
  const columns = Math.ceil((area.right - area.left) / CELL) + 1;
  const rows = Math.ceil((area.bottom - area.top) / CELL) + 1;
  const cells = new Uint8Array(columns * rows);
  /** How many covered cells lie above and to the left of each corner. */
  const sums = new Uint32Array((columns + 1) * (rows + 1));
  let stale = true;
  /** @param {ArrayLike<Pixel>} curve */
  function add(curve) {
    for (let i = 1; i < curve.length; i += 1)
      along(curve[i - 1], curve[i], area, CELL / 2, (x, y) => {
        cells[Math.floor((y - area.top) / CELL) * columns + Math.floor((x - area.left) / CELL)] = 1;
      });
    stale = true;
  }
  function sum() {
    for (let row = 0; row < rows; row += 1)
      for (let column = 0, line = 0; column < columns; column += 1) {
        line += cells[row * columns + column];
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line;
      }
    stale = false;
  }
  for (const curve of curves) add(curve);
  return {
    add,
    /** Whether a curve passes through a box inside the area. @param {Box} box */
    in({left, right, top, bottom}) {
      if (stale) sum();
      const [from, to] = [left, right].map((x) => Math.floor((x - area.left) / CELL));
      const [above, below] = [top, bottom].map((y) => Math.floor((y - area.top) / CELL) * (columns + 1));
      const next = columns + 1;
      return sums[below + next + to + 1] - sums[above + to + 1] - sums[below + next + from] + sums[above + from] > 0;
    },
  };
}

/** The box of a label on one side of a point, `off` px away. @param {Wanted} label @param {Pixel} anchor @param {Pixel} side @param {number} off @returns {Box} */
function boxAt({width, height, toLeft}, [x, y], [right, down], off) {
  const across = toLeft ? -right : right;
  const left = x + across * off + ((across - 1) / 2) * width;
  const top = y + down * off + ((down - 1) / 2) * height;
  return {left, right: left + width, top, bottom: top + height};
}

/**
 * Places labels in turn; one for which there is no room is left out. A label whose place is still free keeps it.
 * @param {Wanted[]} wanted the most important first
 * @param {{area: Box, boxes?: Box[], curves?: ArrayLike<Pixel>[]}} around what they must not cover: `boxes` are handles and the like
 * @param {Map<string, number[]>} [kept] where each stood relative to its point; it is brought up to date
 */
export function placeLabels(wanted, {area, boxes = [], curves = []}, kept = new Map()) {
  const taken = [...boxes];
  const ink = inkOf(area, curves);
  /** @type {Map<string, Placed>} */
  const placed = new Map();
  const free = (/** @type {Box} */ box) =>
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom &&
    !taken.some((other) => overlap(other, box)) &&
    !ink.in(box);
  const inside = (/** @type {Pixel} */ [x, y]) =>
    x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;

  /** @param {Wanted} label @param {number[]} where */
  const at = (label, [anchor, side, off]) =>
    anchor < label.anchors.length && inside(label.anchors[anchor])
      ? boxAt(label, label.anchors[anchor], SIDES[side], off)
      : undefined;
  /** @param {Wanted} label @returns {Placed | undefined} */
  function beside(label) {
    const before = kept.get(label.id);
    const same = before && at(label, before);
    if (same && free(same)) return same;
    for (const off of NEAR)
      for (let anchor = 0; anchor < label.anchors.length; anchor += 1)
        for (let side = 0; side < SIDES.length; side += 1) {
          const box = at(label, [anchor, side, off]);
          if (!box || !free(box)) continue;
          kept.set(label.id, [anchor, side, off]);
          return box;
        }
    kept.delete(label.id);
    return undefined;
  }
  /** @param {Wanted} label @returns {Placed | undefined} */
  function afar(label) {
    for (const off of FAR)
      for (const anchor of label.anchors.filter(inside).slice(0, 8))
        for (const side of SIDES) {
          const box = boxAt(label, anchor, side, off);
          if (!free(box)) continue;
          /** @type {Pixel} */
          const end = [
            Math.min(Math.max(anchor[0], box.left), box.right),
            Math.min(Math.max(anchor[1], box.top), box.bottom),
          ];
          let crosses = false;
          along(anchor, end, area, CELL, (x, y) => {
            const point = {left: x, right: x, top: y, bottom: y};
            crosses ||= [...placed.values()].some((other) => overlap(other, point));
          });
          if (!crosses) return {...box, leader: [anchor, end]};
        }
    return undefined;
  }
  for (const label of wanted) {
    const found = beside(label) ?? afar(label);
    if (!found) continue;
    placed.set(label.id, found);
    taken.push(found);
    if (found.leader) ink.add(found.leader);
  }
  return placed;
}
