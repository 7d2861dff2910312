// send/csv.js: tables as text for spreadsheets and programs, under a heading with all that is needed to compute them again.
import {unitAt} from '../engine/quantities.js';
import {numberWith} from '../engine/shared.js';
import {CITATION, SOFTWARE} from './cited.js';

/** The decimal mark and what separates columns. @typedef {import('../engine/samples.js').Form} Form */
/** @typedef {'point' | 'comma' | 'tab'} FormName */
/** A run and what it is called. @typedef {{label: string, experiment: Experiment}} NamedRun */
/** @typedef {(number | string | null)[][]} Rows */

/** @type {Record<FormName, Form>} */
export const FORMS = {
  point: {mark: '.', between: ','},
  comma: {mark: ',', between: ';'},
  tab: {mark: '.', between: '\t'},
};

/** @type {FormName | ''} */
let chosen = '';

/** The form in which tables are written from now on. @param {FormName} name */
export const chooseForm = (name) => (chosen = name);

/** The form that was chosen last, at first that of the language. @param {Words} words @returns {FormName} */
export const formOf = ({numbers}) => chosen || (numbers.point === ',' ? 'comma' : 'point');

/** The ending and the type of a file in this form. @param {FormName} name */
export const fileType = (name) =>
  name === 'tab' ? {ending: 'tsv', type: 'text/tab-separated-values'} : {ending: 'csv', type: 'text/csv'};

/** The equations of the model in one line, from the core. */
let model = '';

/** @param {string} text */
export const nameModel = (text) => (model = text);
export const modelText = () => model;

/** A text in one cell that no spreadsheet runs as a formula: it would take one that begins so for that. @param {string} text @param {string} between */
function textCell(text, between) {
  const safe = text.replaceAll('\u00a0', ' ').replace(/^(?=[=+\-@\t\r])/, "'");
  return safe.startsWith("'") || /["\n\r]/.test(safe) || safe.includes(between)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** A line of cells; what is missing is empty. @param {(number | string | null)[]} cells @param {Form} form */
export function lineOf(cells, {mark, between}) {
  const number = numberWith(mark);
  const cell = (/** @type {number | string | null} */ x) =>
    typeof x === 'string' ? textCell(x, between) : x === null || !Number.isFinite(x) ? '' : number(x);
  return `${cells.map(cell).join(between)}\n`;
}

/** A note in one line, of which no part after a separator would be run as a formula. @param {string} text */
const note = (text) => text.replace(/\s+/g, ' ').replace(/([,;] ?)(?=[=+@-])/g, "$1'");

/**
 * The heading of a table: version, citation, link, model; of each run its name, its experiment and its parameters with units.
 * @param {Words} words @param {{runs: NamedRun[], notes?: string[], link: string, title?: string}} what
 */
export function headingOf(words, {runs, notes = [], link, title = ''}) {
  const parameters = (/** @type {Cell} */ cell) =>
    Object.entries(cell).map(([name, value]) => `${name} = ${value} ${unitAt(`cell.${name}`)}`);
  const lines = [
    SOFTWARE,
    CITATION,
    `link ${link}`,
    ...(title ? [note(title)] : []),
    model,
    ...runs.flatMap(({label, experiment}, i) => {
      const number = runs.length > 1 ? ` ${i + 1}` : '';
      return [
        `experiment${number} ${JSON.stringify(experiment)}`,
        `parameters${number} ${parameters(experiment.cell).join(', ')}`,
        note(`run${number} ${label}. ${words.protocol([experiment])}`),
      ];
    }),
    ...notes.map(note),
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}

/** The heading of a column. @param {Quantity} quantity of the core's, by its own name */
export const headOf = ({name, unit}) => (unit ? `${name} [${unit}]` : name);

/**
 * A table as text under its heading.
 * @param {string} heading @param {string[]} heads of the columns @param {Rows} rows @param {Form} form
 */
export const csvOf = (heading, heads, rows, form) =>
  heading + [heads, ...rows].map((cells) => lineOf(cells, form)).join('');

/** The heads of samples, in the order in which engine/samples.js writes them. @param {Words} words */
export const sampleHeads = (words) => ['time', 'v', 'u', 'current'].map(words.axes);

/** The spikes of a run as rows. @param {Recording} recording @returns {Rows} */
export const spikeRows = ({spikes, spike_u}) => Array.from(spikes, (at, i) => [i + 1, at, spike_u[i]]);

/** The heads of those rows. @param {Words} words */
export function spikeHeads(words) {
  const {number, time, u_before} = words.columns();
  return [number, time, u_before];
}
