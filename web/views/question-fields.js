// views/question-fields.js: the numbers that an analysis is asked with, in one row; a change asks anew.
import {emit} from '../plot/door.js';
import {wordsOf} from '../plot/place.js';
import {numberField} from './number-field.js';

/**
 * @param {HTMLElement} host where the event 'ask' starts
 * @param {keyof Asked} name the core's name of the question
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
      // What is still wrong in another field, this may have put right.
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
    /** Shows the values in use; once runs have been opened anew, instead of whatever was being typed. @param {any} values @param {number} opening */
    show(values, opening) {
      current = values;
      for (const {field, show} of made) show(values[field.name], opening !== opened);
      opened = opening;
    },
  };
}
