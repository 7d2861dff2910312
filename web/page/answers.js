// page/answers.js: the phase plane and the tab on show, with what the page and the worker have found for them so far. What is not
// on show is not worked out.
import {Analysis} from '../engine/analysis.js';
import {differences} from '../session/differences.js';
import {baseOf} from '../engine/shared.js';
import {GHOSTLY, KINDS, Questions} from '../session/questions.js';
import {inWords} from '../words/core.js';
import {tabs} from './tabs.js';

/** The tabs whose answers are about a protocol. */
const PROTOCOLS = new Set(['rate', 'thresholds']);

/** What the page itself works out for a tab, as soon as it is asked. @type {Record<string, (engine: Engine, results: Results) => Partial<Results>>} */
const WORKED = {
  why(engine, {runs, selected, ghosts}) {
    const of = (/** @type {Cell} */ cell) => ({
      closed_forms: engine.closed_forms(cell),
      verdict: engine.integrator_or_resonator(cell),
    });
    const {experiment: own} = runs[selected];
    const others = ghosts.map(({name, experiment}) =>
      differences(experiment, own).some(({path}) => path.startsWith('cell.')) ? {name, ...of(experiment.cell)} : null,
    );
    return {...of(own.cell), pinned_forms: others};
  },
  map: (engine, {ghosts}) => ({
    pinned_resets: ghosts.map(({experiment, recording: {spikes, reset_u}, corners: {current}}) => {
      const last = current[current.length - 1];
      return engine.steady_train(experiment, spikes, reset_u, last).reset_u;
    }),
  }),
};

/**
 * @param {import('../plot/place.js').Place} place
 * @param {Engine} core in its own language, for what is worked out where no worker is allowed
 * @param {Engine} engine in the language of the page @param {import('../session/session.js').Session} session
 * @param {() => Results} shown
 */
export function answers(place, core, engine, session, shown) {
  const analysis = new Analysis(core, inWords);
  place.atEnd(() => analysis.end());
  const questions = new Questions(engine);
  let tab = 'figure';

  let named = 0;
  /** @type {WeakMap<object, string>} */
  const ghostNames = new WeakMap();
  /** What the answers about a pinned run are filed under: its own for as long as it is pinned. @param {object} ghost */
  function ghostName(ghost) {
    if (!ghostNames.has(ghost)) ghostNames.set(ghost, String((named += 1)));
    return ghostNames.get(ghost);
  }

  /** What is known so far of a pinned run. @param {string} kind @param {number} index */
  function ofGhost(kind, index) {
    const question = questions.ofGhost(kind, shown(), index);
    if (!question) return undefined;
    const name = `${kind}:${ghostName(session.ghosts[index])}`;
    analysis.ask(name, question);
    return analysis.answer(name)?.part;
  }

  /** The phase plane, with what the worker has found of what separates firing from rest. */
  function drawPlane() {
    analysis.ask('boundary', questions.of('boundary', shown()));
    place.one('phase-view').results = {...shown(), answers: {boundary: analysis.answer('boundary')}};
  }

  /** The view of the chosen tab, with what the worker has found for it so far; whatever is new is asked for. */
  function drawTab() {
    redraw.cancel(); // whatever has arrived by now is drawn now
    const results = shown();
    if (!results || tab === 'figure') return;
    /** @type {Record<string, any>} */
    const known = {ghosts: {}, rate: questions.choice('rate_choice').rate};
    if (PROTOCOLS.has(tab)) {
      known.protocol = questions.protocol;
      known.settings = results.runs.map(({experiment}) => questions.setting(experiment));
    }
    for (const kind of KINDS[tab]) {
      analysis.ask(kind, questions.of(kind, results));
      known[kind] = analysis.answer(kind);
      known.ghosts[kind] = GHOSTLY.has(kind) ? results.ghosts.map((_, index) => ofGhost(kind, index)) : [];
    }
    const names = session.ghosts.map(ghostName);
    for (const kind of analysis.open)
      if (kind.includes(':') && !names.some((name) => kind.endsWith(`:${name}`))) analysis.drop(kind);
    place.one(`#panel-${tab} > *`).results = {...results, ...WORKED[tab]?.(engine, results), answers: known};
  }

  const redraw = place.inNextFrame(drawTab);

  const choose = tabs(place.byId('analysis-tabs'), (name) => {
    for (const kind of analysis.open)
      if (kind !== 'boundary' && !KINDS[name].includes(baseOf(kind))) analysis.forget(kind);
    tab = name;
    drawTab();
  });
  analysis.addEventListener('part', (event) => {
    const {detail: kind} = /** @type {CustomEvent} */ (event);
    if (kind === 'boundary') drawPlane();
    if (KINDS[tab].includes(baseOf(kind))) redraw();
  });
  // A view asks with another range: {name, current, partial}; it is told what is wrong with it in `problems`.
  place.listen('ask', ({detail}) => {
    detail.problems = questions.choose(detail.name, detail.current, detail.partial, session.experiment);
    if (!detail.problems.length) drawTab();
  });
  // Where the current is an axis, there its mark is.
  place.listen('highlight', ({detail}) => {
    const {mark, value} = detail ?? {};
    if (mark !== 'current') return;
    questions.sweepOver(value);
    choose('bifurcation');
  });
  place.listen('stop', ({detail}) => analysis.stop(detail));
  place.listen('resume', ({detail}) => analysis.resume(detail));

  return {
    drawPlane,
    drawTab,
    choose,
    tab: () => tab,
    /** The ranges that were chosen, by the names of the core's questions. */
    chosen: () => questions.chosen,
    /** Takes over what was looked at before, as far as it is valid; answers as `adopt` does. @param {any} name of a tab @param {any} chosen */
    take(name, chosen) {
      const gone = questions.adopt(chosen);
      choose(Object.hasOwn(KINDS, name) ? name : tab);
      return gone;
    },
    /** The tab on show, as if it were chosen anew. */
    chooseAgain: () => choose(tab),
    /** Another preset is on show. */
    forgetChoices: () => questions.forget(session.preset),
  };
}
