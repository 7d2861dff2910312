// element.test.mjs: the lab as an element of a page that is not its own, and as a widget of notebooks.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'node:test';
import {gzipSync} from 'node:zlib';
import {labSite, openHost} from './hosts.mjs';
import {at, inOne, pause, underPolicy} from './lab.mjs';
import {browsers, site} from './support.mjs';

/** Opens the page, and fails if it had errors. */
async function withPage(options, use) {
  const host = await openHost('element', {wait: false, ...options});
  try {
    await use(host.page);
    assert.deepEqual(host.errors, []);
  } finally {
    await host.close();
  }
}

test('the element’s script is at most 10 kB larger than the page, packed', () => {
  const packed = (name) => gzipSync(readFileSync(join(dirname(site), name)), {level: 9}).length / 1000;
  const [page, ...scripts] = ['index.html', 'izhikevich-neuron.js', 'izhikevich-neuron.mjs'].map(packed);
  for (const script of scripts) assert.ok(script <= page + 10, `${script} kB, the page ${page} kB`);
});

for (const browser of browsers) {
  test(`${browser}: elements of a page share one engine, and neither notice each other nor the page around them`, () =>
    withPage({browser}, async (page) => {
      const found = await page.evaluate(async () => {
        // One is in the page before the script is, with a property that is none yet.
        const early = put({preset: 'IB', lang: 'en'}, {experiment: {cell: {b: 4}}, current: 350});
        await load();
        window.first = await early;
        await first.ready;
        window.second = await put({link: 'RS&b=-1.5', current: '90', experiment: '{"duration": 800}', theme: 'dark'});
        await new Promise((done) => setTimeout(done, 200));
        const looks = ({shadowRoot}) => {
          const title = within(shadowRoot, at.presetTitle);
          const {fontStyle, letterSpacing, textAlign, color, textTransform} = getComputedStyle(title);
          return {
            style: [fontStyle, letterSpacing, textAlign, textTransform, color === 'rgb(255, 0, 0)'],
            lang: within(shadowRoot, at.lab).lang,
            theme: themeOf(within(shadowRoot, at.lab)),
            buttons: within(shadowRoot, elsewhere(at.play)).getClientRects().length,
          };
        };
        return {
          links: [first.link, second.link],
          runs: [first, second].map(({heard}) => heard.map(({type, times}) => [type, times?.length > 3])),
          looks: [first, second].map(looks),
          instances,
          added: added().filter((name) => !['first', 'second'].includes(name)),
        };
      });
      assert.deepEqual(found.links, ['IB&I=350&b=4', 'RS&I=90&b=-1.5&T=800']);
      assert.deepEqual(found.runs, [[['run', true]], [['run', true]]]);
      const style = ['normal', 'normal', 'start', 'none', false];
      assert.deepEqual(found.looks, [
        {style, lang: 'en', theme: '', buttons: 1},
        {style, lang: 'es', theme: 'dark', buttons: 1},
      ]);
      assert.equal(found.instances, 1);
      assert.deepEqual(found.added, []);

      // Attributes, properties and edits change the one, which tells of it.
      const changed = await page.evaluate(async () => {
        const soon = () => new Promise((done) => setTimeout(done, 200));
        const other = second.link;
        first.heard.length = 0;
        const problems = first.edit({cell: {b: 'x'}});
        const junk = [null, 7, 'x', [], {cell: {b: NaN}}, new Map()].map((one) => first.edit(one).length);
        await soon();
        const quiet = first.heard.length;
        first.setAttribute('current', '400');
        await soon();
        const byAttribute = first.heard.splice(0);
        first.experiment = {cell: {b: 5}, duration: 600};
        first.setAttribute('theme', 'light');
        await soon();
        const byProperty = first.heard.splice(0);
        first.preset = 'CH';
        await soon();
        const opened = first.heard.splice(0);
        return {
          problems,
          junk,
          quiet,
          byAttribute,
          byProperty,
          opened,
          same: second.link === other,
          heard: second.heard.length,
        };
      });
      assert.deepEqual(
        changed.problems.map(({path, code}) => [path, code]),
        [['cell.b', 'not_a_number']],
      );
      assert.deepEqual(changed.junk, [1, 1, 1, 1, 1, 1]);
      assert.equal(changed.quiet, 0, 'what is refused changes nothing');
      const told = (events) =>
        events.map(({type, why, link, times}) => (type === 'edit' ? [why, link] : times.length > 0));
      assert.deepEqual(told(changed.byAttribute), [['edited', 'IB&I=400&b=4'], true]);
      assert.deepEqual(told(changed.byProperty), [['edited', 'IB&I=400&T=600'], true]);
      assert.deepEqual(changed.opened[0].preset, 'CH');
      assert.deepEqual([changed.same, changed.heard], [true, 1]);

      // It may be moved, and hears nothing twice; taken out and put back, it shows what it showed.
      const moved = await page.evaluate(async () => {
        second.edit({cell: {b: -1}});
        const lab = within(second.shadowRoot, at.lab);
        let listeners = 0;
        const {addEventListener, removeEventListener} = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (...given) {
          listeners += 1;
          return addEventListener.apply(this, given);
        };
        EventTarget.prototype.removeEventListener = function (...given) {
          listeners -= 1;
          return removeEventListener.apply(this, given);
        };
        place.prepend(second);
        const added = listeners;
        Object.assign(EventTarget.prototype, {addEventListener, removeEventListener});
        await new Promise((done) => setTimeout(done));
        const stays = within(second.shadowRoot, at.lab) === lab;
        second.remove();
        await new Promise((done) => setTimeout(done));
        const empty = second.shadowRoot.childElementCount === 0 && second.experiment === null;
        place.append(second);
        await second.ready;
        return {stays, added, empty, link: second.link};
      });
      assert.deepEqual(moved, {stays: true, added: 0, empty: true, link: 'RS&I=90&b=-1&T=800'});

      // What an attribute says already changes nothing when it is set again; what is set later wins, whatever `current` said before.
      const again = await page.evaluate(async () => {
        const soon = () => new Promise((done) => setTimeout(done, 200));
        const lab = within(second.shadowRoot, at.lab);
        await soon();
        second.heard.length = 0;
        for (const name of ['link', 'current', 'experiment', 'theme'])
          second.setAttribute(name, second.getAttribute(name));
        await soon();
        const quiet = second.heard.length === 0 && within(second.shadowRoot, at.lab) === lab;
        const links = [second.link];
        for (const [name, value] of [
          ['link', 'RS&I=200'],
          ['current', '210'],
          ['link', 'RS&I=220'],
          ['preset', 'IB'],
          ['link', 'RS&I=220'],
        ]) {
          second[name] = value;
          await soon();
          links.push(second.link);
        }
        second.experiment = {cell: {b: 3}};
        second.experiment = {};
        links.push(second.link);
        return {quiet, links};
      });
      assert.deepEqual(again, {
        quiet: true,
        links: ['RS&I=90&b=-1&T=800', 'RS&I=200', 'RS&I=210', 'RS&I=220', 'IB', 'RS&I=220', 'RS&I=220'],
      });

      // What a link says is locked and withheld is so, also once the element is put in again; and Reset leads to what its page said.
      const locked = await page.evaluate(async () => {
        const neuron = await put({preset: 'RS', current: '80'});
        neuron.edit({cell: {d: 50}});
        neuron.link = '?lock=cell&answers=off#RS&I=90&T=700';
        await new Promise((done) => setTimeout(done, 200));
        const seen = [[neuron.link, neuron.edit({cell: {b: 3}}).map(({code}) => code)]];
        neuron.edit({duration: 600});
        neuron.remove();
        await new Promise((done) => setTimeout(done));
        place.append(neuron);
        await neuron.ready;
        seen.push([neuron.link, neuron.edit({cell: {b: 3}}).map(({code}) => code), neuron.measures]);
        neuron.experiment = {};
        seen.push(neuron.link);
        neuron.remove();
        return seen;
      });
      const query = '?lock=cell&answers=off#';
      assert.deepEqual(locked, [
        [`${query}RS&I=90&T=700`, ['locked']],
        [`${query}RS&I=90&T=600`, ['locked'], null],
        `${query}RS&I=90&T=700`,
      ]);

      // How it is shown can change, too, and what is set up with it, even before it has started.
      const shownAnew = await page.evaluate(async () => {
        second.remove();
        const neuron = await put({preset: 'RS', view: 'figure', show: 'v', lock: 'cell'});
        const looks = () => [
          neuron.link,
          allWithin(neuron.shadowRoot, elsewhere(at.timeCanvases)).filter((one) => one.offsetWidth).length,
        ];
        const seen = [
          looks(),
          neuron.edit({cell: {b: 1}}).map(({code}) => code),
          neuron.edit({stimulus: [{kind: 'step', amplitude: 90, onset: 100, duration: null}]}),
        ];
        neuron.show = 'v current';
        await new Promise((done) => setTimeout(done));
        seen.push(looks()[0], (await neuron.ready) && looks());
        neuron.setAttribute('poster', '1');
        neuron.preset = 'IB';
        await new Promise((done) => setTimeout(done, 300));
        seen.push(neuron.experiment, within(neuron.shadowRoot, at.button).textContent.length > 2);
        neuron.poster = null;
        neuron.lock = null;
        neuron.controls = 'all';
        seen.push((await neuron.ready) && looks(), neuron.edit({cell: {b: 4}}));
        place.append(second);
        await second.ready;
        return seen;
      });
      assert.deepEqual(shownAnew, [
        ['?lock=cell#RS', 1],
        ['locked'],
        [],
        '',
        ['?lock=cell#RS&I=90', 2],
        null,
        true,
        ['IB', 2],
        [],
      ]);

      // A second copy of the script does nothing, and what attributes say that means nothing is said.
      const strange = await page.evaluate(async () => {
        await load();
        const all = [
          {preset: '<img src=x onerror=alert(1)>'},
          {preset: 'x'.repeat(1e6)},
          {current: 'much'},
          {preset: 'RS', experiment: '{'},
        ];
        const said = [];
        for (const attributes of all) {
          const neuron = await put({...attributes, lang: 'en'});
          const line = within(neuron.shadowRoot, at.message);
          said.push([neuron.link, line.hidden ? '' : line.textContent.slice(0, 300), line.textContent.length]);
          neuron.remove();
        }
        return said;
      });
      for (const [link, said, length] of strange) {
        assert.equal(link, 'RS');
        assert.match(said, /<img|xxx|much|experiment|not/);
        assert.ok(length < 400, said);
      }
    }));

  test(`${browser}: widgets show what their models say, write to them where they may, and share one engine`, () =>
    withPage({browser}, async (page) => {
      const found = await page.evaluate(async () => {
        const soon = () => new Promise((done) => setTimeout(done, 250));
        const models = [
          modelOf({preset: 'IB', current: 350, experiment: {}, spikes: [], lang: 'en'}),
          modelOf({preset: 'RS', experiment: {cell: {b: -1.5}}, answers: false}, true),
          modelOf({}),
        ];
        const ends = [];
        const neurons = [];
        for (const model of models) {
          const el = place.appendChild(document.createElement('div'));
          ends.push((await widget()).render({model, el}));
          neurons.push(await el.firstElementChild.ready);
        }
        await soon();
        const shown = neurons.map(({link, measures}) => [link, measures === null]);
        const spikes = models[0].values.spikes.length;
        // The notebook assigns, then the reader edits.
        models[0].set('current', 360);
        await soon();
        models[0].set('experiment', {cell: {b: 4}});
        await soon();
        const assigned = neurons[0].link;
        neurons[0].edit({duration: 500});
        neurons[1].edit({duration: 500});
        await soon();
        const written = structuredClone(models[0].values);
        for (const end of ends) end();
        await soon();
        return {
          shown,
          spikes,
          assigned,
          written,
          saved: models.map(({saved}) => saved > 0),
          left: [place.textContent, models.map(({heard}) => heard()).join()],
          instances,
        };
      });
      assert.deepEqual(found.shown, [
        ['IB&I=350', false],
        ['?answers=off#RS&b=-1.5', true],
        ['RS', false],
      ]);
      assert.ok(found.spikes > 0);
      assert.equal(found.assigned, 'IB&I=360&b=4');
      assert.equal(found.written.experiment.duration, 500);
      assert.equal(found.written.link, 'IB&I=360&b=4&T=500');
      assert.ok(found.written.spikes.length > 0);
      assert.deepEqual(found.saved, [true, false, true]);
      assert.deepEqual(found.left, ['', '0,0,0']);
      assert.equal(found.instances, 1);
    }));

  test(`${browser}: two views of a widget show the same, whoever edits, and keep what each shows of it`, () =>
    withPage({browser}, async (page) => {
      const found = await page.evaluate(async () => {
        const soon = () => new Promise((done) => setTimeout(done, 400));
        const said = {preset: 'RS', current: 70, view: 'figure', controls: ['all']};
        const model = modelOf({...said, experiment: {}, link: '', spikes: []});
        const {render} = await widget();
        const views = [];
        for (let i = 0; i < 3; i += 1) {
          const el = place.appendChild(document.createElement('div'));
          if (i === 2) Object.assign(el.style, {position: 'absolute', top: '1e5px', left: '-9999px'});
          render({model, el});
          views.push(el.firstElementChild);
          if (i < 2) views[i].scrollIntoView(); // a figure waits until it is seen
          if (i < 2) await views[i].ready;
        }
        // The third cannot be seen yet, and so has not begun.
        const [a, b] = views;
        await soon();
        const labs = () => views.map((view) => within(view.shadowRoot, at.lab));
        const before = labs();
        let opened = 0;
        b.addEventListener('edit', ({detail}) => (opened += detail.why === 'opened'));
        const links = () => views.slice(0, 2).map((view) => view.link);
        const seen = [];
        for (const amplitude of [200, 90, 150]) {
          a.edit({stimulus: [{kind: 'step', amplitude, onset: 100, duration: null}]});
          await soon();
          seen.push(links());
        }
        const kept = [opened, ...labs().map((lab, i) => lab === before[i]), model.values.link];
        b.edit({cell: {b: -1}});
        await soon();
        seen.push(links());
        // The notebook: a link wins over the current said before; what differs no more is undone.
        model.set('link', 'RS&I=300');
        await soon();
        seen.push(links());
        model.set('preset', 'IB');
        await soon();
        seen.push(links());
        a.edit({cell: {b: 4}});
        await soon();
        model.set('experiment', {});
        await soon();
        seen.push(links());
        return {seen, kept};
      });
      const both = (link) => [link, link];
      assert.deepEqual(
        found.seen,
        ['RS&I=200', 'RS&I=90', 'RS&I=150', 'RS&I=150&b=-1', 'RS&I=300', 'IB', 'IB'].map(both),
      );
      assert.deepEqual(found.kept, [0, true, true, true, 'RS&I=150']);
    }));

  inOne(browser)(`${browser}: the element needs no more than its script and wasm of a page’s policy`, async () => {
    const script = `${await labSite()}izhikevich-neuron.js`;
    // Its encoding is not said, so that what the script says of its own counts.
    const html = (attributes) =>
      `<!doctype html><html lang="en"><head><title>x</title><link rel="icon" href="data:,"><script src="${script}"></script></head><body><izhikevich-neuron ${attributes}>the lab</izhikevich-neuron></body></html>`;
    const policy = `default-src 'none'; img-src data:; script-src ${script}`;
    const seen = () => {
      const {shadowRoot} = document.body.firstElementChild;
      return {
        ready: Boolean(within(shadowRoot, elsewhere(at.play))),
        said: within(shadowRoot, at.alerts)?.textContent ?? '',
        font: getComputedStyle(within(shadowRoot, at.title)).fontFamily,
      };
    };
    await underPolicy(
      browser,
      `${policy} 'wasm-unsafe-eval'; worker-src blob:`,
      async (page, errors) => {
        await page.waitForFunction(() => document.body.firstElementChild.experiment, {timeout: 10e3});
        const {ready, said, font} = await page.evaluate(seen);
        assert.deepEqual([ready, said, errors], [true, '', []]);
        assert.match(font, /Lab Sans/);
      },
      html('preset="RS"'),
    );
    await underPolicy(
      browser,
      policy,
      async (page) => {
        await page.waitForFunction(() => within(document.body.firstElementChild.shadowRoot, at.alerts), {
          timeout: 10e3,
        });
        assert.match((await page.evaluate(seen)).said, /wasm-unsafe-eval/);
        const ended = await page.evaluate(() => document.body.firstElementChild.ready.catch(() => 'rejected'));
        assert.equal(ended, 'rejected');
      },
      html('preset="RS"'),
    );
  });

  // Fails with: a listener of the lab on something that outlives it.
  inOne(browser)(`${browser}: two hundred labs come and go, and nothing of them stays`, () =>
    withPage({browser}, async (page) => {
      const cdp = await page.createCDPSession();
      await cdp.send('Performance.enable');
      /** What there is once everything is collected that nothing holds. */
      async function counted() {
        await pause(500);
        for (let i = 0; i < 3; i += 1) await cdp.send('HeapProfiler.collectGarbage');
        const {metrics} = await cdp.send('Performance.getMetrics');
        const of = (wanted) => metrics.find(({name}) => name === wanted).value;
        return {nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') / 1e6};
      }
      const come = (times) =>
        page.evaluate(async (times) => {
          window.collected ??= 0;
          window.registry ??= new FinalizationRegistry(() => (window.collected += 1));
          for (let i = 0; i < times; i += 1) {
            const neuron = await put({preset: ['RS', 'IB', 'note-4'][i % 3], view: i % 4 === 1 ? 'lab' : 'figure'});
            registry.register(neuron);
            // Some leave in the middle of a run, some before they have been seen.
            if (i % 4 === 1) within(neuron.shadowRoot, elsewhere(at.play)).click();
            neuron.remove();
            if (i % 4 === 2) {
              const early = document.createElement('izhikevich-neuron');
              place.append(early);
              await new Promise((done) => setTimeout(done, i % 20));
              early.remove();
            }
          }
        }, times);
      await page.evaluate(() => load());
      await come(40);
      const before = await counted();
      await come(160);
      const after = await counted();
      assert.ok(after.nodes <= before.nodes + 20, `nodes: ${before.nodes}, then ${after.nodes}`);
      assert.ok(after.listeners <= before.listeners, `listeners: ${before.listeners}, then ${after.listeners}`);
      assert.ok((await page.evaluate(() => collected)) >= 198, 'the elements are collected');
      // A lab that stays takes a megabyte; the browser itself keeps some kilobytes of compiled code for each, fewer and fewer.
      assert.ok(after.heap < before.heap + 2, `${before.heap} MB, then ${after.heap} MB`);
    }),
  );
}
