// class.test.mjs: in front of a class that is to find the answers: whatever is opened meanwhile, nothing that was kept or handed on tells them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  at,
  closeDialog,
  hand,
  isHidden,
  isOn,
  keepSaved,
  lastSaved,
  nowOnShow,
  openShare,
  pause,
  press,
  read,
  readAll,
  settle,
  shown,
  spaced,
  spokenValue,
  text,
  told,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

/** What would be an answer of the preset about the rheobase of RS: the number, what fires, what rests. */
const ANSWERS = /51\.4286|51\.43 pA|51\.428|rheobase of RS|Never fires|however long/i;
const titles = (frame) => readAll(frame, at.keptTitles, (all) => all.map((one) => one.value));

for (const browser of browsers)
  test(`${browser}: slides, the shelf, files, the way back to the author's and messages keep the answers from a class`, () =>
    withLab({browser, hash: 'truth-rheobase', before: keepSaved}, async ({page, frame}) => {
      /** The lines on show that tell an answer. */
      const answers = async () => {
        await settle(frame);
        return (await told(frame)).split('\n').filter((line) => ANSWERS.test(line));
      };
      const tells = async () => assert.notDeepEqual(await answers(), []);
      const hides = async () => assert.deepEqual(await answers(), []);
      const plain = await nowOnShow(frame);
      const hidden = {...plain, display: {answers: 'off', lock: 'cell'}};
      await tells();
      const [title, short] = [(await text(frame, at.presetTitle)).trim(), 'rheobase'];
      assert.match(title, ANSWERS);

      // A slide is shown as it was kept: the second without the answers and locked. The way back to the first does not bring them back.
      await hand(frame, 'drop', {file: JSON.stringify({shelf: [plain, hidden]})});
      assert.deepEqual(await titles(frame), [title, short]);
      await press(frame, at.showSlides);
      await tells();
      await press(frame, at.slideOn);
      await hides();
      assert.equal(await text(frame, at.slideSaid), `2 of 2: ${short}`);
      await frame.evaluate(() => void emit('edit', {cell: {b: 3}}));
      await settle(frame);
      assert.equal(await shown(frame, 'cell.b'), '-2', 'locked');
      await press(frame, at.slideBack);
      await hides();
      assert.equal(await text(frame, at.slideSaid), `1 of 2: ${short}`);
      await press(frame, at.leaveSlides);

      // Only a press of the switch does, and it is heard at once, by the slides as well.
      await press(frame, at.withhold);
      await tells();
      await press(frame, at.withhold);
      await hides();
      await press(frame, at.shelf);
      assert.deepEqual(await titles(frame), [short, short]);
      await press(frame, at.keptButton('remove', 1));
      await hides();
      await press(frame, at.keptButton('open', 0));
      await hides();
      await hand(frame, 'drop', {file: JSON.stringify(plain)});
      await hides();

      // The ear gets what the eye reads in the trace.
      await frame.evaluate(() => void emit('cursor', {time: 200, how: 'press'}));
      await settle(frame);
      assert.match(spaced(await spokenValue(frame, at.track('v'))), /^200 ms: v −\d+\.\d+ mV, u .*pA, I .*pA$/);
      assert.equal(await isHidden(frame, at.cursorNumbers), false);
      await frame.evaluate(() => (location.hash = '#nowhere'));
      await frame.waitForFunction(() => !part(at.message).hidden);
      assert.match(await text(frame, at.message), /called “nowhere”. This is rheobase\./);

      // What hides them hides them again; and a line that told the title does not stay.
      await press(frame, at.withhold);
      await frame.evaluate(() => (location.hash = '#nowhere'));
      await frame.waitForFunction(() => !part(at.message).hidden);
      assert.match(await text(frame, at.message), ANSWERS);
      await hand(frame, 'drop', {file: JSON.stringify(hidden)});
      assert.equal(await isOn(frame, at.withhold), true);
      await hides();
      await press(frame, at.withhold);
      await tells();
      await press(frame, at.resetAuthor);
      assert.equal(await isOn(frame, at.withhold), true);
      await pause(800); // until it would be announced
      await hides();
      await press(frame, at.withhold);

      // Of a page for them, neither the name nor what stands there without a script tells more.
      await openShare(frame);
      for (const [box, expected] of [
        [false, title],
        [true, short],
      ]) {
        if (box) await press(frame, at.hideAnswers);
        await press(frame, at.saveAs('page'));
        const {text: html} = await lastSaved(frame);
        const [, head] = /<title>([^<]*)/.exec(html);
        const [, still] = /<noscript><h1>([^<]*)/.exec(html);
        assert.deepEqual([head, still], [expected, expected]);
      }
      await closeDialog(frame);
      assert.equal(await read(frame, at.withhold, (one) => one.hidden), false);
    }));
