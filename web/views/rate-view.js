// views/rate-view.js: the f-I curve: the current at which firing begins, and the rate above it.
import {emit} from '../plot/door.js';
import {placeOf} from '../plot/place.js';
import {quantities} from '../engine/quantities.js';
import {RATE_KINDS, gainOf, hasRate, known, rateColumn} from '../engine/rates.js';
import {rounded, tidy} from '../session/ranges.js';
import {tell} from '../words/tell.js';
import {AnalysisPanel, READING, STOP, TABLE} from './analysis-panel.js';
import {fiPlot} from '../plot/fi-plot.js';
import {onsetPlot} from '../plot/onset-plot.js';

/** The columns of the table; among the rates, the one that is drawn comes first. @param {RateKind} rate */
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
/** Columns in which 0 means that there is no value: no interval, no spike, no cycle. */
const NONE_AT_ZERO = new Set(['first_rate', 'latency', 'cycle']);

class RateView extends AnalysisPanel {
  /** @type {ReturnType<typeof fiPlot> | undefined} */
  #fi;
  /** @type {ReturnType<typeof onsetPlot> | undefined} */
  #near;
  /** @type {ReturnType<AnalysisPanel['fields']> | undefined} */
  #asked;
  /** The plot from which the last point was read: 'fi' or 'near'. */
  #readIn = '';

  parts = `
    <div class="curve fi"><p class="plot-note" hidden></p></div>
    <div class="curve near" hidden></div>
    ${READING}
    <div class="asks">
      <label class="over"><span></span> <select class="rate-kind"></select></label>
      <button type="button" class="small quiet near-onset" aria-pressed="false"></button>
      <button type="button" class="small quiet mark-run" aria-pressed="false"></button>
      ${TABLE}
      <button type="button" class="small quiet hear"></button>
      ${STOP}
    </div>
    <p class="said rate-said"></p>
    <p class="said onset-said"></p>
    <p class="said class-said"></p>`;

  get prompt() {
    return placeOf(this).figure ? '' : this.words.fi.prompt;
  }

  make() {
    const {words} = this;
    this.at('.reading').after(this.chooseProtocol().said);
    this.at('.near-onset').textContent = words.fi.near;
    this.at('.over span').textContent = words.fi.rate;
    /** Both plots share one read-out. When the curves change (`again`), only the plot that was read last may update it. @param {string} plot @returns {(row: {current: number, text: string} | null, again: boolean) => void} */
    const moved = (plot) => (row, again) => {
      if (again && this.#readIn !== plot) return;
      this.#readIn = plot;
      this.readOut(row?.current, row?.text);
    };
    this.#fi = fiPlot(this.at('.fi'), moved('fi'), () => this.run());
    this.#near = onsetPlot(this.at('.near'), moved('near'), () => this.run());
    this.at('.hear').textContent = words.sound.curve;
    this.at('.hear').title = words.sound.curveHint;
    this.at('.hear').addEventListener('click', () => this.#hear());
    this.at('.mark-run').textContent = words.fi.markRun;
    this.at('.near-onset').addEventListener('click', () => {
      const near = this.toggleAttribute('data-near');
      this.at('.near').hidden = !near;
      this.at('.near-onset').setAttribute('aria-pressed', String(near));
      this.redraw();
    });
    this.at('.mark-run').addEventListener('click', () => {
      this.dataset.marks = this.marksRuns ? 'off' : 'on';
      this.redraw();
    });
    const kind = /** @type {HTMLSelectElement} */ (this.at('.rate-kind'));
    for (const one of RATE_KINDS) kind.add(new Option(words.fi.rates[one], one));
    kind.addEventListener('change', () => {
      emit(this, 'ask', {name: 'rate_choice', current: {rate: this.#rate}, partial: {rate: kind.value}});
    });
    return [this.#fi, this.#near];
  }

  /** Whether the runs are marked in the curve: as the user chose, or where a ramp draws a curve of its own to compare. */
  get marksRuns() {
    const {marks} = this.dataset;
    return marks ? marks === 'on' : this.runShown.experiment.stimulus.some((one) => !('amplitude' in one));
  }

  build() {
    this.#asked = this.fields('current_range');
    this.at('.asks').prepend(this.#asked.row);
  }

  /** Whether the question has a steady rate. */
  get #hasSteady() {
    return this.setting.steady_rate?.id !== 'asked.no_steady_rate';
  }

  /** The rate that is drawn: the one chosen, if there is such a rate. @returns {RateKind} */
  get #rate() {
    const {rate} = this.shown.answers;
    return rate === 'steady' && !this.#hasSteady ? 'last interval' : rate;
  }

  /** @param {import('./analysis-panel.js').Answered} results */
  draw({runs, selected, opening, answers}) {
    const {words} = this;
    const {fi, onset} = answers;
    const {range} = fi.question; // that of the onset, too
    const {curve, summary, forms = []} = fi.part ?? {};
    const {setting} = this;
    // Sentences about an earlier cell would be wrong, so they go at once; its curve stays until the new one arrives.
    const {thresholds, onset: found, from, own, gains} = onset.stale ? {} : (onset.part ?? {});
    const rate = this.#rate;
    const kinds = /** @type {HTMLSelectElement} */ (this.at('.rate-kind'));
    for (const one of kinds.options) one.disabled = one.value === 'steady' && !this.#hasSteady;
    kinds.value = rate;
    this.#asked?.show(range, opening);
    // "This run" holds the current for as long as the run lasts, so there is nothing to choose.
    this.at('[data-path="current_range.hold"]').hidden = setting.of === 'this run';
    const whole = fi.done && !fi.stale;
    const said = [
      whole ? tell(words, summary?.text) : '',
      tell(words, thresholds?.text),
      words.fi.gain(gainOf(gains, rate), rate, thresholds?.lasting.amplitude, range.to),
      fi.stale ? '' : words.fi.forms(forms),
    ];
    const argued = found?.text ? `${tell(words, from)} ${tell(words, found.text)}` : '';
    const {axes} = answers;
    const marked = this.marksRuns;
    this.at('.mark-run').setAttribute('aria-pressed', String(marked));
    const ends = curve?.current.length ? [0, curve.current.length - 1].map((i) => this.#said(curve, rate, i).text) : [];
    this.#fi?.draw({
      curve,
      away: summary?.runs_away ?? [],
      rate,
      whole,
      onset: own > 0 ? found : undefined,
      range,
      runs: marked ? runs.map((run, index) => ({...run, rates: axes[index].rates})) : [],
      selected,
      marks: [
        ...(thresholds
          ? [
              {at: thresholds.first.amplitude, said: thresholds.first_said.mark},
              {at: thresholds.lasting.amplitude, said: thresholds.lasting_said.mark},
            ]
          : []
        ).flatMap(({at, said}) => (said ? [{at, text: tell(words, said), dash: []}] : [])),
        ...forms.flatMap((/** @type {OnsetForm} */ {amplitude, symbol}) =>
          amplitude === null ? [] : [{at: amplitude, text: symbol}],
        ),
      ],
      ghosts: answers.ghosts.fi,
      own: marked ? Array.from(axes[selected].held) : [],
      start: axes[selected].held[0],
      axis: words.fi.amplitudeAxis(setting),
      label: words.fi.describe(
        range,
        ends,
        marked ? axes.map((/** @type {ProtocolAxis} */ {rates}) => rates) : [],
        [...said, argued],
        setting,
      ),
    });
    if (this.hasAttribute('data-near')) this.#near?.draw(found, onset.done && !onset.stale);
    const means = [rate, ...(this.#hasSteady ? [] : [/** @type {const} */ ('steady')])];
    this.say('.rate-said', means.map((kind) => words.fi.means(kind, curve?.hold ?? range.hold, setting)).join(' '));
    this.say('.onset-said', said.filter(Boolean).join(' '));
    this.say('.class-said', argued || onset.error);
    this.say('.plot-note', fi.error || this.waiting('.fi', !curve) || (whole ? tell(words, summary?.note) : ''));
  }

  /** What the curve says of one of its currents, and what becomes of the train there. @param {FiCurve} curve @param {RateKind} rate @param {number} index */
  #said(curve, rate, index) {
    const {text, course} = emit(this, 'read-curve', {curve, rate, index}) ?? {};
    return {text: tell(this.words, text), course: tell(this.words, course)};
  }

  progress() {
    const {done, stale, part, question} = this.shown.answers.fi;
    return done ? '' : this.words.fi.progress(stale ? 0 : (part?.curve.current.length ?? 0), question.range.points);
  }

  /** @param {boolean} fresh */
  runText(fresh) {
    return this.words.fi.run(fresh ? this.#amplitude() : undefined);
  }

  /** The amplitude read, in pA; along the curve it is rounded to a hundredth of the spacing. */
  #amplitude() {
    if (this.read === undefined) return undefined;
    const {from, to, points} = this.shown.answers.fi.question.range;
    const step = (to - from) / (points - 1);
    return tidy(this.#readIn === 'fi' ? rounded(this.read, step / 100) : this.read);
  }

  /** Runs the chosen protocol at the amplitude read; near an onset from rest, a step from rest. */
  run() {
    const amplitude = this.#amplitude();
    if (amplitude === undefined) return;
    const {of, stimulus} = this.setting;
    const {own = 1} = this.shown.answers.onset.part ?? {};
    /** @type {Protocol} */
    const protocol = this.#readIn === 'near' && !own ? {of: 'from rest', stimulus: null} : {of, stimulus};
    emit(this, 'run-protocol', {protocol, amplitude});
  }

  #hear() {
    const {curve} = this.shown?.answers.fi.part ?? {};
    if (!curve) return;
    const {current: x, rate: y} = known(curve, this.#rate);
    emit(this, 'hear', {x, y});
  }

  table() {
    const {words} = this;
    const {runs, selected, answers} = this.shown;
    const {curve} = answers.fi.part ?? {};
    const {thresholds, gains, onset} = answers.onset.stale ? {} : (answers.onset.part ?? {});
    if (!curve) return undefined;
    const rate = this.#rate;
    const columns = columnsOf(rate);
    /** Columns in which a rate may be missing. @type {Map<string, RateKind>} */
    const kinds = new Map(RATE_KINDS.map((kind) => [rateColumn(kind), kind]));
    const rowsOf = (/** @type {any} */ found, /** @type {string[]} */ names) =>
      Array.from(found?.[names[0]] ?? [], (_, i) =>
        names.map((name) => {
          const kind = names === columns ? kinds.get(name) : undefined;
          const none = kind ? !hasRate(found, kind, i) : found[name][i] === 0 && NONE_AT_ZERO.has(name);
          return none ? null : found[name][i];
        }),
      );
    const tableOf = (/** @type {FiCurve} */ of) => ({
      quantities: [...quantities('fi_curve', columns), {name: words.fi.courseTitle, unit: ''}],
      rows: rowsOf(of, columns).map((row, i) => [...row, this.#said(of, rate, i).course]),
    });
    const {rates} = runs[selected];
    const own = {title: words.fi.tableTitle, file: 'f-i.csv'};
    return {
      heading: own.title,
      notes: [
        tell(words, this.setting.text),
        words.fi.means(rate, curve.hold, this.setting),
        tell(words, thresholds?.text),
        words.fi.gain(gainOf(gains, rate), rate, thresholds?.lasting.amplitude, answers.onset.question.range.to),
      ].filter(Boolean),
      ...tableOf(curve),
      file: own.file,
      more: [
        ...this.ofPinned('fi', own, (part) => tableOf(part.curve)),
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
  }
}
customElements.define('rate-view', RateView);
