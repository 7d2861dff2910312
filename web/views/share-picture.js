// views/share-picture.js: saves a plot as a picture, for a page of a journal or a slide.
import {html, nothing, render} from 'lit-html';
import {View} from './view.js';

/** The widths in mm: a column and a page of a journal. */
const WIDTHS = [85, 180];
const FORMATS = ['svg', 'png'];
const THEMES = ['light', 'dark'];

/** @typedef {'plot' | 'format' | 'width' | 'theme'} Part */

class SharePicture extends View {
  /** What is asked for. @type {Record<Part, string>} */
  #asked = {plot: '', format: 'svg', width: '85', theme: 'light'};
  /** @type {any} */
  #pictures;
  /** @type {{save: (file: any) => void, say: (text: string) => void}} */
  #dialog = {save() {}, say() {}};

  /** @param {any} pictures see page/share.js @param {{save: (file: any) => void, say: (text: string) => void}} dialog */
  show(pictures, dialog) {
    this.#pictures = pictures;
    this.#dialog = dialog;
    this.#draw();
  }

  #draw() {
    const {share} = this.words;
    const list = this.#pictures.list();
    const {plot, format, width, theme} = this.#asked;
    const shown = list.find((/** @type {any} */ one) => one.id === plot) ?? list[0];
    if (!shown) return render(nothing, this);
    /** @param {Part} name @param {string} label @param {(readonly [string, string])[]} options value and text @param {string} chosen */
    const field = (name, label, options, chosen) => html`
      <label>${label}<select name=${name} @change=${(/** @type {Event} */ {target}) => this.#ask(name, /** @type {HTMLSelectElement} */ (target).value)}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select></label>`;
    const page = html`
      <section>
        <h3>${share.picture}</h3>
        <p>${share.pictureHint}</p>
        <div class="share-labels">
          ${field(
            'plot',
            share.plot,
            list.map((/** @type {any} */ {id, title}) => [id, title]),
            shown.id,
          )}
          ${field(
            'format',
            share.format,
            FORMATS.map((one) => [one, share.formats[/** @type {'svg'} */ (one)]]),
            format,
          )}
          ${field(
            'width',
            share.width,
            WIDTHS.map((one) => [String(one), share.widths[/** @type {85} */ (one)]]),
            width,
          )}
          ${field(
            'theme',
            this.words.theme.label,
            THEMES.map((one) => [one, this.words.theme[/** @type {'light'} */ (one)]]),
            theme,
          )}
        </div>
        <p class="tools"><button type="button" class="quiet save-picture" @click=${() => this.#save(shown.id)}>${share.savePicture}</button></p>
      </section>`;
    render(page, this);
  }

  /** @param {Part} name @param {string} value */
  #ask(name, value) {
    this.#asked = {...this.#asked, [name]: value};
    this.#draw();
  }

  /** @param {string} id */
  async #save(id) {
    const {format, width, theme} = this.#asked;
    this.#dialog.save(await this.#pictures.make(id, {format, width: Number(width), theme}));
  }
}
customElements.define('share-picture', SharePicture);
