// send/run-parts.js: how one run differs from a preset's, as parts of a link (the grammar is in link.js).

import {differences} from '../session/differences.js';

/** The duration of a stimulus that lasts to the end of the run. */
const END = 'end';

/** Short names of fields of a stimulus. @type {Record<string, string>} */
const SHORT = {amplitude: 'I', duration: 'length'};
/** The short name for the duration of the run. */
export const RUN_LASTS = 'T';

/**
 * The names in the core's schema: the parameters of a cell, and the fields of each kind of stimulus, in order.
 * @param {Schema} schema
 */
export function namesOf({fields}) {
  const part = (/** @type {string} */ name) => /** @type {any} */ (fields.find((one) => one.name === name));
  const names = (/** @type {{name: string}[]} */ all) => all.map(({name}) => name);
  /** @type {Map<string, string[]>} */
  const stimulus = new Map(part('stimulus').kinds.map((/** @type {any} */ one) => [one.kind, names(one.fields)]));
  const ofStimulus = new Map([...new Set([...stimulus.values()].flat())].map((name) => [SHORT[name] ?? name, name]));
  ofStimulus.set('amplitude', 'amplitude');
  return {cell: names(part('cell').fields), stimulus, ofStimulus};
}

// --- writing --------------------------------------------------------------------------------------------------------------

const written = (/** @type {any} */ value) => (value === null ? END : Object.is(value, -0) ? '-0' : String(value));

/** All stimuli as one value. @param {Stimulus[]} stimulus @param {Map<string, string[]>} names by kind */
const allOf = (stimulus, names) =>
  stimulus
    .map((one) =>
      [one.kind, ...(names.get(one.kind) ?? []).map((name) => written(/** @type {any} */ (one)[name]))].join(),
    )
    .join(';') || 'none';

/** How the start of a run differs. @param {Initial} before @param {Initial} after @returns {[string, string][]} */
function startParts(before, after) {
  if (after.kind === 'rest') return before.kind === 'rest' ? [] : [['start', 'rest']];
  const same = (/** @type {'v' | 'u'} */ name) => before.kind === 'at' && Object.is(before[name], after[name]);
  return /** @type {const} */ (['v', 'u']).filter((name) => !same(name)).map((name) => [name, written(after[name])]);
}

/** @param {any} before @param {any} after @returns {[string, string][]} */
function solverParts(before, after) {
  const same = before.kind === after.kind;
  const parts = Object.keys(after).filter((name) => name !== 'kind' && !(same && before[name] === after[name]));
  return [
    .../** @type {[string, string][]} */ (same ? [] : [['solver', after.kind]]),
    ...parts.map((name) => /** @type {[string, string]} */ ([name, written(after[name])])),
  ];
}

/** @param {Stimulus[]} before @param {Stimulus[]} after @param {Map<string, string[]>} names @returns {[string, string][]} */
function stimulusParts(before, after, names) {
  const alike = before.length === after.length && after.every(({kind}, i) => kind === before[i].kind);
  if (!alike) return [['stimulus', allOf(after, names)]];
  return differences(before, after).map(({path, after: value}) => {
    const [index, name] = path.split('.');
    return [(SHORT[name] ?? name) + (Number(index) ? Number(index) + 1 : ''), written(value)];
  });
}

/**
 * How a run differs from the preset's run.
 * @param {any} before @param {any} after @param {ReturnType<typeof namesOf>} names @returns {[string, string][]}
 */
export const partsOf = (before, after, {cell, stimulus}) => [
  ...stimulusParts(before.stimulus, after.stimulus, stimulus),
  ...cell
    .filter((name) => !Object.is(before.cell[name], after.cell[name]))
    .map((name) => /** @type {[string, string]} */ ([name, written(after.cell[name])])),
  .../** @type {[string, string][]} */ (
    before.duration === after.duration ? [] : [[RUN_LASTS, written(after.duration)]]
  ),
  ...startParts(before.initial, after.initial),
  ...solverParts(before.solver, after.solver),
];

// --- reading --------------------------------------------------------------------------------------------------------------

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** A value; a text that is not a number is kept as text, for the core to reject. @param {string} text */
const valueOf = (text) => (text === END ? null : NUMBER.test(text) ? Number(text) : text);

/** @param {string} text */
export function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign is no reason to give up
  }
}

/** All stimuli in one value; undefined if it cannot be read. @param {string} text @param {Map<string, string[]>} kinds */
function stimuliIn(text, kinds) {
  if (text === 'none' || text === '') return [];
  const all = text.split(';').map((one) => {
    const [kind, ...values] = one.split(',');
    const names = kinds.get(kind);
    if (!names || values.length > names.length) return undefined;
    return {kind, ...Object.fromEntries(values.map((value, i) => [names[i], valueOf(value)]))};
  });
  return all.includes(undefined) ? undefined : all;
}

/**
 * Adds one part of a link to what differs from the preset's run; false if the part means nothing.
 * @param {any} differs in the form that `resolve` takes @param {Experiment} run the preset's @param {ReturnType<typeof namesOf>} names
 * @param {{name: string, number: string, text: string}} part
 */
export function take(differs, run, {cell, stimulus, ofStimulus}, {name, number, text}) {
  const value = valueOf(text);
  const field = ofStimulus.get(name);
  if (field !== undefined) {
    differs.stimulus ??= structuredClone(run.stimulus);
    const one = differs.stimulus[number ? Number(number) - 1 : 0];
    if (!one || !stimulus.get(one.kind)?.includes(field)) return false;
    one[field] = value;
    return true;
  }
  if (number) return false;
  if (cell.includes(name)) {
    differs.cell = {...differs.cell, [name]: value};
    return true;
  }
  switch (name) {
    case RUN_LASTS:
    case 'duration':
      differs.duration = value;
      return true;
    case 'start':
      differs.initial = text === 'rest' || text === 'at' ? {...differs.initial, kind: text} : text;
      return true;
    case 'v':
    case 'u':
      differs.initial = {...differs.initial, kind: 'at', [name]: value};
      return true;
    case 'solver':
      differs.solver = {...differs.solver, kind: text};
      return true;
    case 'dt':
    case 'edge':
      differs.solver = {kind: run.solver.kind, ...differs.solver, [name]: value};
      return true;
    case 'stimulus': {
      const all = stimuliIn(text, stimulus);
      if (all) differs.stimulus = all;
      return Boolean(all);
    }
    default:
      return false;
  }
}

export const PART = /^(?:(\d+)\.)?([A-Za-z]+?)(\d*)=(.*)$/;
/** Parts that others depend on are read first: the whole stimulus before fields of it, a kind before its values. */
const FIRST = ['stimulus', 'start', 'solver'];
export const rank = (/** @type {string} */ part) => {
  const at = FIRST.indexOf(PART.exec(part)?.[2] ?? '');
  return at < 0 ? FIRST.length : at;
};
