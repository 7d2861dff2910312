// session/salvage.js: of an experiment that comes from outside or from an older version, what is still valid.

/** Takes the value at `path` out; false when there is none. @param {any} whole @param {string[]} path */
function takeOut(whole, [key, ...rest]) {
  if (typeof whole !== 'object' || whole === null || !(key in whole)) return false;
  if (rest.length && takeOut(whole[key], rest)) return true;
  if (Array.isArray(whole)) whole.splice(Number(key), 1);
  else delete whole[key];
  return true;
}

/**
 * Lays `partial` over `base`. What the core refuses is left out, and what it says of it is in `dropped`.
 * @param {Speaking} engine @param {Experiment} base @param {any} partial
 * @returns {{experiment: Experiment, dropped: string[]}}
 */
export function salvage(engine, base, partial) {
  const rest = structuredClone(partial);
  /** @type {string[]} */
  const dropped = [];
  for (;;) {
    const {experiment, problems} = engine.resolve(base, rest);
    dropped.push(...problems.map(({message}) => message).filter((message) => !dropped.includes(message)));
    if (!problems.length) return {experiment, dropped};
    // From the end of each list, or what follows would have moved up.
    const paths = problems.map(({path}) => path).sort((one, other) => other.localeCompare(one, 'en', {numeric: true}));
    const less = paths.map((path) => takeOut(rest, path.split('.')));
    if (!less.includes(true)) return {experiment: base, dropped};
  }
}
