// against.mjs OTHER.html: compares the built page with another build, in alternation, so that other load on the machine
// affects both alike: how long until v(t) is visible, and what an edit costs: all script, and the engine's part of it.
import {closeBrowsers, open, site} from '../e2e/support.mjs';
import {median, opening} from './opening.mjs';

const OPENINGS = 20;
const ROUNDS = 5;
const EDITS = 40; // per round

/** In the page: adds up in `engineTime` the ms that the core works, however the page's script calls it. */
function watchEngine() {
  window.engineTime = 0;
  let deep = 0;
  let began = 0;
  const begin = () => {
    if (!deep++) began = performance.now();
  };
  const end = () => {
    if (!--deep) window.engineTime += performance.now() - began;
  };
  const timed =
    (call) =>
    (...given) => {
      begin();
      try {
        return call(...given);
      } finally {
        end();
      }
    };
  // The page and its workers share what makes an engine; writing the arguments and reading the results count as well.
  let shared;
  const watched = (engine) =>
    Object.fromEntries(
      Object.entries(engine).map(([name, one]) => [name, typeof one === 'function' ? timed(one) : one]),
    );
  Object.defineProperty(window, 'izhikevich', {
    get: () => shared,
    set: (given) => (shared = {...given, instanceOf: async (module) => watched(await given.instanceOf(module))}),
  });
  // In a page of older versions, embind's script gets every function of the core from the table.
  const known = new WeakMap();
  const {get} = WebAssembly.Table.prototype;
  WebAssembly.Table.prototype.get = function (index) {
    const call = get.call(this, index);
    if (!call) return call;
    if (!known.has(call)) known.set(call, timed(call));
    return known.get(call);
  };
}

/** In the page: edits C this many times, once per frame; returns the ms of script and the engine's part for each edit. */
async function edit(count) {
  // In the equation, or, in a page of older versions, beside its slider.
  const input = document.querySelector(':is(.term[data-moves="cell.C"], [data-path="cell.C"]) .number');
  const start = Number(input.value);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const found = {script: [], engine: []};
  for (let i = -5; i < count; i += 1) {
    await frame();
    input.value = String(start + (i + 6) / 10);
    // Requested before and after the page requests its frame, these run right before and after it draws.
    let drawing;
    requestAnimationFrame(() => (drawing = performance.now()));
    const [before, worked] = [performance.now(), window.engineTime];
    input.dispatchEvent(new Event('input', {bubbles: true}));
    const handled = performance.now() - before;
    await frame();
    if (i < 0) continue; // code that runs for the first time is slow
    found.script.push(handled + performance.now() - drawing);
    found.engine.push(window.engineTime - worked);
  }
  return found;
}

async function edits(file, hash) {
  const before = (page) => page.evaluateOnNewDocument(watchEngine);
  const {frame, close} = await open({windowed: true, mode: 'file', file, hash, before});
  await frame.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await new Promise((done) => setTimeout(done, 500)); // until the worker's answers have arrived
  const found = await frame.evaluate(edit, EDITS);
  await close();
  return found;
}

const mean = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;

function show(name, [own, others]) {
  const [a, b] = [own.toFixed(2), others.toFixed(2)];
  console.log(
    `${name.padEnd(44)} ${a.padStart(8)} ms, the other ${b.padStart(8)} ms: ${(others / own).toFixed(2)} times`,
  );
}

const [other] = process.argv.slice(2);
if (!other) {
  console.error('tests/bench/against.mjs OTHER.html: which page is this one to be compared with?');
  process.exit(2);
}
const pages = [site, other];
console.log(`${site}\nagainst ${other}, in headless Chromium`);

const seen = [[], []];
for (const page of pages) await opening(page); // the first opening includes the browser's own start
for (let round = 0; round < OPENINGS; round += 1)
  for (const [i, page] of pages.entries()) seen[i].push((await opening(page)).first);
show(`from opening until v(t) can be seen, of ${OPENINGS}`, seen.map(median));

for (const hash of ['RS', 'note-10']) {
  const all = pages.map(() => ({script: [], engine: []}));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, page] of pages.entries()) {
      const {script, engine} = await edits(page, hash);
      all[i].script.push(...script);
      all[i].engine.push(...engine);
    }
  show(
    `an edit of C at #${hash}: script, of ${ROUNDS * EDITS}`,
    all.map(({script}) => median(script)),
  );
  // The browser's clock ticks every 0.1 ms, so for times as short as these only the mean is accurate.
  show(
    '  the engine in it, on average',
    all.map(({engine}) => mean(engine)),
  );
}
await closeBrowsers();
