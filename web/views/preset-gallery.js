// views/preset-gallery.js: the presets as links with their titles, in groups; the one on show is marked.
import {html, nothing, render} from 'lit-html';
import {guard} from 'lit-html/directives/guard.js';
import {emit} from '../plot/door.js';
import {labAddress} from '../send/site-address.js';
import {formula} from '../words/format.js';
import {View} from './view.js';

class PresetGallery extends View {
  /** @type {WordedPreset[]} */
  #presets = [];

  /** @param {WordedPreset[]} presets */
  set presets(presets) {
    this.#presets = presets;
    this.current = '';
  }

  /** @param {string} current the id of one of them */
  set current(current) {
    const {words} = this;
    // The link includes the page's own file name: a screen reader would announce a bare #id as a link within the page.
    // In a page that is not the lab's, it leads to the lab.
    const page = __ELEMENT__ ? labAddress() : `./${location.pathname.split('/').pop()}${location.search}`;
    // A preset whose label starts with a digit is a figure of the note.
    const link = (/** @type {WordedPreset} */ {id, label, title}) => html`
      <a href="${page}#${encodeURIComponent(id)}" data-preset=${id} aria-current=${id === current ? 'true' : nothing}
        @click=${(/** @type {MouseEvent} */ event) => this.#open(event, id)}>
        <span class="preset-label">${/^\d/.test(label) ? words.gallery.figure(label) : label}</span>
        <span class="preset-title">${guard([title], () => formula(title))}</span>
      </a>`;
    const group = (/** @type {'cells' | 'why' | 'note' | 'truth'} */ name) => html`
      <div class="gallery-group" role="group" aria-label=${words.gallery[name]}>
        <span class="gallery-title">${words.gallery[name]}</span>
        ${this.#presets.filter(({group}) => group === name).map(link)}
      </div>`;
    const groups = /** @type {const} */ (['cells', 'why', 'note', 'truth']).map(group);
    render(html`<div class="gallery-groups">${groups}</div>`, this);
  }

  /** @param {MouseEvent} event @param {string} id */
  #open(event, id) {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    emit(this, 'open-preset', id);
  }
}
customElements.define('preset-gallery', PresetGallery);
