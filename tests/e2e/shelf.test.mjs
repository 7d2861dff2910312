// shelf.test.mjs: a lecture from the shelf: experiments kept, ordered by hand, handed on as a file, and shown one after another.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {
  at,
  chooseTheme,
  closeDialog,
  enter,
  hand,
  handle,
  hasFocus,
  howMany,
  isDisabled,
  isHidden,
  keepSaved,
  lastSaved,
  nowOnShow,
  openShare,
  part,
  press,
  pressIn,
  read,
  readAll,
  ready,
  settle,
  shown,
  text,
  visible,
  waitFor,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-shelf-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const titles = (frame) => readAll(frame, at.keptTitles, (all) => all.map((one) => one.value));
const retitle = (frame, index, title) =>
  read(
    frame,
    at.keptTitle(index),
    (field, title) => {
      field.value = title;
      field.dispatchEvent(new Event('change', {bubbles: true}));
    },
    title,
  );

/** Keeps three experiments: as they are, edited, and of several runs; what the files of them hold. */
async function keepThree(frame) {
  const all = [];
  for (const [id, path, value] of [
    ['RS', 'stimulus.0.amplitude', '71'],
    ['IB', 'cell.d', '125'],
    ['note-4', 'cell.b', '-1.75'],
  ]) {
    await press(frame, at.preset(id));
    await enter(frame, path, value);
    await settle(frame);
    all.push(await nowOnShow(frame));
    await openShare(frame);
    await press(frame, at.keep);
    assert.equal(await text(frame, at.sharedSaid), 'Kept on the shelf.');
    await closeDialog(frame);
  }
  return all;
}

for (const browser of browsers) {
  test(`${browser}: what is kept has a picture and a title, is ordered by hand, and is there after a reload`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({page, frame, requests}) => {
      const all = await keepThree(frame);
      await press(frame, at.shelf);
      assert.deepEqual(await titles(frame), [
        'Regular spiking cell',
        'Intrinsically bursting cell',
        'Just above rheobase',
      ]);
      const lengths = await readAll(frame, at.keptPictures, (paths) => paths.map((path) => path.getTotalLength()));
      assert.equal(lengths.length, 3);
      for (const length of lengths) assert.ok(length > 240, 'v(t) goes from one side to the other');

      await press(frame, at.keptButton('down', 0));
      assert.match(await text(frame, at.shelfSaid), /Regular spiking cell is now 2 of 3/);
      assert.equal(await hasFocus(frame, at.keptButton('down', 1)), true);
      await page.keyboard.press('ArrowDown');
      await settle(frame);
      assert.match((await titles(frame)).join(), /^Intrinsically .*,Just .*,Regular/);
      // Dragged by its picture to the top.
      const [from, to] = await Promise.all(
        [2, 0].map(async (index) => (await handle(frame, at.keptPicture(index))).boundingBox()),
      );
      await page.mouse.move(from.x + 20, from.y + 20);
      await page.mouse.down();
      await page.mouse.move(to.x + 20, to.y + 60, {steps: 4});
      await page.mouse.move(to.x + 20, to.y + 10, {steps: 4});
      await page.mouse.up();
      await settle(frame);
      assert.match((await titles(frame)).join(), /^Regular .*,Intrinsically .*,Just /);

      await retitle(frame, 1, '<b>Second</b> & last');
      await press(frame, at.keptButton('remove', 0));
      assert.match(await text(frame, at.shelfSaid), /Removed: Regular spiking cell\./);
      assert.equal(await hasFocus(frame, at.putBack), true);
      assert.deepEqual(await titles(frame), ['<b>Second</b> & last', 'Just above rheobase']);
      await press(frame, at.putBack);
      assert.deepEqual(await titles(frame), ['Regular spiking cell', '<b>Second</b> & last', 'Just above rheobase']);

      await page.reload({waitUntil: 'load'});
      const again = page.mainFrame();
      await ready(again);
      await press(again, at.shelf);
      assert.deepEqual(await titles(again), ['Regular spiking cell', '<b>Second</b> & last', 'Just above rheobase']);
      await press(again, at.keptButton('open', 1));
      assert.deepEqual(await nowOnShow(again), {...all[1], title: '<b>Second</b> & last'});
      requests.length = 0; // reloading the document is one request
    }));

  test(`${browser}: what one tab keeps is seen in the other, and nothing of either is lost`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame, requests}) => {
      await press(frame, at.shelf);
      assert.equal(await howMany(frame, at.kept), 0);
      const other = await page.browserContext().newPage();
      await other.evaluateOnNewDocument(`window.at = ${JSON.stringify({})}`);
      await other.goto(page.url(), {waitUntil: 'load'});
      await waitFor(other, at.ready);
      const inOther = (where) => pressIn(other, where);
      await inOther(at.share);
      await inOther(at.keep);
      await inOther(at.keep);
      await waitFor(frame, at.kept);
      await frame.waitForFunction(() => parts(at.kept).length === 2, {timeout: 5000, polling: 50});
      await retitle(frame, 0, 'from here');
      await inOther(at.keep);
      await frame.waitForFunction(() => parts(at.kept).length === 3, {timeout: 5000, polling: 50});
      assert.deepEqual(await titles(frame), ['from here', 'Regular spiking cell', 'Regular spiking cell']);
      await other.close();
      requests.length = 0; // the document of the other tab
    }));

  test(`${browser}: the shelf goes out and in as one file, chosen or dropped; what is damaged in it is told`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      const all = await keepThree(frame);
      await press(frame, at.shelf);
      await press(frame, at.saveShelf);
      const {name, text: saved} = await lastSaved(frame);
      assert.equal(name, 'shelf.json');
      assert.deepEqual(JSON.parse(saved).shelf, all);
      for (let left = 3; left > 0; left -= 1) await press(frame, at.keptButton('remove', 0));
      assert.equal(await howMany(frame, at.kept), 0);

      const file = join(folder, `${browser}.json`);
      writeFileSync(file, saved);
      await (await handle(frame, at.addToShelf)).uploadFile(file);
      await frame.waitForFunction(() => parts(at.kept).length === 3, {timeout: 5000, polling: 50});
      assert.match(await text(frame, at.shelfSaid), /3 experiments added\./);
      await press(frame, at.saveShelf);
      assert.equal((await lastSaved(frame)).text, saved);
      await closeDialog(frame);

      const wicked = '<img src=x onerror="window.hacked = 1">';
      const {shelf, ...rest} = JSON.parse(saved);
      const damaged = [null, 5, {preset: wicked, runs: [{}], version: 2}, {...shelf[0], title: wicked, note: wicked}];
      await hand(frame, 'drop', {file: JSON.stringify({...rest, shelf: damaged})});
      await frame.waitForFunction(() => parts(at.kept).length === 4, {timeout: 5000, polling: 50});
      assert.match(await text(frame, at.shelfSaid), /1 experiment added\. 3 could not be read\./);
      assert.equal((await titles(frame))[3], wicked);
      await closeDialog(frame);
      await hand(frame, 'drop', {file: JSON.stringify({...rest, shelf: Array(97).fill(shelf[0])})});
      await frame.waitForFunction(() => /no room/.test(part(at.shelfSaid)?.textContent), {timeout: 5000, polling: 50});
      assert.equal(await howMany(frame, at.kept), 4);
      assert.equal(await frame.evaluate(() => window.hacked), undefined);
    }));

  for (const projector of [false, true])
    test(`${browser}: a presenter's remote steps through the slides${projector ? ' in the projector' : ''}, and Escape leaves`, () =>
      withLab({browser, hash: 'RS', before: keepSaved}, async ({page, frame}) => {
        const all = await keepThree(frame);
        await press(frame, at.preset('CH'));
        await press(frame, at.shelf);
        await press(frame, at.showSlides);
        if (projector) await chooseTheme(frame, 'projector');
        const b = ['−2', '5', '−1.75'];
        const at3 = async (index, name) => {
          await settle(frame);
          assert.match(await text(frame, at.slideSaid), new RegExp(`^${index + 1} of 3: ${name}`));
          assert.equal(await visible(frame, at.slides), true);
          assert.equal((await shown(frame, 'cell.b')).replace('-', '−'), b[index]);
        };
        await at3(0, 'Regular');
        assert.equal(await isDisabled(frame, at.slideBack), true);
        await page.keyboard.press('PageUp');
        await at3(0, 'Regular');
        await page.keyboard.press('PageDown');
        await at3(1, 'Intrinsically');
        await page.keyboard.press('PageDown');
        await at3(2, 'Just');
        await page.keyboard.press('PageDown');
        await at3(2, 'Just');
        assert.equal(await isDisabled(frame, at.slideOn), true);
        await page.keyboard.press('PageUp');
        await at3(1, 'Intrinsically');
        if (!projector) assert.deepEqual(await nowOnShow(frame), all[1]);
        await press(frame, at.slideOn);
        await at3(2, 'Just');
        // No page is scrolled for it, and everything is still in the window.
        const beyond = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        assert.ok(beyond <= 1, `${beyond} px beyond the window`);
        await page.keyboard.press('Escape');
        await settle(frame);
        assert.equal(await isHidden(frame, at.slides), true);
        const theme = () => frame.evaluate(() => themeOf(document.documentElement));
        assert.equal(await theme(), projector ? 'projector' : '');
        assert.equal((await shown(frame, 'cell.b')).replace('-', '−'), b[2]);
        if (!projector) return;
        await page.keyboard.press('Escape');
        await settle(frame);
        assert.equal(await theme(), '');
      }));

  test(`${browser}: a frame that may store nothing says so, and has the shelf for as long as it is open`, () =>
    withLab({browser, mode: 'sandbox', hash: 'RS', before: keepSaved}, async ({frame, errors}) => {
      await press(frame, at.shelf);
      assert.match(await text(frame, at.shelfHint), /does not store anything.*save the shelf as a file/);
      await press(frame, at.keep);
      await closeDialog(frame);
      await press(frame, at.shelf);
      assert.equal(await howMany(frame, at.kept), 1);
      await press(frame, at.saveShelf);
      assert.equal(await read(frame, at.shelfCopy, (box) => box.value), (await lastSaved(frame)).text);
      assert.equal(
        await read(frame, at.shelfCopy, (box) => box.selectionEnd - box.selectionStart === box.value.length),
        true,
      );
      errors.splice(0, errors.length, ...errors.filter((line) => !/download/i.test(line)));
    }));

  test(`${browser}: on 300 px in Spanish the shelf fits, and every part of it is in reach`, () =>
    withLab({browser, hash: 'RS', search: '?lang=es', width: 300, height: 600}, async ({frame}) => {
      await press(frame, at.shelf);
      await press(frame, at.keep);
      await press(frame, at.keep);
      await press(frame, at.keptButton('remove', 1));
      const beyond = await frame.evaluate(() => {
        const dialog = part(at.dialog);
        const box = dialog.getBoundingClientRect();
        const all = allWithin(dialog, at.shelfParts);
        return all
          .filter((node) => {
            node.scrollIntoView({block: 'nearest'});
            const {left, right, top, bottom} = node.getBoundingClientRect();
            return left < box.left || right > box.right || top < box.top - 1 || bottom > box.bottom + 1;
          })
          .map(called);
      });
      assert.deepEqual(beyond, []);
      await closeDialog(frame);
    }));
}
