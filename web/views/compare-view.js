// views/compare-view.js: the runs that were pinned beside the one on show: their measures, and in what they differ.
import {emit} from '../plot/door.js';
import {focusedBeside, hasFocus} from '../plot/place.js';
import {differences} from '../session/differences.js';
import {MOST_GHOSTS} from '../session/session.js';
import {words} from '../words/words.js';
import {GHOST_DASHES} from '../plot/palette.js';
import {lineSample} from '../plot/line-sample.js';
import {MEASURES, writtenMeasures} from './measures.js';

/** @param {any} whole @param {string} path */
const valueAt = (whole, path) => path.split('.').reduce((inner, key) => inner?.[key], whole);

/** Whether one path lies within another. @param {string} inner @param {string} outer */
const within = (inner, outer) => inner !== outer && inner.startsWith(`${outer}.`);

class CompareView extends HTMLElement {
  #shown = '';
  #pin = this.#button(words.compare.pin, words.compare.pinHint, () => this.#ask('pin'));
  #said = document.createElement('p');
  #table = document.createElement('table');

  connectedCallback() {
    if (this.#pin.isConnected) return;
    this.#pin.className = 'small pin';
    const row = document.createElement('div');
    row.className = 'asks';
    row.append(this.#pin);
    this.#said.className = 'said';
    this.#table.className = 'comparison';
    this.append(row, this.#said, this.#table);
  }

  /** @param {Results} results */
  set results(results) {
    const {runs, selected, ghosts} = results;
    const run = runs[selected];
    this.#pin.setAttribute('aria-disabled', String(ghosts.length >= MOST_GHOSTS));
    this.#said.textContent = ghosts.length
      ? ghosts.map((ghost) => words.compare.against(run, ghost)).join(' ')
      : words.compare.none;
    this.#table.hidden = !ghosts.length;
    const all = [run, ...ghosts];
    const rows = [...this.#measureRows(all), ...this.#differenceRows(all)];
    const names = ghosts.map(({name}) => name);
    const shown = JSON.stringify([words.runLabel(run), names, rows]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#build(run, names, rows);
  }

  /** @param {Result[]} all @returns {string[][]} */
  #measureRows(all) {
    const written = all.map(({measures}) => writtenMeasures(measures));
    const measured = MEASURES.map((key) => {
      const label =
        key === 'steady_rate'
          ? words.measures.steady_rate({...all[0].measures, steady_k: null, steady_from: null})
          : words.measures[key];
      return [label, ...written.map((one) => one[key])];
    });
    return [...measured, [words.compare.pattern, ...all.map(({pattern}) => words.patterns[pattern.kind])]];
  }

  /** What differs between any two of them. @param {Result[]} all @returns {string[][]} */
  #differenceRows([run, ...ghosts]) {
    const found = ghosts.flatMap(({experiment}) => differences(run.experiment, experiment).map(({path}) => path));
    const paths = [...new Set(found)];
    // What differs as a whole from one of them is not told part by part of another.
    return paths
      .filter((path) => !paths.some((other) => within(path, other)))
      .map((path) => [
        words.compare.label(path),
        ...[run, ...ghosts].map(({experiment}) => words.compare.value(path, valueAt(experiment, path))),
      ]);
  }

  /** @param {Result} run @param {string[]} names @param {string[][]} rows */
  #build(run, names, rows) {
    const held = hasFocus(this.#table) ? focusedBeside(this)?.getAttribute('data-of') : null;
    const head = document.createElement('tr');
    head.append(document.createElement('td'));
    const own = document.createElement('th');
    own.scope = 'col';
    own.append(lineSample([], 'v'), words.compare.own, document.createElement('br'), words.runLabel(run));
    head.append(own, ...names.map((name, index) => this.#heading(name, index)));
    const body = rows.map(([label, ...values]) => {
      const row = document.createElement('tr');
      const title = document.createElement('th');
      title.scope = 'row';
      title.innerHTML = label;
      row.append(title, ...values.map((value) => Object.assign(document.createElement('td'), {textContent: value})));
      for (const [i, cell] of [...row.cells].entries())
        cell.classList.toggle('other', i > 1 && values[i - 1] !== values[0]);
      return row;
    });
    const [thead, tbody] = ['thead', 'tbody'].map((name) => document.createElement(name));
    thead.append(head);
    tbody.append(...body);
    const caption = document.createElement('caption');
    caption.className = 'unseen';
    caption.textContent = words.compare.caption;
    this.#table.replaceChildren(caption, thead, tbody);
    if (!held) return;
    // Of one that was removed, to the one before it.
    const all = [...this.#table.querySelectorAll(`[data-of^=${held.replace(/\d+$/, '')}]`)];
    const next = this.#table.querySelector(`[data-of="${held}"]`) ?? all.pop() ?? this.#pin;
    /** @type {HTMLElement} */ (next).focus();
  }

  /** A pinned run's name, which may be changed, and what may be done with it. @param {string} name @param {number} index */
  #heading(name, index) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    const input = document.createElement('input');
    Object.assign(input, {value: name, maxLength: 60, size: Math.max(8, Math.min(26, name.length))});
    input.dataset.of = `name-${index}`;
    input.setAttribute('aria-label', words.compare.nameOf(index));
    input.addEventListener('change', () => {
      input.value = input.value.trim() || name;
      this.#ask('rename', index, input.value);
    });
    const swap = this.#button('⇄', words.compare.swap(name), () => this.#ask('swap', index));
    const remove = this.#button('×', words.compare.remove(name), () => this.#ask('unpin', index));
    swap.dataset.of = `swap-${index}`;
    remove.dataset.of = `remove-${index}`;
    const tools = document.createElement('div');
    tools.className = 'ghost-tools';
    tools.append(swap, remove);
    cell.append(lineSample(GHOST_DASHES[index], 'ghost'), String(index + 1), input, tools);
    return cell;
  }

  /** @param {string} text @param {string} hint @param {() => void} act */
  #button(text, hint, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small quiet';
    button.textContent = text;
    button.title = hint;
    if (text.length < 3) button.setAttribute('aria-label', hint);
    button.addEventListener('click', act);
    return button;
  }

  /** @param {string} what @param {number} [index] @param {string} [name] */
  #ask(what, index, name) {
    emit(this, 'ghost', {what, index, name});
  }
}
customElements.define('compare-view', CompareView);
