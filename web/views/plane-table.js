// views/plane-table.js: the phase plane in numbers: its fixed points and its curves.
import {words} from '../words/en.js';
import {unitOf} from '../quantities.js';
import {readOut, significant, withUnit} from '../words/format.js';
import {table} from './table.js';

/** Both eigenvalues, as a ± i b where they are a pair. @param {FixedPoint} point */
function eigenvalues({real_1, real_2, imaginary}) {
  const unit = unitOf('real_1');
  if (imaginary) return withUnit(`${significant(real_1)} ± ${significant(imaginary)} i`, unit);
  return `${significant(real_1)}, ${withUnit(significant(real_2), unit)}`;
}

/** @param {Results} results @returns {HTMLElement[]} */
export function planeTables({plane, runs, selected}) {
  const {cell} = runs[selected].experiment;
  const note = document.createElement('p');
  note.className = 'hint';
  note.textContent = words.plane.formulas(cell, plane.current);
  const caption = words.plane.tableTitle(plane.current);
  const rows = plane.fixed_points.map((point) => [
    point.kind,
    readOut(point.v),
    readOut(point.u),
    eigenvalues(point),
    point.frequency === null ? words.none : withUnit(significant(point.frequency), unitOf('frequency')),
  ]);
  const made = table(words.plane.columns(), rows.length ? rows : [[words.plane.count[0]]], caption);
  return [made, note];
}
