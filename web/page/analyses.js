// page/analyses.js: passes the phase plane and the open tab their results, with whatever the page and the worker have found for them
// so far. Nothing is computed for views that are not shown.
import {analyses} from 'listed:analyses';
import {Analyses} from '../engine/analyses.js';
import {baseOf} from '../engine/shared.js';
import {AnalysisChoices} from '../session/analysis-choices.js';
import {BEFORE, effectOfEdit} from './effect.js';
import {tabOf, tabs} from './tabs.js';

/** The analyses shown by a view, by its tag. @param {string} tag */
const shownBy = (tag) => analyses.filter(({view}) => view === tag);

/**
 * @param {import('../plot/place.js').Place} place
 * @param {Engine} core for what is worked out where no worker is allowed
 * @param {Worded} engine in the language of the page @param {import('../session/session.js').Session} session
 * @param {() => Results | undefined} shown what the views show, once all of them are there
 */
export function shownAnalyses(place, core, engine, session, shown) {
  const analysis = new Analyses(core, analyses);
  place.atEnd(() => analysis.end());
  const choices = new AnalysisChoices(engine, analyses);
  const effect = effectOfEdit(place, core, session, analysis, choices);
  let tab = 'plane';

  let named = 0;
  /** @type {WeakMap<object, string>} */
  const ghostNames = new WeakMap();
  /** The name under which answers about a pinned run are filed; it is unique for as long as the run is pinned. @param {object} ghost */
  function ghostName(ghost) {
    if (!ghostNames.has(ghost)) ghostNames.set(ghost, String((named += 1)));
    return ghostNames.get(ghost);
  }

  /** What is known so far about a pinned run. @param {string} kind @param {Results} results @param {number} index */
  function ofGhost(kind, results, index) {
    const question = choices.ofGhost(kind, results, index);
    if (!question) return undefined;
    const name = `${kind}:${ghostName(session.ghosts[index])}`;
    analysis.ask(name, question);
    return analysis.answer(name)?.part;
  }

  /** The view in a tab. @param {string} name */
  const viewIn = (name) => place.one(`#panel-${name} > :not(h3)`);
  /** The kinds of answers shown by a view. @param {HTMLElement} view */
  const kindsOf = ({localName}) => shownBy(localName).map(({id}) => id);

  /** Gives a view the results and the worker's answers so far, and asks for whatever is new. @param {any} view @param {Results} results */
  function draw(view, results) {
    const records = shownBy(view.localName);
    /** @type {Record<string, any>} */
    const known = {kinds: [], ghosts: {}};
    for (const {id, question, ghosts} of records) {
      if (!question) continue;
      known.kinds.push(id);
      analysis.ask(id, choices.of(id, results));
      known[id] = analysis.answer(id);
      known.ghosts[id] = ghosts ? results.ghosts.map((_, index) => ofGhost(id, results, index)) : [];
      if (!known[id].question.protocol) continue;
      known.protocol = choices.protocol;
      known.rate = choices.choice('rate_choice').rate;
      known.settings ??= results.runs.map(({experiment}) => choices.setting(experiment));
      known.axes ??= results.runs.map(({experiment, recording}) =>
        engine.protocol_axis(experiment, choices.protocol, recording.spikes),
      );
    }
    const names = [...session.ghosts.map(ghostName), BEFORE];
    for (const kind of analysis.open)
      if (kind.includes(':') && !names.some((name) => kind.endsWith(`:${name}`))) analysis.drop(kind);
    const here = records.map((one) => one.here?.(engine, results));
    view.results = Object.assign({}, results, ...here, {answers: known});
  }

  /** Draws what lies on the slider of the stimulus, and the verdict, which compares the same thresholds. */
  const drawDrive = () => {
    const results = shown();
    if (!results) return;
    draw(place.one('quick-bar'), results);
    drawVerdict(results);
    effect.draw(results);
  };

  /** The verdict last compared with thresholds, and what it was made of. @type {{verdict?: RunVerdict, found?: any, compared?: RunVerdict}} */
  let last = {};
  /** The thresholds that a verdict asks for, once they are known: those of the slider's step, or of another. @param {Results} results */
  function thresholdsFor(results) {
    const {asks} = results.runs[results.selected].verdict;
    const kind = asks ? 'verdict' : 'drive';
    if (asks) analysis.ask(kind, choices.of(kind, results));
    const {part, stale} = analysis.answer(kind) ?? {};
    return stale ? undefined : part?.found;
  }

  /** Says why the selected run fires as it does. @param {Results} results */
  function drawVerdict(results) {
    const {experiment, recording, verdict} = results.runs[results.selected];
    const whole = Boolean(shown());
    const found = whole && results.revealed && verdict.pending && thresholdsFor(results);
    if (found && (last.verdict !== verdict || last.found !== found)) {
      const {spikes, reset_u, ended} = recording;
      last = {verdict, found, compared: core.compared_verdict(experiment, spikes, reset_u, ended, found)};
    }
    const said = (found && last.compared) || verdict;
    place.one('verdict-view').show(results, said, whole);
    if (whole) place.one('phase-view').verdict = said;
  }

  /** Draws the phase plane. */
  function drawPlane() {
    const results = shown();
    if (results) draw(place.one('phase-view'), results);
  }

  /** Draws the view of the open tab. */
  function drawTab() {
    redraw.cancel(); // everything that has arrived is about to be drawn
    const results = shown();
    if (results && (tab === 'compare' || shownBy(viewIn(tab)?.localName).length)) draw(viewIn(tab), results);
  }

  const redraw = place.inNextFrame(drawTab);

  const chooseTab = tabs(place.byId('analysis-tabs'), place.byId('more-tabs'), (name) => {
    const kept = [viewIn(name), place.one('phase-view'), place.one('quick-bar'), place.one('verdict-view')].flatMap(
      kindsOf,
    );
    for (const kind of analysis.open) if (!kept.includes(baseOf(kind))) analysis.forget(kind);
    tab = name;
    // Beside a plot that the preset is not about, its story takes no room.
    place.one('main').toggleAttribute('data-apart', name !== 'plane' && name !== tabOf(session.preset));
    drawTab();
  });
  const choose = (/** @type {string} */ name) => chooseTab(place.door.reveals('analyses') ? name : 'plane');
  analysis.addEventListener('part', (event) => {
    const {detail: kind} = /** @type {CustomEvent} */ (event);
    if (kindsOf(place.one('phase-view')).includes(kind)) drawPlane();
    if (kindsOf(place.one('quick-bar')).includes(kind) || baseOf(kind) === 'verdict') drawDrive();
    if (kindsOf(viewIn(tab)).includes(baseOf(kind))) redraw();
  });
  return {
    effect,
    drawPlane,
    drawDrive,
    drawVerdict,
    drawTab,
    /** Opens a tab; false if it does not exist. @param {string} name */
    choose(name) {
      const known = /^[\w-]+$/.test(name) && Boolean(place.byId(`tab-${name}`));
      if (known) choose(name);
      return known;
    },
    tab: () => tab,
    /** Changes the range, protocol or rate of an analysis; returns the problems. @param {Ask} asked */
    ask({name, current, partial}) {
      const problems = choices.choose(name, current, partial, session.experiment);
      if (!problems.length) drawTab();
      return problems;
    },
    /** @param {string} kind */
    stop: (kind) => analysis.stop(kind),
    /** @param {string} kind */
    resume: (kind) => analysis.resume(kind),
    /** Shows a marked current in the diagram that has the current as an axis. @param {Marked | null} mark */
    mark(mark) {
      if (!mark) return;
      const current = mark.mark === 'current';
      if (current) choices.sweepOver(mark.value);
      // What is marked is shown; the button that asked for it is then out of sight.
      const from = place.focused;
      choose(current ? 'bifurcation' : 'plane');
      if (from && !from.checkVisibility()) place.byId(current ? 'tab-bifurcation' : 'tab-plane').focus();
    },
    /** The user's choices, by the names of the core's questions. */
    chosen: () => choices.chosen,
    /** Restores the tab and choices as far as they are valid; returns the same as `adopt`. @param {any} name of a tab @param {any} chosen */
    take(name, chosen) {
      choices.chosen = {};
      choices.forget(session.preset);
      const gone = choices.adopt(chosen);
      if (!this.choose(name)) choose(tab);
      return gone;
    },
    /** Chooses the open tab again. */
    chooseAgain: () => choose(tab),
    /** To be called when another preset is shown. */
    forgetChoices: () => choices.forget(session.preset),
  };
}
