// views/map-view.js: the map from u after one spike to u after the next, at the current that flows under the cursor, with the
// run on show as steps.
import {emit} from '../plot/door.js';
import {steadyCurrent} from '../session/stimulus.js';
import {tell} from '../words/tell.js';
import {faint, paletteOf} from '../plot/palette.js';
import {AnalysisPanel, READING, TABLE} from './analysis-panel.js';
import {extent, linePlot, niceStep, roundRange} from '../plot/chart.js';
import {nameCurves} from '../plot/names.js';
import {scan} from '../plot/scan.js';

const GAP = {x: NaN, y: NaN};
/** Of a long train, this many steps are drawn at the start and as many at the end. */
const MOST_STEPS = 150;

/** The run as a staircase between the map and the diagonal. @param {Float64Array} resets u after each spike */
function cobweb(resets) {
  const points = [];
  for (let i = 0; i + 1 < resets.length; i += 1) {
    if (i === MOST_STEPS && resets.length > 2 * MOST_STEPS) {
      points.push(GAP);
      i = resets.length - MOST_STEPS;
    }
    points.push({x: resets[i], y: resets[i]}, {x: resets[i], y: resets[i + 1]});
  }
  // The last step ends on the diagonal: below it the map either continues or has a gap.
  const last = resets[resets.length - 1];
  if (points.length) points.push({x: last, y: last});
  return points;
}

/** @param {AfterSpikeMap['pieces']} pieces */
const curveOf = (pieces) => pieces.flatMap(({u, next}) => [...Array.from(u, (x, i) => ({x, y: next[i]})), GAP]);

class MapView extends AnalysisPanel {
  /** @type {ReturnType<typeof linePlot> | undefined} */
  #plot;
  /** @type {ReturnType<typeof scan> | undefined} */
  #reader;
  /** Where its labels were. @type {import('../plot/names.js').Kept} */
  #kept = new Map();
  /** @type {ReturnType<AnalysisPanel['fields']> | undefined} */
  #fields;
  /** @type {{u: number[], next: number[], interval: number[]}} */
  #places = {u: [], next: [], interval: []};

  parts = `
    <div class="curve tall"><p class="plot-note" hidden></p></div>
    ${READING}
    <div class="asks"><div class="fields"></div>${TABLE}</div>
    <p class="said"></p>
    <p class="steps said"></p>
    <p class="key"></p>`;

  get prompt() {
    return this.words.map.prompt;
  }

  make() {
    const {map} = this.words;
    this.at('.key').append(map.key, document.createElement('br'), map.cite);
    this.#plot = linePlot(this.at('.curve'), (chart) => this.#paint(chart));
    this.#reader = scan(this.#plot, {
      name: map.scan,
      say: (index) => this.#say(index),
      onMove: () => this.#readOut(),
      onPick: () => this.run(),
    });
    return [this.#plot];
  }

  build() {
    this.#fields = this.fields('map_range');
    this.at('.fields').replaceChildren(this.#fields.row);
  }

  runText() {
    return this.words.map.run;
  }

  /** @param {import('./analysis-panel.js').Answered} results */
  draw({opening, steady, pinned_resets: others = [], answers}) {
    const {words} = this;
    if (!this.#plot) return;
    const {question, part, stale, error} = answers.map;
    const {range, current} = question;
    /** @type {AfterSpikeMap | undefined} */
    const found = part;
    this.#fields?.show(range, opening);
    const pieces = found?.pieces ?? [];
    this.#places = {
      u: pieces.flatMap(({u}) => Array.from(u)),
      next: pieces.flatMap(({next}) => Array.from(next)),
      interval: pieces.flatMap(({interval}) => Array.from(interval)),
    };
    const {reset_u: resets, cycle} = steady;
    const {colour, ghostLook} = this.#plot.palette;
    const [ink, orbit] = [colour('u'), colour('orbit')];
    const line = {showLine: true, pointRadius: 0, borderDash: []};
    const dot = {showLine: false, pointStyle: 'circle', pointBorderWidth: 1.6};
    const fixed = (/** @type {boolean} */ attracts) =>
      Array.from(found?.fixed_u ?? [], (u, i) => ({
        x: u,
        y: u,
        attracts: found?.fixed_attracts[i] === 1,
      })).filter((one) => one.attracts === attracts);
    const marker = {...dot, pointStyle: 'rectRot', pointRadius: 6, pointBorderColor: colour('ink'), order: 1};
    const steps = cobweb(resets);
    /** @type {(AfterSpikeMap | undefined)[]} */
    const ghosts = answers.ghosts.map;
    const theirs = ghosts.flatMap((ghost) => ghost?.pieces ?? []);
    const {low, high} = extent([...[...pieces, ...theirs].map(({next}) => next), resets, ...others]);
    const said = stale ? '' : tell(words, found?.text);
    const stepsSaid = tell(words, steady.text);
    this.#plot.draw({
      datasets: [
        {
          ...line,
          data: curveOf(pieces),
          borderColor: ink,
          borderWidth: 2.2,
          order: 3,
        },
        {
          ...line,
          data: [
            {x: range.from, y: range.from},
            {x: range.to, y: range.to},
          ],
          borderColor: colour('ink-soft'),
          borderWidth: 1,
          borderDash: [4, 4],
          order: 5,
        },
        {...line, data: steps, borderColor: faint(orbit, 0.75), borderWidth: 1, order: 4},
        {
          ...dot,
          data: Array.from(resets.subarray(resets.length - cycle - 1, resets.length - 1), (u, i) => ({
            x: u,
            y: resets[resets.length - cycle + i],
          })),
          pointRadius: 4,
          pointBackgroundColor: orbit,
          pointBorderColor: colour('panel'),
          order: 0,
        },
        {...marker, data: fixed(true), pointBackgroundColor: colour('ink')},
        {...marker, data: fixed(false), pointBackgroundColor: colour('panel')},
        ...ghosts.map((ghost, index) => ({...line, data: curveOf(ghost?.pieces ?? []), ...ghostLook(index)})),
        ...others.map((its, index) => ({...line, data: cobweb(its), ...ghostLook(index), borderWidth: 0.8})),
      ],
      x: {
        min: range.from,
        max: range.to,
        step: niceStep((range.to - range.from) / 6),
        title: words.map.across(),
        ink,
      },
      y: [{id: 'y', ...roundRange(low, high), title: words.map.up(), ink}],
      label: `${words.map.title(current, range)} ${said || words.map.working} ${stepsSaid}`,
    });
    this.#reader?.over(this.#places.u, !stale && Boolean(found), resets.length ? resets[resets.length - 1] : undefined);
    this.say('.said', said && `${words.map.under(current)} ${said}`);
    this.say('.steps', stepsSaid);
    this.say(
      '.plot-note',
      error ||
        this.waiting('.curve', !found) ||
        (found && !stale && !pieces.length && found.gaps.length ? words.map.none : ''),
    );
  }

  /** @param {import('chart.js').Chart} chart */
  #paint(chart) {
    const {ctx, scales, chartArea} = chart;
    if (!scales.x || !this.shown) return;
    const {part} = this.shown.answers.map;
    const {colour} = paletteOf(ctx.canvas);
    /** @type {import('../plot/names.js').Name[]} */
    const names = [];
    ctx.save();
    for (const [i, {from, to}] of (part?.gaps ?? []).entries()) {
      const [left, right] = [from, to].map((u) =>
        Math.min(chartArea.right, Math.max(chartArea.left, scales.x.getPixelForValue(u))),
      );
      ctx.fillStyle = faint(colour('ink-soft'), 0.2);
      ctx.fillRect(left, chartArea.top, Math.max(1, right - left), chartArea.bottom - chartArea.top);
      const heights = Array.from(
        {length: 20},
        (_, at) => chartArea.top + (at / 20) * (chartArea.bottom - chartArea.top),
      );
      const anchors = heights.map((y) => /** @type {[number, number]} */ ([(left + right) / 2, y]));
      names.push({id: `silent ${i}`, text: this.words.map.silent, token: 'ink-soft', anchors});
    }
    ctx.restore();
    nameCurves(chart, names, this.#kept);
    this.#reader?.put();
  }

  /** @param {number} index */
  #say(index) {
    const {u, next, interval} = this.#places;
    return index in u ? this.words.map.say(u[index], next[index], interval[index]) : '';
  }

  #readOut() {
    const index = this.#reader?.index() ?? -1;
    this.readOut(index < 0 ? undefined : index, this.#say(index), index in this.#places.u);
  }

  /** Starts a run just after a spike, with the u that was read and the current of the map on from the start. */
  run() {
    if (!(this.read in this.#places.u)) return;
    const {cell} = this.runShown.experiment;
    emit(this, 'edit', {
      initial: {kind: 'at', v: cell.c, u: this.#places.u[this.read]},
      stimulus: steadyCurrent(this.shown.answers.map.question.current),
    });
  }

  table() {
    const {words} = this;
    const {steady, answers} = this.shown;
    const {pieces = [], fixed_u = [], fixed_slope = []} = answers.map.part ?? {};
    const own = {title: words.map.tableTitle(answers.map.question.current), file: 'after-spike-map.csv'};
    const tableOf = (/** @type {Pick<AfterSpikeMap, 'pieces'>} */ {pieces}) => ({
      quantities: words.map.quantities(),
      rows: pieces.flatMap(({u, next, interval}, piece) =>
        Array.from(u, (from, i) => [from, next[i], interval[i], piece + 1]),
      ),
    });
    return {
      heading: own.title,
      notes: ['.said', '.steps'].map((selector) => this.at(selector).dataset.said ?? '').filter(Boolean),
      ...tableOf({pieces}),
      file: own.file,
      more: [
        ...this.ofPinned('map', own, tableOf),
        {
          title: words.map.fixedTitle,
          quantities: words.map.fixedQuantities(),
          rows: Array.from(fixed_u, (at, i) => [at, fixed_slope[i]]),
          file: 'after-spike-map-fixed-points.csv',
        },
        {
          title: words.map.stepsTitle,
          quantities: words.map.stepQuantities(),
          rows: Array.from(steady.reset_u, (at, i) => [i + 1, at]),
          file: 'after-spike-map-steps.csv',
        },
      ],
    };
  }
}
customElements.define('map-view', MapView);
