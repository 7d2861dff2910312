// third-language.test.mjs: one more language is one more file.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {root} from '../support.mjs';
import {pageWith} from './built.mjs';
import {
  ANALYSES,
  at,
  closeDialog,
  open,
  openAnalysis,
  openHelp,
  openTables,
  parts,
  pin,
  press,
  read,
  readAll,
  ready,
  select,
  settle,
  shown,
  textsOf,
  watchDrawnTexts,
} from './lab.mjs';
import {browsers} from './support.mjs';

let page;

before(async () => {
  page = await pageWith('third-language', {languages: [join(root, 'tests/e2e/pages/third-language.js')]});
});

/** What of a text stands outside of brackets, and may be a word: no unit, symbol or formula. */
function outside(text) {
  let depth = 0;
  const bare = Array.from(text, (letter) => {
    if (letter === '⟦') depth += 1;
    if (letter === '⟧') depth -= 1;
    return depth > 0 || letter === '⟧' ? ' ' : letter;
  }).join('');
  return bare.match(/\p{L}{4,}/gu) ?? [];
}

/** The name of the lab and those of the languages are the same in all of them. */
const SAME = /^(Izhikevich|English|Español|Bracketed)$/;

async function heldToBrackets(frame, where) {
  const texts = await frame.evaluate(textsOf, at.lab, at.language);
  assert.ok(texts.filter((text) => text.includes('⟦')).length > 40, where);
  const left = texts.filter((text) => outside(text).some((word) => !SAME.test(word)));
  assert.deepEqual(left, [], where);
  // No decimal point is left, except in file names, in the version, and in tables, which programs read.
  const prose = await frame.evaluate(textsOf, at.lab, [at.language, at.tableNumbers].join());
  const points = prose.filter((text) => /\d\.\d/.test(text.replace(/\w+\.py|\d+\.\d+\.\d+/g, '')));
  assert.deepEqual(points, [], where);
}

for (const browser of browsers)
  test(`${browser}: a language in one file is offered, spoken everywhere, and remembered`, async () => {
    const {frame, page: tab, errors, close} = await open({browser, file: page, before: watchDrawnTexts});
    try {
      await ready(frame);
      // With three languages there is a list, with each language's own name.
      const offered = () => readAll(frame, at.languages, (all) => all.map(({textContent}) => textContent));
      assert.deepEqual(await offered(), ['English', 'Español', 'Bracketed']);
      assert.equal(await read(frame, at.language, ({value}) => value), 'en');
      await select(frame, at.language, 'qx');
      await settle(frame);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'qx');
      assert.equal(await read(frame, at.language, ({value}) => value), 'qx');
      assert.equal(await shown(frame, 'cell.a'), '0,03');
      await frame.evaluate(() => (window.drawnTexts.length = 0));

      for (const name of ANALYSES) {
        await openAnalysis(frame, name);
        if (name === 'compare') await pin(frame);
        await frame.waitForFunction(
          (name) => parts(at.stop(name)).every((stop) => stop.matches(at.idle)),
          {timeout: 60e3},
          name,
        );
        await settle(frame);
        await heldToBrackets(frame, name);
      }
      // What is refused, and the tables.
      await read(frame, at.number('cell.C'), (number) => {
        number.value = '-1,5';
        number.dispatchEvent(new Event('input', {bubbles: true}));
      });
      await settle(frame);
      assert.match(await read(frame, at.problem('cell.C'), ({textContent}) => textContent), /^⟦.*−1,5.*⟧$/);
      await press(frame, at.tableOf('bifurcation'));
      await heldToBrackets(frame, 'a table of an analysis');
      await closeDialog(frame);
      await openTables(frame);
      await heldToBrackets(frame, 'the tables of the run');
      await closeDialog(frame);
      await openHelp(frame);
      await heldToBrackets(frame, 'the help');
      // What the plots have written in them.
      const drawn = await frame.evaluate(() => [...new Set(window.drawnTexts.map(({text}) => text))]);
      assert.ok(
        drawn.some((text) => text.includes('⟦')),
        'plots write, too',
      );
      assert.deepEqual(
        drawn.filter((text) => outside(text).length),
        [],
      );

      await tab.reload({waitUntil: 'load'});
      await ready(frame);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'qx', 'remembered');
      await heldToBrackets(frame, 'after a reload');
      assert.deepEqual(errors, []);
    } finally {
      await close();
    }
  });
