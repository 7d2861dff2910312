// plot/roving.js: a group of like buttons that is one stop of the Tab key; the arrow keys, Home and End move within it.

const isShown = (/** @type {Element} */ one) => one.getClientRects().length > 0;

/**
 * Returns what is to be called whenever there are other buttons; it acts in the next frame, because whether a button is shown makes
 * the browser compute the layout, which it does only once if nothing changes afterwards.
 * @param {HTMLElement} box @param {string} which of the elements in it are those of the group
 */
export function roving(box, which) {
  /** The one that had the focus last. @type {HTMLElement | undefined} */
  let last;
  const all = () => /** @type {HTMLElement[]} */ ([...box.querySelectorAll(which)]);
  function settle() {
    const each = all();
    const shown = each.filter(isShown);
    const stop = last && shown.includes(last) ? last : (shown[0] ?? each[0]);
    for (const one of each) one.tabIndex = one === stop ? 0 : -1;
  }
  box.addEventListener('focusin', ({target}) => {
    const one = /** @type {HTMLElement} */ (target);
    if (!one.matches(which)) return;
    last = one;
    settle();
  });
  box.addEventListener('keydown', (event) => {
    const shown = all().filter(isShown);
    const at = shown.indexOf(/** @type {HTMLElement} */ (event.target));
    const end = shown.length - 1;
    const {ctrlKey, altKey, metaKey, key} = event;
    const to = {ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: end}[key];
    if (at < 0 || to === undefined || ctrlKey || altKey || metaKey) return;
    event.preventDefault();
    shown[(to + shown.length) % shown.length].focus();
  });
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      settle();
    });
  };
  soon();
  return soon;
}
