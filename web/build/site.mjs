// build/site.mjs: what stands beside the page on its site: a folder of its version, the schema of the files that it saves, the
// policy that it works under, what makes it installable, and, once it is known where it stands, what offers it to be embedded.
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {policyOf} from './policy.mjs';

/** The names of the files. */
const SCHEMA = 'izhikevich-lab.schema.json';
export const SERVICE_WORKER = 'service-worker.js';
const MANIFEST = 'manifest.webmanifest';
const POLICY = 'policy.txt';
const OEMBED = 'oembed.json';
export const LECTURERS = 'lecturers.html';
const EMBED = 'embed.txt';

/** A service worker that takes the place of ours, and then leaves. */
export const FORGETS = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()));
`;

const NAME = 'Izhikevich Lab';

/**
 * The address at which the lab is to stand on the web, as the build was told: '' if it was not. Throws an Error if it is no address.
 * @param {string | undefined} given such as https://example.org/lab/
 */
export function publicAddress(given = '') {
  if (!given) return '';
  const {protocol, search, hash, href} = new URL(given);
  if (!/^https?:$/.test(protocol) || search || hash)
    throw new Error(`ADDRESS=${given}: an address like https://example.org/lab/, without ? or #`);
  return /\/$|\.html?$/.test(href) ? href : `${href}/`;
}

/** A file of the folder icons as an address. @param {string} web @param {string} name */
function iconAt(web, name) {
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  return `data:${type};base64,${readFileSync(join(web, 'icons', name)).toString('base64')}`;
}

/** The page's icon as an address. @param {string} web the folder of the page's source */
export const pageIcon = (web) => iconAt(web, 'icon.svg');

/** What makes the page installable. Its icons stand within it, since the policy lets the page ask for no other pictures. @param {string} web */
export const manifest = (web) => ({
  name: NAME,
  short_name: NAME,
  description: /<meta\s+name="description"\s+content="([^"]*)"/.exec(
    readFileSync(join(web, 'index.html'), 'utf8'),
  )?.[1],
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#fcfdfe',
  theme_color: '#fcfdfe',
  icons: [
    {src: pageIcon(web), type: 'image/svg+xml', sizes: 'any'},
    {src: iconAt(web, 'icon-192.png'), type: 'image/png', sizes: '192x192'},
    {src: iconAt(web, 'icon-512.png'), type: 'image/png', sizes: '512x512', purpose: 'any maskable'},
  ],
});

/** The address that stands for the lab's where that is not known. */
const EXAMPLE = 'https://example.org/lab/';

/** The page for lecturers. @param {string} web @param {{version: string, citation: string, address: string}} facts */
export const lecturersPage = (web, {version, citation, address}) =>
  readFileSync(join(web, LECTURERS), 'utf8')
    .replaceAll('__VERSION__', version)
    .replaceAll('__CITATION__', citation)
    .replaceAll('__ADDRESS__', address || EXAMPLE)
    .replaceAll('__FOLDER__', new URL('.', address || EXAMPLE).href)
    .replace('href="data:,"', `href="${pageIcon(web)}"`);

/** Where programs find how to embed the page. @param {string} address from `publicAddress` */
export const oembedAddress = (address) => (address ? new URL(OEMBED, address).href : '');

/** How to embed the page, in the form of oembed.com. @param {string} address @param {string} html of one frame @param {{width: number, height: number}} size */
const oembed = (address, html, {width, height}) => ({
  version: '1.0',
  type: 'rich',
  title: NAME,
  provider_name: NAME,
  provider_url: address,
  width,
  height,
  html,
});

/** Whether a version is released: one with a hyphen, such as 0.2.0-dev, is not yet. @param {string} version */
const isReleased = (version) => !version.includes('-');

/**
 * Writes all files of the site, and all of them once more into a folder of its version, so that a link that names it gives the
 * same numbers later. The folder of a released version is never rewritten, and those of other versions are left alone.
 * @param {{dist: string, version: string, files: Record<string, string>}} what `files` by name, the page among them
 */
export function writeSite({dist, version, files}) {
  const folder = join(dist, version);
  const page = join(folder, 'index.html');
  const write = (/** @type {string} */ into) => {
    rmSync(join(into, OEMBED), {force: true}); // of a build that knew its address
    for (const [name, text] of Object.entries(files)) writeFileSync(join(into, name), text);
  };
  write(dist);
  if (isReleased(version) && existsSync(page)) {
    if (readFileSync(page, 'utf8') !== files['index.html'])
      console.warn(`${page} is left as it is, because ${version} is released; a changed lab needs another version`);
    return;
  }
  mkdirSync(folder, {recursive: true});
  write(folder);
}

const json = (/** @type {any} */ data) => `${JSON.stringify(data, null, 2)}\n`;

/**
 * The files beside the page, by name.
 * @param {{web: string, html: string, lecturers: string, schema: any, serviceWorker: string, address: string, frame: string, size: {width: number, height: number}}} what
 *   `lecturers` is the page for them, `frame` the code that embeds the page, `address` where it is to stand, '' if that is not known
 */
export const siteFiles = ({web, html, lecturers, schema, serviceWorker, address, frame, size}) => ({
  [SCHEMA]: json(schema),
  [SERVICE_WORKER]: serviceWorker,
  [MANIFEST]: json(manifest(web)),
  [POLICY]: `${policyOf(html, lecturers)}\n`,
  [LECTURERS]: lecturers,
  [EMBED]: readFileSync(join(web, 'EMBED.md'), 'utf8'),
  ...(address ? {[OEMBED]: json(oembed(address, frame, size))} : {}),
});
