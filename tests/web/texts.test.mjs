// texts.test.mjs: what the core says, in every language: each text has its sentence, with all that fills its slots, and the
// sentences of some runs are right, word by word.
import assert from 'node:assert/strict';
import test from 'node:test';
import {answers} from '../core-texts.mjs';
import {bundled, wasm} from '../support.mjs';

const {en, es, learnUnits, speak, tell, texts} = await bundled('tests/web/words-entry.js');
const engine = await wasm();
learnUnits(engine.tables());
const LANGUAGES = {en, es};

/** Every text of an answer, and those within it. */
function* told(answer) {
  if (!answer || typeof answer !== 'object' || ArrayBuffer.isView(answer)) return;
  if (typeof answer.id === 'string' && Array.isArray(answer.args)) yield answer;
  for (const part of Object.values(answer)) yield* told(part);
}

/** Something for each slot that is found again in a sentence. */
const marked = (slots) =>
  Object.fromEntries(
    Object.entries(slots).map(([name, as], i) => {
      if (as === 'count') return [name, 90017 + i];
      return [name, as === 'texts' ? [`<${name} 1>`, `<${name} 2>`] : `<${name}>`];
    }),
  );

test('a sentence has all that fills its slots, in every language', () => {
  for (const [language, {core}] of Object.entries(LANGUAGES)) {
    assert.deepEqual(Object.keys(core).sort(), Object.keys(texts).sort(), language);
    for (const [id, slots] of Object.entries(texts)) {
      const filled = marked(slots);
      const said = typeof core[id] === 'string' ? core[id] : core[id](filled);
      for (const each of Object.values(filled).flat()) assert.ok(said.includes(each), `${language}, ${id}: ${said}`);
      assert.doesNotMatch(said, /undefined|NaN|\[object/, `${language}, ${id}`);
      // Nothing in a sentence was forgotten in English.
      if (language !== 'en')
        assert.doesNotMatch(said, /\b(the|of|and|with|from)\b(?! [12]>|>)/i, `${language}, ${id}: ${said}`);
    }
  }
});

test('one of a thing is not called by the plural of many, in any language', () => {
  for (const [language, {core}] of Object.entries(LANGUAGES))
    for (const [id, slots] of Object.entries(texts))
      for (const [name, as] of Object.entries(slots)) {
        if (as !== 'count' || ALWAYS_MANY.has(`${id} ${name}`)) continue;
        const [one, two] = [1, 2].map((count) => core[id]({...marked(slots), [name]: count}));
        assert.notEqual(one.replace('1', '2'), two, `${language}, ${id}: ${one}`);
      }
});

/** What is counted and is never one. */
const ALWAYS_MANY = new Set(['sag.too_long steps', 'sag.unmeasured steps']);

/** What no run is known to lead to, but one that ends by itself might: one that diverges without a spike after its step. */
const RARE = new Set(['sag.stops_after']);

// By the seeds of core-texts.mjs.
test('whatever the core says is declared, and is said in full, with decimal commas where they are due', () => {
  const seen = new Set();
  let count = 0;
  for (const answer of answers(engine, {cells: 150, searches: 20})) {
    for (const said of told(answer)) {
      count += 1;
      seen.add(said.id);
      assert.ok(texts[said.id], said.id);
      for (const language of ['en', 'es']) {
        speak(language);
        const sentence = tell(said);
        assert.ok(sentence.length > 3, said.id);
        assert.doesNotMatch(sentence, /undefined|NaN|Infinity|\[object|- ?\d/, sentence);
        assert.doesNotMatch(sentence, language === 'es' ? /\d\.\d/ : /\d,\d/, sentence);
      }
    }
  }
  speak('en');
  assert.ok(count > 300, `${count} texts`);
  // What is never said need not be there.
  assert.deepEqual(
    Object.keys(texts).filter((id) => !seen.has(id) && !RARE.has(id)),
    [],
  );
});

test('every preset and every point of the note has words in every language, and names for all of its runs or none', () => {
  const ids = engine.presets().map(({id}) => id);
  for (const [language, {presets, points}] of Object.entries(LANGUAGES)) {
    assert.deepEqual(Object.keys(presets).sort(), [...ids].sort(), language);
    for (const {id, group, runs} of engine.presets()) {
      const {names, remark, ...its} = presets[id];
      for (const [key, text] of Object.entries(its))
        assert.ok(text.length > (key === 'caption' ? 20 : 0), `${id}, ${key}`);
      if (names) assert.equal(names.length, runs.length, id);
      // What was inferred about the note is said to be an inference.
      if (group === 'note') assert.match(remark, /infer|infier/, id);
      else assert.equal(remark, undefined, id);
    }
    const findings = engine.findings().map(({id}) => id);
    assert.deepEqual(Object.keys(points).sort(), findings.sort(), language);
    for (const {title, note} of Object.values(points)) assert.ok(title && note.length > 20);
  }
});

test('nothing is said of nothing', () => {
  assert.equal(tell(null), '');
  assert.equal(tell(undefined), '');
});

/** The same text in both languages, with plain spaces. */
const both = (said) =>
  ['en', 'es'].map((language) => {
    speak(language);
    const sentence = tell(said).replaceAll('\u00a0', ' ');
    speak('en');
    return sentence;
  });

// The numbers are those of the native tests of step_response, by the rule for digits: two decimals of a mV.
test('the answer to a step is told in both languages', () => {
  const run = (stimulus, more = {}) => {
    const {experiment, problems} = engine.resolve(engine.presets().find(({id}) => id === 'IB').runs[0], {
      initial: {kind: 'rest'},
      stimulus,
      duration: 1500,
      solver: {kind: 'exact'},
      ...more,
    });
    assert.deepEqual(problems, []);
    return engine.step_response(experiment);
  };
  const pulse = {kind: 'step', amplitude: -100, onset: 100, duration: 500};
  const {extreme, steady, sag, overshoot, text} = run([pulse]);
  const [mV, punto] = [
    (x) => `${x < 0 ? '−' : ''}${Number(Math.abs(x).toFixed(2))} mV`,
    (x) => `${x < 0 ? '−' : ''}${Number(Math.abs(x).toFixed(2))} mV`.replace('.', ','),
  ];
  assert.deepEqual(both(text), [
    `During the step v goes from −75 mV to ${mV(extreme)} and sags back by ${mV(sag)} to ${mV(steady)}. After it, v swings past where it came from by ${mV(overshoot)}, without a spike.`,
    `Durante el escalón v va de −75 mV a ${punto(extreme)} y retrocede ${punto(sag)} hasta ${punto(steady)}. Después, v rebasa en ${punto(overshoot)} el punto del que partió, sin espiga.`,
  ]);
  assert.match(both(text)[1], /\d,\d/);
  assert.deepEqual(both(run([{...pulse, amplitude: 0}]).text), [
    'There is nothing to measure: the step’s amplitude is 0.',
    'No hay nada que medir: la amplitud del escalón es 0.',
  ]);
  // It begins with where it comes from: what is drawn is in fixed steps.
  const [english, spanish] = both(run([pulse], {solver: {kind: 'euler', dt: 1, edge: 'at'}}).text);
  assert.equal(english, `What follows is of an exact run. ${both(text)[0]}`);
  assert.equal(spanish, `Lo que sigue es de una simulación exacta. ${both(text)[1]}`);
  assert.match(both(run([{...pulse, duration: null}]).text)[0], / It lasts to the end of the run\.$/);
  // A resonator with a low threshold, which fires as it is let go.
  const cell = {C: 20, k: 1, vr: -55, vt: -40, vpeak: 25, a: 0.03, b: 20, c: -55, d: 50};
  const [rebound, rebote] = both(
    run([{kind: 'step', amplitude: -600, onset: 100, duration: 200}], {cell, duration: 600}).text,
  );
  assert.match(rebound, / After it, the cell fires (1 spike|\d+ spikes)\.$/);
  assert.match(rebote, / Después, la célula dispara (1 espiga|\d+ espigas)\.$/);
});

// 1000/80 is 12.5 nS; 1000/(b + k (vt - vr)) of 12, 41 and 31 nS, in the digits of what is measured; 360/7 pA, located.
test('what the model does is told with its numbers, in both languages', () => {
  const finds = Object.fromEntries(engine.findings().map(({id, finds}) => [id, both(finds)]));
  assert.deepEqual(finds.k, [
    '80 MΩ is 12.5 nS, while k is a curvature, in nS/mV. The input resistance at rest is 1/(b + k (vt − vr)): 83.33 MΩ for RS, 24.39 MΩ for IB, 32.26 MΩ for CH.',
    '80 MΩ son 12,5 nS, mientras que k es una curvatura, en nS/mV. La resistencia de entrada en reposo es 1/(b + k (vt − vr)): 83,33 MΩ para RS, 24,39 MΩ para IB, 32,26 MΩ para CH.',
  ]);
  assert.match(
    finds.rheobase[0],
    /^The exact value is I_SN = \(b \+ k \(vt − vr\)\)²\/\(4 k\) = 51\.428571 pA\. Just above/,
  );
  assert.match(finds.rheobase[1], /= 51,428571 pA\. Justo por encima/);
  assert.match(
    finds.start[0],
    /v = −60 mV with u = b v, the step at 100 ms .*; from rest|from rest only at [\d.]+ pA\.$/,
  );
});
