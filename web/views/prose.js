// views/prose.js: sentences whose technical terms are explained when they are pointed at, tapped or focused.
import {wordsOf} from '../plot/place.js';
import {formula} from '../words/format.js';

const NOTE = 'term-note';
/** How long the pointer may take to get from a term to its note, in ms. */
const WAY = 200;

/** @param {Event} event */
const termOf = ({target}) =>
  target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('button.term')) : null;

/**
 * Puts the note beside a term and within the window. The offset is measured, so the note may have any positioned ancestor.
 * @param {HTMLElement} note @param {Element} term
 */
function put(note, term) {
  Object.assign(note.style, {left: '0', top: '0'});
  const from = note.getBoundingClientRect();
  const at = term.getBoundingClientRect();
  const below = at.bottom + 4 + from.height <= innerHeight;
  const left = Math.max(4, Math.min(at.left, document.documentElement.clientWidth - from.width - 4));
  const top = below ? at.bottom + 4 : Math.max(4, at.top - from.height - 4);
  Object.assign(note.style, {left: `${left - from.left}px`, top: `${top - from.top}px`});
}

/**
 * Adds the note that explains terms to a lab. Pointing at a term or focusing it shows the note; it stays while the pointer
 * is on it, and goes away on Escape or when the pointer leaves.
 * @param {import('../plot/place.js').Place} place
 */
export function watchTerms(place) {
  const note = document.createElement('div');
  note.id = NOTE;
  note.setAttribute('role', 'tooltip');
  note.hidden = true;
  place.body.append(note);
  /** @type {HTMLElement | null} */
  let shown = null;
  const leave = place.afterRest(hide, WAY);
  function hide() {
    leave.cancel();
    shown = null;
    note.hidden = true;
    note.replaceChildren(); // all terms are described by it
  }
  function show(/** @type {HTMLElement} */ term) {
    leave.cancel();
    if (shown === term) return;
    shown = term;
    note.replaceChildren(formula(place.words.glossary[Number(term.dataset.term)][1]));
    note.hidden = false;
    put(note, term);
  }
  place.listen(['pointerover', 'focusin', 'click'], (event) => {
    const term = termOf(event);
    if (term) show(term);
    else if (note.contains(event.target)) leave.cancel();
    else if (shown && event.type !== 'pointerover') hide();
  });
  place.listen(['pointerout', 'focusout'], (event) => {
    if (!shown || (termOf(event) !== shown && !note.contains(event.target))) return;
    if (event.type === 'focusout' || place.focused !== shown) leave();
  });
  place.listen('scroll', () => shown && hide(), {target: window, capture: true, passive: true});
  // Handled first, so that Escape closes only the note.
  place.listen(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !shown) return;
      hide();
      event.stopImmediatePropagation();
    },
    {capture: true},
  );
}

/** @type {WeakMap<object, RegExp>} */
const patterns = new WeakMap();
/** Matches a term of the glossary, with a group for the character before it and one for each term. @param {Words} words */
function patternOf({glossary}) {
  const known = patterns.get(glossary);
  if (known) return known;
  const forms = glossary.map(([form]) => `(${form})`).join('|');
  const made = new RegExp(`(^|[^\\p{L}-])(?:${forms})(?![\\p{L}])`, 'giu');
  patterns.set(glossary, made);
  return made;
}

/** @param {string} text @param {number} index */
function term(text, index) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'term';
  made.textContent = text;
  made.dataset.term = String(index);
  made.setAttribute('aria-describedby', NOTE);
  return made;
}

/**
 * A text with formulas, in which each term of the glossary is explained at its first occurrence.
 * @param {Words} words @param {string} text @param {Set<number>} [seen] the terms explained so far; shared by texts that are read as one
 */
export function explained(words, text, seen = new Set()) {
  const made = formula(text);
  const nodes = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  const all = [];
  while (nodes.nextNode()) all.push(/** @type {Text} */ (nodes.currentNode));
  for (const node of all) {
    if (node.parentElement?.tagName === 'SUB') continue;
    const parts = [];
    let end = 0;
    for (const match of node.data.matchAll(patternOf(words))) {
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
 * Shows a text in an element, unless it is there already; an empty text hides the element. In headings and read-outs, terms
 * are not explained.
 * @param {HTMLElement} place @param {string} text
 */
export function say(place, text) {
  if (place.dataset.said === text) return;
  place.dataset.said = text;
  place.replaceChildren(place.matches('h2, .read-out, .effect-here') ? formula(text) : explained(wordsOf(place), text));
  place.hidden = !text;
}
