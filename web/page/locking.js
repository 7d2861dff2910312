// page/locking.js: locks what a lab is told to lock, and says which of the names it was given mean nothing.
import {displayOf, pathsOf} from '../send/display.js';
import {covers} from '../session/locks.js';
import {STEADY, STIMULI} from '../session/stimulus-kinds.js';
import {tell} from './message.js';

/** How many names that mean nothing are shown. */
const MOST_NAMED = 5;

/** The paths that a figure leaves free to be changed: if it is not told, the strength of the first stimulus. @param {import('./mount.js').LabOptions} options @param {import('../session/session.js').Session} session @param {Schema} schema */
export function controlsOf({controls}, session, schema) {
  if (controls) return pathsOf(controls, schema);
  const [first] = session.experiment.stimulus;
  return {paths: [`stimulus.*.${STIMULI[first?.kind ?? STEADY].strength}`], unknown: []};
}

/**
 * To be called once the set-up is open that the address, the options or the page say, and before anything else is.
 * @param {import('../plot/place.js').Place} place @param {Schema} schema @param {import('../session/session.js').Session} session
 * @param {import('./mount.js').LabOptions} options
 */
export function lockAtFirst(place, schema, session, options) {
  if (session.locks.any) return;
  const {view, lock = [], unread = []} = options;
  const locked = pathsOf(lock, schema);
  const free = view === 'figure' ? controlsOf(options, session, schema) : null;
  // Where there is no stimulus, its slider adds one.
  const added = free?.paths.some((path) => covers(path, `stimulus.0.${STIMULI[STEADY].strength}`));
  const adds = session.experiment.stimulus.length || !added ? [] : ['stimulus'];
  if (locked.paths.length || free) session.lock(locked.paths, free && [...free.paths, ...adds]);
  const unknown = [
    ...unread,
    ...locked.unknown.map((name) => `lock=${name}`),
    ...(free?.unknown ?? []).map((name) => `controls=${name}`),
    ...(options.answers === false && options.show?.includes('fi') ? ['show=fi'] : []),
  ];
  if (!unknown.length) return;
  const named = unknown.slice(0, MOST_NAMED).map(place.words.link.unread);
  const more = unknown.length > MOST_NAMED ? [place.words.link.more(unknown.length - MOST_NAMED)] : [];
  const line = place.byId('message');
  if (line.hidden) tell(place, [place.words.link.display, ...named, ...more].join(' '));
  else line.prepend([place.words.link.display, ...named, ...more, ''].join(' '));
}

/** Whether it is the set-up in a copy of the page that says what is locked, rather than its address. @param {any} setUp */
export function locksItself(setUp) {
  const {lock, view} = setUp?.display ?? {};
  const query = new URLSearchParams(location.search);
  return Boolean(lock || view === 'figure') && !query.has('lock') && !query.has('view');
}

/** The display of the lab behind a figure: what is locked and withheld stays so. @param {import('./mount.js').LabOptions} options */
export const displayOfLab = ({lock, answers}) => displayOf({lock, answers});

/** Where the preset is locked, its title is a text rather than what opens the list of all. @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export function showLocked(place, session) {
  if (!session.locks.has('preset')) return;
  const list = place.byId('presets');
  if (!list.hidden) list.after(place.byId('preset-title'));
  for (const id of ['presets', 'previous', 'next', 'story-next']) place.byId(id).hidden = true;
}
