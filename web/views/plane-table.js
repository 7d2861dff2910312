// views/plane-table.js: the phase plane in numbers: its fixed points and the formulas of its nullclines.
import {html, nothing} from 'lit-html';
import {unitOf} from '../engine/quantities.js';
import {table} from './table.js';

/** The columns of a fixed point, by their names in the core. @type {(keyof FixedPoint)[]} */
const SHOWN = ['v', 'u', 'real_1', 'real_2', 'imaginary', 'frequency'];

/** @param {Words} words @param {Results} results */
export function planeTables(words, {plane, runs, selected}) {
  const {forPrograms, measured} = words.numbers;
  const {current, fixed_points: points} = plane;
  const rows = points.map((point) => {
    const numbers = SHOWN.map((name) => {
      const x = /** @type {number | null} */ (point[name]);
      return x === null ? words.none : forPrograms(measured(x, unitOf(name)));
    });
    return [words.stabilities[point.kind], ...numbers];
  });
  const head = [words.plane.kind, ...SHOWN.map(words.plane.column)];
  const formulas = words.plane.formulas(runs[selected].experiment.cell, current);
  return html`
    ${rows.length ? table(head, rows, words.plane.tableTitle(current), true) : nothing}
    <p class="hint">${rows.length ? '' : `${words.plane.noneAt(current)} `}${formulas}</p>`;
}
