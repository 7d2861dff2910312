// engine/shared.js: the code that both the page and its workers run. The page carries it once, in the workers' script: in the
// page's own bundle the build replaces this module by names that read from that script.
export {NoCore, compile, compiledCore, instanceOf, packedCore} from './core.js';
export {linesOf, numberWith} from './samples.js';
export {baseOf, messageOf, analysisWork, stepsOf} from './analysis-work.js';
