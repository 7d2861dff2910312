// send/picture.js: the plots as pictures for a page of a journal, as SVG or as PNG with 300 dots an inch. Their own views draw them
// anew beside the lab, so that they are the same whatever the screen.
import {emit} from '../plot/door.js';
import {legendOf, paintLegend} from '../plot/legend.js';
import {LAB, Place} from '../plot/place.js';
import {CITATION, SOFTWARE} from './cited.js';
import {fileName} from './file-name.js';
import {pngWith} from './png.js';
import {escaped} from './svg-markup.js';
import {SvgPath, short} from './svg-path.js';
import {SvgContext} from './svg.js';

/** The px of a picture in an inch, and the dots of a PNG in a px. */
const INCH = 150;
const DOTS = 2;
const MM = INCH / 25.4;
/** Type of 8 pt and a line of half a point, in px. */
const TYPE = (INCH * 8) / 72;
const THINNEST = (INCH * 0.5) / 72;

/** What differs from the screen. */
const LOOK = `--text-xs:${TYPE}px;--thick:0.85;`;
const LIGHT = '--page:#fff;--panel:#fff;--ink:#000;--ink-soft:#222a33;--line:#6d7780;';
/** What anybody who opens the file has, no wider than the letters that it is laid out with. */
const SANS = "Arial, Helvetica, 'Liberation Sans', sans-serif";
const SERIF = "'Times New Roman', Times, 'Liberation Serif', serif";

/** The widths in mm; a picture has a height for each. */
const WIDTHS = [85, 180];
/** The legend of a plot with the runs as curves; responses below rest have their names in the plot of v. @param {Results} results */
const ofV = ({scales}) => (scales.v.kind === 'below' ? 'pinned' : 'lines');
/** A plot over time. @param {'v' | 'u' | 'current'} name @param {number[]} heights @param {(results: Results) => Parameters<typeof legendOf>[2]} legend @returns {Plot} */
const trace = (name, heights, legend = () => 'lines') => ({
  title: ({plots}) => plots[name],
  views: [[`trace-view[name=${name}]`, 1]],
  heights,
  legend,
});
/**
 * The pictures by id: the views that draw their plots, from top to bottom, with their shares of the height; the heights in mm; and of
 * an analysis where in its view the plot is, and what of the answers it needs.
 * @typedef {{title: (words: Words) => string, views: [string, number][], heights: number[], legend: (results: Results, view: any) => Parameters<typeof legendOf>[2], at?: string, needs?: (answers: any) => any}} Plot
 * @type {Record<string, Plot>}
 */
const PLOTS = {
  v: trace('v', [45, 60], ofV),
  u: trace('u', [40, 55]),
  I: trace('current', [40, 55]),
  traces: {
    title: ({plots: {v, u, current}}) => [v, u, current].join(', '),
    views: [
      ['trace-view[name=v]', 0.46],
      ['trace-view[name=u]', 0.24],
      ['trace-view[name=current]', 0.3],
    ],
    heights: [95, 125],
    legend: ofV,
  },
  plane: {title: ({plots}) => plots.phase, views: [['phase-view', 1]], heights: [75, 115], legend: () => 'lines'},
  fI: {
    title: ({plots}) => plots.rate,
    views: [['rate-view', 1]],
    heights: [60, 95],
    legend: (_, {marksRuns}) => (marksRuns ? 'points' : 'pinned'),
    at: '.fi',
    needs: ({fi}) => !fi.stale && fi.part?.curve.current.length,
  },
  onset: {
    title: ({fi}) => fi.nearTitle,
    views: [['rate-view', 1]],
    heights: [60, 95],
    legend: () => '',
    at: '.near',
    needs: ({onset}) => !onset.stale && onset.part?.onset?.rate.some((/** @type {number} */ rate) => rate > 0),
  },
  strength: {
    title: ({thresholds}) => thresholds.tableTitle,
    views: [['threshold-view', 1]],
    heights: [60, 95],
    legend: () => 'pinned',
    at: '.strength',
    needs: ({strength}) => !strength.stale && strength.part?.duration.length,
  },
  map: {
    title: ({plots}) => plots.map,
    views: [['map-view', 1]],
    heights: [75, 115],
    legend: () => 'pinned',
    at: '.curve',
    needs: ({map}) => !map.stale && map.part?.pieces.length,
  },
  bifurcation: {
    title: ({plots}) => plots.bifurcation,
    views: [['bifurcation-view', 1]],
    heights: [100, 125],
    legend: () => 'pinned',
    at: '.curve',
    needs: ({bifurcation}) => !bifurcation.stale && bifurcation.part,
  },
};

/** Whether a picture can be drawn now: its views show the present runs, and its answers are there and may be seen. @param {Place} place @param {Plot} plot */
function isThere(place, {views, needs}) {
  const [now, own] = ['trace-view', views[0][0]].map((view) => place.one(view).shown);
  if (!now || own?.runs !== now.runs) return false;
  return !needs || (place.door.reveals('analyses') && Boolean(needs(own.answers)));
}

/** The name of a picture's file, without its ending. @param {Place} place @param {string} id */
const fileOf = (place, id) => fileName(place.one('trace-view').shown, id);

/** The plots that can be saved now. @param {Place} place */
export const pictures = (place) =>
  Object.entries(PLOTS)
    .filter(([, plot]) => isThere(place, plot))
    .map(([id, {title}]) => ({id, title: title(place.words), file: fileOf(place, id)}));

// --- drawing --------------------------------------------------------------------------------------------------------------

/** @typedef {{theme?: 'light' | 'dark', format: 'svg' | 'png', width: 85 | 180, link?: string}} Wish in mm; `link` leads to what is shown */

/** Puts a dataset's marks into a group of their own. @param {'open' | 'close'} act @returns {(chart: any) => void} */
const group = (act) => (chart) => chart.ctx[act]?.('curve');

/** A place in the lab, out of sight, in which plots are drawn for a picture. @param {Place} place @param {Wish} wish @param {string} id of the picture @param {boolean} alone */
function paperIn(place, {theme = 'light', format}, id, alone) {
  const paper = document.createElement('div');
  paper.className = `${LAB} picture`;
  paper.dataset.theme = theme;
  paper.style.cssText = `position:absolute;visibility:hidden;${LOOK}${theme === 'light' ? LIGHT : ''}`;
  place.body.append(paper);
  let count = 0;
  /** @param {HTMLCanvasElement} canvas */
  function prepare(canvas) {
    const ruler = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const face = (/** @type {string} */ family) => (family.includes('Serif') ? SERIF : '');
    const own = new SvgContext(canvas, ruler, {id: `${id}-${(count += 1)}`, face, least: THINNEST});
    Object.assign(canvas, {getContext: () => own});
  }
  // What the views ask for is heard by the lab around it.
  const door = /** @type {any} */ ({open() {}, reveals: (/** @type {Withheld} */ name) => place.door.reveals(name)});
  const svg = format === 'svg';
  return new Place(paper, paper, door, place.words, {
    prepare: svg ? prepare : () => {},
    dots: svg ? 1 : DOTS,
    thinnest: THINNEST,
    plugin: {id: 'curves', beforeDatasetDraw: group('open'), afterDatasetDraw: group('close')},
    alone,
  });
}

/** Draws what a view draws. @param {Place} paper @param {any} view @param {string} at where in it @param {boolean} near @param {string} size @param {object} changed of its results */
function drawAgain(paper, view, at, near, size, changed) {
  const twin = view.cloneNode();
  twin.toggleAttribute('data-near', near);
  paper.body.append(twin);
  const frame = twin.querySelector(`${at} .plot-frame`);
  frame.parentElement.hidden = false;
  frame.style.cssText = `position:fixed;${size}`;
  // Only an instant that was chosen is marked.
  twin.drawAs(view, {highlight: null, ...(view.shown.fixed ? {} : {around: []}), ...changed});
  return frame.querySelector('canvas');
}

/** Draws the parts of a picture one below the other, the legend first. @param {Place} place @param {Place} paper @param {string} id @param {number} mm its width */
function draw(place, paper, id, mm) {
  const {views, heights, at = '', legend} = PLOTS[id];
  const [width, room] = [mm, heights[WIDTHS.indexOf(mm)]].map((length) => Math.round(length * MM));
  const first = place.one(views[0][0]);
  const entries = legendOf(first.shown, paper.body, legend(first.shown, first));
  /** @type {{canvas: HTMLCanvasElement, top: number}[]} */
  const parts = [];
  let height = 0;
  if (entries.length) {
    const canvas = document.createElement('canvas');
    paper.body.append(canvas);
    height = Math.ceil(paintLegend(canvas, entries, width));
    parts.push({canvas, top: 0});
  }
  const fine = emit(first, 'sample', 2 * width) ?? {};
  for (const [name, share] of views) {
    const own = Math.round(share * room);
    const size = `width:${width}px;height:${own}px`;
    parts.push({canvas: drawAgain(paper, place.one(name), at, id === 'onset', size, fine), top: height});
    height += own;
  }
  const told = parts.map(({canvas}) => canvas.getAttribute('aria-label')).filter(Boolean);
  return {width, height, parts, told: told.join(' '), ground: paper.token('page')};
}

// --- files ----------------------------------------------------------------------------------------------------------------

/** What is said about a picture in its file, by its name there. @param {Place} place @param {string} id @param {string} link */
function about(place, id, link) {
  const {labels} = place.one('trace-view').shown;
  const preset = place.byId('preset-title').textContent?.trim();
  return {
    Title: [labels.title || preset, PLOTS[id].title(place.words)].filter(Boolean).join(': '),
    Software: SOFTWARE,
    Source: link,
    Comment: CITATION,
  };
}

/** @param {ReturnType<typeof draw>} drawn @param {ReturnType<typeof about>} facts */
function svgOf({width, height, ground, told, parts}, {Title, Software, Source, Comment}) {
  const tag = (/** @type {string} */ name, /** @type {string} */ text) => `<${name}>${escaped(text)}</${name}>`;
  const facts = tag('dc:title', Title) + tag('dc:creator', Software) + tag('dc:source', Source);
  const wide = Math.round(width / MM);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${wide}mm" height="${short((wide * height) / width)}mm"`,
    ` viewBox="0 0 ${width} ${height}" fill="none" stroke-miterlimit="10" xml:space="preserve" font-family="${SANS}">\n`,
    tag('title', Title),
    tag('desc', told),
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ` xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description rdf:about="">${facts}${tag('dcterms:bibliographicCitation', Comment)}`,
    `</rdf:Description></rdf:RDF></metadata>\n<rect class="ground" fill="${ground}" width="100%" height="100%"/>`,
    ...parts.map(({canvas, top}) => `\n<g transform="translate(0 ${top})">${canvas.getContext('2d')}</g>`),
    '\n</svg>\n',
  ].join('');
}

/** @param {ReturnType<typeof draw>} drawn */
function canvasOf({width, height, ground, parts}) {
  const canvas = Object.assign(document.createElement('canvas'), {width: DOTS * width, height: DOTS * height});
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {alpha: false}));
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (const part of parts) ctx.drawImage(part.canvas, 0, DOTS * part.top);
  return canvas;
}

/** Draws a picture, as SVG text or on a canvas; nothing of it is left in the page. @param {Place} place @param {string} id @param {Wish} wish */
function make(place, id, wish) {
  const {format, width: mm, link = ''} = wish;
  const file = fileOf(place, id);
  const facts = about(place, id, link);
  const paper = paperIn(place, wish, file, PLOTS[id].views.length === 1);
  const {Path2D} = window;
  try {
    // Chart.js draws curves through paths, which otherwise could not be read.
    if (format === 'svg') Object.assign(window, {Path2D: SvgPath});
    const drawn = draw(place, paper, id, mm);
    return {name: `${file}.${format}`, facts, drawn, made: format === 'svg' ? svgOf(drawn, facts) : canvasOf(drawn)};
  } finally {
    Object.assign(window, {Path2D});
    paper.end();
    paper.element.remove();
  }
}

/** A plot that `pictures` lists, as SVG text, at once. @param {Place} place @param {string} id @param {Omit<Wish, 'format'>} wish */
export const svgPicture = (place, id, wish) => String(make(place, id, {...wish, format: 'svg'}).made);

/**
 * A plot that `pictures` lists, as a file.
 * @param {Place} place @param {string} id @param {Wish} wish
 * @returns {Promise<{name: string, type: string, blob: Blob, text?: string, width: number, height: number}>}
 */
export async function pictureOf(place, id, wish) {
  const {name, facts, drawn, made} = make(place, id, wish);
  if (typeof made === 'string') {
    const type = 'image/svg+xml';
    return {name, type, text: made, blob: new Blob([made], {type}), width: drawn.width, height: drawn.height};
  }
  const bare = await new Promise((resolve) => made.toBlob(resolve));
  const blob = await pngWith(bare, Math.round(1000 * DOTS * MM), {...facts, Description: drawn.told});
  return {name, type: blob.type, blob, width: made.width, height: made.height};
}
