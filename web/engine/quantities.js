// engine/quantities.js: the units of what the core computes, as the core names them, and which of it belongs together.

/** @type {Map<string, string>} */
const units = new Map();

/** @type {Tables} */
let tables;

/** Takes in the core's tables; what is asked of them later reads these. @param {Tables} all */
export function learnUnits(all) {
  tables = all;
  const {recording, measures, rate_curve, instant, fixed_point, fi_curve, onset, strength_duration, sweep_part} = all;
  // Where two tables share a name, that of a run counts.
  const found = [...sweep_part, ...strength_duration, ...onset, ...fi_curve, ...fixed_point, ...instant];
  for (const {name, unit} of [...found, ...measures, ...rate_curve, ...recording]) units.set(name, unit);
}

/** Which of them are not measured: what was chosen, what is located, and a place on an axis of powers of ten. @type {Record<string, Record<string, Quantity['digits']>>} */
const written = {
  fi_curve: {current: 'chosen'},
  onset: {distance: 'place'},
  rate_curve: {current: 'located'},
  strength_duration: {duration: 'place', current: 'located'},
};

/** Quantities of one of the core's tables, by name. @param {'fi_curve' | 'onset' | 'rate_curve' | 'strength_duration'} table @param {string[]} names @returns {Quantity[]} */
export const quantities = (table, names) =>
  names.map((name) => {
    const one = /** @type {Quantity} */ (tables[table].find((each) => each.name === name));
    const digits = written[table][name];
    return digits ? {...one, digits} : one;
  });

/** How many digits are written of what is measured in a unit, by the core's rule. @param {string} unit */
export const digitsOf = (unit) => {
  const rules = tables?.digits.measured ?? [];
  return rules.find((rule) => rule.unit === unit) ?? rules[0] ?? {decimals: 2, least: 3};
};

/** Decimals of where something begins or ends. */
export const locatedDecimals = () => tables?.digits.located ?? 6;

/** The units in which what a closed form gives has those. */
export const locatedUnits = () => tables?.digits.located_units ?? [];

/** What a fixed point is, by the index that a branch of a diagram gives. @param {number} kind */
export const stabilityOf = (kind) => tables.stability[kind];

/** What becomes of a train, by the index that a curve gives. @param {number} course @returns {Course} */
export const courseOf = (course) => tables.course[course];

/** The unit of a quantity by its name in the core; empty for a plain number. @param {string} name */
export const unitOf = (name) => units.get(name) ?? '';

/** @type {Map<string, string>} */
const unitsAt = new Map();
/** Of a field within a list or a kind, only where it lies and what it is called. @param {string} path */
const ends = (path) => path.replace(/\..*\./, '.');

/** Takes in the units of an experiment's fields. @param {{type?: string, id: string, unit?: string, fields?: any[], kinds?: any[]}[]} fields */
export function learnFields(fields) {
  for (const {type, id, unit, fields: inner = [], kinds = []} of fields) {
    if (type === 'number') unitsAt.set(ends(id), unit ?? '');
    learnFields([...inner, ...kinds]);
  }
}

/** The unit of an experiment's value by its path: cell.C, stimulus.0.amplitude. @param {string} path */
export const unitAt = (path) => unitsAt.get(ends(path)) ?? '';

/** The closed forms that mark where firing begins. @param {ClosedForm[]} forms */
export const thresholdForms = (forms) =>
  forms.filter(
    ({id, value}) =>
      value !== null && ['saddle_node_current', 'andronov_hopf_current', 'invariant_parabola_current'].includes(id),
  );
