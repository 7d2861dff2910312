// views/state-at.js: the instant at the cursor in numbers, as all read-outs give it; and the one that stands below v(t).
import {html, render} from 'lit-html';
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';
import {wordsOf} from '../plot/place.js';

/** The variable that gives a quantity its colour. @type {Record<string, string>} */
const VARIABLES = {v: 'v', u: 'u', current: 'i'};
/** What is read out below v(t). */
const READ = ['time', 'v', 'u', 'current'];

/**
 * A quantity at the cursor, by its name in the core. @param {Words} words @param {Results} results @param {string} name
 * @returns {{name: string, variable: string, text: string}}
 */
export function stateAt(words, {instant, cursor, window}, name) {
  const {located, readOut, timeIn} = words.numbers;
  const unit = unitOf(name);
  const x = name === 'time' ? cursor : /** @type {any} */ (instant)?.[name];
  const number =
    name === 'time' ? timeIn(window) : name === 'current' ? located : (/** @type {number} */ x) => readOut(x, unit);
  const text = x == null ? words.none : withUnit(number(x), unit);
  return {name: /** @type {any} */ (words.cursor.names)[name], variable: VARIABLES[name] ?? '', text};
}

/** The numbers below the axes of a plot, while the cursor marks an instant. @param {HTMLElement} host */
export function numbersBelow(host) {
  const words = wordsOf(host);
  const line = document.createElement('p');
  line.className = 'cursor-numbers';
  line.hidden = true;
  // The slider of the cursor says the same.
  line.setAttribute('aria-hidden', 'true');
  host.append(line);
  return {
    /** @param {{left: number, bottom: number}} area of the plot */
    place({left, bottom}) {
      line.style.setProperty('--left', `${left}px`);
      line.style.setProperty('--top', `${bottom}px`);
    },
    /** @param {Results} results */
    show(results) {
      line.hidden = !results.marked;
      if (line.hidden) return;
      const each = READ.map((one) => stateAt(words, results, one));
      render(
        each.map(
          ({name, variable, text}) =>
            html`<span><var class=${variable && `var-${variable}`}>${name}</var> <b>${text}</b></span>`,
        ),
        line,
      );
    },
  };
}
