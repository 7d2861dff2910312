// still.mjs: the test that nothing moves that nobody moved, in one language: while something is dragged from silence to bursts,
// every box keeps its place.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, goto, hover, movedBoxes, noteBoxes, pause, press, read, settle, text, withLab} from './lab.mjs';
import {browsers} from './support.mjs';

/** The sizes, and whether values are edited in the editor of a phone. */
const SIZES = [
  {width: 1280, height: 720},
  {width: 1920, height: 1080},
  {width: 800, height: 600},
  {width: 390, height: 844, phone: true},
];
const STEPS = 5;

/** Where a press takes hold of a slider's thumb, and how far its ends are away from there, in px. */
const thumbOf = (frame, where) =>
  read(frame, where, (slider) => {
    slider.scrollIntoView({block: 'nearest'});
    const {left, top, width, height} = slider.getBoundingClientRect();
    const share = (slider.value - slider.min) / (slider.max - slider.min);
    return {x: left + 8 + share * (width - 16), y: top + height / 2, left: left + 8, right: left + width - 8};
  });

const middleOf = (frame, where) =>
  read(frame, where, (node) => {
    node.scrollIntoView({block: 'nearest'});
    const {left, top, width, height} = node.getBoundingClientRect();
    return {x: left + width / 2, y: top + height / 2};
  });

/** Drags from a point through others; returns what has moved at any of them, or shortly after the last. */
async function dragged({page, frame}, from, points) {
  await page.mouse.move(from.x, from.y);
  await pause(300);
  await settle(frame);
  await frame.evaluate(noteBoxes);
  await page.mouse.down();
  const moved = new Set();
  const said = new Set();
  const look = async () => {
    await settle(frame);
    for (const one of await frame.evaluate(movedBoxes)) moved.add(one);
    said.add(await text(frame, at.headline));
  };
  for (const x of points) {
    await page.mouse.move(x, from.y);
    await look();
  }
  await pause(300);
  await look();
  await page.mouse.up();
  assert.ok(said.size > 2, `the run changes: ${[...said]}`);
  return [...moved];
}

/** From one end to the other. */
const between = (from, to) => Array.from({length: STEPS + 1}, (_, i) => from + ((to - from) * i) / STEPS);

/** In both browsers in Spanish, whose texts are longer and wrap sooner. @param {string} language */
export function keepsStill(language) {
  for (const browser of language === 'es' ? browsers : ['chromium'])
    test(`${browser}, ${language}: while something is dragged, every box keeps its place`, () =>
      withLab({browser, search: `?lang=${language}`, hash: 'RS'}, async (lab) => {
        const {page, frame} = lab;
        const found = {};
        const keep = (what, moved) => moved.length && (found[what] = moved);
        for (const {width, height, phone} of SIZES) {
          await page.setViewport({width, height});
          await pause(300);
          for (const preset of width < 1280 ? ['note-3'] : ['IB']) {
            const name = (what) => `${width}x${height}, ${preset}, ${what}`;
            await goto(frame, preset);
            await pause(500);
            const thumb = await thumbOf(frame, at.current);
            const all = between(thumb.left, thumb.right);
            keep(name('current'), await dragged(lab, thumb, all));
          }
          // Of the intrinsically bursting cell: a lower c makes single spikes of its bursts, a higher one longer bursts; a has
          // more digits on the way than its place in the row of a phone can hold.
          for (const letter of phone ? ['c', 'a'] : ['c']) {
            await goto(frame, 'IB');
            if (phone) {
              await press(frame, at.openEditor(letter));
              await pause(300);
            } else {
              const value = await middleOf(frame, at.valueInLaw(letter));
              const all = between(value.x - 80, value.x + 80);
              keep(`${width}x${height}, value`, await dragged(lab, value, all));
              await goto(frame, 'IB');
              await hover(frame, at.valueInLaw(letter));
              await settle(frame);
            }
            const thumb = await thumbOf(frame, at.explainedSlider);
            const all = between(thumb.left, thumb.right);
            keep(`${width}x${height}, slider of ${letter}`, await dragged(lab, thumb, all));
            if (phone) await press(frame, at.closeEditor);
          }
        }
        assert.deepEqual(found, {});
      }));
}
