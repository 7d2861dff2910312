// host.test.mjs: a page that has the lab in a frame talks with it, across two origins; and pages that mean it no good.
import assert from 'node:assert/strict';
import test from 'node:test';
import {openHost} from './hosts.mjs';
import {ask as intend, at, enter, inOne, isHidden, pause, press, readAll, ready, settle, shown, text} from './lab.mjs';
import {browsers} from './support.mjs';

/** Asks the lab in the host's frame; answers what it answers, without what every answer has. */
async function ask(page, message, id) {
  const answer = await page.evaluate((message, id) => window.ask(message, id), message, id);
  if (!answer) return null;
  const {izh, type, id: its, ...rest} = answer;
  assert.deepEqual([izh, type], [1, 'answer']);
  if (id !== undefined) assert.equal(its, id);
  return rest;
}
const heard = (page, type) =>
  page.evaluate((type) => heard.filter(({data}) => data.type === type).map(({data}) => data), type);

/** Opens the host, and fails if it, or the lab in it, had errors. */
async function withHost(options, use) {
  const host = await openHost('messages', options);
  try {
    await use(host);
    assert.deepEqual(host.errors, []);
  } finally {
    await host.close();
  }
}

for (const browser of browsers) {
  test(`${browser}: the page around a frame gets and sets the experiment, reads the measures and hears the spikes`, () =>
    withHost({browser, hash: '#RS&I=70'}, async ({page, lab}) => {
      const [ready, ...more] = await heard(page, 'ready');
      assert.deepEqual(more, []);
      assert.deepEqual(Object.keys(ready).sort(), ['izh', 'preset', 'type', 'version']);
      assert.equal(ready.preset, 'RS');

      const got = await ask(page, {type: 'get'}, 7);
      assert.deepEqual([got.preset, got.run, got.link], ['RS', 1, 'RS']);
      assert.equal(got.experiment.cell.b, -2);

      const set = await ask(page, {type: 'set', experiment: {cell: {b: -1.5}, duration: 500}});
      assert.deepEqual([set.experiment.cell.b, set.experiment.duration, set.link], [-1.5, 500, 'RS&b=-1.5&T=500']);
      await settle(lab);
      assert.equal(await shown(lab, 'cell.b'), '-1.5');

      // What is refused changes nothing, says why, and is none of the reader's business.
      const wrong = await ask(page, {type: 'set', experiment: {cell: {b: 'x', C: -1}}});
      assert.deepEqual(wrong.problems.map(({path, code}) => [path, code]).sort(), [
        ['cell.C', 'out_of_range'],
        ['cell.b', 'not_a_number'],
      ]);
      assert.equal((await ask(page, {type: 'get'})).link, 'RS&b=-1.5&T=500');

      // It asks as a view does: what keeps an intent from the lab keeps a message from it.
      await lab.evaluate(() =>
        addEventListener('edit', (event) => event.stopImmediatePropagation(), {capture: true, once: true}),
      );
      const refused = await ask(page, {type: 'set', experiment: {cell: {b: -1}}});
      assert.deepEqual(refused, {problems: [{path: 'experiment', code: 'refused'}]});
      assert.equal((await ask(page, {type: 'get'})).link, 'RS&b=-1.5&T=500');

      // A link from a message opens what the same link opens in the address.
      const link = 'IB&I=347&b=4.5';
      const opened = await ask(page, {type: 'set', link});
      assert.equal(opened.link, link);
      await lab.evaluate((hash) => (location.hash = hash), '#RS');
      await settle(lab);
      await lab.evaluate((hash) => (location.hash = hash), `#${link}`);
      await settle(lab);
      assert.deepEqual(await ask(page, {type: 'get'}), opened);

      const {measures, ended} = await ask(page, {type: 'measures'});
      assert.equal(ended.kind, 'finished');
      assert.equal(String(measures.count), await text(lab, at.measure('count')));

      // Spikes come once asked for, and then after each change.
      assert.deepEqual(await heard(page, 'spikes'), []);
      assert.deepEqual(await ask(page, {type: 'spikes', subscribe: true}), {subscribed: true});
      await pause(300);
      const first = (await heard(page, 'spikes')).length;
      await enter(lab, 'cell.b', '5');
      await page.waitForFunction((first) => heard.filter(({data}) => data.type === 'spikes').length > first, {}, first);
      await pause(300);
      const told = await heard(page, 'spikes');
      assert.equal(told[0].times.length, measures.count);
      const now = await ask(page, {type: 'measures'});
      assert.notEqual(now.measures.count, measures.count);
      assert.equal(told.at(-1).times.length, now.measures.count);
      await ask(page, {type: 'spikes', subscribe: false});
      await enter(lab, 'cell.b', '4');
      await pause(300);
      assert.equal((await heard(page, 'spikes')).length, told.length);

      // A link that hides the answers does so for good here, where the menu is not its author's; another one does not bring them back.
      for (const link of ['?answers=off#RS', 'IB']) {
        assert.match((await ask(page, {type: 'set', link})).link, /^\?answers=off#/);
        const {problems} = await ask(page, {type: 'measures'});
        assert.deepEqual(problems, [{path: 'measures', code: 'withheld'}]);
        assert.equal(await isHidden(lab, at.withhold), true);
        assert.match(await text(lab, at.headline), /what does the cell do/);
      }
    }));

  test(`${browser}: nobody but the parent is heard, and it only if it speaks this version of the messages`, () =>
    withHost({browser, hash: '#RS'}, async ({page, lab}) => {
      const before = await ask(page, {type: 'get'});
      const set = {izh: 1, id: 'x', type: 'set', experiment: {cell: {b: 3}}};
      await page.evaluate((message) => sendBeside(message), set);
      await lab.evaluate((message) => postMessage(message, '*'), set);
      const count = await page.evaluate(() => heard.length);
      const others = [
        {...set, izh: 2},
        {...set, izh: '1'},
        {...set, type: 7},
      ];
      await page.evaluate(
        (all) => send(all),
        [...others, {...set, type: 'answer'}, {...set, type: 'ready'}, 'get', null, 7, []],
      );
      // What the lab itself has said comes back from hosts that send everything on.
      await page.evaluate(() => send(heard.map(({data}) => data)));
      await pause(500);
      assert.equal(await page.evaluate(() => heard.length), count, 'nothing was answered');
      // In this version, what it does not know is answered, too, so that nobody waits for ever.
      for (const type of ['SET', 'toString', '__proto__', 'unlock', 'x'.repeat(1e4)])
        assert.deepEqual(await ask(page, {...set, type}, 'x'), {problems: [{path: 'type', code: 'unknown_type'}]});
      assert.deepEqual(await ask(page, {type: 'get'}), before);
    }));

  test(`${browser}: what the author has locked no message unlocks; a message may lock more`, async () => {
    const locked = (answer) => answer.problems.map(({path, code}) => [path, code]);
    const step = (more) => ({stimulus: [{kind: 'step', amplitude: 70, onset: 100, duration: null, ...more}]});
    await withHost({browser, search: '?lock=cell', hash: '#RS&b=-1.5'}, async ({page, lab}) => {
      const set = (experiment) => ask(page, {type: 'set', experiment});
      assert.deepEqual(locked(await set({cell: {b: 3}, duration: 500})), [['cell.b', 'locked']]);
      // Nor does a link, a null for the default, or a message that says it unlocks.
      assert.deepEqual(locked(await ask(page, {type: 'set', link: 'RS&b=3'})), [['link', 'refused']]);
      assert.deepEqual(locked(await set({cell: null})), [['cell.b', 'locked']]);
      assert.deepEqual(await ask(page, {type: 'lock', names: []}), {locked: []});
      for (const message of [
        {type: 'lock', names: ['cell'], lock: false},
        {type: 'lock', names: ['none']},
      ])
        assert.ok((await ask(page, message)).locked);
      assert.deepEqual(locked(await ask(page, {type: 'unlock', names: ['cell']})), [['type', 'unknown_type']]);
      assert.deepEqual(locked(await set({cell: {b: 3}})), [['cell.b', 'locked']]);

      assert.equal((await set({duration: 500})).link, '?lock=cell#RS&b=-1.5&T=500');
      for (const names of ['I', ['I', 7], {0: 'I'}, undefined])
        assert.deepEqual(locked(await ask(page, {type: 'lock', names})), [['names', 'not_names']]);
      const unknown = await ask(page, {type: 'lock', names: ['I', 'x'.repeat(1000)]});
      assert.deepEqual(locked(unknown), [['names', 'unknown_name']]);
      assert.ok(unknown.problems[0].value.length < 70);
      assert.equal(
        (await set(step({amplitude: 80}))).link,
        '?lock=cell#RS&I=80&b=-1.5&T=500',
        'nothing was locked by that',
      );
      assert.deepEqual(await ask(page, {type: 'lock', names: ['I', 'T']}), {locked: ['I', 'T']});
      assert.deepEqual(locked(await set(step({amplitude: 90}))), [['stimulus.0.amplitude', 'locked']]);
      assert.deepEqual(locked(await set({duration: 700})), [['duration', 'locked']]);
      assert.equal((await set(step({amplitude: 80, onset: 50}))).link, '?lock=cell,I,T#RS&I=80&onset=50&b=-1.5&T=500');
      // What is refused in the address does not stay there.
      const {hash} = new URL(lab.url());
      await lab.evaluate(() => (location.hash = '#RS&b=3'));
      await lab.waitForFunction((hash) => location.hash === hash, {}, hash);
      assert.match(await text(lab, at.message), /Nothing was opened/);
      assert.equal((await ask(page, {type: 'get'})).experiment.cell.b, -1.5);
      // Reset reaches the author’s set-up, but for what was locked later; so it does after a reload.
      for (const reload of [false, true]) {
        if (reload) {
          await set({solver: {kind: 'rk4'}});
          await pause(600); // the address follows
          await lab.evaluate(() => location.reload());
          await pause(300);
          await ready(lab);
          await settle(lab);
          assert.equal((await ask(page, {type: 'get'})).experiment.solver.kind, 'rk4');
        }
        await intend(lab, 'restore', 'preset');
        const {experiment} = await ask(page, {type: 'get'});
        const {onset, amplitude} = experiment.stimulus[0];
        assert.deepEqual([experiment.cell.b, onset, experiment.solver.kind], [-1.5, 100, 'exact']);
        if (!reload) assert.deepEqual([experiment.duration, amplitude], [500, 80]);
        else assert.deepEqual([experiment.duration, amplitude], [1000, 70], 'the messages were those of before');
      }
    });
    const figure = '?view=figure&show=v&controls=amplitude&answers=off';
    await withHost({browser, search: figure, hash: '#RS'}, async ({page}) => {
      const set = (experiment) => ask(page, {type: 'set', experiment});
      assert.deepEqual(locked(await set({cell: {b: 3}})), [['cell.b', 'locked']]);
      assert.equal((await set(step({amplitude: 80}))).link, '?answers=off#RS&I=80');
      assert.deepEqual(locked(await ask(page, {type: 'measures'})), [['measures', 'withheld']]);
      assert.deepEqual(locked(await ask(page, {type: 'set', link: 'IB'})), [['link', 'refused']]);
      // Another cell or another note does not come in beside the runs.
      for (const link of ['RS&pin=RS~b=3', 'RS&note=x', 'RS&title=x'])
        assert.deepEqual(locked(await ask(page, {type: 'set', link})), [['link', 'refused']], link);
      assert.deepEqual(await ask(page, {type: 'lock', names: ['all']}), {locked: ['all']});
      assert.deepEqual(locked(await set(step({amplitude: 90}))), [['stimulus.0.amplitude', 'locked']]);
    });
    // What a link says of itself is so in a figure, too, once it is opened.
    await withHost({browser, search: '?view=figure&show=v,fi', hash: '#RS'}, async ({page, lab}) => {
      const {link} = await ask(page, {type: 'set', link: '?lock=cell,nothing&answers=off#RS&I=80'});
      assert.equal(link, '?lock=cell&answers=off#RS&I=80');
      assert.deepEqual(locked(await ask(page, {type: 'measures'})), [['measures', 'withheld']]);
      await settle(lab);
      assert.equal((await readAll(lab, at.canvas(), (all) => all.filter((one) => one.offsetParent))).length, 1);
    });
  });

  test(`${browser}: where the answers are withheld, no message tells them`, () =>
    withHost({browser, search: '?answers=off', hash: '#RS'}, async ({page}) => {
      assert.deepEqual(await ask(page, {type: 'measures'}), {problems: [{path: 'measures', code: 'withheld'}]});
      // What can be counted in the trace stays.
      await ask(page, {type: 'spikes'});
      await pause(200);
      assert.ok((await heard(page, 'spikes'))[0].times.length > 3);
    }));

  test(`${browser}: junk, floods, replays and messages of a million characters change nothing, break nothing and lose no work of the reader`, () =>
    withHost({browser, hash: '#RS', query: {flood: 1000}}, async ({page, lab}) => {
      await pause(200);
      const answers = await heard(page, 'answer');
      assert.ok(answers.length <= 1000 && answers.every(({id}) => /^flood/.test(id)));
      assert.ok(answers.some(({problems}) => problems?.[0].code === 'too_many_waiting'));
      await enter(lab, 'cell.b', '-1.25');
      const work = await ask(page, {type: 'get'});
      await page.evaluate(() => (heard.length = 0));

      const sent = await page.evaluate(async () => {
        // A generator of its own, so that what fails can be repeated.
        let seed = 1;
        const random = (n) => {
          seed = (Math.imul(seed, 48271) >>> 0) % 2147483647;
          return seed % n;
        };
        const circle = {};
        circle.self = circle;
        let deep = [];
        for (let i = 0; i < 2000; i += 1) deep = [deep];
        const odd = [
          undefined,
          null,
          NaN,
          -0,
          Infinity,
          1e308,
          '',
          'x'.repeat(1e6),
          '<img src=x onerror=alert(1)>',
          '__proto__',
        ];
        odd.push(
          10n,
          true,
          [],
          {},
          circle,
          deep,
          new Date(),
          /x/,
          new Map([[1, 1]]),
          new Uint8Array(1e6),
          new Error('x'),
          Symbol('x'),
        );
        odd.push(
          new Blob(['x']),
          new ImageData(1, 1),
          () => 1,
          document.body,
          new Array(4294967295),
          JSON.parse('{"__proto__":{"b":1}}'),
        );
        const keys = [
          'izh',
          'id',
          'type',
          'experiment',
          'link',
          'subscribe',
          'cell',
          'stimulus',
          'initial',
          'duration',
          'solver',
          'a',
          'b',
          'kind',
        ];
        keys.push(
          'amplitude',
          '0',
          '__proto__',
          'constructor',
          'names',
          'secret',
          'message',
          'subject',
          'data',
          'core',
          'packed',
        );
        const values = [
          'get',
          'set',
          'measures',
          'spikes',
          'lock',
          'ready',
          'answer',
          'height',
          1,
          0,
          -1,
          70,
          'step',
          'rest',
          'rk4',
        ];
        const value = (depth) => {
          const kind = random(depth > 3 ? 3 : 6);
          if (kind === 0) return odd[random(odd.length)];
          if (kind < 3) return values[random(values.length)];
          if (kind === 3) return Array.from({length: random(4)}, () => value(depth + 1));
          return Object.fromEntries(
            Array.from({length: random(6)}, () => [keys[random(keys.length)], value(depth + 1)]),
          );
        };
        let count = 0;
        for (let i = 0; i < 600; i += 1) {
          const junk = value(0);
          count += send([junk]);
          // Mostly as a message that is for the lab; a setting that is none at all, so that nothing it says can be meant.
          if (junk && typeof junk === 'object' && !Array.isArray(junk))
            count += send([
              {
                ...junk,
                izh: 1,
                type: ['set', 'get', 'measures', 'spikes', 'lock'][i % 5],
                experiment: {cell: junk, nothing: 0},
                link: i % 2 ? undefined : odd[random(odd.length)],
              },
            ]);
          if (i % 50 === 0) await new Promise((done) => setTimeout(done));
        }
        return count;
      });
      assert.ok(sent > 600, `${sent} could be sent`);
      await pause(300);
      const after = await ask(page, {type: 'get'});
      assert.deepEqual(after, work, 'nothing has changed');
      assert.equal(await lab.evaluate(() => ({}).b ?? {}.polluted), undefined);
      // No answer gives back what came at length, nor an id that is none.
      const longest = await page.evaluate(() =>
        Math.max(...heard.filter(({data}) => data.type === 'answer').map(({data}) => JSON.stringify(data).length)),
      );
      assert.ok(longest < 20e3, `${longest} characters`);

      // The same message a hundred times is the same set-up, and one step to undo.
      const replay = {izh: 1, id: 'r', type: 'set', experiment: {duration: 700}};
      await page.evaluate((message) => send(Array(100).fill(message)), replay);
      assert.equal((await ask(page, {type: 'get'})).link, `${work.link}&T=700`);
      await press(lab, at.undo);
      assert.deepEqual(await ask(page, {type: 'get'}), work);

      // HTML in a link is text; what of it cannot be read is said in a line.
      const link = `RS&b=-1.25&note=${encodeURIComponent('<img src=x onerror="document.title=1">')}&<b>x</b>=1`;
      await ask(page, {type: 'set', link: link.replaceAll(' ', '%20')});
      await settle(lab);
      assert.match(await text(lab, at.message), /<b>x<\/b>/);
      assert.deepEqual(await ask(page, {type: 'set', link: 'nowhere'}), {problems: [{path: 'link', code: 'refused'}]});
      assert.deepEqual(await ask(page, {type: 'set', link: 'RS\n{"preset":"RS"}'}), {
        problems: [{path: 'link', code: 'not_a_link'}],
      });
      assert.doesNotMatch(await text(lab, at.message), /nowhere/, 'none of the reader’s business');
      assert.equal(await lab.evaluate(() => document.title), 'Izhikevich Lab');
      await press(lab, at.undo);
      assert.deepEqual(await ask(page, {type: 'get'}), work);
    }));

  inOne(browser)(`${browser}: a page from disk, whose origin has no name, talks with a lab in a strict sandbox`, () =>
    withHost({browser, mode: 'file', hash: '#RS', query: {sandbox: 'allow-scripts'}}, async ({page}) => {
      assert.equal((await ask(page, {type: 'set', experiment: {cell: {b: -1}}})).link, 'RS&b=-1');
      await ask(page, {type: 'spikes'});
      await page.waitForFunction(() => heard.some(({data, origin}) => data.type === 'spikes' && origin === 'null'));
    }),
  );

  inOne(browser)(
    `${browser}: a host that removes the frame in the middle of a run hears no more of it, and has no error`,
    () =>
      withHost({browser, hash: '#RS&T=1e6'}, async ({page, lab}) => {
        await ask(page, {type: 'spikes'});
        await press(lab, at.play);
        await page.evaluate(() => {
          send(Array.from({length: 50}, (_, i) => ({izh: 1, id: i, type: 'set', experiment: {cell: {b: -i / 25}}})));
          return new Promise((done) => setTimeout(done, 60));
        });
        await page.evaluate(() => frame.remove());
        await pause(500);
        const count = await page.evaluate(() => heard.length);
        await pause(500);
        assert.equal(await page.evaluate(() => heard.length), count);
      }),
  );
}
