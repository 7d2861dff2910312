// page/address.js: keeps the page's address in step with what is shown: the preset, and what differs from it.
import {FORM_2003, LONGEST, links} from '../send/link.js';
import {framed} from '../send/stored-state.js';
import {tabOf} from './tabs.js';
import {tell} from './message.js';
import {titlesOn} from './preset-text.js';

/** How long after the last change the address is updated, in ms: browsers limit how often that may happen. */
const REST = 400;

/**
 * What is shown as a link, and links opened.
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {() => void} shown called when another preset is shown
 * @param {{tab: () => string, choose: (tab: string) => boolean}} analyses the open tab; opens one, false if it does not exist
 */
export function linked(place, engine, session, shown, analyses) {
  const {linkOf, linkIn} = links(engine.schema(), session.presets);
  const {words} = place;

  /** Opens a cell in the form of 2003, and lists what of it cannot be read. @param {string} text */
  function openForm2003(text) {
    const [base] = session.presets;
    const {cells, problems} = engine.read_cells(base.runs[0], text, '.');
    const [cell] = cells;
    if (cell) {
      const {experiment} = cell;
      session.openWith(base.id, [experiment], 0, {labels: {name: cell.name}});
      shown();
    }
    place.byId('message').hidden = true;
    const wrong = [...problems, ...(cell?.left_out ?? [])].map(({message}) => message);
    if (wrong.length) tell(place, [words.link.inPart, ...wrong].join(' '));
    return true;
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
    /** Opens what a link says, and lists what cannot be opened. False if it says nothing. @param {string} hash */
    open(hash) {
      const {id, read, cell} = linkIn(hash);
      if (!id) return false;
      if (cell !== undefined) return openForm2003(cell);
      if (!read) {
        tell(place, words.unknownPreset(id.slice(0, 60), titlesOn(place, session).whole));
        return true;
      }
      const {beside, unread} = read;
      const dropped = session.openWith(read.preset, read.runs, read.selected, beside) ?? [];
      place.byId('message').hidden = true;
      shown();
      if (beside.tab && !analyses.choose(beside.tab)) unread.push(`tab=${beside.tab}`);
      if (beside.at !== null) session.cursor.point({time: beside.at, how: 'touch'});
      const unknown = unread.map((part) => words.link.unread(part.slice(0, 60)));
      if (unknown.length || dropped.length) tell(place, [words.link.inPart, ...unknown, ...dropped].join(' '));
      return true;
    },
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
  /** The fragment last written or opened. If the address has another, its event is still to come, and the link must not be lost. */
  let known = location.hash;
  /** The version of the session that the address says in the form of 2003, as long as nothing is edited. */
  let in2003 = -1;

  /** @param {boolean} [anew] adds an entry to the browser's history, for its Back button */
  function write(anew = false) {
    soon.cancel();
    if (location.hash !== known || session.version === in2003) return;
    const {preset} = session;
    let now = link.fragment();
    if (now.length > LONGEST) {
      now = encodeURIComponent(preset.id);
      if (!toldLong) tell(place, words.link.tooLong(titlesOn(place, session).whole));
      toldLong = true;
    } else toldLong = false;
    const hash = `#${now}`;
    if (location.hash === hash) return;
    try {
      if (anew && !framed()) history.pushState(null, '', hash);
      else history.replaceState(null, '', hash);
    } catch {
      // In a strict sandbox a page may not change its address; then the link is simply not updated.
    }
    known = location.hash;
  }
  const soon = place.afterRest(write, REST);
  place.listen('pagehide', soon.now, {target: window});
  place.atEnd(soon.now);

  /** Opens what the address says. False if it says nothing. */
  function open() {
    soon.cancel();
    known = location.hash;
    const opened = link.open(known);
    in2003 = link.presetIn(known) === FORM_2003 ? session.version : -1;
    return opened;
  }
  place.listen('hashchange', open, {target: window});
  place.door.hear('choose-tab', soon, place.signal);
  place.door.hear('cursor', ({how}) => how !== 'hover' && soon(), place.signal);

  return {
    open,
    write,
    soon,
    /** The id of the preset in the address, or ''. */
    preset: () => link.presetIn(location.hash),
  };
}
