// views/read-cell.js: what was understood of the cells in a text, to be looked at before one of them is taken.
import {html, nothing} from 'lit-html';
import {withUnit} from '../words/format.js';
import {wordOf} from '../words/word-of.js';

/** @param {Words} words @param {WordedCell} cell */
function rows(words, {values}) {
  const {reading, numbers} = words;
  return values.map(({path, value, unit, text, origin}) => {
    const name = path.split('.').pop() ?? path;
    const symbol = wordOf(words.symbols, name === 'amplitude' ? 'I' : name) ?? name;
    const from = origin === 'text' ? html`<code>${text}</code>` : reading.origins[origin];
    return html`<tr data-path=${path} data-origin=${origin}>
      <th scope="row" .innerHTML=${symbol}></th><td>${withUnit(numbers.prose(value), unit)}</td><td>${from}</td>
    </tr>`;
  });
}

/**
 * The cells read from a text, one of them in every field.
 * @param {Words} words @param {WordedCells} read @param {number} chosen index of the cell shown
 * @param {{choose: (index: number) => void, take: (cell: WordedCell) => void}} acts
 */
export function readCell(words, {notation, cells}, chosen, {choose, take}) {
  const {reading} = words;
  const cell = cells[chosen];
  const {form, left_out} = cell;
  const names = cells.map(({name}, i) => name || reading.unnamed(i + 1));
  const list = html`<label class="which">${reading.which(cells.length)}
    <select @change=${(/** @type {Event} */ {target}) => choose(/** @type {HTMLSelectElement} */ (target).selectedIndex)}>
      ${names.map((name, i) => html`<option ?selected=${i === chosen}>${name}</option>`)}
    </select></label>`;
  return html`
    <div class="read-cell" role="status">
      <p>${reading.found(reading.notations[notation], form)}</p>
      ${cells.length > 1 ? list : cell.name ? html`<p><b>${cell.name}</b></p>` : nothing}
      <div class="tables" tabindex="0" role="region" aria-label=${reading.table}>
        <table>
          <thead><tr><th scope="col">${reading.field}</th><th scope="col">${reading.value}</th><th scope="col">${reading.from}</th></tr></thead>
          <tbody>${rows(words, cell)}</tbody>
        </table>
      </div>
      ${left_out.length ? html`<p>${reading.leftOut}</p><ul class="left-out">${left_out.map(({message}) => html`<li>${message}</li>`)}</ul>` : nothing}
      <p class="tools"><button type="button" class="take-cell" @click=${() => take(cell)}>${reading.take}</button></p>
    </div>`;
}

/**
 * The way between our form and that of 2003, with its derivation, and the present cell in that form, if it is one of those.
 * @param {Words} words @param {Form2003 | null} form
 */
export function form2003(words, form) {
  const {reading, numbers} = words;
  const given = Object.entries(form ?? {}).filter(([, value]) => value !== null);
  const text = given.map(([name, value]) => `${name} = ${numbers.forPrograms(String(value))}`).join('  ');
  return html`
    <details class="form-2003">
      <summary>${reading.form2003}</summary>
      ${reading.derivation.map((line) => html`<p>${line}</p>`)}
      <p>${form ? reading.inForm : reading.notInForm}</p>
      ${form ? html`<p><code>${text}</code></p>` : nothing}
    </details>`;
}
