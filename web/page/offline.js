// page/offline.js: makes the lab installable, and keeps it for when there is no network, where it stands on a site of its own.
import {pageText} from '../send/copy.js';
import {KEY, allowed} from '../session/storage.js';
import {onSite} from './on-site.js';

/** When the browser has nothing better to do. */
const whenIdle = () =>
  new Promise((done) =>
    'requestIdleCallback' in window ? requestIdleCallback(done, {timeout: 3000}) : setTimeout(done, 1000),
  );

/**
 * Called once the lab is ready. Both files are asked for by script: in the document they would be asked for from disk and in frames,
 * too, where there are none.
 * @param {import('./mount.js').Lab} lab
 */
export async function keepOffline(lab) {
  // A page in a sandbox may not even ask whether there are any.
  const workers = allowed(() => navigator.serviceWorker);
  if (!onSite() || !workers) return;
  await whenIdle();
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = 'manifest.webmanifest';
  document.head.append(link);
  const registration = await workers.register('service-worker.js').catch(() => undefined);
  if (!registration) return;
  /** The versions that are kept whole, oldest first. */
  async function kept() {
    const all = [];
    for (const key of await caches.keys())
      if (key.startsWith(`${KEY} ${registration?.scope} `) && (await (await caches.open(key)).match('./')))
        all.push(key);
    return all;
  }
  let offered = false;
  const look = async () => {
    const all = await kept();
    if (offered || all.length < 2) return;
    const newest = await (await caches.open(all[all.length - 1])).match('./');
    // Loaded past the service worker, the page is the newer one already: it is in use from now on.
    if ((await newest?.text()) === pageText()) return useNewest(kept);
    if (offered) return;
    offered = true;
    offer(lab, kept);
  };
  const follow = (/** @type {ServiceWorker | null} */ worker) =>
    worker?.addEventListener('statechange', () => worker.state === 'activated' && look());
  registration.addEventListener('updatefound', () => follow(registration.installing));
  // The browser looks for a newer one as soon as it has loaded the page: it may be on its way already.
  follow(registration.installing ?? registration.waiting);
  // It does not look where a page was loaded past the service worker.
  if (!workers.controller && registration.active) registration.update().catch(() => {});
  look();
}

/** Forgets all versions but the newest. @param {() => Promise<string[]>} kept */
async function useNewest(kept) {
  for (const key of (await kept()).slice(0, -1)) await caches.delete(key);
}

/** Offers the newest version that is kept. @param {import('./mount.js').Lab} lab @param {() => Promise<string[]>} kept */
function offer(lab, kept) {
  lab.tell(({version: {newer, take}}) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet small';
    button.textContent = take;
    button.addEventListener('click', async () => {
      await useNewest(kept);
      location.reload();
    });
    return [newer, ' ', button];
  });
}
