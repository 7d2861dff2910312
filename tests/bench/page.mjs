// page.mjs: how fast the built page is in headless Chromium (which draws without a graphics card): from an edit to
// all charts redrawn, and from opening the file to the first plot.
import {closeBrowsers, open} from '../e2e/support.mjs';
import {opening, quantile} from './opening.mjs';

/** How often an edit is made, and over how many frames each slider is dragged. */
const [EDITS, STEPS] = [60, 15];
/** How long the page is watched at rest, in s. */
const IDLE = 3;
/** How long random edits last, in s: longer shows slower leaks. */
const SECONDS = Number(process.env.SECONDS ?? 15);

const show = (name, times) =>
  console.log(
    `${name.padEnd(44)} median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
  );
const ready = () => document.documentElement.dataset.ready === 'true';

async function edits(hash, count, {tab = 'plane', pulses = 0} = {}) {
  const {frame, close} = await open({windowed: true, hash, mode: 'file'});
  await frame.waitForFunction(ready);
  await frame.$eval(`#tab-${tab}`, (button) => button.click());
  if (pulses)
    await frame.$eval(
      'trace-view',
      (view, pulses) => {
        const pulse = (_, i) => ({kind: 'step', amplitude: 300, onset: 10 * i, duration: 2});
        const detail = {stimulus: Array.from({length: pulses}, pulse), duration: 1e4};
        view.dispatchEvent(new CustomEvent('edit', {bubbles: true, detail}));
      },
      pulses,
    );
  const times = await frame.evaluate(async (count) => {
    const input = document.querySelector('.term[data-moves="cell.C"] .number');
    const start = Number(input.value);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    for (let i = 1; i <= count; ++i) {
      await frame();
      input.value = String(start + i / 10);
      // Requested before and after the page requests its frame, these run right before and after it draws.
      let drawing;
      requestAnimationFrame(() => (drawing = performance.now()));
      const before = performance.now();
      input.dispatchEvent(new Event('input', {bubbles: true}));
      const handled = performance.now() - before;
      await frame();
      times.push(handled + performance.now() - drawing);
    }
    return times;
  }, count);
  await close();
  return times;
}

/** Drags every slider, one step per frame; returns the gaps between frames and the script time of each step. */
async function drags(hash, throttle) {
  const {page, frame, close} = await open({windowed: true, hash, mode: 'file'});
  await frame.waitForFunction(ready);
  const client = await page.createCDPSession();
  await client.send('Emulation.setCPUThrottlingRate', {rate: throttle});
  const found = await frame.evaluate(async (steps) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const [gaps, scripts] = [[], []];
    for (const slider of document.querySelectorAll('.controls .slider')) {
      const {min, max, value} = slider;
      let last = await frame();
      for (let i = 1; i <= steps; i += 1) {
        // Back and forth over half of its range; a slider clamps its value by itself.
        const share = 0.25 * Math.sin((6 * i) / steps);
        slider.value = String(Number(value) + share * (Number(max) - Number(min)));
        let drawing;
        requestAnimationFrame(() => (drawing = performance.now()));
        const before = performance.now();
        slider.dispatchEvent(new Event('input', {bubbles: true}));
        const handled = performance.now() - before;
        const now = await frame();
        scripts.push(handled + performance.now() - drawing);
        gaps.push(now - last);
        last = now;
      }
      slider.value = value;
      slider.dispatchEvent(new Event('input', {bubbles: true}));
      slider.dispatchEvent(new Event('change', {bubbles: true}));
    }
    return {gaps, scripts};
  }, STEPS);
  await close();
  return found;
}

/** What the page costs while nobody uses it: the share of the time in which its thread works. */
async function idle() {
  const {page, frame, close} = await open({windowed: true, hash: 'RS', mode: 'file'});
  await frame.waitForFunction(ready);
  await new Promise((resolve) => setTimeout(resolve, 3000)); // the findings are computed first
  const before = await page.metrics();
  await new Promise((resolve) => setTimeout(resolve, 1000 * IDLE));
  const after = await page.metrics();
  await close();
  return (after.TaskDuration - before.TaskDuration) / IDLE;
}

/** Twenty random edits a second for some seconds: how much the heap has grown after garbage collection. */
async function growth(seconds) {
  const {page, frame, close} = await open({windowed: true, hash: 'RS', mode: 'file'});
  await frame.waitForFunction(ready);
  const client = await page.createCDPSession();
  const heap = async () => {
    await client.send('HeapProfiler.collectGarbage');
    return (await page.metrics()).JSHeapUsedSize;
  };
  const edit = (count) =>
    frame.evaluate(async (count) => {
      const fields = [...document.querySelectorAll('.controls .slider')];
      for (let i = 0; i < count; i += 1) {
        const slider = fields[Math.floor(Math.random() * fields.length)];
        slider.value = String(Number(slider.min) + Math.random() * (Number(slider.max) - Number(slider.min)));
        slider.dispatchEvent(new Event('input', {bubbles: true}));
        slider.dispatchEvent(new Event('change', {bubbles: true}));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }, count);
  await edit(100); // fills the caches and the undo history
  const before = await heap();
  await edit(20 * seconds);
  const after = await heap();
  await close();
  return after - before;
}

const began = performance.now();
/** Announces what is measured next, with the seconds so far. @param {string} what */
const stage = (what) => console.log(`  [${((performance.now() - began) / 1000).toFixed(0).padStart(3)} s] ${what}`);

console.log('the page, in headless Chromium');
stage('opening the file');
await opening(); // the first opening includes the browser's own start
const times = [];
for (let i = 0; i < 10; ++i) times.push(await opening());
show(
  'from opening the file to the first plot',
  times.map(({first}) => first),
);
show(
  'from opening the file to all plots',
  times.map(({all}) => all),
);
stage('edits');
for (const hash of ['RS', 'note-4', 'note-CH-600']) show(`an edit of C at #${hash}`, await edits(hash, EDITS));
stage('edits with the f-I curve in view');
for (const hash of ['RS', 'IB', 'CH'])
  show(`an edit of C at #${hash}, f-I live`, await edits(hash, EDITS, {tab: 'rate'}));
stage('edits beside a thousand stimuli');
const [one, thousand] = [await edits('RS', EDITS, {pulses: 1}), await edits('RS', EDITS, {pulses: 1000})];
show('an edit of C beside a thousand stimuli', thousand);
const ratio = quantile(thousand, 0.5) / quantile(one, 0.5);
console.log('the same beside one takes'.padEnd(44), `1/${ratio.toFixed(1)} of that`);
for (const throttle of [1, 4]) {
  stage(`every slider dragged, CPU 1/${throttle}`);
  const {gaps, scripts} = await drags('RS', throttle);
  show(`script of a step of a slider, CPU 1/${throttle}`, scripts);
  const missed = gaps.filter((gap) => gap > 25).length;
  console.log(`frames missed while dragging, CPU 1/${throttle}`.padEnd(44), `${missed} of ${gaps.length}`);
}
stage('at rest');
console.log(`idle, over ${IDLE} s`.padEnd(44), `${(100 * (await idle())).toFixed(2)} % of a core`);
stage('random edits');
const grown = (await growth(SECONDS)) / 1e6;
console.log(`heap after 20 random edits a second, ${SECONDS} s`.padEnd(44), `${grown.toFixed(1)} MB more`);
stage('done');
await closeBrowsers();
