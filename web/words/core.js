// words/core.js: what the core says, in the language of the page. The core speaks English, with its numbers in the
// sentence; each number (with its unit) is taken out, what is left is looked up, and the numbers are put back.
import es from './core.es.json';
import {LENGTH, hash} from './hash.js';
import {foreign} from './foreign.js';
import {held, withUnit} from './format.js';
import {spoken} from './language.js';
import {read} from './read.js';

/** By language, a line for each English text without its numbers: its hash, and what is said for it. @type {Record<string, string>} */
const TEXTS = {es: /** @type {any} */ (es)};
/** The same, ready to be looked up. @type {Record<string, Map<string, string>>} */
const tables = {};

function table() {
  const {language} = spoken;
  const lines = () => (TEXTS[language] ?? '').split('\n');
  return (tables[language] ??= new Map(lines().map((line) => [line.slice(0, LENGTH), line.slice(LENGTH)])));
}

const MINUS = '−';
const FIXED = '\u00a0'; // a space at which no line breaks

/** What is taken out: a number that is no part of a name, or the name of one in braces, with its unit. */
const SLOT =
  /(^|[^\w.])(-?\d+(?:\.\d+)?(?:e-?\d+)?|\{\w+\})(?: (nS\/mV|1\/ms|mV|pA|pF|ms|nS|Hz|MΩ|%)(?![\w/²]))?|(= )(NaN|-?infinity)/g;

/** A number of the core as people read it. @param {string} number */
const asRead = (number) => (number[0] === '{' ? number : number.replace(/-/g, MINUS).replace('.', spoken.mark));

/** A text without its numbers, and those. @param {string} text */
export function template(text) {
  /** @type {string[]} */
  const slots = [];
  const shape = text.replace(SLOT, (_, before = '', number, unit, lead, given) => {
    slots.push(lead ? given : asRead(number) + (unit ? FIXED + unit : ''));
    return `${lead ?? before}#`;
  });
  return {shape, slots};
}

/** Puts numbers back, in their order or where #1, #2, ... say. @param {string} shape @param {string[]} slots */
function filled(shape, slots) {
  let next = 0;
  return shape.replace(/#(\d?)/g, (_, at) => slots[at ? Number(at) - 1 : next++] ?? '');
}

/** Signs between terms. @param {string} text */
const signs = (text) => text.replace(/ - /g, ` ${MINUS} `);

/** @param {string} shape */
const found = (shape) => table().get(hash(shape));

/** One text as a whole; the table has it without the mark at its end. @param {string} text */
function whole(text) {
  const bare = text.replace(/[.,;:]$/, '');
  const {shape, slots} = template(bare);
  const said = found(shape);
  return (
    said &&
    filled(
      said,
      slots.map((slot) => found(slot) ?? slot),
    ) + text.slice(bare.length)
  );
}

/** Ever smaller parts, and where each of them ends. */
const ENDS = [/(\.) (?=\S)/g, /([;:]) /g, /(,) /g];

/** A text in the language of the page, as a whole or part by part; undefined where that lacks a word. @param {string} text @param {number} [level] @returns {string | undefined} */
function translated(text, level = 0) {
  const one = whole(text);
  if (one !== undefined || level === ENDS.length) return one;
  const parts = text.replace(ENDS[level], '$1\n').split('\n');
  const said = parts.map((part) => translated(part, level + 1));
  return said.includes(undefined) ? undefined : said.join(' ');
}

/** A text of the core as it is shown: in the language of the page, with its minus signs and its units held fast. @param {string} text */
export function core(text) {
  if (!text) return text;
  const said = spoken.language === 'en' ? undefined : translated(text);
  if (said !== undefined) return signs(said);
  const {shape, slots} = template(text);
  const english = signs(filled(shape, slots));
  if (spoken.language !== 'en' && /[a-z]{2}/.test(shape)) foreign.add(english);
  return english;
}

/** How a field is called whose problem is told: as it is labelled, else by its name. @param {string} path @param {Record<string, string>} labels */
function nameOf(path, labels) {
  const {problems, names} = spoken;
  const label = /^(initial\.)?\w+$/.test(path) ? labels[path.replace('initial.', '')] : undefined;
  if (label) return label;
  const [first, second, ...more] = path.split('.');
  const last = path.split('.').pop() || 'experiment';
  const name = problems.parts[last] ?? names[last] ?? last;
  if (first !== 'stimulus' || second === undefined) return name;
  const item = problems.stimulus(Number(second) + 1);
  return more.length ? `${item}, ${name}` : item;
}

/** A number of a problem; from 1e-7 on in plain digits, as the core writes it for programmers. @param {number} x */
const written = (x) =>
  String(x)
    .replace(/(\d)(?:\.(\d+))?e-7$/, (_, first, rest = '') => `0.000000${first}${rest}`)
    .replace('e+', 'e')
    .replace(/-/g, MINUS)
    .replace('.', spoken.mark);
/** One end of a range, which may have been worked out; '' where there is none. @param {number | null} x @param {string} unit */
const end = (x, unit) => (x === null ? '' : withUnit(written(Number(x.toPrecision(15))), unit));

/** So many letters of what was typed are said again. */
const LONGEST = 40;

/** What was given, as it is shown; of a text what fits into a sentence. @param {any} value @param {string} unit */
function shown(value, unit) {
  const {quoted, things} = spoken.problems;
  const letters = Array.from(String(value));
  if (typeof value === 'string')
    return quoted(letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : value);
  if (typeof value === 'number') return withUnit(written(value), unit);
  return Array.isArray(value) ? things.list : typeof value === 'object' && value ? things.object : String(value);
}

/**
 * What is wrong with a value, in the language of the page. What was typed may be any text; it is put into the sentence as
 * it is.
 * @param {Problem | Skeleton['invalid']} problem @param {Record<string, string>} [labels] of the fields
 * @returns {string}
 */
export function problem(problem, labels = {}) {
  const {path, code, value, low, high, unit, options, steps, most_steps} = /** @type {Problem} */ (problem);
  const say = spoken.problems;
  const [least, most] = [end(low, unit), end(high, unit)];
  const its = {
    name: code === 'unknown_field' ? path : nameOf(path.replace(/\.kind$/, ''), labels),
    given: code === 'not_finite' ? say.things[String(value)] : shown(value, unit),
    low: least,
    high: most,
    range: least && most ? say.range(end(low, ''), most) : say.anything,
    options: (options ?? []).join(', '),
    steps: written(steps),
    most: written(most_steps),
    dt: path === 'duration' ? least : '',
  };
  /** @type {any} */
  const found = code === 'not_a_number' && typeof value === 'string' ? read(value, unit, spoken.mark) : {};
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

/** The members of the core's answers that are for people to read. */
const PROSE = new Set('text reason title caption remark label note finds rule none condition source name'.split(' '));

/** What has been put in words already; parts of an answer may share what they are made of. */
const done = new WeakSet();

/**
 * An answer of the core with its texts in the language of the page, each in its place.
 * @template T @param {T} answer @param {Record<string, string>} [labels] of the fields that its problems may name
 * @returns {T}
 */
export function inWords(answer, labels = {}) {
  if (!answer || typeof answer !== 'object' || ArrayBuffer.isView(answer) || done.has(answer)) return answer;
  done.add(answer);
  const parts = /** @type {any} */ (answer);
  if ('code' in parts && 'path' in parts) {
    if (parts.code) parts.message = problem(parts, labels);
    return answer;
  }
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part !== 'string') inWords(part, labels);
    // Names may be those of fields, which have no words.
    else if (key === 'name') parts[key] = translated(part) ?? part;
    else if (PROSE.has(key)) parts[key] = core(part);
  }
  return answer;
}

/** The functions of the core whose answers hold texts. */
const SPEAK = 'resolve resolve_question study moment pattern run_pattern bifurcation_skeleton step_response schema';

/** What is said of a preset, in all that has words. @param {Preset} preset @returns {WordedPreset} */
function withWords(preset) {
  const {names = [], remark = '', ...its} = spoken.presets[preset.id];
  const said = Object.entries({...its, remark}).map(([key, text]) => [key, held(text)]);
  return {...preset, ...Object.fromEntries(said), names: names.map(held)};
}

/** The same engine, speaking the language of the page at each moment. @param {any} engine @returns {Speaking} */
export function speaking(engine) {
  const said = SPEAK.split(' ').map((name) => [
    name,
    // A question's fields are not the experiment's: "duration" is that of its step.
    (/** @type {any[]} */ ...given) => inWords(engine[name](...given), name === 'resolve' ? spoken.labels : {}),
  ]);
  const presets = () => engine.presets().map(withWords);
  return Object.assign(Object.create(engine), {presets}, Object.fromEntries(said));
}
