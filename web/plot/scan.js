// plot/scan.js: a line that a person moves along a plot, by pointer, touch or arrow keys, to read the curve under it.

/** How many of `count` places a page key leaps over. @param {number} count */
const pageStep = (count) => Math.max(1, Math.round(count / 10));

/**
 * @param {ReturnType<typeof import('./chart.js').linePlot>} plot
 * @param {object} options
 * @param {string} options.name what a screen reader calls it
 * @param {(index: number) => string} options.say what the place means, in words
 * @param {(again: boolean) => void} options.onMove the place has changed, or (`again`) what was found there; it may be lost
 * @param {() => void} options.onPick Enter, or a click of the mouse: take this place
 */
export function scan(plot, {name, say, onMove, onPick}) {
  const {frame} = plot;
  const handle = document.createElement('div');
  handle.className = 'scan';
  handle.tabIndex = 0;
  handle.setAttribute('role', 'slider');
  handle.setAttribute('aria-label', name);
  const line = document.createElement('div');
  line.className = 'scan-line';
  line.hidden = true;
  handle.append(line);
  frame.append(handle);
  /** Places along the axis, ascending, as the axis has them. @type {ArrayLike<number>} */
  let places = [];
  /** Where the line stands; a value, so that it stays where it is when the curve gets finer. @type {number | undefined} */
  let at;
  /** Where it starts when a key moves it first. @type {number | undefined} */
  let first;

  /** The index of the place nearest to a value. @param {number} value */
  function nearest(value) {
    let low = 0;
    let high = places.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (places[middle] > value) high = middle;
      else low = middle;
    }
    return high > low && places[high] - value < value - places[low] ? high : low;
  }

  const index = () => (at === undefined || !places.length ? -1 : nearest(at));

  const start = () => (first === undefined ? places.length >> 1 : nearest(first));

  function put() {
    const {x} = plot.chart.scales;
    const here = index();
    line.hidden = here < 0 || !x;
    if (line.hidden) return;
    const {top, bottom, left, right} = plot.chart.chartArea;
    const across = x.getPixelForValue(places[here]);
    line.hidden = across < left - 1 || across > right + 1;
    line.style.transform = `translateX(${across}px)`;
    line.style.top = `${top}px`;
    line.style.height = `${bottom - top}px`;
  }

  function tell() {
    const here = index() < 0 ? start() : index();
    handle.setAttribute('aria-valuenow', String(here + 1));
    handle.setAttribute('aria-valuetext', places.length ? say(here) : '');
  }

  /** @param {number} to */
  function move(to) {
    if (!places.length) return;
    at = places[Math.max(0, Math.min(places.length - 1, to))];
    put();
    tell();
    onMove(false);
  }

  function follow(/** @type {PointerEvent} */ event) {
    const {x} = plot.chart.scales;
    if (!x || !places.length) return;
    const to = nearest(x.getValueForPixel(event.clientX - frame.getBoundingClientRect().left) ?? 0);
    if (to !== index() || line.hidden) move(to);
  }
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('pointerdown', follow);
  // A finger reads; the button beside the read-out takes. A mouse has read before it clicks.
  handle.addEventListener('click', (event) => {
    if (/** @type {PointerEvent} */ (event).pointerType !== 'touch' && index() >= 0) onPick();
  });
  handle.addEventListener('keydown', (event) => {
    const here = index() < 0 ? start() : index();
    const leap = pageStep(places.length);
    const to = {
      ArrowLeft: here - 1,
      ArrowDown: here - 1,
      ArrowRight: here + 1,
      ArrowUp: here + 1,
      PageDown: here - leap,
      PageUp: here + leap,
      Home: 0,
      End: places.length - 1,
    }[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && index() >= 0) onPick();
    else return;
    event.preventDefault();
  });

  return {
    index,
    /** Puts the line where it belongs after the plot has been drawn anew. */
    put,
    /**
     * The places that can be read, and where keys start. `whole`: they are all there is, and what was read is read anew;
     * it is lost where they do not reach it.
     * @param {ArrayLike<number>} along @param {boolean} whole @param {number} [start]
     */
    over(along, whole, start) {
      places = along;
      first = start;
      const last = places.length - 1;
      if (whole && at !== undefined) {
        const apart = last > 0 ? (places[last] - places[0]) / last : 0;
        if (last < 0 || at < places[0] - apart || at > places[last] + apart) at = undefined;
        onMove(true);
      }
      handle.setAttribute('aria-valuemin', '1');
      handle.setAttribute('aria-valuemax', String(Math.max(1, along.length)));
      handle.setAttribute('aria-disabled', String(!along.length));
      tell();
    },
  };
}
