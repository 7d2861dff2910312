// embed/host.js: talks with the page that has the lab in a frame, by messages (EMBED.md). The parent alone is heard and answered, at
// its own address alone, and a message is data of a bounded size.
import {askEdit, askLock, askOpen, wrong} from './ask.js';
import {VERSION, messageIn} from './data.js';
import {measuresIn, runIn, setUpIn} from './shown.js';

/** @typedef {import('../page/mount.js').Lab} Lab */
/** @typedef {Record<string, any>} Answer */

/** The most messages that wait for the lab to be ready. */
const MOST_WAITING = 100;
/** At least so long between two messages about spikes, in ms. */
const BETWEEN = 50;

/** What the lab itself says. It may come back to it, from a host that sends everything on: no answer answers an answer. @param {string} type @param {any} data */
const isOwn = (type, data) => type === 'answer' || type === 'ready' || (type === 'spikes' && 'times' in data);

/** What a frame's parent may ask: each answers data, or problems. @type {Record<string, (lab: Lab, asked: Record<string, any>) => Answer>} */
const ANSWERED = {
  get: (lab) => setUpIn(lab),
  set(lab, {experiment, link}) {
    const problems = link === undefined ? askEdit(lab, experiment) : askOpen(lab, link);
    return problems.length ? {problems} : setUpIn(lab);
  },
  lock(lab, {names}) {
    const problems = askLock(lab, names);
    return problems.length ? {problems} : {locked: names};
  },
  measures(lab) {
    const measures = measuresIn(lab);
    return measures ? {measures, ended: runIn(lab).ended} : {problems: wrong('measures', 'withheld')};
  },
};

/**
 * Hears the parent of this frame from now on. The lab's page calls it once.
 * @param {Lab} lab
 */
export function hearHost(lab) {
  if (window.parent === window) return;
  let waiting = 0;
  /** To whom spikes are told; '' to nobody. */
  let spikesTo = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let telling;

  /** @param {Answer} message @param {string} to an origin, or '*' */
  const post = (message, to) => window.parent.postMessage({izh: VERSION, ...message}, to);
  // An origin without an address, that of a file or of a strict sandbox, cannot be named.
  const nameable = (/** @type {string} */ origin) => (/^https?:\/\//.test(origin) ? origin : '*');

  function tellSpikes() {
    telling = undefined;
    if (spikesTo) post({type: 'spikes', ...runIn(lab)}, spikesTo);
  }
  const spikesSoon = () => spikesTo && (telling ??= setTimeout(tellSpikes, BETWEEN));

  /** @param {import('./data.js').Asked} message @param {string} to @returns {Answer | undefined} */
  function answerTo({type, asked}, to) {
    if (!asked) return {problems: wrong('', 'not_data')};
    if (type === 'spikes') {
      spikesTo = asked.subscribe === false ? '' : to;
      spikesSoon();
      return {subscribed: Boolean(spikesTo)};
    }
    return Object.hasOwn(ANSWERED, type) ? ANSWERED[type](lab, asked) : {problems: wrong('type', 'unknown_type')};
  }

  window.addEventListener('message', async ({data, source, origin}) => {
    if (source !== window.parent) return;
    const message = messageIn(data);
    if (!message || isOwn(message.type, data)) return;
    const to = nameable(origin);
    const answer = (/** @type {Answer} */ what) => post({type: 'answer', id: message.id, ...what}, to);
    if (waiting >= MOST_WAITING) return answer({problems: wrong('', 'too_many_waiting')});
    waiting += 1;
    try {
      await lab.ready;
    } catch {
      return answer({problems: wrong('', 'not_running')});
    } finally {
      waiting -= 1;
    }
    try {
      const found = answerTo(message, to);
      if (found) answer(found);
    } catch (error) {
      answer({problems: wrong('', 'failed')});
      throw error;
    }
  });

  lab.ready.then(
    () => {
      lab.addEventListener('change', spikesSoon);
      // Anyone may know this, so it is said before it is known who is there.
      post({type: 'ready', version: __VERSION__, preset: lab.inside.session.preset.id}, '*');
    },
    () => {}, // the lab says so in its place
  );
}
