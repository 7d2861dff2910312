// words/tell.js: what the core says, in the language of the page. The core gives a text as its id and what fills its slots;
// the language has a sentence for the id, in which the numbers stand as the slots have them written.
import {texts} from '../../build/wasm/texts.mjs';
import {bound, held, located, measured, prose, rounded, withUnit} from './format.js';
import {spoken} from './language.js';

/** How numbers are written, by what they are. @type {Record<string, (x: number, unit: string) => string>} */
const NUMBERS = {measured, located, chosen: prose, rounded, bound};

/** What fills a slot, as a sentence has it. @param {any} filled @param {string} slot "bare measured ms", "count" */
function written(filled, slot) {
  const [, bare, as, unit] = /** @type {string[]} */ (/^(bare )?(\w+) ?(.*)/.exec(slot));
  if (as === 'count') return filled;
  if (as === 'name') return spoken.names[filled] ?? filled;
  if (as === 'texts') return filled.map(tell);
  if (as === 'text') return filled.map(tell).join('');
  const number = NUMBERS[as](filled, unit);
  return bare ? number : withUnit(number, unit);
}

/** A text of the core in words; '' where it says nothing. @param {Said | undefined} said @returns {string} */
export function tell(said) {
  if (!said) return '';
  const its = spoken.core[said.id];
  if (typeof its === 'string') return held(its);
  const slots = Object.entries(/** @type {Record<string, Record<string, string>>} */ (texts)[said.id]);
  return held(its(Object.fromEntries(slots.map(([name, slot], i) => [name, written(said.args[i], slot)]))));
}
