// presets.test.mjs: every preset, opened by its link, shows the spikes it should.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from '../support.mjs';
import {
  about,
  at,
  atEach,
  choosePreset,
  closeDialog,
  counts,
  countsOnPage,
  dismissMessage,
  goto,
  howMany,
  inOne,
  isHidden,
  openAnalysis,
  openedAnalysis,
  openTables,
  part,
  presetShown,
  presetsOffered,
  press,
  read,
  readAll,
  runTable,
  settle,
  text,
  withLab,
} from './lab.mjs';
import {browsers, modes} from './support.mjs';

const RS = {C: 100, k: 0.7, vr: -60, vt: -40, vpeak: 35, a: 0.03, b: -2, c: -50, d: 100};
const IB = {C: 150, k: 1.2, vr: -75, vt: -45, vpeak: 50, a: 0.01, b: 5, c: -56, d: 130};
const CH = {C: 50, k: 1.5, vr: -60, vt: -40, vpeak: 35, a: 0.03, b: 1, c: -40, d: 150};

const rest = ({vr}) => ({v: vr, u: 0});
/** The start inferred for the teaching note: v = -60 mV whatever vr is, u = b v. */
const note = ({b}) => ({v: -60, u: -60 * b});
const from = (v) => () => ({v, u: 0});
const noteGrid = 5000 / 9998; // ms: 9999 points over 5000 ms

const step = (cell, start, amplitude, duration = 1000, dt = 0) => ({
  cell,
  start: start(cell),
  current: (t) => (t > 100 ? amplitude : 0),
  edges: [100],
  duration,
  dt,
});
const ramp = {cell: RS, start: note(RS), current: (t) => t / 2, edges: [], duration: 500, dt: 0};
const kick = (cell, v) => ({cell, start: from(v)(), current: () => 0, edges: [], duration: 200, dt: 0});

/** A current from 1000 to 1500 ms, beside one that is on all the while. */
const released = (cell, amplitude, hold) => ({
  cell,
  start: rest(cell),
  current: (t) => hold + (t > 1000 && t <= 1500 ? amplitude : 0),
  edges: [1000, 1500],
  duration: 2500,
  dt: 0,
});
const under347 = (start) => ({cell: IB, start, current: () => 347, edges: [], duration: 3000, dt: 0});

const n = (count, run) => ({count, run});

/**
 * How often each run of each preset fires. Where the counts come from: the teaching note's figures and text as they
 * stand in the golden data, or were given beforehand, for 4 (2, 5, 33), 7 to 9 (10), 10 (none, one, one, two, two, tonic
 * after a pair) and CH 150 (silence); thresholds known in closed form or to nine digits for truth-*: RS 51.42857,
 * IB from rest 304.739 and 346.445, kicks -40.5326, -44.8358 and -39.9684. All others, and all of these again, by the
 * Runge-Kutta below, which shares nothing with the lab.
 */
const expected = {
  RS: [n(6, step(RS, rest, 70))], // 34 in 5 s, one every 147.8 ms, the first after 100.0: 6 in 900 ms
  IB: [n(16, step(IB, rest, 600))],
  CH: [n(20, step(CH, rest, 200))],
  'why-sag': [n(0, released(IB, -300, 300)), n(0, released(IB, -300, 0)), n(0, released(RS, -300, 0))],
  'why-delay': [
    n(8, step(RS, rest, 80)),
    n(4, step(RS, rest, 60)),
    n(2, step(RS, rest, 55)),
    n(1, step(RS, rest, 53)),
    n(1, step(RS, rest, 52)),
  ],
  'why-cycle': [n(0, under347({v: -59.3, u: 77})), n(7, under347({v: -58.5, u: 77})), n(7, under347(rest(IB)))],
  'why-map': [n(60, step(CH, rest, 450))],
  'why-bifurcation': [n(5, step(IB, rest, 347, 2000))],
  'why-bursts': [n(35, step(CH, rest, 300))],
  'note-1': [n(6, step(RS, note, 70))],
  'note-2': [n(6, step(RS, note, 70))],
  'note-3': [n(0, step(RS, note, 51, 5000)), n(0, step(RS, note, 51.4, 5000))],
  'note-4': [
    n(2, step(RS, note, 51.5, 5000)),
    n(5, step(RS, note, 52, 5000)),
    n(33, step(RS, note, 70, 5000)),
    n(2, step(RS, note, 51.5, 5000, noteGrid)),
    n(5, step(RS, note, 52, 5000, noteGrid)),
    n(33, step(RS, note, 70, 5000, noteGrid)),
  ],
  'note-5': [n(6, step(RS, note, 70))],
  'note-6': [n(6, step(RS, note, 70))],
  'note-7': [n(10, ramp)],
  'note-8': [n(10, ramp)],
  'note-9': [n(10, ramp)],
  'note-10': [
    n(0, step(IB, note, 242)),
    n(1, step(IB, note, 243)),
    n(1, step(IB, note, 342)),
    n(2, step(IB, note, 343)),
    n(2, step(IB, note, 346)),
    n(3, step(IB, note, 347)),
  ],
  'note-10-347': [n(12, step(IB, note, 347, 5000))],
  'note-11': [n(17, step(IB, note, 600))],
  'note-CH-150': [n(0, step(CH, note, 150))],
  'note-CH-200': [n(20, step(CH, note, 200))],
  'note-CH-500': [n(70, step(CH, note, 500))],
  'note-CH-600': [n(86, step(CH, note, 600))],
  'truth-kick': [
    n(0, kick(RS, -40.6)),
    n(1, kick(RS, -40.5)),
    n(0, kick(IB, -44.9)),
    n(1, kick(IB, -44.8)),
    n(0, kick(CH, -40)),
    n(1, kick(CH, -39.9)),
  ],
  'truth-rheobase': [n(0, step(RS, rest, 51.42, 20000)), n(3, step(RS, rest, 51.44, 20000))],
  'truth-IB-rest': [
    n(0, step(IB, rest, 304, 5000)),
    n(1, step(IB, rest, 305, 5000)),
    n(1, step(IB, rest, 346, 5000)),
    n(11, step(IB, rest, 347, 5000)),
  ],
  'truth-adaptation': [n(6, step(RS, rest, 70)), n(12, step(RS, rest, 100)), n(32, step(RS, rest, 200))],
  'truth-peak': [n(13, step(CH, rest, 400, 300)), n(13, step({...CH, vpeak: 25}, rest, 400, 300))],
};

// --- a Runge-Kutta of its own -----------------------------------------------------------------------------------------

/** One step of order four. */
function rk4({C, k, vr, vt, a, b}, {v, u}, h, [before, middle, after]) {
  const dv = (v, u, I) => (k * (v - vr) * (v - vt) - u + I) / C;
  const du = (v, u) => a * (b * (v - vr) - u);
  const v1 = dv(v, u, before);
  const u1 = du(v, u);
  const v2 = dv(v + (h / 2) * v1, u + (h / 2) * u1, middle);
  const u2 = du(v + (h / 2) * v1, u + (h / 2) * u1);
  const v3 = dv(v + (h / 2) * v2, u + (h / 2) * u2, middle);
  const u3 = du(v + (h / 2) * v2, u + (h / 2) * u2);
  const v4 = dv(v + h * v3, u + h * u3, after);
  const u4 = du(v + h * v3, u + h * u3);
  return {v: v + (h / 6) * (v1 + 2 * v2 + 2 * v3 + v4), u: u + (h / 6) * (u1 + 2 * u2 + 2 * u3 + u4)};
}

/** Spike times in steps of 0.01 ms; a crossing is put on the straight line of its step, from where the run goes on. */
function spikesOf({cell, start, current, edges, duration}) {
  const spikes = [];
  let state = start;
  let t = 0;
  const ends = [...edges, duration];
  while (t < duration) {
    const end = ends.find((edge) => edge > t);
    const h = Math.min(0.01, end - t);
    // A current holds up to its edge: read it within the step.
    const [early, middle, late] = [t + 1e-9 * h, t + h / 2, t + h - 1e-9 * h].map(current);
    const next = rk4(cell, state, h, [early, middle, late]);
    if (next.v < cell.vpeak) {
      state = next;
      t = h < 0.01 ? end : t + h;
      continue;
    }
    const share = (cell.vpeak - state.v) / (next.v - state.v);
    t += share * h;
    spikes.push(t);
    state = {v: cell.c, u: state.u + share * (next.u - state.u) + cell.d};
  }
  return spikes;
}

/** Spike times as the note's script has them: grid points that are reset, the current of a step held over it. */
function gridSpikesOf({cell, start, current, duration, dt}) {
  const spikes = [];
  let state = start;
  for (let i = 0; i < Math.floor(duration / dt + 1e-6); i += 1) {
    const held = current(i * dt);
    state = rk4(cell, state, dt, [held, held, held]);
    if (state.v <= cell.vpeak) continue;
    state = {v: cell.c, u: state.u + cell.d};
    spikes.push((i + 1) * dt);
  }
  return spikes;
}

const found = new Map(Object.values(expected).flatMap((runs) => runs.map(({run}) => [run, undefined])));
const spikesFor = (run) => {
  if (!found.get(run)) found.set(run, run.dt ? gridSpikesOf(run) : spikesOf(run));
  return found.get(run);
};
const intervals = (spikes) => spikes.slice(1).map((time, i) => time - spikes[i]);
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

test('the counts that the page is held to are what an independent Runge-Kutta finds', () => {
  for (const [id, runs] of Object.entries(expected)) {
    const counted = runs.map(({run}) => spikesFor(run).length);
    assert.deepEqual(
      counted,
      runs.map(({count}) => count),
      id,
    );
  }
});

test('that Runge-Kutta agrees with the reference spike times', () => {
  const {cases} = JSON.parse(readFileSync(join(root, 'tests/reference/spike-times.json'), 'utf8'));
  for (const id of ['RS-step70-rest', 'IB-step600-rest', 'CH-step600-rest', 'IB-step347-bvr', 'RS-ramp0.5-rest']) {
    const {parameters: cell, initial, stimulus, duration, spikes} = cases.find((one) => one.id === id);
    const {from, to, onset} = stimulus;
    const current = (t) => (t <= onset ? 0 : from + ((to - from) * (t - onset)) / (duration - onset));
    const mine = spikesOf({cell, start: initial, current, edges: onset ? [onset] : [], duration});
    assert.equal(mine.length, spikes.length, id);
    // A crossing on a straight line is off by up to 2e-5 ms in such steps (order 2), and the runs add that up.
    mine.forEach((time, i) => assert.ok(Math.abs(time - spikes[i]) < 0.05, `${id}: ${time} for ${spikes[i]}`));
  }
});

// --- what the page shows ----------------------------------------------------------------------------------------------

const inMany = async (use) => {
  for (const browser of browsers) {
    for (const mode of browser === 'chromium' ? modes : ['http', 'file-sandbox']) await use(browser, mode);
  }
};

for (const browser of browsers) {
  inOne(browser)(`${browser}: every preset, by its link, shows as many spikes as it should`, () =>
    withLab({browser, mode: 'file'}, async ({frame}) => {
      const links = await presetsOffered(frame);
      assert.deepEqual(links, Object.keys(expected));
      const pages = await atEach(frame, links, () => ({
        counts: countsOnPage(),
        stopped: !part(at.ended).hidden,
        texts: [at.figureTitle, at.caption, at.figureSource, at.figureProtocol, at.presetTitle].map((where) =>
          part(where).textContent.trim(),
        ),
      }));
      for (const [id, runs] of Object.entries(expected)) {
        assert.deepEqual(
          pages[id].counts,
          runs.map(({count}) => count),
          id,
        );
        assert.equal(pages[id].stopped, false, id);
        assert.ok(pages[id].texts.every(Boolean), `${id}: ${pages[id].texts}`);
      }
    }),
  );
}

test('wherever the page is, a link opens its preset; an unknown one is named, and the default shown', () =>
  inMany(async (browser, mode) => {
    const where = `${browser}, ${mode}`;
    await withLab({browser, mode, hash: 'note-10'}, async ({frame}) => {
      assert.deepEqual(await counts(frame), [0, 1, 1, 2, 2, 3], where);
    });
    if (mode.startsWith('file')) return;
    await withLab({browser, mode, hash: 'note-99'}, async ({frame}) => {
      assert.match(await text(frame, at.message), /note-99/, where);
      assert.match(await text(frame, at.message), /Regular spiking/, where);
      assert.deepEqual(await counts(frame), [6], where);
      assert.equal(await presetShown(frame), 'RS', where);
      await dismissMessage(frame);
      assert.equal(await isHidden(frame, at.message), true, where);
    });
  }));

for (const browser of browsers) {
  test(`${browser}: figure 4 shows exact, printed and scripted intervals side by side`, () =>
    withLab({browser, hash: 'note-4'}, async ({frame}) => {
      const rows = await runTable(frame);
      // Wanted: exact 2388.26, 867.26, 147.855; printed 2386, 867, 147 ms and 0.42, 1.15, 6.79 Hz.
      assert.deepEqual(
        rows.slice(0, 3).map((row) => row[2]),
        ['2388.26', '867.26', '147.85'],
      );
      const printed = ['2386; 0.42', '867; 1.15', '147; 6.79'];
      assert.deepEqual(
        rows.map((row) => row[4]),
        [...printed, ...printed],
      );
      // As the note's scheme gives them, here by a script of our own.
      for (const [i, {run}] of expected['note-4'].slice(3).entries()) {
        const isi = intervals(spikesFor(run));
        // At 70 pA the reset on the grid makes the last bit of a sum move later spikes by a few grid points: 147.20 to
        // 147.31 ms when the start is moved by 1e-13 to 1e-9 mV.
        assert.ok(Math.abs(rows[3 + i][2] - mean(isi)) < (i < 2 ? 0.006 : 0.1), `${rows[3 + i][2]} for ${mean(isi)}`);
        assert.equal(Number(rows[3 + i][3]).toFixed(2), mean(isi.map((each) => 1000 / each)).toFixed(2));
        assert.ok(Math.abs(mean(isi) - [2386, 867, 147][i]) < 1, `${mean(isi)} ms`); // it prints whole ms, not always rounded
        assert.equal(mean(isi.map((each) => 1000 / each)).toFixed(2), ['0.42', '1.15', '6.79'][i]);
      }
      assert.match(rows[3][0], /rk4/);
    }));

  test(`${browser}: one click runs figure 10 from rest, one more returns`, () =>
    withLab({browser, hash: 'note-10'}, async ({frame}) => {
      assert.match(await text(frame, at.figureProtocol), /v = −60\s+mV, u = −300\s+pA/i);
      assert.match(await text(frame, at.figureRemark), /inference|inferred/);
      await press(frame, at.fromRest);
      // From rest IB fires once above 304.739 pA and for good above 346.445: a second spike of 347 pA comes within 1 s.
      const amplitudes = [242, 243, 342, 343, 346, 347];
      const counted = amplitudes.map((amplitude) => spikesOf(step(IB, rest, amplitude)).length);
      assert.deepEqual(counted, [0, 0, 1, 1, 1, 2]);
      assert.deepEqual(await counts(frame), counted);
      assert.match(await text(frame, at.figureProtocol), /from rest/i);
      await press(frame, at.asPreset);
      assert.deepEqual(await counts(frame), [0, 1, 1, 2, 2, 3]);
    }));

  inOne(browser)(`${browser}: the spike table of figure 11 has its gaps, from the note's start and from rest`, () =>
    withLab({browser, hash: 'note-11'}, async ({frame}) => {
      const gaps = async () => {
        await openTables(frame);
        const written = await readAll(frame, at.spikeRows, (rows) =>
          rows.map((row) => [...row.cells].map((cell) => cell.textContent)),
        );
        await closeDialog(frame);
        return written.slice(1).map((row) => Number(row[2]));
      };
      const first = (list, count) => list.slice(0, count).map((gap) => gap.toFixed(1));
      const asPrinted = await gaps();
      // Wanted: 10.0, 13.8, 27.3, 75.5 ms; from rest 11.7, 18.2, then 63.9; both settle near 62.
      assert.deepEqual(first(asPrinted, 4), ['10.0', '13.8', '27.3', '75.5']);
      assert.equal(asPrinted.length, 16);
      await press(frame, at.fromRest);
      const fromRest = await gaps();
      assert.deepEqual(first(fromRest, 3), ['11.7', '18.2', '63.9']);
      for (const list of [asPrinted, fromRest]) assert.ok(Math.abs(list.at(-1) - 62) < 1, list.at(-1));
    }),
  );

  inOne(browser)(`${browser}: every finding names its numbers, and its link opens a preset`, () =>
    withLab({browser}, async ({frame}) => {
      const findings = await readAll(frame, at.findings, (all) =>
        all.map((one) => ({id: about(one).id, said: one.textContent})),
      );
      assert.ok(findings.length >= 8);
      const said = Object.fromEntries(findings.map(({id, said}) => [id, said]));
      for (const {id, said} of findings) assert.doesNotMatch(said, /[{}]|NaN|undefined|null/, id);
      const numbers = {
        start: ['242.833934', '304.739051'],
        k: ['12.5', '83.33', '24.39', '32.26'], // 1000/12, 1000/41, 1000/31
        threshold: ['−40.53', '−44.84', '−39.97'],
        rheobase: ['51.42857'],
        'rheobase-IB': ['242.833934', '342.70', '346.445', '304.739051'],
        adaptation: ['147.79', '147.85', '73.47', '76.04', '20.65', '28.46'],
        peak: ['50', '35', '25'],
        reset: ['−50', '10'],
      };
      for (const [id, list] of Object.entries(numbers))
        for (const each of list) assert.ok(said[id].includes(each), `${id}: ${each} in ${said[id]}`);
      for (const {id} of findings) {
        await press(frame, at.findingLink(id));
        const href = await read(frame, at.findingLink(id), (link) => link.getAttribute('href').slice(1));
        assert.ok(href in expected, href);
        assert.equal(await presetShown(frame), href);
      }
    }),
  );

  test(`${browser}: what follows from the parameters is what the closed forms say`, () =>
    withLab({browser}, async ({frame}) => {
      const values = () =>
        readAll(frame, at.formValues, (all) =>
          all.map((one) => Number(one.textContent.replace(/.* = /, '').replace('−', '-').split(/\s/)[0])),
        );
      // b + k (vt - vr) [nS], its inverse [MOhm], C/(k (vt - vr)), C times the resistance, the two eigenvalues' time
      // constants [ms], (b + k (vt - vr))²/(4 k) [pA].
      const closed = ({C, k, vr, vt, a, b}) => {
        const p = vt - vr;
        const g = b + k * p;
        const trace = -(k * p) / C - a;
        const root = Math.sqrt(trace ** 2 / 4 - (a * g) / C);
        const times = root >= 0 ? [1 / (root - trace / 2), 1 / (-trace / 2 - root)] : null;
        return {g, resistance: 1000 / g, tau: C / (k * p), rc: C / g, times, saddle: (b + k * p) ** 2 / (4 * k)};
      };
      for (const [id, cell] of Object.entries({RS, IB, CH})) {
        await goto(frame, id);
        await openAnalysis(frame, 'why');
        const {g, resistance, tau, rc, times, saddle} = closed(cell);
        const all = [g, resistance, tau, rc, ...(times ?? []), saddle];
        const shown = await values();
        for (const value of all)
          assert.ok(
            // Two decimals, of a current six: half of the last.
            shown.some((each) => Math.abs(each - value) < (value === saddle ? 6e-7 : 5.1e-3)),
            `${id}: ${value} in ${shown}`,
          );
      }
      // Wanted for RS: 7.14, 8.33, 6.9 and 40.3 ms.
      const {tau, rc, times} = closed(RS);
      assert.deepEqual(
        [tau.toFixed(2), rc.toFixed(2), times[0].toFixed(1), times[1].toFixed(1)],
        ['7.14', '8.33', '6.9', '40.3'],
      );
    }));
}

for (const browser of browsers) {
  inOne(browser)(`${browser}: no link can bring markup, and none breaks the page`, () =>
    withLab({browser, hash: '<img src=x onerror=window.pwned=1>'}, async ({frame}) => {
      const odd = ['%', '%E0%A4%A', '<img src=x onerror=window.pwned=1>', '"><script>window.pwned=1</script>'];
      odd.push('javascript:window.pwned=1', '__proto__', 'constructor', 'a'.repeat(5000), '%00', '🧠', 'note-4 ');
      for (const id of odd) {
        await frame.evaluate((hash) => (location.hash = hash), `#${id}`);
        await frame.waitForFunction(() => !part(at.message).hidden);
        await settle(frame);
        assert.deepEqual(await counts(frame), [6], id);
        assert.equal(await howMany(frame, at.messageParts), 1, id);
        assert.equal(await howMany(frame, at.dismiss), 1, id);
        assert.ok((await text(frame, at.message)).length < 200, id);
        await dismissMessage(frame);
        // Firefox and Chromium tell of no change of the hash when it stays the same.
        await frame.evaluate(() => (location.hash = '#'));
        await settle(frame);
      }
      assert.equal(await frame.evaluate(() => window.pwned), undefined);
    }),
  );

  // Fails with: a preset about the rheobase that opens the plane; a story that is folded away beside an open analysis.
  inOne(browser)(`${browser}: a preset about the rheobase opens its panel, with the caption in view`, () =>
    withLab({browser, width: 1280, height: 720}, async ({frame}) => {
      for (const id of ['truth-rheobase', 'truth-IB-rest']) {
        await goto(frame, id);
        await settle(frame);
        assert.equal(await openedAnalysis(frame), 'thresholds', id);
        const [top, bottom, low] = await read(frame, at.caption, (node) => {
          const box = node.getBoundingClientRect();
          return [box.top, box.bottom, innerHeight];
        });
        assert.ok(bottom - top > 10 && top >= 0 && bottom <= low, `${id}: ${top} to ${bottom}`);
      }
    }),
  );

  test(`${browser}: the link in the address follows the gallery, and going back and forth works`, () =>
    withLab({browser}, async ({page, frame}) => {
      await choosePreset(frame, 'note-11');
      assert.equal(new URL(page.url()).hash, '#note-11');
      assert.deepEqual(await counts(frame), [17]);
      await goto(frame, 'note-10');
      assert.deepEqual(await counts(frame), [0, 1, 1, 2, 2, 3]);
      await page.goBack();
      await frame.waitForFunction(() => location.hash === '#note-11');
      await settle(frame);
      assert.deepEqual(await counts(frame), [17]);
    }));
}
