// spoken.test.mjs: the page as a screen reader walks through it: what its parts are called, and in what order it is heard.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  at,
  choose,
  closeDialog,
  enter,
  goto,
  openAnalysis,
  openTables,
  part,
  addStimulus,
  pin,
  press,
  settle,
  waitFor,
  withLab,
} from './lab.mjs';

/** The roles of what can be operated. */
const CONTROLS = /^(button|slider|textbox|spinbutton|combobox|checkbox|radio|tab|link|DisclosureTriangle)$/;
/** The roles of what a screen reader tells on the way to them, if it has a name. */
const GROUPS = /^(group|region|form|navigation|dialog|tabpanel|radiogroup|row|table|complementary)$/;
/** The roles of landmarks, each of which has a name of its own; there is one `main` and one `banner`. */
const LANDMARKS = /^(region|form|navigation|complementary|search)$/;

/** The roles of what else has a name. */
const NAMED = /^(image|dialog|table|tablist|tabpanel|radiogroup)$/;

/** What is wrong with the names of the page: of its controls in each group, and of its landmarks. */
async function faults(page) {
  const found = [];
  const landmarks = [];
  const levels = [];
  const once = {main: 0, banner: 0};
  const walk = (node, group) => {
    const {role, name = '', description, level, children = []} = node;
    if (role in once) once[role] += 1;
    if (role === 'heading') levels.push(level);
    if (LANDMARKS.test(role)) landmarks.push(`${role} "${name}"`);
    if (NAMED.test(role) && !name.trim()) found.push(`${role} without a name in ${group.name}`);
    // A description is made of sentences.
    if (role === 'image' && /[.!?] \p{Ll}\p{L}/u.test(name)) found.push(`not in sentences: ${name}`);
    if (CONTROLS.test(role)) {
      const called = `${role} "${name}"`;
      if (!name.trim()) found.push(`a ${role} without a name in ${group.name}`);
      if (description && name.includes(description)) found.push(`${called} is described by its name`);
      if (group.controls.has(called)) found.push(`${called} twice in ${group.name}`);
      group.controls.add(called);
    }
    const inner = GROUPS.test(role) && name ? {name: `${role} "${name}"`, controls: new Set()} : group;
    for (const child of children) walk(child, inner);
  };
  walk(await page.accessibility.snapshot({interestingOnly: false}), {name: 'the page', controls: new Set()});
  const unnamed = landmarks.filter((one) => /""$/.test(one)).map((one) => `${one} without a name`);
  const twice = landmarks.filter((one, i) => landmarks.indexOf(one) < i).map((one) => `${one} is there twice`);
  const dialog = levels[0] === 2;
  const skipped = levels.filter((level, i) => (i ? level > levels[i - 1] + 1 : !dialog && level !== 1));
  const alone = Object.entries(once).filter(([, count]) => count > 1);
  return [
    ...found,
    ...unnamed,
    ...twice,
    ...skipped.map((level) => `a heading of level ${level} too deep`),
    ...alone.map(([role]) => `two of ${role}`),
  ];
}

/** The states, in order: [name, how to get there from the state before]. */
const journey = (frame) => [
  ['RS', () => {}],
  [
    'the menu, with what can be heard',
    async () => {
      await press(frame, at.menu);
      await press(frame, at.hear);
    },
  ],
  ['the presets', () => press(frame, at.presets)],
  ['a figure of six runs', () => goto(frame, 'note-4')],
  ['the tables', () => openTables(frame)],
  [
    'help',
    async () => {
      await closeDialog(frame);
      await press(frame, at.help);
    },
  ],
  [
    'about',
    async () => {
      await closeDialog(frame);
      await press(frame, at.about);
    },
  ],
  [
    'f–I',
    async () => {
      await closeDialog(frame);
      await openAnalysis(frame, 'rate');
    },
  ],
  [
    'Rheobase',
    async () => {
      await goto(frame, 'IB');
      await openAnalysis(frame, 'thresholds');
      await waitFor(frame, at.bandTicks);
    },
  ],
  ['why', () => openAnalysis(frame, 'why')],
  ['the map', () => openAnalysis(frame, 'map')],
  ['the diagram', () => openAnalysis(frame, 'bifurcation')],
  [
    'two pinned runs',
    async () => {
      await openAnalysis(frame, 'compare');
      await pin(frame);
      await enter(frame, 'cell.d', '60');
      await settle(frame);
      await pin(frame);
      await enter(frame, 'cell.c', '-45');
    },
  ],
  [
    'Rheobase of three cells',
    async () => {
      await openAnalysis(frame, 'thresholds');
      await settle(frame);
    },
  ],
  ['the findings', () => openAnalysis(frame, 'findings')],
  ['the details', () => openAnalysis(frame, 'details')],
  [
    'three stimuli',
    async () => {
      await addStimulus(frame, 'step');
      await addStimulus(frame, 'ramp');
    },
  ],
  ['a given start', () => choose(frame, 'initial', 'at')],
  ['fixed steps', () => choose(frame, 'solver', 'rk4')],
  ['a problem', () => enter(frame, 'cell.C', '-1')],
];

/** How the page is used. */
const USES = {
  'a desk': {width: 1280, height: 720},
  'a desk, in Spanish': {width: 1280, height: 720, search: '?lang=es'},
  'a phone': {
    width: 390,
    height: 844,
    before: (page) => page.setViewport({width: 390, height: 844, hasTouch: true, isMobile: true}),
  },
};

for (const [place, use] of Object.entries(USES))
  test(`${place}: no two controls of a group have one name, every landmark has its own, and headings are in order`, () =>
    withLab({...use, hash: 'RS'}, async ({page, frame}) => {
      const found = {};
      for (const [state, go] of journey(frame)) {
        await go();
        await settle(frame);
        const wrong = await faults(page);
        if (wrong.length) found[state] = wrong;
      }
      assert.deepEqual(found, {});
    }));

test('names that do not tell two things apart are found, so the tests above can fail', () =>
  withLab({hash: 'RS'}, async ({page, frame}) => {
    await frame.evaluate(() => {
      part(at.zoom('in')).title = part(at.zoom('out')).title;
      for (const name of ['aria-label', 'title']) part(at.undo).removeAttribute(name);
      part(at.plotTitle('u')).replaceChildren();
      part(at.figureTitle).outerHTML = '<h5>Deep</h5>';
    });
    const found = (await faults(page)).join('\n');
    for (const wrong of [/"Zoom out.*" twice/, /button without a name/, /region "" without a name/, /level 5 too deep/])
      assert.match(found, wrong);
  }));

// The times of the spikes are those of the golden run, to the digits with which instants are written.
test('a tab, the way to the details and a step from spike to spike each say what they have done', () =>
  withLab({hash: 'RS'}, async ({frame}) => {
    const told = (where, wanted) =>
      frame.waitForFunction((where, wanted) => part(where).textContent.startsWith(wanted), {}, where, wanted);
    await told(at.status, 'Tonic firing'); // what the page opens with
    await openAnalysis(frame, 'thresholds');
    // 360/7 pA, (12 nS)²/(4 · 0.7 nS/mV): a tab says its answer, too, once it is known.
    await told(at.status, 'Rheobase is shown. First spike and lasting firing: 51.43 pA.');
    await press(frame, at.detailsButton);
    await told(at.status, 'Details is shown.');
    assert.equal(await frame.evaluate(() => document.activeElement === part(at.opener('details'))), true);
    for (const spike of [1, 2]) {
      await press(frame, at.nextSpike);
      await told(at.instantSaid, `Spike ${spike} comes at `);
    }
  }));
