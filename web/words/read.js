// words/read.js: the one reader of numbers: what a person types into any field or pastes from a paper, a table or a file.
import {alike, quantityOf, unitFrom} from '../units.js';
import {spoken} from './language.js';

/** What is written for a minus: papers have the en dash, their files a hyphen of any kind. */
const DASHES = '\\-\u00ad\u2010-\u2015\u207b\u2212\ufe58\ufe63\uff0d';
/** Marks that only ever part thousands. */
const APOSTROPHES = /['’ʼ＇]/g;
/** What takes no room, and comes along when something is copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

const NUMBER = new RegExp(
  `^(?:(\\+)|([${DASHES}]))? ?([.,]?\\d(?:[\\d., ']*[\\d.,])?)` +
    `(?:e(\\+)?([${DASHES}])?(\\d+)| ?[×·*x] ?10(?:\\^(\\+)?([${DASHES}])?(\\d+)|([⁺⁻]?[⁰¹²³⁴-⁹]+)))?(.*)$`,
  'i',
);

/** A number with the mark of its decimals parted from its unit, "1/ms": the 1 belongs to the unit. */
const OVER = /^(.*\d[.,]?) +1 ?\/(.*)$/;

/** @param {string} text as it was typed */
function plain(text) {
  const settled = text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
  // A cell of a table may come in its quotes.
  const unquoted = /^["'“”„‟«»‘’‚](.*)["'“”‟«»‘’]$/.exec(settled)?.[1].trim() ?? settled;
  return unquoted.replace(APOSTROPHES, "'").replace(OVER, '$1/$2');
}

/** Whether digits are parted as thousands are: one to three, then three each. @param {string[]} groups */
const areThousands = ([first, ...others]) => /^[1-9]\d{0,2}$/.test(first) && others.every((one) => /^\d{3}$/.test(one));

/**
 * The ways in which digits with marks between them can be read, as plain digits with a point; none where they are parted
 * otherwise than people part thousands. The language's own decimal mark is always decimal. The other one is decimal, too,
 * but before exactly three digits it may part thousands as well, unless a zero leads. Marks that are repeated, or of
 * several kinds, part thousands, but for the last one where that is of another kind.
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
const lowered = (raised) => raised.replace(/[⁺⁻⁰¹²³⁴-⁹]/g, (one) => '+-0123456789'['⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(one)]);

/** What may be meant for a unit, known or not. @param {string} text */
const isUnitLike = (text) => /^[\p{L}°%][^\d\s]*$/u.test(text) && !new RegExp(`^e[+${DASHES}]?$`, 'i').test(text);

/**
 * What a text says as a number in `unit`: one value, two values that it may mean, or what is wrong with it: 'number' (it is
 * none), 'groups' (its digits are parted in no known way), 'unit' (one that is not known), 'quantity' (a unit of something
 * else), 'size' (beyond all numbers).
 * @param {string} text @param {string} unit
 * @returns {{value: number} | {values: [number, number]} | {wrong: 'number' | 'groups' | 'size'} |
 *   {wrong: 'unit', unit: string} | {wrong: 'quantity', is: string | undefined, asked: string | undefined}}
 */
export function read(text, unit) {
  const found = NUMBER.exec(plain(text));
  if (!found) return {wrong: 'number'};
  const [, , minus, digits, , expMinus, exp = '0', , tenMinus, ten = '0', raised = '0', rest] = found;
  const given = rest.trim();
  const own = unitFrom(unit) ?? {power: 0, of: [0, 0, 0]};
  const its = given ? unitFrom(given) : own;
  if (!its) return isUnitLike(given) ? {wrong: 'unit', unit: given} : {wrong: 'number'};
  if (!alike(its, own)) return {wrong: 'quantity', is: quantityOf(its), asked: quantityOf(own)};
  const power =
    Number(`${expMinus ? '-' : ''}${exp}`) + Number(`${tenMinus ? '-' : ''}${ten}`) + Number(lowered(raised));
  // A power of ten goes into the exponent, so that 0.07 nA is 70 pA and not the product of two doubles.
  const values = readings(digits, spoken.mark).map(
    (one) => Number(`${minus ? '-' : ''}${one}e${power + its.power - own.power}`) + 0,
  );
  if (!values.length) return {wrong: 'groups'};
  if (!values.every(Number.isFinite)) return {wrong: 'size'};
  return values.length > 1 ? {values: [values[0], values[1]]} : {value: values[0]};
}
