// views/bifurcation-view.js: the bifurcation diagram over the current or a parameter: what is asked, what is found, in words.
import {rounded} from '../session/ranges.js';
import {heldCurrents, withAmplitude} from '../session/stimulus.js';
import {runawayStretches, sweptValues} from '../engine/swept.js';
import {whenGone} from '../plot/place.js';
import {words} from '../words/words.js';
import {bifurcationPlot} from '../plot/bifurcation-plot.js';
import {roundRange} from '../plot/chart.js';
import {say} from './prose.js';
import {questionFields} from './question-fields.js';

const KIND = 'bifurcation';
/** The marks at which rest or firing changes. */
const CHANGES = new Set(['saddle_node', 'andronov_hopf', 'homoclinic', 'invariant_parabola']);
const NOTHING = {
  skeleton: {
    lower: {value: [], v: [], u: [], kind: []},
    upper: {value: [], v: [], u: [], kind: []},
    marks: [],
    stopped: null,
    reason: '',
  },
  up: {
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
  },
  down: {
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
  },
  firing: null,
  cycle: {value: [], v_low: [], v_high: []},
};

class BifurcationView extends HTMLElement {
  #plot;
  /** @type {Schema | undefined} */
  #schema;
  /** @type {ReturnType<typeof questionFields> | undefined} */
  #fields;
  /** What the fields were built for. */
  #swept = '';
  #opened = '';
  /** @type {(Results & {answers: Record<string, any>}) | undefined} */
  #results;
  #read = -1;

  connectedCallback() {
    if (this.#plot) return;
    this.innerHTML = `
      <div class="curve tall"><p class="plot-note" hidden></p></div>
      <div class="reading"><p class="read-out"></p><button type="button" class="small run-this" disabled></button></div>
      <div class="asks">
        <label class="over"><span></span> <select class="parameter"></select></label>
        <div class="fields"></div>
        <button type="button" class="small quiet bursts" aria-pressed="false"></button>
        <button type="button" class="small quiet zoom"></button>
        <button type="button" class="small quiet table"></button>
        <button type="button" class="small quiet stop" data-idle></button>
      </div>
      <p class="said"></p>
      <p class="key"></p>`;
    const {bifurcation} = words;
    this.#part('.run-this').textContent = bifurcation.run;
    this.#part('.bursts').textContent = bifurcation.bursts;
    this.#part('.bursts').title = bifurcation.burstsHint;
    this.#part('.table').textContent = bifurcation.table;
    this.#part('.over span').textContent = bifurcation.over;
    this.#part('.read-out').textContent = bifurcation.prompt;
    this.#part('.run-this').addEventListener('click', () => this.#run(this.#read));
    this.#part('.table').addEventListener('click', () => this.#table());
    this.#part('.stop').addEventListener('click', () => {
      this.#dispatch(this.#part('.stop').hasAttribute('data-stopped') ? 'resume' : 'stop', KIND);
    });
    this.#part('.zoom').textContent = bifurcation.zoom;
    this.#part('.zoom').title = bifurcation.zoomHint;
    this.#part('.zoom').addEventListener('click', () => this.#zoom());
    this.#part('.bursts').addEventListener('click', () => {
      this.toggleAttribute('data-bursts');
      this.#draw();
    });
    const parameter = /** @type {HTMLSelectElement} */ (this.#part('.parameter'));
    parameter.addEventListener('change', () => this.#ask({parameter: parameter.value}));
    this.#plot = bifurcationPlot(
      this.#part('.curve'),
      (index) => this.#readOut(index),
      (index) => this.#run(index),
      (index) => this.#say(index),
    );
    this.#buildSelect();
  }

  disconnectedCallback() {
    whenGone(this, () => this.#close());
  }

  #close() {
    this.#plot?.destroy();
    this.#plot = this.#fields = undefined;
    this.#swept = '';
    this.replaceChildren();
  }

  /** What it may be asked with, and the parameters' units. @param {Schema} schema */
  set schema(schema) {
    this.#schema = schema;
    this.#buildSelect();
  }

  /** @param {Results & {answers: Record<string, any>}} results */
  set results(results) {
    const {preset, edited} = results;
    if (preset.id !== this.#opened && !edited) {
      this.toggleAttribute('data-bursts', preset.view.plot === 'bursts');
      this.#opened = preset.id;
    }
    this.#results = results;
    this.#draw();
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  #buildSelect() {
    const select = /** @type {HTMLSelectElement | null} */ (this.querySelector('.parameter'));
    if (!this.#schema || !select || select.options.length) return;
    const field = this.#schema.questions.sweep.fields.find(({name}) => name === 'parameter');
    for (const name of /** @type {ChoiceField} */ (field).options)
      select.add(new Option(words.bifurcation.parameter(name), name));
  }

  /** The unit of what is swept. @param {string} parameter */
  #unit(parameter) {
    const cell = /** @type {PartField | undefined} */ (this.#schema?.fields.find(({name}) => name === 'cell'));
    return cell?.fields?.find(({name}) => name === parameter)?.unit ?? words.bifurcation.currentUnit();
  }

  /** Another parameter has another unit, and needs to be told the current. @param {string} parameter */
  #buildFields(parameter) {
    if (this.#swept === parameter || !this.#schema) return;
    this.#swept = parameter;
    const unit = this.#unit(parameter);
    const fields = /** @type {NumberField[]} */ (
      this.#schema.questions.sweep.fields.filter(
        ({type, name}) => type === 'number' && (name !== 'current' || parameter !== 'current'),
      )
    ).map((field) => (['from', 'to'].includes(field.name) ? {...field, unit} : field));
    this.#fields = questionFields(this, 'sweep', fields);
    this.#part('.fields').replaceChildren(this.#fields.row);
  }

  /** @param {any} partial */
  #ask(partial) {
    const {sweep} = this.#results?.answers[KIND].question;
    this.#dispatch('ask', {name: 'sweep', current: sweep, partial});
  }

  /** What has been found; of another question, nothing. */
  get #found() {
    const answer = this.#results?.answers[KIND];
    return answer?.part && !answer.stale ? answer.part : NOTHING;
  }

  #draw() {
    if (!this.#results || !this.#plot) return;
    const {runs, selected, opening, highlight, answers} = this.#results;
    const answer = answers[KIND];
    const {sweep} = answer.question;
    const shown = answer.part ?? NOTHING;
    const bursts = this.hasAttribute('data-bursts');
    this.#buildFields(sweep.parameter);
    this.#fields?.show(sweep, opening);
    /** @type {HTMLSelectElement} */ (this.#part('.parameter')).value = sweep.parameter;
    this.#part('.bursts').setAttribute('aria-pressed', String(bursts));
    const unit = this.#unit(sweep.parameter);
    // Before anything is known, "no resting state" would be a claim.
    const said = answer.stale || !answer.part ? '' : this.#summary(shown, sweep, unit, answer.done);
    this.#fresh(false);
    this.#plot.draw({
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
    this.#write('.said', said);
    this.#write('.key', bursts ? words.bifurcation.burstKey : words.bifurcation.key);
    /** @type {HTMLButtonElement} */ (this.#part('.zoom')).disabled = !shown.skeleton.marks.some(
      (/** @type {{id: string}} */ {id}) => CHANGES.has(id),
    );
    this.#write('.plot-note', answer.error || (answer.part ? '' : words.bifurcation.working));
    this.#progress(answer, shown, sweep);
  }

  /** The values that the run on show has of what is swept. @param {Result} run @param {string} parameter */
  #own(run, parameter) {
    return parameter === 'current' ? heldCurrents(run) : [run.experiment.cell[parameter]];
  }

  /** @param {any} found @param {Sweep} sweep @param {string} unit @param {boolean} done */
  #summary(found, sweep, unit, done) {
    const {skeleton, up, down, firing} = found;
    const said = [words.bifurcation.under(sweep)];
    if (skeleton.stopped !== null)
      said.push(words.bifurcation.stopped(sweep.parameter, skeleton.stopped, unit, skeleton.reason));
    said.push(words.bifurcation.rest(skeleton, unit));
    const away = done ? runawayStretches(up) : [];
    if (away.length) said.push(words.bifurcation.away(away, unit));
    if (done && firing)
      said.push(
        words.bifurcation.firing(firing, unit, away.length > 0),
        ...firing.bistable.map((/** @type {BistableRange} */ range) => words.bifurcation.both(range, unit)),
      );
    if (done && this.hasAttribute('data-bursts')) said.push(words.bifurcation.burstsFound(up, down, sweep, unit));
    return said.filter(Boolean).join(' ');
  }

  /** @param {string} selector @param {string} text */
  #write(selector, text) {
    say(this.#part(selector), text);
  }

  /** @param {any} answer @param {any} found @param {Sweep} sweep */
  #progress({done, stopped, stale}, {up, down}, {points}) {
    const button = this.#part('.stop');
    button.toggleAttribute('data-idle', done && !stopped);
    button.toggleAttribute('data-stopped', stopped);
    const [there, back] = stale ? [0, 0] : [sweptValues(up).length, sweptValues(down).length];
    const found = done ? '' : words.bifurcation.progress(there, back, points);
    button.textContent = `${stopped ? words.resume : words.stop} ${found}`;
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
    if (value === undefined || !this.#results) return '';
    const {sweep} = this.#results.answers[KIND].question;
    return words.bifurcation.say(this.#found, value, sweep.parameter, this.#unit(sweep.parameter));
  }

  /** @param {number} index */
  #readOut(index) {
    this.#read = index;
    this.#part('.read-out').textContent = this.#say(index) || words.bifurcation.prompt;
    this.#fresh(this.#value(index) !== undefined);
  }

  /** Whether what was read is of what is on show: only then can it be run. @param {boolean} fresh */
  #fresh(fresh) {
    this.#part('.read-out').toggleAttribute('data-late', !fresh && this.#read >= 0);
    /** @type {HTMLButtonElement} */ (this.#part('.run-this')).disabled = !fresh;
  }

  /** Runs the value at a place; the range stays what it is. @param {number} index */
  #run(index) {
    const value = this.#value(index);
    if (value === undefined || !this.#results) return;
    const {runs, selected, answers} = this.#results;
    const {parameter, current, from, to, points} = answers[KIND].question.sweep;
    const read = rounded(value, (to - from) / (points - 1) / 100); // without digits that nobody read
    this.#ask({});
    const run = runs[selected];
    const amplitude = parameter === 'current' ? read : current;
    const held = heldCurrents(run);
    this.#dispatch('edit', {
      ...(parameter === 'current' ? {} : {cell: {[parameter]: read}}),
      // The diagram is that of one steady current.
      ...(held.length === 1 && held[0] === amplitude
        ? {}
        : {stimulus: withAmplitude(run.experiment.stimulus, amplitude)}),
    });
  }

  #table() {
    if (!this.#results) return;
    const {runs, selected, answers} = this.#results;
    const {sweep} = answers[KIND].question;
    const unit = this.#unit(sweep.parameter);
    const {experiment} = runs[selected];
    this.#dispatch('table', {
      heading: words.bifurcation.tableTitle(sweep.parameter),
      notes: [this.#part('.said').dataset.said ?? ''],
      ...words.bifurcation.tableOf(this.#found, sweep.parameter, unit),
      file: 'bifurcation.csv',
      more: [true, false].map((up) => ({
        title: words.bifurcation.afterTitle(up),
        ...words.bifurcation.afterOf(this.#found[up ? 'up' : 'down'], sweep.parameter, unit),
        file: `bifurcation-u-${up ? 'up' : 'down'}.csv`,
      })),
      experiment,
    });
  }

  /** @param {string} name @param {any} detail */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail}));
  }
}
customElements.define('bifurcation-view', BifurcationView);
