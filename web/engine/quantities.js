// engine/quantities.js: units, numbers of digits and names of the quantities that the core computes, from the core's tables.

/** @type {Map<string, string>} */
const units = new Map();

/** @type {Tables} */
let tables;

/** Stores the core's tables, which the functions below read. @param {Tables} all */
export function learnUnits(all) {
  tables = all;
  const {recording, measures, rate_curve, instant, fixed_point, fi_curve, onset, strength_duration, sweep_part} = all;
  // Where two tables share a name, the one of a run takes precedence.
  const found = [...sweep_part, ...strength_duration, ...onset, ...fi_curve, ...fixed_point, ...instant];
  for (const {name, unit} of [...found, ...measures, ...rate_curve, ...recording]) units.set(name, unit);
}

/** The quantities that are not measured: chosen, located exactly, or a position on a logarithmic axis. @type {Record<string, Record<string, Quantity['digits']>>} */
const written = {
  fi_curve: {current: 'chosen'},
  onset: {distance: 'place'},
  rate_curve: {current: 'located'},
  strength_duration: {duration: 'place', current: 'located'},
};

/** The named quantities of one of the core's tables. @param {'fi_curve' | 'onset' | 'rate_curve' | 'strength_duration'} table @param {string[]} names @returns {Quantity[]} */
export const quantities = (table, names) =>
  names.map((name) => {
    const one = /** @type {Quantity} */ (tables[table].find((each) => each.name === name));
    const digits = written[table][name];
    return digits ? {...one, digits} : one;
  });

/** How many digits a measured value in this unit is shown with, by the core's rule. @param {string} unit */
export const digitsOf = (unit) => {
  const rules = tables?.digits.measured ?? [];
  return rules.find((rule) => rule.unit === unit) ?? rules[0] ?? {decimals: 2, least: 3};
};

/** Decimals of a located value: one where something begins or ends. */
export const locatedDecimals = () => tables?.digits.located ?? 6;

/** The units in which values from a closed form are shown with that many decimals. */
export const locatedUnits = () => tables?.digits.located_units ?? [];

/** The kind of a fixed point, from its index in a branch of a diagram. @param {number} kind */
export const stabilityOf = (kind) => tables.stability[kind];

/** What one direction of a sweep does, from its index in a row of a diagram. @param {number} does */
export const sweptOf = (does) => tables.swept[does];

/** The unit of a quantity, by its name in the core; empty for a dimensionless number. @param {string} name */
export const unitOf = (name) => units.get(name) ?? '';

/** @type {Map<string, string>} */
const unitsAt = new Map();
/** The path of a field in a list or a kind, reduced to its first and last parts. @param {string} path */
const ends = (path) => path.replace(/\..*\./, '.');

/** Stores the units of an experiment's fields. @param {{type?: string, id: string, unit?: string, fields?: any[], kinds?: any[]}[]} fields */
export function learnFields(fields) {
  for (const {type, id, unit, fields: inner = [], kinds = []} of fields) {
    if (type === 'number') unitsAt.set(ends(id), unit ?? '');
    learnFields([...inner, ...kinds]);
  }
}

/** The unit of a value of an experiment, by its path: cell.C, stimulus.0.amplitude. @param {string} path */
export const unitAt = (path) => unitsAt.get(ends(path)) ?? '';
