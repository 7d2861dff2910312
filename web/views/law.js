// views/law.js: the model's three equations, with a place for a value and its unit under each parameter's symbol.
import {wordOf} from '../words/word-of.js';

/** What the equations consist of: a parameter in braces, a variable in brackets, d./dt as a quotient, and signs. */
const EQUATIONS = [
  ['{C}', '/v/', ' = ', '{k}', '([v] − ', '{vr}', ')([v] − ', '{vt}', ') − [u] + ', '{I}'],
  ['/u/', ' = ', '{a}', '  (  ', '{b}', '([v] − ', '<vr>', ') − [u])'],
  ['[v] ≥ ', '{vpeak}', ': [v] ← ', '{c}', ', [u] ← [u] + ', '{d}'],
];

/** @param {string} text */
const coloured = (text) =>
  text.replace(/ /g, '\u2004').replace(/\[(\w)\]/g, (_, name) => `<var class="var-${name}">${name}</var>`);

/** @param {string} name */
const quotient = (name) =>
  `<span class="quotient"><span>d<var class="var-${name}">${name}</var></span><span>d<var>t</var></span></span>`;

/** The equations as they are read out: in the lines to be seen, the symbols are the labels of their values. */
const READ = [
  ['C', '/v/', '=', 'k', '(v-vr)', '(v-vt)', '−', 'u', '+', 'I'],
  ['/u/', '=', 'a', '(', 'b', '(v-vr)', '−', 'u', ')'],
  ['v', '≥', 'vpeak', ':', 'v', '←', 'c', ',', 'u', '←', 'u', '+', 'd'],
];
/** @param {Words} words @param {string} part a symbol, a quotient, a difference from a symbol, or a sign @returns {string} */
function mathOf(words, part) {
  const [symbol, below] = symbolOf(words, part).split(/<sub>|<\/sub>/);
  if (part.startsWith('/'))
    return `<mfrac><mrow><mi>d</mi><mi>${part[1]}</mi></mrow><mrow><mi>d</mi><mi>t</mi></mrow></mfrac>`;
  if (part.startsWith('(v-'))
    return `<mrow><mo>(</mo><mi>v</mi><mo>−</mo>${mathOf(words, part.slice(3, -1))}<mo>)</mo></mrow>`;
  if (below) return `<msub><mi>${symbol}</mi><mtext>${below}</mtext></msub>`;
  return /^\w/.test(part) ? `<mi>${part}</mi>` : `<mo>${part}</mo>`;
}

/** @param {Words} words @param {string} name */
const symbolOf = (words, name) => (name === 'I' ? 'I' : (wordOf(words.symbols, name) ?? name));

/**
 * @param {Words} words
 * @returns {{element: HTMLElement, terms: Map<string, HTMLElement>}} the terms by their parameters; of `I` the current's
 */
export function law(words) {
  const element = document.createElement('div');
  element.className = 'law-equations';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words.equation);
  /** @type {Map<string, HTMLElement>} */
  const terms = new Map();
  const read = document.createElement('div');
  read.className = 'unseen';
  read.innerHTML = READ.map((parts) => `<math>${parts.map((part) => mathOf(words, part)).join('')}</math>`).join(' ');
  element.append(read);
  for (const parts of EQUATIONS) {
    const line = document.createElement('div');
    line.className = 'law-equation';
    for (const part of parts) {
      const name = part.slice(1, -1);
      const made = document.createElement('span');
      if (part.startsWith('{')) {
        made.className = 'term';
        made.dataset.moves = name === 'I' ? 'stimulus.0.amplitude' : `cell.${name}`;
        made.innerHTML = `<var>${symbolOf(words, name)}</var>`;
        terms.set(name, made);
      } else {
        made.className = 'sign';
        made.setAttribute('aria-hidden', 'true');
        if (part.startsWith('/')) made.innerHTML = quotient(name);
        else if (part.startsWith('<')) made.innerHTML = `<var class="var-v">${symbolOf(words, name)}</var>`;
        else made.innerHTML = coloured(part);
      }
      line.append(made);
    }
    element.append(line);
  }
  return {element, terms};
}
