// page/tabs.js: tabs by the ARIA pattern: the arrow keys move, Home and End go to the ends, and only the chosen tab is a tab stop.
// The last tab of the first list contains a list of further tabs.
import {emit} from '../plot/door.js';
import {placeOf} from '../plot/place.js';

/** The analysis tab of each kind of plot that a preset may be about. @type {Record<string, string>} */
const TAB_OF = {
  rate: 'rate',
  thresholds: 'thresholds',
  why: 'why',
  map: 'map',
  bifurcation: 'bifurcation',
  bursts: 'bifurcation',
};

/** The tab that a preset is about. @param {Preset} preset */
export const tabOf = ({view}) => TAB_OF[view.plot] ?? 'plane';

/** The tab that contains the further ones. */
const MORE = 'more';

/** @param {HTMLElement} tab */
const nameOf = (tab) => tab.id.replace('tab-', '');

/** @param {HTMLElement} list */
const tabsIn = (list) => [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('[role=tab]'))];

/** @param {HTMLElement} list @param {string} chosen the tab to select; another name selects none, and leaves the tab stop */
function select(list, chosen) {
  const all = tabsIn(list);
  const known = all.some((tab) => nameOf(tab) === chosen);
  for (const tab of all) {
    const here = nameOf(tab) === chosen;
    tab.setAttribute('aria-selected', String(here));
    if (known) tab.tabIndex = here ? 0 : -1;
    const panel = placeOf(list).byId(tab.getAttribute('aria-controls') ?? '');
    if (panel) panel.hidden = !here;
  }
}

/**
 * @param {HTMLElement} list the tablist; each of its tabs has the id tab-NAME and controls the panel panel-NAME
 * @param {HTMLElement} further the tablist inside the panel of its last tab, which is called 'more'
 * @param {(name: string) => void} onChoose is given the name of the panel shown, never 'more'
 * @returns {(name: string) => void} chooses a tab; 'more' is the further one that was chosen last
 */
export function tabs(list, further, onChoose) {
  const names = tabsIn(further).map(nameOf);
  let [last] = names;
  const choose = (/** @type {string} */ asked) => {
    const chosen = asked === MORE ? last : asked;
    const within = names.includes(chosen);
    if (within) last = chosen;
    select(list, within ? MORE : chosen);
    select(further, within ? chosen : last);
    onChoose(chosen);
  };
  for (const all of [tabsIn(list), tabsIn(further)]) {
    for (const [index, tab] of all.entries()) {
      tab.addEventListener('click', () => emit(tab, 'choose-tab', nameOf(tab)));
      tab.addEventListener('keydown', ({key}) => {
        const end = all.length - 1;
        const next = {ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: end}[key];
        if (next === undefined) return;
        const other = all[(next + all.length) % all.length];
        emit(other, 'choose-tab', nameOf(other));
        other.focus();
      });
    }
  }
  // One is chosen from the start, before anybody has chosen one.
  select(list, nameOf(tabsIn(list)[0]));
  select(further, last);
  return choose;
}
