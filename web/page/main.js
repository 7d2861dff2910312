// page/main.js: the page that is nothing but a lab.
import {givenSetUp, keepPristine} from '../send/copy.js';
import {displayIn} from '../send/display.js';
import {parsed} from '../send/set-up.js';
import {store, stored} from '../session/storage.js';
import {keep, wanted} from '../words/languages.js';
import {mount} from './mount.js';
import {keepOffline} from './offline.js';

function open() {
  keepPristine();
  // What the address says of how it is shown goes before what a copy of the page says.
  const query = new URLSearchParams(location.search);
  const display = parsed(givenSetUp())?.display ?? {};
  const shown = (/** @type {'lang' | 'theme'} */ name) => query.get(name) ?? display[name];
  const {options, unread} = displayIn((name) => query.get(name) ?? display[/** @type {keyof typeof display} */ (name)]);
  const theme = shown('theme') ?? stored('theme') ?? 'system';
  const lab = mount(document.body, {...options, unread, ownsPage: true, language: wanted(shown('lang')), theme});
  lab.addEventListener('theme', (event) => store('theme', /** @type {CustomEvent} */ (event).detail));
  lab.addEventListener('language', (event) => keep(/** @type {CustomEvent} */ (event).detail, Boolean(display.lang)));
  lab.ready.then(keepOffline, () => {}); // a lab that cannot start has said why
  return lab;
}

/** The page's lab; undefined if something that it needs is missing, as needs.js has already said. */
export const lab = document.documentElement.hasAttribute('data-unfit') ? undefined : open();
