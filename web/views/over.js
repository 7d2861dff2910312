// views/over.js: a list that lies over the page.
import {placeOf} from '../plot/place.js';

/** A list that lies over the page goes away as it is expected to. @param {HTMLDetailsElement} list */
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
