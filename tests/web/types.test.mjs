// types.test.mjs: the types that the build writes for tsc describe exactly what the core returns.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bound, chanceOf, valid} from '../border/fuzz.mjs';
import {misfit, typesOf, written} from '../core-types.mjs';
import {wasm} from '../support.mjs';

const types = typesOf();
const izh = await wasm();
const number = {name: 'number', given: []};
const or = (...union) => ({union});
const none = {name: 'null', given: []};
const literals = (...names) => or(...names.map((literal) => ({literal})));
const members = (type) => Object.fromEntries(Object.entries(type.object).map(([name, {type: its}]) => [name, its]));

test('an experiment has the members of the contract, and a stimulus is recognized by its kind', () => {
  assert.deepEqual(Object.keys(types.Cell.object), ['C', 'k', 'vr', 'vt', 'vpeak', 'a', 'b', 'c', 'd']);
  for (const {type} of Object.values(types.Cell.object)) assert.deepEqual(type, number);
  assert.deepEqual(Object.keys(types.Experiment.object), ['cell', 'initial', 'stimulus', 'duration', 'solver']);
  assert.deepEqual(members(types.Experiment).stimulus, {list: {name: 'Stimulus', given: []}});
  const [step, ramp] = types.Stimulus.union.map(members);
  assert.deepEqual(step, {kind: {literal: 'step'}, amplitude: number, onset: number, duration: or(number, none)});
  assert.deepEqual(ramp, {kind: {literal: 'ramp'}, from: number, to: number, onset: number, duration: number});
  const kinds = (type) => type.union.map((one) => one.object.kind.type.literal);
  assert.deepEqual(kinds(types.Initial), ['rest', 'at']);
  assert.deepEqual(kinds(types.Solver), ['exact', 'rk4', 'euler']);
});

test('a recording has its samples, and the name of how it ended', () => {
  const {time, spikes, ended} = members(types.Recording);
  assert.deepEqual([time.name, spikes.name, ended.name], ['Float64Array', 'Float64Array', 'Ended']);
  assert.equal(members(types.Ended).kind.name, 'End');
  assert.deepEqual(types.End, literals('finished', 'too many spikes', 'out of budget', 'diverged'));
  assert.deepEqual(
    types.Stability,
    literals('stable node', 'stable focus', 'unstable node', 'unstable focus', 'saddle', 'degenerate'),
  );
  assert.match(written, /\/\*\* \[pF\] \*\/\n {2}C: number;/);
});

test('every bound function is declared, with the names of its arguments', () => {
  assert.deepEqual(
    Object.keys(types.Engine.object),
    bound.map(({name}) => name),
  );
  for (const {name, args} of bound)
    assert.deepEqual(
      types.Engine.object[name].takes.map((argument) => argument.name),
      args,
    );
  const {simulate, instant, resolve} = types.Engine.object;
  assert.deepEqual(simulate.takes[0].type, {name: 'Experiment', given: []});
  assert.deepEqual(simulate.takes[1].type, {name: 'Partial', given: [{name: 'SampleWindow', given: []}]});
  assert.deepEqual(simulate.gives, {name: 'Recording', given: []});
  assert.deepEqual(instant.gives, or({name: 'Instant', given: []}, none));
  assert.deepEqual(Object.keys(resolve.gives.object), ['experiment', 'problems']);
});

/** Why a result does not have the type declared for its function; the type for a question depends on its name. */
function fault(name, args, answer) {
  if (name !== 'resolve_question') return misfit(answer, types.Engine.object[name].gives, types, name);
  const {value, problems} = answer;
  const list = misfit(problems, {list: {name: 'Problem', given: []}}, types, `${name}.problems`);
  return list || misfit(value, types.Asked.object[args[0]].type, types, `${name}.value`);
}

// Fails with: a member of Pattern left out, one of Recording added, a latency that is never null, a kind of pattern
// left out.
test('what every function returns for a run of every preset has the declared type', () => {
  const answered = new Set();
  const CHEAP = 3; // ms; slower functions are asked about every twelfth run only
  const slow = new Set();
  izh.presets().forEach(({runs: [run]}, at) => {
    const {spikes, before, reset_v, reset_u, ended} = izh.simulate(run, {points: 0, budget: 2e4});
    const {cell, stimulus} = run;
    const given = {experiment: run, cell, stimulus, spikes, before, reset_v, reset_u, ended};
    for (const [index, {name, args}] of bound.entries()) {
      if (slow.has(name) && at % 12) continue;
      // A separate one for each function, so that it does not matter which are left out.
      const chance = chanceOf(1000 * at + index);
      const own = (argument) => given[argument] ?? valid[argument](izh, chance, name);
      const all = args.map(own);
      const begun = performance.now();
      let answer;
      try {
        answer = izh[name](...all);
      } catch {
        continue; // problems are tested elsewhere
      }
      if (performance.now() - begun > CHEAP) slow.add(name);
      assert.equal(fault(name, all, answer), '');
      answered.add(name);
    }
  });
  assert.deepEqual(
    bound.map(({name}) => name).filter((name) => !answered.has(name)),
    [],
  );
});

test('a refusal has every member of a problem', () => {
  const [first] = izh.presets();
  for (const partial of [
    {cell: {C: -1}},
    {cell: 7},
    {stimulus: [{kind: 'ramps'}]},
    {x: [1, {y: null}]},
    {cell: {C: 'x'}},
  ]) {
    const answer = izh.resolve(first.runs[0], partial);
    assert.ok(answer.problems.length > 0);
    assert.equal(fault('resolve', [], answer), '');
  }
});

test('a missing member, an additional one, or one of another type is found', () => {
  const good = izh.rest_state(izh.presets()[0].runs[0].cell);
  const of = (value) => misfit(value, types.State, types);
  assert.equal(of(good), '');
  assert.equal(of({...good, w: 1}), 'it.w is in no type');
  assert.equal(of({v: -60}), 'it.u is missing');
  assert.equal(of({...good, u: null}), 'it.u is no number');
});
