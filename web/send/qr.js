// send/qr.js: a text as a QR code.
import {correction, generate} from 'lean-qr/nano';

/** The width of the light border that a reader needs, in modules (ISO/IEC 18004, 6.3.8). */
const BORDER = 4;

/**
 * The QR code of a text as SVG text, dark on light whatever the theme, with its border. Throws an Error if the text is too long:
 * 2953 bytes fit.
 * @param {string} text
 */
export function qrOf(text) {
  const code = generate(text, {minCorrectionLevel: correction.L});
  const {size} = code;
  let dark = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let length = 0;
      while (x + length < size && code.get(x + length, y)) length += 1;
      if (length) dark += `M${x} ${y}h${length}v1h${-length}z`;
      x += length;
    }
  }
  const box = `${-BORDER} ${-BORDER} ${size + 2 * BORDER} ${size + 2 * BORDER}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M${-BORDER} ${-BORDER}h${size + 2 * BORDER}v${size + 2 * BORDER}h${-size - 2 * BORDER}z"></path><path d="${dark}"></path></svg>`;
}
