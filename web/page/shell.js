// page/shell.js: what surrounds the lab: messages, themes, the download of the page itself.
import {emit} from '../plot/door.js';
import {downloadPage, downloadsUncertain} from '../send/download.js';

/** @typedef {import('../plot/place.js').Place} Place */

/** Shows a line at the top that can be dismissed. @param {Place} place @param {(string | Node)[]} content */
export function tell(place, ...content) {
  const line = place.byId('message');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet small';
  close.textContent = place.words.dismiss;
  close.addEventListener('click', () => {
    line.hidden = true;
    place.byId('previous').focus({preventScroll: true});
  });
  line.replaceChildren(...content, ' ', close);
  line.hidden = false;
}

/**
 * Says why the lab cannot start, beside the page's still picture, instead of showing controls that do nothing.
 * @param {Place} place @param {unknown} why one of the reasons that have a sentence, or an error
 */
export function cannotStart(place, why) {
  const {damaged, forbidden, failed, still} = place.words.cannotStart;
  const line = place.byId('message');
  line.textContent = why === 'damaged' ? damaged : why === 'forbidden' ? forbidden : failed(why);
  line.hidden = false;
  const parts = [place.one('h1'), line];
  const picture = /** @type {HTMLElement | undefined} */ (document.getElementById('lab-still')?.cloneNode(true));
  if (picture) {
    picture.hidden = false;
    picture.removeAttribute('id');
    /** @type {HTMLElement} */ (picture.querySelector('figcaption')).textContent = still;
    parts.push(picture);
  }
  place.body.replaceChildren(...parts);
  place.element.setAttribute('data-drawn', '');
}

/** The names of the themes. */
const THEMES = /** @type {const} */ (['system', 'light', 'dark', 'projector']);

/** Whether there is a theme of this name. @param {any} name */
export const isTheme = (name) => THEMES.includes(name);

/**
 * Follows the theme: the system's, or the chosen one, which an attribute of the lab's element names.
 * Returns what chooses one.
 * @param {Place} place @param {(theme: string) => void} chosen @param {() => void} changed called when the colours have changed
 */
export function watchTheme(place, chosen, changed) {
  const chooser = /** @type {HTMLSelectElement} */ (place.byId('theme'));
  const {label, ...names} = place.words.theme;
  chooser.replaceChildren(...THEMES.map((name) => new Option(names[name], name)));
  const show = () => (chooser.value = place.element.dataset.theme ?? 'system');
  show();
  chooser.title = label;
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
  return (/** @type {string} */ theme) => {
    chosen(theme);
    show();
    anew();
  };
}

/** Saves the page itself, and says what to do if the browser may have refused silently. @param {Place} place */
export function savePage(place) {
  downloadPage();
  if (!downloadsUncertain()) return;
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = place.words.openAlone;
  tell(place, place.words.downloadRefused, ' ', link);
}
