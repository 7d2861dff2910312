// words/tell.js: what the core says, in a language. The core gives a text as its id and what fills its slots; the language has a
// sentence for the id, in which the numbers stand as the slots have them written.
import {slots} from 'built:slots';
import {typesetUnits, withUnit} from './format.js';

/** What of a language tells a text. @typedef {{numbers: ReturnType<typeof import('./format.js').numbersWith>, names: Record<string, string>, patterns: Record<string, string>, core: any}} Telling */

/** How numbers are written, by what they are. @param {Telling['numbers']} numbers @returns {Record<string, (x: number, unit: string) => string>} */
const byKind = ({measured, located, prose, rounded, bound}) => ({measured, located, chosen: prose, rounded, bound});

/** What fills a slot, as a sentence has it. @param {Telling} words @param {any} filled @param {string} slot "bare measured ms", "count" */
function written(words, filled, slot) {
  const [, bare, as, unit] = /** @type {string[]} */ (/^(bare )?(\w+) ?(.*)/.exec(slot));
  const said = (/** @type {Said} */ one) => tell(words, one);
  if (as === 'count') return filled;
  if (as === 'name') return words.names[filled] ?? filled;
  if (as === 'pattern') return words.patterns[filled];
  if (as === 'texts') return filled.map(said);
  if (as === 'text') return filled.map(said).join('');
  // What a sweep varies has its unit with it.
  const [x, its] = typeof filled === 'object' ? [filled.number, filled.unit] : [filled, unit];
  const number = byKind(words.numbers)[as](x, its);
  return bare ? number : withUnit(number, its);
}

/** A text of the core in the words of a language; '' where it says nothing. @param {Telling} words @param {Said | undefined} said @returns {string} */
export function tell(words, said) {
  if (!said) return '';
  const its = words.core[said.id];
  if (typeof its === 'string') return typesetUnits(its);
  return typesetUnits(its(...slots[said.id].map((slot, i) => written(words, said.args[i], slot))));
}
