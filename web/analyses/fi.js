// analyses/fi.js: the firing rates over a range of amplitudes, coarse to fine, with the closed forms.
import {curveOver} from '../engine/steps.js';

/** @type {AnalysisRecord} */
export default {
  id: 'fi',
  tab: 'rate',
  view: 'rate-view',
  ghosts: true,
  atOnce: true,
  question: (choices, results) => choices.overCurrents(results),
  *steps(engine, asked) {
    const forms = engine.onset_forms(asked.experiment, asked.protocol);
    for (const curve of curveOver(engine, asked)) yield {curve, summary: engine.fi_summary(curve), forms};
  },
};
