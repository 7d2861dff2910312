// views/stimulus-item.js: one stimulus of the list, with its fields.
import {html} from 'lit-html';
import {elementOf} from './dom.js';
import {numberField} from './number-field.js';

/**
 * A stimulus with its fields. Its index decreases when one before it is removed; `name` then updates its labels and paths.
 * @typedef {{kind: string, index: number, element: HTMLElement, fields: ReturnType<typeof numberField>[], name: () => void, removable: boolean}} Item
 */

/**
 * @param {Words} words @param {ListField['kinds'][number]} schema of its kind @param {number} index in the list
 * @param {(index: number, name: string, value: any) => WordedProblem[]} onEdit @param {(index: number) => void} onRemove
 * @returns {Item}
 */
export function stimulusItem(words, {kind, fields: schemas}, index, onEdit, onRemove) {
  const fields = schemas.map((schema) => numberField(words, schema, (value) => onEdit(item.index, schema.name, value)));
  const element = elementOf(html`
    <div class="stimulus-item" role="group">
      <div class="stimulus-head">
        <span>${words.kinds[kind]}</span>
        <button type="button" class="quiet small" title=${words.remove} aria-description="" @click=${() => onRemove(item.index)}>×</button>
      </div>
      ${fields.map(({row}) => row)}
    </div>`);
  /** @type {Item} */
  const item = {
    kind,
    index,
    element,
    fields,
    name() {
      element.setAttribute('aria-label', words.stimulusOf(item.index));
      element.querySelector('button').setAttribute('aria-label', `${words.remove}: ${words.stimulusOf(item.index)}`);
      for (const {row, field} of fields) row.dataset.path = `stimulus.${item.index}.${field.name}`;
    },
    set removable(/** @type {boolean} */ removable) {
      element.querySelector('button').hidden = !removable;
    },
  };
  item.name();
  return item;
}
