// words/math.js: turns the core's formulas, written on one line such as "(b + k (vt - vr))²/(4 k)", into MathML.
/** The tokens of a formula, in the order in which they are tried. @type {[string, RegExp][]} */
const TOKENS = [
  ['name', /^(Re λ|\|Im λ\|)/],
  ['plus', /^ ([+-]) /],
  ['times', /^ ?· ?/],
  ['space', /^ +/],
  ['number', /^\d+(\.\d+)?(e[+-]?\d+)?/],
  ['name', /^[A-Za-zΩλπτω]+(_[A-Za-z]+|[₀-₉])?\*?/],
  ['power', /^[⁰¹²³⁴⁵⁶⁷⁸⁹]/],
  ['sign', /^[-()/√]/],
];
const SMALL = '₀₁₂₃₄₅₆₇₈₉';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {string} text @returns {{kind: string, text: string}[]} */
function tokens(text) {
  const found = [];
  let rest = text;
  while (rest) {
    const [kind, match] = TOKENS.map(([kind, pattern]) => /** @type {const} */ ([kind, pattern.exec(rest)])).find(
      ([, match]) => match,
    ) ?? ['', null];
    if (!match) throw new Error(`no formula: ${text}`);
    found.push({kind, text: kind === 'plus' ? match[1] : match[0]});
    rest = rest.slice(match[0].length);
  }
  return found;
}

const op = (/** @type {string} */ sign) => `<mo>${sign}</mo>`;
/** Puts parentheses around MathML; they stretch only around a fraction. @param {string} inside */
const around = (inside) => {
  const grows = inside.includes('<mfrac>');
  const one = (/** @type {string} */ sign) => `<mo stretchy="${grows}">${sign}</mo>`;
  return `<mrow>${one('(')}${inside}${one(')')}</mrow>`;
};
const row = (/** @type {string} */ inside) => `<mrow>${inside}</mrow>`;

/** v_r, I_SN, τ₁, I*, and units as words. @param {string} text */
function nameOf(text) {
  const parts = /^(I|T|v|τ|λ)(?:_?([A-Za-z]+)|([₀-₉]))$/.exec(text);
  if (parts) {
    const below = parts[2] ? `<mi>${parts[2]}</mi>` : `<mn>${SMALL.indexOf(parts[3])}</mn>`;
    return `<msub><mi>${parts[1]}</mi>${below}</msub>`;
  }
  if (text.endsWith('*')) return `<msup><mi>${text.slice(0, -1)}</mi>${op('*')}</msup>`;
  if (/^(nS|pA|MΩ|ms|Hz|mV)$/.test(text)) return `<mtext>&nbsp;${text}</mtext>`;
  return text.length > 1 ? `<mtext>${text}</mtext>` : `<mi>${text}</mi>`;
}

/** Parses a formula: sums of products; factors of a product stand close together. */
class Reader {
  #left;
  #point;
  /** @param {string} text @param {string} point */
  constructor(text, point) {
    this.#left = tokens(text);
    this.#point = point;
  }

  /** @param {string} kind @param {string} [text] */
  #next(kind, text) {
    const [first] = this.#left;
    if (first?.kind !== kind || (text !== undefined && first.text !== text)) return undefined;
    return this.#left.shift();
  }

  whole() {
    const made = this.#sum();
    if (this.#left.length) throw new Error('more than a formula');
    return made;
  }

  #sum() {
    let made = (this.#next('sign', '-') ? '<mo form="prefix" lspace="0" rspace="0">−</mo>' : '') + this.#product();
    for (let plus = this.#next('plus'); plus; plus = this.#next('plus'))
      made += op(plus.text === '-' ? '−' : '+') + this.#product();
    return made;
  }

  #product() {
    let made = this.#close();
    for (;;) {
      if (this.#next('sign', '/'))
        made = {made: `<mfrac>${row(made.bare)}${row(this.#close().bare)}</mfrac>`, bare: ''};
      else if (this.#next('times')) made = {made: made.made + op('·') + this.#close().made, bare: ''};
      else if (this.#next('space'))
        made = {made: `${made.made}<mspace width="0.12em"/>${this.#close().made}`, bare: ''};
      else return made.made;
      made.bare = made.made;
    }
  }

  /** Factors without a space between them, such as 2π; `bare` leaves out parentheses that a fraction's line makes needless. */
  #close() {
    let made = this.#factor();
    while (this.#left[0] && ['name', 'number'].includes(this.#left[0].kind)) {
      const both = made.made + this.#factor().made;
      made = {made: both, bare: both};
    }
    return made;
  }

  #factor() {
    let made = this.#atom();
    const power = this.#next('power');
    if (power) {
      const raised = `<msup>${row(made.made)}<mn>${RAISED.indexOf(power.text)}</mn></msup>`;
      made = {made: raised, bare: raised};
    }
    return made;
  }

  /** @returns {{made: string, bare: string}} */
  #atom() {
    const same = (/** @type {string} */ made) => ({made, bare: made});
    if (this.#next('sign', '√')) return same(`<msqrt>${this.#atom().bare}</msqrt>`);
    if (this.#next('sign', '(')) {
      const bare = this.#sum();
      if (!this.#next('sign', ')')) throw new Error('a parenthesis is open');
      return {made: around(bare), bare};
    }
    const number = this.#next('number');
    if (number) return same(`<mn>${number.text.replace('-', '−').replace('.', this.#point)}</mn>`);
    const name = this.#next('name');
    if (name) return same(nameOf(name.text));
    throw new Error('a factor is missing');
  }
}

/**
 * An equation as MathML: its sides, each a formula of the core, joined by =.
 * @param {string[]} sides @param {string} point the decimal mark of the language @param {string} [before] a sign before the first
 */
export function equation(sides, point, before = '') {
  const made = sides.map((side) => row(new Reader(side, point).whole()));
  return `<math displaystyle="true"><mrow>${before ? op(before) : ''}${made.join(op('='))}</mrow></math>`;
}
