// words/core.js: what the core says, in the language of the page. The core speaks English, with its numbers in the
// sentence; each number (with its unit) is taken out, what is left is looked up, and the numbers are put back.
import es from './core.es.json';
import {LENGTH, hash} from './hash.js';
import {foreign} from './foreign.js';
import {held} from './format.js';
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
const written = (number) => (number[0] === '{' ? number : number.replace(/-/g, MINUS).replace('.', spoken.mark));

/** A text without its numbers, and those. @param {string} text */
export function template(text) {
  /** @type {string[]} */
  const slots = [];
  const shape = text.replace(SLOT, (_, before = '', number, unit, lead, given) => {
    slots.push(lead ? given : written(number) + (unit ? FIXED + unit : ''));
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

/** One text as a whole; the table has it without the mark at its end. @param {string} text @param {string[]} [before] slots that were taken out already */
function whole(text, before = []) {
  const bare = text.replace(/[.,;:]$/, '');
  const {shape, slots} = template(bare);
  const said = found(shape);
  return said && filled(said, [...before, ...slots.map((slot) => found(slot) ?? slot)]) + text.slice(bare.length);
}

/** Ever smaller parts, and where each of them ends. */
const ENDS = [/(\.) (?=\S)/g, /([;:]) /g, /(,) /g];

/** A text in the language of the page, as a whole or part by part; undefined where that lacks a word. @param {string} text @param {number} [level] @returns {string | undefined} */
function translated(text, level = 0) {
  const one = whole(text);
  if (one !== undefined || level === ENDS.length) return one;
  const parts = text.replace(ENDS[level], '$1\n').split('\n');
  const said = parts.map((part) => translated(part, level + 1));
  if (!said.includes(undefined)) return said.join(' ');
  const named = /^(\w+)( = .*)$/.exec(text); // what is said of any parameter
  return named && !level ? whole(`@${named[2]}`, [named[1]]) : undefined;
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

/** @param {string} path */
function nameOf(path) {
  const [first, second] = path.split('.');
  const last = path.split('.').pop() ?? '';
  if (first === 'stimulus' && second !== undefined) {
    const item = `stimulus ${Number(second) + 1}`;
    return [item, last === second ? '' : last];
  }
  return [first === 'initial' && second ? `initial ${last}` : last || 'experiment', ''];
}

/** What was given, as it is shown; of a text what fits into a sentence. @param {any} value */
function shown(value) {
  const {quoted, things} = spoken.problems;
  const letters = Array.from(String(value));
  if (typeof value === 'string')
    return quoted(letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : value);
  if (typeof value === 'number') return written(String(value));
  return Array.isArray(value) ? things.list : typeof value === 'object' && value ? things.object : String(value);
}

/** So many letters of what was typed are said again. */
const LONGEST = 40;

/**
 * A problem with something that was given in the place of a number, a choice, a list ...: it may be any text, so it is put
 * into the sentence as it is, and no sentence that holds it is taken apart. Undefined for other problems.
 * @param {Problem} problem @param {string} name of the field
 */
function ofGiven({path, code, value, low, high, unit, options}, name) {
  const say = spoken.problems;
  const given = shown(value);
  if (code === 'unknown_field') return say.unknown_field(path);
  if (code === 'unknown_choice' || code === 'unknown_kind') return say[code](name, given, options.join(', '));
  if (code !== 'not_a_number') return say[code]?.(name, given);
  const [least, most] = [low, high].map((end) => written(String(end)));
  const range = say.range(least, most + (unit && FIXED + unit));
  /** @type {any} */
  const found = typeof value === 'string' ? read(value, unit) : {};
  const {wrong = 'number', is, asked} = found;
  if (wrong === 'quantity') return say.quantity(name, given, range, say.quantities[is], say.quantities[asked], unit);
  return say[wrong](name, given, range, wrong === 'unit' ? say.quoted(found.unit) : '');
}

/**
 * A problem's message: the field that it names is a slot, too, the first, and called as it is labelled.
 * @param {Problem} problem @param {Record<string, string>} labels
 */
function problem(problem, labels) {
  const {path, message} = problem;
  const [item, name] = nameOf(path.replace(/\.kind$/, ''));
  const spokenName = name ? `${item}, ${name}` : item;
  const label = /^(initial\.)?\w+$/.test(path) ? labels[path.replace('initial.', '')] : undefined;
  const mine =
    label ??
    [item, name]
      .filter(Boolean)
      .map((part) => whole(`@${part}`) ?? part)
      .join(', ');
  const said = ofGiven(problem, mine);
  if (said !== undefined) return said;
  if (spoken.language === 'en')
    return core(label && message.startsWith(spokenName) ? label + message.slice(spokenName.length) : message);
  if (message.startsWith(spokenName)) {
    const said = whole(`@${message.slice(spokenName.length)}`, [mine]);
    if (said !== undefined) return signs(said);
  }
  return core(message);
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
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part !== 'string') inWords(part, labels);
    else if (key === 'message') parts[key] = problem(parts, labels);
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
