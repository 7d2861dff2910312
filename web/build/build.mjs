// build/build.mjs: builds the page as one file, dist/index.html, that contains script, style, wasm and licences.
//   node web/build/build.mjs           writes the file, and prints its path and size
//   node web/build/build.mjs --serve   serves it on 127.0.0.1, and rebuilds it whenever a source file changes

import {mkdirSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {deflateRawSync} from 'node:zlib';
import * as esbuild from 'esbuild';
import {engineOf} from '../../wasm/border.js';
import {assemble} from './assemble.mjs';
import {ELEMENT, WIDGET, elementOptions, elementScript, widgetModule, widgetOptions} from './element.mjs';
import {factsOf} from './facts.mjs';
import {letters} from './letters.mjs';
import {licences, licenceTexts} from './licences.mjs';
import {sizeOf, smaller} from './packing.mjs';
import {sha256} from './policy.mjs';
import {
  FORGETS,
  LECTURERS,
  SERVICE_WORKER,
  lecturersPage,
  oembedAddress,
  pageIcon,
  publicAddress,
  siteFiles,
  writeSite,
} from './site.mjs';
import {still} from './still.mjs';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(web, 'dist');
const {version, named} = factsOf(web);

/** The lists that the build makes: of all files in a folder whose names match, in alphabetical order. */
const LISTS = {
  analyses: {folder: join(web, 'analyses'), named: /\.js$/},
  // Named by their two-letter codes.
  languages: {folder: join(web, 'words'), named: /^[a-z]{2}\.js$/},
};

/** Files in other places to be added to the lists. @typedef {{analyses?: string[], languages?: string[]}} Also */

/** Resolves 'listed:analyses' and 'listed:languages': each exports an array of the default exports of its files. @param {Also} [also] */
const listed = (also = {}) => ({
  name: 'listed',
  setup({onLoad, onResolve}) {
    onResolve({filter: /^listed:/}, ({path}) => ({path: path.replace('listed:', ''), namespace: 'listed'}));
    onLoad({filter: /^/, namespace: 'listed'}, ({path}) => {
      const {folder, named} = LISTS[path];
      const names = readdirSync(folder).filter((name) => named.test(name));
      const files = [...names.sort().map((name) => join(folder, name)), ...(also[path] ?? [])];
      const imports = files.map((file, index) => `import one${index} from ${JSON.stringify(file)};`);
      return {
        contents: `${imports.join('')} export const ${path} = [${files.map((_, index) => `one${index}`)}];`,
        resolveDir: folder,
        watchDirs: [folder],
      };
    });
  },
});

const texts = join(web, '../build/wasm/texts.mjs');

/** The core's texts by their ids, each with its slots by their names: {'fi.slow': {below: 'bound Hz'}}. @returns {Promise<Record<string, Record<string, string>>>} */
const declaredTexts = async () => (await import(`${pathToFileURL(texts)}?${statSync(texts).mtimeMs}`)).texts;

/**
 * Fills the slots of sentences by place: ({from, to}) => in a language's table becomes (from, to) =>, and 'built:slots' tells
 * what is written in each place. Their names are for those who write sentences; without them the packed page is 4 kB smaller.
 * Only verdicts keep them, since their numbers are marked by what they are of.
 */
const byPlace = {
  name: 'by place',
  setup({onLoad, onResolve}) {
    onResolve({filter: /^built:slots$/}, () => ({path: 'slots', namespace: 'built'}));
    onLoad({filter: /^/, namespace: 'built'}, async () => {
      const kept = (id) => (id.startsWith('verdict.') ? ([name, slot]) => `${name}: ${slot}` : ([, slot]) => slot);
      const all = Object.entries(await declaredTexts()).map(([id, slots]) => [id, Object.entries(slots).map(kept(id))]);
      const filled = Object.fromEntries(all.filter(([, slots]) => slots.length));
      return {contents: `export const slots = ${JSON.stringify(filled)};`, watchFiles: [texts]};
    });
    onLoad({filter: /[\\/]words[\\/][a-z]{2}\.js$/}, async ({path}) => {
      const named = new Map(Object.entries(await declaredTexts()).filter(([, slots]) => Object.keys(slots).length));
      const contents = readFileSync(path, 'utf8').replace(/^ {2}'?([\w.-]+)'?: \(\{[^}]*\}\) =>/gm, (found, id) => {
        const slots = named.get(id);
        named.delete(id);
        return slots ? `'${id}': (${Object.keys(slots)}) =>` : found;
      });
      if (named.size) throw new Error(`${path}: ${[...named.keys()]} must take their slots as ({name, other}) =>`);
      return {contents, watchFiles: [texts]};
    });
  },
};

/** The options that every bundle of our modules needs, both for the page and for tests under node. */
export const common = {
  bundle: true,
  // The letters of Spanish are escaped: browsers read and keep a script of one-byte characters faster. Packed, it is no larger.
  charset: 'ascii',
  target: 'es2022',
  loader: {'.html': 'text'},
  // A classic script has no import.meta. Emscripten uses it only to locate the wasm file, which we pass in ourselves.
  define: {
    ...named,
    __ELEMENT__: 'false',
    __ADDRESS__: JSON.stringify(publicAddress(process.env.ADDRESS)),
    'import.meta.url': '"file:///izhikevich.mjs"',
  },
  logLevel: 'warning',
  plugins: [byPlace, listed()],
};

/** Replaces the package with which Chart.js computes colours for hovering and animations; our charts have neither. */
const plainColours = {
  name: 'plain colours',
  setup({onLoad}) {
    onLoad({filter: /@kurkle[\\/]color[\\/]/}, () => ({contents: 'export class Color {}'}));
  },
};

const core = join(web, '../build/wasm/izhikevich.wasm');

/**
 * The core as the page contains it: deflated, in base64. The browser inflates it itself. `final` uses zopfli, which takes
 * some seconds and makes it 6 % smaller.
 * @param {boolean} [final]
 */
export async function packedCore(final = false) {
  const bytes = readFileSync(core);
  // Imported only when needed, since it installs its own handlers for uncaught errors.
  const deflated = final
    ? await (await import('@gfx/zopfli')).deflateAsync(bytes, {numiterations: 15, blocksplittingmax: 0})
    : deflateRawSync(bytes, {level: 9});
  return Buffer.from(deflated).toString('base64');
}

/** The options for browsers of these versions or later (README.md, "Run it"). They apply to styles too: the oldest browsers lack nested CSS. */
const bundle = {
  ...common,
  format: 'iife',
  target: ['chrome113', 'firefox113', 'safari16.4'],
  minify: true,
  legalComments: 'none', // the page contains the full licences
  metafile: true,
  write: false,
};

/**
 * Builds the script of the workers and adds it to the result of the build as `workers`, with its source files as `inputs`.
 * Modules that workers and page share are bundled only once: the page takes them from that script.
 * @param {Also} also @param {object} [define] names of their own
 */
const shared = (also, define = bundle.define) => ({
  name: 'shared',
  setup({onLoad, onEnd, onResolve}) {
    /** @type {any} */
    let built;
    onResolve({filter: /^listed:analyses$/}, () => ({path: 'analyses', namespace: 'shared'}));
    onLoad({filter: /^/, namespace: 'shared'}, () => ({
      contents: 'export const {analyses} = globalThis.izhikevich;',
    }));
    onLoad({filter: /[\\/]engine[\\/]shared\.js$/}, async ({path}) => {
      const entryPoints = [join(web, 'page/worker-script.js')];
      built = await esbuild.build({...bundle, define, entryPoints, plugins: [listed(also)]});
      const names = [...readFileSync(path, 'utf8').matchAll(/^export \{(.+)\} from/gm)].map(([, names]) => names);
      return {
        contents: `export const {${names}} = globalThis.izhikevich;`,
        watchFiles: [core, ...Object.keys(built.metafile.inputs).map((input) => resolve(input))],
        watchDirs: [join(web, 'analyses')],
      };
    });
    onEnd((result) => {
      if (!built) return;
      Object.assign(result, {workers: built.outputFiles[0].text.trim(), inputs: Object.keys(built.metafile.inputs)});
    });
  },
});

/**
 * The esbuild options for the page: its script and its style sheet. The result also has the script of its workers.
 * @param {Also} [also]
 */
export const optionsWith = (also = {}) => ({
  ...bundle,
  entryPoints: [join(web, 'embed/main.js'), join(web, 'style.css')],
  outdir: dist,
  plugins: [shared(also), byPlace, listed(also), plainColours],
});

export const options = optionsWith();

const ofElement = elementOptions(web, bundle);
const element = {...ofElement, outdir: dist, plugins: [shared({}, ofElement.define), byPlace, listed(), plainColours]};

/** The texts shown where the lab cannot run, by language code. */
async function told() {
  const {languages} = await exportsOf("export {languages} from 'listed:languages';");
  return Object.fromEntries(languages.map(({language: {code}, cannotStart: {old, still}}) => [code, {old, still}]));
}

/** What a module of the page exports, run here. @param {string} contents of a module in the folder web @returns {Promise<any>} */
async function exportsOf(contents) {
  const stdin = {contents, resolveDir: web};
  const {outputFiles} = await esbuild.build({...common, stdin, format: 'esm', platform: 'node', write: false});
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The JSON Schema of what the lab saves. */
async function schema() {
  const {jsonSchema} = await exportsOf("export {jsonSchema} from './send/json-schema.js';");
  const engine = await engineOf(await WebAssembly.compile(readFileSync(core)));
  return jsonSchema(engine.schema(), engine.presets());
}

/** The script that keeps pages of the site for when there is no network. @param {Record<string, string>} pages by their paths */
export async function serviceWorker(pages) {
  const files = Object.fromEntries(Object.entries(pages).map(([path, text]) => [path, sha256(text)]));
  const define = {__FILES__: JSON.stringify(files), __BUILD__: JSON.stringify(sha256(JSON.stringify(files)))};
  const entryPoints = [join(web, 'page/service-worker.js')];
  return (await esbuild.build({...bundle, define, entryPoints})).outputFiles[0].text;
}

/** The files of the site beside the page, by name. @param {string} html the page @param {string} [address] where it is to stand */
export async function beside(html, address = publicAddress(process.env.ADDRESS)) {
  const {frameCode, SIZE} = await exportsOf("export {SIZE, frameCode} from './send/embed-code.js';");
  const frame = address && frameCode({address: `${address}#RS`, title: 'Izhikevich Lab', ...SIZE});
  const lecturers = lecturersPage(web, {version, citation: JSON.parse(named.__CITATION__), address});
  const worker = await serviceWorker({'./': html, [LECTURERS]: lecturers});
  return siteFiles({web, html, lecturers, schema: await schema(), serviceWorker: worker, address, frame, size: SIZE});
}

/** The script that checks whether the browser has the features that the lab needs; it runs in browsers of any age. */
async function needsScript() {
  const define = {__TOLD__: JSON.stringify(await told())};
  const options = {
    entryPoints: [join(web, 'page/needs.js')],
    define,
    target: 'es5',
    minify: true,
    charset: 'ascii',
    write: false,
  };
  return (await esbuild.build(options)).outputFiles[0].text.trim();
}

let last = '';

/** Writes the page from the result of esbuild if it has changed, and the scripts for other pages, and prints their sizes; `final` takes longer and makes it smaller. */
async function write({outputFiles, metafile, workers, inputs}, final = false) {
  const text = (ending) => outputFiles.find(({path}) => path.endsWith(ending))?.text.trim() ?? '';
  const small = (script) => (final ? smaller(script) : script);
  const parts = {
    core: await packedCore(final),
    fonts: await letters(web),
    style: text('.css'),
    texts: licenceTexts(web, version, [...Object.keys(metafile.inputs), ...inputs]),
  };
  const html = assemble(readFileSync(join(web, 'index.html'), 'utf8'), {
    ...parts,
    script: await small(text('.js')),
    workers: await small(workers),
    needs: await needsScript(),
    picture: await still(join(web, '../build/wasm')),
    icon: pageIcon(web),
    oembed: oembedAddress(publicAddress(process.env.ADDRESS)),
  });
  if (html === last) return;
  last = html;
  mkdirSync(dist, {recursive: true});
  const files = {'index.html': html, ...(await scripts(parts, small))};
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dist, name), content);
  if (final) writeSite({dist, version, files: {...files, ...(await beside(html))}});
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const [name, content] of Object.entries(files)) {
    const {raw, gzip} = sizeOf(content);
    console.log(`${join(dist, name)}  ${kB(raw)}, ${kB(gzip)} gzipped`);
  }
}

/**
 * The scripts for pages that are not ours, by their names, from the parts that they have in common with the page.
 * @param {{core: string, fonts: string, style: string, texts: string}} parts @param {(script: string) => string | Promise<string>} small
 */
async function scripts({core, fonts, style, texts}, small) {
  const built = /** @type {any} */ (await esbuild.build(element));
  const script = elementScript({
    script: await small(built.outputFiles[0].text),
    workers: await small(built.workers),
    texts: {'lab-core': core, 'lab-letters': fonts, 'lab-style': style, licences: texts},
    version,
  });
  const {outputFiles} = await esbuild.build(widgetOptions(web, bundle));
  return {[ELEMENT]: script, [WIDGET]: widgetModule(script, outputFiles[0].text.trim())};
}

/** In serve mode, also watches index.html and the licences, which esbuild does not read, and writes the page after each build. */
const follow = {
  name: 'page',
  setup(build) {
    build.onResolve({filter: /main\.js$/}, ({kind, path}) =>
      kind === 'entry-point' ? {path, watchFiles: [join(web, 'index.html')], watchDirs: [licences(web)]} : undefined,
    );
    build.onEnd(async (result) => {
      try {
        if (!result.errors.length) await write(result);
      } catch (error) {
        return {errors: [{text: error.message}]};
      }
    });
  },
};

async function serve() {
  const context = await esbuild.context({...options, plugins: [...options.plugins, follow]});
  await context.rebuild();
  // Without a port, esbuild takes the first free one from 8000 on.
  const port = process.env.PORT ? Number(process.env.PORT) : undefined;
  const server = await context.serve({servedir: dist, host: '127.0.0.1', port});
  await context.watch();
  // What a site at this address kept before is forgotten: here the page is always the newest.
  writeFileSync(join(dist, SERVICE_WORKER), FORGETS);
  console.log(`\nIzhikevich Lab: http://127.0.0.1:${server.port}/  (Ctrl-C to stop)\n`);
  const end = () => context.dispose().then(() => process.exit(0));
  process.on('SIGINT', end).on('SIGTERM', end);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    if (process.argv.includes('--serve')) await serve();
    else await write(await esbuild.build(options), true);
  } catch (error) {
    // esbuild has already printed its own errors.
    if (!error.errors) console.error(`${relative('.', join(web, 'build/build.mjs'))}: ${error.message}`);
    process.exit(1);
  }
}
