// page/withheld.js: hides the texts that a lab withholds because they reveal a result.
import {REVEALING_TEXTS} from '../plot/door.js';

/** The name of a text as a word of an attribute. @param {string} name */
const token = (name) => name.replaceAll(' ', '-');

/** @type {CSSStyleSheet | undefined} */
let made;

/** Hidden by a style, a text stays hidden however often its view writes it, also from screen readers. */
function sheet() {
  if (made) return made;
  made = new CSSStyleSheet();
  const rules = Object.entries(REVEALING_TEXTS).flatMap(([name, selectors]) =>
    name === 'descriptions' || !selectors
      ? []
      : `[data-withheld~='${token(name)}'] :is(${selectors}) {display: none !important}`,
  );
  made.replaceSync(rules.join('\n'));
  return made;
}

/** Takes away what would bring the answers back, and what tells how to. @param {import('../plot/place.js').Place} place */
export function hideForGood(place) {
  for (const id of ['withhold', 'about-lecturers']) place.byId(id).hidden = true;
}

/** @param {import('../plot/place.js').Place} place */
export function hideWithheld(place) {
  const names = place.door.withheld.map(token);
  if (!names.length && !place.element.dataset.withheld) return;
  const root = /** @type {Document | ShadowRoot} */ (place.body.getRootNode());
  if (!root.adoptedStyleSheets.includes(sheet())) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet()];
  place.element.dataset.withheld = names.join(' ');
  place.describeAgain();
}
