// fi.test.mjs: the f-I curve and the thresholds: what they show, how a user reads them, and how they refuse bad input.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wasm} from '../support.mjs';
import {
  addStimulus,
  allWithin,
  ask,
  at,
  closeDialog,
  counts,
  enter,
  focus,
  goto,
  handle,
  howMany,
  inOne,
  isHidden,
  openAnalysis,
  part,
  pause,
  press,
  read,
  readAll,
  reset,
  select,
  settle,
  shown,
  spaced,
  spokenName,
  text,
  withLab,
  within,
} from './lab.mjs';
import {browsers} from './support.mjs';

const engine = await wasm();

/** The label of an analysis's plot for screen readers. */
const plot = (frame, where = 'rate') => spokenName(frame, at.curveCanvas(where));
const answered = async (frame, tab) => {
  await openAnalysis(frame, tab);
  await rested(frame, tab);
};
/** Waits until the analysis is complete; an edit is asked about in the next frame. */
const rested = async (frame, tab) => {
  await settle(frame);
  await frame.waitForFunction((tab) => part(at.rested(tab)), {timeout: 10e3}, tab);
};
const reading = (frame, tab = 'rate') => text(frame, at.readOut(tab));
/** The slider along a curve: its name, its position and what it says. */
const slider = (frame, where = 'rate') =>
  read(frame, at.curveSlider(where), (node) => ({
    name: node.getAttribute('aria-label'),
    now: Number(node.getAttribute('aria-valuenow')),
    most: Number(node.getAttribute('aria-valuemax')),
    says: node.getAttribute('aria-valuetext'),
  }));
/** A touch at a fraction of the plot's width, as synthetic events: puppeteer cannot touch in every browser. */
const touch = (frame, where, share) =>
  read(
    frame,
    at.curveSlider(where),
    (node, share) => {
      const {left, top, width, height} = node.getBoundingClientRect();
      const place = {clientX: left + share * width, clientY: top + height / 2, pointerType: 'touch', bubbles: true};
      for (const type of ['pointerdown', 'pointerup', 'click']) node.dispatchEvent(new PointerEvent(type, place));
    },
    share,
  );

for (const browser of browsers) {
  // 70 pA: the golden run's intervals settle at 147.8545 ms, so 6.7634 Hz, written 6.76. The first interval is
  // 147.79 ms (6.766 Hz), and the first spike comes after 100.02 ms (the measures of that run).
  inOne(browser)(`${browser}: the curve of the regular spiking cell is read by key, by mouse and by finger`, () =>
    withLab({browser}, async ({page, frame}) => {
      await answered(frame, 'rate');
      // Nothing has been read yet, so the button is disabled and looks it.
      assert.deepEqual(await read(frame, at.runThis, (one) => [one.disabled, getComputedStyle(one).opacity < 1]), [
        true,
        true,
      ]);
      assert.match(
        await plot(frame),
        /^Rate against the amplitude of the step 0 to 110\spA\. 0\spA: no spike\. 110\spA: steady/,
      );
      for (const [name, value] of Object.entries({from: '60', to: '80', points: '21'}))
        assert.deepEqual((await enter(frame, `current_range.${name}`, value)).problem, '', name);
      await rested(frame, 'rate');
      // It starts where the run is, at the 11th of 60, 61, ..., 80 pA.
      const start = await slider(frame);
      assert.deepEqual([start.now, start.most], [11, 21]);
      await focus(frame, at.curveSlider('rate'));
      await page.keyboard.press('ArrowLeft');
      assert.match(await reading(frame), /^69\spA/);
      await page.keyboard.press('ArrowRight');
      assert.match(
        await reading(frame),
        /^70\spA: steady 6\.76\sHz \(a cycle of 1 spike\), first interval 6\.77\sHz, first spike after 100\.02\sms\.$/,
      );
      assert.equal((await slider(frame)).says, await reading(frame));
      await page.keyboard.press('End');
      assert.match(await reading(frame), /^80\spA/);
      await page.keyboard.press('Enter');
      await settle(frame);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), '80');

      const box = await (await handle(frame, at.curveCanvas('rate'))).boundingBox();
      await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
      const current = /^([\d.]+)\spA/.exec(await reading(frame))[1];
      assert.ok(current > 60 && current < 80, current);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), '80', 'nothing runs before the click');
      await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2);
      await settle(frame);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), current);

      await touch(frame, 'rate', 0.9);
      await settle(frame);
      const reached = /^([\d.]+)\spA/.exec(await reading(frame))[1];
      assert.ok(Number(reached) > Number(current), reached);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), current, 'a finger reads');
      await press(frame, at.runThis);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), reached);

      // The reading follows the cell, in text and for screen readers; other stimuli stay as they are.
      const before = await reading(frame);
      await enter(frame, 'cell.b', '-5');
      await rested(frame, 'rate');
      assert.notEqual(await reading(frame), before);
      assert.equal((await slider(frame)).says, await reading(frame));
      await addStimulus(frame, 'step');
      await rested(frame, 'rate');
      await press(frame, at.runThis);
      await settle(frame);
      assert.equal(await howMany(frame, at.stimuli), 2);
      assert.equal(await shown(frame, 'stimulus.1.amplitude'), '70');
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), reached);
      await goto(frame, 'CH');
      await answered(frame, 'rate');
      assert.equal((await slider(frame)).says, await reading(frame));
    }),
  );

  // The currents: rheobases from rest without end, found by an independent program, to six decimals without trailing zeros.
  inOne(browser)(`${browser}: where firing begins, and how, for three cells`, () =>
    withLab({browser}, async ({frame}) => {
      const expected = {
        RS: [['51.428571'], 'class 1'],
        IB: [['304.739051', '346.445353'], 'class 2'],
        CH: [['157.594178', '160.15625'], 'bursts'],
      };
      await openAnalysis(frame, 'rate');
      for (const [id, [currents, kind]] of Object.entries(expected)) {
        await goto(frame, id);
        await answered(frame, 'rate');
        const said = await text(frame, at.onsetSaid);
        for (const current of currents) assert.ok(said.includes(`${current}\u00a0pA`), `${id}: ${said}`);
        assert.match(said, /gains [\d.]+\sHz\/pA/);
        assert.ok((await plot(frame)).includes(currents[0]));
        assert.ok((await text(frame, at.classSaid)).toLowerCase().includes(kind), await text(frame, at.classSaid));
      }
      await press(frame, at.nearOnset);
      assert.match(await plot(frame, 'onset'), /powers of ten/);
      assert.match(
        (await slider(frame, 'onset')).says,
        /above the onset: [\d.]+\sHz, [\d.]+ cycles a second of \d+ spikes/,
      );
    }),
  );

  test(`${browser}: a range that cannot be is told beside its field, and the curve stays`, () =>
    withLab({browser}, async ({frame}) => {
      await answered(frame, 'rate');
      const before = await plot(frame);
      const bad = [
        ['to', '-5', /^to = −5 pA must be above from = 0 pA: the range is reversed\.$/],
        ['to', '0', /the range is empty/],
        ['from', 'many', /from = “many” is not a number/],
        ['to', 'Infinity', /to = “Infinity” is not a number/], // a word, not a number too large
        ['points', '2001', /points = 2001 is out of range \(allowed: 2 to 2000\)/],
        ['points', '2.5', /not a whole number/],
      ];
      for (const [name, value, message] of bad) {
        const {problem, invalid} = await enter(frame, `current_range.${name}`, value);
        assert.match(problem, message);
        assert.ok(invalid);
        await settle(frame);
        assert.equal(await plot(frame), before);
        await enter(frame, `current_range.${name}`, {from: '0', to: '110', points: '221'}[name]);
      }
      // From 120 to 110 is reversed until the other end follows.
      assert.match((await enter(frame, 'current_range.from', '120')).problem, /reversed/);
      assert.equal((await enter(frame, 'current_range.to', '140')).problem, '');
      await rested(frame, 'rate');
      assert.match(await plot(frame), /step 120 to 140\spA/);
      assert.equal(await isHidden(frame, at.problem('current_range.from')), true);
    }));

  inOne(browser)(`${browser}: a sweep that is stopped keeps what it has, and goes on when asked`, () =>
    withLab({browser, hash: 'IB'}, async ({frame}) => {
      await answered(frame, 'rate');
      // Stopped in the same task in which its first part arrives, so that it cannot finish first.
      await frame.evaluate(async () => {
        const points = part(at.number('current_range.points'));
        const stop = part(at.stop('rate'));
        points.value = '2000';
        points.dispatchEvent(new Event('input', {bubbles: true}));
        while (!/[1-9]\d* of 2000/.test(stop.textContent)) await new Promise((done) => setTimeout(done));
        stop.click();
      });
      await settle(frame);
      const stopped = await text(frame, at.stop('rate'));
      assert.match(stopped, /^Go on \(\d+ of 2000\)$/);
      const most = (await slider(frame)).most;
      assert.ok(most > 1 && most < 2000, `${most}`);
      await pause(300);
      assert.equal((await slider(frame)).most, most);
      assert.equal(await text(frame, at.stop('rate')), stopped);
      await press(frame, at.stop('rate'));
      await frame.waitForFunction(() => part(at.curveSlider('rate')).getAttribute('aria-valuemax') === '2000', {
        timeout: 20e3,
      });
    }),
  );

  test(`${browser}: the curve follows an edit of the cell in the same frame`, () =>
    withLab({browser}, async ({frame}) => {
      await answered(frame, 'rate');
      for (const C of [110, 120, 130]) {
        await enter(frame, 'cell.C', String(C));
        await settle(frame);
        // The last current worked out so far, which need not be the end of the range.
        const [, current, rate] = /\. ([\d.]+)\spA: steady ([\d.]+)\sHz/.exec(await plot(frame));
        const {experiment} = engine.resolve({}, {cell: {C}, stimulus: []});
        const {steady_rate} = engine.fi_curve(experiment, [Number(current)], 5000);
        // The current is one of a round step, written whole; the rate has two decimals.
        assert.ok(Math.abs(rate - steady_rate[0]) < 0.00501, `${C}: ${rate}, not ${steady_rate[0]}`);
      }
    }));

  test(`${browser}: the note's ramp lies over the curve; a cell that cannot fire there is told of; the table has it all`, () =>
    withLab({browser, hash: 'note-9'}, async ({frame}) => {
      await rested(frame, 'rate');
      // Ten spikes, so nine intervals.
      assert.match(await plot(frame), /The intervals of the runs on show are 9 points\./);
      await goto(frame, 'RS');
      await answered(frame, 'rate');
      // Other runs are marked only where that is wanted.
      assert.doesNotMatch(await plot(frame), /on show are/);
      await press(frame, at.markRun('rate'));
      assert.match(await plot(frame), /on show are 5 points\./);
      await press(frame, at.tableOf('rate'));
      const table = await read(frame, at.dialog, (dialog) => ({
        title: dialog.getAttribute('aria-label'),
        head: allWithin(dialog, at.headCell).map((cell) => cell.textContent),
        rows: allWithin(dialog, at.table).map(({caption, tBodies}) => [
          caption?.textContent ?? '',
          tBodies[0].rows.length,
        ]),
        first: [...within(dialog, at.row).cells].map((cell) => cell.textContent),
      }));
      assert.equal(table.title, 'The f–I curve');
      assert.deepEqual(table.head.slice(0, 5), [
        'I [pA]',
        'steady rate [Hz]',
        'spikes / length [Hz]',
        '1/last interval [Hz]',
        '1/first interval [Hz]',
      ]);
      // The curve's range, 0 to 110 pA in steps of 0.5 pA, all of it; the onset beside it as it is drawn near there, and the five intervals mentioned above.
      const [curve, onset, run] = table.rows;
      assert.deepEqual(curve, ['', 221]);
      assert.equal(onset[0], 'Near the onset');
      assert.ok(onset[1] > 9, `${onset[1]}`); // a decade of distances has more than two of them
      assert.deepEqual(run, ['The intervals of the run on show', 5]);
      // At rest without a current all is known at once, so nothing is followed.
      assert.deepEqual(table.first, ['0', '0', '0', '–', '–', '–', '0', '–', '0', 'silent for good']);
      await closeDialog(frame);
      await enter(frame, 'current_range.to', '40');
      await rested(frame, 'rate');
      // The suggested range has a round step, and keeps its number of currents when its end is changed.
      const points = await shown(frame, 'current_range.points');
      assert.equal(await text(frame, at.note('rate')), `None of the ${points} currents tried makes it fire.`);
    }));

  // RS at 70 pA fires at 100.02 ms and then every 147.85 ms: 34 spikes in 5 s, 6.8 Hz, and 6.7634 Hz once it
  // settles, written 6.76 as every rate is.
  test(`${browser}: the rate that is drawn is chosen, named everywhere, and kept`, () =>
    withLab({browser}, async ({frame}) => {
      await answered(frame, 'rate');
      await press(frame, at.protocol('rate', 'from rest'));
      await enter(frame, 'current_range.from', '60');
      await enter(frame, 'current_range.to', '80');
      await enter(frame, 'current_range.points', '21');
      await rested(frame, 'rate');
      await focus(frame, at.curveSlider('rate'));
      assert.match(await text(frame, at.rateSaid), /settles to/);
      assert.match(await text(frame, at.onsetSaid), /the steady rate gains/);
      for (const [kind, said, means, gains] of [
        [
          'count',
          /^70\spA: 6\.8\sHz \(34 spikes in 5000\sms\); steady 6\.76\sHz/,
          /number of spikes divided by/,
          /by count gains/,
        ],
        [
          'last interval',
          /^70\spA: 6\.76\sHz \(last interval in 5000\sms\)/,
          /last interval within/,
          /last interval gains/,
        ],
        ['steady', /^70\spA: steady 6\.76\sHz/, /settles to/, /the steady rate gains/],
      ]) {
        await select(frame, at.rateKind, kind);
        await rested(frame, 'rate');
        assert.match((await slider(frame)).says, said, kind);
        assert.match(await text(frame, at.rateSaid), means);
        assert.match(await text(frame, at.onsetSaid), gains);
      }
    }));

  // Fails with: "steady" over an empty plot; another rate without a reason; the user's choice forgotten.
  test(`${browser}: a question without a steady rate draws that of the last interval, and says why`, () =>
    withLab({browser, hash: 'RS'}, async ({frame}) => {
      const drawn = () =>
        frame.evaluate(() => {
          const kind = part(at.rateKind);
          return [
            kind.value,
            [...kind.options]
              .filter(({disabled}) => disabled)
              .map(({value}) => value)
              .join(),
          ];
        });
      await answered(frame, 'rate');
      assert.deepEqual(await drawn(), ['steady', '']);
      for (const [partial, why] of [
        [
          {solver: {kind: 'rk4', dt: 0.5}},
          /The steady rate is found by the exact method only; this run is in fixed steps\.$/,
        ],
        [
          {solver: {kind: 'exact'}, stimulus: [{kind: 'step', amplitude: 70, onset: 100, duration: 400}]},
          /The steady rate exists for steady currents only; here the step ends at 500 ms\.$/,
        ],
      ]) {
        await ask(frame, 'edit', partial);
        await rested(frame, 'rate');
        assert.deepEqual(await drawn(), ['last interval', 'steady']);
        const said = spaced(await text(frame, at.rateSaid));
        assert.match(said, /^The rate drawn, in Hz, is 1 divided by the last interval/);
        assert.match(said, why);
        assert.match((await slider(frame)).says, /^70\spA: [67]\.\d+\sHz \(last interval in/);
      }
      await ask(frame, 'edit', {stimulus: [{kind: 'step', amplitude: 70, onset: 100, duration: null}]});
      await rested(frame, 'rate');
      assert.deepEqual(await drawn(), ['steady', '']);
    }));

  // d = -1000 takes more than the 255 pA that an interval gives back (core/solve/firing.hpp).
  test(`${browser}: where the train runs away there is no rate, in the run, the curve, the table and the diagram`, () =>
    withLab({browser}, async ({frame}) => {
      await enter(frame, 'cell.d', '-1000');
      await settle(frame);
      for (const key of ['mean_rate', 'steady_rate'])
        assert.equal(await text(frame, at.measure(key)), 'none: it runs away', key);
      await answered(frame, 'rate');
      const said = await plot(frame);
      assert.match(said, /the train runs away: its intervals shrink without bound/);
      assert.doesNotMatch(said, /\d{4,}(\.\d+)?\sHz/);
      await press(frame, at.tableOf('rate'));
      const last = await read(frame, at.dialogLastRow, (row) => [...row.cells].map((cell) => cell.textContent));
      assert.deepEqual(last.slice(1, 4), ['–', '–', '–']);
      assert.equal(last[last.length - 1], 'runs away: no rate');
      await closeDialog(frame);
      await answered(frame, 'bifurcation');
      assert.match(await text(frame, at.said('bifurcation')), /its train runs away: no rate/);
    }));

  // From rest: thresholds found by an independent program, of steps without end. This run: what its own trains say, which
  // for the note's figures the note says too: no spike at 242 pA and one at 243, silence at 150 pA.
  inOne(browser)(
    `${browser}: a threshold is that of the run on show or from rest, says which, and shows what it says`,
    () =>
      withLab({browser, hash: 'note-10'}, async ({frame}) => {
        const found = async () => {
          await rested(frame, 'thresholds');
          return readAll(frame, at.foundRows, (rows) => rows.map(({textContent}) => textContent));
        };
        const choose = async (of, tab = 'thresholds') => {
          await press(frame, at.protocol(tab, of));
          await rested(frame, tab);
        };
        const first = async () => Number(/First spike ([\d.]+)/.exec((await found())[0])[1]);
        await answered(frame, 'thresholds');
        assert.match(
          await text(frame, at.protocolSaid('thresholds')),
          /^The run on show .* on from 100\sms and held for good, beyond the end of the run/,
        );
        assert.ok((await first()) > 242 && (await first()) < 243, `${await first()}`);
        const [note] = engine.presets().find(({id}) => id === 'note-10').runs;
        const spikes = (amplitude) => {
          const stimulus = [{...note.stimulus[0], amplitude}];
          return engine.simulate({...note, stimulus}, {points: 0}).spikes.length;
        };
        assert.deepEqual([spikes((await first()) - 1e-5), spikes((await first()) + 1e-5)], [0, 1]);
        // Only the amplitude of the run on show changes, to the number on the button.
        const button = await text(frame, at.firstShow);
        const lasted = await shown(frame, 'duration');
        await press(frame, at.firstShow);
        await rested(frame, 'thresholds');
        // Where the run must be longer to show it, the button says so.
        const [lasts, amplitude] = [await shown(frame, 'duration'), await shown(frame, 'stimulus.0.amplitude')];
        assert.equal(button, `Show ${amplitude}\u00a0pA${lasts === lasted ? '' : `, for ${lasts}\u00a0ms`}`);
        assert.equal(await shown(frame, 'stimulus.0.onset'), '100');
        assert.deepEqual([await shown(frame, 'initial.at.v'), await shown(frame, 'initial.at.u')], ['-60', '-300']);
        assert.deepEqual(await counts(frame), [1, 1, 1, 2, 2, 3]); // as the note has them, but for the first

        // The f–I tab has the same choice, and the same answer.
        await answered(frame, 'rate');
        assert.ok((await text(frame, at.onsetSaid)).startsWith(`This run: a first spike from ${await first()}`));
        await choose('from rest', 'rate');
        assert.ok(
          (await text(frame, at.onsetSaid)).startsWith('From rest, a step without end: a first spike from 304.739051'),
        );
        await answered(frame, 'thresholds');
        assert.match((await found()).join(), /First spike 304\.739051\spA.*Lasting firing 346\.445353\spA/);
        await press(frame, at.show(1));
        await settle(frame);
        assert.ok((await counts(frame))[0] >= 5, 'it goes on');
        assert.deepEqual((await counts(frame)).slice(1), [1, 1, 2, 2, 3], 'the other runs stay');

        // A step that ends has no lasting firing; without a step only the threshold from rest exists; each says why.
        await goto(frame, 'note-CH-150');
        await answered(frame, 'thresholds');
        await choose('this run');
        assert.ok((await first()) > 150);
        await enter(frame, 'stimulus.0.duration', '500');
        assert.match(
          (await found())[1],
          /^Lasting firing: exists for steady currents only; here the step ends at 600\sms$/,
        );
        await goto(frame, 'note-9');
        await answered(frame, 'thresholds');
        assert.match(await text(frame, at.protocolSaid('thresholds')), /^A ramp has no one amplitude/);
        assert.deepEqual(
          await readAll(frame, at.protocols('thresholds'), (all) => all.map((one) => [one.checked, one.disabled])),
          [
            [false, true],
            [true, false],
          ],
        );
        assert.match((await found())[0], /First spike 51\.428571\spA/);
        // With other currents the total is given: 30 pA throughout, I_SN = 360/7 pA.
        await goto(frame, 'RS');
        await answered(frame, 'thresholds');
        await addStimulus(frame, 'step');
        await enter(frame, 'stimulus.1.amplitude', '30');
        await enter(frame, 'stimulus.1.onset', '0');
        assert.match((await found())[0], /^First spike 21\.428571\spA.*with the other currents 51\.428571\spA/);
        await select(frame, at.protocolStimulus('thresholds'), '1');
        await settle(frame);
        assert.match((await found())[1], /another current changes at 100\sms$/);
      }),
  );

  inOne(browser)(
    `${browser}: the rheobase of a run whose end a spike may miss, each to be run; strength against duration`,
    () =>
      withLab({browser}, async ({page, frame}) => {
        await answered(frame, 'thresholds');
        // The run's first spike, just above I_SN, comes long after its end at 1000 ms; within it from 51.89 pA on.
        assert.match(
          await text(frame, at.found),
          /First spike 51\.428571\spA.*within the 1000\sms of this run from 51\.8\d+\spA on.*Lasting firing 51\.428571\spA.*I\s?SN=.* = 51\.428571/s,
        );
        // Each button says how long the run becomes if it must be longer, and makes it so.
        const longer = await readAll(frame, at.shows, (all) => all.map(({textContent, title}) => [textContent, title]));
        for (const [index, [written, title]] of longer.entries()) {
          const [, length = '1000'] = /^Show [\d.]+\spA(?:, for (\d+)\sms)?$/.exec(written) ?? [];
          if (index === 1) assert.ok(length > 1000, written); // just above I_SN one interval outlasts the run
          assert.equal(spaced(title).includes(`made ${length} ms long`), length !== '1000', title);
          await press(frame, at.show(index));
          assert.equal(await shown(frame, 'duration'), length);
          assert.ok((await counts(frame))[0] >= 1);
          await reset(frame);
          await rested(frame, 'thresholds');
        }
        // 500 ms take 52.7563 pA for a spike during the step or after it, by an independent program.
        await enter(frame, 'stimulus.0.duration', '500');
        await rested(frame, 'thresholds');
        const [, found] = /First spike ([\d.]+)/.exec(await text(frame, at.found));
        assert.ok(Math.abs(found - 52.7563) < 1e-4, `${found}`); // given to four decimals
        await press(frame, at.firstShow);
        assert.equal(await shown(frame, 'stimulus.0.duration'), '500');
        const amplitude = Number(await shown(frame, 'stimulus.0.amplitude'));
        assert.ok(amplitude > 52.7563 && amplitude < 54, `${amplitude}`);
        assert.ok((await counts(frame))[0] >= 1);

        // At twice 51.428571 pA a step of 34.643 ms is just enough: the length at which the curve crosses that level.
        const said = await plot(frame, 'strength');
        assert.match(said, /A step of 0\.5\sms needs [\d.]+\spA for a spike\. A step of 500\sms needs [\d.]+\spA/);
        assert.match(said, /chronaxie/);
        await focus(frame, at.curveSlider('strength'));
        await page.keyboard.press('Home');
        const [, needed] = /^A step of 0\.5\sms needs ([\d.]+)\spA/.exec(await reading(frame, 'thresholds'));
        await page.keyboard.press('Enter');
        await settle(frame);
        assert.equal(await shown(frame, 'stimulus.0.duration'), '0.5');
        assert.ok(Number(await shown(frame, 'stimulus.0.amplitude')) > Number(needed));
        assert.deepEqual(await counts(frame), [1]);
        await press(frame, at.tableOf('thresholds'));
        assert.equal(await howMany(frame, at.dialogRows), 31);
        await closeDialog(frame);
        assert.match((await enter(frame, 'duration_range.to', '0.1')).problem, /reversed/);
      }),
  );
}
