// page/layout.js: puts the parts of a lab in the order of the layout (styles/narrow.css, wide.css), so that the Tab key and
// screen readers go through them in the order in which they are seen.

/** For each least width, the parts in order; those in a nested list share the column on the right. */
const ORDERS = [
  {
    from: 1080,
    order: [
      'equation-view',
      '.plot.v',
      '.plot.u',
      '.plot.current',
      ['.plot.side', '.analysis'],
      '.summary',
      '.controls',
    ],
  },
  {
    from: 640,
    order: ['equation-view', '.plot.v', '.summary', '.plot.side', '.plot.current', '.plot.u', '.analysis', '.controls'],
  },
  {
    from: 0,
    order: ['.plot.v', '.summary', '.analysis', '.plot.side', '.plot.current', '.plot.u', 'equation-view', '.controls'],
  },
];

/** The least widths of the layout that fills the window, and of the one that has the controls beside the plots, in px. */
const [WHOLE, BESIDE] = ORDERS.map(({from}) => from);

/**
 * Whether the place of v(t) depends only on what stands above it and on the summary: where the plots share the height that is
 * left, and in one column where v(t) comes first.
 * @param {import('../plot/place.js').Place} place
 */
export function vStandsAlone(place) {
  const width = place.body.clientWidth;
  return width >= WHOLE || (width < BESIDE && place.one('main').dataset.plot === 'v');
}

/**
 * Arranges the parts for the lab's width, again whenever it calls for another order. The focus stays where it is.
 * @param {import('../plot/place.js').Place} place
 */
export function keepLayout(place) {
  /** @type {(typeof ORDERS)[0] | undefined} */
  let arranged;
  function arrange(/** @type {number} */ width) {
    const wanted = ORDERS.find(({from}) => width >= from) ?? ORDERS[0];
    if (wanted === arranged) return;
    arranged = wanted;
    const {focused} = place;
    const [main, right] = [place.one('main'), place.one('.right')];
    for (const part of wanted.order) {
      if (typeof part === 'string') main.append(place.one(part));
      else {
        right.append(...part.map((one) => place.one(one)));
        main.append(right);
      }
    }
    if (focused !== place.focused) focused?.focus({preventScroll: true});
  }
  // Of a whole page the width is known without a layout, which nothing else needs yet.
  arrange(place.element === document.documentElement ? innerWidth : place.body.clientWidth);
  place.watchWidth(place.body, arrange);
}
