// plot/start-handle.js: the start of a run as a point in the plane, to be dragged or moved with the arrow keys.
import {rounded} from '../session/ranges.js';
import {handle} from './handle.js';
import {wordsOf} from './place.js';

/** How far an arrow key moves it, as a fraction of the axis. */
const KEY_SHARE = 0.01;
/** How precisely a hand can aim, as a fraction of the axis; this sets the digits. */
const AIM = 0.001;

/** Two presses within this time and distance are one double press. */
const DOUBLE = {ms: 500, px: 24};

/**
 * Calls `act` at the second of two presses in one place. Not every browser reports those of a finger as a double click.
 * @param {HTMLElement} element @param {(event: PointerEvent) => void} act
 */
export function onDouble(element, act) {
  /** @type {MouseEvent | undefined} */
  let last;
  element.addEventListener('click', (event) => {
    const near = last && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) <= DOUBLE.px;
    const double = last && near && event.timeStamp - last.timeStamp <= DOUBLE.ms;
    last = double ? undefined : event;
    if (double) act(/** @type {PointerEvent} */ (event));
  });
}

/**
 * @param {HTMLElement} frame the plot's
 * @param {(clientX: number, clientY: number) => {v: number, u: number}} stateAt
 * @param {(start: {v: number, u: number}) => void} onMove
 */
export function startHandle(frame, stateAt, onMove) {
  const words = wordsOf(frame);
  /** `start` with u as it is drawn. @type {{start: {v: number, u: number}, window: PlaneBounds, swapped: boolean} | undefined} */
  let shown;

  /** The state, kept within the axes and rounded to what makes sense on them. @param {{v: number, u: number}} state */
  function aimed({v, u}) {
    if (!shown) return {v, u};
    const {v_low, v_high, u_low, u_high} = shown.window;
    const near = (/** @type {number} */ x, /** @type {number} */ low, /** @type {number} */ high) =>
      rounded(Math.min(Math.max(x, low), high), AIM * (high - low));
    return {v: near(v, v_low, v_high), u: near(u, u_low, u_high)};
  }

  /** @param {number} right @param {number} up */
  function key(right, up) {
    if (!shown) return {v: 0, u: 0};
    const {start, window, swapped} = shown;
    const [v, u] = swapped ? [up, right] : [right, up];
    return aimed({
      v: start.v + v * KEY_SHARE * (window.v_high - window.v_low),
      u: start.u + u * KEY_SHARE * (window.u_high - window.u_low),
    });
  }

  /** @param {boolean} last */
  function end(last) {
    if (!shown) return {v: 0, u: 0};
    const {start, window} = shown;
    return aimed({v: last ? window.v_high : window.v_low, u: start.u});
  }

  const made = handle(frame, 'start-handle', {
    // The axes do not change during a drag.
    begin: () => (at) => aimed(stateAt(at.clientX, at.clientY)),
    key,
    end,
    move: onMove,
  });
  made.name(words.plane.start, words.plane.startHint);
  made.element.hidden = true; // until it has a position

  return {
    element: made.element,
    aimed,
    /** @param {{v: number, u: number}} drawn with u as it is drawn @param {{v: number, u: number}} start @param {PlaneBounds} window @param {boolean} swapped */
    show(drawn, start, window, swapped) {
      shown = {start: drawn, window, swapped};
      made.say(window.v_low, window.v_high, start.v, words.plane.state(start));
    },
  };
}
