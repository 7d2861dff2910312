// session/valid-part.js: the valid part of an experiment from a link, a file or an older version.

/** Removes the value at `path`; false if there is none. A key that means nothing may contain dots. @param {any} whole @param {string} path */
function takeOut(whole, path) {
  if (typeof whole !== 'object' || whole === null) return false;
  const [key] = Object.keys(whole)
    .filter((one) => path === one || path.startsWith(`${one}.`))
    .sort((one, other) => other.length - one.length);
  if (key === undefined) return false;
  if (path !== key && takeOut(whole[key], path.slice(key.length + 1))) return true;
  if (Array.isArray(whole)) whole.splice(Number(key), 1);
  else delete whole[key];
  return true;
}

/**
 * Merges `partial` into `base`, without the values that the core rejects; `dropped` says in a sentence what is wrong with each.
 * @param {Worded} engine @param {Experiment} base @param {any} partial
 * @returns {{experiment: Experiment, dropped: string[]}}
 */
export function validPart(engine, base, partial) {
  const rest = structuredClone(partial);
  /** @type {string[]} */
  const dropped = [];
  for (;;) {
    const {experiment, problems} = engine.resolve(base, rest);
    dropped.push(...problems.map(({message}) => message).filter((message) => !dropped.includes(message)));
    if (!problems.length) return {experiment, dropped};
    // From the end of each list, so that the indices before it stay right.
    const paths = problems.map(({path}) => path).sort((one, other) => other.localeCompare(one, 'en', {numeric: true}));
    const less = paths.map((path) => takeOut(rest, path));
    if (!less.includes(true)) return {experiment: base, dropped};
  }
}
