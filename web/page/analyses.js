// page/analyses.js: passes the phase plane and the open tab their results, with whatever the page and the worker have found for them
// so far. Nothing is computed for views that are not shown.
import {analyses} from 'listed:analyses';
import {Analyses} from '../engine/analyses.js';
import {baseOf} from '../engine/shared.js';
import {AnalysisChoices} from '../session/analysis-choices.js';
import {tabs} from './tabs.js';

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
  let tab = 'figure';

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
  const viewIn = (name) => place.one(`#panel-${name} > *`);
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
    const names = session.ghosts.map(ghostName);
    for (const kind of analysis.open)
      if (kind.includes(':') && !names.some((name) => kind.endsWith(`:${name}`))) analysis.drop(kind);
    const here = records.map((one) => one.here?.(engine, results));
    view.results = Object.assign({}, results, ...here, {answers: known});
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
    if (results && tab !== 'figure') draw(viewIn(tab), results);
  }

  const redraw = place.inNextFrame(drawTab);

  const choose = tabs(place.byId('analysis-tabs'), (name) => {
    const kept = [viewIn(name), place.one('phase-view')].flatMap(kindsOf);
    for (const kind of analysis.open) if (!kept.includes(baseOf(kind))) analysis.forget(kind);
    tab = name;
    drawTab();
  });
  analysis.addEventListener('part', (event) => {
    const {detail: kind} = /** @type {CustomEvent} */ (event);
    if (kindsOf(place.one('phase-view')).includes(kind)) drawPlane();
    if (kindsOf(viewIn(tab)).includes(baseOf(kind))) redraw();
  });
  return {
    drawPlane,
    drawTab,
    choose,
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
      if (mark?.mark !== 'current') return;
      choices.sweepOver(mark.value);
      choose('bifurcation');
    },
    /** The user's choices, by the names of the core's questions. */
    chosen: () => choices.chosen,
    /** Restores the tab and choices as far as they are valid; returns the same as `adopt`. @param {any} name of a tab @param {any} chosen */
    take(name, chosen) {
      const gone = choices.adopt(chosen);
      choose(/^[\w-]+$/.test(name) && place.byId(`panel-${name}`) ? name : tab);
      return gone;
    },
    /** Chooses the open tab again. */
    chooseAgain: () => choose(tab),
    /** To be called when another preset is shown. */
    forgetChoices: () => choices.forget(session.preset),
  };
}
