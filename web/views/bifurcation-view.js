// views/bifurcation-view.js: the bifurcation diagram over the current or a parameter of the cell, with its fields and its
// sentences.
import {emit} from '../plot/door.js';
import {stabilityOf, unitOf} from '../engine/quantities.js';
import {rounded} from '../session/ranges.js';
import {withAmplitude} from '../session/stimulus.js';
import {places, reached, rowAt} from '../engine/swept.js';
import {problem} from '../words/problems.js';
import {tell} from '../words/tell.js';
import {AnalysisPanel, READING, STOP, TABLE} from './analysis-panel.js';
import {bifurcationPlot} from '../plot/bifurcation-plot.js';
import {roundRange} from '../plot/chart.js';

/** The marks at which rest or firing changes. */
const CHANGES = new Set(['saddle_node', 'andronov_hopf', 'homoclinic', 'invariant_parabola']);
/** A table with these columns and no rows. @param {string} names separated by spaces @returns {any} */
const empty = (names) => Object.fromEntries(names.split(' ').map((name) => [name, []]));
const SWEPT = 'does rate below cycle burst_spikes burst_gap';
const NOTHING = {
  skeleton: {lower: empty('value v u kind'), upper: empty('value v u kind'), marks: [], stopped: null, text: null},
  cycle: empty('value v_low v_high'),
  after_up: empty('after_value after_u'),
  after_down: empty('after_value after_u'),
  diagram: {
    rows: {
      ...empty('value rest_known rest_v rest_kind saddle_known saddle_v cycle_known v_low v_high'),
      up: empty(SWEPT),
      down: empty(SWEPT),
    },
    runs_away: [],
    firing: {bistable: []},
    text: null,
    bursts: null,
  },
};

class BifurcationView extends AnalysisPanel {
  /** @type {ReturnType<typeof bifurcationPlot> | undefined} */
  #plot;
  /** @type {ReturnType<AnalysisPanel['fields']> | undefined} */
  #fields;
  /** The parameter for which the fields were built. */
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
  build({questions}) {
    const select = /** @type {HTMLSelectElement} */ (this.at('.parameter'));
    const field = questions.sweep.fields.find(({name}) => name === 'parameter');
    for (const name of /** @type {ChoiceField} */ (field).options)
      select.add(new Option(this.words.bifurcation.parameter(name), name));
  }

  /** The unit of the swept parameter. @param {string} parameter */
  #unit(parameter) {
    const cell = /** @type {PartField | undefined} */ (this.itsSchema?.fields.find(({name}) => name === 'cell'));
    return cell?.fields?.find(({name}) => name === parameter)?.unit ?? this.words.bifurcation.currentUnit();
  }

  /** Rebuilds the fields for another parameter: the unit changes, and a sweep of the cell also needs a current. @param {string} parameter */
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

  /** What has been found so far; nothing if the answer belongs to an earlier question. */
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
    // Nothing is said before the first results: "no resting state" would be a claim.
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
    this.say('.plot-note', answer.error || this.waiting('.curve', !answer.part));
  }

  /** The values that the swept parameter takes in the run on show. @param {Result} run @param {Parameter} parameter */
  #own(run, parameter) {
    return parameter === 'current' ? Array.from(run.held) : [run.experiment.cell[parameter]];
  }

  /** @param {any} found @param {Sweep} sweep @param {string} unit @param {boolean} done */
  #summary(found, sweep, unit, done) {
    const {words} = this;
    const {skeleton, diagram} = found;
    const said = [words.bifurcation.under(sweep)];
    if (skeleton.stopped !== null)
      said.push(words.bifurcation.stopped(sweep.parameter, skeleton.stopped, unit, problem(words, skeleton.invalid)));
    said.push(tell(words, skeleton.text));
    if (done) said.push(tell(words, diagram.text));
    if (done && this.hasAttribute('data-bursts')) said.push(tell(words, diagram.bursts));
    return said.filter(Boolean).join(' ');
  }

  progress() {
    const {done, stale, part, question} = this.shown.answers.bifurcation;
    if (done) return '';
    const {up, down} = (stale ? NOTHING : (part ?? NOTHING)).diagram.rows;
    return this.words.bifurcation.progress(reached(up.does).length, reached(down.does).length, question.sweep.points);
  }

  /** Sets the range so that it spans all values at which rest or firing changes, with a tenth to spare on either side. */
  #zoom() {
    const values = this.#found.skeleton.marks
      .filter((/** @type {{id: string}} */ {id}) => CHANGES.has(id))
      .map((/** @type {{value: number}} */ {value}) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const {min, max} = roundRange(low - 0.1 * (high - low), high + 0.1 * (high - low));
    if (values.length) this.#ask({from: min, to: max});
  }

  /** The row of the table at a position of the read-out. @param {number} index @returns {number | undefined} */
  #row(index) {
    return places(this.#found.diagram.rows)[index];
  }

  /** The swept value at a position of the read-out. @param {number} index */
  #value(index) {
    const row = this.#row(index);
    return row === undefined ? undefined : this.#found.diagram.rows.value[row];
  }

  /** @param {number} index */
  #say(index) {
    const row = this.#row(index);
    if (row === undefined) return '';
    const {rows} = this.#found.diagram;
    const {parameter} = this.shown.answers.bifurcation.question.sweep;
    return this.words.bifurcation.say(rowAt(rows, row), rows.value[row], parameter, this.#unit(parameter));
  }

  /** Runs the experiment with the value at a position of the read-out; the range of the sweep stays as it is. @param {number} index */
  #run(index) {
    const value = this.#value(index);
    if (value === undefined) return;
    const {parameter, current, from, to, points} = this.shown.answers.bifurcation.question.sweep;
    const read = rounded(value, (to - from) / (points - 1) / 100); // a hundredth of the spacing: finer digits mean nothing
    this.#ask({});
    const run = this.runShown;
    const amplitude = parameter === 'current' ? read : current;
    const currents = Array.from(run.held);
    emit(this, 'edit', {
      ...(parameter === 'current' ? {} : {cell: {[parameter]: read}}),
      // The diagram is for one steady current, so the run gets the same.
      ...(currents.length === 1 && currents[0] === amplitude
        ? {}
        : {stimulus: withAmplitude(run.experiment.stimulus, amplitude)}),
    });
  }

  /** Every point of the curves of v, with what it is. @param {string} parameter @param {string} unit */
  #branches(parameter, unit) {
    const {bifurcation, stabilities} = this.words;
    const {skeleton, cycle} = this.#found;
    const {lower, upper} = skeleton;
    const rests = [lower, upper].flatMap(({value, v, kind}) =>
      Array.from(value, (at, i) => [at, stabilities[stabilityOf(kind[i])], v[i]]),
    );
    const ends = [cycle.v_low, cycle.v_high].flatMap((v, end) =>
      Array.from(cycle.value, (at, i) => [at, bifurcation.cycleEnds[end], v[i]]),
    );
    return {
      title: bifurcation.branchesTitle,
      quantities: [
        {name: parameter, unit, digits: 'chosen'},
        {name: bifurcation.branch, unit: ''},
        {name: 'v', unit: unitOf('v')},
      ],
      rows: [...rests, ...ends],
      file: 'bifurcation-v.csv',
    };
  }

  table() {
    const {words} = this;
    const {sweep} = this.shown.answers.bifurcation.question;
    const unit = this.#unit(sweep.parameter);
    const own = {title: words.bifurcation.tableTitle(sweep.parameter), file: 'bifurcation.csv'};
    const tableOf = (/** @type {any} */ {diagram}) =>
      words.bifurcation.tableOf((diagram ?? NOTHING.diagram).rows, sweep.parameter, unit);
    return {
      heading: own.title,
      notes: [this.at('.said').dataset.said ?? ''],
      ...tableOf(this.#found),
      file: own.file,
      more: [
        ...this.ofPinned('bifurcation', own, tableOf),
        this.#branches(sweep.parameter, unit),
        ...[true, false].map((up) => ({
          title: words.bifurcation.afterTitle(up),
          ...words.bifurcation.afterOf(this.#found[up ? 'after_up' : 'after_down'], sweep.parameter, unit),
          file: `bifurcation-u-${up ? 'up' : 'down'}.csv`,
        })),
      ],
    };
  }
}
customElements.define('bifurcation-view', BifurcationView);
