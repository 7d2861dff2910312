// asked.test.mjs: a question or an error beside a number lasts until the number changes in any way; while a question
// is open, the run stays as it was before the first key.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  allWithin,
  at,
  changeLanguage,
  choose,
  counts,
  enter,
  focus,
  goto,
  inOne,
  openAnalysis,
  press,
  read,
  readAll,
  reset,
  settle,
  shown,
  text,
  type,
  undo,
  unlessHidden,
  withLab,
  within,
} from './lab.mjs';
import {browsers} from './support.mjs';

/** The answers that a field offers; null where it asks nothing. */
const asked = (frame, path) =>
  read(frame, at.question(path), (node) =>
    node.hidden ? null : allWithin(node, at.button).map(({textContent}) => textContent),
  );
const refused = (frame, path) => unlessHidden(frame, at.problem(path));
/** Moves a slider as a user would. */
const slide = async (frame, path, value) => {
  await read(
    frame,
    at.slider(path),
    (slider, value) => {
      slider.value = value;
      slider.dispatchEvent(new Event('input', {bubbles: true}));
      slider.dispatchEvent(new Event('change', {bubbles: true}));
    },
    value,
  );
  await settle(frame);
};
const key = async ({page, frame}, selector, name) => {
  await focus(frame, selector);
  await page.keyboard.press(name);
  await settle(frame);
};
const AMPLITUDE = 'stimulus.0.amplitude';

for (const browser of browsers) {
  test(`${browser}: a value that comes from elsewhere closes the question and the refusal beside its field`, () =>
    withLab({browser, hash: 'RS'}, async (lab) => {
      const {frame} = lab;
      const moves = {
        'its own slider': () => slide(frame, AMPLITUDE, '90'),
        'the keys of its slider': () => key(lab, at.slider(AMPLITUDE), 'ArrowRight'),
        'the grip in the plot': () => key(lab, at.grip('height'), 'ArrowUp'),
        'the dot that goes back': () => press(frame, at.backToPreset(AMPLITUDE)),
        'a step back': () => undo(frame),
        Reset: () => reset(frame),
      };
      for (const [what, move] of Object.entries(moves))
        for (const written of ['1,000', 'xyz']) {
          if (what === 'a step back') await slide(frame, AMPLITUDE, '90');
          await enter(frame, AMPLITUDE, written);
          await settle(frame);
          if (written === 'xyz') assert.match(await refused(frame, AMPLITUDE), /xyz/);
          else assert.deepEqual(await asked(frame, AMPLITUDE), ['1', '1000'], what);
          await move();
          assert.equal(await asked(frame, AMPLITUDE), null, what);
          assert.equal(await refused(frame, AMPLITUDE), '', what);
          assert.notEqual(await shown(frame, AMPLITUDE), written, what);
        }
      await enter(frame, 'cell.c', '1,000');
      assert.deepEqual(await asked(frame, 'cell.c'), ['1', '1000']);
      await key(lab, at.level('c'), 'ArrowUp');
      assert.equal(await asked(frame, 'cell.c'), null);
    }));

  inOne(browser)(`${browser}: Reset and another preset clear the ranges of an analysis as well`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      for (const [tab, path, question] of [
        ['rate', 'current_range.to', '2,000'],
        ['thresholds', 'duration_range.to', '1,000'],
        ['bifurcation', 'sweep.to', '1,000'],
      ]) {
        await openAnalysis(frame, tab);
        await settle(frame);
        const before = await shown(frame, path);
        for (const written of [question, 'xyz'])
          for (const away of ['reset', 'preset']) {
            await enter(frame, path, written);
            assert.equal((await asked(frame, path)) !== null, written !== 'xyz', path);
            if (away === 'reset') await reset(frame);
            else {
              await openAnalysis(frame, 'plane');
              await goto(frame, 'IB');
              await goto(frame, 'RS');
              await openAnalysis(frame, tab);
            }
            await settle(frame);
            assert.equal(await asked(frame, path), null, `${path}, ${away}`);
            assert.equal(await refused(frame, path), '', `${path}, ${away}`);
            assert.equal(await shown(frame, path), before, `${path}, ${away}`);
          }
      }
    }),
  );

  test(`${browser}: typed key by key, the run that a question stands over is the one from before the first key`, () =>
    withLab({browser, hash: 'RS'}, async ({page, frame}) => {
      const before = await text(frame, at.sentence);
      await type(page, frame, AMPLITUDE, '1,000');
      assert.deepEqual(await asked(frame, AMPLITUDE), ['1', '1000']);
      assert.equal(await text(frame, at.sentence), before);
      assert.deepEqual(await counts(frame), [6]);
      assert.equal(await shown(frame, AMPLITUDE), '1,000', 'the text stays');
      await page.keyboard.press('Escape');
      await settle(frame);
      assert.equal(await asked(frame, AMPLITUDE), null);
      assert.equal(await shown(frame, AMPLITUDE), '70');
      assert.deepEqual(await counts(frame), [6]);
      // With one more digit the text is no longer ambiguous; without it the question is back, and so is the run.
      await type(page, frame, AMPLITUDE, '1,0000');
      assert.equal(await asked(frame, AMPLITUDE), null);
      assert.deepEqual(await counts(frame), [0]);
      await page.keyboard.press('Backspace');
      await settle(frame);
      assert.deepEqual(await asked(frame, AMPLITUDE), ['1', '1000']);
      assert.deepEqual(await counts(frame), [6]);
      // The question stays when the focus leaves the field.
      await page.keyboard.press('Tab');
      await settle(frame);
      assert.deepEqual(await counts(frame), [6]);
      await page.keyboard.press('Escape');
      await settle(frame);
      assert.equal(await shown(frame, AMPLITUDE), '70');
      // A question asked later leaves the value that was entered last.
      await type(page, frame, AMPLITUDE, '80');
      await page.keyboard.press('Enter');
      const eighty = await text(frame, at.sentence);
      await type(page, frame, AMPLITUDE, '2,000');
      assert.equal(await text(frame, at.sentence), eighty);
      await page.keyboard.press('Escape');
      assert.equal(await shown(frame, AMPLITUDE), '80');
    }));

  inOne(browser)(`${browser}: a reading that a field cannot take is none`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      // vr lies between -10000 and 10000 mV: -60,000 can only mean -60.
      assert.deepEqual(await enter(frame, 'cell.vr', '-60,000'), {problem: '', invalid: false, children: 0});
      assert.equal(await asked(frame, 'cell.vr'), null);
      await read(frame, at.number('cell.vr'), (input) => input.dispatchEvent(new Event('change')));
      await settle(frame);
      assert.equal(await shown(frame, 'cell.vr'), '-60');
      // k is at most 1000 nS/mV and at least 0.0001: both readings of 1,001 but one are beyond it.
      await enter(frame, 'cell.k', '1,001');
      assert.equal(await asked(frame, 'cell.k'), null);
      // Neither reading is valid: a capacitance is not negative.
      const {problem} = await enter(frame, 'cell.C', '-1,000');
      assert.equal(await asked(frame, 'cell.C'), null);
      assert.match(problem, /allowed: 0\.001 to 1000000 pF/);
    }),
  );

  inOne(browser)(`${browser}: a question in a panel that scrolls comes into sight, with both answers`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      await openAnalysis(frame, 'thresholds');
      await settle(frame);
      await enter(frame, 'duration_range.to', '1,000');
      await settle(frame);
      const hit = await readAll(frame, at.answers('duration_range.to'), (all) =>
        all.map((button) => {
          const {x, y, width, height} = button.getBoundingClientRect();
          return document.elementFromPoint(x + width / 2, y + height / 2) === button;
        }),
      );
      assert.deepEqual(hit, [true, true]);
    }),
  );

  inOne(browser)(`${browser}: which steps see a current is said in the page's words, in both languages`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      for (const [ends, words] of [
        [/one that starts just as it ends does not/, /Which steps/],
        [/uno que empieza justo cuando acaba, no/, /Qué pasos/],
      ]) {
        await choose(frame, 'solver', 'rk4');
        const [said, title, titles] = await read(frame, at.field('solver.rk4.edge'), (row) => [
          within(row, at.hint).textContent,
          row.title,
          allWithin(row, at.options).map((option) => option.title),
        ]);
        assert.match(said, ends);
        assert.match(title, words);
        assert.doesNotMatch(title + said, /\((at|after)\)|onset\)|>=/);
        assert.equal(titles.filter(Boolean).length, 2);
        const sentences = `${title} ${said}`.split(/(?<=[.;]) /);
        assert.equal(new Set(sentences).size, sentences.length, 'no sentence twice');
        await changeLanguage(frame);
        await settle(frame);
      }
    }),
  );

  inOne(browser)(`${browser}: on a phone the thumb's field and the controls are one value`, () =>
    withLab({browser, hash: 'RS', width: 390, height: 844}, async ({frame}) => {
      await enter(frame, 'quick', '1,000');
      assert.deepEqual(await asked(frame, 'quick'), ['1', '1000']);
      await enter(frame, AMPLITUDE, '90');
      await settle(frame);
      assert.equal(await asked(frame, 'quick'), null);
      assert.equal(await shown(frame, 'quick'), '90');
      await enter(frame, 'quick', '1,000');
      await slide(frame, 'quick', '80');
      assert.equal(await asked(frame, 'quick'), null);
      assert.equal(await shown(frame, AMPLITUDE), '80');
    }),
  );
}
