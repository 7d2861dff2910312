// views/over.js: lists that open over the page.
import {placeOf} from '../plot/place.js';

/** Closes the list on a press outside it, when the focus leaves it, and on Escape. @param {HTMLDetailsElement} list */
export function closeByItself(list) {
  placeOf(list).listen('pointerdown', (event) => event.composedPath().includes(list) || (list.open = false), {
    target: window,
  });
  list.addEventListener('focusout', ({relatedTarget}) => {
    if (relatedTarget && !list.contains(/** @type {Node} */ (relatedTarget))) list.open = false;
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !list.open) return;
    list.open = false;
    list.querySelector('summary')?.focus();
    event.stopPropagation();
  });
}
