// quantities.js: the units of what the core computes, as the core names them.

/** @type {Map<string, string>} */
const units = new Map();

/** Takes in the core's tables; what is asked of them later reads these. @param {Tables} tables */
export function learnUnits({recording, measures, rate_curve, instant, fixed_point}) {
  for (const {name, unit} of [...fixed_point, ...instant, ...measures, ...rate_curve, ...recording])
    units.set(name, unit);
}

/** The unit of a quantity by its name in the core; empty for a plain number. @param {string} name */
export const unitOf = (name) => units.get(name) ?? '';
