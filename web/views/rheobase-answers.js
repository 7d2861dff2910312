// views/rheobase-answers.js: the two currents at which firing begins, large; the zones between them; and which number answers which
// question, beside those of the pinned cells.
import {html, nothing, render} from 'lit-html';
import {paletteOf} from '../plot/palette.js';
import {differences} from '../session/differences.js';
import {bandRange, showing, showingFrom, zonesOf} from '../session/zones.js';
import {formula, withUnit} from '../words/format.js';
import {tell} from '../words/tell.js';
import {setTo} from './set-to.js';
import {zoneBand} from './zone-band.js';

/** So many changes of a pinned cell are named. */
const MOST_NAMED = 2;

/** @typedef {{forms: OnsetForm[], found?: ProtocolThresholds}} Part */

/** Whether a protocol is that of textbooks: a step without end, alone, from rest. @param {ProtocolSetting} setting @param {Experiment} experiment */
const ofTextbooks = ({of, end, method}, {initial, stimulus}) =>
  of === 'from rest' || (initial.kind === 'rest' && stimulus.length === 1 && end === null && method === 'exact');

/** The answers to the four questions, in pA. @param {Part} part */
function answersOf({forms, found}) {
  // A closed form is about a steady current; where the protocol's step makes none, it is given as it is.
  const at = (/** @type {OnsetForm | undefined} */ form) => form?.amplitude ?? form?.value ?? null;
  const of = (/** @type {string} */ symbol) => at(forms.find((one) => one.symbol === symbol));
  return {
    first: found?.first.amplitude ?? null,
    lasting: found?.lasting.amplitude ?? null,
    rest: at(forms.find(({loses_rest}) => loses_rest === 1)),
    fixed: of('I_SN'),
    hopf: of('I_H'),
    star: of('I*'),
  };
}

/**
 * Draws the answers into `box`, and into `which` what each of them is.
 * @param {HTMLElement} box @param {HTMLElement} which @param {Words} words
 * @param {object} shown
 * @param {Part | undefined} shown.part what has been found; of an earlier cell if `late`
 * @param {boolean} shown.late @param {string} shown.error
 * @param {ProtocolSetting} shown.setting @param {Result} shown.run @param {number | null} shown.current of the run, in pA
 * @param {Result[]} shown.ghosts @param {number} shown.kept how many of them are pinned; another one is the run as it was @param {(Part | undefined)[]} shown.theirs what has been found for them
 * @param {{set: (shown: import('../session/zones.js').Showing) => void, pin: () => void, fit: (wanted: Range_) => Range_}} act `fit` answers the stretch of
 *   the band for the one that would show it best
 */
export function drawAnswers(
  box,
  which,
  words,
  {part, late, error, setting, run, current, ghosts, kept, theirs},
  {set, pin, fit},
) {
  const {thresholds: t, numbers} = words;
  const {experiment} = run;
  const found = part?.found;
  const all = answersOf(part ?? {forms: []});
  const value = (/** @type {number} */ at) => numbers.readOut(at, 'pA');
  const amps = (/** @type {number} */ at) => withUnit(value(at), 'pA');
  const textbook = ofTextbooks(setting, experiment);
  const together = found && found.together && all.first !== null;
  const to = setTo(words, experiment.duration, set);
  /** One of the two, large. @param {string} name @param {number | null} at @param {Said | undefined} none why there is none @param {string} of */
  const large = (name, at, none, of) => {
    const reason = found && at === null ? tell(words, none) : '';
    // Of a number that is not there, or not yet, nothing is said; its line keeps its place.
    const about = at === null ? '\u00a0' : of || '\u00a0';
    return html`<p class="answer">
      <b>${at === null ? html`<span>${found ? '–' : '…'}</span>` : html`${value(at)}<small> pA</small>`}</b>
      <strong>${name}</strong> <span>${reason ? formula(reason) : about}</span></p>`;
  };
  const differing = (/** @type {Result} */ ghost) =>
    differences(ghost.experiment.cell, experiment.cell, 'cell').slice(0, MOST_NAMED);
  const said = (/** @type {string} */ path, /** @type {any} */ of) =>
    `${path.replace('cell.', '')} = ${numbers.prose(of)}`;
  const changes = (/** @type {Result} */ ghost) =>
    differing(ghost)
      .map(({path, before}) => said(path, before))
      .join(', ');
  const nameOf = (/** @type {number} */ index) => changes(ghosts[index]) || ghosts[index].name;
  const pinned = theirs.flatMap((one, index) => (one ? [{index, part: one, name: nameOf(index)}] : []));
  const lanes = [
    {name: '', zones: zonesOf(found)},
    ...pinned.map((one) => ({
      name: t[one.index < kept ? 'pinned' : 'before'](one.name),
      zones: zonesOf(one.part.found),
    })),
  ];
  const range = fit(
    bandRange(
      lanes.map(({zones}) => zones),
      current,
    ),
  );
  const {size, reach} = paletteOf(box);
  const box_ = {width: box.clientWidth || 370, size: size(), reach: reach()};
  const own =
    pinned.length === 1
      ? differing(ghosts[pinned[0].index])
          .map(({path, after}) => said(path, after))
          .join(', ')
      : '';
  const others = pinned.map((one) => answersOf(one.part));
  /** A run that shows what a number is of. @param {string} key @param {number} at */
  const shownBy = (key, at) => {
    const sought = key === 'first' || key === 'lasting' ? found?.[key] : undefined;
    return sought ? showing(sought) : showingFrom(at, found);
  };
  const button = (/** @type {'first' | 'lasting' | 'rest' | 'fixed'} */ key, /** @type {number} */ at) => {
    const {title, press} = to(shownBy(key, at));
    return html`<button type="button" class="bare" title=${title}
      aria-label=${`${t.questions[key]} ${amps(at)}`} @click=${press}>${amps(at)}</button>`;
  };
  const row = (/** @type {'first' | 'lasting' | 'rest' | 'fixed'} */ key, /** @type {string} */ symbol) => html`
    <tr><th scope="row">${t.questions[key]} ${formula(symbol)}</th>
      <td>${all[key] === null ? numbersNone(found, key) : button(key, all[key])}</td>
      ${others.map((other) => html`<td>${other[key] === null ? '–' : value(other[key])}</td>`)}</tr>`;
  // That the cell is pinned is said until it differs from the one on show, and so has a name of its own below.
  const now = kept > 0 && !differing(ghosts[kept - 1]).length;
  const asked = error || t.askedOf(setting, experiment, textbook, Boolean(found && !together));
  const [beside, instead] = now ? [t.pinnedNow, asked] : [asked, t.pinnedNow];
  const [deed, undone] = kept ? [t.unpin, t.pin] : [t.pin, t.unpin];
  const close = found?.at_parabola === 1;
  render(
    html`
      <div class="answer-pair" ?data-late=${late}>
        ${large(together ? t.both : t.single, all.first, found?.first_said.reason, textbook ? t.textbook : '')}
        ${together ? nothing : large(t.lasting, all.lasting, found?.lasting_said.reason, t.lastingToo)}
      </div>
      <div class="asked-of"><p data-instead=${instead} ?data-now=${now}><span>${beside}</span></p>
        <button type="button" class="quiet small pin-cell" data-instead=${undone} @click=${pin}>${deed}</button></div>
      <div class="band" ?data-late=${late} role="group" aria-label=${t.band}>
        ${lanes[0].zones.length ? zoneBand(words, lanes, range, current, box_, found, to) : nothing}
      </div>
      <table class="questions" aria-label=${t.question} ?data-late=${late}>
        <thead ?hidden=${!pinned.length}><tr><th scope="col">${t.question}</th><th scope="col">${own || words.compare.own}</th>
          ${pinned.map(({name}) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>
          ${row('first', '')}${row('lasting', close ? 'I*' : '')}${row('rest', all.hopf === null ? 'I_SN' : 'I_H')}${row('fixed', 'I_SN')}
        </tbody>
      </table>`,
    box,
  );
  const either = lanes[0].zones.some(({id}) => id === 'either');
  render(found ? formula(t.which({...all, close, textbook, either})) : '', which);
}

/** What stands where there is no number: nothing yet, or none. @param {ProtocolThresholds | undefined} found @param {string} key */
const numbersNone = (found, key) => (found || !['first', 'lasting'].includes(key) ? '–' : '…');
