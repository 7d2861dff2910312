// floors.mjs: checks that no folder uses one below it, no two files use each other, every C++ source has a header, and no file
// is too long. `make lint` runs it.
//   node tests/floors.mjs
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join, posix} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The floors, top first: a file uses only files on its own floor or on a floor listed before it. */
export const FLOORS = [
  ...['schema', 'model', 'read', 'solve', 'train', 'plane', 'sweep', 'ask', 'content'].map((floor) => `core/${floor}`),
  'wasm',
  ...['engine', 'session', 'words', 'plot', 'send', 'analyses', 'views', 'page', 'embed'].map(
    (floor) => `web/${floor}`,
  ),
];

/** A folder's source files, including those in its subfolders. */
function sources(folder) {
  return readdirSync(join(root, folder), {withFileTypes: true}).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : sources(path);
    return /\.(hpp|cpp|js|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** The project's files that a source file includes or imports; imports of types alone do not count. */
export function uses(path, text) {
  if (/pp$/.test(path)) return [...text.matchAll(/^#include "([^"]+)"/gm)].map(([, name]) => name);
  const imports = /^(?:import|export)\b[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'|[^@{]\bimport\('(\.[^']+)'\)[^.]/gm;
  const code = text.replace(/\/\*\*.*?\*\//gs, '');
  const named = [...code.matchAll(imports)].map(([, ...names]) => posix.join(posix.dirname(path), names.find(Boolean)));
  // Whoever imports the list of analyses imports all of them.
  return code.includes("from 'listed:analyses'") ? [...named, ...sources('web/analyses')] : named;
}

/** Generated files and tables of words may have any length. */
const LISTS = /^web\/(words\/[a-z]{2}(-[\w-]+)?\.js|words\/core\.[a-z]{2}\.json|package-lock\.json)$/;
const MOST_LINES = 350;

/** The text files of core, wasm and web that people write. */
function texts(folder) {
  return readdirSync(join(root, folder), {withFileTypes: true}).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(node_modules|dist)$/.test(entry.name) ? [] : texts(path);
    return /\.(hpp|cpp|cmake|m?[jt]s|json|css|html|md)$/.test(entry.name) && !LISTS.test(path) ? [path] : [];
  });
}

/** What is wrong with the length of a file. @param {string} path @param {string} text */
export function tooLong(path, text) {
  const lines = text.split('\n').length - 1;
  return lines > MOST_LINES ? [`${path} has ${lines} lines, more than ${MOST_LINES}`] : [];
}

/**
 * A C++ source file includes a header of its own, unless a program begins in it: `main`, or what embind
 * binds for JavaScript.
 * @param {string} path @param {string} text
 */
export function headless(path, text) {
  if (!path.endsWith('.cpp') || /^(int main\(|EMSCRIPTEN_BINDINGS\()/m.test(text)) return [];
  const header = path.replace(/cpp$/, 'hpp');
  return uses(path, text).includes(header) ? [] : [`${path} has no header of its own`];
}

/** A header and its source file count as one. */
const unit = (path) => path.replace(/\.(hpp|cpp)$/, '');

/**
 * What is wrong with the arrows from files to the files they use, in sentences.
 * @param {Map<string, string[]>} arrows @param {string[]} [floors]
 */
export function faults(arrows, floors = FLOORS) {
  const floorOf = (path) => floors.find((floor) => posix.dirname(path) === floor);
  const found = [];
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  for (const [path, used] of arrows) {
    if (!floorOf(path)) found.push(`${path} stands on no floor`);
    for (const other of used) {
      const [from, to] = [floorOf(path), floorOf(other)];
      if (from && to && floors.indexOf(to) > floors.indexOf(from))
        found.push(`${path} uses ${other}, which stands below it`);
      if (unit(path) === unit(other)) continue;
      const others = graph.get(unit(path)) ?? new Set();
      graph.set(unit(path), others.add(unit(other)));
    }
  }
  return [...found, ...circles(graph)];
}

/** The circles in a graph, each once: its strongly connected components of two or more files (Tarjan's algorithm). */
function circles(graph) {
  const found = [];
  const order = new Map();
  const low = new Map();
  const stack = [];
  const visit = (node) => {
    order.set(node, order.size);
    low.set(node, order.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== order.get(node)) return;
    const part = stack.splice(stack.indexOf(node));
    if (part.length > 1) found.push(`these use each other: ${part.sort().join(', ')}`);
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

/** All files on a floor, or that should be on one, with the files they use. @returns {Map<string, string[]>} */
export function house() {
  const files = ['core', 'wasm', ...FLOORS.filter((floor) => floor.startsWith('web/'))].flatMap(sources);
  const arrows = files.map((path) => [path, uses(path, readFileSync(join(root, path), 'utf8'))]);
  return new Map(arrows.map(([path, used]) => [path, used.filter((other) => files.includes(other))]));
}

/** What is wrong with single files. */
export function faultsOfFiles() {
  return ['core', 'wasm', 'web'].flatMap(texts).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...tooLong(path, text), ...headless(path, text)];
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = [...faults(house()), ...faultsOfFiles()];
  for (const fault of found) console.error(fault);
  if (found.length) process.exit(1);
}
