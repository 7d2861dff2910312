// page/spoken.js: what a screen reader hears: one sentence, once the edits have come to rest.
import {write} from '../views/dom.js';

/** How long nothing must change, in ms. */
const REST = 700;

/** @param {import('../plot/place.js').Place} place @param {() => Results} results those on show */
export function spoken(place, results) {
  let refused = '';
  const later = place.afterRest(() => {
    const ended = place.byId('ended');
    const notice = ended.hidden ? '' : ` ${ended.firstChild?.textContent}`; // not what to press there
    const {runs, selected, ghosts} = results();
    const against = ghosts.map((ghost) => ` ${place.words.compare.against(runs[selected], ghost)}`).join('');
    write(place.byId('live'), refused || place.one('spike-view').sentence + notice + against);
  }, REST);
  return {
    later,
    /** What was wrong with the last edit is said instead; '' when nothing was. @param {string} sentence */
    refuse(sentence) {
      refused = sentence;
      later();
    },
    /** Whatever was wrong is past. */
    forget: () => (refused = ''),
  };
}
