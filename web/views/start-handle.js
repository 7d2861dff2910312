// views/start-handle.js: where a run starts, as a point of the plane to be dragged, or moved by the arrow keys.
import {words} from '../words/words.js';
import {rounded} from '../ranges.js';

/** How far an arrow key moves it, of the axis; with Shift ten times as far. */
const KEY_SHARE = 0.01;
/** Digits that a hand can aim at: this share of the axis. */
const AIM = 0.001;

/**
 * @param {HTMLElement} frame of the plot
 * @param {(clientX: number, clientY: number) => {v: number, u: number}} stateAt
 * @param {(start: {v: number, u: number}) => void} onMove
 */
export function startHandle(frame, stateAt, onMove) {
  const handle = document.createElement('div');
  handle.className = 'start-handle';
  handle.tabIndex = 0;
  handle.setAttribute('role', 'slider');
  handle.setAttribute('aria-label', words.plane.start);
  handle.title = words.plane.startHint;
  frame.append(handle);
  /** @type {{start: {v: number, u: number}, window: PlaneWindow, swapped: boolean} | undefined} */
  let shown;

  /** As many digits as make sense on these axes, and within them. @param {{v: number, u: number}} state */
  function aimed({v, u}) {
    if (!shown) return {v, u};
    const {v_low, v_high, u_low, u_high} = shown.window;
    const near = (/** @type {number} */ x, /** @type {number} */ low, /** @type {number} */ high) =>
      rounded(Math.min(Math.max(x, low), high), AIM * (high - low));
    return {v: near(v, v_low, v_high), u: near(u, u_low, u_high)};
  }

  // While it is dragged, one edit a frame.
  let asked = 0;
  /** @type {{v: number, u: number} | undefined} */
  let wanted;
  function moveSoon(/** @type {{v: number, u: number}} */ state) {
    wanted = aimed(state);
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      if (wanted) onMove(wanted);
    });
  }

  let dragging = false;
  const tell = (/** @type {boolean} */ held) =>
    handle.dispatchEvent(new CustomEvent('drag-start', {bubbles: true, detail: held}));
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    dragging = true;
    wanted = undefined;
    handle.setPointerCapture(event.pointerId);
    tell(true);
  });
  handle.addEventListener('pointermove', ({clientX, clientY}) => {
    if (dragging) moveSoon(stateAt(clientX, clientY));
  });
  function drop() {
    if (!dragging) return;
    dragging = false;
    tell(false);
    // Once more, for the axes to take in what has come of it.
    if (wanted) onMove(wanted);
  }
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) handle.addEventListener(end, drop);
  handle.addEventListener('keydown', (event) => {
    if (!shown || event.ctrlKey || event.altKey || event.metaKey) return;
    const ways = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]};
    const way = ways[/** @type {keyof typeof ways} */ (event.key)];
    if (!way) return;
    event.preventDefault();
    const {start, window, swapped} = shown;
    const [v, u] = swapped ? [way[1], way[0]] : way;
    const share = event.shiftKey ? 10 * KEY_SHARE : KEY_SHARE;
    onMove(
      aimed({
        v: start.v + v * share * (window.v_high - window.v_low),
        u: start.u + u * share * (window.u_high - window.u_low),
      }),
    );
  });

  return {
    element: handle,
    aimed,
    /** @param {{v: number, u: number}} start @param {PlaneWindow} window @param {boolean} swapped */
    show(start, window, swapped) {
      shown = {start, window, swapped};
      handle.setAttribute('aria-valuemin', String(window.v_low));
      handle.setAttribute('aria-valuemax', String(window.v_high));
      handle.setAttribute('aria-valuenow', String(start.v));
      handle.setAttribute('aria-valuetext', words.plane.state(start));
    },
  };
}
