// words/format.js: numbers as people read them.
//
// A number has the same digits wherever it is written, by the core's rule (core/digits.hpp): `measured` what is measured of
// a run, `located` what a closed form gives or a search finds, `prose` what a person chose. Files have all digits.
import {digitsOf, locatedDecimals} from '../quantities.js';
import {isForeign} from './core.js';
import {spoken} from './language.js';

const MINUS = '−';

/** With a true minus and the decimal mark of the language. @param {string} digits */
const withMinus = (digits) => digits.replace('-', MINUS).replace('.', spoken.mark);

/** `x` to so many significant digits, without an exponent where that stays readable. */
export function significant(/** @type {number} */ x, digits = 4) {
  if (x === 0) return '0';
  const size = Math.abs(x);
  if (size >= 1e7 || size < 1e-4) return withMinus(x.toExponential(digits - 1)).replace('e+', 'e');
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return withMinus(String(+x.toFixed(Math.min(decimals, 12))));
}

/** `x` with exactly so many decimals; what rounds to nothing has no sign. */
export const fixed = (/** @type {number} */ x, decimals = 2) => {
  const text = x.toFixed(decimals);
  return withMinus(/[1-9]/.test(text) ? text : text.replace('-', ''));
};

/** `x` to so many decimals, without idle zeros; the core rounds likewise. @param {number} x @param {number} decimals */
function toDecimals(x, decimals) {
  const scale = 10 ** decimals;
  const whole = Math.round(Math.abs(x) * scale);
  return withMinus(String(whole < 2 ** 53 ? (Math.sign(x) * whole) / scale + 0 : x));
}

/** What was measured of a run, in the digits of its unit. @param {number} x @param {string} [unit] */
export function measured(x, unit = '') {
  const size = Math.abs(x);
  if (size < 1e-9) return '0';
  const {decimals, least} = digitsOf(unit);
  return toDecimals(x, least ? Math.max(decimals, least - 1 - Math.floor(Math.log10(size))) : decimals);
}

/** What a closed form gives or a search finds. @param {number} x */
export const located = (x) => toDecimals(x, locatedDecimals());

/** `x` in the fewest digits that mean the same double: what reads back unchanged. */
export const plain = (/** @type {number | null} */ x) => (x === null ? '' : String(x));

/** The same with the decimal mark of the language: what a field shows. */
export const inField = (/** @type {number | null} */ x) => plain(x).replace('.', spoken.mark);

/** A mark on an axis, which has little room. */
export const mark = (/** @type {number} */ x) =>
  Math.abs(x) >= 1e5
    ? withMinus(String(Number(x.toPrecision(6))).replace(/0{5,}$/, (zeros) => `e${zeros.length}`))
    : prose(Number(x.toPrecision(10)));

/** A mark on an axis of powers of ten: the number itself near 1, else the power. @param {number} exponent */
export function markOfPower(exponent) {
  if (Math.abs(exponent) < 4) return prose(Number((10 ** exponent).toPrecision(2)));
  const raised = Array.from(String(exponent), (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]));
  return `10${raised.join('')}`;
}

/** A time in ms, measured. */
export const milliseconds = (/** @type {number} */ x) => measured(x, 'ms');

/** What is measured and read while it changes: with idle zeros, so that its width hardly varies. @param {number} x @param {string} unit */
export function readOut(x, unit) {
  if (Math.abs(x) >= 1e5) return measured(x, unit);
  const text = fixed(x, digitsOf(unit).decimals);
  return /[1-9]/.test(text) ? text : '0';
}

/** The same with its sign, as a term of a sum. @param {number} x @param {string} unit */
export const term = (x, unit) => {
  const text = readOut(x, unit);
  return (text.startsWith(MINUS) ? '' : '+') + text;
};

/** A number in few digits where they suffice: a time that was aimed at, a current that was chosen. */
export const brief = (/** @type {number} */ x) => prose(Number(x.toFixed(3)));

/** A time in as many digits as tell apart what a stretch of time shows. @param {{from: number, to: number}} window */
export const timeIn = ({from, to}) => {
  const decimals = Math.max(3, 3 - Math.floor(Math.log10(to - from)));
  return (/** @type {number} */ x) => prose(Number(x.toFixed(decimals)));
};

/** The same for prose, with a true minus; nine digits tell more than anybody reads. */
export const prose = (/** @type {number} */ x) => withMinus(String(Number(x.toPrecision(9))));

/** A number and its unit, which must not be torn apart. */
export const withUnit = (/** @type {string} */ text, /** @type {string} */ unit) =>
  unit ? `${text}\u00a0${unit}` : text;

/** A text with formulas, whose plain hyphens before digits and between terms are minus signs. @param {string} text */
export const typeset = (text) => text.replace(/(^|[\s(])-(?=\d)/g, `$1${MINUS}`).replace(/ - /g, ` ${MINUS} `);

/** The same with v_r, v_t and the like as they are written. @param {string} text @returns {DocumentFragment} */
export function formula(text) {
  const made = document.createDocumentFragment();
  for (const [index, part] of typeset(text)
    .split(/\b(vr|vt|vpeak|I_SN|I_H|T_H)\b/)
    .entries()) {
    if (index % 2 === 0) {
      made.append(part);
      continue;
    }
    const sub = document.createElement('sub');
    sub.textContent = part.replace(/^(v|[IT]_)/, '');
    made.append(part[0], sub);
  }
  if (!isForeign(text)) return made;
  const english = document.createElement('span');
  english.lang = 'en';
  english.append(made);
  made.append(english);
  return made;
}

/** `x` with so many decimals and a plain hyphen: a number to be copied, which programs must be able to read. */
export const exactly = (/** @type {number} */ x, decimals = 6) => x.toFixed(decimals);
