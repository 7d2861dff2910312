// analyses/onset.js: where and how firing begins, and how the rate grows from there over a range of amplitudes.
import {RATE_KINDS, known} from '../engine/rates.js';
import {curveOver} from '../engine/steps.js';

/** A rate may fall by this much of its range in all and still count as growing: less than a wiggle, more than one spike. */
const MOST_FALL = 0.2;
/** Whether a rate grows with the current rather than going up and down. @param {ArrayLike<number>} rate */
function grows(rate) {
  const rates = Array.from(rate);
  const fall = rates.reduce((sum, one, i) => sum + Math.max(0, (rates[i - 1] ?? one) - one), 0);
  return fall <= MOST_FALL * (Math.max(...rates) - Math.min(...rates));
}

/** How fast each kind of rate grows above the onset; currents without that rate are left out. @param {Engine} engine @param {FiCurve} curve @param {number} from */
function gains(engine, curve, from) {
  return Object.fromEntries(
    RATE_KINDS.map((kind) => {
      const {current, rate} = known(curve, kind);
      const above = rate.filter((_, i) => current[i] >= from);
      return [kind, grows(above) ? engine.gain(current, rate, from) : null];
    }),
  );
}

/**
 * How the rate begins. Where the protocol has an amplitude of lasting firing: about the state at that onset, with currents
 * given for the step alone; otherwise about rest. `own` tells whether it is the protocol's own onset.
 * @param {Engine} engine @param {Experiment} experiment @param {Protocol} protocol @param {ProtocolThresholds} found
 */
function beginning(engine, experiment, protocol, {setting, lasting, saddle_node}) {
  /** @type {Threshold} */
  const none = {current: null, reason_id: '', runs_away_from: null};
  const own = setting.of === 'from rest' || lasting.amplitude !== null;
  if (lasting.amplitude === null) {
    const rest = engine.steady_protocol(experiment, {of: 'from rest', stimulus: null});
    return {own, onset: engine.onset(rest, engine.rheobase(rest, {duration: null}))};
  }
  const current = lasting.total ?? lasting.amplitude;
  /** @type {Rheobase} */
  const rheobase = {single: none, lasting: {...none, current}, saddle_node, certain: lasting.certain};
  const onset = engine.onset(engine.steady_protocol(experiment, protocol), rheobase);
  return {own, onset: {...onset, current: onset.current === null ? null : onset.current - setting.background}};
}

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
    const found = {thresholds, ...beginning(engine, experiment, protocol, thresholds)};
    yield found;
    const from = thresholds.lasting.amplitude;
    if (from === null) return;
    let whole;
    for (whole of curveOver(engine, asked)) yield;
    yield {...found, gains: gains(engine, whole, from)};
  },
};
