// views/stimulus-list.js: many stimuli as a list that is folded: each by its values in a line, and by its fields once it is
// opened. What is not open is not made, so a thousand cost no more than the lines that somebody looks at.
import {write} from '../dom.js';
import {words} from '../words/words.js';

/** So many lines are gone over at once. */
const PAGE = 20;

/** @param {string} className */
function folded(className) {
  const element = document.createElement('details');
  element.className = className;
  const summary = document.createElement('summary');
  element.append(summary);
  return {element, summary};
}

/**
 * @typedef {{field: any, row: HTMLElement, refuse: (problems: Problem[]) => void, forgive: () => void, retry: () => void, show: (value: any, fresh: boolean, before: any) => void}} Field
 * @typedef {{kind: string, element: HTMLDetailsElement, summary: HTMLElement, fields: Field[]}} Item
 */

/** @param {(one: Stimulus, index: number, fields: any[]) => HTMLElement} makeItem the fields of one of them */
export function foldedStimuli(makeItem) {
  const {element, summary} = folded('stimulus-list');
  /** @type {Item[]} */
  let items = [];
  /** @type {Stimulus[]} */
  let shown = [];
  /** @type {Stimulus[]} */
  let compared = [];

  /** @param {number} index @param {boolean} fresh */
  function showFields(index, fresh) {
    const one = /** @type {any} */ (shown[index]);
    const before = /** @type {any} */ (compared[index]?.kind === one.kind ? compared[index] : undefined);
    for (const field of items[index].fields) field.show(one[field.field.name], fresh, before?.[field.field.name]);
  }

  /** @param {Stimulus} one @param {number} index @returns {Item} */
  function make(one, index) {
    const made = folded('stimulus-line');
    /** @type {Item} */
    const item = {kind: one.kind, ...made, fields: []};
    made.element.addEventListener('toggle', () => {
      if (!made.element.open || item.fields.length) return;
      made.element.append(makeItem(shown[index], index, item.fields));
      showFields(index, true);
    });
    return item;
  }

  /** The lines, where they are looked at. @param {boolean} fresh */
  function fill(fresh) {
    if (!element.open) return;
    const same = items.length === shown.length && shown.every(({kind}, i) => kind === items[i].kind);
    if (!same) {
      items = shown.map(make);
      element.replaceChildren(summary, ...items.map((item) => item.element));
    }
    for (const [index, item] of items.entries()) {
      write(item.summary, words.stimulusLine(index, shown[index]));
      if (item.fields.length) showFields(index, fresh);
    }
  }
  element.addEventListener('toggle', () => fill(false));
  element.addEventListener('keydown', (event) => {
    const at = items.findIndex((item) => item.summary === event.target);
    const far = {ArrowUp: -1, ArrowDown: 1, PageUp: -PAGE, PageDown: PAGE, Home: -Infinity, End: Infinity}[event.key];
    if (at < 0 || !far || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    items[Math.min(Math.max(at + far, 0), items.length - 1)].summary.focus();
  });

  return {
    element,
    /** @param {Stimulus[]} stimulus @param {boolean} fresh @param {Stimulus[]} ofPreset @returns {any[]} the fields that have been made */
    show(stimulus, fresh, ofPreset) {
      shown = stimulus;
      compared = ofPreset;
      write(summary, words.stimulusCount(stimulus.length));
      fill(fresh);
      return items.flatMap(({fields}) => fields);
    },
    /** Opens the list, and one of its lines. @param {number} index */
    open(index) {
      element.open = true;
      fill(false);
      const item = items[index];
      if (!item) return;
      item.element.open = true;
      if (item.fields.length) return;
      item.element.append(makeItem(shown[index], index, item.fields));
      showFields(index, true);
    },
  };
}
