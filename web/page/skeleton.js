// page/skeleton.js: the parts of a lab in document order, with their texts in the chosen language.
import {analyses} from 'listed:analyses';
import {carried} from '../engine/carried.js';
import {unitOf} from '../engine/quantities.js';
import {LANGUAGES} from '../words/languages.js';
import {formula} from '../words/format.js';
import {icon} from '../views/icons.js';
import {lecturersPage} from './on-site.js';
import skeleton from './skeleton.html';

/** The tabs of the switch beside the trace; all others are further ones, inside its last tab. */
const FIRST = ['plane', 'rate', 'thresholds', 'more'];
/** The order of the further tabs that are known; the tabs of other analyses come before the last three. */
const FURTHER = ['why', 'map', 'bifurcation'];
const LAST = ['compare', 'findings', 'details'];

/** The views of the analyses that have a tab, by its name. */
const viewOf = () => new Map(analyses.flatMap(({tab, view}) => (tab ? [[tab, view]] : [])));

/** Adds the tabs, and a panel for each that the skeleton lacks. @param {import('../plot/place.js').Place} place */
function addTabs(place) {
  const views = viewOf();
  const others = [...views.keys()].filter((name) => !FIRST.includes(name) && !FURTHER.includes(name));
  const further = [...FURTHER.filter((name) => views.has(name)), ...others, ...LAST];
  const panels = {'analysis-tabs': place.one('.panel.analysis'), 'more-tabs': place.byId('panel-more')};
  for (const [list, names] of /** @type {const} */ ([
    ['analysis-tabs', FIRST],
    ['more-tabs', further],
  ])) {
    for (const name of names) {
      const tab = document.createElement('button');
      Object.assign(tab, {type: 'button', id: `tab-${name}`, tabIndex: name === names[0] ? 0 : -1, textContent: name});
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', `panel-${name}`);
      tab.setAttribute('aria-selected', 'false');
      place.byId(list).append(tab);
      const view = views.get(name);
      if (view) panels[list].append(panelOf(tab, name, document.createElement(view)));
      if (name === 'more') continue;
      const heading = document.createElement('h3');
      Object.assign(heading, {id: `head-${name}`, className: 'unseen'});
      place.byId(`panel-${name}`).prepend(heading);
    }
  }
}

/** @param {HTMLElement} tab @param {string} name @param {HTMLElement} view */
function panelOf(tab, name, view) {
  const panel = document.createElement('div');
  Object.assign(panel, {id: `panel-${name}`, hidden: true});
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  panel.append(view);
  return panel;
}

/** Fills a lab's body with its parts. @param {import('../plot/place.js').Place} place */
export function build(place) {
  place.body.innerHTML = skeleton;
  place.element.lang = place.words.language.code;
  addTabs(place);
  fillIn(place);
  name(place);
}

/** The heading of a time plot: its name for screen readers, its symbol and unit to be seen. @param {Words} words @param {'v' | 'u' | 'current'} name */
const heading = (words, name) =>
  `<span class="unseen">${words.plots[name]}</span> <span class="axis var-${name[0] === 'c' ? 'i' : name}"><var>${words.axisNames[name]}</var> ${unitOf(name)}</span>`;

/** Fills in the texts, by the ids of the parts. @param {import('../plot/place.js').Place} place */
function fillIn(place) {
  const {words} = place;
  /** @type {Record<string, string>} */
  const texts = {
    undo: icon('undo'),
    redo: icon('redo'),
    previous: icon('previous'),
    next: icon('next'),
    reset: words.reset,
    projector: `${words.theme.projector} <small>${words.theme.key}</small>`,
    withhold: words.withhold,
    help: words.help.title,
    'reset-author': words.resetToAuthor,
    share: `${icon('share')}<span>${words.share.button}</span>`,
    open: words.opening.button,
    shelf: words.shelf.title,
    'slide-back': icon('previous'),
    'slide-on': icon('next'),
    'slides-leave': icon('close'),
    'title-side': words.analyses,
    skip: words.skip.current,
    'skip-law': words.skip.law,
    'skip-on': words.skip.law,
    'skip-side': words.skip.analyses,
    'title-drive': words.quickControls,
    'title-verdict': words.heads.verdict,
    'title-law': words.controls,
    'language-name': words.language.choose,
    'theme-name': words.theme.label,
    'sound-name': words.soundName,
    ...Object.fromEntries(
      Object.entries(words.tabs).flatMap(([name, text]) => [
        [`tab-${name}`, text],
        ...(name === 'more' ? [] : [[`head-${name}`, text]]),
      ]),
    ),
    swap: words.orientation,
    backward: words.plane.backward,
    zoomed: words.plane.zoomed,
    straight: words.plane.straight,
    enlarge: icon('enlarge'),
    picture: icon('enlarge'),
    'leave-projector': icon('close'),
    unfold: icon('unfold'),
    reveal: `<span>${words.reveal}</span>`,
    'from-rest': words.fromRest,
    'back-to-figure': words.story.back,
    'keep-both': words.story.keep,
    'story-next': icon('next'),
    'as-preset': words.asPreset,
    tables: words.tables,
    'findings-intro': words.findings.intro,
    'about-heading': words.about.heading,
    'open-about': words.about.heading,
    'about-text': words.about.text,
    'about-model': words.about.model,
    'about-version': words.about.version(__VERSION__),
    'licences-title': words.about.licences,
  };
  for (const [id, text] of Object.entries(texts)) place.byId(id).innerHTML = text;
  place.byId('plane-read').replaceChildren(formula(words.plane.nullcline));
  place.one('#menu > summary').innerHTML = icon('menu');
  place.one('#plane-options > summary').innerHTML = icon('options');
  place.one('.about-figure > summary').textContent = words.aboutFigure;
  place.one('#about .close').textContent = words.close;
  offerLecturers(place.byId('about-lecturers'), words, place.element === document.documentElement);
}

/** Leads to the page for lecturers, if it is known where that is. @param {HTMLElement} line @param {Words} words @param {boolean} ownsPage */
function offerLecturers(line, words, ownsPage) {
  const href = lecturersPage(ownsPage);
  line.hidden = !href;
  if (!href) return;
  const link = Object.assign(document.createElement('a'), {href, textContent: words.about.lecturers});
  link.target = '_blank';
  link.rel = 'noopener';
  line.append(link);
}

/** The titles of the time plots, once the core has given the units. @param {import('../plot/place.js').Place} place @param {readonly ('v' | 'u' | 'current')[]} [names] */
export function titlePlots(place, names = ['v', 'u', 'current']) {
  for (const name of names) place.byId(`title-${name}`).innerHTML = heading(place.words, name);
}

/** Sets the accessible names and tooltips. @param {import('../plot/place.js').Place} place */
function name(place) {
  const {words} = place;
  const hints = {
    reset: words.resetHint,
    projector: words.theme.projectorHint,
    withhold: words.withholdHint,
    'reset-author': words.resetToAuthorHint,
    swap: words.orientationHint,
    backward: words.plane.backwardHint,
    zoomed: words.plane.zoomedHint,
    straight: words.plane.straightHint,
    enlarge: words.enlargeHint,
    picture: words.pictureHint,
    previous: words.gallery.previous,
    next: words.gallery.next,
    'leave-projector': words.theme.leave,
    'slides-leave': words.shelf.leave,
  };
  for (const [id, text] of Object.entries(hints)) place.byId(id).title = text;
  const labels = {
    '#story-next': words.gallery.next,
    '#unfold': words.unfoldHint,
    '.chooser': words.gallery.label,
    '#share': words.share.button,
    '#slides': words.shelf.show,
    '#slide-back': words.shelf.back,
    '#slide-on': words.shelf.on,
    '#undo': words.steps.undo.name,
    '#redo': words.steps.redo.name,
    '#menu > summary': words.menu,
    '#more-tabs': words.more,
    '#plane-options > summary': words.planeOptions,
    '#analysis-tabs': words.analyses,
    '.stretches': words.stretch,
    '.controls': words.controls,
    '.tools': words.heads.tools,
  };
  for (const [selector, text] of Object.entries(labels)) place.one(selector).setAttribute('aria-label', text);
  offerLanguages(place.byId('language'), words);
  place.byId('licences-text').textContent = carried('licences');
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
  list.append(...all.map(({code, name}) => Object.assign(new Option(name, code), {lang: code})));
  list.value = words.language.code;
  button.replaceWith(list);
}
