// page/changes.js: what differs between two experiments, in words.
import {differences} from '../session/differences.js';
import {wordOf} from '../words/word-of.js';

/** So many changes are named. */
const MOST_NAMED = 2;

/** Symbols as plain text. @param {string} symbol */
const flat = (symbol) => symbol.replace(/<[^>]*>/g, '').replace('_', '');

/** What a field is called in a sentence. @param {Words} words @param {string} path */
function nameOf(words, path) {
  const last = path.split('.').pop() ?? '';
  if (path === 'duration') return words.steps.length; // its label is a part of a sentence
  return last === 'amplitude' ? 'I' : flat(wordOf(words.symbols, last) ?? wordOf(words.names, last) ?? last);
}

/**
 * The first values that differ.
 * @param {Words} words @param {Experiment} from @param {Experiment} to
 * @param {(name: string, before: string, after: string) => string} said what is said of a number
 * @param {(path: string, after: any) => string} other what is said of anything else
 */
export function changesOf(words, from, to, said, other) {
  const all = differences(from, to);
  const {prose} = words.numbers;
  const named = all.slice(0, MOST_NAMED).map(({path, before, after}) => {
    const both = typeof before === 'number' && typeof after === 'number';
    return both ? said(nameOf(words, path), prose(before), prose(after)) : other(path, after);
  });
  return named.join(', ') + (all.length > MOST_NAMED ? ', …' : '');
}
