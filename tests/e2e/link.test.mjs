// link.test.mjs: the page's address: it carries every edit, opens what it says, and a reload brings back what a tab had.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {pathToFileURL} from 'node:url';
import {
  about,
  ask,
  at,
  dismissMessage,
  enter,
  howMany,
  open,
  openAnalysis,
  part,
  pause,
  pin,
  presetShown,
  press,
  read,
  ready,
  redo,
  shown,
  spaced,
  text,
  undo,
  unlessHidden,
  withLab,
} from './lab.mjs';
import {root} from '../support.mjs';
import {browsers, site} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-link-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
const hashOf = (frame) => frame.evaluate(() => location.hash);
const hashIs = (frame, hash) =>
  frame.waitForFunction((hash) => location.hash === hash, {timeout: 5000, polling: 50}, hash);
const message = (frame) => unlessHidden(frame, at.message).then(spaced);

for (const browser of browsers) {
  for (const mode of ['http', 'file'])
    test(`${browser}, ${mode}: the address carries every edit, and a reload brings back edits, undo and pinned runs`, () =>
      withLab({browser, mode, hash: 'RS'}, async ({page, frame, requests}) => {
        await enter(frame, 'cell.b', '-1.5');
        await hashIs(frame, '#RS&b=-1.5');
        await enter(frame, 'stimulus.0.amplitude', '80');
        await enter(frame, 'duration', '2000');
        await hashIs(frame, '#RS&I=80&b=-1.5&T=2000');
        await openAnalysis(frame, 'compare');
        await pin(frame);
        const all = '#RS&I=80&b=-1.5&T=2000&tab=compare&pin=RS~I=80~b=-1.5~T=2000';
        await hashIs(frame, all);
        await pause(600);
        await page.reload({waitUntil: 'load'});
        await ready(page.mainFrame());
        const again = page.mainFrame();
        assert.equal(await hashOf(again), all);
        assert.equal(await shown(again, 'cell.b'), '-1.5');
        assert.equal(await howMany(again, at.comparedRuns), 2, 'the run and the pinned one');
        // Back through all that was done: the pin, the duration, the amplitude, b.
        for (let steps = 0; steps < 4; steps += 1) {
          await undo(again);
        }
        assert.equal(await shown(again, 'cell.b'), '-2');
        await hashIs(again, '#RS&tab=compare');
        await redo(again);
        await hashIs(again, '#RS&b=-1.5&tab=compare');
        requests.length = 0; // reloading the document is one request
      }));

  test(`${browser}: choosing a preset is a step of its own for Back, an edit is none`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      const steps = () => frame.evaluate(() => history.length);
      const before = await steps();
      await press(frame, at.nextPreset);
      assert.equal(await presetShown(frame), 'IB');
      assert.equal(await hashOf(frame), '#IB');
      assert.equal(await steps(), before + 1);
      for (const b of ['4', '4.5', '3']) {
        await enter(frame, 'cell.b', b);
        await hashIs(frame, `#IB&b=${b}`);
      }
      assert.equal(await steps(), before + 1);
      await page.goBack();
      await hashIs(frame, '#RS');
      await frame.waitForFunction(() => about(part(at.presetShown)).id === 'RS');
      await page.goForward();
      await hashIs(frame, '#IB&b=3');
      await frame.waitForFunction(() => part(at.number('cell.b')).value === '3');
    }));

  // Fails with: the address written whatever stands in it.
  test(`${browser}: a link that is followed while an edit waits for the address is not lost`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      await enter(frame, 'cell.b', '-1.5');
      await frame.evaluate(() => {
        location.hash = '#CH'; // its event comes in a later task
        dispatchEvent(new Event('pagehide')); // pending changes are written now
      });
      await frame.waitForFunction(() => about(part(at.presetShown)).id === 'CH');
      assert.equal(await hashOf(frame), '#CH');
      assert.equal(await shown(frame, 'cell.b'), '1');
    }));

  test(`${browser}: what a link says that means nothing is listed in a line that can be dismissed`, () =>
    withLab({browser, hash: 'RS&b=-1&nonsense=3&C=-4&T=2000#tracking'}, async ({frame}) => {
      assert.equal(await shown(frame, 'cell.b'), '-1');
      assert.equal(await shown(frame, 'duration'), '2000');
      const said = await message(frame);
      assert.match(said, /“nonsense=3” means nothing here\./);
      assert.match(said, /C = −4 /);
      await dismissMessage(frame);
      assert.equal(await message(frame), '');
      assert.equal((await text(frame, at.measure('count')).then(Number)) > 0, true);
    }));

  test(`${browser}: a link opens in a strict sandbox, where the address cannot be written`, () =>
    withLab({browser, mode: 'file-sandbox', hash: 'IB&I=400&T=500'}, async ({frame}) => {
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), '400');
      await enter(frame, 'cell.b', '4');
      await pause(600);
      assert.equal(await message(frame), '');
      assert.equal(await shown(frame, 'cell.b'), '4');
    }));

  test(`${browser}: frames whose host is loaded anew have each what it had, though the host sets their first addresses again, and the same for two`, async () => {
    const path = join(folder, 'host.html');
    const frames = ['#RS', '#IB', '#RS'].map(
      (hash) => `<iframe src="${pathToFileURL(site)}${hash}" width="700" height="500"></iframe>`,
    );
    writeFileSync(path, `<!doctype html><meta charset="utf-8"><title>host</title>${frames.join('')}`);
    const {page, errors, close} = await open({browser, mode: 'file', file: path});
    const labs = async () => {
      const all = page.frames().slice(1);
      for (const frame of all) await ready(frame);
      return all;
    };
    const [first, , third] = await labs();
    await enter(first, 'cell.b', '-1.25');
    await enter(third, 'cell.b', '-1.5');
    await pause(900);
    await page.reload({waitUntil: 'load'});
    const [again, other, last] = await labs();
    assert.equal(await shown(again, 'cell.b'), '-1.25');
    assert.equal(await presetShown(other), 'IB');
    assert.equal(await shown(other, 'cell.b'), '5');
    assert.equal(await shown(last, 'cell.b'), '-1.5');
    assert.deepEqual(errors, []);
    await close();
  });

  test(`${browser}: a link of another version says so, and leads to that version with all that it says`, async () => {
    const other = {search: '?v=0.1.0&lang=en', hash: 'RS&b=-1.5&nonsense=3'};
    await withLab({browser, ...other}, async ({page, frame}) => {
      const said = await message(frame);
      assert.match(said, /made with version 0\.1\.0 of the lab; this is version \d/);
      assert.match(said, /“nonsense=3” means nothing here\./);
      const {origin} = new URL(page.url());
      const link = await read(frame, at.messageLink, ({href, textContent}) => ({href, textContent}));
      assert.equal(link.href, `${origin}/0.1.0/?v=0.1.0&lang=en#RS&b=-1.5&nonsense=3`);
      assert.equal(link.textContent, 'Open it in version 0.1.0');
      assert.equal(await shown(frame, 'cell.b'), '-1.5');
      await dismissMessage(frame);
      assert.equal(await message(frame), '');
    });
    await withLab({browser, ...other, mode: 'file', search: '?v=0.1.0&lang=es'}, async ({frame}) => {
      assert.match(await message(frame), /se hizo con la versión 0\.1\.0/);
      assert.equal(await howMany(frame, at.messageLink), 0);
    });
    for (const search of [`?v=${version}`, '?v=', '?v=<b>1.0.0</b>', '?v=../../0.1.0'])
      await withLab({browser, search, hash: 'RS'}, async ({frame}) => assert.equal(await message(frame), '', search));
  });

  test(`${browser}: what is too long for a link says so, and the address names the preset alone`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      const step = {kind: 'step', amplitude: 123.456789, duration: 2};
      const stimulus = Array.from({length: 300}, (_, i) => ({...step, onset: 3.25 * i}));
      await ask(frame, 'edit', {stimulus});
      await frame.waitForFunction(() => !part(at.message).hidden, {timeout: 5000});
      assert.match(await message(frame), /too long for a link/);
      assert.equal(await hashOf(frame), '#RS');
    }));
}
