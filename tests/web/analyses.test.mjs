// analyses.test.mjs: questions that take longer than a frame: parts arrive in order, the newest question wins, nothing is lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled} from '../support.mjs';

// There are no workers under node, so the questions are answered here, by the same code that runs in the worker.
globalThis.document ??= /** @type {any} */ ({getElementById: () => null});
globalThis.Worker ??= /** @type {any} */ (
  class {
    constructor() {
      throw new Error('none here');
    }
  }
);
const {Analyses} = await bundled('web/engine/analyses.js');
const {analysisWork} = await bundled('web/engine/analysis-work.js');
const {coarseToFine} = await bundled('web/engine/steps.js');
const {analyses} = await bundled('tests/web/analyses-entry.js');

const core = /** @type {any} */ ({});
const count = {
  id: 'count',
  *steps(engine, {to}) {
    for (let n = 1; n <= to; n += 1) yield n;
  },
};
const letters = {
  id: 'letters',
  *steps() {
    yield 'a';
    yield 'b';
  },
};
const broken = {
  id: 'broken',
  *steps() {
    yield 1;
    throw new Error('the current is not finite');
  },
};

/** Collects answers until `enough` returns true for them. */
function collect(enough) {
  const messages = [];
  let done;
  const all = new Promise((resolve) => (done = resolve));
  const questions = analysisWork(
    () => Promise.resolve(core),
    (message) => {
      messages.push(message);
      if (enough(messages)) done(messages);
    },
    [count, letters, broken],
  );
  return {questions, messages, all};
}

// Fails with: done sent together with the last part.
test('an answer comes in parts, and then says that it is complete', async () => {
  const {questions, all} = collect((messages) => messages.at(-1).done);
  questions.take({ask: {id: 1, kind: 'count', question: {to: 3}}});
  assert.deepEqual(await all, [
    {id: 1, kind: 'count', part: 1},
    {id: 1, kind: 'count', part: 2},
    {id: 1, kind: 'count', part: 3},
    {id: 1, kind: 'count', done: true},
  ]);
});

// Fails with: one kind answered completely before the next.
test('kinds take turns, so that a long one does not delay a short one', async () => {
  const {questions, all} = collect((messages) => messages.filter(({done}) => done).length === 2);
  questions.take({ask: {id: 1, kind: 'count', question: {to: 50}}});
  questions.take({ask: {id: 2, kind: 'letters', question: {}}});
  const messages = await all;
  assert.ok(messages.findIndex(({id, done}) => id === 2 && done) < 8);
});

// Fails with: the older question finished first.
test('a newer question of a kind ends the older one', async () => {
  const {questions, messages, all} = collect((sent) => sent.at(-1).done);
  questions.take({ask: {id: 1, kind: 'count', question: {to: 1e6}}});
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(messages.length > 0);
  questions.take({ask: {id: 2, kind: 'count', question: {to: 2}}});
  const sent = await all;
  const first = sent.findIndex(({id}) => id === 2);
  assert.deepEqual(
    sent.slice(first).map(({id}) => id),
    [2, 2, 2],
  );
});

test('a stopped question sends no more parts, and an error ends only its own question', async () => {
  const {questions, messages, all} = collect((sent) => sent.some(({error}) => error));
  questions.take({ask: {id: 1, kind: 'count', question: {to: 1e6}}});
  questions.take({stop: 'count'});
  questions.take({ask: {id: 2, kind: 'broken', question: {}}});
  await all;
  assert.deepEqual(messages.at(-1), {id: 2, kind: 'broken', error: 'the current is not finite'});
  assert.ok(messages.filter(({id}) => id === 1).length <= 1);
  const before = messages.length;
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(messages.length, before);
});

// Fails with: `stale` left out; the same question asked again.
test('without a worker the page answers by itself, and an old answer stays until a newer one arrives', async () => {
  const engine = /** @type {any} */ ({boundary: (_, current) => ({text: `at ${current}`})});
  const analysis = new Analyses(engine, analyses);
  const until = (check) =>
    new Promise((resolve) =>
      analysis.addEventListener('part', function look() {
        if (!check(analysis.answer('boundary'))) return;
        analysis.removeEventListener('part', look);
        resolve(undefined);
      }),
    );
  analysis.ask('boundary', {current: 70});
  await until(({done}) => done);
  assert.equal(analysis.answer('boundary').part.text, 'at 70');
  analysis.ask('boundary', {current: 70});
  assert.equal(analysis.answer('boundary').done, true, 'nothing is asked twice');
  analysis.ask('boundary', {current: 80});
  assert.equal(analysis.answer('boundary').part.text, 'at 70');
  assert.equal(analysis.answer('boundary').stale, true);
  await until(({done}) => done);
  assert.equal(analysis.answer('boundary').part.text, 'at 80');
  analysis.ask('boundary', {current: 90});
  analysis.stop('boundary');
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(
    analysis.answer('boundary').part,
    undefined,
    'an answer to an older question is not an answer to this one',
  );
  assert.equal(analysis.answer('boundary').stopped, true);
  analysis.ask('boundary', {current: 90});
  assert.equal(analysis.answer('boundary').stopped, true, 'drawing a view again does not resume it');
  analysis.resume('boundary');
  await until(({done}) => done);
  assert.equal(analysis.answer('boundary').part.text, 'at 90');
});

// Fails with: nothing computed at once; `skip` ignored, so that the curve gets coarser again.
test('an answer that must follow a slider is there at once; the parts that take longer come later, in order', async (t) => {
  // With the real clock, the test would fail on a busy machine.
  let clock = 0;
  Object.defineProperty(performance, 'now', {value: () => clock, configurable: true});
  t.after(() => delete performance.now);
  const slow = {
    id: 'fi',
    atOnce: true,
    *steps(engine, {ms}) {
      for (let part = 1; part <= 3; part += 1) {
        clock += ms;
        yield part;
      }
    },
  };
  const analysis = new Analyses(core, [slow]);
  const parts = [];
  const all = new Promise((resolve) =>
    analysis.addEventListener('part', () => {
      const {part, done} = analysis.answer('fi');
      parts.push(part);
      if (done) resolve(undefined);
    }),
  );
  analysis.ask('fi', {ms: 0});
  assert.deepEqual([analysis.answer('fi').part, analysis.answer('fi').done], [3, true]);
  analysis.ask('fi', {ms: 10}); // longer than the page may take
  assert.deepEqual([analysis.answer('fi').part, analysis.answer('fi').done], [1, false]);
  await all;
  assert.deepEqual(parts, [2, 3, 3]);
  // If a single part took much longer than that, the page leaves the next questions to the worker for a while.
  analysis.ask('fi', {ms: 100});
  analysis.ask('fi', {ms: 0});
  assert.equal(analysis.answer('fi').done, false);
  clock += 3000;
  analysis.ask('fi', {ms: 0.1});
  assert.equal(analysis.answer('fi').done, true);
});

// By hand: 10 places, at most 3 at first: every 4th (0, 4, 8), then 2 and 6, then the odd ones, 3 at a time.
test('a curve is known coarsely over its whole range before it is known finely anywhere', () => {
  assert.deepEqual(
    [...coarseToFine(10, 3, 3)],
    [
      [0, 4, 8],
      [2, 6],
      [1, 3, 5],
      [7, 9],
    ],
  );
  assert.deepEqual([...coarseToFine(1, 16, 32)], [[0]]);
  for (const count of [2, 16, 17, 200, 2000]) {
    const all = [...coarseToFine(count, 16, 32)];
    assert.ok(all.every((portion) => portion.length <= 32));
    assert.deepEqual(
      all.flat().sort((one, other) => one - other),
      Array.from({length: count}, (_, i) => i),
    );
  }
});

// Fails with: no worker replaced; parts that have arrived asked for again; a worker replaced while it is starting.
test('a worker busy with a long step is replaced when something newer is asked', async () => {
  const workers = [];
  class Busy {
    constructor() {
      this.asked = [];
      this.ended = false;
      workers.push(this);
    }
    postMessage(message) {
      this.asked.push(message);
    }
    terminate() {
      this.ended = true;
    }
    says(data) {
      this.onmessage({data});
    }
  }
  const analysis = new Analyses(core, [count, letters], () => new Busy());
  const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
  analysis.ask('count', {to: 9});
  await pause();
  assert.equal(workers.length, 1, 'a worker that is still starting is not replaced');
  const [first] = workers;
  first.says({read: true});
  first.says({id: 1, kind: 'count', part: 1});
  analysis.ask('letters', {});
  first.says({read: true});
  await pause();
  assert.equal(workers.length, 1, 'a worker that answers is kept');

  analysis.ask('letters', {newer: true});
  await pause();
  assert.equal(first.ended, true);
  assert.deepEqual(
    workers[1].asked.map(({ask: {kind, question, skip}}) => ({kind, question, skip})),
    [
      {kind: 'count', question: {to: 9}, skip: 1},
      {kind: 'letters', question: {newer: true}, skip: 0},
    ],
  );
  assert.equal(analysis.answer('count').part, 1);
});
