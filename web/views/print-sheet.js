// views/print-sheet.js: one experiment on paper: question, set-up, figures, conclusions, with the link and its code.
import {html, nothing} from 'lit-html';
import {unitAt} from '../engine/quantities.js';
import {modelText} from '../send/csv.js';
import {CITATION} from '../send/cited.js';
import {qrOf} from '../send/qr.js';
import {formula} from '../words/format.js';
import {wordOf} from '../words/word-of.js';
import {table} from './table.js';

/** Ruled lines for what is written by hand: a question, the conclusions. */
const LINES = {question: 2, conclusions: 6};
/** As many stimuli of a run are listed one by one. */
const MOST_LISTED = 12;

/**
 * `href` is a link, or only its end where it is not known where the lab stands; `withheld`: no measures.
 * @typedef {{title: string, note: string, question: string, href: string, known: boolean, runs: Result[], figures: Figure[], measures: {heads: string[], rows: string[][]} | null}} Sheet
 * @typedef {{title: string, svg: string}} Figure
 */

const ruled = (/** @type {number} */ count) => Array.from({length: count}, () => html`<div class="ruled"></div>`);

/** The parameters of each cell, with their units; runs with the same cell share a row. @param {Words} words @param {Result[]} runs */
function parameters(words, runs) {
  /** @type {Map<string, {cell: Cell, labels: string[]}>} */
  const cells = new Map();
  for (const run of runs) {
    const {cell} = run.experiment;
    const key = JSON.stringify(cell);
    cells.set(key, {cell, labels: [...(cells.get(key)?.labels ?? []), words.runLabel(run)]});
  }
  const several = cells.size > 1;
  const names = Object.keys(runs[0].experiment.cell);
  const head = html`
    <tr>
      ${several ? html`<th>${words.columns().run}</th>` : nothing}
      ${names.map((name) => html`<th><i .innerHTML=${wordOf(words.symbols, name) ?? name}></i> [${unitAt(`cell.${name}`)}]</th>`)}
    </tr>`;
  const rows = [...cells.values()].map(
    ({cell, labels}) =>
      html`<tr>${several ? html`<th>${labels.join('; ')}</th>` : nothing}${Object.values(cell).map((value) => html`<td>${words.numbers.inField(value)}</td>`)}</tr>`,
  );
  return html`<table class="parameters"><thead>${head}</thead><tbody>${rows}</tbody></table>`;
}

/** What is true of all runs once, otherwise of each under its name. @param {Words} words @param {Result[]} runs @param {(run: Result) => string[]} say */
function ofRuns(words, runs, say) {
  const said = runs.map(say);
  const same = said.every((lines) => lines.join() === said[0].join());
  if (same) return said[0].map((line) => html`<dd>${line}</dd>`);
  return runs.map((run, i) => html`<dd><b>${words.runLabel(run)}:</b> ${said[i].join('; ')}</dd>`);
}

/** @param {Words} words @param {Result[]} runs */
function setUp(words, runs) {
  const {print} = words;
  const {measured} = words.numbers;
  const stimuli = (/** @type {Result} */ {experiment: {stimulus}}) =>
    stimulus.length && stimulus.length <= MOST_LISTED
      ? stimulus.map((one, i) => words.stimulusLine(i, one))
      : [words.timesLabel(/** @type {any} */ ({stimulus}))];
  /** @type {[string, (run: Result) => string[]][]} */
  const parts = [
    [print.protocol, stimuli],
    [
      words.initial,
      ({experiment, start: {v, u}}) => [
        words.startLabel(experiment),
        ...(experiment.initial.kind === 'rest' ? [`v = ${measured(v, 'mV')} mV, u = ${measured(u, 'pA')} pA`] : []),
      ],
    ],
    [words.columns().duration, ({experiment}) => [words.durationLabel(experiment)]],
    [words.solver, ({experiment}) => [words.solverLabel(experiment)]],
  ];
  return html`
    <p class="model">${formula(modelText().replaceAll('<-', '←').replaceAll('>=', '≥'))}</p>
    ${parameters(words, runs)}
    <dl>${parts.map(([name, say]) => html`<div><dt>${name}</dt>${ofRuns(words, runs, say)}</div>`)}</dl>`;
}

/** The sheet. @param {Words} words @param {Sheet} sheet */
export function printSheet(words, {title, note, question, href, known, runs, figures, measures}) {
  const {print} = words;
  const date = new Date().toLocaleDateString(words.language.code, {dateStyle: 'long'});
  return html`
    <header>
      <div>
        <h1>${title}</h1>
        ${note ? html`<p>${note}</p>` : nothing}
        <p class="origin">${date}<br>${known ? href : words.share.linkUnknown} ${known ? '' : href}</p>
      </div>
      ${known ? html`<div class="code" .innerHTML=${qrOf(href)}></div>` : nothing}
    </header>
    <section><h2>${print.question}</h2>${question ? html`<p class="typed">${question}</p>` : ruled(LINES.question)}</section>
    <section><h2>${print.setUp}</h2>${setUp(words, runs)}</section>
    <section class="figures">
      <h2>${print.figures}</h2>
      ${figures.map(({svg, title}) => html`<figure><div .innerHTML=${svg}></div><figcaption>${title}</figcaption></figure>`)}
      ${measures ? table(measures.heads, measures.rows, '', true) : nothing}
    </section>
    <section class="conclusions"><h2>${print.conclusions}</h2>${ruled(LINES.conclusions)}</section>
    <footer>${CITATION}</footer>`;
}
