// plot/scan.js: a line that the user moves along a plot, by pointer, touch or arrow keys, to read off the curve.

/** A finger that moves so far sideways, in px, reads along the curve: a swipe up or down scrolls the page. */
const SIDEWAYS = 10;

/** How many of `count` places a page key skips. @param {number} count */
const pageStep = (count) => Math.max(1, Math.round(count / 10));

/**
 * @param {ReturnType<typeof import('./chart.js').linePlot>} plot
 * @param {object} options
 * @param {string} options.name what a screen reader calls it
 * @param {(index: number) => string} options.say describes a place in words
 * @param {(again: boolean) => void} options.onMove the place has changed, or (`again`) the result at it; there may be none now
 * @param {() => void} options.onPick Enter or a mouse click: use this place
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
  /** Places along the axis, ascending, in the axis's own values. @type {ArrayLike<number>} */
  let places = [];
  /** The value at the line; not an index, so the line stays where it is when the curve gets finer. @type {number | undefined} */
  let at;
  /** Where it starts when it is first moved with a key. @type {number | undefined} */
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
  /** Where a finger went down, which may be about to scroll the page, and whether it reads instead. @type {{x: number, reads: boolean} | undefined} */
  let finger;
  handle.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') finger = {x: event.clientX, reads: false};
    else follow(event);
  });
  handle.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' && !finger) return;
    if (finger && !(finger.reads ||= Math.abs(event.clientX - finger.x) > SIDEWAYS)) return;
    follow(event);
  });
  handle.addEventListener('pointerup', (event) => {
    if (finger) follow(event);
    finger = undefined;
  });
  handle.addEventListener('pointercancel', () => (finger = undefined));
  // A finger only reads, and a button beside the read-out uses the value. A mouse has already read it before the click.
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
    /** Moves the line to its position after the plot has been redrawn. */
    put,
    /**
     * Sets the places that can be read, and where keys start. `whole`: the places are complete; the value at the line is read
     * again, or dropped if it lies outside them.
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
