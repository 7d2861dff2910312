// views/number-field.js: one number with its slider, its unit, what it means, and what is wrong with it.
import {plain} from '../words/format.js';
import {words} from '../words/en.js';
import {niceStep} from './chart.js';

let made = 0;

/** Which variable a field belongs to, and so whose colour it wears. @param {NumberField} field */
function variableOf({id, name, unit}) {
  if (id.startsWith('stimulus.')) return unit === 'pA' ? 'i' : '';
  if (unit === 'mV') return 'v';
  return ['a', 'b', 'd', 'u'].includes(name) ? 'u' : '';
}

/** What was typed, as the core is to judge it: a number where it is one, else the text itself. @param {string} text */
export function typed(text) {
  const trimmed = text.trim();
  const number = Number(trimmed.replace('−', '-'));
  return trimmed !== '' && !Number.isNaN(number) ? number : text;
}

/**
 * @param {NumberField} field
 * @param {(value: number | string | null) => Problem[]} onEdit answers what is wrong with the value
 */
export function numberField(field, onEdit) {
  made += 1;
  const id = `field-${made}`;
  const row = document.createElement('div');
  row.className = 'field';
  row.dataset.path = field.id;
  row.dataset.variable = variableOf(field);
  const symbol = words.symbols[field.name] ?? field.name;
  row.innerHTML = `
    <label for="${id}">${symbol}</label>
    <input class="slider" type="range" tabindex="0">
    <input class="number" id="${id}" type="text" inputmode="decimal" autocomplete="off" spellcheck="false">
    <span class="unit">${field.unit}</span>
    <p class="problem" id="${id}-problem" hidden></p>
    <span class="description" id="${id}-help" hidden></span>`;
  const slider = /** @type {HTMLInputElement} */ (row.querySelector('.slider'));
  const number = /** @type {HTMLInputElement} */ (row.querySelector('.number'));
  const problem = /** @type {HTMLElement} */ (row.querySelector('.problem'));
  const description = /** @type {HTMLElement} */ (row.querySelector('.description'));
  description.textContent = field.text;
  number.setAttribute('aria-describedby', `${id}-help ${id}-problem`);
  number.placeholder = field.none;
  slider.setAttribute('aria-label', words.sliderOf(field.name));
  row.title = field.text;
  /** @type {number | null | undefined} */
  let shown;

  function say(/** @type {Problem[]} */ problems) {
    problem.hidden = problems.length === 0;
    problem.textContent = problems.map(({message}) => message).join(' ');
    number.toggleAttribute('aria-invalid', problems.length > 0);
    if (problems.length) number.setAttribute('aria-invalid', 'true');
  }

  /** The slider spans the usual range, stretched to a valid value that lies outside it. */
  function span(/** @type {number | null} */ value) {
    const low = Math.min(field.usual.low, value ?? Infinity);
    const high = Math.max(field.usual.high, value ?? -Infinity);
    slider.min = String(low);
    slider.max = String(high);
    slider.step = String(niceStep((field.usual.high - field.usual.low) / 400));
    slider.value = String(value ?? high);
    slider.setAttribute('aria-valuetext', value === null ? field.none : words.valueText(value, field.unit));
  }

  number.addEventListener('input', () => {
    const text = number.value;
    say(onEdit(field.optional && text.trim() === '' ? null : typed(text)));
  });
  number.addEventListener('change', () => {
    if (problem.hidden) number.value = plain(shown ?? null);
  });
  slider.addEventListener('input', () => {
    const value = Number(slider.value);
    number.value = plain(value);
    say(onEdit(value));
  });

  return {
    row,
    field,
    get pending() {
      return problem.hidden ? undefined : typed(number.value);
    },
    say,
    /** Shows a value of the experiment, unless a wrong one is still being typed. @param {number | null} value */
    show(value, force = false) {
      if (force) say([]);
      const typing = document.activeElement === number && problem.hidden && typed(number.value) === value;
      if (shown !== value || force) span(value);
      shown = value;
      if (problem.hidden && !typing) number.value = plain(value);
    },
  };
}
