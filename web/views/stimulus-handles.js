// views/stimulus-handles.js: the stimulus of the selected run by its edges, its tops and the ends of its ramps, which can
// be dragged. Where there is none, a step can be had.
import {rounded} from '../ranges.js';
import {words} from '../words/words.js';
import {gradeOf, handle, plus} from './handle.js';
import {apart} from './spread.js';
import {currentsAround, gripsOf, moved} from './stimulus-grips.js';

/** @typedef {import('./stimulus-grips.js').Grip} Grip */
/** @typedef {{index: number, grip: Grip, made: ReturnType<typeof handle>}} Held */

/** Of more stimuli on show than this only the first have grips; the others have their fields. */
const MOST_HELD = 32;

/** The field that a part is of, where it goes by another name. @type {Record<string, string>} */
const FIELDS = {end: 'duration'};

/**
 * @param {ReturnType<typeof import('./chart.js').linePlot>} plot of the current
 */
export function stimulusHandles(plot) {
  const {frame} = plot;
  /** @type {Map<string, Held>} */
  const all = new Map();
  /** @type {Results | undefined} */
  let shown;
  let of = '';
  let placed = '';
  /** Whether a step has just been asked for, which then takes the focus. */
  let added = false;
  const edit = (/** @type {object[]} */ stimulus) =>
    frame.dispatchEvent(new CustomEvent('edit', {bubbles: true, detail: {stimulus}}));

  const add = document.createElement('button');
  add.type = 'button';
  add.className = 'quiet small add-step';
  add.textContent = words.addShort.step;
  add.setAttribute('aria-label', words.add.step);
  add.hidden = true;
  add.addEventListener('click', () => {
    edit([{kind: 'step'}]);
    added = true;
  });
  add.addEventListener('pointerdown', (event) => event.stopPropagation());
  frame.append(add);

  /** @param {string} key @param {number} index @param {Grip} grip @returns {Held} */
  function make(key, index, grip) {
    const {part} = grip;
    const upright = part === 'onset' || part === 'end';
    const grades = () => ({x: gradeOf(plot.chart.scales.x), y: gradeOf(plot.chart.scales.y)});
    const made = handle(frame, `grip ${part === 'amplitude' ? 'height' : upright ? 'edge' : 'corner'}`, {
      begin(from) {
        const {time, level} = held.grip;
        // As the axes are when it is taken, so that one that grows does not carry it on.
        const {x, y} = grades();
        return ({clientX, clientY}) => ({
          time: clientX === from.clientX ? time : rounded(time + (clientX - from.clientX) * x.pixel, x.pixel),
          level: clientY === from.clientY ? level : rounded(level - (clientY - from.clientY) * y.pixel, y.pixel),
        });
      },
      key(right, up) {
        const {x, y} = grades();
        const both = part === 'from' || part === 'to';
        return {
          time: plus(held.grip.time, (both ? right : right + up) * x.step),
          level: plus(held.grip.level, (both ? up : right + up) * y.step),
        };
      },
      end(last) {
        const [time, level] = Object.values(grades()).map(({min, max}) => (last ? max : min));
        return {time: part === 'from' || part === 'to' ? held.grip.time : time, level};
      },
      move(to) {
        if (!shown) return;
        const {stimulus, duration} = shown.runs[shown.selected].experiment;
        const least = gradeOf(plot.chart.scales.x).pixel;
        const change = (/** @type {Stimulus} */ one) => moved(one, part, to, duration, rounded(least, least) || least);
        edit(stimulus.map((one, at) => (at === index ? change(one) : one)));
      },
    });
    const label = words.hands.stimulus(index, part);
    made.name(label, words.hands.hint(label));
    made.element.dataset.moves = `stimulus.${index}.${FIELDS[part] ?? part}`;
    made.element.setAttribute('aria-orientation', part === 'amplitude' ? 'vertical' : 'horizontal');
    const held = {index, grip, made};
    all.set(key, held);
    placed = '';
    return held;
  }

  /**
   * Where a grip lies on the curve, which is the sum of all stimuli.
   * @param {Grip} grip @returns {{x: number, y: number, level?: boolean}}
   */
  function pixelsOf({part, time}) {
    const {x, y} = plot.chart.scales;
    const {before, after} = currentsAround(
      /** @type {Results} */ (shown).runs[/** @type {Results} */ (shown).selected].corners,
      time,
    );
    const level = {amplitude: after, from: after, to: before, onset: (before + after) / 2, end: (before + after) / 2};
    return {x: x.getPixelForValue(time), y: y.getPixelForValue(level[part])};
  }

  /** Puts everything where the plot has it now. */
  function place() {
    if (!shown || !plot.chart.scales.x) return;
    const size = plot.palette.reach();
    const held = [...all.values()].filter(({made}) => !made.element.hidden);
    const wanted = held.map(({grip}) => pixelsOf(grip));
    // Whatever is moved makes the browser settle its styles before it draws the next plot.
    const now = [size, plot.chart.width, plot.chart.chartArea.bottom, ...wanted.flatMap(({x, y}) => [x, y])].join();
    if (now === placed) return;
    placed = now;
    // The edges of a brief step give way to either side.
    for (const [i, {index, grip}] of held.entries()) {
      const next = held[i + 1];
      if (grip.part !== 'onset' || next?.index !== index || next.grip.part !== 'end') continue;
      const push = Math.max(0, (size - (wanted[i + 1].x - wanted[i].x)) / 2);
      wanted[i].x -= push;
      wanted[i + 1].x += push;
    }
    // The top of one that is wide enough gives way along itself.
    for (const [i, {index, grip}] of held.entries()) {
      if (grip.part !== 'amplitude') continue;
      const edges = wanted
        .filter((_, at) => at !== i && held[at].index === index)
        .map(({x}) => Math.abs(x - wanted[i].x));
      wanted[i].level = edges.every((far) => far > 2 * size);
    }
    const half = size / 2;
    const area = {left: half, right: plot.chart.width - half, top: 12, bottom: plot.chart.chartArea.bottom};
    for (const [i, {x, y}] of apart(wanted, size, area).entries()) {
      const {element} = held[i].made;
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      element.classList.toggle('to-left', x > plot.chart.width * 0.7);
      // What it says has 30 px beneath it, or goes above.
      element.classList.toggle('above', y + 30 > plot.chart.height);
    }
  }

  return {
    place,
    /** @param {Results} results */
    show(results) {
      const {runs, selected, preset, window} = results;
      const {stimulus, duration} = runs[selected].experiment;
      shown = results;
      // Another run, or another list of stimuli: whatever was held is gone.
      const now = JSON.stringify([preset.id, selected, stimulus.map(({kind}) => kind)]);
      if (now !== of) {
        for (const {made} of all.values()) made.remove();
        all.clear();
        of = now;
      }
      add.hidden = stimulus.length > 0;
      const seen = new Set();
      let held = 0;
      for (const [index, one] of stimulus.entries()) {
        const grips = held < MOST_HELD ? gripsOf(one, duration, window) : [];
        held += Number(grips.length > 0);
        for (const grip of grips) {
          const key = `${index} ${grip.part}`;
          seen.add(key);
          const own = all.get(key) ?? make(key, index, grip);
          own.grip = grip;
          const {part, time, level} = grip;
          const upright = part === 'onset' || part === 'end';
          const axis = gradeOf(plot.chart.scales[upright ? 'x' : 'y']);
          const open = part === 'end' && one.duration === null;
          own.made.say(axis.min, axis.max, upright ? time : level, words.hands.value(part, time, level, open));
        }
      }
      for (const [key, {made}] of all) {
        if (made.element.hidden === seen.has(key)) placed = '';
        made.element.hidden = !seen.has(key);
      }
      place();
      if (added && all.size) {
        added = false;
        [...all.values()].find(({grip}) => grip.part === 'amplitude')?.made.element.focus({preventScroll: true});
      }
    },
  };
}
