// views/slider-scale.js: what stands along the slider of a parameter: the numbers at its ends, and ticks of values at which something
// changes.
import {html, render} from 'lit-html';
import {tell} from '../words/tell.js';

/** So many digits of a value are set by its tick. */
const DIGITS = 6;
/** Beyond this share of the slider the label stands to the left of its tick. */
const LEFT = 0.55;

/** @param {ReturnType<typeof import('./number-field.js').numberField>} field @param {Words} words */
export function sliderScale({track, field, put, stayAt}, words) {
  const {mark} = words.numbers;
  const box = document.createElement('div');
  box.className = 'slider-scale';
  track.append(box);
  let shown = '';
  /** @param {{low: number, high: number}} span of the slider @param {CriticalParameter[]} all those of the cell */
  return ({low, high}, all) => {
    const ticks = all.filter(({parameter, value}) => parameter === field.name && value >= low && value <= high);
    const now = JSON.stringify([low, high, ticks.map(({value}) => value)]);
    if (now === shown) return;
    shown = now;
    const set = (/** @type {number} */ value) => Number(value.toPrecision(DIGITS));
    stayAt(ticks.map(({value}) => set(value)));
    render(
      html`<i aria-hidden="true">${mark(low)}</i><i aria-hidden="true">${mark(high)}</i>${ticks.map(
        ({value, formula, text}) => {
          const at = (value - low) / (high - low);
          const said = `${formula}, ${words.valueText(set(value), field.unit)}`;
          return html`<button type="button" class="scale-tick" data-side=${at > LEFT ? 'left' : 'right'} .style=${`--at: ${at}`}
            aria-label=${said} title=${`${said}: ${tell(words, text)}`} aria-description=${tell(words, text)}
            @click=${() => put(set(value))}>${formula}</button>`;
        },
      )}`,
      box,
    );
  };
}
