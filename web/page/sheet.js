// page/sheet.js: on a phone, the controls are in a sheet that leaves the plot above it visible.
import {emit} from '../plot/door.js';
import {hasFocus} from '../plot/place.js';

/** The names of the time plots. */
const PLOTS = new Set(['v', 'u', 'current']);
/** From this width on, in px, there is no sheet. */
const WIDE = 640;

/** @param {import('../plot/place.js').Place} place @param {() => string} plot the plot that the current preset is about */
export function phoneSheet(place, plot) {
  const shown = () => place.one('main').hasAttribute('data-sheet');
  const show = (/** @type {boolean} */ open) => {
    if (open === shown()) return;
    place.one('main').toggleAttribute('data-sheet', open);
    place.element.toggleAttribute('data-sheet', open); // so that the focused element does not lie beneath it
    place.one('quick-bar').open = open;
    if (open) {
      scrollTo({top: place.one(`.plot.${PLOTS.has(plot()) ? plot() : 'v'}`).offsetTop - 4});
      place.byId('close-sheet').focus({preventScroll: true});
    } else if (hasFocus(place.byId('controls'))) {
      place.one('quick-bar .sheet').focus({preventScroll: true});
    }
  };
  place.watchWidth(place.body, (width) => width >= WIDE && show(false));
  const close = () => emit(place.byId('close-sheet'), 'sheet', false);
  place.press('close-sheet', close);
  place.listen('keydown', ({key}) => key === 'Escape' && shown() && close());
  place.atEnd(() => show(false));
  return show;
}
