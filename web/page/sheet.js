// page/sheet.js: on a phone the controls lie in a sheet that leaves the plot above it in sight.
import {hasFocus} from '../plot/place.js';

/** The plots over time, by name. */
const PLOTS = new Set(['v', 'u', 'current']);
/** From this width on the controls stand by themselves, in px. */
const WIDE = 640;

/** @param {import('../plot/place.js').Place} place @param {() => string} plot the one that the preset on show is about */
export function phoneSheet(place, plot) {
  const shown = () => place.one('main').hasAttribute('data-sheet');
  const show = (/** @type {boolean} */ open) => {
    if (open === shown()) return;
    place.one('main').toggleAttribute('data-sheet', open);
    place.element.toggleAttribute('data-sheet', open); // what has the focus must not lie beneath it
    place.one('quick-bar').open = open;
    if (open) {
      scrollTo({top: place.one(`.plot.${PLOTS.has(plot()) ? plot() : 'v'}`).offsetTop - 4});
      place.byId('close-sheet').focus({preventScroll: true});
    } else if (hasFocus(place.byId('controls'))) {
      place.one('quick-bar .sheet').focus({preventScroll: true});
    }
  };
  place.watchWidth(place.body, (width) => width >= WIDE && show(false));
  place.press('close-sheet', () => show(false));
  place.listen('keydown', ({key}) => key === 'Escape' && show(false));
  place.atEnd(() => show(false));
  return {toggle: () => show(!shown())};
}
