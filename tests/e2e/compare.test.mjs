// compare.test.mjs: going back and forth, pinned runs, and what is restored when the page is opened again.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {
  at,
  choosePreset,
  counts,
  enter,
  focus,
  focused,
  handles,
  hasFocus,
  howMany,
  inOne,
  isDisabled,
  isHidden,
  isOn,
  labels,
  openAnalysis,
  openHelp,
  openedAnalysis,
  part,
  pause,
  picture,
  pin,
  presetShown,
  press,
  read,
  readAll,
  ready,
  redo,
  reset,
  settle,
  shown,
  text,
  undo,
  withLab,
} from './lab.mjs';
import {browsers, site} from './support.mjs';

const undoable = async (frame) => !(await isDisabled(frame, at.undo));
const columns = (frame) =>
  readAll(frame, at.comparisonRows, (rows) =>
    Object.fromEntries(
      rows.map((row) => [row.cells[0].textContent, [...row.cells].slice(1).map((c) => c.textContent)]),
    ),
  );

for (const browser of browsers) {
  // Fails with: keys caught within number fields; undo past the start an error.
  inOne(browser)(`${browser}: every change can be undone, by buttons and by keys, and no further than there is`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      assert.equal(await undoable(frame), false);
      const start = await picture(frame);
      await undo(frame);
      assert.deepEqual(await picture(frame), start);
      await enter(frame, 'cell.d', '40');
      await settle(frame);
      const [many] = await counts(frame);
      // Named once nothing changes any more.
      await pause(800);
      assert.equal(await read(frame, at.undo, ({title}) => title), 'Undo: d from 100 to 40 (Ctrl+Z)');
      await undo(frame);
      assert.equal(await shown(frame, 'cell.d'), '100');
      await redo(frame);
      assert.equal(await shown(frame, 'cell.d'), '40');
      assert.deepEqual(await counts(frame), [many]);
      await focus(frame, at.opener('plane'));
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.press('z');
      await settle(frame);
      assert.equal(await shown(frame, 'cell.d'), '100');
      await page.keyboard.press('y');
      await page.keyboard.up('Control');
      await settle(frame);
      assert.equal(await shown(frame, 'cell.d'), '40');
      // A preset is a change like any other, and so is going back to it.
      await choosePreset(frame, 'IB');
      await undo(frame);
      assert.equal(await presetShown(frame), 'RS');
      assert.equal(await shown(frame, 'cell.d'), '40');
      await reset(frame);
      await undo(frame);
      assert.equal(await shown(frame, 'cell.d'), '40');
    }),
  );

  // Fails with: the ghost following the run; a fifth one; names without their own field.
  inOne(browser)(
    `${browser}: a pinned run stays in the plots and is compared with, up to four; it can be named, swapped and removed`,
    () =>
      withLab({browser, hash: 'RS'}, async ({frame}) => {
        await openAnalysis(frame, 'compare');
        const [own] = await counts(frame);
        await pin(frame);
        await enter(frame, 'cell.d', '40');
        await settle(frame);
        const [now] = await counts(frame);
        assert.ok(now > own);
        for (const label of (await labels(frame)).slice(0, 3)) assert.match(label, /Pinned run 1, RS: 6 spikes/);
        const found = await columns(frame);
        assert.deepEqual(found.spikes, [String(now), String(own)]);
        assert.deepEqual(found.d, ['40\u00a0pA', '100\u00a0pA']);
        assert.equal(found.k, undefined);
        // I_SN = 12²/2.8 = 51.428571 pA is that of both cells, which differ in d alone.
        await frame.waitForFunction(() =>
          parts(at.comparisonRows).some(
            ({cells: [name, own]}) => name.textContent === 'rheobase' && own.textContent !== '…',
          ),
        );
        assert.deepEqual((await columns(frame)).rheobase, ['51.43\u00a0pA', '51.43\u00a0pA']);
        assert.match(await text(frame, at.said('compare')), new RegExp(`Against “RS”: ${now - own} spikes more`));
        await pause(800);
        assert.match(await text(frame, at.status), /Against “RS”/);
        await read(frame, at.pinnedNames, (input) => {
          input.value = 'as it was';
          input.dispatchEvent(new Event('change', {bubbles: true}));
        });
        await settle(frame);
        assert.match(await text(frame, at.said('compare')), /“as it was”/);
        for (let i = 0; i < 3; i += 1) await pin(frame);
        assert.equal(await isDisabled(frame, at.pin), true);
        await pin(frame);
        assert.equal(await howMany(frame, at.pinnedNames), 4);
        assert.match(await text(frame, at.message), /Four runs are pinned/);
        await press(frame, at.swapPinned(0));
        assert.deepEqual(await counts(frame), [own]);
        assert.equal(await shown(frame, 'cell.d'), '100');
        // When a focused button goes, the focus moves to its neighbour.
        for (const next of ['remove-2', 'remove-1', 'remove-0', null]) {
          const last = (await handles(frame, at.removePinned)).pop();
          await last.focus();
          await last.press('Enter');
          await settle(frame);
          assert.equal((await focused(frame)).id || null, next);
        }
        assert.ok(await hasFocus(frame, at.pin));
        assert.equal(await isHidden(frame, at.comparison), true);
        // Beside several runs each has a lane of its own.
        await choosePreset(frame, 'note-10');
        await openAnalysis(frame, 'compare');
        await pin(frame);
        assert.match((await labels(frame))[0], /Pinned run 1/);
      }),
  );

  // Fails with: the table built anew.
  test(`${browser}: while the run changes, the table keeps the focus, what is being typed, and all that stays as it was`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      await openAnalysis(frame, 'compare');
      await pin(frame);
      await settle(frame);
      await focus(frame, at.pinnedNames);
      await page.keyboard.press('End');
      await page.keyboard.type(' as it');
      await frame.evaluate(() => {
        window.changed = [];
        const note = (records) => window.changed.push(...records.map(({target}) => target.parentElement?.cellIndex));
        new MutationObserver(note).observe(part(at.comparisonHead), {
          ...{subtree: true, childList: true, characterData: true, attributes: true},
        });
      });
      await enter(frame, 'cell.d', '40');
      await settle(frame);
      await page.keyboard.type(' was');
      assert.equal(await read(frame, at.pinnedNameFocused, ({value}) => value), 'RS as it was');
      assert.deepEqual((await columns(frame)).d, ['40\u00a0pA', '100\u00a0pA']);
      assert.deepEqual(await frame.evaluate(() => window.changed), []);
      await page.keyboard.press('Enter');
      await settle(frame);
      assert.match(await text(frame, at.said('compare')), /“RS as it was”/);
    }));

  // Fails with: nothing kept; a link overruled by what was kept; an old state drawn as it is.
  test(`${browser}: what was left off comes back, a link is followed to the letter, and a broken state harms nothing`, () =>
    withLab({browser, hash: 'IB'}, async ({page, frame, requests}) => {
      await enter(frame, 'cell.d', '77');
      await openAnalysis(frame, 'compare');
      await pin(frame);
      await press(frame, at.swap);
      await openAnalysis(frame, 'rate');
      assert.equal((await enter(frame, 'current_range.to', '300')).problem, '');
      await pause(600);
      const again = async (change = '') => {
        await pause(600); // by now the change has been stored
        await page.evaluate(change || '0');
        await page.reload();
        await ready(page);
        requests.length = 0; // reloading the document is one request
        return page.mainFrame();
      };
      let lab = await again();
      assert.equal(await shown(lab, 'cell.d'), '77');
      assert.equal(await openedAnalysis(lab), 'rate');
      assert.equal(await isOn(lab, at.swap), true);
      assert.equal(await shown(lab, 'current_range.to'), '300');
      await openAnalysis(lab, 'compare');
      assert.equal(await howMany(lab, at.pinnedNames), 1);
      // Another link in the same tab opens that link, not the stored state.
      lab = await again("history.replaceState(null, '', '#RS')");
      assert.equal(await shown(lab, 'cell.d'), '100');
      // A new tab without a link restores what was last used, and says so; pinning a run counts as use.
      await openAnalysis(lab, 'compare');
      await pin(lab);
      await pause(600);
      lab = await again("sessionStorage.clear(); history.replaceState(null, '', location.pathname)");
      assert.match(await text(lab, at.message), /where you left off/);
      await openAnalysis(lab, 'compare');
      assert.ok((await howMany(lab, at.pinnedNames)) > 0);
      lab = await again(
        "history.replaceState(null, '', '#CH'); Storage.prototype.setItem.call(sessionStorage, 'izhikevich-lab', JSON.stringify({...JSON.parse(sessionStorage.getItem('izhikevich-lab') ?? localStorage.getItem('izhikevich-lab')), address: {opened: location.href, wrote: location.href}, preset: 'CH', runs: [{cell: {C: -5, d: 99}}]})); addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)",
      );
      assert.equal(await shown(lab, 'cell.d'), '99');
      assert.match(await text(lab, at.message), /C = −5/);
      lab = await again("sessionStorage.setItem('izhikevich-lab', '{rubbish'); history.replaceState(null, '', '#CH')");
      assert.equal(await shown(lab, 'cell.d'), '150');
      // A state of an unknown version is reported, and none of it is used.
      lab = await again(
        `sessionStorage.setItem('izhikevich-lab', '{"version": 99, "preset": "CH", "runs": [{"cell": {"d": 1}}]}'); addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)`,
      );
      assert.equal(await shown(lab, 'cell.d'), '150');
      assert.match(await text(lab, at.message), /another version/);
      requests.length = 0;
    }));

  // Fails with: nothing said.
  test(`${browser}: where the browser keeps nothing, that is said, with another way`, () =>
    withLab(
      {
        browser,
        hash: 'RS',
        before: (page) =>
          page.evaluateOnNewDocument(() => {
            Storage.prototype.setItem = () => {
              throw new DOMException('refused', 'SecurityError');
            };
          }),
      },
      async ({frame}) => {
        assert.equal(await text(frame, at.message), '');
        await enter(frame, 'cell.d', '80');
        await settle(frame);
        assert.match(await text(frame, at.message), /does not let the page keep anything.*table/);
        await openHelp(frame);
        assert.match(await text(frame, at.helpKept), /does not let the page keep anything/);
      },
    ));

  // Fails with: the author's set-up reset to the preset.
  test(`${browser}: a set-up that came with the page is opened, and can be returned to`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'izhikevich-'));
    const file = join(folder, 'lab.html');
    const state = {version: 1, preset: 'CH', runs: [{cell: {d: 123}}], edited: true};
    const given = `<script type="application/json" id="initial-state">${JSON.stringify(state)}</script>`;
    writeFileSync(
      file,
      readFileSync(site, 'utf8').replace('<template id="licences">', `${given}<template id="licences">`),
    );
    try {
      await withLab({browser, file, mode: 'file'}, async ({frame}) => {
        assert.equal(await shown(frame, 'cell.d'), '123');
        await enter(frame, 'cell.d', '50');
        await press(frame, at.resetAuthor);
        assert.equal(await shown(frame, 'cell.d'), '123');
        await reset(frame);
        assert.equal(await shown(frame, 'cell.d'), '150');
      });
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
}
