// views/preset-gallery.js: the presets as links with their titles, by groups, one of them current.
import {emit} from '../plot/door.js';
import {formula} from '../words/format.js';
import {words} from '../words/words.js';

class PresetGallery extends HTMLElement {
  #current = '';

  /** @param {WordedPreset[]} presets */
  set presets(presets) {
    for (const name of /** @type {const} */ (['cells', 'why', 'note', 'truth'])) {
      const group = document.createElement('div');
      group.className = 'gallery-group';
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', words.gallery[name]);
      const title = document.createElement('span');
      title.className = 'gallery-title';
      title.textContent = words.gallery[name];
      group.append(title);
      for (const preset of presets.filter((one) => one.group === name)) {
        const link = document.createElement('a');
        // With the page's own name before it: a bare #id would be taken for a way to skip to a part of the page.
        link.href = `./${location.pathname.split('/').pop()}${location.search}#${encodeURIComponent(preset.id)}`;
        link.dataset.preset = preset.id;
        const label = document.createElement('span');
        label.className = 'preset-label';
        // The note's figures have its numbers for labels.
        label.textContent = /^\d/.test(preset.label) ? words.gallery.figure(preset.label) : preset.label;
        const title = document.createElement('span');
        title.append(formula(preset.title));
        link.append(label, ' ', title);
        group.append(link);
      }
      this.append(group);
    }
    this.addEventListener('click', (event) => {
      const id = /** @type {HTMLElement} */ (event.target).closest('a')?.dataset.preset;
      if (!id || /** @type {MouseEvent} */ (event).ctrlKey || /** @type {MouseEvent} */ (event).metaKey) return;
      event.preventDefault();
      emit(this, 'open-preset', id);
    });
  }

  /** @param {string} id */
  set current(id) {
    if (id === this.#current) return;
    this.#current = id;
    for (const link of this.querySelectorAll('a')) {
      const here = link.dataset.preset === id;
      if (here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
}
customElements.define('preset-gallery', PresetGallery);
