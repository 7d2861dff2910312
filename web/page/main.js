// page/main.js: the page that is nothing but a lab.
import {keepPristine} from '../send/download.js';
import {store, stored} from '../session/storage.js';
import {keep, wanted} from '../words/languages.js';
import {mount} from './mount.js';

function open() {
  keepPristine();
  const answers = new URLSearchParams(location.search).get('answers') !== 'off';
  const theme = stored('theme') ?? 'system';
  const lab = mount(document.body, {ownsPage: true, language: wanted(), theme, answers});
  lab.addEventListener('theme', (event) => store('theme', /** @type {CustomEvent} */ (event).detail));
  lab.addEventListener('language', (event) => keep(/** @type {CustomEvent} */ (event).detail));
}

// If something is missing, needs.js has already said so.
if (!document.documentElement.hasAttribute('data-unfit')) open();
