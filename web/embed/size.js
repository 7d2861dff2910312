// embed/size.js: tells the page that has the lab in a frame how high the lab is, in the three ways that hosts understand.
import {Heights} from './heights.js';

/** @typedef {import('../page/mount.js').Lab} Lab */

/** At least so long between two messages, in ms. */
const BETWEEN = 100;
/** For how long the lab may start before its height is told as it is, in ms. */
const STARTS = 1000;

/**
 * The secret by which WordPress knows a frame; '' if it is not the host. WordPress adds it behind the address, "#?secret=..."; if
 * that has a fragment already, behind a second "#".
 * @param {string} hash
 */
export const secretIn = (hash) => /#\?secret=([a-zA-Z0-9]{1,40})$/.exec(hash)?.[1] ?? '';

/**
 * Tells the parent of this frame from now on. The lab's page calls it once, before anything changes the address.
 * @param {Lab} lab @param {Element} contents what takes up the height
 */
export function tellSize(lab, contents) {
  if (window.parent === window) return;
  lab.element.dataset.framed = '';
  const heights = new Heights();
  let secret = secretIn(location.hash);
  let shown = false;
  /** How often WordPress may still ask for the height again: once is usual, and no more than a few times can be meant. */
  let repeats = 5;
  let last = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;

  // Nothing in these is secret, and who the parent is need not be known.
  const post = (/** @type {object} */ message) => window.parent.postMessage(message, '*');
  /** @param {number} value */
  const tellWordPress = (value) => secret && post({secret, message: 'height', value});

  function tell() {
    waiting = undefined;
    const frame = {width: innerWidth, height: innerHeight};
    const needed = heights.after(
      {...frame, needed: Math.ceil(contents.getBoundingClientRect().height)},
      performance.now(),
    );
    clearTimeout(later);
    if (heights.again < Infinity) later = setTimeout(soon, heights.again - performance.now());
    if (!needed) return;
    last = performance.now();
    post({subject: 'lti.frameResize', height: needed});
    tellWordPress(needed);
    post({type: 'izh:size', width: frame.width, height: needed});
  }
  // Never within the layout that is the reason, and however often it changes, only now and then.
  const soon = () => {
    if (shown) waiting ??= setTimeout(tell, Math.max(0, last + BETWEEN - performance.now()));
  };

  new ResizeObserver(soon).observe(contents);
  addEventListener('resize', soon);
  // WordPress may add its secret to an address that is already open, and asks once it is listening.
  addEventListener('hashchange', () => {
    const now = secretIn(location.hash);
    if (!now || now === secret) return;
    secret = now;
    if (heights.told) tellWordPress(heights.told);
  });
  addEventListener('message', ({source, data}) => {
    if (source !== window.parent || !secret || !heights.told) return;
    if (data?.message !== 'ready' || data.secret !== secret || repeats <= 0) return;
    repeats -= 1;
    tellWordPress(heights.told);
  });
  // Before, it would be the height of a page that is still being put together.
  const begin = () => {
    shown = true;
    soon();
  };
  lab.ready.then(begin, begin);
  // A lab that waits to be pressed or to be seen may be hidden by a host that waits for its height.
  const waits = () => lab.element.dataset.view === 'figure' || contents.querySelector('.poster');
  setTimeout(() => waits() && begin(), STARTS);
}
