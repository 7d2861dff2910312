// looks.mjs: every state of the page in every look that it can have, for the tests of axe-core and of the sizes of targets.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {require} from '../support.mjs';
import {
  at,
  changeLanguage,
  choose,
  chooseTheme,
  closeDialog,
  enter,
  focus,
  goto,
  openAnalysis,
  openHelp,
  openTables,
  pin,
  press,
  reset,
  settle,
  withLab,
} from './lab.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of which colours and sizes decide; all others only read the document, which is the same in every theme. */
const RULES_OF_STYLE = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** What axe-core objects to, as texts. */
export async function violations(frame, rules = RULES) {
  await frame.evaluate((source) => {
    if (!window.axe) (0, eval)(source);
  }, axe);
  return frame.evaluate(async (rules) => {
    const {violations} = await window.axe.run(document, {
      runOnly: rules,
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
  }, rules);
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

/**
 * Each theme and each width once, by the test file that goes through them; each look goes through all states and ends in Spanish.
 * `styled`: a look whose document is that of another one.
 */
export const LOOKS = {
  desk: {
    light: {width: 1280, height: 720},
    'dark tablet': {width: 800, height: 600, dark: true, styled: true},
  },
  themes: {
    projector: {width: 1280, height: 720, theme: 'projector', styled: true},
    'forced colours': {width: 1280, height: 720, before: forcedColours, styled: true},
  },
  phone: {
    'light phone': {width: 360, height: 640, before: touch(360, 640), fingers: true},
    'dark phone': {width: 320, height: 640, dark: true, before: touch(320, 640), fingers: true, styled: true},
  },
  // One look is enough for the slower browser, which cannot emulate touch.
  narrow: {
    'dark narrow window': {width: 360, height: 640, dark: true},
  },
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

/** @param {string} browser @param {keyof typeof LOOKS} group */
export function goesThrough(browser, group) {
  for (const [name, {theme, fingers, styled, ...look}] of Object.entries(LOOKS[group]))
    test(`${browser}, ${name}: axe-core finds nothing to object to, and all can be hit`, () =>
      withLab({browser, ...look}, async ({frame}) => {
        if (theme) await chooseTheme(frame, theme);
        assert.equal(await frame.evaluate(() => matchMedia('(pointer: coarse)').matches), Boolean(fingers));
        const found = {};
        for (const [state, go] of journey(frame, look.width < 640)) {
          await go();
          await settle(frame);
          const wrong = [
            ...(await violations(frame, styled ? RULES_OF_STYLE : RULES)),
            ...(await tooSmall(frame, fingers ? 44 : 24)),
          ];
          if (wrong.length) found[state] = wrong;
        }
        assert.deepEqual(found, {});
      }));
}
