// secret.test.mjs: what a class gets whose task is to find the answers itself: no title, mark or word that tells them, whatever is opened.
import assert from 'node:assert/strict';
import test from 'node:test';
import {ANSWERS, Door} from '../../web/plot/door.js';
import {bundled, wasm} from '../support.mjs';

const {en, es, worded} = await bundled('tests/web/words-entry.js');
const core = await wasm();
const {titlesOf} = await bundled('web/page/preset-text.js');
const {shelving} = await bundled('web/page/shelf.js');
const {switches} = await bundled('web/page/switches.js');
const {paintAbove} = await bundled('web/plot/phase-paint.js');

/** A number in picoamperes, a word for how a cell fires, or for what is sought. */
const TELLS =
  /\d{3}|51|spik|burst|chatter|rheobase of|threshold|cycle|adapt|ráfaga|umbral|reobase de|trepida|descarga/i;

test('without the answers a preset is called by a short name that tells none', () => {
  for (const words of [en, es]) {
    const presets = worded(core, () => words).presets();
    for (const preset of presets) {
      const {short, whole} = titlesOf(words, preset, false);
      assert.equal(whole, short);
      assert.ok(!whole.includes(preset.title) && whole.length <= 16, whole);
      assert.notEqual(titlesOf(words, preset, true).whole, short);
    }
    const cells = presets.filter(({group}) => group === 'cells').map((preset) => titlesOf(words, preset, false).whole);
    assert.deepEqual(cells, ['RS', 'IB', 'CH']);
  }
  assert.match(en.presets['truth-rheobase'].title, TELLS); // what it is about
});

test('the shelf names what is kept by its title, unless that is hidden here or from those who get it; a name of its own stays', () => {
  const presets = worded(core, () => en).presets();
  const door = new Door();
  const place = {door, words: en};
  const {title} = shelving(place, core, {presets}, {});
  const kept = {preset: 'truth-rheobase', runs: [{}]};
  const hidden = {...kept, display: {answers: 'off'}};
  assert.deepEqual([kept, hidden].map(title), [presets.find(({id}) => id === kept.preset).title, 'rheobase']);
  door.hide(ANSWERS);
  assert.deepEqual([kept, hidden].map(title), ['rheobase', 'rheobase']);
  assert.equal(title({...kept, title: 'My question'}), 'My question');
  assert.equal(title({...kept, display: 'off', preset: 'RS'}), 'RS');
  door.hide([]);
  assert.equal(title({...kept, preset: 'of a later version'}), 'of a later version');
});

test('what is hidden and shown again brings back nothing of what is withheld for good', () => {
  const door = new Door();
  door.withhold(['measures']);
  door.hide(ANSWERS);
  assert.equal(
    ANSWERS.some((name) => door.reveals(name)),
    false,
  );
  door.hide([]);
  assert.deepEqual([door.reveals('measures'), door.reveals('verdict'), door.withheld], [false, true, ['measures']]);
});

// Fails with: a set-up kept without it shows the answers to the class.
test('the switches of what is opened hide the answers, and never show them', () => {
  const pressed = new Map();
  const byId = (id) => ({
    getAttribute: () => String(pressed.get(id) ?? false),
    setAttribute: (_, on) => pressed.set(id, on === 'true'),
  });
  const act = new Proxy({}, {get: () => () => {}});
  const {set, take, on} = switches({byId, press() {}}, act);
  take(['swap', 'withhold']);
  assert.deepEqual(on(), ['swap', 'withhold']);
  take(['unfold']);
  assert.deepEqual(on(), ['unfold', 'withhold']);
  set({name: 'withhold', on: false});
  take([]);
  assert.deepEqual(on(), []);
});

test('without the answers no fixed point shows its kind, neither of the selected run nor of the one compared', () => {
  const drawn = (withheld) => {
    const fills = [];
    const ctx = new Proxy(
      {},
      {get: (its, name) => its[name] ?? (name === 'fill' ? () => fills.push(its.fillStyle) : () => {})},
    );
    const stage = {
      ctx,
      area: {left: 0, right: 1, top: 0, bottom: 1},
      at: (v, u) => [v, u],
      colour: (token) => token,
      runInk: () => '#000000',
      widthOf: (width) => width,
    };
    const fixed = (kind) => ({v: 0, u: 0, kind});
    const plane = (current, ...kinds) => ({
      current,
      v: [0, 1],
      v_nullcline: [0, 0],
      u_nullcline: [0, 0],
      above: null,
      fixed_points: kinds.map(fixed),
    });
    const results = {
      plane: plane(340, 'stable focus', 'saddle'),
      other: plane(347, 'stable node', 'saddle'),
      compared: 1,
      around: [],
      revealed: false,
      withheld,
    };
    paintAbove(stage, results, undefined, undefined);
    return fills;
  };
  // A full disc is a stable point, half of one a saddle.
  assert.equal(drawn(false).filter((ink) => ink === 'ink').length, 4);
  assert.deepEqual([...new Set(drawn(true))], ['panel']);
  assert.equal(drawn(true).length, 4);
});
