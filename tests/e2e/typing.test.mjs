// typing.test.mjs: numbers as people write them: with a suitable keypad, ambiguous separators, units, and the dashes of
// printed papers; in every field of the page.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wasm} from '../support.mjs';
import {
  about,
  allWithin,
  at,
  changeLanguage,
  choose,
  counts,
  describedBy,
  enter,
  focus,
  goto,
  hasFocus,
  inOne,
  numberOf,
  openAnalysis,
  part,
  parts,
  press,
  read,
  readAll,
  select,
  settle,
  shown,
  spaced,
  text,
  type,
  within,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

const core = await wasm();
const schema = core.schema();

/** Every number field that the schema knows, by its id. */
const known = new Map();
(function learn(fields) {
  for (const field of fields) {
    if (field.type === 'number') known.set(field.id, field);
    learn([...(field.fields ?? []), ...(field.kinds ?? []).flatMap((kind) => kind.fields)]);
  }
})([...schema.fields, ...Object.values(schema.questions).flatMap(({fields}) => fields)]);

/** In the page: every number field with its path, and how a phone would type into it. */
const fieldsOnPage = () =>
  parts(at.numberFields).map((row) => ({
    path: about(row).path,
    keypad: numberOf(row).getAttribute('inputmode'),
    type: numberOf(row).type,
  }));

/** The schema's id of a field on the page: a stimulus in the list is of some kind, the one within reach of the thumb too. */
const fieldOf = (path, kind) =>
  known.get(
    path === 'quick'
      ? `stimulus.${kind}.${kind === 'step' ? 'amplitude' : 'to'}`
      : path.replace(/^stimulus\.\d+/, `stimulus.${kind}`),
  );

const ANALYSES = ['rate', 'thresholds', 'map', 'bifurcation'];

/** The page with every kind of field on it: calls `use` with the fields and the kind of the stimulus, several times. */
async function everyField(frame, use) {
  for (const id of ['note-1', 'note-8']) {
    const kind = id === 'note-8' ? 'ramp' : 'step';
    await goto(frame, id);
    await choose(frame, 'initial', 'at');
    await choose(frame, 'solver', 'rk4');
    for (const tab of ANALYSES) {
      await openAnalysis(frame, tab);
      await settle(frame);
    }
    await openAnalysis(frame, 'bifurcation');
    await select(frame, at.sweptParameter, 'b');
    await frame.waitForFunction(() => part(at.field('sweep.current')));
    await use(await frame.evaluate(fieldsOnPage), kind);
  }
}

for (const browser of browsers) {
  test(`${browser}: where a negative number is valid, no field asks for a keypad that may lack the minus`, () =>
    withLab({browser}, async ({frame}) => {
      const seen = new Set();
      await everyField(frame, (fields, kind) => {
        for (const {path, keypad, type} of fields) {
          const field = fieldOf(path, kind);
          assert.ok(field, path);
          seen.add(field.id);
          assert.equal(type, 'text', path);
          assert.equal(keypad, field.hard.low < 0 ? null : 'decimal', `${path} from ${field.hard.low}`);
        }
      });
      // All fields of the schema, except those of other kinds and the varied stimulus, which is a list.
      const elsewhere = /^solver\.euler|^protocol\.stimulus$/;
      const unseen = [...known.keys()].filter((id) => !seen.has(id) && !elsewhere.test(id));
      assert.deepEqual(unseen, []);
    }));

  // Fails with: a caret set where the pointer comes up; the text of the box left as it is after Enter.
  inOne(browser)(`${browser}: what is typed into a box after a click, Tab or Enter replaces its text`, () =>
    withLab({browser, hash: 'IB'}, async ({page, frame}) => {
      for (const path of ['cell.b', 'cell.c', 'quick']) {
        const where = at.number(path);
        const replaced = async (how, typed) => {
          await page.keyboard.type(typed);
          await settle(frame);
          assert.equal(await read(frame, where, ({value}) => value), typed, `${path}: ${how}`);
        };
        await page.mouse.click(
          ...(await read(frame, where, (box) => {
            const {left, top, width, height} = box.getBoundingClientRect();
            return [left + width * 0.7, top + height / 2];
          })),
        );
        await replaced('a click', '12.5');
        await page.keyboard.press('Enter');
        await replaced('Enter', '3.5');
        await frame.evaluate(() => document.activeElement.blur());
        await focus(frame, where);
        await page.keyboard.press('Tab');
        await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
        await replaced('Tab', '2.5');
        // A second click sets the caret.
        await page.mouse.click(
          ...(await read(frame, where, (box) => {
            const {left, top, width, height} = box.getBoundingClientRect();
            return [left + width / 2, top + height / 2];
          })),
        );
        assert.ok(
          await read(frame, where, (box) => box.selectionStart === box.selectionEnd),
          `${path}: a second click`,
        );
      }
    }),
  );

  test(`${browser}: what may be two numbers is asked about, and the run stays until it is answered`, () =>
    withLab({browser}, async ({page, frame}) => {
      const path = 'stimulus.0.amplitude';
      const asked = () =>
        read(frame, at.question(path), (node) =>
          node.hidden
            ? null
            : [within(node, at.questionText), ...allWithin(node, at.button)].map(({textContent}) => textContent),
        );
      const before = await text(frame, at.sentence);
      assert.equal((await enter(frame, path, '1,000')).problem, '');
      await settle(frame);
      assert.deepEqual(await asked(), ['“1,000” can be read in two ways. Which number is meant?', '1', '1000']);
      assert.equal(await text(frame, at.sentence), before);
      assert.deepEqual(await counts(frame), [6]);
      // It is described, and the buttons have names with their unit.
      const described = await read(frame, at.number(path), (input) =>
        describedBy(input)
          .map(({textContent}) => textContent)
          .join(' '),
      );
      assert.match(described, /can be read in two ways/);
      assert.deepEqual(
        await readAll(frame, at.answers(path), (all) => all.map((one) => one.getAttribute('aria-label'))),
        ['1\u00a0pA', '1000\u00a0pA'],
      );
      await frame.waitForFunction(() => /two ways/.test(part(at.status).textContent));

      // By keyboard: the next two stops are the answers.
      await focus(frame, at.number(path));
      await page.keyboard.press('Tab');
      assert.equal(await frame.evaluate(() => document.activeElement.textContent), '1');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await settle(frame);
      assert.equal(await asked(), null);
      assert.equal(await shown(frame, path), '1000');
      assert.ok(await hasFocus(frame, at.number(path)));
      const strong = (await counts(frame))[0];
      assert.ok(strong > 50, `${strong} spikes at 1000 pA`);

      // Escape takes the question back, and the field shows what the run has.
      await enter(frame, path, '10,000');
      assert.deepEqual((await asked()).slice(1), ['10', '10000']);
      await focus(frame, at.number(path));
      await page.keyboard.press('Escape');
      assert.equal(await asked(), null);
      assert.equal(await shown(frame, path), '1000');
      assert.deepEqual(await counts(frame), [strong]);

      // Typing on answers it as well; the other answer by a click.
      await type(page, frame, path, '70,000');
      assert.deepEqual((await asked()).slice(1), ['70', '70000']);
      await page.keyboard.type('5');
      await settle(frame);
      assert.equal(await asked(), null);
      await enter(frame, path, '70,000');
      await press(frame, at.answers(path));
      assert.equal(await shown(frame, path), '70');
      assert.deepEqual(await counts(frame), [6]);

      // Another preset, and there is nothing left to ask.
      await enter(frame, path, '1,000');
      await goto(frame, 'IB');
      assert.equal(await asked(), null);
      // Texts with only one reading.
      for (const [written, number] of [
        ['1.000', '1'],
        ['1,234.5', '1234.5'],
        ['7,5', '7.5'],
        ['0,070', '0.07'],
        ['1 000', '1000'],
        ['–60', '-60'],
        ['0.07 nA', '70'],
        ['"70"', '70'],
      ]) {
        assert.equal((await enter(frame, path, written)).problem, '', written);
        assert.equal(await asked(), null, written);
        await read(frame, at.number(path), (input) => input.dispatchEvent(new Event('change')));
        await settle(frame); // the run, and with it the field, is drawn in the next frame
        assert.equal(await shown(frame, path), number, written);
      }
      await settle(frame);
      const regular = await text(frame, at.sentence);
      // A quantity of another kind is refused by its name, and the last number stays.
      assert.equal(
        (await enter(frame, path, '70 mV')).problem,
        '“70 mV” is a voltage; stimulus 1, amplitude is a current, given in pA (allowed: −1000000 to 1000000 pA).',
      );
      await settle(frame);
      assert.equal(await text(frame, at.sentence), regular);
      assert.equal((await enter(frame, 'cell.vr', '-0.06 V')).problem, '');
      assert.equal((await enter(frame, 'cell.k', '0.7nS_per_mV')).problem, '');
      await settle(frame);
    }));

  inOne(browser)(
    `${browser}: in every field of the page, in both languages, rubbish is refused in a whole sentence`,
    () =>
      withLab({browser}, async ({frame}) => {
        const rubbish = [
          '0x46',
          'Infinity',
          'NaN',
          '1e',
          '--5',
          '1_000',
          '12,34,567',
          '"',
          'a "7" b',
          '# #1 $& @',
          '5 mol',
          '5 C/V/V',
        ];
        for (const language of ['en', 'es']) {
          if (language === 'es') await changeLanguage(frame);
          await everyField(frame, async (fields, kind) => {
            const runs = await text(frame, at.sentence);
            for (const {path} of fields) {
              const {hard, unit} = fieldOf(path, kind);
              const good = await shown(frame, path);
              for (const written of rubbish) {
                const {problem, invalid} = await enter(frame, path, written);
                const what = `${language}, ${path} = ${written}: ${problem}`;
                assert.ok(invalid, what);
                const [open, close] = language === 'es' ? '«»' : '“”';
                assert.ok(problem.includes(open + written + close), what);
                assert.doesNotMatch(problem.replaceAll(written, ''), /undefined|null|NaN|[#@]/, what);
                const [low, high] = [hard.low, hard.high].map((end) => {
                  const plain = String(end).replace('-', '−');
                  return language === 'es' ? plain.replace('.', ',') : plain;
                });
                const of = path.startsWith('sweep.') && /from|to/.test(path) ? 'nS' : unit;
                const range = language === 'es' ? `(permitido: de ${low} a ${high}` : `(allowed: ${low} to ${high}`;
                assert.ok(problem.endsWith(`${range}${of && ` ${of}`}).`), `${what} has ${range} ${of}`);
              }
              await enter(frame, path, good);
            }
            await settle(frame);
            assert.equal(await text(frame, at.sentence), runs);
          });
        }
      }),
  );

  inOne(browser)(`${browser}: the numbers of two spikes are read like any other`, () =>
    withLab({browser}, async ({frame}) => {
      await read(frame, at.interval, (details) => (details.open = true));
      const give = (index, written) =>
        readAll(
          frame,
          at.intervalInputs,
          (all, index, written) => {
            all[index].value = written;
            all[index].dispatchEvent(new Event('input'));
            return all[index].getAttribute('aria-invalid');
          },
          index,
          written,
        );
      assert.equal(await give(0, '"1"'), 'false');
      assert.equal(await give(1, ' 3 '), 'false');
      await settle(frame);
      assert.match(spaced(await text(frame, at.intervalSaid)), /^ISI between spikes 1 and 3: /);
      for (const wrong of ['1.5', '0', '-1', '7', '1,000', 'x', '0x1'])
        assert.equal(await give(1, wrong), 'true', wrong);
    }),
  );
}
