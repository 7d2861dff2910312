// plot/stimulus-handles.js: the stimulus of the selected run, to be dragged by its edges, its tops and the ends of its ramps. If it
// has no stimulus, a button adds a step.
import {emit} from './door.js';
import {placeOf} from './place.js';
import {rounded} from '../session/ranges.js';
import {STEADY} from '../session/stimulus-kinds.js';
import {gradeOf, handle, nearPlot, plus} from './handle.js';
import {apart} from './spread.js';
import {MOST_WITH_GRIPS, currentsAround, gripsOf, moved} from './stimulus-grips.js';

/** @typedef {import('./stimulus-grips.js').Grip} Grip */
/** @typedef {{index: number, grip: Grip, made: ReturnType<typeof handle>}} Placed */

/** The field that a part belongs to, if it has another name. @type {Record<string, string>} */
const FIELDS = {end: 'duration'};

/** The fields that a grip changes: an edge at the start leaves the end where it is. @param {Grip} grip @param {Stimulus} one */
function fieldsMoved({shape, at, level}, {duration}) {
  const time = at === 'start' ? ['onset', ...(duration === null ? [] : ['duration'])] : ['duration'];
  return [...(shape === 'edge' ? [] : [level]), ...(shape === 'height' ? [] : time)];
}

/**
 * @param {ReturnType<typeof import('./chart.js').linePlot>} plot the plot of the current
 */
export function stimulusHandles(plot) {
  const {frame, words} = plot;
  /** @type {Map<string, Placed>} */
  const all = new Map();
  /** @type {Results | undefined} */
  let shown;
  let of = '';
  let placed = '';
  /** The last active field of a stimulus: where not all grips have room, those of that stimulus come first. */
  let activeField = '';
  /** Whether a step has just been added, which then gets the focus. */
  let added = false;
  const edit = (/** @type {Partial_[]} */ stimulus) => emit(frame, 'edit', {stimulus});

  const add = document.createElement('button');
  add.type = 'button';
  add.className = 'quiet small add-step';
  add.textContent = words.addShort[STEADY];
  add.setAttribute('aria-label', words.add[STEADY]);
  add.hidden = true;
  add.addEventListener('click', () => {
    edit([{kind: STEADY}]);
    added = true;
  });
  add.addEventListener('pointerdown', (event) => event.stopPropagation());
  frame.append(add);

  /** @param {string} key @param {number} index @param {Grip} grip @returns {Placed} */
  function make(key, index, grip) {
    const {part, shape} = grip;
    const grades = () => ({x: gradeOf(plot.chart.scales.x), y: gradeOf(plot.chart.scales.y)});
    const made = handle(frame, `grip ${shape}`, {
      begin(from) {
        const {time, value: level} = own.grip;
        // Uses the scales at the start of the drag, so that a growing axis does not carry the grip away.
        const {x, y} = grades();
        return (at) => {
          const {clientX, clientY} = nearPlot(plot, at);
          return {
            time: clientX === from.clientX ? time : rounded(time + (clientX - from.clientX) * x.pixel, x.pixel),
            level: clientY === from.clientY ? level : rounded(level - (clientY - from.clientY) * y.pixel, y.pixel),
          };
        };
      },
      key(right, up) {
        const {x, y} = grades();
        const both = shape === 'corner';
        return {
          time: plus(own.grip.time, (both ? right : right + up) * x.step),
          level: plus(own.grip.value, (both ? up : right + up) * y.step),
        };
      },
      end(last) {
        const [time, level] = Object.values(grades()).map(({min, max}) => (last ? max : min));
        return {time: shape === 'corner' ? own.grip.time : time, level};
      },
      move(to) {
        if (!shown) return;
        const {stimulus, duration} = shown.runs[shown.selected].experiment;
        const least = gradeOf(plot.chart.scales.x).pixel;
        const change = (/** @type {Stimulus} */ one) => moved(one, part, to, duration, rounded(least, least) || least);
        edit(stimulus.map((one, at) => (at === index ? change(one) : one)));
      },
    });
    const label = words.handles.stimulus(index, part);
    made.name(label, words.handles.hint(label));
    made.element.dataset.moves = `stimulus.${index}.${FIELDS[part] ?? part}`;
    made.element.setAttribute('aria-orientation', shape === 'height' ? 'vertical' : 'horizontal');
    /** @type {Placed} */
    const own = {index, grip, made};
    all.set(key, own);
    placed = '';
    return own;
  }

  /**
   * The position of a grip on the curve, which is the sum of all stimuli.
   * @param {Grip} grip @returns {{x: number, y: number, level?: boolean}}
   */
  function pixelsOf({shape, at, time}) {
    const {x, y} = plot.chart.scales;
    const {runs, selected} = /** @type {Results} */ (shown);
    const {before, after} = currentsAround(runs[selected].corners, time);
    const level = shape === 'edge' ? (before + after) / 2 : at === 'end' ? before : after;
    return {x: x.getPixelForValue(time), y: y.getPixelForValue(level)};
  }

  /** Moves every grip to its position in the plot. */
  function place() {
    if (!shown || !plot.chart.scales.x) return;
    const size = plot.palette.reach();
    const shownGrips = [...all.values()].filter(({made}) => !made.element.hidden);
    const wanted = shownGrips.map(({grip}) => pixelsOf(grip));
    // Moving elements makes the browser recompute styles before it draws the next plot, so do it only if something changed.
    const {left, right, bottom} = plot.chart.chartArea;
    const now = [size, activeField, plot.chart.width, left, bottom, ...wanted.flatMap(({x, y}) => [x, y])].join();
    if (now === placed) return;
    placed = now;
    const half = size / 2;
    const area = {left: Math.max(left, half), right: Math.min(right, plot.chart.width - half), top: 12, bottom};
    const giving = giveWay(shownGrips, wanted, size);
    let places = apart(giving, size, area);
    if (places.includes(undefined)) places = placesInCrowd(shownGrips, wanted, giving, size, area);
    for (const [i, at] of places.entries()) {
      const {element} = shownGrips[i].made;
      // A grip without room can still be reached with the keyboard, and then gets room.
      element.classList.toggle('crowded', !at);
      const {x, y} = at ?? {x: Math.min(Math.max(wanted[i].x, area.left), area.right), y: wanted[i].y};
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      element.classList.toggle('to-left', x > plot.chart.width * 0.7);
      // Its label needs 30 px below the grip, or else goes above.
      element.classList.toggle('above', y + 30 > plot.chart.height);
    }
  }

  /**
   * Where there is no room for all: first the grip of the active field, then the others of its stimulus, which move out of each
   * other's way; of all the rest, those with room where they belong.
   * @param {Placed[]} shownGrips @param {{x: number, y: number}[]} wanted @param {{x: number, y: number, level?: boolean}[]} giving
   * @param {number} size @param {{left: number, right: number, top: number, bottom: number}} area
   */
  function placesInCrowd(shownGrips, wanted, giving, size, area) {
    const last = Number(/^stimulus\.(\d+)\./.exec(activeField)?.[1]);
    const chosen = shownGrips.some(({index}) => index === last) ? last : shownGrips[0].index;
    const rank = (/** @type {number} */ i) =>
      shownGrips[i].made.element.dataset.moves === activeField ? 0 : shownGrips[i].index === chosen ? 1 : 2;
    const order = [...shownGrips.keys()].sort((one, other) => rank(one) - rank(other) || one - other);
    const found = apart(
      order.map((i) => (rank(i) === 1 ? giving[i] : {...wanted[i], fixed: true})),
      size,
      area,
    );
    const places = Array(shownGrips.length);
    for (const [at, i] of order.entries()) places[i] = found[at];
    return places;
  }

  /** Positions at which the grips of one stimulus do not overlap. @param {Placed[]} shownGrips @param {{x: number, y: number}[]} wanted @param {number} size */
  function giveWay(shownGrips, wanted, size) {
    /** @type {{x: number, y: number, level?: boolean}[]} */
    const giving = wanted.map(({x, y}) => ({x, y}));
    // The edges of a brief step move apart.
    for (const [i, {index, grip}] of shownGrips.entries()) {
      const next = shownGrips[i + 1];
      if (next?.index !== index || ![grip, next.grip].every(({shape}) => shape === 'edge')) continue;
      const push = Math.max(0, (size - (giving[i + 1].x - giving[i].x)) / 2);
      giving[i].x -= push;
      giving[i + 1].x += push;
    }
    // The top of a stimulus that is wide enough may move sideways.
    for (const [i, {index, grip}] of shownGrips.entries()) {
      if (grip.shape !== 'height') continue;
      const edges = giving
        .filter((_, at) => at !== i && shownGrips[at].index === index)
        .map(({x}) => Math.abs(x - giving[i].x));
      giving[i].level = edges.every((far) => far > 2 * size);
    }
    return giving;
  }

  return {
    place,
    /** Takes note of the active field, or ''. @param {string} path */
    activate(path) {
      if (!path.startsWith('stimulus.') || path === activeField) return;
      activeField = path;
      place();
    },
    /** @param {Results} results */
    show(results) {
      const {runs, selected, preset, window} = results;
      const {stimulus, duration} = runs[selected].experiment;
      shown = results;
      // For another run or another list of stimuli, all grips are new.
      const now = JSON.stringify([preset.id, selected, stimulus.map(({kind}) => kind)]);
      if (now !== of) {
        for (const {made} of all.values()) made.remove();
        all.clear();
        of = now;
        activeField = '';
      }
      const {locks} = placeOf(frame);
      add.hidden = stimulus.length > 0 || locks.has('stimulus');
      const seen = new Set();
      let withGrips = 0;
      for (const [index, one] of stimulus.entries()) {
        const grips = withGrips < MOST_WITH_GRIPS ? gripsOf(one, duration, window) : [];
        withGrips += Number(grips.length > 0);
        for (const grip of grips) {
          if (fieldsMoved(grip, one).some((name) => locks.has(`stimulus.${index}.${name}`))) continue;
          const key = `${index} ${grip.part}`;
          seen.add(key);
          const own = all.get(key) ?? make(key, index, grip);
          own.grip = grip;
          const {shape, at, time, value} = grip;
          const upright = shape === 'edge';
          const axis = gradeOf(plot.chart.scales[upright ? 'x' : 'y']);
          const open = at === 'end' && one.duration === null;
          own.made.say(axis.min, axis.max, upright ? time : value, words.handles.value(shape, time, value, open));
        }
      }
      for (const [key, {made}] of all) {
        if (made.element.hidden === seen.has(key)) placed = '';
        made.element.hidden = !seen.has(key);
      }
      place();
      if (added && all.size) {
        added = false;
        [...all.values()].find(({grip}) => grip.shape === 'height')?.made.element.focus({preventScroll: true});
      }
    },
  };
}
