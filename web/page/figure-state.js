// page/figure-state.js: what a figure opens: what its author says, then what its reader had done with it before, and later the links
// that come into its address or from its host.
import {ANSWERS} from '../plot/door.js';
import {givenSetUp} from '../send/copy.js';
import {displayIn} from '../send/display.js';
import {parsed, read} from '../send/set-up.js';
import {StoredState, keptOf} from '../send/stored-state.js';
import {hearAddress, linked} from './address.js';
import {lockAtFirst, locksItself} from './locking.js';
import {tell} from './message.js';
import {tabOf} from './tabs.js';

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {import('./mount.js').Lab} lab
 * @param {{state: () => any, take: (screen: any) => void}} screen its state as plain data
 */
export function figureState(place, engine, session, lab, screen) {
  const {options} = lab.inside;
  const link = linked(place, engine, session, () => {}, {tab: () => tabOf(session.preset), choose: () => true});
  const address = options.ownsPage ? hearAddress(place, (hash) => link.open(hash)) : undefined;
  const store = address && new StoredState(() => keptOf(session, screen.state()), {last: false});
  if (store) {
    place.listen('pagehide', () => store.now(), {target: window});
    place.atEnd(() => store.now());
  }

  /** Takes up what its reader had done; false if that would change what is locked. @param {any} work */
  function takeUp(work) {
    if (!work || !session.mayAdopt(work)) return false;
    session.adoptState(work);
    screen.take(work.screen ?? {});
    return true;
  }

  return {
    fragment: link.fragment,
    /** To be called after every change. */
    changed: () => store?.soon(),
    /** Opens what the author says in the address, the page or the options, which is locked as it then is; then the reader's own work, and returns its undo history. */
    openAtFirst() {
      const given = address ? parsed(givenSetUp()) : null;
      const itself = locksItself(given);
      if (address && (itself || !link.open(address.opened())) && given) session.adoptState(given);
      if (options.link) link.open(`#${options.link}`);
      const problems = options.experiment ? session.edit(options.experiment) : [];
      if (problems.length) tell(place, problems.map(({message}) => message).join(' '));
      session.hold();
      const {work} = options;
      const again = takeUp(work);
      lockAtFirst(place, engine.schema(), session, options);
      if (again) return work.history;
      const kept = store?.ofTab(link.presetIn(location.hash));
      if (takeUp(kept)) return kept?.history;
      // What the reader has done since is in the address, where nothing is stored.
      if (address && (itself || location.hash !== address.opened()) && link.open(location.hash) === 'refused')
        address.put(address.opened());
      return undefined;
    },
    /** Opens a link that a host gives: the figure itself has nowhere to paste or drop. It may lock and withhold more. @param {string} text @returns {Opened} */
    open(text) {
      const {opening} = place.words;
      const found = read(text);
      let said = '';
      const became = found.kind === 'link' ? link.open(found.hash, (text) => (said = text)) : '';
      if (found.kind !== 'link' || became !== 'opened') return {opened: false, problems: [said || opening.unknown]};
      if (said) tell(place, said);
      const query = new URLSearchParams(found.search);
      const {lock = [], answers} = displayIn((name) => query.get(name)).options;
      lab.lock(lock);
      if (answers === false) {
        options.answers = false; // for good, as where the address says so
        lab.withhold([...new Set([...lab.withheld, ...ANSWERS])]);
      }
      return {opened: true, problems: []};
    },
  };
}
