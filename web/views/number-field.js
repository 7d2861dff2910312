// views/number-field.js: one number with its slider, its unit, what it means, and what is wrong with it.
import {inField} from '../words/format.js';
import {words} from '../words/words.js';
import {niceStep} from '../ranges.js';

let made = 0;

/** Which variable a field belongs to, and so whose colour it wears. @param {NumberField} field */
function variableOf({id, name, unit}) {
  if (id.startsWith('stimulus.')) return unit === 'pA' ? 'i' : '';
  if (unit === 'mV') return 'v';
  return ['a', 'b', 'd', 'u'].includes(name) ? 'u' : '';
}

/** Whether the digits of a number are parted more than once, so that nobody can tell which mark is the decimal one. @param {string} text */
export const partedTwice = (text) => /^[-−+]?\d*([.,]\d*){2,}(e[-−+]?\d+)?$/i.test(text.trim());

/**
 * What was typed, as the core is to judge it: a number where it is one, with a decimal point or a decimal comma, else the
 * text itself.
 * @param {string} text
 */
export function typed(text) {
  const trimmed = text.trim();
  const number = partedTwice(text) ? NaN : Number(trimmed.replaceAll('−', '-').replace(',', '.'));
  return trimmed !== '' && !Number.isNaN(number) ? number : text;
}

/** Arrows go a round step of about a 200th of the usual range, with Shift ten times finer, pages ten times coarser. */
const STEPS = 200;
/** @type {Record<string, number>} */
const KEYS = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10};

/**
 * @param {NumberField} field
 * @param {(value: number | string | null) => Problem[]} onEdit answers what is wrong with the value
 */
export function numberField(field, onEdit) {
  made += 1;
  const id = `field-${made}`;
  const row = document.createElement('div');
  row.className = 'field';
  row.dataset.path = field.id;
  row.dataset.variable = variableOf(field);
  const symbol = words.symbols[field.id] ?? words.symbols[field.name] ?? words.names[field.name] ?? field.name;
  row.innerHTML = `
    <label for="${id}">${symbol}</label>
    <span class="track"><input class="slider" type="range" tabindex="0"><i class="tick" hidden></i></span>
    <button type="button" class="dot" hidden></button>
    <input class="number" id="${id}" type="text" inputmode="decimal" autocomplete="off" spellcheck="false">
    <span class="unit">${field.unit}</span>
    <p class="problem" id="${id}-problem" hidden></p>
    <span class="description" id="${id}-help" hidden></span>`;
  const slider = /** @type {HTMLInputElement} */ (row.querySelector('.slider'));
  const number = /** @type {HTMLInputElement} */ (row.querySelector('.number'));
  const tick = /** @type {HTMLElement} */ (row.querySelector('.tick'));
  const dot = /** @type {HTMLButtonElement} */ (row.querySelector('.dot'));
  const problem = /** @type {HTMLElement} */ (row.querySelector('.problem'));
  const description = /** @type {HTMLElement} */ (row.querySelector('.description'));
  description.textContent = field.text;
  number.setAttribute('aria-describedby', `${id}-help ${id}-problem`);
  number.placeholder = field.none;
  slider.setAttribute('aria-label', words.sliderOf(words.names[field.name] ?? field.name));
  row.title = field.text;
  /** @type {number | null | undefined} */
  let shown;
  /** What the preset has here; undefined: nothing. @type {number | null | undefined} */
  let preset;
  const step = niceStep((field.usual.high - field.usual.low) / STEPS);
  const fine = String(step / 10);
  const said = (/** @type {number | null} */ value) =>
    value === null ? words.quoted(field.none) : words.valueText(value, field.unit);

  function say(/** @type {Problem[]} */ problems) {
    problem.hidden = problems.length === 0;
    const twice = problems.length && partedTwice(number.value);
    problem.textContent = twice
      ? words.partedTwice(number.value.trim())
      : problems.map(({message}) => message).join(' ');
    number.toggleAttribute('aria-invalid', problems.length > 0);
    if (problems.length) number.setAttribute('aria-invalid', 'true');
    markChanged();
  }

  const markChanged = () => (dot.hidden = preset === undefined || (preset === shown && problem.hidden));

  let compared = '';
  /** The preset's value: a tick under the slider, and a dot that returns to it. */
  function compare() {
    markChanged();
    const now = `${preset} ${slider.min} ${slider.max}`;
    if (now === compared) return;
    compared = now;
    tick.hidden = preset == null;
    if (preset === undefined) return;
    dot.title = words.backTo(said(preset));
    dot.setAttribute('aria-label', `${words.names[field.name] ?? field.name}: ${dot.title}`);
    const share = ((preset ?? 0) - Number(slider.min)) / (Number(slider.max) - Number(slider.min));
    tick.hidden ||= share < 0 || share > 1;
    tick.style.setProperty('--at', String(share));
  }

  /** The slider spans the usual range, stretched to a valid value that lies outside it; while it is held, it stays. */
  function span(/** @type {number | null | undefined} */ value) {
    if (!held) {
      slider.min = String(Math.min(field.usual.low, value ?? Infinity));
      slider.max = String(Math.max(field.usual.high, value ?? -Infinity));
      slider.step = fine;
    }
    slider.value = String(value ?? slider.max);
    slider.setAttribute('aria-valuetext', value == null ? field.none : words.valueText(value, field.unit));
  }

  const send = (/** @type {number | string | null} */ value) => say(onEdit(value));
  function put(/** @type {number | null} */ value) {
    number.value = inField(value);
    send(value);
  }
  const entered = () => (field.optional && number.value.trim() === '' ? null : typed(number.value));

  number.addEventListener('input', () => send(entered()));
  number.addEventListener('change', () => {
    if (problem.hidden) number.value = inField(shown ?? null);
  });
  let passing = false;
  let held = false;
  slider.addEventListener('input', () => {
    held = true;
    number.value = inField(Number(slider.value));
    send(Number(slider.value));
  });
  slider.addEventListener('change', () => {
    held = false;
    span(shown);
  });
  // A hand aims at no more than an arrow key does.
  slider.addEventListener('pointerdown', () => (slider.step = String(step)));
  slider.addEventListener('pointerup', () => (slider.step = fine));
  slider.addEventListener('keydown', (event) => {
    const end = {Home: slider.min, End: slider.max}[event.key];
    if (end !== undefined) {
      // By itself it would stop at the last whole step.
      event.preventDefault();
      return put(Number(end));
    }
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const by = way * (event.shiftKey && Math.abs(way) === 1 ? step / 10 : step);
    const next = Number(((shown ?? Number(slider.max)) + by).toPrecision(12));
    put(Math.min(Math.max(next, Number(slider.min)), Number(slider.max)));
  });
  dot.addEventListener('click', () => {
    put(preset ?? null);
    number.focus();
  });

  return {
    row,
    field,
    /** Says what is wrong with a value that was not entered here. @param {Problem[]} problems */
    refuse(problems) {
      passing = problems.length > 0;
      say(problems);
    },
    /** What was refused from elsewhere was never here: it is past with the next edit. */
    forgive() {
      if (passing) say([]);
      passing = false;
    },
    /** Tries a value again that was refused, since something else may have put it right. */
    retry() {
      if (!problem.hidden) send(entered());
    },
    /**
     * Shows a value of the experiment, unless a wrong one is still being typed, and the preset's where it has one.
     * @param {number | null} value @param {boolean} [force] @param {number | null} [ofPreset]
     */
    show(value, force = false, ofPreset = undefined) {
      if (force) say([]);
      const typing = document.activeElement === number && problem.hidden && typed(number.value) === value;
      if (shown !== value || force) span(value);
      shown = value;
      if (problem.hidden && !typing) number.value = inField(value);
      preset = ofPreset;
      compare();
    },
  };
}
