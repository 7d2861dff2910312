// views/help-dialog.js: how the lab is used, and its keys.
import {keeps} from '../send/store.js';
import {words} from '../words/words.js';

class HelpDialog extends HTMLElement {
  #dialog = document.createElement('dialog');

  open() {
    if (!this.#dialog.isConnected) this.#build();
    this.#dialog.showModal();
  }

  #build() {
    const {help} = words;
    this.#dialog.setAttribute('aria-labelledby', 'help-title');
    this.#dialog.innerHTML = `
      <h2 id="help-title">${help.title}</h2>
      <p>${help.intro}</p>
      <p class="kept">${keeps() ? help.kept : help.notKept}</p>
      <div class="tables" tabindex="0" role="region" aria-label="${help.keys}">
        <table class="keys"><caption>${help.keys}</caption><tbody></tbody></table>
      </div>
      <p class="tools"><button type="button" class="close">${words.close}</button></p>`;
    const rows = help.rows.map(([keys, what]) => {
      const row = document.createElement('tr');
      const [key, text] = ['th', 'td'].map((name) => document.createElement(name));
      key.setAttribute('scope', 'row');
      key.textContent = keys;
      text.textContent = what;
      row.append(key, text);
      return row;
    });
    this.#dialog.querySelector('tbody')?.append(...rows);
    this.#dialog.querySelector('.close')?.addEventListener('click', () => this.#dialog.close());
    this.append(this.#dialog);
  }
}
customElements.define('help-dialog', HelpDialog);
