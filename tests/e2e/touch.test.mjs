// touch.test.mjs: a finger on a phone: what scrolls the page, and what changes something. The touches are real ones, of which the
// browser makes its gestures.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  at,
  openAnalysis,
  part,
  pause,
  press,
  read,
  settle,
  shown,
  spokenValue,
  text,
  waitFor,
  withLab,
} from './lab.mjs';

/** Firefox does not emulate a touch screen. */
const browser = 'chromium';
const PHONE = {width: 390, height: 844, isMobile: true, hasTouch: true};
const onPhone = (options, use, viewport = PHONE) =>
  withLab({browser, ...options, before: (page) => page.setViewport(viewport)}, use);

/** Longer than a finger rests before it takes hold of something, in ms. */
const REST = 400;
/** Px of a swipe, and its moves. */
const FAR = 150;
const MOVES = 8;

const toTop = async (frame) => {
  await frame.evaluate(() => (document.activeElement.blur(), scrollTo(0, 0)));
  await pause(200);
};
const scrolled = (frame) => frame.evaluate(() => scrollY);
const middle = (frame, where) =>
  read(frame, where, (node) => {
    const {left, top, width, height} = node.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });

/** Swipes from a point, after a rest if asked. */
async function swipe({page, frame}, [x, y], right, down, rest = 0) {
  await page.touchscreen.touchStart(x, y);
  await pause(rest);
  for (let i = 1; i <= MOVES; i += 1) {
    await page.touchscreen.touchMove(x + (right * i) / MOVES, y + (down * i) / MOVES);
    await pause(16);
  }
  await page.touchscreen.touchEnd();
  await pause(300);
  await settle(frame);
}

/** What a finger may land on in the plots, and what it changes. */
const GRIPS = {
  vr: [at.level('vr'), (frame) => shown(frame, 'cell.vr')],
  vt: [at.level('vt'), (frame) => shown(frame, 'cell.vt')],
  c: [at.level('c'), (frame) => shown(frame, 'cell.c')],
  vpeak: [at.level('vpeak'), (frame) => shown(frame, 'cell.vpeak')],
  'the height of the step': [at.grip('height'), (frame) => shown(frame, 'stimulus.0.amplitude')],
  'its onset': [at.grip('onset'), (frame) => shown(frame, 'stimulus.0.onset')],
  'its end': [at.grip('end'), (frame) => spokenValue(frame, at.grip('end'))],
  'the current in the plane': [at.gripOfPlane, (frame) => shown(frame, 'stimulus.0.amplitude')],
  'the start': [at.start, (frame) => spokenValue(frame, at.start)],
  'the current in the headline': [at.headlineCurrent, (frame) => shown(frame, 'stimulus.0.amplitude')],
};

// Fails with: a handle that takes every touch, and with one that takes none.
test(`${browser}: a swipe that begins on a grip scrolls the page and changes nothing`, () =>
  onPhone({hash: 'RS'}, async (lab) => {
    const {frame} = lab;
    const found = {};
    for (const [name, [where, value]] of Object.entries(GRIPS)) {
      await toTop(frame);
      const before = await value(frame);
      await swipe(lab, await middle(frame, where), 0, -FAR);
      const after = await value(frame);
      if (after !== before) found[name] = `${before} to ${after}`;
      else if ((await scrolled(frame)) < FAR / 2) found[name] = 'does not scroll';
    }
    assert.deepEqual(found, {});
  }));

test(`${browser}: a finger that rests on a grip, or has touched it before, drags it and does not scroll; an edge it drags sideways`, () =>
  onPhone({hash: 'RS'}, async (lab) => {
    const {page, frame} = lab;
    for (const [name, [where, value]] of Object.entries(GRIPS)) {
      if (where === at.headlineCurrent) continue;
      const sideways = /onset|end/.test(name);
      for (const touched of sideways ? [false] : [false, true]) {
        await toTop(frame);
        if (touched) await page.touchscreen.tap(...(await middle(frame, where)));
        const before = await value(frame);
        const [right, down] = sideways ? [-30, 0] : [0, name === 'vpeak' ? 15 : -15];
        await swipe(lab, await middle(frame, where), right, down, touched || sideways ? 0 : REST);
        assert.notEqual(await value(frame), before, `${name}${touched ? ', touched before' : ''}`);
        assert.equal(await scrolled(frame), 0, name);
        await press(frame, at.undo);
        await settle(frame);
        assert.equal(await value(frame), before, `${name}: one step of undo`);
      }
    }
  }));

// Fails with: a place that is chosen as soon as a finger is down.
test(`${browser}: over a curve that can be read a swipe scrolls, and a tap reads`, () =>
  onPhone({hash: 'RS'}, async (lab) => {
    const {page, frame} = lab;
    for (const [name, ready] of [
      ['rate', at.rateSaid],
      ['thresholds', at.found],
      ['bifurcation', at.said('bifurcation')],
    ]) {
      await toTop(frame);
      await openAnalysis(frame, name);
      await waitFor(frame, ready);
      await frame.waitForFunction((where) => part(where)?.ariaDisabled === 'false', {}, at.scan(name));
      await pause(500);
      await read(frame, at.scan(name), (scan) => scan.scrollIntoView({block: 'center'}));
      await pause(200);
      const said = () => text(frame, at.readOut(name));
      const before = await said();
      const from = await scrolled(frame);
      const [x, y] = await middle(frame, at.scan(name));
      await swipe(lab, [x + 40, y], 0, -80);
      assert.equal(await said(), before, name);
      const box = await read(frame, at.scan(name), (scan) => scan.getBoundingClientRect().top);
      assert.ok(box < y || (await scrolled(frame)) > from, `${name} has scrolled`);
      await read(frame, at.scan(name), (scan) => scan.scrollIntoView({block: 'center'}));
      await pause(200);
      const [across, up] = await middle(frame, at.scan(name));
      await page.touchscreen.tap(across + 40, up);
      await settle(frame);
      assert.notEqual(await said(), before, `${name}, tapped`);
    }
  }));

test(`${browser}: what is typed into a box after a tap replaces its text`, () =>
  onPhone({hash: 'IB'}, async ({page, frame}) => {
    await press(frame, at.openEditor('b'));
    await pause(300);
    for (const where of [at.number('cell.b'), at.number('quick')]) {
      await page.touchscreen.tap(...(await middle(frame, where)));
      await page.keyboard.type('2.5');
      await settle(frame);
      assert.equal(await read(frame, where, ({value}) => value), '2.5', where);
    }
  }));
