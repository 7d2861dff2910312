// touch.test.mjs: a finger on a phone: what scrolls the page, and what changes something. The touches are real ones, of which the
// browser makes its gestures.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  at,
  enter,
  hasFocus,
  howMany,
  isOn,
  openAnalysis,
  openHelp,
  part,
  parts,
  pause,
  presetsOffered,
  press,
  read,
  readAll,
  settle,
  shown,
  spokenName,
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

/** Much longer than a finger rests before it takes hold of something, in ms: a busy browser lets moves overtake timers. */
const REST = 800;
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

// Fails with: numbers that wait for the finger to leave; a finger that scrolls while it reads the trace, or reads while it scrolls.
test(`${browser}: a finger that rests on v(t) reads its numbers there, and takes them along; one that swipes scrolls`, () =>
  onPhone({hash: 'RS'}, async (lab) => {
    const {page, frame} = lab;
    const told = () => read(frame, at.cursorNumbers, (line) => (line.hidden ? '' : line.textContent));
    const [x, y] = await middle(frame, at.track('v'));
    await swipe(lab, [x, y], 0, -FAR);
    assert.ok((await scrolled(frame)) >= FAR / 2);
    assert.equal(await told(), '');
    await toTop(frame);
    await page.touchscreen.touchStart(x, y);
    await pause(REST);
    const at500 = await told();
    assert.match(at500, /^t (49\d|50\d)/);
    await page.touchscreen.touchMove(x + 50, y - 60);
    await settle(frame);
    const moved = await told();
    assert.match(moved, /^t [67]\d\d/);
    await page.touchscreen.touchEnd();
    await settle(frame);
    assert.equal(await scrolled(frame), 0);
    assert.equal(await told(), moved);
  }));

// Fails with: a handle that takes every touch, and with one that takes none; an edge that follows the first pixels of a swipe.
test(`${browser}: a swipe that begins on a grip scrolls the page and changes nothing`, () =>
  onPhone({hash: 'RS'}, async (lab) => {
    const {frame} = lab;
    const found = {};
    // A thumb drifts to the side.
    for (const drift of [0, 15, -15])
      for (const [name, [where, value]] of Object.entries(GRIPS)) {
        await toTop(frame);
        const before = await value(frame);
        await swipe(lab, await middle(frame, where), drift, -FAR);
        const after = await value(frame);
        if (after !== before) found[`${name}, ${drift}`] = `${before} to ${after}`;
        else if ((await scrolled(frame)) < FAR / 2) found[`${name}, ${drift}`] = 'does not scroll';
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

const LANDSCAPE = {...PHONE, width: 844, height: 390};
const SMALL = {...PHONE, width: 360, height: 640};
/** The box of a plot's inside, or of an element. */
const boxOf = (frame, where) => read(frame, where, (node) => node.getBoundingClientRect().toJSON());

// Fails with: a meaning that is cut off; a bar or a panel over the editor; v(t) scrolled away by it.
for (const [name, viewport] of Object.entries({PHONE, SMALL, LANDSCAPE}))
  for (const language of ['en', 'es'])
    test(`${browser}, ${name}, ${language}: the editor of each value says all of what it means, beside v(t)`, () =>
      onPhone(
        {hash: 'RS', search: `?lang=${language}`},
        async ({page, frame}) => {
          const {width, height} = viewport;
          const names = await howMany(frame, at.openEditors);
          assert.equal(names, 9);
          const bar = await read(frame, at.quickBar, (node) => node.getBoundingClientRect().top);
          for (let index = 0; index < names; index += 1) {
            await readAll(frame, at.openEditors, (all, index) => all[index].click(), index);
            await settle(frame);
            const found = await frame.evaluate(() => {
              const text = part(at.meaning);
              const range = document.createRange();
              range.selectNodeContents(text);
              const seen = (node) => {
                const {left, top, right, bottom, width} = node.getBoundingClientRect();
                return width ? {left, top, right, bottom} : null;
              };
              return {
                says: text.textContent,
                cut: text.scrollHeight - text.clientHeight,
                text: seen(range),
                controls: parts(at.editorParts).map(seen),
                v: seen(part(at.track('v'))),
              };
            });
            const {says, cut, text: written, controls, v} = found;
            assert.ok(cut <= 0, `${cut} px of “${says}” are hidden`);
            for (const box of [written, ...controls]) {
              assert.ok(box.left >= 0 && box.right <= width && box.bottom <= bar + 1, `${says} ${JSON.stringify(box)}`);
              assert.ok(box.top >= v.bottom || box.left >= v.right, `over v(t): ${says}`);
            }
            for (const control of controls) assert.ok(control.top >= written.bottom - 1, `over its text: ${says}`);
            assert.ok(v.top >= 0 && v.bottom < height, 'v(t) is in sight');
          }
          await page.keyboard.press('Escape');
        },
        viewport,
      ));

test(`${browser}: held sideways, the nine values follow the first view, and how many spikes there are is seen while one is edited`, () =>
  onPhone(
    {hash: 'RS'},
    async ({frame}) => {
      // The page need not be scrolled by more than the height of a row.
      const {bottom} = await boxOf(frame, at.openEditor('b'));
      const bar = await boxOf(frame, at.quickBar);
      assert.ok(bottom - bar.top < 90, `${bottom - bar.top} px below the first view`);
      await press(frame, at.openEditor('b'));
      await settle(frame);
      const spikes = await boxOf(frame, at.countShown);
      assert.ok(spikes.width > 0 && spikes.bottom <= bar.top);
      assert.match(await text(frame, at.were), /6/);
    },
    LANDSCAPE,
  ));

// Fails with: a switch that makes something else large; both pictures large at once.
for (const [name, viewport] of Object.entries({PHONE, LANDSCAPE}))
  test(`${browser}, ${name}: v(t) has two sizes, with one switch`, () =>
    onPhone(
      {hash: 'RS'},
      async ({page, frame}) => {
        const panel = async () => (await boxOf(frame, at.plotPanel('v'))).height;
        const small = await panel();
        assert.match(await spokenName(frame, at.picture), /Enlarge the picture of v/);
        await page.touchscreen.tap(...(await middle(frame, at.picture)));
        await pause(300);
        assert.equal(await isOn(frame, at.picture), true);
        const large = await panel();
        assert.ok(large > small && Math.abs(large / viewport.height - 0.6) < 0.05, `${large} px`);
        assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth)) <= viewport.width);
        if (viewport === PHONE) {
          await press(frame, at.enlarge);
          await settle(frame);
          assert.deepEqual([await isOn(frame, at.picture), await isOn(frame, at.enlarge)], [false, true]);
          await press(frame, at.enlarge);
        } else await press(frame, at.picture);
        await settle(frame);
        assert.equal(await panel(), small);
      },
      viewport,
    ));

test(`${browser}: Undo stays in reach however far the page is scrolled`, () =>
  onPhone({hash: 'RS'}, async ({page, frame}) => {
    await press(frame, at.openEditor('b'));
    await page.touchscreen.tap(...(await middle(frame, at.number('cell.b'))));
    await page.keyboard.type('1');
    await press(frame, at.closeEditor);
    await frame.evaluate(() => scrollTo(0, 400));
    await pause(200);
    assert.ok((await scrolled(frame)) > 300);
    await page.touchscreen.tap(...(await middle(frame, at.undo)));
    await settle(frame);
    assert.equal(await shown(frame, 'cell.b'), '-2');
  }));

test(`${browser}: one spike is a spike, and a run that is pinned is not shown twice beside its edit`, () =>
  onPhone({hash: 'RS'}, async ({frame}) => {
    await enter(frame, 'duration', '250');
    await settle(frame);
    assert.equal(await text(frame, at.countName), 'spike');
    await enter(frame, 'duration', '1000');
    await settle(frame);
    assert.equal(await text(frame, at.countName), 'spikes');
    await openAnalysis(frame, 'compare');
    await press(frame, at.pin);
    await settle(frame);
    const compared = await howMany(frame, at.comparedRuns);
    assert.ok(compared >= 2);
    await press(frame, at.openEditor('b'));
    await settle(frame);
    assert.equal(await howMany(frame, at.comparedRuns), compared);
    assert.match(await text(frame, at.were), /6/);
    await enter(frame, 'cell.b', '0');
    await settle(frame);
    assert.equal(await howMany(frame, at.comparedRuns), compared, 'edited');
  }));

test(`${browser}: help names what fingers do where there are fingers`, async () => {
  const rows = async ({frame}) => {
    await openHelp(frame);
    return readAll(frame, at.gestures, (all) => all.filter((row) => row.offsetWidth).length);
  };
  for (const search of ['', '?lang=es'])
    await onPhone({hash: 'RS', search}, async (lab) => assert.ok((await rows(lab)) >= 6));
  await withLab({browser, hash: 'RS'}, async (lab) => assert.equal(await rows(lab), 0));
});

const WINDOWS = {
  'a phone': [390, 844],
  'the smallest phone': [320, 640],
  'a phone held sideways': [844, 390],
  'a low frame': [480, 400],
};
// Fails with: columns, which lie off to the right; a list that ends below the bar; one that hands its swipe on to the page.
test(`${browser}: swipes upwards alone reach every preset, over the bar, and never move the page behind`, () =>
  onPhone({hash: 'RS'}, async (lab) => {
    const {page, frame} = lab;
    // Notes the presets whose whole target can be pressed where it is, also while a swipe is still on its way.
    await frame.evaluate(() => {
      window.look = () => {
        for (const link of parts(at.presetLinks)) {
          const {left, right, top, bottom} = link.getBoundingClientRect();
          const hit = (x, y) => link.contains(document.elementFromPoint(x, y));
          if (left >= 0 && right <= innerWidth && hit(left + 4, top + 8) && hit(right - 4, bottom - 8))
            window.reached.add(about(link).id);
        }
      };
      part(at.presetList).addEventListener('scroll', look);
    });
    for (const [name, [width, height]] of Object.entries(WINDOWS)) {
      await page.setViewport({...PHONE, width, height});
      await pause(300);
      await toTop(frame);
      await press(frame, at.presets);
      const first = await frame.evaluate(() => {
        window.reached = new Set();
        part(at.presetList).scrollTop = 0;
        look();
        return reached.size;
      });
      assert.ok(first >= 6, `${name}: ${first} at first`);
      const all = await presetsOffered(frame);
      const missing = async () => {
        const seen = await frame.evaluate(() => [...reached]);
        return all.filter((id) => !seen.includes(id));
      };
      const up = () => swipe(lab, [width / 2, height - 12], 0, 70 - height);
      for (let i = 0; i < 10 && (await missing()).length; i += 1) await up();
      assert.deepEqual(await missing(), [], name);
      // Past its end, too.
      await up();
      assert.equal(await scrolled(frame), 0, `${name}: the page behind`);
      const sideways = await read(frame, at.presetList, (list) => list.scrollWidth - list.clientWidth);
      assert.ok(sideways <= 0, `${name}: ${sideways} px off to the right`);
      await press(frame, at.presets);
    }
  }));

// Fails with: a page that scrolls to what takes the focus in the editor, as if it were below the bar; a focus that opens a keyboard.
test(`${browser}: while a value is edited, the answers of the open panel stay where they are, also on the way back`, () =>
  onPhone({hash: 'IB'}, async (lab) => {
    const {page, frame} = lab;
    await openAnalysis(frame, 'thresholds');
    await waitFor(frame, at.bandTicks);
    const answers = () =>
      readAll(frame, at.firings, (all) =>
        all.map((one) => {
          const {left, top, bottom} = one.getBoundingClientRect();
          const seen = [top + 2, bottom - 2].every((y) => one.contains(document.elementFromPoint(left + 4, y)));
          return {top, seen};
        }),
      );
    for (const [width, height] of [
      [390, 844],
      [320, 640],
    ]) {
      await page.setViewport({...PHONE, width, height});
      for (const down of [0, 200]) {
        await frame.evaluate((down) => (document.activeElement.blur(), scrollTo(0, down)), down);
        await pause(300);
        const name = `${width} px, scrolled by ${down}`;
        const before = await answers();
        assert.ok(before.length === 2 && before.every(({seen}) => seen), `${name}: before`);
        const tap = async (where) => {
          await page.touchscreen.tap(...(await middle(frame, where)));
          await pause(300);
          await settle(frame);
        };
        await tap(at.openEditor('b'));
        assert.equal(await text(frame, at.pinCell), 'Pin this cell', 'the cell as it was is shown, but not pinned');
        const editing = await answers();
        assert.ok(
          editing.every(({seen}) => seen),
          `${name}: in the editor`,
        );
        for (const where of [at.moreInEditor, at.number('cell.b'), at.slider('cell.b'), at.backToPreset('cell.b')]) {
          await tap(where);
          assert.deepEqual(await answers(), editing, `${name}, ${where}`);
        }
        assert.equal(await shown(frame, 'cell.b'), '5');
        assert.ok(!(await hasFocus(frame, at.number('cell.b'))), 'which would open the keyboard of a phone');
        await tap(at.closeEditor);
        assert.deepEqual(await answers(), before, `${name}: afterwards`);
      }
    }
  }));
