// views/compare-view.js: the pinned runs beside the run on show: their measures, and what differs between them.
import {html, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {focusedBeside, hasFocus} from '../plot/place.js';
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';
import {differences} from '../session/differences.js';
import {MOST_GHOSTS} from '../session/pinned.js';
import {GHOST_DASHES} from '../plot/palette.js';
import {lineSample} from '../plot/line-sample.js';
import {MEASURES, writtenMeasures} from './measures.js';
import {View} from './view.js';

/** @param {any} whole @param {string} path */
const valueAt = (whole, path) => path.split('.').reduce((inner, key) => inner?.[key], whole);

/** Whether the path `inner` lies strictly within `outer`, as 'cell.C' does within 'cell'. @param {string} inner @param {string} outer */
const within = (inner, outer) => inner !== outer && inner.startsWith(`${outer}.`);

/** The measures: a row for each, with its label and one value per run. @param {Words} words @param {Result[]} all @returns {string[][]} */
function measureRows(words, all) {
  const steady = words.measures.steady_rate({...all[0].measures, steady_k: null, steady_from: null});
  const written = all.map(({measures}) => writtenMeasures(words, measures));
  return [
    ...MEASURES.map((key) => [key === 'steady_rate' ? steady : words.measures[key], ...written.map((one) => one[key])]),
    [words.compare.pattern, ...all.map(({pattern}) => words.patterns[pattern.kind])],
  ];
}

/**
 * From where on the cells fire: a row for the first spike and one for lasting firing; none where they are to be found.
 * @param {Words} words @param {Result[]} all @param {any} firing what is known of the run on show @param {any[]} theirs of the pinned runs
 * @returns {string[][]}
 */
function firingRows(words, [run, ...ghosts], firing, theirs) {
  const own = firing?.stale ? undefined : firing?.part;
  const known = [
    own,
    ...ghosts.map(({experiment}, i) =>
      differences(run.experiment.cell, experiment.cell, 'cell').length ? theirs[i] : own,
    ),
  ];
  const row = (/** @type {string} */ name, /** @type {'first' | 'lasting'} */ key) => [
    name.toLowerCase(),
    ...known.map((one) =>
      !one
        ? '…'
        : one[key] === null
          ? words.none
          : withUnit(words.numbers.readOut(one[key], unitOf('current')), unitOf('current')),
    ),
  ];
  return [row(words.tabs.thresholds, 'first'), row(words.thresholds.lasting, 'lasting')];
}

/** A row for each setting in which some pinned run differs from the run on show. @param {Words} words @param {Result[]} all @returns {string[][]} */
function differenceRows(words, [run, ...ghosts]) {
  const found = ghosts.flatMap(({experiment}) => differences(run.experiment, experiment).map(({path}) => path));
  const paths = [...new Set(found)];
  // If one run differs in a whole part, such as the stimulus, the other runs' differences within that part get no rows.
  return paths
    .filter((path) => !paths.some((other) => within(path, other)))
    .map((path) => [
      words.compare.label(path),
      ...[run, ...ghosts].map(({experiment}) => words.compare.value(path, valueAt(experiment, path))),
    ]);
}

/** @param {string[]} row */
const line = ([label, own, ...others]) => html`
  <tr>
    <th scope="row" .innerHTML=${label}></th><td>${own}</td>
    ${others.map((value) => html`<td class=${value === own ? '' : 'other'}>${value}</td>`)}
  </tr>`;

class CompareView extends View {
  /** @param {Results & {answers?: any}} results */
  set results({runs, selected, ghosts, comparisons, revealed, answers}) {
    const {words} = this;
    const {compare} = words;
    const run = runs[selected];
    const all = [run, ...ghosts];
    const full = ghosts.length >= MOST_GHOSTS;
    const focused = hasFocus(this) ? focusedBeside(this) : null;
    const page = html`
      <div class="asks">
        <button type="button" class="small pin" title=${compare.pinHint} aria-disabled=${full}
          @click=${() => this.#ask('pin')}>${compare.pin}</button>
      </div>
      <p class="said">${ghosts.map(({name}, index) => compare.against(name, comparisons[index])).join(' ') || compare.none}</p>
      <table class="comparison" ?hidden=${!ghosts.length}>
        <caption class="unseen">${compare.caption}</caption>
        <thead>
          <tr>
            <td></td><th scope="col">${lineSample([], 'v')}${compare.own}<br>${words.runLabel(run)}</th>
            ${ghosts.map(({name}, index) => this.#heading(name, index))}
          </tr>
        </thead>
        <tbody>${[...measureRows(words, all), ...(revealed ? firingRows(words, all, answers.firing, answers.ghosts.firing) : []), ...differenceRows(words, all)].map(line)}</tbody>
      </table>`;
    render(page, this);
    if (!focused || focused.isConnected) return;
    // The focused button went with its run: focus the same button of the last run left, or else Pin.
    const others = this.querySelectorAll(`[data-of^=${focused.dataset.of?.replace(/\d+$/, '')}]`);
    /** @type {HTMLElement} */ ([...others].pop() ?? this.querySelector('.pin')).focus();
  }

  /** The heading of a pinned run: its name, which can be edited, and buttons to swap and to remove it. @param {string} name @param {number} index */
  #heading(name, index) {
    const {compare} = this.words;
    const rename = (/** @type {{target: HTMLInputElement}} */ {target}) => {
      target.value = target.value.trim() || name;
      this.#ask('rename', index, target.value);
    };
    const tool = (/** @type {'swap' | 'remove'} */ of, /** @type {string} */ sign, /** @type {string} */ what) => html`
      <button type="button" class="small quiet" data-of="${of}-${index}" title=${compare[of](name)}
        @click=${() => this.#ask(what, index)}><span aria-hidden="true">${sign}</span></button>`;
    return html`
      <th scope="col">
        ${lineSample(GHOST_DASHES[index], 'ghost')}${index + 1}
        <input data-of="name-${index}" maxlength="60" size=${Math.max(8, Math.min(26, name.length))} .value=${name}
          aria-label=${compare.nameOf(index)} @change=${rename}>
        <div class="ghost-tools">${tool('swap', '⇄', 'swap')}${tool('remove', '×', 'unpin')}</div>
      </th>`;
  }

  /** @param {string} what @param {number} [index] @param {string} [name] */
  #ask(what, index, name) {
    emit(this, 'ghost', {what, index, name});
  }
}
customElements.define('compare-view', CompareView);
