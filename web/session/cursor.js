// session/cursor.js: what is shown for one instant of the selected run: its state, and the phase plane at its current.
import {PlaneWindow} from './plane-window.js';

/** The resolution of the phase plane: points per curve, arrows per axis. */
const DETAIL = {points: 121, arrows: 11, straight: 0};
/** Whether two planes have the same nullclines. @param {PhasePlane} one @param {PhasePlane} other */
const coincide = (one, other) =>
  /** @type {const} */ (['v_nullcline', 'u_nullcline']).every((name) =>
    one[name].every((u, i) => u === other[name][i]),
  );
/** The moves that go on: until the last of them, the axes of a close-up stay as they are. */
const MOVING = new Set(['hover', 'drag', 'touch', 'play']);
/** The moves after which the cursor stays where it was put. */
const HOLDING = new Set(['drag', 'touch', 'play']);

/**
 * The part of the plane in which to look for a close-up: the same for the same cell and current, whatever was shown before.
 * @param {Cell} cell @param {PhasePlane} plane
 */
function around({vr, vt}, {touch_v, above, fixed_points: points}) {
  const [low, high] = points.length ? [points[0].v, points[points.length - 1].v] : [touch_v, touch_v];
  const middle = points.length || above !== null ? (low + high) / 2 : (vr + vt) / 2;
  const half = 2 * (high - low) + Math.abs(vt - vr);
  return {v_low: middle - half, v_high: middle + half};
}

export class Cursor {
  #engine;
  #window = new PlaneWindow();
  /** Where the cursor was put, in ms; null if nowhere yet: then the end of the stretch shown is used. @type {number | null} */
  time = null;
  /** Whether the cursor stays while the pointer moves over the plots. */
  fixed = false;
  /** The spikes that bound the chosen interval, by index in the train. @type {{from: number, to: number | null} | null} */
  #chosen = null;
  /** Whether it is being moved. */
  #moving = false;
  #settled = true;
  /** What a formula marks in the plots, while the user has it highlighted. @type {Marked | null} */
  highlight = null;
  /** Whether the trajectory that led to the state is shown. */
  backward = false;
  /** Whether the plane is zoomed in around the fixed points. */
  zoomed = false;
  /** Whether it is drawn straight: u counted from the u-nullcline, around the place where the nullclines come closest. */
  straight = false;

  /** The nullclines of pinned cells, which a move of the cursor leaves alone. @type {WeakMap<Cell, {key: string, plane: PhasePlane}>} */
  #pinned = new WeakMap();

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /** To be called when other runs are shown. */
  forget() {
    this.time = null;
    this.fixed = false;
    this.highlight = null;
    this.#chosen = null;
    this.fit();
  }

  /**
   * Chooses two spikes or one: `from` alone starts a new choice, `to` alone sets the other end.
   * @param {{from?: number, to?: number | null}} asked
   */
  choose({from, to = null}) {
    this.#chosen = {from: from ?? this.#chosen?.from ?? /** @type {number} */ (to), to};
    if (this.#chosen.from === to) this.#chosen.to = null;
  }

  /** The chosen spikes, the earlier one first, if the run has them. @param {number} count of its spikes */
  choice(count) {
    const [from, to] = [this.#chosen?.from ?? -1, this.#chosen?.to ?? null];
    if (!(from >= 0 && from < count)) return null;
    if (to === null || !(to >= 0 && to < count)) return {from, to: null};
    return {from: Math.min(from, to), to: Math.max(from, to)};
  }

  /** Makes the plane fit the next runs. */
  fit() {
    this.#window.forget();
  }

  /**
   * Moves the cursor, or hides it with null; returns whether anything changed. The cursor follows the pointer until a press or a
   * drag fixes it; the next press releases it.
   * @param {{time: number | null, how?: 'hover' | 'press' | 'drag' | 'touch' | 'play'}} move
   */
  point({time, how}) {
    if (how === 'hover' && this.fixed) return false;
    const fixed = how === 'press' ? !this.fixed : HOLDING.has(how ?? '') || (time !== null && this.fixed);
    if (time === this.time && fixed === this.fixed) return false;
    this.time = time;
    this.fixed = fixed;
    this.#moving = time !== null && MOVING.has(how ?? '');
    return true;
  }

  /** Whether the axes of the plane stay as they are, whatever the runs do. */
  set still(/** @type {boolean} */ still) {
    this.#window.still = still;
  }

  /** The part of the plane that the runs need. @param {Found} found @param {boolean} [mayShrink] @param {boolean} [settled] whether nothing is being dragged */
  frame({runs, ghosts, selected}, mayShrink = true, settled = true) {
    this.#window.mayShrink = mayShrink;
    this.#settled = settled;
    const {start, currents} = runs[selected];
    return {start, currents, wholePlane: this.#window.whole([...runs, ...ghosts], runs[selected])};
  }

  /** The nullclines on show, of more points. @param {Results} results @param {number} points */
  finePlane({plane, planeWindow, runs, selected}, points) {
    const {v, v_nullcline, u_nullcline} = this.#engine.phase_plane(runs[selected].experiment.cell, plane.current, {
      ...DETAIL,
      ...planeWindow,
      points,
      arrows: 0,
    });
    return {...plane, v, v_nullcline, u_nullcline};
  }

  /**
   * The nullclines of a pinned run: of another cell at the current on show, of the same cell at the run's own last current. Null if they
   * are the same. @param {Result} pinned @param {Cell} cell @param {PhasePlane} own @param {PlaneBounds} bounds @param {boolean} last whether
   *   the last current of the selected run is on show
   */
  #pinnedPlane({experiment: {cell: its}, currents}, cell, own, bounds, last) {
    const same = Object.entries(cell).every(([name, value]) => its[/** @type {keyof Cell} */ (name)] === value);
    const current = same && last ? currents.last : own.current;
    const key = [current, ...Object.values(bounds)].join();
    let known = this.#pinned.get(its);
    if (known?.key !== key) {
      known = {key, plane: this.#engine.phase_plane(its, current, {...DETAIL, ...bounds, arrows: 0})};
      this.#pinned.set(its, known);
    }
    return coincide(known.plane, own) ? null : known.plane;
  }

  /** Everything to be shown at the cursor. @param {Found & Frame} found @param {number} budget @returns {AtCursor} */
  at({runs, ghosts, selected, compared, window, currents, wholePlane}, budget) {
    const {experiment, recording} = runs[selected];
    const {cell, duration} = experiment;
    const {spikes, before, reset_v, reset_u, ended} = recording;
    const cursor = Math.min(Math.max(this.time ?? Math.min(window.to, duration), window.from), window.to);
    const {highlight, fixed} = this;
    const marked = this.time !== null;
    const stopped = ended.kind !== 'finished' && ended.time < cursor;
    const time = stopped || cursor > duration ? null : cursor;
    const ask = (/** @type {PlaneBounds} */ plane) =>
      this.#engine.moment(experiment, spikes, before, reset_v, reset_u, {
        time,
        current: currents.last,
        ...window,
        ended: ended.time,
        budget,
        parabola: Number(highlight?.mark === 'parabola'),
        past: Number(this.backward),
        chosen: Number(marked),
        plane: {...DETAIL, ...plane},
      });
    let planeWindow = wholePlane;
    let found = ask(planeWindow);
    const straight = this.straight && found.plane.above !== null;
    if (straight || this.zoomed) {
      const asked = {...DETAIL, ...wholePlane, ...around(cell, found.plane), straight: Number(straight)};
      this.#window.settled = this.#settled && !this.#moving;
      const close = this.#engine.close_up(cell, found.plane.current, asked);
      planeWindow = this.#window.close(close, straight ? 'straight' : 'close');
      found = ask(planeWindow);
    }
    const {plane, steady} = found;
    const own = plane.invariant_current;
    const beside = compared === null || plane.current !== currents.last ? null : runs[compared];
    return {
      cursor,
      marked,
      fixed,
      highlight,
      chosen: this.choice(spikes.length),
      instant: found.instant[0] ?? null,
      planeWindow,
      plane,
      other:
        beside &&
        this.#engine.phase_plane(beside.experiment.cell, beside.currents.last, {...DETAIL, ...planeWindow, arrows: 0}),
      pinnedPlanes: ghosts.map((ghost) =>
        this.#pinnedPlane(ghost, cell, plane, planeWindow, plane.current === currents.last),
      ),
      steady,
      parabola: own !== null && found.parabola.length ? {current: own, curve: found.parabola[0]} : null,
      around: found.around,
      backward: found.past[0] ?? null,
    };
  }
}
