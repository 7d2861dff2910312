// page/analyses.js: passes the phase plane and the open tab their results, with whatever the page and the worker have found for them
// so far. Nothing is computed for views that are not shown.
import {baseOf} from '../engine/shared.js';
import {answersFor, kindsOf} from './answers.js';
import {effectOfEdit} from './effect.js';
import {tabOf, tabs} from './tabs.js';

/**
 * @param {import('../plot/place.js').Place} place
 * @param {Engine} core for what is worked out where no worker is allowed
 * @param {Worded} engine in the language of the page @param {import('../session/session.js').Session} session
 * @param {() => Results | undefined} shown what the views show, once all of them are there
 */
export function shownAnalyses(place, core, engine, session, shown) {
  const answers = answersFor(place, core, engine, session);
  const {analysis, choices, draw} = answers;
  const effect = effectOfEdit(place, core, session, analysis, choices);
  let tab = 'plane';

  /** The view in a tab. @param {string} name */
  const viewIn = (name) => place.one(`#panel-${name} > :not(h3)`);

  /** Draws what lies on the slider of the stimulus, and the verdict, which compares the same thresholds. */
  const drawDrive = () => {
    driveSoon.cancel(); // everything that has arrived is about to be drawn
    const results = shown();
    if (!results) return;
    draw(place.one('quick-bar'), results);
    drawVerdict(results);
    effect.draw(results);
  };

  /** During a drag, several answers arrive within a frame. */
  const driveSoon = place.inNextFrame(drawDrive);

  /** Says why the selected run fires as it does. @param {Results} results */
  function drawVerdict(results) {
    const whole = Boolean(shown());
    const said = answers.verdictOf(results, whole);
    place.one('verdict-view').show(results, said, whole);
    if (whole) place.one('phase-view').verdict = said;
  }

  /** Draws the phase plane. */
  function drawPlane() {
    planeSoon.cancel();
    const results = shown();
    if (results) draw(place.one('phase-view'), results);
  }

  /** Draws the view of the open tab. */
  function drawTab() {
    redraw.cancel(); // everything that has arrived is about to be drawn
    const results = shown();
    if (results && kindsOf(viewIn(tab)).length) draw(viewIn(tab), results);
  }

  const redraw = place.inNextFrame(drawTab);
  const planeSoon = place.inNextFrame(drawPlane);

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
    if (kindsOf(place.one('phase-view')).includes(kind)) planeSoon();
    if (kindsOf(place.one('quick-bar')).includes(kind) || baseOf(kind) === 'verdict') driveSoon();
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
    /** What the open tab answers, in words; '' if it is not known yet, undefined if it has no answer to say. @returns {string | undefined} */
    spoken: () => (place.door.reveals('announcements') ? viewIn(tab).spoken : undefined),
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
