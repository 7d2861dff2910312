// views/choice-field.js: a choice among a few named values, with a sentence about the one chosen.
import {wordOf} from '../words/word-of.js';
import {write} from './dom.js';
import {typesetUnits} from '../words/format.js';

let made = 0;

/**
 * Has the interface of a number field. No invalid value can be entered, so the methods for problems do nothing.
 * @param {Words} words @param {ChoiceField} field
 * @param {(value: string) => WordedProblem[]} onEdit
 */
export function choiceField(words, field, onEdit) {
  made += 1;
  const id = `choice-${made}`;
  const row = document.createElement('div');
  row.className = 'field choice';
  row.dataset.path = field.id;
  const text = typesetUnits(wordOf(words.fields, field.id) ?? '');
  row.title = text;
  row.innerHTML = `
    <label for="${id}">${wordOf(words.symbols, field.name) ?? field.name}</label>
    <select class="number" id="${id}" aria-describedby="${id}-means"></select>
    <p class="hint" id="${id}-means"></p>
    <span class="description" hidden></span>`;
  const select = /** @type {HTMLSelectElement} */ (row.querySelector('select'));
  const means = /** @type {HTMLElement} */ (row.querySelector('.hint'));
  /** @type {HTMLElement} */ (row.querySelector('.description')).textContent = text;
  for (const option of field.options) {
    const made = new Option(wordOf(words.options, option) ?? option, option);
    made.title = wordOf(words.optionMeans, option) ?? '';
    select.append(made);
  }
  select.addEventListener('change', () => onEdit(select.value));
  return {
    row,
    field,
    /** @param {WordedProblem[]} _problems */
    refuse(_problems) {},
    forgive() {},
    retry() {},
    /** @param {any} value */
    show(value) {
      select.value = value;
      write(means, wordOf(words.optionMeans, value) ?? '');
    },
  };
}
