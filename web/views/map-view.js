// views/map-view.js: the map from u after one spike to u after the next, under the steady current at the cursor, with the
// steps of the run on show.
import {whenGone} from '../plot/place.js';
import {words} from '../words/words.js';
import {faint, paletteOf} from '../plot/palette.js';
import {extent, linePlot, niceStep, roundRange} from '../plot/chart.js';
import {label, widthOf} from '../plot/marks.js';
import {say} from './prose.js';
import {questionFields} from './question-fields.js';
import {scan} from '../plot/scan.js';

const KIND = 'map';
const GAP = {x: NaN, y: NaN};
/** Steps of a run that are drawn at either end of a long train. */
const MOST_STEPS = 150;

/** The run as steps between the map and the diagonal. @param {Float64Array} resets */
function cobweb(resets) {
  const points = [];
  for (let i = 0; i + 1 < resets.length; i += 1) {
    if (i === MOST_STEPS && resets.length > 2 * MOST_STEPS) {
      points.push(GAP);
      i = resets.length - MOST_STEPS;
    }
    points.push({x: resets[i], y: resets[i]}, {x: resets[i], y: resets[i + 1]});
  }
  // Where the last step leads to: on along the map, or into a gap.
  const last = resets[resets.length - 1];
  if (points.length) points.push({x: last, y: last});
  return points;
}

/** @param {AfterSpikeMap['pieces']} pieces */
const curveOf = (pieces) => pieces.flatMap(({u, next}) => [...Array.from(u, (x, i) => ({x, y: next[i]})), GAP]);

class MapView extends HTMLElement {
  #plot;
  #reader;
  /** @type {Schema | undefined} */
  #schema;
  /** @type {ReturnType<typeof questionFields> | undefined} */
  #fields;
  /** @type {(Results & {answers: Record<string, any>}) | undefined} */
  #results;
  /** @type {{u: number[], next: number[], interval: number[]}} */
  #places = {u: [], next: [], interval: []};
  #read = -1;

  connectedCallback() {
    if (this.#plot) return;
    this.innerHTML = `
      <div class="curve tall"><p class="plot-note" hidden></p></div>
      <div class="reading"><p class="read-out"></p><button type="button" class="small run-this" disabled></button></div>
      <div class="asks"><div class="fields"></div><button type="button" class="small quiet table"></button></div>
      <p class="said"></p>
      <p class="steps said"></p>
      <p class="key"></p>`;
    const {map} = words;
    this.#part('.run-this').textContent = map.run;
    this.#part('.table').textContent = map.table;
    this.#part('.read-out').textContent = map.prompt;
    this.#part('.key').append(map.key, document.createElement('br'), map.cite);
    this.#part('.run-this').addEventListener('click', () => this.#run());
    this.#part('.table').addEventListener('click', () => this.#table());
    this.#plot = linePlot(this.#part('.curve'), (chart) => this.#paint(chart));
    this.#reader = scan(this.#plot, {
      name: map.scan,
      say: (index) => this.#say(index),
      onMove: () => this.#readOut(),
      onPick: () => this.#run(),
    });
    this.#buildFields();
  }

  disconnectedCallback() {
    whenGone(this, () => this.#close());
  }

  #close() {
    this.#plot?.destroy();
    this.#plot = this.#reader = this.#fields = undefined;
    this.replaceChildren();
  }

  /** What it may be asked with. @param {Schema} schema */
  set schema(schema) {
    this.#schema = schema;
    this.#buildFields();
  }

  /** @param {Results & {answers: Record<string, any>}} results */
  set results(results) {
    this.#results = results;
    this.#draw();
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  #buildFields() {
    if (!this.#schema || this.#fields || !this.#plot) return;
    const fields = /** @type {NumberField[]} */ (this.#schema.questions.map_range.fields);
    this.#fields = questionFields(this, 'map_range', fields);
    this.#part('.fields').replaceChildren(this.#fields.row);
  }

  #draw() {
    if (!this.#results || !this.#plot) return;
    const {opening, steady, pinned_resets: others = [], answers} = this.#results;
    const {question, part, stale, error} = answers[KIND];
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
    const {reset_u: resets, cycle, settling} = steady;
    const {colour, ghostLook} = this.#plot.palette;
    const [ink, orbit] = [colour('u'), colour('orbit')];
    const line = {showLine: true, pointRadius: 0, borderDash: []};
    const dot = {showLine: false, pointStyle: 'circle', pointBorderWidth: 1.6};
    const fixed = (/** @type {boolean} */ attracts) =>
      Array.from(found?.fixed_u ?? [], (u, i) => ({
        x: u,
        y: u,
        attracts: Math.abs(found?.fixed_slope[i] ?? 0) < 1,
      })).filter((one) => one.attracts === attracts);
    const marker = {...dot, pointStyle: 'rectRot', pointRadius: 6, pointBorderColor: colour('ink'), order: 1};
    const steps = cobweb(resets);
    /** @type {(AfterSpikeMap | undefined)[]} */
    const ghosts = answers.ghosts[KIND];
    const theirs = ghosts.flatMap((ghost) => ghost?.pieces ?? []);
    const {low, high} = extent([...[...pieces, ...theirs].map(({next}) => next), resets, ...others]);
    const said = stale ? '' : (found?.text ?? '');
    const stepsSaid = words.map.steps(resets.length, cycle, settling, current);
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
      x: {min: range.from, max: range.to, step: niceStep((range.to - range.from) / 6), title: words.map.across(), ink},
      y: [{id: 'y', ...roundRange(low, high), title: words.map.up(), ink}],
      label: `${words.map.title(current, range)} ${said || words.map.working} ${stepsSaid}`,
    });
    this.#fresh(false);
    this.#reader?.over(this.#places.u, !stale && Boolean(found), resets.length ? resets[resets.length - 1] : undefined);
    this.#write('.said', said && `${words.map.under(current)} ${said}`);
    this.#write('.steps', stepsSaid);
    this.#write('.plot-note', error || (found && !stale && !pieces.length && found.gaps.length ? words.map.none : ''));
  }

  /** @param {import('chart.js').Chart} chart */
  #paint(chart) {
    const {ctx, scales, chartArea} = chart;
    if (!scales.x || !this.#results) return;
    const {part} = this.#results.answers[KIND];
    const {colour} = paletteOf(ctx.canvas);
    ctx.save();
    for (const {from, to} of part?.gaps ?? []) {
      const [left, right] = [from, to].map((u) =>
        Math.min(chartArea.right, Math.max(chartArea.left, scales.x.getPixelForValue(u))),
      );
      ctx.fillStyle = faint(colour('ink-soft'), 0.2);
      ctx.fillRect(left, chartArea.top, Math.max(1, right - left), chartArea.bottom - chartArea.top);
      const text = words.map.silent;
      const width = widthOf(ctx, text);
      const across = Math.min(chartArea.right - width - 3, Math.max(chartArea.left + 3, (left + right - width) / 2));
      label(ctx, text, across, chartArea.top + 8, 'ink-soft');
    }
    ctx.restore();
    this.#reader?.put();
  }

  /** @param {string} selector @param {string} text */
  #write(selector, text) {
    say(this.#part(selector), text);
  }

  /** @param {number} index */
  #say(index) {
    const {u, next, interval} = this.#places;
    return index in u ? words.map.say(u[index], next[index], interval[index]) : '';
  }

  #readOut() {
    this.#read = this.#reader?.index() ?? -1;
    this.#part('.read-out').textContent = this.#say(this.#read) || words.map.prompt;
    this.#fresh(this.#read in this.#places.u);
  }

  /** Whether what was read is of what is on show: only then can it be run. @param {boolean} fresh */
  #fresh(fresh) {
    this.#part('.read-out').toggleAttribute('data-late', !fresh && this.#read >= 0);
    /** @type {HTMLButtonElement} */ (this.#part('.run-this')).disabled = !fresh;
  }

  /** Starts just after a spike with that u, under the map's current from the first instant on. */
  #run() {
    if (!this.#results || !(this.#read in this.#places.u)) return;
    const {runs, selected, answers} = this.#results;
    const {c} = runs[selected].experiment.cell;
    this.#dispatch('edit', {
      initial: {kind: 'at', v: c, u: this.#places.u[this.#read]},
      stimulus: [{kind: 'step', amplitude: answers[KIND].question.current, onset: 0, duration: null}],
    });
  }

  #table() {
    if (!this.#results) return;
    const {runs, selected, steady, answers} = this.#results;
    const {u, next, interval} = this.#places;
    const {fixed_u = [], fixed_slope = []} = answers[KIND].part ?? {};
    this.#dispatch('table', {
      heading: words.map.tableTitle(answers[KIND].question.current),
      notes: ['.said', '.steps'].map((selector) => this.#part(selector).dataset.said ?? '').filter(Boolean),
      quantities: words.map.quantities(),
      rows: u.map((from, i) => [from, next[i], interval[i]]),
      file: 'after-spike-map.csv',
      more: [
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
      experiment: runs[selected].experiment,
    });
  }

  /** @param {string} name @param {any} detail */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail}));
  }
}
customElements.define('map-view', MapView);
