// page/buttons.js: the simple buttons of a lab.
import {emit} from '../plot/door.js';
import {roving} from '../plot/roving.js';

/** @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export function watchButtons(place, session) {
  const restores = (/** @type {string} */ id, /** @type {Payload<'restore'>} */ what) =>
    place.press(id, () => emit(place.byId(id), 'restore', what));
  for (const name of /** @type {const} */ (['help', 'tables', 'share', 'open', 'shelf']))
    place.press(name, () => emit(place.byId(name), name));
  place.listen('keydown', (event) => {
    if (event.key !== 'F1' || event.target.closest('dialog')) return;
    event.preventDefault(); // the browser's own help
    emit(place.byId('help'), 'help');
  });
  const about = place.one('#about');
  place.press('open-about', () => {
    about.showModal();
    place.byId('about-heading').focus(); // otherwise its first stop, the licences, would be scrolled to and read
  });
  // Without a form, which a sandboxed frame may not submit.
  place.listen('click', () => about.close(), {target: about.querySelector('.close')});
  const skips = (/** @type {string} */ id, /** @type {string} */ to) => place.press(id, () => place.one(to)?.focus());
  skips('skip', 'quick-bar input.number');
  for (const id of ['skip-law', 'skip-on']) skips(id, '.law-equations :is(.value, .number):not([hidden])');
  skips('skip-side', '#analysis-tabs [aria-selected=true]');
  const tools = place.one('.tools');
  place.watchWidth(tools, roving(tools, ':scope > button, #menu > summary'));
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
