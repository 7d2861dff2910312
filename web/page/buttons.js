// page/buttons.js: the buttons of a lab whose press is all there is to them.
import {savePage} from './shell.js';

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {{results: () => Results, chooseTabAgain: () => void}} screen
 */
export function watchButtons(place, session, {results, chooseTabAgain}) {
  place.press('help', () => place.one('help-dialog').open());
  place.press('tables', () => place.one('data-dialog').open(results()));
  place.press('download', () => savePage(place));
  place.press('reset', () => {
    session.reset();
    chooseTabAgain();
  });
  place.press('reset-author', () => session.resetToAuthor());
  place.press('from-rest', () => session.startFromRest());
  place.press('as-preset', () => session.startAsPreset());
  place.press('swap', () => {
    const swapped = place.byId('swap').getAttribute('aria-pressed') !== 'true';
    place.byId('swap').setAttribute('aria-pressed', String(swapped));
    place.one('phase-view').swapped = swapped;
  });
  place.byId('reset-author').hidden = !session.author;
}
