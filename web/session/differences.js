// session/differences.js: the values in which two experiments differ.

/** @typedef {{path: string, before: any, after: any}} Difference undefined on a side without the value */

const isPart = (/** @type {any} */ x) => typeof x === 'object' && x !== null;

/**
 * The values in which `after` differs from `before`, in the order of the core's fields. Parts of different kinds and lists of
 * different lengths count as one difference.
 * @param {any} before @param {any} after @param {string} [path] @returns {Difference[]}
 */
export function differences(before, after, path = '') {
  if (before === after) return [];
  const whole = !isPart(before) || !isPart(after) || before.kind !== after.kind || before.length !== after.length;
  if (whole) return [{path, before, after}];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(before[key], after[key], path ? `${path}.${key}` : key));
}

/** Whether two experiments differ in any value. @param {any} before @param {any} after */
export function differs(before, after) {
  if (before === after) return false;
  if (!isPart(before) || !isPart(after)) return true;
  for (const key in before) if (differs(before[key], after[key])) return true;
  for (const key in after) if (!(key in before)) return true;
  return false;
}
