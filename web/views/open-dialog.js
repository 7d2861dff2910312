// views/open-dialog.js: opens a file, a link or a cell that is dropped, pasted or chosen.
import {html, nothing, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {LONGEST_TEXT} from '../send/set-up.js';
import {icon} from './icons.js';
import {form2003, readCell} from './read-cell.js';
import {View} from './view.js';

/** The longest text that is shown, in characters: a box with a whole page in it takes seconds to lay out. */
const LONGEST_SHOWN = 20e3;

class OpenDialog extends View {
  #text = '';
  /** @type {string[]} */
  #problems = [];
  /** The cells that were read from the text, and which of them is shown. @type {WordedCells | undefined} */
  #cells;
  #chosen = 0;

  /** The present cell in the form of 2003, if it is one of those. @type {() => Form2003 | null} */
  form2003 = () => null;

  /** @param {string} [text] what to open, to be looked at first */
  open(text = '') {
    this.#begin();
    if (text) this.#take(text);
  }

  /** Opens what a file holds. @param {File} file */
  async openFile(file) {
    this.#begin();
    // A file that has been moved or may not be read is like one that holds nothing.
    if (file.size <= LONGEST_TEXT) this.#take(await file.text().catch(() => ''));
    else {
      this.#problems = [this.words.opening.large];
      this.#draw();
    }
  }

  #begin() {
    this.#text = '';
    this.#problems = [];
    this.#cells = undefined;
    this.#draw();
    if (!this.#dialog.open) this.#dialog.showModal();
    this.querySelector('textarea')?.focus();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  #draw() {
    const {words} = this;
    const {opening} = words;
    const typed = (/** @type {Event} */ {target}) => {
      this.#text = /** @type {HTMLTextAreaElement} */ (target).value;
      // What was understood of another text would be taken for this one.
      if (this.#cells) this.#show({opened: false, problems: []});
    };
    const chosen = (/** @type {Event} */ {target}) => {
      const input = /** @type {HTMLInputElement} */ (target);
      const [file] = input.files ?? [];
      if (file) this.openFile(file);
      input.value = ''; // the same file can be chosen again
    };
    const acts = {
      choose: (/** @type {number} */ index) => {
        this.#chosen = index;
        this.#draw();
      },
      take: (/** @type {WordedCell} */ cell) => {
        this.#problems = (emit(this, 'take-cell', cell) ?? []).map(({message}) => message);
        if (this.#problems.length) this.#draw();
        else this.#dialog.close();
      },
    };
    const page = html`
      <dialog class="open" aria-labelledby="open-title">
        <div class="dialog-head">
          <h2 id="open-title">${opening.title}</h2>
          <button type="button" class="close bare" @click=${() => this.#dialog.close()} aria-label=${words.close} .innerHTML=${icon('close')}></button>
        </div>
        <p>${opening.hint}</p>
        <label class="copy">${opening.text}<textarea rows="5" spellcheck="false"  .value=${this.#text} @input=${typed}></textarea></label>
        <p class="problems" role="alert">${this.#problems.length ? this.#problems.join(' ') : nothing}</p>
        <p class="tools">
          <label class="file"><input type="file" class="unseen" accept=".json,.html,.txt,.csv,.nml,.xml,.py,.tsv" @change=${chosen} /><span>${opening.choose}</span></label>
          <button type="button" class="take" ?hidden=${Boolean(this.#cells)} @click=${() => this.#take(this.#text)}>${opening.take}</button>
        </p>
        ${this.#cells ? readCell(words, this.#cells, this.#chosen, acts) : form2003(words, this.form2003())}
      </dialog>`;
    render(page, this);
  }

  /** @param {Opened} found */
  #show({problems, cells}) {
    this.#problems = problems;
    this.#cells = cells;
    this.#chosen = 0;
    this.#draw();
  }

  /** Opens a text; the dialog stays if something is wrong with it. @param {string} text */
  #take(text) {
    const found = emit(this, 'open-text', text) ?? {opened: false, problems: []};
    this.#text = text.length > LONGEST_SHOWN ? '' : text;
    this.#show(found);
    if (found.opened) this.#dialog.close();
  }
}
customElements.define('open-dialog', OpenDialog);
