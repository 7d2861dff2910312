// fallback.test.mjs: where the lab cannot run it says why, beside a still picture; and where a worker cannot be handed the
// compiled core, it compiles its own.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {at, counts, open, openAnalysis, part, parts, readAll, spaced, text, visible, withLab, within} from './lab.mjs';
import {browsers, site} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-fallback-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const html = readFileSync(site, 'utf8');

/** The first versions that have all that the page needs. */
const VERSIONS = /Chromium 113.*Firefox 113.*Safari 16\.4/;

/** A file of the page with something before its scripts, or another core in it. */
function page(name, {before = '', core = (packed) => packed, script = (code) => code}) {
  const path = join(folder, `${name}.html`);
  const changed = html
    .replace('<head>', () => `<head><script>${before}</script>`)
    .replace(/(<script id="lab-core"[^>]*>)([^<]*)/, (_, start, packed) => start + core(packed))
    .replace(/(<script id="lab">)([^]*)(<\/script>)/, (_, start, code, end) => start + script(code) + end);
  writeFileSync(path, changed);
  return path;
}

/** Checks what a user sees: the sentence and the picture, and no control. */
async function told(frame, sentence) {
  await frame.waitForFunction(() => parts(at.alerts).some((line) => line.offsetParent && line.textContent), {
    polling: 100,
    timeout: 10e3,
  });
  const said = await readAll(frame, at.alerts, (lines) =>
    lines.filter((line) => line.offsetParent).map((line) => line.textContent),
  );
  assert.equal(said.length, 1, said.join(' | '));
  assert.match(spaced(said[0]), sentence);
  const box = await frame.evaluate(() => {
    const all = parts(at.stillPicture);
    const path = within(all[0], at.stillCurve).getBoundingClientRect();
    return {pictures: all.length, width: path.width, height: path.height, caption: all[0].parentElement.innerText};
  });
  assert.equal(box.pictures, 1);
  assert.ok(box.width > 300 && box.height > 60, JSON.stringify(box));
  assert.match(spaced(box.caption), /70 pA/);
  assert.equal(await frame.evaluate(() => parts(at.actionable).length), 0);
}

// What browsers before the named versions lack or cannot parse.
const old = {
  'no DecompressionStream': {before: 'delete window.DecompressionStream'},
  'no raw deflate': {
    before: `const Own = DecompressionStream; window.DecompressionStream = class extends Own { constructor(format) {
      if (format === 'deflate-raw') throw new TypeError('Unsupported format'); super(format); } }`,
  },
  'no SIMD': {before: 'WebAssembly.validate = () => false'},
  'no WebAssembly': {before: 'delete window.WebAssembly'},
  'no container queries': {before: 'CSS.supports = () => false'},
  'no modern syntax': {script: (code) => `class Old { static { let x = 1 ?? ; } } ${code}`},
};

for (const browser of browsers) {
  for (const [lack, how] of Object.entries(old))
    test(`${browser}: a browser with ${lack} is told which versions have it, beside a still picture`, async () => {
      const {frame, requests, close} = await open({browser, mode: 'file', file: page('old', how)});
      await told(frame, VERSIONS);
      assert.deepEqual(requests, []);
      await close();
    });

  for (const mode of ['sandbox', 'file-sandbox'])
    test(`${browser}, ${mode}: so is one within a frame, in Spanish where that is asked for`, async () => {
      const file = page('old', old['no DecompressionStream']);
      const {frame, errors, close} = await open({browser, mode, file, search: '?lang=es'});
      await told(frame, VERSIONS);
      assert.match(await text(frame, at.alerts), /navegador más reciente/);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'es');
      assert.deepEqual(errors, []);
      await close();
    });

  // Cut short; one character changed; not base64 at all.
  const damage = {
    'cut off': (packed) => packed.slice(0, 100000),
    altered: (packed) => `${packed.slice(0, 1e5)}${packed[1e5] === 'A' ? 'B' : 'A'}${packed.slice(1e5 + 1)}`,
    'no text of its own kind': () => '§',
    empty: () => '',
  };
  for (const [what, core] of Object.entries(damage))
    test(`${browser}: a core that is ${what} is told of, beside a still picture`, async () => {
      for (const [mode, lang] of [
        ['file', 'en'],
        ['file-sandbox', 'es'],
      ]) {
        const {frame, close} = await open({browser, mode, file: page('damaged', {core}), search: `?lang=${lang}`});
        await told(frame, VERSIONS);
        assert.match(await text(frame, at.alerts), lang === 'en' ? /damaged/ : /dañado/);
        assert.equal(await visible(frame, at.title), true);
        await close();
      }
    });

  // Fails with: no answer to `unreadable`; no catch around the sending.
  const unsent = {
    'cannot be sent': `const own = Worker.prototype.postMessage; Worker.prototype.postMessage = function (message) {
      if (message.core) throw new DOMException('not cloned', 'DataCloneError'); own.call(this, message); };`,
    'cannot be read there': `const make = URL.createObjectURL; URL.createObjectURL = (blob) => make(new Blob([
      'addEventListener("message", (event) => { if (!event.data.core) return; event.stopImmediatePropagation(); ' +
      'self.onmessageerror(); });', blob], {type: 'text/javascript'}));`,
  };
  for (const [what, before] of Object.entries(unsent))
    for (const mode of ['file', 'file-sandbox'])
      test(`${browser}, ${mode}: where a compiled core ${what}, the worker compiles its own`, () =>
        withLab({browser, mode, file: page('unsent', {before})}, async ({frame}) => {
          await openAnalysis(frame, 'thresholds');
          await frame.waitForFunction(() => /51\.428571/.test(part(at.analysis('thresholds')).textContent), {
            polling: 100,
            timeout: 20e3,
          });
          assert.deepEqual(await counts(frame), [6]);
        }));
}
