// frame.test.mjs: the page as a guest in other pages, under their policies, and as a file to take away.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {pathToFileURL} from 'node:url';
import {pause, settle, text} from './lab.mjs';
import {browsers, open, site} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-frame-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** A file of our own, beside nothing. */
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
      .map((hash) => `<iframe src="${pathToFileURL(site)}${hash}" width="800" height="600" ${attributes}></iframe>`)
      .join('')}</div><div style="height:3000px"></div>`,
  );

/** The labs within a host page, once all of them stand. */
async function labsOf(page, count) {
  for (let tries = 0; tries < 100; tries += 1) {
    const frames = page.frames().slice(1);
    const ready = await Promise.all(
      frames.map((frame) => frame.evaluate(() => document.documentElement.dataset.ready === 'true').catch(() => false)),
    );
    if (ready.length === count && ready.every(Boolean)) return frames;
    await pause(100);
  }
  throw new Error('the labs in the host page did not come up');
}

const inked = (frame) =>
  frame.$eval('trace-view[name="v"] canvas', (canvas) => {
    if (!canvas.width || !canvas.height) return 0;
    const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((_, i) => i % 4 === 3 && data[i] > 0).length;
  });

for (const browser of browsers) {
  test(`${browser}: where WebAssembly is forbidden the page says so, and what would allow it`, async () => {
    const page = readFileSync(site, 'utf8');
    const under = (policy) =>
      page.replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="script-src ${policy}">`);
    const refused = await open({browser, mode: 'file', file: file('strict.html', under("'unsafe-inline'"))});
    await refused.frame.waitForFunction(() => !document.getElementById('message').hidden, {timeout: 10e3});
    assert.match(await text(refused.frame, '#message'), /wasm-unsafe-eval/);
    await refused.close();

    const allowed = file('allowed.html', under("'unsafe-inline' 'wasm-unsafe-eval'"));
    const lab = await open({browser, mode: 'file', file: allowed});
    await lab.frame.waitForFunction(() => document.documentElement.dataset.ready === 'true', {timeout: 10e3});
    assert.deepEqual(lab.errors, []);
    await lab.close();
  });

  test(`${browser}: a lab that starts in a hidden box comes alive when it is shown`, async () => {
    const hidden = host('hidden.html', {body: '<style>#box.away { display: none }</style>'});
    writeFileSync(hidden, readFileSync(hidden, 'utf8').replace('id="box"', 'id="box" class="away"'));
    const {page, errors, close} = await open({browser, mode: 'file', file: hidden});
    const [lab] = await labsOf(page, 1);
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate(() => document.getElementById('box').classList.remove('away'));
      await pause(400);
      await settle(lab);
      assert.ok((await inked(lab)) > 1000, `round ${round}`);
      await page.evaluate(() => document.getElementById('box').classList.add('away'));
      await pause(100);
    }
    assert.deepEqual(errors, []);
    await close();
  });

  test(`${browser}: the lab takes no focus from the page around it`, async () => {
    const path = host('focus.html', {body: '<input id="mine" autofocus>'});
    const {page, close} = await open({browser, mode: 'file', file: path});
    await page.focus('#mine');
    await labsOf(page, 1);
    await pause(300);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mine');
    await close();
  });

  test(`${browser}: a dozen labs in one page, each with its figure`, async () => {
    const ids = ['RS', 'IB', 'CH', 'note-1', 'note-3', 'note-4', 'note-6', 'note-8', 'note-9', 'note-10', 'note-11'];
    const frames = [...ids, 'note-CH-500'].map((id) => `#${id}`);
    const {page, errors, close} = await open({browser, mode: 'file', file: host('dozen.html', {frames})});
    const labs = await labsOf(page, 12);
    const shown = await Promise.all(
      labs.map((lab) => lab.$eval('[aria-current]', (link) => `#${link.dataset.preset}`)),
    );
    assert.deepEqual(shown.sort(), [...frames].sort());
    assert.deepEqual(errors, []);
    await close();
  });

  test(`${browser}: at rest the page asks for no frame`, async () => {
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
    await frame.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await pause(1500);
    const first = await frame.evaluate(() => window.asked);
    assert.ok(first > 0); // the count counts
    await pause(2000);
    assert.equal(await frame.evaluate(() => window.asked), first);
    await close();
  });

  test(`${browser}: where downloads may be refused, a sentence and a link say how to save the page`, async () => {
    const {frame, close} = await open({browser, mode: 'sandbox'});
    await frame.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await frame.$eval('#download', (button) => button.click());
    assert.match(await text(frame, '#message'), /refuse downloads/);
    assert.match(await frame.$eval('#message a', (link) => link.href), /^http:/);
    await close();
  });
}

// Chromium alone lets a test choose where downloads go.
test('the page that is downloaded is the file itself, byte for byte, and opens', async () => {
  const {page, frame, close} = await open({browser: 'chromium', mode: 'http', hash: 'note-4'});
  await frame.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  const target = mkdtempSync(join(folder, 'download-'));
  const client = await page.createCDPSession();
  await client.send('Page.setDownloadBehavior', {behavior: 'allow', downloadPath: target});
  await page.click('#download');
  for (let tries = 0; tries < 50 && !readdirSync(target).includes('izhikevich-lab.html'); tries += 1) await pause(100);
  const saved = join(target, 'izhikevich-lab.html');
  assert.ok(readFileSync(saved).equals(readFileSync(site)));
  await close();
  const copy = await open({browser: 'chromium', mode: 'file', file: saved});
  await copy.frame.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  assert.deepEqual(copy.errors, []);
  await copy.close();
});
