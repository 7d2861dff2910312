// engine/steps.js: code that the steps of several analyses share. Steps are a generator that calls the engine and yields what it
// has found so far; yielding undefined means nothing new to show, only a pause.

/**
 * The indices below `count` from coarse to fine, in portions of at most `most`: about `first` of them evenly spread, then
 * those halfway between, and so on, so that the known points always cover the whole range.
 * @param {number} count @param {number} first @param {number} most @returns {Generator<number[], void, void>}
 */
export function* coarseToFine(count, first, most) {
  let stride = 1;
  while (count > first * stride) stride *= 2;
  let known = 0;
  for (; stride >= 1; stride /= 2) {
    const fresh = [];
    for (let i = 0; i < count; i += stride) if (!known || i % (2 * stride)) fresh.push(i);
    for (let from = 0; from < fresh.length; from += most) yield fresh.slice(from, from + most);
    known += fresh.length;
  }
}

/** Columns that are filled in any order. @param {string[]} names @param {number} count */
export function columns(names, count) {
  const known = new Uint8Array(count);
  const all = names.map(() => new Float64Array(count));
  return {
    /** @param {number[]} indices @param {any} found */
    take(indices, found) {
      for (const [at, index] of indices.entries()) {
        known[index] = 1;
        for (const [column, name] of names.entries()) all[column][index] = found[name][at];
      }
    },
    /** The values known so far, in order. @returns {any} */
    given: () => Object.fromEntries(names.map((name, column) => [name, all[column].filter((_, i) => known[i])])),
  };
}

/** The longest a part should take, and the shortest that is worth a part of its own, in ms. */
const LONGEST = 10;
const SHORTEST = 4;

/**
 * The first index and the size of each portion of `count` places; a portion's size depends on how long the last one took.
 * @param {number} count @returns {Generator<[number, number], void, void>}
 */
export function* portions(count) {
  let size = 1;
  for (let first = 0; first < count;) {
    const portion = Math.min(size, count - first);
    const began = performance.now();
    yield [first, portion];
    const took = performance.now() - began;
    first += portion;
    if (took < SHORTEST) size *= 2;
    else if (took > LONGEST) size = Math.max(1, size >> 1);
  }
}

/** Appends the columns of `more` to the columns of `all` with the same names. @param {any} all @param {any} more */
export function append(all, more) {
  for (const [name, column] of Object.entries(all)) column.push(...more[name]);
}

const CURVE = [
  'current',
  'count_rate',
  'last_rate',
  'steady_rate',
  'first_rate',
  'latency',
  'spikes',
  'count',
  'cycle',
  'silent',
  'followed',
  'course',
  'below',
  'count_known',
  'last_known',
  'steady_known',
];

/**
 * The f-I curve over a range, as far as it is known.
 * @param {Engine} engine @param {{experiment: Experiment, protocol: Protocol, range: CurrentRange}} asked
 */
export function* curveOver(engine, {experiment, protocol, range}) {
  const currents = engine.currents_of(range);
  const found = columns(CURVE, currents.length);
  let hold = range.hold;
  for (const portion of coarseToFine(currents.length, 16, 32)) {
    const some = portion.map((index) => currents[index]);
    const part = engine.protocol_curve(experiment, protocol, some, range.hold);
    hold = part.hold;
    found.take(portion, part);
    yield {...found.given(), hold};
  }
}
