// views/parameter-form.js: the controls of an experiment, drawn from the schema; every edit leaves as a partial.
import {wordOf} from '../words/word-of.js';
import {emit} from '../plot/door.js';
import {hasFocus} from '../plot/place.js';
import {formula} from '../words/format.js';
import {choiceField} from './choice-field.js';
import {numberField} from './number-field.js';
import {foldedStimuli} from './stimulus-list.js';
import {View} from './view.js';

/** @typedef {ReturnType<typeof numberField> | ReturnType<typeof choiceField>} Field */

/** So many stimuli are shown with all their fields; more are folded into a list. */
const UNFOLDED = 8;

/** {a: {b: value}} from 'a.b'. @param {string} path @param {any} value */
const nest = (path, value) => path.split('.').reduceRight((inner, key) => ({[key]: inner}), value);

/**
 * A stimulus with its fields; its place in the list changes when one before it is removed.
 * @typedef {{kind: string, index: number, element: HTMLElement, fields: Field[], name: () => void}} Item
 */

/** What a part has for a field: a number or none, or the name that was chosen. @param {Record<string, any> | undefined} part @param {{name: string}} field */
const valueOf = (part, {name}) => part?.[name];

/** A part that has kinds. @typedef {'stimulus' | 'initial' | 'solver'} PartName */

/** `other` where it can be compared. @template {{kind: string}} T @param {T} one @param {T | undefined} other */
const sameKind = (one, other) => (other?.kind === one.kind ? other : undefined);

/** A titled group of controls. @param {string} title */
function group(title, name = '') {
  const box = document.createElement('fieldset');
  box.className = `group ${name}`;
  const legend = document.createElement('legend');
  legend.textContent = title;
  box.append(legend);
  return box;
}

/** @param {Words} words @param {string} label @param {KindSchema[]} kinds @param {(kind: string) => void} onChoose */
function kindChooser(words, label, kinds, onChoose) {
  const chooser = document.createElement('select');
  chooser.setAttribute('aria-label', label);
  for (const {kind, text} of kinds) {
    const option = new Option(words.kinds[kind] ?? kind, kind);
    option.title = text;
    chooser.append(option);
  }
  chooser.addEventListener('change', () => onChoose(chooser.value));
  return chooser;
}

class ParameterForm extends View {
  /** @type {Schema | undefined} */
  #schema;
  /** The experiment as it is now, which may be newer than what is shown. @type {() => Experiment} */
  current = () => /** @type {any} */ ({});
  /** Where that experiment starts. @type {() => {v: number, u: number}} */
  initialState = () => ({v: 0, u: 0});
  /** What a method of fixed steps is chosen with. @type {() => object} */
  fixedSteps = () => ({});
  #retrying = false;
  /** The run of the preset that the one on show began as. @type {Experiment | undefined} */
  #preset;
  /** @type {Field[]} */
  #fields = [];
  /** The controls of parts that have kinds, built anew when their kind changes. @type {Map<PartName, {box: HTMLElement, built: string, fields: Field[], items?: Item[], folded?: ReturnType<typeof foldedStimuli>}>} */
  #parts = new Map();
  /** The experiment to which something was refused that no field stands for. @type {Experiment | undefined} */
  #refusedFor;
  #help = document.createElement('p');
  /** The path of the field that it explains. */
  #helped = '';

  /** @param {Schema} schema */
  set schema(schema) {
    if (this.#schema) return;
    this.#schema = schema;
    for (const field of schema.fields) this.#build(field);
    this.#help.className = 'help';
    this.#help.textContent = this.words.helpPrompt;
    this.append(this.#help);
  }

  /** @param {NumberField | PartField | ListField} field */
  #build(field) {
    const {words} = this;
    if (field.type === 'number') this.#buildNumber(field);
    else if (field.type === 'list') this.#part(field.name, group(words.stimulus, 'stimulus'));
    else if (field.name !== 'cell') this.#part(field.name, group(this.words[field.name], field.name));
    else this.#buildGroups(field);
  }

  /** The fields of a plain part, under the headings that the core gives them. @param {PartField} part */
  #buildGroups(part) {
    const {words} = this;
    /** @type {Map<string, HTMLElement>} */
    const boxes = new Map();
    for (const field of part.fields ?? []) {
      let box = boxes.get(field.group);
      if (!box) {
        box = group(wordOf(words.groups, field.group) ?? field.group, field.group);
        boxes.set(field.group, box);
        this.append(box);
      }
      const made = numberField(words, field, (value) => this.#send(nest(field.id, value)));
      this.#fields.push(made);
      box.append(made.row);
    }
  }

  /** @param {NumberField} field */
  #buildNumber(field) {
    const made = numberField(this.words, field, (value) => this.#send({[field.name]: value}));
    this.#fields.push(made);
    this.append(made.row);
  }

  /** @param {PartName} name @param {HTMLElement} box */
  #part(name, box) {
    this.#parts.set(name, {box, built: '', fields: []});
    this.append(box);
  }

  /**
   * Sends an edit; what is still wrong elsewhere is tried again after it, since the edit may have put it right.
   * @param {Partial_} partial
   */
  #send(partial) {
    const problems = emit(this, 'edit', partial) ?? [];
    if (problems.length || this.#retrying) return problems;
    for (const field of this.#all()) field.forgive();
    this.#retrying = true;
    for (const field of this.#all()) field.retry();
    this.#retrying = false;
    return problems;
  }

  /** Sends an edit that no field stands for; what is wrong with it is said under the heading of `name`. @param {PartName} name @param {Partial_} partial */
  #sendPart(name, partial) {
    const problems = this.#send(partial);
    this.#clearParts();
    if (!problems.length) return problems;
    this.#refusedFor = this.current();
    const said = document.createElement('p');
    said.className = 'problem';
    said.setAttribute('role', 'alert');
    said.textContent = problems.map(({message}) => message).join(' ');
    this.#parts.get(name)?.box.append(said);
    return problems;
  }

  /** Whatever was said under a heading has been put right. */
  #clearParts() {
    for (const {box} of this.#parts.values()) box.querySelector(':scope > .problem')?.remove();
    this.#refusedFor = undefined;
  }

  /** Says beside its field what is wrong with a value that came from a plot. @param {WordedProblem[]} problems */
  refuse(problems) {
    for (const field of this.#all()) {
      if (!problems.length) field.forgive();
      const its = problems.filter(({path}) => path === field.row.dataset.path);
      if (its.length) field.refuse(its);
    }
  }

  #all() {
    return [...this.#fields, ...[...this.#parts.values()].flatMap(({fields}) => fields)];
  }

  /**
   * Shows an experiment beside the preset's; with `fresh`, whatever was being typed gives way to it.
   * @param {Experiment} experiment @param {boolean} [fresh] @param {Experiment} [preset]
   */
  show(experiment, fresh = false, preset = this.#preset) {
    this.#preset = preset;
    if (this.#refusedFor && this.#refusedFor !== experiment) this.#clearParts();
    this.#forgetHelp();
    const at = (/** @type {string} */ id, /** @type {any} */ whole) =>
      id.split('.').reduce((part, key) => part?.[key], whole);
    for (const {field, show} of this.#fields) show(at(field.id, experiment), fresh, at(field.id, preset));
    for (const name of this.#parts.keys()) {
      if (name === 'stimulus') this.#showStimulus(experiment.stimulus, fresh);
      else this.#showKind(name, experiment[name], fresh);
    }
  }

  /** @param {'initial' | 'solver'} name @param {Initial | Solver} part @param {boolean} fresh */
  #showKind(name, part, fresh) {
    const {words} = this;
    const held = this.#parts.get(name);
    if (!held) return;
    const field = /** @type {PartField} */ (this.#schema?.fields.find((one) => one.name === name));
    const kinds = field.kinds ?? [];
    if (held.built !== part.kind) {
      held.built = part.kind;
      const chooser = kindChooser(words, this.words[name], kinds, (kind) => this.#chooseKind(name, kind));
      const schema = kinds.find(({kind}) => kind === part.kind);
      held.fields = /** @type {(NumberField | ChoiceField)[]} */ (schema?.fields ?? []).map((one) =>
        one.type === 'choice'
          ? choiceField(words, one, (value) => this.#send({[name]: {[one.name]: value}}))
          : numberField(words, one, (value) => this.#send({[name]: {[one.name]: value}})),
      );
      const focused = hasFocus(held.box);
      held.box.replaceChildren(held.box.children[0], chooser, ...held.fields.map(({row}) => row));
      if (focused) chooser.focus();
    }
    /** @type {HTMLSelectElement} */ (held.box.querySelector('select')).value = part.kind;
    if (fresh) held.box.querySelector(':scope > .problem')?.remove();
    if (name === 'initial') this.#sayRest(held.box, part.kind);
    const before = sameKind(part, this.#preset?.[name]);
    for (const one of held.fields) one.show(valueOf(part, one.field), fresh, valueOf(before, one.field));
  }

  /** Where the cell rests, if that is not where its vr says. @param {HTMLElement} box @param {string} kind */
  #sayRest(box, kind) {
    const {cell} = this.current();
    const rest = this.initialState();
    const said = kind === 'rest' && rest.v !== cell.vr ? this.words.restsElsewhere(rest, cell) : '';
    let line = box.querySelector(':scope > .hint');
    if (!said) return line?.remove();
    if (!line) box.append((line = Object.assign(document.createElement('p'), {className: 'hint'})));
    const written = formula(said);
    if (line.textContent !== written.textContent) line.replaceChildren(written);
  }

  /** @param {'initial' | 'solver'} name @param {string} kind */
  #chooseKind(name, kind) {
    // A given start begins where the run starts now, so that choosing it changes nothing yet.
    // In a figure of the note a method of fixed steps sees a current when the note's own script does.
    const own = kind === 'at' ? this.initialState() : name === 'solver' && kind !== 'exact' ? this.fixedSteps() : {};
    this.#sendPart(name, {[name]: {kind, ...own}});
    this.#showKind(name, this.current()[name], false);
  }

  /** @param {Stimulus[]} stimulus @param {boolean} fresh */
  #showStimulus(stimulus, fresh) {
    const held = this.#parts.get('stimulus');
    if (!held) return;
    // What was made for another kind, or for one that there no longer is, has nothing to show.
    const {items = []} = held;
    const other = items.findIndex((item, index) => item && item.kind !== stimulus[index]?.kind);
    if (other >= 0) items.length = other;
    held.items = items;
    if (stimulus.length > UNFOLDED) return this.#showFolded(held, stimulus, fresh);
    const built = stimulus.map(({kind}) => kind).join();
    if (held.built !== built || held.folded || !held.box.querySelector('.stimulus-tools')) {
      held.built = built;
      held.folded = undefined;
      const items = stimulus.map((_, index) => this.#item(index));
      held.fields = items.flatMap(({fields}) => fields);
      held.box.replaceChildren(held.box.children[0], this.#stimulusTools(), ...items.map(({element}) => element));
      if (!stimulus.length)
        held.box.append(
          Object.assign(document.createElement('p'), {className: 'hint', textContent: this.words.noStimulus}),
        );
    }
    if (fresh) held.box.querySelector(':scope > .problem')?.remove();
    let next = 0;
    for (const [index, one] of stimulus.entries()) {
      const before = sameKind(one, this.#preset?.stimulus[index]);
      const {fields} = this.#kindOf(one.kind);
      for (const field of fields) held.fields[next++].show(valueOf(one, field), fresh, valueOf(before, field));
    }
  }

  /** @param {{box: HTMLElement, built: string, fields: Field[], items?: Item[], folded?: ReturnType<typeof foldedStimuli>}} held @param {Stimulus[]} stimulus @param {boolean} fresh */
  #showFolded(held, stimulus, fresh) {
    if (!held.folded) {
      held.folded = foldedStimuli(
        this.words,
        (index) => this.#item(index),
        () => this.#parts.get('stimulus')?.items ?? [],
      );
      held.built = 'folded';
      held.box.replaceChildren(held.box.children[0], this.#stimulusTools(), held.folded.element);
    }
    if (fresh) held.box.querySelector(':scope > .problem')?.remove();
    held.folded.show(stimulus, fresh, this.#preset?.stimulus ?? []);
    held.fields = (held.items ?? []).flatMap((item) => item?.fields ?? []);
  }

  get #stimulusKinds() {
    return /** @type {ListField} */ (this.#schema?.fields.find(({name}) => name === 'stimulus')).kinds;
  }

  /** @param {string} kind */
  #kindOf(kind) {
    return /** @type {ListField['kinds'][number]} */ (this.#stimulusKinds.find((one) => one.kind === kind));
  }

  /** The fields of a stimulus, made once. @param {number} index @returns {Item} */
  #item(index) {
    const held = /** @type {{items?: Item[]}} */ (this.#parts.get('stimulus'));
    const items = (held.items ??= []);
    return (items[index] ??= this.#stimulusItem(this.current().stimulus[index], index));
  }

  /** @param {Stimulus} one @param {number} at @returns {Item} */
  #stimulusItem(one, at) {
    const {words} = this;
    const element = document.createElement('div');
    element.className = 'stimulus-item';
    element.setAttribute('role', 'group');
    const head = document.createElement('div');
    head.className = 'stimulus-head';
    const title = document.createElement('span');
    title.textContent = words.kinds[one.kind];
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'quiet small';
    remove.textContent = '×';
    remove.title = words.remove;
    remove.addEventListener('click', () => this.#removeStimulus(item.index));
    head.append(title, remove);
    element.append(head);
    const fields = this.#kindOf(one.kind).fields.map((schema) =>
      numberField(words, schema, (value) => {
        const next = this.current().stimulus.map((other, index) =>
          index === item.index ? {...other, [schema.name]: value} : other,
        );
        return this.#send({stimulus: next});
      }),
    );
    element.append(...fields.map(({row}) => row));
    /** Says which one it is, wherever that is said. */
    const name = () => {
      element.setAttribute('aria-label', words.stimulusOf(item.index));
      remove.setAttribute('aria-label', `${words.remove}: ${words.stimulusOf(item.index)}`);
      for (const {row, field} of fields) row.dataset.path = `stimulus.${item.index}.${field.name}`;
    };
    /** @type {Item} */
    const item = {kind: one.kind, index: at, element, fields, name};
    name();
    return item;
  }

  /** Takes one away; what is being typed into the others stays. @param {number} index */
  #removeStimulus(index) {
    const held = /** @type {{items?: Item[], folded?: ReturnType<typeof foldedStimuli>}} */ (
      this.#parts.get('stimulus')
    );
    const next = this.current().stimulus.filter((_, other) => other !== index);
    if (this.#sendPart('stimulus', {stimulus: next}).length) return;
    held.items?.splice(index, 1);
    for (const item of held.items?.slice(index) ?? []) {
      if (!item) continue;
      item.index -= 1;
      item.name();
    }
    held.folded?.remove(index);
    this.#showStimulus(this.current().stimulus, false);
    /** @type {HTMLElement | null} */ (this.querySelector('.stimulus-tools button'))?.focus();
  }

  #stimulusTools() {
    const {words} = this;
    const tools = document.createElement('div');
    tools.className = 'stimulus-tools';
    for (const {kind} of this.#stimulusKinds) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet small';
      button.textContent = words.addShort[kind];
      button.setAttribute('aria-label', words.add[kind]);
      button.addEventListener('click', () => {
        const problems = this.#sendPart('stimulus', {stimulus: [...this.current().stimulus, {kind}]});
        if (problems.length) return;
        const {stimulus} = this.current();
        this.#showStimulus(stimulus, false);
        this.choose(`stimulus.${stimulus.length - 1}.${this.#kindOf(kind).fields[0].name}`);
      });
      tools.append(button);
    }
    return tools;
  }

  /** @param {string} path @returns {HTMLElement | null} */
  #row(path) {
    return this.querySelector(`[data-path="${path}"]`);
  }

  /** What is explained may have gone. */
  #forgetHelp() {
    if (!this.#helped || this.#row(this.#helped)) return;
    this.#helped = '';
    this.#help.textContent = this.words.helpPrompt;
  }

  /** The path of the field that somebody touches: its row stands out, and what it does is said. */
  set touched(/** @type {string} */ path) {
    for (const row of this.querySelectorAll('.field.touched')) row.classList.remove('touched');
    const row = path ? this.#row(path) : null;
    row?.classList.add('touched');
    const text = row?.querySelector('.description')?.textContent;
    if (text) this.#help.textContent = text;
    if (text) this.#helped = path;
  }

  /** Moves the focus to the number of a field. @param {string} path */
  choose(path) {
    const [part, index] = path.split('.');
    if (part === 'stimulus') this.#parts.get(part)?.folded?.open(Number(index));
    /** @type {HTMLElement | null | undefined} */ (this.#row(path)?.querySelector('.number'))?.focus();
  }
}
customElements.define('parameter-form', ParameterForm);
