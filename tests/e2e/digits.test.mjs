// digits.test.mjs: a value has the same digits wherever the page writes it.
import assert from 'node:assert/strict';
import {at, goto, inOne, openAnalysis, parts, settle, spaced, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

const TABS = ['why', 'rate', 'thresholds', 'map', 'bifurcation'];

/** Waits until the analysis is complete. */
const answered = (frame, tab) =>
  frame.waitForFunction((tab) => parts(at.stop(tab)).every((stop) => stop.matches(at.idle)), {timeout: 20e3}, tab);

/**
 * All visible text and all labels for screen readers, except where a threshold is rounded to be compared at a glance: in the headline,
 * on the slider, in the large answers and in the sentence about them. What is rounded there stands with all its digits below.
 */
const allText = (frame) =>
  frame.evaluate(() => {
    const rounded = parts(at.rounded);
    for (const one of rounded) one.style.display = 'none';
    const said = parts(at.spoken).filter((node) => node.getClientRects().length);
    const all = [
      document.body.innerText,
      ...said.flatMap((node) => [node.getAttribute('aria-label') ?? '', node.getAttribute('aria-valuetext') ?? '']),
    ].join('\n');
    for (const one of rounded) one.style.display = '';
    return all;
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

/**
 * Pairs of which one is the other with fewer digits: one value written in two ways. A zero at the end is not written, so
 * that of two with at most two decimals each may be a value of its own: 16.1 is 16.10 beside 16.12.
 */
function twice(all) {
  const pairs = [];
  for (const [unit, texts] of all)
    for (const short of texts)
      for (const long of texts) {
        const places = placesOf(short);
        if (placesOf(long) > Math.max(2, places) && valueOf(long).toFixed(places) === valueOf(short).toFixed(places))
          pairs.push(`${short} and ${long} ${unit}`);
      }
  return pairs;
}

/** Times, rates and potentials of 1 or more that have more than two decimals. */
const tooLong = (all) =>
  ['ms', 'Hz', 'mV'].flatMap((unit) =>
    [...(all.get(unit) ?? [])].filter((digits) => Math.abs(valueOf(digits)) >= 1 && placesOf(digits) > 2),
  );

for (const browser of browsers) {
  inOne(browser)(`${browser}: no value is written with more digits in one place than in another`, () =>
    withLab({browser}, async ({frame}) => {
      const found = {};
      for (const preset of ['RS', 'IB', 'CH', 'note-10', 'note-11', 'note-CH-500']) {
        await goto(frame, preset);
        const said = [];
        for (const tab of TABS) {
          await openAnalysis(frame, tab);
          await settle(frame);
          await answered(frame, tab);
          said.push(await allText(frame));
        }
        const all = numbersIn(said.join('\n'));
        found[preset] = [...twice(all), ...tooLong(all)];
      }
      assert.deepEqual(Object.fromEntries(Object.entries(found).filter(([, pairs]) => pairs.length)), {});
    }),
  );
}
