// analyses/verdict.js: where firing begins under the step that decides, for the verdict on a run that has more than one stimulus.

/** @type {AnalysisRecord} */
export default {
  id: 'verdict',
  view: 'verdict-view',
  question: (choices, results) => choices.askedByVerdict(results),
  *steps(engine, {experiment, protocol}) {
    yield {found: engine.protocol_thresholds(experiment, protocol)};
  },
};
