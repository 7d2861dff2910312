// sheet.js: on a phone the controls lie in a sheet that leaves the plot above it in sight.
import {byId, one} from './dom.js';

/** The plots over time, by name. */
const PLOTS = new Set(['v', 'u', 'current']);

/** @param {() => string} plot the one that the preset on show is about */
export function phoneSheet(plot) {
  const show = (/** @type {boolean} */ open) => {
    one('main').toggleAttribute('data-sheet', open);
    document.documentElement.toggleAttribute('data-sheet', open); // what has the focus must not lie beneath it
    one('quick-bar').open = open;
    if (open) {
      scrollTo({top: one(`.plot.${PLOTS.has(plot()) ? plot() : 'v'}`).offsetTop - 4});
      byId('close-sheet').focus({preventScroll: true});
    } else if (byId('controls').contains(document.activeElement)) {
      one('quick-bar .sheet').focus({preventScroll: true});
    }
  };
  const shown = () => one('main').hasAttribute('data-sheet');
  matchMedia('(min-width: 640px)').addEventListener('change', () => show(false)); // there the controls stand by themselves
  document.addEventListener('sheet', () => show(!shown()));
  byId('close-sheet').addEventListener('click', () => show(false));
  document.addEventListener('keydown', ({key}) => key === 'Escape' && shown() && show(false));
}
