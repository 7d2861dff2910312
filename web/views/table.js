// views/table.js: tables of text.
import {html, nothing} from 'lit-html';

/** A table whose rows are already rendered. @param {string[]} head @param {unknown} body the rows @param {string} [caption] */
export const tableOf = (head, body, caption) => html`
  <table>
    ${caption ? html`<caption>${caption}</caption>` : nothing}
    <thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>${body}</tbody>
  </table>`;

/** A table of plain texts. @param {string[]} head @param {string[][]} rows @param {string} [caption] @param {boolean} [named] whether the first cell of each row is its heading */
export const table = (head, rows, caption, named = false) => {
  const first = (/** @type {string} */ text) => (named ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`);
  const line = (/** @type {string[]} */ [name, ...rest]) =>
    html`<tr>${first(name)}${rest.map((text) => html`<td>${text}</td>`)}</tr>`;
  return tableOf(head, rows.map(line), caption);
};
