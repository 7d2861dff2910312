// arrange.js: the parts of the page in the order in which they are laid out (styles/layouts.css), so that the Tab key and a
// screen reader go the way the eye goes.
import {one} from './dom.js';

/** By the least width: the parts from the first to the last; those in a list of their own share the column on the right. */
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

/** Puts the parts in the order of the page's width. */
export function arrange() {
  const {order} = ORDERS.find(({from}) => matchMedia(`(min-width: ${from}px)`).matches) ?? ORDERS[0];
  const [main, right] = [one('main'), one('.right')];
  for (const part of order) {
    if (typeof part === 'string') main.append(one(part));
    else {
      right.append(...part.map(one));
      main.append(right);
    }
  }
}

/** Calls `again` when the page's width asks for another order. @param {() => void} again */
export function onAnotherOrder(again) {
  for (const {from} of ORDERS) if (from) matchMedia(`(min-width: ${from}px)`).addEventListener('change', again);
}
