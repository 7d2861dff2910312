// engine/engine.js: the core, whose functions are called like any others.
import {compiledCore, instanceOf} from './shared.js';

/** The core, ready to be called. Rejects if the page may not compile WebAssembly, or if the core in it is damaged. */
export const startEngine = async () => instanceOf(await compiledCore());
