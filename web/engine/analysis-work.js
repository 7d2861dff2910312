// engine/analysis-work.js: works on questions, in the worker or, where no worker is allowed, in the page.
import {breath} from './breath.js';

/** The analysis behind a kind asked about several runs: 'fi' for the run shown, 'fi:0' for the first pinned one. @param {string} kind */
export const baseOf = (kind) => kind.replace(/:.*/, '');

/**
 * The steps that answer a question of this kind. Throws if there is no such analysis.
 * @param {AnalysisSteps[]} analyses @param {string} kind @param {Engine} engine @param {any} question
 */
export function stepsOf(analyses, kind, engine, question) {
  const analysis = analyses.find(({id}) => id === baseOf(kind));
  if (!analysis?.steps) throw new Error(`there is no analysis that finds ${kind}`);
  return analysis.steps(engine, question);
}

/** @param {any} error */
export const messageOf = (error) => String(error.message ?? error);

/**
 * Takes {ask: {id, kind, question, skip}}, where the first `skip` parts are known already, and {stop: kind}; answers
 * {id, kind, part}, then {id, kind, done}, or {id, kind, error}. Several kinds take turns; a step that yields undefined sends
 * nothing; a newer question of a kind ends the older one.
 * @param {() => Promise<Engine>} engine @param {(message: any) => void} answer @param {AnalysisSteps[]} analyses
 */
export function analysisWork(engine, answer, analyses) {
  /** @type {Map<string, {id: number, kind: string, question: any, skip?: number, steps?: Generator}>} */
  const open = new Map();
  let working = false;

  async function work() {
    if (working) return;
    working = true;
    let core;
    try {
      core = await engine();
    } catch (error) {
      for (const {id, kind} of open.values()) answer({id, kind, error: messageOf(error)});
      open.clear();
      working = false;
      return;
    }
    while (open.size) {
      for (const one of [...open.values()]) {
        if (open.get(one.kind) !== one) continue;
        try {
          one.steps ??= stepsOf(analyses, one.kind, core, one.question);
          const {value, done} = one.steps.next();
          if (done) open.delete(one.kind);
          if (done) answer({id: one.id, kind: one.kind, done});
          else if (value !== undefined && one.skip) one.skip -= 1;
          else if (value !== undefined) answer({id: one.id, kind: one.kind, part: value});
        } catch (error) {
          open.delete(one.kind);
          answer({id: one.id, kind: one.kind, error: messageOf(error)});
        }
        await breath();
      }
    }
    working = false;
  }

  return {
    /** @param {any} message */
    take({ask, stop}) {
      if (stop) open.delete(stop);
      if (ask) open.set(ask.kind, ask);
      work();
    },
  };
}
