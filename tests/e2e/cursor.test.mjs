// cursor.test.mjs: the cursor marks one instant in every plot, by mouse, touch and keyboard; the read-out gives its numbers.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wasm} from '../support.mjs';
import {
  about,
  ask,
  at,
  closeDialog,
  focus,
  goto,
  inOne,
  isDisabled,
  isHidden,
  isOn,
  number,
  openTables,
  part,
  press,
  read,
  readAll,
  settle,
  spaced,
  spokenValue,
  text,
  withLab,
  within,
} from './lab.mjs';
import {browsers} from './support.mjs';

const engine = await wasm();
const experimentOf = (id) => engine.presets().find((preset) => preset.id === id).runs[0];

const STATE = ['time', 'v', 'u', 'current', 'dv_dt', 'du_dt'];
const TERMS = ['capacitive', 'membrane', 'recovery', 'current'];

/** The texts of the read-out, by name. */
const readOut = (frame) =>
  readAll(frame, at.instants, (all) => Object.fromEntries(all.map((one) => [about(one).instant, one.textContent])));

/** In each time plot: the range of the axis, the centres of the cursor's line and dot (false: hidden), and the plot's box. */
const marks = (frame) =>
  readAll(frame, at.timePlots, (all) =>
    all.map((view) => {
      const [line, dot] = [at.cursorLine, at.dot()].map((where) => within(view, where));
      const seen = (node) => !node.hidden && node.getBoundingClientRect();
      const middle = (box) => box && [box.x + box.width / 2, box.y + box.height / 2];
      // The track is as wide as the plot, and the line as high; a low strip's track is higher, to be hit.
      const {left, right} = within(view, at.track()).getBoundingClientRect();
      const {top, bottom} = within(view, at.cursorLine).getBoundingClientRect();
      const canvas = within(view, at.canvas()).getBoundingClientRect();
      const range = /(\S+) to (\S+)\u00a0(?:mV|pA)/.exec(within(view, at.canvas()).getAttribute('aria-label')).slice(1);
      return {
        range,
        line: middle(seen(line)),
        dot: middle(seen(dot)),
        plot: [left, top, right, bottom],
        inside: top >= canvas.top && bottom <= canvas.bottom,
      };
    }),
  );

/** A point in the plot of one variable, by fractions of its width and height. */
async function over(frame, name, across, down = 0.5) {
  const [left, top, right, bottom] = await read(frame, at.track(name), (track) => {
    track.scrollIntoView({block: 'center'});
    const box = track.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
  });
  return [left + across * (right - left), top + down * (bottom - top)];
}

/** Checks the read-out against the engine at the time that it gives. */
async function agrees(frame, id, picture = '') {
  const shown = await readOut(frame);
  const time = number(shown.time);
  const instant = engine.instant(experimentOf(id), time, 1e5);
  // Two decimals; three for rates of change.
  const near = (x, y, half = 0.006) => Math.abs(x - y) <= half;
  for (const name of STATE.slice(1))
    assert.ok(
      near(number(shown[name]), instant[name], /^d/.test(name) ? 0.0006 : 0.006),
      `${picture} ${name}: ${shown[name]}`,
    );
  for (const name of TERMS) assert.ok(near(number(shown[`balance-${name}`]), instant[name]), `${picture} ${name}`);
  const [sum, ...terms] = TERMS.map((name) => number(shown[`balance-${name}`]));
  assert.ok(Math.abs(sum - terms.reduce((all, one) => all + one)) < 0.025, `${picture}: ${JSON.stringify(shown)}`);
  return time;
}

const settled = async (frame) => {
  await settle(frame);
  await settle(frame);
};

/** The numbers below v(t), and the boxes in which they stand. */
const below = (frame) =>
  frame.evaluate(() => {
    const line = part(at.cursorNumbers);
    const boxes = [line, ...parts(at.cursorNumber)].map((one) => {
      const {x, y, width, height} = one.getBoundingClientRect();
      return [x, y, width, height].map((side) => Math.round(10 * side) / 10).join();
    });
    return {text: line.hidden ? '' : line.textContent.replaceAll('\u00a0', ' '), boxes};
  });

for (const browser of browsers) {
  // Fails with: a line through the trace that tells no number; boxes as wide as their digits; numbers over a curve.
  for (const [width, height] of [
    [1280, 720],
    [800, 600],
    [390, 844],
  ])
    test(`${browser}: pointing at v(t), or going along it with the keys, tells t, v, u and I in one place, ${width} px wide`, () =>
      withLab({browser, hash: 'IB', width, height}, async ({page, frame}) => {
        assert.equal((await below(frame)).text, '');
        const places = new Set();
        const told = async () => {
          await settled(frame);
          const {text, boxes} = await below(frame);
          const [, time, v, u, current] = /^t ?([\d.]+) ms\s*v ?(\S+) mV\s*u ?(\S+) pA\s*I ?(\S+) pA$/.exec(text);
          const instant = engine.instant(experimentOf('IB'), number(time), 1e5);
          for (const [name, said] of Object.entries({v, u, current}))
            assert.ok(Math.abs(number(said) - instant[name]) <= 0.006, `${name} at ${time}: ${said}`);
          places.add(boxes.join(' '));
          return number(time);
        };
        // Before the step u is 0 pA, later beyond 300.
        for (const share of [0.03, 0.08, 0.3, 0.9]) {
          await page.mouse.move(...(await over(frame, 'v', share)));
          assert.ok(Math.abs((await told()) - 1000 * share) < 6);
        }
        await focus(frame, at.track('v'));
        await page.keyboard.press('ArrowLeft');
        const time = await told();
        await page.keyboard.press('ArrowLeft');
        assert.equal(await told(), time - 1);
        assert.equal(places.size, 1, [...places].join('\n'));
        const [of, plots] = await frame.evaluate(() => {
          const boxOf = (where) => part(where).getBoundingClientRect();
          const {top, bottom, left, right} = boxOf(at.cursorNumbers);
          return [{top, bottom, left, right}, [boxOf(at.track('v')).bottom, boxOf(at.plotPanel('v')).right]];
        });
        assert.ok(of.top >= plots[0] && of.right <= plots[1] + 0.5, JSON.stringify([of, plots]));
        await page.keyboard.press('Escape');
        await settled(frame);
        assert.equal((await below(frame)).text, '');
      }));

  // Fails with: the mark only in the plot under the pointer; the dot at the curve of another variable.
  test(`${browser}: the mouse over any time plot marks the same instant in all of them, and leaves it there`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      assert.deepEqual(
        (await marks(frame)).map(({line}) => line),
        [false, false, false],
      );
      await agrees(frame, 'RS', 'the end');
      for (const [name, share] of [
        ['v', 0.4],
        ['u', 0.7],
        ['current', 0.05],
      ]) {
        await page.mouse.move(...(await over(frame, name, share)));
        await settled(frame);
        const time = await agrees(frame, 'RS', name);
        assert.ok(Math.abs(time - 1000 * share) < 4, `${time}`);
        const all = await marks(frame);
        for (const {line, plot, inside} of all) {
          assert.ok(inside);
          assert.ok(Math.abs(line[0] - all[0].line[0]) < 0.2);
          assert.ok(Math.abs(line[0] - (plot[0] + (time / 1000) * (plot[2] - plot[0]))) < 1.2);
        }
        const shown = await readOut(frame);
        for (const [index, name] of ['v', 'u', 'current'].entries()) {
          const {dot, line, plot, range} = all[index];
          assert.ok(Math.abs(dot[0] - line[0]) < 1.5);
          const [low, high] = range.map(number);
          const height = plot[3] - ((number(shown[name]) - low) / (high - low)) * (plot[3] - plot[1]);
          assert.ok(Math.abs(dot[1] - height) < 2, `${name}: ${dot[1]} ${height}`);
        }
      }
      // The phase plane has a dot, too.
      assert.equal(await isHidden(frame, at.dot('plane')), false);
      const before = await text(frame, at.instant('time'));
      await page.mouse.move(5, 5);
      await settled(frame);
      assert.equal(await text(frame, at.instant('time')), before);
      await page.keyboard.press('Escape');
      await settled(frame);
      assert.deepEqual(
        (await marks(frame)).map(({line}) => line),
        [false, false, false],
      );
      assert.equal(await text(frame, at.instant('time')), '1000\u00a0ms');
    }));

  test(`${browser}: a click holds the cursor while the mouse goes elsewhere, another lets it follow again`, () =>
    withLab({browser, hash: 'IB'}, async ({page, frame}) => {
      const fixed = () => isOn(frame, at.fixCursor);
      await page.mouse.click(...(await over(frame, 'v', 0.3)));
      await settled(frame);
      assert.equal(await fixed(), true);
      const time = await text(frame, at.instant('time'));
      await page.mouse.move(...(await over(frame, 'v', 0.9)));
      await settled(frame);
      assert.equal(await text(frame, at.instant('time')), time);
      // A drag moves it anyway, and fixes it where the drag ends.
      await page.mouse.move(...(await over(frame, 'u', 0.2)));
      await page.mouse.down();
      await page.mouse.move(...(await over(frame, 'u', 0.5)), {steps: 3});
      await page.mouse.up();
      await settled(frame);
      assert.ok(Math.abs((await agrees(frame, 'IB')) - 500) < 4);
      await page.mouse.click(...(await over(frame, 'v', 0.6)));
      await page.mouse.move(...(await over(frame, 'v', 0.8)));
      await settled(frame);
      assert.equal(await fixed(), false);
      assert.ok(Math.abs((await agrees(frame, 'IB')) - 800) < 4);
    }));

  // Fails with: no page keys.
  inOne(browser)(`${browser}: by keys on a plot and on the slider, and from spike to spike`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      await frame.waitForFunction(() => part(at.status).textContent); // what the page comes to is said first
      const now = async () => number(await text(frame, at.instant('time')));
      const key = async (...keys) => {
        for (const one of keys.slice(0, -1)) await page.keyboard.down(one);
        await page.keyboard.press(keys.at(-1));
        for (const one of keys.slice(0, -1)) await page.keyboard.up(one);
        await settled(frame);
        return now();
      };
      await focus(frame, at.track('u'));
      assert.equal(await key('Home'), 0);
      assert.equal(await key('ArrowRight'), 1); // a thousandth of the stretch
      assert.equal(await key('Shift', 'ArrowRight'), 11);
      assert.equal(await key('PageUp'), 21);
      assert.equal(await key('ArrowLeft'), 20);
      assert.equal(await key('PageDown'), 10);
      assert.equal(await key('End'), 1000);
      const said = await spokenValue(frame, at.track('u'));
      assert.match(said, /^1000\u00a0ms: v −\d+\.\d+\u00a0mV, u .*pA, I 70\u00a0pA$/);
      await focus(frame, at.instantSlider);
      await key('Home');
      assert.equal(await key('ArrowRight'), 1);
      await agrees(frame, 'RS');
      const slider = await read(frame, at.instantSlider, (range) => [
        range.getAttribute('aria-label'),
        range.getAttribute('aria-valuetext'),
      ]);
      assert.match(slider[0], /Instant/);
      assert.match(slider[1], /^1\u00a0ms: v −60\.00/);
      const {spikes} = engine.simulate(experimentOf('RS'), {});
      for (const spike of [0, 1]) {
        await press(frame, at.nextSpike);
        assert.ok(Math.abs((await now()) - spikes[spike]) < 0.001);
        assert.equal(await text(frame, at.instant('v')), '−50.00\u00a0mV'); // just reset: v = c
      }
      await press(frame, at.previousSpike);
      assert.ok(Math.abs((await now()) - spikes[0]) < 0.001);
      assert.equal(await isDisabled(frame, at.previousSpike), true);
      // The status line says which tab was opened, and does not repeat what the slider says.
      await new Promise((done) => setTimeout(done, 900));
      assert.equal(await text(frame, at.status), 'Details is shown.');
      await goto(frame, 'note-11');
      await press(frame, at.lastStretch);
      await focus(frame, at.track('v'));
      const from = await key('Home');
      assert.ok(from > 0);
      assert.equal(from, await read(frame, at.instantSlider, (range) => Number(range.min)));
    }),
  );

  test(`${browser}: a finger sets it, and drags it along`, () =>
    withLab({browser, hash: 'RS', width: 360, height: 640}, async ({page, frame}) => {
      await page.touchscreen.tap(...(await over(frame, 'v', 0.25)));
      await settled(frame);
      assert.ok(Math.abs((await agrees(frame, 'RS')) - 250) < 8);
      const from = await over(frame, 'v', 0.3);
      const to = await over(frame, 'v', 0.6);
      await page.touchscreen.touchStart(...from);
      for (const share of [0.4, 0.5, 0.6]) await page.touchscreen.touchMove(...(await over(frame, 'v', share)));
      await page.touchscreen.touchEnd();
      await settled(frame);
      assert.ok(to[0] > from[0]);
      assert.ok(Math.abs((await agrees(frame, 'RS')) - 600) < 12);
      assert.equal(await read(frame, at.frame('v'), (plot) => getComputedStyle(plot).touchAction), 'pan-y');
    }));

  inOne(browser)(`${browser}: the numbers are those of the table of samples and of the run that is selected`, () =>
    withLab({browser, hash: 'note-4'}, async ({frame}) => {
      await readAll(frame, at.runButtons, (all) => all[3].click());
      await settle(frame);
      await openTables(frame);
      const rows = await readAll(frame, at.sampleRows, (all) =>
        all.map((row) => [...row.cells].map((cell) => cell.textContent)),
      );
      await closeDialog(frame);
      // The table rounds times to 0.01 ms, in which v and u change by less than 0.01 away from spikes.
      for (const [time, v, u, current] of [rows[20], rows[60]]) {
        await ask(frame, 'cursor', {time: Number(time)});
        await settled(frame);
        const shown = await readOut(frame);
        assert.ok(Math.abs(number(shown.v) - number(v)) < 0.02, `${shown.v} ${v}`);
        assert.ok(Math.abs(number(shown.u) - number(u)) < 0.02, `${shown.u} ${u}`);
        assert.equal(number(shown.current), number(current));
      }
    }),
  );

  inOne(browser)(`${browser}: where the run has ended before, that is said, and no number`, () =>
    withLab({browser, hash: 'RS', mode: 'sandbox'}, async ({page, frame}) => {
      // In a host page's frame, too.
      await page.mouse.move(...(await over(frame, 'v', 0.5)));
      await settled(frame);
      assert.ok(Math.abs((await agrees(frame, 'RS')) - 500) < 4);
      await goto(frame, 'RS');
      await frame.evaluate(() => {
        const select = part(at.kind('solver'));
        select.value = 'rk4';
        select.dispatchEvent(new Event('change', {bubbles: true}));
        const input = part(at.number('solver.rk4.dt'));
        input.value = '0.001'; // 1e6 steps, more than an edit may take
        input.dispatchEvent(new Event('input', {bubbles: true}));
      });
      await settled(frame);
      assert.match(await text(frame, at.instantMissing), /^This run stopped at \d+(\.\d+)?\u00a0ms\.$/);
      assert.equal(await text(frame, at.instant('v')), '–');
      assert.doesNotMatch(await text(frame, at.readOutOfInstant), /NaN|null|undefined/);
    }),
  );
}
