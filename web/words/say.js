// words/say.js: what the texts of all languages have in common: quantities with their units, the order of a table.
import {unitOf} from '../engine/quantities.js';
import {sweptValues, withoutRate} from '../engine/swept.js';
import {withUnit} from './format.js';

export const time = (/** @type {string} */ text) => withUnit(text, unitOf('time'));
export const volts = (/** @type {string} */ text) => withUnit(text, unitOf('v'));
export const amps = (/** @type {string} */ text) => withUnit(text, unitOf('current'));
export const hertz = (/** @type {string} */ text) => withUnit(text, unitOf('rate'));

/** So many of something: "1 spike", "3 spikes". @param {number} count @param {string} one @param {string} many */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/**
 * Two numbers as a range; as one where they are written alike.
 * @param {(low: string | number, high: string | number) => string} between in words
 */
export const rangeWith =
  (between) =>
  /** @param {string | number} low @param {string | number} high with its unit, if it has one */
  (low, high) => (String(high).split('\u00a0')[0] === String(low) ? String(high) : between(low, high));

/** With a capital letter, as a sentence begins. @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "one, two and three". @param {string[]} all @param {string} and */
export const listed = (all, and) =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${and} ${all[all.length - 1]}`;

/** A name with the unit of a quantity. @param {string} name @param {string} quantity */
export const headed = (name, quantity) => (unitOf(quantity) ? `${name} [${unitOf(quantity)}]` : name);

/** I_SN where no letter can be lowered. @param {string} symbol */
export const flat = (symbol) => symbol.replace('_', '\u2009');

/**
 * Where something begins or ends: a value where it is known, else what it lies between.
 * @param {(x: number) => string} located how the language writes it @param {(low: string, high: string) => string} between in words
 */
export const edgeWith =
  (located, between) =>
  /** @param {Edge} edge @param {string} unit */
  ({low, high}, unit) => {
    const sure = high - low <= 1e-8 * Math.max(Math.abs(low), Math.abs(high));
    return sure
      ? withUnit(located(low + (high - low) / 2), unit)
      : between(located(low), withUnit(located(high), unit));
  };

/** What a table of the bifurcation diagram has in its columns, in their order: of the skeleton, then swept up and down. */
const RESTS = /** @type {const} */ ([
  ['lower', 'skeleton', 'lower', 'v'],
  ['upper', 'skeleton', 'upper', 'v'],
  ['v_low', 'cycle', '', 'v_low'],
  ['v_high', 'cycle', '', 'v_high'],
]);
const SWEPT = /** @type {const} */ ([
  ['rate', 'rate'],
  ['cycle', ''],
  ['burst_gap', 'time'],
  ['burst_spikes', ''],
]);

/**
 * The bifurcation diagram as a table: answers what gives its quantities and its rows. A number of spikes, or a time between
 * bursts, that is 0 is none.
 * @param {Record<string, string | string[]>} names of the columns; swept: up and down
 * @param {(reason: ReturnType<typeof withoutRate>) => string} without why there is no rate, '' where there is one
 */
export function diagramTable(names, without) {
  /** @param {any} found @param {string} parameter @param {string} unit */
  return (found, parameter, unit) => {
    const at = (/** @type {any} */ part, /** @type {string} */ name) =>
      new Map(Array.from(part.value, (value, i) => [value, part[name][i]]));
    const rests = RESTS.map(([key, from, branch, name]) => ({
      name: names[key],
      unit: unitOf('v'),
      column: at(branch ? found[from][branch] : found[from], name),
      positive: false,
    }));
    const swept = SWEPT.flatMap(([key, of]) =>
      [found.up, found.down].map((part, i) => ({
        name: names[key][i],
        unit: of && unitOf(of),
        column: at(part, key),
        positive: key !== 'rate',
      })),
    );
    const columns = [...rests, ...swept];
    const directions = [found.up, found.down];
    const values = new Set([
      ...[found.skeleton.lower, found.cycle].flatMap((part) => Array.from(part.value)),
      ...directions.flatMap(sweptValues),
    ]);
    // Columns of their own for the reasons, where there are any.
    const reasons = directions.map((part) => (/** @type {number} */ value) => without(withoutRate(part, value)));
    const told = reasons.some((reason) => [...values].some(reason));
    const rows = [...values]
      .sort((one, other) => one - other)
      .map((value) => [
        value,
        ...columns.map(({column, positive}) => {
          const x = column.get(value) ?? null;
          return positive && x === 0 ? null : x;
        }),
        ...(told ? reasons.map((reason) => reason(value) || null) : []),
      ]);
    const first = {name: parameter, unit, digits: /** @type {const} */ ('chosen')};
    const last = told ? [names.without].flat().map((name) => ({name, unit: ''})) : [];
    return {
      quantities: [first, ...columns.map(({name, unit}) => ({name: String(name), unit})), ...last],
      rows,
    };
  };
}

/** The lowest part of a bifurcation diagram as a table: u after each spike. @param {string} name of u */
export const afterTable =
  (name) =>
  /** @param {SweepPart} part @param {string} parameter @param {string} unit */
  ({after_value, after_u}, parameter, unit) => ({
    quantities: [
      {name: parameter, unit, digits: /** @type {const} */ ('chosen')},
      {name, unit: unitOf('u')},
    ],
    rows: Array.from(after_value, (value, i) => [value, after_u[i]]),
  });
