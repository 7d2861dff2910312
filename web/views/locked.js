// views/locked.js: what is locked is text, where otherwise a control stands.
import {placeOf} from '../plot/place.js';
import {PARTS} from '../session/locks.js';

/** The path in an experiment that a path in the schema stands for: of 'initial.at.v' it is 'initial.v'. @param {string} path */
const pathIn = (path) => path.replace(/^(initial|solver)\.\w+\.(?=\w)/, '$1.');

/** Whether a value is locked in the lab of an element. @param {Element} element @param {string} path of the experiment or the schema */
export const isLocked = (element, path) =>
  PARTS.includes(path.split('.')[0]) && Boolean(placeOf(element)?.locks.has(pathIn(path)));

/** The texts that stand in place of controls. @type {WeakMap<HTMLElement, HTMLElement>} */
const texts = new WeakMap();

/** Shows a text in place of a control, or the control. @param {HTMLElement} control @param {boolean} locked @param {string} value */
export function asText(control, locked, value) {
  if (!locked && !texts.has(control)) return;
  const text = texts.get(control) ?? document.createElement('span');
  texts.set(control, text);
  text.className = 'amount';
  if (text.textContent !== value) text.textContent = value;
  if (control.nextElementSibling !== text) control.after(text);
  control.hidden = locked;
  text.hidden = !locked;
}
