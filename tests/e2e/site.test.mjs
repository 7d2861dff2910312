// site.test.mjs: the file that `make site` wrote is all there is to the page, and works wherever it is put.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {sizeOf} from '../../web/build/packing.mjs';
import {policyOf} from '../../web/build/policy.mjs';
import {root} from '../support.mjs';
import {at, open, part, read, waitFor} from './lab.mjs';
import {browsers, modes, site} from './support.mjs';

const html = readFileSync(site, 'utf8');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test('the page is one file; beside it stand what keeps, installs and guards it, the element, the schema of what it saves, and a folder of its version with all of it', () => {
  const dist = dirname(site);
  const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
  const schema = 'izhikevich-lab.schema.json';
  const elements = ['izhikevich-neuron.js', 'izhikevich-neuron.mjs'];
  const guides = ['embed.txt', 'index.html', schema, ...elements, 'lecturers.html'];
  const all = [...guides, 'manifest.webmanifest', 'policy.txt', 'service-worker.js'];
  // Folders of versions built before stay.
  const others = readdirSync(dist).filter((name) => !/^\d+\.\d+\.\d+/.test(name));
  assert.deepEqual(others.sort(), all);
  assert.deepEqual(readdirSync(join(dist, version)).sort(), all);
  assert.ok(readFileSync(join(dist, version, 'index.html'), 'utf8') === html);
  for (const file of [join(dist, schema), join(dist, version, schema)])
    assert.match(JSON.parse(readFileSync(file, 'utf8')).title, new RegExp(`Izhikevich Lab ${version}$`));
  // download.test.mjs opens the page under it.
  const lecturers = readFileSync(join(dist, 'lecturers.html'), 'utf8');
  assert.equal(readFileSync(join(dist, 'policy.txt'), 'utf8'), `${policyOf(html, lecturers)}\n`);
});

// The compressed size is what a user waits for. Compressed here, it is the same on every machine.
// 29 kB of it are its letters; figures, locks, what speaks to a host, what embeds the page and what keeps it offline have come since. This holds what there is.
test('the page is at most 545 kB gzipped', () => {
  const {gzip} = sizeOf(html);
  assert.ok(gzip <= 545e3, `${gzip} bytes gzipped`);
});

test('the page carries, whole, the licence of everything in it', async () => {
  const {frame, close} = await open();
  const texts = await read(frame, at.licences, (template) => template.content.textContent);
  await close();
  const packages = ['chart.js/LICENSE.md', '@kurkle/color/LICENSE.md', 'lit-html/LICENSE'];
  const licences = ['LICENSE', ...packages.map((path) => `web/node_modules/${path}`)];
  for (const file of readdirSync(join(root, 'web/licenses'))) licences.push(`web/licenses/${file}`);
  for (const file of licences) assert.ok(texts.includes(readFileSync(join(root, file), 'utf8').trim()), file);
  for (const part of ['Emscripten', 'embind', 'emmalloc', 'musl', 'libc++', 'Sun Microsystems', 'LLVM Exceptions']) {
    assert.ok(texts.includes(part), part);
  }
});

for (const browser of browsers) {
  for (const mode of modes) {
    test(`${browser}, ${mode}: the page draws, asks for nothing and complains of nothing`, async () => {
      // On its site the page asks to be kept: offline.test.mjs.
      const {frame, requests, errors, close} = await open({browser, mode, workers: mode !== 'http'});
      await waitFor(frame, at.canvas(), {timeout: 10e3});
      await pause(500); // for anything that happens late
      assert.deepEqual(requests, []);
      assert.deepEqual(errors, []);
      await close();
    });
  }

  for (const mode of ['http', 'file']) {
    test(`${browser}, ${mode}: while its script starts, the document written as text is the file, byte for byte`, async () => {
      // Just before a script runs, the browser tells observers of all that was parsed: its last word before our code.
      const observe = (page) =>
        page.evaluateOnNewDocument(
          (length) => {
            new MutationObserver((_, observer) => {
              if (part(at.script)?.textContent.length !== length) return;
              observer.disconnect();
              window.pristine = '<!doctype html>\n' + document.documentElement.outerHTML + '\n';
            }).observe(document, {childList: true, subtree: true, characterData: true});
          },
          html.match(/<script id="lab">([^]*)<\/script>/)[1].length,
        );
      const {frame, close} = await open({browser, mode, before: observe});
      assert.equal(await frame.evaluate(() => window.pristine), html);
      await close();
    });
  }

  test(`${browser}: a page that asks or complains is found out, so the tests above can fail`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'izhikevich-'));
    const file = join(folder, 'index.html');
    const faulty = `
      console.error('a console error');
      setTimeout(() => { throw new Error('an uncaught error'); });
      Promise.reject(new Error('an unhandled rejection'));
      new Image().src = 'http://example.invalid/image.png';
      const source = "Promise.reject(new Error('a rejection in a worker')); fetch('http://worker.invalid/').catch(() => {});";
      new Worker(URL.createObjectURL(new Blob([source])));`;
    writeFileSync(
      file,
      html.replace('<script id="lab">', () => `<script>${faulty}</script><script id="lab">`),
    );
    for (const mode of modes) {
      const {requests, errors, close} = await open({browser, mode, file});
      const all = () => [...requests, ...errors].join('\n');
      const expected = [/example\.invalid/, /worker\.invalid/, /a console error/, /an uncaught error/];
      expected.push(/an unhandled rejection/, /a rejection in a worker/);
      for (let tries = 0; tries < 50 && !expected.every((each) => each.test(all())); ++tries) await pause(100);
      for (const each of expected) assert.match(all(), each, mode);
      await close();
    }
    rmSync(folder, {recursive: true});
  });
}
