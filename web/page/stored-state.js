// page/stored-state.js: undo and redo, the pinned runs, and the state that is stored for the next time.
import {emit} from '../plot/door.js';
import {givenSetUp} from '../send/copy.js';
import {parsed} from '../send/set-up.js';
import {StoredState, framed, keeps, keptOf} from '../send/stored-state.js';
import {selectedAfter} from '../session/selection.js';
import {formula} from '../words/format.js';
import {changesOf} from './changes.js';
import {locksItself} from './locking.js';
import {tell, tellVersion} from './message.js';

/** @typedef {ReturnType<typeof import('./address.js').followAddress>} Address */

/** How long no step must follow before the buttons are named anew, in ms. */
const REST = 300;
/** The labs that have already said that nothing is stored. @type {WeakSet<object>} */
const told = new WeakSet();

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {{shownPreset: () => void, openPreset: (id: string) => boolean, screen: () => any, takeScreen: (screen: any) => void,
 * address?: Address}} page
 *   `screen`: the state of the screen as plain data; `address`: given if the address and the storage belong to the lab
 */
export function storedState(place, session, page) {
  const {shownPreset, openPreset, address} = page;
  const {words} = place;
  const store = new StoredState(() => keptOf(session, page.screen()));
  const keep = () => address && store.soon();
  // The state of the screen changes by clicks and keys.
  place.listen(['click', 'keyup'], keep);
  place.door.hear('ask', keep, place.signal);
  // A page that is closed, or moved to the background on a phone, may never run again.
  place.listen('pagehide', () => store.now(), {target: window});
  place.atEnd(() => store.now());

  /**
   * What a step back (-1) or forward (1) takes back or makes again: its values, as `said` says them, or what kind of step it is;
   * '' if there is none.
   * @param {-1 | 1} way @param {(name: string, now: string, then: string) => string} said
   */
  function stepOf(way, said) {
    const key = way < 0 ? session.undo.undoes : session.undo.redoes;
    const state = session.undo.beside(way);
    if (!key || !state) return '';
    const {preset, runs, selected} = session;
    const same = state.preset === preset.id && state.runs.length === runs.length;
    const index = same ? selectedAfter(session, state.runs) : selected;
    const changes =
      same && key !== 'preset' ? changesOf(words, runs[index], state.runs[index], said, words.change) : '';
    return changes || words.change(key.split(' ')[0]);
  }

  /** Names the buttons by what they do; after a rest, since it takes the states of both steps. */
  const nameSteps = place.afterRest(() => {
    const {undo, redo, fromTo} = words.steps;
    const back = stepOf(-1, (name, now, then) => fromTo(name, then, now));
    for (const [id, {name, keys}, what] of /** @type {const} */ ([
      ['undo', undo, back],
      ['redo', redo, stepOf(1, fromTo)],
    ])) {
      const label = what ? `${name}: ${what}` : name;
      place.byId(id).title = `${label} (${keys})`;
      place.byId(id).setAttribute('aria-label', label);
      place.byId(id).setAttribute('aria-description', keys);
    }
  }, REST);

  function showSteps() {
    const {undo} = session;
    place.byId('undo').setAttribute('aria-disabled', String(!undo.undoes));
    place.byId('redo').setAttribute('aria-disabled', String(!undo.redoes));
    nameSteps();
  }

  /** Undoes (-1) or redoes (1) a step, and returns what to announce. @param {-1 | 1} way */
  function go(way) {
    const {preset} = session;
    const {undone, redone, fromTo, backTo} = words.steps;
    const what = stepOf(way, way < 0 ? backTo : fromTo);
    if (!session.go(way)) return '';
    if (session.preset !== preset) shownPreset();
    return way < 0 ? undone(what) : redone(what);
  }
  place.listen('keydown', (event) => {
    const {key, target} = event;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || place.one('dialog[open]')) return;
    // A number that is typed is an edit, so that it is undone like any other; in any other text, the browser's own undo is expected.
    const edit = target.matches('.number:not([aria-invalid])');
    if (!edit && target.matches('input:not([type=range]), textarea')) return;
    const letter = key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    event.preventDefault();
    emit(place.body, 'restore', letter === 'y' || event.shiftKey ? 'redo' : 'undo');
  });

  /** Whether a stored or supplied state cannot be read by this version. */
  let unreadable = false;

  /** Restores a state; answers whether it did, and what to tell the user about it. @param {any} state @returns {Opened} */
  function take(state) {
    const before = session.opening;
    const dropped = session.adoptState(state);
    unreadable ||= Boolean(state) && !dropped;
    if (!dropped) return {opened: false, problems: [words.opening.unknownPreset]};
    if (session.opening === before) return {opened: false, problems: [words.link.refused, ...dropped]};
    shownPreset();
    if (state.screen) page.takeScreen(state.screen);
    const moved = session.restsMoved(state);
    const problems = [
      ...(dropped.length ? [words.droppedParts(dropped)] : []),
      ...(moved.length ? [words.restMoved(moved)] : []),
    ];
    return {opened: true, problems};
  }

  /** Restores a state, and tells the user what could not be restored. @param {any} state */
  function restore(state) {
    const {opened, problems} = take(state);
    if (opened && problems.length) tell(place, formula(problems.join(' ')));
    return opened;
  }

  /** On a phone, where the story is a screen further down, the author's note is shown first, unless something else has to be said. */
  function noteFirst() {
    const {note} = session.labels;
    if (note && place.byId('message').hidden && matchMedia('(max-width: 599.98px)').matches) tell(place, note);
  }

  /** Opens the right state at first, and returns its undo history, if one was stored. @param {() => void} [lock] locks what the author says in the address or the page */
  function openAtFirst(lock) {
    if (!address) shownPreset();
    const history = address && (lock ? openLocked(address, lock) : openWhatThereIs(address));
    if (address) session.hold(address.setUpIn(address.opened())); // to which Reset returns if a host locks something
    place.byId('reset-author').hidden = !session.author;
    if (unreadable) tell(place, words.unreadable);
    if (address) tellVersion(place, location.search, location.hash);
    return history;
  }

  /** Reads the set-up that was supplied with the page. */
  function readAuthor() {
    const given = givenSetUp();
    if (given) session.author = parsed(given) ?? null;
    unreadable = Boolean(given) && !session.author;
  }

  /** What the author says, and locks, comes first; this tab's own state only with the same values there. @param {Address} address @param {() => void} lock */
  function openLocked(address, lock) {
    readAuthor();
    // A copy of the page that locks itself is locked as it is, whatever its address has become.
    const itself = locksItself(session.author);
    if (itself || !address.open(address.opened())) restore(session.author);
    lock();
    const kept = store.ofTab(address.preset());
    if (kept && session.mayAdopt(kept) && restore(kept)) return kept.history;
    // What the reader has done since is in the address, where nothing is stored.
    if ((itself || location.hash !== address.opened()) && address.open() === 'refused') address.write();
    noteFirst();
  }

  /** @param {Address} address */
  function openWhatThereIs(address) {
    readAuthor();
    // This tab's own state comes back as it was; otherwise a link in the address is opened; otherwise the state supplied with
    // the page, or the one last used in another tab.
    const kept = store.ofTab(address.preset());
    if (kept && restore(kept)) return kept.history;
    if (address.open() || (session.author && restore(session.author))) return void noteFirst();
    const last = store.last();
    if (!(last?.edited || last?.ghosts?.length || last?.note || last?.title || last?.name)) return;
    // Answers that were hidden for one occasion are not hidden for the next.
    if (Array.isArray(last.screen?.on))
      last.screen.on = last.screen.on.filter((/** @type {any} */ one) => one !== 'withhold');
    const {opened, problems} = take(last);
    if (!opened) return;
    const anew = document.createElement('button');
    anew.type = 'button';
    anew.className = 'small';
    anew.textContent = words.startAnew;
    anew.addEventListener('click', () => emit(anew, 'restore', 'anew'));
    tell(place, formula([words.restored, ...problems].join(' ')), ' ', anew);
  }

  return {
    openAtFirst,
    /** Restores what the reader had done in an earlier lab; returns its undo history. @param {any} work */
    takeUp: (work) => (restore(work) ? work.history : undefined),
    /**
     * Opens a set-up, which Reset to the author's then returns to, and says what had to be left out, or why nothing was opened.
     * @param {any} setUp @returns {Opened}
     */
    openSetUp(setUp) {
      const found = take(setUp);
      if (found.opened) {
        session.author = setUp;
        place.byId('reset-author').hidden = false;
      }
      if (found.problems.length) tell(place, formula(found.problems.join(' ')));
      if (found.opened) noteFirst();
      return found;
    },
    /** Returns to the set-up that came with the page or was opened last, with its screen. */
    toAuthor() {
      const before = session.opening;
      session.resetToAuthor();
      if (session.opening === before) return tell(place, words.link.refused);
      shownPreset();
      if (session.author.screen) page.takeScreen(session.author.screen);
    },
    showSteps,
    go,
    /** Opens the first preset, without what was pinned. */
    anew() {
      if (!openPreset(session.presets[0].id)) return;
      for (let left = session.pinned.all.length; left > 0; left -= 1) session.unpin(0);
    },
    /** Pins a run, or unpins, renames or swaps a pinned one; answers what to announce. @param {Payload<'ghost'>} asked */
    ghost({what, index = 0, name}) {
      const before = session.pinned.all.length;
      if (what === 'pin' && !session.pin(name)) tell(place, words.compare.full);
      if (what === 'pin-preset' && !session.pin('', session.preset.runs[session.selected]))
        tell(place, words.compare.full);
      if (what === 'unpin') session.unpin(index);
      if (what === 'rename') session.rename(index, name ?? '');
      if (what === 'swap' && session.state.ghosts[index]) session.swap(index, name);
      const more = session.pinned.all.length - before;
      return more > 0 ? words.compare.pinned : more < 0 ? words.compare.unpinned : '';
    },
    /** To be called after every change. */
    changed() {
      showSteps();
      keep();
      address?.soon();
      // Said once, where it matters; a frame in course material is not expected to store anything, and its help says so.
      if (!address || told.has(session) || !session.undo.undoes) return;
      told.add(session);
      if (!keeps() && !framed()) tell(place, words.help.notKept);
    },
  };
}
