// page.mjs: how long the built page takes, in headless Chromium (which draws without a graphics card): from an edit to
// all charts redrawn, and from opening the file to the first picture.
import {closeBrowsers, open} from '../e2e/support.mjs';

const quantile = (times, q) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];
const show = (name, times) =>
  console.log(
    `${name.padEnd(44)} median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
  );
const ready = () => document.documentElement.dataset.ready === 'true';

async function edits(hash, count, tab = 'figure') {
  const {frame, close} = await open({hash, mode: 'file'});
  await frame.waitForFunction(ready);
  await frame.$eval(`#tab-${tab}`, (button) => button.click());
  const times = await frame.evaluate(async (count) => {
    const input = document.querySelector('[data-path="cell.C"] .number');
    const start = Number(input.value);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    for (let i = 1; i <= count; ++i) {
      await frame();
      input.value = String(start + i / 10);
      // Asked for before and after the page asks for its frame, these are called right before and after it draws.
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

async function opening() {
  const before = (page) =>
    page.evaluateOnNewDocument(() => {
      new MutationObserver((_, observer) => {
        if (document.documentElement?.dataset.ready !== 'true') return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.pictured = performance.now())));
      }).observe(document, {attributes: true, subtree: true});
    });
  const {frame, close} = await open({mode: 'file', before});
  await frame.waitForFunction(() => window.pictured);
  const time = await frame.evaluate(() => window.pictured);
  await close();
  return time;
}

console.log('the page, in headless Chromium');
await opening(); // the first one pays for the browser's own start
const times = [];
for (let i = 0; i < 10; ++i) times.push(await opening());
show('from opening the file to the first picture', times);
for (const hash of ['RS', 'note-4', 'note-CH-600']) show(`an edit of C at #${hash}, 200 times`, await edits(hash, 200));
for (const hash of ['RS', 'IB', 'CH'])
  show(`an edit of C at #${hash}, f-I live, 200 times`, await edits(hash, 200, 'rate'));
await closeBrowsers();
