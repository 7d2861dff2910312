// views/time-bar.js: the controls of the cursor: play, step, jump from spike to spike, a slider, fix and release. The time
// window follows the cursor.
import {html} from 'lit-html';
import {emit} from '../plot/door.js';
import {placeOf, wordsOf} from '../plot/place.js';
import {Play, SPEEDS} from '../session/play.js';
import {rounded} from '../session/ranges.js';
import {following} from '../session/time-window.js';
import {elementOf, write} from './dom.js';
import {icon, playButton} from './play-button.js';
import {instantSaid, keyStep} from '../plot/time-cursor.js';
import {askLook} from '../plot/time-zoom.js';

/** The plots that show what is played; when none of them is in view, it pauses. */
const PLOTS = 'trace-view, phase-view';

/** The time at which the selected run ended, in ms: its duration, unless it stopped earlier. @param {Results} results */
function endOf({runs, selected}) {
  const {experiment, recording} = runs[selected];
  return recording.ended.kind === 'finished' ? experiment.duration : recording.ended.time;
}

/** @param {HTMLElement} host */
export function timeBar(host) {
  const words = wordsOf(host);
  const {cursor: texts} = words;
  /** @type {Results | undefined} */
  let shown;
  /** Whether Play is moving the cursor right now. */
  let mine = false;
  /** Whether a button has moved the cursor, so that the new instant is said; the slider says its own. */
  let pressed = false;

  /** @param {number | null} time @param {Payload<'cursor'>['how']} [how] */
  const ask = (time, how) => emit(host, 'cursor', {time, how});
  /** Moves the cursor, and the time window with it. @param {number | undefined} time @param {Payload<'cursor'>['how']} [how] */
  function go(time, how) {
    if (time === undefined || !shown) return;
    const {window, longest} = shown;
    const next = following(window, time, longest);
    if (next !== window) askLook(host, next);
    ask(time, how);
  }

  // --- play ---

  let listening = new AbortController();
  const play = new Play(
    (time) => {
      mine = true;
      go(time, 'play');
      mine = false;
    },
    () => rest(),
  );
  /** The experiments being played. @type {Experiment[]} */
  let played = [];
  function rest() {
    play.stop();
    listening.abort();
    if (shown) show(shown);
  }
  function start() {
    if (!shown) return;
    const {runs, selected, marked, cursor, window} = shown;
    const end = endOf(shown);
    const from = marked && cursor < end ? cursor : window.from < end ? window.from : 0;
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    played = runs.map(({experiment}) => experiment);
    listening = new AbortController();
    const {signal} = listening;
    const place = placeOf(host);
    place.signal.addEventListener('abort', () => play.playing && rest(), {signal});
    document.addEventListener('visibilitychange', () => document.hidden && rest(), {signal});
    const pause = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape') return;
      event.stopImmediatePropagation(); // pauses, but leaves the cursor where it is
      rest();
    };
    place.element.addEventListener('keydown', pause, {signal, capture: true});
    place.door.hear('dragging', () => rest(), signal);
    place.door.hear('cursor', ({how}) => !mine && how !== 'hover' && rest(), signal);
    const inSight = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const {target, isIntersecting} of entries) inSight[isIntersecting ? 'add' : 'delete'](target);
      if (!inSight.size) rest();
    });
    for (const plot of place.all(PLOTS)) observer.observe(plot);
    signal.addEventListener('abort', () => observer.disconnect());
    play.start({from, to: end, stops: reduced ? runs[selected].recording.spikes : undefined});
    show(shown);
  }

  // --- steps ---

  /** The time of the spike before or after the cursor; without a cursor, of the last or the first in the window. @param {number} way -1 or 1 */
  function spike(way) {
    if (!shown) return undefined;
    const {cursor, marked, runs, selected, window} = shown;
    const {spikes} = runs[selected].recording;
    const [first, last] = marked ? [cursor, cursor] : [window.from - 1e-12, window.to + 1e-12];
    return way < 0 ? spikes.filter((time) => time < last).at(-1) : spikes.find((time) => time > first);
  }
  /** Which spike there is at the cursor, as a sentence. @param {Results} results */
  function spikeSaid({cursor, runs, selected}) {
    const index = runs[selected].recording.spikes.indexOf(cursor);
    return index < 0 || !placeOf(host).door.reveals('interval') ? '' : words.interval.one(index, cursor);
  }
  /** The time one step away: a step of the solver if it is fixed, else a thousandth of the window. @param {number} way -1 or 1 */
  function step(way) {
    if (!shown) return undefined;
    const {cursor, runs, selected, window} = shown;
    const {solver} = runs[selected].experiment;
    const size = solver.kind === 'exact' ? keyStep(window.to - window.from) : solver.dt;
    const next = (Math.round(cursor / size) + way) * size;
    const to = solver.kind === 'exact' ? rounded(next, size) : Number(next.toPrecision(12));
    return Math.min(Math.max(to, 0), endOf(shown));
  }

  // --- the bar ---

  const press = () => (play.playing ? rest() : start());
  const toggle = playButton(words, press);
  /** @param {unknown} content @param {string} hint @param {() => void} act */
  const button = (content, hint, act) =>
    elementOf(
      html`<button type="button" class="quiet small" title=${hint} @click=${() => {
        pressed = true;
        act();
      }}><span aria-hidden="true">${content}</span></button>`,
    );
  const back = button(icon('back'), texts.backHint, () => go(spike(-1)));
  const on = button(icon('on'), texts.onHint, () => go(spike(1)));
  const clear = button('×', texts.clear, () => ask(null));
  const bar = elementOf(html`
    <div class="time-tools" role="group" aria-label=${texts.bar}>
      ${button(icon('start'), texts.start, () => go(0))}
      ${back}
      ${button('‹', texts.stepBack, () => go(step(-1)))}
      ${toggle.element}
      ${button('›', texts.stepOn, () => go(step(1)))}
      ${on}
      <input type="range" class="slider" aria-label=${texts.range} @input=${() => ask(Number(range.value))}>
      <select class="speed" aria-label=${texts.speed} @change=${() => (play.slowness = Number(speed.value))}>
        ${SPEEDS.map((slowness) => html`<option value=${slowness} ?selected=${slowness === play.slowness}>${texts.speeds(slowness)}</option>`)}
      </select>
      <button type="button" class="quiet small" title=${texts.holdHint} aria-pressed="false"
        @click=${() => ask(shown?.cursor ?? null, 'press')}>${texts.hold}</button>
      ${clear}
      <span class="unseen said-instant" role="status"></span>
    </div>`);
  const [range, speed, hold, said] = ['.slider', '.speed', '[aria-pressed]', '.said-instant'].map((part) =>
    bar.querySelector(part),
  );

  let playing = false;
  /** Whether what is measured at the instant was told when it was last shown. */
  let revealed = true;
  /** @param {Results} results */
  function show(results) {
    shown = results;
    const {cursor, marked, fixed, window} = results;
    // Pauses when an experiment being played has changed.
    if (play.playing && results.runs.some(({experiment}, index) => experiment !== played[index])) return rest();
    const {min, max} = range;
    if (min !== String(window.from) || max !== String(window.to))
      Object.assign(range, {min: window.from, max: window.to, step: keyStep(window.to - window.from)});
    range.value = String(cursor);
    const here = instantSaid(host, results);
    range.setAttribute('aria-valuetext', here);
    const reveals = placeOf(host).door.reveals('cursor numbers');
    if (pressed) write(said, marked ? `${spikeSaid(results)} ${here}` : '');
    else if (revealed && !reveals) write(said, ''); // what is hidden from now on may still stand there
    revealed = reveals;
    pressed = false;
    hold.setAttribute('aria-pressed', String(fixed));
    for (const [button, way] of /** @type {[HTMLElement, number][]} */ ([
      [back, -1],
      [on, 1],
    ]))
      button.setAttribute('aria-disabled', String(spike(way) === undefined));
    clear.setAttribute('aria-disabled', String(!marked));
    if (playing === play.playing) return;
    playing = play.playing;
    toggle.show(playing);
    emit(host, 'playing', playing);
  }

  return {element: bar, show, press};
}
