// views/threshold-view.js: the smallest currents that make the cell fire, and how they depend on the duration of the step.
import {html, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {quantities} from '../engine/quantities.js';
import {formula} from '../words/format.js';
import {equation} from '../words/math.js';
import {tell} from '../words/tell.js';
import {AnalysisPanel, READING, STOP, TABLE} from './analysis-panel.js';
import {keptRange} from '../session/zones.js';
import {drawAnswers} from './rheobase-answers.js';
import {roving} from '../plot/roving.js';
import {strengthPlot} from '../plot/strength-plot.js';

class ThresholdView extends AnalysisPanel {
  /** @type {ReturnType<typeof strengthPlot> | undefined} */
  #plot;
  /** @type {ReturnType<AnalysisPanel['fields']> | undefined} */
  #range;
  /** The stretch that the band of zones shows, as long as no other preset is opened. @type {{opening: number, range: Range_ | undefined}} */
  #band = {opening: -1, range: undefined};
  /** Keeps the answers one stop of the Tab key. */
  #settle = () => {};

  parts = `
    <div class="first">
      <div class="answers"></div>
      <div class="curve strength"><p class="plot-note" hidden></p></div>
      ${READING}
    </div>
    <p class="which"></p>
    <div class="found"></div>
    <p class="said rheobase-said"></p>
    <p class="said strength-said"></p>
    <div class="asks lengths">${TABLE}
      ${STOP}</div>`;

  get prompt() {
    return this.words.thresholds.prompt;
  }

  make() {
    const {element, said} = this.chooseProtocol();
    this.at('.first').after(element);
    this.at('.found').before(said);
    this.#settle = roving(this.at('.answers'), '.questions button');
    this.#plot = strengthPlot(
      this.at('.strength'),
      (row) => this.readOut(row ?? undefined, row?.text),
      (read) => this.#runStep(read),
    );
    return [this.#plot];
  }

  build() {
    this.#range = this.fields('duration_range');
    this.at('.lengths').prepend(this.#range.row);
  }

  /** @param {import('./analysis-panel.js').Answered} results */
  draw({runs, selected, opening, ghosts: pinned, kept, answers: {axes, rheobase, strength, ghosts}}) {
    const {words} = this;
    const {experiment} = runs[selected];
    const [current = null] = axes[selected].held;
    const {part, stale: late, error} = rheobase;
    const answered = {part, late, error, setting: this.setting, run: runs[selected], current};
    drawAnswers(
      this.at('.answers'),
      this.at('.which'),
      words,
      {...answered, ghosts: pinned, kept, theirs: ghosts.rheobase},
      {
        set: (shown) => this.#run(shown),
        pin: () => emit(this, 'ghost', {what: kept ? 'unpin' : 'pin'}),
        fit: (wanted) => {
          if (this.#band.opening !== opening) this.#band = {opening, range: undefined};
          return part?.found ? (this.#band.range = keptRange(this.#band.range, wanted)) : wanted;
        },
      },
    );
    const {part: curve, question} = strength;
    this.#settle();
    this.#range?.show(question.range, opening);
    this.#found(rheobase, experiment);
    const {found} = rheobase.stale ? {} : (rheobase.part ?? {});
    this.say('.rheobase-said', rheobase.error || tell(words, found?.state));
    const whole = strength.done && !strength.stale;
    this.say('.strength-said', whole ? tell(words, curve?.text) : '');
    const none = whole && !curve?.duration.length ? tell(words, curve?.none) : '';
    const waits = this.waiting('.strength', !curve || none !== '');
    this.say('.plot-note', strength.error || none || waits);
    const said = words.thresholds.describe(curve, question.range);
    this.#plot?.draw(curve, question.range, said, ghosts.strength, whole);
  }

  /** The large answers as a sentence, as far as they are known. */
  get spoken() {
    const answers = [...this.querySelectorAll('.answers .answer')].map((answer) =>
      ['strong', 'b'].map((part) => answer.querySelector(part)?.textContent?.trim()).join(': '),
    );
    return answers.length && !answers.some((one) => one.endsWith('…')) ? `${answers.join('; ')}.` : '';
  }

  progress() {
    const {done, stale, part, question} = this.shown.answers.strength;
    return done ? '' : this.words.fi.progress(stale ? 0 : (part?.duration.length ?? 0), question.range.points);
  }

  /** @param {boolean} fresh */
  runText(fresh) {
    return this.words.fi.run(fresh ? this.read?.above : undefined);
  }

  /** Shows the thresholds, each with a button that runs the amplitude on it, and the closed forms for comparison. @param {any} answer @param {Experiment} experiment */
  #found({part, stale}, {duration}) {
    const {words} = this;
    const {found, forms = []} = stale ? {} : (part ?? {});
    const key = JSON.stringify([found, forms, stale, duration]);
    const box = this.at('.found');
    if (box.dataset.shown === key) return;
    box.dataset.shown = key;
    const closed = forms.map(
      (/** @type {OnsetForm & {formula: string}} */ {symbol, formula: its, value}) => html`
      <div class="closed"><span .innerHTML=${equation([symbol, its], words.numbers.point)}></span> = ${words.thresholds.value(value)}</div>`,
    );
    render(
      html`
        ${found && [this.#row(words.thresholds.single, found.first, found.first_said), this.#row(words.thresholds.lasting, found.lasting, found.lasting_said)]}
        ${closed.length ? html`<div>${words.thresholds.compared}${closed}</div>` : ''}`,
      box,
    );
  }

  /** @param {string} name @param {Sought} sought @param {ThresholdSaid} said */
  #row(name, {amplitude, shown, duration}, said) {
    const {words} = this;
    if (amplitude === null) return html`<div>${name}: <span>${formula(tell(words, said.reason))}</span></div>`;
    const show = tell(words, said.show);
    const hint = `${name}. ${tell(words, said.hint)}`;
    const button =
      show &&
      html` <button type="button" class="small quiet show" data-amplitude=${shown} title=${hint}
      aria-label=${`${show}: ${hint}`} aria-description="" @click=${() => this.#run({amplitude: shown, duration})}>${show}</button>`;
    const details = tell(words, said.details);
    const value = html`<span class="value">${words.thresholds.value(amplitude)}</span>`;
    return html`<div>${name} ${value}${button}${details && ` (${details})`}</div>`;
  }

  /** Runs the step read off the curve. */
  run() {
    if (this.read) this.#runStep(this.read);
  }

  /** @param {{above: number, duration: number}} read */
  #runStep({above, duration}) {
    this.#run({amplitude: above, length: duration});
  }

  /** Runs the chosen protocol. @param {any} detail */
  #run(detail) {
    const {of, stimulus} = this.setting;
    emit(this, 'run-protocol', {protocol: {of, stimulus}, ...detail});
  }

  table() {
    const {words} = this;
    const {part} = this.shown.answers.strength;
    if (!part) return undefined;
    const own = {title: words.thresholds.tableTitle, file: 'strength-duration.csv'};
    const tableOf = (/** @type {ProtocolStrength} */ {duration, current}) => ({
      quantities: quantities('strength_duration', ['duration', 'current']),
      rows: Array.from(duration, (at, i) => [at, current[i]]),
    });
    return {
      heading: own.title,
      notes: [tell(words, this.setting.text), tell(words, part.text)],
      ...tableOf(part),
      file: own.file,
      more: this.ofPinned('strength', own, tableOf),
    };
  }
}
customElements.define('threshold-view', ThresholdView);
