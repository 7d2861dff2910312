// link.test.mjs: links: what the end of an address means, and that it restores numbers to the last bit.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {bundled, root, wasm} from '../support.mjs';

const {en, worded} = await bundled('tests/web/words-entry.js');
const engine = worded(await wasm(), () => en);
const {LONGEST, links} = await bundled('web/send/link.js');
const {Session} = await bundled('web/session/session.js');

const presets = engine.presets();
const {linkIn, linkOf} = links(engine.schema(), presets);
const runsOf = (id) => presets.find((one) => one.id === id).runs;

const session = new Session(engine);
/** Opens a link as the page does. */
function opened(link) {
  const {id, read} = linkIn(link);
  if (!read) return {id};
  const dropped = session.openWith(read.preset, read.runs, read.selected);
  return {id, unread: read.unread, dropped, runs: session.runs, selected: session.selected};
}

// This table only grows: old links keep their meaning for good.
const table = JSON.parse(readFileSync(join(root, 'tests/reference/links.json'), 'utf8'));
for (const {link, says, preset, run = 0, differs = {}, selected = 0} of table.links)
  test(`${link} means: ${says}`, () => {
    const found = opened(link);
    assert.equal(found.id, preset);
    assert.deepEqual([found.unread, found.dropped], [[], []]);
    assert.equal(found.selected, selected);
    const {experiment, problems} = engine.resolve(runsOf(preset)[run], differs);
    assert.deepEqual(problems, []);
    assert.deepEqual(found.runs[run], experiment);
    // However it was typed, the page writes it in its own form, with the same meaning.
    assert.deepEqual(opened(linkOf(preset, found.runs, selected)).runs, found.runs);
  });

test('an unedited preset needs only its name, and differences are written briefly', () => {
  for (const {id, runs} of presets) assert.equal(linkOf(id, runs, 0), id);
  const [RS] = runsOf('RS');
  const edited = (partial) => linkOf('RS', [engine.resolve(RS, partial).experiment], 0);
  const [step] = RS.stimulus;
  assert.equal(
    edited({cell: {b: -1.5}, duration: 2000, stimulus: [{...step, amplitude: 80}]}),
    'RS&I=80&b=-1.5&T=2000',
  );
  assert.equal(edited({initial: {kind: 'at', v: -55, u: 10}}), 'RS&v=-55&u=10');
  assert.equal(edited({solver: {kind: 'euler', dt: 1}}), 'RS&solver=euler&dt=1&edge=at');
  assert.equal(edited({stimulus: []}), 'RS&stimulus=none');
  assert.equal(
    edited({stimulus: [step, {kind: 'ramp', from: 0, to: 250, onset: 0, duration: 500}]}),
    'RS&stimulus=step,70,100,end;ramp,0,250,0,500',
  );
});

test('what all runs of a figure share is written once; what one run has alone, with its number', () => {
  const runs = runsOf('note-10').map((run) => engine.resolve(run, {cell: {b: 4}}).experiment);
  const [first, ...others] = runs;
  const [step] = runs[2].stimulus;
  assert.equal(linkOf('note-10', runs, 2), 'note-10&b=4&run=3');
  const changed = engine.resolve(runs[2], {stimulus: [{...step, amplitude: 300}]}).experiment;
  const all = [first, others[0], changed, ...others.slice(2)];
  assert.equal(linkOf('note-10', all, 2), 'note-10&b=4&3.I=300&run=3');
  assert.deepEqual(opened('note-10&b=4&3.I=300&run=3').runs, all);
});

// 300 random experiments from a seeded generator: whatever is valid comes back to the last bit.
test('a link restores every number to the last bit', () => {
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const between = (low, high) => low + (high - low) * random();
  const pick = (all) => all[Math.floor(random() * all.length)];
  const stimulus = () =>
    random() < 0.5
      ? {kind: 'step', amplitude: between(-1e6, 1e6), onset: between(0, 500), duration: pick([null, between(1, 500)])}
      : {
          kind: 'ramp',
          from: between(-1e3, 1e3),
          to: between(-1e3, 1e3),
          onset: between(0, 500),
          duration: between(1, 500),
        };
  let edited = 0;
  for (let i = 0; i < 300; i += 1) {
    const {id, runs} = pick(presets);
    const all = runs.map((run) => {
      const partial = {
        cell: pick([
          {},
          {b: between(-10, 10)},
          {C: between(1, 500), k: between(0.1, 3), a: 10 ** between(-300, 1), d: -0},
        ]),
        initial: pick([run.initial, {kind: 'rest'}, {kind: 'at', v: between(-90, 30), u: between(-400, 400)}]),
        stimulus: pick([run.stimulus, [], Array.from({length: 1 + Math.floor(3 * random())}, stimulus)]),
        duration: pick([run.duration, between(1, 1e4)]),
        solver: pick([
          run.solver,
          {kind: 'exact'},
          {kind: 'rk4', dt: between(0.01, 1)},
          {kind: 'euler', edge: 'after'},
        ]),
      };
      const {experiment, problems} = engine.resolve(run, partial);
      return problems.length ? run : experiment;
    });
    const selected = Math.floor(random() * runs.length);
    const link = linkOf(id, all, selected);
    if (link.includes('=')) edited += 1;
    const found = opened(link);
    assert.deepEqual([found.unread, found.dropped, found.selected], [[], [], selected], link);
    for (const [index, run] of all.entries()) assert.deepEqual(found.runs[index], run, link); // -0 differs from 0 here
    // As other programs pass it on: escaped, and with something after a second #.
    assert.deepEqual(opened(`#${link}#anything=1`).runs, all);
    assert.deepEqual(opened(link.replaceAll('&', '&amp;')).runs, all);
    assert.deepEqual(opened(encodeURIComponent(link)).runs, all);
  }
  assert.ok(edited > 200);
});

test('meaningless parts are listed, invalid ones are refused by name, and the rest is opened', () => {
  const found = opened('RS&b=-1&nonsense=3&I2=5&I7=&x&grammar=9&9.b=2&d=huge&C=-4&from=3&T=2000');
  assert.deepEqual(found.unread, ['nonsense=3', 'I2=5', 'I7=', 'x', 'grammar=9', '9.b=2', 'from=3']);
  assert.equal(found.dropped.length, 2);
  assert.match(found.dropped.join(' '), /C.*−4/);
  assert.match(found.dropped.join(' '), /huge/);
  assert.equal(found.runs[0].cell.b, -1);
  assert.equal(found.runs[0].duration, 2000);
  assert.equal(found.runs[0].cell.d, 100);
  assert.deepEqual(opened('nobody&b=1'), {id: 'nobody'});
  assert.deepEqual(opened('100%'), {id: '100%'});
  assert.deepEqual(opened(''), {id: ''});
});

test('a train of fifty pulses fits into a link, a thousand do not', () => {
  const train = (count) =>
    Array.from({length: count}, (_, i) => ({kind: 'step', amplitude: 500, onset: 10 * i, duration: 2}));
  const linked = (count) => linkOf('RS', [engine.resolve(runsOf('RS')[0], {stimulus: train(count)}).experiment], 0);
  assert.ok(linked(50).length < LONGEST);
  assert.ok(linked(1000).length > LONGEST);
});
