// page/offline.js: makes the lab installable, and keeps it for when there is no network, where it stands on a site of its own.
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
  // A page that was loaded past the service worker is the newest one already.
  const mayBeOld = Boolean(workers.controller);
  const registration = await workers.register('service-worker.js').catch(() => undefined);
  if (!registration || !mayBeOld) return;
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
    if (offered || (await kept()).length < 2) return;
    offered = true;
    offer(lab, kept);
  };
  registration.addEventListener('updatefound', () => {
    const {installing} = registration;
    installing?.addEventListener('statechange', () => installing.state === 'activated' && look());
  });
  look();
}

/** Offers the newest version that is kept. @param {import('./mount.js').Lab} lab @param {() => Promise<string[]>} kept */
function offer(lab, kept) {
  lab.tell(({version: {newer, take}}) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet small';
    button.textContent = take;
    button.addEventListener('click', async () => {
      for (const key of (await kept()).slice(0, -1)) await caches.delete(key);
      location.reload();
    });
    return [newer, ' ', button];
  });
}
