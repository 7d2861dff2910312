// kept.test.mjs: a state stored by an earlier version of the page is restored, or what is lost is named. The states were
// saved by those versions.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {at, howMany, isOn, openAnalysis, openedAnalysis, shown, text, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

const kept = (version) =>
  JSON.parse(readFileSync(new URL(`../reference/kept-page-${version}.json`, import.meta.url), 'utf8'));

/** Opens the page with the storage of another version. */
const withKept = (browser, version, hash, use) =>
  withLab(
    {
      browser,
      hash,
      before: (page) =>
        page.evaluateOnNewDocument((storage) => {
          for (const [key, value] of Object.entries(storage.localStorage)) localStorage.setItem(key, value);
          for (const [key, value] of Object.entries(storage.sessionStorage)) sessionStorage.setItem(key, value);
        }, kept(version)),
    },
    use,
  );

for (const browser of browsers) {
  // Fails with: the steps' edge left to the default; the question that is gone dropped without a word.
  test(`${browser}: a tab left by version 1 has its edits, and says what there no longer is`, () =>
    withKept(browser, 1, 'note-4', async ({frame}) => {
      assert.equal(await shown(frame, 'cell.d'), '140.5');
      assert.equal(await shown(frame, 'duration'), '1500');
      assert.equal(await openedAnalysis(frame), 'thresholds');
      assert.equal(await isOn(frame, at.zoomed), true);
      assert.match(await text(frame, at.message), /step/);
      const runs = await howMany(frame, at.runs);
      assert.ok(runs >= 6, `${runs} runs`);
    }));

  test(`${browser}: a tab left by version 2 has its edits, its pinned run and its range`, () =>
    withKept(browser, 2, 'note-1', async ({frame}) => {
      assert.equal(await shown(frame, 'cell.d'), '140.5');
      assert.equal(await openedAnalysis(frame), 'rate');
      assert.equal(await shown(frame, 'current_range.to'), '600');
      assert.equal(await isOn(frame, at.zoomed), true);
      await openAnalysis(frame, 'compare');
      assert.equal(await howMany(frame, at.pinnedNames), 1);
    }));

  test(`${browser}: a new tab without a link takes up where the version before was left off`, () =>
    withKept(browser, 2, '', async ({frame}) => {
      assert.equal(await shown(frame, 'cell.d'), '140.5');
    }));
}
