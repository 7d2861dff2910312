// views/dragged-number.js: a number that can be dragged sideways, and stepped by the arrow keys, where it stands.
import {emit} from '../plot/door.js';

/** How far the pointer moves before it drags rather than clicks, and how far for one step, in px. */
const SLACK = 3;
const PER_STEP = 4;
/** How far the pointer moves on before a value at which the number stays, in px. */
const STAY = 8;
/** @type {Record<string, number>} */
const KEYS = {ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10};

/** @typedef {{value: () => number | null, put: (from: number, steps: number, size?: number) => void, stepsTo: (from: number) => number | null}} Step */

/**
 * How many steps a drag has gone. At the value that it stays at for a while, the preset's, the pointer moves on without it.
 * @param {number} moved in px @param {number | null} stay how many of these steps from the start that value is, if there is one
 */
export function stepsOf(moved, stay) {
  const steps = Math.round(moved / PER_STEP);
  // A drag that starts there, or goes the other way, does not come to it.
  if (!stay || stay > 0 !== moved > 0) return steps;
  const beyond = Math.abs(moved) - Math.abs(stay) * PER_STEP;
  if (beyond < -PER_STEP / 2) return steps;
  return beyond <= STAY ? stay : Math.round((moved - Math.sign(moved) * STAY) / PER_STEP);
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
    const size = event.shiftKey ? 0.1 : event.altKey ? 10 : 1;
    const stay = step.stepsTo(drag.from);
    step.put(drag.from, stepsOf(moved, stay === null ? null : stay / size), size);
  });
  const end = (/** @type {Event} */ event) => {
    if (drag?.moving) {
      event.preventDefault();
      emit(number, 'dragging', false);
    }
    drag = undefined;
  };
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) number.addEventListener(type, end);
  if (grip) return;
  number.addEventListener('keydown', (event) => {
    const steps = KEYS[event.key];
    const from = step.value();
    if (!steps || from === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step.put(from, steps, event.shiftKey ? 0.1 : 1);
  });
}
