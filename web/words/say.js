// words/say.js: helpers that the texts of all languages share: quantities with units, lists, and the order of tables.
import {sweptOf, unitOf} from '../engine/quantities.js';
import {hasRate} from '../engine/swept.js';
import {withUnit} from './format.js';

export const time = (/** @type {string} */ text) => withUnit(text, unitOf('time'));
export const volts = (/** @type {string} */ text) => withUnit(text, unitOf('v'));
export const amps = (/** @type {string} */ text) => withUnit(text, unitOf('current'));
export const hertz = (/** @type {string} */ text) => withUnit(text, unitOf('rate'));

/** A count with its noun: "1 spike", "3 spikes". @param {number} count @param {string} one @param {string} many */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/**
 * Two numbers as a range, or as one number if they are written alike.
 * @param {(low: string | number, high: string | number) => string} between in words
 */
export const rangeWith =
  (between) =>
  /** @param {string | number} low @param {string | number} high with its unit, if it has one */
  (low, high) => (String(high).split('\u00a0')[0] === String(low) ? String(high) : between(low, high));

/** With a capital letter at the start. @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "one, two and three". @param {string[]} all @param {string} and */
export const listed = (all, and) =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${and} ${all[all.length - 1]}`;

/** A name with the unit of a quantity. @param {string} name @param {string} quantity */
export const headed = (name, quantity) => (unitOf(quantity) ? `${name} [${unitOf(quantity)}]` : name);

/** A symbol such as I_SN as plain text, where there are no subscripts. @param {string} symbol */
export const flat = (symbol) => symbol.replace('_', '\u2009');

/** What a direction of a sweep can do without having a rate. */
export const NO_RATE = new Set(['runs away', 'slow', 'undecided']);

/** The columns of the bifurcation diagram's table, in order: rest and the cycle, each with the row that says whether it is known; then the sweep up and down. */
const RESTS = /** @type {const} */ ([
  ['lower', 'rest_v', 'rest_known'],
  ['upper', 'saddle_v', 'saddle_known'],
  ['v_low', 'v_low', 'cycle_known'],
  ['v_high', 'v_high', 'cycle_known'],
]);
const SWEPT = /** @type {const} */ ([
  ['rate', 'rate'],
  ['cycle', ''],
  ['burst_gap', 'time'],
  ['burst_spikes', ''],
]);

/**
 * The bifurcation diagram as a table. Returns a function that gives its columns and its rows. A number of spikes, or a time
 * between bursts, of 0 means that there is none.
 * @param {Record<string, string | string[]>} names of the columns; swept: up and down
 * @param {(does: string, below: number) => string} without why there is no rate, '' where there is one
 */
export function diagramTable(names, without) {
  /** @param {DiagramRows} rows @param {string} parameter @param {string} unit */
  return (rows, parameter, unit) => {
    const ways = [rows.up, rows.down];
    const rests = RESTS.map(([key, column, known]) => ({
      name: String(names[key]),
      unit: unitOf('v'),
      at: (/** @type {number} */ i) => (rows[known][i] > 0 ? rows[column][i] : null),
    }));
    const swept = SWEPT.flatMap(([key, of]) =>
      ways.map((way, which) => ({
        name: names[key][which],
        unit: of && unitOf(of),
        at: (/** @type {number} */ i) => ((key === 'rate' ? hasRate(way, i) : way[key][i] > 0) ? way[key][i] : null),
      })),
    );
    // The reasons have columns of their own if there are any.
    const reasons = ways.map((way, which) => ({
      name: names.without[which],
      unit: '',
      at: (/** @type {number} */ i) => without(sweptOf(way.does[i]), way.below[i]) || null,
    }));
    const indices = Array.from(rows.value, (_, i) => i);
    const told = reasons.some(({at}) => indices.some(at));
    const columns = [...rests, ...swept, ...(told ? reasons : [])];
    return {
      quantities: [
        {name: parameter, unit, digits: /** @type {const} */ ('chosen')},
        ...columns.map(({name, unit}) => ({name, unit})),
      ],
      rows: indices.map((i) => [rows.value[i], ...columns.map(({at}) => at(i))]),
    };
  };
}

/** The lowest plot of the bifurcation diagram as a table: u after each spike. @param {string} name of u */
export const afterTable =
  (name) =>
  /** @param {{after_value: number[], after_u: number[]}} after @param {string} parameter @param {string} unit */
  ({after_value, after_u}, parameter, unit) => ({
    quantities: [
      {name: parameter, unit, digits: /** @type {const} */ ('chosen')},
      {name, unit: unitOf('u')},
    ],
    rows: Array.from(after_value, (value, i) => [value, after_u[i]]),
  });
