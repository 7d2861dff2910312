// views/share-dialog.js: hands out what is on show: as a link, a page, a file, a picture, a table or a sheet to print.
import {html, nothing, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {download, downloadsUncertain} from '../send/download.js';
import {qrOf} from '../send/qr.js';
import {LONGEST_NAME, LONGEST_NOTE} from '../session/labels.js';
import {icon} from './icons.js';
import './share-embed.js';
import './share-picture.js';
import './share-table.js';
import {languageNames} from '../words/languages.js';
import {View} from './view.js';

/** @typedef {import('../send/site-address.js').Display} Display */
/** @typedef {{name: string, type: string, text: string | Blob}} SavedFile */
/** The themes that a link can ask for. */
const THEMES = /** @type {const} */ (['light', 'dark', 'projector']);
/** The longest text that is shown to be copied by hand. */
const LONGEST_COPY = 5e6;

class ShareDialog extends View {
  /** How it is shown to those who get it. @type {Display} */
  #display = {};
  /** A file that may not have been saved, to be copied by hand. @type {{name: string, text: string} | undefined} */
  #copy;
  /** A label as it is being typed, with the blanks that are not taken. @type {Partial<import('../session/labels.js').Labels>} */
  #typed = {};
  /** What was just done, in a sentence. */
  #done = '';
  /** What there is to hand out. @type {any} */
  #sharing;

  /** @param {any} sharing see page/share.js */
  open(sharing) {
    this.#sharing = sharing;
    this.#display = sharing.display();
    this.#copy = undefined;
    this.#typed = {};
    this.#done = '';
    this.#draw();
    const acts = {
      save: (/** @type {SavedFile} */ file) => this.#save(file),
      say: (/** @type {string} */ text) => this.#say(text),
    };
    /** @type {any} */ (this.querySelector('share-table')).show(sharing.tables, acts);
    /** @type {any} */ (this.querySelector('share-picture')).show(sharing.pictures, acts);
    this.#embed.show(
      {embedding: sharing.embedding, withheld: sharing.withheld, answers: !this.#display.answers},
      {say: acts.say, display: () => this.#display, choose: (/** @type {Display} */ display) => this.#show(display)},
    );
    this.#dialog.showModal();
    // By an attribute, browsers refuse it in a frame, and complain.
    /** @type {HTMLElement} */ (this.querySelector('.take')).focus();
  }

  /** To be called when what is on show may have changed: a page around the lab may edit it while the dialog is open. */
  follow() {
    if (!this.#dialog?.open) return;
    this.#draw();
    this.#embed.draw();
  }

  /** @param {string} text */
  #say(text) {
    this.#done = text;
    this.#copy = undefined;
    this.#draw();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog')); // null until it is opened
  }

  /** @returns {any} */
  get #embed() {
    return this.querySelector('share-embed');
  }

  #draw() {
    const {words} = this;
    const {share} = words;
    const page = html`
      <dialog class="share" aria-labelledby="share-title" @close=${() => this.#embed.end()}>
        <div class="share-top">
          <div class="dialog-head">
            <h2 id="share-title">${share.title}</h2>
            <button type="button" class="close bare" @click=${() => this.#dialog.close()} aria-label=${words.close} .innerHTML=${icon('close')}></button>
          </div>
          <p class="share-done" role="status">${this.#done}</p>
        </div>
        ${this.#copy ? this.#copyByHand(this.#copy) : nothing}
        ${this.#link()} <share-embed></share-embed> ${this.#page()}
        <share-picture></share-picture> <share-table></share-table> ${this.#print()}
      </dialog>`;
    render(page, this);
  }

  /** @param {{name: string, text: string}} file */
  #copyByHand({name, text}) {
    const {share} = this.words;
    return html`<label class="copy">${share.copyByHand(name)}<textarea readonly .value=${text}></textarea></label>`;
  }

  #labels() {
    const {share} = this.words;
    const {labels} = this.#sharing;
    /** @param {'title' | 'name' | 'note'} name */
    const take =
      (name) =>
      (/** @type {Event} */ {target}) => {
        const {value} = /** @type {HTMLInputElement} */ (target);
        this.#typed = {[name]: value};
        emit(this, 'label', {[name]: value});
        this.follow();
      };
    const end = () => {
      this.#typed = {};
      this.follow();
    };
    const shown = {...labels, ...this.#typed};
    const field = (/** @type {'title' | 'name'} */ name) =>
      html`<label>${name === 'title' ? share.heading : share.name}<input type="text" data-label=${name} maxlength=${LONGEST_NAME} .value=${shown[name]} @input=${take(name)} @change=${end} /></label>`;
    return html`
      <div class="share-labels">
        ${field('title')} ${field('name')}
        <label>${share.note}<textarea data-label="note" maxlength=${LONGEST_NOTE} rows="2" .value=${shown.note} @input=${take('note')} @change=${end}></textarea></label>
      </div>`;
  }

  /** Changes how it is shown to those who get it. @param {Display} display */
  #show(display) {
    const all = Object.entries({...this.#display, ...display}).filter(([, value]) => value);
    this.#display = Object.fromEntries(all);
    this.follow();
  }

  #link() {
    const {share} = this.words;
    const {href, known} = this.#sharing.link(this.#display);
    const answers = (/** @type {Event} */ {target}) =>
      this.#show({answers: /** @type {HTMLInputElement} */ (target).checked ? 'off' : ''});
    const copy = async () => {
      const field = /** @type {HTMLInputElement} */ (this.querySelector('.share-link input'));
      field.select();
      const done = await navigator.clipboard?.writeText(href).then(
        () => true,
        () => false,
      );
      this.#done = done ? share.copied : share.copyYourself;
      this.#draw();
      field.select();
    };
    /** @param {'lang' | 'theme'} name @param {string} label @param {[string, string][]} options value and text */
    const choice = (name, label, options) => {
      const chosen = this.#display[name] ?? '';
      const choose = (/** @type {Event} */ {target}) =>
        this.#show({[name]: /** @type {HTMLSelectElement} */ (target).value});
      return html`<label>${label}<select name=${name} @change=${choose}>${[['', share.theirs], ...options].map(
        ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}</select></label>`;
    };
    const {theme} = this.words;
    return html`
      <section class="share-link">
        <h3>${share.link}</h3>
        <p>${known ? share.linkHint : share.linkUnknown}</p>
        <p class="tools">
          <input type="text" readonly aria-label=${share.link} .value=${href} />
          <button type="button" class="take" @click=${copy}>${share.copy}</button>
        </p>
        <label class="check"><input type="checkbox" .checked=${Boolean(this.#display.answers)} ?disabled=${this.#sharing.withheld} @change=${answers} />${share.hideAnswers}</label>
        <div class="share-labels">
          ${choice('lang', share.language, languageNames())}
          ${choice(
            'theme',
            share.colours,
            THEMES.map((one) => [one, theme[one]]),
          )}
        </div>
        ${known ? html`<details class="qr-code"><summary>${share.qr}</summary><div class="qr" role="img" aria-label=${share.qrOf(href)} .innerHTML=${qrOf(href)}></div></details>` : nothing}
      </section>`;
  }

  #page() {
    const {share, shelf} = this.words;
    const {canCopyPage} = this.#sharing;
    const button = (/** @type {'page' | 'file' | 'schema'} */ what) =>
      html`<button type="button" class="quiet" data-save=${what} @click=${() => this.#save(this.#sharing[what](this.#display))}>${share.save[what]}</button>`;
    return html`
      <section class="share-file">
        <h3>${share.page}</h3>
        <p>${share.pageHint}</p>
        ${this.#labels()}
        <p class="tools">
          ${canCopyPage() ? button('page') : nothing} ${button('file')} ${button('schema')}
          <button type="button" class="quiet keep" @click=${() => this.#say(emit(this, 'keep', this.#display) ?? '')}>${shelf.keep}</button>
        </p>
      </section>`;
  }

  #print() {
    const {print} = this.words;
    const sharing = this.#sharing;
    const typed = (/** @type {Event} */ {target}) =>
      (sharing.question = /** @type {HTMLTextAreaElement} */ (target).value);
    const press = async () => {
      if (!(await sharing.print.print())) this.#say(print.refused);
    };
    return html`
      <section class="share-print">
        <h3>${print.title}</h3>
        <p>${print.hint}</p>
        <div class="share-labels"><label>${print.question}<textarea rows="2" .value=${sharing.question} @input=${typed}></textarea></label></div>
        <p class="tools">
          ${sharing.print.can ? html`<button type="button" class="quiet print" @click=${press}>${print.button}</button>` : nothing}
          <button type="button" class="quiet save-sheet" @click=${() => this.#save(sharing.sheet())}>${print.save}</button>
        </p>
      </section>`;
  }

  /** Saves a file, and shows its text where the browser may refuse without a word. @param {SavedFile} file */
  async #save({name, type, text}) {
    download(name, type, text);
    const short = (typeof text === 'string' ? text.length : text.size) < LONGEST_COPY;
    const copy = downloadsUncertain() && short ? await new Response(text).text() : undefined;
    this.#copy = copy === undefined ? undefined : {name, text: copy};
    this.#done = this.#copy ? '' : this.words.share.saved(name);
    this.#draw();
    /** @type {HTMLTextAreaElement | null} */ (this.querySelector('.copy textarea'))?.select();
  }
}
customElements.define('share-dialog', ShareDialog);
