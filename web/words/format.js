// words/format.js: numbers as people read them.
//
// A number has the same digits wherever it appears, by the core's rule (core/schema/digits.hpp): `measured` for what is measured in
// a run, `located` for where something begins or ends and for the current that flows, `ofForm` for results of closed forms,
// `prose` for values that a person chose. Files contain all digits. The other functions here format numbers that are not
// values of a run: marks on axes, positions on a logarithmic axis, an instant under the pointer, numbers for programs.
import {digitsOf, locatedDecimals, locatedUnits} from '../engine/quantities.js';

const MINUS = '−';

/** `x` in the fewest digits that give the same double when read back. */
export const plain = (/** @type {number | null} */ x) => (x === null ? '' : String(x));

/** How a language writes numbers. @param {string} point */
export function numbersWith(point) {
  /** With a true minus and the decimal mark of the language. @param {string} digits */
  const withMinus = (digits) => digits.replace('-', MINUS).replace('.', point);

  /** A position on a logarithmic axis: three significant digits. */
  function place(/** @type {number} */ x) {
    if (x === 0) return '0';
    const size = Math.abs(x);
    if (size >= 1e7 || size < 1e-4) return withMinus(x.toExponential(2)).replace('e+', 'e');
    return withMinus(String(+x.toFixed(Math.min(Math.max(0, 2 - Math.floor(Math.log10(size))), 12))));
  }

  /** `x` with exactly this many decimals; zero has no sign. */
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

  /** A value measured in a run, with as many digits as its unit calls for. @param {number} x @param {string} [unit] */
  function measured(x, unit = '') {
    const size = Math.abs(x);
    if (size < 1e-9) return '0';
    const {decimals, least} = digitsOf(unit);
    return toDecimals(x, least ? Math.max(decimals, least - 1 - Math.floor(Math.log10(size))) : decimals);
  }

  /** A value at which something begins or ends, or a current that flows. @param {number} x */
  const located = (x) => toDecimals(x, locatedDecimals());

  /** The result of a closed form: `located` for currents and conductances, `measured` for everything else. @param {number} x @param {string} unit */
  const ofForm = (x, unit) => (locatedUnits().some((one) => one === unit) ? located(x) : measured(x, unit));

  /** A number inside a formula, precise enough to work out its value again: six significant digits. @param {number} x */
  const rounded = (x) => withMinus(String(Number(x.toPrecision(6))));

  /** An upper bound, with the digits of a measured value, rounded up so that it remains a bound. @param {number} x @param {string} unit */
  function bound(x, unit) {
    const text = measured(x, unit);
    const back = Number(text.replace(MINUS, '-').replace(point, '.'));
    if (back >= x) return text;
    const {decimals, least} = digitsOf(unit);
    const places = least ? Math.max(decimals, least - 1 - Math.floor(Math.log10(Math.abs(x)))) : decimals;
    return toDecimals(back + 10 ** -places, places);
  }

  /** A number in a table, in the form that its column asks for; otherwise as a measured value. @param {number} x @param {Quantity} quantity */
  const written = (x, {unit, digits}) =>
    digits === 'chosen'
      ? prose(x)
      : digits === 'located'
        ? located(x)
        : digits === 'place'
          ? place(x)
          : measured(x, unit);

  /** A number in a table as programs read it: with a hyphen for the minus sign and a decimal point. @param {string} text */
  const forPrograms = (text) =>
    /^−?[\d.,]+(e−?\d+)?$/.test(text) ? text.replaceAll(MINUS, '-').replace(point, '.') : text;

  /** The same with true minus signs and the decimal mark of the language, as fields show it. */
  const inField = (/** @type {number | null} */ x) => plain(x).replaceAll('-', MINUS).replace('.', point);

  /**
   * A number as in a field, of at most so many characters beside its decimal mark: otherwise with fewer digits, but at least two,
   * or as a multiple of a power of ten. @param {number} x @param {number} most
   */
  function within(x, most) {
    const shorter = [8, 7, 6, 5, 4, 3, 2].map((digits) => String(Number(x.toPrecision(digits))));
    const powers = [2, 1, 0].map((digits) => x.toExponential(digits).replace('e+', 'e'));
    const all = [String(x), ...shorter, ...powers];
    const text = all.find((one) => one.replace('.', '').length <= most) ?? powers[2];
    return text.replaceAll('-', MINUS).replace('.', point);
  }

  /** A mark on an axis: a round number in a short form. */
  const mark = (/** @type {number} */ x) =>
    Math.abs(x) >= 1e5
      ? withMinus(String(Number(x.toPrecision(6))).replace(/0{5,}$/, (zeros) => `e${zeros.length}`))
      : prose(Number(x.toPrecision(10)));

  /** A mark on a logarithmic axis: the number itself near 1, otherwise the power of ten. @param {number} exponent */
  function markOfPower(exponent) {
    if (Math.abs(exponent) < 4) return prose(Number((10 ** exponent).toPrecision(2)));
    const raised = Array.from(String(exponent), (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]));
    return `10${raised.join('')}`;
  }

  /** A measured time, in ms. */
  const milliseconds = (/** @type {number} */ x) => measured(x, 'ms');

  /** A measured value that changes while it is read: with trailing zeros, so that its width hardly changes. @param {number} x @param {string} unit */
  function readOut(x, unit) {
    if (Math.abs(x) >= 1e5) return measured(x, unit);
    const text = fixed(x, digitsOf(unit).decimals);
    return /[1-9]/.test(text) ? text : measured(x, unit);
  }

  /** The same with its sign, as a term in a sum. @param {number} x @param {string} unit */
  const term = (x, unit) => {
    const text = readOut(x, unit);
    return (text.startsWith(MINUS) ? '' : '+') + text;
  };

  /** An instant under the pointer, with as many digits as the stretch of time on show can tell apart. @param {{from: number, to: number}} window */
  const timeIn = ({from, to}) => {
    const decimals = Math.max(3, 3 - Math.floor(Math.log10(to - from)));
    return (/** @type {number} */ x) => prose(Number(x.toFixed(decimals)));
  };

  /** For running text: a true minus sign and at most nine digits; small numbers are written out in full. @param {number} x */
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
    within,
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

/** A text with formulas; hyphens before digits and between terms become minus signs. @param {string} text */
export const typeset = (text) => text.replace(/(^|[\s(])-(?=\d)/g, `$1${MINUS}`).replace(/ - /g, ` ${MINUS} `);

/** Units that stay on one line with their numbers. */
const UNITS = /(\d) (nS\/mV|mV|pA|pF|ms|nS|Hz|MΩ)(?![\w/²])/g;

/** Gives a typed text proper minus signs, and no-break spaces between numbers and units. @param {string} text */
export const typesetUnits = (text) => typeset(text).replace(UNITS, '$1\u00a0$2');

/** The same as DOM nodes, with subscripts in v_r, v_t and the like. @param {string} text @returns {DocumentFragment} */
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
