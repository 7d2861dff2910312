// views/findings-view.js: the points on which the note and the model disagree, each with a preset that shows it.
import {html, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {formula, typesetUnits} from '../words/format.js';
import {tell} from '../words/tell.js';
import {explained} from './prose.js';
import {View} from './view.js';

class FindingsView extends View {
  /** @param {Finding[]} findings */
  set findings(findings) {
    /** The glossary terms explained so far. @type {Set<number>} */
    const seen = new Set();
    const {note: ofNote, model, show} = this.words.findings;
    const item = (/** @type {Finding} */ {id, finds, preset}) => {
      const {title, note} = this.words.points[/** @type {keyof typeof this.words.points} */ (id)];
      const open = (/** @type {Event} */ event) => {
        event.preventDefault();
        emit(this, 'open-preset', preset);
      };
      return html`
        <li data-finding=${id}>
          <h4>${formula(title)}</h4>
          <p><b>${ofNote}: </b>${explained(this.words, typesetUnits(note), seen)}</p>
          <p><b>${model}: </b>${explained(this.words, tell(this.words, finds), seen)}</p>
          <a href="#${encodeURIComponent(preset)}" aria-label="${show}: ${title}" @click=${open}>${show}</a>
        </li>`;
    };
    render(html`<ol>${findings.map(item)}</ol>`, this);
  }
}
customElements.define('findings-view', FindingsView);
