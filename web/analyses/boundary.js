// analyses/boundary.js: the boundary between rest and firing at one steady current.

/** @type {AnalysisRecord} */
export default {
  id: 'boundary',
  view: 'phase-view',
  question: (_, {runs, selected, plane, planeWindow}) => ({
    cell: runs[selected].experiment.cell,
    current: plane.current,
    window: planeWindow,
  }),
  *steps(engine, {cell, current, window}) {
    yield engine.boundary(cell, current, window);
  },
};
