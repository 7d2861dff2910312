// page/buttons.js: the simple buttons of a lab.
import {emit} from '../plot/door.js';
import {savePage} from './shell.js';

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {{results: () => Results}} screen
 */
export function watchButtons(place, session, {results}) {
  const restores = (/** @type {string} */ id, /** @type {Payload<'restore'>} */ what) =>
    place.press(id, () => emit(place.byId(id), 'restore', what));
  place.press('help', () => place.one('help-dialog').open());
  place.press('tables', () => place.one('data-dialog').open(results()));
  place.press('download', () => savePage(place));
  restores('reset', 'preset');
  restores('reset-author', 'author');
  restores('from-rest', 'rest');
  restores('as-preset', 'starts');
  place.press('swap', () => {
    const swapped = place.byId('swap').getAttribute('aria-pressed') !== 'true';
    place.byId('swap').setAttribute('aria-pressed', String(swapped));
    place.one('phase-view').swapped = swapped;
  });
  place.byId('reset-author').hidden = !session.author;
}
