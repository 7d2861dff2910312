// measures.mjs: how large the pictures of the page are, and how much stands beside them.
import {at, chooseTheme, pause, settle, withLab} from './lab.mjs';

/** Before a page opens: notes the region to which each canvas clips its curves, which is its data area. */
const watchAreas = (page) =>
  page.evaluateOnNewDocument(() => {
    window.dataAreas = new Map();
    const {clip, rect} = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.rect = function (...box) {
      this.lastRect = box;
      return rect.apply(this, box);
    };
    CanvasRenderingContext2D.prototype.clip = function (...given) {
      if (this.lastRect) window.dataAreas.set(this.canvas, this.lastRect);
      return clip.apply(this, given);
    };
  });

/** Opens a preset at a size, and hands over what is measured there. */
export const measured = (options, use) =>
  withLab({...options, before: watchAreas}, async ({page, frame}) => {
    if (options.projector) await chooseTheme(frame, 'projector');
    await pause(500); // canvases follow the size of their places some frames later
    await settle(frame);
    await use(await frame.evaluate(measure), {page, frame});
  });

/** In the page: the pictures, controls, words and letters within the window. */
function measure() {
  const [across, down] = [innerWidth, innerHeight];
  const seen = (node) => {
    const {width, height, top, bottom, left, right} = node.getBoundingClientRect();
    const shown = node.checkVisibility?.({visibilityProperty: true, opacityProperty: true}) ?? true;
    return shown && width > 1 && height > 1 && bottom > 0 && top < down && right > 0 && left < across;
  };
  const share = (width, height) => (100 * width * height) / (across * down);
  const plots = {};
  for (const canvas of parts(at.canvas())) {
    const area = window.dataAreas.get(canvas);
    if (!area || !seen(canvas)) continue;
    const box = canvas.getBoundingClientRect();
    const dots = canvas.width / box.width;
    const scale = area[2] > box.width ? dots : 1;
    plots[plotOf(canvas)] = {
      data: share(area[2] / scale, area[3] / scale),
      whole: share(box.width, box.height),
      top: box.top + area[1] / scale,
      bottom: box.bottom,
    };
  }
  // A control is what can be focused and meets the viewport, grips included. The tabs that the arrow keys reach count, too.
  const controls = [...parts(at.stops)].filter((node) => seen(node) && !node.disabled);
  // A word is a token with two letters or more of visible text.
  const words = [];
  const sizes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const {currentNode: node} = texts;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(at.noText) || !seen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const {top, bottom, width} = range.getBoundingClientRect();
    if (bottom <= 0 || top >= down || width < 1) continue;
    words.push(...node.data.split(/\s+/).filter((token) => (token.match(/\p{L}/gu) ?? []).length >= 2));
    sizes.push({text: node.data.trim(), size: parseFloat(getComputedStyle(parent).fontSize)});
  }
  for (const input of parts(at.boxes))
    if (seen(input)) sizes.push({text: input.value, size: parseFloat(getComputedStyle(input).fontSize)});
  const {scrollHeight, scrollWidth} = document.documentElement;
  return {
    plots,
    controls: controls.length,
    words: words.length,
    smallest: sizes.reduce((least, one) => (one.size < least.size ? one : least)),
    scrolls: [scrollWidth - across, scrollHeight - down],
    canvasText: parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--text-xs')),
    mainEnds: part(at.main).getBoundingClientRect().bottom,
  };
}
