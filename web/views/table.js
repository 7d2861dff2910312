// views/table.js: rows of texts as a table.
import {html, nothing} from 'lit-html';

/** @param {string[]} head @param {unknown} body its rows @param {string} [caption] */
export const tableOf = (head, body, caption) => html`
  <table>
    ${caption ? html`<caption>${caption}</caption>` : nothing}
    <thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>${body}</tbody>
  </table>`;

/** @param {string[]} head @param {string[][]} rows @param {string} [caption] @param {boolean} [named] whether each row begins with its name */
export const table = (head, rows, caption, named = false) => {
  const first = (/** @type {string} */ text) => (named ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`);
  const line = (/** @type {string[]} */ [name, ...rest]) =>
    html`<tr>${first(name)}${rest.map((text) => html`<td>${text}</td>`)}</tr>`;
  return tableOf(head, rows.map(line), caption);
};
