// words/format.js: numbers as people read them.
//
// A number has the same digits wherever it is written, by the core's rule (core/schema/digits.hpp): `measured` what is measured of
// a run, `located` where something begins or ends and the current that flows, `ofForm` what a closed form gives, `prose` what
// a person chose. Files have all digits. What else makes a text of a number is no value of a run: marks on axes, places on an
// axis of powers of ten, an instant that a hand aims at, numbers for programs.
import {digitsOf, locatedDecimals, locatedUnits} from '../engine/quantities.js';

const MINUS = '−';

/** `x` in the fewest digits that mean the same double: what reads back unchanged. */
export const plain = (/** @type {number | null} */ x) => (x === null ? '' : String(x));

/** How a language writes numbers, by its mark before the decimals. @param {string} point */
export function numbersWith(point) {
  /** With a true minus and the decimal mark of the language. @param {string} digits */
  const withMinus = (digits) => digits.replace('-', MINUS).replace('.', point);

  /** A place on an axis of powers of ten: three significant digits. */
  function place(/** @type {number} */ x) {
    if (x === 0) return '0';
    const size = Math.abs(x);
    if (size >= 1e7 || size < 1e-4) return withMinus(x.toExponential(2)).replace('e+', 'e');
    return withMinus(String(+x.toFixed(Math.min(Math.max(0, 2 - Math.floor(Math.log10(size))), 12))));
  }

  /** `x` with exactly so many decimals, as a text that prints them asks for; what rounds to nothing has no sign. */
  const fixed = (/** @type {number} */ x, decimals = 2) => {
    const text = x.toFixed(decimals);
    return withMinus(/[1-9]/.test(text) ? text : text.replace('-', ''));
  };

  /** `x` rounded to `decimals`, without trailing zeros; the core rounds in the same way. @param {number} x @param {number} decimals */
  function toDecimals(x, decimals) {
    const scale = 10 ** decimals;
    const whole = Math.round(Math.abs(x) * scale);
    return withMinus(String(whole < 2 ** 53 ? (Math.sign(x) * whole) / scale + 0 : x));
  }

  /** What was measured of a run, in the digits of its unit. @param {number} x @param {string} [unit] */
  function measured(x, unit = '') {
    const size = Math.abs(x);
    if (size < 1e-9) return '0';
    const {decimals, least} = digitsOf(unit);
    return toDecimals(x, least ? Math.max(decimals, least - 1 - Math.floor(Math.log10(size))) : decimals);
  }

  /** Where something begins or ends, and a current that flows. @param {number} x */
  const located = (x) => toDecimals(x, locatedDecimals());

  /** What a closed form gives: a current or a conductance is located, all else is written as it is where it is measured. @param {number} x @param {string} unit */
  const ofForm = (x, unit) => (locatedUnits().some((one) => one === unit) ? located(x) : measured(x, unit));

  /** What stands within a formula, from which its value can be worked out again: six significant digits. @param {number} x */
  const rounded = (x) => withMinus(String(Number(x.toPrecision(6))));

  /** An upper bound in the digits of a measured value, rounded up so that it remains a bound. @param {number} x @param {string} unit */
  function bound(x, unit) {
    const text = measured(x, unit);
    const back = Number(text.replace(MINUS, '-').replace(point, '.'));
    if (back >= x) return text;
    const {decimals, least} = digitsOf(unit);
    const places = least ? Math.max(decimals, least - 1 - Math.floor(Math.log10(Math.abs(x)))) : decimals;
    return toDecimals(back + 10 ** -places, places);
  }

  /** A number of a table: by what its column says that it is, else measured. @param {number} x @param {Quantity} quantity */
  const written = (x, {unit, digits}) =>
    digits === 'chosen'
      ? prose(x)
      : digits === 'located'
        ? located(x)
        : digits === 'place'
          ? place(x)
          : measured(x, unit);

  /** A number of a table as programs read it, which know neither a true minus nor a decimal comma. @param {string} text */
  const forPrograms = (text) =>
    /^−?[\d.,]+(e−?\d+)?$/.test(text) ? text.replaceAll(MINUS, '-').replace(point, '.') : text;

  /** The same with the decimal mark of the language: what a field shows. */
  const inField = (/** @type {number | null} */ x) => plain(x).replace('.', point);

  /** A mark on an axis, which has little room: a round number, no measured value. */
  const mark = (/** @type {number} */ x) =>
    Math.abs(x) >= 1e5
      ? withMinus(String(Number(x.toPrecision(6))).replace(/0{5,}$/, (zeros) => `e${zeros.length}`))
      : prose(Number(x.toPrecision(10)));

  /** A mark on an axis of powers of ten: the number itself near 1, else the power. @param {number} exponent */
  function markOfPower(exponent) {
    if (Math.abs(exponent) < 4) return prose(Number((10 ** exponent).toPrecision(2)));
    const raised = Array.from(String(exponent), (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]));
    return `10${raised.join('')}`;
  }

  /** A time in ms, measured. */
  const milliseconds = (/** @type {number} */ x) => measured(x, 'ms');

  /** What is measured and read while it changes: with idle zeros, so that its width hardly varies. @param {number} x @param {string} unit */
  function readOut(x, unit) {
    if (Math.abs(x) >= 1e5) return measured(x, unit);
    const text = fixed(x, digitsOf(unit).decimals);
    return /[1-9]/.test(text) ? text : '0';
  }

  /** The same with its sign, as a term of a sum. @param {number} x @param {string} unit */
  const term = (x, unit) => {
    const text = readOut(x, unit);
    return (text.startsWith(MINUS) ? '' : '+') + text;
  };

  /** An instant that a hand aims at, in as many digits as tell apart what a stretch of time shows; it is no measured value. @param {{from: number, to: number}} window */
  const timeIn = ({from, to}) => {
    const decimals = Math.max(3, 3 - Math.floor(Math.log10(to - from)));
    return (/** @type {number} */ x) => prose(Number(x.toFixed(decimals)));
  };

  /** The same for prose, with a true minus; nine digits tell more than anybody reads. A small number is written out. @param {number} x */
  function prose(x) {
    const text = String(Number(x.toPrecision(9)));
    const [, digits, power] = /^-?\d(?:\.(\d+))?e-(\d)$/.exec(text) ?? [];
    return withMinus(power ? Number(text).toFixed(Number(power) + (digits ?? '').length) : text);
  }

  return {
    point,
    place,
    fixed,
    measured,
    located,
    ofForm,
    rounded,
    bound,
    written,
    forPrograms,
    inField,
    mark,
    markOfPower,
    milliseconds,
    readOut,
    term,
    timeIn,
    prose,
  };
}

/** A number and its unit, joined by a no-break space. */
export const withUnit = (/** @type {string} */ text, /** @type {string} */ unit) =>
  unit ? `${text}\u00a0${unit}` : text;

/** A text with formulas, whose plain hyphens before digits and between terms are minus signs. @param {string} text */
export const typeset = (text) => text.replace(/(^|[\s(])-(?=\d)/g, `$1${MINUS}`).replace(/ - /g, ` ${MINUS} `);

/** Units that are kept on one line with their numbers. */
const UNITS = /(\d) (nS\/mV|mV|pA|pF|ms|nS|Hz|MΩ)(?![\w/²])/g;

/** A text as people type it, with proper minus signs, and with no-break spaces between numbers and units. @param {string} text */
export const typesetUnits = (text) => typeset(text).replace(UNITS, '$1\u00a0$2');

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
  return made;
}
