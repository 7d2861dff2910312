// send/shelf.js: set-ups that the user keeps in the browser, in an order of their own. Every change reads what is stored, changes it
// and writes it back at once, so that two tabs do not overwrite each other's.
import {KEY, allowed} from '../session/storage.js';
import {SOFTWARE} from './cited.js';
import {isSetUp, parsed} from './set-up.js';

/** How many set-ups are kept at most, and how many characters they may take together. */
export const MOST_KEPT = 100;
export const LONGEST_SHELF = 4e6;
/** Under what they are stored. */
export const SHELF = `${KEY}.shelf`;

/** @typedef {import('./set-up.js').SetUp} SetUp */
/** `id` tells it from the others in every tab. @typedef {{id: string, setUp: SetUp}} Kept */

/** What is kept where the browser stores nothing: until the page is closed. @type {Kept[]} */
let here = [];

/** The browser's storage, or undefined if it denies it. */
const storage = () =>
  allowed(() => {
    localStorage.getItem(SHELF);
    return localStorage;
  });

/** Whether the shelf outlives the page. */
export const shelfLasts = () => storage() !== undefined;

/** All that is kept, in order. @returns {Kept[]} */
export function kept() {
  const found = storage();
  const all = found ? parsed(found.getItem(SHELF) ?? '[]') : here;
  return Array.isArray(all) ? all.filter((one) => typeof one?.id === 'string' && isSetUp(one.setUp)) : [];
}

/** Replaces all that is kept; false, and changes nothing, if it is too much. @param {Kept[]} all */
function write(all) {
  const text = JSON.stringify(all);
  if (all.length > MOST_KEPT || text.length > LONGEST_SHELF) return false;
  const found = storage();
  if (!found) here = all;
  // The browser may have less room.
  return !found || Boolean(allowed(() => (found.setItem(SHELF, text), true)));
}

const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2);

/** Keeps set-ups, at the end unless told where; false, and keeps none, if there is no room. @param {SetUp[]} setUps @param {number} [at] */
export function keepSetUps(setUps, at = Infinity) {
  const all = kept();
  all.splice(at, 0, ...setUps.map((setUp) => ({id: newId(), setUp})));
  return write(all);
}

/** Removes one; answers what and where it was, or undefined if it is gone already. @param {string} id */
export function removeKept(id) {
  const all = kept();
  const at = all.findIndex((one) => one.id === id);
  if (at < 0) return undefined;
  const [{setUp}] = all.splice(at, 1);
  write(all);
  return {setUp, at};
}

/** Moves one to a place in the order. @param {string} id @param {number} to */
export function moveKept(id, to) {
  const all = kept();
  const at = all.findIndex((one) => one.id === id);
  if (at < 0) return;
  all.splice(Math.max(0, to), 0, ...all.splice(at, 1));
  write(all);
}

/** Gives one another title; false if there is no room for it. @param {string} id @param {string} title */
export const renameKept = (id, title) =>
  write(kept().map((one) => (one.id === id ? {...one, setUp: {...one.setUp, title}} : one)));

/** The shelf as a file, as text. @param {Kept[]} all */
export const shelfFile = (all) =>
  `${JSON.stringify({format: 'izhikevich-lab/shelf', software: SOFTWARE, shelf: all.map(({setUp}) => setUp)}, null, 1)}\n`;
