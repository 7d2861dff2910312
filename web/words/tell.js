// words/tell.js: turns the core's texts into sentences. The core gives an id and the values of its slots; a language has a sentence
// for each id, and the slots say how the numbers in it are written.
import {slots} from 'built:slots';
import {typesetUnits, withUnit} from './format.js';

/** The parts of a language's words that are needed here. @typedef {{numbers: ReturnType<typeof import('./format.js').numbersWith>, names: Record<string, string>, patterns: Record<string, string>, core: any}} Telling */

/** The formats of numbers, by kind. @param {Telling['numbers']} numbers @returns {Record<string, (x: number, unit: string) => string>} */
const byKind = ({measured, located, prose, rounded, bound}) => ({measured, located, chosen: prose, rounded, bound});

/**
 * Marks a number where it stands in a text: what it is of, by the text's id, the unit, and the slot's name where the text keeps it.
 * @typedef {(number: string, id: string, name: string, unit: string) => string} Mark
 */

/**
 * The value of a slot as it appears in a sentence.
 * @param {Telling} words @param {any} filled @param {string} slot "bare measured ms", "count", "spikes: count" @param {string} id @param {Mark} [mark]
 */
function written(words, filled, slot, id, mark) {
  const [, name = '', bare, as, unit] = /** @type {string[]} */ (/^(?:(\w+): )?(bare )?(\w+) ?(.*)/.exec(slot));
  const said = (/** @type {Said} */ one) => tell(words, one, mark);
  if (as === 'count') return filled;
  if (as === 'name') return words.names[filled] ?? filled;
  if (as === 'pattern') return words.patterns[filled];
  if (as === 'texts') return filled.map(said);
  if (as === 'text') return filled.map(said).join('');
  // A value that a sweep varies comes with its unit.
  const [x, its] = typeof filled === 'object' ? [filled.number, filled.unit] : [filled, unit];
  const number = byKind(words.numbers)[as](x, its);
  const whole = bare ? number : withUnit(number, its);
  return mark ? mark(whole, id, name, its) : whole;
}

/** The sentence for a text of the core; '' if there is no text. @param {Telling} words @param {Said | undefined} said @param {Mark} [mark] @returns {string} */
export function tell(words, said, mark) {
  if (!said) return '';
  const its = words.core[said.id];
  if (typeof its === 'string') return typesetUnits(its);
  return typesetUnits(its(...slots[said.id].map((slot, i) => written(words, said.args[i], slot, said.id, mark))));
}
