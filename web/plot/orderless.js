// plot/orderless.js: Chart.js with curves that need not be in the order of x.
import {Chart, LineController, LineElement, LinearScale, PointElement} from 'chart.js';

/**
 * Curves as they are. Chart.js takes data that it need not parse to be in the order of x, and searches it for the ends of the axis; of an
 * orbit, which goes to and fro, and of a curve with gaps, it then leaves out what comes later.
 */
class Curves extends LineController {
  static id = 'curves';
  static defaults = LineController.defaults;
  static overrides = /** @type {any} */ (LineController).overrides;

  /** @param {number} start @param {number} count */
  parse(start, count) {
    super.parse(start, count);
    const meta = /** @type {any} */ (this)._cachedMeta;
    meta._sorted = meta._parsed.every(
      (/** @type {any} */ {x}, /** @type {number} */ i) => i === 0 || x >= meta._parsed[i - 1].x,
    );
  }
}
Chart.register(Curves, LineElement, LinearScale, PointElement);

export {Chart};
