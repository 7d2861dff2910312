// session.test.mjs: how edits reach the runs, and what is shown of them, computed by the page's own wasm.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

// With texts for the presets, as in the page.
const {en, worded} = await bundled('tests/web/words-entry.js');
const engine = worded(await wasm(), () => en);
const {Session} = await bundled('web/session/session.js');
const {BUDGET} = await bundled('web/session/recordings.js');

/** A session that shows a preset, and the reasons for the changes it announces. */
function opened(id) {
  const session = new Session(engine);
  assert.equal(session.open(id), true);
  const changes = [];
  session.addEventListener('change', ({detail}) => changes.push(detail.why));
  return {session, changes};
}

const counts = (session) => session.compute().runs.map(({measures}) => measures.count);

test('a session opens with the first preset, and an unknown id changes nothing', () => {
  const session = new Session(engine);
  assert.equal(session.preset.id, 'RS');
  assert.equal(session.open('note-99'), false);
  assert.equal(session.preset.id, 'RS');
});

test('thresholds are revealed, in figures 3 and 4 once asked for, and never where answers are withheld', () => {
  const shown = (id, reveal = {}) => {
    const {session} = opened(id);
    Object.assign(session.reveal, reveal);
    const {revealed, withheld} = session.compute();
    return [revealed, withheld];
  };
  for (const id of ['RS', 'note-2', 'note-5', 'truth-rheobase']) assert.deepEqual(shown(id), [true, false], id);
  for (const id of ['note-3', 'note-4']) {
    assert.deepEqual(shown(id), [false, false], id);
    assert.deepEqual(shown(id, {asked: true}), [true, false], id);
    assert.deepEqual(shown(id, {answers: false, asked: true}), [false, true], id);
  }
  assert.deepEqual(shown('RS', {answers: false}), [false, true]);
});

// Fails with: the stimulus merged into every run.
test('cell, start, duration and method are edited in every run, the stimulus in the selected one only', () => {
  const {session, changes} = opened('note-10');
  session.select(2);
  assert.deepEqual(session.edit({cell: {C: 140}, duration: 900, solver: {kind: 'rk4'}}), []);
  assert.deepEqual(session.edit({stimulus: [{kind: 'step', amplitude: 300}]}), []);
  for (const run of session.runs) {
    assert.equal(run.cell.C, 140);
    assert.equal(run.duration, 900);
    assert.equal(run.solver.kind, 'rk4');
  }
  assert.deepEqual(
    session.runs.map(({stimulus}) => stimulus[0].amplitude),
    [242, 243, 300, 343, 346, 347],
  );
  assert.deepEqual(changes, ['selected', 'edited', 'edited']);
});

// Fails with: the runs replaced before the problems are checked.
test('an edit with a problem changes no run, and the problem is returned', () => {
  const {session, changes} = opened('note-4');
  const before = structuredClone(session.runs);
  const problems = session.edit({cell: {C: -1, k: 'x'}});
  assert.deepEqual(
    problems.map(({path, code}) => [path, code]),
    [
      ['cell.C', 'out_of_range'],
      ['cell.k', 'not_a_number'],
    ],
  );
  assert.deepEqual(session.runs, before);
  assert.equal(session.edited, false);
  assert.deepEqual(changes, []);
});

// Fails with: a flag that every edit sets.
test('a figure is edited while any of its runs differs from it, and not if all is again as it was', () => {
  const {session} = opened('note-4');
  const amplitude = (value) => session.edit({stimulus: [{...session.experiment.stimulus[0], amplitude: value}]});
  for (const [value, edited] of [
    [51.4, true],
    [51.5, false],
  ]) {
    amplitude(value);
    assert.equal(session.edited, edited);
    session.select(1);
    assert.equal(session.edited, edited, 'whichever run is selected');
    session.select(0);
  }
  session.edit({cell: {b: -1}});
  session.edit({cell: {b: -2}});
  assert.equal(session.edited, false);
});

test('reset returns to the preset, whatever was edited, and the preset itself is unchanged', () => {
  const {session} = opened('note-11');
  session.edit({cell: {C: 200}, initial: {kind: 'rest'}});
  session.look({from: 90, to: 350});
  session.reset();
  assert.deepEqual(session.runs, session.preset.runs);
  assert.equal(session.preset.runs[0].cell.C, 150);
  assert.deepEqual(session.window, {from: 0, to: null});
});

// The spike counts are those of the note's figure 10; from rest they follow from the thresholds 304.739 and 346.445 pA.
test('figure 10 from rest, and back to the starts of the preset', () => {
  const {session} = opened('note-10');
  assert.deepEqual(counts(session), [0, 1, 1, 2, 2, 3]);
  assert.equal(session.startMoved, false);
  session.edit({initial: {kind: 'rest'}});
  assert.equal(session.startMoved, true);
  assert.deepEqual(counts(session), [0, 0, 1, 1, 1, 2]);
  session.startAsPreset();
  assert.equal(session.startMoved, false);
  assert.deepEqual(counts(session), [0, 1, 1, 2, 2, 3]);
});

// Fails with: the budget not divided among the runs.
test('all runs of an edit share one budget of steps, and a run that exhausts it says so', () => {
  const {session} = opened('note-4');
  assert.deepEqual(session.edit({solver: {kind: 'rk4', dt: 0.001}}), []); // 5e6 steps per run
  const {runs} = session.compute();
  assert.deepEqual(
    runs.map(({recording}) => recording.ended.kind),
    Array(6).fill('out of budget'),
  );
  for (const {recording} of runs) assert.ok(recording.ended.steps <= BUDGET.fixed / 6);
});

// Fails with: the version not compared.
test("the worker's results are shown until the experiment changes, and late ones are ignored", () => {
  const {session} = opened('RS');
  session.edit({solver: {kind: 'rk4', dt: 0.0005}});
  const {version} = session;
  const full = engine.study(session.experiment, session.recordings.longWindow(session.experiment));
  assert.equal(full.recording.ended.kind, 'finished');
  session.adopt(0, full, version);
  assert.equal(session.isLong, true);
  assert.equal(counts(session)[0], full.recording.spikes.length);
  // In a stretch of time, they are cut to that stretch.
  session.look({from: 100, to: 300});
  const {time} = session.compute().runs[0].recording;
  assert.ok(session.isLong && time[0] >= 100 && time[time.length - 1] <= 300 && time.length > 1000);
  session.edit({cell: {C: 101}});
  assert.equal(session.isLong, false);
  session.adopt(0, full, version);
  assert.equal(session.isLong, false);
});

// Fails with: samples of another stretch shown; the spikes of the shorter run shown.
test("a stretch between the worker's samples is sampled again, until another one is shown", () => {
  const {session} = opened('RS');
  session.edit({solver: {kind: 'rk4', dt: 0.0005}});
  const full = engine.study(session.experiment, session.recordings.longWindow(session.experiment));
  session.adopt(0, full, session.version);
  assert.equal(session.fineWindow(0), null);
  // Its 20 000 samples are 0.05 ms apart.
  const at = full.recording.spikes[2];
  session.look({from: at - 0.5, to: at + 0.5});
  const few = session.compute().runs[0].recording.time.length;
  assert.ok(few < 30);
  const window = session.fineWindow(0);
  assert.ok(window.from === at - 0.5 && window.to === at + 0.5 && window.points === session.recordings.points);
  const finer = engine.study({...session.experiment, duration: window.to}, window);
  session.adopt(0, finer, session.version, true);
  const {time, v, spikes} = session.compute().runs[0].recording;
  assert.ok(time.length >= window.points && time[0] >= window.from && time[time.length - 1] <= window.to);
  assert.deepEqual(spikes, full.recording.spikes);
  // At common times both have exactly the same voltage, because a shorter run is the beginning of the longer one.
  const exact = engine.simulate(session.experiment, {...window, budget: 1e8});
  assert.deepEqual([...v], [...exact.v]);
  assert.equal(session.fineWindow(0), null);
  session.look({from: at + 2, to: at + 3});
  assert.ok(session.fineWindow(0));
  assert.ok(session.compute().runs[0].recording.time.length < 30);
  const {version} = session;
  session.edit({cell: {C: 101}});
  session.adopt(0, finer, version, true);
  assert.equal(session.isLong, false);
});

// Fails with: pinned runs that share a budget; the worker's results dropped when a run is pinned.
test("a pinned run is computed as far as the one shown, and pinning keeps the worker's results", () => {
  const {session} = opened('RS');
  session.edit({solver: {kind: 'rk4', dt: 0.002}});
  session.pin('the same');
  const {runs, ghosts} = session.compute();
  assert.equal(ghosts[0].measures.count, 6);
  assert.deepEqual(ghosts[0].measures, runs[0].measures);
  session.edit({solver: {kind: 'rk4', dt: 0.0005}});
  session.adopt(
    0,
    engine.study(session.experiment, session.recordings.longWindow(session.experiment)),
    session.version,
  );
  session.pin('long');
  session.rename(1, 'longer');
  assert.ok(session.isLong);
  assert.equal(session.compute().runs[0].recording.ended.kind, 'finished');
});

test('a window ends with the longest run, and a shorter run gets its share of the points', () => {
  const {session} = opened('note-4');
  session.recordings.points = 1000;
  session.edit({duration: 2000});
  session.runs[1] = {...session.runs[1], duration: 1000};
  assert.deepEqual(session.shownWindow, {from: 0, to: 2000});
  assert.deepEqual(session.recordings.window(session.runs[0], session.shownWindow, 5), {
    from: 0,
    to: 2000,
    points: 1000,
    budget: 5,
  });
  assert.deepEqual(session.recordings.window(session.runs[1], session.shownWindow, 5), {
    from: 0,
    to: 1000,
    points: 500,
    budget: 5,
  });
  // A window after the end of every run shows all of the runs instead of nothing.
  session.look({from: 5000, to: 6000});
  assert.deepEqual(session.shownWindow, {from: 0, to: 2000});
});

test('a run loses its name when its cell is edited', () => {
  const {session} = opened('truth-peak');
  assert.deepEqual(
    session.compute().runs.map(({name}) => name),
    ['peak 35\u00a0mV', 'peak 25\u00a0mV'],
  );
  session.edit({cell: {vpeak: 30}});
  assert.deepEqual(
    session.compute().runs.map(({name}) => name),
    ['', ''],
  );
});

test('the mean rate of a run that stopped counts only the part of the stimulus that it reached; one that runs away has none', () => {
  const {session} = opened('CH');
  assert.deepEqual(
    session.edit({duration: 1e5, stimulus: [{kind: 'step', amplitude: 600, onset: 100, duration: null}]}),
    [],
  );
  const [{measures, recording, experiment}] = session.compute().runs;
  assert.equal(recording.ended.kind, 'out of budget');
  const seen = recording.ended.time - experiment.stimulus[0].onset;
  assert.ok(Math.abs(measures.mean_rate - (1000 * measures.count_in_window) / seen) < 1e-6 * measures.mean_rate);
  assert.deepEqual([measures.steady_rate, measures.steady_reason], [null, 'out of budget']);
  // RS recovers 0.03 · 100 · 85 = 255 pA of u in each interval, and a spike adds more.
  const {session: other} = opened('RS');
  other.edit({cell: {d: -500}});
  const [run] = other.compute().runs;
  assert.equal(run.recording.ended.kind, 'too many spikes');
  assert.deepEqual(
    ['mean_rate', 'mean_reason', 'steady_rate', 'steady_reason'].map((name) => run.measures[name]),
    [null, 'runs away', null, 'runs away'],
  );
});

// Two of the three runs of this figure have one stimulus, and only their cells differ.
test('runs that their names alone tell apart keep them once the cells are edited, with a word that says so', () => {
  const {session} = opened('why-sag');
  const names = () => session.compute().runs.map(({name}) => name);
  assert.deepEqual(names(), ['IB, held', 'IB, from rest', 'RS']);
  session.edit({cell: {b: 2.5}});
  assert.deepEqual(names(), ['', 'IB, from rest, edited', 'RS, edited']);
});
