// views/interval-reader.js: the interval between any two spikes, chosen here by number or in the plot of v.
import {emit} from '../plot/door.js';
import {write} from './dom.js';
import {hasFocus, placeOf, wordsOf} from '../plot/place.js';
import {read} from '../words/read.js';

/** @param {HTMLElement} host */
export function intervalReader(host) {
  const words = wordsOf(host);
  const {interval: texts} = words;
  /** The spike number typed, NaN if it is not a number. Since it is an integer, "1,000" can only mean a thousand. @param {string} text */
  function spikeOf(text) {
    const found = read(text, '', words.numbers.point);
    return 'value' in found ? found.value : 'values' in found ? found.values[1] : NaN;
  }
  const element = document.createElement('details');
  element.className = 'rule interval';
  const name = document.createElement('summary');
  name.title = texts.hint;
  name.setAttribute('aria-live', 'polite');
  const body = document.createElement('div');
  const said = document.createElement('output');
  /** @param {string} text */
  function field(text) {
    const input = document.createElement('input');
    input.inputMode = 'numeric';
    input.autocomplete = 'off';
    const label = document.createElement('label');
    label.append(`${text} `, input);
    input.addEventListener('input', ask);
    input.addEventListener('keydown', (event) => {
      const way = {ArrowUp: 1, ArrowDown: -1}[event.key];
      if (!way) return;
      event.preventDefault();
      input.value = String(Math.min(Math.max(1, (spikeOf(input.value) || 0) + way), count()));
      ask();
    });
    body.append(label, ' ');
    return input;
  }
  const from = field(texts.from);
  const to = field(texts.to);
  body.append(said);
  element.append(name, body);
  // It closes like any pop-up, but stays open while spikes are chosen in the plots.
  const leave = (/** @type {EventTarget | null} */ to) => {
    if (to instanceof Element && !element.contains(to) && !to.closest('trace-view')) element.open = false;
  };
  placeOf(host).listen('pointerdown', ({target}) => leave(target));
  element.addEventListener('focusout', ({relatedTarget}) => leave(relatedTarget));
  element.addEventListener('keydown', (event) => {
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
      write(
        said,
        pair
          ? texts.said(pair[0], pair[1], isi)
          : chosen
            ? texts.one(chosen.from, spikes[chosen.from])
            : texts.which(spikes.length),
      );
    },
  };
}
