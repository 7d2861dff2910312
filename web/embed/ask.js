// embed/ask.js: what a page around the lab may change in it. Everything goes through the door of intents, as a reader's own edits do,
// so that filters and locks decide.
import {emit} from '../plot/door.js';
import {pathsOf} from '../send/display.js';
import {plainIn} from './data.js';

/** @typedef {import('../page/mount.js').Lab} Lab */
/** @typedef {Partial<WordedProblem> & {path: string, code: string}} ProblemOut */

/** A problem of what was asked, rather than of a value in it. @param {string} path @param {string} code @returns {ProblemOut[]} */
export const wrong = (path, code) => [{path, code}];

/** A problem as plain data, without values of any length. @param {WordedProblem} problem @returns {ProblemOut} */
const problemOut = ({path, code, value, low, high, unit, message}) => ({
  path: path.slice(0, 60),
  code,
  value: typeof value === 'string' ? value.slice(0, 60) : typeof value === 'object' ? null : value,
  low,
  high,
  unit,
  message,
});

/** Merges part of an experiment, whatever it is; returns the problems, and if there are any, nothing has changed. @param {Lab} lab @param {unknown} given */
export function askEdit(lab, given) {
  const partial = plainIn(given);
  if (typeof partial !== 'object' || partial === null || Array.isArray(partial))
    return wrong('experiment', partial === undefined ? 'not_data' : 'not_an_object');
  // A filter that refuses an edit answers nothing.
  return emit(lab.element, 'edit', partial)?.map(problemOut) ?? wrong('experiment', 'refused');
}

/**
 * Locks more, by the names of send/display.js; nothing unlocks it. Returns the problems, and if there are any, nothing more is locked.
 * @param {Lab} lab @param {unknown} names
 */
export function askLock(lab, names) {
  const given = plainIn(names);
  if (!Array.isArray(given) || !given.every((name) => typeof name === 'string')) return wrong('names', 'not_names');
  const {unknown} = pathsOf(given, lab.inside.engine.schema());
  if (unknown.length) return unknown.map((name) => ({path: 'names', code: 'unknown_name', value: name}));
  lab.lock(given);
  return [];
}

/** Returns to the author's set-up, with what has been locked since as it is. @param {Lab} lab */
export const askReset = (lab) => emit(lab.element, 'restore', 'preset');

/** Opens a link, by its fragment; what of it cannot be read is listed in the lab. Returns the problems, which the reader does not see. @param {Lab} lab @param {unknown} link */
export function askOpen(lab, link) {
  if (typeof link !== 'string' || !link || link.length > 20e3 || /\s/.test(link)) return wrong('link', 'not_a_link');
  const {session} = lab.inside;
  const before = session.opening;
  emit(lab.element, 'open-text', link.startsWith('?') ? link : `#${link.replace(/^#/, '')}`);
  return session.opening === before ? wrong('link', 'refused') : [];
}
