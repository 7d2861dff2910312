// app.js: the page: its parts joined, and who is told of what.
import {Analysis, baseOf} from './analysis.js';
import {breath} from './breath.js';
import {followCursor} from './cursor.js';
import {differences} from './differences.js';
import {byId, one} from './dom.js';
import {keepPristine, nameModel} from './download.js';
import {startEngine} from './engine.js';
import {dropHeld} from './held.js';
import {keeping} from './keeping.js';
import {presetIn, writeLink} from './link.js';
import {longRuns} from './long-run.js';
import {learnFields, learnUnits} from './quantities.js';
import {GHOSTLY, KINDS, Questions} from './questions.js';
import {Session} from './session.js';
import {closeByItself, savePage, tell, watchTheme} from './shell.js';
import {fillIn} from './skeleton.js';
import {tabs} from './tabs.js';
import {followTouch} from './touch.js';
import {fixed, formula, typeset, withUnit} from './words/format.js';
import {learnTexts, speaking} from './words/core.js';
import {keep} from './words/language.js';
import {speak, words} from './words/words.js';
import {say} from './views/prose.js';
import {movedBy} from './views/glow.js';
import {hearMenu} from './views/hear-menu.js';
import {zoomButtons} from './views/time-zoom.js';
import {inWorker, serveWorker} from './worker.js';

/** The plots over time, by name. */
const PLOTS = new Set(['v', 'u', 'current']);
/** The tab of the analysis that a preset is about. @type {Record<string, string>} */
const TAB_OF = {rate: 'rate', why: 'why', map: 'map', bifurcation: 'bifurcation', bursts: 'bifurcation'};

let named = 0;
/** @type {WeakMap<object, string>} */
const ghostNames = new WeakMap();
/** What the answers about a pinned run are filed under: its own for as long as it is pinned. @param {object} ghost */
function ghostName(ghost) {
  if (!ghostNames.has(ghost)) ghostNames.set(ghost, String((named += 1)));
  return ghostNames.get(ghost);
}

/** Until then it would move as its texts come. */
const reveal = () => document.documentElement.setAttribute('data-drawn', '');

/** @param {Engine} core */
async function open(core) {
  const engine = speaking(core);
  const session = new Session(engine);
  let form = one('parameter-form');
  let quick = one('quick-bar');
  let gallery = one('preset-gallery');
  let traces = [...document.querySelectorAll('trace-view')];
  /** @type {Results} */
  let results;
  const analysis = new Analysis(core);
  const questions = new Questions(engine);
  const long = longRuns(session, () => drawNotices());
  let zoom = zoomButtons(byId('zoom'));
  let tab = 'figure';
  let fresh = true;

  // --- drawing: the edits of one frame are drawn together in the next ---

  let redrawing = 0;
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
      drawFigure();
      drawNotices();
      one('instant-view').results = results;
      reveal();
    },
    ...traces.map((/** @type {any} */ view) => () => (view.results = results)),
    () => {
      zoom.show(results);
      markStretch();
      drawPlane();
    },
    () => drawAnalysis(),
    sayLater,
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
    drawPlane();
    if (results.plane.current !== plane.current || results.highlight !== highlight) drawAnalysis();
  }

  /** The phase plane, with what the worker has found of what separates firing from rest. */
  function drawPlane() {
    analysis.ask('boundary', questions.of('boundary', results));
    one('phase-view').results = {...results, answers: {boundary: analysis.answer('boundary')}};
  }

  /** The view of the chosen tab, with what the worker has found for it so far; whatever is new is asked for. */
  function drawAnalysis() {
    cancelAnimationFrame(redrawing); // whatever has arrived by now is drawn now
    redrawing = 0;
    if (!results || tab === 'figure') return;
    /** @type {Record<string, any>} */
    const answers = {ghosts: {}};
    for (const kind of KINDS[tab]) {
      analysis.ask(kind, questions.of(kind, results));
      answers[kind] = analysis.answer(kind);
      answers.ghosts[kind] = GHOSTLY.has(kind) ? results.ghosts.map((_, index) => ofGhost(kind, index)) : [];
    }
    const names = session.ghosts.map(ghostName);
    for (const kind of analysis.open)
      if (kind.includes(':') && !names.some((name) => kind.endsWith(`:${name}`))) analysis.drop(kind);
    one(`#panel-${tab} > *`).results = {...results, ...worked[tab]?.(), answers};
  }

  /** What the page itself works out for a tab, as soon as it is asked. @type {Record<string, () => Partial<Results>>} */
  const worked = {
    why() {
      const of = (/** @type {Cell} */ cell) => ({
        closed_forms: engine.closed_forms(cell),
        verdict: engine.integrator_or_resonator(cell),
      });
      const {cell} = session.experiment;
      const others = results.ghosts.map(({name, experiment}) =>
        differences(experiment, session.experiment).some(({path}) => path.startsWith('cell.'))
          ? {name, ...of(experiment.cell)}
          : null,
      );
      return {...of(cell), pinned_forms: others};
    },
    map: () => ({
      pinned_resets: results.ghosts.map(({experiment, recording: {spikes, reset_u}, corners: {current}}) => {
        const last = current[current.length - 1];
        return engine.steady_train(experiment, spikes, reset_u, last).reset_u;
      }),
    }),
  };

  /** What is known so far of a pinned run. @param {string} kind @param {number} index */
  function ofGhost(kind, index) {
    const question = questions.ofGhost(kind, results, index);
    if (!question) return undefined;
    const name = `${kind}:${ghostName(session.ghosts[index])}`;
    analysis.ask(name, question);
    return analysis.answer(name)?.part;
  }

  function drawFigure() {
    const {preset} = results;
    byId('preset-title').textContent = preset.title + (session.edited ? ` (${words.edited})` : '');
    byId('figure-title').replaceChildren(formula(preset.title));
    say(byId('caption'), preset.caption);
    byId('remark').textContent = typeset(preset.remark);
    byId('source').textContent = `${words.source}: ${preset.source}.`;
    byId('protocol').textContent = words.protocol(session.runs);
    gallery.current = preset.id;
    // Without a stimulus the start is all that drives the cell, and from rest nothing would happen.
    const driven = session.runs.some(({stimulus}) => stimulus.length);
    byId('from-rest').hidden = !driven || session.runs.every(({initial}) => initial.kind === 'rest');
    byId('as-preset').hidden = !session.startMoved;
  }

  function drawNotices() {
    const {recording, clipped} = results.runs[results.selected];
    const lines = [];
    if (recording.ended.kind !== 'finished') {
      const time = withUnit(fixed(recording.ended.time, 3), 'ms');
      lines.push(words.ended[recording.ended.kind](time));
    }
    byId('ended').replaceChildren(...lines);
    byId('ended').hidden = lines.length === 0;
    if (recording.ended.kind === 'out of budget' && !session.isLong) byId('ended').append(' ', long.button());
    byId('clipped').textContent = Array.from(clipped, words.clipped).join(' ');
    byId('clipped').hidden = clipped.length === 0;
  }

  // --- what a screen reader hears: one sentence, once the edits have come to rest ---

  let saying = 0;
  let refused = '';
  function sayLater() {
    clearTimeout(saying);
    saying = setTimeout(() => {
      const notice = byId('ended').hidden ? '' : ` ${byId('ended').textContent}`;
      const {runs, selected, ghosts} = results;
      const against = ghosts.map((ghost) => ` ${words.compare.against(runs[selected], ghost)}`).join('');
      const sentence = refused || one('spike-view').sentence + notice + against;
      if (byId('live').textContent !== sentence) byId('live').textContent = sentence;
    }, 700);
  }

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
    form.schema = schema;
    for (const view of /** @type {NodeListOf<any>} */ (document.querySelectorAll('rate-view, threshold-view')))
      view.questions = schema.questions;
    for (const view of /** @type {NodeListOf<any>} */ (document.querySelectorAll('map-view, bifurcation-view')))
      view.schema = schema;
    form.initialState = () => engine.initial_state(session.experiment);
    form.current = () => session.experiment;
    form.edit = (/** @type {Partial_} */ partial) => {
      const problems = session.edit(partial);
      refused = problems.map(({message}) => message).join(' ');
      sayLater();
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
    // Below the fold, and worth some searches: after the first picture.
    requestAnimationFrame(() => setTimeout(() => (one('findings-view').findings = engine.findings())));
  }
  await breath();
  furnish();
  await breath();

  // Another language: every view is made anew, and the session stays.
  byId('language').addEventListener('click', () => {
    const language = byId('language').lang;
    speak(language);
    keep(language);
    session.relearn();
    analysis.forgetAll();
    byId('message').hidden = true;
    byId('live').textContent = '';
    fillIn();
    nameTheme();
    byId('zoom').replaceChildren();
    zoom = zoomButtons(byId('zoom'));
    for (const view of [...document.body.querySelectorAll('*')])
      if (view.localName.includes('-')) view.replaceWith(view.cloneNode(false));
    furnish();
    fresh = true;
    refused = '';
    width.disconnect();
    width.observe(traces[0]);
    showStretches();
    kept.showSteps();
    draw();
  });

  closeByItself(one('#hear'));
  document.addEventListener('hear', (event) => hear?.curve(/** @type {CustomEvent} */ (event).detail));
  const sheet = (/** @type {boolean} */ open) => {
    one('main').toggleAttribute('data-sheet', open);
    document.documentElement.toggleAttribute('data-sheet', open); // what has the focus must not lie beneath it
    quick.open = open;
    if (open) {
      // The plot above it stays in sight.
      scrollTo({
        top: one(`.plot.${PLOTS.has(session.preset.view.plot) ? session.preset.view.plot : 'v'}`).offsetTop - 4,
      });
      byId('close-sheet').focus({preventScroll: true});
    }
    if (!open && byId('controls').contains(document.activeElement))
      one('quick-bar .sheet').focus({preventScroll: true});
  };
  matchMedia('(min-width: 640px)').addEventListener('change', () => sheet(false)); // there the controls stand by themselves
  document.addEventListener('sheet', () => sheet(!one('main').hasAttribute('data-sheet')));
  byId('close-sheet').addEventListener('click', () => sheet(false));
  document.addEventListener(
    'keydown',
    ({key}) => key === 'Escape' && one('main').hasAttribute('data-sheet') && sheet(false),
  );
  followCursor(session.moment, drawMoment);
  const lookAtTouch = followTouch((path) => {
    for (const view of [...traces, one('phase-view')]) /** @type {any} */ (view).touched = movedBy(path);
    one('equation-view').touched = form.touched = path;
  });
  document.addEventListener('choose-field', (event) => form.choose(/** @type {CustomEvent} */ (event).detail));
  // What a plot changes of the experiment goes the way of what is typed.
  document.addEventListener('edit', (event) => form.refuse(form.edit(/** @type {CustomEvent} */ (event).detail)));

  document.addEventListener('run-step', (event) => {
    const {amplitude, search} = /** @type {CustomEvent} */ (event).detail;
    form.edit(engine.threshold_run(session.experiment, amplitude, search));
  });

  const chooseTab = tabs(byId('analysis-tabs'), (name) => {
    // What is not on show is not worked out.
    for (const kind of analysis.open)
      if (kind !== 'boundary' && !KINDS[name].includes(baseOf(kind))) analysis.forget(kind);
    tab = name;
    drawAnalysis();
  });
  analysis.addEventListener('part', (event) => {
    const {detail: kind} = /** @type {CustomEvent} */ (event);
    if (kind === 'boundary') drawPlane();
    if (!KINDS[tab].includes(baseOf(kind))) return;
    redrawing ||= requestAnimationFrame(() => {
      redrawing = 0;
      drawAnalysis();
    });
  });
  // A view asks with another range: {name, current, partial}; it is told what is wrong with it in `problems`.
  document.addEventListener('ask', (event) => {
    const {detail} = /** @type {CustomEvent} */ (event);
    detail.problems = questions.choose(detail.name, detail.current, detail.partial, session.experiment);
    if (!detail.problems.length) drawAnalysis();
  });
  // Where the current is an axis, there its mark is.
  document.addEventListener('highlight', (event) => {
    const {mark, value} = /** @type {CustomEvent} */ (event).detail ?? {};
    if (mark !== 'current') return;
    questions.sweepOver(value);
    chooseTab('bifurcation');
  });
  document.addEventListener('stop', (event) => analysis.stop(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener('resume', (event) => analysis.resume(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener('table', (event) =>
    one('data-dialog').openTable(/** @type {CustomEvent} */ (event).detail),
  );
  document.addEventListener('look', (event) => session.look(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener('fit', () => session.fit());
  document.addEventListener('play', () => one('instant-view').play());
  document.addEventListener('playing', (event) => (quick.playing = /** @type {CustomEvent} */ (event).detail));
  let letGo = 0;
  addEventListener(
    'pointerdown',
    ({button}) => {
      if (button !== 0) return;
      clearTimeout(letGo);
      session.dragging = true;
    },
    true,
  );
  // A press may end where the page does not hear of it: in a menu, or outside its frame.
  addEventListener('pointermove', ({buttons}) => session.dragging && !buttons && off(), true);
  addEventListener('blur', () => off());
  // A slider says once more where it was left, after the hand is off.
  const off = () => (letGo = setTimeout(() => (session.dragging = false), 200));
  for (const type of ['pointerup', 'pointercancel']) addEventListener(type, off, true);
  // A person's wish, or that of a preset whose diagram needs the room.
  let large = false;
  const enlarge = (/** @type {boolean} */ shown) => {
    byId('enlarge').setAttribute('aria-pressed', String(shown));
    one('main').toggleAttribute('data-large', shown);
  };
  byId('enlarge').addEventListener('click', () => {
    large = byId('enlarge').getAttribute('aria-pressed') !== 'true';
    enlarge(large);
  });

  const kept = keeping(session, {shownPreset, openPreset, openFromAddress});
  session.addEventListener('change', (event) => {
    const {why} = /** @type {CustomEvent} */ (event).detail;
    if (why === 'opened' || why === 'restored' || why === 'selected') {
      fresh = true;
      dropHeld(); // a move that waits for its frame would be made in what has just come
    }
    refused = '';
    long.letGo();
    if (why === 'looked') long.looked();
    if (why === 'opened') {
      questions.forget(session.preset);
      showStretches();
    }
    if (why !== 'looked') hear?.stop();
    kept.changed();
    soon();
  });

  function openPreset(/** @type {string} */ id) {
    if (!session.open(id)) return false;
    byId('message').hidden = true;
    shownPreset();
    return true;
  }

  /** Another preset is on show: its link, and what it is about. */
  function shownPreset() {
    writeLink(session.preset.id);
    const tab = TAB_OF[session.preset.view.plot] ?? 'figure';
    enlarge(large || tab === 'bifurcation' || tab === 'map');
    chooseTab(tab);
  }

  function showStretches() {
    const {stretches, plot} = session.preset.view;
    one('main').dataset.plot = plot;
    const buttons = stretches.map(({id, from, to}) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet small';
      button.textContent = words.stretches[id] ?? id;
      button.dataset.stretch = id;
      button.addEventListener('click', () => {
        session.look({from, to});
        session.fit();
      });
      return button;
    });
    one('.stretches').replaceChildren(...(stretches.length > 1 ? buttons : []));
  }

  /** Marks the stretch on show, where it is one of the preset's. */
  function markStretch() {
    const {window, longest} = results;
    for (const {id, from, to} of session.preset.view.stretches) {
      const on = window.from === from && window.to === (to ?? longest);
      document.querySelector(`[data-stretch='${id}']`)?.setAttribute('aria-pressed', String(on));
    }
  }

  function openFromAddress() {
    const id = presetIn(location.hash);
    if (!id) return;
    if (openPreset(id)) return;
    tell(words.unknownPreset(id.slice(0, 60), session.preset.title));
  }

  const list = /** @type {HTMLDetailsElement} */ (byId('presets'));
  closeByItself(list);
  const beside = (/** @type {number} */ way) => {
    const {presets, preset} = session;
    openPreset(presets[(presets.indexOf(preset) + way + presets.length) % presets.length].id);
  };
  byId('previous').addEventListener('click', () => beside(-1));
  byId('next').addEventListener('click', () => beside(1));
  byId('help').addEventListener('click', () => one('help-dialog').open());
  document.addEventListener('open-preset', (event) => {
    const {detail} = /** @type {CustomEvent} */ (event);
    openPreset(detail);
    if (list.open) one('#presets summary').focus();
    list.open = false;
    // From the list of findings: to the figure, by eye and by key.
    if (!one('findings-view').contains(/** @type {Node} */ (event.target))) return;
    window.scrollTo({top: 0});
    byId('figure-title').focus({preventScroll: true});
  });
  document.addEventListener('select-run', (event) => session.select(/** @type {CustomEvent} */ (event).detail));
  one('.controls').addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
  addEventListener('hashchange', openFromAddress);
  byId('reset').addEventListener('click', () => {
    session.reset();
    chooseTab(tab);
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

  showStretches();
  kept.openAtFirst();
  byId('reset-author').hidden = !session.author;
  session.startHistory();
  kept.showSteps();
  await drawAtFirst();
  width.observe(traces[0]);
  document.documentElement.dataset.ready = 'true';
}

async function start() {
  keepPristine();
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
