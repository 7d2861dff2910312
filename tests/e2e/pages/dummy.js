// pages/dummy.js: an analysis in one file, which a test adds to those in web/analyses: where a cell rests, and who has worked
// that out.

/** @type {AnalysisRecord} */
export default {
  id: 'dummy',
  tab: 'dummy',
  view: 'dummy-view',
  ghosts: true,
  question: (questions, {runs, selected}) => ({cell: questions.steady(runs[selected].experiment).cell}),
  *steps(engine, {cell}) {
    yield;
    yield {v: engine.rest_state(cell).v, by: typeof document === 'undefined' ? 'the worker' : 'the page'};
  },
  here: (_, {ghosts}) => /** @type {any} */ ({pinned: ghosts.length}),
};

// The worker, which loads it too, has no elements.
if (globalThis.customElements)
  customElements.define(
    'dummy-view',
    class extends HTMLElement {
      set results({pinned, answers: {dummy, ghosts}}) {
        this.textContent = JSON.stringify({found: dummy.part, done: dummy.done, pinned, ghosts: ghosts.dummy});
      }
    },
  );
