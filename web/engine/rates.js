// engine/rates.js: the rates of an f-I curve, by kind, and where its trains run away.
import {courseOf} from './quantities.js';

/** The column of each kind of rate, and the column that says where that rate exists. */
const COLUMNS = /** @type {const} */ ({
  count: ['count_rate', 'count_known'],
  'last interval': ['last_rate', 'last_known'],
  steady: ['steady_rate', 'steady_known'],
});
export const RATE_KINDS = /** @type {RateKind[]} */ (Object.keys(COLUMNS));

/** The name of the column of a kind of rate. @param {RateKind} kind */
export const rateColumn = (kind) => COLUMNS[kind][0];

/** Whether this kind of rate exists at a current. @param {FiCurve} curve @param {RateKind} kind @param {number} i */
export const hasRate = (curve, kind, i) => curve[COLUMNS[kind][1]][i] > 0;

/** The rate at a current; null if there is none. @param {FiCurve} curve @param {RateKind} kind @param {number} i @returns {number | null} */
export const rateAt = (curve, kind, i) => (hasRate(curve, kind, i) ? curve[COLUMNS[kind][0]][i] : null);

/** The currents at which this kind of rate exists, with the rates. @param {FiCurve} curve @param {RateKind} kind */
export function known(curve, kind) {
  const has = (/** @type {number} */ _, /** @type {number} */ i) => hasRate(curve, kind, i);
  return {current: curve.current.filter(has), rate: curve[COLUMNS[kind][0]].filter(has)};
}

/** The ranges of neighbouring currents at which the train runs away. @param {FiCurve} curve */
export function runawayRanges({current, course}) {
  /** @type {{from: number, to: number}[]} */
  const ranges = [];
  let open = false;
  for (const [i, at] of current.entries()) {
    const away = courseOf(course[i]) === 'runs away';
    if (away && open) ranges[ranges.length - 1].to = at;
    else if (away) ranges.push({from: at, to: at});
    open = away;
  }
  return ranges;
}
