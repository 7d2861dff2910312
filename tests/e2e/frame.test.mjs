// frame.test.mjs: the page in frames of other pages: it takes no focus and no wheel, and works however it is embedded.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {pathToFileURL} from 'node:url';
import {at, inOne, isReady, open, pause, presetShown, read, ready, settle} from './lab.mjs';
import {browsers, site} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-frame-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** Writes a file into the folder of this test; returns its path. */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A host page with the lab in frames; `attributes` go to each. */
const host = (name, {frames = ['#RS'], attributes = '', body = ''}) =>
  file(
    name,
    `<!doctype html><title>host</title>${body}<div id="box">${frames
      .map(
        (hash) =>
          `<iframe id="guest" src="${pathToFileURL(site)}${hash}" width="800" height="600" ${attributes}></iframe>`,
      )
      .join('')}</div><div style="height:3000px"></div>`,
  );

/** The labs in a host page, once all are ready. */
async function labsOf(page, count) {
  for (let tries = 0; tries < 100; tries += 1) {
    const frames = page.frames().slice(1);
    const stand = await Promise.all(frames.map((frame) => frame.evaluate(isReady).catch(() => false)));
    if (stand.length === count && stand.every(Boolean)) return frames;
    await pause(100);
  }
  throw new Error('the labs in the host page did not come up');
}

const inked = (frame) =>
  read(frame, at.canvas('v'), (canvas) => {
    if (!canvas.width || !canvas.height) return 0;
    const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((_, i) => i % 4 === 3 && data[i] > 0).length;
  });

for (const browser of browsers) {
  test(`${browser}: a lab that starts in a hidden box comes alive when it is shown`, async () => {
    const hidden = host('hidden.html', {});
    writeFileSync(hidden, readFileSync(hidden, 'utf8').replace('id="box"', 'id="box" hidden'));
    const {page, errors, close} = await open({browser, mode: 'file', file: hidden});
    const [lab] = await labsOf(page, 1);
    for (let round = 0; round < 5; round += 1) {
      await page.evaluate(() => (window.box.hidden = false));
      await pause(400);
      await settle(lab);
      assert.ok((await inked(lab)) > 1000, `round ${round}`);
      await page.evaluate(() => (window.box.hidden = true));
      await pause(100);
    }
    assert.deepEqual(errors, []);
    await close();
  });

  test(`${browser}: the lab takes no focus from the page around it`, async () => {
    const path = host('focus.html', {body: '<input id="mine" autofocus>'});
    const {page, close} = await open({browser, mode: 'file', file: path});
    await page.evaluate(() => window.mine.focus());
    await labsOf(page, 1);
    await pause(300);
    assert.equal(await page.evaluate(() => document.activeElement === window.mine), true);
    await close();
    // These browsers let no frame take the focus; others do, so the lab must not even try.
    const alone = await open({browser, mode: 'file', hash: 'note-4'});
    await ready(alone.frame);
    await pause(300);
    assert.equal(await alone.frame.evaluate(() => document.activeElement === document.body), true);
    await alone.close();
  });

  test(`${browser}: a lab that starts without any size comes alive when it gets one`, async () => {
    const path = host('small.html', {attributes: 'style="width:0;height:0"'});
    const {page, errors, close} = await open({browser, mode: 'file', file: path});
    const [lab] = await labsOf(page, 1);
    await page.evaluate(() => (window.guest.style.cssText = ''));
    await pause(400);
    await settle(lab);
    assert.ok((await inked(lab)) > 1000);
    assert.deepEqual(errors, []);
    await close();
  });

  test(`${browser}: a wheel over a plot scrolls the page around the lab, where the lab has nothing to scroll`, async () => {
    const path = host('wheel.html', {attributes: 'style="width:1280px;height:3000px"'});
    const {page, close} = await open({browser, mode: 'file', file: path});
    const [lab] = await labsOf(page, 1);
    await lab.evaluate(() => scrollTo(0, 1e6));
    await page.mouse.move(600, 300); // over v(t), which is high here
    // Turned repeatedly: on a busy machine Chromium drops wheel events before it has laid out the frame.
    const scrolled = () => page.evaluate(() => scrollY);
    for (let turns = 0; (await scrolled()) <= 100 && turns < 25; turns += 1) {
      await page.mouse.wheel({deltaY: 200});
      await pause(200);
    }
    assert.ok((await scrolled()) > 100);
    await close();
  });

  inOne(browser)(`${browser}: a dozen labs in one page, each with its figure`, async () => {
    const ids = ['RS', 'IB', 'CH', 'note-1', 'note-3', 'note-4', 'note-6', 'note-8', 'note-9', 'note-10', 'note-11'];
    const frames = [...ids, 'note-CH-500'].map((id) => `#${id}`);
    const {page, errors, close} = await open({browser, mode: 'file', file: host('dozen.html', {frames})});
    const labs = await labsOf(page, 12);
    const shown = await Promise.all(labs.map((lab) => presetShown(lab)));
    assert.deepEqual(shown.sort(), [...ids, 'note-CH-500'].sort());
    assert.deepEqual(errors, []);
    await close();
  });

  inOne(browser)(`${browser}: at rest the page asks for no frame`, async () => {
    const before = (page) =>
      page.evaluateOnNewDocument(() => {
        const ask = window.requestAnimationFrame.bind(window);
        window.asked = 0;
        window.requestAnimationFrame = (act) => {
          window.asked += 1;
          return ask(act);
        };
      });
    const {frame, close} = await open({browser, mode: 'file', before});
    await ready(frame);
    await pause(1500);
    const first = await frame.evaluate(() => window.asked);
    assert.ok(first > 0); // the count counts
    await pause(2000);
    assert.equal(await frame.evaluate(() => window.asked), first);
    await close();
  });
}
