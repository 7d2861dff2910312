// opening.mjs: for the benches: when a page opened from disk becomes visible.
import {open} from '../e2e/support.mjs';

/** In the page: notes when the first curve and the whole lab become visible, in ms after the file was requested. */
function watch() {
  const times = {};
  // A drawing is visible once the browser has finished the frame.
  const note = (what) =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        times[what] ??= performance.now();
        if (times.first && times.all) window.pictured = times;
      }),
    );
  const lab = () => document.documentElement.classList.contains('lab');
  // A lab hides everything until this is set; a page without a lab hides nothing.
  const shown = (canvas) =>
    !lab() ||
    (document.documentElement.hasAttribute('data-drawn') && canvas.closest?.('trace-view[name="v"]') !== null);
  const {stroke} = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.stroke = function (...path) {
    if (!times.first && shown(this.canvas)) {
      note('first');
      if (!lab()) note('all');
    }
    return stroke.apply(this, path);
  };
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    observer.disconnect();
    note('all');
  }).observe(document, {attributes: true, subtree: true});
}

/** Opens a file from disk, by default the site's; returns {first, all} as `watch` notes them. @param {string} [file] @param {string} [search] its query */
export async function opening(file, search = '') {
  const before = (page) => page.evaluateOnNewDocument(watch);
  const {frame, close} = await open({windowed: true, mode: 'file', before, ...(file && {file})});
  await frame.waitForFunction(() => window.pictured);
  const times = await frame.evaluate(() => window.pictured);
  await close();
  return times;
}

/** The quantile q of some times. @param {number[]} times @param {number} q */
export function quantile(times, q) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

export const median = (times) => quantile(times, 0.5);
