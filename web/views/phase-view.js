// views/phase-view.js: the orbit in the phase plane, v across and u up, or as the note has it, u across and v up.
import {words} from '../words/en.js';
import {FAINT, colour, extent, faint, linePlot, roundRange} from './chart.js';
import {orbitPieces} from './points.js';

/** Ends one stretch of a curve, so that the next is not joined to it. */
const GAP = {x: NaN, y: NaN};

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
    const {runs, selected} = results;
    const ink = colour('orbit');
    const place = this.#swapped
      ? (/** @type {any} */ {v, u}) => ({x: u, y: v})
      : (/** @type {any} */ {v, u}) => ({x: v, y: u});
    const orbits = runs.map(({orbit}) => orbit.map(orbitPieces));
    const all = orbits.flat(2);
    const lines = orbits.flatMap((parts, index) => {
      const look = {
        borderColor: index === selected ? ink : faint(ink, FAINT),
        borderWidth: index === selected ? 1.6 : 1,
        order: index === selected ? 1 : 2,
      };
      // Two curves, for one that changes its dash costs Chart.js ten times as much; each breaks where y is no number.
      const flow = [];
      const jumps = [];
      for (const pieces of parts) {
        for (const [at, piece] of pieces.entries()) {
          flow.push(...piece.map(place), GAP);
          if (at > 0) jumps.push(place(pieces[at - 1][pieces[at - 1].length - 1]), place(piece[0]), GAP);
        }
      }
      return [
        {data: flow, ...look},
        {data: jumps, ...look, borderDash: [3, 3]},
      ];
    });
    const first = orbits[selected]?.[0]?.[0]?.[0];
    const marker = {
      data: first ? [place(first)] : [],
      pointRadius: 4,
      pointBackgroundColor: ink,
      pointBorderColor: colour('panel'),
      order: 0,
    };
    const v = extent(all.map((piece) => piece.map((point) => point.v)));
    const u = extent(all.map((piece) => piece.map((point) => point.u)));
    const axes = {
      v: {...padded(v), title: words.axes('v'), ink: colour('v')},
      u: {...padded(u), title: words.axes('u'), ink: colour('u')},
    };
    const [across, up] = this.#swapped ? [axes.u, axes.v] : [axes.v, axes.u];
    this.#plot?.draw({
      datasets: [...lines, marker],
      x: across,
      y: [{id: 'y', ...up}],
      label: words.describe.trace(
        words.plots.phase,
        words.describe.ranges([
          ['v', v],
          ['u', u],
        ]),
        words.describe.phase,
      ),
    });
  }
}
customElements.define('phase-view', PhaseView);
