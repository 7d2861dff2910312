// long-run.js: a run that takes longer than an edit may, to its end in a worker, if somebody asks for it.
import {byId, one} from './dom.js';
import {tell} from './shell.js';
import {simulateInWorker} from './worker.js';
import {words} from './words/words.js';

/** @param {import('./session.js').Session} session @param {() => void} drawNotices */
export function longRuns(session, drawNotices) {
  /** @type {{stop: () => void, version: number} | undefined} */
  let long;

  function button() {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = 'long-run';
    const running = long && long.version === session.version;
    button.textContent = running ? words.stop : words.runToTheEnd;
    button.addEventListener('click', () => (long && long.version === session.version ? long.stop() : runLong()));
    return button;
  }

  async function runLong() {
    long?.stop();
    const {version, selected, experiment} = session;
    const {result, stop} = simulateInWorker(experiment, session.longWindow(selected));
    const mine = {stop, version};
    long = mine;
    byId('ended').firstChild?.replaceWith(words.running);
    one('#long-run').replaceWith(button());
    try {
      session.adopt(selected, await result, version);
    } catch (error) {
      if (session.version === version) drawNotices();
      if (/** @type {Error} */ (error).message !== 'stopped') tell(words.workerFailed);
    }
    if (long === mine) long = undefined;
    if (session.version === version) drawNotices();
  }

  return {
    button,
    /** Whatever is under way is of no use any more, unless it is about what is on show. */
    letGo() {
      if (long && long.version !== session.version) long.stop();
    },
  };
}
