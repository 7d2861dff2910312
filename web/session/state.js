// session/state.js: a session's state as plain data; reads such data, which may be invalid or from an earlier version.
import {MOST_GHOSTS} from './pinned.js';
import {validPart} from './valid-part.js';
import {REST_IS_LOWER_POINT, VERSION, upgraded} from './upgrade.js';

/** @typedef {import('./pinned.js').Ghost} Ghost */
/** @typedef {{from: number, to: number | null}} Stretch in ms; `to`: null means the end */

/**
 * Everything in a session that the user would not want to lose.
 * @param {{preset: Preset, runs: Experiment[], selected: number, edited: boolean, window: Stretch}} session
 * @param {Ghost[]} ghosts the pinned runs
 */
export function stateOf({preset, runs, selected, edited, window}, ghosts) {
  return {version: VERSION, preset: preset.id, runs, selected, edited, window, ghosts};
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
  /** @type {string[]} */
  const dropped = [];
  const valid = (/** @type {any} */ partial, /** @type {number} */ index) => {
    const found = validPart(engine, preset.runs[index] ?? preset.runs[0], partial);
    dropped.push(...found.dropped);
    return found.experiment;
  };
  // Always as many runs as the preset has, because its texts refer to them.
  const runs = preset.runs.map((run, index) => (state.runs[index] ? valid(state.runs[index], index) : run));
  const pinned = Array.isArray(state.ghosts) ? state.ghosts.slice(0, MOST_GHOSTS) : [];
  const ghosts = pinned.map((/** @type {any} */ one) => ({
    name: String(one?.name ?? '').slice(0, 60),
    of: origin(presets, one?.of) ?? {preset: preset.id, index: 0},
    experiment: valid(one?.experiment ?? {}, 0),
  }));
  const selected = Number.isInteger(state.selected) && state.selected in runs ? Number(state.selected) : 0;
  return {preset, runs, ghosts, selected, window: stretch(state.window), dropped};
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
