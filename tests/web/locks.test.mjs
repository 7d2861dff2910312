// locks.test.mjs: what an author locks is changed by nothing that reaches the session.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const {en, worded} = await bundled('tests/web/words-entry.js');
const engine = worded(await wasm(), () => en);
const {Session} = await bundled('web/session/session.js');
const {Locks} = await bundled('web/session/locks.js');
const {pathsOf} = await bundled('web/send/display.js');

const paths = (...names) => pathsOf(names, engine.schema()).paths;

/** A session that shows a preset with some edits, and is locked as it then is. */
function locked(names, {id = 'RS', edits = {}, only = null} = {}) {
  const session = new Session(engine);
  session.open(id);
  if (Object.keys(edits).length) assert.deepEqual(session.edit(edits), []);
  session.startUndo();
  session.lock(paths(...names), only && paths(...only));
  return session;
}
const codes = (problems) => problems.map(({path, code}) => `${path} ${code}`);
const step = (amplitude, onset = 100) => [{kind: 'step', amplitude, onset, duration: null}];

test('a lock meets what it names, what is in it and what contains it', () => {
  const locks = new Locks();
  assert.equal(locks.any, false);
  assert.equal(locks.has('cell.b'), false);
  locks.lock({preset: 'RS', runs: []}, ['cell.b', 'stimulus.*.amplitude', 'initial']);
  for (const path of ['cell.b', 'cell', 'stimulus', 'stimulus.3', 'stimulus.0.amplitude', 'initial', 'initial.v'])
    assert.equal(locks.has(path), true, path);
  for (const path of ['cell.a', 'stimulus.0.onset', 'duration', 'preset']) assert.equal(locks.has(path), false, path);
});

test('where only some paths are free, all others are locked, and more can be locked but nothing unlocked', () => {
  const locks = new Locks();
  locks.lock({preset: 'RS', runs: []}, ['cell.a'], ['stimulus.*.amplitude', 'cell']);
  for (const path of ['stimulus.0.amplitude', 'cell.b']) assert.equal(locks.has(path), false, path);
  for (const path of ['cell.a', 'stimulus', 'stimulus.1', 'duration', 'preset'])
    assert.equal(locks.has(path), true, path);
  locks.lock({preset: 'RS', runs: []}, [], ['duration', 'cell.b']);
  assert.equal(locks.has('duration'), true);
  assert.equal(locks.has('cell.b'), false);
  assert.equal(locks.has('stimulus.0.amplitude'), true);
});

test('an edit of what is locked is refused with its path, and changes nothing of it', () => {
  const session = locked(['b', 'onset'], {edits: {cell: {b: -1.5}}});
  assert.deepEqual(codes(session.edit({cell: {b: 3, d: 50}})), ['cell.b locked']);
  assert.equal(session.experiment.cell.d, 100);
  assert.deepEqual(codes(session.edit({stimulus: step(80, 20)})), ['stimulus.0.onset locked']);
  assert.deepEqual(codes(session.edit({stimulus: []})), ['stimulus locked']);
  assert.deepEqual(codes(session.edit({stimulus: [...step(80), ...step(5)]})), ['stimulus locked']);
  assert.deepEqual(codes(session.edit({stimulus: [{kind: 'ramp', from: 0, to: 250}]})), ['stimulus.0 locked']);
  assert.deepEqual(session.edit({cell: {d: 50}, stimulus: step(80)}), []);
  assert.deepEqual([session.experiment.cell.b, session.experiment.cell.d], [-1.5, 50]);
  assert.match(session.edit({cell: {b: 3}})[0].message, /Locked here: b\./);
});

test('a refused value that is not valid either is told as what it is, not as locked', () => {
  assert.deepEqual(codes(locked(['b']).edit({cell: {C: -1}})), ['cell.C out_of_range']);
});

test('neither a preset nor a link nor a stored state brings back what is locked', () => {
  const session = locked(['b'], {edits: {cell: {b: -1.5}}});
  const changes = [];
  session.addEventListener('change', ({detail}) => changes.push(detail.why));
  assert.equal(session.open('CH'), false);
  assert.match(session.openWith('RS', [{cell: {b: 4}}], 0).join(' '), /Locked here: b/);
  const {state} = new Session(engine);
  assert.match(session.adoptState(state).join(' '), /Locked here: b/);
  session.author = state;
  session.resetToAuthor();
  assert.deepEqual(changes, []);
  assert.equal(session.experiment.cell.b, -1.5);
  assert.deepEqual(session.openWith('RS', [{cell: {b: -1.5, d: 60}}], 0), []);
  assert.equal(session.experiment.cell.d, 60);
});

test('with a locked preset, no other preset is opened, even with the same values', () => {
  const session = locked(['preset']);
  assert.equal(session.open('note-1'), false);
  assert.deepEqual(session.openWith('note-1', [{}], 0), [en.problems.locked('preset')]);
  assert.equal(session.preset.id, 'RS');
  assert.equal(session.open('RS'), true);
});

test('undo goes back to no state before a lock, and to all after it', () => {
  const session = locked([], {edits: {cell: {b: -1.5}}});
  session.edit({cell: {b: 1}});
  session.lock(paths('b'));
  assert.equal(session.go(-1), false);
  session.edit({cell: {d: 50}});
  assert.equal(session.go(-1), true);
  assert.deepEqual([session.experiment.cell.b, session.experiment.cell.d], [1, 100]);
  // A stored history is of no more avail.
  const free = new Session(engine);
  free.startUndo();
  free.edit({cell: {b: 7}});
  free.edit({cell: {d: 50}});
  free.edit({cell: {b: -2, d: 100}});
  const history = free.undo.kept(1e5);
  const other = locked(['b']);
  other.startUndo(history);
  assert.equal(other.undo.undoes, 'cell.b');
  assert.equal(other.go(-1), false);
  assert.equal(other.experiment.cell.b, -2);
  assert.equal(other.undo.undoes, 'cell.b'); // the history has not moved either
});

test('reset returns to the set-up that is locked, not to the preset', () => {
  const session = locked(['b'], {edits: {cell: {b: -1.5}, stimulus: step(60)}});
  session.edit({cell: {d: 50}, stimulus: step(90)});
  assert.equal(session.reset(), true);
  const {cell, stimulus} = session.experiment;
  assert.deepEqual([cell.b, cell.d, stimulus[0].amplitude], [-1.5, 100, 60]);
});

test('reset returns to the author’s set-up, whatever is locked later, and a lock that is repeated does nothing', () => {
  const session = locked(['b'], {edits: {cell: {b: -1.5}, stimulus: step(60)}});
  session.edit({cell: {d: 50, a: 0.05}, stimulus: step(90), duration: 500});
  const changes = [];
  session.addEventListener('change', ({detail}) => changes.push(detail.why));
  for (let times = 0; times < 3; times += 1) session.lock(paths('b'));
  assert.deepEqual([changes, session.undo.undoes], [[], 'cell.a']);
  session.lock(paths('d', 'I'));
  assert.deepEqual(changes.splice(0), ['locked']);
  session.edit({cell: {a: 0.06}});
  assert.equal(session.reset(), true);
  const {cell, stimulus, duration} = session.experiment;
  // What was locked later is as it was then.
  assert.deepEqual([cell.b, cell.d, stimulus[0].amplitude], [-1.5, 50, 90]);
  assert.deepEqual([cell.a, duration], [0.03, 1000]);
  // Where nothing was locked at first, the author's set-up is what the lab opened with.
  const free = new Session(engine);
  free.openWith('RS', [{cell: {a: 0.02}}], 0);
  free.hold();
  free.edit({cell: {a: 0.07, d: 20}});
  free.lock(paths('d'));
  free.reset();
  assert.deepEqual([free.experiment.cell.a, free.experiment.cell.d], [0.02, 20]);
  // A preset of one's own choice is reset to itself.
  assert.equal(free.openWith('CH', [{cell: {d: 20}}], 0).length, 0);
  free.edit({duration: 300});
  assert.equal(free.reset(), false, 'its own d is not the one that is locked');
  assert.equal(free.experiment.duration, 300);
});

test('where only some paths are free, labels and pinned runs are no others: what would change them changes nothing', () => {
  const session = new Session(engine);
  const pin = {name: 'mine', of: {preset: 'RS', index: 0}, differs: {cell: {b: 3}}};
  session.openWith('RS', [{}], 0, {labels: {note: 'the author’s'}});
  session.lock(paths(), paths('amplitude'));
  const before = JSON.stringify(session.state);
  for (const beside of [{labels: {note: 'x'}}, {labels: {title: 'x'}}, {pins: [pin]}])
    assert.match(session.openWith('RS', [{}], 0, beside).join(' '), /Locked here: (title and note|pinned runs)/);
  const foreign = new Session(engine);
  foreign.pin();
  for (const state of [foreign.state, {...session.state, note: 'another'}]) {
    assert.match(session.adoptState(state).join(' '), /Locked here/);
    assert.equal(session.mayAdopt(state), false);
  }
  session.label({note: 'x'});
  assert.equal(session.pin(), false);
  assert.equal(JSON.stringify(session.state), before);
  // A link that does not mention them leaves them; so does Reset.
  assert.deepEqual(session.openWith('RS', [{stimulus: step(90)}], 0), []);
  assert.equal(session.labels.note, 'the author’s');
  session.reset();
  assert.equal(JSON.stringify(session.state), before);
  // Elsewhere they are the reader's; a link that is refused brings none.
  const lab = locked(['b']);
  lab.openWith('RS', [{}], 0, {labels: {note: 'x'}, pins: [pin]});
  assert.deepEqual([lab.labels.note, lab.ghosts.length], ['x', 1]);
  lab.openWith('RS', [{cell: {b: 3}}], 0, {labels: {note: 'y'}, pins: []});
  assert.deepEqual([lab.labels.note, lab.ghosts.length], ['x', 1]);
});

test('in an exercise Reset returns to its author’s labels, and what leaves them out takes none away', () => {
  const labels = {title: 'Ejercicio 3', name: 'Nina'};
  for (const lock of [['preset'], ['b'], []]) {
    const session = new Session(engine);
    session.openWith('IB', [{}], 0, {labels});
    session.hold();
    session.startUndo();
    if (lock.length) session.lock(paths(...lock));
    else session.reveal.answers = false;
    session.label({title: 'mine', name: ''});
    session.reset();
    assert.deepEqual({...session.labels}, {...labels, note: ''});
    if (!lock.length) continue;
    session.openWith('IB', [{}], 0);
    const {preset, runs} = session.state;
    session.adoptState({preset, runs});
    assert.deepEqual({...session.labels}, {...labels, note: ''});
    // What the reader wrote is undone all the same.
    session.label({note: 'mine'});
    session.go(-1);
    assert.equal(session.labels.note, '');
  }
  // Another preset has its own names, and where nothing is withheld or locked, Reset takes them all away.
  const free = new Session(engine);
  free.openWith('IB', [{}], 0, {labels});
  free.hold();
  free.reset();
  assert.equal(free.labels.title, '');
  free.openWith('IB', [{}], 0, {labels});
  free.lock(paths('dt'));
  free.openWith('RS', [{}], 0);
  assert.equal(free.labels.title, '');
});

test('neither a pinned run nor the starts of the preset bring back what is locked', () => {
  const session = new Session(engine);
  session.pin();
  session.edit({cell: {b: -1.5}, initial: {kind: 'at', v: -70, u: 0}});
  session.lock(paths('b', 'start'));
  session.swap(0);
  session.startAsPreset();
  assert.deepEqual([session.experiment.cell.b, session.experiment.initial.kind], [-1.5, 'at']);
  assert.equal(session.ghosts[0].experiment.cell.b, -2);
});

test('a figure lets only its controls be changed', () => {
  const session = locked([], {only: ['amplitude']});
  assert.deepEqual(session.edit({stimulus: step(90)}), []);
  for (const [partial, path] of [
    [{cell: {d: 50}}, 'cell.d'],
    [{duration: 500}, 'duration'],
    [{solver: {kind: 'euler'}}, 'solver'],
    [{initial: {kind: 'at', v: -60, u: 0}}, 'initial'],
    [{stimulus: step(90, 50)}, 'stimulus.0.onset'],
  ])
    assert.deepEqual(codes(session.edit(partial)), [`${path} locked`]);
  assert.equal(session.open('IB'), false);
});

test('of several runs each is held to its own values', () => {
  const session = locked(['amplitude'], {id: 'note-10'});
  session.select(2);
  assert.deepEqual(codes(session.edit({stimulus: step(300)})), ['stimulus.0.amplitude locked']);
  assert.deepEqual(session.edit({cell: {C: 140}}), []);
});
