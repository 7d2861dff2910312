// run.mjs: `node --test` for the folders or files given. It also fails where node does not: if a test is skipped or marked
// as to do, if a file contains no test, or if there are no files.
import {readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';

const MINUTES_A_FILE = 5; // so that a test that hangs does not block everything

const files = process.argv.slice(2).flatMap((path) => {
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found?.isDirectory()) return found ? [resolve(path)] : [];
  const names = readdirSync(path).filter((name) => name.endsWith('.test.mjs'));
  return names.sort().map((name) => resolve(path, name));
});

const passed = [];
const failed = [];
const faults = [];
// Two files at a time: a browser spends half of the time waiting.
const stream = run({files, concurrency: 2, timeout: MINUTES_A_FILE * 60e3});
const report = ({name, details, skip, todo}, list) => {
  if (skip !== undefined || todo !== undefined) faults.push(`skipped or to do: ${name}`);
  if (details.type !== 'suite') list.push(name);
};
stream.on('test:pass', (data) => {
  // node counts a file without tests as one test, named after the file, that passes.
  if (files.includes(data.name)) faults.push(`without a test: ${data.name}`);
  else report(data, passed);
});
stream.on('test:fail', (data) => report(data, failed));
stream.on('end', () => {
  if (!passed.length && !failed.length)
    faults.push(`no test was run in ${process.argv.slice(2).join(' ') || 'nothing'}`);
});
const lines = stream.pipe(new spec());
lines.pipe(process.stdout);
lines.on('end', () => {
  for (const fault of faults) console.log(`✖ ${fault}`);
  console.log(`${passed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length || faults.length ? 1 : 0;
});
process.exitCode = 1; // until the end is reached
