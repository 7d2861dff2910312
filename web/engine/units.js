// engine/units.js: the units in which a number may be entered, from the core's tables: units of the same quantity are converted.

/** @typedef {{power: number, of: [number, number, number]}} Unit a power of ten, and the exponents of ampere, volt and second */

/** Every symbol, with every prefix. @type {Map<string, Unit>} */
const symbols = new Map();
/** Names of quantities, by dimension. @type {Map<string, string>} */
const names = new Map();

/** Stores the core's tables of units. @param {UnitTables} tables */
export function learnSymbols(tables) {
  for (const {symbol, of} of tables.symbols)
    for (const prefix of [{symbol: '', power: 0}, ...tables.prefixes])
      symbols.set(prefix.symbol + symbol, {power: prefix.power, of});
  for (const {id, of} of tables.quantities) names.set(of.join(), id);
}

/** One factor of a unit, a prefixed symbol with its exponent: mV², mV^2, ms-1. */
const FACTOR = /^([^\d^⁻¹²³-]+)(?:\^?(-?[1-3])|([⁻-]?[¹²³]))?$/u;
/** @param {string} raised */
const lowered = (raised) => Number(raised.replace('⁻', '-').replace(/[¹²³]/, (digit) => String(' ¹²³'.indexOf(digit))));

/**
 * Reads a unit: a product or quotient of prefixed symbols, such as nS/mV, 1/ms, nS_per_mV or per_ms; '' has no dimension.
 * Undefined if any symbol is unknown.
 * @param {string} text @returns {Unit | undefined}
 */
export function unitFrom(text) {
  /** @type {Unit} */
  const unit = {power: 0, of: [0, 0, 0]};
  const plain = text.trim().replace(/(^|[\s_])per[\s_]+/g, '/');
  if (!plain) return unit;
  // Each factor with the mark before it: nothing, a dot or a slash.
  for (const [, mark, factor] of plain.matchAll(/([/·*⋅∙]|\s|^)\s*([^/·*⋅∙\s]*)/gu)) {
    if (factor === '1' || (!factor && !mark.trim())) continue;
    const [, symbol = '', plainly, raised] = FACTOR.exec(factor) ?? [];
    const found = symbols.get(symbol);
    if (!found) return undefined;
    const times = (mark === '/' ? -1 : 1) * (plainly ? Number(plainly) : raised ? lowered(raised) : 1);
    unit.power += times * found.power;
    found.of.forEach((exponent, i) => (unit.of[i] += times * exponent));
  }
  return unit;
}

/** The core's name for the quantity that a unit measures; undefined if it has none. @param {Unit} unit */
export const quantityOf = ({of}) => names.get(of.join());

/** Whether two units measure the same quantity. @param {Unit} one @param {Unit} other */
export const alike = (one, other) => one.of.join() === other.of.join();
