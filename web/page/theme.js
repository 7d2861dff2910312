// page/theme.js: the colours: the system's, or those of a theme.
import {emit} from '../plot/door.js';

/** @typedef {import('../plot/place.js').Place} Place */

/** The names of the themes that are colours alone. */
const COLOURS = /** @type {const} */ (['system', 'light', 'dark']);
/** And the one that is also another view, with an entry of its own in the menu. */
const PROJECTOR = 'projector';

/** Whether there is a theme of this name. @param {any} name */
export const isTheme = (name) => [...COLOURS, PROJECTOR].includes(name);

/**
 * Follows the theme: the system's, or the chosen one, which an attribute of the lab's element names.
 * @param {Place} place @param {(theme: string) => void} chosen @param {() => void} changed called when the colours have changed
 */
export function watchTheme(place, chosen, changed) {
  const chooser = /** @type {HTMLSelectElement} */ (place.byId('theme'));
  const {label, ...names} = place.words.theme;
  chooser.replaceChildren(...COLOURS.map((name) => new Option(names[name], name)));
  /** The last theme that was not the projector's. */
  let before = 'system';
  function show() {
    const theme = place.element.dataset.theme ?? 'system';
    if (theme !== PROJECTOR) before = theme;
    chooser.value = before;
  }
  show();
  chooser.setAttribute('aria-label', label);
  const anew = () => {
    place.forgetTokens();
    changed();
  };
  const ask = () => {
    emit(chooser, 'theme', chooser.value);
    show(); // a theme that was refused is not chosen
  };
  place.listen('change', ask, {target: chooser});
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(pointer: coarse)'])
    place.listen('change', anew, {target: matchMedia(query)});
  return {
    /** @param {string} theme */
    choose(theme) {
      chosen(theme);
      show();
      anew();
    },
    /** The theme to go back to from the projector's. */
    before: () => before,
    /** To be called when the colours or sizes have changed. */
    anew,
  };
}
