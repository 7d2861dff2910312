// plot/time-cursor.js: the cursor of a time plot: follows the pointer and the keys, and marks its instant by a line and a dot on the
// curve. Both are elements above the canvas, so that moving them does not redraw any curve.
import {emit} from './door.js';
import {HOLD} from './handle.js';
import {niceStep, rounded} from '../session/ranges.js';
import {placeOf} from './place.js';
import {timeZoom} from './time-zoom.js';

/** A press within this distance of a spike, in px, selects that spike. */
const SPIKE = 8;

/** The index of the number nearest to `x` in an ascending list. @param {Float64Array} list @param {number} x */
function nearest(list, x) {
  if (!list.length) return undefined;
  const after = list.findIndex((one) => one > x);
  if (after <= 0) return after < 0 ? list.length - 1 : 0;
  return list[after] - x < x - list[after - 1] ? after : after - 1;
}

/** A press that moves no further than this, in px, is not a drag. */
const STILL = 4;

/** The step of the arrow keys in a stretch of time; Shift and the page keys move ten steps. @param {number} span */
export const keyStep = (span) => niceStep(span / 1000);

/** The instant in words; where what is measured there is withheld, its time alone. @param {HTMLElement} element in the lab @param {Results} results */
export function instantSaid(element, results) {
  const {door, words} = placeOf(element);
  return door.reveals('cursor numbers') ? words.cursor.short(results) : words.cursor.at(results);
}

/** @param {string} className */
function part(className) {
  const made = document.createElement('div');
  made.className = className;
  return made;
}

/**
 * @param {ReturnType<typeof import('./chart.js').linePlot>} plot
 * @param {string} name what the plot shows
 * @param {string} token its colour
 */
export function timeCursor(plot, name, token) {
  const {frame, canvas, words} = plot;
  // A slider whose track covers the plot area, for the keyboard and screen readers.
  const track = part('cursor-track');
  track.tabIndex = 0;
  track.setAttribute('role', 'slider');
  track.setAttribute('aria-label', words.cursor.label(name));
  const line = part('cursor-line');
  const dot = part('cursor-dot');
  dot.style.setProperty('--dot', `var(--${token})`);
  frame.classList.add('over-time');
  frame.append(track, line, dot);
  /** @type {{results: Results, value: number | null, axis: string} | undefined} */
  let shown;

  /** The time under the pointer, rounded to what a hand can aim at. @param {PointerEvent} event */
  function timeAt({clientX}) {
    const {left, right} = plot.chart.chartArea;
    const {min, max} = plot.chart.scales.x;
    const pixel = (max - min) / (right - left);
    const time = min + (clientX - canvas.getBoundingClientRect().left - left) * pixel;
    return rounded(Math.min(Math.max(time, min), max), pixel);
  }

  /** @param {number} time @param {'hover' | 'press' | 'drag' | 'touch'} [how] */
  const ask = (time, how) => emit(frame, 'cursor', {time, how});

  /** Where the pointer went down. @type {number | null} */
  let down = null;
  const zoom = timeZoom(plot, () => (down = null), choose);
  let dragged = false;
  /** Whether a finger has rested, which no longer scrolls. */
  let held = false;
  /** @type {number | undefined} */
  let holding;
  frame.addEventListener('pointerdown', (event) => {
    if (!shown || event.button !== 0) return;
    down = event.clientX;
    held = dragged = false;
    clearTimeout(holding);
    // A finger may be about to scroll the page; a mouse is not, and may leave the plot during a drag.
    if (event.pointerType !== 'touch') return frame.setPointerCapture(event.pointerId);
    // A finger that rests means the instant under it, and takes the cursor along.
    holding = window.setTimeout(() => {
      if (down === null || dragged) return;
      held = dragged = true;
      ask(timeAt(event), 'drag');
    }, HOLD);
  });
  frame.addEventListener('touchmove', (event) => held && event.preventDefault(), {passive: false});
  frame.addEventListener('pointermove', (event) => {
    if (!shown) return;
    if (down === null) {
      if (event.pointerType !== 'touch') ask(timeAt(event), 'hover');
      return;
    }
    dragged ||= Math.abs(event.clientX - down) > STILL;
    if (dragged) ask(timeAt(event), 'drag');
  });
  frame.addEventListener('pointerup', (event) => {
    if (down === null) return;
    if (!dragged) ask(timeAt(event), event.pointerType === 'touch' ? 'touch' : 'press');
    down = null;
    held = false;
    track.focus({preventScroll: true});
  });
  for (const end of ['pointercancel', 'lostpointercapture'])
    frame.addEventListener(end, () => {
      down = null;
      held = false;
    });

  track.addEventListener('keydown', (event) => {
    if (zoom.key(event)) return;
    if (!shown || event.ctrlKey || event.altKey || event.metaKey) return;
    const {cursor, window} = shown.results;
    const step = keyStep(window.to - window.from);
    const far = 10 * step;
    const by = event.shiftKey ? far : step;
    const to = {
      ArrowLeft: cursor - by,
      ArrowDown: cursor - by,
      ArrowRight: cursor + by,
      ArrowUp: cursor + by,
      PageDown: cursor - far,
      PageUp: cursor + far,
      Home: window.from,
      End: window.to,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const onGrid = event.key === 'Home' || event.key === 'End' ? to : rounded(Math.round(to / step) * step, step);
    ask(Math.min(Math.max(onGrid, window.from), window.to));
  });

  /**
   * Chooses the spike near an instant, if there is one, or the nearest one, however far; `other`: as the end of an interval.
   * @param {number} at @param {boolean} other @param {boolean} [far]
   */
  function choose(at, other, far = false) {
    if (!shown) return;
    const {runs, selected, window} = shown.results;
    const {left, right} = plot.chart.chartArea;
    const reach = far ? Infinity : (SPIKE * (window.to - window.from)) / (right - left);
    const spike = nearest(runs[selected].recording.spikes, at);
    if (spike === undefined || Math.abs(runs[selected].recording.spikes[spike] - at) > reach) return;
    emit(frame, 'choose-spike', {[other ? 'to' : 'from']: spike});
  }

  /** Moves everything to its position in the plot. */
  function place() {
    const {chartArea, scales} = plot.chart;
    if (!shown || !scales.x) return;
    const {results, value, axis} = shown;
    const {left, top, right, bottom} = chartArea;
    Object.assign(track.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
    line.hidden = !results.marked;
    dot.hidden = !results.marked || value === null;
    if (line.hidden) return;
    const x = scales.x.getPixelForValue(results.cursor);
    line.style.transform = `translate(${x.toFixed(1)}px, ${top}px)`;
    line.style.height = `${bottom - top}px`;
    line.classList.toggle('fixed', results.fixed);
    // Chart.js may draw once more with the previous scales.
    if (value === null || !scales[axis]) return;
    const y = scales[axis].getPixelForValue(value);
    dot.style.transform = `translate(${x.toFixed(1)}px, ${Math.min(Math.max(y, top), bottom).toFixed(1)}px)`;
  }

  return {
    place,
    /** @param {Results} results @param {number | null} value of the curve at the cursor @param {string} axis its scale */
    mark(results, value, axis) {
      shown = {results, value, axis};
      zoom.show(results);
      const {from, to} = results.window;
      track.setAttribute('aria-valuemin', String(from));
      track.setAttribute('aria-valuemax', String(to));
      track.setAttribute('aria-valuenow', String(results.cursor));
      track.setAttribute('aria-valuetext', instantSaid(frame, results));
      place();
    },
  };
}
