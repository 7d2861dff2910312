// phase.test.mjs: the phase plane: what it shows and says of the instant under the cursor, and how it sets the start.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  ask,
  at,
  closeDialog,
  focus,
  goto,
  hasFocus,
  inOne,
  isOn,
  number,
  openTables,
  part,
  pause,
  picture,
  press,
  read,
  readAll,
  selectRun,
  settle,
  shown,
  spokenName,
  spokenValue,
  text,
  withLab,
  within,
} from './lab.mjs';
import {record} from './drawn.mjs';
import {browsers} from './support.mjs';

const settled = async (frame) => {
  await settle(frame);
  await settle(frame);
};

const putCursor = async (frame, time) => {
  await ask(frame, 'cursor', {time});
  await settled(frame);
};

/** The sentence below the plane, once the worker has found it. */
async function sentence(frame, wanted) {
  await frame.waitForFunction(
    (source) => new RegExp(source).test(part(at.planeNote).textContent),
    {timeout: 8000},
    wanted.source,
  );
  return text(frame, at.planeNote);
}

const label = (frame) => spokenName(frame, at.canvas('plane'));
const plane = (frame) => read(frame, at.canvas('plane'), (canvas) => canvas.toDataURL());

/** The middle of what marks the start, and of the plot. */
const places = (frame) =>
  frame.evaluate(() => {
    const middle = (node) => {
      const box = node.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const start = part(at.start);
    return {start: middle(start), plot: middle(part(at.canvas('plane'))), hidden: start.hidden};
  });

const startOf = async (frame) => {
  const [v, u] = [Number(await shown(frame, 'initial.at.v')), Number(await shown(frame, 'initial.at.u'))];
  return {v, u};
};

const near = (one, other, most) => one.every((x, i) => Math.abs(x - other[i]) <= most);

for (const browser of browsers) {
  // Fails with: the plane of the last current; a label without its sentence.
  // Fails with: nothing around the cursor, as between the first spikes and the last ones of a long train.
  inOne(browser)(`${browser}: the state at the cursor stands on the orbit, in the middle of a train as well`, () =>
    withLab({browser, hash: 'note-CH-500'}, async ({frame}) => {
      for (const id of ['note-CH-500', 'note-CH-600']) {
        await goto(frame, id);
        for (const time of [152, 301.7, 640]) {
          await putCursor(frame, time);
          // The colour of the canvas beneath the dot: within 2 px of its centre, the colour nearest to the orbit's.
          const [off, hidden] = await read(frame, at.frame('plane'), (plot) => {
            const [canvas, dot] = [at.canvas(), at.dot()].map((where) => within(plot, where));
            const [box, mark] = [canvas, dot].map((node) => node.getBoundingClientRect());
            const ratio = canvas.width / box.width;
            const x = Math.round((mark.x + mark.width / 2 - box.x) * ratio);
            const y = Math.round((mark.y + mark.height / 2 - box.y) * ratio);
            const ctx = canvas.getContext('2d');
            const {data} = ctx.getImageData(x - 2, y - 2, 4, 4);
            const probe = document.createElement('canvas').getContext('2d');
            probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--orbit');
            probe.fillRect(0, 0, 1, 1);
            const ink = probe.getImageData(0, 0, 1, 1).data;
            const distances = Array.from({length: 16}, (_, i) =>
              Math.hypot(...[0, 1, 2, 3].map((channel) => data[4 * i + channel] - ink[channel])),
            );
            return [Math.min(...distances), dot.hidden];
          });
          assert.equal(hidden, false, `${id} at ${time} ms`);
          assert.ok(off < 60, `${id} at ${time} ms: ${off}`); // white is some 250 away
        }
      }
    }),
  );

  inOne(browser)(`${browser}: the plane is that of the instant, in words and in the tables`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      assert.equal(
        await sentence(frame, /No fixed point/),
        'No fixed point is left at this current, so there is no threshold: every start fires.',
      );
      assert.match(
        await label(frame),
        /^Phase plane at I = 70\u00a0pA, v .*\u00a0mV, u .*\u00a0pA\. No fixed point is left /,
      );
      const firing = await plane(frame);
      await putCursor(frame, 50);
      assert.match(await sentence(frame, /manifold/), /stable manifold is the threshold/);
      const summary = await label(frame);
      // At rest v = vr and u = 0; the saddle at vt + b/k = -40 - 2/0.7, with u = b (v - vr).
      assert.match(summary, /at I = 0\u00a0pA/);
      assert.match(summary, /Two fixed points: at v −60\u00a0mV, u 0\u00a0pA a stable node/);
      assert.match(summary, /at v −42\.86\u00a0mV, u −34\.29\u00a0pA a saddle/);
      assert.match(summary, /stable manifold is the threshold/);
      assert.ok((await plane(frame)) !== firing);
      await openTables(frame);
      const table = await readAll(frame, at.dialogTables, (all) =>
        all
          .filter((one) => /Fixed points/.test(one.caption?.textContent))
          .map((one) => [one.caption.textContent, ...[...one.tBodies[0].rows].map((row) => row.textContent)]),
      );
      assert.equal(table[0][0], 'Fixed points at I = 0\u00a0pA');
      assert.match(table[0][1], /^stable node-600-/);
      assert.match(table[0][2], /^saddle-42\.86-34\.29/);
      assert.match(
        await text(frame, at.dialog),
        /u = 0\.7 \(v \+ 60\) \(v \+ 40\) \+ 0; du\/dt = 0 where u = −2 \(v \+ 60\)/,
      );
      await closeDialog(frame);
    }),
  );

  // Where the cycle is the threshold: between the homoclinic near 346.64 pA and I_H = 347.656 pA.
  test(`${browser}: the intrinsically bursting cell at 347 pA has an unstable cycle for a threshold, at 346 its manifold`, () =>
    withLab({browser, hash: 'note-10'}, async ({frame}) => {
      const select = async (index) => {
        await selectRun(frame, index);
        await settled(frame);
      };
      await select(5);
      const said = await sentence(frame, /cycle/);
      assert.match(said, /^The unstable limit cycle is the threshold here, from v = −61\.05\d* to −57\.5\d*\u00a0mV/);
      assert.match(await label(frame), /a stable focus: it rings at 2\.56\u00a0Hz/);
      const whole = await plane(frame);
      await press(frame, at.zoomed);
      await settled(frame);
      assert.ok((await plane(frame)) !== whole);
      const {low, high} = await read(frame, at.canvas('plane'), (canvas) => {
        const [, low, high] = /v (\S+) to (\S+)\u00a0mV/.exec(canvas.getAttribute('aria-label'));
        return {low, high};
      });
      assert.ok(number(high) - number(low) < 20, `${low} to ${high}`);
      await select(4);
      assert.match(await sentence(frame, /saddle’s stable manifold is/), /stable manifold is the threshold/);
    }));

  // Fails with: a start that a single click moves, by mistake; v and u exchanged while the axes are; axes that follow the start while it is dragged; no pointer capture.
  for (const swapped of [false, true]) {
    test(`${browser}: a double click, a drag and keys set the start, a click does not${swapped ? ', with the axes swapped' : ''}`, () =>
      withLab({browser, hash: 'RS'}, async ({page, frame}) => {
        if (swapped) await press(frame, at.swap);
        assert.equal(await read(frame, at.kind('initial'), (select) => select.value), 'rest');
        const {plot} = await places(frame);
        // Where the run stays within the axes, so that they do not change.
        const target = [plot[0] - 70, plot[1] + 20];
        await page.mouse.click(...target);
        await settled(frame);
        assert.equal(await read(frame, at.kind('initial'), (select) => select.value), 'rest');
        await pause(600); // two clicks apart are no double click
        await page.mouse.click(...target, {count: 2});
        await settled(frame);
        assert.equal(await read(frame, at.kind('initial'), (select) => select.value), 'at');
        const clicked = await startOf(frame);
        const after = await places(frame);
        assert.ok(near(after.start, target, 2), `${after.start} ${target}`);
        // No more digits than a pointer can aim at.
        assert.ok(
          String(Math.abs(clicked.v)).length <= 5 && String(Math.abs(clicked.u)).length <= 5,
          JSON.stringify(clicked),
        );
        const asked = await spokenValue(frame, at.start);
        assert.match(
          asked,
          new RegExp(
            `v ${String(clicked.v).replace('-', '−')}\\u00a0mV, u ${String(clicked.u).replace('-', '−')}\\u00a0pA`,
          ),
        );

        await page.mouse.move(...after.start);
        await page.mouse.down();
        const to = [after.start[0] + 120, after.start[1] - 60];
        await page.mouse.move(...to, {steps: 4});
        await settled(frame);
        const dragged = await startOf(frame);
        assert.notDeepEqual(dragged, clicked);
        assert.ok(near((await places(frame)).start, to, 3)); // the axes do not change before the release
        await page.mouse.up();
        await settled(frame);
        await page.mouse.move(to[0] + 30, to[1]);
        await settled(frame);
        assert.deepEqual(await startOf(frame), dragged);

        await focus(frame, at.start);
        const moved = async (key) => {
          const before = await startOf(frame);
          await page.keyboard.press(key);
          await settled(frame);
          const now = await startOf(frame);
          return [Math.sign(now.v - before.v), Math.sign(now.u - before.u)];
        };
        assert.deepEqual(await moved('ArrowRight'), swapped ? [0, 1] : [1, 0]);
        assert.deepEqual(await moved('ArrowDown'), swapped ? [-1, 0] : [0, -1]);
        assert.ok(await hasFocus(frame, at.start));
        // Back to where the preset starts, by its button.
        await press(frame, at.asPreset);
        assert.equal(await read(frame, at.kind('initial'), (select) => select.value), 'rest');
      }));
  }

  test(`${browser}: backward in time, and the plane's curves that a formula asks for, until Escape`, () =>
    withLab({browser, hash: 'IB'}, async ({page, frame}) => {
      await sentence(frame, /No fixed point/);
      await putCursor(frame, 340);
      const plain = await plane(frame);
      await press(frame, at.backward);
      await settled(frame);
      const backward = await plane(frame);
      assert.ok(backward !== plain);
      assert.equal(await isOn(frame, at.backward), true);
      await press(frame, at.backward);
      await settled(frame);
      assert.ok((await plane(frame)) === plain);
      const marks = [
        {mark: 'parabola', id: 'invariant_parabola_current', symbol: 'I*', value: 346.4453125},
        {mark: 'current', id: 'saddle_node_current', symbol: 'I_SN', value: 350.208333},
      ];
      const seen = [plain];
      for (const detail of marks) {
        await ask(frame, 'highlight', detail);
        await settled(frame);
        const now = await plane(frame);
        assert.ok(!seen.includes(now), detail.mark);
        seen.push(now);
      }
      await page.keyboard.press('Escape');
      await putCursor(frame, 340);
      assert.ok((await plane(frame)) === plain);
    }));

  test(`${browser}: in the frame of a host page, on a phone, by touch`, () =>
    withLab({browser, hash: 'RS', mode: 'sandbox', width: 360, height: 640}, async ({page, frame}) => {
      await read(frame, at.plot('plane'), (view) => view.scrollIntoView({block: 'center'}));
      await settled(frame);
      await sentence(frame, /No fixed point/);
      const {plot} = await places(frame);
      await page.touchscreen.tap(plot[0], plot[1]);
      await page.touchscreen.tap(plot[0], plot[1]);
      await settled(frame);
      assert.ok(near((await places(frame)).start, plot, 2));
      const before = await startOf(frame);
      await page.touchscreen.touchStart(...plot);
      await pause(400); // a finger that swipes at once scrolls
      for (const step of [8, 16, 24]) await page.touchscreen.touchMove(plot[0] - step, plot[1] - step);
      await page.touchscreen.touchEnd();
      await settled(frame);
      const after = await startOf(frame);
      assert.ok(after.v < before.v && after.u > before.u, JSON.stringify([before, after]));
      assert.ok((await picture(frame)).length >= 4);
      await goto(frame, 'CH');
      assert.equal((await places(frame)).hidden, false);
    }));
}

// The golden run of CH at 200 pA has its first four spikes in the closest stretch. Fails with: Chart.js taking an orbit for a curve in the
// order of x, which leaves out what comes after its first turn.
test('every reset of the stretch on show is in the plane', () =>
  withLab({hash: 'CH', before: (page) => page.evaluateOnNewDocument(record)}, async ({frame}) => {
    await press(frame, at.zoom('apart'));
    await settle(frame);
    await pause(300);
    const resets = await frame.evaluate(() => {
      const canvas = part(at.canvas('plane'));
      const {curves} = window.drawn.get(canvas);
      const far = canvas.clientWidth / 2; // from vpeak to c
      const lines = curves.filter(({own, points}) => own && points.length === 2 && points[0][0] - points[1][0] > far);
      return new Set(lines.map(({points}) => Math.round(points[0][1]))).size;
    });
    assert.equal(resets, 4);
  }));
