// plot/line-sample.js: a short sample of a plot's line, to go beside its name.
import {html} from 'lit-html';

/** @param {number[]} dashes @param {string} token its colour */
export const lineSample = (dashes, token) => html`
  <svg viewBox="0 0 26 4" class="line-sample" aria-hidden="true">
    <path d="M0 2H26" stroke="var(--${token})" stroke-width="2" stroke-dasharray=${dashes.join(' ')} />
  </svg>`;
