// page/service-worker.js: keeps the lab for when there is no network. The build gives it the files to keep, the page first, each
// with its hash.
//
// The rule of versions. Whoever has opened the lab keeps that version until they ask for another: a new one is only kept beside it, and
// the page offers it (offline.js). They ask by the button of that offer, or by reloading past the service worker (Shift and Reload),
// which shows what the server has: once that is kept whole, it is the one in use, so that no later load goes back to the older one.
// A frame shows what its course page means by it, and can offer nothing: it gets what the server has, and what is kept only if the
// server cannot be reached or takes too long. Nothing but these pages is answered here: the element's scripts come from the server.
// Which version is in use is told by the caches alone: the first of ours is in use, any later one is on offer.

import {KEY} from '../session/storage.js';

const worker = /** @type {any} */ (self);
/** @type {string} */
const scope = worker.registration.scope;
const ours = `${KEY} ${scope} `;
const own = ours + __BUILD__;

/** How long a frame waits for the server before it shows what is kept, in ms. */
const PATIENCE = 3000;

/** All caches of the lab in this folder, oldest first. */
const all = async () => (await caches.keys()).filter((key) => key.startsWith(ours));

/** The version in use; undefined if there is none. A cache without the page, which is kept last, was never completed. */
async function inUse() {
  for (const key of await all()) if (await (await caches.open(key)).match(scope)) return key;
}

/** A file of this version, as a page may be opened from it. Throws if the server has another one. @param {string} path @param {string} hash */
async function fetched(path, hash) {
  const response = await fetch(new URL(path, scope), {cache: 'no-cache'});
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (btoa(String.fromCharCode(...digest)) !== hash) throw new Error(`${path} is not of this version`);
  const headers = new Headers(response.headers); // the policy among them
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  // Made anew, since a browser opens no page from a response that was redirected.
  return new Response(bytes, {headers});
}

async function keep() {
  const files = await Promise.all(
    Object.entries(__FILES__).map(
      async ([path, hash]) => /** @type {const} */ ([new URL(path, scope).href, await fetched(path, hash)]),
    ),
  );
  const cache = await caches.open(own);
  for (const [address, response] of files.reverse()) await cache.put(address, response);
  // If the one in use is this one, the site went back to it.
  const first = await inUse();
  for (const key of await all()) if (key !== first && key !== own) await caches.delete(key);
  await worker.skipWaiting();
}

/** A page of the version in use. @param {string} address */
async function ofVersionInUse(address) {
  const key = await inUse();
  return key && (await caches.open(key)).match(address);
}

/** What the server has; undefined if it cannot be reached, has only an error to say, or takes too long. @param {Request} request */
async function ofServer(request) {
  // A request left waiting would keep the next one for the same page waiting.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  const response = await fetch(request, {cache: 'no-cache', signal: patience.signal}).catch(() => undefined);
  clearTimeout(timer); // what has begun to arrive may take its time
  // The browser itself follows where it is sent elsewhere.
  return response && (response.ok || response.type === 'opaqueredirect') ? response : undefined;
}

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  const kept = await ofVersionInUse(address);
  if (!kept) return fetch(request);
  return request.destination === 'document' ? kept : ((await ofServer(request)) ?? kept);
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keep()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const {request} = event;
  const address = request.url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/');
  const isKept = Object.keys(__FILES__).some((path) => new URL(path, scope).href === address);
  if (request.mode === 'navigate' && isKept) event.respondWith(answer(address, request));
});
