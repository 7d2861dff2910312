// views/table.js: rows of texts as a table.

/** @param {string[]} head @param {string[][]} rows @param {string} [caption] */
export function table(head, rows, caption) {
  const made = document.createElement('table');
  if (caption) made.createCaption().textContent = caption;
  const top = made.createTHead().insertRow();
  for (const text of head) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = text;
    top.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return made;
}
