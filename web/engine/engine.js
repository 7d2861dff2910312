// engine/engine.js: the core's functions, called like any function.
import {compiledCore, instanceOf} from './shared.js';

/** The core, ready to be called. Rejects where the page is not allowed to compile WebAssembly, and where it is damaged. */
export const startEngine = async () => instanceOf(await compiledCore());
