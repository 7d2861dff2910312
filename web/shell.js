// shell.js: what surrounds the lab: messages, colours, lists that lie over the page, the page's own download.
import {byId} from './dom.js';
import {downloadPage, downloadsUncertain} from './download.js';
import {remember, remembered} from './store.js';
import {forgetColours} from './views/chart.js';
import {words} from './words/words.js';

/** A line at the top that can be dismissed. @param {(string | Node)[]} content */
export function tell(...content) {
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet small';
  close.textContent = words.dismiss;
  close.addEventListener('click', () => {
    byId('message').hidden = true;
    byId('previous').focus({preventScroll: true});
  });
  byId('message').replaceChildren(...content, ' ', close);
  byId('message').hidden = false;
}

/** Colours: the system's, or those that were chosen. Answers what names them. @param {() => void} onChange */
export function watchTheme(onChange) {
  const chooser = /** @type {HTMLSelectElement} */ (byId('theme'));
  const name = () => {
    const {label, ...themes} = words.theme;
    const chosen = chooser.value || 'system';
    chooser.replaceChildren(...Object.entries(themes).map(([value, text]) => new Option(text, value)));
    chooser.value = chosen;
    chooser.title = label;
    chooser.setAttribute('aria-label', label);
  };
  name();
  const take = (/** @type {string} */ theme) => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  const before = remembered('theme');
  if (before && before in words.theme && before !== 'label') {
    chooser.value = before;
    take(before);
  }
  const changed = () => {
    forgetColours();
    onChange();
  };
  chooser.addEventListener('change', () => {
    take(chooser.value);
    remember('theme', chooser.value);
    changed();
  });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', changed);
  return name;
}

/** A list that lies over the page goes away as it is expected to. @param {HTMLDetailsElement} list */
export function closeByItself(list) {
  document.addEventListener('pointerdown', ({target}) => {
    if (list.open && !list.contains(/** @type {Node} */ (target))) list.open = false;
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

/** Saves the page itself, and says what to do where that may be refused without a word. */
export function savePage() {
  downloadPage();
  if (!downloadsUncertain()) return;
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words.openAlone;
  tell(words.downloadRefused, ' ', link);
}
