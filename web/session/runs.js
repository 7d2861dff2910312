// session/runs.js: how an edit reaches the runs of a preset, and where they start.
import {differences} from './differences.js';

/**
 * Lays `partial` over the runs: what it says of the stimulus over the selected one, all else over every run, or (`alone`)
 * over the selected one, too. Answers the runs and the paths of what has changed in them, or the problems.
 * @param {Worded} engine @param {Experiment[]} runs @param {number} selected @param {Partial_} partial @param {boolean} alone
 * @returns {{runs: Experiment[], paths: string[], problems: WordedProblem[]}}
 */
export function laidOver(engine, runs, selected, {stimulus, ...rest}, alone) {
  const shared = alone ? {} : rest;
  const own = stimulus === undefined ? rest : {...rest, stimulus};
  const resolved = runs.map((run, index) => engine.resolve(run, index === selected ? own : shared));
  // The selected run's problems come first: it is the one whose numbers the controls show.
  const wrong = [resolved[selected], ...resolved].find(({problems}) => problems.length);
  if (wrong) return {runs, paths: [], problems: wrong.problems};
  const edited = resolved.map(({experiment}) => experiment);
  const paths = edited.flatMap((run, index) => differences(runs[index], run)).map(({path}) => path);
  return {runs: edited, paths: [...new Set(paths)], problems: []};
}

/** The runs from where their preset starts. @param {Worded} engine @param {Experiment[]} runs @param {Preset} preset */
export const startedAsPreset = (engine, runs, preset) =>
  runs.map((run, index) => engine.resolve(run, {initial: preset.runs[index].initial}).experiment);

/** True when some run starts elsewhere than its preset says. @param {Experiment[]} runs @param {Preset} preset */
export const startMoved = (runs, preset) =>
  runs.some((run, index) => JSON.stringify(run.initial) !== JSON.stringify(preset.runs[index].initial));

/** The preset's name of a run, as long as its cell is still the one that was named. @param {WordedPreset} preset @param {Experiment} run @param {number} index */
export function nameOf(preset, run, index) {
  const same = JSON.stringify(run.cell) === JSON.stringify(preset.runs[index].cell);
  return (same && preset.names?.[index]) || '';
}
