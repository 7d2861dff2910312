// engine/questioner.js: works on the questions that it is asked, in the worker, or in the page where no worker is allowed.
import {analyses} from './analyses.js';
import {breath} from './breath.js';

/** What is asked of several things at once: 'fi' of the run on show, 'fi:0' of the first one pinned. @param {string} kind */
export const baseOf = (kind) => kind.replace(/:.*/, '');

/** @param {any} error */
export const messageOf = (error) => String(error.message ?? error);

/**
 * Takes {ask: {id, kind, question, skip}}, `skip` the first parts that are known already, and {stop: kind}; answers
 * {id, kind, part}, then {id, kind, done}, or {id, kind, error}. Several kinds take turns, and a part that is undefined is no more than that; a newer question of a kind ends the older one.
 * @param {() => Promise<Engine>} engine @param {(message: any) => void} answer
 */
export function questioner(engine, answer, kinds = analyses) {
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
          one.steps ??= kinds[baseOf(one.kind)](core, one.question);
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
