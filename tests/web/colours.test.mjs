// colours.test.mjs: the colour tokens of every theme: enough contrast, and curves that colour-blind people can tell apart.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from '../support.mjs';

const sheet = readFileSync(join(root, 'web/styles/tokens.css'), 'utf8');

/** The colours that the first rule with this selector sets, by token. */
function tokens(selector) {
  const start = sheet.indexOf(`${selector} {`);
  assert.ok(start >= 0, selector);
  const rule = sheet.slice(start, sheet.indexOf('}', start));
  return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

const light = tokens('.lab');
const themes = {
  light,
  dark: {...light, ...tokens(".lab[data-theme='dark']")},
  projector: {...light, ...tokens(".lab[data-theme='projector']")},
};

/** Linear red, green and blue, 0 to 1. Source: IEC 61966-2-1. */
const linear = (hex) =>
  [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));

/** Source: WCAG 2.2, contrast ratio. */
function contrast(one, other) {
  const [high, low] = [one, other]
    .map(linear)
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const times = (matrix, [x, y, z]) => matrix.map(([a, b, c]) => a * x + b * y + c * z);

// What dichromats see, from the responses of the three kinds of cones. Source: F. Viénot, H. Brettel, J. Mollon, Digital video
// colourmaps for checking the legibility of displays by dichromats, Color Research and Application 24 (1999) 243, eqs. 4 to 8.
const CONES = [
  [17.8824, 43.5161, 4.11935],
  [3.45565, 27.1554, 3.86714],
  [0.0299566, 0.184309, 1.46709],
];
const BACK = [
  [0.0809444479, -0.130504409, 0.116721066],
  [-0.0102485335, 0.0540193266, -0.113614708],
  [-0.000365296938, -0.00412161469, 0.693511405],
];
const eyes = {
  'all three cones': (rgb) => rgb,
  protanopia: (rgb) => {
    const [, m, s] = times(CONES, rgb);
    return times(BACK, [2.02344 * m - 2.52581 * s, m, s]);
  },
  deuteranopia: (rgb) => {
    const [l, , s] = times(CONES, rgb);
    return times(BACK, [l, 0.494207 * l + 1.24827 * s, s]);
  },
};

/** L*, a*, b* under D65. Source: CIE 15:2004. */
function lab(rgb) {
  const clipped = rgb.map((x) => Math.min(1, Math.max(0, x)));
  const [x, y, z] = times(
    [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
    ],
    clipped,
  ).map((t) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const VARIABLES = ['v', 'u', 'i', 'orbit', 'rate', 'threshold'];
/** The least distance allowed: about five times the smallest difference that people notice, 2.3 (M. Mahy et al., 1994). */
const LEAST = 11;

test('contrast, cone responses and L*a*b* agree with known values', () => {
  assert.equal(contrast('#ffffff', '#000000').toFixed(3), '21.000');
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48'); // WCAG's well-known grey just below 4.5
  // White and grey have no hue to lose; the paper's six digits leave an error below 1e-3.
  for (const see of Object.values(eyes))
    for (const x of see([0.5, 0.5, 0.5])) assert.ok(Math.abs(x - 0.5) < 1e-3, `${x}`);
  // L* of sRGB red is 53.24, a* 80.09, b* 67.20 (Lindbloom's calculator, D65).
  assert.deepEqual(
    lab(linear('#ff0000')).map((x) => x.toFixed(1)),
    ['53.2', '80.1', '67.2'],
  );
});

test('the dark theme is the same whether the system or the user chooses it', () =>
  assert.deepEqual(tokens('.lab:not([data-theme])'), tokens(".lab[data-theme='dark']")));

for (const [theme, colours] of Object.entries(themes)) {
  test(`${theme}: text has a contrast of at least 4.5 to 1`, () => {
    const pairs = [
      ...['ink', 'ink-soft', 'accent', ...VARIABLES].map((name) => [name, 'panel']),
      ...['ink', 'ink-soft', 'accent'].map((name) => [name, 'page']),
      ['accent-ink', 'accent'],
      ['bad', 'bad-wash'],
      ['ink', 'note-wash'],
      ['ink', 'grid'], // a preset under the pointer
    ];
    for (const [text, ground] of pairs) {
      const ratio = contrast(colours[text], colours[ground]);
      assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
    }
  });

  test(`${theme}: pinned runs and the borders of fields have a contrast of at least 3 to 1`, () => {
    for (const name of ['ghost', 'edge']) {
      const ratio = contrast(colours[name], colours.panel);
      assert.ok(ratio >= 3, `${name}: ${ratio.toFixed(2)}`);
    }
  });

  test(`${theme}: dichromats can tell the colours of the variables apart`, () => {
    for (const [eye, see] of Object.entries(eyes)) {
      const seen = VARIABLES.map((name) => [name, lab(see(linear(colours[name])))]);
      for (const [i, [name, one]] of seen.entries())
        for (const [other, two] of seen.slice(i + 1)) {
          const apart = Math.hypot(...one.map((x, k) => x - two[k]));
          assert.ok(apart >= LEAST, `${eye}, ${name} and ${other}: ${apart.toFixed(1)}`);
        }
    }
  });
}
