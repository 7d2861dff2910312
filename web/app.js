// app.js: the page: its parts joined, and who is told of what.
import {answers} from './answers.js';
import {arrange, onAnotherOrder} from './arrange.js';
import {breath} from './breath.js';
import {followCursor} from './cursor.js';
import {byId, one} from './dom.js';
import {keepPristine, nameModel} from './download.js';
import {startEngine} from './engine.js';
import {drawFigure, drawNotices} from './figure.js';
import {ghostName} from './ghost-name.js';
import {dropHeld, watchHand} from './held.js';
import {keeping} from './keeping.js';
import {longRuns} from './long-run.js';
import {presetChooser} from './preset-chooser.js';
import {learnFields, learnUnits} from './quantities.js';
import {Session} from './session.js';
import {phoneSheet} from './sheet.js';
import {closeByItself, savePage, tell, watchTheme} from './shell.js';
import {fillIn} from './skeleton.js';
import {spoken} from './spoken.js';
import {followTouch} from './touch.js';
import {learnSymbols} from './units.js';
import {learnTexts, speaking} from './words/core.js';
import {keep} from './words/language.js';
import {speak, words} from './words/words.js';
import {movedBy} from './views/glow.js';
import {hearMenu} from './views/hear-menu.js';
import {zoomButtons} from './views/time-zoom.js';
import {inWorker, serveWorker} from './worker.js';

/** What shows the phase plane in another way, and the analysis large. */
const SWITCHES = ['zoomed', 'backward', 'swap', 'enlarge'];
const isOn = (/** @type {string} */ id) => byId(id).getAttribute('aria-pressed') === 'true';

/** Until then it would move as its texts come. */
const reveal = () => document.documentElement.setAttribute('data-drawn', '');

/** @param {Engine} core */
async function open(core) {
  const engine = speaking(core);
  /** @type {Session} */
  const session = new Session(engine, (ghost) => ghostName(session.presets, ghost));
  let form = one('parameter-form');
  let quick = one('quick-bar');
  let gallery = one('preset-gallery');
  let traces = [...document.querySelectorAll('trace-view')];
  /** @type {Results} */
  let results;
  const speech = spoken(() => results);
  const answered = answers(core, engine, session, () => results);
  const long = longRuns(session, () => notices());
  let zoom = zoomButtons(byId('zoom'));
  let fresh = true;

  // --- drawing: the edits of one frame are drawn together in the next ---

  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  };

  /** All that is drawn of `results`, part after part: the plots last, since the texts settle how much room they have. */
  const parts = () => [
    () => {
      one('run-list').results = results;
      one('spike-view').results = results;
      for (const controls of [form, quick])
        controls.show(session.experiment, fresh, session.preset.runs[session.selected]);
      lookAtTouch();
      fresh = false;
      one('equation-view').cell = session.experiment.cell;
      drawFigure(session);
      notices();
      one('instant-view').results = results;
      reveal();
    },
    ...traces.map((/** @type {any} */ view) => () => (view.results = results)),
    () => {
      zoom.show(results);
      presets.markStretch(results);
      answered.drawPlane();
    },
    answered.drawTab,
    speech.later,
  ];

  function draw() {
    results = session.compute();
    for (const part of parts()) part();
  }

  /** The first time everything is made as it is drawn, and on a phone that is longer than a page may hold still. */
  async function drawAtFirst() {
    cancelAnimationFrame(asked);
    asked = 0;
    session.points = pointsAcross(traces[0].clientWidth);
    await breath();
    results = session.compute();
    for (const part of parts()) {
      await breath();
      part();
    }
  }

  /** The cursor has moved, and nothing else. */
  function drawMoment() {
    const {plane, highlight} = results;
    results = session.atCursor(results);
    one('instant-view').results = results;
    one('spike-view').moment = results;
    zoom.show(results);
    for (const view of /** @type {any[]} */ (traces)) view.moment = results;
    answered.drawPlane();
    if (results.plane.current !== plane.current || results.highlight !== highlight) answered.drawTab();
  }

  /** What may be pressed where the run on show ended before its time. */
  const notices = () => drawNotices(results.runs[results.selected], session.isLong ? undefined : () => long.button());

  // --- what changes the session ---

  /** @type {ReturnType<typeof hearMenu> | undefined} */
  let hear;
  /** Gives the views, which may be new ones, what they are made from. */
  function furnish() {
    form = one('parameter-form');
    quick = one('quick-bar');
    gallery = one('preset-gallery');
    traces = [...document.querySelectorAll('trace-view')];
    const schema = engine.schema();
    learnFields(schema.fields);
    learnSymbols(schema.units);
    form.schema = schema;
    for (const view of /** @type {NodeListOf<any>} */ (document.querySelectorAll('rate-view, threshold-view')))
      view.questions = schema.questions;
    for (const view of /** @type {NodeListOf<any>} */ (document.querySelectorAll('map-view, bifurcation-view')))
      view.schema = schema;
    form.initialState = () => engine.initial_state(session.experiment);
    form.fixedSteps = () => session.fixedSteps;
    form.current = () => session.experiment;
    form.edit = (/** @type {Partial_} */ partial) => {
      const problems = session.edit(partial);
      speech.refuse(problems.map(({message}) => message).join(' '));
      return problems;
    };
    gallery.presets = session.presets;
    quick.schema = schema;
    quick.edit = form.edit;
    quick.open = one('main').hasAttribute('data-sheet');
    hear?.stop();
    one('.hear-menu').replaceChildren();
    hear = hearMenu(
      one('.hear-menu'),
      () => results,
      (text) => tell(text),
    );
    one('#hear summary').textContent = words.sound.title;
    one('phase-view').swapped = byId('swap').getAttribute('aria-pressed') === 'true';
  }
  /** Below the fold, and worth some searches: after the first picture. */
  const showFindings = () =>
    requestAnimationFrame(() => setTimeout(() => (one('findings-view').findings = engine.findings())));
  await breath();
  furnish();
  await breath();

  /** Every view is made anew, and the session stays. */
  function renew() {
    const focused = document.activeElement?.id;
    dropHeld();
    byId('zoom').replaceChildren();
    zoom = zoomButtons(byId('zoom'));
    for (const view of [...document.body.querySelectorAll('*')])
      if (view.localName.includes('-')) view.replaceWith(view.cloneNode(false));
    furnish();
    fresh = true;
    speech.forget();
    width.disconnect();
    width.observe(traces[0]);
    presets.showStretches();
    kept.showSteps();
    draw();
    showFindings();
    if (focused) byId(focused)?.focus({preventScroll: true});
  }
  onAnotherOrder(() => {
    arrange();
    renew();
  });
  byId('language').addEventListener('click', () => {
    const language = byId('language').lang;
    speak(language);
    keep(language);
    session.relearn();
    answered.forgetAll();
    byId('message').hidden = true;
    byId('live').textContent = '';
    fillIn();
    nameTheme();
    renew();
  });

  closeByItself(one('#hear'));
  document.addEventListener('hear', (event) => hear?.curve(/** @type {CustomEvent} */ (event).detail));
  phoneSheet(() => session.preset.view.plot);
  followCursor(session.moment, drawMoment);
  const lookAtTouch = followTouch((path) => {
    for (const view of [...traces, one('phase-view')]) /** @type {any} */ (view).touched = movedBy(path);
    one('equation-view').touched = form.touched = path;
  });
  // Once a hand lets go, the axes take in what has come of it.
  document.addEventListener('drag-start', (event) => /** @type {CustomEvent} */ (event).detail || soon());
  document.addEventListener('choose-field', (event) => form.choose(/** @type {CustomEvent} */ (event).detail));
  // What a plot changes of the experiment goes the way of what is typed.
  // What may be read in two ways waits for an answer; a question that is gone has nothing to say.
  document.addEventListener('two-readings', (event) => speech.refuse(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener('edit', (event) => form.refuse(form.edit(/** @type {CustomEvent} */ (event).detail)));

  // A protocol at an amplitude: of the run on show alone, and only what it asks to be changed.
  document.addEventListener('run-protocol', (event) => {
    const {protocol, amplitude, length, duration} = /** @type {CustomEvent} */ (event).detail;
    const {experiment} = session;
    const run =
      length === undefined
        ? engine.protocol_run(experiment, protocol, amplitude, Math.max(experiment.duration, duration ?? 0))
        : engine.strength_run(experiment, protocol, amplitude, length);
    form.refuse(session.edit(run, true));
  });

  document.addEventListener('table', (event) =>
    one('data-dialog').openTable(/** @type {CustomEvent} */ (event).detail),
  );
  document.addEventListener('look', (event) => session.look(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener('fit', () => session.fit());
  document.addEventListener('play', () => one('instant-view').play());
  document.addEventListener('playing', (event) => (quick.playing = /** @type {CustomEvent} */ (event).detail));
  watchHand(session);
  const presets = presetChooser(session, answered.choose);
  const kept = keeping(session, {
    ...presets,
    screen: () => ({tab: answered.tab(), chosen: answered.chosen(), on: SWITCHES.filter(isOn)}),
    takeScreen({tab, chosen, on}) {
      if (answered.take(tab, chosen)) tell(words.asking.searchGone);
      for (const id of SWITCHES) if (Array.isArray(on) && on.includes(id) !== isOn(id)) byId(id).click();
    },
  });
  session.addEventListener('change', (event) => {
    const {why} = /** @type {CustomEvent} */ (event).detail;
    if (why === 'opened' || why === 'restored' || why === 'selected') {
      fresh = true;
      dropHeld(); // a move that waits for its frame would be made in what has just come
    }
    speech.forget();
    long.letGo();
    if (why === 'looked') long.looked();
    if (why === 'opened') {
      answered.forgetChoices();
      presets.showStretches();
    }
    if (why !== 'looked') hear?.stop();
    kept.changed();
    soon();
  });

  document.addEventListener('select-run', (event) => session.select(/** @type {CustomEvent} */ (event).detail));
  byId('help').addEventListener('click', () => one('help-dialog').open());
  one('.controls').addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
  byId('reset').addEventListener('click', () => {
    session.reset();
    answered.chooseAgain();
  });
  byId('reset-author').addEventListener('click', () => session.resetToAuthor());
  byId('from-rest').addEventListener('click', () => session.startFromRest());
  byId('as-preset').addEventListener('click', () => session.startAsPreset());
  byId('tables').addEventListener('click', () => one('data-dialog').open(results));
  byId('swap').addEventListener('click', () => {
    const swapped = byId('swap').getAttribute('aria-pressed') !== 'true';
    byId('swap').setAttribute('aria-pressed', String(swapped));
    one('phase-view').swapped = swapped;
  });
  byId('download').addEventListener('click', savePage);
  const nameTheme = watchTheme(soon);

  // About two samples a pixel of the widest time plot, asked for anew when that changes.
  const pointsAcross = (/** @type {number} */ width) =>
    Math.min(4000, Math.max(400, Math.round((width * 2) / 100) * 100));
  const width = new ResizeObserver(([{contentRect}]) => {
    const points = pointsAcross(contentRect.width);
    if (points === session.points) return;
    session.points = points;
    soon();
  });

  presets.showStretches();
  kept.openAtFirst();
  byId('reset-author').hidden = !session.author;
  session.startHistory();
  kept.showSteps();
  await drawAtFirst();
  width.observe(traces[0]);
  document.documentElement.dataset.ready = 'true';
  showFindings();
}

async function start() {
  keepPristine();
  arrange();
  const engine = startEngine();
  engine.catch(() => {}); // said below
  // The views define their elements only now, so that the skeleton above was kept as it came.
  for (const load of [
    () => import('./views/bifurcation-view.js'),
    () => import('./views/compare-view.js'),
    () => import('./views/data-dialog.js'),
    () => import('./views/equation-view.js'),
    () => import('./views/findings-view.js'),
    () => import('./views/help-dialog.js'),
    () => import('./views/instant-view.js'),
    () => import('./views/map-view.js'),
    () => import('./views/parameter-form.js'),
    () => import('./views/phase-view.js'),
    () => import('./views/preset-gallery.js'),
    () => import('./views/quick-bar.js'),
    () => import('./views/rate-view.js'),
    () => import('./views/run-list.js'),
    () => import('./views/spike-view.js'),
    () => import('./views/threshold-view.js'),
    () => import('./views/trace-view.js'),
    () => import('./views/why-view.js'),
  ]) {
    await breath();
    await load();
  }
  try {
    const core = await engine;
    await learnTexts();
    const tables = core.tables();
    learnUnits(tables);
    nameModel(tables.model);
    fillIn();
    await open(core);
  } catch (error) {
    reveal();
    tell(error instanceof WebAssembly.CompileError ? words.cannotStart : `${words.cannotStart} (${error})`);
    throw error;
  }
}

if (inWorker) serveWorker();
else start();
