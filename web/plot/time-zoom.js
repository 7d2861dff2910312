// plot/time-zoom.js: zooms in on a stretch of time, on the plot itself: with Ctrl and the wheel, two fingers, a band drawn with Shift
// held, keys, or a double click for the whole run. A plain wheel scrolls the page.
import {emit} from './door.js';
import {placeOf, wordsOf} from './place.js';
import {roving} from './roving.js';
import {PAN, ZOOM, apart, fitted, isWhole, panned, zoomed} from '../session/time-window.js';

/** How strongly the wheel zooms: one notch of a mouse, 100 or 120 units, by about 1.6; a trackpad's pinch in small steps. */
const WHEEL = {most: 50, by: 0.01};
/** A press that moves no further than this, in px, draws no band. */
const STILL = 4;
/** Two fingers closer than this, in px, count as this far apart. */
const NEAR = 30;

/** @param {HTMLElement} element @param {{from: number, to: number | null}} window */
export const askLook = (element, window) => emit(element, 'look', window);
/** The whole run. */
export const WHOLE = {from: 0, to: null};

/**
 * To be called before the cursor is set up, so that its listeners run first and can claim an event.
 * @param {ReturnType<typeof import('./chart.js').linePlot>} plot
 * @param {() => void} dropCursor ends a drag of the cursor
 * @param {(at: number, other: boolean, key?: boolean) => void} onPress called for a press at an instant, `other` with Shift, `key` with the Enter key
 */
export function timeZoom(plot, dropCursor, onPress) {
  const {frame, canvas} = plot;
  /** @type {Results | undefined} */
  let shown;
  /** The stretch asked for, until it is shown: wheel events come more often than frames. @type {{from: number, to: number} | undefined} */
  let asked;
  const look = (/** @type {{from: number, to: number}} */ window) => {
    asked = window;
    askLook(frame, window);
  };
  const now = () => asked ?? shown?.window ?? {from: 0, to: 1};
  const timeAt = (/** @type {number} */ clientX, window = now()) => {
    const {left, right} = plot.chart.chartArea;
    const share = (clientX - canvas.getBoundingClientRect().left - left) / (right - left);
    return window.from + Math.min(Math.max(share, 0), 1) * (window.to - window.from);
  };

  frame.addEventListener(
    'wheel',
    (event) => {
      if (!shown || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const turned = event.deltaY * (event.deltaMode ? 40 : 1);
      const by = Math.exp(WHEEL.by * Math.min(Math.max(turned, -WHEEL.most), WHEEL.most));
      look(zoomed(now(), timeAt(event.clientX), by, shown.longest));
    },
    {passive: false},
  );
  frame.addEventListener('dblclick', ({target}) => {
    // Handles over the plot do not count; events may come from the frame, since it captures the pointer.
    if (/** @type {Element} */ (target).matches('.plot-frame, .cursor-track, canvas')) askLook(frame, WHOLE);
  });

  // --- the band ---

  const band = document.createElement('div');
  band.className = 'time-band';
  band.hidden = true;
  frame.append(band);
  /** Where the band began, and where it ends now. @type {{id: number, from: number, to: number} | undefined} */
  let drawn;
  function showBand() {
    band.hidden = !drawn;
    if (!drawn) return;
    const {left, right, top, bottom} = plot.chart.chartArea;
    const x = canvas.getBoundingClientRect().left;
    const [start, end] = [drawn.from, drawn.to]
      .sort((one, other) => one - other)
      .map((at) => Math.min(Math.max(at - x, left), right));
    Object.assign(band.style, {
      left: `${start}px`,
      width: `${end - start}px`,
      top: `${top}px`,
      height: `${bottom - top}px`,
    });
  }
  /** @type {AbortController | undefined} */
  let escaping;
  function endBand() {
    drawn = undefined;
    escaping?.abort();
    showBand();
  }
  function escape(/** @type {KeyboardEvent} */ event) {
    if (event.key !== 'Escape') return;
    event.stopImmediatePropagation(); // so that the cursor stays
    endBand();
  }

  // --- two fingers ---

  /** The position of each finger, by pointer. @type {Map<number, number>} */
  const fingers = new Map();
  /** The times that were under the two fingers. @type {[number, number] | undefined} */
  let pinched;
  const places = () => {
    const [one, other] = [...fingers.values()].sort((a, b) => a - b);
    return [one, Math.max(other, one + NEAR)];
  };
  function pinch() {
    if (!pinched || !shown) return;
    const [one, other] = places();
    const {left, right} = plot.chart.chartArea;
    const scale = (pinched[1] - pinched[0]) / (other - one); // ms per px
    const from = pinched[0] - (one - canvas.getBoundingClientRect().left - left) * scale;
    look(fitted({from, to: from + (right - left) * scale}, shown.longest));
  }

  /** Where a pointer that may turn out to be a press went down. */
  let down = NaN;
  frame.addEventListener('pointerdown', (event) => {
    const {pointerId, pointerType, clientX, shiftKey, button, target} = event;
    if (!shown || button !== 0) return;
    down = fingers.size ? NaN : clientX;
    if (pointerType === 'touch') {
      fingers.set(pointerId, clientX);
      if (fingers.size !== 2) return;
      const [one, other] = places();
      pinched = [timeAt(one), timeAt(other)];
      if (!(pinched[1] > pinched[0])) pinched = undefined;
      dropCursor();
    } else if (shiftKey && /** @type {Element} */ (target).matches('.cursor-track, canvas')) {
      drawn = {id: pointerId, from: clientX, to: clientX};
      frame.setPointerCapture(pointerId);
      escaping = new AbortController();
      placeOf(frame).element.addEventListener('keydown', escape, {capture: true, signal: escaping.signal});
      event.preventDefault(); // or text would be selected
    } else return;
    event.stopImmediatePropagation();
  });
  frame.addEventListener('pointermove', (event) => {
    const {pointerId, clientX} = event;
    if (fingers.has(pointerId)) fingers.set(pointerId, clientX);
    if (drawn?.id === pointerId) {
      drawn.to = clientX;
      showBand();
    } else if (fingers.size > 1) pinch();
    else return;
    event.stopImmediatePropagation();
  });
  frame.addEventListener('pointerup', (event) => {
    const {pointerId, clientX} = event;
    if (drawn?.id === pointerId) {
      const {from, to} = drawn;
      const [start, end] = [from, to].sort((one, other) => one - other).map((at) => timeAt(at));
      endBand();
      if (Math.abs(to - from) <= STILL) onPress(timeAt(clientX), true);
      else if (shown) look(fitted({from: start, to: end}, shown.longest));
      event.stopImmediatePropagation();
    } else if (Math.abs(clientX - down) <= STILL && fingers.size < 2) onPress(timeAt(clientX), false);
    down = NaN;
    lift(event);
  });
  function lift(/** @type {PointerEvent} */ {pointerId}) {
    fingers.delete(pointerId);
    if (fingers.size < 2) pinched = undefined;
  }
  for (const end of /** @type {const} */ (['pointercancel', 'lostpointercapture']))
    frame.addEventListener(end, (event) => {
      if (drawn?.id === event.pointerId) endBand();
      lift(event);
    });

  /** Handles a key on the plot; returns whether it was one for zooming. @param {KeyboardEvent} event */
  function key(event) {
    if (!shown || event.altKey || event.metaKey) return false;
    const {cursor, window, longest} = shown;
    const span = window.to - window.from;
    const at = shown.marked ? cursor : (window.from + window.to) / 2;
    const pan = (/** @type {number} */ way) => () => look(panned(window, way * PAN * span, longest));
    const zoom = (/** @type {number} */ by) => () => look(zoomed(window, at, by, longest));
    /** @type {Record<string, () => void>} */
    const wishes = event.ctrlKey
      ? {ArrowLeft: pan(-1), ArrowRight: pan(1)}
      : {
          '+': zoom(1 / ZOOM),
          '=': zoom(1 / ZOOM),
          '-': zoom(ZOOM),
          0: () => askLook(frame, WHOLE),
          Enter: () => onPress(cursor, event.shiftKey, true),
        };
    const act = wishes[event.key];
    if (!act) return false;
    event.preventDefault();
    act();
    return true;
  }

  return {
    key,
    /** @param {Results} results */
    show(results) {
      shown = results;
      asked = undefined;
    },
  };
}

/** Two spikes that move apart. */
const APART =
  '<svg class="icon" viewBox="0 0 16 16"><path d="M6 2v12M10 2v12M4 8H1m2-2L1 8l2 2M12 8h3m-2-2 2 2-2 2"/></svg>';

/** The stretch in which the closest spikes are apart; null once a part of the run is on show, or where they are anyway. @param {Results} results */
const closest = ({runs, selected, window, longest}) =>
  isWhole(window, longest) ? apart(runs[selected].recording.spikes, longest) : null;

/** The zoom buttons for all time plots. @param {HTMLElement} host */
export function zoomButtons(host) {
  /** @type {Results | undefined} */
  let shown;
  const zoom = (/** @type {number} */ by) => () => {
    if (!shown) return;
    const {window, longest, marked, cursor} = shown;
    askLook(host, zoomed(window, marked ? cursor : (window.from + window.to) / 2, by, longest));
  };
  const {zoom: texts} = wordsOf(host);
  const fit = () => emit(host, 'fit');
  /** @type {[string, string, string, () => void][]} */
  const all = [
    ['out', '−', texts.out, zoom(ZOOM)],
    ['in', '+', texts.in, zoom(1 / ZOOM)],
    ['whole', '↔', texts.whole, () => askLook(host, WHOLE)],
    ['fit', '↕', texts.fit, fit],
    ['apart', APART, texts.apart, () => shown && askLook(host, closest(shown) ?? WHOLE)],
  ];
  host.className = 'zoom';
  host.setAttribute('role', 'toolbar');
  host.setAttribute('aria-label', texts.label);
  const buttons = new Map(
    all.map(([id, text, hint, act]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet small';
      button.dataset.zoom = id;
      button.innerHTML = `<span aria-hidden="true">${text}</span>`;
      button.title = hint;
      button.addEventListener('click', () => button.getAttribute('aria-disabled') !== 'true' && act());
      host.append(button);
      return [id, button];
    }),
  );
  roving(host, 'button');
  return {
    /** @param {Results} results */
    show(results) {
      shown = results;
      const whole = isWhole(results.window, results.longest);
      for (const id of ['out', 'whole']) buttons.get(id)?.setAttribute('aria-disabled', String(whole));
      buttons.get('apart')?.setAttribute('aria-disabled', String(whole && !closest(results)));
    },
  };
}
