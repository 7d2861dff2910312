// texts.test.mjs: no text on a canvas is cut off, and no axis title lies over another.
import assert from 'node:assert/strict';
import {at, changeLanguage, enter, goto, inOne, openAnalysis, part, pause, select, settle, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

/** In the page, before anything is drawn: notes every text with its box in px of the page, by its canvas, until the next clear. */
function record() {
  const {prototype} = CanvasRenderingContext2D;
  const written = (window.written = new Map());
  const {fillText, clearRect} = prototype;
  prototype.clearRect = function (...box) {
    written.set(this.canvas, []);
    return clearRect.apply(this, box);
  };
  prototype.fillText = function (text, x, y, ...more) {
    const {actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent, actualBoundingBoxDescent} =
      this.measureText(text);
    const matrix = this.getTransform();
    const corners = [
      [x - actualBoundingBoxLeft, y - actualBoundingBoxAscent],
      [x + actualBoundingBoxRight, y + actualBoundingBoxDescent],
    ].map(([px, py]) => matrix.transformPoint({x: px, y: py}));
    const dots = this.canvas.width / this.canvas.clientWidth;
    const [xs, ys] = ['x', 'y'].map((axis) => corners.map((corner) => corner[axis] / dots));
    written.get(this.canvas)?.push({
      text,
      turned: Math.abs(matrix.b) > 0.5,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
    return fillText.call(this, text, x, y, ...more);
  };
}

/** In the page: what is wrong with the texts of the canvases on show: cut at an edge, or (of titles) over another title. */
function faults() {
  const found = [];
  for (const [canvas, texts] of window.written) {
    if (!canvas.offsetParent) continue;
    const {clientWidth, clientHeight} = canvas;
    for (const [i, one] of texts.entries()) {
      const {text, left, right, top, bottom} = one;
      if (left < -1 || right > clientWidth + 1 || top < -1 || bottom > clientHeight + 1) found.push(`cut: ${text}`);
      for (const other of texts.slice(0, i))
        if (
          one.turned &&
          other.turned &&
          Math.min(right, other.right) - Math.max(left, other.left) > 1 &&
          Math.min(bottom, other.bottom) - Math.max(top, other.top) > 1
        )
          found.push(`${text} over ${other.text}`);
    }
  }
  return found;
}

/** The same, once canvases have followed the size of their places, which takes some frames. */
async function faultsIn(frame) {
  let found = await frame.evaluate(faults);
  for (let i = 0; i < 5 && found.length; i += 1) {
    await pause(200);
    found = await frame.evaluate(faults);
  }
  return found;
}

for (const browser of browsers)
  for (const [width, height] of [
    [1280, 720],
    [1280, 900],
    [1920, 1080],
    [390, 844],
  ])
    inOne(browser)(`${browser}: no text of a plot is cut, nor a title over another, at ${width}x${height}`, () =>
      withLab(
        {browser, hash: 'RS', width, height, before: (page) => page.evaluateOnNewDocument(record)},
        async ({frame}) => {
          for (const language of ['en', 'es']) {
            if (language === 'es') await changeLanguage(frame);
            for (const id of ['RS', 'IB', 'note-11']) {
              await goto(frame, id);
              for (const tab of ['rate', 'thresholds', 'map', 'bifurcation']) {
                await openAnalysis(frame, tab);
                await settle(frame);
                if (tab === 'rate')
                  for (const kind of ['count', 'last', 'steady']) {
                    await select(frame, at.rateKind, kind);
                    await settle(frame);
                    assert.deepEqual(await faultsIn(frame), [], `${language}, ${id}, ${tab}, ${kind}`);
                  }
                assert.deepEqual(await faultsIn(frame), [], `${language}, ${id}, ${tab}`);
              }
            }
          }
          // Labels of a cell whose rheobase is close to its double, and whose chronaxie is outside the plot.
          const CA3 = {C: 366, k: 0.7923387038, vr: -63.20440082, vt: -33.60417331, vpeak: 35.86146486};
          Object.assign(CA3, {a: 0.008383503341, b: -42.55247769, c: -38.86809903, d: 588});
          await changeLanguage(frame);
          await goto(frame, 'RS');
          for (const [name, value] of Object.entries(CA3)) await enter(frame, `cell.${name}`, String(value));
          await openAnalysis(frame, 'thresholds');
          await frame.waitForFunction(() =>
            [...window.written.values()].flat().some(({text}) => /rheobase/.test(text)),
          );
          await frame.waitForFunction(() => part(at.rested('thresholds')));
          await settle(frame);
          const names = await frame.evaluate(() =>
            [...window.written].flatMap(([canvas, texts]) =>
              canvas.closest(at.analysis('thresholds'))
                ? texts.filter(({text}) => /rheobase|chronaxie/.test(text))
                : [],
            ),
          );
          assert.deepEqual(names.map(({text}) => text).sort(), ['2 × rheobase', 'rheobase']);
          const [one, two] = names;
          const apart = (low, high) => Math.max(one[low], two[low]) >= Math.min(one[high], two[high]);
          assert.ok(apart('top', 'bottom') || apart('left', 'right'), JSON.stringify(names));
        },
      ),
    );
