// analyses.test.mjs: one more analysis is one more file.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {root} from '../support.mjs';
import {pageWith} from './built.mjs';
import {ANALYSES, analysesOffered, at, open, openAnalysis, part, read, ready} from './lab.mjs';
import {browsers} from './support.mjs';

let page;

before(async () => {
  page = await pageWith('analyses', {analyses: [join(root, 'tests/e2e/pages/dummy.js')]});
});

/** In the page, before it starts: makes every worker fail. */
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
        await ready(frame);
        // It has a tab of its own, after the other analyses, before what is no analysis by itself.
        const last = ['compare', 'findings', 'details'];
        const others = ANALYSES.filter((name) => !last.includes(name));
        assert.deepEqual(await analysesOffered(frame), [...others, 'dummy', ...last]);
        await openAnalysis(frame, 'dummy');
        const drawn = async (enough) => {
          await frame.waitForFunction(enough);
          return read(frame, at.analysis('dummy'), ({textContent}) => JSON.parse(textContent));
        };
        // A cell of b < 0 rests at vr, the lower root of k (v - vr)(v - vt) = b (v - vr): -60 mV for regular spiking.
        assert.deepEqual(await drawn(() => /"done":true/.test(part(at.analysis('dummy')).textContent)), {
          found: {v: -60, by},
          done: true,
          pinned: 0,
          ghosts: [],
        });
        // Pins the run, and changes the one on show.
        await frame.evaluate(() => {
          part(at.opener('compare')).click();
          part(at.pin).click();
          const number = part(at.number('cell.vr'));
          number.value = '-65';
          number.dispatchEvent(new Event('input', {bubbles: true}));
          part(at.opener('dummy')).click();
        });
        const both = () => /"v":-65.*"ghosts":\[\{"v":-60/.test(part(at.analysis('dummy')).textContent);
        const {pinned, ghosts} = await drawn(both);
        assert.deepEqual([pinned, ghosts], [1, [{v: -60, by}]]);
        assert.deepEqual(errors, []);
      } finally {
        await close();
      }
    });
