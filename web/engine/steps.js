// engine/steps.js: what the steps of several analyses share. Steps are a generator over the engine that yields what it has so
// far; a step that yields nothing has nothing new to show, and is a pause.

/**
 * The indices below `count`, coarse to fine, `first` at first and then in portions of `most` at the most: every 2^n-th, then
 * those halfway between, so that what is known is at every moment spread over the whole.
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

/** Columns that fill up in any order. @param {string[]} names @param {number} count */
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
    /** What is known, in order. @returns {any} */
    given: () => Object.fromEntries(names.map((name, column) => [name, all[column].filter((_, i) => known[i])])),
  };
}

/** How long a part may take, and how long it must at least be worth, in ms. */
const LONGEST = 10;
const SHORTEST = 4;

/**
 * First and count of the portions of `count` places, sized by how long the last one took.
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

/** Adds the columns of `more` to those of `all`, of the same names. @param {any} all @param {any} more */
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
