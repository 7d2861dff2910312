// spoken.js: what a screen reader hears: one sentence, once the edits have come to rest.
import {byId, one} from './dom.js';
import {words} from './words/words.js';

/** How long nothing must change, in ms. */
const REST = 700;

/** @param {() => Results} results those on show */
export function spoken(results) {
  let waiting = 0;
  let refused = '';
  const say = () => {
    const notice = byId('ended').hidden ? '' : ` ${byId('ended').firstChild?.textContent}`; // not what to press there
    const {runs, selected, ghosts} = results();
    const against = ghosts.map((ghost) => ` ${words.compare.against(runs[selected], ghost)}`).join('');
    const sentence = refused || one('spike-view').sentence + notice + against;
    if (byId('live').textContent !== sentence) byId('live').textContent = sentence;
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(say, REST);
  };
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
