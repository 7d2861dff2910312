// views/kind-part.js: the controls of a part of an experiment that comes in kinds: a choice of kind, and the fields of that kind.
import {html} from 'lit-html';
import {elementOf} from './dom.js';
import {hasFocus} from '../plot/place.js';
import {formula, typesetUnits} from '../words/format.js';
import {choiceField} from './choice-field.js';
import {asText, isLocked} from './locked.js';
import {group, sameKind, valueOf} from './group.js';
import {numberField} from './number-field.js';

/** @typedef {ReturnType<typeof numberField> | ReturnType<typeof choiceField>} Field */

/** @param {Words} words @param {string} label @param {KindSchema[]} kinds @param {(kind: string) => void} onChoose */
const kindChooser = (words, label, kinds, onChoose) =>
  elementOf(html`
    <select aria-label=${label} @change=${(/** @type {any} */ {target}) => onChoose(target.value)}>
      ${kinds.map(({kind, id}) => html`<option value=${kind} title=${typesetUnits(words.kindMeans[id])}>${words.kinds[kind]}</option>`)}
    </select>`);

/**
 * @param {Words} words @param {PartField} schema of the part
 * @param {object} asked
 * @param {() => Experiment} asked.current the latest experiment, which may not be drawn yet
 * @param {(partial: Partial_) => WordedProblem[]} asked.send sends the edit of a field and returns its problems
 * @param {(partial: Partial_) => WordedProblem[]} asked.sendPart the same for an edit that belongs to no single field
 * @param {(kind: string) => object} asked.startOf the values that a newly chosen kind starts with
 * @param {(kind: string) => string} asked.hint a remark on the kind, or ''
 */
export function kindPart(words, {name, kinds = []}, {current, send, sendPart, startOf, hint}) {
  const its = /** @type {'initial' | 'solver'} */ (name);
  const {box, fill, say} = group(words[its], name);
  const chooser = kindChooser(words, words[its], kinds, (kind) => {
    sendPart({[name]: {kind, ...startOf(kind)}});
    show(current(), false, compared);
  });
  let built = '';
  /** @type {Field[]} */
  let fields = [];
  /** The preset's run, to compare with. @type {Experiment | undefined} */
  let compared;

  /** Replaces the fields by those of another kind. @param {string} kind */
  function build(kind) {
    built = kind;
    const schema = kinds.find((one) => one.kind === kind);
    fields = /** @type {(NumberField | ChoiceField)[]} */ (schema?.fields ?? []).map((one) => {
      const onEdit = (/** @type {any} */ value) => send({[name]: {[one.name]: value}});
      return one.type === 'choice' ? choiceField(words, one, onEdit) : numberField(words, one, onEdit);
    });
    const focused = hasFocus(box);
    fill(chooser, ...fields.map(({row}) => row));
    if (focused) chooser.focus();
  }

  /** @param {string} kind */
  function giveHint(kind) {
    const text = hint(kind);
    let line = box.querySelector(':scope > .hint');
    if (!text) return line?.remove();
    if (!line) box.append((line = Object.assign(document.createElement('p'), {className: 'hint'})));
    const written = formula(text);
    if (line.textContent !== written.textContent) line.replaceChildren(written);
  }

  /** @param {Experiment} experiment @param {boolean} fresh @param {Experiment} [preset] */
  function show(experiment, fresh, preset) {
    compared = preset;
    const part = experiment[its];
    if (built !== part.kind) build(part.kind);
    chooser.value = part.kind;
    asText(chooser, isLocked(box, name), words.kinds[part.kind]);
    if (fresh) say([]);
    giveHint(part.kind);
    const before = sameKind(part, preset?.[its]);
    for (const one of fields) one.show(valueOf(part, one.field), fresh, valueOf(before, one.field));
  }

  return {
    box,
    say,
    show,
    get fields() {
      return fields;
    },
  };
}
