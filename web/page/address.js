// page/address.js: the page's address says what is on show: the preset, and what differs from it.
import {LONGEST, links} from '../send/link.js';
import {framed} from '../send/store.js';
import {tell} from './shell.js';

/** How long nothing must change before the address follows, in ms: browsers limit how often it may. */
const REST = 400;

/**
 * @param {import('../plot/place.js').Place} place @param {Speaking} engine @param {import('../session/session.js').Session} session
 * @param {() => void} shown called when another preset is on show
 */
export function followAddress(place, engine, session, shown) {
  const {linkOf, linkIn} = links(engine.schema(), session.presets);
  const {words} = place;
  let toldLong = false;
  /** What was written or opened last: where the address is another, its event is on the way, and the link must not be lost. */
  let known = location.hash;

  /** @param {boolean} [anew] as a step of its own, to which the browser's Back returns */
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
      // A page in a strict sandbox has no say over its address; the link is then simply not updated.
    }
    known = location.hash;
  }
  const soon = place.afterRest(write, REST);
  place.listen('pagehide', soon.now, {target: window});
  place.atEnd(soon.now);

  /** Opens what the address says, and lists what of it cannot be. False where it says nothing. */
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
    /** The preset that the address names, or ''. */
    preset: () => linkIn(location.hash).id,
  };
}
