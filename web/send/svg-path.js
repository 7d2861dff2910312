// send/svg-path.js: a path of a canvas that can be read, as SVG.

/** @typedef {[number, number, number, number, number, number]} Matrix as in SVG: x' = a x + c y + e, y' = b x + d y + f */

/** @type {Matrix} */
export const SAME = [1, 0, 0, 1, 0, 0];
const TURN = 2 * Math.PI;

/** A number in hundredths of a px. @param {number} x */
export const short = (x) => String(Math.round(100 * x) / 100 || 0).replace(/^(-?)0\./, '$1.');

/** A path that can be read, instead of the browser's Path2D. */
export class SvgPath {
  /** What is drawn from now on is transformed by this. */
  matrix = SAME;
  /** A letter as in SVG with the point that it leads to, and of an arc its radius and whether it is clockwise. @type {[string, number, number, number, number][]} */
  parts = [];

  /** An arc stays one: what is transformed keeps its shape. @param {string} letter */
  #go(letter, x = 0, y = 0, r = 0, way = 0) {
    const [a, b, c, d, e, f] = this.matrix;
    this.parts.push([letter, a * x + c * y + e, b * x + d * y + f, r * Math.hypot(a, b), way]);
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#go('M', x, y);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#go(this.parts.length ? 'L' : 'M', x, y);
  }

  closePath() {
    if (this.parts.length) this.#go('Z');
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** @param {number} x @param {number} y @param {number} r @param {number} from @param {number} to @param {boolean} [back] */
  arc(x, y, r, from, to, back = false) {
    const way = back ? -1 : 1;
    const asked = way * (to - from);
    const turn = asked >= TURN ? TURN : ((asked % TURN) + TURN) % TURN;
    const at = (/** @type {number} */ share) => {
      const angle = from + way * share * turn;
      return /** @type {const} */ ([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
    };
    this.lineTo(...at(0));
    // In halves, since an arc of SVG that ends where it begins is none.
    for (const share of [0.5, 1]) this.#go('A', ...at(share), r, Number(!back));
  }

  /** @param {SvgPath} path */
  addPath({parts}) {
    for (const part of parts) this.#go(...part);
  }

  toString() {
    const written = (/** @type {SvgPath['parts'][number]} */ [letter, x, y, r, way]) =>
      letter === 'Z'
        ? letter
        : `${letter}${letter === 'A' ? `${short(r)} ${short(r)} 0 0 ${way} ` : ''}${short(x)} ${short(y)}`;
    return this.parts.map(written).join('');
  }
}
