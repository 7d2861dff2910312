// views/prose.js: sentences in which the words of the field are explained, by pointing at them, touching or focusing them.
import {formula} from '../words/format.js';
import {words} from '../words/words.js';

const NOTE = 'term-note';
/** The note that explains, one for the whole page, made when it is first needed. @type {HTMLElement} */
let note;
/** How long the pointer may be on its way from a word to its note, in ms. */
const WAY = 200;
/** @type {HTMLElement | null} */
let shown = null;
let leaving = 0;

function hide() {
  clearTimeout(leaving);
  shown = null;
  note.hidden = true;
}

/** @param {HTMLElement} term */
function show(term) {
  clearTimeout(leaving);
  if (shown === term) return;
  shown = term;
  note.replaceChildren(formula(words.glossary[Number(term.dataset.term)][1]));
  note.hidden = false;
  const at = term.getBoundingClientRect();
  const {width, height} = note.getBoundingClientRect();
  const below = at.bottom + 4 + height <= innerHeight;
  note.style.left = `${Math.max(4, Math.min(at.left, document.documentElement.clientWidth - width - 4))}px`;
  note.style.top = `${below ? at.bottom + 4 : Math.max(4, at.top - height - 4)}px`;
}

/** @param {Event} event */
const termOf = ({target}) =>
  target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('button.term')) : null;

/** Pointing shows it and so does focus; it stays while the pointer is on it, and goes away by Escape or by leaving. */
function prepare() {
  note = document.createElement('div');
  note.id = NOTE;
  note.setAttribute('role', 'tooltip');
  note.hidden = true;
  document.body.append(note);
  for (const kind of ['pointerover', 'focusin', 'click'])
    document.addEventListener(kind, (event) => {
      const term = termOf(event);
      if (term) show(term);
      else if (note.contains(/** @type {Node} */ (event.target))) clearTimeout(leaving);
      else if (shown && kind !== 'pointerover') hide();
    });
  for (const kind of ['pointerout', 'focusout'])
    document.addEventListener(kind, (event) => {
      if (!shown || (termOf(event) !== shown && !note.contains(/** @type {Node} */ (event.target)))) return;
      if (document.activeElement === shown && kind === 'pointerout') return;
      clearTimeout(leaving);
      leaving = window.setTimeout(hide, WAY);
    });
  document.addEventListener('scroll', () => shown && hide(), {capture: true, passive: true});
  // Before Escape lets go of anything else.
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !shown) return;
      hide();
      event.stopPropagation();
    },
    {capture: true},
  );
}

/** A word of the glossary, and what comes before it. @type {WeakMap<object, RegExp>} */
const patterns = new WeakMap();
function pattern() {
  const {glossary} = words;
  const known = patterns.get(glossary);
  if (known) return known;
  const forms = glossary.map(([form]) => `(${form})`).join('|');
  const made = new RegExp(`(^|[^\\p{L}-])(?:${forms})(?![\\p{L}])`, 'giu');
  patterns.set(glossary, made);
  return made;
}

/** @param {string} text @param {number} index */
function term(text, index) {
  if (!note) prepare();
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'term';
  made.textContent = text;
  made.dataset.term = String(index);
  made.setAttribute('aria-describedby', NOTE);
  return made;
}

/**
 * A text with formulas, in which each word of the glossary is explained where it first occurs.
 * @param {string} text @param {Set<number>} [seen] the words that were explained already, where several texts are read as one
 */
export function explained(text, seen = new Set()) {
  const made = formula(text);
  const nodes = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  const all = [];
  while (nodes.nextNode()) all.push(/** @type {Text} */ (nodes.currentNode));
  for (const node of all) {
    if (node.parentElement?.tagName === 'SUB') continue;
    const parts = [];
    let end = 0;
    for (const match of node.data.matchAll(pattern())) {
      const index = match.slice(2).findIndex((form) => form !== undefined);
      if (seen.has(index)) continue;
      seen.add(index);
      const from = match.index + match[1].length;
      parts.push(node.data.slice(end, from), term(match[index + 2], index));
      end = match.index + match[0].length;
    }
    if (parts.length) node.replaceWith(...parts, node.data.slice(end));
  }
  return made;
}

/**
 * Says a text in its place, where it is not said already; headings, and what is read while it changes, have no words to
 * be explained.
 * @param {HTMLElement} place @param {string} text
 */
export function say(place, text) {
  if (place.dataset.said === text) return;
  place.dataset.said = text;
  place.replaceChildren(place.matches('h2, .read-out') ? formula(text) : explained(text));
  place.hidden = !text;
}
