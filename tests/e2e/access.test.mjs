// access.test.mjs: the page for those who cannot see it, cannot point, or need other colours.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {require} from '../support.mjs';
import {choose, enter, goto, labels, pause, press, settle, text, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core objects to, as texts. */
async function violations(frame) {
  await frame.evaluate((source) => {
    if (!window.axe) (0, eval)(source);
  }, axe);
  return frame.evaluate(async () => {
    const {violations} = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
  });
}

const looks = [
  {name: 'light', width: 1280, height: 720},
  {name: 'dark', width: 1280, height: 720, dark: true},
  {name: 'light phone', width: 360, height: 640},
  {name: 'dark phone', width: 360, height: 640, dark: true},
];

for (const browser of browsers) {
  // Rules are the same everywhere, styles nearly so: two looks will do for the slower browser.
  for (const {name, ...look} of browser === 'chromium' ? looks : [looks[0], looks[3]]) {
    test(`${browser}, ${name}: axe-core finds nothing to object to`, () =>
      withLab({browser, ...look}, async ({frame}) => {
        const check = async (state) => assert.deepEqual(await violations(frame), [], `${name}, ${state}`);
        await check('as it opens');
        await goto(frame, 'note-4');
        await check('figure 4');
        await press(frame, '#tables');
        await check('with the tables open');
        await press(frame, 'dialog .close');
        await enter(frame, 'cell.C', 'abc');
        await enter(frame, 'cell.d', '-500');
        await settle(frame);
        await check('with a problem and a notice');
        await goto(frame, 'note-9');
        await press(frame, '#reset');
        await choose(frame, 'solver', 'rk4');
        await frame.evaluate(() => (location.hash = '#nowhere'));
        await frame.waitForFunction(() => !document.getElementById('message').hidden);
        await check('the rate tab, a fixed step, and a message');
        await goto(frame, 'why-map');
        await check('the map');
        await goto(frame, 'why-bifurcation');
        await enter(frame, 'sweep.points', '1');
        await check('the diagram, with a problem');
        await press(frame, '#tab-why');
        await press(frame, '.rule summary');
        await check('the closed forms, and the rule of the pattern');
      }));
  }

  test(`${browser}: axe-core objects to what is wrong, so the tests above can fail`, () =>
    withLab({browser}, async ({frame}) => {
      await frame.evaluate(() => {
        document.querySelector('canvas').removeAttribute('aria-label');
        document.getElementById('caption').style.color = '#ccc';
        document.documentElement.removeAttribute('lang');
        document.querySelector('.number').removeAttribute('id');
      });
      const found = (await violations(frame)).join('\n');
      for (const rule of ['role-img-alt', 'color-contrast', 'html-has-lang', 'label'])
        assert.match(found, new RegExp(rule));
    }));

  test(`${browser}: Tab reaches every control, in the order in which it reads, with a focus to be seen`, () =>
    withLab({browser}, async ({page, frame}) => {
      const expected = await frame.evaluate(() => {
        const wanted = 'a[href], button, input, select, summary, [tabindex]';
        const all = [...document.querySelectorAll(wanted)].filter((node) => {
          const hidden = node.closest('[hidden], details:not([open]) > :not(summary), dialog:not([open]), template');
          return !hidden && node.tabIndex >= 0 && !node.disabled && node.getClientRects().length > 0;
        });
        all.forEach((node, index) => (node.dataset.stop = index));
        return all.length;
      });
      assert.ok(expected > 50, `${expected}`);
      const where = () =>
        frame.evaluate(() => {
          const node = document.activeElement;
          const style = getComputedStyle(node);
          const box = node.getBoundingClientRect();
          return {
            stop: node.dataset.stop === undefined ? null : Number(node.dataset.stop),
            name: `${node.tagName}#${node.id}.${node.className} ${node.textContent.slice(0, 20)}`,
            outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          };
        });
      const reached = new Set();
      for (let i = 0; i < expected + 10; i += 1) {
        await page.keyboard.press('Tab');
        const at = await where();
        if (at.stop === null) {
          if (reached.size >= expected) break;
          continue; // a part that scrolls is a stop as well, in some browsers
        }
        reached.add(at.stop);
        assert.ok(at.outlined, `${at.name} has no focus to be seen`);
        assert.ok(at.inside, `${at.name} has the focus out of sight`);
      }
      assert.equal(reached.size, expected);
      assert.deepEqual(await frame.$$eval('[tabindex]', (all) => all.filter((node) => node.tabIndex > 0)), []);
    }));

  test(`${browser}: every plot says in words what it shows, and says it anew when that changes`, () =>
    withLab({browser}, async ({frame}) => {
      const roles = () => frame.$$eval('canvas', (all) => all.map((canvas) => canvas.getAttribute('role')));
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
      await press(frame, '#tab-rate');
      const rate = (await labels(frame)).find((label) => /Rate/.test(label));
      assert.match(rate, /\d/);
    }));

  test(`${browser}: a drag is told once it has come to rest, politely`, () =>
    withLab({browser}, async ({frame}) => {
      assert.equal(await frame.$eval('#live', (line) => line.getAttribute('role')), 'status');
      await pause(1000);
      const told = await frame.evaluate(async () => {
        const said = [];
        const live = document.getElementById('live');
        const observer = new MutationObserver(() => said.push(live.textContent));
        observer.observe(live, {childList: true, characterData: true, subtree: true});
        const slider = document.querySelector('[data-path="stimulus.0.amplitude"] .slider');
        for (let i = 0; i < 20; i += 1) {
          slider.value = String(80 + 6 * i);
          slider.dispatchEvent(new Event('input', {bubbles: true}));
          await new Promise((done) => requestAnimationFrame(done));
        }
        const during = said.length;
        await new Promise((done) => setTimeout(done, 1500));
        return {during, said};
      });
      assert.equal(told.during, 0);
      assert.equal(told.said.length, 1);
      assert.ok(told.said[0].startsWith(await text(frame, '.sentence')), told.said[0]);
    }));

  test(`${browser}: names, units and language stand in the page`, () =>
    withLab({browser}, async ({frame}) => {
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'en');
      assert.ok(await frame.evaluate(() => document.title));
      const fields = await frame.$$eval('.controls .field', (rows) =>
        rows.map((row) => {
          const number = row.querySelector('.number');
          const slider = row.querySelector('.slider');
          return {
            path: row.dataset.path,
            label: number.labels[0]?.textContent.trim(),
            slider: slider.getAttribute('aria-label'),
            spoken: slider.getAttribute('aria-valuetext'),
            unit: row.querySelector('.unit').textContent,
            described: number
              .getAttribute('aria-describedby')
              .split(' ')
              .map((id) => document.getElementById(id))
              .every(Boolean),
          };
        }),
      );
      assert.equal(fields.length, 13);
      for (const {path, label, slider, spoken, unit, described} of fields) {
        assert.ok(label && slider && described, path);
        if (spoken !== 'to the end') assert.ok(spoken.endsWith(unit), `${path}: ${spoken}`);
      }
      // One level of headings after another, and landmarks to leap to.
      const levels = await frame.$$eval('h1, h2, h3', (all) => all.map((node) => Number(node.tagName[1])));
      levels.forEach((level, i) => assert.ok(i === 0 ? level === 1 : level <= levels[i - 1] + 1, levels.join()));
      assert.equal((await frame.$$('main')).length, 1);
    }));
}
