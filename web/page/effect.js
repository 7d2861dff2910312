// page/effect.js: what the edit of a cell has done: to its curves, and to the currents at which it fires, in the story and, on a phone, in the editor.
import {differs} from '../session/differences.js';
import {say} from '../views/prose.js';
import {tell} from '../words/tell.js';

/** The name under which the thresholds of the cell before its edit are asked. */
export const BEFORE = 'before';
const KIND = `verdict:${BEFORE}`;

/**
 * @param {import('../plot/place.js').Place} place @param {Engine} core @param {import('../session/session.js').Session} session
 * @param {import('../engine/analyses.js').Analyses} analysis @param {import('../session/analysis-choices.js').AnalysisChoices} choices
 */
export function effectOfEdit(place, core, session, analysis, choices) {
  /** What the effect last shown was worked out from. @type {any[]} */
  let from = [];
  /** @type {ReturnType<Engine['edit_effect']> | null} */
  let effect = null;
  /** What is known of the thresholds under a step. @param {string} kind */
  const found = (kind) => {
    const {part, stale} = analysis.answer(kind) ?? {};
    return stale ? undefined : part?.found;
  };

  return {
    /** What is announced of it. */
    get heard() {
      return tell(place.words, effect?.heard);
    },
    /** Whether thresholds are still to come that would be told of. */
    get waits() {
      return effect?.pending === 1;
    },
    /** @param {Results} results */
    draw({runs, selected, revealed}) {
      const before = session.preset.runs[selected];
      const {experiment} = runs[selected];
      if (!revealed || !differs(before.cell, experiment.cell)) {
        effect = null;
      } else {
        const now = found('drive');
        // Not before the thresholds of the cell on show, which are drawn as well.
        if (now) analysis.ask(KIND, choices.ofFirstStep(before));
        const its = [before, experiment, now && found(KIND), now];
        if (!effect || its.some((one, i) => one !== from[i]))
          effect = core.edit_effect(before, experiment, its[2] ?? {}, now ?? {});
        from = its;
      }
      say(place.byId('effect'), tell(place.words, effect?.text));
      // On a phone the story is a screen further down: in short, beside the value that is edited.
      say(place.one('.effect-here'), this.heard || tell(place.words, effect?.text));
    },
  };
}
