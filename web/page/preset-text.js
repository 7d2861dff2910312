// page/preset-text.js: the texts of the figure shown: its title, caption, source and notices, and the buttons for its start.
import {write} from '../views/dom.js';
import {hasFocus} from '../plot/place.js';
import {say} from '../views/prose.js';
import {typeset, withUnit} from '../words/format.js';
import {unitOf} from '../engine/quantities.js';

/** @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export const drawPresetTitle = (place, {preset, edited}) =>
  write(place.byId('preset-title'), preset.title + (edited ? ` (${place.words.edited})` : ''));

/** @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export function drawPresetText(place, {preset, runs, startMoved}) {
  const {words} = place;
  say(place.byId('figure-title'), preset.title);
  say(place.byId('caption'), preset.caption);
  write(place.byId('remark'), typeset(preset.remark));
  write(place.byId('source'), `${words.source}: ${preset.source}.`);
  write(place.byId('protocol'), words.protocol(runs));
  place.one('preset-gallery').current = preset.id;
  // Without a stimulus, only the start drives the cell; from rest nothing would happen.
  const driven = runs.some(({stimulus}) => stimulus.length);
  place.byId('from-rest').hidden = !driven || runs.every(({initial}) => initial.kind === 'rest');
  place.byId('as-preset').hidden = !startMoved;
}

/**
 * Says that the run shown ended early, or that a stimulus extends beyond it.
 * @param {import('../plot/place.js').Place} place @param {Result} run @param {() => Node} [more] creates the button that runs it to the end
 */
export function drawNotices(place, {recording, clipped}, more) {
  const {words} = place;
  const {kind, time} = recording.ended;
  const lines =
    kind === 'finished' ? [] : [words.ended[kind](withUnit(words.numbers.milliseconds(time), unitOf('time')))];
  const focused = hasFocus(place.byId('ended'));
  place.byId('ended').replaceChildren(...lines);
  place.byId('ended').hidden = lines.length === 0;
  if (kind === 'out of budget' && more) place.byId('ended').append(' ', more());
  if (focused) (place.byId('long-run') ?? place.one('.plot.v .cursor-track'))?.focus({preventScroll: true});
  write(place.byId('clipped'), Array.from(clipped, words.clipped).join(' '));
  place.byId('clipped').hidden = clipped.length === 0;
}
