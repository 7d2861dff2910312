// views/verdict-view.js: the headline of the picture: what the cell did, and why.
import {write} from './dom.js';
import {typeset} from '../words/format.js';
import {View} from './view.js';

class VerdictView extends View {
  #line = document.createElement('p');

  connectedCallback() {
    this.#line.className = 'headline';
    this.append(this.#line);
  }

  /** @param {Results} results */
  set results({runs, selected}) {
    const {words} = this;
    const run = runs[selected];
    const label = runs.length > 1 ? `${words.runLabel(run)}: ` : '';
    write(this.#line, label + typeset(words.sentence(run)));
  }
}
customElements.define('verdict-view', VerdictView);
