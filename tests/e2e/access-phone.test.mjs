// access-phone.test.mjs: what a finger reaches on a phone, upright, sideways or as small as they come, and on a page zoomed in.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  ask,
  at,
  howMany,
  openAnalysis,
  part,
  parts,
  press,
  read,
  readAll,
  settle,
  shown,
  visible,
  waitFor,
  withLab,
} from './lab.mjs';

const touch = (width, height) => ({
  width,
  height,
  before: (page) => page.setViewport({width, height, hasTouch: true, isMobile: true}),
});
const PLACES = {
  'a phone': touch(390, 844),
  'a small phone': touch(360, 640),
  'the smallest phone': touch(320, 568),
  'a phone held sideways': touch(844, 390),
  'a window of 1280 x 720 at 200 %': {width: 640, height: 360},
};
const VIEWS = ['plane', 'rate', 'thresholds', 'why'];

/** Numbers longer than their places in the row are. */
const LONG = {
  C: 123456,
  k: 0.12345,
  vr: -60.25,
  vt: -45.125,
  vpeak: 35.55,
  a: 0.0123456,
  b: -2.25,
  c: -56.125,
  d: 1234.5,
};
/** Which values of the row are wider than their places, or nearly. */
const tooWide = (frame) =>
  readAll(frame, at.openEditors, (all) =>
    all.flatMap((value) => {
      const range = document.createRange();
      range.selectNodeContents(value);
      const [text, place] = [range, value].map((one) => one.getBoundingClientRect().width);
      return text <= place - 1.5 ? [] : [`${value.textContent}: ${text} of ${place}`];
    }),
  );

/** Which values cannot be pressed where they are: out of the window, or with something else in their middle. */
const outOfReach = (frame) =>
  frame.evaluate(() =>
    parts(at.openEditors).flatMap((value) => {
      const {left, right, top, bottom} = value.getBoundingClientRect();
      const inside = left >= 0 && right <= innerWidth + 0.5 && top >= 0 && bottom <= innerHeight;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return inside && hit === value ? [] : [`${value.getAttribute('aria-label')} at ${left}, ${top}`];
    }),
  );

for (const [place, use] of Object.entries(PLACES))
  // Fails with: values that scroll away with the panel above them; a row that is wider than the window.
  test(`${place}: the nine values can be pressed in every view, wherever the page is scrolled`, () =>
    withLab({...use, hash: 'IB'}, async ({frame}) => {
      for (const view of VIEWS) {
        await openAnalysis(frame, view);
        if (view === 'thresholds') await waitFor(frame, at.bandTicks);
        for (const down of [0, 0.5]) {
          await frame.evaluate((down) => scrollTo(0, down * part(at.main).scrollHeight), down);
          await settle(frame);
          assert.equal(await howMany(frame, at.openEditors), 9);
          assert.deepEqual(await outOfReach(frame), [], `${view}, scrolled by ${down}`);
        }
        const wide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${view}: ${wide} px too wide`);
      }
      const over = await read(frame, at.equation, (row) => row.scrollWidth - row.clientWidth);
      assert.ok(over <= 0, `the nine values are ${over} px too wide`);
      await press(frame, at.openEditor('b'));
      assert.equal(await howMany(frame, at.closeEditor), 1);
      // What the edit has done is in sight, above the slider that did it.
      await ask(frame, 'edit', {cell: {b: 2.5}});
      await frame.waitForFunction(() => /was 304\.74/.test(part(at.effectHere).textContent), {timeout: 10e3});
      assert.ok(await visible(frame, at.effectHere));
      await press(frame, at.closeEditor);
      const places = () => readAll(frame, at.openEditors, (all) => all.map((one) => one.getBoundingClientRect().left));
      const before = await places();
      assert.deepEqual(await tooWide(frame), []);
      await ask(frame, 'edit', {cell: LONG});
      assert.equal(await shown(frame, 'cell.a'), '0.0123456');
      const [name, seen] = await read(frame, at.openEditor('a'), (one) => [one.ariaLabel, one.textContent]);
      assert.ok(name.includes(` ${seen} `), `${name} does not say ${seen}`);
      assert.deepEqual(await tooWide(frame), []);
      assert.deepEqual(await places(), before, 'the places depend on what stands in them');
    }));

for (const [place, use] of Object.entries(PLACES))
  // Fails with: a style of the symbols of the equation that also takes the terms of a text.
  test(`${place}: a term that is explained has the letters of the text around it`, () =>
    withLab({...use, hash: 'IB'}, async ({frame}) => {
      for (const view of VIEWS) {
        await openAnalysis(frame, view);
        if (view === 'thresholds') await frame.waitForFunction(() => parts(at.terms).length >= 2);
        const sizes = await readAll(frame, at.terms, (all) =>
          all.map((term) => [term, term.parentElement].map((one) => getComputedStyle(one).fontSize)),
        );
        assert.ok(sizes.length > 0);
        for (const [own, around] of sizes) assert.equal(own, around, view);
      }
    }));

for (const [language, one, lasting] of [
  ['en', 'one spike', 'lasting'],
  ['es', 'un disparo', 'dura'],
])
  // Fails with: numbers alone, as where only labels of one line are tried.
  test(`${language}: on a phone the ticks of the current say what begins there, over no other text and not over Play`, () =>
    withLab({...PLACES['a phone'], hash: 'IB', search: `?lang=${language}`}, async ({frame}) => {
      await frame.waitForFunction(() => parts(at.driveTicks).length === 2);
      await settle(frame);
      const placed = () =>
        readAll(frame, at.driveTicks, (all) =>
          all.map((tick) => {
            const range = document.createRange();
            range.selectNodeContents(tick);
            const {left, right, top, bottom} = range.getBoundingClientRect();
            return {text: tick.textContent, left, right, top, bottom};
          }),
        );
      const ticks = await placed();
      assert.ok(ticks[0].text.startsWith(one), ticks[0].text);
      assert.ok(ticks[1].text.startsWith(lasting), ticks[1].text);
      const [play] = await readAll(frame, at.playInBar, (all) =>
        all.map((button) => button.getBoundingClientRect().toJSON()),
      );
      const [bar] = await readAll(frame, at.quickBar, (all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      const [first, second] = ticks;
      assert.ok(first.left >= play.right, `${first.left} over Play, to ${play.right}`);
      assert.ok(first.right <= second.left);
      for (const {top, bottom} of ticks) assert.ok(top >= bar.top && bottom <= bar.bottom, `${top} to ${bottom}`);
      assert.equal(await howMany(frame, at.betweenTicks), 0);
      // Where the ticks are so near that each could be a shadow of the other, they are the ends of one stretch.
      await ask(frame, 'edit', {cell: {b: 2.5}});
      await waitFor(frame, at.betweenTicks);
      const [near, next] = await placed();
      assert.ok(near.text.startsWith(one) && next.text.startsWith(lasting), `${near.text}; ${next.text}`);
      assert.ok(next.left - near.right >= 12, `${near.right} to ${next.left}`);
    }));
