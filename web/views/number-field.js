// views/number-field.js: a field for one number, with its slider, its unit, its description and its problems.
import {variableOf} from './field-variable.js';
import {wordOf} from '../words/word-of.js';
import {emit} from '../plot/door.js';
import {hasFocus, placeOf} from '../plot/place.js';
import {typesetUnits} from '../words/format.js';
import {asText, isLocked} from './locked.js';
import {read} from '../words/read.js';
import {niceStep, tidy} from '../session/ranges.js';

let made = 0;

/** Asks a phone for its numeric keypad. An iPhone's has no minus sign, so a field that can be negative gets the full keyboard. @param {NumberField} field */
const keypad = ({hard}) => (hard.low < 0 ? '' : 'inputmode="decimal"');

/** An arrow key moves by a round step of about 1/200 of what the slider spans as a rule, by a tenth of it with Shift; Page keys by ten steps. */
const STEPS = 200;
/** How near to a tick, in px, the thumb stays at it. */
const STAY = 6;
/** @type {Record<string, number>} */
const KEYS = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10};

/**
 * @param {Words} words @param {NumberField} field
 * @param {(value: number | string | null) => WordedProblem[]} onEdit returns the problems of the value; none if it was accepted
 * @param {(label: string) => string} [calls] what screen readers call it, from its label; that itself if omitted
 */
export function numberField(words, field, onEdit, calls = (label) => label) {
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
    <span class="unit" id="${id}-unit">${field.unit}</span>
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
  number.setAttribute('aria-describedby', `${id}-unit ${id}-help ${id}-problem ${id}-which`);
  number.placeholder = none;
  // Where the label is hidden, they still have their names.
  const called = calls(row.querySelector('label')?.textContent ?? name);
  number.setAttribute('aria-label', called);
  slider.setAttribute('aria-label', words.sliderOf(called));
  row.title = means;
  /** @type {number | null | undefined} */
  let shown;
  /** The preset's value; undefined if there is none to compare with. @type {number | null | undefined} */
  let preset;
  /** What the slider spans unless the value lies outside. */
  let {usual} = field;
  const stepOver = (/** @type {{low: number, high: number}} */ {low, high}) => niceStep((high - low) / STEPS);
  let step = stepOver(usual);
  const said = (/** @type {number | null} */ value) =>
    value === null ? words.quoted(none) : words.valueText(value, field.unit);

  function say(/** @type {WordedProblem[]} */ problems) {
    problem.hidden = problems.length === 0;
    problem.textContent = problems.map(({message}) => message).join(' ');
    number.toggleAttribute('aria-invalid', problems.length > 0);
    if (problems.length) number.setAttribute('aria-invalid', 'true');
    markChanged();
  }

  /** Whether the value is locked; then it is a text. */
  let locked = false;
  const markChanged = () => (dot.hidden = locked || preset === undefined || (preset === shown && problem.hidden));

  function lock() {
    locked = isLocked(row, row.dataset.moves ?? row.dataset.path ?? '');
    slider.hidden = locked;
    row.toggleAttribute('data-locked', locked);
    asText(number, locked, shown == null ? none : inField(shown));
  }

  let compared = '';
  /** Shows the preset's value: a tick under the slider, and a dot that goes back to it. */
  function compare() {
    markChanged();
    const now = `${preset} ${slider.min} ${slider.max}`;
    if (now === compared) return;
    compared = now;
    tick.hidden = preset == null;
    if (preset === undefined) return;
    dot.title = words.backTo(said(preset));
    dot.setAttribute('aria-label', `${called}: ${dot.title}`);
    dot.setAttribute('aria-description', ''); // otherwise the title would be said again
    dot.dataset.back = words.editor.back(said(preset));
    const share = ((preset ?? 0) - Number(slider.min)) / (Number(slider.max) - Number(slider.min));
    tick.hidden ||= share < 0 || share > 1;
    tick.style.setProperty('--at', String(share));
  }

  /** Where the last drag took place: what was in reach then stays in reach, so that the thumb does not move when it is let go. */
  let dragged = {low: Infinity, high: -Infinity};
  /** Lets the slider span the usual range, stretched to include the value and the preset's; the span does not change during a drag. */
  function span(/** @type {number | null | undefined} */ value) {
    if (!dragging) {
      slider.min = String(Math.min(usual.low, dragged.low, preset ?? Infinity, value ?? Infinity));
      slider.max = String(Math.max(usual.high, dragged.high, preset ?? -Infinity, value ?? -Infinity));
      slider.step = String(step / 10);
    }
    slider.value = String(value ?? slider.max);
    const text = value == null ? none : words.valueText(value, field.unit);
    slider.setAttribute('aria-valuetext', text);
    if (number.role !== 'spinbutton' || value == null) return;
    number.setAttribute('aria-valuenow', String(value));
    number.setAttribute('aria-valuetext', text);
  }

  /** The latest value in the experiment, which may not be drawn yet. @type {number | null | undefined} */
  let latest;
  /** While a text is being typed: the value before the first keystroke. @type {{from: number | null} | undefined} */
  let typing;
  function send(/** @type {number | string | null} */ value) {
    const problems = onEdit(value);
    if (!problems.length) latest = /** @type {number | null} */ (value);
    say(problems);
  }
  /** Takes a value that was not typed. It replaces any text being typed, question or error. */
  function put(/** @type {number | null} */ value) {
    typing = undefined;
    ask();
    number.value = inField(value);
    send(value);
  }

  /** Asks which of two numbers is meant; without numbers, removes the question. @param {number[]} [values] */
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
    if (asks) readings.scrollIntoView?.({block: 'nearest'}); // the panel scrolls, and both answers must be visible
    emit(row, 'two-readings', question);
  }

  /** What the text means; an empty text is null in an optional field. */
  const meant = () =>
    field.optional && number.value.trim() === '' ? {value: null} : read(number.value, field.unit, point);
  /** Sends what was typed. A text that is no number goes to the core as it is, which answers with the allowed range. */
  function take() {
    const found = meant();
    if ('values' in found) return takeOneOf(found.values);
    ask();
    send('value' in found ? found.value : number.value);
  }
  /**
   * Takes a text with two readings. If both are valid here, it asks which one is meant, and meanwhile restores the value
   * from before the first keystroke: while "1,000" is being typed, "1" has already been sent.
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
  /** Restores what there was before a text was typed, or what is on show instead of one that was refused. */
  function restore() {
    const from = typing ? typing.from : (latest ?? null);
    if (latest !== from) send(from);
    ask();
    say([]);
    typing = undefined;
    number.value = inField(from);
  }
  number.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(typing || !problem.hidden || !readings.hidden)) return;
    event.stopPropagation(); // Escape does nothing else
    restore();
  });
  readings.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    restore();
    number.focus();
  });
  let passing = false;
  let dragging = false;
  /** Values at which the thumb stays while the pointer passes them. @type {number[]} */
  let stays = [];
  let pointing = false;
  /** Whether the drag was cancelled: until the thumb is let go, it stays where it was. */
  let cancelled = false;
  const cancel = () => (cancelled = true);
  slider.addEventListener('input', () => {
    if (cancelled) return void (slider.value = String(latest ?? slider.max));
    dragging = true;
    dragged = {low: Number(slider.min), high: Number(slider.max)};
    const value = Number(slider.value);
    // The pointer moves by round steps of a pixel or so; finer values would be accidental.
    const across = (dragged.high - dragged.low) / Math.max(slider.clientWidth, 1);
    const pixel = niceStep(across / 2);
    const stay = stays.find((one) => Math.abs(one - value) <= STAY * across);
    put(pointing ? (stay ?? tidy(Math.round(value / pixel) * pixel)) : value);
  });
  slider.addEventListener('change', () => {
    dragging = false;
    span(shown);
  });
  slider.addEventListener('pointerdown', () => {
    [pointing, cancelled] = [true, false];
    placeOf(slider).drags.add(cancel);
  });
  for (const type of ['pointerup', 'pointercancel'])
    slider.addEventListener(type, () => {
      pointing = false;
      placeOf(slider)?.drags.delete(cancel);
    });
  slider.addEventListener('keydown', (event) => {
    const end = {Home: slider.min, End: slider.max}[event.key];
    if (end !== undefined) {
      // The browser would stop at the last whole step before the end.
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
    (row.closest('[data-compact]') ? slider : number).focus({preventScroll: true}); // a text field opens a phone's keyboard
  });

  return {
    row,
    field,
    /** Where the value is typed. */
    number,
    /** Steps from a value by so many of its steps, each `size` of one. */
    step: {
      value: () => latest ?? shown ?? null,
      /** How many of its steps lead from a value to the preset's, and to those at which something changes. @param {number} from */
      stays: (from) => [...(preset == null ? [] : [preset]), ...stays].map((at) => (at - from) / step),
      home: () => preset == null || preset === latest || put(preset),
      /** Goes to an end of the slider, unless something is being typed. @param {boolean} last */
      end(last) {
        if (!typing) put(Number(last ? slider.max : slider.min));
        return !typing;
      },
      put(/** @type {number} */ from, /** @type {number} */ steps, size = 1) {
        const next = Number((from + steps * step * size).toPrecision(12));
        put(Math.min(Math.max(next, field.hard.low), field.hard.high));
      },
    },
    track: /** @type {HTMLElement} */ (row.querySelector('.track')),
    /** What the slider spans now. */
    get span() {
      return {low: Number(slider.min), high: Number(slider.max)};
    },
    /** Makes the slider span another range unless the value lies outside. @param {{low: number, high: number}} range */
    spanOver(range) {
      if (range.low === usual.low && range.high === usual.high) return;
      usual = range;
      step = stepOver(range);
      span(shown);
      compare();
    },
    put,
    /** Lets the slider stay for a while at each of these values when it is dragged past them. @param {number[]} values */
    stayAt: (values) => (stays = values),
    /** Its unit, beside it. */
    unit: /** @type {HTMLElement} */ (row.querySelector('.unit')),
    /** Says what is wrong with a value that was not entered here. @param {WordedProblem[]} problems */
    showProblems(problems) {
      passing = problems.length > 0;
      say(problems);
    },
    /** Clears an error that came from a plot. */
    clearProblems() {
      if (passing) say([]);
      passing = false;
    },
    /** Sends a rejected value again, since another edit may have made it valid. */
    retry() {
      if (!problem.hidden) take();
    },
    /**
     * Shows the value in the experiment beside the preset's. A question or an error stays, unless the value has since been
     * changed elsewhere or `force` is set.
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
      if (force) dragged = {low: Infinity, high: -Infinity};
      const moved = shown !== value || force || preset !== ofPreset;
      preset = ofPreset;
      if (moved) span(value);
      shown = value;
      if (problem.hidden && readings.hidden && !typed) number.value = inField(value);
      lock();
      compare();
    },
  };
}
