// page/figure-skeleton.js: the parts of a figure: only those that it shows.
import {titlePlots} from './skeleton.js';
import skeleton from './figure.html';

/** What a figure shows unless it is told. @type {typeof import('../send/display.js').PLOTS[number][]} */
const SHOWN = ['v', 'current'];

/** The plots over time. */
const OVER_TIME = /** @type {const} */ (['v', 'u', 'current']);

/** The plots that a figure shows. Where answers are withheld, a curve that is one is not among them. @param {import('./mount.js').LabOptions} options */
export function plotsOf({show, answers}) {
  const may = (show ?? []).filter((name) => answers !== false || name !== 'fi');
  return may.length ? may : SHOWN;
}

/** The modules of the views of a figure: those that are seen first, and all others. @param {import('./mount.js').LabOptions} options */
export function figureViews(options) {
  const plots = plotsOf(options);
  const first = [() => import('../views/verdict-view.js'), () => import('../views/trace-view.js')];
  const others = [
    () => import('../views/quick-bar.js'),
    () => import('../views/figure-controls.js'),
    () => import('../views/figure-runs.js'),
  ];
  if (plots.includes('plane')) others.push(() => import('../views/phase-view.js'));
  if (plots.includes('fi')) others.push(() => import('../views/rate-view.js'));
  return {first, others};
}

/** Fills a figure's body with its parts. @param {import('../plot/place.js').Place} place @param {import('./mount.js').LabOptions} options */
export function buildFigure(place, options) {
  const {words} = place;
  place.body.innerHTML = skeleton;
  place.element.lang = words.language.code;
  place.element.dataset.view = 'figure';
  const plots = plotsOf(options);
  for (const name of /** @type {const} */ (['v', 'u', 'current', 'plane', 'fi']))
    if (!plots.includes(name)) place.one(`.plot.${name}`).remove();
  place.one('main').toggleAttribute('data-unfolded', true);
  const over = place.all('trace-view');
  over.at(-1)?.toggleAttribute('timed', true);
  for (const name of ['time', 'sides']) {
    const part = place.one(`.${name}`);
    place.one('main').toggleAttribute(`data-${name}`, Boolean(part.childElementCount)); // its style depends on both
    if (!part.childElementCount) part.remove();
  }
  const texts = {
    'title-verdict': words.heads.verdict,
    'title-drive': words.quickControls,
    'title-plane': words.tabs.plane,
    'title-fi': words.tabs.rate,
    'open-lab': words.figure.open,
  };
  for (const [id, text] of Object.entries(texts)) {
    const part = place.byId(id);
    if (part) part.textContent = text;
  }
  place.byId('reveal').innerHTML = `<span>${words.reveal}</span>`;
  place.byId('open-lab').title = words.figure.openHint;
}

/** The titles of the time plots, once the core has given the units. @param {import('../plot/place.js').Place} place */
export const titleFigure = (place) =>
  titlePlots(
    place,
    OVER_TIME.filter((name) => place.byId(`title-${name}`)),
  );
