// analyses/onset.js: where and how firing begins, and how the rate grows from there over a range of amplitudes.
import {curveOver} from '../engine/steps.js';

/** @type {AnalysisRecord} */
export default {
  id: 'onset',
  tab: 'rate',
  view: 'rate-view',
  question: (choices, results) => choices.overCurrents(results),
  *steps(engine, asked) {
    const {experiment, protocol} = asked;
    const thresholds = engine.protocol_thresholds(experiment, protocol);
    yield {thresholds};
    const found = {thresholds, ...engine.protocol_onset(experiment, protocol, thresholds.lasting)};
    yield found;
    const from = thresholds.lasting.amplitude;
    if (from === null) return;
    let whole;
    for (whole of curveOver(engine, asked)) yield;
    yield {...found, gains: engine.gains(whole, from)};
  },
};
