// embed/shown.js: what a lab shows, as plain data for the page around it.
import {displayOf} from '../send/display.js';
import {links} from '../send/link.js';
import {queryOf} from '../send/site-address.js';

/** @typedef {import('../page/mount.js').Lab} Lab */

/** The most spike times that are told. */
const MOST_SPIKES = 1e5;

/** The fragment of a link to all that is set up, without '#'. @param {Lab} lab */
export function fragmentOf(lab) {
  const {engine, session} = lab.inside;
  const {preset, runs, selected, labels, pinned} = session;
  return links(engine.schema(), session.presets).linkOf(preset.id, runs, selected, {labels, ghosts: pinned.all});
}

/** The same, and before it the query that says what is locked and withheld, where anything is: what opens from it is so as well. @param {Lab} lab */
function linkOf(lab) {
  const query = queryOf(displayOf({lock: lab.inside.options.lock, answers: !lab.withheld.includes('verdict')}));
  return query ? `?${query}#${fragmentOf(lab)}` : fragmentOf(lab);
}

/** Whether a link is the one to what is shown. @param {Lab} lab @param {string} link */
export const shows = (lab, link) => link === linkOf(lab) || link === fragmentOf(lab);

/** What is set up: the preset, the selected run and its experiment, and a link to all of it. @param {Lab} lab */
export function setUpIn(lab) {
  const {preset, selected} = lab.inside.session;
  return {preset: preset.id, run: selected + 1, experiment: lab.experiment, link: linkOf(lab)};
}

/** The result of the selected run. @param {Lab} lab */
function resultIn(lab) {
  const {session} = lab.inside;
  return session.recordings.of(session.runs, session.shownWindow)[session.selected];
}

/** How the selected run ended, and its spikes: the times in ms, of the whole run. @param {Lab} lab */
export function runIn(lab) {
  const {spikes, ended} = resultIn(lab).recording;
  return {times: Array.from(spikes.subarray(0, MOST_SPIKES)), ended: {kind: ended.kind, time: ended.time}};
}

/** The measures of the selected run; undefined where the lab withholds them. @param {Lab} lab */
export function measuresIn(lab) {
  if (lab.withheld.includes('measures')) return undefined;
  const {measures, pattern} = resultIn(lab);
  const numbers = Object.entries(measures).filter(
    ([name, value]) => typeof value === 'number' || (value === null && !name.endsWith('_none')),
  );
  return {...Object.fromEntries(numbers), pattern: pattern.kind};
}
