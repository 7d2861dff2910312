// paste.test.mjs: a cell as people have it is shown field by field before it is taken, and the form of 2003 has a door of its own.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  at,
  chooseReadCell,
  counts,
  enter,
  isHidden,
  keepSaved,
  lastSaved,
  openAnalysis,
  press,
  readAll,
  readCellRows,
  settle,
  spaced,
  text,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

// The regular spiking cell of Izhikevich (2007), chapter 8, as NeuroML 2 has it, but with k doubled.
const NEUROML =
  '<neuroml><!-- C="1 pF" --><izhikevich2007Cell id="twice" v0="-60mV" C="0.1 nF" k="1.4 nS_per_mV" vr="-60 mV" vt="-40 mV" ' +
  'vpeak="35 mV" a="0.03 per_ms" b="-2 nS" c="-50 mV" d="100 pA" colour="red"/></neuroml>';

/** Pastes a text into the lab, outside any field. */
const paste = (frame, given) =>
  frame.evaluate((given) => {
    const data = new DataTransfer();
    data.setData('text/plain', given);
    const event = new ClipboardEvent('paste', {bubbles: true, cancelable: true});
    // Firefox leaves empty what it is given.
    Object.defineProperty(event, 'clipboardData', {value: data});
    part(at.main).dispatchEvent(event);
  }, given);

for (const browser of browsers) {
  test(`${browser}: a pasted cell is shown field by field, and taken with its name only when asked`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      await paste(frame, NEUROML);
      await settle(frame);
      const rows = await readCellRows(frame);
      assert.deepEqual(rows.slice(0, 2), [
        ['cell.C', '100 pF', '0.1 nF'],
        ['cell.k', '1.4 nS/mV', '1.4 nS_per_mV'],
      ]);
      assert.equal(rows.length, 11); // nine parameters, and the start
      assert.match(await text(frame, at.leftOut), /colour/);
      // Nothing has changed yet; Escape leaves it so.
      await page.keyboard.press('Escape');
      assert.equal((await frame.evaluate(() => location.hash)).split('&').length, 1);
      await paste(frame, NEUROML);
      // One button at a time takes what was read.
      assert.deepEqual([await isHidden(frame, at.openTake), await isHidden(frame, at.takeCell)], [true, false]);
      await press(frame, at.takeCell);
      await settle(frame);
      assert.match(spaced(await text(frame, at.message)), /Kept, since.*step from 100 ms \(70 pA\), 1000 ms, exact/);
      assert.match(await text(frame, at.presetTitle), /twice/);
      await frame.waitForFunction(() => /cell=twice/.test(location.hash) && /k=1\.4/.test(location.hash));
    }));
}

test('several cells in a table are offered by name; what is no cell is refused in a sentence', () =>
  withLab({hash: 'RS'}, async ({frame}) => {
    await paste(
      frame,
      'cell\tC (pF)\tk\tvr\tvt\tvpeak\ta\tb\tc\td\nfirst\t100\t0.7\t-60\t-40\t35\t0.03\t-2\t-50\t100\nsecond\t150\t1.2\t-75\t-45\t50\t0.01\t5\t-56\t130',
    );
    await settle(frame);
    assert.deepEqual(await readAll(frame, at.readCells, (all) => all.map((one) => one.textContent)), [
      'first',
      'second',
    ]);
    await chooseReadCell(frame, 'second');
    await press(frame, at.takeCell);
    await settle(frame);
    assert.match(await text(frame, at.presetTitle), /second/);
    const [before] = await counts(frame);
    await paste(frame, 'no cell at all <img src=x onerror="window.pwned = 1">');
    await settle(frame);
    assert.match(await text(frame, at.openProblems), /Nothing has changed/);
    assert.equal(await frame.evaluate(() => window.pwned), undefined);
    assert.deepEqual(await counts(frame), [before]);
  }));

// 23 spikes in the first 1000 ms: from a direct integration of the form of 2003 (tests/core/model/form_2003_test.cpp has the times).
test('#2003 opens a cell in the units of that form, and the first edit gives it an address of ours', () =>
  withLab({hash: '2003&a=0.02&b=0.2&c=-65&d=8&I=10'}, async ({frame}) => {
    assert.deepEqual(await counts(frame), [23]);
    assert.match(await frame.evaluate(() => location.hash), /^#2003&/);
    await enter(frame, 'duration', '1001');
    await frame.waitForFunction(() => location.hash.startsWith('#RS&'));
    const hash = await frame.evaluate(() => location.hash);
    const [count] = await counts(frame);
    await withLab({hash: hash.slice(1)}, async ({frame: again}) => assert.deepEqual(await counts(again), [count]));
  }));

test('from a pasted NeuroML cell to an SVG of its f-I curve at 85 mm', () =>
  withLab({hash: 'RS', before: keepSaved}, async ({frame}) => {
    await paste(frame, NEUROML);
    await press(frame, at.takeCell);
    await openAnalysis(frame, 'rate');
    await press(frame, at.share);
    // The open analysis is offered first, as an SVG of this width.
    await press(frame, at.savePicture);
    await frame.waitForFunction(() => window.savedFiles.length);
    const {name, type, text: svg} = await lastSaved(frame);
    assert.equal(name, 'twice_fI.svg');
    assert.equal(type, 'image/svg+xml');
    assert.match(svg, /^<svg[^>]* width="85mm"/);
    assert.match(svg, /cell=twice/); // its link
  }));
