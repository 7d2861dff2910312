// analyses/drive.js: the rates over the range of the slider that sets the strength of the stimulus, and where firing begins.
import {curveOver} from '../engine/steps.js';

/** @type {AnalysisRecord} */
export default {
  id: 'drive',
  view: 'quick-bar',
  atOnce: true,
  question: (choices, results) => choices.overTheSlider(results),
  *steps(engine, asked) {
    const {experiment, protocol} = asked;
    let found;
    for (const curve of curveOver(engine, asked)) {
      yield {curve, found};
      found ??= engine.protocol_thresholds(experiment, protocol);
      yield {curve, found};
    }
  },
};
