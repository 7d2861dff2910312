// escape.test.mjs: Escape does one thing a press, a drag restores what there was, and values go home and to their ends; on the wall,
// keys stand for what has no place there.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  ask,
  at,
  chooseTheme,
  enter,
  focus,
  hasFocus,
  howMany,
  openedAnalysis,
  press,
  read,
  settle,
  shown,
  spokenValue,
  themeOf,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

const middle = (frame, where) =>
  read(frame, where, (node) => {
    const {x, y, width, height} = node.getBoundingClientRect();
    return {x: x + width / 2, y: y + height / 2};
  });

for (const browser of browsers) {
  // Fails with: a drag that Escape ends where it is, or that goes on after it; an undo step that leads to what was never kept.
  test(`${browser}: Escape in a drag restores what there was, and does nothing else`, () =>
    withLab({browser, hash: 'RS', width: 1280, height: 720}, async ({page, frame}) => {
      const where = async () => {
        const values = ['cell.a', 'cell.b', 'cell.c', 'quick'].map((path) => shown(frame, path));
        return [...(await Promise.all(values)), await spokenValue(frame, at.start)].join();
      };
      await enter(frame, 'cell.b', '-3');
      await ask(frame, 'cursor', {time: 300, how: 'touch'});
      await settle(frame);
      const before = await where();
      for (const what of [at.number('cell.a'), at.grip('height'), at.level('c'), at.start, at.headlineCurrent]) {
        const {x, y} = await middle(frame, what);
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 30, y - 12, {steps: 4});
        await settle(frame);
        assert.notEqual(await where(), before, what);
        await page.keyboard.press('Escape');
        await page.mouse.move(x + 60, y - 20, {steps: 4});
        await page.mouse.up();
        await settle(frame);
        assert.equal(await where(), before, what);
        assert.equal(await howMany(frame, at.fixedCursor), 1, 'the instant stays');
      }
      // The slider of the current, from its thumb at 70 of 110 pA.
      const slider = await read(frame, at.slider('quick'), (node) => node.getBoundingClientRect().toJSON());
      const [x, y] = [slider.x + slider.width * (70 / 110), slider.y + slider.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 80, y, {steps: 4});
      await settle(frame);
      assert.notEqual(await where(), before);
      await page.keyboard.press('Escape');
      await page.mouse.move(x - 120, y, {steps: 4});
      await page.mouse.up();
      await settle(frame);
      assert.equal(await where(), before);
      assert.equal(await shown(frame, 'quick'), '70');
      // What was never kept is no step: undo leads to what there was before b.
      await ask(frame, 'restore', 'undo');
      await settle(frame);
      assert.equal(await shown(frame, 'cell.b'), '-2');
    }));

  // Fails with: an end that leaves the field while a text is typed; Escape that also releases the instant or leaves the projector.
  test(`${browser}: a value goes to the ends of its slider, ten times as far with Alt, and home with a double click`, () =>
    withLab({browser, hash: 'RS', width: 1280, height: 720}, async ({page, frame}) => {
      const b = () => shown(frame, 'cell.b');
      await focus(frame, at.number('cell.b'));
      await page.keyboard.press('ArrowUp');
      const one = Number(await b()) + 2;
      await page.keyboard.down('Alt');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.up('Alt');
      const both = Number(await b()) + 2;
      assert.ok(one > 0 && Math.abs(both - 11 * one) < 1e-9, `${one}, ${both}`);
      await page.keyboard.press('Home');
      const low = await read(frame, at.slider('cell.b'), (node) => node.min);
      assert.equal(await b(), low);
      assert.match(
        await read(frame, at.number('cell.b'), (node) => `${node.role} ${node.getAttribute('aria-valuetext')}`),
        /^spinbutton −?\d+.nS$/,
      );
      const {x, y} = await middle(frame, at.number('cell.b'));
      await page.mouse.click(x, y, {count: 2});
      await settle(frame);
      assert.equal(await b(), '-2');
      // A text that is refused goes with Escape, and nothing else does; then the instant, then the focus, and only then the wall.
      await chooseTheme(frame, 'projector');
      await ask(frame, 'cursor', {time: 300, how: 'touch'});
      await focus(frame, at.number('cell.b'));
      await page.keyboard.type('x');
      const states = [];
      for (let i = 0; i < 4; i += 1) {
        await page.keyboard.press('Escape');
        await settle(frame);
        states.push([await b(), await howMany(frame, at.fixedCursor), await read(frame, at.lab, themeOf)]);
      }
      assert.deepEqual(states, [
        ['-2', 1, 'projector'],
        ['-2', 0, 'projector'],
        ['-2', 0, 'projector'],
        ['-2', 0, ''],
      ]);
    }));

  // Fails with: a wall from which a press on a threshold has no way back to the plane; keys that a slider with the focus swallows.
  test(`${browser}: on the wall keys switch between the views and make the run longer, and the views can be pressed`, () =>
    withLab({browser, hash: 'IB', width: 1024, height: 768}, async ({page, frame}) => {
      await chooseTheme(frame, 'projector');
      await focus(frame, at.slider('quick'));
      for (const [key, tab] of [
        ['3', 'thresholds'],
        ['2', 'rate'],
        ['1', 'plane'],
      ]) {
        await page.keyboard.press(key);
        await settle(frame);
        assert.equal(await openedAnalysis(frame), tab);
      }
      await press(frame, at.headlineThreshold);
      await settle(frame);
      assert.equal(await openedAnalysis(frame), 'thresholds');
      await press(frame, at.opener('plane'));
      await settle(frame);
      assert.equal(await openedAnalysis(frame), 'plane');
      await page.keyboard.press('l');
      await settle(frame);
      assert.equal(await shown(frame, 'duration'), '2000');
      await page.keyboard.press('L');
      await settle(frame);
      assert.equal(await shown(frame, 'quick'), '600');
      // In the menu, the arrow keys lead from one entry to the next.
      await page.keyboard.press('Escape');
      await focus(frame, at.menu);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      assert.equal(await hasFocus(frame, at.reset), true);
    }));
}
