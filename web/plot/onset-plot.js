// plot/onset-plot.js: how the rate begins: the rate against the distance from the onset, on logarithmic axes.
import {tell} from '../words/tell.js';
import {extent, linePlot} from './chart.js';
import {along, nameCurves} from './names.js';
import {wordsOf} from './place.js';
import {scan} from './scan.js';

const power = (/** @type {number} */ x) => Math.log10(x);

/** The range of whole decades around some positive numbers. @param {ArrayLike<number>[]} columns */
export function decades(columns) {
  const {low, high} = extent(columns);
  const [min, max] = [Math.floor(power(low) + 1e-9), Math.ceil(power(high) - 1e-9)];
  return {min, max: Math.max(max, min + 1), step: 1, log: true};
}

/**
 * @param {HTMLElement} host
 * @param {(row: {current: number, text: string} | null, again: boolean) => void} onMove @param {(current: number) => void} onPick
 */
export function onsetPlot(host, onMove, onPick) {
  const words = wordsOf(host);
  /** @type {Onset | undefined} */
  let onset;
  /** The indices with a positive rate, the only ones that a logarithmic axis can show. @type {number[]} */
  let shown = [];
  /** The labels of the curves, and near which share of its points each stands. @type {{text: string, points: {x: number, y: number}[], share: number, token: string}[]} */
  let names = [];
  /** @type {import('./names.js').Kept} */
  const kept = new Map();
  const plot = linePlot(host, (chart) => {
    const {scales} = chart;
    if (!scales.x) return;
    nameCurves(
      chart,
      names.map(({text, points, share, token}) => ({
        id: text,
        text,
        token,
        anchors: along(
          points.map(({x, y}) => [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)]),
          share,
        ),
      })),
      kept,
    );
    reader.put();
  });
  const row = (/** @type {number} */ i) => ({
    current: /** @type {number} */ (onset?.current) + /** @type {Onset} */ (onset).distance[shown[i]],
    text: words.fi.sayOnset(/** @type {Onset} */ (onset), shown[i]),
  });
  const reader = scan(plot, {
    name: words.fi.scanOnset,
    say: (index) => row(index).text,
    onMove: (again) => onMove(reader.index() < 0 ? null : row(reader.index()), again),
    onPick: () => onPick(row(reader.index()).current),
  });

  return {
    /** @param {Onset | undefined} found @param {boolean} whole whether it belongs to this cell */
    draw(found, whole) {
      onset = found;
      shown = found ? [...found.distance.keys()].filter((i) => found.rate[i] > 0 && found.distance[i] > 0) : [];
      const pick = (/** @type {Float64Array} */ column) => shown.map((i) => column[i]);
      const [distance, rate, cycles] = found
        ? [pick(found.distance), pick(found.rate), pick(found.cycle_rate)]
        : [[], [], []];
      const bursts = cycles.some((one, i) => one > 0 && one < 0.999 * rate[i]);
      const {colour} = plot.palette;
      const ink = colour('rate');
      const points = (/** @type {number[]} */ column) => column.map((y, i) => ({x: power(distance[i]), y: power(y)}));
      const fitted = found?.law.length ? pick(found.law).filter((y) => y > 0) : [];
      const marked = {borderColor: ink, borderWidth: 1, pointBackgroundColor: ink, pointRadius: 3, pointBorderWidth: 1};
      const datasets = [
        {data: points(rate), ...marked, order: 0},
        {
          data: bursts ? points(cycles) : [],
          ...marked,
          borderColor: colour('u'),
          pointBackgroundColor: colour('panel'),
          pointBorderColor: colour('u'),
          pointStyle: 'triangle',
          pointRadius: 4,
          order: 1,
        },
        {data: points(fitted), borderColor: colour('ink'), borderWidth: 1.5, borderDash: [6, 4], order: 2},
      ];
      names = [
        {text: words.fi.spikes, points: points(rate), share: 0.15, token: 'rate'},
        {text: words.fi.bursts, points: bursts ? points(cycles) : [], share: 0.15, token: 'u'},
        {text: tell(words, found?.law_text), points: points(fitted), share: 0.6, token: 'ink'},
      ].filter(({text, points}) => text && points.length);
      plot.draw({
        datasets,
        x: {...(shown.length ? decades([distance]) : {min: -5, max: 2, log: true}), title: words.fi.distance()},
        y: [
          {
            id: 'y',
            ...(shown.length ? decades(bursts ? [rate, cycles] : [rate]) : {min: 0, max: 2, log: true}),
            title: words.axes('rate'),
          },
        ],
        label: `${words.fi.nearTitle}. ${found ? tell(words, found.text) : words.fi.working}`,
      });
      reader.over(distance.map(power), whole);
    },
    destroy: plot.destroy,
  };
}
