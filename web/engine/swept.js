// engine/swept.js: the values of one direction of a sweep, those among them at which there is no rate.

/** All of its values, ascending. @param {SweepPart} part */
export const sweptValues = ({value, runs_away, slow, undecided}) =>
  [...value, ...runs_away, ...slow, ...undecided].sort((one, other) => one - other);

/** The stretches of neighbouring values at which the train runs away. @param {SweepPart} part */
export function runawayStretches(part) {
  const away = new Set(part.runs_away);
  /** @type {{from: number, to: number}[]} */
  const ranges = [];
  let open = false;
  for (const value of away.size ? sweptValues(part) : []) {
    if (away.has(value) && open) ranges[ranges.length - 1].to = value;
    else if (away.has(value)) ranges.push({from: value, to: value});
    open = away.has(value);
  }
  return ranges;
}
