// analyses.test.mjs: one more analysis is one more file.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {assemble, optionsWith, packedCore} from '../../web/build/build.mjs';
import {require, root} from '../support.mjs';
import {browsers, open} from './support.mjs';

const page = join(root, 'build/test/analyses.html');

before(async () => {
  const options = optionsWith({analyses: [join(root, 'tests/e2e/pages/dummy.js')]});
  const {outputFiles, workers} = await require('esbuild').build({...options, outdir: join(root, 'build/test')});
  const text = (ending) => outputFiles.find(({path}) => path.endsWith(ending)).text;
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lab</title><link rel="icon" href="data:,"></head><body></body></html>';
  mkdirSync(join(root, 'build/test'), {recursive: true});
  const core = await packedCore();
  writeFileSync(page, assemble(html, {script: text('.js'), workers, core, style: text('.css'), texts: ''}));
});

/** In the page, before it starts: no worker is allowed. */
const withoutWorkers = () => {
  window.Worker = class {
    constructor() {
      throw new Error('none here');
    }
  };
};

for (const browser of browsers)
  for (const by of ['the worker', 'the page'])
    test(`${browser}: an analysis in one file is asked, worked on by ${by}, and drawn, of pinned runs too`, async () => {
      const {frame, errors, close} = await open({
        browser,
        file: page,
        before: (tab) => (by === 'the page' ? tab.evaluateOnNewDocument(withoutWorkers) : Promise.resolve()),
      });
      try {
        await frame.waitForSelector('[data-ready]');
        // It has a tab of its own, behind those that are known.
        assert.equal(await frame.$eval('[role=tab]:last-child', ({id}) => id), 'tab-dummy');
        await frame.$eval('#tab-dummy', (tab) => tab.click());
        const drawn = async (enough) => {
          await frame.waitForFunction(enough);
          return frame.$eval('dummy-view', ({textContent}) => JSON.parse(textContent));
        };
        // A cell of b < 0 rests at vr, the lower root of k (v - vr)(v - vt) = b (v - vr): -60 mV for regular spiking.
        assert.deepEqual(await drawn(() => /"done":true/.test(document.querySelector('dummy-view').textContent)), {
          found: {v: -60, by},
          done: true,
          pinned: 0,
          ghosts: [],
        });
        // A run is pinned, and the one on show becomes another.
        await frame.evaluate(() => {
          document.querySelector('#tab-compare').click();
          document.querySelector('compare-view .pin').click();
          const number = document.querySelector('[data-path="cell.vr"] .number');
          number.value = '-65';
          number.dispatchEvent(new Event('input', {bubbles: true}));
          document.querySelector('#tab-dummy').click();
        });
        const both = () => /"v":-65.*"ghosts":\[\{"v":-60/.test(document.querySelector('dummy-view').textContent);
        const {pinned, ghosts} = await drawn(both);
        assert.deepEqual([pinned, ghosts], [1, [{v: -60, by}]]);
        assert.deepEqual(errors, []);
      } finally {
        await close();
      }
    });
