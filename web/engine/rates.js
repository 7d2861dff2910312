// engine/rates.js: the rates of an f-I curve, by kind.

/** The column of each kind of rate, the column that says where that rate exists, and the name of its gain. */
const COLUMNS = /** @type {const} */ ({
  count: ['count_rate', 'count_known', 'count'],
  'last interval': ['last_rate', 'last_known', 'last_interval'],
  steady: ['steady_rate', 'steady_known', 'steady'],
});
export const RATE_KINDS = /** @type {RateKind[]} */ (Object.keys(COLUMNS));

/** The name of the column of a kind of rate. @param {RateKind} kind */
export const rateColumn = (kind) => COLUMNS[kind][0];

/** How fast a kind of rate grows [Hz/pA]; null where it does not. @param {Gains | undefined} gains @param {RateKind} kind */
export const gainOf = (gains, kind) => gains?.[COLUMNS[kind][2]] ?? null;

/** Whether this kind of rate exists at a current. @param {FiCurve} curve @param {RateKind} kind @param {number} i */
export const hasRate = (curve, kind, i) => curve[COLUMNS[kind][1]][i] > 0;

/** The rate at a current; null if there is none. @param {FiCurve} curve @param {RateKind} kind @param {number} i @returns {number | null} */
export const rateAt = (curve, kind, i) => (hasRate(curve, kind, i) ? curve[COLUMNS[kind][0]][i] : null);

/** The currents at which this kind of rate exists, with the rates. @param {FiCurve} curve @param {RateKind} kind */
export function known(curve, kind) {
  const has = (/** @type {number} */ _, /** @type {number} */ i) => hasRate(curve, kind, i);
  return {current: curve.current.filter(has), rate: curve[COLUMNS[kind][0]].filter(has)};
}

/** One current of a curve, as a curve of its own. @param {FiCurve} curve @param {number} index @returns {FiCurve} */
export const rowOf = (curve, index) =>
  /** @type {any} */ (
    Object.fromEntries(
      Object.entries(curve).map(([name, column]) => [
        name,
        typeof column === 'number' ? column : column.slice(index, index + 1),
      ]),
    )
  );
