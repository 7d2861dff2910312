// figures.mjs: twelve figures in one page, compared with twelve whole labs: how soon all of them are alive, in alternation, and what the
// figures cost at rest.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {closeBrowsers, open, site} from '../e2e/support.mjs';
import {root} from '../support.mjs';
import {median} from './opening.mjs';

const COUNT = 12;
const ROUNDS = 5;
const WANTED = {share: 0.45, rest: 0.005};
/** How long they are watched at rest, in ms, after they have come to it. */
const REST = 5000;
const SETTLE = 3000;

const folder = join(root, 'build/bench');
mkdirSync(folder, {recursive: true});

/** A page with a dozen frames in a grid, all in sight. */
function pageOf(name, query) {
  const file = join(folder, `${name}.html`);
  const frame = `<iframe src="${pathToFileURL(site)}${query}#RS" width="400" height="300" style="border:0"></iframe>`;
  const style = 'display:grid;grid-template-columns:repeat(4,400px);margin:0';
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><title>${name}</title><body style="${style}">
<script>let ready = 0; addEventListener('message', ({data}) => {
if (data.type === 'ready' && (ready += 1) === ${COUNT}) window.aliveAt = performance.now(); });</script>${frame.repeat(COUNT)}`,
  );
  return file;
}
const files = {labs: pageOf('labs-12', ''), figures: pageOf('figures-12', '?view=figure')};

/** Opens a page; answers it and how long it took until all of its frames were alive, in ms. */
async function alive(file) {
  const opened = await open({mode: 'file', file, width: 1600, height: 900});
  await opened.page.waitForFunction(() => window.aliveAt, {polling: 50, timeout: 120e3});
  return {...opened, time: await opened.page.evaluate(() => window.aliveAt)};
}

/** The time that the page's process has used, in s: of all that show something, the one that has worked most. */
async function used(page) {
  const session = await page.browser().target().createCDPSession();
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(...processInfo.filter(({type}) => type === 'renderer').map(({cpuTime}) => cpuTime));
}

const times = {labs: [], figures: []};
for (let i = 0; i <= ROUNDS; i += 1)
  for (const name of Object.keys(times)) {
    const {time, close} = await alive(files[name]);
    if (i) times[name].push(time); // the first includes the browser's own start
    await close();
  }
const [labs, figures] = [median(times.labs), median(times.figures)];

const {page, close} = await alive(files.figures);
await new Promise((done) => setTimeout(done, SETTLE));
const before = await used(page);
await new Promise((done) => setTimeout(done, REST));
const share = (await used(page)) - before;
await close();

console.log(
  `until ${COUNT} in one page are alive, medians of ${ROUNDS} openings from disk in alternation, in headless Chromium`,
);
console.log(`${'whole labs'.padEnd(44)} ${labs.toFixed(0).padStart(8)} ms`);
console.log(`${'figures'.padEnd(44)} ${figures.toFixed(0).padStart(8)} ms`);
console.log(
  `figures take ${((100 * figures) / labs).toFixed(0)} % of the time of labs (wanted: ${100 * WANTED.share} % at most)`,
);
console.log(
  `at rest ${COUNT} figures use ${((100 * 1000 * share) / REST).toFixed(2)} % of ${REST / 1000} s (wanted: ${100 * WANTED.rest} % at most)`,
);
await closeBrowsers();
