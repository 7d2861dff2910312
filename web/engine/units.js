// engine/units.js: the units that a number may be given in, by the core's tables: what measures the same is converted.

/** @typedef {{power: number, of: [number, number, number]}} Unit a power of ten times ampere, volt and second, each to a power */

/** Every prefixed symbol. @type {Map<string, Unit>} */
const symbols = new Map();
/** Names of what is measured, by its dimension. @type {Map<string, string>} */
const names = new Map();

/** Takes in the core's tables. @param {UnitTables} tables */
export function learnSymbols(tables) {
  for (const {symbol, of} of tables.symbols)
    for (const prefix of [{symbol: '', power: 0}, ...tables.prefixes])
      symbols.set(prefix.symbol + symbol, {power: prefix.power, of});
  for (const {id, of} of tables.quantities) names.set(of.join(), id);
}

/** One factor of a unit: a prefixed symbol, and its exponent: mV², mV^2, ms-1. */
const FACTOR = /^([^\d^⁻¹²³-]+)(?:\^?(-?[1-3])|([⁻-]?[¹²³]))?$/u;
/** @param {string} raised */
const lowered = (raised) => Number(raised.replace('⁻', '-').replace(/[¹²³]/, (digit) => String(' ¹²³'.indexOf(digit))));

/**
 * A unit from its text: a product or quotient of prefixed symbols, as nS/mV, 1/ms, nS_per_mV or per_ms; '' is none.
 * Undefined where that is not known.
 * @param {string} text @returns {Unit | undefined}
 */
export function unitFrom(text) {
  /** @type {Unit} */
  const unit = {power: 0, of: [0, 0, 0]};
  const plain = text.trim().replace(/(^|[\s_])per[\s_]+/g, '/');
  if (!plain) return unit;
  // Each factor with what stands before it: nothing, a dot or a slash.
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

/** The core's name of what a unit measures; undefined where it has none. @param {Unit} unit */
export const quantityOf = ({of}) => names.get(of.join());

/** Whether two units measure the same. @param {Unit} one @param {Unit} other */
export const alike = (one, other) => one.of.join() === other.of.join();
