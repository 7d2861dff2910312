// views/stimulus-list.js: many stimuli as a collapsible list: each is a line with its values, which opens to show its fields.
// Fields are made only when their line is opened, so a thousand stimuli cost little.
import {write} from './dom.js';
import {MOST_WITH_GRIPS} from '../plot/stimulus-grips.js';

/** @typedef {import('./stimulus-item.js').Item} Item */

/** A Page key moves by this many lines. */
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
 * @param {Words} words
 * @param {(index: number) => Item} itemAt the fields of a stimulus, made when first asked for
 * @param {() => Item[]} made the items made so far, by index
 */
export function foldedStimuli(words, itemAt, made) {
  const {element, summary} = folded('stimulus-list');
  const note = Object.assign(document.createElement('p'), {className: 'hint'});
  /** @type {{kind: string, element: HTMLDetailsElement, summary: HTMLElement}[]} */
  let lines = [];
  /** @type {Stimulus[]} */
  let shown = [];
  /** @type {Stimulus[]} */
  let compared = [];

  /** @param {number} index @param {boolean} fresh */
  function showFields(index, fresh) {
    const one = /** @type {any} */ (shown[index]);
    const before = /** @type {any} */ (compared[index]?.kind === one.kind ? compared[index] : undefined);
    for (const field of itemAt(index).fields) field.show(one[field.field.name], fresh, before?.[field.field.name]);
  }

  /** Adds the fields to a line that has been opened. @param {(typeof lines)[number]} line */
  function addFields(line) {
    const index = lines.indexOf(line);
    if (!line.element.open || index < 0 || line.element.children.length > 1) return;
    line.element.append(itemAt(index).element);
    showFields(index, false);
  }

  /** @param {Stimulus} one */
  function make({kind}) {
    const line = {kind, ...folded('stimulus-line')};
    line.element.addEventListener('toggle', () => addFields(line));
    return line;
  }

  /** Updates the lines if the list is open. Lines before the first stimulus of another kind are reused. */
  function fill() {
    if (!element.open) return;
    const other = shown.findIndex(({kind}, i) => kind !== lines[i]?.kind);
    const same = other < 0 ? shown.length : other;
    for (const line of lines.splice(same)) line.element.remove();
    const added = shown.slice(same).map(make);
    lines.push(...added);
    note.before(...added.map((line) => line.element));
    for (const [index, line] of lines.entries()) {
      write(line.summary, words.stimulusLine(index, shown[index]));
      if (line.element.open) addFields(line);
    }
  }
  element.addEventListener('toggle', () => fill());
  element.addEventListener('keydown', (event) => {
    const at = lines.findIndex((line) => line.summary === event.target);
    const far = {ArrowUp: -1, ArrowDown: 1, PageUp: -PAGE, PageDown: PAGE, Home: -Infinity, End: Infinity}[event.key];
    if (at < 0 || !far || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    lines[Math.min(Math.max(at + far, 0), lines.length - 1)].summary.focus();
  });

  element.append(note);

  return {
    element,
    /** @param {Stimulus[]} stimulus @param {boolean} fresh @param {Stimulus[]} ofPreset */
    show(stimulus, fresh, ofPreset) {
      shown = stimulus;
      compared = ofPreset;
      write(summary, words.stimulusCount(stimulus.length));
      note.hidden = stimulus.length <= MOST_WITH_GRIPS;
      write(note, words.firstHaveGrips(MOST_WITH_GRIPS));
      fill();
      for (const index of made().keys()) if (made()[index]) showFields(index, fresh);
    },
    /** Removes one line; the others stay as they are, open or closed. @param {number} index */
    remove(index) {
      for (const line of lines.splice(index, 1)) line.element.remove();
    },
    /** Opens the list, and one of its lines. @param {number} index */
    open(index) {
      element.open = true;
      fill();
      if (!lines[index]) return;
      lines[index].element.open = true;
      addFields(lines[index]);
    },
  };
}
