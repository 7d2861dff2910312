// plot/palette.js: the colours, fonts and sizes that plots are drawn with, from the lab's theme.
import {placeOf} from './place.js';

/** The dash patterns that distinguish pinned runs, in plots and beside their names. */
export const GHOST_DASHES = [[], [7, 3], [2, 2], [8, 2, 2, 2]];

/** The dashes of the run that the selected one is compared with. */
export const COMPARED_DASH = [5, 3];

/** The opacity of runs that are not selected: enough for a contrast of 3:1 against the panel. */
export const FAINT = 0.62;

/** How many inks there are for runs. */
const RUN_INKS = 6;

/** A colour with reduced opacity. @param {string} base @param {number} alpha */
export const faint = (base, alpha) => `color-mix(in srgb, ${base} ${Math.round(alpha * 100)}%, transparent)`;

/** @param {import('./place.js').Place} place */
function palette(place) {
  const colour = (/** @type {string} */ token) => place.token(token);
  const size = () => parseFloat(colour('text-xs')) || 11;
  return {
    /** The colour of a token. */
    colour,
    /** The font of labels in plots. @param {string} [weight] */
    font: (weight = '') => `${weight} ${colour('text-xs')} ${colour('sans')}`.trim(),
    /** The font of symbols in plots. */
    serif: () => `italic ${size() + 4}px ${colour('serif')}`,
    /** The font of variables within such a label. @param {string} [weight] */
    italic: (weight = '') => `italic ${weight} ${size() * 1.12}px ${colour('serif')}`,
    /** The font size of labels, in px. */
    size,
    /** The colour of one of several runs. @param {number} index */
    runInk: (index) => colour(`run-${(index % RUN_INKS) + 1}`),
    /** How much thicker curves are, and how much larger marks, than on a desktop. */
    thickness: () => Number(colour('thick')) || 1,
    /** The width of a curve that is `width` px wide on a desk. @param {number} width */
    widthOf: (width) =>
      Math.max(width * (Number(colour('thick')) || 1), Number(colour('thinnest')) || 0, place.picture?.thinnest ?? 0),
    /** How large a subscript is beside its letters; in front of a class nothing may be smaller. */
    lower: () => (Number(colour('thinnest')) ? 1 : 0.82),
    /** The least distance between things that can be pressed, in px. */
    reach: () => Number(colour('reach')) || 24,
    /** The line style of pinned run number `index`. @param {number} index */
    ghostLook: (index) => ({
      borderColor: colour('ghost'),
      borderDash: GHOST_DASHES[index],
      borderWidth: 1.2,
      order: 5 + index,
    }),
  };
}

/** @type {WeakMap<import('./place.js').Place, ReturnType<typeof palette>>} */
const made = new WeakMap();

/** The palette of the lab that contains an element. @param {Element} element */
export function paletteOf(element) {
  const place = placeOf(element);
  const known = made.get(place) ?? palette(place);
  made.set(place, known);
  return known;
}
