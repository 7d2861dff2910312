// plot/palette.js: the colours, the type and the sizes that plots are drawn with, as the lab's theme has them.
import {placeOf} from './place.js';

/** The dashes by which pinned runs are told apart, in plots and beside their names. */
export const GHOST_DASHES = [[], [7, 3], [2, 2], [8, 2, 2, 2]];

/** How much ink a run has that is not the selected one: enough for 3:1 against the panel. */
export const FAINT = 0.62;

/** A colour with less ink. @param {string} base @param {number} alpha */
export const faint = (base, alpha) => `color-mix(in srgb, ${base} ${Math.round(alpha * 100)}%, transparent)`;

/** @param {import('./place.js').Place} place */
function palette(place) {
  const colour = (/** @type {string} */ token) => place.token(token);
  const size = () => parseFloat(colour('text-xs')) || 11;
  return {
    /** A colour by its token. */
    colour,
    /** The type of marks and names in plots. @param {string} [weight] */
    font: (weight = '') => `${weight} ${colour('text-xs')} system-ui, sans-serif`.trim(),
    /** The height of that type, in px. */
    size,
    /** By how much curves are thicker, and marks larger, than on a desk. */
    thickness: () => Number(colour('thick')) || 1,
    /** How far apart, in px, what can be pressed must be. */
    reach: () => Number(colour('reach')) || 24,
    /** How the pinned run number `index` is drawn. @param {number} index */
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

/** The palette of the lab in which an element stands. @param {Element} element */
export function paletteOf(element) {
  const place = placeOf(element);
  const known = made.get(place) ?? palette(place);
  made.set(place, known);
  return known;
}
