// data.test.mjs: numbers on their way out: what a plot shows can be drawn again from its file, however the reader writes numbers.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {root, wasm} from '../support.mjs';
import {pageWith} from './built.mjs';
import {
  ask,
  at,
  closeDialog,
  goto,
  inOne,
  openAnalysis,
  pin,
  press,
  read,
  readAll,
  select,
  settle,
  text,
  waitFor,
  withLab,
} from './lab.mjs';
import {browsers} from './support.mjs';

/** A page that tells what its charts draw. */
let charts;
before(async () => {
  charts = await pageWith('charts', {languages: [join(root, 'tests/e2e/pages/charts.js')]});
});

/** Before a page opens: keeps the files that it saves, as `saved`: their names, types and blobs. */
const keepSaved = (page) =>
  page.evaluateOnNewDocument(() => {
    window.saved = [];
    const own = URL.createObjectURL.bind(URL);
    let last;
    URL.createObjectURL = (blob) => own((last = blob));
    const keep = (event) => {
      const link = event.target.closest?.(at.saveLink);
      if (!link) return;
      event.preventDefault();
      window.saved.push({name: link.download, type: last.type, blob: last});
    };
    addEventListener('click', keep, true);
  });

/** The file saved last. */
async function lastSaved(frame, count) {
  await frame.waitForFunction((count) => window.saved.length >= count, {timeout: 60e3}, count);
  return frame.evaluate(async () => {
    const {name, type, blob} = window.saved.at(-1);
    return {name, type, text: await blob.text()};
  });
}

const FORMS = {point: ['.', ','], comma: [',', ';'], tab: ['.', '\t']};

/** A table as a spreadsheet reads it: the heading, the heads and the rows; '' is null. No cell of ours has a separator in it. */
function readBack({text}, form) {
  const [mark, between] = FORMS[form];
  const lines = text.trimEnd().split('\n');
  const cell = (one) =>
    one === '' ? null : Number.isNaN(Number(one.replace(mark, '.'))) ? one : Number(one.replace(mark, '.'));
  const [heads, ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(between));
  const heading = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2));
  const [, experiment] = /^experiment (\{.*)$/m.exec(heading.join('\n')) ?? [];
  return {heading, experiment: experiment && JSON.parse(experiment), heads, rows: rows.map((row) => row.map(cell))};
}

/** Puts a text into a field of the Share dialog. */
async function put(frame, name, written) {
  await frame.evaluate(
    (where, written) => {
      const field = part(where);
      if (field.type === 'checkbox') field.checked = written;
      else field.value = written;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true}));
    },
    at.shareField(name),
    written,
  );
  await settle(frame);
}

/** Saves a table of the Share dialog, which must be open. */
async function save(frame, table, form) {
  await put(frame, 'table', table);
  await put(frame, 'form', form);
  const before = await frame.evaluate(() => window.saved.length);
  await press(frame, at.saveNumbers);
  return lastSaved(frame, before + 1);
}

/** What the charts in a part of the page draw. */
const drawn = (frame, where) => frame.evaluate((where) => drawnIn(part(where)), where);
const isPoint = ([x, y]) => Number.isFinite(x) && Number.isFinite(y);

// --- over time ------------------------------------------------------------------------------------------------------------

for (const [browser, form] of [
  ['chromium', 'point'],
  ['chromium', 'comma'],
  ['firefox', 'tab'],
])
  test(`${browser}: v, u and I are drawn from their file as from the run, with ${form}`, () =>
    withLab({browser, file: charts, hash: 'IB&I=500', before: keepSaved}, async ({frame}) => {
      const [v] = await drawn(frame, at.canvas('v'));
      const [u] = await drawn(frame, at.canvas('u'));
      const [corners] = await drawn(frame, at.canvas('current'));
      const spikes = v.filter(([, y]) => y === 50).length;
      assert.ok(spikes > 5);
      await press(frame, at.share);
      const link = await read(frame, at.shareLink, ({value}) => value);
      assert.match(link, /^http.*#IB&I=500$/);
      // As fine as the plot: each spike adds two points to its samples.
      await put(frame, 'interval', String(1000 / (v.length - 2 * spikes - 1)));
      const file = await save(frame, 'samples', form);
      assert.match(file.name, form === 'tab' ? /^IB-edited_samples\.tsv$/ : /^IB-edited_samples\.csv$/);
      const {heads, rows, heading, experiment} = readBack(file, form);
      assert.deepEqual(heads, ['t [ms]', 'v [mV]', 'u [pA]', 'I [pA]']);
      assert.deepEqual(
        rows.map(([t, y]) => [t, y]),
        v,
      );
      assert.deepEqual(
        rows.map(([t, , y]) => [t, y]),
        u,
      );
      // The stimulus is drawn through its corners; every sample of it lies on the lines between them.
      for (const [t, , , current] of rows.filter((row) => row[3] !== null)) {
        const near = corners
          .slice(1)
          .map((to, i) => [corners[i], to])
          .filter(([from, to]) => from[0] <= t && t <= to[0]);
        assert.ok(
          near.some(([[, from], [, to]]) => (from === to ? current === from : current === from || current === to)),
          `${t}: ${current}`,
        );
      }
      assert.equal(experiment.stimulus[0].amplitude, 500);
      assert.ok(heading.includes(`link ${link}`), heading.join('\n'));
      assert.match(heading[0], /^Izhikevich Lab \d/);
      assert.match(heading[1], /Izhikevich Lab, version \d.*software/);
    }));

// --- the plane and the analyses -------------------------------------------------------------------------------------------

/** Waits until an analysis has found everything. */
const found = (frame, name) =>
  frame.waitForFunction((name) => !part(at.stop(name)) || part(at.rested(name)), {timeout: 60e3}, name);

test('nullclines, orbit and fixed points are drawn from their file as in the plane', () =>
  withLab({file: charts, hash: 'CH', before: keepSaved}, async ({frame}) => {
    const curves = (await drawn(frame, at.canvas('plane'))).filter((data) => data.length);
    await press(frame, at.share);
    const {rows, experiment, heading} = readBack(await save(frame, 'plane', 'comma'), 'comma');
    const of = (name) => rows.filter((row) => row[0] === name).map(([, part, v, u]) => ({part, v, u}));
    const orbit = of('orbit');
    // The plot joins parts drawn alike, with a gap between two: of curves, the flow; of resets, the pairs of their ends.
    const flow = curves.filter((data) =>
      data.some(
        ([x], i) => i > 1 && isPoint(data[i]) && isPoint(data[i - 1]) && isPoint(data[i - 2]) && x !== undefined,
      ),
    );
    const drawnPoints = new Set(flow.flat().filter(isPoint).map(String));
    assert.ok(orbit.length > 100, `${orbit.length}`);
    assert.deepEqual(new Set(orbit.map(({v, u}) => String([v, u]))), drawnPoints);
    const {C, k, vr, vt, b} = experiment.cell;
    assert.ok(C > 0);
    // The stimulus at the end of the run, which the cursor marks at first.
    const I = experiment.stimulus[0].amplitude;
    const near = (one, other) => Math.abs(one - other) < 1e-9 * Math.max(1, Math.abs(one)); // a few roundings of each formula
    for (const {v, u} of of('v-nullcline')) assert.ok(near(u, k * (v - vr) * (v - vt) + I), `${v} ${u}`);
    for (const {v, u} of of('u-nullcline')) assert.ok(near(u, b * (v - vr)), `${v} ${u}`);
    assert.ok(heading.some((line) => /u = .*v/.test(line)));
    const parts = new Set(orbit.map(({part}) => part));
    assert.equal(Math.max(...parts), parts.size);
  }));

test('the curves of every analysis are drawn from their files as on the page', () =>
  withLab({file: charts, hash: 'RS', before: keepSaved}, async ({frame}) => {
    for (const name of ['map', 'bifurcation', 'thresholds', 'rate']) {
      await openAnalysis(frame, name);
      await found(frame, name);
    }
    await press(frame, at.nearOnset);
    await press(frame, at.markRun('rate'));
    await settle(frame);
    const fI = await drawn(frame, at.chart('rate', 'rate'));
    const onset = await drawn(frame, at.chart('rate', 'onset'));
    const [strength] = await drawn(frame, at.chart('thresholds'));
    const [map] = await drawn(frame, at.chart('map'));
    const bifurcation = await drawn(frame, at.chart('bifurcation'));
    await press(frame, at.share);
    const offered = await readAll(frame, at.shareOptions, (all) => all.map(({value}) => value));
    const tables = {};
    for (const [i, name] of offered.filter((name) => name !== 'samples').entries()) {
      const form = Object.keys(FORMS)[i % 3];
      tables[name] = readBack(await save(frame, name, form), form).rows;
    }

    // Rate against current: the curve of the steady rate, and that of the first interval. Between two currents of which one alone
    // fires, the plot adds what was found near the onset.
    const rates = tables['f-i'];
    const currents = new Set(rates.map(([current]) => current));
    assert.ok(currents.size > 50);
    assert.deepEqual(
      fI[0].filter((point) => isPoint(point) && currents.has(point[0])),
      rates.filter((row) => row[1] !== null).map(([current, rate]) => [current, rate]),
    );
    const first = rates.map((row) => row[4]);
    assert.deepEqual(
      fI[2].filter(isPoint),
      rates
        .map(([current], i) => [current, first[i]])
        .filter(isPoint)
        .filter(([, rate]) => rate !== null),
    );
    assert.deepEqual(
      fI.at(-1).filter(isPoint),
      tables['f-i-run'].map(([, current, rate]) => [current, rate]),
    );

    const log = (rows) => rows.filter(([x, y]) => x > 0 && y > 0).map(([x, y]) => [Math.log10(x), Math.log10(y)]);
    for (const [data, table] of [
      [onset[0], tables['f-i-onset']],
      [strength, tables['strength-duration']],
    ]) {
      const rows = log(table);
      assert.equal(data.length, rows.length);
      // Browsers take logarithms that differ in the last digit.
      for (const [i, point] of data.entries())
        for (const j of [0, 1]) assert.ok(Math.abs(point[j] - rows[i][j]) < 1e-14);
    }

    // The map, with a gap after each of its pieces.
    const pieces = [...new Set(tables['after-spike-map'].map((row) => row[3]))];
    const gap = [null, null];
    assert.deepEqual(
      map.map((point) => (isPoint(point) ? point : gap)),
      pieces.flatMap((piece) => [
        ...tables['after-spike-map'].filter((row) => row[3] === piece).map(([u, next]) => [u, next]),
        gap,
      ]),
    );

    // The diagram: rest and the saddle as they are drawn, by their kinds; the rates in both directions.
    const points = (...kinds) =>
      tables['bifurcation-v']
        .filter(([, kind]) => kinds.some((one) => kind.includes(one)))
        .map(([x, , v]) => String([x, v]));
    const [stable, , saddle] = bifurcation;
    const set = (all) => new Set(all.map(String));
    assert.ok(points('saddle').length > 20);
    for (const [data, rows] of [
      [saddle, points('saddle')],
      [stable, points('stable node', 'stable focus').filter((one) => !points('unstable').includes(one))],
    ])
      assert.deepEqual(new Set(rows), new Set([...set(data.filter(isPoint))].filter((one) => rows.includes(one))));
    const up = bifurcation.find((data) => data.filter(isPoint).length > 30 && data.some(([, y]) => y > 5));
    const swept = tables.bifurcation.filter((row) => row[5] !== null).map((row) => [row[0], row[5]]);
    assert.deepEqual(up.filter(isPoint), swept);
  }));

test('each pinned run whose curve is another has it in a file of its own, under its own experiment', () =>
  withLab({hash: 'IB', before: keepSaved}, async ({frame}) => {
    await openAnalysis(frame, 'compare');
    await pin(frame);
    await ask(frame, 'edit', {cell: {b: 2.5}});
    await openAnalysis(frame, 'rate');
    await found(frame, 'rate');
    await settle(frame);
    await press(frame, at.share);
    const tables = [];
    for (const name of ['f-i', 'f-i-pinned-1']) tables.push(readBack(await save(frame, name, 'point'), 'point'));
    assert.deepEqual(
      tables.map(({experiment}) => experiment.cell.b),
      [2.5, 5],
    );
    const engine = await wasm();
    for (const {rows, experiment, heads} of tables) {
      assert.match(heads[1], /^steady rate/);
      const row = rows.at(-1);
      const {steady_rate} = engine.fi_curve({...experiment, stimulus: []}, [row[0]], 5000);
      assert.ok(Math.abs(row[1] - steady_rate[0]) < 1e-6, `${row[1]} and ${steady_rate[0]}`);
    }
  }));

// --- runs, steps and the reader's choice ----------------------------------------------------------------------------------

test('of all runs, pinned ones too, each row says which run it is of, and the heading has all experiments', () =>
  withLab({hash: 'note-10', before: keepSaved}, async ({frame}) => {
    await openAnalysis(frame, 'compare');
    await pin(frame);
    await press(frame, at.share);
    await put(frame, 'all', true);
    await put(frame, 'interval', '5 ms');
    const {heads, rows, heading} = readBack(await save(frame, 'samples', 'point'), 'point');
    assert.equal(heads[0], 'Run');
    const experiments = heading
      .filter((line) => /^experiment \d/.test(line))
      .map((line) => JSON.parse(line.replace(/^\S+ \d+ /, '')));
    const numbers = [...new Set(rows.map(([run]) => run))];
    assert.deepEqual(
      numbers,
      experiments.map((_, i) => i + 1),
    );
    assert.ok(numbers.length > 2);
    const engine = await wasm();
    for (const [i, experiment] of experiments.entries()) {
      const {duration} = experiment;
      const {time, v} = engine.simulate(experiment, {from: 0, to: duration, points: duration / 5 + 1});
      const own = rows.filter((row) => row[0] === i + 1 && row[4] !== null);
      assert.deepEqual(
        own.map((row) => row[1]),
        [...time],
      );
      assert.deepEqual(
        own.map((row) => row[2]),
        [...v],
      );
    }
    await put(frame, 'table', 'spikes');
    const spikes = readBack(await save(frame, 'spikes', 'point'), 'point');
    assert.deepEqual(
      spikes.rows.map((row) => row[2]),
      experiments.flatMap((experiment) => [...engine.simulate(experiment, {points: 0}).spikes]),
    );
    // An analysis is of the selected run alone.
    await closeDialog(frame);
    await openAnalysis(frame, 'thresholds');
    await found(frame, 'thresholds');
    await press(frame, at.share);
    const {experiment} = readBack(await save(frame, 'strength-duration', 'point'), 'point');
    assert.deepEqual(experiment, experiments[0]);
  }));

for (const browser of browsers)
  test(`${browser}: a step that gives too many or too few samples is refused with the allowed range, and nothing is saved`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      await press(frame, at.share);
      for (const [step, ok] of [
        ['0.0001', false],
        ['0.0002', true],
        ['1001', false],
        ['1e3', true],
        ['x', false],
        ['-1', false],
        ['0.1 mV', false],
        ['1 s', true],
        ['', true],
      ]) {
        await put(frame, 'interval', step);
        const problem = await text(frame, at.stepProblem);
        if (ok) assert.equal(problem, '', step);
        else assert.match(problem, /from 0\.0002 to 1000 ms/, step);
        assert.equal(await read(frame, at.saveNumbers, ({disabled}) => disabled), !ok, step);
      }
      assert.equal(await frame.evaluate(() => window.saved.length), 0);
    }));

// Fails with: all samples in one task, or their text made on the page.
for (const browser of browsers)
  test(`${browser}: a million samples are written while the page stays alive, and can be stopped`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      await press(frame, at.share);
      await put(frame, 'interval', '0.001');
      const longest = async (act) => {
        await frame.evaluate(() => {
          window.gap = 0;
          window.shares = [];
          let last = performance.now();
          const tick = () => {
            const now = performance.now();
            window.gap = Math.max(window.gap, now - last);
            last = now;
            const progress = part(at.writingShare);
            if (progress) window.shares.push(progress.value);
            window.ticking = setTimeout(tick, 0);
          };
          tick();
        });
        await act();
        return frame.evaluate(() => {
          clearTimeout(window.ticking);
          return {gap: window.gap, shares: window.shares};
        });
      };
      const started = Date.now();
      let file;
      const {gap, shares} = await longest(async () => {
        await press(frame, at.saveNumbers);
        file = await frame.waitForFunction(() => window.saved[0], {timeout: 60e3, polling: 20});
      });
      console.log(`${browser}: ${Date.now() - started} ms, at most ${Math.round(gap)} ms without a task`);
      const lines = await frame.evaluate(async () => (await window.saved[0].blob.text()).split('\n').length);
      assert.ok(lines > 1e6);
      assert.ok(file);
      // In the page, all of the time would be one gap. Tests share the machine with others, so only the two are compared.
      assert.ok(gap < (Date.now() - started) / 2, `${gap} ms`);
      assert.ok(new Set(shares).size > 3, String(shares));
      await press(frame, at.saveNumbers);
      await waitFor(frame, at.stopNumbers);
      await press(frame, at.stopNumbers);
      await waitFor(frame, at.saveNumbers);
      assert.equal(await frame.evaluate(() => window.saved.length), 1);
    }));

/** Before a page opens: its clipboard takes nothing, as in most frames. */
const refuseClipboard = (page) =>
  page.evaluateOnNewDocument(() => {
    const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', {value: {write: refuse, writeText: refuse}});
  });

// --- the clipboard --------------------------------------------------------------------------------------------------------

inOne('chromium')('the measures are copied as a table, with the reader’s decimal mark', () =>
  withLab({hash: 'RS', before: keepSaved}, async ({page, frame}) => {
    await page
      .browserContext()
      .overridePermissions(new URL(page.url()).origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await press(frame, at.share);
    await put(frame, 'form', 'comma');
    await press(frame, at.copyMeasures);
    await frame.waitForFunction(() => part(at.shareSaid).textContent);
    const {plain, html} = await frame.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const as = async (type) => (await item.getType(type)).text();
      return {plain: await as('text/plain'), html: await as('text/html')};
    });
    const [heads, row] = plain
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    assert.deepEqual(heads.slice(0, 3), ['Run', 'spikes', 'latency [ms]']);
    const engine = await wasm();
    const {experiment} = engine.resolve({}, {});
    const {spikes} = engine.simulate(experiment, {points: 0});
    assert.equal(row[1], String(spikes.length));
    assert.equal(row[3], String(spikes[1] - spikes[0]).replace('.', ','));
    assert.match(html, /<table>.*<th>latency \[ms\]<\/th>.*<td>/s);
  }),
);

for (const browser of browsers)
  test(`${browser}: in a sandbox the measures stand in a box to copy from, and so does a table that may not be saved`, () =>
    withLab({browser, mode: 'sandbox', hash: 'RS', before: refuseClipboard}, async ({frame, errors}) => {
      await press(frame, at.share);
      await press(frame, at.copyMeasures);
      await waitFor(frame, at.copyBox);
      assert.match(await read(frame, at.copyBox, ({value}) => value), /^Run\tspikes\tlatency \[ms\]/);
      await put(frame, 'table', 'spikes');
      await press(frame, at.saveNumbers);
      await waitFor(frame, at.shareCopyBox);
      assert.match(await read(frame, at.shareCopyBox, ({value}) => value), /^# Izhikevich Lab .*No\.,t \[ms\]/s);
      errors.splice(
        0,
        errors.length,
        ...errors.filter((line) => !/download|[Cc]lipboard|permissions policy/.test(line)),
      );
    }));

test('where a class is to find the answers, no tables are offered', () =>
  withLab({hash: 'RS', search: '?answers=off'}, async ({frame}) => {
    await press(frame, at.share);
    assert.equal(await frame.evaluate(() => Boolean(part(at.saveNumbers))), false);
    await closeDialog(frame);
    await goto(frame, 'IB');
  }));

test('in Spanish a table is written with comma and semicolon', () =>
  withLab({hash: 'RS', search: '?lang=es', before: keepSaved}, async ({frame}) => {
    await press(frame, at.share);
    await select(frame, at.shareField('table'), 'spikes');
    await press(frame, at.saveNumbers);
    const {heads, rows} = readBack(await lastSaved(frame, 1), 'comma');
    assert.equal(heads[1], 't [ms]');
    const engine = await wasm();
    assert.deepEqual(
      rows.map((row) => row[1]),
      [...engine.simulate(engine.resolve({}, {}).experiment, {points: 0}).spikes],
    );
  }));

test('where no worker is allowed, the page writes the samples itself, and stays alive', () =>
  withLab(
    {
      hash: 'RS',
      before: async (page) => {
        await keepSaved(page);
        await page.evaluateOnNewDocument(() => {
          window.Worker = class {
            constructor() {
              throw new DOMException('', 'SecurityError');
            }
          };
        });
      },
    },
    async ({frame}) => {
      await press(frame, at.share);
      await put(frame, 'interval', '0.01');
      const {rows} = readBack(await save(frame, 'samples', 'point'), 'point');
      const engine = await wasm();
      const {experiment} = engine.resolve({}, {});
      const {time, spikes} = engine.simulate(experiment, {from: 0, to: 1000, points: 100001});
      const even = rows.filter((row) => row[3] !== null);
      assert.deepEqual(
        even.map(([t]) => t),
        Array.from(time, (_, i) => i / 100),
      );
      assert.equal(rows.length - even.length, 2 * spikes.length);
      await put(frame, 'interval', '0.0005');
      await press(frame, at.saveNumbers);
      // It can be stopped only while the page is alive.
      await waitFor(frame, at.stopNumbers);
      await press(frame, at.stopNumbers);
      await waitFor(frame, at.saveNumbers);
      assert.equal(await frame.evaluate(() => window.saved.length), 1);
    },
  ));
