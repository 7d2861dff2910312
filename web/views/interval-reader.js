// views/interval-reader.js: the interval between any two spikes, by their numbers; what is chosen in the plot is read here.
import {write} from '../dom.js';
import {words} from '../words/words.js';

/** @param {HTMLElement} host */
export function intervalReader(host) {
  const {interval: texts} = words;
  const element = document.createElement('details');
  element.className = 'rule interval';
  const name = document.createElement('summary');
  name.title = texts.hint;
  name.setAttribute('aria-live', 'polite');
  const body = document.createElement('div');
  const said = document.createElement('output');
  /** @param {string} text */
  function field(text) {
    const input = Object.assign(document.createElement('input'), {type: 'number', min: '1', step: '1'});
    const label = document.createElement('label');
    label.append(`${text} `, input);
    input.addEventListener('input', ask);
    body.append(label, ' ');
    return input;
  }
  const from = field(texts.from);
  const to = field(texts.to);
  body.append(said);
  element.append(name, body);
  // It goes away as what lies over the page does, but stays while spikes are chosen in the plots.
  const leave = (/** @type {EventTarget | null} */ to) => {
    if (to instanceof Element && !element.contains(to) && !to.closest('trace-view')) element.open = false;
  };
  document.addEventListener('pointerdown', ({target}) => leave(target));
  element.addEventListener('focusout', ({relatedTarget}) => leave(relatedTarget));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    element.open = false;
    name.focus();
    event.stopPropagation();
  });
  /** @type {Results | undefined} */
  let shown;

  function ask() {
    const [one, other] = [from, to].map(({valueAsNumber}) => valueAsNumber - 1);
    const count = shown?.runs[shown.selected].recording.spikes.length ?? 0;
    const valid = (/** @type {number} */ index) => Number.isInteger(index) && index >= 0 && index < count;
    for (const [input, index] of /** @type {[HTMLInputElement, number][]} */ ([
      [from, one],
      [to, other],
    ]))
      input.setAttribute('aria-invalid', String(input.value !== '' && !valid(index)));
    if (valid(one) && valid(other))
      host.dispatchEvent(new CustomEvent('choose-spike', {bubbles: true, detail: {from: one, to: other}}));
    else said.textContent = texts.which(count);
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
      from.max = to.max = String(spikes.length);
      // What is being typed stays as it is typed.
      if (!element.contains(document.activeElement) || document.activeElement === name) {
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
