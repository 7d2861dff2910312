// session/thresholds.js: whether the threshold of a verdict is the one that the gap between the nullclines shows.

/** How closely two currents agree that are one threshold, as a share of it: searches know a threshold to nine digits. */
const ONE = 1e-6;

/**
 * Whether a threshold of a verdict, as a text gives it (rounded), is another one than I_SN, while the place of the verdict is the
 * gap, whose height is I - I_SN: then that is not the threshold's place.
 * @param {RunVerdict} verdict @param {number} told
 */
export function isElsewhere({first, second, place}, told) {
  if (place.kind !== 'gap' || place.u === null || place.to === null) return false;
  const saddleNode = place.current - (place.to - place.u);
  const exact = [first, second]
    .filter((one) => one !== null)
    .reduce((best, one) => (Math.abs(one - told) < Math.abs(best - told) ? one : best), Infinity);
  return Math.abs((Number.isFinite(exact) ? exact : told) - saddleNode) > ONE * Math.max(1, Math.abs(saddleNode));
}

/** Whether a verdict compares a current with another threshold than I_SN. @param {RunVerdict | undefined} verdict */
export const comparesElsewhere = (verdict) =>
  verdict !== undefined &&
  verdict.first !== null &&
  verdict.compared === verdict.place.current &&
  isElsewhere(verdict, verdict.first);
