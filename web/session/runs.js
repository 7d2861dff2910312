// session/runs.js: merges an edit into the runs of a preset; their starts and names.
import {differences} from './differences.js';

/**
 * Merges `partial` into the runs: its stimulus into the selected one, everything else into all of them, or, if `alone`, into the
 * selected one as well. Returns the new runs and the paths of the values that changed; if there are problems, the runs unchanged.
 * @param {Worded} engine @param {Experiment[]} runs @param {number} selected @param {Partial_} partial @param {boolean} alone
 * @returns {{runs: Experiment[], paths: string[], problems: WordedProblem[]}}
 */
export function merged(engine, runs, selected, {stimulus, ...rest}, alone) {
  const shared = alone ? {} : rest;
  const own = stimulus === undefined ? rest : {...rest, stimulus};
  const resolved = runs.map((run, index) => engine.resolve(run, index === selected ? own : shared));
  // The selected run's problems take precedence: the controls show its numbers.
  const wrong = [resolved[selected], ...resolved].find(({problems}) => problems.length);
  if (wrong) return {runs, paths: [], problems: wrong.problems};
  const edited = resolved.map(({experiment}) => experiment);
  const paths = edited.flatMap((run, index) => differences(runs[index], run)).map(({path}) => path);
  return {runs: edited, paths: [...new Set(paths)], problems: []};
}

/** The runs with the starts of the preset's. @param {Worded} engine @param {Experiment[]} runs @param {Preset} preset */
export const startedAsPreset = (engine, runs, preset) =>
  runs.map((run, index) => engine.resolve(run, {initial: preset.runs[index].initial}).experiment);

/** Whether any run starts elsewhere than in the preset. @param {Experiment[]} runs @param {Preset} preset */
export const startMoved = (runs, preset) =>
  runs.some((run, index) => JSON.stringify(run.initial) !== JSON.stringify(preset.runs[index].initial));

/** Whether two things are alike to the last digit. @param {any} one @param {any} other */
const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The preset's name for a run; '' if it has none. Of a run whose cell was edited the name is dropped, or says so where
 * nothing but the cell tells the run from another.
 * @param {WordedPreset} preset @param {Experiment[]} runs @param {number} index
 */
export function nameOf({names, editedNames, runs: own}, runs, index) {
  const {cell, ...rest} = runs[index];
  if (alike(cell, own[index].cell)) return names?.[index] ?? '';
  const alone = runs.some(({cell: its, ...other}) => alike(other, rest) && !alike(its, cell));
  return (alone && editedNames?.[index]) || '';
}

/** What is set along with a method of fixed steps: in a figure of the note, currents are switched as in the note's script. @param {Preset} preset */
export const withFixedSteps = ({group}) => (group === 'note' ? {edge: 'after'} : {});
