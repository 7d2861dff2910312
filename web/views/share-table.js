// views/share-table.js: the part of the Share dialog that hands out numbers: tables as files, and the measures for the clipboard.
import {html, nothing, render} from 'lit-html';
import {STOPPED} from '../engine/worker.js';
import {read} from '../words/read.js';
import {unitOf} from '../engine/quantities.js';
import {FORMS, chooseForm, formOf} from '../send/csv.js';
import {plainHtml} from './dom.js';
import {View} from './view.js';

/** @typedef {import('../send/csv.js').FormName} FormName */

class ShareTable extends View {
  /** What can be saved: see page/tables.js. @type {any} */
  #tables;
  /** Saves a file, or says something. @type {{save: (file: any) => void, say: (text: string) => void}} */
  #dialog = {save() {}, say() {}};
  #file = 'samples';
  #all = false;
  #part = false;
  #spikes = true;
  /** What was typed as the step; '' for the usual one. */
  #typed = '';
  /** Ends the writing of samples. @type {AbortController | undefined} */
  #writing;
  #share = 0;
  /** The measures as text, where the browser does not let the page copy. */
  #copy = '';

  /** @param {any} tables @param {{save: (file: any) => void, say: (text: string) => void}} dialog */
  show(tables, dialog) {
    this.#tables = tables;
    this.#dialog = dialog;
    this.#copy = '';
    this.#draw();
  }

  /** Stops what is being written. */
  stop() {
    this.#writing?.abort();
  }

  /** The step that was chosen, or why it cannot be used. @returns {{step: number, problem: string}} */
  #step() {
    const {share, numbers} = this.words;
    const {low, high, usual} = this.#tables.steps(this.#all, this.#part);
    const typed = read(this.#typed, unitOf('time'), numbers.point);
    const step = this.#typed.trim() ? ('value' in typed ? typed.value : NaN) : usual;
    // As they are written in the sentence, both ends are allowed.
    const within = step >= low * (1 - 1e-9) && step <= high;
    return {step, problem: within ? '' : share.stepRange(numbers.place(low), numbers.prose(high))};
  }

  /** Draws the section again after a change. @param {() => void} change */
  #after = (change) => {
    change();
    this.#draw();
  };

  #draw() {
    const {share} = this.words;
    const list = this.#tables.list(this.#all);
    const table = list.find((/** @type {any} */ one) => one.file === this.#file) ?? list[0];
    if (!table) return render(nothing, this);
    const samples = table.kind === 'samples';
    const {problem} = this.#step();
    const form = formOf(this.words);
    const chosen = (/** @type {Event} */ {target}) => /** @type {HTMLSelectElement} */ (target).value;
    const several = this.#tables.several() && !['measures', 'analysis'].includes(table.kind);
    const check = (
      /** @type {string} */ name,
      /** @type {string} */ label,
      /** @type {boolean} */ on,
      /** @type {(on: boolean) => void} */ set,
    ) =>
      html`<label class="check"><input type="checkbox" name=${name} .checked=${on} @change=${(/** @type {Event} */ {target}) => this.#after(() => set(/** @type {HTMLInputElement} */ (target).checked))} />${label}</label>`;
    const page = html`
      <section>
        <h3>${share.table}</h3>
        <p>${share.tableHint}</p>
        <div class="share-labels">
          <label>${share.what}<select name="table" @change=${(/** @type {Event} */ event) => this.#after(() => (this.#file = chosen(event)))}>${list.map(
            (/** @type {any} */ one) =>
              html`<option value=${one.file} .selected=${one === table}>${one.title}</option>`,
          )}</select></label>
          <label>${share.form}<select name="form" @change=${(/** @type {Event} */ event) => this.#after(() => chooseForm(/** @type {FormName} */ (chosen(event))))}>${Object.keys(
            FORMS,
          ).map(
            (name) =>
              html`<option value=${name} .selected=${name === form}>${share.forms[/** @type {FormName} */ (name)]}</option>`,
          )}</select></label>
          ${samples ? this.#stepField(problem) : nothing}
          ${several ? check('all', share.allRuns, this.#all, (on) => (this.#all = on)) : nothing}
          ${samples ? this.#sampleChecks(check) : nothing}
        </div>
        <p class="tools">
          ${
            this.#writing
              ? html`<button type="button" class="stop-writing" @click=${() => this.stop()}>${this.words.stop}</button><progress max="1" .value=${this.#share} aria-label=${share.writing}></progress>`
              : html`<button type="button" class="quiet save-table" ?disabled=${samples && Boolean(problem)} @click=${() => this.#save(table)}>${share.saveTable}</button>`
          }
          ${list.some((/** @type {any} */ one) => one.kind === 'measures') ? html`<button type="button" class="quiet copy-measures" @click=${() => this.#copyMeasures()}>${share.copyMeasures}</button>` : nothing}
        </p>
        ${this.#copy ? html`<label class="copy">${share.copyYourself}<textarea readonly .value=${this.#copy}></textarea></label>` : nothing}
      </section>`;
    render(page, this);
  }

  /** @param {string} problem */
  #stepField(problem) {
    const {share, numbers} = this.words;
    const typed = (/** @type {Event} */ {target}) =>
      this.#after(() => (this.#typed = /** @type {HTMLInputElement} */ (target).value));
    const {usual} = this.#tables.steps(this.#all, this.#part);
    return html`
      <label>${share.step}<input type="text" inputmode="decimal" name="interval" .value=${this.#typed || numbers.prose(usual)} aria-invalid=${Boolean(problem)} aria-describedby="step-problem" @input=${typed} /></label>
      <p class="problems" id="step-problem" role="alert">${problem}</p>`;
  }

  /** @param {(name: string, label: string, on: boolean, set: (on: boolean) => void) => unknown} check */
  #sampleChecks(check) {
    const {share} = this.words;
    const part = this.#tables.part();
    return html`
      ${part ? check('part', share.onlyShown, this.#part, (on) => (this.#part = on)) : nothing}
      ${this.#tables.exact(this.#all) ? check('spikes', share.withSpikes, this.#spikes, (on) => (this.#spikes = on)) : nothing}`;
  }

  /** @param {any} table */
  async #save(table) {
    if (table.kind !== 'samples') return this.#dialog.save(this.#tables.save(table, this.#all));
    const writing = new AbortController();
    this.#writing = writing;
    this.#share = 0;
    this.#draw();
    // The button that was pressed is gone.
    /** @type {HTMLElement | null} */ (this.querySelector('.stop-writing'))?.focus();
    const choice = {all: this.#all, part: this.#part, spikes: this.#spikes, step: this.#step().step};
    const progress = (/** @type {number} */ share) => this.#after(() => (this.#share = share));
    try {
      const file = await this.#tables.saveSamples(table, choice, progress, writing.signal);
      this.#dialog.save(file);
      if (file.notes.length) this.#dialog.say(file.notes.join(' '));
    } catch (error) {
      const {message} = /** @type {Error} */ (error);
      this.#dialog.say(message === STOPPED ? '' : this.words.workerFailed);
    }
    this.#writing = undefined;
    this.#draw();
    /** @type {HTMLElement | null} */ (this.querySelector('.save-table'))?.focus();
  }

  async #copyMeasures() {
    const {heads, rows, text} = this.#tables.measuresCopied();
    const holder = document.createElement('div');
    const line = (/** @type {string} */ tag, /** @type {any[]} */ cells) =>
      html`<tr>${cells.map((cell) => (tag === 'th' ? html`<th>${cell}</th>` : html`<td>${cell}</td>`))}</tr>`;
    render(html`<table>${line('th', heads)}${rows.map((/** @type {any[]} */ row) => line('td', row))}</table>`, holder);
    const as = (/** @type {string} */ type, /** @type {string} */ content) => [type, new Blob([content], {type})];
    const done = await this.#toClipboard(
      Object.fromEntries([as('text/plain', text), as('text/html', plainHtml(holder))]),
      text,
    );
    this.#copy = done ? '' : text;
    this.#dialog.say(done ? this.words.share.copied : '');
    this.#draw();
    /** @type {HTMLTextAreaElement | null} */ (this.querySelector('.copy textarea'))?.select();
  }

  /** Copies a text, with its table where the browser can; false if it does not let the page copy. @param {Record<string, Blob>} both @param {string} text */
  async #toClipboard(both, text) {
    const {clipboard} = navigator;
    try {
      if (typeof ClipboardItem === 'function') await clipboard.write([new ClipboardItem(both)]);
      else await clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }
}
customElements.define('share-table', ShareTable);
