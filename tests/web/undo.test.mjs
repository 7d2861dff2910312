// undo.test.mjs: undo and redo; how two experiments differ; the valid part of a stored state.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const core = await wasm();
const {en, worded} = await bundled('tests/web/words-entry.js');
const engine = worded(core, () => en);
const {UndoSteps} = await bundled('web/session/undo.js');
const {differences} = await bundled('web/session/differences.js');
const {validPart} = await bundled('web/session/valid-part.js');
const {MOST_GHOSTS} = await bundled('web/session/pinned.js');
const {Session} = await bundled('web/session/session.js');
const {withFixedSteps} = await bundled('web/session/runs.js');

/** An undo history whose clock is set by hand. */
function clocked() {
  let now = 0;
  const undo = new UndoSteps(() => now);
  return {undo, wait: (ms) => (now += ms)};
}

// Fails with: no undo groups; a group that replaces the first state; redo possible after a new change.
test('undo and redo go by undo groups, and stop at both ends', () => {
  const {undo, wait} = clocked();
  undo.note({d: 100}, '');
  assert.equal(undo.go(-1), undefined);
  for (const d of [90, 80, 70]) {
    wait(50);
    undo.note({d}, 'cell.d', 'cell.d');
  }
  wait(50);
  undo.note({d: 70, a: 1}, 'cell.a');
  assert.equal(undo.undoes, 'cell.a');
  assert.deepEqual(undo.go(-1), {d: 70});
  assert.deepEqual(undo.go(-1), {d: 100});
  assert.equal(undo.go(-1), undefined);
  assert.equal(undo.redoes, 'cell.d');
  assert.deepEqual(undo.go(1), {d: 70});
  // A new change starts a new group, and there is nothing left to redo.
  undo.note({d: 60}, 'cell.d', 'cell.d');
  assert.equal(undo.go(1), undefined);
  assert.deepEqual(undo.go(-1), {d: 70});
  // After a pause, the same slider starts a new group.
  wait(50);
  undo.note({d: 50}, 'cell.d', 'cell.d');
  wait(2000);
  undo.note({d: 40}, 'cell.d', 'cell.d');
  assert.deepEqual(undo.go(-1), {d: 50});
  // The same state again is not a step.
  undo.note({d: 50}, 'cell.k');
  assert.deepEqual(undo.go(1), {d: 40});
});

// Fails with: groups by time alone; two separate actions merged.
test('a drag is one step, however long it takes; separate actions are separate steps', () => {
  const {undo, wait} = clocked();
  undo.note({d: 100}, '');
  for (const d of [90, 80, 70]) {
    wait(5000);
    undo.note({d}, 'cell.d', 'cell.d', true);
  }
  assert.deepEqual(undo.go(-1), {d: 100});
  const session = opened('RS');
  const back = () => {
    let steps = 0;
    while (session.go(-1)) steps += 1;
    return steps;
  };
  // The start is dragged: from rest to a point, then along v, along u and along both.
  session.dragging = true;
  for (const [v, u] of [
    [-50, 10],
    [-49, 10],
    [-49, 12],
    [-40, 20],
  ])
    session.edit({initial: {kind: 'at', v, u}});
  session.dragging = false;
  assert.equal(back(), 1);
  // Two runs pinned, two stimuli added, two presets opened: each is a step of its own.
  session.pin('one');
  session.pin('two');
  for (let i = 0; i < 2; i += 1) session.edit({stimulus: [...session.experiment.stimulus, {kind: 'step'}]});
  session.open('IB');
  session.open('CH');
  assert.equal(back(), 6);
  // The same slider twice with a release between: two steps, even if they follow at once.
  for (const d of [90, 80]) {
    session.dragging = true;
    session.edit({cell: {d}});
    session.edit({cell: {d: d - 1}});
    session.dragging = false;
    session.edit({cell: {k: 0.8 + d / 1000}});
  }
  assert.equal(back(), 4);
  // An edit without effect is not a step, and leaves the preset unedited.
  session.edit({cell: {d: 100}});
  assert.equal(session.edited, false);
  assert.equal(back(), 0);
});

// Fails with: the selection restored from the state.
test('undo keeps the selected run, or selects the one that changes', () => {
  const session = opened('note-10');
  session.select(1);
  session.edit({cell: {d: 60}});
  session.go(-1);
  assert.equal(session.selected, 1);
  session.edit({stimulus: [{kind: 'step', amplitude: 5}]});
  session.select(3);
  session.go(-1);
  assert.equal(session.selected, 1);
});

// Fails with: more than two hundred steps kept.
test('the oldest of very many steps are dropped', () => {
  const {undo} = clocked();
  for (let d = 0; d < 1000; d += 1) undo.note({d}, `step ${d}`);
  let steps = 0;
  while (undo.go(-1)) steps += 1;
  assert.ok(steps >= 200 && steps < 210, `${steps}`);
});

test('two experiments differ value by value; parts of different kinds differ as a whole', () => {
  const {runs} = engine.presets().find(({id}) => id === 'RS');
  const [run] = runs;
  assert.deepEqual(differences(run, structuredClone(run)), []);
  const other = engine.resolve(run, {cell: {d: 60}, initial: {kind: 'at', v: -50, u: 1}}).experiment;
  assert.deepEqual(differences(run, other), [
    {path: 'cell.d', before: 100, after: 60},
    {path: 'initial', before: run.initial, after: other.initial},
  ]);
  const [step] = run.stimulus;
  const two = {...run, stimulus: [step, step]};
  assert.deepEqual(
    differences(run, two).map(({path}) => path),
    ['stimulus'],
  );
  const stronger = {...run, stimulus: [{...step, amplitude: 1}]};
  assert.deepEqual(
    differences(run, stronger).map(({path}) => path),
    ['stimulus.0.amplitude'],
  );
});

// Fails with: everything dropped because of one invalid value.
test('the valid part of a state from elsewhere is kept, and the rest is listed', () => {
  const base = engine.presets()[0].runs[0];
  const partial = {
    cell: {d: 55, C: -1, typo: 3},
    duration: 'long',
    stimulus: [{kind: 'step', amplitude: 90, onset: -5}],
  };
  const {experiment, dropped} = validPart(engine, base, partial);
  assert.equal(experiment.cell.d, 55);
  assert.equal(experiment.cell.C, base.cell.C);
  assert.equal(experiment.duration, base.duration);
  assert.equal(experiment.stimulus[0].amplitude, 90);
  assert.equal(dropped.length, 3, dropped.join(' '));
  assert.match(dropped.join(' '), /C = −1/);
  // What is wrong elsewhere does not affect it.
  const step = {kind: 'step', amplitude: 33};
  for (const stimulus of [
    [7, step, 7],
    [{kind: 'nope'}, step, {kind: 'nope'}],
  ])
    assert.deepEqual(
      validPart(engine, base, {stimulus}).experiment.stimulus.map(({amplitude}) => amplitude),
      [33],
    );
  for (const rubbish of [null, 7, 'x', [], {cell: 5}, {stimulus: {}}, {stimulus: [7]}, {initial: {kind: 'nowhere'}}])
    assert.deepEqual(engine.resolve(validPart(engine, base, rubbish).experiment, {}).problems, []);
});

/** A session that shows a preset. */
function opened(id, asked = engine) {
  const session = new Session(asked);
  session.open(id);
  session.startUndo();
  return session;
}

// Fails with: pinned runs left out of the state; the older state's window restored.
test('every kind of change can be undone and redone', () => {
  const session = opened('note-4');
  const states = [JSON.stringify(session.state)];
  const after = (change) => {
    change();
    states.push(JSON.stringify(session.state));
  };
  after(() => session.edit({cell: {d: 60}}));
  after(() => session.pin('sixty'));
  after(() => session.edit({stimulus: [{kind: 'step', amplitude: 5}]}));
  after(() => session.rename(0, 'the first'));
  after(() => session.swap(0, 'the second'));
  after(() => session.edit({initial: {kind: 'at', v: -50, u: 3}}));
  after(() => session.startAsPreset());
  after(() => session.open('IB'));
  after(() => session.edit({cell: {k: 2}}));
  after(() => session.reset());
  after(() => session.unpin(0));
  for (let at = states.length - 2; at >= 0; at -= 1) {
    assert.equal(session.go(-1), true);
    assert.equal(JSON.stringify(session.state), states[at], `${at}`);
  }
  assert.equal(session.go(-1), false);
  while (session.go(1));
  assert.equal(JSON.stringify(session.state), states.at(-1));
  assert.equal(session.go(1), false);
  session.look({from: 10, to: 20});
  session.edit({cell: {d: 1}});
  session.go(-1);
  assert.deepEqual(session.window, {from: 10, to: 20});
});

// Fails with: five pinned runs; a pinned run computed at every edit; a pinned run edited with the others.
test('a pinned run stays as it was, up to four of them, and is computed only when the window changes', () => {
  const session = opened('RS');
  const count = () => session.compute().ghosts.map(({measures}) => measures.count);
  session.pin('seventy');
  const [before] = session.compute().ghosts;
  session.edit({stimulus: [{kind: 'step', amplitude: 200, onset: 100}]});
  const found = session.compute();
  assert.equal(found.ghosts[0], before);
  assert.equal(found.ghosts[0].name, 'seventy');
  assert.ok(found.runs[0].measures.count > before.measures.count);
  session.look({from: 0, to: 300});
  assert.notEqual(session.compute().ghosts[0], before);
  for (const name of ['2', '3', '4']) assert.equal(session.pin(name), true);
  assert.equal(session.pin('5'), false);
  assert.equal(session.ghosts.length, MOST_GHOSTS);
  const [first, second] = count();
  assert.ok(first < second);
  session.swap(0, 'strong');
  assert.deepEqual(count().slice(0, 2), [second, second]);
  assert.equal(session.compute().runs[0].measures.count, first);
  session.unpin(1);
  assert.deepEqual(
    session.ghosts.map(({name}) => name),
    ['strong', '3', '4'],
  );
});

// Fails with: a state of another version adopted; invalid values kept.
test('a stored state is restored as it was; an old or invalid one is refused or repaired', () => {
  const session = opened('note-4');
  session.edit({cell: {d: 60}});
  session.pin('one');
  session.select(1);
  session.look({from: 5, to: 50});
  const kept = JSON.parse(JSON.stringify(session.state));
  const other = opened('IB');
  assert.deepEqual(other.adoptState(kept), []);
  assert.deepEqual(other.state, kept);

  for (const none of [null, 5, {}, [], {...kept, version: 99}, {...kept, preset: 'gone'}, {...kept, runs: []}]) {
    const before = JSON.stringify(other.state);
    assert.equal(other.adoptState(none), null);
    assert.equal(JSON.stringify(other.state), before);
  }
  const broken = structuredClone(kept);
  broken.runs[0].cell.C = -4;
  broken.selected = 77;
  broken.window = {from: 9, to: 'x'};
  broken.ghosts = [{experiment: {cell: {k: 'x'}}}, null, 3, 4, 5, 6];
  const dropped = other.adoptState(broken);
  assert.match(dropped.join(' '), /C = −4/);
  assert.equal(other.selected, 0);
  assert.deepEqual(other.window, {from: 0, to: null});
  assert.equal(other.ghosts.length, MOST_GHOSTS);
  other.compute();
});

// What version 1 wrote into localStorage, reproduced by hand: its members in their order, and fixed steps without
// an edge.
// Fails with: the default edge; a given edge overwritten; only the runs converted, not the pinned ones.
test('a state stored by version 1 opens with its fixed steps as they were', async () => {
  const {readFileSync} = await import('node:fs');
  const kept = JSON.parse(readFileSync(new URL('../reference/kept-version-1.json', import.meta.url), 'utf8'));
  const session = opened('RS');
  assert.deepEqual(session.adoptState(structuredClone(kept)), []);
  const solvers = session.runs.map(({solver}) => solver);
  assert.deepEqual(
    solvers,
    kept.runs.map(({solver}) => (solver.kind === 'exact' ? solver : {...solver, edge: 'after'})),
  );
  assert.ok(solvers.some(({kind}) => kind === 'rk4'));
  assert.deepEqual(session.ghosts[0].experiment.solver, {kind: 'euler', dt: 1, edge: 'after'});
  assert.equal(session.ghosts[0].name, 'by Euler');
  // Forward Euler with t > onset, computed independently.
  const {spikes} = engine.simulate(session.ghosts[0].experiment, {points: 0, budget: 1e4});
  assert.deepEqual([...spikes], [204, 351, 500, 650]);
  assert.equal(session.state.version, 2);
  // A state of the current version has its own edge.
  const now = session.state;
  now.ghosts[0].experiment = engine.resolve(now.ghosts[0].experiment, {solver: {edge: 'at'}}).experiment;
  assert.deepEqual(session.adoptState(JSON.parse(JSON.stringify(now))), []);
  assert.equal(session.ghosts[0].experiment.solver.edge, 'at');
});

test('fixed steps are chosen as in the note in its figures, and as in most scripts elsewhere', () => {
  const session = opened('note-4');
  assert.deepEqual(withFixedSteps(session.preset), {edge: 'after'});
  session.open('RS');
  assert.deepEqual(withFixedSteps(session.preset), {});
  session.edit({solver: {kind: 'euler', dt: 1, ...withFixedSteps(session.preset)}});
  assert.equal(session.experiment.solver.edge, 'at');
  for (const {group, runs} of session.presets)
    for (const {solver} of runs) if (solver.kind !== 'exact') assert.equal([group, solver.edge].join(), 'note,after');
});

// Fails with: a message with another number.
test('a thousand stimuli are accepted, stored and undone, and more are refused', () => {
  const session = opened('RS');
  const pulses = (count) =>
    Array.from({length: count}, (_, i) => ({kind: 'step', amplitude: 300, onset: i, duration: 0.5}));
  assert.deepEqual(session.edit({stimulus: pulses(1000)}), []);
  assert.equal(session.experiment.stimulus.length, 1000);
  const {runs} = session.compute();
  assert.ok(runs[0].recording.spikes.length > 5);
  assert.equal(runs[0].corners.time.length, 2 * 2000);
  const again = opened('IB');
  assert.deepEqual(again.adoptState(JSON.parse(JSON.stringify(session.state))), []);
  assert.equal(again.experiment.stimulus.length, 1000);
  for (const count of [1001, 3000]) {
    const [{code, message}] = session.edit({stimulus: pulses(count)});
    assert.equal(code, 'too_many');
    assert.match(message, new RegExp(`${count} entries; at most 1000 are allowed`));
  }
  assert.equal(session.experiment.stimulus.length, 1000);
});

/** How many objects the border reads during `work`: it asks for the keys of each. */
function objectsRead(work) {
  const {keys} = Object;
  let count = 0;
  Object.keys = (object) => ((count += 1), keys(object));
  try {
    work();
  } finally {
    Object.keys = keys;
  }
  return count;
}

// An edit asks some fifteen questions; reading a thousand stimuli for each of them would be 15000 objects.
// Fails with: experiments that are not remembered; a new list of stimuli at each edit.
test('an edit reads an experiment once, however many its stimuli, and only the changed one of a thousand', () => {
  const read = (count, change) => {
    const session = opened('RS', core); // without texts, which would read objects, too
    // So weak that nothing fires, because different questions are asked about a train and about silence.
    const stimulus = Array.from({length: count}, (_, i) => ({kind: 'step', amplitude: 1, onset: i, duration: 0.5}));
    assert.deepEqual(session.edit({stimulus}), []);
    session.compute();
    return objectsRead(() => {
      assert.deepEqual(session.edit(change(session.experiment)), []);
      session.compute();
    });
  };
  const cell = () => ({cell: {C: 101}});
  const louder = ({stimulus}) => ({stimulus: stimulus.map((one, i) => (i ? one : {...one, amplitude: 2}))});
  assert.equal(read(1000, cell), read(1, cell));
  assert.equal(read(1000, louder), read(1, louder));
});

// Fails with: nothing frozen; the stimulus created again; a step and its list recognized by their values only.
test('an experiment is never changed, and an edit keeps the parts of it that stay', () => {
  const session = opened('RS');
  const stimulus = [10, 20, 30].map((amplitude) => ({kind: 'step', amplitude}));
  session.edit({stimulus});
  const before = session.experiment;
  for (const part of [before, ...Object.values(before).filter((one) => typeof one === 'object'), before.stimulus[1]])
    assert.ok(Object.isFrozen(part));
  session.edit({cell: {C: 101}});
  assert.equal(session.experiment.stimulus, before.stimulus);
  session.edit({stimulus: before.stimulus.map((one, i) => (i === 1 ? {...one, amplitude: 25} : one))});
  const [first, second, third] = session.experiment.stimulus;
  assert.deepEqual([first, third], [before.stimulus[0], before.stimulus[2]]);
  assert.ok(first === before.stimulus[0] && third === before.stimulus[2]);
  assert.equal(second.amplitude, 25);
  // One less: the following ones move up.
  session.edit({stimulus: session.experiment.stimulus.slice(1)});
  assert.deepEqual(
    session.experiment.stimulus.map(({amplitude}) => amplitude),
    [25, 30],
  );
  assert.equal(engine.simulate(before, {points: 2}).current[1], 60);
  assert.equal(engine.simulate(session.experiment, {points: 2}).current[1], 55);
});

// More than the border remembers: forgotten ones are read again, and are what they were.
// Fails with: the oldest one returned for the newest.
test('each of many experiments stays what it is', () => {
  const all = Array.from({length: 60}, (_, i) => engine.resolve({}, {stimulus: [{kind: 'step', amplitude: i}]}));
  for (const round of [0, 1])
    for (const [i, {experiment}] of all.entries()) {
      assert.equal(engine.simulate(experiment, {points: 2}).current[1], i, `${round}`);
      assert.equal(engine.corners(experiment.stimulus, 1000).current.at(-1), i);
      assert.equal(engine.corners([{...experiment.stimulus[0], amplitude: i + 1}], 1000).current.at(-1), i + 1);
    }
});

// RS with b = -20 has b + k (vt - vr) = -6: its lower fixed point is v = -40 - 20/0.7 = -68.571..., u = -20 · -8.571...
// Fails with: nothing said; said of cells that rest at vr, or of runs with a given start.
test('the user is told where a cell rests now if an earlier version took another point for rest', () => {
  const session = opened('RS');
  const kept = (cell, initial) => ({version: 1, preset: 'RS', runs: [{cell, initial}], edited: true});
  const moved = (state) => {
    assert.deepEqual(session.adoptState(state), []);
    return session.restsMoved(state);
  };
  const [rest, ...others] = moved(kept({b: -20}, {kind: 'rest'}));
  assert.equal(others.length, 0);
  assert.ok(Math.abs(rest.v - (-40 - 20 / 0.7)) < 1e-12);
  assert.ok(Math.abs(rest.u - 1200 / 7) < 1e-10);
  assert.deepEqual(session.experiment.initial, {kind: 'rest'});
  assert.deepEqual(moved(kept({b: -20}, {kind: 'at', v: -60, u: 0})), []);
  assert.deepEqual(moved(kept({b: -2}, {kind: 'rest'})), []);
  // States of the current version mean what they say.
  session.edit({cell: {b: -20}});
  assert.deepEqual(moved(JSON.parse(JSON.stringify(session.state))), []);
});
