// views/plane-table.js: the phase plane in numbers: its fixed points and its curves.
import {words} from '../words/words.js';
import {unitOf} from '../engine/quantities.js';
import {forPrograms, measured} from '../words/format.js';
import {table} from './table.js';

/** What is given of a fixed point, by its name in the core. @type {(keyof FixedPoint)[]} */
const SHOWN = ['v', 'u', 'real_1', 'real_2', 'imaginary', 'frequency'];

/** @param {Results} results @returns {HTMLElement[]} */
export function planeTables({plane, runs, selected}) {
  const note = document.createElement('p');
  note.className = 'hint';
  note.textContent = words.plane.formulas(runs[selected].experiment.cell, plane.current);
  const rows = plane.fixed_points.map((point) => {
    const numbers = SHOWN.map((name) => {
      const x = /** @type {number | null} */ (point[name]);
      return x === null ? words.none : forPrograms(measured(x, unitOf(name)));
    });
    return [words.stabilities[point.kind], ...numbers];
  });
  if (!rows.length) {
    note.prepend(`${words.plane.noneAt(plane.current)} `);
    return [note];
  }
  return [
    table([words.plane.kind, ...SHOWN.map(words.plane.column)], rows, words.plane.tableTitle(plane.current), true),
    note,
  ];
}
