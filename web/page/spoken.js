// page/spoken.js: what a screen reader announces: one sentence, once the edits have stopped.
import {write} from '../views/dom.js';

/** How long nothing must change before the announcement, in ms. */
const REST = 700;

/**
 * @param {import('../plot/place.js').Place} place @param {() => Results} results those shown
 * @param {{heard: string, waits: boolean}} effect what the edit of the cell has done
 */
export function spoken(place, results, effect) {
  let refused = '';
  /** Whether the user has opened another preset, whose name then comes first. */
  let opened = false;
  /** What the user has done that is not told by what the run comes to. */
  let first = '';
  /** Whether something is held by the pointer: a drag that pauses is not over. */
  let held = false;
  /** What was last announced of the run: what arrives later, such as thresholds, does not have it said again. */
  let last = '';
  /** What was last announced of the cell's edit. */
  let told = '';
  /** How often it waited for thresholds. */
  let waited = 0;
  place.listen(['pointerdown', 'pointerup', 'pointercancel'], ({type}) => (held = type === 'pointerdown'), {
    target: window,
    capture: true,
  });
  const later = place.afterRest(() => {
    // Thresholds that are being searched for are waited for, but not for long.
    if (!refused && (held || ((place.one('verdict-view').waits || effect.waits) && (waited += 1) < 4))) return later();
    waited = 0;
    const ended = place.byId('ended');
    const done = first && `${first} `;
    first = '';
    if (!place.door.reveals('announcements')) return write(place.byId('live'), refused || done);
    const notice = ended.hidden ? '' : ` ${ended.firstChild?.textContent}`; // without its button
    const {ghosts, comparisons} = results();
    const against = ghosts.map(({name}, index) => ` ${place.words.compare.against(name, comparisons[index])}`).join('');
    const title = opened ? `${place.byId('preset-title').textContent}. ` : '';
    opened = false;
    const moved = effect.heard && effect.heard !== told ? `${effect.heard} ` : '';
    if (!refused) told = effect.heard;
    const before = done + title + moved;
    const run = place.one('verdict-view').spoken + notice + against;
    if (!refused && !before && run === last) return;
    last = refused ? '' : run;
    write(place.byId('live'), refused || before + run);
  }, REST);
  /** What the tab that was opened answers, until it is announced. @type {{sentence: string, answer: () => string | undefined, waited: number} | undefined} */
  let tab;
  const answerOfTab = place.afterRest(() => {
    const found = tab?.answer();
    if (!tab || found === undefined) return;
    if (found) write(place.byId('live'), `${tab.sentence} ${found}`);
    else if ((tab.waited += 1) < 4) return answerOfTab();
    tab = undefined;
  }, REST);
  return {
    later,
    /**
     * Announces at once which tab is shown, and what it answers as soon as that is known.
     * @param {string} sentence @param {() => string | undefined} answer '' if it is not known yet, undefined if there is none
     */
    sayTab(sentence, answer) {
      const found = answer();
      write(place.byId('live'), found ? `${sentence} ${found}` : sentence);
      tab = found === '' ? {sentence, answer, waited: 0} : undefined;
      answerOfTab();
    },
    /** Announces what was wrong with the last edit instead; '' if nothing was. @param {string} sentence */
    sayProblem(sentence) {
      refused = sentence;
      later();
    },
    /** Announces a sentence before all others. @param {string} sentence */
    sayFirst(sentence) {
      first = sentence;
      later();
    },
    /** Announces a sentence at once, without what the run comes to. @param {string} sentence */
    sayNow: (sentence) => write(place.byId('live'), sentence),
    /** Announces another preset with its name. */
    open: () => (opened = true),
    /** Clears the error of an earlier edit. */
    forget: () => (refused = ''),
  };
}
