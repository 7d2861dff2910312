// send/sketch.js: a small picture of v(t) as SVG text, for where the lab itself cannot run.

/** The margins above and below, in units of the picture. */
const MARGIN = 6;

/** An SVG path through points with integer coordinates; successive steps in one direction are joined. @param {number[][]} points */
function path(points) {
  /** @type {number[][]} */
  const strokes = [];
  for (const [i, [x, y]] of points.entries()) {
    if (!i) continue;
    const [dx, dy] = [x - points[i - 1][0], y - points[i - 1][1]];
    const last = strokes.at(-1);
    if (!dx && !dy) continue;
    if (last && last[0] * dy === last[1] * dx && last[0] * dx + last[1] * dy > 0)
      strokes[strokes.length - 1] = [last[0] + dx, last[1] + dy];
    else strokes.push([dx, dy]);
  }
  return `M${points[0]}l${strokes.join(' ')}`;
}

/** Of the points in one column of the picture, the first, the lowest, the highest and the last, in order. @param {number[][]} points */
function inColumns(points) {
  /** @type {number[][]} */
  const kept = [];
  for (let from = 0; from < points.length;) {
    let [end, low, high] = [from, from, from];
    for (; end < points.length && points[end][0] === points[from][0]; end += 1) {
      if (points[end][1] < points[low][1]) low = end;
      if (points[end][1] > points[high][1]) high = end;
    }
    const few = [...new Set([from, low, high, end - 1])].sort((one, other) => one - other);
    kept.push(...few.map((i) => points[i]));
    from = end;
  }
  return kept;
}

/**
 * A curve as an SVG picture of its own ink; no more detailed than its width, however many points there are.
 * @param {{x: number, y: number}[]} points in order of x @param {{width: number, height: number, from: number, to: number}} size
 *   `from` and `to` are the ends of the picture in units of x
 */
export function sketch(points, {width, height, from, to}) {
  const ys = points.map(({y}) => y);
  const [low, high] = [ys.reduce((a, b) => Math.min(a, b), Infinity), ys.reduce((a, b) => Math.max(a, b), -Infinity)];
  const scale = (height - 2 * MARGIN) / (high - low || 1);
  const placed = points.map(({x, y}) => [
    Math.round(((x - from) / (to - from)) * width),
    Math.round(MARGIN + (high - y) * scale),
  ]);
  const curve = placed.length ? path(inColumns(placed)) : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path d="${curve}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"></path></svg>`;
}
