// views/pinned-names.js: which line is which pinned run, or the run as it was before an edit, above the picture of v.
import {html, render} from 'lit-html';
import {lineSample} from '../plot/line-sample.js';
import {GHOST_DASHES} from '../plot/palette.js';

/** @param {HTMLElement} box @param {Result[]} ghosts */
export function drawPinnedNames(box, ghosts) {
  const named = ghosts.map(({name}, index) => html`<span>${lineSample(GHOST_DASHES[index], 'ghost')} ${name}</span>`);
  render(named, box);
}
