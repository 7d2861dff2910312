// plot/line-sample.js: a stretch of line beside a name, as the plots draw it.

/** @param {number[]} dashes @param {string} token of its colour */
export function lineSample(dashes, token) {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  line.setAttribute('viewBox', '0 0 26 4');
  line.setAttribute('class', 'line-sample');
  line.setAttribute('aria-hidden', 'true');
  line.innerHTML = `<path d="M0 2H26" stroke="var(--${token})" stroke-width="2" stroke-dasharray="${dashes.join(' ')}"/>`;
  return line;
}
