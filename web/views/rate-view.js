// views/rate-view.js: 1000/ISI against the current midway between the two spikes.
import {words} from '../words/en.js';
import {FAINT, colour, extent, faint, linePlot, roundRange} from './chart.js';

/** More points than this are a solid band, of which a share is as good as all. */
const MOST_POINTS = 3000;

/** @param {RateCurve} rates */
function pointsOf({current, rate}) {
  const stride = Math.ceil(rate.length / MOST_POINTS) || 1;
  return Array.from({length: Math.ceil(rate.length / stride)}, (_, i) => ({
    x: current[i * stride],
    y: rate[i * stride],
  }));
}

/** A round range that keeps clear of its ends: no point lies on the frame, and Chart.js leaves none out. @param {{low: number, high: number}} extent */
function withRoom({low, high}) {
  const room = 0.03 * (high - low);
  return roundRange(low - room, high + room);
}

class RateView extends HTMLElement {
  #plot;
  #empty = document.createElement('p');

  connectedCallback() {
    if (this.#plot) return;
    this.#plot = linePlot(this);
    this.#empty.className = 'plot-empty';
    this.#empty.textContent = words.noRates;
    this.append(this.#empty);
  }

  disconnectedCallback() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.replaceChildren();
  }

  /** @param {Results} results */
  set results({runs, selected}) {
    const ink = colour('i');
    const count = runs.reduce((sum, {rates}) => sum + rates.rate.length, 0);
    const datasets = runs.map(({rates}, index) => ({
      data: pointsOf(rates),
      borderColor: faint(ink, index === selected ? 0.8 : FAINT),
      pointRadius: index === selected ? 3.5 : 2.5,
      pointBackgroundColor: index === selected ? ink : faint(ink, FAINT),
      pointBorderWidth: 0,
      order: index === selected ? 0 : 1,
    }));
    const current = extent(runs.map(({rates}) => rates.current));
    const rate = extent(runs.map(({rates}) => rates.rate));
    this.#empty.hidden = count > 0;
    this.#plot?.draw({
      datasets,
      x: {...withRoom(current), title: words.axes('current'), ink},
      y: [{id: 'y', ...roundRange(0, 1.03 * rate.high), title: words.axes('rate')}],
      label: words.describe.trace(
        words.plots.rate,
        count
          ? words.describe.ranges([
              ['current', current],
              ['rate', rate],
            ])
          : words.noRates,
        words.describe.rate(count),
      ),
    });
  }
}
customElements.define('rate-view', RateView);
