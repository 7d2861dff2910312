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
/** Of more runs than these the figures are smaller, so that two pages are enough. */
const FEW = 6;
/** As many stimuli of a run are listed one by one. */
const MOST_LISTED = 12;

/** A run and what it is called. @typedef {Result & {label: string}} Labelled */
/**
 * `href` is a link, which is on the sheet only if it is known where the lab stands; `measures` is null where they are withheld.
 * @typedef {{title: string, note: string, question: string, href: string, known: boolean, runs: Labelled[], figures: Figure[], measures: {heads: string[], rows: string[][]} | null}} Sheet
 * @typedef {{title: string, svg: string}} Figure
 */

const ruled = (/** @type {number} */ count) => Array.from({length: count}, () => html`<div class="ruled"></div>`);

/** What is said of each run, as a text, with the names of all runs that it is said of. @param {Labelled[]} runs @param {(run: Labelled) => string} say */
function grouped(runs, say) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const run of runs) found.set(say(run), [...(found.get(say(run)) ?? []), run.label]);
  return [...found].map(([text, labels]) => [text, labels.join('; ')]);
}

/** The parameters of each cell, with their units; runs with the same cell share a row. @param {Words} words @param {Labelled[]} runs */
function parameters(words, runs) {
  const cells = grouped(runs, ({experiment}) => JSON.stringify(experiment.cell));
  const several = cells.length > 1;
  const names = Object.keys(runs[0].experiment.cell);
  const head = html`
    <tr>
      ${several ? html`<th>${words.columns().run}</th>` : nothing}
      ${names.map((name) => html`<th><i .innerHTML=${wordOf(words.symbols, name) ?? name}></i> [${unitAt(`cell.${name}`)}]</th>`)}
    </tr>`;
  const rows = cells.map(
    ([cell, labels]) =>
      html`<tr>${several ? html`<th>${labels}</th>` : nothing}${Object.values(JSON.parse(cell)).map((value) => html`<td>${words.numbers.inField(value)}</td>`)}</tr>`,
  );
  return html`<table class="parameters"><thead>${head}</thead><tbody>${rows}</tbody></table>`;
}

/** What is true of all runs once, otherwise each with the names of the runs that it is true of. @param {Labelled[]} runs @param {(run: Labelled) => string[]} say */
function ofRuns(runs, say) {
  const [lines] = runs.map(say);
  const said = grouped(runs, (run) => say(run).join('; '));
  return said.length === 1
    ? lines.map((line) => html`<dd>${line}</dd>`)
    : said.map(([text, labels]) => html`<dd><b>${labels}:</b> ${text}</dd>`);
}

/** @param {Words} words @param {Labelled[]} runs */
function setUp(words, runs) {
  const {print} = words;
  const {measured} = words.numbers;
  const stimuli = (/** @type {Labelled} */ {experiment: {stimulus}}) =>
    stimulus.length && stimulus.length <= MOST_LISTED
      ? stimulus.map((one, i) => words.stimulusLine(i, one))
      : [words.timesLabel(/** @type {any} */ ({stimulus}))];
  /** @type {[string, (run: Labelled) => string[]][]} */
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
    <dl>${parts.map(([name, say]) => html`<div><dt>${name}</dt>${ofRuns(runs, say)}</div>`)}</dl>`;
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
        <p class="origin">${date}${known ? html`<br>${href}` : nothing}</p>
      </div>
      ${known ? html`<div class="code" .innerHTML=${qrOf(href)}></div>` : nothing}
    </header>
    <section><h2>${print.question}</h2>${question ? html`<p class="typed">${question}</p>` : ruled(LINES.question)}</section>
    <section><h2>${print.setUp}</h2>${setUp(words, runs)}</section>
    <section>
      <h2>${print.figures}</h2>
      <div class=${runs.length > FEW ? 'figures small' : 'figures'}>
        ${figures.map(({svg, title}) => html`<figure><div .innerHTML=${svg}></div><figcaption>${title}</figcaption></figure>`)}
      </div>
      ${measures ? table(measures.heads, measures.rows, '', true) : nothing}
    </section>
    <section class="conclusions"><h2>${print.conclusions}</h2>${ruled(LINES.conclusions)}</section>
    <footer>${CITATION}</footer>`;
}
