// page/sheet.js: on a phone, the editor of one parameter is a sheet above the bar, which leaves the picture and the panel visible.
import {emit} from '../plot/door.js';

/** From this width on, in px, there is no sheet. */
const WIDE = 600;
/** Beside the row of the nine values, in px. */
const BESIDE = 2;
/** In a window as low as this, in px, as on a phone held sideways or on a page zoomed in, the head of v(t) has no room for buttons, and there is a sheet, too. */
const LOW = '(max-height: 500px)';

/** @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export function phoneSheet(place, session) {
  const main = place.one('main');
  const form = place.one('parameter-form');
  const numbers = place.one('numbers-view');
  const story = place.one('.story');
  const low = matchMedia(LOW);
  let narrow = false;
  /** Of the row of the nine values, in px. */
  let wide = 0;
  /** Whether the form is there. */
  let ready = false;
  /** Where the page was scrolled to before the sheet opened. */
  let before = 0;
  /** Whether values are edited in a sheet. */
  const compact = () => narrow || low.matches;
  const isOpen = () => main.hasAttribute('data-editing');
  function show(/** @type {boolean} */ open) {
    if (open ? !compact() : !isOpen()) return;
    if (open !== isOpen()) {
      if (open) before = scrollY;
      main.toggleAttribute('data-editing', open);
      session.setAside(open);
      scrollTo(0, open ? 0 : before);
    }
    form.sheet(open);
  }
  /** On a phone, numbers and story come last, below what is changed; where there is more room, they stand beside the picture. */
  function inColumn() {
    const {focused} = place;
    if (narrow) {
      main.append(numbers, story);
    } else {
      place.one('.right').before(numbers);
      place.one('.right').append(story);
    }
    focused?.focus({preventScroll: true}); // which it loses when it is moved
  }
  function arrange() {
    main.toggleAttribute('data-compact', compact());
    place.one('trace-view[name=v]').nameAtAxis = compact();
    if (!compact()) show(false);
    if (ready) form.compact = compact() ? wide / 9 : 0;
    const tools = [place.one('.stretches'), place.byId('zoom')];
    if (narrow !== (story.parentElement === main)) inColumn();
    if (narrow || low.matches) place.byId('head-details').after(...tools);
    else place.one('.plot.v .plot-head').append(...tools);
  }
  // What stays above the lower edge is in sight, so nothing scrolls when the focus moves into it.
  const stays = (/** @type {Element} */ from) => {
    for (let box = /** @type {Element | null} */ (from); box && box !== main; box = box.parentElement) {
      const {position, bottom} = getComputedStyle(box);
      if (position === 'sticky' && bottom !== 'auto') return true;
    }
    return false;
  };
  place.listen('focusin', ({target}) => place.element.toggleAttribute('data-within-reach', stays(target)), {
    target: main,
  });
  place.watchWidth(place.body, (width) => {
    narrow = width < WIDE;
    wide = width - 2 * BESIDE;
    arrange();
  });
  place.listen('change', arrange, {target: low});
  place.listen('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.stopImmediatePropagation();
    emit(form, 'sheet', false);
  });
  place.atEnd(() => show(false));
  return {
    show,
    /** To be called once all views are there. */
    begin() {
      ready = true;
      arrange();
    },
  };
}
