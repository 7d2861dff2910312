// plot/letters.js: texts on a canvas, with variables in italics and subscripts: 'dv/dt = 0', 'I_SN'.
import {paletteOf} from './palette.js';

/** A subscript, a letter before one or before an asterisk, and in formulas any letter that is a variable, or that a unit follows. */
const PARTS = /(_[A-Za-z]+|(?<![A-Za-z])[A-Za-z](?=[_*]))/;
const FORMULA = /(_[A-Za-z]+|(?<![A-Za-z])d?[vutcI](?![A-Za-z])|^[A-Za-z](?= \[))/;

/** @typedef {{weight?: string, formula?: boolean, draw?: boolean}} Writing */

/**
 * Writes a text from x on, its middle at y; returns its width.
 * @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y
 * @param {Writing & {stroke?: boolean}} [how] `formula`: single letters are variables; `stroke`: only the outline, as a background
 */
export function write(ctx, text, x, y, {weight = '', formula = false, draw = true, stroke = false} = {}) {
  const {font, italic, lower, size} = paletteOf(ctx.canvas);
  const put = (/** @type {string} */ part, /** @type {number} */ at, down = 0) =>
    stroke ? ctx.strokeText(part, at, y + down) : ctx.fillText(part, at, y + down);
  let end = x;
  // What was found is every other part.
  for (const [i, part] of text.split(formula ? FORMULA : PARTS).entries()) {
    if (!part) continue;
    const low = part.startsWith('_');
    const [, d, letter] = (i % 2 && /^(d?)([A-Za-z])$/.exec(part)) || [];
    for (const [one, of] of letter
      ? [
          [d, font(weight)],
          [letter, italic(weight)],
        ]
      : [
          [low ? part.slice(1) : part, low ? font(weight).replace(/[\d.]+px/, `${lower() * size()}px`) : font(weight)],
        ]) {
      if (!one) continue;
      ctx.font = of;
      if (draw) put(one, end, low ? 0.25 * size() : 0);
      end += ctx.measureText(one).width;
    }
  }
  return end - x;
}

/** The width of a text. @param {CanvasRenderingContext2D} ctx @param {string} text @param {Writing} [how] */
export const widthOf = (ctx, text, how) => write(ctx, text, 0, 0, {...how, draw: false, stroke: false});
