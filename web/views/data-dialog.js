// views/data-dialog.js: the spikes and samples of the selected run, or the results of an analysis, as tables and as files.
// The tables are rounded like the rest of the page; the files have every digit.
import {html, nothing, render} from 'lit-html';
import {FORMS, csvOf, fileType, formOf, headOf, sampleHeads, spikeHeads, spikeRows} from '../send/csv.js';
import {download, downloadsUncertain} from '../send/download.js';
import {unitOf} from '../engine/quantities.js';
import {planeTables} from './plane-table.js';
import {table} from './table.js';
import {View} from './view.js';

/** The data behind a plot as a table, and the name of its file. @typedef {{quantities: Quantity[], rows: (number | string | null)[][], file: string}} Found */

const MOST_ROWS = 1000;
/** Of the samples, which a plot shows better, at most so many. */
const MOST_SAMPLES = 200;

/** At most `most` of the indices below `count`, evenly spaced and including the first and the last. @param {number} count */
function spread(count, most = MOST_ROWS) {
  if (count <= most) return Array.from({length: count}, (_, i) => i);
  return Array.from({length: most}, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}

/** The heading of a file, with these notes, of the run on show or of another. @typedef {(notes: string[], run?: Result) => string} Heading */

class DataDialog extends View {
  /** @param {Results} results @param {Heading} heading */
  open(results, heading) {
    const {words} = this;
    const {runs, selected} = results;
    const result = runs[selected];
    const {experiment, recording} = result;
    const {time, v, u, current} = recording;
    const samples = () => Array.from(time, (at, i) => [at, v[i], u[i], current[i]]);
    this.#show({
      heading: words.tableOf(words.runLabel(result)),
      notes: [words.protocol([experiment])],
      files: [
        this.#file(words.saveSpikes, 'spikes.csv', heading([]), spikeHeads(words), () => spikeRows(recording)),
        this.#file(words.saveSamples, 'samples.csv', heading([]), sampleHeads(words), samples),
      ],
      tables: [
        runs.length > 1 ? this.#runTable(runs) : nothing,
        this.#spikeTable(result),
        planeTables(words, results),
        this.#sampleTable(result),
      ],
    });
  }

  /**
   * Opens the dialog with the results of an analysis; `more` are further tables of the same plot.
   * @param {Found & {heading: string, notes: string[], more?: (Found & {title: string, run?: Result})[]}} what @param {Heading} headingOf
   */
  openTable({heading, notes, more = [], ...first}, headingOf) {
    const {words} = this;
    const {written} = words.numbers;
    const all = [{...first, title: '', run: undefined}, ...more.filter(({rows}) => rows.length)];
    this.#show({
      heading,
      notes,
      files: all.map(({title, file, run, quantities, rows}) =>
        this.#file(words.saveTable(title), file, headingOf(run ? [] : notes, run), quantities.map(headOf), () => rows),
      ),
      tables: all.map(({title, quantities, rows}) => {
        const said = (/** @type {number} */ i) =>
          rows[i].map((x, j) => (x === null ? words.none : typeof x === 'string' ? x : written(x, quantities[j])));
        return this.#titled(title, quantities.map(words.heading), spread(rows.length).map(said), rows.length);
      }),
    });
  }

  /** A file in the form in which tables are written. @param {string} label @param {string} name @param {string} heading @param {string[]} heads @param {() => import('../send/csv.js').Rows} rows */
  #file(label, name, heading, heads, rows) {
    const form = formOf(this.words);
    const {ending, type} = fileType(form);
    const text = () => csvOf(heading, heads, rows(), FORMS[form]);
    return {label, name: name.replace(/csv$/, ending), type, text};
  }

  /**
   * @param {{heading: string, notes: string[], files: {label: string, name: string, type: string, text: () => string}[], tables: unknown}} what
   * @param {string} [copy] the text of a file that may not have been saved, to be copied by hand
   */
  #show(what, copy) {
    const {words} = this;
    const {heading, notes, files, tables} = what;
    // A frame may block downloads silently, so there the text is shown as well.
    const save = (/** @type {string} */ name, /** @type {string} */ type, /** @type {string} */ text) => {
      download(name, type, text);
      if (!downloadsUncertain()) return;
      this.#show(what, text);
      this.querySelector('textarea')?.select();
    };
    const button = (/** @type {typeof files[number]} */ {label, name, type, text}) =>
      html`<button type="button" @click=${() => save(name, type, text())}>${label}</button>`;
    const page = html`
      <dialog aria-label=${heading}>
        <h2>${heading}</h2>
        ${notes.map((note) => html`<p>${note}</p>`)}
        <p class="tools">
          ${files.map(button)}<button type="button" class="close" @click=${() => this.#dialog.close()}>${words.close}</button>
        </p>
        <div class="tables" tabindex="0" role="region" aria-label=${words.tables}>${tables}</div>
        ${copy === undefined ? nothing : html`<label class="copy">${words.copyInstead}<textarea readonly .value=${copy}></textarea></label>`}
      </dialog>`;
    render(page, this);
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** @param {Result[]} runs */
  #runTable(runs) {
    const {words} = this;
    const columns = words.columns();
    const {milliseconds} = words.numbers;
    const number = (/** @type {number | null} */ x) => (x === null ? words.none : milliseconds(x));
    const rows = runs.map(({name, experiment, measures, pattern}) => [
      words.runLabel({name, experiment}),
      words.timesLabel(experiment),
      words.startLabel(experiment),
      words.durationLabel(experiment),
      words.solverLabel(experiment),
      String(measures.count),
      number(measures.latency),
      number(measures.first_isi),
      number(measures.last_isi),
      words.patterns[pattern.kind],
    ]);
    const head = [
      columns.run,
      columns.stimulus,
      columns.start,
      columns.duration,
      columns.solver,
      columns.spikes,
      columns.latency,
      columns.first_isi,
      columns.last_isi,
      columns.pattern,
    ];
    return table(head, rows, words.runTable);
  }

  /** @param {Result} result */
  #spikeTable({recording: {spikes, spike_u}}) {
    const {words} = this;
    const columns = words.columns();
    const {measured, milliseconds} = words.numbers;
    const rows = Array.from(spikes.subarray(0, MOST_ROWS), (time, i) => [
      String(i + 1),
      milliseconds(time),
      i ? milliseconds(time - spikes[i - 1]) : words.none,
      measured(spike_u[i], unitOf('u')),
    ]);
    const head = [columns.number, columns.time, columns.isi_after, columns.u_before];
    return this.#titled(words.spikeTable, head, rows, spikes.length);
  }

  /** @param {Result} result */
  #sampleTable({recording: {time, v, u, current}}) {
    const {words} = this;
    const columns = words.columns();
    const {located, measured, milliseconds} = words.numbers;
    const rows = spread(time.length, MOST_SAMPLES).map((i) => [
      milliseconds(time[i]),
      measured(v[i], unitOf('v')),
      measured(u[i], unitOf('u')),
      located(current[i]),
    ]);
    return this.#titled(words.dataTable, [columns.time, columns.v, columns.u, columns.current], rows, time.length);
  }

  /** A table with a title, and a note if it shows only some of `all` rows. @param {string} title @param {string[]} head @param {string[][]} rows @param {number} all */
  #titled(title, head, rows, all) {
    const {words} = this;
    const plain = rows.map((row) => row.map(words.numbers.forPrograms));
    const note = html`<p class="hint">${words.someRows(rows.length, all)}</p>`;
    return html`${rows.length === all ? nothing : note}${table(head, plain, title)}`;
  }
}
customElements.define('data-dialog', DataDialog);
