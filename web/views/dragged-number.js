// views/dragged-number.js: a number that can be dragged sideways, and stepped by the arrow keys, where it stands. A double click
// returns to the preset's.
import {emit} from '../plot/door.js';
import {placeOf} from '../plot/place.js';

/** How far the pointer moves before it drags rather than clicks, and how far for one step, in px. */
const SLACK = 3;
const PER_STEP = 4;
/** How far the pointer moves on before a value at which the number stays, in px. */
const STAY = 8;
/** @type {Record<string, number>} */
const KEYS = {ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10};

/** Shift is ten times finer, Alt ten times coarser. @param {MouseEvent | KeyboardEvent} event */
const sizeOf = ({shiftKey, altKey}) => (shiftKey ? 0.1 : altKey ? 10 : 1);

/**
 * `stays`: how many steps lead from a value to each of those at which the number stays for a while, the preset's and those at which
 * something changes; `home` returns to the preset's; `end` goes to an end of the slider, false while something is being typed.
 * @typedef {{value: () => number | null, put: (from: number, steps: number, size?: number) => void, stays: (from: number) => number[], home: () => void, end: (last: boolean) => boolean}} Step
 */

/**
 * How many steps a drag has gone. At each value that it stays at for a while, the pointer moves on without it.
 * @param {number} moved in px @param {number[]} stays how many of these steps from the start those values are
 */
export function stepsOf(moved, stays) {
  const way = Math.sign(moved);
  // A drag that starts at one, or goes the other way, does not come to it.
  const ahead = stays.map((at) => at * way).filter((at) => at > 0);
  let lost = 0;
  for (const at of ahead.sort((one, other) => one - other)) {
    const beyond = Math.abs(moved) - lost - at * PER_STEP;
    if (beyond < -PER_STEP / 2) break;
    if (beyond <= STAY) return way * at;
    lost += STAY;
  }
  return Math.round((moved - way * lost) / PER_STEP);
}

/**
 * @param {{number: HTMLElement, step: Step}} field @param {string} [grip] what within it can be dragged; if omitted, all of it, and keys step it, too
 */
export function draggedNumber({number, step}, grip) {
  /** @type {{x: number, from: number, moving: boolean} | undefined} */
  let drag;
  number.addEventListener('pointerdown', ({button, clientX, pointerId, target}) => {
    if (grip && !(/** @type {Element} */ (target).closest(grip))) return;
    const from = step.value();
    if (button !== 0 || from === null || document.activeElement === number) return;
    drag = {x: clientX, from, moving: false};
    placeOf(number).drags.add(drop);
    number.setPointerCapture(pointerId); // a flick leaves the number before its first move arrives
  });
  number.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const moved = event.clientX - drag.x;
    if (!drag.moving && Math.abs(moved) < SLACK) return;
    if (!drag.moving) {
      drag.moving = true;
      number.blur();
      emit(number, 'dragging', true);
    }
    const size = sizeOf(event);
    const stays = step.stays(drag.from).map((at) => at / size);
    step.put(drag.from, stepsOf(moved, stays), size);
  });
  const drop = () => {
    if (drag?.moving) emit(number, 'dragging', false);
    placeOf(number)?.drags.delete(drop);
    drag = undefined;
  };
  const end = (/** @type {Event} */ event) => {
    if (drag?.moving) event.preventDefault();
    drop();
  };
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) number.addEventListener(type, end);
  number.addEventListener('dblclick', ({target}) => {
    if (!grip || /** @type {Element} */ (target).closest(grip)) step.home();
  });
  if (grip) return;
  number.setAttribute('role', 'spinbutton');
  number.addEventListener('keydown', (event) => {
    const steps = KEYS[event.key];
    const from = step.value();
    if (from === null || event.ctrlKey || event.metaKey) return;
    if (steps) step.put(from, steps, sizeOf(event));
    else if (event.altKey || event.shiftKey || !(event.key === 'Home' || event.key === 'End')) return;
    // The caret moves only within what is being typed.
    else if (!step.end(event.key === 'End')) return;
    event.preventDefault();
  });
}
