// views/findings-view.js: where the note and the model part ways, each with the preset that shows it.
import {emit} from '../plot/door.js';
import {words} from '../words/words.js';
import {formula, held} from '../words/format.js';
import {tell} from '../words/tell.js';
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
  #item({id, finds, preset}) {
    const {title, note} = words.points[/** @type {keyof typeof words.points} */ (id)];
    const item = document.createElement('li');
    item.dataset.finding = id;
    const heading = document.createElement('h3');
    heading.append(formula(title));
    const show = document.createElement('a');
    show.href = '#' + encodeURIComponent(preset);
    show.textContent = words.findings.show;
    show.setAttribute('aria-label', `${words.findings.show}: ${title}`);
    show.addEventListener('click', (event) => {
      event.preventDefault();
      emit(this, 'open-preset', preset);
    });
    item.append(
      heading,
      this.#said(words.findings.note, held(note)),
      this.#said(words.findings.model, tell(finds)),
      show,
    );
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
