// views/bifurcation-view.js: the bifurcation diagram over the current or a parameter: what is asked, what is found, in words.
import {emit} from '../plot/door.js';
import {rounded} from '../session/ranges.js';
import {heldCurrents, withAmplitude} from '../session/stimulus.js';
import {burstExtents, runawayStretches, sweptAt, sweptValues} from '../engine/swept.js';
import {problem} from '../words/problems.js';
import {AnalysisPanel, READING, STOP, TABLE} from './analysis-panel.js';
import {bifurcationPlot} from '../plot/bifurcation-plot.js';
import {roundRange} from '../plot/chart.js';

/** The marks at which rest or firing changes. */
const CHANGES = new Set(['saddle_node', 'andronov_hopf', 'homoclinic', 'invariant_parabola']);
/** A direction of a sweep of which nothing is known. */
const noSweep = () => ({
  value: [],
  rate: [],
  cycle: [],
  burst_spikes: [],
  burst_gap: [],
  after_value: [],
  after_u: [],
  runs_away: [],
  slow: [],
  slow_below: [],
  undecided: [],
  edges: [],
});
const NOTHING = {
  skeleton: {
    lower: {value: [], v: [], u: [], kind: []},
    upper: {value: [], v: [], u: [], kind: []},
    marks: [],
    stopped: null,
    invalid: {path: '', code: '', value: 0, low: null, high: null, unit: ''},
  },
  up: noSweep(),
  down: noSweep(),
  firing: null,
  cycle: {value: [], v_low: [], v_high: []},
};

class BifurcationView extends AnalysisPanel {
  /** @type {ReturnType<typeof bifurcationPlot> | undefined} */
  #plot;
  /** @type {ReturnType<AnalysisPanel['fields']> | undefined} */
  #fields;
  /** What the fields were built for. */
  #swept = '';
  #opened = '';

  parts = `
    <div class="curve tall"><p class="plot-note" hidden></p></div>
    ${READING}
    <div class="asks">
      <label class="over"><span></span> <select class="parameter"></select></label>
      <div class="fields"></div>
      <button type="button" class="small quiet bursts" aria-pressed="false"></button>
      <button type="button" class="small quiet zoom"></button>
      ${TABLE}
      ${STOP}
    </div>
    <p class="said"></p>
    <p class="key"></p>`;

  get prompt() {
    return this.words.bifurcation.prompt;
  }

  make() {
    const {bifurcation} = this.words;
    this.#swept = '';
    this.at('.bursts').textContent = bifurcation.bursts;
    this.at('.bursts').title = bifurcation.burstsHint;
    this.at('.over span').textContent = bifurcation.over;
    this.at('.zoom').textContent = bifurcation.zoom;
    this.at('.zoom').title = bifurcation.zoomHint;
    this.at('.zoom').addEventListener('click', () => this.#zoom());
    this.at('.bursts').addEventListener('click', () => {
      this.toggleAttribute('data-bursts');
      this.redraw();
    });
    const parameter = /** @type {HTMLSelectElement} */ (this.at('.parameter'));
    parameter.addEventListener('change', () => this.#ask({parameter: parameter.value}));
    this.#plot = bifurcationPlot(
      this.at('.curve'),
      (index) => this.readOut(index < 0 ? undefined : index, this.#say(index), this.#value(index) !== undefined),
      (index) => this.#run(index),
      (index) => this.#say(index),
    );
    return [this.#plot];
  }

  runText() {
    return this.words.bifurcation.run;
  }

  run() {
    this.#run(this.read ?? -1);
  }

  /** @param {Schema} schema */
  furnish({questions}) {
    const select = /** @type {HTMLSelectElement} */ (this.at('.parameter'));
    const field = questions.sweep.fields.find(({name}) => name === 'parameter');
    for (const name of /** @type {ChoiceField} */ (field).options)
      select.add(new Option(this.words.bifurcation.parameter(name), name));
  }

  /** The unit of what is swept. @param {string} parameter */
  #unit(parameter) {
    const cell = /** @type {PartField | undefined} */ (this.itsSchema?.fields.find(({name}) => name === 'cell'));
    return cell?.fields?.find(({name}) => name === parameter)?.unit ?? this.words.bifurcation.currentUnit();
  }

  /** Another parameter has another unit, and needs to be told the current. @param {string} parameter */
  #buildFields(parameter) {
    if (this.#swept === parameter || !this.itsSchema) return;
    this.#swept = parameter;
    const unit = this.#unit(parameter);
    const fields = /** @type {NumberField[]} */ (
      this.itsSchema.questions.sweep.fields.filter(
        ({type, name}) => type === 'number' && (name !== 'current' || parameter !== 'current'),
      )
    ).map((field) => (['from', 'to'].includes(field.name) ? {...field, unit} : field));
    this.#fields = this.fields('sweep', fields);
    this.at('.fields').replaceChildren(this.#fields.row);
  }

  /** @param {any} partial */
  #ask(partial) {
    const {sweep} = this.shown.answers.bifurcation.question;
    emit(this, 'ask', {name: 'sweep', current: sweep, partial});
  }

  /** What has been found; of another question, nothing. */
  get #found() {
    const answer = this.shown?.answers.bifurcation;
    return answer?.part && !answer.stale ? answer.part : NOTHING;
  }

  /** @param {import('./analysis-panel.js').Answered} results */
  draw({preset, edited, runs, selected, opening, highlight, answers}) {
    const {words} = this;
    const answer = answers.bifurcation;
    if (preset.id !== this.#opened && !edited) {
      this.toggleAttribute('data-bursts', preset.view.plot === 'bursts');
      this.#opened = preset.id;
    }
    const {sweep} = answer.question;
    const shown = answer.part ?? NOTHING;
    const bursts = this.hasAttribute('data-bursts');
    this.#buildFields(sweep.parameter);
    this.#fields?.show(sweep, opening);
    /** @type {HTMLSelectElement} */ (this.at('.parameter')).value = sweep.parameter;
    this.at('.bursts').setAttribute('aria-pressed', String(bursts));
    const unit = this.#unit(sweep.parameter);
    // Before anything is known, "no resting state" would be a claim.
    const said = answer.stale || !answer.part ? '' : this.#summary(shown, sweep, unit, answer.done);
    this.#plot?.draw({
      found: shown,
      whole: answer.done && !answer.stale,
      ghosts: answers.ghosts.bifurcation,
      sweep,
      bursts,
      own: this.#own(runs[selected], sweep.parameter),
      highlight: sweep.parameter === 'current' ? highlight : null,
      axis: words.bifurcation.axis(sweep.parameter, unit),
      label: `${words.bifurcation.title(sweep, unit)} ${said || words.bifurcation.working}`,
    });
    this.say('.said', said);
    this.say('.key', bursts ? words.bifurcation.burstKey : words.bifurcation.key);
    /** @type {HTMLButtonElement} */ (this.at('.zoom')).disabled = !shown.skeleton.marks.some(
      (/** @type {{id: string}} */ {id}) => CHANGES.has(id),
    );
    this.say('.plot-note', answer.error || (answer.part ? '' : words.bifurcation.working));
  }

  /** The values that the run on show has of what is swept. @param {Result} run @param {Parameter} parameter */
  #own(run, parameter) {
    return parameter === 'current' ? heldCurrents(run) : [run.experiment.cell[parameter]];
  }

  /** @param {any} found @param {Sweep} sweep @param {string} unit @param {boolean} done */
  #summary(found, sweep, unit, done) {
    const {words} = this;
    const {skeleton, up, down, firing} = found;
    const said = [words.bifurcation.under(sweep)];
    if (skeleton.stopped !== null)
      said.push(
        words.bifurcation.stopped(sweep.parameter, skeleton.stopped, unit, problem(this.words, skeleton.invalid)),
      );
    said.push(words.bifurcation.rest(skeleton, unit));
    const away = done ? runawayStretches(up) : [];
    if (away.length) said.push(words.bifurcation.away(away, unit));
    if (done && firing)
      said.push(
        words.bifurcation.firing(firing, unit, away.length > 0),
        ...firing.bistable.map((/** @type {BistableRange} */ range) => words.bifurcation.both(range, unit)),
      );
    if (done && this.hasAttribute('data-bursts'))
      said.push(words.bifurcation.burstsFound(burstExtents(up, down), sweep, unit));
    return said.filter(Boolean).join(' ');
  }

  progress() {
    const {done, stale, part, question} = this.shown.answers.bifurcation;
    if (done) return '';
    const {up, down} = stale ? NOTHING : (part ?? NOTHING);
    return this.words.bifurcation.progress(sweptValues(up).length, sweptValues(down).length, question.sweep.points);
  }

  /** From a little below the lowest value at which rest or firing changes to a little above the highest. */
  #zoom() {
    const values = this.#found.skeleton.marks
      .filter((/** @type {{id: string}} */ {id}) => CHANGES.has(id))
      .map((/** @type {{value: number}} */ {value}) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const {min, max} = roundRange(low - 0.1 * (high - low), high + 0.1 * (high - low));
    if (values.length) this.#ask({from: min, to: max});
  }

  /** The value at a place of the read-out. @param {number} index */
  #value(index) {
    const {up, skeleton} = this.#found;
    const swept = sweptValues(up);
    return (swept.length ? swept : skeleton.lower.value)[index];
  }

  /** @param {number} index */
  #say(index) {
    const value = this.#value(index);
    if (value === undefined) return '';
    const {sweep} = this.shown.answers.bifurcation.question;
    return this.words.bifurcation.say(sweptAt(this.#found, value), value, sweep.parameter, this.#unit(sweep.parameter));
  }

  /** Runs the value at a place; the range stays what it is. @param {number} index */
  #run(index) {
    const value = this.#value(index);
    if (value === undefined) return;
    const {parameter, current, from, to, points} = this.shown.answers.bifurcation.question.sweep;
    const read = rounded(value, (to - from) / (points - 1) / 100); // without digits that nobody read
    this.#ask({});
    const run = this.runShown;
    const amplitude = parameter === 'current' ? read : current;
    const held = heldCurrents(run);
    emit(this, 'edit', {
      ...(parameter === 'current' ? {} : {cell: {[parameter]: read}}),
      // The diagram is that of one steady current.
      ...(held.length === 1 && held[0] === amplitude
        ? {}
        : {stimulus: withAmplitude(run.experiment.stimulus, amplitude)}),
    });
  }

  table() {
    const {words} = this;
    const {sweep} = this.shown.answers.bifurcation.question;
    const unit = this.#unit(sweep.parameter);
    return {
      heading: words.bifurcation.tableTitle(sweep.parameter),
      notes: [this.at('.said').dataset.said ?? ''],
      ...words.bifurcation.tableOf(this.#found, sweep.parameter, unit),
      file: 'bifurcation.csv',
      more: [true, false].map((up) => ({
        title: words.bifurcation.afterTitle(up),
        ...words.bifurcation.afterOf(this.#found[up ? 'up' : 'down'], sweep.parameter, unit),
        file: `bifurcation-u-${up ? 'up' : 'down'}.csv`,
      })),
    };
  }
}
customElements.define('bifurcation-view', BifurcationView);
