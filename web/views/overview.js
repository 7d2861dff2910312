// views/overview.js: the whole run in a narrow strip, with a frame around the part on show that can be moved, or resized by its
// edges. The strip is visible only while part of the run is off the plot, but its space is always reserved.
import {hasFocus, wordsOf} from '../plot/place.js';
import {PAN, isWhole, panned, resized, zoomed, ZOOM} from '../session/time-window.js';
import {askLook, WHOLE} from '../plot/time-zoom.js';

/** Spikes closer together than this fraction of the run are drawn as one. */
const APART = 1 / 1000;

/** Between the strip and what stands beside it, in px. */
const GAP = 10;

/** The three parts that can be dragged. @type {('window' | 'from' | 'to')[]} */
const PARTS = ['window', 'from', 'to'];

/** @param {Element} parent @param {string} className */
function child(parent, className) {
  const made = document.createElement('div');
  made.className = className;
  parent.append(made);
  return made;
}

/** The spikes as one SVG path, in a strip of 1000 by 10 units. @param {Float64Array} spikes in ms @param {number} end of the strip, in ms */
function ticks(spikes, end) {
  const at = new Set(Array.from(spikes, (time) => Math.round(time / end / APART)));
  return Array.from(at, (x) => `M${x} 1V9`).join('');
}

/** @param {HTMLElement} host */
export function overview(host) {
  const words = wordsOf(host);
  const strip = child(host, 'overview');
  const inside = child(strip, 'overview-inside');
  inside.innerHTML = '<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><path/></svg>';
  const path = /** @type {SVGPathElement} */ (inside.querySelector('path'));
  /** @type {Record<string, HTMLElement>} */
  const parts = {};
  /** @type {Results | undefined} */
  let shown;
  /** The spikes that the strip was drawn from. @type {Float64Array | undefined} */
  let drawn;

  /** The part being dragged, where the drag began in px, and the window at that time. @type {{part: string, x: number, window: {from: number, to: number}} | undefined} */
  let drag;

  /** What the heading, where it stands beside it, leaves of the width of a plot, in px from the strip's left side. @param {{left: number, right: number}} area */
  function free({left, right}) {
    const own = strip.getBoundingClientRect();
    const head = host.parentElement?.querySelector('.plot-head');
    const boxes = [...(head?.querySelectorAll('h2, button') ?? [])].map((one) => one.getBoundingClientRect());
    const [name, ...buttons] = boxes.map((box) => (box.bottom > own.top && box.top < own.bottom ? box : undefined));
    const ends = buttons.flatMap((box) => (box?.width ? [box.left - own.left - GAP] : []));
    return {left: name ? Math.max(left, name.right - own.left + GAP) : left, right: Math.min(right, ...ends)};
  }

  /** The window after moving one part `by` ms. @param {string} part @param {{from: number, to: number}} window @param {number} by */
  const moved = (part, window, by) => {
    const end = shown?.longest ?? 1;
    return part === 'from' || part === 'to' ? resized(window, part, window[part] + by, end) : panned(window, by, end);
  };

  for (const part of PARTS) {
    const handle = child(inside, `overview-${part}`);
    parts[part] = handle;
    handle.tabIndex = 0;
    handle.setAttribute('role', 'slider');
    handle.setAttribute('aria-label', words.zoom.parts[part]);
    handle.title = words.zoom.hints[part];
    handle.addEventListener('pointerdown', (event) => {
      if (!shown || event.button !== 0) return;
      event.preventDefault();
      handle.focus({preventScroll: true});
      handle.setPointerCapture(event.pointerId);
      drag = {part, x: event.clientX, window: shown.window};
    });
    handle.addEventListener('pointermove', ({clientX}) => {
      if (drag?.part !== part || !shown) return;
      const scale = shown.longest / inside.getBoundingClientRect().width;
      askLook(host, moved(part, drag.window, (clientX - drag.x) * scale));
    });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
      handle.addEventListener(end, () => (drag = undefined));
    handle.addEventListener('keydown', (event) => key(event, part));
  }
  // A click beside the frame centres the frame on it.
  inside.addEventListener('click', (event) => {
    if (event.target !== inside && !(event.target instanceof SVGElement)) return;
    if (!shown) return;
    const {left, width} = inside.getBoundingClientRect();
    const {window, longest} = shown;
    const at = ((event.clientX - left) / width) * longest;
    askLook(host, panned(window, at - (window.from + window.to) / 2, longest));
  });
  strip.addEventListener('dblclick', () => askLook(host, WHOLE));

  /** @param {KeyboardEvent} event @param {string} part */
  function key(event, part) {
    if (!shown || event.ctrlKey || event.altKey || event.metaKey) return;
    const {window, longest} = shown;
    const span = window.to - window.from;
    const step = (event.shiftKey ? 5 : 1) * PAN * span;
    const middle = (window.from + window.to) / 2;
    const wish = {
      ArrowLeft: () => moved(part, window, -step),
      ArrowDown: () => moved(part, window, -step),
      ArrowRight: () => moved(part, window, step),
      ArrowUp: () => moved(part, window, step),
      PageDown: () => moved(part, window, -span),
      PageUp: () => moved(part, window, span),
      Home: () => moved(part, window, -longest),
      End: () => moved(part, window, longest),
      '+': () => zoomed(window, middle, 1 / ZOOM, longest),
      '-': () => zoomed(window, middle, ZOOM, longest),
    };
    const to = /** @type {Record<string, () => {from: number, to: number}>} */ (wish)[event.key];
    if (!to) return;
    event.preventDefault();
    askLook(host, to());
  }

  return {
    /** @param {Results} results @param {{left: number, right: number}} area of the plot below it, in px */
    show(results, area) {
      shown = results;
      const {window, longest, runs, selected} = results;
      const whole = isWhole(window, longest);
      // While it is dragged or has the focus it stays visible, even if the frame has grown to the whole run.
      const hidden = whole && !drag && !hasFocus(strip);
      if (strip.hidden !== hidden) strip.hidden = hidden;
      if (hidden) return;
      const {spikes} = runs[selected].recording;
      if (drawn !== spikes) path.setAttribute('d', ticks(spikes, longest));
      drawn = spikes;
      const {left, right} = free(area);
      Object.assign(inside.style, {left: `${left}px`, width: `${right - left}px`});
      const share = (/** @type {number} */ time) => (100 * time) / longest;
      Object.assign(parts.window.style, {left: `${share(window.from)}%`, width: `${share(window.to - window.from)}%`});
      for (const edge of /** @type {const} */ (['from', 'to'])) parts[edge].style.left = `${share(window[edge])}%`;
      for (const part of PARTS) {
        const at = part === 'to' ? window.to : window.from;
        parts[part].setAttribute('aria-valuemin', '0');
        parts[part].setAttribute('aria-valuemax', String(longest));
        parts[part].setAttribute('aria-valuenow', String(at));
        parts[part].setAttribute('aria-valuetext', words.zoom.stretch(window, longest));
      }
    },
  };
}
