// send/link.js: runs as the fragment of an address: the preset they come from, and how they differ from it.
//
// The grammar may grow but never changes: a link once made works for good.
//
//   link   = preset *( "&" part ) [ "#" anything ]      #RS&I=70&b=-1.5&T=2000
//   part   = [ run "." ] name [ number ] "=" value      2.I=60    applies to the second run only; I=60 to all runs
//                                                       I2=-20    applies to the second stimulus; I=-20 to the first
//          | "run=" number                              the selected run
//          | "grammar=" number                          the version of this grammar, 1 unless given; this one is number 1
//   name   = the names of the core's schema: C k vr vt vpeak a b c d; amplitude from to onset; dt edge; v u (the start);
//            or short names: I for amplitude, T for the duration of the run, length for the duration of a stimulus
//          | "start"      value: rest, or at (with v and u)
//          | "solver"     value: exact, rk4 or euler (with dt and edge)
//          | "stimulus"   value: all stimuli: step,70,100,end;ramp,0,250,0,500 with the values in the schema's order; or none
//   value  = a number as JavaScript writes it, which is restored to the last bit; "end" for a stimulus that lasts until the
//            end; or one of the schema's choices
//
// Any character may be escaped, as in %41, and "&amp;" is read as "&", because some programs write it that way.

import {differences} from '../session/differences.js';

/** The version of the grammar that is written, and the latest that is read. */
const GRAMMAR = 1;
/** The longest link, in characters: programs that pass on a longer one may cut it off. */
export const LONGEST = 4000;
/** The duration of a stimulus that lasts to the end of the run. */
const END = 'end';

/** Short names of fields of a stimulus. @type {Record<string, string>} */
const SHORT = {amplitude: 'I', duration: 'length'};
/** The short name for the duration of the run. */
const RUN_LASTS = 'T';

/**
 * The names in the core's schema: the parameters of a cell, and the fields of each kind of stimulus, in order.
 * @param {Schema} schema
 */
function namesOf({fields}) {
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
const partsOf = (before, after, {cell, stimulus}) => [
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
function unescaped(text) {
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
function take(differs, run, {cell, stimulus, ofStimulus}, {name, number, text}) {
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

const PART = /^(?:(\d+)\.)?([A-Za-z]+?)(\d*)=(.*)$/;
/** Parts that others depend on are read first: the whole stimulus before fields of it, a kind before its values. */
const FIRST = ['stimulus', 'start', 'solver'];
const rank = (/** @type {string} */ part) => {
  const at = FIRST.indexOf(PART.exec(part)?.[2] ?? '');
  return at < 0 ? FIRST.length : at;
};

/**
 * Writes and reads the fragments of addresses.
 * @param {Schema} schema the core's, for the names @param {Preset[]} presets
 */
export function links(schema, presets) {
  const names = namesOf(schema);

  /**
   * The fragment for some runs, without '#'. What all runs have in common is written once.
   * @param {string} id the preset that they come from @param {Experiment[]} runs as many as the preset has @param {number} selected
   */
  function linkOf(id, runs, selected) {
    const {runs: given} = /** @type {Preset} */ (presets.find((one) => one.id === id));
    const parts = runs.map((run, index) => partsOf(given[index], run, names).map((part) => part.join('=')));
    const [first, ...others] = parts;
    const common = first.filter((part) => others.every((its) => its.includes(part)));
    const own = parts.flatMap((its, index) =>
      its.filter((part) => !common.includes(part)).map((part) => `${index + 1}.${part}`),
    );
    const run = selected ? [`run=${selected + 1}`] : [];
    return [encodeURIComponent(id), ...common, ...own, ...run].join('&');
  }

  /**
   * Reads a fragment, with or without '#': the preset, how each run differs from it (for `resolve` to check), the selected run,
   * and the parts that mean nothing. Without `read`, there is no such preset.
   * @param {string} hash
   * @returns {{id: string, read?: {preset: string, runs: Partial_[], selected: number, unread: string[]}}}
   */
  function linkIn(hash) {
    const [id, ...parts] = unescaped(hash.replace(/^#/, '').split('#')[0].replaceAll('&amp;', '&')).split('&');
    const preset = presets.find((one) => one.id === id);
    if (!preset) return {id};
    /** @type {Partial_[]} */
    const runs = preset.runs.map(() => ({}));
    /** @type {string[]} */
    const unread = [];
    let selected = 0;
    for (const part of parts.filter(Boolean).sort((one, other) => rank(one) - rank(other))) {
      const [, at, name = '', number = '', text = ''] = PART.exec(part) ?? [];
      if (!at && !number && name === 'run' && runs[Number(text) - 1]) {
        selected = Number(text) - 1;
        continue;
      }
      if (name === 'grammar' && Number(text) === GRAMMAR) continue;
      const meant = at ? [Number(at) - 1] : [...runs.keys()];
      const taken = meant.map(
        (index) => runs[index] && take(runs[index], preset.runs[index], names, {name, number, text}),
      );
      if (!taken.every(Boolean)) unread.push(part);
    }
    return {id, read: {preset: id, runs, selected, unread}};
  }

  return {linkOf, linkIn};
}
