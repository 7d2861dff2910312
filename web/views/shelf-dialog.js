// views/shelf-dialog.js: the experiments that the user keeps, with a picture each, in an order of their own.
import {html, nothing, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {download, downloadsUncertain} from '../send/download.js';
import {LONGEST_TEXT, read} from '../send/set-up.js';
import {SHELF, keepSetUps, kept, moveKept, removeKept, renameKept, shelfFile, shelfLasts} from '../send/shelf.js';
import {LONGEST_NAME, asName} from '../session/labels.js';
import {icon} from './icons.js';
import {View} from './view.js';

/** @typedef {import('../send/shelf.js').Kept} Kept */
/** @typedef {import('../send/set-up.js').SetUp} SetUp */

class ShelfDialog extends View {
  /** Titles and pictures of set-ups (page/shelf.js). @type {any} */
  #lab;
  /** @type {Kept[]} */
  #all = [];
  /** Pictures by the id of what they show. @type {Map<string, string>} */
  #pictures = new Map();
  /** What was just done, in a sentence. */
  #said = '';
  /** What was removed last, for Undo. @type {{setUp: SetUp, at: number} | undefined} */
  #removed;
  /** A file that may not have been saved, to be copied by hand. */
  #copy = '';
  /** The id of the one that is dragged. */
  #dragged = '';
  #changed = (/** @type {StorageEvent} */ {key}) => void ((key === SHELF || key === null) && this.#refresh());

  connectedCallback() {
    window.addEventListener('storage', this.#changed);
  }

  disconnectedCallback() {
    window.removeEventListener('storage', this.#changed);
  }

  /** @param {any} lab see page/shelf.js @param {string} [said] what has just been done */
  open(lab, said = '') {
    this.#lab = lab;
    this.#pictures.clear();
    this.#tell(said);
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    /** @type {HTMLElement | null} */ (this.querySelector('.take, .keep'))?.focus();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** Shows what is kept now, in whatever tab it was kept. */
  #refresh() {
    if (this.#lab && !this.#dragged) this.#draw((this.#all = kept()));
  }

  /** Shows what is kept now, with a sentence. @param {string} said @param {{setUp: SetUp, at: number}} [removed] */
  #tell(said, removed) {
    this.#said = said;
    this.#removed = removed;
    this.#copy = '';
    this.#draw((this.#all = kept()));
  }

  /** @param {Kept[]} all */
  #draw(all) {
    const {words} = this;
    const {shelf} = words;
    const button = (/** @type {'keep' | 'save'} */ name, /** @type {() => void} */ act) =>
      html`<button type="button" class="quiet ${name}" @click=${act}>${shelf[name]}</button>`;
    const page = html`
      <dialog class="shelf" aria-labelledby="shelf-title">
        <div class="share-top">
          <div class="dialog-head">
            <h2 id="shelf-title">${shelf.title}</h2>
            <p class="shelf-done">
              <span role="status">${this.#said}</span>
              ${this.#removed ? html`<button type="button" class="quiet small undo" @click=${this.#putBack}>${words.steps.undo.name}</button>` : nothing}
            </p>
            <button type="button" class="close bare" @click=${() => this.#dialog.close()} aria-label=${words.close} .innerHTML=${icon('close')}></button>
          </div>
        </div>
        <p>${shelfLasts() ? shelf.hint : shelf.refused}</p>
        ${this.#copy ? html`<label class="copy">${words.share.copyByHand('shelf.json')}<textarea readonly .value=${this.#copy}></textarea></label>` : nothing}
        <ol>${all.map((one, at) => this.#row(one, at))}</ol>
        ${all.length ? nothing : html`<p class="hint">${shelf.empty}</p>`}
        <p class="tools">
          ${all.length ? html`<button type="button" class="take" @click=${this.#show}>${shelf.show}</button>` : nothing}
          ${button('keep', () => this.#tell(this.#lab.keep() ? shelf.kept : shelf.full))}
          ${all.length ? button('save', this.#save) : nothing}
          <label class="file"><input type="file" class="unseen" accept=".json,.html" @change=${this.#chosen} /><span>${shelf.add}</span></label>
        </p>
      </dialog>`;
    render(page, this);
  }

  /** @param {Kept} one @param {number} at */
  #row({id, setUp}, at) {
    const {shelf} = this.words;
    const title = this.#lab.title(setUp);
    const picture = this.#pictures.get(id) ?? this.#lab.picture(setUp);
    this.#pictures.set(id, picture);
    const rename = (/** @type {Event} */ {target}) => {
      const field = /** @type {HTMLInputElement} */ (target);
      this.#tell(renameKept(id, asName(field.value)) ? '' : shelf.full);
      field.value = this.#lab.title(kept().find((one) => one.id === id)?.setUp ?? setUp);
    };
    const move = (/** @type {'up' | 'down'} */ way) => {
      const to = at + (way === 'up' ? -1 : 1);
      if (!(to in this.#all)) return;
      moveKept(id, to);
      this.#tell(shelf.moved(title, to + 1, this.#all.length));
      /** @type {HTMLElement | undefined} */ (this.querySelectorAll(`.${way}`)[to])?.focus();
    };
    const button = (
      /** @type {'up' | 'down' | 'close'} */ name,
      /** @type {string} */ label,
      /** @type {() => void} */ act,
    ) =>
      html`<button type="button" class="bare ${name === 'close' ? 'remove' : name}" aria-label=${`${label}: ${title}`} title=${label} aria-description="" @click=${act} .innerHTML=${icon(name)}></button>`;
    const open = () => {
      emit(this, 'open-kept', setUp);
      this.#dialog.close();
    };
    const keys = (/** @type {KeyboardEvent} */ event) => {
      const way = {ArrowUp: 'up', ArrowDown: 'down'}[event.key];
      if (!way || !(/** @type {Element} */ (event.target).matches('button'))) return;
      event.preventDefault();
      move(/** @type {'up' | 'down'} */ (way));
    };
    return html`
      <li class=${id === this.#dragged ? 'dragged' : ''} @keydown=${keys}>
        <span class="sketch" @pointerdown=${(/** @type {PointerEvent} */ event) => this.#drag(event, id)} .innerHTML=${picture}></span>
        <input type="text" aria-label=${shelf.name} maxlength=${LONGEST_NAME} .value=${title} @change=${rename} />
        <span class="tools">
          ${button('up', shelf.up, () => move('up'))} ${button('down', shelf.down, () => move('down'))}
          <button type="button" class="quiet small" aria-label=${`${shelf.open}: ${title}`} @click=${open}>${shelf.open}</button>
          ${button('close', shelf.remove, () => this.#remove(id, title))}
        </span>
      </li>`;
  }

  /** Removes one, and offers it again. @param {string} id @param {string} title */
  #remove(id, title) {
    const removed = removeKept(id);
    this.#tell(removed ? this.words.shelf.removed(title) : '', removed);
    /** @type {HTMLElement | null} */ (this.querySelector('.undo') ?? this.querySelector('.close'))?.focus();
  }

  #putBack = () => {
    if (!this.#removed) return;
    const {setUp, at} = this.#removed;
    this.#tell(keepSetUps([setUp], at) ? '' : this.words.shelf.full);
    /** @type {HTMLElement | null} */ (this.querySelectorAll('.remove')[at] ?? this.querySelector('.close'))?.focus();
  };

  /** Follows the pointer with one of them. @param {PointerEvent} event @param {string} id */
  #drag({button, pointerId, currentTarget}, id) {
    if (button) return;
    const ended = new AbortController();
    const {signal} = ended;
    const taken = /** @type {Element} */ (currentTarget);
    taken.setPointerCapture(pointerId);
    this.#dragged = id;
    this.#draw(this.#all);
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('li')]);
    const at = () => this.#all.findIndex((one) => one.id === id);
    const follow = (/** @type {any} */ {clientY}) => {
      const below = rows.filter((row) => row.getBoundingClientRect().top <= clientY).length;
      const all = [...this.#all];
      all.splice(Math.max(0, below - 1), 0, ...all.splice(at(), 1));
      this.#draw((this.#all = all));
    };
    const drop = (/** @type {Event} */ {type}) => {
      ended.abort();
      this.#dragged = '';
      if (type === 'pointerup') moveKept(id, at());
      this.#tell('');
    };
    taken.addEventListener('pointermove', follow, {signal});
    for (const type of ['pointerup', 'pointercancel']) taken.addEventListener(type, drop, {signal});
  }

  #show = () => {
    this.#dialog.close();
    emit(
      this,
      'slides',
      this.#all.map(({setUp}) => setUp),
    );
  };

  #save = () => {
    const text = shelfFile(this.#all);
    download('shelf.json', 'application/json', text);
    this.#tell(downloadsUncertain() ? '' : this.words.share.saved('shelf.json'));
    if (!downloadsUncertain()) return;
    this.#copy = text;
    this.#draw(this.#all);
    this.querySelector('textarea')?.select();
  };

  #chosen = async (/** @type {Event} */ {target}) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > LONGEST_TEXT ? ' '.repeat(LONGEST_TEXT + 1) : await file.text().catch(() => '');
    input.value = ''; // the same file can be chosen again
    const found = read(text);
    if (found.kind === 'shelf' || found.kind === 'set-up') this.add([found.data].flat());
    else this.#tell(found.kind === 'large' ? this.words.opening.large : this.words.opening.unknown);
  };

  /** Keeps what can be read of a file. @param {any[]} setUps */
  add(setUps) {
    const {shelf} = this.words;
    const good = setUps.filter((one) => this.#lab.readable(one));
    const bad = setUps.length - good.length;
    this.#tell(
      keepSetUps(good) ? [shelf.added(good.length), ...(bad ? [shelf.unread(bad)] : [])].join(' ') : shelf.full,
    );
  }
}
customElements.define('shelf-dialog', ShelfDialog);
