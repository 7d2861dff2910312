// words-entry.js: all that has to do with words, in one bundle, so that units are learnt by the very modules that write.
import en from '../../web/words/en.js';
import es from '../../web/words/es.js';

export * from '../../web/words/format.js';
export {learnUnits} from '../../web/engine/quantities.js';
export * from '../../web/words/languages.js';
export * from '../../web/words/read.js';
export {learnSymbols} from '../../web/engine/units.js';
export * from '../../web/engine/rates.js';
export * from '../../web/engine/swept.js';
export * from '../../web/words/problems.js';
export * from '../../web/words/tell.js';
export * from '../../web/words/worded.js';
export {optional, problems, texts} from '../../build/wasm/texts.mjs';
export {en, es};
