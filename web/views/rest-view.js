// views/rest-view.js: what follows from the parameters in closed form, or why it does not exist.
import {words} from '../words/en.js';
import {formula, significant, withUnit} from '../words/format.js';
import {table} from './table.js';

class RestView extends HTMLElement {
  #shown = '';

  connectedCallback() {
    // Where the page is narrow the table scrolls, by keys too.
    this.tabIndex = 0;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-labelledby', 'rest-heading');
  }

  /** @param {ClosedForm[]} forms */
  set forms(forms) {
    const {rest} = words;
    const rows = forms.map(({name, symbol, formula: closed, value, unit, reason, text}) => [
      `${name}, ${symbol}`,
      closed,
      value === null ? words.none : withUnit(significant(value, 7), unit),
      value === null ? reason : text,
    ]);
    const shown = JSON.stringify(rows);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const made = table([rest.quantity, rest.formula, rest.value, rest.meaning], rows);
    for (const [index, row] of [...made.tBodies[0].rows].entries()) {
      row.dataset.id = forms[index].id;
      for (const cell of row.cells) cell.replaceChildren(formula(cell.textContent ?? ''));
    }
    this.replaceChildren(made);
  }
}
customElements.define('rest-view', RestView);
