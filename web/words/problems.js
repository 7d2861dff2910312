// words/problems.js: says what is wrong with a value. The core says which rule was broken, with the numbers of that rule.
import {withUnit} from './format.js';
import {read} from './read.js';
import {wordOf} from './word-of.js';

const MINUS = '−';

/** What a field with a problem is called: its label, otherwise its name. @param {Words} words @param {string} path @param {Record<string, string>} labels */
function nameOf({problems, names}, path, labels) {
  const label = /^(initial\.)?\w+$/.test(path) ? labels[path.replace('initial.', '')] : undefined;
  if (label) return label;
  const [first, second, ...more] = path.split('.');
  const last = path.split('.').pop() || 'experiment';
  const name = problems.parts[last] ?? wordOf(names, last) ?? last;
  if (first !== 'stimulus' || second === undefined) return name;
  const item = problems.stimulus(Number(second) + 1);
  return more.length ? `${item}, ${name}` : item;
}

/** A number in a problem; in plain digits from 1e-7 on, as the core writes numbers for programmers. @param {Words} words @param {number} x */
const written = (words, x) =>
  String(x)
    .replace(/(\d)(?:\.(\d+))?e-7$/, (_, first, rest = '') => `0.000000${first}${rest}`)
    .replace('e+', 'e')
    .replace(/-/g, MINUS)
    .replace('.', words.numbers.point);

/** One end of a range, which may be a computed value; '' if there is none. @param {Words} words @param {number | null} x @param {string} unit */
const end = (words, x, unit) => (x === null ? '' : withUnit(written(words, Number(x.toPrecision(15))), unit));

/** A message quotes at most this many characters of what was typed. */
const LONGEST = 40;

/** The value that was given, shortened if it is a long text. @param {Words} words @param {any} value @param {string} unit */
function shown(words, value, unit) {
  const {quoted, things} = words.problems;
  const letters = Array.from(String(value));
  if (typeof value === 'string')
    return quoted(letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : value);
  if (typeof value === 'number') return withUnit(written(words, value), unit);
  return Array.isArray(value) ? things.list : typeof value === 'object' && value ? things.object : String(value);
}

/**
 * A sentence that says what is wrong with a value. What was typed may be any text; it appears in the sentence as it is.
 * @param {Words} words @param {Problem | Skeleton['invalid']} problem @param {Record<string, string>} [labels] of the fields
 * @returns {string}
 */
export function problem(words, problem, labels = {}) {
  const {path, code, value, low, high, unit, options, steps, most_steps} = /** @type {Problem} */ (problem);
  const say = /** @type {any} */ (words.problems);
  const [least, most] = [end(words, low, unit), end(words, high, unit)];
  const its = {
    name: code === 'unknown_field' ? path : nameOf(words, path.replace(/\.kind$/, ''), labels),
    given: code === 'not_finite' ? say.things[String(value)] : shown(words, value, unit),
    low: least,
    high: most,
    range: least && most ? say.range(end(words, low, ''), most) : say.anything,
    options: (options ?? []).join(', '),
    steps: written(words, steps),
    most: written(words, most_steps),
    dt: path === 'duration' ? least : '',
  };
  const typed = /^(not_a_number|wrong_unit)$/.test(code) && typeof value === 'string';
  /** @type {any} */
  const found = typed ? read(value, unit, words.numbers.point) : {};
  const {wrong = 'number', is, asked} = found;
  if (wrong === 'size') return say.codes.out_of_range(its);
  if (wrong === 'number') return say.codes[code](its);
  return say[wrong]({
    ...its,
    is: say.quantities[is],
    asked: say.quantities[asked],
    unit: found.unit ? say.quoted(found.unit) : unit,
  });
}

/** Says that a value is locked. @param {Words} words @param {string} path @returns {WordedProblem} */
export const lockedProblem = (words, path) => ({
  ...{path, code: 'locked', value: null, low: null, high: null, unit: '', options: [], steps: 0, most_steps: 0},
  message: words.problems.locked(nameOf(words, path, words.symbols)),
});
