// session/stimulus.js: a step of another amplitude, and the currents that a stimulus consists of.
import {tidy} from './ranges.js';
import {STEADY, STIMULI} from './stimulus-kinds.js';

/**
 * One step of a given amplitude: the stimulus's first step with that amplitude, or a new one, completed by the core. Other
 * stimuli are dropped: they would add to it, and the result read off at that current would not appear.
 * @param {Stimulus[]} stimulus @param {number} amplitude @returns {Partial_[]}
 */
export const withAmplitude = (stimulus, amplitude) => [
  {...(stimulus.find(({kind}) => kind === STEADY) ?? {kind: STEADY}), amplitude: tidy(amplitude)},
];

/** A steady current from time 0. @param {number} amplitude @returns {Partial_[]} */
export const steadyCurrent = (amplitude) => [{kind: STEADY, amplitude, onset: 0, duration: null}];

/** The constant currents of a run, other than 0 [pA]; none if its stimulus includes a ramp. @param {Result} run */
export function constantCurrents({experiment: {stimulus}, corners}) {
  if (!stimulus.length || !stimulus.every(({kind}) => STIMULI[kind].constant)) return [];
  return [...new Set(corners.current)].filter((x) => x !== 0);
}

/** The amplitude of a run's own step under a protocol. @param {Result} run @param {ProtocolSetting} setting */
const amplitudeOf = ({experiment: {stimulus}}, {stimulus: at}) => /** @type {any} */ (stimulus[Number(at)]).amplitude;

/** Where a run is on the axis of what the protocol varies [pA]. @param {Result} run @param {ProtocolSetting} setting */
export const ownAmplitudes = (run, setting) =>
  setting.of === 'this run' ? [amplitudeOf(run, setting)] : constantCurrents(run);

/** A run's rates against what its protocol varies; for the run itself, only those after the onset. @param {Result} run @param {ProtocolSetting} setting @returns {RateCurve} */
export function ratesOf(run, setting) {
  if (setting.of !== 'this run') return run.rates;
  const {time, rate} = run.rates;
  const from = time.findIndex((at, i) => at - 500 / rate[i] >= setting.onset); // an interval begins half its length before its time
  const own = from < 0 ? new Float64Array() : rate.slice(from);
  return {time: from < 0 ? own : time.slice(from), rate: own, current: own.map(() => amplitudeOf(run, setting))};
}
