// page/main.js: a page that is a lab and nothing else; in a worker, what the lab has worked out there.
import {keepPristine} from '../download.js';
import {remember, remembered} from '../store.js';
import {keep, wanted} from '../words/language.js';
import {inWorker, serveWorker} from '../worker.js';
import {mount} from './mount.js';

function open() {
  keepPristine();
  const lab = mount(document.body, {ownsPage: true, language: wanted(), theme: remembered('theme') ?? 'system'});
  lab.addEventListener('theme', (event) => remember('theme', /** @type {CustomEvent} */ (event).detail));
  lab.addEventListener('language', (event) => keep(/** @type {CustomEvent} */ (event).detail));
}

if (inWorker) serveWorker();
else open();
