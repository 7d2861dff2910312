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
      ? (/** @type {any} */ {v, u}) => ({x: u, y: v})
      : (/** @type {any} */ {v, u}) => ({x: v, y: u});
    const orbits = runs.map((run) => orbitPoints(run, window));
    const lines = runs.flatMap((_, index) => {
      const points = orbits[index].map(place);
      const isJump = (/** @type {number} */ i) => orbits[index][i].jump;
      // A curve breaks where y is no number. Two curves, for one that changes its dash costs Chart.js ten times as much.
      const flow = points.flatMap((point, i) => (isJump(i) ? [point, {x: point.x, y: NaN}] : [point]));
      const jumps = points.flatMap((point, i) => (isJump(i) ? [point, points[i + 1], {x: point.x, y: NaN}] : []));
      const look = {
        borderColor: index === selected ? ink : faint(ink, 0.3),
        borderWidth: index === selected ? 1.6 : 1,
        order: index === selected ? 1 : 2,
      };
      return [
        {data: flow, ...look},
        {data: jumps, ...look, borderDash: [3, 3]},
      ];
    });
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
      datasets: [...lines, marker],
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
