// send/svg.js: a canvas context that records what is drawn on it as SVG, with text as text. It knows no chart, and of a context
// only what the plots use; whatever else is called is missing, and so throws.
import {escaped, markupOf} from './svg-markup.js';
import {SAME, SvgPath, short} from './svg-path.js';

/** @typedef {import('./svg-path.js').Matrix} Matrix */
/** @typedef {import('./svg-markup.js').Item} Item */
/** @typedef {import('./svg-markup.js').Label} Label */
/** @typedef {Pick<CanvasRenderingContext2D, 'font' | 'fillStyle' | 'textBaseline' | 'measureText'>} Ruler measures texts, and reads colours */

/** @param {Matrix} m @param {Matrix} n applied first @returns {Matrix} */
const times = ([a, b, c, d, e, f], [p, q, r, s, t, u]) => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
];

/** What `save` keeps besides the transformation, the dashes and the clip. */
const LOOK = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};

/** Where a text is anchored. @type {Record<string, string>} */
const ANCHORS = {center: ' text-anchor="middle"', right: ' text-anchor="end"', end: ' text-anchor="end"'};

export class SvgContext {
  #ruler;
  #how;
  /** @type {Item[]} */
  #drawn = [];
  /** The groups that are open, the innermost last. @type {import('./svg-markup.js').Group[]} */
  #open = [];
  /** What is clipped to, by its markup. @type {Map<string, string>} */
  #clips = new Map();
  /** @type {{look: typeof LOOK, own: any}[]} */
  #saved = [];
  #own = {matrix: SAME, dash: /** @type {number[]} */ ([]), clip: ''};
  #path = new SvgPath();

  /**
   * @param {HTMLCanvasElement} canvas that this is a context of @param {Ruler} ruler
   * @param {{id: string, face?: (family: string) => string, least?: number}} how `id`: what the ids begin with; `face`: the
   *   fonts to name instead of those used; `least`: no line is thinner
   */
  constructor(canvas, ruler, how) {
    this.canvas = canvas;
    this.#ruler = ruler;
    this.#how = how;
    Object.assign(this, LOOK);
  }

  /** @returns {typeof LOOK} */
  get #look() {
    return /** @type {any} */ (this);
  }

  // --- state ---

  save() {
    const look = Object.fromEntries(Object.keys(LOOK).map((key) => [key, /** @type {any} */ (this)[key]]));
    this.#saved.push({look: /** @type {any} */ (look), own: {...this.#own}});
  }

  restore() {
    const {look, own} = this.#saved.pop() ?? {};
    Object.assign(this, look);
    if (own) this.#own = own;
  }

  setTransform(/** @type {number[]} */ ...matrix) {
    this.#own.matrix = /** @type {Matrix} */ (matrix);
  }

  resetTransform() {
    this.#own.matrix = SAME;
  }

  translate(/** @type {number} */ x, /** @type {number} */ y) {
    this.#own.matrix = times(this.#own.matrix, [1, 0, 0, 1, x, y]);
  }

  rotate(/** @type {number} */ angle) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#own.matrix = times(this.#own.matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  setLineDash(/** @type {number[]} */ dash) {
    this.#own.dash = dash;
  }

  clip() {
    const {clip} = this.#own;
    const within = clip && ` clip-path="url(#${clip})"`;
    const path = `<path${within} d="${this.#path}"/>`;
    const id = this.#clips.get(path) ?? `${this.#how.id}-c${this.#clips.size}`;
    this.#clips.set(path, id);
    this.#own.clip = id;
  }

  // --- paths ---

  beginPath() {
    this.#path = new SvgPath();
  }

  /** The path, to be drawn as the transformation is now. */
  get #pen() {
    return Object.assign(this.#path, {matrix: this.#own.matrix});
  }

  closePath() {
    this.#path.closePath();
  }

  /** @param {Parameters<SvgPath['moveTo']>} at */
  moveTo(...at) {
    this.#pen.moveTo(...at);
  }

  /** @param {Parameters<SvgPath['lineTo']>} at */
  lineTo(...at) {
    this.#pen.lineTo(...at);
  }

  /** @param {Parameters<SvgPath['rect']>} at */
  rect(...at) {
    this.#pen.rect(...at);
  }

  /** @param {Parameters<SvgPath['arc']>} at */
  arc(...at) {
    this.#pen.arc(...at);
  }

  // --- ink ---

  /** A colour as SVG has it, with its opacity. @param {string} colour */
  #ink(colour) {
    this.#ruler.fillStyle = '#000';
    this.#ruler.fillStyle = colour;
    const read = String(this.#ruler.fillStyle);
    const {globalAlpha} = this.#look;
    if (read.startsWith('#')) return {ink: read, alpha: globalAlpha};
    const [r, g, b, alpha = 1] = (read.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    const most = read.startsWith('color') ? 255 : 1;
    const ink = `rgb(${[r, g, b].map((x) => Math.round(most * x))})`;
    return {ink, alpha: alpha * globalAlpha};
  }

  /** @param {'fill' | 'stroke'} kind @param {string} ink @param {number} alpha */
  #paint(kind, ink, alpha) {
    return ` ${kind}="${ink}"${alpha < 1 ? ` ${kind}-opacity="${short(alpha)}"` : ''}`;
  }

  #line() {
    const {lineWidth, lineJoin} = this.#look;
    const [a, b] = this.#own.matrix;
    const {dash} = this.#own;
    const width = short(Math.max(lineWidth * Math.hypot(a, b), this.#how.least ?? 0));
    const dashes = dash.length ? ` stroke-dasharray="${dash.map(short).join(' ')}"` : '';
    return ` stroke-width="${width}"${dashes}${lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`}`;
  }

  get #list() {
    return this.#open[this.#open.length - 1]?.inside ?? this.#drawn;
  }

  /** Draws a path; what looks the same as the last one, or is its outline, joins it. @param {'fill' | 'stroke'} kind @param {string} d */
  #put(kind, d) {
    const {ink, alpha} = this.#ink(this.#look[`${kind}Style`]);
    if (!alpha || !/[LA]/.test(d)) return; // a point alone is nothing
    const {clip} = this.#own;
    const look = this.#paint(kind, ink, alpha) + (kind === 'stroke' ? this.#line() : '');
    const last = /** @type {import('./svg-markup.js').Drawn | undefined} */ (this.#list[this.#list.length - 1]);
    if (last?.d && last.clip === clip) {
      if (kind === 'stroke' && last.filled && last.d === d) {
        Object.assign(last, {look: last.look + look, filled: false, opaque: false});
        return;
      }
      // One over another would show through.
      if (last.opaque && last.look === look) {
        last.d += d;
        last.filled = false;
        return;
      }
    }
    this.#list.push({d, look, clip, opaque: alpha === 1, filled: kind === 'fill'});
  }

  /** What `draw` draws in a path, as the transformation is now. @param {(path: SvgPath) => void} draw */
  #asDrawn(draw) {
    const path = Object.assign(new SvgPath(), {matrix: this.#own.matrix});
    draw(path);
    return String(path);
  }

  fill() {
    this.#put('fill', String(this.#path));
  }

  /** @param {SvgPath} [path] instead of the own one */
  stroke(path) {
    this.#put('stroke', path ? this.#asDrawn((own) => own.addPath(path)) : String(this.#path));
  }

  /** @param {Parameters<SvgPath['rect']>} at */
  fillRect(...at) {
    this.#put(
      'fill',
      this.#asDrawn((path) => path.rect(...at)),
    );
  }

  /** @param {Parameters<SvgPath['rect']>} at */
  strokeRect(...at) {
    this.#put(
      'stroke',
      this.#asDrawn((path) => path.rect(...at)),
    );
  }

  /** Clears everything. */
  clearRect() {
    this.#drawn = [];
    this.#open = [];
  }

  // --- text ---

  measureText(/** @type {string} */ text) {
    this.#ruler.font = this.#look.font;
    return this.#ruler.measureText(text);
  }

  /** How far the line on which letters stand lies below the one that `textBaseline` means. */
  #drop() {
    const above = [this.#look.textBaseline, 'alphabetic'].map((line) => {
      this.#ruler.textBaseline = /** @type {CanvasTextBaseline} */ (line);
      return this.measureText('x').actualBoundingBoxAscent;
    });
    return above[1] - above[0];
  }

  #face() {
    this.#ruler.font = this.#look.font;
    const [, italic, weight, size, families = ''] =
      /^(italic )?(?:normal )*(\w+ )?([\d.]+)px(?:\/\S+)? (.*)$/.exec(this.#ruler.font) ?? [];
    const family = this.#how.face?.(families) ?? families.replaceAll('"', "'");
    return [
      family && ` font-family="${escaped(family)}"`,
      ` font-size="${short(Number(size))}"`,
      italic ? ' font-style="italic"' : '',
      weight ? ` font-weight="${weight.trim()}"` : '',
    ].join('');
  }

  /** Writes a text; one that begins where the last one ended continues it. @param {string} text @param {number} x @param {number} y @param {boolean} halo */
  #write(text, x, y, halo) {
    const kind = halo ? 'stroke' : 'fill';
    const {ink, alpha} = this.#ink(this.#look[`${kind}Style`]);
    if (!alpha || !text) return;
    const {clip, matrix} = this.#own;
    const look = this.#paint(kind, ink, alpha) + (halo ? this.#line() : '');
    const anchor = ANCHORS[this.#look.textAlign] ?? '';
    const on = y + this.#drop();
    const end = x + this.measureText(text).width;
    const face = this.#face();
    const last = /** @type {Label | undefined} */ (this.#list[this.#list.length - 1]);
    if (last?.runs && !anchor && last.look === look && last.matrix === matrix && Math.abs(last.end - x) < 0.1) {
      last.runs.push({text, face, on});
      last.end = end;
    } else {
      const [left, down] = this.#turned ? [x, on] : [x + matrix[4], on + matrix[5]];
      const place = ` x="${short(left)}" y="${short(down)}"${anchor}${this.#turned}`;
      this.#list.push({runs: [{text, face, on}], place, look, clip, halo, matrix, end});
    }
  }

  /** The transformation as an attribute, if it does more than move. */
  get #turned() {
    const [a, b, ...rest] = this.#own.matrix;
    return a === 1 && !b
      ? ''
      : ` transform="matrix(${[a, b, ...rest].map((one) => Number(one.toFixed(4))).join(' ')})"`;
  }

  fillText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
    this.#write(text, x, y, false);
  }

  strokeText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
    this.#write(text, x, y, true);
  }

  // --- what comes of it ---

  /** Begins a group, of everything until `close`. @param {string} name its class */
  open(name) {
    const group = {name, inside: []};
    this.#list.push(group);
    this.#open.push(group);
  }

  close() {
    this.#open.pop();
  }

  /** Everything that was drawn, as the inside of an `svg` whose `fill` is none and whose `stroke-miterlimit` is 10. */
  toString() {
    const clips = Array.from(this.#clips, ([path, id]) => `<clipPath id="${id}">${path}</clipPath>`);
    return (clips.length ? `<defs>${clips.join('')}</defs>` : '') + markupOf(this.#drawn, this.#how.id);
  }
}
