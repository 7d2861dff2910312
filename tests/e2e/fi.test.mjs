// fi.test.mjs: the f-I curve and the thresholds: what they show, how they are read, and what they answer to bad questions.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wasm} from '../support.mjs';
import {counts, enter, goto, pause, press, settle, shown, text, withLab, inOne} from './lab.mjs';
import {browsers} from './support.mjs';

const engine = await wasm();

/** The plot of a tab as a screen reader has it. */
const plot = (frame, where = '.fi') => frame.$eval(`${where} canvas`, (canvas) => canvas.getAttribute('aria-label'));
const open = async (frame, tab) => {
  await press(frame, `#tab-${tab}`);
  await rested(frame, tab);
};
/** Until all that the tab asked has been answered; what was just entered is asked with the next frame. */
const rested = async (frame, tab) => {
  await settle(frame);
  await frame.waitForFunction((tab) => document.querySelector(`#panel-${tab} .stop[data-idle]`), {timeout: 10e3}, tab);
};
const reading = (frame, tab = 'rate') => text(frame, `#panel-${tab} .read-out`);
/** What moves along a curve: where it is, and what it says there. */
const slider = (frame, where = '.fi') =>
  frame.$eval(`${where} [role=slider]`, (node) => ({
    name: node.getAttribute('aria-label'),
    now: Number(node.getAttribute('aria-valuenow')),
    most: Number(node.getAttribute('aria-valuemax')),
    says: node.getAttribute('aria-valuetext'),
  }));
/** A pointer at a share of the plot's width, as an event of its own: puppeteer's finger is not in every browser. */
const touch = (frame, where, share) =>
  frame.$eval(
    `${where} [role=slider]`,
    (node, share) => {
      const {left, top, width, height} = node.getBoundingClientRect();
      const at = {clientX: left + share * width, clientY: top + height / 2, pointerType: 'touch', bubbles: true};
      for (const type of ['pointerdown', 'pointerup', 'click']) node.dispatchEvent(new PointerEvent(type, at));
    },
    share,
  );

for (const browser of browsers) {
  // 70 pA: the golden run's intervals settle at 147.8545 ms, so 6.7634 Hz, written 6.76. The first interval is 147.79 ms (6.766 Hz), the first
  // spike comes after 100.02 ms (the measures of that run).
  inOne(browser)(`${browser}: the curve of the regular spiking cell is read by key, by mouse and by finger`, () =>
    withLab({browser}, async ({page, frame}) => {
      await open(frame, 'rate');
      // Nothing is read yet, so nothing can be run, and the button looks like it.
      assert.deepEqual(
        await frame.$eval('#panel-rate .run-this', (one) => [one.disabled, getComputedStyle(one).opacity < 1]),
        [true, true],
      );
      assert.match(
        await plot(frame),
        /^Rate against a steady current, I 0 to 110\spA\. 0\spA: no spike\. 110\spA: steady/,
      );
      for (const [name, value] of Object.entries({from: '60', to: '80', points: '21'}))
        assert.deepEqual((await enter(frame, `current_range.${name}`, value)).problem, '', name);
      await rested(frame, 'rate');
      // It starts where the run is, at the 11th of 60, 61, ..., 80 pA.
      const start = await slider(frame);
      assert.deepEqual([start.now, start.most], [11, 21]);
      await (await frame.$('.fi [role=slider]')).focus();
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

      const box = await (await frame.$('.fi canvas')).boundingBox();
      await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
      const current = /^([\d.]+)\spA/.exec(await reading(frame))[1];
      assert.ok(current > 60 && current < 80, current);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), '80', 'nothing runs before the click');
      await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2);
      await settle(frame);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), current);

      await touch(frame, '.fi', 0.9);
      await settle(frame);
      const read = /^([\d.]+)\spA/.exec(await reading(frame))[1];
      assert.ok(Number(read) > Number(current), read);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), current, 'a finger reads');
      await press(frame, '#panel-rate .run-this');
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), read);

      // What was read follows the cell, in the words and for the ear; beside another stimulus a current is run alone.
      const before = await reading(frame);
      await enter(frame, 'cell.b', '-5');
      await rested(frame, 'rate');
      assert.notEqual(await reading(frame), before);
      assert.equal((await slider(frame)).says, await reading(frame));
      await press(frame, '.stimulus-tools button');
      await rested(frame, 'rate');
      await press(frame, '#panel-rate .run-this');
      await settle(frame);
      assert.equal(await frame.$$eval('.stimulus-item', (all) => all.length), 1);
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), read);
      await goto(frame, 'CH');
      await open(frame, 'rate');
      assert.equal((await slider(frame)).says, await reading(frame));
    }),
  );

  // The currents: rheobases from rest without end, found by an independent program.
  inOne(browser)(`${browser}: where firing begins, and how, for three cells`, () =>
    withLab({browser}, async ({frame}) => {
      const expected = {
        RS: [['51.428571'], 'class 1'],
        IB: [['304.739051', '346.445353'], 'class 2'],
        CH: [['157.594178', '160.15625'], 'bursts'],
      };
      await press(frame, '#tab-rate');
      for (const [id, [currents, kind]] of Object.entries(expected)) {
        await goto(frame, id);
        await open(frame, 'rate');
        const said = await text(frame, '.onset-said');
        for (const current of currents) assert.ok(said.includes(`${current}\u00a0pA`), `${id}: ${said}`);
        assert.match(said, /gains [\d.]+\sHz\/pA/);
        assert.ok((await plot(frame)).includes(currents[0]));
        assert.ok((await text(frame, '.class-said')).toLowerCase().includes(kind), await text(frame, '.class-said'));
      }
      await press(frame, '.near-onset');
      assert.match(await plot(frame, '.near'), /powers of ten/);
      assert.match(
        (await slider(frame, '.near')).says,
        /above the onset: [\d.]+\sHz, [\d.]+ cycles a second of \d+ spikes/,
      );
    }),
  );

  test(`${browser}: a range that cannot be is told beside its field, and the curve stays`, () =>
    withLab({browser}, async ({frame}) => {
      await open(frame, 'rate');
      const before = await plot(frame);
      const bad = [
        ['to', '-5', /^to = −5 must be above from = 0: the range is reversed\.$/],
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
      assert.match(await plot(frame), /I 120 to 140\spA/);
      assert.equal(await frame.$eval('[data-path="current_range.from"] .problem', (node) => node.hidden), true);
    }));

  inOne(browser)(`${browser}: a sweep that is stopped keeps what it has, and goes on when asked`, () =>
    withLab({browser, hash: 'IB'}, async ({frame}) => {
      await open(frame, 'rate');
      // All within the page's own turn, so that no answer comes between.
      await frame.evaluate(() => {
        const points = document.querySelector('[data-path="current_range.points"] .number');
        points.value = '2000';
        points.dispatchEvent(new Event('input', {bubbles: true}));
        document.querySelector('#panel-rate .stop').click();
      });
      await settle(frame);
      const stopped = await text(frame, '#panel-rate .stop');
      assert.match(stopped, /^Go on \(\d+ of 2000\)$/);
      const most = (await slider(frame)).most;
      assert.ok(most > 1 && most < 2000, `${most}`);
      await pause(300);
      assert.equal((await slider(frame)).most, most);
      assert.equal(await text(frame, '#panel-rate .stop'), stopped);
      await press(frame, '#panel-rate .stop');
      await frame.waitForFunction(
        () => document.querySelector('.fi [role=slider]').getAttribute('aria-valuemax') === '2000',
        {timeout: 20e3},
      );
    }),
  );

  test(`${browser}: the curve follows an edit of the cell in the same frame`, () =>
    withLab({browser}, async ({frame}) => {
      await open(frame, 'rate');
      for (const C of [110, 120, 130]) {
        await enter(frame, 'cell.C', String(C));
        await settle(frame);
        // The last current that is known already, which need not be the end of the range.
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
      await open(frame, 'rate');
      assert.match(await plot(frame), /on show are 5 points\./);
      await press(frame, '#panel-rate .table');
      const table = await frame.$eval('dialog[open]', (dialog) => ({
        title: dialog.getAttribute('aria-label'),
        head: [...dialog.querySelectorAll('th')].map((cell) => cell.textContent),
        rows: [...dialog.querySelectorAll('table')].map(({caption, tBodies}) => [
          caption?.textContent ?? '',
          tBodies[0].rows.length,
        ]),
        first: [...dialog.querySelector('tbody tr').cells].map((cell) => cell.textContent),
      }));
      assert.equal(table.title, 'The f–I curve');
      assert.deepEqual(table.head.slice(0, 3), ['I [pA]', 'steady rate [Hz]', '1/first interval [Hz]']);
      // The curve's range, the onset beside it as it is drawn near there, and the five intervals told of above.
      const [curve, onset, run] = table.rows;
      assert.deepEqual(curve, ['', 200]);
      assert.equal(onset[0], 'Near the onset');
      assert.ok(onset[1] > 9, `${onset[1]}`); // a decade of distances has more than two of them
      assert.deepEqual(run, ['The intervals of the run on show', 5]);
      assert.deepEqual(table.first, ['0', '0', '–', '–', '0', '–', '5000']);
      await press(frame, 'dialog .close');
      await enter(frame, 'current_range.to', '40');
      await rested(frame, 'rate');
      assert.equal(await text(frame, '#panel-rate .plot-note'), 'No current of this range makes it fire.');
    }));

  // The thresholds, and those of steps of 500 and 1000 ms, found by an independent program.
  inOne(browser)(
    `${browser}: rheobase for a step without end and for one that ends, each to be run; strength against duration`,
    () =>
      withLab({browser}, async ({page, frame}) => {
        await open(frame, 'thresholds');
        assert.match(
          await text(frame, '.found'),
          /One spike 51\.428571\spA.*Lasting firing 51\.428571\spA.*I\s?SN 51\.428571/s,
        );
        for (const [duration, current] of [
          ['500', 52.83308],
          ['1000', 51.80423],
        ]) {
          assert.equal((await enter(frame, 'search.duration', duration)).problem, '');
          await rested(frame, 'thresholds');
          const [, found] = /One spike ([\d.]+)/.exec(await text(frame, '.found'));
          assert.ok(Math.abs(found - current) < 1e-5, `${duration} ms: ${found}`); // given to five decimals
        }
        assert.match((await enter(frame, 'search.duration', '0')).problem, /duration = 0 ms? ?is out of range/);
        await enter(frame, 'search.duration', '500');
        await rested(frame, 'thresholds');
        await press(frame, '.found .show');
        assert.equal(await shown(frame, 'stimulus.0.duration'), '500');
        const amplitude = Number(await shown(frame, 'stimulus.0.amplitude'));
        assert.ok(amplitude > 52.83308 && amplitude < 54, `${amplitude}`);
        assert.ok((await counts(frame))[0] >= 1);

        // At twice 51.428571 pA a step of 34.643 ms is just enough: the length at which the curve crosses that level.
        const said = await plot(frame, '.strength');
        assert.match(said, /A step of 0\.5\sms needs [\d.]+\spA for a spike\. A step of 500\sms needs [\d.]+\spA/);
        assert.match(said, /chronaxie/);
        await (await frame.$('.strength [role=slider]')).focus();
        await page.keyboard.press('Home');
        const [, needed] = /^A step of 0\.5\sms needs ([\d.]+)\spA/.exec(await reading(frame, 'thresholds'));
        await page.keyboard.press('Enter');
        await settle(frame);
        assert.equal(await shown(frame, 'stimulus.0.duration'), '0.5');
        assert.ok(Number(await shown(frame, 'stimulus.0.amplitude')) > Number(needed));
        assert.deepEqual(await counts(frame), [1]);
        await press(frame, '#panel-thresholds .table');
        assert.equal(await frame.$$eval('dialog[open] tbody tr', (rows) => rows.length), 31);
        await press(frame, 'dialog .close');
        assert.match((await enter(frame, 'duration_range.to', '0.1')).problem, /reversed/);
      }),
  );
}
