// words/read.js: reads the numbers that people type into fields, or paste from a paper, a table or a file.
import {alike, quantityOf, unitFrom} from '../engine/units.js';

/** Characters that are read as a minus sign: papers print en dashes, and PDF files contain hyphens of every kind. */
const DASHES = '\\-\u00ad\u2010-\u2015\u207b\u2212\ufe58\ufe63\uff0d';
/** Marks that only ever separate thousands. */
const APOSTROPHES = /['’ʼ＇]/g;
/** Invisible characters that get copied along with a number. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** The forms of a power of ten. Text copied from a paper may have lost the caret, but kept the sign: "5×10−3". */
const POWERS = [
  `e\\+?(?<e>[${DASHES}]?\\d+)`,
  ` ?[×·⋅∙*x] ?10\\^\\+?(?<ten>[${DASHES}]?\\d+)`,
  ` ?[×·⋅∙] ?10(?:\\+|(?=[${DASHES}]))(?<lost>[${DASHES}]?\\d+)`,
  ` ?[×·⋅∙*x] ?10⁺?(?<raised>[${DASHES}]?[⁰¹²³⁴-⁹]+)`,
];
const NUMBER = new RegExp(
  `^(?:\\+|(?<minus>[${DASHES}]))? ?(?<digits>[.,]?\\d(?:[\\d., ']*[\\d.,])?)(?:${POWERS.join('|')})?(?<rest>.*)$`,
  'i',
);
const DASH = new RegExp(`[${DASHES}]`, 'g');
/** The minus sign of an exponent in a unit, as papers print it: mV−1. */
const RAISED_DASH = new RegExp(`[${DASHES}](?=[\\d¹²³])`, 'g');

/** A number followed by a unit such as "1/ms", where the 1 belongs to the unit. */
const OVER = /^(.*\d[.,]?) +1 ?\/(.*)$/;

/** @param {string} text as it was typed */
function plain(text) {
  const settled = text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
  // A cell copied from a table may still have its quotation marks.
  const unquoted = /^["'“”„‟«»‘’‚](.*)["'“”‟«»‘’]$/.exec(settled)?.[1].trim() ?? settled;
  return unquoted.replace(APOSTROPHES, "'").replace(OVER, '$1/$2');
}

/** Whether digits are grouped as thousands: one to three, then three each. @param {string[]} groups */
const areThousands = ([first, ...others]) => /^[1-9]\d{0,2}$/.test(first) && others.every((one) => /^\d{3}$/.test(one));

/**
 * The ways in which digits with separators can be read, as plain digits with a point; none if the groups are not those of
 * thousands. The language's own decimal mark is always a decimal mark. The other one is too, but before exactly three digits
 * it may also separate thousands, unless the number begins with a zero. Separators that are repeated, or of several kinds,
 * separate thousands, except the last one if it is of a different kind.
 * @param {string} digits @param {string} own the decimal mark of the language
 * @returns {string[]}
 */
function readings(digits, own) {
  const marks = digits.match(/\D/g) ?? [];
  if (!marks.length) return [digits];
  const groups = digits.split(/\D/);
  const whole = groups.slice(0, -1);
  const [last, ...others] = [...marks].reverse();
  const isDecimal = last === '.' || last === ',';
  if (isDecimal && !others.length) {
    const decimal = groups.join('.');
    return last !== own && groups[1].length === 3 && areThousands(groups) ? [decimal, groups.join('')] : [decimal];
  }
  const kinds = new Set(others);
  if (kinds.size <= 1 && !others.some((mark) => mark !== last)) return areThousands(groups) ? [groups.join('')] : [];
  if (isDecimal && kinds.size === 1 && !kinds.has(last) && areThousands(whole))
    return [`${whole.join('')}.${groups[groups.length - 1]}`];
  return [];
}

/** @param {string} raised */
const lowered = (raised) =>
  Number(raised.replace(DASH, '-').replace(/[⁰¹²³⁴-⁹]/g, (one) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(one))));

/** A product or quotient of a few factors, possibly with exponents, whether or not the units are known. */
const FACTORS = /^\/?[\p{L}°%]+(?:\^?-?\d|-?[¹²³])?(?:[ /·*⋅∙]+[\p{L}°%]+(?:\^?-?\d|-?[¹²³])?){0,4}$/u;
/** Not a unit: an exponent without digits, and the digits of 0x46. */
const NO_UNIT = new RegExp(`^(?:e[+${DASHES}]?|[xbo][\\da-f]*\\d[\\da-f]*)$`, 'i');
/** Whether a text may be meant as a unit, known or not. @param {string} text */
const isUnitLike = (text) => (/^[\p{L}°%][^\d\s]*$/u.test(text) || FACTORS.test(text)) && !NO_UNIT.test(text);

/**
 * Reads a text as a number in `unit`. Returns its value; two values if it can mean either; or what is wrong: 'number' (not a
 * number), 'groups' (its digits are grouped in no known way), 'unit' (unknown unit), 'quantity' (a unit of a different
 * quantity), 'size' (too large or too small for a number).
 * @param {string} text @param {string} unit @param {string} point the decimal mark of the language
 * @returns {{value: number} | {values: [number, number]} | {wrong: 'number' | 'groups' | 'size'} |
 *   {wrong: 'unit', unit: string} | {wrong: 'quantity', is: string | undefined, asked: string | undefined}}
 */
export function read(text, unit, point) {
  const found = NUMBER.exec(plain(text));
  if (!found) return {wrong: 'number'};
  const {minus, digits, e, ten, lost, raised, rest} = /** @type {Record<string, string>} */ (found.groups);
  const given = rest.trim();
  const dashed = given.replace(RAISED_DASH, '-');
  const own = unitFrom(unit) ?? {power: 0, of: [0, 0, 0]};
  const its = given ? unitFrom(dashed) : own;
  if (!its) return isUnitLike(dashed) ? {wrong: 'unit', unit: given} : {wrong: 'number'};
  if (!alike(its, own)) return {wrong: 'quantity', is: quantityOf(its), asked: quantityOf(own)};
  const power = lowered(e ?? ten ?? lost ?? raised ?? '0');
  // A power of ten goes into the exponent, so that 0.07 nA is 70 pA and not the product of two doubles.
  const values = readings(digits, point).map(
    (one) => Number(`${minus ? '-' : ''}${one}e${power + its.power - own.power}`) + 0,
  );
  if (!values.length) return {wrong: 'groups'};
  if (!values.every(Number.isFinite)) return {wrong: 'size'};
  return values.length > 1 ? {values: [values[0], values[1]]} : {value: values[0]};
}
