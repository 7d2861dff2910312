// views/phase-view.js: the orbit in the phase plane, v across and u up, or as the note has it, u across and v up.
import {words} from '../words/en.js';
import {colour, extent, faint, linePlot, roundRange} from './chart.js';
import {orbitPoints} from './points.js';

/** A round range with room at both ends, so that no point lies on the edge. @param {{low: number, high: number}} extent */
function padded({low, high}) {
  const room = 0.02 * (high - low);
  return roundRange(low - room, high + room, 5);
}

class PhaseView extends HTMLElement {
  #plot;
  /** @type {Results | undefined} */
  #results;
  #swapped = false;

  connectedCallback() {
    this.#plot ??= linePlot(this);
  }

  disconnectedCallback() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.replaceChildren();
  }

  /** True: u across and v up. */
  set swapped(/** @type {boolean} */ swapped) {
    this.#swapped = swapped;
    if (this.#results) this.results = this.#results;
  }

  /** @param {Results} results */
  set results(results) {
    this.#results = results;
    const {runs, selected, window} = results;
    const ink = colour('orbit');
    const place = this.#swapped
      ? (/** @type {any} */ {v, u, jump}) => ({x: u, y: v, jump})
      : (/** @type {any} */ {v, u, jump}) => ({x: v, y: u, jump});
    const orbits = runs.map((run) => orbitPoints(run, window));
    const orbit = runs.map((_, index) => ({
      data: orbits[index].map(place),
      borderColor: index === selected ? ink : faint(ink, 0.3),
      borderWidth: index === selected ? 1.6 : 1,
      segment: {borderDash: (/** @type {any} */ {p0}) => (p0.raw.jump ? [3, 3] : undefined)},
      order: index === selected ? 1 : 2,
    }));
    const start = orbits[selected]?.slice(0, 1).map(place) ?? [];
    const marker = {
      data: start,
      pointRadius: 4,
      pointBackgroundColor: ink,
      pointBorderColor: colour('panel'),
      order: 0,
    };
    const v = extent(orbits.map((points) => points.map((point) => point.v)));
    const u = extent(orbits.map((points) => points.map((point) => point.u)));
    const axes = {
      v: {...padded(v), title: words.axes.v, ink: colour('v')},
      u: {...padded(u), title: words.axes.u, ink: colour('u')},
    };
    const [across, up] = this.#swapped ? [axes.u, axes.v] : [axes.v, axes.u];
    this.#plot?.draw({
      datasets: [...orbit, marker],
      x: across,
      y: [{id: 'y', ...up}],
      label: words.describe.trace(
        words.plots.phase,
        `v ${words.describe.range(v.low, v.high, 'mV')}, u ${words.describe.range(u.low, u.high, 'pA')}`,
        words.describe.phase,
      ),
    });
  }
}
customElements.define('phase-view', PhaseView);
