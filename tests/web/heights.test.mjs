// heights.test.mjs: which heights a host is told, whatever it does with them.
import assert from 'node:assert/strict';
import test from 'node:test';
import {FOLLOWS, Heights, LATEST} from '../../web/embed/heights.js';
import {secretIn} from '../../web/embed/size.js';
import {require} from '../support.mjs';

const fc = require('fast-check');

/** How high contents are in a frame: a text that wraps, beside something as high as the window. */
const wrapping = ({width}) => Math.ceil(3e5 / width);
const filling = ({height}) => Math.max(250, height);
const overflowing = ({height}) => height + 40;

/**
 * A host with a frame: what it is told, when it does with each height what `answer` says, until nothing more comes or there were 100
 * messages. The contents follow the size of the frame at once, and once more a little later.
 */
function told(contents, answer, frame = {width: 800, height: 300}) {
  const heights = new Heights();
  const all = [];
  let now = 0;
  for (let quiet = 0; quiet < 3 && all.length < 100; now += 120) {
    const height = heights.after({...frame, needed: contents(frame, now)}, now);
    quiet = height ? 0 : quiet + 1;
    if (!height) continue;
    all.push(height);
    frame = {...frame, ...answer(height, frame)};
  }
  return all;
}

test('a host that does what it is told is told once', () => {
  for (const contents of [wrapping, filling, overflowing])
    assert.equal(told(contents, (height) => ({height})).length, 1);
});

test('a host that answers each height with another is not told again', () => {
  for (const contents of [wrapping, filling, overflowing])
    for (const answer of [(h) => h + 1, (h) => 2 * h, (h) => h / 2, () => 150, (h) => h + (h % 2 ? 7 : -7)])
      assert.equal(told(contents, (height) => ({height: answer(height)})).length, 1);
});

test('contents that follow the frame late are not taken for a change of their own', () => {
  const heights = new Heights();
  assert.equal(heights.after({width: 800, height: 300, needed: 500}, 0), 500);
  assert.equal(heights.after({width: 800, height: 500, needed: 500}, 100), 0);
  assert.equal(heights.after({width: 800, height: 500, needed: 620}, 100 + FOLLOWS - 1), 0);
  // A list that the reader opens later is one.
  assert.equal(heights.after({width: 800, height: 500, needed: 700}, 100 + FOLLOWS), 700);
});

test('contents that grew while the frame settled are looked at again after that, and told if they are cut off', () => {
  const opened = () => {
    const heights = new Heights();
    heights.after({width: 800, height: 300, needed: 300}, 0);
    // The reader opens a view; the host follows; the view's answers come while it does.
    assert.equal(heights.after({width: 800, height: 300, needed: 500}, 1000), 500);
    assert.equal(heights.after({width: 800, height: 500, needed: 500}, 1100), 0);
    assert.equal(heights.again, Infinity);
    return heights;
  };
  const heights = opened();
  assert.equal(heights.after({width: 800, height: 500, needed: 620}, 1250), 0);
  assert.equal(heights.again, 1100 + FOLLOWS);
  assert.equal(heights.after({width: 800, height: 500, needed: 620}, heights.again), 620);
  assert.equal(heights.again, Infinity);
  assert.equal(heights.after({width: 800, height: 620, needed: 620}, 2000), 0);
  assert.equal(heights.again, Infinity);
  // What fits into the frame is not told.
  const fits = opened();
  fits.after({width: 800, height: 500, needed: 480}, 1250);
  assert.equal(fits.after({width: 800, height: 500, needed: 480}, fits.again), 0);
  assert.equal(fits.again, Infinity);
});

test('a host that changes the height for ever cannot keep a growth from being told', () => {
  const heights = new Heights();
  heights.after({width: 800, height: 300, needed: 300}, 0);
  const all = [];
  let grewAt = 0;
  for (let now = 1000; now < 20e3; now += 100) {
    if (now > 3000) grewAt ||= now;
    const height = heights.after({width: 800, height: 300 + ((now / 100) % 7), needed: grewAt ? 700 : 300}, now);
    if (height) all.push([height, now - grewAt]);
  }
  assert.equal(all.length, 1);
  assert.equal(all[0][0], 700);
  assert.ok(all[0][1] <= LATEST + 100);
});

test('contents that are always higher than their frame are told a few times, and no more', () => {
  const heights = new Heights();
  let [height, count] = [300, 0];
  for (let now = 0; now < 60e3; now += 100) {
    const needed = heights.after({width: 800, height, needed: height + 40}, now);
    if (needed) [height, count] = [needed, count + 1];
  }
  assert.ok(count <= 3, `${count} times`);
});

test('a scroll bar of the host that comes and goes with the height ends after a few heights, and the last one cuts nothing off', () => {
  // The host's page is full: a frame higher than 380 makes a scroll bar, which takes 15 px of its width.
  const widthAt = (height) => (height > 380 ? 785 : 800);
  for (const contents of [({width}) => (width < 800 ? 390 : 370), ({width}) => (width < 800 ? 370 : 390)]) {
    const all = told(contents, (height) => ({height, width: widthAt(height)}), {width: 800, height: 300});
    assert.ok(all.length <= 3, `${all}`);
    const last = all.at(-1);
    assert.ok(contents({width: widthAt(last)}) <= last, `${all}`);
  }
});

test('nothing is told from a frame that is not displayed or has no size, and never less than 1', () => {
  const heights = new Heights();
  for (const layout of [
    {width: 0, height: 0, needed: 0},
    {width: 800, height: 0, needed: 500},
    {width: 800, height: 600, needed: 0},
    {width: NaN, height: 1, needed: 1},
  ])
    assert.equal(heights.after(layout, 0), 0);
  assert.equal(heights.after({width: 800, height: 600, needed: 500}, 1), 500);
});

test('whatever a host does with each height and width, there is an end of heights', () => {
  const size = fc.integer({min: 0, max: 2000});
  const step = fc.record({width: size, height: size, needed: size, ms: fc.integer({min: 0, max: 1000})});
  fc.assert(
    fc.property(fc.array(step, {maxLength: 60}), (steps) => {
      const heights = new Heights();
      let now = 0;
      for (const {ms, ...layout} of steps) {
        const height = heights.after(layout, (now += ms));
        assert.ok(height === 0 || height >= 1);
        assert.equal(heights.after(layout, (now += 1)), 0, 'the same layout is told once');
      }
    }),
  );
});

test('WordPress’s secret stands behind the address, or behind its fragment', () => {
  assert.equal(secretIn('#?secret=aB3dE5fG7h'), 'aB3dE5fG7h');
  assert.equal(secretIn('#RS&I=70#?secret=aB3dE5fG7h'), 'aB3dE5fG7h');
  assert.equal(secretIn('##?secret=aB3'), 'aB3');
  for (const hash of [
    '',
    '#RS',
    '#RS&note=?secret=x',
    '#?secret=',
    '#?secret=a<b',
    '#?secret=ab&x',
    `#?secret=${'a'.repeat(41)}`,
  ])
    assert.equal(secretIn(hash), '', hash);
});
