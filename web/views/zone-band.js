// views/zone-band.js: what a cell does along the current, as a band of zones in words; below it a lane for each pinned cell, joined to
// the one above by lines that slant as far as the thresholds have moved.
import {html, nothing, svg} from 'lit-html';
import {niceStep} from '../session/ranges.js';
import {showingFrom} from '../session/zones.js';
import {withUnit} from '../words/format.js';

/** The width of a letter as a part of its height. */
const LETTER = 0.56;
/** What a label needs beside its letters, in px. */
const AROUND = 10;
/** The height of the lines between two lanes, in their own units. */
const SLANT = 14;

/** The width that a text needs in so many lines. @param {string} text @param {number} size of its letters @param {number} lines */
function widthOf(text, size, lines) {
  const longest = Math.max(...text.split(' ').map((word) => word.length));
  // A line that breaks is rarely full.
  const letters = lines === 1 ? text.length : Math.max(longest, text.length / lines + longest / 3);
  return letters * LETTER * size + AROUND;
}

/** Where to write text in a lane: its widest zone that is in view. @param {import('../session/zones.js').Zone[]} zones @param {Range_} range */
function widest(zones, {from, to}) {
  const wide = (/** @type {import('../session/zones.js').Zone} */ zone) =>
    Math.min(zone.to, to) - Math.max(zone.from, from);
  return zones.reduce((best, zone) => (wide(zone) > wide(best) ? zone : best));
}

/**
 * @param {Words} words
 * @param {{name: string, zones: import('../session/zones.js').Zone[]}[]} lanes that of the cell on show first
 * @param {Range_} range @param {number | null} current of the run, in pA
 * @param {{width: number, size: number, reach: number}} box its width, that of its letters and that of what can be pressed, in px
 * @param {ProtocolThresholds | undefined} found what the zones were made of
 * @param {import('./set-to.js').SetTo} setTo
 */
export function zoneBand(words, lanes, range, current, {width, size, reach}, found, setTo) {
  const {measured, mark} = words.numbers;
  const {zones: names, between} = words.thresholds;
  const amps = (/** @type {number} */ at) => withUnit(measured(at, 'pA'), 'pA');
  const {from, to} = range;
  const share = (/** @type {number} */ at) => (100 * (Math.min(Math.max(at, from), to) - from)) / (to - from);
  const across = (/** @type {import('../session/zones.js').Zone} */ zone) => share(zone.to) - share(zone.from);
  const fits = (/** @type {number} */ wide, /** @type {string} */ text, lines = 1) =>
    (wide / 100) * width >= widthOf(text, size, lines);
  const edgesOf = (/** @type {typeof lanes[number]} */ {zones}) => zones.slice(1).map(({from}) => from);

  const lane = (/** @type {typeof lanes[number]} */ {name, zones}, /** @type {number} */ index) => {
    const best = index && zones.length ? widest(zones, range) : undefined;
    const text = (/** @type {import('../session/zones.js').Zone} */ zone) =>
      index ? (zone === best ? name : '') : fits(across(zone), names[zone.id], 2) ? names[zone.id] : '';
    return html`<div class="lane ${index ? 'pinned-lane' : ''}">
      ${zones.map(
        (zone) =>
          html`<span class="zone ${zone.id}" .style=${`left: ${share(zone.from)}%; width: ${across(zone)}%`}>${text(zone)}</span>`,
      )}
    </div>`;
  };
  /** Lines from the edges of one lane to the same edges of the next. @param {number} index */
  const slants = (index) => {
    const [above, below] = [lanes[index - 1], lanes[index]];
    const lines = below.zones.slice(1).flatMap(({id, from}) => {
      const its = above.zones.find((zone) => zone.id === id);
      return its ? [`M${share(its.from)} 0L${share(from)} ${SLANT}`] : [];
    });
    return svg`<svg class="slants" viewBox="0 0 100 ${SLANT}" preserveAspectRatio="none" aria-hidden="true"><path d=${lines.join('')} /></svg>`;
  };

  const [own] = lanes;
  let last = -Infinity;
  // For the pointer alone: in the table below, each number has a button that does the same.
  const ticks = edgesOf(own).filter((at) => {
    const here = (share(at) / 100) * width;
    if (here - last < reach) return false;
    last = here;
    return true;
  });
  const step = niceStep((to - from) / 4.5);
  const first = Math.ceil(from / step + 0.2);
  const marks = Array.from(
    {length: Math.max(0, Math.floor(to / step - 0.2) - first + 1)},
    (_, i) => (first + i) * step,
  );
  const beyond = current === null || (current >= from && current <= to) ? '' : current < from ? 'before' : 'after';
  const unsaid = own.zones.filter((zone) => !fits(across(zone), names[zone.id], 2));
  return html`
    <div class="band-now ${beyond}" aria-hidden="true" ?hidden=${current === null} .style=${`left: ${share(current ?? from)}%`}
      ><span>${current === null ? '' : `${beyond === 'before' ? '← ' : ''}${amps(current)}${beyond === 'after' ? ' →' : ''}`}</span></div>
    <div class="lanes">
      ${lanes.map((one, index) => html`${index ? slants(index) : nothing}${lane(one, index)}`)}
      ${ticks.map((at) => {
        const {title, press} = setTo(showingFrom(at, found));
        return html`<button type="button" class="band-tick" .style=${`left: ${share(at)}%`} tabindex="-1" aria-hidden="true"
            title=${`${amps(at)}. ${title}`} @click=${press}></button>`;
      })}
    </div>
    <div class="band-axis" aria-hidden="true">${marks.map(
      (at) => html`<i .style=${`left: ${share(at)}%`}>${mark(Number(at.toPrecision(12)))}</i>`,
    )}</div>
    <p class="zone-key">${unsaid.map(
      (zone) => html`<span><i class="swatch ${zone.id}"></i>${names[zone.id]}, ${between(zone, amps)}</span> `,
    )}</p>`;
}
