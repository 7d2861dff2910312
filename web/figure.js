// figure.js: the figure on show in words: what it is, whence it comes, how far it came, and what to press about its start.
import {byId, one, write} from './dom.js';
import {fixed, typeset, withUnit} from './words/format.js';
import {words} from './words/words.js';
import {say} from './views/prose.js';

/** @param {import('./session.js').Session} session */
export function drawFigure({preset, edited, runs, startMoved}) {
  write(byId('preset-title'), preset.title + (edited ? ` (${words.edited})` : ''));
  say(byId('figure-title'), preset.title);
  say(byId('caption'), preset.caption);
  write(byId('remark'), typeset(preset.remark));
  write(byId('source'), `${words.source}: ${preset.source}.`);
  write(byId('protocol'), words.protocol(runs));
  one('preset-gallery').current = preset.id;
  // Without a stimulus the start is all that drives the cell, and from rest nothing would happen.
  const driven = runs.some(({stimulus}) => stimulus.length);
  byId('from-rest').hidden = !driven || runs.every(({initial}) => initial.kind === 'rest');
  byId('as-preset').hidden = !startMoved;
}

/** Where the run on show ended early, or a stimulus reaches beyond it. @param {Result} run @param {() => Node} [more] what to press for the rest of it */
export function drawNotices({recording, clipped}, more) {
  const {kind, time} = recording.ended;
  const lines = kind === 'finished' ? [] : [words.ended[kind](withUnit(fixed(time, 3), 'ms'))];
  const focused = byId('ended').contains(document.activeElement);
  byId('ended').replaceChildren(...lines);
  byId('ended').hidden = lines.length === 0;
  if (kind === 'out of budget' && more) byId('ended').append(' ', more());
  if (focused) (byId('long-run') ?? one('.plot.v .cursor-track'))?.focus({preventScroll: true});
  write(byId('clipped'), Array.from(clipped, words.clipped).join(' '));
  byId('clipped').hidden = clipped.length === 0;
}
