// words/read.js: the one reader of numbers: what a person types into any field or pastes from a paper, a table or a file.
import {alike, quantityOf, unitFrom} from '../engine/units.js';

/** Characters read as a minus: papers print an en dash, and their files have hyphens of every kind. */
const DASHES = '\\-\u00ad\u2010-\u2015\u207b\u2212\ufe58\ufe63\uff0d';
/** Marks that only ever separate thousands. */
const APOSTROPHES = /['’ʼ＇]/g;
/** Invisible characters that get copied along with a number. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** What may stand raised behind the ten of a power: with its sign, the caret may be lost on the way out of a paper, "5×10−3". */
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
/** The minus of an exponent in a unit, as papers print it: mV−1. */
const RAISED_DASH = new RegExp(`[${DASHES}](?=[\\d¹²³])`, 'g');

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
const lowered = (raised) =>
  Number(raised.replace(DASH, '-').replace(/[⁰¹²³⁴-⁹]/g, (one) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(one))));

/** The product or quotient of a few factors, some of them raised, whether or not they are known. */
const FACTORS = /^\/?[\p{L}°%]+(?:\^?-?\d|-?[¹²³])?(?:[ /·*⋅∙]+[\p{L}°%]+(?:\^?-?\d|-?[¹²³])?){0,4}$/u;
/** No unit: an exponent without its digits, and the digits of 0x46. */
const NO_UNIT = new RegExp(`^(?:e[+${DASHES}]?|[xbo][\\da-f]*\\d[\\da-f]*)$`, 'i');
/** What may be meant for a unit, known or not. @param {string} text */
const isUnitLike = (text) => (/^[\p{L}°%][^\d\s]*$/u.test(text) || FACTORS.test(text)) && !NO_UNIT.test(text);

/**
 * What a text says as a number in `unit`: one value, two values that it may mean, or what is wrong with it: 'number' (it is
 * none), 'groups' (its digits are parted in no known way), 'unit' (one that is not known), 'quantity' (a unit of something
 * else), 'size' (beyond all numbers).
 * @param {string} text @param {string} unit @param {string} point the mark before the decimals, as the language has it
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
