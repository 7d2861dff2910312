// page/share.js: what the Share dialog hands out of what is on show.
import {pointsOverTime} from '../plot/points.js';
import {canCopyPage, copyOf, pageText} from '../send/copy.js';
import {displayOf} from '../send/display.js';
import {fileName} from '../send/file-name.js';
import {jsonSchema} from '../send/json-schema.js';
import {pictureOf, pictures, svgPicture} from '../send/picture.js';
import {qrOf} from '../send/qr.js';
import {setUpOf} from '../send/set-up.js';
import {linkTo, siteAddress} from '../send/site-address.js';
import {sketch} from '../send/sketch.js';
import {worded} from '../words/worded.js';
import {embedding} from './embedding.js';
import {titlesOf} from './preset-text.js';
import {printing} from './print.js';
import {tables} from './tables.js';

/** The size of the picture in a copy of the page, in units of its own. */
const PICTURE = {width: 480, height: 160};

/** The pictures of the analyses that have a tab, by its name. @type {Record<string, string>} */
const PICTURED = {rate: 'fI', thresholds: 'strength', map: 'map', bifurcation: 'bifurcation'};

/** @typedef {import('../send/site-address.js').Display} Display */
/** @typedef {{name: string, type: string, text: string | Blob}} SavedFile */

/** The question on the sheet of each session, also in another language; without one, it is to be written by hand. @type {WeakMap<object, string>} */
const questions = new WeakMap();

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {{fragment: () => string, screen: () => any, results: () => Results, lab: import('./mount.js').Lab}} shown
 *   the link to it without '#', the state of the screen, what the views draw, and the lab itself
 * @param {boolean} ownsPage whether the lab has the page to itself
 */
export function sharing(place, engine, session, {fragment, screen, results, lab}, ownsPage) {
  const {words} = place;
  const sketchOf = () => {
    const {runs, selected, window} = results();
    return sketch(pointsOverTime(runs[selected].recording, 'v'), {...PICTURE, ...window});
  };
  /** What it is called in a language; nothing that is hidden here, or from those who get it without the answers. @param {Words} its @param {boolean} [answers] */
  function titleIn(its, answers = true) {
    const {labels, edited, preset} = session;
    if (labels.title || labels.name) return labels.title || labels.name;
    const all = its === words ? [] : worded(engine, () => its).presets();
    const same = all.find(({id}) => id === preset.id) ?? preset;
    const {short, whole} = titlesOf(its, same, answers && place.door.reveals('captions'));
    return edited ? its.story.edited(short, '') : whole;
  }
  const title = () => titleIn(words);
  const link = (/** @type {Display} */ display) => linkTo(fragment(), display);
  /** How it is shown here, as far as those who get it should see it in the same way. @returns {Display} */
  const seen = () => displayOf({lock: lab.inside.options.lock, answers: place.door.reveals('verdict')});
  const setUp = (/** @type {Display} */ display) => setUpOf(session.state, screen(), display);
  const json = (/** @type {any} */ data) => `${JSON.stringify(data, null, 2)}\n`;

  const own = tables(place, engine, session, {
    results,
    link: () => link(seen()),
    title: () => session.labels.title || session.labels.name,
  });

  /** The figures of the sheet: the plots over time, the plane and the open analysis. @returns {import('../views/print-sheet.js').Figure[]} */
  const figures = () =>
    pictures(place)
      .filter(({id}) => ['traces', 'plane', PICTURED[screen().tab]].includes(id))
      .map(({id, title}) => ({title, svg: svgPicture(place, id, {width: 85, link: link(seen())})}));
  const sheet = () => {
    if (!results()) return undefined;
    const {heads, rows} = own.measures();
    const written = (/** @type {number | string | null} */ x, /** @type {number} */ i) =>
      typeof x === 'number' ? words.numbers.measured(x, /\[(.*)\]/.exec(heads[i])?.[1]) : (x ?? words.none);
    return {
      title: title(),
      note: session.labels.note,
      question: questions.get(session) ?? '',
      href: link(seen()),
      known: Boolean(siteAddress()),
      figures: figures(),
      runs: own.runs(),
      measures: place.door.reveals('measures') ? {heads, rows: rows.map((row) => row.map(written))} : null,
    };
  };

  const print = printing(place, sheet, ownsPage);
  const embedded = embedding(place, engine, session, {
    fragment,
    title: titleIn,
    lab,
  });

  return {
    /** The sheet to print. */
    print,
    /** The question on it. */
    get question() {
      return questions.get(session) ?? '';
    },
    set question(/** @type {string} */ text) {
      questions.set(session, text);
    },
    /** The sheet as a page of its own. @returns {SavedFile} */
    sheet: () => ({
      name: `${fileName(session, 'sheet')}.html`,
      type: 'text/html',
      text: print.page(),
    }),
    /** The names and the note that go with it. */
    get labels() {
      return session.labels;
    },
    title,
    /** For course pages. */
    embedding: embedded,
    /** What there is in numbers. */
    tables: own,
    pictures: {
      /** The plots that can be saved, that of the open analysis first. */
      list() {
        const open = PICTURED[screen().tab];
        return pictures(place).sort((one, other) => Number(other.id === open) - Number(one.id === open));
      },
      /** A plot as a file. @param {string} id @param {Parameters<typeof pictureOf>[2]} wish @returns {Promise<SavedFile>} */
      async make(id, wish) {
        const {name, type, blob} = await pictureOf(place, id, {...wish, link: link(seen())});
        return {name, type, text: blob};
      },
    },
    display: seen,
    /** Whether the answers are withheld for good, so that what is handed out withholds them, too. */
    get withheld() {
      return place.byId('withhold').hidden;
    },
    /** A link to what is shown: its query and fragment alone if `known` is false. @param {Display} display */
    link: (display) => ({href: link(display), known: Boolean(siteAddress())}),
    setUp,
    sketch: sketchOf,
    /** Whether there is a page to copy. */
    canCopyPage,
    /** The page as a file that opens as it is now, in the same language unless another is chosen. @param {Display} display @returns {SavedFile} */
    page(display) {
      const href = siteAddress() ? link(display) : '';
      const what = {
        title: titleIn(words, display.answers !== 'off'),
        note: session.labels.note,
        picture: sketchOf(),
        link: href,
        qr: href ? qrOf(href) : '',
        says: words.share.noScript,
      };
      return {
        name: `${fileName(session)}.html`,
        type: 'text/html',
        text: copyOf(pageText(), setUp({lang: words.language.code, ...display}), what),
      };
    },
    /** What is shown as JSON. @param {Display} display @returns {SavedFile} */
    file: (display) => ({
      name: `${fileName(session)}.json`,
      type: 'application/json',
      text: json(setUp(display)),
    }),
    /** The schema of that file. @returns {SavedFile} */
    schema: () => ({
      name: 'izhikevich-lab.schema.json',
      type: 'application/schema+json',
      text: json(jsonSchema(engine.schema(), session.presets)),
    }),
  };
}

/** @typedef {ReturnType<typeof sharing>} Sharing */
