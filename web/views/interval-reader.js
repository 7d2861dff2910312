// views/interval-reader.js: the interval between any two spikes, chosen here by number or in the plot of v.
import {html} from 'lit-html';
import {emit} from '../plot/door.js';
import {elementOf, write} from './dom.js';
import {hasFocus, placeOf, wordsOf} from '../plot/place.js';
import {read} from '../words/read.js';

/**
 * A sentence about the spikes that are chosen.
 * @param {Words} words @param {{from: number, to: number | null} | null} chosen their indices @param {ArrayLike<number>} spikes their times in ms
 */
export function sayChosen({interval: texts}, chosen, spikes) {
  if (!chosen) return texts.which(spikes.length);
  const {from, to} = chosen;
  return to === null ? texts.one(from, spikes[from]) : texts.said(from, to, spikes[to] - spikes[from]);
}

/** @param {HTMLElement} host */
export function intervalReader(host) {
  const words = wordsOf(host);
  const {interval: texts} = words;
  /** The spike number typed, NaN if it is not a number. Since it is an integer, "1,000" can only mean a thousand. @param {string} text */
  function spikeOf(text) {
    const found = read(text, '', words.numbers.point);
    return 'value' in found ? found.value : 'values' in found ? found.values[1] : NaN;
  }
  /** The arrow keys go to the next spike. @param {any} event */
  function type(event) {
    const {target: input} = event;
    const way = {ArrowUp: 1, ArrowDown: -1}[/** @type {string} */ (event.key)];
    if (!way) return;
    event.preventDefault();
    input.value = String(Math.min(Math.max(1, (spikeOf(input.value) || 0) + way), count()));
    ask();
  }
  const field = (/** @type {string} */ text) =>
    html`<label>${text} <input inputmode="numeric" autocomplete="off" @input=${() => ask()} @keydown=${type}></label>`;
  const element = elementOf(html`
    <details class="rule interval">
      <summary title=${texts.hint}></summary>
      <div>${field(texts.from)} ${field(texts.to)} <output aria-live="off"></output></div>
    </details>`);
  const [name, said] = ['summary', 'output'].map((tag) => element.querySelector(tag));
  const [from, to] = element.querySelectorAll('input');
  // It closes like any pop-up, but stays open while spikes are chosen in the plots.
  const leave = (/** @type {EventTarget | null} */ to) => {
    if (to instanceof Element && !element.contains(to) && !to.closest('trace-view')) element.open = false;
  };
  placeOf(host).listen('pointerdown', ({target}) => leave(target));
  element.addEventListener('focusout', (/** @type {FocusEvent} */ {relatedTarget}) => leave(relatedTarget));
  // It is announced to those who choose spikes in its fields, and not with every edit of the run.
  for (const [type, live] of Object.entries({focusin: 'polite', focusout: 'off'}))
    element.addEventListener(type, () => said.setAttribute('aria-live', live));
  element.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || !element.open) return;
    element.open = false;
    name.focus();
    event.stopPropagation();
  });
  /** @type {Results | undefined} */
  let shown;

  const count = () => shown?.runs[shown.selected].recording.spikes.length ?? 0;

  function ask() {
    const [one, other] = [from, to].map(({value}) => spikeOf(value) - 1);
    const valid = (/** @type {number} */ index) => Number.isInteger(index) && index >= 0 && index < count();
    for (const [input, index] of /** @type {[HTMLInputElement, number][]} */ ([
      [from, one],
      [to, other],
    ]))
      input.setAttribute('aria-invalid', String(input.value !== '' && !valid(index)));
    if (valid(one) && valid(other)) emit(host, 'choose-spike', {from: one, to: other});
    else said.textContent = texts.which(count());
  }

  return {
    element,
    /** @param {Results} results */
    show(results) {
      shown = results;
      const {chosen, runs, selected} = results;
      const {spikes} = runs[selected].recording;
      const pair = chosen && chosen.to !== null ? [chosen.from, chosen.to] : null;
      const isi = pair ? spikes[pair[1]] - spikes[pair[0]] : 0;
      const text = pair ? texts.brief(pair[0], pair[1], isi) : texts.name;
      write(name, text);
      // A field that is being typed into is left alone.
      if (!hasFocus(element) || hasFocus(name)) {
        from.value = chosen ? texts.number(chosen.from) : '';
        to.value = pair ? texts.number(pair[1]) : '';
        for (const input of [from, to]) input.removeAttribute('aria-invalid');
      }
      write(said, sayChosen(words, chosen, spikes));
    },
  };
}
