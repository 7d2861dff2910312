// views/point-notes.js: what a fixed point of the plane is: its name and its numbers while it, or its name in the plane, is pointed
// at or it has the focus; after a press also how it acts on the states near it, until the next press.
import {placeOf, wordsOf} from '../plot/place.js';
import {formula} from '../words/format.js';
import {tell} from '../words/tell.js';
import {explained} from './prose.js';

/** How near a mouse and a finger must come, in px. */
const REACH = {mouse: 12, touch: 22};
/** Points nearer to each other than this are told together, in px: nobody can aim at one of them. */
const TOGETHER = 8;
/** How far the note stays from its point, in px, so that the point can be seen. */
const OFF = 14;

/** @typedef {import('../plot/label-placer.js').Box} Box */
/** @typedef {{point: FixedPoint, at: [number, number], name?: Box}} Shown a point within the axes, and where its name is written */

/** @param {import('../plot/chart.js').Plot} plot of the plane */
export function pointNotes({frame, canvas}) {
  const words = wordsOf(frame);
  const note = document.createElement('div');
  note.className = 'point-note';
  note.hidden = true;
  /** What takes the focus for each point; the pointer goes to the plot beneath. */
  const stops = [0, 1].map(() => {
    const stop = document.createElement('div');
    stop.className = 'fixed-point';
    stop.tabIndex = 0;
    stop.hidden = true;
    stop.setAttribute('role', 'img');
    return stop;
  });
  frame.append(...stops, note);
  /** @type {(Shown | null)[]} */
  let shown = [];
  /** What the curves are whose names are written in the plane, by their names. @type {Map<string, {text: string, at: [number, number], name: Box}>} */
  let curves = new Map();
  /** The points on the note, by index, or the curve. @type {(number | string)[]} */
  let told = [];
  /** Whether the note stays, and tells more. */
  let pinned = false;

  const reveals = () => placeOf(frame).door.reveals('descriptions');

  /** What is told of a point, or of a curve. @param {{point?: FixedPoint, text?: string}} one */
  function line({point, text}) {
    const made = document.createElement('p');
    if (!point) {
      made.append(formula(text ?? ''));
      return made;
    }
    const head = document.createElement('b');
    const name = words.plane.point(point);
    if (!reveals()) head.append(words.stabilities[point.kind]);
    else if (pinned) head.append(formula(words.plane.state(point)));
    else head.append(name);
    made.append(head);
    if (reveals())
      made.append(' ', pinned ? explained(words, tell(words, point.text)) : formula(words.plane.state(point)));
    return made;
  }

  function write() {
    const ones = told.flatMap((one) => (typeof one === 'string' ? curves.get(one) : shown[one]) ?? []);
    note.hidden = !ones.length;
    note.classList.toggle('pinned', pinned);
    if (!ones.length) {
      told = [];
      pinned = false;
      return;
    }
    note.replaceChildren(...ones.map(line));
    const {width, height} = frame.getBoundingClientRect();
    const [x] = ones[0].at;
    const [top, bottom] = [Math.min, Math.max].map((most) => most(...ones.map(({at}) => at[1])));
    const below = bottom + OFF + note.offsetHeight <= height;
    note.style.left = `${Math.max(0, Math.min(x - note.offsetWidth / 2, width - note.offsetWidth))}px`;
    note.style.top = `${below ? bottom + OFF : Math.max(0, top - OFF - note.offsetHeight)}px`;
  }

  /** @param {(number | string)[]} points @param {boolean} [stays] */
  function tellOf(points, stays = false) {
    if (stays === pinned && points.join() === told.join()) return;
    [told, pinned] = [points, stays];
    write();
  }

  /** The points that a pointer is at, or at whose name. @param {{clientX: number, clientY: number, pointerType?: string}} event */
  function at({clientX, clientY, pointerType}) {
    const {left, top} = canvas.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const all = shown.flatMap((one, i) => (one ? [{...one, i}] : []));
    const named = all.filter(
      ({name: box}) => box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    );
    if (named.length) return named.map(({i}) => i);
    const far =
      (/** @type {[number, number]} */ from) =>
      (/** @type {Shown} */ {at}) =>
        Math.hypot(at[0] - from[0], at[1] - from[1]);
    const [nearest] = all.sort((one, other) => far([x, y])(one) - far([x, y])(other));
    const reach = pointerType === 'touch' ? REACH.touch : REACH.mouse;
    if (!nearest || far([x, y])(nearest) > reach) return [];
    return all
      .filter((one) => far(nearest.at)(one) < TOGETHER)
      .map(({i}) => i)
      .sort();
  }

  /** The curve at whose name a pointer is, unless it is at a point. @param {{clientX: number, clientY: number, pointerType?: string}} event */
  function what(event) {
    const points = at(event);
    if (points.length) return points;
    const {left, top} = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    for (const [id, {name: box}] of curves)
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return [id];
    return [];
  }

  frame.addEventListener('pointermove', (event) => {
    if (pinned || event.buttons || event.pointerType === 'touch') return;
    const points = event.target === note ? told : what(event);
    canvas.classList.toggle('at-point', points.length > 0);
    tellOf(points);
  });
  frame.addEventListener('pointerleave', () => pinned || tellOf([]));
  canvas.addEventListener('click', (event) => {
    const points = what(/** @type {PointerEvent} */ (event));
    tellOf(points, points.length > 0);
  });
  for (const [i, stop] of stops.entries()) {
    stop.addEventListener('focus', () => tellOf([i]));
    stop.addEventListener('blur', () => tellOf([]));
    stop.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      tellOf([i], true);
    });
  }
  placeOf(frame).listen('pointerdown', ({target}) => frame.contains(target) || tellOf([]));
  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || note.hidden) return;
    event.stopPropagation();
    tellOf([]);
  });

  return {
    at,
    /** @param {FixedPoint[]} points @param {(state: {v: number, u: number}) => [number, number]} place @param {Box} area @param {Map<string, Box>} names where their names are written */
    show(points, place, {left, right, top, bottom}, names) {
      curves = new Map(
        Object.entries(words.plane.means).flatMap(([id, text]) => {
          const name = names.get(id);
          return name ? [[id, {text, at: [(name.left + name.right) / 2, name.bottom - OFF / 2], name}]] : [];
        }),
      );
      const before = shown.map((one) => `${one?.at} ${one?.point.kind}`).join();
      shown = points.map((point, i) => {
        const [x, y] = place(point);
        if (!(x >= left && x <= right && y >= top && y <= bottom)) return null;
        return {point, at: [x, y], name: names.get(`point ${i}`)};
      });
      for (const [i, stop] of stops.entries()) {
        const one = shown[i];
        stop.hidden = !one;
        if (!one) continue;
        const {point, at} = one;
        stop.style.transform = `translate(${at[0].toFixed(1)}px, ${at[1].toFixed(1)}px)`;
        const name = words.stabilities[point.kind];
        stop.setAttribute('aria-label', reveals() ? `${name}: ${words.plane.state(point)}` : name);
      }
      if (told.length && before !== shown.map((one) => `${one?.at} ${one?.point.kind}`).join()) write();
    },
  };
}
