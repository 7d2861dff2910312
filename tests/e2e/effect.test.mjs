// effect.test.mjs: what the edit of a cell has done, in the story and as it is announced; and the ticks of a parameter's slider.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, enter, focus, howMany, pause, press, readAll, read, shown, spaced, text, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

const said = async (frame, where) => spaced(await text(frame, where));

/** Waits until a text matches. */
async function comes(frame, where, pattern) {
  for (let left = 100; left > 0 && !pattern.test(await said(frame, where)); left -= 1) await pause(100);
  assert.match(await said(frame, where), pattern);
}

const placeOf = (frame, where) =>
  read(frame, where, (node) => {
    const {left, top, width, height} = node.getBoundingClientRect();
    return [left, top, width, height];
  });

for (const browser of browsers) {
  // IB, k p = 36 nS: I_SN = 41²/4.8 = 350.21 pA, with b = 2.5 38.5²/4.8 = 308.80 pA. The thresholds of IB are an independent
  // program's; with b = 2.5 it loses rest at I_H = (38.5² - 1)/4.8 = 308.59 pA, and fires for good from a little below.
  test(`${browser}: an edit of b says what it does to the curves, and from where to where the thresholds move; one voice tells of it`, () =>
    withLab({browser, hash: 'IB'}, async ({frame}) => {
      await enter(frame, 'cell.b', '2.5');
      await comes(frame, at.effect, /tilts about vr: it takes 308\.8 pA, not 350\.21, to lift the parabola/);
      const before = await placeOf(frame, at.backToFigure);
      await comes(
        frame,
        at.effect,
        /First spike from 29\d\.\d\d pA \(was 304\.74\)\. Lasting firing from 308\.\d\d pA \(was 346\.45\)/,
      );
      assert.deepEqual(await placeOf(frame, at.backToFigure), before);
      await comes(
        frame,
        at.status,
        /^b 2\.5 nS\. Rheobase: First spike from 291\.47 pA \(was 304\.74\)\. Lasting firing from 308\.16 pA \(was 346\.45\)\. /,
      );
      // Once is enough.
      await enter(frame, 'stimulus.0.amplitude', '310');
      await comes(frame, at.status, /310 pA/);
      assert.doesNotMatch(await said(frame, at.status), /Rheobase/);
      await press(frame, at.backToFigure);
      await comes(frame, at.effect, /^$/);
    }));

  test(`${browser}: what a class is to find is not told by an edit, nor are ticks`, () =>
    withLab({browser, hash: 'RS', search: '?answers=off'}, async ({frame}) => {
      await enter(frame, 'cell.b', '-1');
      await pause(1500); // until it would be announced
      assert.equal(await said(frame, at.effect), '');
      assert.doesNotMatch(await said(frame, at.status), /60\.36/);
      await focus(frame, at.number('cell.b'));
      assert.equal(await read(frame, at.scaleTick('b'), (tick) => tick.checkVisibility()), false);
    }));

  test(`${browser}: a figure that leaves its threshold to be found does not tell it before it is asked`, () =>
    withLab({browser, hash: 'note-4'}, async ({frame}) => {
      await enter(frame, 'cell.b', '-1');
      await pause(1500);
      assert.equal(await said(frame, at.effect), '');
      await press(frame, at.reveal);
      // (14 - 1)²/2.8 pA
      await comes(frame, at.effect, /it takes 60\.36 pA, not 51\.43/);
    }));

  test(`${browser}: the slider of b has a tick at a C, which sets it, and numbers at its ends`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      await focus(frame, at.number('cell.b'));
      assert.deepEqual(
        await readAll(frame, at.scaleEnds('b'), (all) => all.map(({textContent}) => textContent.replace('−', '-'))),
        ['-10', '15'],
      );
      // RS: a C = 0.03 · 100; b < 0, so neither a nor C has such a value.
      await press(frame, at.scaleTick('b'));
      assert.equal(await shown(frame, 'cell.b'), '3');
      // A drag stays at the tick for a few px, on both sides, and goes on.
      const [track] = await readAll(frame, at.slider('cell.b'), (all) =>
        all.map((one) => one.getBoundingClientRect().toJSON()),
      );
      const [middle] = await readAll(frame, at.scaleTick('b'), (all) =>
        all.map((one) => one.getBoundingClientRect().left + 1),
      );
      const y = (track.top + track.bottom) / 2;
      const dragged = [];
      await page.mouse.move(middle - 30, y);
      await page.mouse.down();
      for (const by of [-20, -2, 2, 20]) {
        await page.mouse.move(middle + by, y, {steps: 3});
        dragged.push(Number(await shown(frame, 'cell.b')));
      }
      await page.mouse.up();
      assert.ok(dragged[0] < 3 && dragged[3] > 3, `${dragged}`);
      assert.deepEqual(dragged.slice(1, 3), [3, 3]);
      await enter(frame, 'cell.b', '3');
      for (const name of ['vr', 'd']) assert.equal(await howMany(frame, at.scaleTick(name)), 0);
      // Now b/a is C itself.
      assert.equal(await howMany(frame, at.scaleTick('C')), 1);
    }));
}
