// drawn.mjs: what the canvases of the page show: their texts, each with its box, the lines and dots of their curves, and the areas that these are
// clipped to.

/** Before anything is drawn, in the page: notes what each canvas shows until it is cleared, in px of the canvas's box. */
export function record() {
  const {prototype} = CanvasRenderingContext2D;
  const drawn = (window.drawn = new Map());
  const of = ({canvas}) => drawn.get(canvas) ?? {texts: [], curves: [], areas: []};
  const placed = (ctx, points) => {
    const matrix = ctx.getTransform();
    const dots = ctx.canvas.width / ctx.canvas.clientWidth;
    return points.map(([x, y]) => {
      const at = matrix.transformPoint({x, y});
      return [at.x / dots, at.y / dots];
    });
  };
  /** The px of the canvas's box that a unit of its drawing takes. */
  const scaleOf = (ctx) => {
    const {a, b} = ctx.getTransform();
    return (Math.hypot(a, b) * ctx.canvas.clientWidth) / ctx.canvas.width;
  };
  /** The points of the path that a context, or a Path2D, is at: a list for each of its parts. */
  const paths = new WeakMap();
  const begin = (of) => void paths.set(of, []);
  const move = (of, ...points) => void (paths.get(of) ?? (begin(of), paths.get(of))).push(points);
  const line = (of, point) => void (paths.get(of)?.at(-1)?.push(point) ?? move(of, point));
  const before = (owner, name, note) => {
    const own = owner[name];
    owner[name] = function (...given) {
      note.call(this, ...given);
      return own.apply(this, given);
    };
  };
  for (const [owner, at] of [
    [prototype, (ctx, points) => placed(ctx, points)],
    [Path2D.prototype, (_, points) => points],
  ]) {
    before(owner, 'moveTo', function (x, y) {
      move(this, ...at(this, [[x, y]]));
    });
    before(owner, 'lineTo', function (x, y) {
      line(this, at(this, [[x, y]])[0]);
    });
    before(owner, 'arc', function (x, y, r) {
      const around = [
        [x - r, y],
        [x, y - r],
        [x + r, y],
        [x, y + r],
        [x - r, y],
      ];
      move(this, ...at(this, around));
    });
  }
  before(prototype, 'beginPath', function () {
    begin(this);
  });
  before(prototype, 'stroke', function (path) {
    const points = path ? (paths.get(path) ?? []).map((one) => placed(this, one)) : (paths.get(this) ?? []);
    const width = this.lineWidth * scaleOf(this);
    // The curves themselves are stroked as paths of their own.
    for (const one of points) of(this).curves.push({ink: this.strokeStyle, points: one, width, own: Boolean(path)});
  });
  before(prototype, 'fillRect', function (x, y, width, height) {
    if (width > 4 || height > 4) return; // a dot
    const [from, to] = placed(this, [
      [x, y],
      [x + width, y + height],
    ]);
    of(this).curves.push({ink: this.fillStyle, points: [from, to]});
  });
  /** What a context was last given as a rectangle, which may become the area that its curves are clipped to. */
  const boxes = new WeakMap();
  before(prototype, 'rect', function (x, y, width, height) {
    const [from, to] = placed(this, [
      [x, y],
      [x + width, y + height],
    ]);
    boxes.set(this, [...from, ...to]);
  });
  before(prototype, 'clip', function () {
    if (boxes.has(this)) of(this).areas.push(boxes.get(this));
  });
  before(prototype, 'clearRect', function () {
    drawn.set(this.canvas, {texts: [], curves: [], areas: []});
  });
  before(prototype, 'fillText', function (text, x, y) {
    const size = parseFloat(/([\d.]+)px/.exec(this.font)[1]);
    const {actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent, actualBoundingBoxDescent} =
      this.measureText(text);
    const corners = placed(this, [
      [x - actualBoundingBoxLeft, y - actualBoundingBoxAscent],
      [x + actualBoundingBoxRight, y + actualBoundingBoxDescent],
    ]);
    const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]));
    of(this).texts.push({
      text: String(text),
      size: size * scaleOf(this),
      turned: Math.abs(this.getTransform().b) > 0.5,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
  });
}
