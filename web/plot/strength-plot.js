// plot/strength-plot.js: the strength-duration curve: the threshold of a step against its duration, on logarithmic axes.
import {extent, linePlot} from './chart.js';
import {nameCurves} from './names.js';
import {decades} from './onset-plot.js';
import {wordsOf} from './place.js';
import {scan} from './scan.js';

const power = (/** @type {number} */ x) => Math.log10(x);

/** The range of a logarithmic axis that spans little, rounded to tenths of a decade. @param {number[][]} columns */
function tight(columns) {
  const {low, high} = extent(columns);
  return {min: Math.floor(10 * power(low)) / 10, max: Math.ceil(10 * power(high) + 0.5) / 10, step: 1, log: true};
}

/** @param {StrengthDuration} found */
const pointsOf = ({duration, current}) =>
  Array.from(duration, (at, i) => ({x: power(at), y: power(current[i])})).filter(({y}) => Number.isFinite(y));

/** How many places along a line are tried for its label. */
const PLACES = 24;

/**
 * @param {HTMLElement} host
 * @param {(row: {duration: number, above: number, text: string} | null) => void} onMove @param {(row: {duration: number, above: number}) => void} onPick
 */
export function strengthPlot(host, onMove, onPick) {
  const words = wordsOf(host);
  /** @type {StrengthDuration | undefined} */
  let shown;
  /** @type {import('./names.js').Kept} */
  const kept = new Map();
  const plot = linePlot(host, (chart) => {
    if (!chart.scales.x) return;
    if (shown) name(chart, shown);
    reader.put();
  });
  const row = (/** @type {number} */ i) => {
    const {duration, current, above} = /** @type {StrengthDuration} */ (shown);
    return {duration: duration[i], above: above[i], text: words.thresholds.say(duration[i], current[i])};
  };
  const reader = scan(plot, {
    name: words.thresholds.scan,
    say: (index) => row(index).text,
    onMove: () => onMove(reader.index() < 0 ? null : row(reader.index())),
    onPick: () => onPick(row(reader.index())),
  });

  /** Labels the three lines, those across from the left on, the other from the top down. @param {import('chart.js').Chart} chart @param {StrengthDuration} found */
  function name(chart, {rheobase, chronaxie}) {
    const {scales, chartArea} = chart;
    const along = (/** @type {number} */ from, /** @type {number} */ to) =>
      Array.from({length: PLACES}, (_, i) => from + ((i + 0.1) / PLACES) * (to - from));
    /** @type {import('./names.js').Name[]} */
    const names = [];
    if (rheobase !== null && rheobase > 0) {
      const levels = [rheobase, 2 * rheobase].map((level) =>
        along(chartArea.left, chartArea.right).map(
          (x) => /** @type {[number, number]} */ ([x, scales.y.getPixelForValue(power(level))]),
        ),
      );
      for (const [i, text] of [words.thresholds.rheobase, words.thresholds.twice].entries())
        names.push({id: text, text, anchors: levels[i], others: [levels[1 - i]]});
    }
    if (chronaxie !== null && chronaxie > 0) {
      const x = scales.x.getPixelForValue(power(chronaxie));
      const anchors = along(chartArea.top, chartArea.bottom).map((y) => /** @type {[number, number]} */ ([x, y]));
      names.push({id: 'chronaxie', text: words.thresholds.chronaxie(chronaxie), anchors});
    }
    nameCurves(chart, names, kept);
  }

  return {
    /** @param {StrengthDuration | undefined} found @param {Range_} range @param {string} said @param {(StrengthDuration | undefined)[]} ghosts the curves of pinned runs @param {boolean} whole whether it is complete and belongs to this cell */
    draw(found, range, said, ghosts, whole) {
      shown = found;
      const kept = found ? [...found.duration.keys()].filter((i) => found.current[i] > 0) : [];
      const duration = kept.map((i) => /** @type {StrengthDuration} */ (found).duration[i]);
      const current = kept.map((i) => /** @type {StrengthDuration} */ (found).current[i]);
      const rheobase = found?.rheobase || null;
      const levels = rheobase === null ? [] : [rheobase, 2 * rheobase];
      const ends = [power(range.from), power(range.to)];
      const {colour, ghostLook} = plot.palette;
      const line = {borderColor: colour('ink-soft'), borderWidth: 1, order: 2};
      const others = ghosts.flatMap((ghost) => (ghost ? [pointsOf(ghost).map((one) => 10 ** one.y)] : []));
      const y = current.length ? tight([current, levels, ...others]) : {min: 0, max: 3, log: true};
      const chronaxie = found?.chronaxie ?? null;
      const ink = colour('i');
      plot.draw({
        datasets: [
          {
            data: duration.map((at, i) => ({x: power(at), y: power(current[i])})),
            borderColor: ink,
            borderWidth: 2,
            pointRadius: 2.5,
            pointBackgroundColor: ink,
            pointBorderWidth: 0,
            order: 1,
          },
          ...[0, 1].map((which) => ({
            data: levels.length ? ends.map((x) => ({x, y: power(levels[which])})) : [],
            ...line,
            borderDash: which ? [2, 3] : [6, 3],
          })),
          {
            data:
              chronaxie === null || chronaxie < range.from || chronaxie > range.to
                ? []
                : [y.min, y.max].map((up) => ({x: power(chronaxie), y: up})),
            ...line,
            borderDash: [2, 3],
          },
          ...ghosts.map((ghost, index) => ({
            data: ghost ? pointsOf(ghost) : [],
            pointRadius: 0,
            ...ghostLook(index),
          })),
        ],
        x: {...decades([[range.from, range.to]]), min: ends[0], max: ends[1], title: words.thresholds.length()},
        y: [{id: 'y', ...y, title: words.axes('current')}],
        label: said,
      });
      shown = found && {...found, duration: Float64Array.from(duration), current: Float64Array.from(current)};
      reader.over(duration.map(power), whole);
    },
    destroy: plot.destroy,
  };
}
