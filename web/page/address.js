// page/address.js: keeps the page's address in step with what is shown: the preset, and what differs from it.
import {FORM_2003, LONGEST, links} from '../send/link.js';
import {framed} from '../send/stored-state.js';
import {runsOfLink} from '../session/state.js';
import {tabOf} from './tabs.js';
import {tell} from './message.js';
import {titlesOn} from './preset-text.js';

/** How long after the last change the address is updated, in ms: browsers limit how often that may happen. */
const REST = 400;

/** What of a fragment is a link: a host may append to it. @param {string} hash */
const linkPart = (hash) => hash.replace(/^#/, '').split('#')[0];

/** What became of a link: '' if there was none; 'unknown' if it names no preset; 'refused' if it would change what is locked. Only if 'opened' has anything changed. @typedef {'' | 'unknown' | 'refused' | 'opened'} Became */

/**
 * What is shown as a link, and links opened.
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {() => void} shown called when another preset is shown
 * @param {{tab: () => string, choose: (tab: string) => boolean}} analyses the open tab; opens one, false if it does not exist
 */
export function linked(place, engine, session, shown, analyses) {
  const {linkOf, linkIn} = links(engine.schema(), session.presets);
  const {words} = place;

  /**
   * Opens a preset with what a link says of it, and shows it.
   * @param {Parameters<typeof session.openWith>} link @param {(text: string) => void} say @returns {string[] | undefined} what was left out; undefined if it is refused
   */
  function openWith(link, say) {
    const before = session.opening;
    const said = session.openWith(...link) ?? [];
    if (session.opening === before) return void say([words.link.refused, ...said].join(' '));
    place.byId('message').hidden = true;
    shown();
    return said;
  }

  /** Opens a cell in the form of 2003, and lists what of it cannot be read. @param {string} text @param {(text: string) => void} say @returns {Became} */
  function openForm2003(text, say) {
    const [base] = session.presets;
    const {cells, problems} = engine.read_cells(base.runs[0], text, '.');
    const [cell] = cells;
    if (cell && !openWith([base.id, [cell.experiment], 0, {labels: {name: cell.name}}], say)) return 'refused';
    const wrong = [...problems, ...(cell?.left_out ?? [])].map(({message}) => message);
    if (wrong.length) say([words.link.inPart, ...wrong].join(' '));
    return cell ? 'opened' : 'unknown';
  }

  return {
    /** The id of the preset in a link, or ''. @param {string} hash */
    presetIn: (hash) => linkIn(hash).id,
    /** The fragment for all that is shown, without '#'. */
    fragment() {
      const {preset, runs, selected, labels, cursor, pinned} = session;
      const tab = analyses.tab();
      const beside = {
        at: cursor.fixed ? cursor.time : null,
        tab: tab === tabOf(preset) ? '' : tab,
        ghosts: pinned.all,
      };
      const whole = linkOf(preset.id, runs, selected, {...beside, labels});
      // A long note is left out rather than the experiment.
      return whole.length > LONGEST
        ? linkOf(preset.id, runs, selected, {...beside, labels: {...labels, note: ''}})
        : whole;
    },
    /** The set-up that a link stands for; undefined if it is none. @param {string} hash */
    setUpIn(hash) {
      const {read} = linkIn(hash);
      const found = read && runsOfLink(engine, session.presets, read.preset, read.runs, null);
      return found ? {preset: found.preset.id, runs: found.runs, labels: read?.beside.labels} : undefined;
    },
    /**
     * Opens what a link says, and says what of it cannot be opened.
     * @param {string} hash @param {(text: string) => void} [say] @returns {Became}
     */
    open(hash, say = (text) => tell(place, text)) {
      const {id, read, cell} = linkIn(hash);
      if (!id) return '';
      if (cell !== undefined) return openForm2003(cell, say);
      if (!read) {
        say(
          words.unknownPreset(
            id.slice(0, 60),
            session.labels.title || session.labels.name || titlesOn(place, session).whole,
          ),
        );
        return 'unknown';
      }
      const {beside, unread} = read;
      const dropped = openWith([read.preset, read.runs, read.selected, beside], say);
      if (!dropped) return 'refused';
      if (beside.tab && !analyses.choose(beside.tab)) unread.push(`tab=${beside.tab}`);
      if (beside.at !== null) session.cursor.point({time: beside.at, how: 'touch'});
      const unknown = unread.map((part) => words.link.unread(part.slice(0, 60)));
      if (unknown.length || dropped.length) say([words.link.inPart, ...unknown, ...dropped].join(' '));
      return 'opened';
    },
  };
}

/** The fragment that the page was opened with, whatever its address has become since, also before a reload. */
let opened = /** @type {string | undefined} */ (undefined);

/**
 * Writes the page's address and, for a reload, the fragment that it was opened with.
 * @param {string} hash @param {boolean} [anew] adds an entry to the browser's history
 */
function putAddress(hash, anew = false) {
  const address = hash || location.href.replace(/#.*/, '');
  try {
    if (anew && !framed()) history.pushState({opened}, '', address);
    else history.replaceState({opened}, '', address);
  } catch {
    // In a strict sandbox a page may not change its address; then the link is simply not updated.
  }
}

/**
 * Opens the links that come into the page's address. One that opens nothing does not stay there: a reload would open it.
 * @param {import('../plot/place.js').Place} place @param {(hash: string) => Became} open opens a fragment
 */
export function hearAddress(place, open) {
  /** The fragment last written or opened. If the address has another, its event is still to come, and the link must not be lost. */
  let known = location.hash;
  opened ??= typeof history.state?.opened === 'string' ? history.state.opened : known;

  /** @param {string} hash @param {boolean} [anew] */
  function put(hash, anew) {
    putAddress(hash, anew);
    known = location.hash;
  }
  /** By the addresses of the event: the same link, given again after an edit, opens it again. @param {HashChangeEvent} event */
  function heard({oldURL, newURL}) {
    known = location.hash;
    const [before, now] = [oldURL, newURL].map((address) => new URL(address).hash);
    if (linkPart(before) === linkPart(now)) return;
    const became = open(now);
    if (known === now) put(became === 'refused' || became === 'unknown' ? before : now); // else another is still to be heard of
  }
  place.listen('hashchange', heard, {target: window});
  return {
    put,
    /** Whether the address has a link that is still to be heard of. */
    waits: () => location.hash !== known,
    /** The fragment that the page was opened with. */
    opened: () => opened ?? '',
  };
}

/**
 * Keeps the address up to date, and opens what it says when it changes.
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {ReturnType<typeof linked>} link
 */
export function followAddress(place, session, link) {
  const {words} = place;
  let toldLong = false;
  /** The version of the session that the address says in the form of 2003, as long as nothing is edited. */
  let in2003 = -1;

  /** Opens a fragment. */
  function open(hash = location.hash) {
    soon.cancel();
    const became = link.open(hash);
    if (became === 'opened') in2003 = link.presetIn(hash) === FORM_2003 ? session.version : -1;
    return became;
  }
  const address = hearAddress(place, (hash) => {
    const became = open(hash);
    if (became === 'refused' || became === 'unknown') soon(); // what was to be written still is
    return became;
  });

  /** @param {boolean} [anew] adds an entry to the browser's history, for its Back button */
  function write(anew = false) {
    soon.cancel();
    if (address.waits() || session.version === in2003) return;
    const {preset} = session;
    let now = link.fragment();
    if (now.length > LONGEST) {
      now = encodeURIComponent(preset.id);
      if (!toldLong) tell(place, words.link.tooLong(titlesOn(place, session).whole));
      toldLong = true;
    } else toldLong = false;
    const hash = `#${now}`;
    if (location.hash !== hash) address.put(hash, anew);
  }
  const soon = place.afterRest(write, REST);
  place.listen('pagehide', soon.now, {target: window});
  place.atEnd(soon.now);
  place.door.hear('choose-tab', soon, place.signal);
  place.door.hear('cursor', ({how}) => how !== 'hover' && soon(), place.signal);

  return {
    open,
    write,
    soon,
    opened: address.opened,
    setUpIn: link.setUpIn,
    /** The id of the preset in the address, or ''. */
    preset: () => link.presetIn(location.hash),
  };
}
