// digits.test.mjs: a value has the same digits wherever the page writes it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {goto, press, settle, spaced, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

const TABS = ['why', 'rate', 'thresholds', 'map', 'bifurcation'];

/** Until what the tab asked has been answered. */
const answered = (frame, tab) =>
  frame.waitForFunction(
    (tab) => [...document.querySelectorAll(`#panel-${tab} .stop`)].every((stop) => stop.matches('[data-idle]')),
    {timeout: 20e3},
    tab,
  );

/** All that can be read, and what a screen reader says. */
const allText = (frame) =>
  frame.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label], [aria-valuetext]')].filter(
      (node) => node.getClientRects().length,
    );
    return [
      document.body.innerText,
      ...said.flatMap((node) => [node.getAttribute('aria-label') ?? '', node.getAttribute('aria-valuetext') ?? '']),
    ].join('\n');
  });

/** Numbers with a point before their unit, as written, by unit. */
function numbersIn(said) {
  const found = new Map();
  for (const [, digits, unit] of spaced(said).matchAll(/(?<![\d.,·(])(−?\d+\.\d+) (pA|mV|ms|Hz)(?![\w/·])/g)) {
    if (!found.has(unit)) found.set(unit, new Set());
    found.get(unit).add(digits);
  }
  return found;
}

const valueOf = (digits) => Number(digits.replace('−', '-'));
const placesOf = (digits) => digits.split('.')[1].length;

/** Pairs of which one is the other with fewer digits: one value written in two ways. */
function twice(all) {
  const pairs = [];
  for (const [unit, texts] of all)
    for (const short of texts)
      for (const long of texts)
        if (
          placesOf(short) < placesOf(long) &&
          valueOf(long).toFixed(placesOf(short)) === valueOf(short).toFixed(placesOf(short))
        )
          pairs.push(`${short} and ${long} ${unit}`);
  return pairs;
}

for (const browser of browsers) {
  test(`${browser}: no value is written with more digits in one place than in another`, () =>
    withLab({browser}, async ({frame}) => {
      const found = {};
      for (const preset of ['RS', 'IB', 'CH', 'note-10', 'note-11', 'note-CH-500']) {
        await goto(frame, preset);
        const said = [];
        for (const tab of TABS) {
          await press(frame, `#tab-${tab}`);
          await settle(frame);
          await answered(frame, tab);
          said.push(await allText(frame));
        }
        found[preset] = twice(numbersIn(said.join('\n')));
      }
      assert.deepEqual(Object.fromEntries(Object.entries(found).filter(([, pairs]) => pairs.length)), {});
    }));
}
