// views/numbers-view.js: Play, the four numbers that matter most, and the way to all others.
import {write} from './dom.js';
import {emit} from '../plot/door.js';
import {placeOf} from '../plot/place.js';
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';
import {playButton} from './play-button.js';
import {View} from './view.js';

/** The numbers of a verdict, in order, with the quantity that each is. */
const SHOWN = /** @type {const} */ ({spikes: 'count', after: 'latency', last_isi: 'last_isi', rate: 'steady_rate'});
const keys = /** @type {(keyof typeof SHOWN)[]} */ (Object.keys(SHOWN));

class NumbersView extends View {
  /** @type {ReturnType<typeof playButton> | undefined} */
  #play;
  /** @type {Map<keyof typeof SHOWN, HTMLElement>} */
  #values = new Map();
  /** What the first of them counts. */
  #counted = document.createElement('dt');
  /** While a value is edited on a phone: how many spikes there were. */
  #were = document.createElement('span');

  connectedCallback() {
    const {words} = this;
    if (this.#play) return;
    this.#play = playButton(words, () => emit(this, 'play'));
    const list = document.createElement('dl');
    list.className = 'measures';
    for (const key of keys) {
      const pair = document.createElement('div');
      const label = key === 'spikes' ? this.#counted : document.createElement('dt');
      const value = document.createElement('dd');
      value.dataset.number = SHOWN[key];
      label.textContent = words.shortMeasures[SHOWN[key]];
      pair.append(label, value);
      list.append(pair);
      this.#values.set(key, value);
    }
    const details = document.createElement('button');
    details.type = 'button';
    details.className = 'bare';
    details.textContent = words.tabs.details;
    details.addEventListener('click', () => {
      emit(this, 'choose-tab', 'details');
      placeOf(this).byId('tab-details').focus();
    });
    this.#were.className = 'were';
    const heading = document.createElement('h2');
    Object.assign(heading, {className: 'unseen', textContent: words.summary});
    this.append(heading, this.#play.element, list, this.#were, details);
  }

  set playing(/** @type {boolean} */ playing) {
    this.#play?.show(playing);
  }

  /** @param {Results} results */
  set results({runs, ghosts, aside, selected}) {
    const {measured} = this.words.numbers;
    const before = ghosts[aside]?.verdict.spikes;
    write(this.#were, before == null ? '' : this.words.editor.were(measured(before, '')));
    const {verdict} = runs[selected];
    write(this.#counted, this.words.counted(verdict.spikes ?? 0));
    for (const key of keys) {
      const unit = unitOf(SHOWN[key]);
      const x = verdict[key];
      write(/** @type {HTMLElement} */ (this.#values.get(key)), x === null ? '–' : withUnit(measured(x, unit), unit));
    }
  }
}
customElements.define('numbers-view', NumbersView);
