// access-names.test.mjs: what a screen reader finds by its own lists: headings, controls by their names, messages by their urgency.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  ANALYSES,
  about,
  at,
  enter,
  howMany,
  openAnalysis,
  openHelp,
  part,
  parts,
  pause,
  readAll,
  settle,
  text,
  undo,
  redo,
  waitFor,
  withLab,
} from './lab.mjs';

/** All nodes of the accessibility tree that matter to a user. */
async function nodes(page) {
  const found = [];
  const walk = (node) => {
    found.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  walk(await page.accessibility.snapshot());
  return found;
}
const names = (all, role) => all.filter((one) => one.role === role).map(({name}) => name.replaceAll('\u00a0', ' '));

const phone = {
  width: 390,
  height: 844,
  before: (page) => page.setViewport({width: 390, height: 844, hasTouch: true, isMobile: true}),
};

// Fails with: buttons that have their numbers alone as names; ticks of the band that are heard beside the table.
for (const [place, use] of Object.entries({'a desk': {}, 'a phone': phone}))
  test(`${place}: in Rheobase every number to press says what it answers, and none is a number alone`, () =>
    withLab({...use, hash: 'IB'}, async ({page, frame}) => {
      await openAnalysis(frame, 'thresholds');
      await waitFor(frame, at.bandTicks);
      // The way to the equation is offered twice, at the top and beside the tabs.
      const buttons = names(await nodes(page), 'button').filter((name) => !name.startsWith('Skip to'));
      assert.deepEqual(
        buttons.filter((name) => /^[\d.,]+( pA)?$/.test(name)),
        [],
      );
      // One button for each question, and each says its question before its number.
      for (const question of [
        'Does one spike come?',
        'Does it keep firing?',
        'Can it still rest?',
        'Is a fixed point left?',
      ])
        assert.equal(
          buttons.filter((name) => name.startsWith(question) && / [\d.]+ pA$/.test(name)).length,
          1,
          question,
        );
      assert.equal(new Set(buttons).size, buttons.length, `two of one name: ${buttons.join('; ')}`);
    }));

// Fails with: a region without a heading; the heading of a panel that is closed.
test('each region has a heading, and the analysis on show has its own', () =>
  withLab({hash: 'RS'}, async ({page, frame}) => {
    for (const name of ANALYSES) {
      await openAnalysis(frame, name);
      await settle(frame);
      const headings = (await nodes(page)).filter(({role}) => role === 'heading');
      const third = headings.filter(({level}) => level === 3).map((one) => one.name);
      const tab = await text(frame, at.opener(name));
      const rest = ANALYSES.filter((one) => one !== name);
      const others = await Promise.all(rest.map((one) => text(frame, at.opener(one))));
      assert.ok(third.includes(tab), `${tab}: ${third}`);
      for (const other of others) assert.ok(!third.includes(other), `${other} beside ${tab}`);
      const said = headings.map((one) => one.name);
      for (const wanted of [
        'Current',
        'What happens',
        'Summary',
        'Analyses',
        'Equation',
        'Start',
        'Stimulus',
        'Method',
      ])
        assert.ok(said.includes(wanted), `${wanted}: ${said}`);
      for (const plot of [/^Membrane potential/, /^Recovery current/, /^Stimulus I/])
        assert.ok(
          said.some((one) => plot.test(one)),
          `${plot}: ${said}`,
        );
    }
  }));

// Fails with: a handle that is heard but cannot be reached; one that is hidden and has no field of its own.
test('a handle of a plot takes the focus, or is hidden from screen readers and a field with a name does the same', () =>
  withLab({hash: 'IB'}, async ({frame}) => {
    for (const tab of ['plane', 'thresholds']) {
      await openAnalysis(frame, tab);
      await settle(frame);
      const handles = await readAll(frame, at.handles, (all) =>
        all
          .filter((node) => !node.hidden)
          .map((node) => {
            const {moves} = about(node);
            const fields = moves ? parts(at.number(moves)) : [part(at.current)];
            return {
              name: node.getAttribute('aria-label'),
              stop: node.tabIndex >= 0,
              heard: node.getAttribute('aria-hidden') !== 'true',
              equal: fields.some((field) => field?.getAttribute('aria-label') || field?.labels?.length),
            };
          }),
      );
      assert.ok(handles.length >= 7, `${handles.length}`);
      for (const {name, stop, heard, equal} of handles) {
        assert.equal(heard, stop, `${name} is ${heard ? 'heard' : 'not heard'}`);
        assert.ok(stop || equal, `nothing else does what ${name} does`);
      }
    }
  }));

// Fails with: a message that interrupts; a message in a region that is new when it comes.
test('a message that is no error is told politely, in a region that was there before', () =>
  withLab({hash: 'RS'}, async ({page, frame}) => {
    assert.equal(await howMany(frame, at.alerts), 0);
    const before = await nodes(page);
    await frame.evaluate(() => (location.hash = '#nowhere'));
    await frame.waitForFunction(() => !part(at.message).hidden);
    assert.equal(await howMany(frame, at.alerts), 0);
    const polite = await frame.evaluate(() => Boolean(part(at.message).closest(at.live)?.matches(at.polite)));
    assert.ok(polite);
    assert.ok(before.filter(({role}) => role === 'status').length >= 1);
  }));

const SAID = {
  en: ['Undo: b from 5 to 2.5', 'Undone: b 2.5 back to 5. ', 'Redo: b from 5 to 2.5', 'Redone: b from 5 to 2.5. '],
  es: [
    'Deshacer: b de 5 a 2,5',
    'Deshecho: b de 2,5 otra vez a 5. ',
    'Rehacer: b de 5 a 2,5',
    'Rehecho: b de 5 a 2,5. ',
  ],
};

for (const [language, [undoes, undone, redoes, redone]] of Object.entries(SAID))
  // Fails with: names that tell only what kind of step it is; a step that is not announced, or after what the run comes to.
  test(`${language}: undo and redo have the change as their name, and say what they did before what the run comes to`, () =>
    withLab({hash: 'IB', search: `?lang=${language}`}, async ({frame}) => {
      const named = (where, name) =>
        frame.waitForFunction((where, name) => part(where).getAttribute('aria-label') === name, {}, where, name);
      const told = (sentence) =>
        frame.waitForFunction(
          (where, sentence) => part(where).textContent.startsWith(sentence),
          {},
          at.status,
          sentence,
        );
      await enter(frame, 'cell.b', language === 'es' ? '2,5' : '2.5');
      await settle(frame);
      await named(at.undo, undoes);
      await undo(frame);
      await told(undone);
      // What the run comes to follows, and is not told again with what was undone.
      assert.ok((await text(frame, at.status)).length > undone.length + 20);
      await named(at.redo, redoes);
      await redo(frame);
      await told(redone);
      await enter(frame, 'cell.d', '100');
      await pause(1500);
      assert.ok(!(await text(frame, at.status)).startsWith(redone));
    }));

test('Help has a table for those who use a screen reader', () =>
  withLab({hash: 'RS'}, async ({frame}) => {
    await openHelp(frame);
    const captions = await readAll(frame, at.dialogCaptions, (all) => all.map((one) => one.textContent));
    assert.ok(captions.includes('With a screen reader'), captions.join());
    const all = await text(frame, at.dialog);
    for (const word of ['Headings', 'Tables', 'arrow keys', 'announced']) assert.ok(all.includes(word), word);
  }));
