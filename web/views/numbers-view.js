// views/numbers-view.js: Play, the four numbers that matter most, and the way to all others.
import {write} from './dom.js';
import {emit} from '../plot/door.js';
import {writtenMeasures} from './measures.js';
import {playButton} from './play-button.js';
import {View} from './view.js';

/** The numbers, in order. */
const SHOWN = /** @type {const} */ (['count', 'latency', 'last_isi', 'steady_rate']);

class NumbersView extends View {
  /** @type {ReturnType<typeof playButton> | undefined} */
  #play;
  /** @type {Map<string, HTMLElement>} */
  #values = new Map();

  connectedCallback() {
    const {words} = this;
    if (this.#play) return;
    this.#play = playButton(words, () => emit(this, 'play'));
    const list = document.createElement('dl');
    list.className = 'measures';
    for (const key of SHOWN) {
      const pair = document.createElement('div');
      const label = document.createElement('dt');
      const value = document.createElement('dd');
      value.dataset.number = key;
      label.textContent = words.shortMeasures[key];
      pair.append(value, label);
      list.append(pair);
      this.#values.set(key, value);
    }
    const details = document.createElement('button');
    details.type = 'button';
    details.className = 'bare';
    details.textContent = words.tabs.details;
    details.addEventListener('click', () => emit(this, 'choose-tab', 'details'));
    this.append(this.#play.element, list, details);
  }

  set playing(/** @type {boolean} */ playing) {
    this.#play?.show(playing);
  }

  /** @param {Results} results */
  set results({runs, selected}) {
    const written = writtenMeasures(this.words, runs[selected].measures);
    for (const [key, value] of this.#values) write(value, written[key]);
  }
}
customElements.define('numbers-view', NumbersView);
