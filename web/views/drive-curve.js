// views/drive-curve.js: what lies on the slider of the current: the cell's own f-I curve above it, ticks where firing begins, and an
// axis below it.
import {html, nothing, render, svg} from 'lit-html';
import {paletteOf} from '../plot/palette.js';
import {placeOf} from '../plot/place.js';
import {roving} from '../plot/roving.js';
import {ticksOf} from '../session/ranges.js';
import {showing} from '../session/zones.js';
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';

/** The curve's own units; it is stretched to its place. */
const ACROSS = 1000;
const DOWN = 100;

/** The width of a digit and of a letter as a part of its height, a little more than in most fonts, and the room around a label in px. */
const DIGIT = 0.6;
const LETTER = 0.53;
const AROUND = 10;
/** How far a label may reach beyond the track, in px, also on a phone, where Play stands beside it; and how far down from the top. */
const BEYOND = 9;
const BEFORE = 18;
const LABEL = 20;
/** Ticks nearer than this, in px, are drawn as the two ends of one stretch: alone, each looks like a shadow of the other. */
const NEAR = 8;

/** The width of a text, in em: that of its longest line. @param {string} text */
const widthOf = (text) =>
  Math.max(
    ...text.split('\n').map((line) => [...line].reduce((sum, one) => sum + (/[a-z]/i.test(one) ? LETTER : DIGIT), 0)),
  );

/**
 * Where the labels of ticks have room, none over another or over the curve, and none cut: by the first of their texts, in one line or
 * several, for which there is room, else without a text. The first label stands rather to the left of its tick, a second one to the right of its own.
 * @param {{at: number, texts: string[]}[]} ticks at most two, by their places in px from the left, in order
 * @param {number} width of the track in px @param {number} size of the letters in px
 * @param {number} beyond how far one may reach beyond the track, in px
 * @param {(from: number, to: number, lines: number) => boolean} [free] whether the curve is below labels of so many lines from and to
 *   these places
 * @returns {{text: string, side: 'left' | 'right'}[]}
 */
export function labelsWithRoom(ticks, width, size, beyond, free = () => true) {
  const sides = /** @type {const} */ (['left', 'right']);
  const choices = ticks.map(({at, texts}, index) => {
    const ways = index === 0 ? sides : [...sides].reverse();
    const placed = texts.flatMap((text) =>
      ways.map((side) => {
        const wide = widthOf(text) * size + AROUND;
        return {text, side, from: side === 'left' ? at - wide : at, to: side === 'left' ? at : at + wide};
      }),
    );
    const whole = placed.filter(
      ({text, from, to}) => from >= -beyond && to <= width + BEYOND && free(from, to, text.split('\n').length),
    );
    return [...whole, {text: '', side: ways[0], from: at, to: at}];
  });
  const [one = [], other = [undefined]] = choices;
  const pairs = one.flatMap((left) => other.map((right) => [left, right].filter((label) => label !== undefined)));
  const apart = (/** @type {typeof pairs[number]} */ [left, right]) =>
    !right || left.to <= right.from || right.to <= left.from;
  const crossed = (/** @type {typeof pairs[number]} */ all) =>
    ticks.some(({at}) => all.some(({from, to}) => at > from + 1 && at < to - 1));
  const letters = (/** @type {typeof pairs[number]} */ all) => all.filter(({text}) => text).length;
  const fitting = pairs.filter((all) => apart(all) && !crossed(all));
  // As many labels as there is room for come before longer ones.
  return fitting.reduce((best, all) => (letters(all) > letters(best) ? all : best), fitting[0] ?? []);
}

/** @param {HTMLElement} track that of the slider @param {Words} words @param {(amplitude: number) => void} jump */
export function driveCurve(track, words, jump) {
  const box = document.createElement('div');
  box.className = 'drive-curve';
  track.append(box);
  const settle = roving(box, '.drive-tick');
  /** Which ticks were shown last. */
  let settled = '';
  /**
   * The size of the place and how far down the curve begins and reaches in it, in px; read only when they have changed, because
   * reading them makes the browser compute styles and layout. @type {{width: number, above: number, tall: number} | undefined}
   */
  let measured;
  /** Draws the same again. */
  let again = () => {};
  const observer = new ResizeObserver(() => {
    if (!box.isConnected) return observer.disconnect(); // it has been replaced
    const style = getComputedStyle(box);
    const [above, tall] = ['--above', '--curve'].map((name) => parseFloat(style.getPropertyValue(name)));
    const now = {width: box.clientWidth, above, tall};
    if (measured && measured.width === now.width && measured.above === above && measured.tall === tall) return;
    measured = now;
    again();
  });
  observer.observe(box);
  /** The marks of the axis, which stay the same during most drags. @type {{key: string, marks: number[]}} */
  let axis = {key: '', marks: []};
  /** @param {number} low @param {number} high @param {number} width @param {number} size of the letters, in px */
  function marksOf(low, high, width, size) {
    const key = [low, high, width, size].join();
    if (axis.key !== key) {
      const marks = ticksOf(low, high, width, (all) =>
        Math.max(width / 8, ...all.map((at) => (words.numbers.mark(at).length + 2.5) * DIGIT * size)),
      );
      axis = {key, marks};
    }
    return axis.marks;
  }

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

  /** The value on the slider, if it is locked and the slider is not there. @type {number | null} */
  let locked = null;
  return {
    element: box,
    /** Marks a value that cannot be moved; nothing beside it can be pressed then. @param {number | null} value */
    mark: (value) => (locked = value),
    /**
     * @param {{low: number, high: number}} span of the slider
     * @param {{curve?: FiCurve, found?: ReturnType<Engine['protocol_thresholds']>} | undefined} part of the answer
     * @param {{at: number, ink: string}[]} runs the currents of all runs, if there are several
     */
    show(span, part, runs) {
      const {low, high} = span;
      const share = (/** @type {number} */ x) => (100 * (x - low)) / (high - low);
      const {curve, found} = part ?? {};
      const rates = curve ? Array.from(curve.steady_rate).filter(Number.isFinite) : [];
      const top = Math.max(1, ...rates);
      again = () => this.show(span, part, runs);
      if (!measured) return; // until the browser has laid it out, which is before this frame is seen
      const {width, above, tall} = measured;
      /** How far from the top the curve stays between two currents, in px. @param {FiCurve} curve @param {number} from @param {number} to */
      const topOf = ({current, steady_rate, steady_known}, from, to) => {
        const most = steady_rate.reduce(
          (most, rate, i) => (steady_known[i] && current[i] >= from && current[i] <= to ? Math.max(most, rate) : most),
          0,
        );
        return above + (tall - above) * (1 - most / top);
      };
      const path = curve && pathOf(curve, span, top);
      const size = paletteOf(track).size();
      const marks = marksOf(low, high, width, size);
      const ticks = [
        {name: 'first', sought: found?.first},
        {name: 'lasting', sought: found?.lasting},
      ].filter(
        ({sought}) => sought && sought.amplitude !== null && sought.amplitude >= low && sought.amplitude <= high,
      );
      const same = ticks.length === 2 && ticks[0].sought?.amplitude === ticks[1].sought?.amplitude;
      const shown = (same ? ticks.slice(1) : ticks).map(({name, sought}) => {
        const at = /** @type {number} */ (sought?.amplitude);
        const say =
          words.drive[same ? 'fires' : found?.lasting.amplitude === null ? 'alone' : /** @type {'first'} */ (name)];
        const short = words.numbers.measured(at, unitOf('current'));
        // If its spike comes after the end of this run, the verdict says so, and offers a longer one.
        const {amplitude: to} = showing(/** @type {Sought} */ (sought));
        const {setTo, value} = words.thresholds;
        const title = `${say(words.numbers.located(at))}. ${setTo(value(to))}`;
        // Above the track of a phone there is room for two lines, rather than for one that is long.
        const stacked = above ? [say(`\n${short}`).replace(' \n', '\n')] : [];
        return {name, at, to, texts: [say(short), ...stacked, short], said: say(short), title};
      });
      // For fingers, ticks begin higher, and labels of two lines as much higher as they are taller (drive.css).
      const lower = matchMedia('(pointer: coarse)').matches ? 0 : size;
      const labels = labelsWithRoom(
        shown.map(({at, texts}) => ({at: (share(at) / 100) * width, texts})),
        width,
        size,
        above || placeOf(track).figure ? BEFORE : BEYOND,
        (from, to, lines) =>
          !curve ||
          topOf(curve, low + (from * (high - low)) / width, low + (to * (high - low)) / width) >
            LABEL + (lines - 1) * lower,
      );
      render(
        html`
          ${
            path
              ? svg`<svg viewBox="0 0 ${ACROSS} ${DOWN}" preserveAspectRatio="none" aria-hidden="true">
                <path class="area" d="${path}L${ACROSS} ${DOWN}L0 ${DOWN}Z" /><path class="line" d=${path} /></svg>`
              : nothing
          }
          ${runs
            .filter(({at}) => at >= low && at <= high)
            .map(({at, ink}) => html`<i class="run-mark" .style=${`left: ${share(at)}%; background: ${ink}`}></i>`)}
          ${locked === null ? nothing : html`<i class="locked-at" .style=${`left: ${Math.min(Math.max(share(locked), 0), 100)}%`}></i>`}
          ${
            shown.length === 2 && ((share(shown[1].at) - share(shown[0].at)) / 100) * width < NEAR
              ? html`<i class="between-ticks" .style=${`left: ${share(shown[0].at)}%; right: ${100 - share(shown[1].at)}%`}></i>`
              : nothing
          }
          ${shown.map(({at, to, said, title}, index) =>
            locked !== null
              ? html`<span class="drive-tick" role="img" aria-label=${said} data-side=${labels[index].side} ?data-stacked=${labels[index].text.includes('\n')}
              .style=${`left: ${share(at)}%`}>${labels[index].text}</span>`
              : html`<button type="button" class="drive-tick" data-side=${labels[index].side}
              ?data-stacked=${labels[index].text.includes('\n')} .style=${`left: ${share(at)}%`}
              aria-label=${said} title=${title} @click=${() => jump(to)}>${labels[index].text}</button>`,
          )}
          <span class="drive-top" aria-hidden="true">${rates.some((rate) => rate > 0) ? withUnit(words.numbers.measured(top, unitOf('steady_rate')), unitOf('steady_rate')) : ''}</span>
          <span class="drive-axis" aria-hidden="true"
            >${marks.map((at) => html`<i .style=${`left: ${share(at)}%`}>${words.numbers.mark(at)}</i>`)}</span
          >
        `,
        box,
      );
      for (const [name, value] of Object.entries({role: 'toolbar', 'aria-label': words.heads.ticks}))
        if (shown.length && locked === null) box.setAttribute(name, value);
        else box.removeAttribute(name);
      const names = locked === null ? shown.map(({name}) => name).join() : '';
      if (names !== settled) settle();
      settled = names;
    },
  };
}
