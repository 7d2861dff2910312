// views/why-view.js: what follows from the parameters in closed form: each formula, with the numbers put in, its value, its
// condition, and what it marks in the plots.
import {emit} from '../plot/door.js';
import {focusedBeside} from '../plot/place.js';
import {withAmplitude} from '../session/stimulus.js';
import {tell} from '../words/tell.js';
import {words} from '../words/words.js';
import {formula, located, ofForm, withUnit} from '../words/format.js';
import {equation} from '../words/math.js';
import {GHOST_DASHES} from '../plot/palette.js';
import {lineSample} from '../plot/line-sample.js';
import {explained} from './prose.js';

/** @param {string} tag @param {string} className @param {(string | Node)[]} content */
function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

class WhyView extends HTMLElement {
  #shown = '';
  /** @type {Result | undefined} */
  #run;
  /** @type {HTMLButtonElement[]} */
  #marks = [];
  /** @type {NonNullable<Results['pinned_forms']>} */
  #pinned = [];

  /** @param {Results} results */
  set results({runs, selected, closed_forms = [], verdict, pinned_forms = [], highlight}) {
    this.#run = runs[selected];
    this.#pinned = pinned_forms;
    const shown = JSON.stringify([closed_forms, verdict, pinned_forms]);
    if (shown !== this.#shown && verdict) {
      this.#shown = shown;
      this.#write(closed_forms, verdict);
    }
    for (const button of this.#marks)
      button.setAttribute('aria-pressed', String(highlight?.id === button.dataset.mark));
  }

  /** @param {ClosedForm[]} forms @param {Verdict} verdict */
  #write(forms, {id, name, reason}) {
    const focused = focusedBeside(this)?.dataset.key;
    const {why} = words;
    /** @type {Set<number>} */
    const seen = new Set();
    this.#marks = [];
    const judged = element('p', 'verdict', element('strong', '', `${tell(name)}.`), ' ', explained(tell(reason), seen));
    judged.dataset.verdict = id;
    judged.append(...this.#beside(({verdict}) => tell(verdict.name)));
    const thresholds = forms.filter(({unit, id}) => unit === 'pA' || id === 'hopf_period');
    const rest = forms.filter((form) => !thresholds.includes(form));
    this.replaceChildren(
      judged,
      element('h3', '', why.thresholds),
      ...thresholds.map((form) => this.#card(form, seen)),
      element('h3', '', why.rest),
      ...rest.map((form) => this.#card(form, seen)),
    );
    if (focused) /** @type {HTMLElement | null} */ (this.querySelector(`[data-key="${focused}"]`))?.focus();
  }

  /** @param {ClosedForm} form @param {Set<number>} seen the words that were explained already */
  #card(form, seen) {
    const {id, name, symbol, unit, value, condition, text, reason} = form;
    const card = element('article', value === null ? 'form without' : 'form');
    card.dataset.id = id;
    const head = element('div', 'form-head', element('h4', '', tell(name)));
    const written = value === null ? words.none : withUnit(ofForm(value, unit), unit);
    const output = element('output', 'value', formula(symbol), ` = ${written}`);
    output.dataset.value = String(value ?? '');
    if (value !== null) head.append(output);
    card.append(
      head,
      ...this.#beside(({closed_forms}) => {
        const its = closed_forms.find((one) => one.id === id)?.value ?? null;
        return its === null ? words.none : withUnit(ofForm(its, unit), unit);
      }),
      this.#derivation(form),
    );
    const says = element('p', 'says');
    // A mark and words, for colour alone would not do.
    if (condition) {
      const holds = element('span', value === null ? 'fails' : 'holds', value === null ? '✗ ' : '✓ ');
      holds.append(formula(value === null ? words.why.needs(tell(condition)) : words.why.holds(tell(condition))));
      says.append(holds, ' ');
    }
    says.append(explained(tell(value === null ? reason : text), seen));
    card.append(says);
    const buttons = this.#buttons(form);
    if (buttons.length) card.append(element('div', 'tools', ...buttons));
    return card;
  }

  /** A line for each pinned run of another cell. @param {(one: NonNullable<NonNullable<Results['pinned_forms']>[number]>) => string} say */
  #beside(say) {
    return this.#pinned.flatMap((one, index) =>
      one
        ? [
            element(
              'span',
              'pinned',
              lineSample(GHOST_DASHES[index], 'ghost'),
              ` ${words.compare.numbered(index, one.name)}: ${say(one)}`,
            ),
          ]
        : [],
    );
  }

  /** The symbol, its formula, and beneath it the same with numbers. @param {ClosedForm} form */
  #derivation({symbol, formula: closed, substituted, value}) {
    const lines = [equation([symbol, closed])];
    if (value !== null && substituted !== closed) lines.push(equation([substituted], '='));
    const made = element('div', 'derivation');
    made.innerHTML = lines.join('');
    return made;
  }

  /** @param {ClosedForm} form */
  #buttons({id, name, symbol, unit, value, mark}) {
    if (value === null) return [];
    /** @type {HTMLButtonElement[]} */
    const made = [];
    const button = (/** @type {string} */ text, /** @type {string} */ label, /** @type {() => void} */ act) => {
      const one = document.createElement('button');
      one.type = 'button';
      one.className = 'quiet small';
      one.textContent = text;
      one.dataset.key = `${id}-${made.length}`;
      one.setAttribute('aria-label', label);
      one.addEventListener('click', act);
      made.push(one);
      return one;
    };
    if (mark) {
      const wish = words.why.show[mark] ?? words.why.show.current;
      const show = button(wish, `${wish}: ${tell(name)}`, () => {
        const again = show.getAttribute('aria-pressed') === 'true';
        emit(this, 'highlight', again ? null : {mark, id, value, symbol});
      });
      show.dataset.mark = id;
      this.#marks.push(show);
    }
    if (unit === 'pA') {
      button(words.why.run, `${words.why.run}: ${withUnit(located(value), unit)}`, () => {
        if (this.#run) emit(this, 'edit', {stimulus: withAmplitude(this.#run.experiment.stimulus, value)});
      });
    }
    return made;
  }
}
customElements.define('why-view', WhyView);
