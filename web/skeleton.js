// skeleton.js: the texts of index.html, in the language that is chosen.
import {byId, one} from './dom.js';
import {LANGUAGES, spoken} from './words/language.js';
import {words} from './words/words.js';

/** The texts of the skeleton, which come from the table of words. */
export function fillIn() {
  /** @type {Record<string, string>} */
  const texts = {
    undo: words.undo,
    redo: words.redo,
    reset: words.reset,
    help: words.help.title,
    'close-sheet': words.close,
    previous: '‹',
    next: '›',
    'reset-author': words.resetToAuthor,
    download: words.downloadPage,
    'title-v': `${words.plots.v} <span class="axis var-v">${words.axes('v')}</span>`,
    'title-u': `${words.plots.u} <span class="axis var-u">${words.axes('u')}</span>`,
    'title-current': `${words.plots.current} <span class="axis var-i">${words.axes('current')}</span>`,
    'title-phase': words.plots.phase,
    ...Object.fromEntries(Object.entries(words.tabs).map(([name, text]) => [`tab-${name}`, text])),
    swap: words.orientation,
    backward: words.plane.backward,
    zoomed: words.plane.zoomed,
    enlarge: words.enlarge,
    'from-rest': words.fromRest,
    'as-preset': words.asPreset,
    tables: words.tables,
    'findings-heading': words.findings.heading,
    'findings-intro': words.findings.intro,
    'about-heading': words.about.heading,
    'about-text': words.about.text,
    'about-model': words.about.model,
    'about-version': words.about.version(__VERSION__),
    'licences-title': words.about.licences,
  };
  for (const [id, text] of Object.entries(texts)) byId(id).innerHTML = text;
  document.documentElement.lang = spoken.language;
  offerLanguage();
  byId('reset').title = words.resetHint;
  byId('reset-author').title = words.resetToAuthorHint;
  for (const id of ['previous', 'next']) {
    byId(id).title = words.gallery[id];
    byId(id).setAttribute('aria-label', words.gallery[id]);
  }
  one('.chooser').setAttribute('aria-label', words.gallery.label);
  byId('swap').title = words.orientationHint;
  byId('backward').title = words.plane.backwardHint;
  byId('zoomed').title = words.plane.zoomedHint;
  byId('enlarge').title = words.enlargeHint;
  byId('enlarge').setAttribute('aria-label', words.enlargeHint);
  byId('analysis-tabs').setAttribute('aria-label', words.analyses);
  one('.stretches').setAttribute('aria-label', words.stretch);
  one('.controls').setAttribute('aria-label', words.controls);
  one('.summary').setAttribute('aria-label', words.summary);
  one('quick-bar').setAttribute('aria-label', words.quickControls);
  const licences = /** @type {HTMLTemplateElement} */ (byId('licences')).content.textContent;
  byId('licences-text').textContent = licences;
}

/** The button for the next language, by that one's own name. */
function offerLanguage() {
  const all = Object.keys(LANGUAGES);
  const next = all[(all.indexOf(spoken.language) + 1) % all.length];
  const button = byId('language');
  button.lang = next;
  button.textContent = LANGUAGES[next];
  button.title = words.language;
}
