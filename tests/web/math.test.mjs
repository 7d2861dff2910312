// math.test.mjs: the core's formulas, typeset as MathML.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {equation: made} = await bundled('web/words/math.js');
const equation = (sides, before) => made(sides, '.', before);

/** MathML as one would read it on one line. */
const read = (math) =>
  math
    .replace(/<mfrac><mrow>(.*?)<\/mrow><mrow>(.*?)<\/mrow><\/mfrac>/g, '{$1 over $2}')
    .replace(/<msqrt>(.*?)<\/msqrt>/g, 'root{$1}')
    .replace(/<msub><mi>(\w|τ)<\/mi><m[in]>(\w+)<\/m[in]><\/msub>/g, '$1_$2')
    .replace(/<mn>([24])<\/mn><\/msup>/g, '^$1')
    .replace(/<[^>]*>/g, '');

// Fails with: single-term sums; parentheses kept around fractions.
test('a formula keeps its meaning when typeset with fractions, roots and powers', () => {
  assert.equal(read(equation(['I_SN', '(b + k (vt - vr))²/(4 k)'])), 'I_SN={(b+k(v_t−v_r))^2 over 4k}');
  assert.equal(read(equation(['2π √(C/(a (b - a C)))'])), '2πroot{{C over a(b−aC)}}');
  assert.equal(read(equation(['(-2 + 0.7·(-40 + 60))²/(4·0.7)'], '=')), '={(−2+0.7·(−40+60))^2 over 4·0.7}');
  assert.equal(read(equation(['-1/λ₁'])), '−{1 over λ1}');
  assert.equal(read(equation(['1000 |Im λ|/2π'])), '{1000|Im λ| over 2π}');
});

/** Random numbers from 0 to 1, seeded. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

// Fails with: exponents in numbers not recognized; lower-case names not recognized.
test('every closed form of every cell can be typeset', () => {
  const next = chance(20261124);
  const between = (low, high) => low + (high - low) * next();
  for (let i = 0; i < 300; i += 1) {
    const wild = 10 ** between(-2, 2);
    const cell = {C: between(10, 300), k: between(0.1, 3) * wild, vr: between(-90, -50), vt: between(-50, -20)};
    const all = {
      ...cell,
      vpeak: 40,
      a: (between(0, 0.2) / wild) * (i % 5 ? 1 : 1e-7),
      b: between(-10, 10),
      c: -55,
      d: between(-50, 200),
    };
    for (const form of engine.closed_forms(i % 7 ? all : {...all, a: 0})) {
      const sides = [form.symbol, form.formula, ...(form.value === null ? [] : [form.substituted])];
      for (const side of sides) assert.match(equation([side]), /^<math.*<\/math>$/, `${form.id}: ${side}`);
      assert.doesNotMatch(equation(sides), /NaN|undefined/);
    }
  }
});

test('anything that is not a formula is refused', () => {
  for (const wrong of ['', '(b', 'b)', 'b + ', '<b>', 'a & b']) assert.throws(() => equation([wrong]), wrong);
});
