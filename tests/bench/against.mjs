// against.mjs OTHER.html: the built page against another build of it, in alternation, so that whatever else the machine
// does falls on both: how long until v(t) can be seen, and what an edit costs, its script and the engine's part of that.
import {closeBrowsers, open, site} from '../e2e/support.mjs';
import {median, opening} from './opening.mjs';

const OPENINGS = 20;
const ROUNDS = 5;
const EDITS = 40; // a round

/** In the page: adds up in `engineTime` the ms that the core works, whatever way its script calls it by. */
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
  // border.js begins a call by saving the stack and ends it by `end`; what it writes and reads in between counts as well.
  const around = ({exports}) => ({
    exports: {
      ...exports,
      stackSave: (...given) => (begin(), exports.stackSave(...given)),
      end: (...given) => (exports.end(...given), end()),
    },
  });
  const {instantiate} = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const found = await instantiate(...given);
    return found.exports?.bound_function ? around(found) : found;
  };
  // Embind's script reads from the table whatever function of the core it calls.
  const known = new WeakMap();
  const {get} = WebAssembly.Table.prototype;
  WebAssembly.Table.prototype.get = function (index) {
    const call = get.call(this, index);
    if (!call) return call;
    if (!known.has(call)) known.set(call, timed(call));
    return known.get(call);
  };
}

/** In the page: edits C so many times, a frame for each; answers the ms of script, and the engine's part, of each. */
async function edit(count) {
  const input = document.querySelector('[data-path="cell.C"] .number');
  const start = Number(input.value);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const found = {script: [], engine: []};
  for (let i = -5; i < count; i += 1) {
    await frame();
    input.value = String(start + (i + 6) / 10);
    // Asked for before and after the page asks for its frame, these are called right before and after it draws.
    let drawing;
    requestAnimationFrame(() => (drawing = performance.now()));
    const [before, worked] = [performance.now(), window.engineTime];
    input.dispatchEvent(new Event('input', {bubbles: true}));
    const handled = performance.now() - before;
    await frame();
    if (i < 0) continue; // what runs for the first times is slow
    found.script.push(handled + performance.now() - drawing);
    found.engine.push(window.engineTime - worked);
  }
  return found;
}

async function edits(file, hash) {
  const before = (page) => page.evaluateOnNewDocument(watchEngine);
  const {frame, close} = await open({mode: 'file', file, hash, before});
  await frame.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await new Promise((done) => setTimeout(done, 500)); // what the worker finds has come by then
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
for (const page of pages) await opening(page); // the first one pays for the browser's own start
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
  // A browser's clock ticks every 0.1 ms: of times as short as these, only the mean is right.
  show(
    '  the engine in it, on average',
    all.map(({engine}) => mean(engine)),
  );
}
await closeBrowsers();
