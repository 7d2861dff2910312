// send/display.js: how a lab is shown to those who get it, as a query, the attributes of an element or a set-up say it, and back.
import {PARTS} from '../session/locks.js';
import {RUN_LASTS, namesOf} from './run-parts.js';

/** The plots that a figure can show. */
export const PLOTS = /** @type {const} */ (['v', 'u', 'current', 'plane', 'fi']);

/** The longest text that is read, and how much of one is shown again, in characters. */
const LONGEST = 1000;
const QUOTED = 60;

/**
 * What a display says of a lab: the same as those options of a lab (page/mount.js).
 * @typedef {{view?: 'lab' | 'figure', show?: typeof PLOTS[number][], controls?: string[], lock?: string[], answers?: boolean, poster?: boolean}} Shown
 */
/** @typedef {import('./site-address.js').Display} Display */

/** The names in a list, which commas or spaces separate. @param {string} text */
const listed = (text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))];

/** A text as it may be shown again. @param {string} text */
const quoted = (text) => text.slice(0, QUOTED) + (text.length > QUOTED ? '…' : '');

/**
 * Reads how a lab is shown. `unread` has what means nothing. The names in `controls` and `lock` are those of the schema: see `pathsOf`.
 * @param {(name: string) => string | null | undefined} get the text of a parameter or attribute, if there is one
 * @returns {{options: Shown, unread: string[]}}
 */
export function displayIn(get) {
  /** @type {string[]} */
  const unread = [];
  /** @type {Record<string, any>} */
  const options = {};
  /** @param {keyof Shown} name @param {(text: string) => any} read returns undefined for what means nothing */
  function take(name, read) {
    const text = get(name);
    if (text === null || text === undefined) return;
    const found = text.length > LONGEST ? undefined : read(text.trim());
    if (found === undefined) unread.push(`${name}=${quoted(text)}`);
    else options[name] = found;
  }
  /** @param {Record<string, any>} words */
  const oneOf = (words) => (/** @type {string} */ text) => (Object.hasOwn(words, text) ? words[text] : undefined);
  take('view', oneOf({lab: 'lab', figure: 'figure'}));
  take('show', (text) => {
    const names = listed(text);
    const known = PLOTS.filter((name) => names.includes(name));
    const others = names.filter((name) => !known.includes(/** @type {any} */ (name)));
    unread.push(...others.map((name) => `show=${quoted(name)}`));
    return known;
  });
  take('controls', listed);
  take('lock', listed);
  take('answers', oneOf({on: true, off: false}));
  take('poster', oneOf({'': true, 1: true, 0: false}));
  return {options, unread};
}

/** The same as texts, by the names of parameters or attributes; what is as it is anyway is left out. @param {Shown} options @returns {Display} */
export function displayOf({view, show, controls, lock, answers, poster}) {
  return {
    ...(view === 'figure' && {view}),
    ...(view === 'figure' && show?.length && {show: show.join()}),
    ...(view === 'figure' && controls?.length && {controls: controls.join()}),
    ...(lock?.length && {lock: lock.join()}),
    ...(answers === false && {answers: 'off'}),
    ...(poster && {poster: '1'}),
  };
}

/**
 * What names in `controls` or `lock` stand for, as paths in an experiment: those of the schema, the short ones of a link, the parts of
 * an experiment, 'all' and 'none'. Without a number, a field of a stimulus is that of every stimulus. `unknown` are the others.
 * @param {string[]} names @param {Schema} schema
 */
export function pathsOf(names, schema) {
  const {cell, stimulus, ofStimulus} = namesOf(schema);
  const fields = new Set([...stimulus.values()].flat());
  /** @type {Map<string, string[]>} */
  const known = new Map([
    ['all', PARTS],
    ['none', []],
    ['start', ['initial']],
    [RUN_LASTS, ['duration']],
    ['v', ['initial.v']],
    ['u', ['initial.u']],
    ['dt', ['solver.dt']],
    ['edge', ['solver.edge']],
    ...cell.map((name) => /** @type {[string, string[]]} */ ([name, [`cell.${name}`]])),
    ...PARTS.map((name) => /** @type {[string, string[]]} */ ([name, [name]])),
  ]);
  for (const [, paths] of [...known]) for (const path of paths) known.set(path, [path]);
  /** @param {string} name @returns {string[] | undefined} */
  function meant(name) {
    const found = known.get(name);
    if (found) return found;
    const [, short = '', number] = /^([A-Za-z]+)(\d{0,4})$/.exec(name) ?? [];
    const field = ofStimulus.get(short);
    if (field) return [`stimulus.${number ? Number(number) - 1 : '*'}.${field}`];
    const [, index, its] = /^stimulus\.(\d{1,4})\.(\w+)$/.exec(name) ?? [];
    return its && fields.has(its) ? [`stimulus.${index}.${its}`] : undefined;
  }
  /** @type {string[]} */
  const paths = [];
  /** @type {string[]} */
  const unknown = [];
  for (const name of names) {
    const found = meant(name);
    if (found) paths.push(...found);
    else unknown.push(quoted(name));
  }
  return {paths: [...new Set(paths)], unknown};
}
