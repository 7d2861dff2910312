// views/number-field.js: one number with its slider, its unit, what it means, and what is wrong with it.
import {wordOf} from '../words/word-of.js';
import {emit} from '../plot/door.js';
import {hasFocus} from '../plot/place.js';
import {typesetUnits} from '../words/format.js';
import {read} from '../words/read.js';
import {niceStep} from '../session/ranges.js';

let made = 0;

/** Which variable a field belongs to, and so whose colour it wears. @param {NumberField} field */
function variableOf({id, name, unit}) {
  if (id.startsWith('stimulus.')) return unit === 'pA' ? 'i' : '';
  if (unit === 'mV') return 'v';
  return ['a', 'b', 'd', 'u'].includes(name) ? 'u' : '';
}

/** A keypad of digits where those suffice. An iPhone's has no minus, so where one is valid there is the whole keyboard. @param {NumberField} field */
const keypad = ({hard}) => (hard.low < 0 ? '' : 'inputmode="decimal"');

/** Arrows go a round step of about a 200th of the usual range, with Shift ten times finer, pages ten times coarser. */
const STEPS = 200;
/** @type {Record<string, number>} */
const KEYS = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10};

/**
 * @param {Words} words @param {NumberField} field
 * @param {(value: number | string | null) => WordedProblem[]} onEdit answers what is wrong with the value
 */
export function numberField(words, field, onEdit) {
  const {inField, point} = words.numbers;
  made += 1;
  const id = `field-${made}`;
  const row = document.createElement('div');
  row.className = 'field';
  row.dataset.path = field.id;
  row.dataset.variable = variableOf(field);
  const name = wordOf(words.names, field.name) ?? field.name;
  const symbol = wordOf(words.symbols, field.id) ?? wordOf(words.symbols, field.name) ?? name;
  row.innerHTML = `
    <label for="${id}">${symbol}</label>
    <span class="track"><input class="slider" type="range" tabindex="0"><i class="tick" hidden></i></span>
    <button type="button" class="dot" hidden></button>
    <input class="number" id="${id}" type="text" ${keypad(field)} autocomplete="off" autocapitalize="off" spellcheck="false">
    <span class="unit">${field.unit}</span>
    <p class="problem" id="${id}-problem" hidden></p>
    <div class="readings" id="${id}-readings" role="group" aria-labelledby="${id}-which" hidden>
      <span id="${id}-which"></span> <button type="button" class="small"></button> <button type="button" class="small"></button>
    </div>
    <span class="description" id="${id}-help" hidden></span>`;
  const slider = /** @type {HTMLInputElement} */ (row.querySelector('.slider'));
  const number = /** @type {HTMLInputElement} */ (row.querySelector('.number'));
  const tick = /** @type {HTMLElement} */ (row.querySelector('.tick'));
  const dot = /** @type {HTMLButtonElement} */ (row.querySelector('.dot'));
  const problem = /** @type {HTMLElement} */ (row.querySelector('.problem'));
  const readings = /** @type {HTMLElement} */ (row.querySelector('.readings'));
  const description = /** @type {HTMLElement} */ (row.querySelector('.description'));
  const means = typesetUnits(wordOf(words.fields, field.id) ?? '');
  const none = wordOf(words.withoutValue, field.id) ?? '';
  description.textContent = means;
  number.setAttribute('aria-describedby', `${id}-help ${id}-problem ${id}-which`);
  number.placeholder = none;
  slider.setAttribute('aria-label', words.sliderOf(name));
  row.title = means;
  /** @type {number | null | undefined} */
  let shown;
  /** What the preset has here; undefined: nothing. @type {number | null | undefined} */
  let preset;
  const step = niceStep((field.usual.high - field.usual.low) / STEPS);
  const fine = String(step / 10);
  const said = (/** @type {number | null} */ value) =>
    value === null ? words.quoted(none) : words.valueText(value, field.unit);

  function say(/** @type {WordedProblem[]} */ problems) {
    problem.hidden = problems.length === 0;
    problem.textContent = problems.map(({message}) => message).join(' ');
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
    dot.setAttribute('aria-label', `${name}: ${dot.title}`);
    const share = ((preset ?? 0) - Number(slider.min)) / (Number(slider.max) - Number(slider.min));
    tick.hidden ||= share < 0 || share > 1;
    tick.style.setProperty('--at', String(share));
  }

  /** The slider spans the usual range, stretched to a valid value that lies outside it; it stays during a drag. */
  function span(/** @type {number | null | undefined} */ value) {
    if (!dragging) {
      slider.min = String(Math.min(field.usual.low, value ?? Infinity));
      slider.max = String(Math.max(field.usual.high, value ?? -Infinity));
      slider.step = fine;
    }
    slider.value = String(value ?? slider.max);
    slider.setAttribute('aria-valuetext', value == null ? none : words.valueText(value, field.unit));
  }

  /** What the experiment has here by now, which may not be drawn yet. @type {number | null | undefined} */
  let latest;
  /** What it had before a text was begun that is being typed. @type {{from: number | null} | undefined} */
  let typing;
  function send(/** @type {number | string | null} */ value) {
    const problems = onEdit(value);
    if (!problems.length) latest = /** @type {number | null} */ (value);
    say(problems);
  }
  /** Takes a value that was not typed: what was being typed, asked or refused gives way to it. */
  function put(/** @type {number | null} */ value) {
    typing = undefined;
    ask();
    number.value = inField(value);
    send(value);
  }

  /** Asks which of two numbers is meant; without any, there is nothing to ask. @param {number[]} [values] */
  function ask(values = []) {
    const asks = values.length > 0;
    if (!asks && readings.hidden) return;
    if (asks) say([]);
    readings.hidden = !asks;
    const question = asks ? words.twoReadings(number.value.trim()) : '';
    const [which, ...buttons] = /** @type {HTMLElement[]} */ ([...readings.children]);
    which.textContent = question;
    for (const [i, button] of buttons.entries()) {
      button.textContent = asks ? inField(values[i]) : '';
      button.setAttribute('aria-label', asks ? words.valueText(values[i], field.unit) : '');
      button.onclick = () => {
        put(values[i]);
        number.focus();
      };
    }
    if (asks) readings.scrollIntoView?.({block: 'nearest'}); // both answers are to be seen, in a panel that scrolls too
    emit(row, 'two-readings', question);
  }

  /** What the text means; an empty one is none where there may be none. */
  const meant = () =>
    field.optional && number.value.trim() === '' ? {value: null} : read(number.value, field.unit, point);
  /** The core judges a number; it also says, with the allowed range, why any other text is none. */
  function take() {
    const found = meant();
    if ('values' in found) return takeOneOf(found.values);
    ask();
    send('value' in found ? found.value : number.value);
  }
  /**
   * Of two readings only those are asked about that the field can take. The run is then as it was before the first key:
   * on its way to "1,000" a text passes "1".
   * @param {number[]} values
   */
  function takeOneOf(values) {
    const valid = values.filter((value) => value >= field.hard.low && value <= field.hard.high);
    if (valid.length < 2) {
      ask();
      return send(valid[0] ?? values[0]);
    }
    if (typing && latest !== typing.from) send(typing.from);
    ask(valid);
  }

  number.addEventListener('input', () => {
    typing ??= {from: latest ?? null};
    take();
  });
  number.addEventListener('change', () => {
    typing = undefined;
    if (problem.hidden && readings.hidden) number.value = inField(latest ?? null);
  });
  row.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || readings.hidden) return;
    event.stopPropagation(); // it closes the question, and nothing else
    ask();
    typing = undefined;
    number.value = inField(latest ?? null);
    number.focus();
  });
  let passing = false;
  let dragging = false;
  slider.addEventListener('input', () => {
    dragging = true;
    put(Number(slider.value));
  });
  slider.addEventListener('change', () => {
    dragging = false;
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
    /** Where the value is typed. */
    number,
    /** Steps from a value by so many of its steps, each `size` of one. */
    step: {
      value: () => latest ?? shown ?? null,
      put(/** @type {number} */ from, /** @type {number} */ steps, size = 1) {
        const next = Number((from + steps * step * size).toPrecision(12));
        put(Math.min(Math.max(next, field.hard.low), field.hard.high));
      },
    },
    /** Its unit, beside it. */
    unit: /** @type {HTMLElement} */ (row.querySelector('.unit')),
    /** Says what is wrong with a value that was not entered here. @param {WordedProblem[]} problems */
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
      if (!problem.hidden) take();
    },
    /**
     * Shows a value of the experiment, and the preset's where it has one. What is asked or refused stays, unless the value
     * has come from elsewhere meanwhile.
     * @param {number | null} value @param {boolean} [force] @param {number | null} [ofPreset]
     */
    show(value, force = false, ofPreset = undefined) {
      if (force || value !== latest) {
        typing = undefined;
        ask();
        say([]);
      }
      latest = value;
      const found = hasFocus(number) && problem.hidden && meant();
      const typed = found && 'value' in found && found.value === value;
      if (shown !== value || force) span(value);
      shown = value;
      if (problem.hidden && readings.hidden && !typed) number.value = inField(value);
      preset = ofPreset;
      compare();
    },
  };
}
