// views/findings-view.js: where the note and the model part ways, each with the preset that shows it.
import {words} from '../words/words.js';
import {ofForm, formula} from '../words/format.js';
import {explained} from './prose.js';

class FindingsView extends HTMLElement {
  /** The words that were explained already. @type {Set<number>} */
  #seen = new Set();

  /** @param {Finding[]} findings */
  set findings(findings) {
    this.#seen.clear();
    const list = document.createElement('ol');
    for (const finding of findings) list.append(this.#item(finding));
    this.replaceChildren(list);
  }

  /** @param {Finding} finding */
  #item({id, title, note, finds, numbers, preset}) {
    const item = document.createElement('li');
    item.dataset.finding = id;
    const heading = document.createElement('h3');
    heading.append(formula(title));
    const values = new Map(numbers.map(({name, value, unit}) => [name, ofForm(value, unit)]));
    const model = finds.replace(/\{(\w+)\}/g, (whole, name) => values.get(name) ?? whole);
    const show = document.createElement('a');
    show.href = '#' + encodeURIComponent(preset);
    show.textContent = words.findings.show;
    show.setAttribute('aria-label', `${words.findings.show}: ${title}`);
    show.addEventListener('click', (event) => {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('open-preset', {bubbles: true, detail: preset}));
    });
    item.append(heading, this.#said(words.findings.note, note), this.#said(words.findings.model, model), show);
    return item;
  }

  /** @param {string} who @param {string} what */
  #said(who, what) {
    const line = document.createElement('p');
    const name = document.createElement('b');
    name.textContent = `${who}: `;
    line.append(name, explained(what, this.#seen));
    return line;
  }
}
customElements.define('findings-view', FindingsView);
