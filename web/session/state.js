// session/state.js: a session's state as plain data; reads such data, which may be invalid or from an earlier version.
import {asName, given as givenOf, labelsIn} from './labels.js';
import {MOST_GHOSTS} from './pinned.js';
import {validPart} from './valid-part.js';
import {REST_IS_LOWER_POINT, VERSION, upgraded} from './upgrade.js';

/** @typedef {import('./pinned.js').Ghost} Ghost */
/** @typedef {{from: number, to: number | null}} Stretch in ms; `to`: null means the end */

/**
 * Everything in a session that the user would not want to lose.
 * @param {{preset: Preset, runs: Experiment[], selected: number, edited: boolean, window: Stretch, labels: import('./labels.js').Labels}} session
 * @param {Ghost[]} ghosts the pinned runs
 */
export function stateOf({preset, runs, selected, edited, window, labels}, ghosts) {
  return {version: VERSION, preset: preset.id, runs, selected, edited, window, ghosts, ...givenOf(labels)};
}

/** Resolves partial experiments, and collects a sentence about each value that has to be left out. @param {Worded} engine */
function validity(engine) {
  /** @type {Set<string>} */
  const dropped = new Set();
  return {
    valid(/** @type {Experiment} */ run, /** @type {any} */ partial) {
      const found = validPart(engine, run, partial);
      for (const one of found.dropped) dropped.add(one);
      return found.experiment;
    },
    dropped: () => [...dropped],
  };
}

/** The preset's run that a pinned one was made from. @param {Preset[]} presets @param {Ghost['of']} of */
const originOf = (presets, {preset, index}) =>
  /** @type {Preset} */ (presets.find(({id}) => id === preset)).runs[index];

/**
 * The runs that a link describes, as far as they are valid; null if there is no such preset.
 * @param {Worded} engine @param {WordedPreset[]} presets @param {string} id the preset's
 * @param {Partial_[]} differing how each run differs from the preset's @param {import('./pinned.js').LinkedPin[] | null} pins
 */
export function runsOfLink(engine, presets, id, differing, pins) {
  const preset = presets.find((one) => one.id === id);
  if (!preset) return null;
  const {valid, dropped} = validity(engine);
  const runs = preset.runs.map((run, index) => valid(run, differing[index] ?? {}));
  const ghosts = pins?.map(({name, of, differs}) => ({name, of, experiment: valid(originOf(presets, of), differs)}));
  return {preset, runs, ghosts, dropped: dropped()};
}

/**
 * Reads a state as far as it is valid; `dropped` has a sentence about each value that had to be left out. Null if it is not the
 * state of any preset.
 * @param {Worded} engine @param {WordedPreset[]} presets @param {any} given
 */
export function stateFrom(engine, presets, given) {
  const state = upgraded(given);
  const preset = presets.find(({id}) => id === state?.preset);
  if (!preset || state.version !== VERSION || !Array.isArray(state.runs) || !state.runs.length) return null;
  const {valid, dropped} = validity(engine);
  // Always as many runs as the preset has, because its texts refer to them.
  const runs = preset.runs.map((run, index) => (state.runs[index] ? valid(run, state.runs[index]) : run));
  const pinned = Array.isArray(state.ghosts) ? state.ghosts.slice(0, MOST_GHOSTS) : [];
  const ghosts = pinned.map((/** @type {any} */ one) => {
    const of = origin(presets, one?.of) ?? {preset: preset.id, index: 0};
    return {name: asName(one?.name), of, experiment: valid(originOf(presets, of), one?.experiment ?? {})};
  });
  const selected = Number.isInteger(state.selected) && state.selected in runs ? Number(state.selected) : 0;
  return {
    preset,
    runs,
    ghosts,
    selected,
    window: stretch(state.window),
    labels: labelsIn(state),
    dropped: dropped(),
  };
}

/** The run of a preset that a pinned run was made from, if it exists. @param {WordedPreset[]} presets @param {any} of */
function origin(presets, of) {
  const preset = presets.find(({id}) => id === of?.preset);
  return preset && of.index in preset.runs ? {preset: preset.id, index: Number(of.index)} : undefined;
}

/** The stretch of time in a state; the whole run if it is not valid. @param {any} window @returns {Stretch} */
function stretch(window) {
  const {from, to} = window ?? {};
  const valid = Number.isFinite(from) && from >= 0 && (to === null || (Number.isFinite(to) && to > from));
  return valid ? {from, to} : {from: 0, to: null};
}

/**
 * The states {v, u} from which runs that start from rest start now, where the version that stored the state took another point
 * for rest; none if there is no such run.
 * @param {Worded} engine @param {any} state @param {Experiment[]} experiments those of the state
 */
export function restsMoved(engine, state, experiments) {
  if (!(state?.version < REST_IS_LOWER_POINT)) return [];
  const cells = experiments.filter(({initial}) => initial.kind === 'rest').map(({cell}) => cell);
  const starts = cells.map((cell) => ({cell, rest: engine.rest_state(cell)}));
  const moved = starts.filter(({cell, rest}) => rest.v !== cell.vr).map(({rest}) => JSON.stringify(rest));
  return [...new Set(moved)].map((rest) => JSON.parse(rest));
}
