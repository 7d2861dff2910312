// page/skeleton.js: the parts of a lab in document order, with their texts in the chosen language.
import {analyses} from 'listed:analyses';
import {LANGUAGES} from '../words/languages.js';
import skeleton from './skeleton.html';

/** The order of the known tabs; the tabs of other analyses follow. */
const ORDER = ['why', 'rate', 'thresholds', 'map', 'bifurcation'];

/** The analysis tabs in order, each with its view. */
function analysisTabs() {
  const found = new Map(analyses.flatMap(({tab, view}) => (tab ? [[tab, view]] : [])));
  const names = new Set([...ORDER.filter((name) => found.has(name)), ...found.keys()]);
  return [...names].map((name) => ({name, view: /** @type {string} */ (found.get(name))}));
}

/** Adds a tab and a panel for each. @param {import('../plot/place.js').Place} place */
function addTabs(place) {
  const panel = place.one('.panel.analysis');
  for (const {name, view} of analysisTabs()) {
    const tab = document.createElement('button');
    Object.assign(tab, {type: 'button', id: `tab-${name}`, tabIndex: -1, textContent: name});
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', `panel-${name}`);
    tab.setAttribute('aria-selected', 'false');
    place.byId('analysis-tabs').append(tab);
    const its = document.createElement('div');
    Object.assign(its, {id: `panel-${name}`, hidden: true});
    its.setAttribute('role', 'tabpanel');
    its.setAttribute('aria-labelledby', tab.id);
    its.append(document.createElement(view));
    panel.append(its);
  }
}

/** Fills a lab's body with its parts. @param {import('../plot/place.js').Place} place */
export function build(place) {
  place.body.innerHTML = skeleton;
  place.element.lang = place.words.language.code;
  addTabs(place);
  fillIn(place);
  name(place);
}

/** Fills in the texts, by the ids of the parts. @param {import('../plot/place.js').Place} place */
function fillIn(place) {
  const {words} = place;
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
  for (const [id, text] of Object.entries(texts)) place.byId(id).innerHTML = text;
}

/** The titles of the time plots, once the core has given the units. @param {import('../plot/place.js').Place} place */
export function titlePlots(place) {
  const {plots, axes} = place.words;
  for (const [name, colour] of /** @type {const} */ ([
    ['v', 'v'],
    ['u', 'u'],
    ['current', 'i'],
  ]))
    place.byId(`title-${name}`).innerHTML = `${plots[name]} <span class="axis var-${colour}">${axes(name)}</span>`;
}

/** Sets the accessible names and tooltips. @param {import('../plot/place.js').Place} place */
function name(place) {
  const {words} = place;
  const hints = {
    reset: words.resetHint,
    'reset-author': words.resetToAuthorHint,
    swap: words.orientationHint,
    backward: words.plane.backwardHint,
    zoomed: words.plane.zoomedHint,
    enlarge: words.enlargeHint,
    previous: words.gallery.previous,
    next: words.gallery.next,
  };
  for (const [id, text] of Object.entries(hints)) place.byId(id).title = text;
  const labels = {
    '#previous': words.gallery.previous,
    '#next': words.gallery.next,
    '#enlarge': words.enlargeHint,
    '.chooser': words.gallery.label,
    '#analysis-tabs': words.analyses,
    '.stretches': words.stretch,
    '.controls': words.controls,
    '.summary': words.summary,
    'quick-bar': words.quickControls,
  };
  for (const [selector, text] of Object.entries(labels)) place.one(selector).setAttribute('aria-label', text);
  offerLanguages(place.byId('language'), words);
  // The page contains the full licences in a template, which is not shown.
  const licences = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template#licences'));
  place.byId('licences-text').textContent = licences?.content.textContent ?? '';
}

/** The other languages by their own names: a single one as a button, several as a list. @param {HTMLElement} button @param {Words} words */
function offerLanguages(button, words) {
  const all = [...LANGUAGES.values()].map(({language}) => language);
  const [other, ...more] = all.filter((one) => one !== words.language);
  if (!more.length)
    return Object.assign(button, {lang: other.code, value: other.code, textContent: other.name, title: other.show});
  const list = document.createElement('select');
  list.id = button.id;
  list.title = words.language.choose;
  list.setAttribute('aria-label', list.title);
  list.append(...all.map(({code, name}) => Object.assign(new Option(name, code), {lang: code})));
  list.value = words.language.code;
  button.replaceWith(list);
}
