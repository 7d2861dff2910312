// views/table.js: rows of texts as a table.

/** @param {string[]} head @param {string[][]} rows @param {string} [caption] @param {boolean} [named] whether each row begins with its name */
export function table(head, rows, caption, named = false) {
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
    for (const [index, text] of row.entries()) {
      const cell = named && index === 0 ? document.createElement('th') : document.createElement('td');
      if (cell.tagName === 'TH') cell.scope = 'row';
      cell.textContent = text;
      line.append(cell);
    }
  }
  return made;
}
