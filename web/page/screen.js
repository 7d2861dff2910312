// page/screen.js: the whole screen of a lab in one language: connects its parts, and draws them when something changes. Another
// language is another screen of the same lab.
import {Place} from '../plot/place.js';
import {ANSWERS, emit} from '../plot/door.js';
import {movedBy} from '../plot/effects.js';
import {hearMenu} from '../views/hear-menu.js';
import {closeByItself} from '../views/over.js';
import {watchTerms} from '../views/prose.js';
import {zoomButtons} from '../plot/time-zoom.js';
import {followAddress, linked} from './address.js';
import {shownAnalyses} from './analyses.js';
import {watchButtons} from './buttons.js';
import {followCursor} from './cursor.js';
import {keepFocus} from './focus.js';
import {drawing} from './drawing.js';
import {drawPinnedNames} from '../views/pinned-names.js';
import {drawNotices, drawPresetText, drawPresetTitle} from './preset-text.js';
import {TO_FIND} from '../session/attempts.js';
import {giveSchema, learnSchema} from './schema.js';
import {watchPointer} from './pointer.js';
import {answerIntents} from './intents.js';
import {lockAtFirst, showLocked} from './locking.js';
import {storedState} from './stored-state.js';
import {selectText} from './select-text.js';
import {opener} from './opener.js';
import {projector} from './projector.js';
import {presetChooser} from './preset-chooser.js';
import {phoneSheet} from './sheet.js';
import {tell} from './message.js';
import {sharing} from './share.js';
import {shelving} from './shelf.js';
import {slideShow} from './slides.js';
import {watchTheme} from './theme.js';
import {build, titlePlots} from './skeleton.js';
import {spoken} from './spoken.js';
import {switches} from './switches.js';
import {followActiveField} from './active-field.js';
import {hideForGood, hideWithheld} from './withheld.js';

/**
 * The parts of a lab in place, still empty.
 * @param {HTMLElement} element @param {HTMLElement} body @param {import('../plot/door.js').Door} door @param {Words} words
 */
export function emptyScreen(element, body, door, words) {
  const place = new Place(element, body, door, words);
  build(place);
  hideWithheld(place);
  return place;
}

/**
 * @param {Place} place from `emptyScreen` @param {import('./mount.js').Lab} lab
 */
export function openScreen(place, lab) {
  const {core, engine, session, long, options} = lab.inside;
  const one = (/** @type {string} */ selector) => place.one(selector);
  const traces = place.all('trace-view');
  one('trace-view[name=u]').folded = true;
  /** Whether the controls show the new values even where something is being typed. */
  let fresh = true;

  function edit(/** @type {Partial_} */ partial, alone = false) {
    const problems = session.edit(partial, alone);
    const said = problems.map(({message}) => message).join(' ');
    speech.sayProblem(said);
    // What is locked has no field beside which it could be said.
    if (problems.some(({code}) => code === 'locked')) tell(place, said);
    return problems;
  }
  learnSchema(engine);
  titlePlots(place);
  place.locks = session.locks;
  session.reveal.answers = place.door.reveals('verdict');
  const form = one('parameter-form');
  const quick = one('quick-bar');
  one('verdict-view').step = () => quick.step;

  // --- drawing ---

  /** Shows the notices of the selected run, with a button if it ended early. */
  const notices = () => {
    const {runs, selected} = draw.results();
    drawNotices(place, runs[selected], session.isLong ? undefined : () => long.button());
  };
  const zoom = zoomButtons(place.byId('zoom'));
  const [v, ...traceViews] = traces.map((view) => (/** @type {Results} */ results) => (view.results = results));
  const draw = drawing(place, session, {
    around(results) {
      // Afterwards with the thresholds, in the same frame, and with the other texts.
      if (!draw.forAll()) {
        analyses.drawVerdict(results);
        one('run-rows').results = results;
      }
      drawPresetTitle(place, session);
      notices();
    },
    v,
    texts(results) {
      one('run-list').results = results;
      one('run-rows').results = results;
      one('numbers-view').results = results;
      one('spike-view').results = results;
      one('instant-view').results = results;
      for (const controls of [form, quick])
        controls.show(session.experiment, fresh, session.preset.runs[session.selected]);
      place.byId('reveal')?.toggleAttribute('hidden', results.withheld || !TO_FIND.has(results.preset.id));
      lookAtActiveField();
      fresh = false;
      drawPresetText(place, session);
      drawPinnedNames(place.byId('pinned-names'), results.ghosts);
      analyses.drawDrive(); // it gives the slider its range
    },
    others: [
      ...traceViews,
      (results) => {
        zoom.show(results);
        presets.markStretch(results);
        analyses.drawPlane();
      },
      () => analyses.drawTab(),
      () => speech.later(),
      () => one('share-dialog').follow(),
    ],
  });
  const analyses = shownAnalyses(place, core, engine, session, draw.forAll);
  const speech = spoken(place, draw.results, analyses.effect);

  /** Draws after only the cursor has moved. */
  function drawCursor() {
    if (!draw.forAll()) return; // restoring a switch presses it before anything is drawn
    const before = draw.atCursor();
    const results = draw.results();
    one('instant-view').results = results;
    one('spike-view').atCursor = results;
    zoom.show(results);
    for (const view of traces) view.atCursor = results;
    analyses.drawPlane();
    if (results.plane.current !== before.plane.current || results.highlight !== before.highlight) analyses.drawTab();
  }

  // --- input ---

  const hear = hearMenu(one('.hear-menu'), draw.results, (text) => tell(place, text));
  one('#hear summary').textContent = place.words.sound.title;
  closeByItself(one('#menu'));
  closeByItself(one('#plane-options'));
  place.atEnd(hear.end);

  const sheet = phoneSheet(place, session);
  const cursor = followCursor(place, session.cursor, drawCursor);
  const lookAtActiveField = followActiveField(place, (path) => {
    for (const view of [...traces, one('phase-view')]) view.moved = movedBy(path);
    for (const view of traces) view.field = path;
    form.activeField = path;
  });
  // A close-up stays during a drag; afterwards it is that of the state.
  watchPointer(place, session, () => (session.cursor.zoomed || session.cursor.straight) && draw.soon());
  watchTerms(place);
  selectText(place);
  const theme = watchTheme(place, (theme) => lab.paint(theme), draw.soon);
  watchButtons(place, session);
  keepFocus(place);

  place.listen('submit', (event) => event.preventDefault(), {target: one('.controls')});
  const language = /** @type {HTMLSelectElement | HTMLButtonElement} */ (place.byId('language'));
  const askLanguage = () => {
    emit(language, 'language', language.value);
    if (language.type !== 'button') language.value = place.element.lang; // a language that was refused is not chosen
  };
  place.listen(language.type === 'button' ? 'click' : 'change', askLanguage, {target: language});

  // --- stored state, and what follows a change ---

  const presets = presetChooser(place, session, analyses.choose, () => {
    address?.write(true);
    speech.open();
  });
  const switched = switches(place, {
    zoomed: (on) => cursor.wish('zoomed', on),
    straight: (on) => cursor.wish('straight', on),
    backward: (on) => cursor.wish('backward', on),
    swap: (on) => draw.forAll() && (one('phase-view').swapped = on),
    // On a phone, where both are offered, only one of them is large.
    enlarge(on) {
      presets.enlarge(on);
      if (on) switched.set({name: 'picture', on: false});
    },
    picture(on) {
      one('main').toggleAttribute('data-picture', on);
      if (on) switched.set({name: 'enlarge', on: false});
    },
    reveal(on) {
      session.reveal.asked = on;
      draw.soon();
    },
    // For a class that is to find the answers while the lecturer shows the page.
    withhold(on) {
      place.door.hide(on ? ANSWERS : []);
      hideWithheld(place);
      withheld();
    },
    unfold(on) {
      one('main').toggleAttribute('data-unfolded', on);
      one('trace-view[name=u]').folded = !on;
    },
  });
  // Whoever embeds the lab, or links to it, may have withheld them for good.
  if (options.answers === false || options.withhold?.length) hideForGood(place);
  function withheld() {
    session.reveal.answers = place.door.reveals('verdict');
    place.byId('live').textContent = '';
    drawPresetTitle(place, session);
    slides.draw();
    speech.later();
    analyses.chooseAgain();
    draw.soon();
  }
  const link = linked(place, engine, session, presets.shownPreset, analyses);
  const address = options.ownsPage ? followAddress(place, session, link) : undefined;
  const state = () => ({
    tab: analyses.tab(),
    chosen: analyses.chosen(),
    on: switched.on(),
    at: session.cursor.fixed ? session.cursor.time : null,
  });
  /** Restores the state of the screen. @param {any} state */
  function take({tab, chosen, on, at}) {
    if (analyses.take(tab, chosen)) tell(place, place.words.asking.searchGone);
    if (Array.isArray(on)) switched.take(on);
    if (Number.isFinite(at) && at >= 0) session.cursor.point({time: at, how: 'touch'});
    else if (session.cursor.fixed) session.cursor.point({time: null});
  }
  const stored = storedState(place, session, {
    ...presets,
    screen: state,
    takeScreen: take,
    address,
  });
  /** The one that was opened last. */
  let {preset} = session;
  place.listen(
    'change',
    ({detail: {why}}) => {
      if (why === 'locked') showLocked(place, session);
      if (why === 'opened' || why === 'restored' || why === 'selected' || why === 'locked') {
        fresh = true;
        place.letGo(); // a drag still waiting for its frame would change the runs just opened
      }
      speech.forget();
      long.letGo();
      if (why === 'looked') long.looked();
      if (why === 'opened') {
        analyses.forgetChoices();
        // Going back to the preset on show takes nothing from whoever has asked for it.
        if (preset !== session.preset)
          for (const name of /** @type {const} */ (['reveal', 'zoomed', 'straight'])) switched.set({name, on: false});
        ({preset} = session);
        presets.showStretches();
      }
      if (why !== 'looked') hear.stop();
      stored.changed();
      draw.soon();
    },
    {target: session},
  );
  place.listen('released', draw.soon, {target: session});
  presets.showStretches();
  showLocked(place, session);
  stored.showSteps();

  const {ownsPage = false} = options;
  const shared = sharing(
    place,
    engine,
    session,
    {fragment: link.fragment, screen: state, results: draw.results, lab},
    ownsPage,
  );
  const shelf = shelving(place, engine, session, shared);
  const opened = opener(place, engine, session, {lab, link, stored, shelf, switched});
  const slides = slideShow(place, session, opened.openSetUp, shelf.title);
  projector(place, {
    duration: () => session.experiment.duration,
    before: theme.before,
    beside: presets.beside,
    slides,
    resized: theme.anew,
  });
  const answering = {
    lab,
    edit,
    speech,
    analyses,
    cursor,
    presets,
    stored,
    opener: opened,
    sharing: shared,
    shelf,
    slides,
    hear,
    sheet,
    draw,
    long,
    switched,
    chooseTheme: theme.choose,
  };
  answerIntents(place, engine, session, answering);

  const lockNow = () => lockAtFirst(place, engine.schema(), session, options);

  return {
    place,
    notices,
    state,
    take,
    /** To be called when something else is withheld. */
    withheld,
    openAtFirst() {
      // What is locked is as the address, the page or the options say, whatever this tab was used for before.
      const history = stored.openAtFirst(options.lock?.length ? lockNow : undefined);
      // What a page says that has the lab in it, rather than the address.
      if (options.link) link.open(`#${options.link}`);
      const problems = options.experiment ? session.edit(options.experiment) : [];
      if (problems.length) tell(place, problems.map(({message}) => message).join(' '));
      if (!address) session.hold();
      const again = options.work && stored.takeUp(options.work);
      lockNow();
      return again ?? history;
    },
    showSteps: stored.showSteps,
    /**
     * Draws everything for the first time, and from then on follows the width of the plots.
     * @param {() => Promise<void>} [load] loads the views that are not there yet; without it, nothing yields to the browser
     */
    async draw(load) {
      const fillViews = () => {
        giveSchema(place, engine, session);
        sheet.begin();
        one('phase-view').swapped = switched.on().includes('swap');
      };
      await draw.begin(fillViews, load);
      if (place.signal.aborted) return;
      // Below the fold, and takes some searches: after the first frame.
      const findings = place.afterRest(() => (one('findings-view').findings = engine.findings()), 0);
      place.inNextFrame(findings)();
    },
  };
}
