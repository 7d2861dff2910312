// views/equation-view.js: the model as MathML, with the parameters of the cell on show and a colour for each variable.
import {emit} from '../plot/door.js';
import {write} from './dom.js';
import {View} from './view.js';

const variable = (/** @type {string} */ name, of = name) => `<mi class="var-${of.toLowerCase()}">${name}</mi>`;
const op = (/** @type {string} */ sign) => `<mo stretchy="false">${sign}</mo>`;
const rate = (/** @type {string} */ name) =>
  `<mfrac><mrow><mi>d</mi>${variable(name)}</mrow><mrow><mi>d</mi><mi>t</mi></mrow></mfrac>`;

/** The equations of v and u and the reset rule, as MathML. @param {Cell} cell @param {(x: number) => string} written writes a number */
function equations({C, k, vr, vt, vpeak, a, b, c, d}, written) {
  const num = (/** @type {number} */ x, name = '') =>
    `<mn data-of="${name}" data-moves="cell.${name}">${written(x)}</mn>`;
  /** "(v − x)", written "(v + 60)" for x = −60. @param {number} x @param {string} name */
  const minus = (x, name) =>
    `<mrow>${op('(')}${variable('v')}${op(x < 0 ? '+' : '−')}${num(Math.abs(x), name)}${op(')')}</mrow>`;
  const plus = (/** @type {number} */ x, /** @type {string} */ name) =>
    `${op(x < 0 ? '−' : '+')}${num(Math.abs(x), name)}`;
  const membrane =
    `${num(C, 'C')}${rate('v')}${op('=')}${num(k, 'k')}${minus(vr, 'vr')}${minus(vt, 'vt')}` +
    `${op('−')}${variable('u')}${op('+')}<mi class="var-i" data-moves="stimulus.0.amplitude">I</mi>`;
  const recovery = `${rate('u')}${op('=')}${num(a, 'a')}${op('(')}${num(b, 'b')}${minus(vr, 'vr')}${op('−')}${variable('u')}${op(')')}`;
  const reset =
    `${variable('v')}${op('≥')}${num(vpeak, 'vpeak')}${op(':')}<mspace width="0.4em"/>${variable('v')}${op('←')}${num(c, 'c')}` +
    `${op(',')}<mspace width="0.4em"/>${variable('u')}${op('←')}${variable('u')}${plus(d, 'd')}`;
  return [membrane, recovery, reset];
}

const NUMBER = /(<mn[^>]*>)([^<]*)/g;

class EquationView extends View {
  /** The MathML on show without its numbers. */
  #form = '';
  #activeField = '';

  /** @param {Cell} cell */
  set cell(cell) {
    const {words} = this;
    const math = equations(cell, words.numbers.prose)
      .map((part) => `<math><mrow>${part}</mrow></math>`)
      .join('');
    const form = math.replace(NUMBER, '$1');
    if (form !== this.#form) {
      this.#form = form;
      this.setAttribute('role', 'group');
      this.setAttribute('aria-label', words.equation);
      this.innerHTML = math;
      this.#light();
      return;
    }
    // Most edits change one number, so only the numbers are replaced: laying out all three equations takes a tenth of a frame.
    const numbers = this.getElementsByTagName('mn');
    [...math.matchAll(NUMBER)].forEach(([, , text], i) => write(numbers[i], text));
  }

  /** Highlights the symbol of the active field, given by its path; '' for none. */
  set activeField(/** @type {string} */ path) {
    // All stimuli add up to I.
    this.#activeField = path.replace(/^stimulus.*/, 'stimulus.0.amplitude');
    this.#light();
  }

  #light() {
    for (const symbol of this.querySelectorAll('[data-moves]'))
      symbol.classList.toggle('active-field', symbol.getAttribute('data-moves') === this.#activeField);
  }

  #listening = false;

  connectedCallback() {
    if (this.#listening) return;
    this.#listening = true;
    this.addEventListener('click', ({target}) => {
      const path = /** @type {Element} */ (target).closest('[data-moves]')?.getAttribute('data-moves');
      if (path) emit(this, 'choose-field', path);
    });
  }
}
customElements.define('equation-view', EquationView);
