// views/drive-curve.js: what lies on the slider of the current: the cell's own f-I curve above it, ticks where firing begins, and an
// axis below it.
import {html, nothing, render, svg} from 'lit-html';
import {niceStep} from '../session/ranges.js';
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';

/** The curve's own units; it is stretched to its place. */
const ACROSS = 1000;
const DOWN = 100;

/** @param {HTMLElement} track that of the slider @param {Words} words @param {(amplitude: number) => void} jump */
export function driveCurve(track, words, jump) {
  const box = document.createElement('div');
  box.className = 'drive-curve';
  track.append(box);

  /** @param {FiCurve} curve @param {{low: number, high: number}} span @param {number} top in Hz */
  function pathOf({current, steady_rate, steady_known}, {low, high}, top) {
    let path = '';
    for (let i = 0; i < current.length; i += 1) {
      if (current[i] < low || current[i] > high) continue;
      const rate = steady_known[i] ? steady_rate[i] : 0;
      const x = ((current[i] - low) / (high - low)) * ACROSS;
      path += `${path ? 'L' : 'M'}${x.toFixed(1)} ${(DOWN * (1 - rate / top)).toFixed(1)}`;
    }
    return path;
  }

  return {
    element: box,
    /**
     * @param {{low: number, high: number}} span of the slider
     * @param {{curve?: FiCurve, found?: ReturnType<Engine['protocol_thresholds']>} | undefined} part of the answer
     */
    show(span, part) {
      const {low, high} = span;
      const share = (/** @type {number} */ x) => (100 * (x - low)) / (high - low);
      const {curve, found} = part ?? {};
      const rates = curve ? Array.from(curve.steady_rate).filter(Number.isFinite) : [];
      const top = Math.max(1, ...rates);
      const path = curve && pathOf(curve, span, top);
      const step = niceStep((high - low) / 6);
      const marks = [];
      for (let at = Math.ceil(low / step - 1e-9) * step; at <= high + 1e-9 * step; at += step)
        marks.push(Number(at.toPrecision(12)));
      const ticks = [
        {name: 'first', sought: found?.first},
        {name: 'lasting', sought: found?.lasting},
      ].filter(
        ({sought}) => sought && sought.amplitude !== null && sought.amplitude >= low && sought.amplitude <= high,
      );
      const same = ticks.length === 2 && ticks[0].sought?.amplitude === ticks[1].sought?.amplitude;
      const shown = same ? ticks.slice(1) : ticks;
      render(
        html`
          ${
            path
              ? svg`<svg viewBox="0 0 ${ACROSS} ${DOWN}" preserveAspectRatio="none" aria-hidden="true">
                <path class="area" d="${path}L${ACROSS} ${DOWN}L0 ${DOWN}Z" /><path class="line" d=${path} /></svg>`
              : nothing
          }
          ${shown.map(({name, sought}) => {
            const at = /** @type {number} */ (sought?.amplitude);
            const text = words.drive[same ? 'fires' : /** @type {'first'} */ (name)](words.numbers.located(at));
            return html`<button type="button" class="drive-tick ${name} ${share(at) > 60 ? 'to-left' : ''}" .style=${`left: ${share(at)}%`}
              @click=${() => jump(at)}>${text}</button>`;
          })}
          <span class="drive-top" aria-hidden="true">${curve ? withUnit(words.numbers.measured(top, unitOf('steady_rate')), unitOf('steady_rate')) : ''}</span>
          <span class="drive-axis" aria-hidden="true"
            >${marks.map((at) => html`<i .style=${`left: ${share(at)}%`}>${words.numbers.mark(at)}</i>`)}</span
          >
        `,
        box,
      );
    },
  };
}
