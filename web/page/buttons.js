// page/buttons.js: the simple buttons of a lab.
import {emit} from '../plot/door.js';

/** @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export function watchButtons(place, session) {
  const restores = (/** @type {string} */ id, /** @type {Payload<'restore'>} */ what) =>
    place.press(id, () => emit(place.byId(id), 'restore', what));
  for (const name of /** @type {const} */ (['help', 'tables', 'share', 'open']))
    place.press(name, () => emit(place.byId(name), name));
  place.press('open-about', () => place.one('#about').showModal());
  place.press('skip', () => place.one('quick-bar input.number')?.focus());
  restores('undo', 'undo');
  restores('redo', 'redo');
  // What a reset changes lies beneath the menu.
  const menu = /** @type {HTMLDetailsElement} */ (place.byId('menu'));
  for (const id of ['reset', 'reset-author']) {
    place.press(id, () => {
      emit(menu, 'restore', id === 'reset' ? 'preset' : 'author');
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
  }
  // What lies open in it would lie over it when it is opened again.
  menu.addEventListener('toggle', () => {
    if (!menu.open) /** @type {HTMLDetailsElement} */ (place.byId('hear')).open = false;
  });
  restores('back-to-figure', 'preset');
  place.press('keep-both', () => emit(place.byId('keep-both'), 'ghost', {what: 'pin-preset'}));
  restores('from-rest', 'rest');
  restores('as-preset', 'starts');
  place.byId('reset-author').hidden = !session.author;
}
