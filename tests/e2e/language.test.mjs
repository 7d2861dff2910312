// language.test.mjs: the page in Spanish, by address and by button; decimal commas; the explanations of terms.
import assert from 'node:assert/strict';
import {bundled} from '../support.mjs';
import {
  ANALYSES,
  at,
  changeLanguage,
  enter,
  equation,
  focus,
  hover,
  inOne,
  isHidden,
  openAnalysis,
  parts,
  pin,
  read,
  settle,
  shown,
  spokenName,
  text,
  type,
  unlessHidden,
  withLab,
} from './lab.mjs';
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
function wordsOnPage(english) {
  const skip = (node) => node.parentElement?.closest(at.unread);
  const found = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) if (!skip(nodes.currentNode)) found.push(nodes.currentNode.data.trim());
  for (const node of parts(at.described))
    if (!node.closest(at.language))
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
        for (const tab of ANALYSES) {
          await openAnalysis(frame, tab);
          await settle(frame);
          assert.deepEqual(await frame.evaluate(wordsOnPage, english), SPANISH, tab);
        }
        assert.equal(await shown(frame, 'cell.a'), '0,01');
        // Fails with: titles written before the core has given the units.
        for (const [name, unit] of Object.entries({v: 'mV', u: 'pA', current: 'pA'}))
          assert.ok((await text(frame, at.plotTitle(name))).endsWith(` ${unit}`), name);
        await type(page, frame, 'cell.a', '0,02');
        assert.match(await equation(frame), /a 0,02,/);
        assert.equal((await enter(frame, 'cell.C', '1.234,5')).problem, '');
        await settle(frame);
        assert.match(await equation(frame), /C 1234,5,/);
        // The point before three digits is asked about; the comma is not.
        await enter(frame, 'cell.C', '1.500');
        assert.match(await text(frame, at.question('cell.C')), /«1.500» se puede leer de dos maneras.*1,5.*1500/s);
        await enter(frame, 'cell.a', '0,500');
        assert.equal(await isHidden(frame, at.question('cell.a')), true);
        await enter(frame, 'cell.a', '0,02');
        assert.match(
          (await enter(frame, 'cell.C', '70 mV')).problem,
          /^«70 mV» es un voltaje; C es una capacitancia, en pF/,
        );
        assert.match((await enter(frame, 'cell.C', '-1')).problem, /^C = −1 pF está fuera de rango/);
        await enter(frame, 'cell.C', '150');
        await settle(frame);
        // An unnamed pinned run has a name in the page's language, with its decimal mark.
        await openAnalysis(frame, 'compare');
        await pin(frame);
        const pinned = () => read(frame, at.pinnedNames, ({value}) => value);
        assert.equal(await pinned(), 'IB, a 0,02');
        assert.match(await spokenName(frame, at.canvas('v')), /IB, a 0,02/);
        await openAnalysis(frame, 'plane');

        await changeLanguage(frame);
        assert.equal(await frame.evaluate(() => document.documentElement.lang), 'en');
        assert.equal(await shown(frame, 'cell.a'), '0.02');
        await openAnalysis(frame, 'compare');
        assert.equal(await pinned(), 'IB, a 0.02');
        assert.equal(await text(frame, at.opener('plane')), en.tabs.plane);
        assert.match(await text(frame, at.presetTitle), /^IB, edited/);
        // A decimal comma is read in English, too; what is typed stays as it is until the field is left.
        await type(page, frame, 'cell.a', '0,03');
        assert.match(await equation(frame), /a 0,03,/);
        await page.keyboard.press('Tab');
        await settle(frame);
        assert.match(await equation(frame), /a 0\.03,/);

        // A term's explanation shows while the term has the focus or the pointer is on it; Escape closes it.
        await openAnalysis(frame, 'why');
        await focus(frame, at.term);
        const note = () => unlessHidden(frame, at.termNote);
        assert.match(await note(), /^[A-Z][^.]+: /);
        await page.keyboard.press('Escape');
        assert.equal(await note(), '');
        await hover(frame, at.term);
        await hover(frame, at.termNote);
        await new Promise((done) => setTimeout(done, 400));
        assert.match(await note(), /^[A-Z]/);

        await changeLanguage(frame);
        assert.deepEqual(await frame.evaluate(wordsOnPage, english), SPANISH, 'changed to');
      });
    },
  );
}
