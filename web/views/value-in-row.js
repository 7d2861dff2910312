// views/value-in-row.js: a value of the cell in the row of all nine on a phone, whose places are as wide as one another, whatever
// stands in them: a long number is written smaller, and with fewer digits where that is not enough. Its editor shows all of it.

/** Between two values, in px. */
const GAP = 2;
/** The width of a digit and of a decimal mark in px, in the letters of the style sheet: as a rule, and smaller. */
const LARGE = {digit: 9, mark: 4.2};
const SMALL = {digit: 7.4, mark: 3.3};

/** How many digits, beside a decimal mark, a place holds. @param {number} width of it @param {{digit: number, mark: number}} letters */
const digitsIn = (width, {digit, mark}) => Math.floor((width - GAP - mark) / digit);

/**
 * @param {Words} words @param {HTMLElement} value @param {ReturnType<typeof import('./number-field.js').numberField>} made its field
 * @param {number} width of its place, in px
 */
export function showInRow(words, value, {field, number, step}, width) {
  const at = step.value() ?? 0;
  const text = words.numbers.within(at, digitsIn(width, SMALL));
  value.textContent = text;
  value.toggleAttribute('data-long', text.replace(words.numbers.point, '').length > digitsIn(width, LARGE));
  // Its name is what is seen; all of its digits describe it.
  value.setAttribute('aria-label', `${number.getAttribute('aria-label')} ${text} ${field.unit}`);
  const whole = words.numbers.inField(at);
  value.title = text === whole ? '' : whole;
}
