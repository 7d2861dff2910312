// views/help-dialog.js: how to use the lab, and what fingers and keys do.
import {html, render} from 'lit-html';
import {keeps} from '../send/stored-state.js';
import {formula} from '../words/format.js';
import {View} from './view.js';

class HelpDialog extends View {
  open() {
    const {help, close} = this.words;
    const row = (/** @type {string[]} */ [keys, what]) => html`<tr><th scope="row">${keys}</th><td>${what}</td></tr>`;
    const page = html`
      <dialog aria-labelledby="help-title">
        <h2 id="help-title">${help.title}</h2>
        <p>${help.intro}</p>
        <p>${formula(this.words.plane.nullcline)}</p>
        <p class="kept">${keeps() ? help.kept : help.notKept}</p>
        <table class="keys touch"><caption>${help.touch}</caption><tbody>${help.gestures.map(row)}</tbody></table>
        <div class="tables" tabindex="0" role="region" aria-label=${help.keys}>
          <table class="keys"><caption>${help.keys}</caption><tbody>${help.rows.map(row)}</tbody></table>
          <table class="keys"><caption>${help.reader}</caption><tbody>${help.reading.map(row)}</tbody></table>
        </div>
        <p class="tools"><button type="button" class="close" @click=${() => this.#dialog?.close()}>${close}</button></p>
      </dialog>`;
    render(page, this);
    this.#dialog?.showModal();
  }

  get #dialog() {
    return this.querySelector('dialog');
  }
}
customElements.define('help-dialog', HelpDialog);
