// embed.test.mjs: Share gives the code that embeds what is on show, and the lab comes alive in every kind of course page.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {test} from 'node:test';
import {page as coursePage, treats, wordpressHeights, wordpressOembed} from '../hosts/course-pages.mjs';
import {bundled} from '../support.mjs';
import {labSite} from './hosts.mjs';
import {
  ask,
  at,
  closeDialog,
  enter,
  handles,
  keepSaved,
  open,
  openShare,
  pause,
  press,
  read,
  readAll,
  ready,
  select,
  settle,
  shown,
  text,
  withLab,
} from './lab.mjs';
import {browsers, site} from './support.mjs';

const {HOSTS, SIZE, embedCode, frameCode} = await bundled('web/send/embed-code.js');

/** The addresses in some code: of the frame, and of the link below it. */
function addressesIn(code) {
  const unescaped = (one) => one?.replaceAll('&amp;', '&');
  return {
    frame: unescaped(/ (?:data-)?src="([^"]*)"/.exec(code)?.[1] ?? /\{iframe\} (\S+)/.exec(code)?.[1]),
    link: unescaped(/ href="([^"]*)"/.exec(code)?.[1] ?? /\]\((.*)\)/.exec(code)?.[1]),
  };
}

const code = (frame) => read(frame, at.embedCode, (box) => box.value);
/** Ticks boxes, or clears them. */
async function tick(frame, name, ...values) {
  for (const value of values) await press(frame, at.embedBox(name, value));
}
/** Waits for the lab of the preview; answers how it is shown. */
const preview = (frame) =>
  frame.evaluate(async () => {
    const root = () => part(at.embedPreview).shadowRoot;
    part(at.embedPreview).scrollIntoView(); // it waits until it is seen
    for (let tries = 0; tries < 200 && !(root() && within(root(), at.ready)); tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    const seen = (where) => allWithin(root(), where).filter((one) => one.getClientRects().length);
    const {width, height} = part(at.embedPreview).getBoundingClientRect();
    return {
      size: [width, height],
      fills: Math.round(within(root(), at.lab).getBoundingClientRect().height) === height,
      numbers: seen(at.number()).map((one) => one.value),
      plots: seen(at.canvas()).length,
      figure: !within(root(), at.equation),
    };
  });
/** Waits until the preview shows another lab than before. */
const previewAnew = async (frame) => {
  await pause(300);
  return preview(frame);
};

for (const browser of browsers)
  test(`${browser}: Share gives code for what a lecturer chooses, shows it, and it opens as it was chosen`, () =>
    withLab({browser, hash: 'RS&I=80', before: keepSaved}, async ({frame, page}) => {
      await openShare(frame);
      await press(frame, at.embed);
      const first = addressesIn(await code(frame));
      const own = new URL(page.url());
      for (const [which, query] of [
        ['frame', {view: 'figure', show: 'v,current', controls: 'amplitude'}],
        ['link', {}],
      ]) {
        const address = new URL(first[which]);
        assert.equal(address.origin + address.pathname, own.origin + own.pathname);
        const {v, ...others} = Object.fromEntries(address.searchParams);
        assert.ok(v);
        assert.deepEqual(others, query, which);
        assert.equal(address.hash, '#RS&I=80');
      }
      assert.deepEqual(await preview(frame), {size: [800, 600], fills: true, numbers: ['80'], plots: 2, figure: true});

      // Another figure: one plot, b alone can be changed, also in the lab; no answers.
      await tick(frame, 'show', 'current', 'fi');
      await tick(frame, 'controls', 'amplitude', 'b');
      await tick(frame, 'lock', 'C', 'k', 'vr', 'vt', 'vpeak', 'a', 'b', 'c', 'd', 'preset');
      await tick(frame, 'lock', 'b');
      await tick(frame, 'answers', 'off');
      const {frame: figure, link} = addressesIn(await code(frame));
      assert.match(
        figure,
        /\?v=[^&]*&view=figure&show=v&controls=b&lock=C,k,vr,vt,vpeak,a,c,d,preset&answers=off#RS&I=80$/,
      );
      assert.match(link, /\?v=[^&]*&lock=C,k,vr,vt,vpeak,a,c,d,preset&answers=off#RS&I=80$/);
      assert.deepEqual(await previewAnew(frame), {
        size: [800, 600],
        fills: true,
        numbers: ['−2'],
        plots: 1,
        figure: true,
      });
      // What is done in the preview stays there.
      const before = await frame.evaluate(() => location.hash);
      await frame.evaluate(async () => {
        const number = within(part(at.embedPreview).shadowRoot, at.number());
        number.value = '-1';
        number.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
        number.dispatchEvent(new KeyboardEvent('keydown', {key: 'z', ctrlKey: true, bubbles: true, composed: true}));
        await new Promise((done) => setTimeout(done, 600));
      });
      assert.equal(await shown(frame, 'cell.b'), '-2');
      assert.equal(await shown(frame, 'stimulus.0.amplitude'), '80');
      assert.equal(await frame.evaluate(() => location.hash), before);

      // The size: what no frame can have is said beside it, and no code is given for it.
      const typed = (side, value) =>
        read(
          frame,
          at.embedSide(side),
          (field, value) => {
            field.value = value;
            field.dispatchEvent(new Event('input', {bubbles: true}));
          },
          value,
        );
      for (const wrong of ['', '0', '-5', '1e3', '99999', 'wide']) {
        await typed('width', wrong);
        assert.match(await text(frame, at.embedProblem), /from 300 to 4000 px/, wrong);
        assert.equal(await code(frame), '');
        assert.equal(await read(frame, at.embedCopy, (button) => button.disabled), true);
      }
      await typed('width', '480');
      await typed('height', '400');
      assert.equal(await text(frame, at.embedProblem), '');
      assert.match(await code(frame), / width="480" height="400" /);
      await press(frame, at.embedCopy);
      await frame.waitForFunction(() => /^Copied|Ctrl\+C/.test(part(at.sharedSaid).textContent), {timeout: 5000});
      const small = await previewAnew(frame);
      assert.deepEqual([small.size, small.fills], [[480, 400], true]);

      // Every kind of page that there is code for is offered, and says how the code is used.
      assert.deepEqual(await readAll(frame, at.embedHosts, (all) => all.map((one) => one.value)), HOSTS);
      const all = new Set();
      for (const host of HOSTS) {
        await select(frame, at.embedHost, host);
        await settle(frame);
        all.add(await code(frame));
      }
      assert.equal(all.size, HOSTS.length - 1); // Moodle's is that of plain HTML
      await closeDialog(frame);
      assert.equal(await read(frame, at.embedPreview, (box) => box.shadowRoot.childElementCount), 0);

      // What the code says is what opens.
      const at2 = new URL(figure);
      await withLab({browser, search: at2.search, hash: at2.hash}, async ({frame}) => {
        assert.equal((await readAll(frame, at.canvas(), (all) => all.filter((one) => one.offsetParent))).length, 1);
        assert.equal(await read(frame, at.message, (line) => line.hidden), true);
        assert.equal(await shown(frame, 'cell.b'), '-2');
      });
    }));

test('the code and the preview follow the title, the note and the run, also while Share is open', () =>
  withLab({hash: 'RS&I=80'}, async ({frame}) => {
    await openShare(frame);
    await press(frame, at.embed);
    await preview(frame);
    const write = (name, written) =>
      read(
        frame,
        at.label(name),
        (field, written) => {
          field.value = written;
          field.dispatchEvent(new Event('input', {bubbles: true}));
        },
        written,
      );
    await write('note', 'Where is the rheobase?');
    await write('title', 'Lecture 3');
    const now = await code(frame);
    assert.match(now, /title="Lecture 3: /);
    const {hash} = new URL(addressesIn(now).frame);
    assert.match(hash, /[&]title=Lecture/);
    assert.match(hash, /[&]note=Where/);
    const noted = (text) =>
      frame.waitForFunction(
        (text) => part(at.embedPreview).shadowRoot?.textContent.includes(text),
        {timeout: 10e3},
        text,
      );
    await noted('Where is the rheobase?');
    // A page around the lab may edit it meanwhile.
    await ask(frame, 'edit', {stimulus: [{kind: 'step', amplitude: 95}]});
    assert.match(addressesIn(await code(frame)).frame, /#RS&I=95&/);
    await frame.waitForFunction(
      () => {
        const root = part(at.embedPreview).shadowRoot;
        return root && allWithin(root, at.number()).some((one) => one.value === '95');
      },
      {timeout: 10e3, polling: 100},
    );
    assert.match(await read(frame, at.sharedLink, (field) => field.value), /#RS&I=95&/);
    await closeDialog(frame);
  }));

test('what is locked and withheld here is so in a course page, whatever else is chosen', () =>
  withLab({search: '?lock=cell&answers=off', hash: 'RS'}, async ({frame}) => {
    await openShare(frame);
    await press(frame, at.embed);
    await tick(frame, 'lock', 'T');
    const {frame: figure, link} = addressesIn(await code(frame));
    for (const address of [figure, link]) assert.match(address, /&lock=cell,T&answers=off#RS$/);
    await closeDialog(frame);
  }));

test('the code for a Spanish page is Spanish; all can be free, the rest locked; the height is what the figure needs, and is forgotten', () =>
  withLab({hash: 'RS'}, async ({frame}) => {
    await openShare(frame);
    await press(frame, at.embed);
    const height = () => read(frame, at.embedSide('height'), (field) => Number(field.value));
    await preview(frame);
    assert.equal(await height(), SIZE.height);
    await select(frame, at.embedLanguage, 'es');
    await settle(frame);
    const spanish = await code(frame);
    assert.match(spanish, /title="Célula de disparo regular: Izhikevich Lab"/);
    assert.match(spanish, />Abrir en Izhikevich Lab</);
    for (const address of Object.values(addressesIn(spanish))) assert.match(address, /[?&]lang=es/);

    // Only d is free, in the lab behind the figure, too.
    await tick(frame, 'controls', 'amplitude', 'd');
    await tick(frame, 'lock', 'rest');
    const {frame: figure, link} = addressesIn(await code(frame));
    for (const address of [figure, link])
      assert.match(address, /lock=stimulus,C,k,vr,vt,vpeak,a,b,c,T,initial,solver,preset&/);

    // With all controls the figure needs more than a frame usually has.
    await tick(frame, 'controls', 'all');
    assert.match(addressesIn(await code(frame)).frame, /controls=all&lock=initial,solver,preset&/);
    await tick(frame, 'show', 'u', 'plane');
    await frame.waitForFunction(
      (low) => Number(part(at.embedSide('height')).value) > low,
      {timeout: 10e3},
      SIZE.height,
    );
    const {size, fills} = await previewAnew(frame);
    assert.deepEqual([size, fills], [[800, await height()], true]);
    assert.match(await text(frame, at.embedNeeds), new RegExp(`${await height()} px`));
    const tall = await frame.evaluate(
      () => within(part(at.embedPreview).shadowRoot, at.canvas('v')).getBoundingClientRect().height,
    );
    assert.ok(tall >= 120, `v(t) is ${tall} px high`);

    // The next time, nothing of that is chosen.
    await closeDialog(frame);
    await openShare(frame);
    const again = addressesIn(await code(frame)).frame;
    assert.match(again, /view=figure&show=v,current&controls=amplitude#RS$/);
    assert.equal(await height(), SIZE.height);
  }));

// --- course pages, with the lab on another server ---------------------------------------------------------------------------

const SECRET = 'aB3dE5fG7h';

/** A course page on a server of its own, with the file of the lab in its folder _static. */
async function served(html) {
  const server = createServer(({url}, response) => {
    const [path] = url.split('?');
    const body = {'/': html, '/_static/izhikevich-lab.html': () => readFileSync(site)}[path];
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': 'text/html'}).end(typeof body === 'function' ? body() : body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return {url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close()};
}

/** The frame in a section of the page, once the lab in it is ready. */
async function labIn(page, name) {
  const [element] = await handles(page.mainFrame(), at.courseFrame(name));
  await element.evaluate((frame) => frame.scrollIntoView());
  const frame = await element.contentFrame();
  await ready(frame);
  return frame;
}

for (const browser of browsers)
  test(`${browser}: the code comes alive in each kind of course page, as that page has it`, async () => {
    const what = {
      site: await labSite(),
      query: '?view=figure&show=v,current&controls=amplitude&lock=cell',
      link: '?lock=cell',
      fragment: '#RS&I=80',
      title: 'Regular spiking cell: Izhikevich Lab',
      open: 'Open in Izhikevich Lab',
      ...SIZE,
    };
    const sections = Object.entries({
      ...Object.fromEntries(HOSTS.map((host) => [host, treats[host](embedCode(host, what))])),
      oembed: wordpressOembed(frameCode({...what, address: what.site + what.query + what.fragment}), SECRET),
      later: treats.canvas(embedCode('canvas', what)),
    }).map(
      ([name, html]) => `<section id="${name}"${name === 'later' ? ' style="display:none"' : ''}>${html}</section>`,
    );
    const host = await served(
      coursePage(`<main style="width:620px;margin:auto">${sections.join('\\n')}</main>${wordpressHeights}`),
    );
    const {page, errors, close} = await open({browser, url: host.url, width: 700});
    try {
      for (const name of [...HOSTS.filter((name) => name !== 'reveal'), 'oembed']) {
        const frame = await labIn(page, name);
        assert.match(await text(frame, at.headline), /80.pA/, name);
        // Nothing of the address was misunderstood, whatever the host appended to it.
        assert.equal(await read(frame, at.message, (line) => line.hidden), true, name);
        assert.equal(await shown(frame, 'quick'), '80', name);
      }
      const looks = () =>
        page.evaluate(() => ({
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          focus: document.activeElement === document.body,
        }));
      // No frame is wider than its column, and none takes the focus.
      assert.deepEqual(await looks(), {over: 0, focus: true});
      // Loaded while it was hidden, and shown after that.
      await page.evaluate((where) => (part(where).style.display = 'block'), at.courseSection('later'));
      const later = await labIn(page, 'later');
      await later.waitForFunction(() => part(at.canvas()).getBoundingClientRect().height > 100, {
        polling: 100,
        timeout: 10e3,
      });
      // A slide that comes, goes, and comes again.
      for (let times = 0; times < 3; times += 1) {
        await page.evaluate(() => window.goTo(true));
        const frame = await labIn(page, 'reveal');
        // What was done on it is there again, and nowhere else, though other frames have the same address.
        assert.match(await text(frame, at.headline), new RegExp(`${80 + times}.pA`));
        await enter(frame, 'quick', `${81 + times}`);
        await page.evaluate(() => window.goTo(false));
        await pause(100);
      }
      await page.reload();
      assert.match(await text(await labIn(page, 'html'), at.headline), /80.pA/);
      await page.evaluate(() => window.goTo(true));
      assert.match(await text(await labIn(page, 'reveal'), at.headline), /83.pA/);
      assert.deepEqual(await looks(), {over: 0, focus: true});
    } finally {
      await close();
      host.close();
    }
    assert.deepEqual(errors, []);
  });
