// page/long-run.js: a run that takes longer than an edit may, to its end in a worker, if somebody asks for it.
import {hasFocus} from '../plot/place.js';
import {studyInWorker} from '../engine/worker.js';
import {tell} from './shell.js';

/** How long a stretch of time is looked at before it is sampled anew, in ms. */
const SETTLED = 300;

/**
 * @param {import('../session/session.js').Session} session
 * @param {{place: import('../plot/place.js').Place, notices: () => void}} screen the one on show, which may become another
 */
export function longRuns(session, screen) {
  /** @type {{stop: () => void, version: number} | undefined} */
  let long;
  let ended = false;

  function button() {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = 'long-run';
    const running = long && long.version === session.version;
    button.textContent = running ? screen.place.words.stop : screen.place.words.runToTheEnd;
    button.addEventListener('click', () => (long && long.version === session.version ? long.stop() : runLong()));
    return button;
  }

  async function runLong() {
    long?.stop();
    const {version, selected, experiment} = session;
    const {result, stop} = studyInWorker(experiment, session.longWindow(selected));
    const mine = {stop, version};
    long = mine;
    screen.place.byId('ended').firstChild?.replaceWith(screen.place.words.running);
    const again = button();
    const pressed = screen.place.byId('long-run');
    const focused = hasFocus(pressed);
    pressed.replaceWith(again);
    if (focused) again.focus();
    try {
      session.adopt(selected, await result, version);
    } catch (error) {
      if (ended) return;
      if (/** @type {Error} */ (error).message !== 'stopped') tell(screen.place, screen.place.words.workerFailed);
    }
    if (long === mine) long = undefined;
    if (session.version === version) screen.notices();
  }

  /** @type {{stop: () => void, version: number} | undefined} */
  let finer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  /** Samples anew what is looked at of runs that the worker has done, as far as its samples lie too far apart for that. */
  async function sampleAnew() {
    const {version, runs} = session;
    for (const [index, experiment] of runs.entries()) {
      const window = session.fineWindow(index);
      if (!window) continue;
      const {result, stop} = studyInWorker({...experiment, duration: window.to}, window);
      finer = {stop, version};
      try {
        session.adopt(index, await result, version, true);
      } catch {
        return; // stopped, for another stretch; or what there was before stays
      }
    }
  }

  return {
    button,
    /** Another stretch of time is looked at. */
    looked() {
      finer?.stop();
      clearTimeout(soon);
      soon = setTimeout(sampleAnew, SETTLED);
    },
    /** Whatever is under way is of no use any more, unless it is about what is on show. */
    letGo() {
      for (const one of [long, finer]) if (one && one.version !== session.version) one.stop();
    },
    /** Ends all that is under way, for good. */
    end() {
      ended = true;
      clearTimeout(soon);
      for (const one of [long, finer]) one?.stop();
    },
  };
}
