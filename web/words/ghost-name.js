// words/ghost-name.js: the default name of a pinned run: its preset, and how it differs from it.
import {differences} from '../session/differences.js';

/** A name mentions at most this many changes. */
const MOST_NAMED = 2;

/** @param {Words} words @param {WordedPreset[]} presets @param {import('../session/session.js').Ghost} ghost */
export function ghostName(words, presets, {of, experiment}) {
  const preset = presets.find(({id}) => id === of.preset) ?? presets[0];
  const before = preset.runs[of.index];
  const changed = differences(before, experiment);
  const same = changed.every(({path}) => !path.startsWith('cell.'));
  const name = (same && preset.names[of.index]) || '';
  const own = preset.runs.length > 1 ? words.runLabel({name, experiment}) : '';
  const changes = changed.slice(0, MOST_NAMED).map(({path, after}) => words.compare.change(path, after));
  const label = preset.group === 'note' ? words.gallery.figure(preset.label) : preset.label;
  return [label, own, ...changes].filter(Boolean).join(', ');
}
