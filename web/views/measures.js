// views/measures.js: which measures of a run are shown, in which order, and how each is written.
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';
import {tell} from '../words/tell.js';

export const MEASURES = /** @type {const} */ ([
  'count',
  'latency',
  'first_isi',
  'last_isi',
  'isi_ratio',
  'mean_rate',
  'steady_rate',
]);

/** The text shown for each measure, by its key: the value, or why there is none. @param {Words} words @param {Measures} measures @returns {Record<string, string>} */
export function writtenMeasures(words, measures) {
  /** @type {Record<string, string>} */
  const reasons = {mean_rate: tell(words, measures.mean_none), steady_rate: tell(words, measures.steady_none)};
  return Object.fromEntries(
    MEASURES.map((key) => {
      const value = measures[key];
      return [
        key,
        value === null ? reasons[key] || words.none : withUnit(words.numbers.measured(value, unitOf(key)), unitOf(key)),
      ];
    }),
  );
}
