// page/spoken.js: what a screen reader announces: one sentence, once the edits have stopped.
import {write} from '../views/dom.js';

/** How long nothing must change before the announcement, in ms. */
const REST = 700;

/** @param {import('../plot/place.js').Place} place @param {() => Results} results those shown */
export function spoken(place, results) {
  let refused = '';
  const later = place.afterRest(() => {
    const ended = place.byId('ended');
    const notice = ended.hidden ? '' : ` ${ended.firstChild?.textContent}`; // without its button
    const {ghosts, comparisons} = results();
    const against = ghosts.map(({name}, index) => ` ${place.words.compare.against(name, comparisons[index])}`).join('');
    write(place.byId('live'), refused || place.one('spike-view').sentence + notice + against);
  }, REST);
  return {
    later,
    /** Announces what was wrong with the last edit instead; '' if nothing was. @param {string} sentence */
    refuse(sentence) {
      refused = sentence;
      later();
    },
    /** Clears the error of an earlier edit. */
    forget: () => (refused = ''),
  };
}
