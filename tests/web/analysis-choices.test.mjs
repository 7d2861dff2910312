// analysis-choices.test.mjs: the questions that the analyses ask, and the choices that are stored.
import assert from 'node:assert/strict';
import test from 'node:test';
import {AnalysisChoices} from '../../web/session/analysis-choices.js';
import {Session} from '../../web/session/session.js';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {analyses} = await bundled('tests/web/analyses-entry.js');

const started = () => {
  const session = new Session(engine);
  return {session, choices: new AnalysisChoices(engine, analyses)};
};
const results = ({runs, selected}) => ({runs: runs.map((experiment) => ({experiment})), selected, steady: {}});

test('thresholds are asked about the run shown, and stay while the amplitude that they vary changes', () => {
  const {session, choices} = started();
  session.open('note-10');
  const asked = () => choices.of('rheobase', results(session));
  const {experiment, protocol} = asked();
  assert.deepEqual(protocol, {of: 'this run', stimulus: 0});
  assert.deepEqual(experiment, {...session.experiment, stimulus: [{...session.experiment.stimulus[0], amplitude: 0}]});
  session.edit({stimulus: [{...session.experiment.stimulus[0], amplitude: 500}]});
  assert.deepEqual(asked(), {experiment, protocol});
  session.edit({stimulus: [{...session.experiment.stimulus[0], onset: 50}]});
  assert.notDeepEqual(asked(), {experiment, protocol});
  // From rest, only the run's cell matters.
  assert.deepEqual(choices.choose('protocol', choices.protocol, {of: 'from rest'}, session.experiment), []);
  const {cell, initial, stimulus} = asked().experiment;
  assert.deepEqual([cell, initial, stimulus], [session.experiment.cell, {kind: 'rest'}, []]);
  assert.deepEqual(choices.of('fi', results(session)).protocol, {of: 'from rest', stimulus: null});
  // The protocol survives a change of preset, but not the choice of its stimulus.
  choices.choose('protocol', choices.protocol, {stimulus: 3}, session.experiment);
  choices.forget(engine.presets()[0]);
  assert.deepEqual(choices.protocol, {of: 'from rest', stimulus: null});
  choices.choose('protocol', choices.protocol, {of: 'this run'}, session.experiment);
  assert.deepEqual(choices.choose('protocol', choices.protocol, {of: 'that'}, session.experiment).length, 1);
});

test('choices that an earlier version stored are adopted, and the user is told of those that no longer exist', () => {
  const {choices} = started();
  const range = {from: 0, to: 200, points: 50, hold: 1000};
  assert.equal(choices.adopt({current_range: range, search: {duration: 500}}), true);
  assert.deepEqual(choices.chosen, {current_range: range});
  assert.deepEqual(choices.protocol, {of: 'this run', stimulus: null});
  // Without a duration, the stored search meant nothing but a step without end.
  for (const before of [{search: {duration: null}}, {}, undefined]) assert.equal(choices.adopt(before), false);
  // Whatever else was stored, the page can still ask.
  choices.adopt({protocol: {of: 'yours', stimulus: 0.5}});
  assert.deepEqual(choices.protocol, {of: 'this run', stimulus: null});
  choices.adopt({protocol: {of: 'from rest', stimulus: null}});
  assert.equal(choices.protocol.of, 'from rest');
});

test('a run under a protocol changes only the selected run', () => {
  const {session} = started();
  session.open('truth-kick');
  const before = structuredClone(session.runs);
  const run = engine.protocol_run(session.experiment, {of: 'from rest', stimulus: null}, 60, 900);
  assert.deepEqual(session.edit(run, true), []);
  assert.deepEqual(session.runs, [run, ...before.slice(1)]);
});
