// views/why-view.js: what follows from the parameters in closed form: each formula with the numbers put in, its value, its
// condition, and a button that marks it in the plots.
import {html, nothing, render} from 'lit-html';
import {guard} from 'lit-html/directives/guard.js';
import {emit} from '../plot/door.js';
import {withAmplitude} from '../session/stimulus.js';
import {tell} from '../words/tell.js';
import {formula, withUnit} from '../words/format.js';
import {equation} from '../words/math.js';
import {GHOST_DASHES} from '../plot/palette.js';
import {lineSample} from '../plot/line-sample.js';
import {explained} from './prose.js';
import {View} from './view.js';

/** @typedef {NonNullable<NonNullable<Results['pinned_forms']>[number]>} Pinned */

/** The symbol with its formula, and below it the same with numbers, as MathML. @param {Words} words @param {ClosedForm} form */
function derivation({numbers: {point}}, {symbol, formula: closed, substituted, value}) {
  const more = value !== null && substituted !== closed;
  return equation([symbol, closed], point) + (more ? equation([substituted], point, '=') : '');
}

/** @param {Words} words @param {ClosedForm | undefined} form */
const written = (words, form) =>
  form?.value == null ? words.none : withUnit(words.numbers.ofForm(form.value, form.unit), form.unit);

/** @param {Words} words @param {ClosedForm} form */
const head = (words, {name, symbol, unit, value}) => html`
  <div class="form-head">
    <h5>${tell(words, name)}</h5>
    ${value === null ? nothing : html`<span class="value" data-value=${value}>${guard([symbol], () => formula(symbol))} = ${withUnit(words.numbers.ofForm(value, unit), unit)}</span>`}
  </div>`;

/** Whether the condition of a formula holds, shown by a mark and in words as well as by colour. @param {Words} words @param {ClosedForm} form */
function condition(words, {condition, value}) {
  if (!condition) return nothing;
  const [name, mark, say] = value === null ? ['fails', '✗', words.why.needs] : ['holds', '✓', words.why.holds];
  const text = say(tell(words, condition));
  return html`<span class=${name}>${mark} ${guard([text], () => formula(text))}</span> `;
}

class WhyView extends View {
  /** @param {Results} results */
  set results({runs, selected, closed_forms: forms = [], verdict, pinned_forms = [], highlight}) {
    if (!verdict) return;
    const {stimulus} = runs[selected].experiment;
    /** The glossary terms explained so far. @type {Set<number>} */
    const seen = new Set();
    const key = JSON.stringify([forms, verdict]);
    const said = (/** @type {string} */ text) => guard([key], () => explained(this.words, text, seen));
    const pinned = (/** @type {Pinned} */ one, /** @type {number} */ i, /** @type {string} */ value) => html`
      <span class="pinned">${lineSample(GHOST_DASHES[i], 'ghost')} ${this.words.compare.numbered(i, one.name)}: ${value}</span>`;
    const beside = (/** @type {(one: Pinned) => string} */ value) =>
      pinned_forms.map((one, i) => one && pinned(one, i, value(one)));
    const card = (/** @type {ClosedForm} */ form) => html`
      <article class=${form.value === null ? 'form without' : 'form'} data-id=${form.id}>
        ${head(this.words, form)}
        ${beside(({closed_forms}) =>
          written(
            this.words,
            closed_forms.find(({id}) => id === form.id),
          ),
        )}
        <div class="derivation" .innerHTML=${derivation(this.words, form)}></div>
        <p class="says">${condition(this.words, form)}${said(tell(this.words, form.value === null ? form.reason : form.text))}</p>
        ${this.#buttons(form, stimulus, highlight)}
      </article>`;
    const thresholds = forms.filter(({unit, id}) => unit === 'pA' || id === 'hopf_period');
    const rest = forms.filter((form) => !thresholds.includes(form));
    const verdicts = beside(({verdict}) => tell(this.words, verdict.name));
    const name = tell(this.words, verdict.name);
    const page = html`
      <p class="verdict" data-verdict=${verdict.id}><strong>${name}.</strong> ${said(tell(this.words, verdict.reason))}${verdicts}</p>
      <h4>${this.words.why.thresholds}</h4>
      ${thresholds.map(card)}
      <h4>${this.words.why.rest}</h4>
      ${rest.map(card)}`;
    render(page, this);
  }

  /** @param {ClosedForm} form @param {Stimulus[]} stimulus @param {Results['highlight']} highlight */
  #buttons({id, name, symbol, unit, value, mark}, stimulus, highlight) {
    const {words} = this;
    if (value === null || !(mark || unit === 'pA')) return nothing;
    const {why} = words;
    const on = highlight?.id === id;
    const wish = why.show[mark] ?? why.show.current;
    const show = html`
      <button type="button" class="quiet small" data-key="${id}-0" aria-label="${wish}: ${tell(words, name)}" aria-pressed=${on}
        @click=${() => emit(this, 'highlight', on ? null : {mark, id, value, symbol})}>${wish}</button>`;
    const run = html`
      <button type="button" class="quiet small" data-key="${id}-${mark ? 1 : 0}"
        aria-label="${why.run}: ${withUnit(words.numbers.located(value), unit)}"
        @click=${() => emit(this, 'edit', {stimulus: withAmplitude(stimulus, value)})}>${why.run}</button>`;
    return html`<div class="tools">${mark ? show : nothing}${unit === 'pA' ? run : nothing}</div>`;
  }
}
customElements.define('why-view', WhyView);
