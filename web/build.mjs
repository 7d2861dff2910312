// build.mjs: the page as one file, dist/index.html, with script, style, wasm and licences inside.
//   node web/build.mjs           writes it, and prints its path and size
//   node web/build.mjs --serve   serves it on 127.0.0.1, and writes it anew at each change of what it is made of

import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import * as esbuild from 'esbuild';
import pako from 'pako';
import {defaultTreeAdapter as tree, parse, serialize} from 'parse5';
import {minify} from 'terser';
import {hash} from './words/hash.js';

const web = dirname(fileURLToPath(import.meta.url));
const dist = join(web, 'dist');
const page = join(dist, 'index.html');
const licences = join(web, 'licenses');
const {version} = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));

/** A translation of the core's texts, a line each after the hash of the English one: those the core itself carries. */
function translation(path) {
  const table = Object.entries(JSON.parse(readFileSync(path, 'utf8')));
  if (new Set(table.map(([english]) => hash(english))).size !== table.length)
    throw new Error(`${path}: two texts of one hash`);
  return table.map(([english, said]) => hash(english) + said).join('\n');
}

const hashed = {
  name: 'hashed',
  setup({onLoad}) {
    onLoad({filter: /core\.\w+\.json$/}, ({path}) => ({contents: translation(path), loader: 'text'}));
  },
};

/** What every bundle of our modules needs, the page's as well as a test's under node. */
export const common = {
  bundle: true,
  charset: 'utf8',
  target: 'es2020',
  loader: {'.wasm': 'binary', '.html': 'text'},
  // A classic script has no import.meta; Emscripten only derives from it where its wasm would lie, which we hand over.
  define: {__VERSION__: JSON.stringify(version), 'import.meta.url': '"file:///izhikevich.mjs"'},
  logLevel: 'warning',
  plugins: [hashed],
};

/** Chart.js computes colours for hovering and for animations, of which our charts have neither: the package stays out. */
const plainColours = {
  name: 'plain colours',
  setup({onLoad}) {
    onLoad({filter: /@kurkle[\\/]color[\\/]/}, () => ({contents: 'export class Color {}'}));
  },
};

// The two builds of the core, which have all but the batch in common, and what it says in other languages.
const modules = ['izhikevich', 'izhikevich-simd'].map((name) => join(web, '../build/wasm', name));
const said = join(web, 'words/core.es.json');

/** One set of Emscripten's glue has to do for both: it is the same but for the name of the file that it would fetch. */
function checkGlue() {
  const [plain, simd] = modules.map((name) => readFileSync(`${name}.mjs`, 'utf8'));
  if (simd.replaceAll('izhikevich-simd', 'izhikevich') !== plain)
    throw new Error('the two builds of the core differ in more than the batch: their glue is not the same');
}

/**
 * In the page both builds lie packed together: as they are, they would take most of the room there is. A window that
 * spans both (which deflate has not) leaves of the second one hardly more than where it differs. The translation of the
 * core's texts lies behind them.
 */
export const packed = {
  name: 'packed',
  setup({onLoad, onResolve}) {
    onResolve({filter: /^packed:wasm$/}, () => ({path: 'wasm', namespace: 'packed'}));
    onLoad({filter: /^/, namespace: 'packed'}, () => {
      checkGlue();
      const wasm = modules.map((name) => readFileSync(`${name}.wasm`));
      const all = Buffer.concat([...wasm, Buffer.from(translation(said))]);
      const small = execFileSync('xz', ['--format=lzma', '--lzma1=preset=9e,pb=0,dict=1MiB', '-c'], {input: all});
      return {
        contents: `import {unpack} from './unpack.js';
          const text = atob('${small.toString('base64')}');
          const small = new Uint8Array(text.length);
          for (let i = 0; i < text.length; i += 1) small[i] = text.charCodeAt(i);
          export default unpack(small, ${all.length});`,
        resolveDir: web,
        watchFiles: [said, ...modules.flatMap((name) => [`${name}.wasm`, `${name}.mjs`])],
      };
    });
    onLoad({filter: /izhikevich(-simd)?\.wasm$/, namespace: 'file'}, ({path}) => {
      const [end, last] = modules.map((name) => readFileSync(`${name}.wasm`).length);
      const part = path === `${modules[0]}.wasm` ? `0, ${end}` : `${end}, ${end + last}`;
      return {
        contents: `import all from 'packed:wasm'; export default all.then((all) => all.subarray(${part}));`,
        watchFiles: [path],
      };
    });
    onLoad({filter: /core\.es\.json$/, namespace: 'file'}, ({path}) => {
      const text = `new TextDecoder().decode(all.subarray(-${Buffer.byteLength(translation(path))}))`;
      return {
        contents: `import all from 'packed:wasm'; export default all.then((all) => ${text});`,
        watchFiles: [path],
      };
    });
  },
};

/** What makes the page of an entry: its script and its style sheet. */
export const options = {
  ...common,
  entryPoints: [join(web, 'page/main.js'), join(web, 'style.css')],
  outdir: dist,
  format: 'iife',
  plugins: [packed, plainColours],
  // One target for both would let esbuild keep CSS nesting, which only browsers of the last years know.
  target: ['es2022', 'chrome100', 'firefox100', 'safari15.4'],
  minify: true,
  legalComments: 'none', // the licences stand in the page, whole
  metafile: true,
  write: false,
};

/** The licence texts of all that the bundle is made of: ours, the packages', and what Emscripten links. */
function licenceTexts(metafile) {
  const inputs = Object.keys(metafile.inputs);
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
  if (inputs.some((path) => path.endsWith('.wasm'))) {
    for (const file of readdirSync(licences).sort()) texts.push(readFileSync(join(licences, file), 'utf8'));
  }
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
export function assemble(html, {script, style, texts}) {
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
  tree.appendChild(body, element('template', {id: 'licences'}, texts));
  // The last of all, so that whatever it asks for is there, and so that nothing follows that it would not see.
  tree.appendChild(body, element('script', {id: 'lab'}, scriptSafe(script)));
  const file = written(document);
  if (written(parse(file.replace(/\n$/, ''))) !== file)
    throw new Error('index.html changes when it is read and written');
  return file;
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
async function write({outputFiles, metafile}, final = false) {
  const text = (ending) => outputFiles.find(({path}) => path.endsWith(ending))?.text.trim() ?? '';
  const html = assemble(readFileSync(join(web, 'index.html'), 'utf8'), {
    script: final ? await smaller(text('.js')) : text('.js'),
    style: text('.css'),
    texts: licenceTexts(metafile),
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
  const context = await esbuild.context({...options, plugins: [packed, plainColours, follow]});
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
    if (!error.errors) console.error(`${relative('.', join(web, 'build.mjs'))}: ${error.message}`);
    process.exit(1);
  }
}
