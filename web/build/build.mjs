// build/build.mjs: the page as one file, dist/index.html, with script, style, wasm and licences inside.
//   node web/build/build.mjs           writes it, and prints its path and size
//   node web/build/build.mjs --serve   serves it on 127.0.0.1, and writes it anew at each change of what it is made of

import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {deflateRawSync} from 'node:zlib';
import * as esbuild from 'esbuild';
import pako from 'pako';
import {defaultTreeAdapter as tree, parse, parseFragment, serialize} from 'parse5';
import {minify} from 'terser';
import {still} from './still.mjs';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(web, 'dist');
const page = join(dist, 'index.html');
const licences = join(web, 'licenses');
const {version} = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));

/** What the build lists: the files of a folder whose names are such, by their names. */
const LISTS = {
  analyses: {folder: join(web, 'analyses'), named: /\.js$/},
  // Named by their codes, of two letters.
  languages: {folder: join(web, 'words'), named: /^[a-z]{2}\.js$/},
};

/** Files elsewhere that belong to a list, too. @typedef {{analyses?: string[], languages?: string[]}} Also */

/** 'listed:analyses' and 'listed:languages' hold what each file of the list gives. @param {Also} [also] */
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

/** What every bundle of our modules needs, the page's as well as a test's under node. */
export const common = {
  bundle: true,
  charset: 'utf8',
  target: 'es2022',
  loader: {'.html': 'text'},
  // A classic script has no import.meta; Emscripten only derives from it where its wasm would lie, which we hand over.
  define: {__VERSION__: JSON.stringify(version), 'import.meta.url': '"file:///izhikevich.mjs"'},
  logLevel: 'warning',
  plugins: [listed()],
};

/** Chart.js computes colours for hovering and for animations, of which our charts have neither: the package stays out. */
const plainColours = {
  name: 'plain colours',
  setup({onLoad}) {
    onLoad({filter: /@kurkle[\\/]color[\\/]/}, () => ({contents: 'export class Color {}'}));
  },
};

const core = join(web, '../build/wasm/izhikevich.wasm');

/**
 * The core as the page carries it: deflated, as text. To inflate it is the browser's own work. `final` takes zopfli's
 * seconds, which pack it 6 % smaller.
 * @param {boolean} [final]
 */
export async function packedCore(final = false) {
  const bytes = readFileSync(core);
  // Read only where it is used: it takes over what becomes of errors in a program that reads it.
  const deflated = final
    ? await (await import('@gfx/zopfli')).deflateAsync(bytes, {numiterations: 15, blocksplittingmax: 0})
    : deflateRawSync(bytes, {level: 9});
  return Buffer.from(deflated).toString('base64');
}

/** Of browsers as old as this or newer (README.md, "Run it"). One target for scripts and styles: the oldest lacks nested CSS. */
const bundle = {
  ...common,
  format: 'iife',
  target: ['chrome113', 'firefox113', 'safari16.4'],
  minify: true,
  legalComments: 'none', // the licences stand in the page, whole
  metafile: true,
  write: false,
};

/**
 * Builds the script of the workers, and hands it over in the result of the build as `workers`, with all that it is made
 * of as `inputs`. What it shares with the page is not bundled a second time: the page reads it from there.
 * @param {Also} also
 */
const shared = (also) => ({
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
      built = await esbuild.build({...bundle, entryPoints, plugins: [listed(also)]});
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
 * What makes the page of an entry: its script and its style sheet; in the result, the script of its workers too.
 * @param {Also} [also]
 */
export const optionsWith = (also = {}) => ({
  ...bundle,
  entryPoints: [join(web, 'page/main.js'), join(web, 'style.css')],
  outdir: dist,
  plugins: [shared(also), listed(also), plainColours],
});

export const options = optionsWith();

/** The licence texts of all that the page is made of: ours, the packages', and what Emscripten links. @param {string[]} inputs */
function licenceTexts(inputs) {
  const packages = new Set(inputs.map((path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]));
  packages.delete(undefined);
  const texts = [`Izhikevich Lab ${version}\n\n${readFileSync(join(web, '../LICENSE'), 'utf8')}`];
  for (const each of [...packages].sort()) {
    const folder = join(web, 'node_modules', each);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${each} is bundled, and brings no licence text`);
    const its = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    texts.push(`${each} ${its.version}\n\n${readFileSync(join(folder, file), 'utf8')}`);
  }
  for (const file of readdirSync(licences).sort()) texts.push(readFileSync(join(licences, file), 'utf8'));
  return texts.map((text) => text.replace(/\r\n/g, '\n').trim()).join(`\n\n${'-'.repeat(80)}\n\n`);
}

// Within <script>, only these two could end it or change how it ends; in JavaScript they occur in texts alone, where
// the escape means the same.
const scriptSafe = (code) => code.replace(/<\/(?=script)/gi, () => '<\\/').replace(/<!--/g, () => '\\x3C!--');
const styleSafe = (css) => css.replace(/<\/(?=style)/gi, () => '<\\/');

function element(tagName, attributes, text) {
  const attrs = Object.entries(attributes).map(([key, value]) => ({name: key, value}));
  const node = tree.createElement(tagName, 'http://www.w3.org/1999/xhtml', attrs);
  const inside = tagName === 'template' ? tree.createDocumentFragment() : node;
  if (tagName === 'template') tree.setTemplateContent(node, inside);
  tree.insertText(inside, text);
  return node;
}

function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child.content ?? child);
  }
}

const written = (document) =>
  `<!doctype html>\n${serialize({...document, childNodes: document.childNodes.filter((node) => node.tagName)})}\n`;

/**
 * index.html with everything inside, in the very form in which a browser writes its document back as text. So while
 * the script runs for the first time, '<!doctype html>\n' + document.documentElement.outerHTML + '\n' is this file.
 */
export function assemble(html, {script, workers, core, style, texts, needs, picture}) {
  const document = parse(html);
  const all = [...elements(document)];
  for (const node of all) {
    // Browsers disagree since 2025 whether < and > in an attribute are written back as they are.
    const bad = node.attrs.find(({value}) => /[<>]/.test(value));
    if (bad) throw new Error(`index.html: < or > in ${bad.name} of <${node.tagName}>; set it from the script instead`);
    const has = (key, value) => node.attrs.some((attr) => attr.name === key && (!value || attr.value === value));
    if ((node.tagName === 'script' && has('src')) || (node.tagName === 'link' && has('rel', 'stylesheet'))) {
      tree.detachNode(node);
    }
  }
  tree.appendChild(
    all.find((node) => node.tagName === 'head'),
    element('style', {id: 'lab-style'}, styleSafe(style)),
  );
  const body = all.find((node) => node.tagName === 'body');
  const figure = all.find((node) => node.tagName === 'figure');
  if (figure) tree.insertBefore(figure, parseFragment(picture).childNodes[0], figure.childNodes[0]);
  if (needs) tree.appendChild(body, element('script', {id: 'lab-needs'}, scriptSafe(needs)));
  tree.appendChild(body, element('template', {id: 'licences'}, texts));
  tree.appendChild(body, element('script', {id: 'lab-core', type: 'text/plain'}, core));
  tree.appendChild(body, element('script', {id: 'lab-workers'}, scriptSafe(workers)));
  // The last of all, so that whatever it asks for is there, and so that nothing follows that it would not see.
  tree.appendChild(body, element('script', {id: 'lab'}, scriptSafe(script)));
  const file = written(document);
  if (written(parse(file.replace(/\n$/, ''))) !== file)
    throw new Error('index.html changes when it is read and written');
  return file;
}

/** What is said where there is no lab, by language: in the page's own words. */
async function told() {
  const stdin = {contents: "export {languages} from 'listed:languages';", resolveDir: web};
  const {outputFiles} = await esbuild.build({...common, stdin, format: 'esm', platform: 'node', write: false});
  const module = Buffer.from(outputFiles[0].contents).toString('base64');
  const {languages} = await import(`data:text/javascript;base64,${module}`);
  return Object.fromEntries(languages.map(({language: {code}, cannotStart: {old, still}}) => [code, {old, still}]));
}

/** The script that looks whether the browser has what the lab takes, for browsers of any age. */
async function needsScript() {
  const define = {__TOLD__: JSON.stringify(await told())};
  const options = {
    entryPoints: [join(web, 'page/needs.js')],
    define,
    target: 'es5',
    minify: true,
    charset: 'utf8',
    write: false,
  };
  return (await esbuild.build(options)).outputFiles[0].text.trim();
}

let last = '';

/** Names and dead code that esbuild leaves; it takes some seconds, and a thirtieth of the page. */
const smaller = async (script) => (await minify(script, {compress: {passes: 3}, toplevel: true, ecma: 2020})).code;

/** How large the page is, in bytes. Every zlib packs a little differently; this packer gives one number everywhere. @param {string} html */
export const sizeOf = (html) => ({
  raw: Buffer.byteLength(html),
  gzip: pako.gzip(html, {level: 9}).length,
});

/** Writes the page from what esbuild answered, where that is new, and says how large it is; `final` makes it smaller. */
async function write({outputFiles, metafile, workers, inputs}, final = false) {
  const text = (ending) => outputFiles.find(({path}) => path.endsWith(ending))?.text.trim() ?? '';
  const html = assemble(readFileSync(join(web, 'index.html'), 'utf8'), {
    script: final ? await smaller(text('.js')) : text('.js'),
    workers: final ? await smaller(workers) : workers,
    core: await packedCore(final),
    needs: await needsScript(),
    picture: await still(join(web, '../build/wasm')),
    style: text('.css'),
    texts: licenceTexts([...Object.keys(metafile.inputs), ...inputs]),
  });
  if (html === last) return;
  last = html;
  mkdirSync(dist, {recursive: true});
  writeFileSync(page, html);
  const {raw, gzip} = sizeOf(html);
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${page}  ${kB(raw)}, ${kB(gzip)} gzipped`);
}

/** In serve mode, the page follows index.html and the licences too, which esbuild does not read. */
const follow = {
  name: 'page',
  setup(build) {
    build.onResolve({filter: /main\.js$/}, ({kind, path}) =>
      kind === 'entry-point' ? {path, watchFiles: [join(web, 'index.html')], watchDirs: [licences]} : undefined,
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
  // Without a port esbuild takes the first free one from 8000.
  const port = process.env.PORT ? Number(process.env.PORT) : undefined;
  const server = await context.serve({servedir: dist, host: '127.0.0.1', port});
  await context.watch();
  console.log(`\nIzhikevich Lab: http://127.0.0.1:${server.port}/  (Ctrl-C ends it)\n`);
  const end = () => context.dispose().then(() => process.exit(0));
  process.on('SIGINT', end).on('SIGTERM', end);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    if (process.argv.includes('--serve')) await serve();
    else await write(await esbuild.build(options), true);
  } catch (error) {
    // esbuild has told its own errors already.
    if (!error.errors) console.error(`${relative('.', join(web, 'build/build.mjs'))}: ${error.message}`);
    process.exit(1);
  }
}
