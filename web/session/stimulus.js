// session/stimulus.js: a step of another strength, and the strengths that a stimulus has.
import {tidy} from './ranges.js';
import {STEADY, STIMULI} from './stimulus-kinds.js';

/**
 * One step of an amplitude: the first step of a stimulus at that, or a new one; whatever else a step needs the core adds.
 * Other stimuli would add to it, and what was read at that current would not come of it.
 * @param {Stimulus[]} stimulus @param {number} amplitude @returns {Partial_[]}
 */
export const withAmplitude = (stimulus, amplitude) => [
  {...(stimulus.find(({kind}) => kind === STEADY) ?? {kind: STEADY}), amplitude: tidy(amplitude)},
];

/** A steady current from the first instant on. @param {number} amplitude @returns {Partial_[]} */
export const steadyCurrent = (amplitude) => [{kind: STEADY, amplitude, onset: 0, duration: null}];

/** The currents that stimuli hold a run at; a ramp holds it nowhere. @param {Result} run */
export function heldCurrents({experiment: {stimulus}, corners}) {
  if (!stimulus.length || !stimulus.every(({kind}) => STIMULI[kind].held)) return [];
  return [...new Set(corners.current)].filter((x) => x !== 0);
}

/** The amplitude of a run's own step under a protocol. @param {Result} run @param {ProtocolSetting} setting */
const amplitudeOf = ({experiment: {stimulus}}, {stimulus: at}) => /** @type {any} */ (stimulus[Number(at)]).amplitude;

/** Where a run stands on the axis of what a protocol varies. @param {Result} run @param {ProtocolSetting} setting */
export const heldAmplitudes = (run, setting) =>
  setting.of === 'this run' ? [amplitudeOf(run, setting)] : heldCurrents(run);

/** The rates of a run against what its protocol varies: of the run itself those from the onset on. @param {Result} run @param {ProtocolSetting} setting @returns {RateCurve} */
export function ratesOf(run, setting) {
  if (setting.of !== 'this run') return run.rates;
  const {time, rate} = run.rates;
  const from = time.findIndex((at, i) => at - 500 / rate[i] >= setting.onset); // an interval begins half its length before
  const own = from < 0 ? new Float64Array() : rate.slice(from);
  return {time: from < 0 ? own : time.slice(from), rate: own, current: own.map(() => amplitudeOf(run, setting))};
}
