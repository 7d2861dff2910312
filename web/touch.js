// touch.js: which field of the experiment somebody touches: by pointer or focus, its row, its handle or its symbol.

/** What stands for a field says so, by the field's path. @param {EventTarget | null} target */
function pathOf(target) {
  const node = target instanceof Element ? target.closest('[data-path], [data-moves]') : null;
  return node?.getAttribute('data-path') ?? node?.getAttribute('data-moves') ?? '';
}

/**
 * Calls `show` with the path of what is touched, or '', whenever that has changed, in the next frame.
 * @param {(path: string) => void} show
 */
export function followTouch(show) {
  let [over, focused, shown] = ['', '', ''];
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      const path = over || focused;
      if (path === shown) return;
      shown = path;
      show(path);
    });
  };
  document.addEventListener('pointerover', ({target}) => {
    over = pathOf(target);
    soon();
  });
  document.documentElement.addEventListener('pointerleave', () => {
    over = '';
    soon();
  });
  document.addEventListener('focusin', ({target}) => {
    focused = pathOf(target);
    soon();
  });
  document.addEventListener('focusout', () => {
    focused = '';
    soon();
  });
}
