// offline.test.mjs: the lab on its site keeps itself for when there is no network, under its policy, and offers what is newer.
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import {dirname, extname, join} from 'node:path';
import {test} from 'node:test';
import {serviceWorker} from '../../web/build/build.mjs';
import {at, enter, open, pause, press, ready, shown, text} from './lab.mjs';
import {browsers, site} from './support.mjs';

const TYPES = {html: 'text/html', js: 'text/javascript', txt: 'text/plain'};
const dist = dirname(site);
const read = (name) => readFileSync(join(dist, name), 'utf8');

/**
 * What `make site` wrote, at /lab/ of a server of its own that can be stopped, under its policy; `files` of it may be replaced, by
 * name, of which another page is under none. While `state.broken` says how, pages of the folder are not to be had.
 */
async function siteServed(files = {}) {
  const asked = [];
  const state = {broken: ''};
  const waiting = [];
  const folderPolicy = {'content-security-policy': read('policy.txt').trim()};
  const server = createServer(({url}, response) => {
    asked.push(url);
    const [path] = url.split('?');
    const name = path === '/lab/' ? 'index.html' : path.replace('/lab/', '');
    if (path === '/host.html')
      return response
        .writeHead(200, {'content-type': 'text/html'})
        .end('<link rel="icon" href="data:,"><iframe src="/lab/#IB"></iframe>');
    if (!path.startsWith('/lab/') || !(files[name] ?? /^[\w.-]+$/.test(name))) return response.writeHead(404).end();
    if (state.broken === 'silent') return void waiting.push(response);
    if (state.broken === 'faulty') return response.writeHead(500).end('out of order');
    response
      .writeHead(200, {'content-type': TYPES[extname(name).slice(1)] ?? 'application/json', ...folderPolicy})
      .end(files[name] ?? read(name));
  });
  const listen = (port) => new Promise((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  server.unref(); // a test that fails must not keep its file from ending
  const {port} = server.address();
  return {
    asked,
    files,
    state,
    mend() {
      state.broken = '';
      for (const response of waiting.splice(0)) response.destroy();
    },
    url: `http://127.0.0.1:${port}/lab/`,
    start: () => listen(port),
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Opens it in a browser that has service workers, and closes both. */
async function onSite(browser, use) {
  const served = await siteServed();
  const lab = await open({browser, url: `${served.url}#RS`, workers: true});
  try {
    await ready(lab.frame);
    await use({...lab, served});
  } finally {
    await lab.close();
    await served.stop().catch(() => {});
  }
}

/** How often the page was asked for. */
const pagesAsked = ({asked}) => asked.filter((path) => path === '/lab/').length;
/** The names of the versions that the browser keeps. */
const versions = (frame) => frame.evaluate(() => caches.keys());
/** Waits as long as a busy machine may take. @param {() => Promise<boolean> | boolean} met */
async function until(met) {
  for (let tries = 0; tries < 300 && !(await met()); tries += 1) await pause(100);
}
/** Waits until it keeps so many, and answers their names; the last is another than `before`. */
async function kept(frame, count, before = '') {
  let all = [];
  await until(async () => {
    all = await versions(frame);
    return all.length === count && all.at(-1) !== before;
  });
  assert.equal(all.length, count);
  assert.notEqual(all.at(-1), before);
  await frame.evaluate(async () => void (await navigator.serviceWorker.ready));
  return all;
}

/** Other versions: the same page with a mark, and a service worker that keeps it. */
async function another(mark) {
  const html = read('index.html').replace('name="viewport"', `data-mark="${mark}" $&`);
  return {'index.html': html, 'service-worker.js': await serviceWorker({'./': html})};
}
const markOf = (frame) => frame.evaluate(() => /data-mark="(\w+)"/.exec(document.head.innerHTML)?.[1]);
const isOffered = (frame) =>
  frame.evaluate(() => !part(at.message).hidden && /newer version/.test(part(at.message).textContent));
const offered = (frame) =>
  frame.waitForFunction(() => /newer version/.test(part(at.message)?.textContent) && !part(at.message).hidden, {
    polling: 100,
    timeout: 10e3,
  });

for (const browser of browsers) {
  test(`${browser}: once opened on its site, the lab opens again without a server, as it was left, and by any link`, () =>
    onSite(browser, async ({page, frame, served, errors}) => {
      await kept(frame, 1);
      const asked = new Set(served.asked);
      for (const path of ['/lab/', '/lab/lecturers.html', '/lab/service-worker.js'])
        assert.ok(asked.delete(path), path);
      asked.delete('/lab/manifest.webmanifest'); // a browser without a window may not ask for it
      assert.deepEqual([...asked], []);
      await enter(frame, 'cell.b', '-1.25');
      await frame.waitForFunction(() => location.hash.includes('b=-1.25'), {polling: 50, timeout: 5000});
      await served.stop();
      await page.reload();
      await ready(frame);
      assert.equal(await shown(frame, 'cell.b'), '-1.25');
      await page.goto(`${served.url}index.html?lang=es#IB`);
      await ready(frame);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'es');
      assert.equal(await frame.evaluate(() => location.hash), '#IB');
      await page.goto(`${served.url}lecturers.html`);
      assert.equal(await text(frame, at.title), 'Izhikevich Lab for lecturers');
      assert.deepEqual(errors, []);
    }));

  test(`${browser}: a newer version is offered, not forced, and taken with all that was made`, () =>
    onSite(browser, async ({page, frame, served, errors}) => {
      await kept(frame, 1);
      Object.assign(served.files, await another('second'));
      // As long as nobody asks for it, the version in use opens.
      await page.reload();
      await ready(frame);
      const [, second] = await kept(frame, 2);
      await offered(frame);
      await enter(frame, 'cell.b', '-1.25');
      await press(frame, at.dismiss);
      assert.equal(await isOffered(frame), false);
      Object.assign(served.files, await another('third'));
      await page.reload();
      await ready(frame);
      assert.equal(await markOf(frame), undefined);
      await offered(frame);
      // Of all that is newer only the newest is kept.
      await kept(frame, 2, second);
      await served.stop();
      const loaded = page.waitForNavigation();
      await frame.evaluate(() => part(at.useNewer).click());
      await loaded;
      await ready(frame);
      assert.equal(await markOf(frame), 'third');
      assert.equal(await shown(frame, 'cell.b'), '-1.25');
      await pause(500);
      assert.equal(await isOffered(frame), false);
      assert.equal((await versions(frame)).length, 1);
      assert.deepEqual(errors, []);
    }));

  test(`${browser}: a frame shows what the server has, and what is kept where that is not to be had`, () =>
    onSite(browser, async ({page, frame, served, errors}) => {
      await kept(frame, 1);
      Object.assign(served.files, await another('second'));
      const framed = async () => {
        await page.goto(served.url.replace('lab/', 'host.html'));
        const [inner] = page.mainFrame().childFrames();
        await ready(inner);
        assert.equal(await inner.evaluate(() => location.hash), '#IB');
        return markOf(inner);
      };
      assert.equal(await framed(), 'second');
      assert.deepEqual(errors, []);
      for (const broken of ['faulty', 'silent']) {
        served.state.broken = broken;
        assert.equal(await framed(), undefined, broken);
      }
      served.mend();
      // By itself it is still the version in use, which offers the other.
      await page.goto(`${served.url}#RS`);
      await ready(frame);
      assert.equal(await markOf(frame), undefined);
      await offered(frame);
    }));

  test(`${browser}: a reload past what is kept takes the newer version, for good`, () =>
    onSite(browser, async ({page, frame, served, errors}) => {
      const [first] = await kept(frame, 1);
      Object.assign(served.files, await another('second'));
      if (browser === 'chromium') {
        const client = await page.createCDPSession();
        const loaded = page.waitForNavigation();
        await client.send('Page.reload', {ignoreCache: true});
        await loaded;
      } else {
        // Firefox cannot be told to: without a service worker its next load is one past it, too.
        await frame.evaluate(async () => (await navigator.serviceWorker.getRegistration()).unregister());
        await page.reload();
      }
      await ready(frame);
      assert.equal(await frame.evaluate(() => navigator.serviceWorker.controller), null);
      assert.equal(await markOf(frame), 'second');
      await kept(frame, 1, first);
      assert.equal(await isOffered(frame), false);
      await served.stop();
      await page.reload();
      await ready(frame);
      assert.equal(await markOf(frame), 'second');
      assert.equal(await isOffered(frame), false);
      assert.deepEqual(errors, []);
    }));

  test(`${browser}: a newer version that is on its way before the page is ready is offered, too`, () =>
    onSite(browser, async ({page, frame, served}) => {
      await kept(frame, 1);
      Object.assign(served.files, await another('second'));
      // As when the browser itself looks for it as soon as the page loads.
      await page.evaluateOnNewDocument(() => {
        navigator.serviceWorker.getRegistration().then((registration) => registration.update());
      });
      await page.reload();
      await ready(frame);
      assert.equal(await markOf(frame), undefined);
      await offered(frame);
    }));

  test(`${browser}: in a frame, and where the server has another page than it says, nothing is kept`, async () => {
    const served = await siteServed();
    const framed = await open({browser, url: served.url.replace('lab/', 'host.html'), workers: true});
    await ready(framed.page.mainFrame().childFrames()[0]);
    await pause(1000);
    assert.deepEqual(served.asked, ['/host.html', '/lab/']);
    assert.deepEqual(framed.errors, []);
    await framed.close();
    served.files['index.html'] = (await another('altered'))['index.html'];
    const {frame, close} = await open({browser, url: served.url, workers: true});
    await ready(frame);
    await until(() => pagesAsked(served) >= 3);
    await pause(500);
    assert.deepEqual(await versions(frame), []);
    await close();
    await served.stop();
  });
}

test('the lab can be installed: its manifest and its icons are accepted', () =>
  onSite('chromium', async ({page, frame, errors}) => {
    await kept(frame, 1);
    const client = await page.createCDPSession();
    const {errors: wrong, data} = await client.send('Page.getAppManifest');
    assert.deepEqual(wrong, []);
    const {icons, start_url} = JSON.parse(data);
    assert.equal(start_url, './');
    const {installabilityErrors} = await client.send('Page.getInstallabilityErrors');
    assert.deepEqual(
      installabilityErrors.map(({errorId}) => errorId).filter((id) => id !== 'in-incognito'),
      [],
    );
    // The sizes are those that the files have.
    const sizes = await frame.evaluate(
      (all) =>
        Promise.all(
          all.map(async ({src, sizes}) => {
            const picture = Object.assign(new Image(), {src});
            await picture.decode();
            return sizes === 'any' ? sizes : `${picture.naturalWidth}x${picture.naturalHeight}`;
          }),
        ),
      icons,
    );
    assert.deepEqual(
      sizes,
      icons.map(({sizes}) => sizes),
    );
    assert.deepEqual(errors, []);
  }));
