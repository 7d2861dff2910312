// views/run-list.js: the runs of a figure, one of them selected, with what the source prints beside what was found.
import {emit} from '../plot/door.js';
import {unitOf} from '../engine/quantities.js';
import {hasFocus} from '../plot/place.js';
import {words} from '../words/words.js';
import {fixed, measured, prose, typeset} from '../words/format.js';
import {table} from './table.js';

class RunList extends HTMLElement {
  #shown = '';

  /** @param {Results} results */
  set results({preset, runs, selected}) {
    this.hidden = runs.length < 2;
    if (this.hidden) {
      this.replaceChildren();
      this.#shown = '';
      return;
    }
    const columns = words.columns();
    const printed = preset.printed.length > 0;
    const rows = runs.map((run, index) => {
      const {measures} = run;
      const isi = measures.mean_isi === null ? words.none : measured(measures.mean_isi, unitOf('mean_isi'));
      const rate =
        measures.mean_instantaneous_rate === null
          ? words.none
          : measured(measures.mean_instantaneous_rate, unitOf('mean_instantaneous_rate'));
      const row = [words.runLabel(run), String(measures.count), isi, rate];
      // The note prints one pair of numbers for each current, whichever method is beside it.
      const source = preset.printed[index % Math.max(1, preset.printed.length)];
      const same = JSON.stringify(run.experiment) === JSON.stringify(preset.runs[index]);
      if (printed) row.push(!same ? words.none : `${prose(source.isi)}; ${fixed(source.rate, 2)}`);
      return row;
    });
    const shown = JSON.stringify([rows, selected]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = hasFocus(this);
    const head = [columns.run, columns.spikes, columns.isi, columns.rate, ...(printed ? [columns.printed] : [])];
    const made = table(head, rows);
    for (const [index, row] of [...made.tBodies[0].rows].entries()) {
      const cell = row.cells[0];
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'run';
      button.textContent = cell.textContent;
      button.title = typeset(runs[index].pattern.text);
      button.setAttribute('aria-pressed', String(index === selected));
      button.addEventListener('click', () => emit(this, 'select-run', index));
      cell.replaceChildren(button);
      row.classList.toggle('selected', index === selected);
      row.dataset.count = String(runs[index].measures.count);
    }
    this.replaceChildren(made);
    if (focused) /** @type {HTMLElement[]} */ ([...this.querySelectorAll('button')])[selected].focus();
  }
}
customElements.define('run-list', RunList);
