// views/question-fields.js: the numeric settings of an analysis in one row; a change runs the analysis again.
import {emit} from '../plot/door.js';
import {wordsOf} from '../plot/place.js';
import {numberField} from './number-field.js';

/**
 * @param {HTMLElement} host the panel, which emits 'ask'
 * @param {keyof Asked} name of the question in the core
 * @param {NumberField[]} fields
 */
export function questionFields(host, name, fields) {
  const row = document.createElement('div');
  row.className = 'asked';
  /** @type {Record<string, any>} */
  let current = {};
  let opened = 0;
  let retrying = false;
  const made = fields.map((field) =>
    numberField(wordsOf(host), field, (value) => {
      const problems = emit(host, 'ask', {name, current, partial: {[field.name]: value}}) ?? [];
      // This edit may have made values valid that were rejected in other fields.
      if (!problems.length && !retrying) {
        retrying = true;
        for (const one of made) if (one.field !== field) one.retry();
        retrying = false;
      }
      return problems;
    }),
  );
  row.append(...made.map((one) => one.row));
  return {
    row,
    /** Shows the values in use. After runs have been opened (a new `opening`), any text being typed is replaced. @param {any} values @param {number} opening */
    show(values, opening) {
      current = values;
      for (const {field, show} of made) show(values[field.name], opening !== opened);
      opened = opening;
    },
  };
}
