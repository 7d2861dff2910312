// analyses/why.js: what follows from the parameters in closed form, also for those pinned runs whose cell differs.
import {differences} from '../session/differences.js';

/** @type {AnalysisRecord} */
export default {
  id: 'why',
  tab: 'why',
  view: 'why-view',
  here(engine, {runs, selected, ghosts}) {
    const of = (/** @type {Cell} */ cell) => ({
      closed_forms: engine.closed_forms(cell),
      verdict: engine.integrator_or_resonator(cell),
    });
    const {experiment: own} = runs[selected];
    const others = ghosts.map(({name, experiment}) =>
      differences(experiment, own).some(({path}) => path.startsWith('cell.')) ? {name, ...of(experiment.cell)} : null,
    );
    return {...of(own.cell), pinned_forms: others};
  },
};
