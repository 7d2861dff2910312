// views/verdict-view.js: the headline of the picture: what the run comes to and why, with the numbers that it compares. The current
// is dragged where it stands; a threshold shows its place in the plane, or opens Rheobase where it has none.
import {html, nothing, render} from 'lit-html';
import {keyed} from 'lit-html/directives/keyed.js';
import {emit} from '../plot/door.js';
import {placeOf} from '../plot/place.js';
import {STEADY} from '../session/stimulus-kinds.js';
import {tell} from '../words/tell.js';
import {draggedNumber} from './dragged-number.js';
import {View} from './view.js';

/** Marks around a number in a text: the first says what it is of. */
const MARK = /\x01(\w)([^\x02]*)\x02/;
const VARIABLE = /\b(vpeak|[vud])\b/;
/** What a number is of, by the name of its slot. @type {Record<string, string>} */
const KINDS = {
  threshold: 't',
  first: 't',
  lasting: 't',
  edge: 't',
  above: 'n',
  below: 'n',
  hold: 'i',
  most: 'i',
  amplitude: 'i',
};
/** The longest texts, in characters, of four sizes. */
const SIZES = [80, 115, 140];

/**
 * Marks the numbers of a verdict; a threshold without a place in the plane is of another kind.
 * @param {RunVerdict} verdict @returns {import('../words/tell.js').Mark}
 */
const markOf =
  ({second, place: {shows}}) =>
  (number, id, name, unit) => {
    if (/(^|_)(low|high|length|dt)$/.test(name)) return number; // of a range, or chosen
    const current = name === 'current' && (id === 'verdict.alone' ? 'c' : 'i');
    const kind = current || (/^(mV|pA)$/.test(unit) && (KINDS[name] ?? {mV: 'v', pA: 'u'}[unit])) || 'n';
    const shown = shows === 'all' || (shows === 'first' && (second === null || name !== 'lasting'));
    return `\x01${kind === 't' && unit === 'pA' && !shown ? 'r' : kind}${number}\x02`;
  };

/** A text without its marks. @param {string} text */
const plainText = (text) => text.replace(/\x01\w|\x02/g, '');

/** A text with its variables. @param {string} text */
const plain = (text) =>
  text.split(VARIABLE).map((part, i) => {
    if (i % 2 === 0) return part;
    return part === 'vpeak'
      ? html`<var class="var-v">v</var><sub>peak</sub>`
      : html`<var class="var-${part}">${part}</var>`;
  });

class VerdictView extends View {
  #line = document.createElement('p');
  /** Steps of the current that the slider sets. @type {() => import('./dragged-number.js').Step | undefined} */
  step = () => undefined;
  /** To which places its thresholds lead. */
  leads = {plane: true, rheobase: true};
  /** What is announced: the same, with the name of the run where there are several. */
  spoken = '';
  /** Whether thresholds are still to come that would be compared. */
  waits = false;

  connectedCallback() {
    if (this.contains(this.#line)) return; // it has only been moved
    this.#line.className = 'headline';
    this.append(this.#line);
    const step = {
      value: () => this.step()?.value() ?? null,
      stays: (/** @type {number} */ from) => this.step()?.stays(from) ?? [],
      home: () => this.step()?.home(),
      end: () => false,
      put: (/** @type {[number, number, number?]} */ ...by) => this.step()?.put(...by),
    };
    draggedNumber({number: this.#line, step}, '.dragged');
  }

  /** @param {Results} results @param {RunVerdict} verdict on the selected run @param {boolean} acts whether its numbers can act yet */
  show({runs, selected, revealed, withheld}, verdict, acts) {
    const {text, neutral, compared, place, pending} = verdict;
    this.waits = revealed && pending > 0;
    const {words} = this;
    const [first, ...others] = runs[selected].experiment.stimulus;
    const marked = withheld
      ? words.askedOf(runs[selected].experiment)
      : tell(words, revealed ? text : neutral, markOf(verdict));
    const free = !placeOf(this).locks.has('stimulus.0.amplitude');
    const grip = acts && free && !others.length && first?.kind === STEADY && first.amplitude === compared;
    const parts = marked.split(MARK);
    const shown = parts.map((part, i) => {
      if (i % 3 === 0) return plain(part);
      if (i % 3 === 1) return nothing;
      return this.#number(part, parts[i - 1], grip, acts && place.kind ? place : undefined);
    });
    // Another sentence is another text: no word of the one before moves.
    const sentence = parts.filter((_, i) => i % 3 === 0).join();
    const whole = plainText(marked);
    const enough = acts && !withheld && !placeOf(this).locks.has('duration') ? verdict.long_enough : null;
    const label = enough === null ? '' : words.runFor(enough);
    const longer = label
      ? html` <button type="button" class="quiet small longer" @click=${() => emit(this, 'edit', {duration: enough})}>${label}</button>`
      : nothing;
    render(keyed(sentence, [shown, longer]), this.#line);
    this.#line.dataset.size = String(SIZES.filter((size) => whole.length + 1.3 * label.length > size).length);
    this.spoken = runs.length > 1 ? `${words.runLabel(runs[selected])}: ${whole}` : whole;
  }

  /** @param {string} number @param {string} kind @param {boolean} grip @param {VerdictPlace} [place] */
  #number(number, kind, grip, place) {
    if (kind === 'c') return html`<b class=${grip ? 'var-i dragged' : 'var-i'}>${number}</b>`;
    if (kind !== 't' && kind !== 'r') return html`<b class="var-${kind}">${number}</b>`;
    if (!place || !(kind === 'r' ? this.leads.rheobase : this.leads.plane))
      return html`<b class="threshold">${number}</b>`;
    const [title, show] =
      kind === 'r'
        ? [this.words.showRheobase, () => emit(this, 'choose-tab', 'thresholds')]
        : [this.words.showPlace, () => emit(this, 'show-place', place)];
    return html`<button type="button" class="threshold" title=${title}
      aria-label=${`${number}: ${title}`} aria-description="" @click=${show}>${number}</button>`;
  }
}
customElements.define('verdict-view', VerdictView);
