// embed/data.js: what comes from a page that is not ours, read as plain data of a bounded size. It may be anything that one page can
// send to another: endless, circular, nested a thousand times, made to look like something else.

/** The most values of one message, its deepest nesting, and the characters of its longest text. */
export const MOST = {values: 2000, depth: 8, text: 20e3};

/** Keys that change what an object is, rather than what it contains. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of plain data: objects, lists, texts, finite numbers, true, false and null. Undefined if it is anything else, or larger than
 * MOST says.
 * @param {unknown} given @returns {any}
 */
export function plainIn(given) {
  let left = MOST.values;
  const refused = Symbol('refused');
  /** @param {any} value @param {number} depth @returns {any} */
  function copied(value, depth) {
    left -= 1;
    if (left < 0 || depth > MOST.depth) throw refused;
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'string' && value.length <= MOST.text) return value;
    if (Array.isArray(value)) {
      // The length of a list says nothing of how much is in it, but every place is looked at.
      if (value.length > left) throw refused;
      return Array.from(value, (one) => copied(one, depth + 1));
    }
    const kind = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
    if (kind !== Object.prototype && kind !== null) throw refused;
    const entries = [];
    for (const key in value) {
      if (FORBIDDEN.has(key) || key.length > 100) throw refused;
      if (value[key] !== undefined) entries.push([key, copied(value[key], depth + 1)]);
    }
    return Object.fromEntries(entries);
  }
  try {
    return copied(given, 0);
  } catch (error) {
    if (error === refused) return undefined;
    throw error;
  }
}

/** The version of the messages. */
export const VERSION = 1;

/** @typedef {{type: string, id: string | number | null, asked: Record<string, any> | null}} Asked */

/**
 * A message that is meant for the lab, with its id; undefined if it is not meant for it, and so none of its business: pages send
 * each other all kinds of messages. `asked` is null if the message is not plain data of a bounded size.
 * @param {any} data @returns {Asked | undefined}
 */
export function messageIn(data) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  // Only a message's own members are read, and each only once.
  const own = (/** @type {string} */ key) => (Object.prototype.hasOwnProperty.call(data, key) ? data[key] : undefined);
  if (own('izh') !== VERSION) return undefined;
  const type = own('type');
  if (typeof type !== 'string') return undefined;
  const given = own('id');
  const id = (typeof given === 'string' && given.length <= 200) || Number.isFinite(given) ? given : null;
  return {type, id, asked: plainIn(data) ?? null};
}
