// views/phase-view.js: the phase plane at the instant under the cursor, with the orbits: v across and u up or, as in the note,
// u across and v up. A drag of the start, or a double click, sets where the run starts; a press tells what is there.
import {currentHandle} from '../plot/current-handle.js';
import {emit} from '../plot/door.js';
import {describe, placeOf, whenGone} from '../plot/place.js';
import {tell} from '../words/tell.js';
import {clipWithin, isOutside, lineUnder, nameAxes, planeAxes} from '../plot/phase-axes.js';
import {STRAIGHT, WHOLE, closeTo, hardlySeen, ringAround} from '../plot/closer.js';
import {linePlot} from '../plot/chart.js';
import {paintDot} from '../plot/in-picture.js';
import {paintEffectInPlane} from '../plot/effects.js';
import {squareAround} from '../plot/names.js';
import {paintNames} from '../plot/phase-labels.js';
import {orbitsOf} from '../plot/phase-orbits.js';
import {paintAbove, paintBeneath, stageOf} from '../plot/phase-paint.js';
import {pointNotes} from './point-notes.js';
import {say} from './prose.js';
import {onDouble, startHandle} from '../plot/start-handle.js';
import {tidy} from '../session/ranges.js';
import {View} from './view.js';

/** The least room of the grip within the axes, in px. */
const ROOM = 11;

/** From the right edge of the plot to the button beside the options, in px. */
const OFFER = 52;
/** @typedef {import('../plot/phase-paint.js').Stage} Stage */

class PhaseView extends View {
  /** @type {ReturnType<typeof linePlot> | undefined} */
  #plot;
  /** @type {ReturnType<typeof startHandle> | undefined} */
  #handle;
  /** @type {ReturnType<typeof currentHandle> | undefined} */
  #grip;
  /** @type {ReturnType<typeof pointNotes> | undefined} */
  #points;
  /** Where it stands, if it does. @type {{v: number, u: number} | null} */
  #vertex = null;
  #dot = document.createElement('div');
  #note = document.createElement('p');
  /** Whether the bar of the gap says what it is. */
  #named = false;
  /** What is to be ringed once the plane is drawn from nearer. @type {import('../plot/closer.js').Part | undefined} */
  #toRing;
  /** What the button in the corner offers. @type {'' | 'gap' | 'crossing' | 'whole'} */
  #offered = '';
  /** @type {(Results & {answers: {boundary: any}}) | undefined} */
  #results;
  /** The data that the plot was last drawn from. @type {any[]} */
  #drawn = [];
  /** The last reset of the selected run. @type {{from: {v: number, u: number}, to: {v: number, u: number}} | undefined} */
  #reset;
  #swapped = false;
  /** The u-nullcline, if it is drawn as the axis. @type {((v: number) => number) | null} */
  #line = null;
  /** @type {import('../plot/effects.js').Moved} */
  #moved = {};
  /** Where the labels stand, as long as the plane keeps its size and its window. @type {import('../plot/names.js').Kept} */
  #kept = new Map();
  #keptFor = '';

  connectedCallback() {
    if (this.#plot) return;
    const plot = linePlot(
      this,
      (chart) => {
        if (!this.#results || !chart.scales.y) return;
        const stage = stageOf(chart, this.#swapped, this.#line);
        const {answers} = this.#results;
        paintEffectInPlane(stage, this.#results, this.#moved, this.#reset);
        nameAxes(chart, this.#swapped, Boolean(this.#line));
        const boundary = this.#results.withheld ? undefined : answers.boundary;
        paintAbove(stage, this.#results, boundary, this.#reset);
        const {fixed, instant} = this.#results;
        if (placeOf(this).picture && fixed && instant) paintDot(chart, stage.at(instant.v, instant.u), 'ink');
        this.#place();
        const keptFor = [...Object.values(this.#results.planeWindow), this.#swapped, chart.width, chart.height].join();
        if (keptFor !== this.#keptFor) this.#kept.clear();
        this.#keptFor = keptFor;
        const names = paintNames(stage, chart, this.#results, boundary, this.#taken(stage), this.#kept, this.#named);
        this.#points?.show(
          this.#results.withheld ? [] : this.#results.plane.fixed_points,
          ({v, u}) => stage.at(v, u),
          stage.area,
          names,
        );
      },
      (chart) => {
        if (this.#results && chart.scales.y) paintBeneath(stageOf(chart, this.#swapped, this.#line), this.#results);
      },
    );
    this.#plot = plot;
    this.#dot.className = 'cursor-dot';
    plot.frame.classList.add('plane');
    plot.frame.append(this.#dot);
    this.#points = pointNotes(plot);
    this.#grip = currentHandle(plot);
    this.#handle = startHandle(
      plot.frame,
      (x, y) => this.#stateAt(x, y),
      (start) => this.#startAt(start),
    );
    // A single press tells what is there; it moves nothing.
    onDouble(plot.canvas, (event) => {
      const {left, right, top, bottom} = plot.chart.chartArea;
      const box = plot.canvas.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      if (this.#handle && x >= left && x <= right && y >= top && y <= bottom && !this.#points?.at(event).length)
        this.#startAt(this.#handle.aimed(this.#stateAt(event.clientX, event.clientY)));
    });
    this.#offer?.addEventListener('click', () => {
      this.#show(this.#offered === 'whole' ? WHOLE : STRAIGHT);
    });
    this.#note.className = 'plane-note';
    this.parentElement?.querySelector('.plane-tools')?.prepend(this.#note);
  }

  disconnectedCallback() {
    whenGone(this, () => this.#close());
  }

  #close() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#handle = undefined;
    this.#grip = undefined;
    this.#points = undefined;
    this.#drawn = [];
    this.#note.remove();
    this.replaceChildren();
  }

  /** True: u across and v up. */
  set swapped(/** @type {boolean} */ swapped) {
    this.#swapped = swapped;
    if (this.#results) this.results = this.#results;
  }

  /** What the headline says of the run on show: where it compares another threshold, the bar of the gap says what it is. */
  set verdict(/** @type {RunVerdict} */ verdict) {
    const {first, compared, place} = verdict;
    const named = first !== null && compared === place.current && place.shows === 'none';
    if (named === this.#named) return;
    this.#named = named;
    if (this.#results) this.#plot?.chart.draw();
  }

  get shown() {
    return this.#results;
  }

  /** @param {PhaseView} view @param {object} changed */
  drawAs(view, changed) {
    this.#swapped = view.#swapped;
    this.#named = view.#named;
    super.drawAs(view, changed);
  }

  /** Highlights what the active parameter moves. */
  set moved(/** @type {import('../plot/effects.js').Moved} */ moved) {
    if (moved === this.#moved) return;
    this.#moved = moved;
    this.#plot?.chart.draw();
  }

  /** What labels must not cover besides curves: the start, the state at the cursor, the grip, the buttons in the corner. @param {Stage} stage */
  #taken({at, area: {right}, reach}) {
    const {start, instant, fixed} = /** @type {Results} */ (this.#results);
    if (placeOf(this).picture) return fixed && instant ? [squareAround(at(instant.v, instant.u), 6)] : [];
    const offer = this.#offered && this.#offer ? this.#offer.offsetWidth + OFFER : 0;
    return [
      ...[start, instant].flatMap((state) => (state ? [squareAround(at(state.v, state.u), 10)] : [])),
      ...(this.#vertex ? [squareAround(this.#aside(at(this.#vertex.v, this.#vertex.u)), 12)] : []),
      {left: right - Math.max(reach() + 8, offer), right: right + 20, top: 0, bottom: reach() + 6},
    ];
  }

  /** A state with u as it is drawn. @param {{v: number, u: number}} state */
  #asDrawn({v, u}) {
    return {v, u: this.#line ? u - this.#line(v) : u};
  }

  /** The state at a point of the screen, with u as it is drawn. @param {number} clientX @param {number} clientY */
  #stateAt(clientX, clientY) {
    if (!this.#plot) return {v: 0, u: 0};
    const {canvas, chart} = this.#plot;
    const {left, top} = canvas.getBoundingClientRect();
    const x = chart.scales.x.getValueForPixel(clientX - left) ?? 0;
    const y = chart.scales.y.getValueForPixel(clientY - top) ?? 0;
    return this.#swapped ? {v: y, u: x} : {v: x, u: y};
  }

  /** @param {{v: number, u: number}} start with u as it is drawn */
  #startAt({v, u}) {
    const initial = {kind: 'at', v, u: this.#line ? tidy(u + this.#line(v)) : u};
    if (!placeOf(this).locks.has('initial')) emit(this, 'edit', {initial});
  }

  /** Where the grip stands whose vertex is at a point: within the axes. @param {[number, number]} vertex @returns {[number, number]} */
  #aside([x, y]) {
    if (!this.#plot || !this.#grip || !this.#results) return [x, y];
    const {left, right, top, bottom} = this.#plot.chart.chartArea;
    const {runs, selected} = this.#results;
    const [across, down] = this.#grip.aside(runs[selected].experiment.cell);
    return [
      Math.min(Math.max(x + across, left + ROOM), right - ROOM),
      Math.min(Math.max(y + down, top + ROOM), bottom - ROOM),
    ];
  }

  /** Moves the markers of the start and of the state at the cursor to their places in the plot. */
  #place() {
    if (!this.#plot || !this.#results) return;
    const {start, instant, planeWindow: w} = this.#results;
    this.#vertex = this.#grip?.show(this.#results, this.#swapped) ?? null;
    const stage = stageOf(this.#plot.chart, this.#swapped, this.#line);
    const {at, area} = stage;
    const line = this.#line;
    const put = (/** @type {HTMLElement | undefined} */ part, /** @type {{v: number, u: number} | null} */ state) => {
      if (!part) return;
      const u = state && (line ? state.u - line(state.v) : state.u);
      part.hidden = !state || u === null || state.v < w.v_low || state.v > w.v_high || u < w.u_low || u > w.u_high;
      if (part.hidden || !state) return;
      const place = at(state.v, state.u);
      const [x, y] = part === this.#grip?.element ? this.#aside(place) : place;
      part.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      if (part === this.#grip?.element) {
        const [across, down] = [place[0] - x, place[1] - y];
        part.style.setProperty('--stem', `${Math.hypot(across, down).toFixed(1)}px`);
        part.style.setProperty('--turn', `${Math.atan2(down, across).toFixed(3)}rad`);
      } else part.style.clipPath = clipWithin(area, [x, y], part.offsetWidth / 2);
    };
    // Where it may not be moved, its place is still marked, but there is nothing to take hold of.
    const fixed = placeOf(this).locks.has('initial');
    if (this.#handle) this.#handle.element.inert = fixed;
    put(this.#handle?.element, start);
    this.#offerCloser(stage);
    put(this.#dot, instant);
    put(this.#grip?.element, this.#vertex);
  }

  /** Offers the plane drawn straight where the gap, or the crossing, can hardly be seen; from a part of the plane, the way back. @param {Stage} stage */
  #offerCloser(stage) {
    const button = this.#offer;
    if (!button || !this.#results) return;
    const {planeWindow, wholePlane} = this.#results;
    this.#offered = hardlySeen(stage, this.#results) || (planeWindow === wholePlane ? '' : 'whole');
    button.hidden = !this.#offered;
    if (!this.#offered) return;
    const {offers, straightHint} = this.words.plane;
    button.textContent = {gap: offers.gap, crossing: offers.crossing, whole: offers.whole}[this.#offered];
    button.title = this.#offered === 'whole' ? '' : straightHint;
  }

  get #offer() {
    return /** @type {HTMLButtonElement | null} */ (this.parentElement?.querySelector('#plane-offer') ?? null);
  }

  /** Shows a place from near enough to be seen; returns what is to be pointed at there. @param {import('../plot/closer.js').Place} place */
  closer(place) {
    if (!this.#plot || !this.#results) return undefined;
    const {boundary} = this.#results.answers;
    const stage = stageOf(this.#plot.chart, this.#swapped, this.#line);
    const {part, look} = closeTo(place, stage, this.#results, boundary?.stale ? undefined : boundary?.part);
    if (look) this.#show(look);
    return {part, look};
  }

  /** Rings a place for a moment: of a gap, all of it. @param {VerdictPlace} place */
  point(place) {
    const {part, look} = this.closer(place) ?? {};
    this.#toRing = part;
    if (!look) this.#ring(); // else once the plane is drawn anew
    this.scrollIntoView({block: 'nearest'});
  }

  #ring() {
    if (this.#plot && this.#toRing)
      ringAround(this.#plot.frame, stageOf(this.#plot.chart, this.#swapped, this.#line), this.#toRing);
    this.#toRing = undefined;
  }

  /** @param {import('../plot/closer.js').Look} look */
  #show(look) {
    for (const name of /** @type {const} */ (['zoomed', 'straight'])) emit(this, 'switch', {name, on: look[name]});
  }

  /** @param {Results & {answers: {boundary: any}}} results */
  set results(results) {
    this.#results = results;
    const {runs, ghosts, selected, compared, plane, planeWindow, start} = results;
    const {around, backward, highlight, parabola, answers} = results;
    this.#line = lineUnder(results);
    this.#handle?.show(this.#asDrawn(start), start, planeWindow, this.#swapped);
    const {boundary} = answers;
    const curves = [runs, ghosts, selected, compared, planeWindow, this.#swapped];
    const painted = [
      plane.current,
      results.revealed,
      results.withheld,
      results.other?.current,
      around,
      backward,
      highlight,
      parabola,
      boundary?.part,
      boundary?.stale,
    ];
    const asked = [...curves, ...painted];
    const same = (/** @type {any[]} */ parts) => parts.every((part, i) => part === this.#drawn[i]);
    if (!this.#drawn.length || !same(curves)) this.#drawAll(results);
    else if (!same(asked)) this.#plot?.chart.draw();
    else this.#place();
    if (!this.#drawn.length || !same(asked)) this.#say(results);
    this.#drawn = asked;
    this.#ring();
  }

  /** Describes the plane: in the note below it, and in its label for screen readers. @param {Results & {answers: {boundary: any}}} results */
  #say(results) {
    const {words} = this;
    const {part, stale, error} = results.answers.boundary ?? {};
    const outside =
      part && !stale && isOutside(part, results.planeWindow, this.#line ?? (() => 0)) ? ` ${words.plane.outside}` : '';
    const text = part && !stale ? tell(words, part.text) + outside : error ? words.plane.unknown : '';
    // Until the next answer arrives, the last note stays.
    if (text && this.#note.isConnected) say(this.#note, text);
    const told = results.plane.fixed_points.map((point) => tell(words, point.text));
    if (this.#plot) describe(this.#plot.canvas, words.plane.summary(results, text, told));
  }

  /** @param {Results} results */
  #drawAll(results) {
    if (!this.#plot) return;
    const line = this.#line;
    const turned = this.#swapped
      ? (/** @type {any} */ {v, u}) => ({x: u, y: v})
      : (/** @type {any} */ {v, u}) => ({x: v, y: u});
    const place = line ? (/** @type {any} */ {v, u}) => turned({v, u: u - line(v)}) : turned;
    const {datasets, reset} = orbitsOf(results, this.#plot.palette, place, Boolean(line));
    this.#reset = reset;
    const axes = planeAxes(this, results.planeWindow, this.#swapped, Boolean(line));
    this.#plot.draw({datasets, ...axes, label: ''});
  }
}
customElements.define('phase-view', PhaseView);
