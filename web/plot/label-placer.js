// plot/label-placer.js: finds places for labels: beside what they name, inside the area, over no other label, handle or curve.

/** @typedef {[number, number]} Pixel */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/**
 * A label, with the points that it may stand beside, the best first; `toLeft`: rather to their left; `after`: the label of
 * another point, named before it: the two stand in the order of their points; `others`: curves like its own, none of which may lie
 * between it and its point, unless a line leads there; `rivals`: other points, from which it keeps farther; `level`: such a line is level; `instead`: shorter labels, where there is no
 * room for it.
 * @typedef {{id: string, width: number, height: number, anchors: Pixel[], toLeft?: boolean, after?: string, others?: ArrayLike<Pixel>[], rivals?: Pixel[], level?: boolean, instead?: Wanted[]}} Wanted
 */
/** A place that is free: the better, the smaller `cost`; `where`: what to remember it by. @typedef {{box: Placed, cost: number, where?: number[]}} Place */
/** Where a label stands; far from its point, a line leads there. @typedef {Box & {leader?: [Pixel, Pixel]}} Placed */

/** Curves are kept as the squares of this size that they pass through, in px. */
const CELL = 4;
/** How far a label may stand from its point, in px: as near as there is room. */
const NEAR = [6, 11, 18];
/** The same with a line that leads to the point. */
const FAR = [34, 52, 74, 100, 130, 170];
/** How much nearer a label is to its own point than to a rival, in px. */
const NEARER = 4;
/** Between two labels in a row, in px: more than a space, so that they are not read as one. */
const BETWEEN = 8;
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

/** The point of a box that is nearest to another point. @param {Box} box @param {Pixel} point @returns {Pixel} */
const nearestIn = ({left, right, top, bottom}, [x, y]) => [
  Math.min(Math.max(x, left), right),
  Math.min(Math.max(y, top), bottom),
];

/** Whether a line passes through a box. @param {[Pixel, Pixel]} line @param {Box} box */
function through([from, to], box) {
  let hit = false;
  along(from, to, box, Infinity, () => (hit = true));
  return hit;
}

/** Whether two lines cross. @param {[Pixel, Pixel]} one @param {[Pixel, Pixel]} other */
function cross([a, b], [c, d]) {
  const side = (/** @type {Pixel} */ [x, y], /** @type {Pixel} */ [toX, toY], /** @type {Pixel} */ [atX, atY]) =>
    Math.sign((toX - x) * (atY - y) - (toY - y) * (atX - x));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/**
 * Whether two labels stand in the order of their points: beside each other as these are, or above each other as these are, and
 * not the other way round. A direction in which the points hardly differ does not count.
 * @param {Pixel} from @param {Pixel} to @param {Box} one @param {Box} other
 */
function inOrder(from, to, one, other) {
  const by = [to[0] - from[0], to[1] - from[1]];
  const least = Math.max(...by.map(Math.abs)) / 2;
  const apart = [
    Number(one.right <= other.left) - Number(other.right <= one.left),
    Number(one.bottom <= other.top) - Number(other.bottom <= one.top),
  ];
  const told = apart.map((way, axis) => (Math.abs(by[axis]) < least ? 0 : way * Math.sign(by[axis])));
  return least === 0 || (Math.max(...told) > 0 && Math.min(...told) >= 0);
}

/** What curves cover of an area. @param {Box} area @param {ArrayLike<Pixel>[]} curves */
function inkOf(area, curves) {
  const columns = Math.ceil((area.right - area.left) / CELL) + 1;
  const rows = Math.ceil((area.bottom - area.top) / CELL) + 1;
  const cells = new Uint8Array(columns * rows);
  /** How many covered cells lie above and to the left of each corner. */
  const sums = new Uint32Array((columns + 1) * (rows + 1));
  for (const curve of curves)
    for (let i = 1; i < curve.length; i += 1)
      along(curve[i - 1], curve[i], area, CELL / 2, (x, y) => {
        cells[Math.floor((y - area.top) / CELL) * columns + Math.floor((x - area.left) / CELL)] = 1;
      });
  for (let row = 0; row < rows; row += 1)
    for (let column = 0, line = 0; column < columns; column += 1) {
      line += cells[row * columns + column];
      sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line;
    }
  return {
    /** Whether a curve passes through a box inside the area. @param {Box} box */
    in({left, right, top, bottom}) {
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
  /** The lines that lead to labels. @type {[Pixel, Pixel][]} */
  const lines = [];
  const ink = inkOf(area, curves);
  /** @type {Map<string, Placed>} */
  const placed = new Map();
  const free = (/** @type {Box} */ box) =>
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom &&
    !taken.some((other) => overlap(other, box)) &&
    !lines.some((line) => through(line, box)) &&
    !ink.in(box);
  const inside = (/** @type {Pixel} */ [x, y]) =>
    x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;

  /** @param {Wanted} label @param {number[]} where */
  const at = (label, [anchor, side, off]) =>
    anchor < label.anchors.length && inside(label.anchors[anchor])
      ? boxAt(label, label.anchors[anchor], SIDES[side], off)
      : undefined;
  const off = (/** @type {Box} */ box, /** @type {Pixel} */ point) => {
    const [x, y] = nearestIn(box, point);
    return Math.hypot(x - point[0], y - point[1]);
  };
  /** Whether nothing like a label's own curve or point is nearer to it. @param {Wanted} label @param {Pixel} anchor @param {Box} box */
  const its = ({others = [], rivals = []}, anchor, box) => {
    if (rivals.some((point) => off(box, point) < off(box, anchor) + NEARER)) return false;
    const way = /** @type {[Pixel, Pixel]} */ ([anchor, nearestIn(box, anchor)]);
    return !others.some((curve) => Array.from(curve).some((to, i) => i > 0 && cross([curve[i - 1], to], way)));
  };
  /** The free places beside a label's points, the best first. @param {Wanted} label @returns {Generator<Place>} */
  function* beside(label) {
    const before = kept.get(label.id);
    const same = before && at(label, before);
    if (same && free(same) && its(label, label.anchors[before[0]], same)) yield {box: same, cost: -1, where: before};
    for (const [tier, off] of NEAR.entries())
      for (let anchor = 0; anchor < label.anchors.length; anchor += 1)
        for (let side = 0; side < SIDES.length; side += 1) {
          const box = at(label, [anchor, side, off]);
          if (box && free(box) && its(label, label.anchors[anchor], box))
            yield {box, cost: tier * SIDES.length + side, where: [anchor, side, off]};
        }
  }
  /** Those with a line to a point. @param {Wanted} label @returns {Generator<Place>} */
  function* afar(label) {
    for (const [tier, off] of FAR.entries())
      for (const anchor of label.anchors.filter(inside))
        for (const [turn, side] of (label.level ? SIDES.slice(0, 2) : SIDES).entries()) {
          const box = boxAt(label, anchor, side, off);
          if (!free(box)) continue;
          const end = nearestIn(box, anchor);
          if ([...placed.values()].some((other) => through([anchor, end], other))) continue;
          if (lines.some((line) => cross(line, [anchor, end]))) continue;
          yield {box: {...box, leader: [anchor, end]}, cost: (NEAR.length + 1 + tier) * SIDES.length + turn};
        }
  }
  /** @param {Wanted} label */
  const all = (label) => [...beside(label), ...afar(label)];
  /** @param {Wanted} label @param {Place | undefined} found */
  function put(label, found) {
    if (found?.where) kept.set(label.id, found.where);
    else kept.delete(label.id);
    if (!found) return;
    placed.set(label.id, found.box);
    taken.push({...found.box, left: found.box.left - BETWEEN, right: found.box.right + BETWEEN});
    if (found.box.leader) lines.push(found.box.leader);
  }
  /** The best places of two labels whose points have an order. @param {Wanted} one @param {Wanted} other @returns {Place[]} */
  function both(one, other) {
    const [ones, others] = [all(one), all(other)];
    /** @type {Place[]} */
    let best = [];
    let least = Infinity;
    for (const a of ones)
      for (const b of others) {
        if (a.cost + b.cost >= least || overlap(a.box, b.box)) continue;
        const [line, its] = [a.box.leader, b.box.leader];
        if ((line && through(line, b.box)) || (its && through(its, a.box)) || (line && its && cross(line, its)))
          continue;
        if (!inOrder(one.anchors[0], other.anchors[0], a.box, b.box)) continue;
        [best, least] = [[a, b], a.cost + b.cost];
      }
    return best.length ? best : ones.length ? ones.slice(0, 1) : [ones[0], others[0]];
  }
  const queue = [...wanted];
  for (let label; (label = queue.shift());) {
    const {id: own, after: first, instead = []} = label;
    if (wanted.some(({id}) => id === first)) continue; // placed with the other
    const next = wanted.find(({after}) => after === own);
    const [one, other] = next ? both(label, next) : [beside(label).next().value ?? afar(label).next().value];
    put(label, one || undefined);
    if (next) put(next, other);
    if (!one) queue.unshift(...instead);
  }
  return placed;
}
