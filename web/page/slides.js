// page/slides.js: the shelf as a slide show: one set-up after another.

/** The slide show of a lab, which a change of language does not end: its set-ups, and the index of the one on show. @type {WeakMap<object, {all: any[], at: number}>} */
const shows = new WeakMap();

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {(setUp: any) => void} open @param {(setUp: any) => string} title
 */
export function slideShow(place, session, open, title) {
  const bar = place.byId('slides');
  function draw() {
    const slides = shows.get(session);
    bar.hidden = !slides;
    place.body.toggleAttribute('data-slides', Boolean(slides));
    if (!slides) return;
    const {all, at} = slides;
    place.byId('slide-said').textContent = place.words.shelf.slide(at + 1, all.length, title(all[at]));
    place.byId('slide-back').setAttribute('aria-disabled', String(at === 0));
    place.byId('slide-on').setAttribute('aria-disabled', String(at === all.length - 1));
  }
  /** Shows a slide, if there is one with this index. @param {any[]} all @param {number} at */
  function show(all, at) {
    if (!(at in all)) return;
    shows.set(session, {all, at});
    open(all[at]);
    draw();
  }
  /** Goes on or back; false if there is no slide show. @param {1 | -1} way */
  function step(way) {
    const slides = shows.get(session);
    if (slides) show(slides.all, slides.at + way);
    return Boolean(slides);
  }
  /** Ends the slide show; what it showed stays. False if there is none. */
  function leave() {
    const on = shows.delete(session);
    draw();
    return on;
  }
  place.press('slide-back', () => step(-1));
  place.press('slide-on', () => step(1));
  place.press('slides-leave', () => {
    leave();
    place.one('#menu > summary').focus({preventScroll: true});
  });
  draw();
  return {
    /** Writes again which slide it is; to be called when something else is withheld. */
    draw,
    on: () => shows.has(session),
    step,
    leave,
    /** Begins with the first. @param {any[]} all */
    begin(all) {
      show(all, 0);
      place.byId('slide-on').focus({preventScroll: true});
    },
  };
}
