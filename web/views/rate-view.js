// views/rate-view.js: the f-I curve: at which current firing begins, and how fast it then is.
import {quantities} from '../engine/quantities.js';
import {RATE_KINDS, hasRate, known, rateColumn, runawayRanges} from '../engine/rates.js';
import {rounded, tidy} from '../session/ranges.js';
import {heldAmplitudes, ratesOf} from '../session/stimulus.js';
import {whenGone} from '../plot/place.js';
import {words} from '../words/words.js';
import {fiPlot} from '../plot/fi-plot.js';
import {onsetPlot} from '../plot/onset-plot.js';
import {say} from './prose.js';
import {protocolChoice} from './protocol-choice.js';
import {questionFields} from './question-fields.js';

const KINDS = ['fi', 'onset'];
/** The columns of the table, the rate that is drawn first. @param {RateKind} rate */
const columnsOf = (rate) => [
  'current',
  ...[rate, ...RATE_KINDS.filter((kind) => kind !== rate)].map(rateColumn),
  'first_rate',
  'latency',
  'count',
  'cycle',
  'followed',
];
const NEAR = ['distance', 'rate', 'cycle_rate', 'cycle'];
const OF_RUN = ['time', 'current', 'rate'];
/** What has no value where it is 0: no interval, no spike, no repeat. */
const NONE_AT_ZERO = new Set(['first_rate', 'latency', 'cycle']);

class RateView extends HTMLElement {
  #fi;
  #near;
  #asked;
  #protocol;
  /** @type {QuestionSchema | undefined} */
  #schema;
  /** @type {(Results & {answers: Record<string, any>}) | undefined} */
  #results;
  /** The current that was last read. @type {number | undefined} */
  #read;
  /** The plot in which that was. */
  #readIn = '';

  connectedCallback() {
    if (this.#fi) return;
    this.innerHTML = `
      <div class="curve fi"><p class="plot-note" hidden></p></div>
      <div class="curve near" hidden></div>
      <div class="reading"><p class="read-out"></p><button type="button" class="small run-this" disabled></button></div>
      <div class="asks">
        <label class="over"><span></span> <select class="rate-kind"></select></label>
        <button type="button" class="small quiet near-onset" aria-pressed="false"></button>
        <button type="button" class="small quiet table"></button>
        <button type="button" class="small quiet hear"></button>
        <button type="button" class="small quiet stop" data-idle></button>
      </div>
      <p class="said rate-said"></p>
      <p class="said onset-said"></p>
      <p class="said class-said"></p>`;
    this.#protocol = protocolChoice(this);
    this.prepend(this.#protocol.element);
    this.#part('.reading').after(this.#protocol.said);
    this.#part('.run-this').textContent = words.fi.run(undefined);
    this.#part('.near-onset').textContent = words.fi.near;
    this.#part('.table').textContent = words.fi.table;
    this.#part('.over span').textContent = words.fi.rate;
    this.#part('.read-out').textContent = words.fi.prompt;
    /** Both plots are read in one place; what was read last there is read anew. @param {string} plot @returns {(row: {current: number, text: string} | null, again: boolean) => void} */
    const moved = (plot) => (row, again) => {
      if (again && this.#readIn !== plot) return;
      this.#readIn = plot;
      this.#read = row?.current;
      this.#part('.read-out').textContent = row?.text ?? words.fi.prompt;
      this.#fresh(row !== null);
    };
    this.#fi = fiPlot(this.#part('.fi'), moved('fi'), () => this.#runRead());
    this.#near = onsetPlot(this.#part('.near'), moved('near'), () => this.#runRead());
    this.#part('.run-this').addEventListener('click', () => this.#runRead());
    this.#part('.hear').textContent = words.sound.curve;
    this.#part('.hear').title = words.sound.curveHint;
    this.#part('.hear').addEventListener('click', () => this.#hear());
    this.#part('.table').addEventListener('click', () => this.#table());
    this.#part('.stop').addEventListener('click', () => this.#stopOrResume());
    this.#part('.near-onset').addEventListener('click', () => {
      const near = this.toggleAttribute('data-near');
      this.#part('.near').hidden = !near;
      this.#part('.near-onset').setAttribute('aria-pressed', String(near));
      this.#draw();
    });
    const kind = /** @type {HTMLSelectElement} */ (this.#part('.rate-kind'));
    for (const one of RATE_KINDS) kind.add(new Option(words.fi.rates[one], one));
    kind.addEventListener('change', () => {
      const detail = {name: 'rate_choice', current: {rate: this.#rate}, partial: {rate: kind.value}};
      this.dispatchEvent(new CustomEvent('ask', {bubbles: true, detail}));
    });
    this.#buildFields();
  }

  /** The rate that is drawn. @returns {RateKind} */
  get #rate() {
    return this.#results?.answers.rate ?? 'steady';
  }

  disconnectedCallback() {
    whenGone(this, () => this.#close());
  }

  #close() {
    this.#fi?.destroy();
    this.#near?.destroy();
    this.#fi = this.#near = this.#asked = this.#protocol = undefined;
    this.replaceChildren();
  }

  /** What it may be asked with. @param {Schema['questions']} questions */
  set questions({current_range}) {
    this.#schema = current_range;
    this.#buildFields();
  }

  /** @param {Results & {answers: Record<string, any>}} results */
  set results(results) {
    this.#results = results;
    this.#draw();
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  #buildFields() {
    if (!this.#schema || this.#asked || !this.#fi) return;
    this.#asked = questionFields(this, 'current_range', /** @type {NumberField[]} */ (this.#schema.fields));
    this.#part('.asks').prepend(this.#asked.row);
  }

  #draw() {
    if (!this.#results || !this.#fi) return;
    const {runs, selected, opening, answers} = this.#results;
    const {fi, onset} = answers;
    const {range} = fi.question;
    const {curve, forms = []} = fi.part ?? {};
    const {experiment} = runs[selected];
    const setting = this.#setting;
    // The words of another cell would be wrong at once; its curve is only late.
    const {thresholds, onset: found, own, gains} = onset.stale ? {} : (onset.part ?? {});
    this.#protocol?.show(answers.protocol, setting, experiment);
    const rate = this.#rate;
    /** @type {HTMLSelectElement} */ (this.#part('.rate-kind')).value = rate;
    this.#asked?.show(range, opening);
    // The run is held for as long as it lasts.
    this.#part('[data-path="current_range.hold"]').hidden = setting.of === 'this run';
    const away = fi.done && !fi.stale && curve ? words.fi.away(runawayRanges(curve)) : '';
    const said = [
      away,
      words.thresholds.said(thresholds, experiment.duration),
      words.fi.gain(gains?.[rate], rate, thresholds?.lasting.amplitude),
      fi.stale ? '' : words.fi.forms(forms),
    ];
    const argued = found?.text ? `${words.asking.steady(own, setting)} ${found.text}` : '';
    this.#fresh(false);
    const rates = runs.map((run, index) => ({...run, rates: ratesOf(run, answers.settings[index])}));
    this.#fi.draw({
      curve,
      rate,
      whole: fi.done && !fi.stale,
      onset: own ? found : undefined,
      range,
      runs: rates,
      selected,
      marks: words.fi.marks(thresholds, forms, setting),
      ghosts: answers.ghosts.fi,
      held: heldAmplitudes(runs[selected], setting),
      axis: words.fi.amplitudeAxis(setting),
      label: words.fi.describe(curve, rate, range, rates, [...said, argued], setting),
    });
    if (this.hasAttribute('data-near')) this.#near?.draw(found, onset.done && !onset.stale);
    this.#say('.rate-said', words.fi.means(rate, curve?.hold ?? range.hold));
    this.#say('.onset-said', said.filter(Boolean).join(' '));
    this.#say('.class-said', argued || onset.error);
    this.#say('.plot-note', fi.error || words.fi.note(curve, fi.done && !fi.stale));
    this.#progress(fi, onset, curve?.current.length ?? 0);
  }

  /** What the protocol means for the run on show. @returns {ProtocolSetting} */
  get #setting() {
    const {answers, selected} = /** @type {Results & {answers: Record<string, any>}} */ (this.#results);
    return answers.settings[selected];
  }

  /** Whether what was read is of what is on show: only then can it be run. @param {boolean} fresh */
  #fresh(fresh) {
    this.#part('.read-out').toggleAttribute('data-late', !fresh && this.#read !== undefined);
    const button = /** @type {HTMLButtonElement} */ (this.#part('.run-this'));
    button.disabled = !fresh;
    button.textContent = words.fi.run(fresh ? this.#amplitude() : undefined);
  }

  /** What was read, along the curve without digits that nobody read. */
  #amplitude() {
    if (!this.#results || this.#read === undefined) return undefined;
    const {from, to, points} = this.#results.answers.fi.question.range;
    const step = (to - from) / (points - 1);
    return tidy(this.#readIn === 'fi' ? rounded(this.#read, step / 100) : this.#read);
  }

  /** @param {string} selector @param {string} text */
  #say(selector, text) {
    say(this.#part(selector), text);
  }

  /** @param {any} fi @param {any} onset @param {number} count */
  #progress(fi, onset, count) {
    const stopped = fi.stopped || onset.stopped;
    const button = this.#part('.stop');
    button.toggleAttribute('data-idle', fi.done && onset.done && !stopped);
    button.toggleAttribute('data-stopped', stopped);
    const found = words.fi.progress(fi.stale ? 0 : count, fi.question.range.points);
    button.textContent = `${stopped ? words.resume : words.stop} ${fi.done ? '' : found}`;
  }

  #stopOrResume() {
    const type = this.#part('.stop').hasAttribute('data-stopped') ? 'resume' : 'stop';
    for (const detail of KINDS) this.dispatchEvent(new CustomEvent(type, {bubbles: true, detail}));
  }

  /** Runs the protocol in force at what was read last; near an onset from rest, from there. */
  #runRead() {
    const amplitude = this.#amplitude();
    if (!this.#results || amplitude === undefined) return;
    const {of, stimulus} = this.#setting;
    const {own = true} = this.#results.answers.onset.part ?? {};
    const protocol = this.#readIn === 'near' && !own ? {of: 'from rest', stimulus: null} : {of, stimulus};
    this.dispatchEvent(new CustomEvent('run-protocol', {bubbles: true, detail: {protocol, amplitude}}));
  }

  #hear() {
    const {curve} = this.#results?.answers.fi.part ?? {};
    if (!curve) return;
    const {current: x, rate: y} = known(curve, this.#rate);
    const detail = {x, y};
    this.dispatchEvent(new CustomEvent('hear', {bubbles: true, detail}));
  }

  #table() {
    const {runs, selected, answers} = /** @type {Results & {answers: Record<string, any>}} */ (this.#results);
    const {curve} = answers.fi.part ?? {};
    const {thresholds, gains, onset} = answers.onset.stale ? {} : (answers.onset.part ?? {});
    if (!curve) return;
    const rate = this.#rate;
    const columns = columnsOf(rate);
    /** Columns of rates that need not be there. @type {Map<string, RateKind>} */
    const kinds = new Map(RATE_KINDS.map((kind) => [rateColumn(kind), kind]));
    const rowsOf = (/** @type {any} */ found, /** @type {string[]} */ names) =>
      Array.from(found?.[names[0]] ?? [], (_, i) =>
        names.map((name) => {
          const kind = found === curve ? kinds.get(name) : undefined;
          const none = kind ? !hasRate(found, kind, i) : found[name][i] === 0 && NONE_AT_ZERO.has(name);
          return none ? null : found[name][i];
        }),
      );
    const withReasons = rowsOf(curve, columns).map((row, i) => [...row, words.fi.course(curve, i) || null]);
    const {experiment, rates} = runs[selected];
    const detail = {
      heading: words.fi.tableTitle,
      notes: [
        words.asking.said(this.#setting, experiment),
        words.fi.means(rate, curve.hold),
        words.thresholds.said(thresholds, experiment.duration),
        words.fi.gain(gains?.[rate], rate, thresholds?.lasting.amplitude),
      ].filter(Boolean),
      quantities: [...quantities('fi_curve', columns), {name: words.fi.courseTitle, unit: '', text: ''}],
      rows: withReasons,
      file: 'f-i.csv',
      experiment,
      more: [
        {
          title: words.fi.onsetTitle,
          quantities: quantities('onset', NEAR),
          rows: rowsOf(onset, NEAR),
          file: 'f-i-onset.csv',
        },
        {
          title: words.fi.runsTitle,
          quantities: quantities('rate_curve', OF_RUN),
          rows: rowsOf(rates, OF_RUN),
          file: 'f-i-run.csv',
        },
      ],
    };
    this.dispatchEvent(new CustomEvent('table', {bubbles: true, detail}));
  }
}
customElements.define('rate-view', RateView);
