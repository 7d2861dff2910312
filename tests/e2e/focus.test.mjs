// focus.test.mjs: the focus is never lost: what had it and is hidden passes it on.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  at,
  called,
  enter,
  focus,
  goto,
  hasFocus,
  howMany,
  pause,
  press,
  readAll,
  select,
  settle,
  shown,
  spokenName,
  waitFor,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

/** Presses something by keyboard, and waits until what follows has been drawn. */
async function strike({page, frame}, where, key = 'Enter') {
  await focus(frame, where);
  await page.keyboard.press(key);
  await pause(300);
  await settle(frame);
}

/** Where the focus is, for the message of a failed test. */
const holder = (frame) => frame.evaluate(() => called(document.activeElement));
async function holds(frame, where, after) {
  assert.ok(await hasFocus(frame, where), `after ${after}: ${await holder(frame)}`);
}

const phone = {width: 390, height: 844};

for (const browser of browsers) {
  for (const [place, size] of Object.entries({'a desk': {}, 'a phone': phone}))
    test(`${browser}, ${place}: what is opened from the menu gives the focus back to it`, () =>
      withLab({browser, hash: 'RS', ...size}, async (lab) => {
        const {page, frame} = lab;
        for (const opener of [at.help, at.about]) {
          await press(frame, at.menu);
          await strike(lab, opener);
          assert.ok(!(await hasFocus(frame, at.menu)), opener);
          await page.keyboard.press('Escape');
          await pause(300);
          await holds(frame, at.menu, opener);
        }
        await strike(lab, at.language);
        await holds(frame, at.menu, 'another language');
        await strike(lab, at.language);
        await press(frame, at.menu);
        await strike(lab, at.projector);
        await holds(frame, at.leaveProjector, 'the projector, entered');
        await page.keyboard.press('Escape');
        await settle(frame);
        await holds(frame, at.menu, 'the projector');
        await frame.evaluate(() => (location.hash = '#nowhere'));
        await waitFor(frame, at.dismiss, {visible: true});
        await strike(lab, at.dismiss);
        await holds(frame, at.presets, 'a message');
      }));

  test(`${browser}: a button that has done its work leaves the focus beside it`, () =>
    withLab({browser, hash: 'RS'}, async (lab) => {
      const {frame} = lab;
      await enter(frame, 'quick', '90');
      await settle(frame);
      await strike(lab, at.backToPreset('quick'));
      assert.equal(await shown(frame, 'quick'), '70');
      await holds(frame, at.number('quick'), 'going back to the value of the preset');
      // This one is gone once the run is long enough.
      await enter(frame, 'quick', '51.5');
      await waitFor(frame, at.longer);
      await strike(lab, at.longer);
      assert.equal(await howMany(frame, at.longer), 0);
      const near = await frame.evaluate(() => part(at.headline).contains(document.activeElement));
      assert.ok(near, `after making the run longer: ${await holder(frame)}`);
      await goto(frame, 'note-10');
      await strike(lab, at.fromRest);
      await strike(lab, at.asPreset);
      await holds(frame, at.figureTitle, 'giving the figure its start back');
    }));

  test(`${browser}, a phone: the editor of a value takes the focus, keeps its value while the focus passes others, and returns it`, () =>
    withLab({browser, hash: 'RS', ...phone}, async (lab) => {
      const {page, frame} = lab;
      const expanded = () =>
        readAll(frame, at.anyEditor, (all) => all.filter((one) => one.getAttribute('aria-expanded') === 'true').length);
      await strike(lab, at.openEditor('b'));
      await holds(frame, at.slider('cell.b'), 'opening the editor');
      assert.equal(await expanded(), 1);
      for (let i = 0; i < 3; i += 1) {
        await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
      }
      await settle(frame);
      assert.match(await spokenName(frame, at.explainedSlider), /^b,/);
      await strike(lab, at.openEditor('d'));
      await holds(frame, at.slider('cell.d'), 'opening another');
      assert.equal(await expanded(), 1);
      await strike(lab, at.closeEditor);
      await holds(frame, at.openEditor('d'), 'closing the editor');
    }));
}
