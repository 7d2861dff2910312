// views/measures.js: the measures of a run that are shown, in order, and how each is written.
import {milliseconds, significant} from '../words/format.js';

/** @type {[string, (x: number) => string][]} */
export const MEASURES = [
  ['count', String],
  ['latency', milliseconds],
  ['first_isi', milliseconds],
  ['last_isi', milliseconds],
  ['isi_ratio', (x) => significant(x, 4)],
  ['mean_rate', (x) => significant(x, 4)],
  ['steady_rate', (x) => significant(x, 5)],
];
