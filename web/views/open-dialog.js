// views/open-dialog.js: opens a file, a link or a cell that is dropped, pasted or chosen.
import {html, nothing, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {LONGEST_TEXT} from '../send/set-up.js';
import {View} from './view.js';

class OpenDialog extends View {
  #text = '';
  /** @type {string[]} */
  #problems = [];

  /** @param {string} [text] what to open, to be looked at first */
  open(text = '') {
    this.#text = text;
    this.#problems = [];
    this.#draw();
    if (!this.#dialog.open) this.#dialog.showModal();
    if (text) this.#take();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  #draw() {
    const {words} = this;
    const {opening} = words;
    const typed = (/** @type {Event} */ {target}) => {
      this.#text = /** @type {HTMLTextAreaElement} */ (target).value;
    };
    const page = html`
      <dialog aria-labelledby="open-title">
        <h2 id="open-title">${opening.title}</h2>
        <p>${opening.hint}</p>
        <label class="copy">${opening.text}<textarea rows="5" spellcheck="false" .value=${this.#text} @input=${typed}></textarea></label>
        <p class="problems" role="alert">${this.#problems.length ? this.#problems.join(' ') : nothing}</p>
        <p class="tools">
          <label class="file">${opening.choose}<input type="file" accept=".json,.html,.txt,.csv,.nml,.xml,.py,.tsv" @change=${this.#chosen} /></label>
          <button type="button" class="take" @click=${() => this.#take()}>${opening.take}</button>
          <button type="button" class="close" @click=${() => this.#dialog.close()}>${words.close}</button>
        </p>
      </dialog>`;
    render(page, this);
  }

  #chosen = async (/** @type {Event} */ {target}) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const [file] = input.files ?? [];
    if (!file) return;
    this.#text = '';
    if (file.size > LONGEST_TEXT) {
      this.#problems = [this.words.opening.large];
      this.#draw();
      return;
    }
    this.#text = await file.text();
    input.value = ''; // the same file can be chosen again
    this.#take();
  };

  /** Opens the text; the dialog stays if something is wrong with it. */
  #take() {
    const {opened, problems} = emit(this, 'open-text', this.#text) ?? {opened: false, problems: []};
    this.#problems = problems;
    this.#draw();
    if (opened) this.#dialog.close();
  }
}
customElements.define('open-dialog', OpenDialog);
