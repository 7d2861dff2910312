// page/touch.js: which field of the experiment somebody touches: by pointer or focus, its row, its handle or its symbol.

/** What stands for a field says so, by the field's path. @param {EventTarget | null} target */
function pathOf(target) {
  const node = target instanceof Element ? target.closest('[data-path], [data-moves]') : null;
  return node?.getAttribute('data-moves') ?? node?.getAttribute('data-path') ?? '';
}

/**
 * Calls `show` with the path of what is touched, or '', whenever that has changed, in the next frame. Answers a function
 * that looks at once: what was touched may have been taken from the page, which not every browser tells.
 * @param {import('../plot/place.js').Place} place @param {(path: string) => void} show
 */
export function followTouch(place, show) {
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
  place.listen(['focusin', 'focusout'], soon);
  return look;
}
