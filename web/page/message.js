// page/message.js: the line of messages at the top, also where there is no lab.
import {otherVersion} from '../send/site-address.js';

/** @typedef {import('../plot/place.js').Place} Place */

/** Shows a line at the top that can be dismissed; a screen reader announces it politely. @param {Place} place @param {(string | Node)[]} content */
export function tell(place, ...content) {
  const line = place.byId('message');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet small';
  close.textContent = place.words.dismiss;
  close.addEventListener('click', () => {
    line.hidden = true;
    place.one('#presets summary')?.focus({preventScroll: true});
  });
  line.replaceChildren(...content, ' ', close);
  line.hidden = false;
}

/** Says something beside what the line at the top already says. @param {Place} place @param {(string | Node)[]} content */
export function tellAlso(place, ...content) {
  const line = place.byId('message');
  if (line.hidden) tell(place, ...content);
  else line.prepend(...content, ' ');
}

/**
 * Says that another version made a link, beside what else there may be to say of it.
 * @param {Place} place @param {string} search the link's query @param {string} hash its fragment
 */
export function tellVersion(place, search, hash) {
  const other = otherVersion(search, hash);
  if (!other) return;
  const {said, open} = place.words.version;
  const link = document.createElement('a');
  link.href = other.href;
  link.textContent = open(other.version);
  tellAlso(place, said(other.version, __VERSION__), ' ', ...(other.href ? [link] : []));
}

/**
 * Says why the lab cannot start, beside the page's still picture, instead of showing controls that do nothing.
 * @param {Place} place @param {unknown} why one of the reasons that have a sentence, or an error
 */
export function cannotStart(place, why) {
  const {damaged, forbidden, failed, still} = place.words.cannotStart;
  const line = place.byId('message');
  line.textContent = why === 'damaged' ? damaged : why === 'forbidden' ? forbidden : failed(why);
  line.hidden = false;
  line.setAttribute('role', 'alert');
  const parts = [place.one('h1'), line];
  const picture = /** @type {HTMLElement | undefined} */ (document.getElementById('lab-still')?.cloneNode(true));
  if (picture) {
    picture.hidden = false;
    picture.removeAttribute('id');
    /** @type {HTMLElement} */ (picture.querySelector('figcaption')).textContent = still;
    parts.push(picture);
  }
  place.body.replaceChildren(...parts);
  place.element.setAttribute('data-drawn', 'all');
}
