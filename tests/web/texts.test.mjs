// texts.test.mjs: what the core says, in every language: each text has its sentence, with all its slots filled, and the
// sentences about some runs are right, word for word.
import assert from 'node:assert/strict';
import test from 'node:test';
import {answers, fullVerdict, refusals, verdicts} from '../text-runs.mjs';
import {bundled, wasm} from '../support.mjs';

const {en, es, learnUnits, problem, problems, tell, texts} = await bundled('tests/web/words-entry.js');
const engine = await wasm();
learnUnits(engine.tables());
const LANGUAGES = {en, es};

/** Every text in a result, and the texts within it. */
function* told(answer) {
  if (!answer || typeof answer !== 'object' || ArrayBuffer.isView(answer)) return;
  if (typeof answer.id === 'string' && Array.isArray(answer.args)) yield answer;
  for (const part of Object.values(answer)) yield* told(part);
}

/** A value for each slot that can be found again in a sentence. */
const marked = (slots) =>
  Object.fromEntries(
    Object.entries(slots).map(([name, as], i) => {
      if (as === 'count') return [name, 90017 + i];
      return [name, as === 'texts' ? [`<${name} 1>`, `<${name} 2>`] : `<${name}>`];
    }),
  );

test('every sentence contains all its slots, in every language', () => {
  for (const [language, {core}] of Object.entries(LANGUAGES)) {
    assert.deepEqual(Object.keys(core).sort(), Object.keys(texts).sort(), language);
    for (const [id, slots] of Object.entries(texts)) {
      const filled = marked(slots);
      const said = typeof core[id] === 'string' ? core[id] : core[id](...Object.values(filled));
      for (const each of Object.values(filled).flat()) assert.ok(said.includes(each), `${language}, ${id}: ${said}`);
      assert.doesNotMatch(said, /undefined|NaN|\[object/, `${language}, ${id}`);
      // No English is left in other languages.
      if (language !== 'en')
        assert.doesNotMatch(said, /\b(the|of|and|with|from)\b(?! [12]>|>)/i, `${language}, ${id}: ${said}`);
    }
  }
});

test('a single thing is not given the plural, in any language', () => {
  for (const [language, {core}] of Object.entries(LANGUAGES))
    for (const [id, slots] of Object.entries(texts))
      for (const [name, as] of Object.entries(slots)) {
        if (as !== 'count' || ALWAYS_MANY.has(`${id} ${name}`)) continue;
        const [one, two] = [1, 2].map((count) => core[id](...Object.values({...marked(slots), [name]: count})));
        assert.notEqual(one.replace('1', '2'), two, `${language}, ${id}: ${one}`);
      }
});

/** Counts that are never one. */
const ALWAYS_MANY = new Set([
  'sag.too_long steps',
  'sag.unmeasured steps',
  // The native tests of patterns check that none of their counts but these is one.
  ...Object.entries(texts).flatMap(([id, slots]) =>
    /^(pattern|rule)\./.test(id) && !/^pattern\.(before|after)_(stretch|stimulus)$/.test(id)
      ? Object.keys(slots)
          .filter((name) => name !== 'singles')
          .map((name) => `${id} ${name}`)
      : [],
  ),
  'onset.no_cycle most',
  'onset.no_cycle followed',
  'onset.crisis most',
  'onset.crisis followed',
  // A burst has at least two spikes, and pulses that are counted are several.
  ...['burst_then spikes', 'bursts fewest', 'bursts most', 'bursts_and_singles fewest', 'bursts_and_singles most'].map(
    (which) => `verdict.${which}`,
  ),
  ...['groups spikes', 'pulses pulses', 'jumps jumps', 'too_dense most'].map((which) => `verdict.${which}`),
  // A range has at least two currents.
  'fi.silent currents',
  'fi.no_spike_within currents',
  // Fewer than two spikes have no steps, and a cycle of one has texts of its own.
  ...Object.keys(texts).flatMap((id) =>
    id.startsWith('steady.')
      ? ['spikes', 'cycle'].filter((name) => texts[id][name]).map((name) => `${id} ${name}`)
      : [],
  ),
  // One interval has a text of its own.
  'no_rate.few_intervals intervals',
  'no_rate.few_alike intervals',
  // The spikes of a train, of which one or none is told in other words.
  'headline.spikes spikes',
  'threshold.uncertain spikes',
  // The number of a stimulus, not how many.
  'asked.step_number number',
]);

/** Texts that no run is known to lead to; a run that ends by itself, or numbers at the edge of a rule, might. */
const RARE = new Set([
  'map.level_again',
  'threshold.undecided', // a search that takes too long, or whose numbers are too large
  'onset.logarithm', // the decades grow evenly, but not by what the saddle allows
]);

// With the seeds of text-runs.mjs.
test('everything the core says is declared, and is a complete sentence, with decimal commas where the language has them', () => {
  const seen = new Set();
  let count = 0;
  for (const answer of answers(engine, {cells: 150, searches: 20})) {
    for (const said of told(answer)) {
      count += 1;
      seen.add(said.id);
      assert.ok(texts[said.id], said.id);
      for (const language of ['en', 'es']) {
        const sentence = tell(LANGUAGES[language], said);
        assert.ok(sentence.length > 3, said.id);
        assert.doesNotMatch(sentence, /undefined|NaN|Infinity|\[object|- ?\d/, sentence);
        assert.doesNotMatch(sentence, language === 'es' ? /\d\.\d/ : /\d,\d/, sentence);
      }
    }
  }
  assert.ok(count > 300, `${count} texts`);
  // A text that is never said must not exist.
  assert.deepEqual(
    Object.keys(texts).filter((id) => !seen.has(id) && !RARE.has(id)),
    [],
  );
});

test('every preset and every point of the note has texts in every language, and names for all of its runs or none', () => {
  const ids = engine.presets().map(({id}) => id);
  for (const [language, {presets, points}] of Object.entries(LANGUAGES)) {
    assert.deepEqual(Object.keys(presets).sort(), [...ids].sort(), language);
    for (const {id, group, runs} of engine.presets()) {
      const {names, remark, ...its} = presets[id];
      // Its two lines beside the plots hold some 120 characters; captions are read at a glance.
      assert.ok(its.caption.length <= 119, `${language}, ${id}: ${its.caption.length}`);
      for (const [key, text] of Object.entries(its))
        assert.ok(text.length > (key === 'caption' ? 20 : 0), `${id}, ${key}`);
      if (names) assert.equal(names.length, runs.length, id);
      // What was inferred about the note is called an inference.
      if (group === 'note') assert.match(remark, /infer|infier/, id);
      else assert.equal(remark, undefined, id);
    }
    const findings = engine.findings().map(({id}) => id);
    assert.deepEqual(Object.keys(points).sort(), findings.sort(), language);
    for (const {title, note} of Object.values(points)) assert.ok(title && note.length > 20);
  }
});

test('an empty text gives an empty sentence', () => {
  assert.equal(tell(en, null), '');
  assert.equal(tell(en, undefined), '');
});

/** A text in both languages, with plain spaces. */
const both = (said) => [en, es].map((words) => tell(words, said).replaceAll('\u00a0', ' '));

// The numbers are those of the native tests of step_response, by the rule for digits: two decimals for mV.
test('the response to a step is described in both languages', () => {
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
    `Durante el escalón v va de −75 mV a ${punto(extreme)} y retrocede ${punto(sag)} hasta ${punto(steady)}. Después, v rebasa en ${punto(overshoot)} el valor del que partió, sin disparar.`,
  ]);
  assert.match(both(text)[1], /\d,\d/);
  assert.deepEqual(both(run([{...pulse, amplitude: 0}]).text), [
    'There is nothing to measure: the step’s amplitude is 0.',
    'No hay nada que medir: la amplitud del escalón es 0.',
  ]);
  // It begins by saying that it is computed exactly: the curve shown is in fixed steps.
  const [english, spanish] = both(run([pulse], {solver: {kind: 'euler', dt: 1, edge: 'at'}}).text);
  assert.equal(english, `What follows is from an exact run. ${both(text)[0]}`);
  assert.equal(spanish, `Lo que sigue es de una simulación exacta. ${both(text)[1]}`);
  assert.match(both(run([{...pulse, duration: null}]).text)[0], / It lasts to the end of the run\.$/);
  // A resonator with a low threshold, which fires when released from hyperpolarization.
  const cell = {C: 20, k: 1, vr: -55, vt: -40, vpeak: 25, a: 0.03, b: 20, c: -55, d: 50};
  const [rebound, rebote] = both(
    run([{kind: 'step', amplitude: -600, onset: 100, duration: 200}], {cell, duration: 600}).text,
  );
  assert.match(rebound, / After it, the cell fires (1 spike|\d+ spikes)\.$/);
  assert.match(rebote, / Después, la célula dispara (1 espiga|\d+ espigas)\.$/);
});

// 1000/80 is 12.5 nS; 1000/(b + k (vt - vr)) with 12, 41 and 31 nS, in measured digits; 360/7 pA, located.
test('what the model does is described with its numbers, in both languages', () => {
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

// The patterns that the native tests of the note derive, in words.
test('the note’s figures fire as it says, in both languages', () => {
  const all = engine.presets();
  const pattern = (id, run = 0) => {
    const experiment = all.find((preset) => preset.id === id).runs[run];
    const {spikes, reset_u, ended} = engine.simulate(experiment, {points: 0, budget: 2e5});
    return engine.run_pattern(experiment, spikes, reset_u, ended);
  };
  for (const [id, run, ...sentences] of [
    ['note-3', 0, 'Silent: no spikes.', 'Silencio: ninguna espiga.'],
    ['note-4', 0, '2 spikes, 2388.26 ms apart.', '2 espigas, separadas 2388,26 ms.'],
    ['note-4', 2, 'Tonic firing at 6.76 Hz.', 'Disparo tónico a 6,76 Hz.'],
    [
      'note-8',
      0,
      'Speeding up: the intervals shrink from 59.69 ms to 22.63 ms. The current changes during this time.',
      'Se acelera: los intervalos se acortan de 59,69 ms a 22,63 ms. La corriente cambia entretanto.',
    ],
    ['note-10', 1, 'A single spike.', 'Una sola espiga.'],
    [
      'note-10',
      3,
      'A pair of spikes 85.47 ms apart, then silent for the last 788.53 ms.',
      'Un par de espigas separadas 85,47 ms, después silencio durante los últimos 788,53 ms.',
    ],
    [
      'note-10',
      5,
      'A pair of spikes 46.43 ms apart, then one more spike 460.99 ms later.',
      'Un par de espigas separadas 46,43 ms, después una espiga más 460,99 ms más tarde.',
    ],
    [
      'note-10-347',
      0,
      'A pair of spikes 46.43 ms apart, then tonic firing at 2.18 Hz.',
      'Un par de espigas separadas 46,43 ms, después disparo tónico a 2,18 Hz.',
    ],
    [
      'note-11',
      0,
      'Onset burst of 3 spikes, then tonic firing at 16.06 Hz.',
      'Ráfaga inicial de 3 espigas, después disparo tónico a 16,06 Hz.',
    ],
    [
      'note-CH-200',
      0,
      'Bursting: 2 spikes per burst, 91.05 ms between bursts.',
      'Disparo en ráfagas: 2 espigas por ráfaga, 91,05 ms entre ráfagas.',
    ],
    [
      'note-CH-500',
      0,
      'Bursting: 3 spikes per burst, 29.52 ms between bursts (the first burst has 4 spikes).',
      'Disparo en ráfagas: 3 espigas por ráfaga, 29,52 ms entre ráfagas (la primera ráfaga tiene 4 espigas).',
    ],
  ])
    assert.deepEqual(both(pattern(id, run).text), sentences, `${id}, run ${run}`);
  // From 27.34 to 75.55 ms, by a classical Runge-Kutta program; 2.763 times as long.
  const [why, porque] = both(pattern('note-11').rule);
  assert.match(
    why,
    /^After spike 4 the interval jumps from 27\.34 to 75\.55 ms, 2\.76 times as long \(2 times or more: an onset burst\), and no later one is as short again \([\d.]+ ms at least\)\. The interval of 27\.34 ms before the jump lies outside the burst: intervals within a burst are shorter than 25 ms\. The last \d+ intervals vary by [\d.]+ % \(coefficient of variation; up to 10 %: tonic\)\.$/,
  );
  assert.match(porque, /^Tras la espiga 4 el intervalo salta de 27,34 a 75,55 ms, 2,76 veces más largo/);
});

/** The verdicts on all runs of the presets, and on others of every kind. */
const verdictsOfAll = () => [
  ...verdicts(engine),
  ...engine.presets().flatMap(({runs}) => runs.map((run) => fullVerdict(engine, run))),
];

// The numbers are those of tests/core/ask/verdict_test.cpp, by the rule for digits.
test('why a run fires as it does is told in one sentence, in both languages', () => {
  const [RS, IB, CH] = engine.presets();
  const step = (amplitude, onset = 100, duration = null) => ({kind: 'step', amplitude, onset, duration});
  const verdict = ({runs}, stimulus, more = {}) =>
    fullVerdict(engine, engine.resolve(runs[0], {initial: {kind: 'rest'}, stimulus, ...more}).experiment);
  for (const [said, ...sentences] of [
    [
      verdict(RS, [step(51.4)]),
      'No spike, however long: 51.4 pA is 0.029 pA below 51.429, so a resting state is left. v creeps up to −51.63 mV and stays.',
      'Ninguna espiga, por más que se espere: 51,4 pA están 0,029 pA por debajo de 51,429, así que aún hay un reposo. v sube despacio hasta −51,63 mV y ahí se queda.',
    ],
    [
      verdict(RS, [step(51.5)], {duration: 5000}),
      'The first spike takes 2325.52 ms: 51.5 pA is only 0.071 pA above 51.429. Rest is just gone, and v creeps past the place where it was.',
      'La primera espiga tarda 2325,52 ms: 51,5 pA están solo 0,071 pA por encima de 51,429. El reposo acaba de perderse, y v pasa despacio por donde estaba.',
    ],
    [
      verdict(RS, [step(51.5)]),
      'No spike yet, since the first takes 2325.52 ms and the run leaves 900 ms: 51.5 pA is only 0.071 pA above 51.429, where rest is lost.',
      'Aún ninguna espiga, pues la primera tarda 2325,52 ms y la simulación le deja 900 ms: 51,5 pA están solo 0,071 pA por encima de 51,429, donde se pierde el reposo.',
    ],
    [
      verdict(RS, [step(70)]),
      'Tonic firing at 6.76 Hz: 70 pA is 18.57 pA above 51.43, where rest is lost. Nothing holds v any more, so spike follows spike.',
      'Disparo tónico a 6,76 Hz: 70 pA están 18,57 pA por encima de 51,43, donde se pierde el reposo. Ya nada retiene a v, y dispara sin cesar.',
    ],
    [
      verdict(IB, [step(300)]),
      'No spike, however long: 300 pA is 4.74 pA below the first spike (304.74). v comes to rest at −64.39 mV.',
      'Ninguna espiga, por más que se espere: 300 pA están 4,74 pA por debajo de la primera espiga (304,74). v queda en reposo a −64,39 mV.',
    ],
    [
      verdict(IB, [step(320)]),
      'One spike, then rest at −62.93 mV: 320 pA is 15.26 pA above the first spike (304.74) but 26.45 pA short of lasting firing (346.45).',
      'Una espiga y reposo a −62,93 mV: 320 pA superan en 15,26 pA la primera espiga (304,74), pero les faltan 26,45 pA para el disparo sostenido (346,45).',
    ],
    [
      verdict(IB, [step(600)]),
      'A burst of 3, then tonic firing at 16.1 Hz: 600 pA is 253.55 pA above 346.45, so firing never ends. The burst ends once u has grown by three jumps of d.',
      'Una ráfaga de 3 y disparo tónico a 16,1 Hz: 600 pA están 253,55 pA por encima de 346,45, así que el disparo no cesa. La ráfaga acaba al crecer u tres saltos de d.',
    ],
    [
      verdict(CH, [step(158)]),
      'Onset burst of 2 spikes, then rest at −50.87 mV: 158 pA is 0.41 pA above the first spike (157.59) but 2.16 pA short of lasting firing (160.16).',
      'Ráfaga inicial de 2 espigas, y reposo a −50,87 mV: 158 pA superan en 0,41 pA la primera espiga (157,59), pero les faltan 2,16 pA para el disparo sostenido (160,16).',
    ],
    [
      verdict(CH, [step(200)]),
      'Bursts of 2, 91.05 ms apart: reset to u = 180.15, below the nullcline’s 200 pA, v rises at once; reset to 308.34 pA, it must wait.',
      'Ráfagas de 2, cada 91,05 ms: reiniciada con u = 180,15, bajo los 200 pA de la nulclina, v sube enseguida; con 308,34 pA debe esperar.',
    ],
    [
      verdict(IB, [step(-300, 1000, 500), step(340, 0)], {duration: 2500}),
      'One spike, 48.5 ms after release: at −74 mV u fell from 70.83 to 5.24 pA, so the 340 pA that held v at rest now carries it over.',
      'Una espiga, 48,5 ms después de soltarla: a −74 mV u cayó de 70,83 a 5,24 pA, y los 340 pA que mantenían v en reposo ahora la llevan más allá.',
    ],
    [
      verdict(RS, [step(70)], {cell: {a: 0.001, d: -50}}),
      'Firing runs away, with 558 spikes in 900 ms: each spike takes 50 pA off u, and an interval gives back only about 8.5 pA.',
      'El disparo se desboca, con 558 espigas en 900 ms: cada espiga quita 50 pA a u, y un intervalo solo devuelve unos 8,5 pA.',
    ],
    [
      verdict(RS, [{kind: 'ramp', from: 0, to: 250, onset: 0, duration: 500}], {duration: 500}),
      'The first spike comes when the ramp has reached 93.01 pA: that is 41.58 pA above 51.43, where rest is lost, since v lags behind.',
      'La primera espiga llega cuando la rampa alcanza 93,01 pA: eso es 41,58 pA por encima de 51,43, donde se pierde el reposo, pues v va con retraso.',
    ],
    [
      verdict(RS, [step(30, 0), step(30, 500)], {duration: 2000}),
      'Tonic firing at 4.38 Hz: a total of 60 pA is 8.57 pA above 51.43, where rest is lost. Nothing holds v any more, so spike follows spike.',
      'Disparo tónico a 4,38 Hz: 60 pA en total están 8,57 pA por encima de 51,43, donde se pierde el reposo. Ya nada retiene a v, y dispara sin cesar.',
    ],
    [
      verdict(RS, []),
      'No spike: a first spike needs 51.43 pA, and without a current v rests at −60 mV.',
      'Ninguna espiga: una primera espiga exige 51,43 pA, y sin corriente v reposa a −60 mV.',
    ],
    [
      verdict(RS, [], {initial: {kind: 'at', v: -40.5, u: 0}}),
      'One spike, then rest at −60 mV: the start, −40.5 mV, is 0.033 mV above −40.533, from where v rises to the peak at u = 0 pA.',
      'Una espiga y reposo a −60 mV: el inicio, −40,5 mV, está 0,033 mV por encima de −40,533, desde donde v sube hasta el pico con u = 0 pA.',
    ],
  ])
    assert.deepEqual(both(said.text), sentences);
  // The same without the threshold.
  assert.deepEqual(both(verdict(RS, [step(51.5)], {duration: 5000}).neutral), [
    'The first spike takes 2325.52 ms.',
    'La primera espiga tarda 2325,52 ms.',
  ]);
});

// With two spikes and 0.55 pA above the threshold, it was left open whether the run goes on; with one more below it, why it stops.
test('a verdict that compares the current with that of lasting firing says whether the firing lasts', () => {
  const within = ({text}, id) => [...told(text)].some((one) => one.id === `verdict.${id}`);
  const all = verdictsOfAll();
  const [above, begins, between] = ['above_lasting', 'above_start', 'between'].map((id) =>
    all.filter((one) => within(one, id)),
  );
  assert.ok(above.length >= 6 && begins.length && between.length >= 3);
  for (const [some, english, spanish] of [
    [above, /, so firing never ends\./, /, así que el disparo no cesa\./],
    [begins, /, where firing begins and lasts\./, /, donde empieza el disparo y se mantiene\./],
    [between, /, then rest at .* short of lasting firing/, / reposo a .* les faltan .* para el disparo sostenido/],
  ])
    for (const {text} of some) {
      const [said, dicho] = both(text);
      assert.match(said, english);
      assert.match(dicho, spanish);
    }
});

// What a number is of depends on its text, its slot and its unit; without the marks the text is the same.
test('numbers are marked where they stand in a text, also in texts within it', () => {
  const [RS] = engine.presets();
  const {text} = fullVerdict(engine, RS.runs[0]);
  const mark = (number, id, name, unit) => `<${id}.${name} ${unit}|${number}>`;
  for (const words of [en, es]) {
    const marked = tell(words, text, mark);
    const kinds = [...marked.matchAll(/<([^|]+)\|/g)].map(([, kind]) => kind);
    assert.deepEqual(kinds, [
      'pattern.rate. Hz', // only verdicts keep the names of their slots (byPlace in web/build/build.mjs)
      'verdict.alone.current pA',
      'verdict.above_rest.above pA',
      'verdict.above_rest.threshold pA',
    ]);
    assert.equal(marked.replace(/<[^|]+\|([^>]+)>/g, '$1'), tell(words, text));
  }
});

// Two lines of the headline hold about 160 characters; Spanish takes a tenth more.
test('a verdict fits its two lines, in both languages', () => {
  for (const {text, neutral} of verdictsOfAll())
    for (const one of [text, neutral]) {
      const [english, spanish] = both(one);
      assert.ok(english.length <= 160, `${english.length}: ${english}`);
      assert.ok(spanish.length <= 175, `${spanish.length}: ${spanish}`);
    }
});

// With b = -45 nS RS rests at vt + b/k and also keeps firing, with u far below its value at rest.
test('a range in which the map does not meet the diagonal says nothing about other ranges', () => {
  const {cell} = engine.resolve(engine.presets()[0].runs[0], {cell: {b: -45}}).experiment;
  const map = (from, to) => engine.after_spike_map(cell, 70, {from, to, points: 201});
  assert.equal(map(-2000, 200).fixed_u.length, 1);
  const [said, dicho] = both(map(-40, 140).text);
  assert.match(
    said,
    /Between u = −40 and 140.pA the map does not meet the diagonal, so there is no tonic firing there\./,
  );
  assert.match(dicho, /así que ahí no hay disparo tónico\./);
});

// The thresholds are those of an independent program, as in the native tests. RS: I_SN = 360/7 pA, and its passage takes
// π (C - b/a)/√k = 625.82 ms. IB: 1.4 Hz. CH: bursts of two.
test('where and how firing begins is described in both languages', () => {
  const of = (id) => {
    const {runs} = engine.presets().find((preset) => preset.id === id);
    const steady = {...runs[0], initial: {kind: 'rest'}, stimulus: [], solver: {kind: 'exact'}};
    const found = engine.protocol_thresholds(steady, {of: 'from rest', stimulus: null});
    return {
      thresholds: both(found.text),
      onset: both(engine.onset(steady, engine.rheobase(steady, {duration: null})).text),
    };
  };
  const [RS, IB, CH] = ['RS', 'IB', 'CH'].map(of);
  assert.deepEqual(RS.thresholds, [
    'From rest, a step without end: lasting firing from 51.428571 pA on.',
    'Desde el reposo, un escalón sin fin: disparo sostenido desde 51,428571 pA.',
  ]);
  assert.match(
    RS.onset[0],
    /as the square root .*: class 1\. .*passing the saddle-node takes π \(C − b\/a\)\/√k = 625\.82 ms\.$/,
  );
  assert.match(RS.onset[1], /como la raíz cuadrada .*: clase 1\. .* supone π \(C − b\/a\)\/√k = 625,82 ms\.$/);
  assert.deepEqual(IB.thresholds, [
    'From rest, a step without end: a first spike from 304.739051 pA on; lasting firing from 346.445353 pA on.',
    'Desde el reposo, un escalón sin fin: primera espiga desde 304,739051 pA; disparo sostenido desde 346,445353 pA.',
  ]);
  assert.match(
    IB.onset[0],
    /lasts there, too, so that the cell is bistable\. .* So the rate does not go to zero: it jumps to 1\.4 Hz\. Class 2\.$/,
  );
  assert.match(
    IB.onset[1],
    /se mantiene también ahí, de modo que la célula es biestable\. .* salta a 1,4 Hz\. Clase 2\.$/,
  );
  assert.match(CH.thresholds[0], /a first spike from 157\.594178 pA on; lasting firing from 160\.15625 pA on\.$/);
  assert.match(CH.onset[0], /grows with the logarithm .* Firing begins with bursts of 2 spikes\.$/);
  assert.match(CH.onset[1], /crece con el logaritmo .* El disparo empieza con ráfagas de 2 espigas\.$/);
});

/** The pattern of a train with these intervals, starting at 110 ms, in both languages. */
const ofTrain = (isi, quiet = 1, ended = {}) => {
  const spikes = [110];
  for (const one of isi) spikes.push(spikes[spikes.length - 1] + one);
  return both(engine.pattern(Float64Array.from(spikes), {start: 100, end: spikes[isi.length] + quiet}, ended).text);
};
const repeated = (isi, times) => Array.from({length: times}, () => isi).flat();

// By hand; the same trains as in the native tests.
test('trains made by hand are described in both languages: ranges and single numbers, parts and wholes', () => {
  for (const [isi, quiet, ...sentences] of [
    [
      [2, 3, 4, 60, ...repeated([3, 5, 40, 4, 50], 6), 3, 5, 40],
      1,
      'Bursting: 2 to 3 spikes per burst, 40 to 50 ms between bursts (the first burst has 4 spikes).',
      'Disparo en ráfagas: de 2 a 3 espigas por ráfaga, de 40 a 50 ms entre ráfagas (la primera ráfaga tiene 4 espigas).',
    ],
    [
      repeated([5, 40, 45], 8),
      1,
      'Bursting: bursts of 2 spikes alternate with single spikes, 40 to 45 ms between them.',
      'Disparo en ráfagas: ráfagas de 2 espigas alternan con espigas sueltas, de 40 a 45 ms entre ellas.',
    ],
    [
      repeated([1.1, 1.2, 5.9], 8),
      1,
      'Fast triplets: 1.1 to 1.2 ms within each, 5.9 ms between them (365.85 Hz on average).',
      'Tripletes rápidos: de 1,1 a 1,2 ms dentro de cada uno, 5,9 ms entre ellos (365,85 Hz de media).',
    ],
    [
      [12, 15, 18, 62, 62],
      1,
      'Onset burst of 4 spikes, then tonic firing at about 16.13 Hz.',
      'Ráfaga inicial de 4 espigas, después disparo tónico a unos 16,13 Hz.',
    ],
    [
      [20, 25, 27, ...repeated([28], 9)],
      1,
      'Adapting: the intervals grow from 20 ms to 28 ms (steady rate 35.71 Hz).',
      'Se adapta: los intervalos crecen de 20 ms a 28 ms (frecuencia estacionaria 35,71 Hz).',
    ],
    [
      [20, 25, 29, 31.5, 33.4],
      1,
      'Adapting: the intervals grow from 20 ms to 33.4 ms (about 29.94 Hz).',
      'Se adapta: los intervalos crecen de 20 ms a 33,4 ms (unos 29,94 Hz).',
    ],
    [
      [60, 40, 59.5, 40.5, 59, 41, 58.5, 41.5, 58, 42],
      1,
      'Tonic firing at 20 Hz, still settling: alternating intervals of 42 and 58 ms draw together.',
      'Disparo tónico a 20 Hz, aún sin estabilizarse: los intervalos alternados de 42 y 58 ms se van igualando.',
    ],
    [
      repeated([60, 40, 50], 3),
      1,
      'A cycle of 3 intervals of 40 to 60 ms (20 Hz on average); the first interval is 60 ms.',
      'Un ciclo de 3 intervalos de 40 a 60 ms (20 Hz de media); el primer intervalo es de 60 ms.',
    ],
    [[9, 12, 60, 73], 1, 'Onset burst of 3 spikes, then 2 more spikes, at intervals of 60 and 73 ms.', null],
    [
      [9, 12, 40],
      900,
      'Onset burst of 3 spikes, then one more spike 40 ms later, then silent for the last 900 ms.',
      null,
    ],
    [
      [30, 40, 55],
      900,
      'Firing that stops: 4 spikes in 125 ms, then silent for the last 900 ms.',
      'Disparo que cesa: 4 espigas en 125 ms, después silencio durante los últimos 900 ms.',
    ],
  ])
    ofTrain(isi, quiet).forEach((said, i) => sentences[i] && assert.equal(said, sentences[i]));
  const outside = engine.pattern(Float64Array.from([50, 200, 700, 720]), {start: 100, end: 600}, {});
  assert.deepEqual(both(outside.text), [
    'A single spike while the stimulus is on. 1 spike comes before the stimulus. 2 spikes come after the stimulus.',
    'Una sola espiga mientras dura el estímulo. Antes del estímulo llega 1 espiga. Después del estímulo llegan 2 espigas.',
  ]);
  assert.deepEqual(both(outside.rule), [
    'There is one spike while the stimulus is on.',
    'Hay una espiga mientras dura el estímulo.',
  ]);
  // Only three intervals of 62 ms: the budget ran out.
  assert.deepEqual(ofTrain([62, 62, 62, 62], 1, {kind: 'out of budget', time: 360}), [
    'Tonic firing at about 16.13 Hz. The run stopped at 360 ms.',
    'Disparo tónico a unos 16,13 Hz. La simulación se detuvo a los 360 ms.',
  ]);
  // 20/28 = 0.714; the last six are 27 once and 28 ms five times.
  assert.match(
    both(engine.pattern(Float64Array.from([0, 20, 45, 72, 100, 128, 156, 184, 212]), {start: 0, end: 213}, {}).rule)[0],
    /The ratio of the first interval to the last is 0\.714 \(below 0\.8: adapting\)\./,
  );
});

/** What the message of each kind of problem must contain besides the field's name: the value given, and what is allowed. */
const HELD = {
  empty: ['name', 'range'],
  kind_missing: ['name'],
  unknown_field: ['name'],
  unknown_choice: ['name', 'given', 'options'],
  unknown_kind: ['name', 'given', 'options'],
  not_a_text: ['name', 'given'],
  not_a_list: ['name', 'given'],
  not_an_object: ['name', 'given'],
  too_many: ['name', 'given', 'high'],
  empty_range: ['name', 'given', 'high'],
  reversed_range: ['name', 'given', 'high'],
  reversed: ['name', 'given', 'low'],
  shorter_than_dt: ['name', 'given', 'dt', 'range'],
  too_many_steps: ['name', 'given', 'steps', 'most', 'dt', 'range'],
  peak_not_above_reset: ['name', 'given', 'low'],
  reset_not_below_peak: ['name', 'given', 'high'],
  given_twice: ['name', 'given'],
  no_cell: [],
  too_long: ['high'],
};

test('every problem is described in every language, with the field, the value and what is allowed', () => {
  const slots = ['name', 'given', 'low', 'high', 'range', 'options', 'steps', 'most', 'dt'];
  const filled = Object.fromEntries(slots.map((name) => [name, `<${name}>`]));
  for (const [language, {problems: say}] of Object.entries(LANGUAGES)) {
    assert.deepEqual(Object.keys(say.codes).sort(), [...problems].sort(), language);
    for (const code of problems) {
      const said = say.codes[code](filled);
      for (const name of HELD[code] ?? ['name', 'given', 'range'])
        assert.ok(said.includes(filled[name]), `${language}, ${code}: ${said}`);
      assert.doesNotMatch(said, /undefined|NaN|\[object/, said);
      assert.match(said, /[^ ]\.$/);
    }
    for (const code of ['empty_range', 'reversed_range']) {
      assert.ok(say.codes[code]({...filled, high: ''}).includes('<low>'), code);
      assert.notEqual(say.codes[code](filled), say.codes[code]({...filled, high: ''}));
    }
  }
});

// By the runs in text-runs.mjs: every field with every wrong value. `reversed` belongs to a window, which nobody types.
test('every problem of every field is described in both languages, with the decimal mark of each', () => {
  const seen = new Set();
  let count = 0;
  for (const {problems: found} of refusals(engine))
    for (const one of found ?? []) {
      count += 1;
      seen.add(one.code);
      for (const language of ['en', 'es']) {
        const said = problem(LANGUAGES[language], one, LANGUAGES[language].symbols);
        assert.ok(said.length > 10 && said.endsWith('.'), said);
        assert.doesNotMatch(said, /undefined|\[object|<|(^|[ (])-\d/, said);
        const own = said.replace(/[“«].*[”»]/, '');
        if (one.path.includes('.') && one.code === 'unknown_field') continue;
        assert.doesNotMatch(own.replace('1,234,567.5', ''), language === 'es' ? /\d\.\d|allowed|must/ : /\d,\d/, said);
      }
    }
  assert.ok(count > 300, `${count} problems`);
  assert.deepEqual(
    problems.filter((code) => !seen.has(code)),
    ['not_a_text', 'reversed'],
  );
});

// Word for word; the bounds are those of the table of fields, 35 mV is the peak of RS.
test('problems are described word for word in both languages', () => {
  const {experiment} = engine.resolve(engine.presets()[0].runs[0], {
    cell: {vpeak: 35},
    solver: {kind: 'rk4', dt: 0.1},
    duration: 1000,
  });
  const said = (partial) => {
    const [one] = engine.resolve(experiment, partial).problems;
    return [en, es].map((words) => problem(words, one, words.symbols).replaceAll('\u00a0', ' '));
  };
  assert.deepEqual(said({cell: {C: -1.5}}), [
    'C = −1.5 pF is out of range (allowed: 0.001 to 1000000 pF).',
    'C = −1,5 pF está fuera de rango (permitido: de 0,001 a 1000000 pF).',
  ]);
  assert.deepEqual(said({cell: {c: 40}}), [
    'c = 40 mV must be below vpeak = 35 mV, or the cell would fire without end at one instant.',
    'c = 40 mV debe estar por debajo de vpeak = 35 mV, o la célula dispararía sin fin en un mismo instante.',
  ]);
  assert.deepEqual(said({cell: {d: -Infinity}}), [
    'd = minus infinity is not a finite number (allowed: −1000000 to 1000000 pA).',
    'd = menos infinito no es un número finito (permitido: de −1000000 a 1000000 pA).',
  ]);
  assert.deepEqual(said({stimulus: [{kind: 'step', amplitude: 2e6}]}), [
    'stimulus 1, amplitude = 2000000 pA is out of range (allowed: −1000000 to 1000000 pA).',
    'estímulo 1, amplitud = 2000000 pA está fuera de rango (permitido: de −1000000 a 1000000 pA).',
  ]);
  assert.deepEqual(said({solver: {dt: 5e-5}}), [
    'dt = 0.00005 ms needs 20000000 steps; at most 10000000 are allowed (allowed: 0.0001 to 1000 ms).',
    'dt = 0,00005 ms necesita 20000000 pasos; se permiten 10000000 como máximo (permitido: de 0,0001 a 1000 ms).',
  ]);
  assert.deepEqual(said({duration: 0.05}), [
    'run for = 0.05 ms is shorter than the time step dt = 0.1 ms (allowed: 0.1 to 100000 ms).',
    'total = 0,05 ms es menor que el paso de tiempo dt = 0,1 ms (permitido: de 0,1 a 100000 ms).',
  ]);
  assert.deepEqual(said({initial: {kind: 'there'}}), [
    'initial cannot be of kind “there” (allowed: rest, at).',
    'inicio no puede ser del tipo «there» (permitido: rest, at).',
  ]);
  const [reversed] = engine.resolve_question('current_range', {from: 0, to: 100, points: 10}, {to: -5}).problems;
  assert.equal(
    problem(en, reversed).replaceAll('\u00a0', ' '),
    'to = −5 pA must be above from = 0 pA: the range is reversed.',
  );
});

/** A sweep's whole diagram, as the page computes it. */
async function diagramOf(id, sweep) {
  const {default: record} = await bundled('web/analyses/bifurcation.js');
  const {experiment} = engine.resolve(engine.presets().find((preset) => preset.id === id).runs[0], {stimulus: []});
  let last;
  for (const part of record.steps(engine, {experiment, sweep: {parameter: 'current', current: 0, ...sweep}}))
    last = part ?? last;
  return last;
}

// The edges are those of the native tests: RS I_SN = 360/7 pA; IB lasting firing from 346.4453 pA (to 3e-5 pA), I_H =
// 347.65625 pA, I_SN = 41²/4.8 pA; CH I* = 160.15625 pA and I_SN = 160.166667 pA.
test('what a sweep found is described in both languages', async () => {
  const regular = await diagramOf('RS', {from: 0, to: 400, points: 21});
  assert.deepEqual(both(regular.diagram.text), [
    'Swept up, it fires from 51.428571 pA on; firing is found from 51.428571 pA up to the end of this range (400 pA).',
    'Al subir, dispara desde 51,428571 pA; hay disparo desde 51,428571 pA hasta el final de este intervalo (400 pA).',
  ]);
  assert.deepEqual(both(regular.skeleton.text), ['Saddle-node at 51.428571 pA.', 'Silla-nodo en 51,428571 pA.']);
  const bursting = await diagramOf('IB', {from: 342, to: 352, points: 21});
  const [english, spanish] = both(bursting.diagram.text);
  assert.match(
    english,
    /^Swept up, it fires from 347\.65625 pA on; firing is found from 346\.4453\d\d pA up to the end of this range \(352 pA\)\. Bistable from 346\.4453\d\d pA to 347\.65625 pA: at rest or firing, whichever it was before\.$/,
  );
  assert.match(
    spanish,
    /^Al subir, dispara desde 347,65625 pA; hay disparo desde 346,4453\d\d pA hasta el final de este intervalo \(352 pA\)\. Biestable desde 346,4453\d\d pA hasta 347,65625 pA: en reposo o disparando, según lo que hiciera antes\.$/,
  );
  assert.match(
    both(bursting.skeleton.text)[0],
    /; Andronov-Hopf at 347\.65625 pA; Focus to node at [\d.]+ pA; Saddle-node at 350\.208333 pA\.$/,
  );
  assert.match(
    both(bursting.skeleton.text)[1],
    /; Andronov-Hopf en 347,65625 pA; De foco a nodo en [\d,]+ pA; Silla-nodo en 350,208333 pA\.$/,
  );
  assert.match(
    both((await diagramOf('CH', {from: 160, to: 161, points: 11})).diagram.text)[0],
    /Bistable from 160\.15625 pA to 160\.166667 pA: /,
  );
});

test('where a sweep has no rate, and its bursts, are described in both languages', () => {
  const part = (its) => ({value: [1], rate: [0], cycle: [0], burst_spikes: [0], burst_gap: [0], ...its});
  const said = (up, down = {}, parameter = 'k') =>
    engine.diagram({parameter, current: 0, from: 1, to: 6, points: 6}, {}, {}, {}, up, down);
  assert.deepEqual(both(said(part({runs_away: [2, 3, 5.5], undecided: [4]})).text), [
    'At the values tried from 2 to 3 nS/mV its train runs away: no rate. At 5.5 nS/mV its train runs away: no rate. Elsewhere it does not fire for good.',
    'Con los valores probados de 2 a 3 nS/mV su tren se desboca: sin frecuencia. En 5,5 nS/mV su tren se desboca: sin frecuencia. En el resto no dispara de forma sostenida.',
  ]);
  assert.deepEqual(both(said({slow: [1], slow_below: [0.0123]}).text), [
    'It fires in the whole range, but at less than 0.0123 Hz: too slowly to be followed.',
    'Dispara en todo el intervalo, pero a menos de 0,0123 Hz: demasiado despacio para seguirla.',
  ]);
  // The end of a sweep is not an edge.
  const ends = engine.diagram(
    {parameter: 'current', current: 0, from: 346, to: 347, points: 2},
    {},
    {},
    {},
    {...part({}), value: [346, 347], rate: [0, 0], cycle: [0, 0], burst_spikes: [0, 0], burst_gap: [0, 0]},
    {...part({}), value: [347, 346], rate: [2, 0], cycle: [1, 0], burst_spikes: [0, 0], burst_gap: [0, 0], edges: [346.4453, 346.4453, 1]}, // prettier-ignore
  );
  assert.deepEqual(both(ends.text), [
    'Swept up, it stays at rest; firing is found from 346.4453 pA up to the end of this range (347 pA). Bistable from 346.4453 pA up to the end of this range (347 pA): at rest or firing, whichever it was before.',
    'Al subir, sigue en reposo; hay disparo desde 346,4453 pA hasta el final de este intervalo (347 pA). Biestable desde 346,4453 pA hasta el final de este intervalo (347 pA): en reposo o disparando, según lo que hiciera antes.',
  ]);
  const bursts = (one, other) => both(said(part({rate: [5], ...one}), part({rate: [5], ...other}), 'current').bursts);
  assert.deepEqual(bursts({}, {}), ['From 1 to 6 pA it does not burst.', 'De 1 a 6 pA no hay ráfagas.']);
  assert.deepEqual(bursts({burst_spikes: [2.5], burst_gap: [81.237]}, {burst_spikes: [4], burst_gap: [60]}), [
    'From 1 to 6 pA: 60 to 81.24 ms between bursts, 2.5 to 4 spikes per burst.',
    'De 1 a 6 pA: 60 a 81,24 ms entre ráfagas, 2,5 a 4 espigas por ráfaga.',
  ]);
  // A single value is not given as a range from itself to itself.
  assert.deepEqual(bursts({burst_spikes: [2], burst_gap: [60]}, {burst_spikes: [2], burst_gap: [60.001]}), [
    'From 1 to 6 pA: 60 ms between bursts, 2 spikes per burst.',
    'De 1 a 6 pA: 60 ms entre ráfagas, 2 espigas por ráfaga.',
  ]);
});

test('what an f-I curve shows over all its currents is described in both languages', () => {
  const of = (columns) =>
    engine.fi_summary({current: [10, 20, 30], course: [0, 0, 0], below: [0, 0, 0], spikes: [0, 0, 0], silent: [0, 0, 0], followed: [0, 0, 0], ...columns}); // prettier-ignore
  assert.deepEqual(both(of({course: [4, 0, 4]}).text), [
    'At 10 pA the train runs away: its intervals shrink without bound, so it has no rate. At 30 pA the train runs away: its intervals shrink without bound, so it has no rate.',
    'A 10 pA el tren se desboca: sus intervalos se acortan sin límite, así que no tiene frecuencia. A 30 pA el tren se desboca: sus intervalos se acortan sin límite, así que no tiene frecuencia.',
  ]);
  assert.deepEqual(both(of({current: [10, 20.5, 30], course: [0, 4, 4]}).text), [
    'At the currents tried from 20.5 to 30 pA the train runs away: its intervals shrink without bound, so it has no rate.',
    'Con las corrientes probadas de 20,5 a 30 pA el tren se desboca: sus intervalos se acortan sin límite, así que no tiene frecuencia.',
  ]);
  assert.deepEqual(both(of({silent: [1, 1, 1]}).note), [
    'None of the 3 currents tried makes it fire.',
    'Ninguna de las 3 corrientes probadas la hace disparar.',
  ]);
  assert.deepEqual(both(of({silent: [1, 0, 1], followed: [5, 1234.567, 6]}).note), [
    'Within 1234.57 ms none of the 3 currents tried makes it fire.',
    'En 1234,57 ms ninguna de las 3 corrientes probadas la hace disparar.',
  ]);
  assert.deepEqual(both(of({below: [0.00025, 0, 0]}).note), [
    'In this range it fires below 0.00025 Hz at most.',
    'En este intervalo dispara, como mucho, por debajo de 0,00025 Hz.',
  ]);
  assert.deepEqual(both(of({spikes: [0, 0, 1]}).note), ['', '']);
});
