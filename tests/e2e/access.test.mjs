// access.test.mjs: the page for those who cannot see it, cannot point, or need other colours.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  ANALYSES,
  COLUMN,
  about,
  at,
  called,
  describedBy,
  enter,
  focus,
  headingLevels,
  howMany,
  inOne,
  labels,
  numberOf,
  openAnalysis,
  part,
  parts,
  pause,
  press,
  read,
  readAll,
  settle,
  text,
  unitOf,
  within,
  withLab,
} from './lab.mjs';
import {LOOKS} from './looks.mjs';
import {browsers} from './support.mjs';

for (const browser of browsers) {
  const widths =
    browser === 'chromium'
      ? {'a desk': LOOKS.desk.light, 'a tablet': LOOKS.desk['dark tablet'], 'a phone': LOOKS.phone['light phone']}
      : {'a desk': LOOKS.desk.light};
  for (const [place, look] of Object.entries(widths))
    test(`${browser}, ${place}: Tab reaches every control, in the order in which it reads, with a focus to be seen`, () =>
      withLab({browser, ...look}, async ({page, frame}) => {
        const boxes = await frame.evaluate(() => {
          const all = parts(at.stops).filter((node) => {
            const hidden = node.closest(at.unopened);
            const shown = node.getClientRects().length > 0 && node.checkVisibility({visibilityProperty: true});
            return !hidden && node.tabIndex >= 0 && !node.disabled && shown;
          });
          window.stops = all;
          // Where each is on the page, while nothing is scrolled.
          return all.map((node) => {
            const {left, right, top, bottom} = node.getBoundingClientRect();
            return {name: called(node), left, right, top, bottom, bar: Boolean(node.closest(at.quickBar))};
          });
        });
        const expected = boxes.length;
        assert.ok(expected > 30, `${expected}`);
        const where = () =>
          frame.evaluate(() => {
            const node = document.activeElement;
            const style = getComputedStyle(node);
            const box = node.getBoundingClientRect();
            return {
              stop: window.stops.indexOf(node),
              name: called(node),
              outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
              inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
              // No fixed part covers all of it.
              covered: [0.1, 0.5, 0.9].every((y) => {
                const found = document.elementFromPoint((box.left + box.right) / 2, box.top + y * box.height);
                return found && !node.contains(found) && found.closest(at.stays) && !found.contains(node);
              }),
            };
          });
        const reached = new Set();
        const order = [];
        for (let i = 0; i < expected + 10; i += 1) {
          await page.keyboard.press('Tab');
          const now = await where();
          if (now.stop < 0) {
            if (reached.size >= expected) break;
            continue; // in some browsers a scrolling part is a tab stop, too
          }
          reached.add(now.stop);
          order.push(boxes[now.stop]);
          assert.ok(now.outlined, `${now.name} has no focus to be seen`);
          assert.ok(now.inside, `${now.name} has the focus out of sight`);
          assert.ok(!now.covered, `${now.name} has the focus beneath something`);
        }
        assert.equal(reached.size, expected);
        // It goes down the page, and up again only into a column further to the right. The current comes first, wherever it is.
        const back = order
          .filter(({bar}) => !bar)
          .filter((now, i, all) => i > 0 && now.bottom <= all[i - 1].top && now.left < all[i - 1].right)
          .map(({name}) => name);
        assert.deepEqual(back, []);
        if (place === 'a phone') {
          // In one column the picture comes first, then what is changed, then what is read.
          await frame.evaluate(() => scrollTo(0, 0));
          const tops = [];
          for (const one of COLUMN) tops.push(await read(frame, one, (node) => node.getBoundingClientRect().top));
          for (const [i, top] of tops.entries()) assert.ok(i === 0 || top > tops[i - 1], `${COLUMN[i]} at ${top}`);
        }
        assert.deepEqual(await readAll(frame, at.tabStops, (all) => all.filter((node) => node.tabIndex > 0)), []);
      }));

  test(`${browser}: every plot says in words what it shows, and says it anew when that changes`, () =>
    withLab({browser}, async ({frame}) => {
      const roles = () => readAll(frame, at.canvas(), (all) => all.map((canvas) => canvas.getAttribute('role')));
      assert.ok((await roles()).every((role) => role === 'img'));
      const before = await labels(frame);
      assert.equal(before.length, 4);
      for (const label of before) assert.ok(label?.length > 20, label);
      assert.equal(new Set(before).size, 4);
      await enter(frame, 'stimulus.0.amplitude', '200');
      await enter(frame, 'cell.d', '120');
      await settle(frame);
      const after = await labels(frame);
      for (const [i, label] of before.entries()) assert.notEqual(after[i], label);
      await openAnalysis(frame, 'rate');
      const rate = (await labels(frame)).find((label) => /Rate/.test(label));
      assert.match(rate, /\d/);
    }));

  inOne(browser)(`${browser}: a drag is told once it has come to rest, politely`, () =>
    withLab({browser}, async ({frame}) => {
      assert.equal(await read(frame, at.status, (line) => line.getAttribute('role')), 'status');
      let last = '';
      // Whatever is open: nothing else announces itself.
      for (const name of ANALYSES) {
        await openAnalysis(frame, name);
        await pause(1000);
        const told = await frame.evaluate(async () => {
          const said = [];
          for (const live of parts(at.live)) {
            const observer = new MutationObserver(() => said.push(live.textContent));
            observer.observe(live, {childList: true, characterData: true, subtree: true});
          }
          const slider = part(at.slider('stimulus.0.amplitude'));
          for (let i = 0; i < 20; i += 1) {
            slider.value = String(80 + 6 * i);
            slider.dispatchEvent(new Event('input', {bubbles: true}));
            await new Promise((done) => requestAnimationFrame(done));
          }
          const during = said.length;
          const wait = (ms) => new Promise((done) => setTimeout(done, ms));
          for (let left = 40; left > 0 && !said.length; left -= 1) await wait(100);
          await wait(1000);
          const sentence = part(at.sentence).textContent;
          slider.value = '70';
          slider.dispatchEvent(new Event('input', {bubbles: true}));
          return {during, said, sentence};
        });
        assert.equal(told.during, 0, name);
        assert.equal(told.said.length, 1, `${name}: ${told.said}`);
        [last] = told.said;
        assert.match(last, /194\spA is/);
        assert.ok(last.startsWith(told.sentence), `${name}: ${last}`);
      }
      await enter(frame, 'stimulus.0.amplitude', '194');
      // A problem is announced instead, until it is solved.
      const live = async () => (await text(frame, at.status)).replace(/\s/g, ' '); // some spaces are non-breaking
      const said = async (wanted) => {
        for (let left = 50; left > 0 && (await live()) !== wanted.replace(/\s/g, ' '); left -= 1) await pause(100);
        assert.equal(await live(), wanted.replace(/\s/g, ' '));
      };
      const {problem} = await enter(frame, 'cell.C', '-1');
      assert.ok(problem);
      await said(problem);
      await enter(frame, 'cell.C', '100');
      await said(last);
    }),
  );

  test(`${browser}: names, units and language stand in the page`, () =>
    withLab({browser}, async ({frame}) => {
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'en');
      assert.ok(await frame.evaluate(() => document.title));
      const fields = await readAll(frame, at.fields, (rows) =>
        rows.map((row) => {
          const number = numberOf(row);
          const slider = within(row, at.slider());
          return {
            path: about(row).path,
            label: number.labels[0]?.textContent.trim(),
            slider: slider.getAttribute('aria-label'),
            spoken: slider.getAttribute('aria-valuetext'),
            unit: unitOf(row).textContent,
            described: describedBy(number).every(Boolean),
          };
        }),
      );
      assert.equal(fields.length, 13);
      for (const {path, label, slider, spoken, unit, described} of fields) {
        assert.ok(label && slider && described, path);
        if (spoken !== 'to the end') assert.ok(spoken.endsWith(unit), `${path}: ${spoken}`);
      }
      // No heading level is skipped, and there is one main landmark.
      const levels = await headingLevels(frame);
      levels.forEach((level, i) => assert.ok(i === 0 ? level === 1 : level <= levels[i - 1] + 1, levels.join()));
      assert.equal(await howMany(frame, at.main), 1);
    }));
}
