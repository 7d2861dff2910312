// moment.js: what belongs to one instant of the selected run: its state, and the phase plane of its current.
import {PlaneWindow} from './plane-window.js';
import {nearness, orbitAfter} from './recordings.js';

/** How finely the plane is drawn. */
const DETAIL = {points: 121, arrows: 11};
/** What holds the cursor where it puts it. */
const HOLDING = new Set(['drag', 'touch', 'play']);

export class Moment {
  #engine;
  #window;
  /** Where the cursor was put, in ms; null: nowhere yet, and the end of the stretch on show is looked at. @type {number | null} */
  cursor = null;
  /** Whether the pointer leaves the cursor where it is. */
  held = false;
  /** The spikes between which an interval is asked for, by their places in the train. @type {{from: number, to: number | null} | null} */
  #chosen = null;
  /** What a formula marks in the plots, while a person asks to see it. @type {Marked | null} */
  highlight = null;
  /** The stretch of the orbit that was asked for last, and what it was asked with. @type {{key: any[], curves: Curve[]}} */
  #around = {key: [], curves: []};
  /** Whether the past of the state is asked for. */
  backward = false;
  /** Whether the plane is seen from nearby, around the fixed points. */
  zoomed = false;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
    this.#window = new PlaneWindow(engine);
  }

  /** Other runs are on show. */
  forget() {
    this.cursor = null;
    this.held = false;
    this.highlight = null;
    this.#chosen = null;
    this.fit();
  }

  /**
   * Chooses two spikes, or one: `from` alone begins anew, `to` alone is the other end.
   * @param {{from?: number, to?: number | null}} asked
   */
  choose({from, to = null}) {
    this.#chosen = {from: from ?? this.#chosen?.from ?? /** @type {number} */ (to), to};
    if (this.#chosen.from === to) this.#chosen.to = null;
  }

  /** The chosen ones, the earlier first, as far as the run has them. @param {number} count of its spikes */
  #choice(count) {
    const [from, to] = [this.#chosen?.from ?? -1, this.#chosen?.to ?? null];
    if (!(from >= 0 && from < count)) return null;
    if (to === null || !(to >= 0 && to < count)) return {from, to: null};
    return {from: Math.min(from, to), to: Math.max(from, to)};
  }

  /** The plane is to fit what comes next. */
  fit() {
    this.#window.forget();
  }

  /**
   * Moves the cursor, or with null lets it go; answers whether that changes anything. The pointer takes it along until a
   * press or a drag holds it; the next press takes it up again.
   * @param {{time: number | null, how?: 'hover' | 'press' | 'drag' | 'touch' | 'play'}} move
   */
  point({time, how}) {
    if (how === 'hover' && this.held) return false;
    const held = how === 'press' ? !this.held : HOLDING.has(how ?? '') || (time !== null && this.held);
    if (time === this.cursor && held === this.held) return false;
    this.cursor = time;
    this.held = held;
    return true;
  }

  /** Whether the plane keeps its axes, whatever the runs do. */
  set still(/** @type {boolean} */ still) {
    this.#window.still = still;
  }

  /** The part of the plane that the runs need. @param {Found} found */
  frame({runs, ghosts, selected}, mayShrink = true) {
    this.#window.mayShrink = mayShrink;
    const {experiment, start, currents} = runs[selected];
    return {start, currents, wholePlane: this.#window.whole([...runs, ...ghosts], experiment.cell, start, currents)};
  }

  /** What is to be read at the cursor. @param {Found & Frame} found @param {number} budget @returns {AtCursor} */
  at(found, budget) {
    const {runs, selected, window, start, currents, wholePlane} = found;
    const {experiment, recording} = runs[selected];
    const {cell, duration} = experiment;
    const end = Math.min(window.to, duration);
    const cursor = Math.min(Math.max(this.cursor ?? end, window.from), window.to);
    const stopped = recording.ended.kind !== 'finished' && recording.ended.time < cursor;
    const instant = stopped || cursor > duration ? null : this.#engine.instant(experiment, cursor, budget);
    const current = instant?.current ?? currents.last;
    const planeWindow = this.zoomed ? this.#window.close(cell, current, wholePlane) : wholePlane;
    const view = {...planeWindow, ...DETAIL};
    const plane = this.#engine.phase_plane(cell, current, view);
    const {invariant_current: own, invariant} = plane;
    const shown = own !== null && (invariant === 1 || this.highlight?.mark === 'parabola');
    const {highlight, held} = this;
    const {spikes, reset_u} = recording;
    const past = this.cursor !== null && instant ? {v: instant.v, u: instant.u} : start;
    return {
      cursor,
      marked: this.cursor !== null,
      held,
      highlight,
      chosen: this.#choice(recording.spikes.length),
      instant,
      planeWindow,
      plane,
      steady: this.#engine.steady_train(experiment, spikes, reset_u, current),
      parabola: shown ? {current: own, curve: this.#engine.invariant_parabola(cell, planeWindow)} : null,
      around: instant ? this.#orbitAround(runs[selected], instant, window, planeWindow, budget) : [],
      backward: this.backward ? this.#engine.backward_orbit(cell, current, past, planeWindow, duration) : null,
    };
  }
  /**
   * The orbit around an instant, from spike to spike. While the instant stays between the two, so does the answer.
   * @param {Result} run @param {Instant} instant @param {{from: number, to: number}} window
   * @param {import('./plane-window.js').PlaneWindow_} plane @param {number} budget
   */
  #orbitAround({experiment, recording}, instant, window, plane, budget) {
    const {spikes, before, ended} = recording;
    const next = instant.spikes;
    // Fixed steps go straight from the last grid point before a spike to where its reset ends.
    const jumps = next < spikes.length && instant.time > before[next];
    const end = Math.min(spikes[jumps ? next + 1 : next] ?? Infinity, window.to, ended.time);
    const from = Math.min(Math.max(spikes[next - 1] ?? 0, window.from), instant.time);
    const to = Math.max(end, instant.time);
    const key = [experiment, recording, next, jumps, from, to, plane];
    if (!key.every((part, i) => part === this.#around.key[i])) {
      const near = nearness({low: plane.v_low, high: plane.v_high}, {low: plane.u_low, high: plane.u_high});
      const curves = orbitAfter(this.#engine, experiment, recording, next - 1, {from, to, ...near}, budget);
      this.#around = {key, curves: curves.slice(0, jumps ? 2 : 1)};
    }
    return this.#around.curves;
  }
}
