// views/play-button.js: Play, which becomes Pause while something plays.
import {html, render} from 'lit-html';
import {elementOf} from './dom.js';

const ICONS = {
  play: 'M3 1v14l11-7z',
  pause: 'M3 1h4v14H3zM9 1h4v14H9z',
  start: 'M2 1h2.5v14H2zM14 1v14L5 8z',
  // A spike with an arrow on its left, pointing back, or on its right, pointing on.
  back: 'M5 15L8 1l3 14H9.5L8 6 6.5 15zM4 4v8L0 8z',
  on: 'M5 15L8 1l3 14H9.5L8 6 6.5 15zM12 4v8l4-4z',
};
/** @param {keyof typeof ICONS} name */
export const icon = (name) => html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${ICONS[name]}></path></svg>`;

/** @param {Words} words @param {() => void} onPress */
export function playButton(words, onPress) {
  const element = elementOf(html`<button type="button" class="small play" @click=${onPress}></button>`);
  const show = (/** @type {boolean} */ playing) => {
    const now = playing ? 'pause' : 'play';
    render(icon(now), element);
    element.title = words.cursor[now];
  };
  show(false);
  return {element, show};
}
