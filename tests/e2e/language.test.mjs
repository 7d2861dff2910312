// language.test.mjs: the page in Spanish, by its address and by its button; the decimal comma; the words that are explained.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled} from '../support.mjs';
import {enter, press, settle, shown, text, type, withLab, inOne} from './lab.mjs';
import {browsers} from './support.mjs';

const {en, es} = await bundled('tests/web/words-entry.js');

/** Texts of some length that only one language has. */
function sentences(words, other) {
  const leaves = (one) => (typeof one === 'object' ? Object.values(one).flatMap(leaves) : [one]);
  const theirs = new Set(leaves(other));
  return leaves(words).filter((one) => typeof one === 'string' && one.length > 3 && !theirs.has(one));
}
const english = sentences(en, es);

/** In the page: everything that stands there for people, by eye or by ear; English words that no Spanish text has. */
function read(english) {
  const skip = (node) =>
    node.parentElement?.closest('[hidden], script, style, template, noscript, pre, [lang]:not(html)');
  const found = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) if (!skip(nodes.currentNode)) found.push(nodes.currentNode.data.trim());
  for (const node of document.querySelectorAll('[aria-label], [title], [aria-valuetext], [placeholder]'))
    if (!node.closest('#language'))
      for (const name of ['aria-label', 'title', 'aria-valuetext', 'placeholder'])
        found.push(node.getAttribute(name) ?? '');
  const texts = found.filter(Boolean);
  const whole = new Set(texts);
  return {
    language: document.documentElement.lang,
    english: english.filter((one) => whole.has(one)),
    // Titles of books stay as they are.
    words: texts.filter((one) =>
      /\b(the|is|of|and|with|from|spikes?|rest)\b/i.test(
        one.replace(
          /Dynamical Systems in Neuroscience|Spiking dynamics of .*fire neurons|Izhikevich quadratic model for spiking neurons|Doing Physics with Python/g,
          '',
        ),
      ),
    ),
  };
}

const SPANISH = {language: 'es', english: [], words: []};

for (const browser of browsers) {
  inOne(browser)(
    `${browser}: the page is Spanish where its address says so, with decimal commas, and changes without losing the run`,
    async () => {
      await withLab({browser, search: '?lang=es', hash: 'IB'}, async ({page, frame}) => {
        for (const tab of ['figure', 'compare', 'why', 'rate', 'thresholds', 'map', 'bifurcation']) {
          await press(frame, `#tab-${tab}`);
          await settle(frame);
          assert.deepEqual(await frame.evaluate(read, english), SPANISH, tab);
        }
        assert.equal(await shown(frame, 'cell.a'), '0,01');
        // Fails with: titles written before the core has given the units.
        for (const [name, unit] of Object.entries({v: 'mV', u: 'pA', current: 'pA'}))
          assert.ok((await text(frame, `#title-${name}`)).endsWith(`[${unit}]`), name);
        await type(page, frame, 'cell.a', '0,02');
        assert.match(await text(frame, 'equation-view'), /0,02/);
        assert.equal((await enter(frame, 'cell.C', '1.234,5')).problem, '');
        await settle(frame);
        assert.match(await text(frame, 'equation-view'), /1234,5/);
        // The point before three digits is asked about; the comma is not.
        await enter(frame, 'cell.C', '1.500');
        assert.match(
          await text(frame, '[data-path="cell.C"] .readings'),
          /«1.500» se puede leer de dos maneras.*1,5.*1500/s,
        );
        await enter(frame, 'cell.a', '0,500');
        assert.equal(await frame.$eval('[data-path="cell.a"] .readings', (node) => node.hidden), true);
        await enter(frame, 'cell.a', '0,02');
        assert.match(
          (await enter(frame, 'cell.C', '70 mV')).problem,
          /^«70 mV» es un voltaje; C es una capacitancia, en pF/,
        );
        assert.match((await enter(frame, 'cell.C', '-1')).problem, /^C = −1 pF está fuera de rango/);
        await enter(frame, 'cell.C', '150');
        await settle(frame);
        // What nobody has named is called in the language of the page, with its mark.
        await press(frame, '#tab-compare');
        await press(frame, 'compare-view .pin');
        const pinned = () => frame.$eval('.comparison input', ({value}) => value);
        assert.equal(await pinned(), 'IB, a 0,02');
        assert.match(
          await frame.$eval('trace-view[name=v] canvas', (one) => one.getAttribute('aria-label')),
          /IB, a 0,02/,
        );
        await press(frame, '#tab-figure');

        await press(frame, '#language');
        assert.equal(await frame.evaluate(() => document.documentElement.lang), 'en');
        assert.equal(await shown(frame, 'cell.a'), '0.02');
        await press(frame, '#tab-compare');
        assert.equal(await pinned(), 'IB, a 0.02');
        assert.equal(await text(frame, '#tab-figure'), en.tabs.figure);
        assert.match(await text(frame, '#preset-title'), /^Intrinsically bursting cell/);
        await type(page, frame, 'cell.a', '0,03');
        assert.match(await text(frame, 'equation-view'), /0\.03/);

        // A word is explained as long as it has the focus, or the pointer is on what explains it; Escape takes it away.
        await press(frame, '#tab-why');
        await frame.focus('why-view .term');
        const note = () => frame.$eval('#term-note', (node) => (node.hidden ? '' : node.textContent));
        assert.match(await note(), /^[A-Z][^.]+: /);
        await page.keyboard.press('Escape');
        assert.equal(await note(), '');
        await frame.hover('why-view .term');
        await frame.hover('#term-note');
        await new Promise((done) => setTimeout(done, 400));
        assert.match(await note(), /^[A-Z]/);

        await press(frame, '#language');
        assert.deepEqual(await frame.evaluate(read, english), SPANISH, 'changed to');
      });
    },
  );
}
