// session/long-enough.js: how long a run must be to show a first spike that comes after its end.

/**
 * The duration, in ms, of a run whose first spike comes later than its end, as its verdict says: until that spike and a tenth more,
 * rounded up to two digits, as the core makes the runs longer that show a threshold (core/sweep/sought.cpp). null if no spike is
 * known to come, or if the longest run would still miss it.
 * @param {RunVerdict} verdict @param {number} duration of the run, ms @param {number} longest that a run may be, ms
 */
export function longEnough({kind, neutral}, duration, longest) {
  const [[said] = []] = /** @type {Said[][]} */ ((kind === 'not yet' && neutral?.args) || []);
  if (said?.id !== 'verdict.not_yet') return null;
  const [takes, lasts] = /** @type {number[]} */ (said.args);
  const spike = duration + takes - lasts;
  const digit = 10 ** (Math.floor(Math.log10(spike)) - 1);
  const wanted = Number((Math.ceil((1.1 * spike) / digit) * digit).toPrecision(2));
  return wanted <= longest ? wanted : null;
}
