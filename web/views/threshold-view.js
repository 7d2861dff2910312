// views/threshold-view.js: the smallest currents that make the cell fire, and how they depend on the duration of the step.
import {emit} from '../plot/door.js';
import {quantities} from '../engine/quantities.js';
import {focusedBeside} from '../plot/place.js';
import {formula} from '../words/format.js';
import {AnalysisPanel, READING, STOP, TABLE} from './analysis-panel.js';
import {strengthPlot} from '../plot/strength-plot.js';

class ThresholdView extends AnalysisPanel {
  /** @type {ReturnType<typeof strengthPlot> | undefined} */
  #plot;
  /** @type {ReturnType<AnalysisPanel['fields']> | undefined} */
  #range;

  parts = `
    <div class="found"></div>
    <div class="curve strength"><p class="plot-note" hidden></p></div>
    ${READING}
    <p class="said rheobase-said"></p>
    <p class="said strength-said"></p>
    <div class="asks lengths">${TABLE}
      ${STOP}</div>`;

  get prompt() {
    return this.words.thresholds.prompt;
  }

  make() {
    this.chooseProtocol();
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
  draw({runs, selected, opening, answers: {rheobase, strength, ghosts}}) {
    const {words} = this;
    const {experiment} = runs[selected];
    const {part: curve, question} = strength;
    this.#range?.show(question.range, opening);
    this.#found(rheobase, experiment);
    const {found} = rheobase.stale ? {} : (rheobase.part ?? {});
    this.say('.rheobase-said', rheobase.error || words.thresholds.state(found));
    const whole = strength.done && !strength.stale;
    this.say('.strength-said', whole ? words.thresholds.curve(curve, this.setting) : '');
    this.say('.plot-note', strength.error || words.thresholds.note(curve, whole, this.setting));
    const said = words.thresholds.describe(curve, question.range);
    this.#plot?.draw(curve, question.range, said, ghosts.strength, whole);
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
    const focused = focusedBeside(this)?.closest('.found [data-row]')?.getAttribute('data-row');
    const rows = [];
    if (found) {
      rows.push(this.#row(words.thresholds.single, found.first, found.setting, found.within, duration));
      rows.push(this.#row(words.thresholds.lasting, found.lasting, found.setting, null, duration));
    }
    const closed = words.thresholds.forms(forms);
    if (closed) {
      const compared = document.createElement('div');
      compared.append(`${words.thresholds.compared} `, formula(closed));
      rows.push(compared);
    }
    box.replaceChildren(...rows);
    if (focused) /** @type {HTMLElement | null} */ (box.querySelector(`[data-row="${focused}"]`))?.focus();
  }

  /** @param {string} name @param {Sought} sought @param {ProtocolSetting} setting @param {number | null} within @param {number} duration */
  #row(name, sought, setting, within, duration) {
    const {words} = this;
    const row = document.createElement('div');
    const value = document.createElement('span');
    row.append(`${name}${sought.amplitude === null ? ':' : ''} `, value);
    if (sought.amplitude === null) {
      value.append(formula(words.thresholds.reason(sought.reason_id, setting, sought.runs_away_from)));
      return row;
    }
    value.className = 'value';
    value.textContent = words.thresholds.value(sought.amplitude);
    if (sought.shown !== null) row.append(' ', this.#button(name, sought, setting, duration));
    const details = words.thresholds.details(sought, within, duration, setting);
    if (details) row.append(` (${details})`);
    return row;
  }

  /** A button that runs the amplitude on its label. @param {string} name @param {Sought} sought @param {ProtocolSetting} setting @param {number} lasts the duration of the run on show, in ms */
  #button(name, {amplitude, shown, duration}, setting, lasts) {
    const {words} = this;
    const longer = duration !== null && duration > lasts ? duration : null;
    const above = Number(shown) - Number(amplitude);
    const far = above > 2e-3 && above > 0.015 * Math.abs(Number(amplitude)); // "just above" means 1 % above
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small quiet show';
    button.dataset.row = name;
    button.dataset.amplitude = String(shown);
    button.textContent = words.thresholds.show(Number(shown), longer);
    button.title = words.thresholds.showHint(name, setting, longer, far);
    button.setAttribute('aria-label', `${button.textContent}: ${button.title}`);
    button.addEventListener('click', () => this.#run({amplitude: shown, duration}));
    return button;
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
    const {duration, current} = part;
    const {experiment} = this.runShown;
    return {
      heading: words.thresholds.tableTitle,
      notes: [words.asking.said(this.setting, experiment), words.thresholds.curve(part, this.setting)],
      quantities: quantities('strength_duration', ['duration', 'current']),
      rows: Array.from(duration, (at, i) => [at, current[i]]),
      file: 'strength-duration.csv',
    };
  }
}
customElements.define('threshold-view', ThresholdView);
