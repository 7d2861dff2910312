// views/measures.js: the measures of a run that are shown, in order, and how each is written.
import {unitOf} from '../quantities.js';
import {milliseconds, significant, withUnit} from '../words/format.js';
import {words} from '../words/words.js';

/** @type {[string, (x: number) => string][]} */
const WRITTEN = [
  ['count', String],
  ['latency', milliseconds],
  ['first_isi', milliseconds],
  ['last_isi', milliseconds],
  ['isi_ratio', (x) => significant(x, 4)],
  ['mean_rate', (x) => significant(x, 4)],
  ['steady_rate', (x) => significant(x, 5)],
];

export const MEASURES = WRITTEN.map(([key]) => key);

/** What is shown for each measure: its value, or why there is none. @param {Measures} measures @returns {Record<string, string>} */
export function writtenMeasures(measures) {
  const {mean_reason, steady_reason, steady_number} = measures;
  /** @type {Record<string, string>} */
  const reasons = {
    mean_rate: words.noRate(mean_reason, null),
    steady_rate: words.noRate(steady_reason, steady_number),
  };
  return Object.fromEntries(
    WRITTEN.map(([key, number]) => {
      const value = measures[key];
      return [key, value === null ? reasons[key] || words.none : withUnit(number(value), unitOf(key))];
    }),
  );
}
