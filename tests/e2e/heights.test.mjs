// heights.test.mjs: what a frame tells the page around it of its height, in three ways; and pages that do something else with it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {labIn, openHost} from './hosts.mjs';
import {inOne, openAnalysis, pause, presetShown} from './lab.mjs';
import {browsers} from './support.mjs';

/** Opens the host; fails if it, or the lab in it, had errors. */
async function withHost(options, use) {
  const host = await openHost('heights', {hash: '#RS', ...options});
  try {
    await use(host);
    assert.deepEqual(host.errors, []);
  } finally {
    await host.close();
  }
}
const told = (page) => page.evaluate(() => told);
/** Waits until nothing more is told; answers how often it was. */
async function quiet(page) {
  let last = -1;
  for (let now = 0; now !== last; now = await page.evaluate(() => told.izh.length)) {
    last = now;
    await pause(500);
  }
  return last;
}

/** How often a height may be told for one change: what still grows when the frame has its height is told once or twice more. */
const TIMES = 3;
/** What of the lab its frame cuts off, in px. */
const cutOff = (lab) => lab.evaluate(() => document.documentElement.scrollHeight - innerHeight);

for (const browser of browsers) {
  test(`${browser}: the height is told for each change of the contents and of the width until nothing is cut off, whatever the host does with it`, () =>
    withHost({browser, query: {host: 'lti'}}, async ({page, lab}) => {
      let count = 0;
      const more = async () => {
        const before = count;
        count = await quiet(page);
        assert.ok(count > before && count <= before + TIMES, `${before}, then ${count}`);
        assert.equal(await cutOff(lab), 0);
      };
      await more();
      const {lti, wordpress, izh} = await told(page);
      assert.deepEqual(wordpress, []);
      assert.deepEqual(
        izh,
        lti.map((height) => [800, height]),
      );
      assert.ok(lti.at(-1) === (await page.evaluate(() => frame.getBoundingClientRect().height)));

      // What the reader opens makes it higher; so does less width.
      await openAnalysis(lab, 'thresholds');
      await more();
      await page.evaluate(() => (frame.width = 420));
      await more();
      // Not shown, it has no height, and tells none; shown again, it is as high as it was.
      await page.evaluate(() => (box.hidden = true));
      await pause(300);
      await page.evaluate(() => (box.hidden = false));
      assert.equal(await quiet(page), count);
      assert.ok((await told(page)).lti.every((height) => height >= 1));

      // Hosts that answer each height with another: a new width may be told, and little after it.
      let width = 700;
      for (const name of ['more', 'twice', 'half', 'back']) {
        const before = await page.evaluate((name) => (host = hosts[name]) && told.izh.length, name);
        await page.evaluate((width) => (frame.width = width), (width -= 20));
        assert.ok((await quiet(page)) <= before + TIMES, name);
      }
      // And with another width: once or twice for each.
      const before = await page.evaluate(() => (host = hosts.wider) && told.izh.length);
      await page.evaluate(() => (frame.width = 800));
      assert.ok((await quiet(page)) <= before + 4);

      // Resized sixty times a second: its height alone is the host's own.
      await page.evaluate(() => (host = hosts.none));
      const still = await quiet(page);
      await page.evaluate(() => resize(1, ['height']));
      assert.ok((await quiet(page)) <= still + TIMES);
      const took = await page.evaluate(async () => {
        const begun = performance.now();
        await resize(1);
        return performance.now() - begun;
      });
      const stormed = (await quiet(page)) - still;
      assert.ok(stormed >= 1 && stormed <= took / 100 + 5, `${stormed} heights in ${took} ms`);
      await page.evaluate(() => (frame.width = 444));
      assert.equal(await quiet(page), still + stormed + 1, 'and it is alive');
    }));

  test(`${browser}: in a frame as high as it asks for, the lab is as high as the frame`, () =>
    withHost({browser, query: {host: 'lti', high: 600}}, async ({page, lab}) => {
      await quiet(page);
      const {lti} = await told(page);
      const found = await lab.evaluate(() => [innerHeight, document.documentElement.scrollHeight]);
      assert.deepEqual(found, [lti.at(-1), lti.at(-1)]);
    }));

  test(`${browser}: WordPress is told by its secret, wherever that stands in the address, and when it asks`, async () => {
    const cases = [
      ['#IB&I=347', 'early'],
      ['', 'early'],
      ['#IB&I=347', 'late'],
    ];
    for (const [hash, secret] of browser === 'chromium' ? cases : cases.slice(2))
      await withHost({browser, hash, query: {host: 'wordpress', secret}}, async ({page, lab}) => {
        await quiet(page);
        if (secret === 'late') {
          assert.deepEqual((await told(page)).wordpress, []);
          await page.evaluate(() => addSecret());
          await quiet(page);
        }
        const {wordpress} = await told(page);
        assert.ok(wordpress.length >= 1 && wordpress.length <= TIMES);
        assert.equal(await page.evaluate(() => Number(frame.height)), Math.min(1000, wordpress.at(-1)));
        // The secret is no part of the link.
        assert.equal(await presetShown(lab), hash ? 'IB' : 'RS');
        // It may ask again, though not for ever, as a host would that asks for each height it is told.
        await page.evaluate(() => frame.contentWindow.postMessage({secret: 'another', message: 'ready'}, '*'));
        await page.evaluate(() => (host = hosts.again) && host({message: 'height', secret: SECRET}));
        await pause(500);
        const repeated = (await told(page)).wordpress.length;
        assert.ok(repeated > 1 && repeated < 8, `${repeated} times`);
        await pause(500);
        assert.equal((await told(page)).wordpress.length, repeated);
      });
  });

  inOne(browser)(
    `${browser}: a figure that waits tells its height, so that a host that hides it until then shows it`,
    async () => {
      for (const search of ['?view=figure', '?view=figure&poster=1'])
        await withHost({browser, search, query: {host: 'wordpress', secret: 'early'}, wait: false}, async ({page}) => {
          await page.waitForFunction(() => told.wordpress.length, {timeout: 8000});
          assert.equal(await page.evaluate(() => frame.getAttribute('style')), null, 'it is shown');
          if (search === '?view=figure') await labIn(page);
          await quiet(page);
          const {wordpress, izh} = await told(page);
          assert.ok(wordpress.length <= 2 && izh.length <= 2, `${wordpress}`);
          assert.ok(
            wordpress.every((height) => height > 100 && height < 700),
            `${wordpress}`,
          );
        });
    },
  );

  inOne(browser)(
    `${browser}: nothing is told before the frame is displayed and has a size, and then once`,
    async () => {
      for (const query of [{hidden: ''}, {small: ''}])
        await withHost({browser, query, wait: false}, async ({page}) => {
          await pause(1500);
          assert.deepEqual(await told(page), {lti: [], wordpress: [], izh: []});
          await page.evaluate(() => {
            box.hidden = false;
            frame.removeAttribute('style');
          });
          await labIn(page);
          assert.equal(await quiet(page), 1);
          const [[width, height]] = (await told(page)).izh;
          assert.equal(width, 800);
          assert.ok(height > 200);
        });
    },
  );
}
