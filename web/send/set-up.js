// send/set-up.js: an experiment with everything around it as one plain object: what a file, a copy of the page and the shelf hold.

import {CITATION, SOFTWARE} from './cited.js';

/** What marks a file as one of ours. */
export const FORMAT = 'izhikevich-lab/set-up';
/** The longest text that is read, in characters: 5 MB. */
export const LONGEST_TEXT = 5e6;

/**
 * The state of a session (session/state.js), the state of its screen, how it is shown to others, the version that wrote it, and how to cite that.
 * @typedef {{format: string, software: string, citation: string, screen?: any, display?: import('./site-address.js').Display} & Record<string, any>} SetUp
 */

/** @param {Record<string, any>} state @param {any} screen @param {import('./site-address.js').Display} [display] @returns {SetUp} */
export const setUpOf = (state, screen, display = {}) => ({
  format: FORMAT,
  software: SOFTWARE,
  citation: CITATION,
  ...state,
  screen,
  ...(Object.keys(display).length && {display}),
});

/** An object whose keys are data, whatever they are called. @param {string} key @param {any} value */
const plain = (key, value) => (key === '__proto__' ? undefined : value);

/** JSON as data; undefined if it is none, or nested too deeply to be read. @param {string} text */
export function parsed(text) {
  // An error while the page starts has the browser parse the whole script a second time, for the lines of its stack.
  if (!text) return undefined;
  try {
    return JSON.parse(text, plain);
  } catch {
    return undefined;
  }
}

/** The set-up in a saved copy of the page, as text; undefined if there is none. Nothing in it is run or loaded. @param {string} text */
const insideOf = (text) =>
  new DOMParser().parseFromString(text, 'text/html').getElementById('initial-state')?.textContent;

/** Whether data look like a set-up, of this or an earlier version. @param {any} data */
export const isSetUp = (data) =>
  typeof data === 'object' && data !== null && typeof data.preset === 'string' && Array.isArray(data.runs);

/**
 * What a text holds, as far as its form tells: a set-up, from JSON or a saved page; a shelf of them; a link to one, by its
 * fragment and the query before it; or something else, which may be a cell.
 * @param {string} text
 * @returns {{kind: 'set-up' | 'shelf', data: any} | {kind: 'link', search: string, hash: string} | {kind: 'large' | 'page' | 'other'}}
 */
export function read(text) {
  if (text.length > LONGEST_TEXT) return {kind: 'large'};
  const start = text.trimStart().slice(0, 200);
  const [, search, hash] = /^(?:(?:https?:|file:)[^\s?#]*)?(\?[^\s#]*)?(#\S*)$/i.exec(text.trim()) ?? [];
  if (hash) return {kind: 'link', search: search ?? '', hash};
  const page = /^<(!doctype html|html)/i.test(start);
  const data = page ? parsed(insideOf(text) ?? '') : start.startsWith('{') ? parsed(text) : undefined;
  if (isSetUp(data)) return {kind: 'set-up', data};
  if (Array.isArray(data?.shelf)) return {kind: 'shelf', data: data.shelf};
  return {kind: page ? 'page' : 'other'};
}
