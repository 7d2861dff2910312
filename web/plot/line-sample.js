// plot/line-sample.js: a stretch of line beside a name, as the plots draw it.
import {html} from 'lit-html';

/** @param {number[]} dashes @param {string} token of its colour */
export const lineSample = (dashes, token) => html`
  <svg viewBox="0 0 26 4" class="line-sample" aria-hidden="true">
    <path d="M0 2H26" stroke="var(--${token})" stroke-width="2" stroke-dasharray=${dashes.join(' ')} />
  </svg>`;
