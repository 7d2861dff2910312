// page/address.js: keeps the page's address in step with what is shown: the preset, and what differs from it.
import {LONGEST, links} from '../send/link.js';
import {framed} from '../send/stored-state.js';
import {tell} from './message.js';

/** How long after the last change the address is updated, in ms: browsers limit how often that may happen. */
const REST = 400;

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {() => void} shown called when another preset is shown
 */
export function followAddress(place, engine, session, shown) {
  const {linkOf, linkIn} = links(engine.schema(), session.presets);
  const {words} = place;
  let toldLong = false;
  /** The fragment last written or opened. If the address has another, its event is still to come, and the link must not be lost. */
  let known = location.hash;

  /** @param {boolean} [anew] adds an entry to the browser's history, for its Back button */
  function write(anew = false) {
    soon.cancel();
    if (location.hash !== known) return;
    const {preset, runs, selected} = session;
    let link = linkOf(preset.id, runs, selected);
    if (link.length > LONGEST) {
      link = encodeURIComponent(preset.id);
      if (!toldLong) tell(place, words.link.tooLong(preset.title));
      toldLong = true;
    } else toldLong = false;
    const hash = `#${link}`;
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

  /** Opens what the address says, and lists what cannot be opened. False if the address says nothing. */
  function open() {
    soon.cancel();
    known = location.hash;
    const {id, read} = linkIn(location.hash);
    if (!id) return false;
    if (!read) {
      tell(place, words.unknownPreset(id.slice(0, 60), session.preset.title));
      return true;
    }
    const dropped = session.openWith(read.preset, read.runs, read.selected) ?? [];
    place.byId('message').hidden = true;
    shown();
    const unread = read.unread.map((part) => words.link.unread(part.slice(0, 60)));
    if (unread.length || dropped.length) tell(place, [words.link.inPart, ...unread, ...dropped].join(' '));
    return true;
  }
  place.listen('hashchange', open, {target: window});

  return {
    open,
    write,
    soon,
    /** The id of the preset in the address, or ''. */
    preset: () => linkIn(location.hash).id,
  };
}
