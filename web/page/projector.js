// page/projector.js: what the projector theme needs besides its colours: type by the height of the window, the keys of a presenter's
// remote and those that stand for controls without a place on the wall, and a way back.
import {emit} from '../plot/door.js';

/** No text is lower than this part of the window's height: it must be read from the back of the room. */
const LEAST = 1 / 36;
/** What a presenter's remote sends. @type {Record<string, -1 | 1>} */
const REMOTE = {PageUp: -1, PageDown: 1};
/** What other keys press there, which has no place on the wall, or a small one. @type {Record<string, string>} */
const PRESSES = {z: '[data-zoom=apart]', r: ':is(#reveal, #withhold[aria-pressed=true]):not([hidden])'};

/** How much longer, or shorter, a key makes the run. */
const LENGTHEN = 2;

/**
 * @param {import('../plot/place.js').Place} place
 * @param {object} acts
 * @param {() => number} acts.duration of the runs, in ms
 * @param {() => string} acts.before the theme to go back to
 * @param {(way: -1 | 1) => void} acts.beside opens the next or the previous preset
 * @param {ReturnType<typeof import('./slides.js').slideShow>} acts.slides which come before the presets
 * @param {() => void} acts.resized called when type has another size
 */
export function projector(place, {duration, before, beside, slides, resized}) {
  const on = () => place.element.dataset.theme === 'projector';
  const leave = () => {
    emit(place.byId('leave-projector'), 'theme', before());
    if (!on()) place.one('#menu > summary').focus({preventScroll: true});
  };
  const enter = () => {
    emit(place.byId('projector'), 'theme', 'projector');
    if (!on()) return;
    /** @type {HTMLDetailsElement} */ (place.one('#menu')).open = false;
    place.byId('leave-projector').focus({preventScroll: true});
  };
  let least = '';
  function measure() {
    const now = `${Math.ceil(10 * window.innerHeight * LEAST) / 10}px`;
    if (now === least) return;
    least = now;
    place.element.style.setProperty('--floor', least);
    if (on()) resized();
  }
  measure();
  place.listen('resize', measure, {target: window});
  place.press('projector', enter);
  place.press('leave-projector', leave);
  place.listen(
    'keydown',
    (event) => {
      const way = REMOTE[event.key];
      if (!way || !(on() || slides.on()) || event.target.closest('dialog, select')) return;
      // Also where a slider has the focus, which would take ten steps: the remote must not change the experiment.
      event.preventDefault();
      event.stopPropagation();
      if (!slides.step(way)) beside(way);
    },
    {capture: true},
  );
  /** @param {string} key @param {boolean} shift */
  function act(key, shift) {
    if (PRESSES[key]) place.one(PRESSES[key])?.click();
    else if (key === 'l') emit(place.body, 'edit', {duration: duration() * (shift ? 1 / LENGTHEN : LENGTHEN)});
    else place.all('#analysis-tabs [role=tab]')[Number(key) - 1]?.click();
  }
  place.listen('keydown', ({key, target, shiftKey, ctrlKey, altKey, metaKey}) => {
    if (target.closest('dialog')) return;
    const typing = target.matches('input:not([type=range]), select, textarea');
    if (on() && !(ctrlKey || altKey || metaKey || typing)) act(key.toLowerCase(), shiftKey);
    if (key !== 'Escape') return;
    // Out of a field first, however its value was entered; the wall stays.
    if (typing && (on() || slides.on())) target.blur();
    else if (!slides.leave() && on()) leave();
  });
}
