// page/tabs.js: tabs by the ARIA pattern: the arrow keys move, Home and End go to the ends, and only the chosen tab is a tab stop.
import {emit} from '../plot/door.js';
import {placeOf} from '../plot/place.js';

/**
 * @param {HTMLElement} list the tablist; each of its tabs has the id tab-NAME and controls the panel panel-NAME
 * @param {(name: string) => void} onChoose
 * @returns {(name: string) => void} chooses a tab
 */
export function tabs(list, onChoose) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('[role=tab]'))];
  const nameOf = (/** @type {HTMLElement} */ tab) => tab.id.replace('tab-', '');
  const choose = (/** @type {string} */ chosen) => {
    for (const tab of all) {
      const here = nameOf(tab) === chosen;
      tab.setAttribute('aria-selected', String(here));
      tab.tabIndex = here ? 0 : -1;
      const panel = placeOf(list).byId(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !here;
    }
    onChoose(chosen);
  };
  for (const [index, tab] of all.entries()) {
    tab.addEventListener('click', () => emit(tab, 'choose-tab', nameOf(tab)));
    tab.addEventListener('keydown', ({key}) => {
      const last = all.length - 1;
      const next = {ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last}[key];
      if (next === undefined) return;
      const other = all[(next + all.length) % all.length];
      emit(other, 'choose-tab', nameOf(other));
      other.focus();
    });
  }
  return choose;
}
