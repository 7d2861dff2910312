// print.test.mjs: an experiment on paper: one or two pages with all that is needed to run it again, and nothing that is withheld.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {wasm} from '../support.mjs';
import {
  at,
  changeLanguage,
  closeDialog,
  openAnalysis,
  pin,
  press,
  read,
  readAll,
  settle,
  spaced,
  text,
  type as typeIn,
  waitFor,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

/** Passes a new folder to `use`, and removes it. */
async function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'izhikevich-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The dots of a printed page in a mm. */
const DOTS = 300 / 25.4;

/** The width in mm of what is printed in the upper right corner of a page, from its picture in shades of grey (PGM). @param {Buffer} picture */
function cornerWidth(picture) {
  const [head, columns] = /^P5\s(\d+)\s\d+\s\d+\s/.exec(picture.toString('latin1', 0, 60));
  const dark = [];
  for (let x = Math.round(165.5 * DOTS); x < Number(columns); x += 1)
    for (let y = 0; y < 43 * DOTS; y += 1) if (picture[head.length + y * Number(columns) + x] < 128) dark.push(x);
  return dark.length ? (dark.reduce((a, b) => Math.max(a, b)) - dark[0]) / DOTS : 0;
}

/** What the browser prints: the number of pages, their text, the text of the code on the first, and its width in mm. */
const printed = (page, format) =>
  inFolder(async (folder) => {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, await page.pdf({format}));
    const run = (program, ...given) =>
      execFileSync(program, given, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
    const picture = join(folder, 'page');
    // The first page down to below the code.
    const draw = (...as) =>
      run('pdftoppm', '-r', '300', '-f', '1', '-l', '1', '-singlefile', '-H', '560', ...as, file, picture);
    draw('-png');
    draw('-gray');
    let code = '';
    try {
      code = run('zbarimg', '-q', '--raw', '-Sdisable', '-Sqrcode.enable', `${picture}.png`).trim();
    } catch {
      // There is none.
    }
    return {
      // Under two lines of headings.
      pictures: run('pdfimages', '-list', file).trim().split('\n').length - 2,
      pages: Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', file))[1]),
      text: spaced(run('pdftotext', '-layout', file, '-')).replaceAll('\f', ''),
      code,
      width: cornerWidth(readFileSync(`${picture}.pgm`)),
    };
  });

/** The link in the Share dialog. */
async function linkOf(frame) {
  await press(frame, at.share);
  const link = await read(frame, at.shareLink, ({value}) => value);
  await closeDialog(frame);
  return link;
}

const PULSES = Array.from({length: 12}, (_, i) => `step,${100 + 7 * i},${100 + 60 * i},${5 + i}`).join(';');

for (const [browser, format] of [
  ['chromium', 'A4'],
  ['chromium', 'Letter'],
  ['firefox', 'A4'],
])
  test(`${browser}: what is printed on ${format} has the parameters, and a code of 30 mm that gives a link of 300 characters`, () =>
    withLab(
      {browser, hash: `IB&stimulus=${PULSES}&C=151.5&k=1.234&cell=${'long_name_'.repeat(6)}`},
      async ({page, frame}) => {
        const link = await linkOf(frame);
        assert.ok(link.length >= 300 && link.length < 340, `${link.length}`);
        const {pages, text, code, width, pictures} = await printed(page, format);
        assert.ok(pages === 1 || pages === 2, `${pages}`);
        assert.equal(code, link);
        // A code of version 11 holds 321 bytes in 61 modules (ISO/IEC 18004, tables 1 and 7), one of version 12 holds 367 in 65; with
        // the light border of 4 modules on each side both are 30 mm wide, give or take a dot at each end.
        const modules = link.length > 321 ? 65 : 61;
        assert.ok(Math.abs(width - (30 * modules) / (modules + 8)) < 2 / DOTS, `${width}`);
        for (const heading of ['Question', 'Set-up', 'Figures', 'Conclusions'])
          assert.match(text, new RegExp(`^ *${heading}$`, 'm'));
        const engine = await wasm();
        const [{cell}] = engine.presets().find(({id}) => id === 'IB').runs;
        const values = Object.values({...cell, C: 151.5, k: 1.234}).map((value) => String(value).replace('-', '−'));
        assert.match(text, new RegExp(`^ *${values.join(' +')}$`, 'm'));
        for (const head of ['C [pF]', 'k [nS/mV]', 'a [1/ms]', 'b [nS]', 'd [pA]'])
          assert.ok(text.includes(head), head);
        // All figures are vectors, with their text as text.
        assert.equal(pictures, 0);
        assert.match(text, /Phase plane/);
        assert.match(text, /t \[ms\]/);
        assert.match(text, /12\. Step: 177 pA, at 760 ms for 16 ms/);
        assert.match(text, /Start +from rest/);
        assert.match(text, /Method +exact/);
        assert.match(text, /Izhikevich Lab, version \d/);
        assert.match(text, new RegExp(String(new Date().getFullYear())));
        // Nothing of the sheet is left on the screen.
        assert.deepEqual(await readAll(frame, at.sheet, (all) => all.length), 0);
      },
    ));

test('six runs of three cells with three pinned ones and a diagram, in a dark theme and with an open dialog, fit on two pages', () =>
  withLab(
    {hash: 'truth-kick&tab=bifurcation&pin=RS~a=0.02&pin=IB&pin=CH~v=-55~T=500', dark: true},
    async ({page, frame}) => {
      await press(frame, at.share);
      for (const format of ['A4', 'Letter']) {
        const {pages, text} = await printed(page, format);
        assert.equal(pages, 2, format);
        assert.match(text, /IB: 1\. Step: 600 pA/);
        assert.match(text, /Bifurcation diagram/);
        assert.doesNotMatch(text, /Copy the measures/);
      }
    },
  ));

for (const browser of browsers)
  test(`${browser}: the question that was typed is printed; the button prints the same, once`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      await press(frame, at.share);
      const question = 'Why <b>six</b> spikes?';
      await frame.evaluate((question) => {
        const box = part(at.sheetQuestion);
        box.value = question;
        box.dispatchEvent(new Event('input', {bubbles: true}));
        window.print = () => {
          dispatchEvent(new Event('beforeprint'));
          window.sheets = parts(at.sheet).map(({textContent}) => textContent);
          dispatchEvent(new Event('afterprint'));
        };
      }, question);
      await press(frame, at.printSheet);
      const sheets = await frame.evaluate(() => window.sheets);
      assert.equal(sheets.length, 1);
      assert.ok(sheets[0].includes(question));
      const {text} = await printed(page, 'A4');
      assert.ok(text.includes(question));
      // It is kept when the language is changed.
      await closeDialog(frame);
      await changeLanguage(frame);
      await press(frame, at.share);
      assert.equal(await read(frame, at.sheetQuestion, ({value}) => value), question);
    }));

for (const browser of browsers)
  test(`${browser}: a frame that does not let it print says so, and the sheet is there as a file`, () =>
    withLab({browser, mode: 'sandbox', hash: 'RS'}, async ({page, frame, errors}) => {
      await press(frame, at.share);
      await press(frame, at.printSheet);
      await frame.waitForFunction(() => part(at.shareSaid).textContent);
      assert.match(await text(frame, at.shareSaid), /does not let the page print/);
      assert.equal(await readAll(frame, at.sheet, (all) => all.length), 0);
      await press(frame, at.saveSheet);
      await waitFor(frame, at.shareCopyBox);
      const html = await read(frame, at.shareCopyBox, ({value}) => value);
      assert.ok(!/<script|<!--/i.test(html));
      const tab = await page.browserContext().newPage();
      await tab.setContent(html);
      assert.deepEqual(await readAll(tab, at.sheetHeadings, (all) => all.map(({textContent}) => textContent)), [
        'Question',
        'Set-up',
        'Figures',
        'Conclusions',
      ]);
      const code = await read(tab, at.sheetCode, (node) => node.getBoundingClientRect().width);
      assert.ok(Math.abs(code - (30 / 25.4) * 96) < 1, `${code}`);
      // The browser itself may say in the console what it refused.
      errors.splice(0, errors.length, ...errors.filter((line) => !/print|modal|download/i.test(line)));
    }));

test('what is withheld on the screen is not on paper, and the code leads to a lab that withholds it as well', () =>
  withLab({hash: 'IB', search: '?answers=off'}, async ({page}) => {
    const {text, code} = await printed(page, 'A4');
    assert.doesNotMatch(text, /Intrinsically bursting|latency|steady rate|burst|I − I/i);
    assert.match(text, /C \[pF\]/);
    assert.match(code, /[?&]answers=off#IB$/);
  }));

test('in Spanish the sheet is in Spanish', () =>
  withLab({hash: 'RS', search: '?lang=es'}, async ({page, frame}) => {
    await typeIn(page, frame, 'cell.a', '0,025');
    await settle(frame);
    const {text} = await printed(page, 'A4');
    assert.match(text, /^ *Montaje$/m);
    assert.match(text, /0,025/);
    assert.match(text, /Conclusiones/);
  }));
