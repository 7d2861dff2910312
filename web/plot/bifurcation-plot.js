// plot/bifurcation-plot.js: the lasting behaviour of a cell against the current or a parameter, in lanes that share one axis.
import {hasRate, places, reached} from '../engine/swept.js';
import {paintBands} from './bands.js';
import {faint, paletteOf} from './palette.js';
import {extent, linePlot, niceStep, roundRange} from './chart.js';
import {paintMarks} from './marks.js';
import {dotAt, nameCurves} from './names.js';
import {wordsOf} from './place.js';
import {scan} from './scan.js';

/** Separates two parts of a curve, so that no line joins them. */
const GAP = {x: NaN, y: NaN};
/** Roughly how many markers a curve carries, to tell it from the others. */
const MARKERS = 12;
/** @param {Edge} edge */
const middleOf = ({low, high}) => low + (high - low) / 2;
/** The relative heights of the lanes. */
const WEIGHTS = {v: 3, first: 2, second: 2};

/** The line style of a fixed point; style, not colour, shows its kind. @param {number} kind */
const lineOf = (kind) => (kind <= 1 ? 'stable' : kind === 4 ? 'saddle' : 'unstable');
const DASHES = {stable: [], unstable: [6, 4], saddle: [1.5, 3]};
const LINES = /** @type {const} */ (['stable', 'unstable', 'saddle']);

/** A branch sorted by line style, with gaps where the style changes. @param {FixedBranch} branch */
function stretches({value, v, kind}) {
  /** @type {Record<keyof typeof DASHES, {x: number, y: number}[]>} */
  const found = {stable: [], unstable: [], saddle: []};
  /** @type {keyof typeof DASHES | undefined} */
  let last;
  for (let i = 0; i < value.length; i += 1) {
    const line = lineOf(kind[i]);
    const point = {x: value[i], y: v[i]};
    if (line !== last && last) found[last].push(point, GAP);
    found[line].push(point);
    last = line;
  }
  return found;
}

/**
 * A column against the swept values, in ascending order, with gaps where there is nothing to show.
 * @param {ArrayLike<number>} x @param {ArrayLike<number>} y @param {(y: number) => boolean} [kept]
 */
function pointsOf(x, y, kept = () => true) {
  const points = Array.from(x, (at, i) => (kept(y[i]) ? {x: at, y: y[i]} : GAP));
  return x[0] > x[x.length - 1] ? points.reverse() : points;
}

/** A column of one direction of the sweep (a rate, or something about bursts), with gaps where there is no rate or no burst. @param {DiagramRows} rows @param {'up' | 'down'} way @param {'rate' | 'burst_gap' | 'burst_spikes'} name */
function sweptPoints({value, ...ways}, way, name) {
  const column = ways[way];
  return reached(column.does).map((i) =>
    (name === 'rate' ? hasRate(column, i) : column[name][i] > 0) ? {x: value[i], y: column[name][i]} : GAP,
  );
}

/** A few of the points, offset by `part` of a stride, to carry markers. @param {{x: number, y: number}[]} points @param {number} part */
function few(points, part) {
  const stride = Math.max(1, Math.floor(points.length / MARKERS));
  return points.filter(({y}, i) => y > 0 && i % stride === Math.floor(stride * part));
}

/**
 * @param {HTMLElement} host
 * @param {(index: number) => void} onMove @param {(index: number) => void} onPick @param {(index: number) => string} say
 */
export function bifurcationPlot(host, onMove, onPick, say) {
  const words = wordsOf(host);
  /** @type {import('./marks.js').Mark[]} */
  let marks = [];
  /** @type {{from: number, to: number}[]} */
  let ranges = [];
  /** @type {{x: ArrayLike<number>, y: ArrayLike<number>, hollow: boolean}[]} */
  let dots = [];
  /** Where the train runs away. @type {{from: number, to: number}[]} */
  let away = [];
  /** @type {import('./names.js').Kept} */
  const kept = new Map();

  const plot = linePlot(host, (chart) => {
    const {ctx, scales, chartArea} = chart;
    if (!scales.x) return;
    const {colour} = paletteOf(ctx.canvas);
    ctx.save();
    const lines = paintDots(chart);
    /** @type {import('./names.js').Name[]} */
    const names = [];
    for (const [i, {from, to}] of ranges.entries()) {
      const [left, right] = [from, to].map((at) => scales.x.getPixelForValue(at));
      ctx.fillStyle = faint(colour('accent'), 0.16);
      ctx.fillRect(left - 1, chartArea.top, Math.max(3, right - left + 2), chartArea.bottom - chartArea.top);
      const {top, bottom} = scales.v ?? scales.first;
      const heights = [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1].map((share) => top + share * (bottom - top));
      names.push({
        id: `bistable ${i}`,
        text: words.bifurcation.bistable,
        token: 'accent',
        anchors: heights.flatMap((y) => [right, left].map((x) => /** @type {[number, number]} */ ([x, y]))),
      });
    }
    // A line between neighbouring lanes, which are close together.
    ctx.strokeStyle = colour('line');
    for (const id of ['v', 'first']) {
      if (!scales[id]) continue;
      lines.push([chartArea.left, chartArea.right].map((x) => [x, scales[id].bottom]));
      ctx.beginPath();
      ctx.moveTo(chartArea.left, scales[id].bottom);
      ctx.lineTo(chartArea.right, scales[id].bottom);
      ctx.stroke();
    }
    ctx.restore();
    for (const drawn of [
      paintMarks(chart, marks),
      ...(scales.first ? [paintBands(chart, away, words.fi.runsAway, scales.first)] : []),
    ]) {
      names.push(...drawn.names);
      lines.push(...drawn.lines);
    }
    nameCurves(chart, names, kept, lines);
    reader.put();
  });
  const reader = scan(plot, {
    name: words.bifurcation.scan,
    say,
    onMove: () => onMove(reader.index()),
    onPick: () => onPick(reader.index()),
  });

  /**
   * There may be thousands of dots, so they are squares, which cost next to nothing. Returns where they are.
   * @param {import('chart.js').Chart} chart
   */
  function paintDots({ctx, scales: {x, second}}) {
    /** @type {import('./label-placer.js').Pixel[][]} */
    const places = [];
    if (!second) return places;
    const {colour} = paletteOf(ctx.canvas);
    for (const {x: across, y, hollow} of dots) {
      ctx.fillStyle = ctx.strokeStyle = colour('u');
      const size = hollow ? 3.5 : 1.8;
      for (let i = 0; i < across.length; i += 1) {
        const left = x.getPixelForValue(across[i]) - size / 2;
        const top = second.getPixelForValue(y[i]) - size / 2;
        if (hollow) ctx.strokeRect(left, top, size, size);
        else ctx.fillRect(left, top, size, size);
        places.push(dotAt(left, top), dotAt(left + size, top + size));
      }
    }
    return places;
  }

  /** One column of both directions of the sweep: lines, and a few markers on them. @param {DiagramRows} rows @param {'rate' | 'burst_gap' | 'burst_spikes'} name @param {string} yAxisID @param {string} ink */
  function swept(rows, name, yAxisID, ink) {
    const [there, back] = /** @type {const} */ (['up', 'down']).map((way) => sweptPoints(rows, way, name));
    const dot = {yAxisID, showLine: false, pointBorderColor: ink, pointBorderWidth: 1.2, pointRadius: 3.2, order: 2};
    const line = {yAxisID, showLine: true, borderColor: ink, pointRadius: 0, order: 3};
    return [
      {...line, data: there, borderDash: [], borderWidth: 1.6},
      {...line, data: back, borderDash: [5, 3], borderWidth: 1.6},
      {...dot, data: few(there, 0.2), pointStyle: 'triangle', rotation: 0, pointBackgroundColor: ink},
      {
        ...dot,
        data: few(back, 0.7),
        pointStyle: 'triangle',
        rotation: 180,
        pointBackgroundColor: plot.palette.colour('panel'),
      },
    ];
  }

  return {
    /**
     * @param {object} what
     * @param {{skeleton: Skeleton, [part: string]: any}} what.found what has been found so far @param {boolean} what.whole whether it is complete @param {any[]} what.ghosts the same for the pinned runs
     * @param {Sweep} what.sweep @param {boolean} what.bursts
     * @param {number[]} what.own the values of the run shown
     * @param {Marked | null | undefined} what.highlight @param {string} what.axis @param {string} what.label
     */
    draw({found, whole, ghosts, sweep, bursts, own, highlight, axis, label: said}) {
      const {skeleton, cycle, after_up, after_down, diagram} = found;
      const {rows, firing, runs_away} = diagram;
      const {colour, ghostLook} = plot.palette;
      const ink = colour('v');
      const lower = stretches(skeleton.lower);
      const upper = stretches(skeleton.upper);
      const branch = {yAxisID: 'v', showLine: true, pointRadius: 0, order: 1};
      const lines = LINES.map((line) => ({
        ...branch,
        data: [...lower[line], GAP, ...upper[line]],
        borderColor: ink,
        borderDash: DASHES[line],
        borderWidth: line === 'stable' ? 2.2 : 1.6,
      }));
      const orbit = colour('orbit');
      const extents = ['v_low', 'v_high'].map((name) => ({
        ...branch,
        data: pointsOf(cycle.value, cycle[name]),
        borderColor: orbit,
        borderDash: [4, 2],
        borderWidth: 1.6,
      }));
      const bends = {
        yAxisID: 'v',
        showLine: false,
        data: skeleton.marks
          .filter(({id}) => id === 'andronov_hopf' || id === 'saddle_node')
          .map(({value, v}) => ({x: value, y: v})),
        pointStyle: 'circle',
        rotation: 0,
        pointRadius: 4,
        pointBackgroundColor: colour('panel'),
        pointBorderColor: ink,
        pointBorderWidth: 1.8,
        order: 0,
      };
      ranges = firing.bistable.map((/** @type {BistableRange} */ {from, to}) => ({
        from: middleOf(from),
        to: middleOf(to),
      }));
      marks = [
        ...skeleton.marks
          .map(({id, value}) => ({
            at: value,
            text: words.bifurcation.marks[id] ?? '',
            ...(highlight && `${id}_current` === highlight.id ? {token: 'accent', dash: []} : {}),
          }))
          .filter(({text}) => text),
        ...own.map((at) => ({at, text: words.bifurcation.own, token: 'i', dash: [1, 2]})),
      ];
      away = runs_away;
      dots = bursts
        ? []
        : [
            {x: after_up.after_value, y: after_up.after_u, hollow: false},
            {x: after_down.after_value, y: after_down.after_u, hollow: true},
          ];
      const first = bursts ? 'burst_gap' : 'rate';
      const ghostRows = ghosts.map((ghost) => /** @type {DiagramRows | undefined} */ (ghost?.diagram.rows));
      const others = ghosts.flatMap((ghost) => (ghost ? [ghost.after_up.after_u] : []));
      const ends = (/** @type {'rate' | 'burst_gap' | 'burst_spikes'} */ name) =>
        extent([rows.up[name], rows.down[name], ...ghostRows.flatMap((its) => (its ? [its.up[name]] : []))]);
      const voltages = [skeleton.lower.v, skeleton.upper.v, cycle.v_low, cycle.v_high];
      const resets = [after_up.after_u, after_down.after_u, ...others];
      const [v, u] = [extent(voltages), extent(resets)];
      const lane = (/** @type {keyof typeof WEIGHTS} */ id, /** @type {any} */ range, /** @type {any} */ more) => ({
        id,
        ...range,
        stack: WEIGHTS[id],
        ...more,
      });
      const rate = colour('rate');
      // A lane in which nothing is to be seen, as where no current lets the cell rest, leaves its room to the others.
      const bare = [
        ...(whole && voltages.every(({length}) => !length) ? ['v'] : []),
        ...(whole && !bursts && resets.every(({length}) => !length) ? ['second'] : []),
      ];
      /** @param {{yAxisID?: string, id?: string}} one */
      const kept = ({yAxisID, id}) => !bare.includes(String(yAxisID ?? id));
      plot.draw({
        datasets: [
          ...lines,
          ...extents,
          bends,
          ...swept(rows, first, 'first', rate),
          ...ghostRows.map((its, index) => ({
            yAxisID: 'first',
            showLine: true,
            pointRadius: 0,
            data: its ? sweptPoints(its, 'up', first) : [],
            ...ghostLook(index),
          })),
          ...(bursts ? swept(rows, 'burst_spikes', 'second', orbit) : []),
        ].filter(kept),
        x: {min: sweep.from, max: sweep.to, step: niceStep((sweep.to - sweep.from) / 6), title: axis},
        y: [
          lane('v', roundRange(v.low, v.high, 3), {title: words.axes('v'), ink}),
          lane('first', roundRange(0, 1.05 * ends(first).high || 1, 2), {
            title: bursts ? words.bifurcation.gap() : words.axes('rate'),
            ink: rate,
          }),
          bursts
            ? lane('second', roundRange(0, 1.05 * ends('burst_spikes').high || 1, 2), {
                title: words.bifurcation.spikes,
                ink: orbit,
              })
            : lane('second', roundRange(u.low, u.high, 2), {title: words.axes('u'), ink: colour('u')}),
        ].filter(kept),
        label: said,
      });
      reader.over(
        places(rows).map((i) => rows.value[i]),
        whole,
        own[0],
      );
    },
    destroy: plot.destroy,
  };
}
