// session/state.js: a session as plain data, and what is still valid of such data from outside or from an earlier version.
import {MOST_GHOSTS} from './pinned.js';
import {validPart} from './valid-part.js';
import {REST_IS_LOWER_POINT, VERSION, upgraded} from './upgrade.js';

/** @typedef {import('./pinned.js').Ghost} Ghost */
/** @typedef {{from: number, to: number | null}} Stretch of time; to null: to the end */

/**
 * All of a session that a person would miss.
 * @param {{preset: Preset, runs: Experiment[], selected: number, edited: boolean, window: Stretch, ghosts: Ghost[]}} session
 */
export function stateOf({preset, runs, selected, edited, window, ghosts}) {
  return {version: VERSION, preset: preset.id, runs, selected, edited, window, ghosts};
}

/**
 * What there is in a state, and what of it had to be left out, in sentences (`dropped`); null when it is no state of a preset.
 * @param {Worded} engine @param {WordedPreset[]} presets @param {any} given
 */
export function stateFrom(engine, presets, given) {
  const state = upgraded(given);
  const preset = presets.find(({id}) => id === state?.preset);
  if (!preset || state.version !== VERSION || !Array.isArray(state.runs) || !state.runs.length) return null;
  /** @type {string[]} */
  const dropped = [];
  const taken = (/** @type {any} */ partial, /** @type {number} */ index) => {
    const found = validPart(engine, preset.runs[index] ?? preset.runs[0], partial);
    dropped.push(...found.dropped);
    return found.experiment;
  };
  // As many runs as the figure has: its names and what its source prints belong to them.
  const runs = preset.runs.map((run, index) => (state.runs[index] ? taken(state.runs[index], index) : run));
  const pinned = Array.isArray(state.ghosts) ? state.ghosts.slice(0, MOST_GHOSTS) : [];
  const ghosts = pinned.map((/** @type {any} */ one) => ({
    name: String(one?.name ?? '').slice(0, 60),
    of: origin(presets, one?.of) ?? {preset: preset.id, index: 0},
    experiment: taken(one?.experiment ?? {}, 0),
  }));
  const selected = Number.isInteger(state.selected) && state.selected in runs ? Number(state.selected) : 0;
  return {preset, runs, ghosts, selected, edited: Boolean(state.edited), window: stretch(state.window), dropped};
}

/** The run that a pinned one came of, if there is such a run. @param {WordedPreset[]} presets @param {any} of */
function origin(presets, of) {
  const preset = presets.find(({id}) => id === of?.preset);
  return preset && of.index in preset.runs ? {preset: preset.id, index: Number(of.index)} : undefined;
}

/** @param {any} window @returns {Stretch} */
function stretch(window) {
  const {from, to} = window ?? {};
  const valid = Number.isFinite(from) && from >= 0 && (to === null || (Number.isFinite(to) && to > from));
  return valid ? {from, to} : {from: 0, to: null};
}

/**
 * Where runs that start at rest now begin, of which an earlier version took another point for the rest.
 * @param {Worded} engine @param {any} state that was taken over @param {Experiment[]} experiments that came of it
 */
export function restsMoved(engine, state, experiments) {
  if (!(state?.version < REST_IS_LOWER_POINT)) return [];
  const cells = experiments.filter(({initial}) => initial.kind === 'rest').map(({cell}) => cell);
  const starts = cells.map((cell) => ({cell, rest: engine.rest_state(cell)}));
  const moved = starts.filter(({cell, rest}) => rest.v !== cell.vr).map(({rest}) => JSON.stringify(rest));
  return [...new Set(moved)].map((rest) => JSON.parse(rest));
}
