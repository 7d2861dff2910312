// access.test.mjs: the page for those who cannot see it, cannot point, or need other colours.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {require} from '../support.mjs';
import {
  COLUMN,
  about,
  at,
  called,
  changeLanguage,
  choose,
  chooseTheme,
  closeDialog,
  describedBy,
  enter,
  focus,
  goto,
  headingLevels,
  howMany,
  inOne,
  labels,
  numberOf,
  openAnalysis,
  openHelp,
  openTables,
  part,
  parts,
  pause,
  pin,
  press,
  read,
  readAll,
  reset,
  settle,
  text,
  unitOf,
  within,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What may differ from one theme or width to another. */
const STYLE = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

/** What axe-core objects to, as texts. */
async function violations(frame, runOnly = ALL) {
  await frame.evaluate((source) => {
    if (!window.axe) (0, eval)(source);
  }, axe);
  return frame.evaluate(async (runOnly) => {
    const {violations} = await window.axe.run(document, {
      runOnly,
      resultTypes: ['violations'],
      preload: false,
    });
    // What an open menu or a fixed part covers can be pressed once that is closed or scrolled away.
    const covered = ({target: [selector]}) => {
      const node = part(selector);
      // Grips lie on the slider that covers their plot; it can be pressed beside them.
      if (node.matches(at.track())) return true;
      const box = node.getBoundingClientRect();
      return parts(at.overPage).some((above) => {
        const over = above.getBoundingClientRect();
        const apart = over.right < box.left || over.left > box.right || over.bottom < box.top || over.top > box.bottom;
        return !above.contains(node) && above.checkVisibility() && !apart;
      });
    };
    return violations.flatMap(({id, nodes}) =>
      nodes
        .filter((node) => id !== 'target-size' || !covered(node))
        .map((node) => `${id}: ${node.target} ${node.failureSummary}`),
    );
  }, runOnly);
}

/** What can be pressed and is smaller than `least` px, and whether the page is wider than the window. */
const tooSmall = (frame, least) =>
  frame.evaluate((least) => {
    const {scrollWidth} = document.documentElement;
    /** The size of what can be hit: what lies over it to make it larger counts, too. */
    const reachOf = (node) => {
      const {width, height} = node.getBoundingClientRect();
      const over = getComputedStyle(node, '::after');
      const larger = over.content !== 'none' && over.position === 'absolute';
      const [across, down] = larger ? [over.width, over.height].map(parseFloat) : [0, 0];
      return {width: width && Math.max(width, across), height: Math.max(height, down)};
    };
    const wide = scrollWidth > innerWidth ? [`${scrollWidth} px in a window of ${innerWidth}`] : [];
    const small = parts(at.targets)
      .filter((node) => !node.matches(at.smallTargets) && node.checkVisibility({visibilityProperty: true}))
      .map((node) => ({node, box: reachOf(node)}))
      .filter(({box}) => box.width && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(({node, box}) => `${Math.round(box.width)}x${Math.round(box.height)} px: ${node.outerHTML.slice(0, 120)}`);
    return [...wide, ...small];
  }, least);

/** Emulates forced colours, for which puppeteer has no command. */
async function forcedColours(page) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      {name: 'forced-colors', value: 'active'},
      {name: 'prefers-color-scheme', value: 'dark'},
    ],
  });
}

const touch = (width, height) => (page) => page.setViewport({width, height, hasTouch: true, isMobile: true});

// Each theme and each width once, each ending in Spanish: the rules are the same everywhere, and the styles nearly so.
const looks = {
  light: {width: 1280, height: 720},
  'dark tablet': {width: 800, height: 600, dark: true},
  projector: {width: 1280, height: 720, theme: 'projector'},
  'forced colours': {width: 1280, height: 720, before: forcedColours},
  'light phone': {width: 360, height: 640, before: touch(360, 640)},
  'dark phone': {width: 320, height: 640, dark: true, before: touch(320, 640)},
  'dark narrow window': {width: 360, height: 640, dark: true},
};

/** The states that one page goes through, in order: [name, how to get there from the state before]. */
const journey = (frame, narrow) => [
  ['as it opens', () => {}],
  ['the menu', () => press(frame, at.menu)],
  [
    'the presets',
    async () => {
      await press(frame, at.menu);
      await press(frame, at.presets);
    },
  ],
  [
    'a value of the equation, with its slider and its meaning',
    async () => {
      await press(frame, at.presets);
      await focus(frame, at.slider('cell.b'));
    },
  ],
  [
    'about the model',
    async () => {
      if (narrow) await press(frame, at.closeEditor);
      await press(frame, at.about);
    },
  ],
  [
    'the settings of the run, one after another',
    async () => {
      await closeDialog(frame);
      for (const path of ['duration', 'stimulus.0.onset']) await focus(frame, at.number(path));
    },
  ],
  ['the options of the plane', () => press(frame, at.planeOptions)],
  ['help', () => openHelp(frame)],
  [
    'the spikes of figure 4 and their tables',
    async () => {
      await closeDialog(frame);
      await goto(frame, 'note-4');
      await openTables(frame);
    },
  ],
  [
    'a problem and a notice',
    async () => {
      await closeDialog(frame);
      await enter(frame, 'cell.C', 'abc');
      await enter(frame, 'cell.d', '-500');
    },
  ],
  [
    'two pinned runs, looked at closely',
    async () => {
      await goto(frame, 'RS');
      await openAnalysis(frame, 'compare');
      await pin(frame);
      await enter(frame, 'cell.d', '60');
      await settle(frame);
      await pin(frame);
      await enter(frame, 'cell.c', '-45');
      await press(frame, at.zoom('in'));
    },
  ],
  [
    'playing, with what can be heard',
    async () => {
      await press(frame, at.play);
      await press(frame, at.hear);
    },
  ],
  [
    'f–I near its onset, a fixed step, and a message',
    async () => {
      await press(frame, at.play);
      await press(frame, at.hear);
      await goto(frame, 'note-9');
      await reset(frame);
      await choose(frame, 'solver', 'rk4');
      await press(frame, at.nearOnset);
      await frame.evaluate(() => (location.hash = '#nowhere'));
      await frame.waitForFunction(() => !part(at.message).hidden);
    },
  ],
  ['thresholds', () => openAnalysis(frame, 'thresholds')],
  ['the findings', () => openAnalysis(frame, 'findings')],
  ['the details', () => openAnalysis(frame, 'details')],
  ['the map', () => goto(frame, 'why-map')],
  [
    'the diagram, with a problem',
    async () => {
      await goto(frame, 'why-bifurcation');
      await enter(frame, 'sweep.points', '1');
    },
  ],
  [
    'the closed forms, and the rule of the pattern',
    async () => {
      await openAnalysis(frame, 'why');
      await press(frame, at.ruleName);
    },
  ],
  ['in Spanish', () => changeLanguage(frame)],
  ...(narrow ? [['the editor of a value', () => press(frame, at.openEditor('b'))]] : []),
];

for (const browser of browsers) {
  // One look is enough for the slower browser, which cannot emulate touch.
  for (const name of browser === 'chromium' ? Object.keys(looks).slice(0, 6) : ['dark narrow window']) {
    const {theme, ...look} = looks[name];
    test(`${browser}, ${name}: axe-core finds nothing to object to, and all can be hit`, () =>
      withLab({browser, ...look}, async ({frame}) => {
        if (theme) await chooseTheme(frame, theme);
        const least = (await frame.evaluate(() => matchMedia('(pointer: coarse)').matches)) ? 44 : 24;
        assert.equal(least, /^(light|dark) phone$/.test(name) ? 44 : 24);
        const rules = ['light', 'dark phone', 'dark narrow window'].includes(name) ? ALL : STYLE;
        for (const [index, [state, go]] of journey(frame, look.width < 640).entries()) {
          await go();
          await settle(frame);
          // Where only styles can differ, every other state is enough.
          if (rules === STYLE && index % 2) continue;
          assert.deepEqual(await violations(frame, rules), [], `${name}, ${state}`);
          assert.deepEqual(await tooSmall(frame, least), [], `${name}, ${state}`);
        }
      }));
  }

  test(`${browser}: axe-core objects to what is wrong, so the tests above can fail`, () =>
    withLab({browser}, async ({frame}) => {
      await frame.evaluate(() => {
        part(at.canvas()).removeAttribute('aria-label');
        part(at.caption).style.color = 'silver';
        document.documentElement.removeAttribute('lang');
        part(at.number()).removeAttribute('id');
      });
      const found = (await violations(frame)).join('\n');
      for (const rule of ['role-img-alt', 'color-contrast', 'html-has-lang', 'label'])
        assert.match(found, new RegExp(rule));
    }));

  const widths =
    browser === 'chromium' ? {'a desk': looks.light, 'a phone': looks['light phone']} : {'a desk': looks.light};
  for (const [place, look] of Object.entries(widths))
    test(`${browser}, ${place}: Tab reaches every control, in the order in which it reads, with a focus to be seen`, () =>
      withLab({browser, ...look}, async ({page, frame}) => {
        const expected = await frame.evaluate(() => {
          const all = parts(at.stops).filter((node) => {
            const hidden = node.closest(at.unopened);
            const shown = node.getClientRects().length > 0 && node.checkVisibility({visibilityProperty: true});
            return !hidden && node.tabIndex >= 0 && !node.disabled && shown;
          });
          window.stops = all;
          return all.length;
        });
        assert.ok(expected > 40, `${expected}`);
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
        for (let i = 0; i < expected + 10; i += 1) {
          await page.keyboard.press('Tab');
          const now = await where();
          if (now.stop < 0) {
            if (reached.size >= expected) break;
            continue; // in some browsers a scrolling part is a tab stop, too
          }
          reached.add(now.stop);
          assert.ok(now.outlined, `${now.name} has no focus to be seen`);
          assert.ok(now.inside, `${now.name} has the focus out of sight`);
          assert.ok(!now.covered, `${now.name} has the focus beneath something`);
        }
        assert.equal(reached.size, expected);
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
      await pause(1000);
      const told = await frame.evaluate(async () => {
        const said = [];
        const live = part(at.status);
        const observer = new MutationObserver(() => said.push(live.textContent));
        observer.observe(live, {childList: true, characterData: true, subtree: true});
        const slider = part(at.slider('stimulus.0.amplitude'));
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
      assert.ok(told.said[0].startsWith(await text(frame, at.sentence)), told.said[0]);
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
      await said(told.said[0]);
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
