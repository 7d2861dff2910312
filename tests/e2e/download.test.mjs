// download.test.mjs: the tables that the page saves, and what it says where a policy forbids it to run.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {wasm} from '../support.mjs';
import {
  ask,
  underPolicy,
  at,
  choose,
  choosePreset,
  chooseTheme,
  openShare,
  shown,
  closeDialog,
  counts,
  enter,
  openAnalysis,
  openTables,
  part,
  pause,
  pin,
  press,
  readAll,
  ready,
  settle,
  text,
  withLab,
} from './lab.mjs';
import {policyOf} from '../../web/build/policy.mjs';
import {browsers, site} from './support.mjs';

/** Lets the page save files into a new folder, and answers them by name once the browser says that they are whole (the
 * file is there before its content). Chromium tells; Firefox's protocol has no word for it. */
async function saving(page, use) {
  const folder = mkdtempSync(join(tmpdir(), 'izhikevich-'));
  const client = await page.createCDPSession();
  const names = new Map();
  const whole = new Set();
  client.on('Browser.downloadWillBegin', ({guid, suggestedFilename}) => names.set(guid, suggestedFilename));
  client.on('Browser.downloadProgress', ({guid, state}) => state === 'completed' && whole.add(names.get(guid)));
  await client.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    browserContextId: page.browserContext().id,
    eventsEnabled: true,
  });
  const file = async (name) => {
    for (let tries = 0; tries < 200 && !whole.has(name); tries += 1) await pause(50);
    assert.ok(whole.has(name), `${name} among ${readdirSync(folder)}`);
    return join(folder, name);
  };
  try {
    return await use(file);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** A page without its title, its set-up and what it shows where no script runs: all that a saved page may change. */
const kept = (page) =>
  page
    .replace(/<title>[^<]*/, '<title>')
    .replace(/<noscript>.*?<\/noscript>/gs, '')
    .replace(/<script id="initial-state"[^>]*>[^<]*<\/script>/, '')
    .replace(/<body>\s*/, '<body>')
    .replace(/\s*<script id="lab-needs">/, '<script id="lab-needs">');

for (const mode of ['http', 'file']) {
  test(`${mode}: the page saves itself, after any edits, byte for byte but for its set-up, and the file works from disk`, () =>
    withLab({mode, hash: 'note-4'}, async ({page, frame}) => {
      await enter(frame, 'cell.C', '120');
      await enter(frame, 'cell.k', 'wrong');
      await chooseTheme(frame, 'dark');
      await openTables(frame);
      await closeDialog(frame);
      await saving(page, async (file) => {
        await openShare(frame);
        await press(frame, at.saveAs('page'));
        const copy = await file('note-4-edited.html');
        assert.ok(kept(readFileSync(copy, 'utf8')) === kept(readFileSync(site, 'utf8')));
        await closeDialog(frame);
        await withLab({mode: 'file', file: copy}, async (saved) => {
          assert.deepEqual(await counts(saved.frame), await counts(frame));
          assert.equal(await shown(saved.frame, 'cell.C'), '120');
        });
        await withLab({mode: 'file', file: copy, hash: 'note-11'}, async ({frame}) => {
          assert.deepEqual(await counts(frame), [17]);
        });
      });
    }));
}

test('the tables are saved whole, and the experiment in a file gives its spikes again', () =>
  withLab({hash: 'note-11'}, async ({page, frame}) => {
    const engine = await wasm();
    await choose(frame, 'solver', 'rk4');
    await enter(frame, 'cell.C', '140');
    await settle(frame);
    const [count] = await counts(frame);
    await saving(page, async (file) => {
      await openTables(frame);
      await readAll(frame, at.dialogButtons, (all) =>
        all.filter((one) => /CSV/.test(one.textContent)).forEach((one) => one.click()),
      );
      const spikes = readFileSync(await file('spikes.csv'), 'utf8')
        .trim()
        .split('\n');
      const samples = readFileSync(await file('samples.csv'), 'utf8')
        .trim()
        .split('\n');
      const start = '# experiment ';
      const experiment = JSON.parse(spikes.find((line) => line.startsWith(start)).slice(start.length));
      assert.equal(experiment.cell.C, 140);
      const again = engine.simulate(experiment, {points: 0, budget: 1e7}).spikes;
      const rows = (lines) => lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','));
      const [head, ...saved] = rows(spikes);
      assert.ok(head.includes('t [ms]'), head.join());
      assert.deepEqual(
        saved.map((row) => Number(row[1])),
        [...again],
      );
      assert.equal(saved.length, count);
      const [names, ...all] = rows(samples);
      assert.deepEqual(names, ['t [ms]', 'v [mV]', 'u [pA]', 'I [pA]']);
      assert.ok(all.length > 500);
      assert.ok(all.flat().every((cell) => cell !== '' && Number.isFinite(Number(cell))));
      await closeDialog(frame);
    });
  }));

// --- where a content security policy stands in the way ------------------------------------------------------------------

for (const browser of browsers) {
  test(`${browser}: where a policy forbids to compile, the page says so instead of staying empty`, () =>
    underPolicy(browser, policyOf(readFileSync(site, 'utf8')).replace(" 'wasm-unsafe-eval'", ''), async (frame) => {
      await frame.waitForFunction(() => !part(at.message).hidden, {polling: 100, timeout: 10e3});
      assert.match(await text(frame, at.message), /cannot start.*wasm-unsafe-eval/);
      assert.equal((await text(frame, at.title)).trim(), 'Izhikevich Lab');
    }));

  // Waits until the thresholds are found.
  const searched = async (frame) => {
    await openAnalysis(frame, 'thresholds');
    await frame.waitForFunction(() => /51\.428571/.test(part(at.analysis('thresholds')).textContent), {
      polling: 100,
      timeout: 20e3,
    });
  };
  const named =
    "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:";

  test(`${browser}: under the policy that the README names, the page works`, () =>
    underPolicy(browser, `${named}; worker-src blob:`, async (frame, errors) => {
      await ready(frame);
      assert.deepEqual(await counts(frame), [6]);
      await searched(frame);
      assert.deepEqual(errors, []);
    }));

  // Fails with: style="" in what a view renders.
  test(`${browser}: under the policy of the site nothing that a view renders is refused, and what is not the page’s does not run`, () => {
    const policy = policyOf(readFileSync(site, 'utf8'));
    return underPolicy(browser, policy, async (frame, errors) => {
      await ready(frame);
      await openAnalysis(frame, 'compare');
      await pin(frame);
      for (const tab of ['why', 'rate', 'thresholds', 'map', 'bifurcation']) await openAnalysis(frame, tab);
      for (const opener of [at.help, at.tables, at.share, at.open]) {
        await press(frame, opener);
        await closeDialog(frame);
      }
      await choosePreset(frame, 'note-10');
      assert.equal((await counts(frame)).length, 6);
      assert.deepEqual(errors, []);
      await frame.evaluate(() =>
        document.body.append(Object.assign(document.createElement('script'), {text: 'window.hacked = 1'})),
      );
      assert.equal(await frame.evaluate(() => window.hacked), undefined);
    });
  });

  // Fails with: no fallback when the worker is refused.
  test(`${browser}: where a policy forbids workers, the page works out everything by itself`, () =>
    underPolicy(browser, named, async (frame, errors) => {
      await ready(frame);
      assert.deepEqual(await counts(frame), [6]);
      await searched(frame);
      // The browser reports what it refused; nothing else went wrong.
      for (const error of errors) assert.match(error, /worker/);
    }));
}

// A list cut short on its way into the file would give other spikes.
test('an experiment of a thousand stimuli stands in the file, whole', () =>
  withLab({hash: 'RS'}, async ({page, frame}) => {
    const engine = await wasm();
    const pulses = Array.from({length: 1000}, (_, i) => ({
      kind: 'step',
      amplitude: 250 + (i % 90),
      onset: 10 * i,
      duration: 2,
    }));
    await ask(frame, 'edit', {stimulus: pulses, duration: 1e4});
    await saving(page, async (file) => {
      await openTables(frame);
      await readAll(frame, at.dialogButtons, (all) =>
        all.filter((one) => /CSV/.test(one.textContent)).forEach((one) => one.click()),
      );
      const lines = readFileSync(await file('spikes.csv'), 'utf8')
        .trim()
        .split('\n');
      const start = '# experiment ';
      const experiment = JSON.parse(lines.find((line) => line.startsWith(start)).slice(start.length));
      assert.deepEqual(experiment.stimulus, pulses);
      const [, ...saved] = lines.filter((line) => !line.startsWith('#')).map((line) => Number(line.split(',')[1]));
      assert.deepEqual(saved, [...engine.simulate(experiment, {points: 0, budget: 1e7}).spikes]);
      assert.deepEqual(await counts(frame), [saved.length]);
    });
  }));
