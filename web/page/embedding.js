// page/embedding.js: what the Share dialog hands out for course pages: the code, and the lab as it will be seen there.
import {displayOf} from '../send/display.js';
import {FILE, embedCode, needsFile} from '../send/embed-code.js';
import {namesOf} from '../send/run-parts.js';
import {queryOf, siteAddress} from '../send/site-address.js';
import {wordsIn} from '../words/languages.js';

/** @typedef {import('../send/display.js').Shown} Shown */
/** @typedef {import('../send/embed-code.js').Host} Host */
/** How a course page has the lab: what of it, and what else a link may say. @typedef {{shown: Shown, display: import('../send/site-address.js').Display, width: number, height: number}} Choice */

/** The parts of an experiment that have no field of their own here. */
const PARTS = ['initial', 'solver', 'preset'];

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {{fragment: () => string, title: (words: Words, answers: boolean) => string, lab: import('./mount.js').Lab}} given
 *   the link to what is shown without '#', its title, in some language, with or without one that tells a result, and the lab
 */
export function embedding(place, engine, session, {fragment, title, lab}) {
  /** What is chosen; whatever is locked here is locked there, too. @param {Choice} choice @returns {Shown} */
  const locked = ({shown, display}) => ({
    ...shown,
    lock: [...new Set([...(display.lock?.split(',') ?? []), ...(shown.lock ?? [])])],
  });

  return {
    /** The names of what may be left free, and of what may be locked, as in send/display.js. */
    names() {
      const {cell, stimulus, ofStimulus} = namesOf(engine.schema());
      const kinds = new Set(session.runs.flatMap((run) => run.stimulus.map(({kind}) => kind)));
      const fields = [...kinds].flatMap((kind) => stimulus.get(kind) ?? []);
      const short = new Map([...ofStimulus].map(([name, field]) => [field, name]));
      const numbers = [...new Set(fields)].map((field) =>
        field === 'amplitude' ? field : (short.get(field) ?? field),
      );
      const free = [...numbers, ...cell, 'T'];
      return {controls: free, lock: [...free, ...PARTS], cell, stimulus: numbers};
    },
    /** The code for a kind of page, and whether that needs the file of the lab beside it. @param {Host} host @param {Choice} choice */
    code(host, choice) {
      const {display, width, height} = choice;
      const shown = locked(choice);
      const query = (/** @type {Shown} */ shown) => `?${queryOf({...display, ...displayOf(shown)}, {v: __VERSION__})}`;
      const {lock, answers} = shown;
      const words = wordsIn(display.lang || place.element.lang);
      const what = {
        site: siteAddress(),
        query: query(shown),
        link: query({lock, answers}),
        fragment: `#${fragment()}`,
        title: words.embed.frameTitle(title(words, answers !== false)),
        open: words.figure.open,
        width,
        height,
      };
      return {code: embedCode(host, what), file: needsFile(host, what) ? FILE : ''};
    },
    /** The options of the lab as it will be seen. @param {Choice} choice */
    previewed(choice) {
      const address = siteAddress();
      const {element} = place;
      const {lang, theme} = choice.display;
      return {
        ...locked(choice),
        link: fragment(),
        language: lang || element.lang,
        theme: theme || element.dataset.theme,
        address,
      };
    },
    /** Shows it. @param {ShadowRoot} root an empty one @param {import('./mount.js').LabOptions} options from `previewed` */
    preview: (root, options) => lab.another(root, options),
  };
}

/** @typedef {ReturnType<typeof embedding>} Embedding */
