// support.mjs: the built page in real browsers, in every way in which people will meet it.
import {createServer} from 'node:http';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {pathToFileURL} from 'node:url';
import {require, root} from '../support.mjs';

const puppeteer = require('puppeteer-core');

/** The file that `make site` wrote. */
export const site = join(root, 'web/dist/index.html');

export const browsers = ['chromium', 'firefox'];
/** Over http; by double-click; in a frame that may run scripts and nothing else, over http and from disk. */
export const modes = ['http', 'file', 'sandbox', 'file-sandbox'];

const programs = {
  chromium: process.env.CHROMIUM || '/usr/bin/chromium',
  // The same browser without its own window, in which a page opens in less than half the time.
  shell: process.env.CHROMIUM_SHELL || '/usr/bin/chromium-headless-shell',
  firefox: process.env.FIREFOX || '/usr/bin/firefox-esr',
};

// --- no way out: whatever would leave this machine goes to a proxy that notes it and refuses --------------------------

const strays = new Set(); // what each open page notes with

function stray({method, url}) {
  // The browsers' own requests, made in spite of every flag against them.
  if (method === 'CONNECT' && /\.(google|googleapis|gvt1|mozilla)\.(com|net|org):443$/.test(url)) return;
  // Once Chromium has been up for a minute or more: for updates, and for the time.
  if (/^http:\/\/(update\.googleapis\.com|clients2\.google\.com\/time)\//.test(url)) return;
  strays.forEach((note) => note(`${method} ${url}`));
}

const proxy = createServer((request, response) => {
  stray(request);
  response.writeHead(502).end();
});
proxy.on('connect', (request, socket) => {
  stray(request);
  socket.on('error', () => {}); // a browser that hangs up first is none of our business
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});

async function listen(server) {
  if (!server.listening) await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address().port;
}

// --- browsers: one of each kind for a test file, started when first asked for -----------------------------------------

const launched = new Map();

async function launch(browser, {dark, reducedMotion, windowed}) {
  const program = browser === 'chromium' && !windowed && existsSync(programs.shell) ? 'shell' : browser;
  const common = {executablePath: programs[program], headless: program === 'shell' ? 'shell' : true};
  const port = await listen(proxy);
  if (browser === 'chromium') {
    const args = [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--lang=en-US',
      '--font-render-hinting=none', // as on a screen; the shell's own widths of letters are whole pixels
    ];
    args.push(`--proxy-server=127.0.0.1:${port}`);
    // Chromium refuses its own sandbox to root, which is who continuous integration often is.
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    return puppeteer.launch({...common, args});
  }
  const extraPrefsFirefox = {
    // puppeteer turns this off, so that pages would work from disk here that do not for users.
    'security.fileuri.strict_origin_policy': true,
    // Firefox's protocol has no command for these yet, so they are preferences, and each choice another browser.
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'intl.accept_languages': 'en-US, en',
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
  return puppeteer.launch({...common, browser, extraPrefsFirefox});
}

function browserFor(browser, looks) {
  const key = JSON.stringify([browser, browser === 'chromium' ? looks.windowed : looks]);
  if (!launched.has(key)) launched.set(key, launch(browser, looks));
  return launched.get(key);
}

/** Ends all browsers; a test file need not call it. */
export async function closeBrowsers() {
  const all = await Promise.allSettled(launched.values());
  launched.clear();
  await Promise.all(all.map(({value}) => value?.close()));
  proxy.close();
}
// Only in a test file: elsewhere `after` would start a test run, and report that it is empty.
if (process.argv[1]?.endsWith('.test.mjs')) after(closeBrowsers);

// --- places to open the page from ---------------------------------------------------------------------------------------

/** A page that shows another in a frame which may run scripts and nothing else. */
const host = (src) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { display: block; border: 0; width: 100vw; height: 100vh }</style></head>
<body><iframe sandbox="allow-scripts" title="Izhikevich Lab" src="${src.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></iframe></body></html>
`;

/** Serves the page at / and a host page at /host; calls `note` for each request. */
async function serve(file, hash, note) {
  const server = createServer(({method, url, headers}, response) => {
    note(`${method} http://${headers.host}${url}`);
    const body = {'/': () => readFileSync(file), '/host': () => host(`/${hash}`)}[url.replace(/\?.*/, '')];
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': 'text/html'}).end(body());
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  server.unref(); // a test that fails before it closes the page must not keep its file from ending
  return {origin, close: () => server.close()};
}

/** Where to go for a mode; which documents that loads; how to clear up. */
async function place(mode, file, hash, note) {
  const sandboxed = mode.endsWith('sandbox');
  if (mode === 'http' || mode === 'sandbox') {
    const {origin, close} = await serve(file, hash, note);
    const paths = sandboxed ? ['/host', '/'] : ['/'];
    const url = sandboxed ? `${origin}/host` : `${origin}/${hash}`;
    return {url, documents: paths.map((path) => origin + path), close};
  }
  const own = pathToFileURL(file).href;
  if (mode === 'file') return {url: own + hash, documents: [own], close: () => {}};
  if (mode !== 'file-sandbox') throw new Error(`there is no mode '${mode}'`);
  const folder = mkdtempSync(join(tmpdir(), 'izhikevich-'));
  writeFileSync(join(folder, 'host.html'), host(own + hash));
  const url = pathToFileURL(join(folder, 'host.html')).href;
  return {url, documents: [url, own], close: () => rmSync(folder, {recursive: true})};
}

// --- the page -------------------------------------------------------------------------------------------------------------

/**
 * Opens the page, and answers when it has loaded:
 *   page      puppeteer's page: viewport, keyboard, screenshots
 *   frame     where the lab is: the page's main frame, or the one in the host page. Look for everything here.
 *   requests  every request beyond the documents themselves, as `METHOD url`; grows as it happens
 *   errors    every console error, uncaught error and unhandled rejection, of page, frames and workers; grows too
 *   close     to be called at the end
 * `search` and `hash` are what its address ends in.
 * `before(page)` is called before it goes anywhere; `file` is another file than the site's, `url` an address that the test serves.
 * Without `workers` the browser is one without service workers, as over http: on another machine, so that the page is not kept.
 * @param {{browser?: string, mode?: string, search?: string, hash?: string, width?: number, height?: number, dark?: boolean,
 *   reducedMotion?: boolean, file?: string, url?: string, workers?: boolean, before?: (page: any) => Promise<void>}} [options]
 */
export async function open(options = {}) {
  const {browser = 'chromium', mode = 'http', width = 1280, height = 720, file = site, before} = options;
  const {url, workers = false} = options;
  const looks = {
    dark: Boolean(options.dark),
    reducedMotion: Boolean(options.reducedMotion),
    windowed: Boolean(options.windowed),
  };
  const hash = (options.search ?? '') + (options.hash ? `#${options.hash.replace(/^#/, '')}` : '');
  const context = await (await browserFor(browser, looks)).createBrowserContext();
  const page = await context.newPage();

  const requests = [];
  const expected = {seen: [], served: []};
  // A request can be told of by the browser and by the server that gets it (Firefox does not tell of its workers').
  // Each document may be asked for once by each; after that it is a request like any other.
  const note = (request, left) => {
    const index = left ? left.indexOf(request.replace(/[?#].*/, '')) : -1;
    if (index >= 0) left.splice(index, 1);
    else if (!requests.includes(request)) requests.push(request);
  };
  const served = (/** @type {string} */ request) => note(request, expected.served);
  const at = url ? {url, documents: [url.replace(/[?#].*/, '')], close() {}} : await place(mode, file, hash, served);
  for (const list of Object.values(expected)) list.push(...at.documents.map((url) => `GET ${url}`));
  page.on('request', (request) => {
    if (/^(data|blob|about):/.test(request.url())) return;
    note(`${request.method()} ${request.url()}`, request.isNavigationRequest() ? expected.seen : undefined);
  });
  strays.add(note);
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message ?? error}`));

  await page.setViewport({width, height});
  if (browser === 'chromium') {
    await page.emulateMediaFeatures([
      {name: 'prefers-color-scheme', value: looks.dark ? 'dark' : 'light'},
      {name: 'prefers-reduced-motion', value: looks.reducedMotion ? 'reduce' : 'no-preference'},
    ]);
  }
  if (!workers) await page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
  await before?.(page);
  await page.goto(at.url, {waitUntil: 'load'});
  const frame = mode.endsWith('sandbox') ? page.mainFrame().childFrames()[0] : page.mainFrame();
  const close = async () => {
    strays.delete(note);
    await context.close();
    await at.close();
  };
  return {page, frame, requests, errors, close};
}
