// page/select-text.js: a box that gets the focus, and one in which Enter is pressed, has all of its text selected, so that what is typed
// replaces it.

const BOXES = 'input:not([type=range], [type=radio], [type=checkbox])';

/** @param {import('../plot/place.js').Place} place */
export function selectText(place) {
  /** The box that has just got the focus by a press, whose release would set the caret. @type {EventTarget | null} */
  let pressed = null;
  const box = (/** @type {EventTarget | null} */ target) =>
    target instanceof HTMLInputElement && target.matches(BOXES) ? target : null;
  place.listen('focusin', ({target}) => box(target)?.select());
  place.listen('pointerdown', ({target}) => (pressed = target === place.focused ? null : target), {capture: true});
  place.listen('click', ({target}) => {
    const one = target === pressed ? box(target) : null;
    pressed = null;
    // Part of the text may have been selected by dragging.
    if (one && one === place.focused && one.selectionStart === one.selectionEnd) one.select();
  });
  place.listen('keydown', ({key, target}) => key === 'Enter' && box(target)?.select());
}
