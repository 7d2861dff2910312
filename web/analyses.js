// analyses.js: what takes longer than a frame, cut into parts. Each is a generator over the engine that yields what it has
// so far; it runs in the worker (analysis.js), or here between frames where no worker is allowed.

/** @typedef {(engine: Engine, question: any) => Generator<any, void, void>} Analysis_ */

/** By kind. @type {Record<string, Analysis_>} */
export const analyses = {
  /** What separates firing from rest. Asked {cell, current, window}. */
  *boundary(engine, {cell, current, window}) {
    yield engine.boundary(cell, current, window);
  },
};
