// analyses/firing.js: the currents from which a cell fires, from rest, for the table of pinned runs.

/** @type {AnalysisRecord} */
export default {
  id: 'firing',
  view: 'compare-view',
  ghosts: true,
  question: (choices, {runs, selected}) => ({experiment: choices.atRest(runs[selected].experiment)}),
  *steps(engine, {experiment}) {
    const {first, lasting} = engine.protocol_thresholds(experiment, {of: 'from rest', stimulus: null});
    yield {first: first.amplitude, lasting: lasting.amplitude};
  },
};
