// plot/handle.js: something that can be dragged in a plot, by one pointer at a time, or moved with the arrow keys. It lies above
// the canvas, and the plot beneath does not get its pointer events.

import {emit} from './door.js';
import {hasFocus, placeOf} from './place.js';
import {niceStep, tidy} from '../session/ranges.js';

/** How far an arrow key moves it, right and up; Shift and the page keys move it ten times as far. @type {Record<string, [number, number]>} */
const WAYS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
};

/** How long a finger rests before it takes hold, in ms, and how far it may stray meanwhile, in px: otherwise it scrolls the page. */
export const HOLD = 300;
const STRAY = 8;
/** How far beyond its plot something can be dragged, as a share of the plot and at least in px: farther off, its value would be wild. */
const BEYOND = {share: 0.5, least: 24};

/** What one px is worth on an axis, and a round step for the arrow keys. @param {import('chart.js').Scale} scale */
export function gradeOf({min, max, left, right, top, bottom, axis}) {
  const pixels = axis === 'x' ? right - left : bottom - top;
  return {min, max, pixel: (max - min) / pixels, step: niceStep((max - min) / 100)};
}

/**
 * Where a pointer is, kept to a plot and some room around it.
 * @param {import('./chart.js').Plot} plot @param {{clientX: number, clientY: number}} at
 */
export function nearPlot({canvas, chart}, {clientX, clientY}) {
  const {left, right, top, bottom} = chart.chartArea;
  const box = canvas.getBoundingClientRect();
  function kept(/** @type {number} */ x, /** @type {number} */ low, /** @type {number} */ high) {
    const room = Math.max(BEYOND.least, BEYOND.share * (high - low));
    return Math.min(Math.max(x, low - room), high + room);
  }
  return {
    clientX: kept(clientX, box.left + left, box.left + right),
    clientY: kept(clientY, box.top + top, box.top + bottom),
  };
}

/** `x + by`, rounded so that no floating-point noise shows. @param {number} x @param {number} by */
export const plus = (x, by) => tidy(x + by);

/**
 * Adds an element with the role of a slider to `frame`. A finger that swipes over it scrolls the page; it drags after a short
 * rest on it, or at once where it has the focus. An edge, which moves sideways only, needs no rest: it follows a finger that goes
 * clearly sideways, and goes back if the browser scrolls after all. `begin` is called when a pointer takes hold of it, and returns a function from a pointer's position to the value meant; `key` returns the value after so many steps
 * right and up; `end` the value for Home or End. `move` is given each value, at most once a frame while dragging.
 * @template T
 * @param {HTMLElement} frame
 * @param {string} className
 * @param {{begin: (at: PointerEvent) => (at: PointerEvent) => T, key: (right: number, up: number) => T,
 *   end: (last: boolean) => T, move: (to: T) => void}} how
 */
export function handle(frame, className, {begin, key, end, move}) {
  const element = document.createElement('div');
  element.className = className;
  element.tabIndex = 0;
  element.setAttribute('role', 'slider');
  element.innerHTML = '<span class="value"></span>';
  frame.append(element);

  let told = '';
  let asked = 0;
  /** The lab in which it was taken hold of. @type {import('./place.js').Place | undefined} */
  let place;
  /** @type {T | undefined} */
  let wanted;
  /** `from`: where it was; `undecided`: whether the finger drags or scrolls is not clear yet. @type {{pointer: number, aim: (at: PointerEvent) => T, from: T, undecided: boolean, x: number, y: number} | undefined} */
  let drag;
  /** A finger that rests on it. @type {{event: PointerEvent, timer: ReturnType<typeof setTimeout>} | undefined} */
  let resting;
  const tell = (/** @type {boolean} */ dragging) => {
    element.classList.toggle('dragged', dragging);
    emit(element, 'dragging', dragging);
  };
  const sideways = () => element.matches('.edge');
  function rest(/** @type {PointerEvent} */ event) {
    resting = {event, timer: setTimeout(() => take(event), HOLD)};
  }
  function stir() {
    clearTimeout(resting?.timer);
    resting = undefined;
  }
  /** @param {PointerEvent} event */
  function take(event) {
    stir();
    wanted = undefined;
    const aim = begin(event);
    const undecided = event.pointerType === 'touch' && sideways();
    drag = {pointer: event.pointerId, aim, from: aim(event), undecided, x: event.clientX, y: event.clientY};
    place = placeOf(element);
    place.drags.add(give);
    element.setPointerCapture(event.pointerId);
    tell(true);
  }
  element.addEventListener('pointerdown', (event) => {
    event.stopPropagation();
    // A second finger does not take it over from the first.
    if (drag || resting || event.button !== 0) return;
    if (event.pointerType === 'touch' && !sideways() && !hasFocus(element)) rest(event);
    else take(event);
  });
  // From here on the finger does not scroll.
  element.addEventListener('touchmove', (event) => drag && !sideways() && event.preventDefault(), {passive: false});
  element.addEventListener('contextmenu', (event) => (drag || resting) && event.preventDefault());
  element.addEventListener('pointermove', (event) => {
    if (resting) {
      const {pointerId, clientX, clientY} = resting.event;
      if (event.pointerId === pointerId && Math.hypot(event.clientX - clientX, event.clientY - clientY) > STRAY) stir();
    }
    if (!drag) return;
    event.stopPropagation();
    if (event.pointerId !== drag.pointer) return;
    const across = Math.abs(event.clientX - drag.x);
    if (drag.undecided && (across < STRAY || across < 2 * Math.abs(event.clientY - drag.y))) return;
    drag.undecided = false;
    wanted = drag.aim(event);
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      if (drag && wanted !== undefined) move(wanted);
    });
  });
  function drop(again = true) {
    if (!drag) return;
    drag = undefined;
    cancelAnimationFrame(asked);
    asked = 0;
    place?.drags.delete(give);
    tell(false);
    // Once more, so that the axes, which stay fixed during the drag, adapt to the result.
    if (again && wanted !== undefined) move(wanted);
  }
  const give = () => drop(false);
  for (const over of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture']))
    element.addEventListener(over, (event) => {
      if (event.pointerId === resting?.event.pointerId) stir();
      if (event.pointerId !== drag?.pointer) return;
      // The browser has taken the finger for scrolling: it moved nothing.
      const back =
        over === 'pointercancel' && event.pointerType === 'touch' && wanted !== undefined ? drag.from : undefined;
      drop(back === undefined);
      if (back !== undefined) move(back);
    });
  element.addEventListener('keydown', (event) => {
    const way = WAYS[event.key];
    const last = event.key === 'End';
    if (!(way || last || event.key === 'Home') || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    move(way ? key(far * way[0], far * way[1]) : end(last));
  });

  return {
    element,
    /** Removes it, when what it stands for no longer exists. */
    remove() {
      stir();
      give();
      element.remove();
    },
    /** Sets what a screen reader says, and the label. @param {number} low @param {number} high @param {number} now @param {string} text */
    say(low, high, now, text) {
      const saying = [low, high, now, text].join();
      if (saying === told) return;
      told = saying;
      const said = {valuemin: low, valuemax: high, valuenow: now, valuetext: text};
      for (const [name, value] of Object.entries(said)) element.setAttribute(`aria-${name}`, String(value));
      /** @type {Element} */ (element.firstChild).textContent = text;
    },
    /** Leaves it to the pointer alone: for the keyboard and for screen readers another control does the same. */
    leaveToPointer() {
      element.tabIndex = -1;
      element.setAttribute('aria-hidden', 'true');
    },
    /** @param {string} label @param {string} title */
    name(label, title) {
      element.setAttribute('aria-label', label);
      element.title = title;
      // A title that is the name would be said again.
      if (title === label) element.setAttribute('aria-description', '');
    },
  };
}
