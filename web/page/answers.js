// page/answers.js: the answers that the views of a lab show beside its runs, with whatever the page and the worker have found so far.
import {analyses} from 'listed:analyses';
import {Analyses} from '../engine/analyses.js';
import {AnalysisChoices} from '../session/analysis-choices.js';
import {BEFORE} from './effect.js';

/** The analyses shown by a view, by its tag. @param {string} tag */
const shownBy = (tag) => analyses.filter(({view}) => view === tag);
/** The kinds of answers shown by a view. @param {HTMLElement} view */
export const kindsOf = ({localName}) => shownBy(localName).map(({id}) => id);

/**
 * @param {import('../plot/place.js').Place} place
 * @param {Engine} core for what is worked out where no worker is allowed
 * @param {Worded} engine in the language of the page @param {import('../session/session.js').Session} session
 */
export function answersFor(place, core, engine, session) {
  const analysis = new Analyses(core, analyses);
  place.atEnd(() => analysis.end());
  const choices = new AnalysisChoices(engine, analyses);

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

  return {
    analysis,
    choices,
    /** Gives a view the results and the worker's answers so far, and asks for whatever is new. @param {any} view @param {Results} results */
    draw(view, results) {
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
    },
    /** Why the selected run fires as it does: compared with thresholds once they are known, if they may be. @param {Results} results @param {boolean} compares */
    verdictOf(results, compares) {
      const {experiment, recording, verdict} = results.runs[results.selected];
      const found = compares && results.revealed && verdict.pending && thresholdsFor(results);
      if (found && (last.verdict !== verdict || last.found !== found)) {
        const {spikes, reset_u, ended} = recording;
        last = {verdict, found, compared: core.compared_verdict(experiment, spikes, reset_u, ended, found)};
      }
      return (found && last.compared) || verdict;
    },
  };
}
