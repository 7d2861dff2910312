// page/active-field.js: finds the field of the experiment that the pointer or the focus is on: its row, its handle or its symbol.

/** The path of the field that an element stands for, or ''. @param {EventTarget | null} target */
function pathOf(target) {
  const node = target instanceof Element ? target.closest('[data-path], [data-moves]') : null;
  return node?.getAttribute('data-moves') ?? node?.getAttribute('data-path') ?? '';
}

/**
 * Calls `show` in the next frame whenever the field has changed, with its path or ''. Returns a function that checks at once:
 * the element may have been removed from the page, for which not every browser fires an event.
 * @param {import('../plot/place.js').Place} place @param {(path: string) => void} show
 */
export function followActiveField(place, show) {
  /** @type {EventTarget | null} */
  let over = null;
  let shown = '';
  function look() {
    const path = (over instanceof Element && over.isConnected && pathOf(over)) || pathOf(place.focused);
    if (path === shown) return;
    shown = path;
    show(path);
  }
  const soon = place.inNextFrame(look);
  place.listen('pointerover', ({target}) => {
    over = target;
    soon();
  });
  place.listen('pointerleave', () => {
    over = null;
    soon();
  });
  // Of pointer and focus, the one that moved last counts: a pointer left somewhere does not speak for who goes on by keys.
  place.listen(['focusin', 'focusout'], () => {
    over = null;
    soon();
  });
  return look;
}
