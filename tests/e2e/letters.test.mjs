// letters.test.mjs: the page brings its own letters, also where a policy lets no page load fonts, and its digits are all of one width.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {open, ready} from './lab.mjs';
import {browsers, site} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-letters-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** The page under a policy that allows its script and styles, and no fonts at all. */
function underPolicy() {
  const policy = `default-src 'none'; img-src data:; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'`;
  const file = join(folder, 'policy.html');
  const html = readFileSync(site, 'utf8').replace(
    '<head>',
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  writeFileSync(file, html);
  return file;
}

/** In the page: which letters are loaded, and the width of each digit in each of them. */
function lettersThere() {
  const ctx = document.createElement('canvas').getContext('2d');
  const fonts = [
    '400 20px "Lab Sans"',
    '600 20px "Lab Sans"',
    '400 20px "Lab Serif"',
    '600 20px "Lab Serif"',
    'italic 400 20px "Lab Serif"',
  ];
  return fonts.map((font) => {
    const widthIn = (text, css) => {
      ctx.font = css;
      return ctx.measureText(text).width;
    };
    return {
      font,
      loaded: [...document.fonts].some(
        ({family, status}) => font.includes(family.replaceAll('"', '')) && status === 'loaded',
      ),
      // A font that is missing would be replaced by the one that follows it.
      own: ['monospace', 'serif', 'sans-serif'].map((other) => widthIn('Hamburgefonts', `${font}, ${other}`)),
      digits: [...'0123456789'].map((digit) => widthIn(digit, font)),
    };
  });
}

for (const browser of browsers)
  for (const [where, file] of [
    ['as it is', undefined],
    ['under a policy without fonts', underPolicy()],
  ])
    test(`${browser}: the letters are the page's own, ${where}`, async () => {
      const {frame, errors, close} = await open({browser, mode: 'file', file});
      await ready(frame);
      for (const {font, loaded, own, digits} of await frame.evaluate(lettersThere)) {
        assert.ok(loaded, font);
        assert.equal(new Set(own).size, 1, font);
        // Advance widths are the font's; browsers may round their sums to 1/64 px.
        assert.ok(Math.max(...digits) - Math.min(...digits) < 1 / 64, `${font}: ${digits}`);
      }
      assert.deepEqual(errors, []);
      await close();
    });
