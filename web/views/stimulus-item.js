// views/stimulus-item.js: one stimulus of the list, with its fields.
import {numberField} from './number-field.js';

/**
 * A stimulus with its fields. Its index decreases when one before it is removed; `name` then updates its labels and paths.
 * @typedef {{kind: string, index: number, element: HTMLElement, fields: ReturnType<typeof numberField>[], name: () => void}} Item
 */

/**
 * @param {Words} words @param {ListField['kinds'][number]} schema of its kind @param {number} index in the list
 * @param {(index: number, name: string, value: any) => WordedProblem[]} onEdit @param {(index: number) => void} onRemove
 * @returns {Item}
 */
export function stimulusItem(words, {kind, fields: schemas}, index, onEdit, onRemove) {
  const element = document.createElement('div');
  element.className = 'stimulus-item';
  element.setAttribute('role', 'group');
  const head = document.createElement('div');
  head.className = 'stimulus-head';
  const title = document.createElement('span');
  title.textContent = words.kinds[kind];
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'quiet small';
  remove.textContent = '×';
  remove.title = words.remove;
  remove.addEventListener('click', () => onRemove(item.index));
  head.append(title, remove);
  const fields = schemas.map((schema) => numberField(words, schema, (value) => onEdit(item.index, schema.name, value)));
  element.append(head, ...fields.map(({row}) => row));
  /** @type {Item} */
  const item = {
    kind,
    index,
    element,
    fields,
    name() {
      element.setAttribute('aria-label', words.stimulusOf(item.index));
      remove.setAttribute('aria-label', `${words.remove}: ${words.stimulusOf(item.index)}`);
      for (const {row, field} of fields) row.dataset.path = `stimulus.${item.index}.${field.name}`;
    },
  };
  item.name();
  return item;
}
