// engine/shared.js: what the page and its workers both run. The page carries it once, in the script of the workers, and
// finds it there: in the page's own bundle the build replaces this module by names that read from that script.
export {NoCore, compile, compiledCore, instanceOf, packedCore} from './core.js';
export {baseOf, messageOf, questioner, stepsOf} from './questioner.js';
