// analyses/rheobase.js: the smallest amplitudes at which the cell fires, with the closed forms.

/** @type {AnalysisRecord} */
export default {
  id: 'rheobase',
  tab: 'thresholds',
  view: 'threshold-view',
  ghosts: true,
  question: (choices, {runs, selected}) => choices.underProtocol(runs[selected].experiment),
  *steps(engine, {experiment, protocol}) {
    const written = new Map(engine.closed_forms(experiment.cell).map(({symbol, formula}) => [symbol, formula]));
    const forms = engine
      .onset_forms(experiment, protocol)
      .map((form) => ({...form, formula: written.get(form.symbol) ?? ''}));
    yield {forms};
    yield {forms, found: engine.protocol_thresholds(experiment, protocol)};
  },
};
