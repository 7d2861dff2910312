// embed-md.test.mjs: every example in web/EMBED.md works, as it stands there.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {root} from '../support.mjs';
import {labIn, labSite, openHost} from './hosts.mjs';
import {open} from './lab.mjs';
import {browsers} from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'izh-embed-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const manual = readFileSync(join(root, 'web/EMBED.md'), 'utf8');
/** The examples in a language, in their order. */
const examples = (language) =>
  [...manual.matchAll(/```(\w+)\n(.*?)```/gs)].filter(([, name]) => name === language).map(([, , code]) => code);

/** Opens an example as a page, with the lab where it is here; fails if it has errors. */
async function withExample(browser, code, use) {
  const site = await labSite();
  const here = code
    .replaceAll('https://example.org/lab/', site)
    .replaceAll('https://example.org', new URL(site).origin);
  assert.doesNotMatch(here, /example\.org/);
  const file = join(folder, 'example.html');
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"><body>${here}`,
  );
  const {page, errors, close} = await open({browser, file});
  try {
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
}

/** Waits until an output says something that matches. */
const says = (page, id, pattern) =>
  page.waitForFunction((id, source) => new RegExp(source).test(window[id].value), {timeout: 10e3}, id, pattern.source);

/** What each HTML example does, in their order. */
const DOES = [
  async function aFigure(page) {
    const lab = await labIn(page);
    assert.equal(
      await lab.evaluate(() => allWithin(document, at.timeCanvases).filter((one) => one.offsetParent).length),
      2,
    );
  },
  async function aHeight(page) {
    await labIn(page);
    await page.evaluate(() => (frame.height = 100));
    await page.evaluate(() => (frame.width = 600));
    await page.waitForFunction(() => Number(frame.height) > 200, {timeout: 5000});
  },
  async function messages(page) {
    const lab = await labIn(page);
    await says(page, 'count', /^[1-9]\d*$/);
    assert.match(await lab.evaluate(() => location.hash), /^#RS/);
  },
  async function anElement(page) {
    const shown = await page.evaluate(async () => {
      const neuron = await document.body.lastElementChild.ready;
      const canvases = allWithin(neuron.shadowRoot, elsewhere(at.timeCanvases)).filter((one) => one.offsetParent);
      return [neuron.link, canvases.length, neuron.edit({cell: {b: 1}})[0].code, neuron.offsetHeight > 300];
    });
    assert.deepEqual(shown, ['RS', 2, 'locked', true]);
  },
  async function withACaption(page) {
    const found = await page.evaluate(async () => {
      const [neuron, caption] = document.body.lastElementChild.children;
      await neuron.ready;
      const fills = (height) => {
        neuron.style.minHeight = height;
        return within(neuron.shadowRoot, elsewhere(at.main)).offsetHeight === neuron.offsetHeight;
      };
      const seen = [fills('480px'), fills('900px'), fills('0')];
      // Too low a box covers nothing of what follows it, on a phone neither.
      for (const width of ['800px', '390px']) {
        Object.assign(neuron.style, {width, height: '250px'});
        const {left, top} = caption.getBoundingClientRect();
        seen.push(document.elementFromPoint(left + 5, top + 5) === caption, neuron.scrollHeight > neuron.clientHeight);
        seen.push(neuron.scrollWidth === neuron.clientWidth);
      }
      return seen;
    });
    assert.deepEqual(found, Array(9).fill(true));
  },
  async function itsEvents(page) {
    await says(page, 'first', /^\d+\.\d$/);
    await says(page, 'b', /^4$/);
  },
];

/** The values of a widget's model, as a Python example has them: its traits, and what it is made with. */
function modelOf(python) {
  const value = (text) =>
    ({'{}': {}, '[]': [], True: true, False: false})[text] ?? (/^["']/.test(text) ? text.slice(1, -1) : Number(text));
  const traits = [...python.matchAll(/^ {4}(\w+) = traitlets\.\w+\((.*?)\)\.tag\(sync=True\)$/gm)];
  const given = /= Neuron\((.*)\)/
    .exec(python)[1]
    .split(', ')
    .map((one) => one.split('='));
  return Object.fromEntries(
    [...traits.map(([, name, text]) => [name, text]), ...given].map(([name, text]) => [name, value(text)]),
  );
}

for (const browser of browsers) {
  test(`${browser}: every page in EMBED.md does what it is there for`, async () => {
    const all = examples('html');
    assert.equal(all.length, DOES.length);
    for (const [index, code] of all.entries()) await withExample(browser, code, DOES[index]);
  });

  test(`${browser}: the widgets in EMBED.md show their neurons`, async () => {
    const [python, ...others] = examples('python');
    const [json, ...more] = examples('json');
    assert.deepEqual([others, more], [[], []]);
    assert.match(python, /_esm = "https:\/\/example\.org\/lab\/izhikevich-neuron\.mjs"/);
    const {page, errors, close} = await openHost('element', {browser, wait: false});
    const shown = await page.evaluate(
      async (all) => {
        const found = [];
        for (const values of all) {
          const model = modelOf(values);
          const el = place.appendChild(document.createElement('div'));
          (await widget()).render({model, el});
          el.scrollIntoView(); // a figure waits until it is seen
          const neuron = await el.firstElementChild.ready;
          await new Promise((done) => setTimeout(done, 200));
          const canvases = allWithin(neuron.shadowRoot, elsewhere(at.timeCanvases));
          found.push([neuron.link, canvases.filter((one) => one.offsetWidth).length, model.values.spikes?.length > 0]);
        }
        return found;
      },
      [modelOf(python), JSON.parse(json)],
    );
    assert.deepEqual(
      shown.map(([link, , spikes]) => [link, spikes]),
      [
        ['IB&I=350', true],
        ['RS', true],
      ],
    );
    assert.deepEqual(errors, []);
    await close();
  });
}
