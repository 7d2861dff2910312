// page/figure.js: the screen of a figure in a course page: the plots that its author chose, the controls that its author left free, and a
// way to the whole lab. It stands in for page/screen.js, and builds nothing that it does not show.
import {emit} from '../plot/door.js';
import {Place} from '../plot/place.js';
import {movedBy} from '../plot/effects.js';
import {baseOf} from '../engine/shared.js';
import {labAddress, queryOf} from '../send/site-address.js';
import {covers} from '../session/locks.js';
import {TO_FIND} from '../session/attempts.js';
import {withFixedSteps} from '../session/runs.js';
import {STEADY, STIMULI} from '../session/stimulus-kinds.js';
import {write} from '../views/dom.js';
import {say, watchTerms} from '../views/prose.js';
import {wanted} from '../words/languages.js';
import {followActiveField} from './active-field.js';
import {answersFor, kindsOf} from './answers.js';
import {followCursor} from './cursor.js';
import {drawing} from './drawing.js';
import {figurePlayer} from './figure-player.js';
import {figureState} from './figure-state.js';
import {buildFigure, titleFigure} from './figure-skeleton.js';
import {controlsOf, displayOfLab} from './locking.js';
import {watchPointer} from './pointer.js';
import {drawNotices, titlesOn} from './preset-text.js';
import {learnSchema} from './schema.js';
import {spoken} from './spoken.js';
import {hideWithheld} from './withheld.js';

/** How long a figure stands before more than its runs is worked out, in ms, and how long that may wait for a busy page. */
const BEGIN = 60;
const LATEST = 1000;
/** How long nothing must change before the link to the lab is written anew, in ms. */
const REST = 300;

/**
 * The parts of a figure in place, still empty.
 * @param {HTMLElement} element @param {HTMLElement} body @param {import('../plot/door.js').Door} door @param {Words} words
 * @param {import('./mount.js').LabOptions} options
 */
export function emptyFigure(element, body, door, words, options) {
  const place = new Place(element, body, door, words);
  place.figure = true;
  buildFigure(place, options);
  hideWithheld(place);
  return place;
}

/** @param {Place} place from `emptyFigure` @param {import('./mount.js').Lab} lab */
export function openFigure(place, lab) {
  const {core, engine, session, long, options} = lab.inside;
  const one = (/** @type {string} */ selector) => place.one(selector);
  const [quick, controls, plane, rate] = ['quick-bar', 'figure-controls', 'phase-view', 'rate-view'].map(one);
  const traces = place.all('trace-view');
  const v = traces.find((view) => view.getAttribute('name') === 'v');
  const schema = engine.schema();
  learnSchema(engine);
  titleFigure(place);
  place.locks = session.locks;
  const sees = () => place.door.reveals('verdict');
  session.reveal.answers = sees();
  /** Whether the controls show the new values even where something is being typed. */
  let fresh = true;
  /** The paths that have controls besides the slider of the strength. @type {string[]} */
  let free = [];

  // --- drawing ---

  const answers = answersFor(place, core, engine, session);
  /** The strength of the first stimulus, as a path. */
  const strength = () => `stimulus.0.${STIMULI[session.experiment.stimulus[0]?.kind ?? STEADY].strength}`;

  /** Says why the run fires as it does. @param {Results} results */
  function drawVerdict(results) {
    const whole = Boolean(draw.forAll());
    const verdict = answers.verdictOf(results, whole);
    one('verdict-view').show(results, verdict, whole);
    if (whole && plane) plane.verdict = verdict;
  }
  /** Draws what lies on the slider, and the verdict, which compares the same thresholds. */
  function drawDrive() {
    const results = draw.forAll();
    if (!results) return;
    if (!begun) return void beginSoon();
    if (!quick.hidden) answers.draw(quick, results);
    else if (results.revealed) answers.analysis.ask('drive', answers.choices.of('drive', results));
    drawVerdict(results);
  }
  /** Whether more than the runs has been asked for: a worker finds thresholds and curves, which starts once the figures of a page stand. */
  let begun = false;
  function begin() {
    if (place.signal.aborted) return;
    begun = true;
    drawDrive();
    drawSide(plane);
    drawSide(rate);
  }
  const beginSoon = place.afterRest(() => {
    if (begun || !('requestIdleCallback' in window)) begin();
    else window.requestIdleCallback(begin, {timeout: LATEST});
  }, BEGIN);
  /** Draws a view beside the traces, if it is shown. @param {any} view */
  const drawSide = (view) => {
    const results = view && begun && draw.forAll();
    if (results) answers.draw(view, results);
  };
  const notices = () => {
    const {runs, selected} = draw.results();
    drawNotices(place, runs[selected], session.isLong ? undefined : () => long.button());
  };
  const draw = drawing(place, session, {
    around(results) {
      if (!draw.forAll()) drawVerdict(results);
      drawTexts();
      notices();
    },
    v: (results) => v && (v.results = results),
    texts(results) {
      one('figure-runs').results = results;
      reveal.hidden = results.withheld || !TO_FIND.has(results.preset.id);
      reveal.setAttribute('aria-pressed', String(session.reveal.asked));
      drawControls();
      drawDrive();
    },
    others: [
      ...traces
        .filter((view) => view !== v)
        .map((view) => (/** @type {Results} */ results) => (view.results = results)),
      () => drawSide(plane),
      () => drawSide(rate),
      (results) => player?.show(results),
      () => speech.later(),
      () => linkSoon(),
    ],
  });
  // Answers come in many parts; each frame shows what has come.
  const [planeSoon, rateSoon] = [plane, rate].map((view) => place.inNextFrame(() => drawSide(view)));
  const driveSoon = place.inNextFrame(drawDrive);
  answers.analysis.addEventListener('part', (event) => {
    const {detail: kind} = /** @type {CustomEvent} */ (event);
    if (plane && kindsOf(plane).includes(kind)) planeSoon();
    if (kindsOf(quick).includes(kind) || baseOf(kind) === 'verdict') driveSoon();
    if (rate && kindsOf(rate).includes(baseOf(kind))) rateSoon();
  });
  const speech = spoken(place, draw.results, {heard: '', waits: false});

  /** The f-I curve is an answer, which may be withheld later. */
  const showCurve = () => rate?.closest('.plot').style.setProperty('display', sees() ? '' : 'none');

  /** The title, which is the page's as well, and the caption: the author's, or the preset's as long as it holds. */
  function drawTexts() {
    const {labels, edited, preset} = session;
    const {short, whole} = titlesOn(place, session);
    const title = labels.title || labels.name || (edited ? short : whole);
    write(place.byId('preset-title'), title);
    if (options.ownsPage) document.title = `${title} · Izhikevich Lab`;
    const note = place.byId('author-note');
    write(note, labels.note);
    note.hidden = !labels.note;
    say(place.byId('caption'), labels.note || edited || !sees() ? '' : preset.caption);
  }

  function drawControls() {
    const {experiment, selected, preset} = session;
    const before = (session.locks.heldOf(preset) ?? preset.runs)[selected];
    if (!quick.hidden) quick.show(experiment, fresh, before);
    controls.show(experiment, fresh, before);
    fresh = false;
  }

  const state = () => ({at: session.cursor.fixed ? session.cursor.time : null});
  /** @param {any} state */
  function take({at}) {
    if (Number.isFinite(at)) session.cursor.point({time: at, how: 'touch'});
    arrange();
  }
  const opened = figureState(place, engine, session, lab, {state, take});
  place.door.hear('cursor', ({how}) => how !== 'hover' && opened.changed(), place.signal);
  const address = options.ownsPage ? location.href.replace(/[?#].*/, '') : (options.address ?? labAddress());
  const linkSoon = place.afterRest(() => {
    const {lang, dataset} = place.element;
    // The lab opens without the query that asked for the language here.
    const asked = options.ownsPage && new URLSearchParams(location.search).has('lang');
    const display = {
      ...displayOfLab(lab.inside.options),
      ...((asked || lang !== wanted(null)) && {lang}),
      ...(dataset.theme && {theme: dataset.theme}),
    };
    const query = queryOf(display, {v: __VERSION__});
    const open = /** @type {HTMLAnchorElement} */ (place.byId('open-lab'));
    open.href = `${address}?${query}#${opened.fragment()}`;
    open.hidden = !address;
  }, REST);

  // --- input ---

  /** @type {ReturnType<typeof figurePlayer> | undefined} */
  let player;
  const cursor = followCursor(place, session.cursor, () => {
    if (!draw.forAll()) return;
    const before = draw.atCursor();
    const results = draw.results();
    for (const view of traces) view.atCursor = results;
    player?.show(results);
    drawSide(plane);
    if (results.plane.current !== before.plane.current) drawSide(rate);
  });
  // Figures 3 and 4 leave it to the reader to find where firing begins.
  const reveal = place.byId('reveal');
  place.press('reveal', () => emit(reveal, 'switch', {name: 'reveal', on: !session.reveal.asked}));
  let onShow = session.preset;
  followActiveField(place, (path) => {
    for (const view of [...traces, ...(plane ? [plane] : [])]) view.moved = movedBy(path);
    for (const view of traces) view.field = path;
  });
  watchPointer(place, session, draw.soon);
  watchTerms(place);
  const repaint = () => {
    place.forgetTokens();
    draw.soon();
  };
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(pointer: coarse)'])
    place.listen('change', repaint, {target: matchMedia(query)});
  place.listen('theme', repaint, {target: lab});
  place.listen('keydown', (event) => {
    const step = {z: event.shiftKey ? 'redo' : 'undo', y: 'redo'}[/** @type {string} */ (event.key.toLowerCase())];
    if (!step || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.target.matches('input:not([type=range], .number)')) return;
    event.preventDefault();
    session.go(step === 'undo' ? -1 : 1);
  });

  Object.assign(one('verdict-view'), {
    step: () => quick.step,
    leads: {plane: Boolean(plane), rheobase: false},
  });
  place.listen(
    'change',
    ({detail: {why}}) => {
      if (why === 'opened' || why === 'restored' || why === 'selected') {
        fresh = true;
        place.letGo();
      }
      if (why === 'opened') answers.choices.forget(session.preset);
      if (onShow !== session.preset) session.reveal.asked = false;
      onShow = session.preset;
      if (why === 'looked') long.looked();
      opened.changed();
      speech.forget();
      long.letGo();
      draw.soon();
    },
    {target: session},
  );
  place.listen('released', draw.soon, {target: session});

  /** What a figure answers; its views ask for nothing else. @type {{[N in Intent]?: Answering<N>}} */
  const answering = {
    edit(partial, from) {
      const problems = session.edit(partial);
      if (from === place.element) return problems; // a host's, of which the reader need not hear
      speech.sayProblem(problems.map(({message}) => message).join(' '));
      return problems;
    },
    restore(what) {
      if (what === 'undo' || what === 'redo') session.go(what === 'undo' ? -1 : 1);
      else if (what === 'rest') session.edit({initial: {kind: 'rest'}});
      else if (what === 'starts') session.startAsPreset();
      else session.reset();
    },
    'open-preset': (id) => void session.open(id),
    'open-text': (text) => opened.open(text),
    'select-run': (index) => session.select(index),
    'show-place': (where) => plane?.point(where),
    cursor: (at) => cursor.point(at),
    'choose-spike': (spikes) => cursor.choose(spikes),
    look: (window) => void session.look(window),
    fit: () => session.fit(),
    play: () => player?.press(),
    playing: (on) => player?.playing(on),
    'read-curve': ({curve, rate: kind, index}) => engine.fi_point(curve, {rate: kind}, index),
    'long-run': (on) => long.run(on),
    'two-readings': (question) => speech.sayProblem(question),
    dragging(dragging, from) {
      if (!dragging) draw.soon();
      cursor.still(dragging && from.matches('.start-handle'));
    },
    switch({name, on}) {
      if (name === 'reveal') session.reveal.asked = on;
      else if (name === 'zoomed' || name === 'straight') cursor.wish(name, on);
      draw.soon();
    },
    theme: (name) => lab.paint(name),
    language: (code) => lab.speak(code),
  };
  place.door.answer(/** @type {any} */ (answering));

  /** Shows the controls that are free. */
  function arrange() {
    const {paths} = controlsOf(options, session, schema);
    quick.hidden = !paths.some((path) => covers(path, strength()));
    if (quick.hidden) one('.foot').prepend(reveal);
    free = paths.filter((path) => quick.hidden || path === 'stimulus' || !covers(path, strength()));
  }

  return {
    place,
    notices,
    state,
    take,
    withheld() {
      session.reveal.answers = sees();
      showCurve();
      place.byId('live').textContent = '';
      drawTexts();
      draw.soon();
    },
    openAtFirst() {
      const history = opened.openAtFirst();
      arrange();
      return history;
    },
    showSteps() {},
    /**
     * Draws everything for the first time, and from then on follows the width of the plots.
     * @param {() => Promise<void>} [load] loads the views that are not there yet
     */
    async draw(load) {
      const fillViews = () => {
        player = figurePlayer(place, draw.results);
        for (const view of [quick, rate]) if (view) view.schema = schema;
        Object.assign(controls, {
          schema,
          free,
          current: () => session.experiment,
          initialState: () => engine.initial_state(session.experiment),
          fixedSteps: () => withFixedSteps(session.preset),
        });
      };
      await draw.begin(fillViews, load);
    },
  };
}
