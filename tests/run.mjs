// run.mjs: `node --test` for the folders or files given. It also fails where node does not: if a test is skipped or marked
// as to do, if a file contains no test, or if there are no files. With --together=3, three files of a folder share a process, and
// so the browsers that they open: starting those takes longer than many a test.
import {mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {pathToFileURL} from 'node:url';

const MINUTES_A_FILE = 5; // so that a test that hangs does not block everything

const option = process.argv.find((one) => one.startsWith('--together='));
const together = Number(option?.split('=')[1] ?? 1);
const paths = process.argv.slice(2).filter((one) => one !== option);

const files = paths.flatMap((path) => {
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found?.isDirectory()) return found ? [resolve(path)] : [];
  const names = readdirSync(path).filter((name) => name.endsWith('.test.mjs'));
  return names.sort().map((name) => resolve(path, name));
});

const folder = mkdtempSync(join(tmpdir(), 'izhikevich-tests-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

/** A test that follows those of a file, by its name: between two of these there must be a test. @param {string} file */
const endOf = (file) => `that was ${basename(file)}`;

/** A file that imports others one after another, and notes where each ends. @param {string[]} all @param {number} index */
function joined(all, index) {
  // Static imports of files that await something would be under way together, and their ends noted too soon.
  const lines = all.flatMap((file) => [
    `await import(${JSON.stringify(pathToFileURL(file).href)});`,
    `test(${JSON.stringify(endOf(file))}, () => {});`,
  ]);
  const path = join(folder, `${index}.test.mjs`);
  writeFileSync(path, ["import {test} from 'node:test';", ...lines, ''].join('\n'));
  return path;
}

const batches = [];
for (let i = 0; i < files.length; i += together) batches.push(joined(files.slice(i, i + together), i));

const ends = new Set(files.map(endOf));
const ended = new Set();
const passed = [];
const failed = [];
const faults = [];
let before = 0; // how many tests there were before the file that runs now
// More than one at a time: a browser spends half of the time waiting.
const stream = run({files: batches, concurrency: 3, timeout: MINUTES_A_FILE * together * 60e3});
const count = () => passed.length + failed.length;
const report = ({name, details, skip, todo}, list) => {
  if (skip !== undefined || todo !== undefined) faults.push(`skipped or to do: ${name}`);
  if (details.type !== 'suite') list.push(name);
};
stream.on('test:pass', (data) => {
  const {name} = data;
  if (!ends.has(name)) {
    // node counts a file as one test, named after it, if it has none, and in some versions always.
    if (!batches.includes(name)) report(data, passed);
    return;
  }
  ended.add(name);
  if (count() === before) faults.push(`without a test: ${name}`);
  before = count();
});
stream.on('test:fail', (data) => report(data, failed));
stream.on('end', () => {
  if (!passed.length && !failed.length) faults.push(`no test was run in ${paths.join(' ') || 'nothing'}`);
  for (const name of ends) if (!ended.has(name)) faults.push(`did not come to its end: ${name}`);
});
const lines = stream.pipe(new spec());
lines.pipe(process.stdout);
lines.on('end', () => {
  for (const fault of faults) console.log(`✖ ${fault}`);
  console.log(`${passed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length || faults.length ? 1 : 0;
});
process.exitCode = 1; // until the end is reached
