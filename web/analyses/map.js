// analyses/map.js: the map from the state after one spike to the state after the next, at one steady current.

/** @type {AnalysisRecord} */
export default {
  id: 'map',
  tab: 'map',
  view: 'map-view',
  ghosts: true,
  question(choices, {runs, selected, plane: {current}, steady: {reset_u}}) {
    const {cell} = runs[selected].experiment;
    const suggested = () => choices.engine.suggested_map_range(cell, current, reset_u);
    return {cell, current, range: choices.chosen.map_range ?? suggested()};
  },
  *steps(engine, {cell, current, range}) {
    yield engine.after_spike_map(cell, current, range);
  },
  here: (engine, {ghosts}) => ({
    pinned_resets: ghosts.map(({experiment, recording: {spikes, reset_u}, corners: {current}}) => {
      const last = current[current.length - 1];
      return engine.steady_train(experiment, spikes, reset_u, last).reset_u;
    }),
  }),
};
