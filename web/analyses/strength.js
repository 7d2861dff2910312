// analyses/strength.js: the threshold of a brief step as a function of its duration, coarse to fine.
import {coarseToFine, columns} from '../engine/steps.js';

/** @type {AnalysisRecord} */
export default {
  id: 'strength',
  tab: 'thresholds',
  view: 'threshold-view',
  ghosts: true,
  question: (choices, {runs, selected}) => ({
    ...choices.underProtocol(runs[selected].experiment),
    range: choices.choice('duration_range'),
  }),
  *steps(engine, {experiment, protocol, range}) {
    const lengths = engine.durations_of(range);
    // The thresholds at both ends, the rheobase and the chronaxie are the result; the durations between only draw the curve.
    const ends = engine.protocol_strength(experiment, protocol, [lengths[0], lengths[lengths.length - 1]]);
    if (ends.rheobase === null) return yield ends;
    const found = columns(['duration', 'current', 'above'], lengths.length);
    for (const portion of coarseToFine(lengths.length, 4, 8)) {
      const some = portion.map((index) => lengths[index]);
      const part = engine.protocol_step_thresholds(experiment, protocol, some, ends.rheobase);
      // A duration at which no current is strong enough is left out.
      const kept = portion.filter((index) => part.duration.includes(lengths[index]));
      found.take(kept, part);
      yield {...ends, ...found.given()};
    }
  },
};
