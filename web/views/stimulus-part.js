// views/stimulus-part.js: the controls of the stimuli: a few are shown with all their fields, more in a collapsible list.
import {html} from 'lit-html';
import {elementOf} from './dom.js';
import {group, sameKind, valueOf} from './group.js';
import {isLocked} from './locked.js';
import {stimulusItem} from './stimulus-item.js';
import {foldedStimuli} from './stimulus-list.js';

/** @typedef {import('./stimulus-item.js').Item} Item */

/** Up to this many stimuli are shown with all their fields; more become a collapsible list. */
const UNFOLDED = 8;

/**
 * @param {Words} words @param {ListField} schema of the list
 * @param {object} asked
 * @param {() => Stimulus[]} asked.current the latest stimuli, which may not be drawn yet
 * @param {(partial: Partial_) => WordedProblem[]} asked.send sends the edit of a field and returns its problems
 * @param {(partial: Partial_) => WordedProblem[]} asked.sendPart the same for an edit that belongs to no single field
 * @param {(path: string) => void} asked.choose moves the focus to a field
 */
export function stimulusPart(words, {kinds}, {current, send, sendPart, choose}) {
  const {box, fill, say} = group(words.stimulus, 'stimulus');
  /** The items made so far, by index. @type {Item[]} */
  let items = [];
  /** The kinds for which all fields are on show, joined by commas; undefined if they are in the collapsible list. @type {string | undefined} */
  let built;
  /** @type {ReturnType<typeof foldedStimuli> | undefined} */
  let folded;
  /** The preset's stimuli, to compare with. @type {Stimulus[]} */
  let compared = [];

  const schemaOf = (/** @type {string} */ kind) =>
    /** @type {ListField['kinds'][number]} */ (kinds.find((one) => one.kind === kind));

  /** The fields of a stimulus, made when first asked for. @param {number} index */
  const itemAt = (index) =>
    (items[index] ??= stimulusItem(words, schemaOf(current()[index].kind), index, editOne, removeOne));

  /** @param {number} at @param {string} name @param {any} value */
  function editOne(at, name, value) {
    return send({stimulus: current().map((one, index) => (index === at ? {...one, [name]: value} : one))});
  }

  /** Removes one; any text being typed into the others stays. @param {number} at */
  function removeOne(at) {
    if (sendPart({stimulus: current().filter((_, index) => index !== at)}).length) return;
    items.splice(at, 1);
    for (const item of items.slice(at)) {
      if (!item) continue;
      item.index -= 1;
      item.name();
    }
    folded?.remove(at);
    show(current(), false);
    tools.querySelector('button')?.focus();
  }

  /** Adds one, and moves the focus to its first field. @param {string} kind */
  function addOne(kind) {
    if (sendPart({stimulus: [...current(), {kind}]}).length) return;
    show(current(), false);
    choose(`stimulus.${current().length - 1}.${schemaOf(kind).fields[0].name}`);
  }

  const add = (/** @type {ListField['kinds'][number]} */ {kind}) => html`
    <button type="button" class="quiet small" aria-label=${words.add[kind]} @click=${() => addOne(kind)}>${words.addShort[kind]}</button>`;
  const tools = elementOf(html`<div class="stimulus-tools">${kinds.map(add)}</div>`);

  /** @param {Stimulus[]} stimulus @param {boolean} fresh */
  function show(stimulus, fresh) {
    // Items made for another kind, or for a stimulus that is gone, are dropped.
    const other = items.findIndex((item, index) => item && item.kind !== stimulus[index]?.kind);
    if (other >= 0) items.length = other;
    if (stimulus.length > UNFOLDED) showFolded(stimulus, fresh);
    else showWhole(stimulus, fresh);
    if (fresh) say([]);
    // To add or to remove one changes all of them.
    const locked = isLocked(box, 'stimulus');
    tools.hidden = locked;
    for (const item of items) if (item) item.removable = !locked;
  }

  /** @param {Stimulus[]} stimulus @param {boolean} fresh */
  function showFolded(stimulus, fresh) {
    if (!folded) {
      folded = foldedStimuli(words, itemAt, () => items);
      built = undefined;
      fill(tools, folded.element);
    }
    folded.show(stimulus, fresh, compared);
  }

  /** @param {Stimulus[]} stimulus @param {boolean} fresh */
  function showWhole(stimulus, fresh) {
    const wanted = stimulus.map(({kind}) => kind).join();
    const all = stimulus.map((_, index) => itemAt(index));
    if (built !== wanted) {
      built = wanted;
      folded = undefined;
      fill(tools, ...all.map(({element}) => element));
      if (!stimulus.length)
        box.append(Object.assign(document.createElement('p'), {className: 'hint', textContent: words.noStimulus}));
    }
    for (const [index, one] of stimulus.entries()) {
      const before = sameKind(one, compared[index]);
      for (const field of all[index].fields) field.show(valueOf(one, field.field), fresh, valueOf(before, field.field));
    }
  }

  return {
    box,
    say,
    get fields() {
      return items.flatMap((item) => item?.fields ?? []);
    },
    /** @param {Experiment} experiment @param {boolean} fresh @param {Experiment} [preset] */
    show(experiment, fresh, preset) {
      compared = preset?.stimulus ?? [];
      show(experiment.stimulus, fresh);
    },
    /** Opens the collapsible list, if there is one, and one of its lines. @param {number} index */
    open: (index) => folded?.open(index),
  };
}
