// views/choice-field.js: a choice among a few named values, with a sentence about the one chosen.
import {html} from 'lit-html';
import {wordOf} from '../words/word-of.js';
import {elementOf, write} from './dom.js';
import {typesetUnits} from '../words/format.js';
import {asText, isLocked} from './locked.js';

let made = 0;

/**
 * Has the interface of a number field. No invalid value can be entered, so the methods for problems do nothing.
 * @param {Words} words @param {ChoiceField} field
 * @param {(value: string) => WordedProblem[]} onEdit
 */
export function choiceField(words, field, onEdit) {
  made += 1;
  const id = `choice-${made}`;
  const text = typesetUnits(wordOf(words.fields, field.id) ?? '');
  const option = (/** @type {string} */ name) =>
    html`<option value=${name} title=${wordOf(words.optionMeans, name) ?? ''}>${wordOf(words.options, name) ?? name}</option>`;
  const row = elementOf(html`
    <div class="field choice" data-path=${field.id} title=${text}>
      <label for=${id} .innerHTML=${wordOf(words.symbols, field.name) ?? field.name}></label>
      <select class="number" id=${id} aria-describedby="${id}-means" @change=${() => onEdit(select.value)}>
        ${field.options.map(option)}
      </select>
      <p class="hint" id="${id}-means"></p>
      <span class="description" hidden>${text}</span>
    </div>`);
  const [select, means] = ['select', '.hint'].map((selector) => row.querySelector(selector));
  return {
    row,
    field,
    /** @param {WordedProblem[]} _problems */
    showProblems(_problems) {},
    clearProblems() {},
    retry() {},
    /** @param {any} value */
    show(value) {
      select.value = value;
      asText(select, isLocked(row, field.id), wordOf(words.options, value) ?? value);
      write(means, wordOf(words.optionMeans, value) ?? '');
    },
  };
}
