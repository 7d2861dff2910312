// support.mjs: shared by the tests under node: the project's folder, the page's wasm, the page's modules.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {engineOf} from '../wasm/border.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The tests use the page's packages, which are in web/. */
export const require = createRequire(join(root, 'web/package.json'));

/** A new instance of the page's core. */
export async function wasm() {
  return engineOf(await WebAssembly.compile(readFileSync(join(root, 'build/wasm/izhikevich.wasm'))));
}

// Every browser has it, and node since version 19.
globalThis.CustomEvent ??= class CustomEvent extends Event {
  constructor(type, {detail = null, ...init} = {}) {
    super(type, init);
    this.detail = detail;
  }
};

/** Bundles a module of the page for node and imports it: `const {Session} = await bundled('web/session/session.js')`. */
export async function bundled(path) {
  const {build} = require('esbuild');
  const {common} = await import('../web/build/build.mjs');
  const outfile = join(root, 'build/test', `${path.replace(/\W+/g, '-')}-${process.pid}.mjs`);
  const options = {entryPoints: [join(root, path)], outfile, format: 'esm', platform: 'node', sourcemap: 'inline'};
  await build({...common, ...options});
  return import(pathToFileURL(outfile).href);
}
