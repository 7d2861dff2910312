// lecturers.test.mjs: the page for lecturers is found from the lab, reads well for everybody, and every example in it works.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {policyOf} from '../../web/build/policy.mjs';
import {page as coursePage} from '../hosts/course-pages.mjs';
import {root} from '../support.mjs';
import {labIn, labSite} from './hosts.mjs';
import {at, open, press, read, readAll, ready, settle, text, unlessHidden, withLab} from './lab.mjs';
import {violations} from './looks.mjs';
import {browsers, site} from './support.mjs';

const guide = readFileSync(join(dirname(site), 'lecturers.html'), 'utf8');
const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));

/** Stands for the address of the lab. */
const EXAMPLE = 'https://example.org/lab/';

/** Opens the page, and fails if it had errors. */
async function withGuide(options, use) {
  const {page, errors, close} = await open({...options, url: `${await labSite()}lecturers.html`});
  try {
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
}

test('the lab leads to it where it stands beside it, and says nothing of it where it does not', async () => {
  await withLab({}, async ({frame}) => {
    await press(frame, at.about);
    assert.equal(await read(frame, at.lecturers, (link) => new URL(link.href).pathname), '/lecturers.html');
  });
  for (const mode of ['file', 'sandbox'])
    await withLab({mode}, async ({frame}) => {
      await press(frame, at.about);
      assert.equal(await text(frame, at.lecturersLine), '');
    });
});

test('it reads well: in light and dark, at 320 px, and under the policy of the site', async () => {
  for (const dark of [false, true])
    await withGuide({dark, width: 320}, async (page) => {
      assert.deepEqual(await violations(page.mainFrame()), []);
      const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      assert.equal(await page.evaluate(over), 0);
      assert.match(await text(page, at.main), new RegExp(`This is version ${version.replaceAll('.', '\\.')}\\.`));
    });
  const policy = policyOf(readFileSync(site, 'utf8'), guide);
  const server = createServer((_, response) =>
    response.writeHead(200, {'content-type': 'text/html', 'content-security-policy': policy}).end(guide),
  );
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  const {page, errors, close} = await open({url: `http://127.0.0.1:${server.address().port}/`});
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), '0px', 'its style is in force');
  assert.deepEqual(errors, []);
  await close();
  server.close();
});

test('every link in it leads somewhere, and those to the lab open what they say', () =>
  withGuide({}, async (page) => {
    const links = await readAll(page, at.links, (all) => all.map((one) => one.getAttribute('href')));
    for (const href of links.filter((one) => one.startsWith('#')))
      assert.ok(guide.includes(` id="${href.slice(1)}"`), href);
    const files = links.filter((one) => /^[\w-]/.test(one));
    assert.ok(files.includes('embed.txt') && files.includes('policy.txt'));
    for (const file of files) assert.ok(readFileSync(join(dirname(site), file), 'utf8').length > 100, file);
    const opened = links.filter((one) => /^\.\/[?#]/.test(one));
    assert.ok(opened.length >= 8, `${opened.length} links`);
    for (const href of opened) {
      // By a page in between, since another fragment alone is not another page.
      await page.goto('about:blank');
      await page.goto((await labSite()) + href.slice(2));
      await ready(page.mainFrame());
      assert.equal(await unlessHidden(page, at.message), '', href);
      const {hash, search} = new URL(href, 'http://lab/');
      assert.ok((await page.evaluate(() => location.hash)).startsWith(hash.split('&')[0]), href);
      if (search === '?lang=es') assert.equal(await page.evaluate(() => document.documentElement.lang), 'es');
      if (search === '?theme=dark') assert.equal(await page.evaluate(() => themeOf(document.documentElement)), 'dark');
      if (search === '?answers=off') assert.doesNotMatch(await text(page, at.headline), /51/);
    }
  }));

/** The examples of code in it, and that of the README, for the lab as it stands here. */
async function examples(page) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const all = [
    ...(await readAll(page, at.codeBlocks, (blocks) => blocks.map((one) => one.textContent))),
    ...Array.from(readme.matchAll(/```html\n(.*?)```/gs), ([, code]) => code.replace('index.html', EXAMPLE)),
  ];
  const here = await labSite();
  return all.map((code) => {
    assert.ok(code.includes(EXAMPLE), code);
    return code.replaceAll(EXAMPLE, here);
  });
}

/** What each example does, in their order. */
const DOES = [
  async function aFigure(page) {
    const lab = await labIn(page);
    assert.deepEqual(await changeable(lab), ['quick']);
    assert.match(await text(lab, at.headline), /51\.43/);
  },
  async function anElement(page) {
    const shown = await page.evaluate(async () => {
      const neuron = await document.body.lastElementChild.ready;
      return [
        neuron.link,
        allWithin(neuron.shadowRoot, elsewhere(at.timeCanvases)).filter((one) => one.offsetParent).length,
      ];
    });
    assert.deepEqual(shown, ['RS', 2]);
  },
  // Only the current can be changed, and no answer is told: neither in the figure nor in the lab behind it.
  async function aQuestion(page) {
    const lab = await labIn(page);
    const link = await page.evaluate((where) => part(where).href, at.courseLink);
    await lab.waitForFunction((where) => part(where).href, {polling: 50, timeout: 5000}, at.openLab); // written after a rest
    const own = await lab.evaluate((where) => part(where).href, at.openLab);
    for (const address of [null, link, own]) {
      if (address) await page.goto(address);
      const frame = address ? page.mainFrame() : lab;
      await ready(frame);
      await settle(frame);
      const seen = await frame.evaluate(() => document.body.innerText);
      assert.doesNotMatch(seen, /51\.4|Hz|rheobase:|spikes? a second/i);
      const free = await changeable(frame);
      assert.deepEqual(
        free.filter((path) => !/^(quick|stimulus\.step\.amplitude)$/.test(path)),
        [],
        address ?? 'frame',
      );
      assert.ok(free.length > 0);
    }
  },
  async function theReadmes(page) {
    const lab = await labIn(page);
    assert.deepEqual(await changeable(lab), ['quick']);
    assert.equal(await unlessHidden(lab, at.message), '');
  },
];

/** The paths of the numbers that can be changed. */
const changeable = (frame) =>
  readAll(frame, at.number(), (all) =>
    all
      .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && !one.readOnly)
      .map((one) => about(one).path),
  );

for (const browser of browsers)
  test(`${browser}: every example of code in it, and in the README, does what it is there for`, () =>
    withGuide({browser}, async (page) => {
      const all = await examples(page);
      assert.equal(all.length, DOES.length);
      for (const [index, code] of all.entries()) {
        const here = coursePage(code);
        const server = createServer((_, response) => response.writeHead(200, {'content-type': 'text/html'}).end(here));
        await new Promise((done) => server.listen(0, '127.0.0.1', done));
        server.unref();
        await page.goto(`http://127.0.0.1:${server.address().port}/`);
        await DOES[index](page);
        server.close();
      }
    }));
