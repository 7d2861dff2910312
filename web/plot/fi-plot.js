// plot/fi-plot.js: rate against current: the chosen kind of rate, the rate of the first interval, and the intervals of the runs.
import {rateAt} from '../engine/rates.js';
import {tell} from '../words/tell.js';
import {paintBands} from './bands.js';
import {FAINT, faint} from './palette.js';
import {extent, linePlot, niceStep, roundRange} from './chart.js';
import {emit} from './door.js';
import {paintMarks} from './marks.js';
import {along, nameCurves} from './names.js';
import {GAP, pointsOfRun} from './points.js';
import {wordsOf} from './place.js';
import {scan} from './scan.js';

/** Roughly how many markers a curve carries, to tell it from the others. */
const MARKERS = 9;

/**
 * What to draw between two neighbouring currents of which only one fires for good: zero up to the onset, if that is known, then
 * the rates found near it. A straight line between the two would claim rates that do not exist.
 * @param {number} from @param {number} to @param {Onset | undefined} onset
 */
function jump(from, to, onset) {
  if (!onset || onset.current === null || onset.current < from || onset.current > to) return [GAP];
  const {current, distance, rate} = onset;
  const near = Array.from(distance, (at, i) => ({x: current + at, y: rate[i]}));
  return [{x: current, y: 0}, GAP, ...near.filter(({x, y}) => x < to && y > 0).sort((one, other) => one.x - other.x)];
}

/** The points of one kind of rate, with gaps where it does not exist. @param {FiCurve} curve @param {RateKind} kind @param {Onset | undefined} onset */
function ratePoints(curve, kind, onset) {
  const points = [];
  let before = 0;
  for (const [i, x] of curve.current.entries()) {
    const y = rateAt(curve, kind, i);
    if (y === null) {
      points.push(GAP);
    } else {
      if (i && y > 0 !== before > 0)
        // The onset is known for the steady rate only.
        points.push(...(y > 0 ? jump(curve.current[i - 1], x, kind === 'steady' ? onset : undefined) : [GAP]));
      points.push({x, y});
    }
    before = y ?? 0;
  }
  return points;
}

/** One kind of rate at every current, 0 where it does not exist. @param {FiCurve} curve @param {RateKind} kind */
const rates = (curve, kind) => Array.from(curve.current, (_, i) => rateAt(curve, kind, i) ?? 0);

/** @param {FiCurve} curve */
const firstPoints = ({current, first_rate}) =>
  Array.from(current, (x, i) => (first_rate[i] > 0 ? {x, y: first_rate[i]} : GAP));

/** A few of the points, offset by `part` of a stride, to carry markers. @param {{x: number, y: number}[]} points */
function few(points, part = 0.5) {
  const stride = Math.max(1, Math.floor(points.length / MARKERS));
  return points.filter(({y}, i) => y > 0 && i % stride === Math.floor(stride * part));
}

/**
 * @param {HTMLElement} host
 * @param {(row: {current: number, text: string} | null, again: boolean) => void} onMove @param {(current: number) => void} onPick
 */
export function fiPlot(host, onMove, onPick) {
  const words = wordsOf(host);
  /** @type {FiCurve | undefined} */
  let curve;
  /** @type {import('./marks.js').Mark[]} */
  let marks = [];
  /** The labels of the curves, and where they go. @type {{text: string, points: {x: number, y: number}[], share: number}[]} */
  let names = [];
  /** @type {import('./names.js').Kept} */
  const kept = new Map();
  /** Where the train runs away. @type {{from: number, to: number}[]} */
  let away = [];
  /** @type {RateKind} */
  let drawn = 'steady';
  const plot = linePlot(host, (chart) => {
    const {scales} = chart;
    if (!scales.x) return;
    const [bands, drawn] = [paintBands(chart, away, words.fi.runsAway), paintMarks(chart, marks)];
    const curves = names.map(({points}) =>
      points.map(
        ({x, y}) => /** @type {[number, number]} */ ([scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)]),
      ),
    );
    // Each on its own side of the other curve.
    const own = names.map(({text, share}, i) => ({
      id: text,
      text,
      token: 'rate',
      anchors: along(curves[i], share),
      others: curves.filter((_, j) => j !== i),
    }));
    nameCurves(chart, [...own, ...drawn.names, ...bands.names], kept, [...drawn.lines, ...bands.lines]);
    reader.put();
  });
  const row = (/** @type {number} */ i) => {
    const one = /** @type {FiCurve} */ (curve);
    return {
      current: one.current[i],
      text: tell(words, emit(host, 'read-curve', {curve: one, rate: drawn, index: i})?.text),
    };
  };
  const reader = scan(plot, {
    name: words.fi.scan,
    say: (index) => row(index).text,
    onMove: (again) => onMove(reader.index() < 0 ? null : row(reader.index()), again),
    onPick: () => onPick(row(reader.index()).current),
  });

  return {
    /**
     * @param {object} what
     * @param {FiCurve | undefined} what.curve @param {ValueRange[]} what.away where the train runs away @param {RateKind} what.rate the kind of rate drawn @param {Onset | undefined} what.onset @param {Range_} what.range
     * @param {Result[]} what.runs those whose intervals are drawn @param {number} what.selected
     * @param {import('./marks.js').Mark[]} what.marks @param {number[]} what.own the amplitudes or constant currents that are marked @param {number | undefined} what.start where reading begins
     * @param {({curve: FiCurve} | undefined)[]} what.ghosts the curves of pinned runs
     * @param {string} what.axis the title of the current's axis
     * @param {boolean} what.whole whether the curve is complete and belongs to this cell
     * @param {string} what.label
     */
    draw({
      curve: found,
      away: ranges,
      rate,
      onset,
      range,
      runs,
      selected,
      marks: given,
      own: amplitudes,
      start,
      ghosts,
      axis,
      whole,
      label: said,
    }) {
      curve = found;
      drawn = rate;
      away = ranges;
      marks = [...given, ...amplitudes.map((at) => ({at, text: words.fi.ownCurrent, token: 'i', dash: [1, 2]}))];
      const {colour, ghostLook, runInk} = plot.palette;
      const ink = colour('rate');
      const inkOf = (/** @type {number} */ index) => (runs.length > 1 ? runInk(index) : colour('i'));
      const main = found ? ratePoints(found, rate, onset) : [];
      const first = found ? firstPoints(found) : [];
      const dots = {
        showLine: false,
        borderDash: [],
        pointBackgroundColor: ink,
        pointBorderColor: ink,
        pointBorderWidth: 1.2,
        order: 2,
      };
      const datasets = [
        {data: main, borderColor: ink, borderDash: [], pointRadius: 0, borderWidth: 2, order: 3},
        {data: few(main), ...dots, pointRadius: 3},
        {data: first, pointRadius: 0, borderColor: ink, borderDash: [5, 3], borderWidth: 1.4, order: 4},
        {
          data: few(first, 0),
          ...dots,
          pointRadius: 4,
          pointStyle: 'triangle',
          pointBackgroundColor: colour('panel'),
        },
        ...ghosts.map((ghost, index) => ({
          data: ghost ? ratePoints(ghost.curve, rate, undefined) : [],
          pointRadius: 0,
          ...ghostLook(index),
        })),
        ...runs.map((run, index) => ({
          data: pointsOfRun(run),
          borderDash: [],
          borderColor: faint(inkOf(index), index === selected ? 0.8 : FAINT),
          borderWidth: 1,
          pointRadius: index === selected ? 3 : 2.5,
          pointStyle: 'rect',
          pointBackgroundColor: index === selected ? inkOf(index) : faint(inkOf(index), FAINT),
          pointBorderWidth: 0,
          order: index === selected ? 0 : 1,
        })),
      ];
      const within = (/** @type {RateCurve} */ {current, rate: of}) =>
        of.filter((_, i) => current[i] >= range.from && current[i] <= range.to);
      // The intervals of a run that runs away would exceed any scale.
      const bounded = runs.filter(({measures}) => measures.steady_reason !== 'runs away');
      const {high} = extent([
        ...(found ? [rates(found, rate), found.first_rate] : []),
        ...ghosts.flatMap((ghost) => (ghost ? [rates(ghost.curve, rate)] : [])),
        ...bounded.map(({rates}) => within(rates)),
      ]);
      names = [
        {points: main, text: words.fi.rates[rate], share: 0.7},
        {points: first, text: words.fi.first, share: 0.55},
      ]
        .map((one) => ({...one, points: one.points.filter(({y}) => y > 0)}))
        .filter(({points}) => points.length > 0);
      plot.draw({
        datasets,
        x: {
          min: range.from,
          max: range.to,
          step: niceStep((range.to - range.from) / 6),
          title: axis,
        },
        y: [{id: 'y', ...roundRange(0, 1.03 * high || 1), title: words.fi.axis(rate)}],
        label: said,
      });
      reader.over(found ? found.current : [], whole, start);
    },
    destroy: plot.destroy,
  };
}
