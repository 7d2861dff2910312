// page/long-run.js: a run that takes longer than an edit may take, computed to its end in a worker when the user asks for it.
import {emit} from '../plot/door.js';
import {hasFocus} from '../plot/place.js';
import {STOPPED, studyInWorker} from '../engine/worker.js';
import {tell} from './message.js';

/** How long a stretch of time must be shown before it is sampled more finely, in ms. */
const SETTLED = 300;

/**
 * @param {import('../session/session.js').Session} session
 * @param {{place: import('../plot/place.js').Place, notices: () => void}} screen the current one, which may be replaced
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
    button.addEventListener('click', () => emit(button, 'long-run', !running));
    return button;
  }

  async function runLong() {
    long?.stop();
    const {version, selected, experiment} = session;
    const {result, stop} = studyInWorker(experiment, session.recordings.longWindow(experiment));
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
      if (/** @type {Error} */ (error).message !== STOPPED) tell(screen.place, screen.place.words.workerFailed);
    }
    if (long === mine) long = undefined;
    if (session.version === version) screen.notices();
  }

  /** @type {{stop: () => void, version: number} | undefined} */
  let finer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  /** Samples the stretch shown of the worker's runs again, if their samples are too far apart for it. */
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
        return; // stopped for another stretch, or failed: the previous samples stay
      }
    }
  }

  return {
    button,
    /** Continues the selected run to its end, or stops that. @param {boolean} on */
    run: (on) => void (on ? runLong() : long?.stop()),
    /** To be called when another stretch of time is shown. */
    looked() {
      finer?.stop();
      clearTimeout(soon);
      soon = setTimeout(sampleAnew, SETTLED);
    },
    /** Stops all work that is no longer about the runs shown. */
    letGo() {
      for (const one of [long, finer]) if (one && one.version !== session.version) one.stop();
    },
    /** Stops all work, for good. */
    end() {
      ended = true;
      clearTimeout(soon);
      for (const one of [long, finer]) one?.stop();
    },
  };
}
