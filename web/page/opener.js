// page/opener.js: opens what is dropped on the lab, pasted into it or given to its dialog: a set-up, a saved page, a link, a cell.
import {tell, tellAlso, tellVersion} from './message.js';
import {displayIn} from '../send/display.js';
import {read} from '../send/set-up.js';
import {framed} from '../send/stored-state.js';
import {ANSWERS} from '../plot/door.js';
import {hideForGood} from './withheld.js';

/** What may be pasted into without the lab taking it. */
const TAKES_TEXT = 'input, textarea, select, [contenteditable]';

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {{lab: import('./mount.js').Lab, link: ReturnType<typeof import('./address.js').linked>, stored: ReturnType<typeof import('./stored-state.js').storedState>, shelf: import('./shelf.js').Shelving, switched: ReturnType<typeof import('./switches.js').switches>}} parts
 */
export function opener(place, engine, session, {lab, link, stored, shelf, switched}) {
  const {words} = place;
  const {opening} = words;
  const failed = (/** @type {string} */ why) => ({opened: false, problems: [why]});

  /** How something says that it is shown. @param {(name: string) => unknown} said */
  const displaySaid = (said) =>
    displayIn((name) => {
      const text = said(name);
      return typeof text === 'string' ? text : null;
    }).options;

  /** Hides the answers: on a page of its own until the reader presses the switch, in another page for good, as its author's address does. */
  function hideAnswers() {
    const {options} = lab.inside;
    if (ANSWERS.every((name) => !place.door.reveals(name))) return;
    if (options.ownsPage && !framed()) return switched.set({name: 'withhold', on: true});
    options.answers = false;
    lab.withhold([...lab.withheld, ...ANSWERS]);
    hideForGood(place);
  }

  /**
   * Opens something that was kept or handed on, then hides the answers and locks what it says: the one way in for all of it.
   * @template Found
   * @param {() => Found} open @param {(name: string) => unknown} said
   */
  function openAsSaid(open, said) {
    const {opening} = session;
    const found = open();
    if (session.opening === opening) return found; // refused, or not to be read
    const {lock = [], answers} = displaySaid(said);
    if (answers === false) hideAnswers();
    const before = lab.inside.options.lock ?? [];
    if (lock.length || answers === false) session.hold(); // its author is whose set-up it is
    const unknown = lab.lock(lock);
    if (lock.some((name) => !unknown.includes(name) && !before.includes(name))) tellAlso(place, words.link.locked);
    return found;
  }

  /** Opens what is dropped or pasted, in the dialog, which stays if something is wrong with it. @param {DataTransfer} given */
  function offer(given) {
    const dialog = place.one('open-dialog');
    const text = given.getData('text/plain');
    if (given.files.length) dialog.openFile(given.files[0]);
    else if (text.trim()) dialog.open(text);
  }

  place.listen('dragover', (event) => {
    const {types} = /** @type {DragEvent} */ (event).dataTransfer ?? {types: []};
    if (types.some((type) => type === 'Files' || type === 'text/plain')) event.preventDefault();
  });
  place.listen('drop', (event) => {
    const {dataTransfer, target} = /** @type {DragEvent & {target: Element}} */ (event);
    if (!dataTransfer || (target.matches(TAKES_TEXT) && !dataTransfer.files.length)) return;
    event.preventDefault();
    offer(dataTransfer);
  });
  place.listen('paste', (event) => {
    const {clipboardData, target} = /** @type {ClipboardEvent & {target: Element}} */ (event);
    if (!clipboardData || target.matches(TAKES_TEXT) || place.one('dialog[open]')) return;
    event.preventDefault();
    offer(clipboardData);
  });

  /** The settings that a text did not give, as their headings have them. @param {string[]} given */
  function kept(given) {
    const {experiment} = session;
    const [{amplitude} = {}] = /** @type {any[]} */ (experiment.stimulus);
    return /** @type {const} */ (['stimulus', 'initial', 'duration', 'solver'])
      .filter((part) => !given.includes(part))
      .map((part) => {
        const said = words.settingOf[part](experiment);
        const strong = part === 'stimulus' && experiment.stimulus.length === 1 && amplitude !== undefined;
        const whole = strong ? `${said} (${words.compare.value('stimulus.0.amplitude', amplitude)})` : said;
        return whole.charAt(0).toLowerCase() + whole.slice(1);
      });
  }

  /** How a set-up says that it is shown. @param {any} setUp */
  const displayOfSetUp = (setUp) => (/** @type {string} */ name) => setUp?.display?.[name];
  /** What was said before is of something else, and may name it by a title that is hidden from now on. */
  const clearLine = () => (place.byId('message').hidden = true);
  /** Opens a set-up as it says that it is shown; see stored.openSetUp. @param {any} setUp */
  function openSetUp(setUp) {
    clearLine();
    return openAsSaid(() => stored.openSetUp(setUp), displayOfSetUp(setUp));
  }

  return {
    openSetUp,
    /** Returns to the author's set-up, as that says that it is shown; what it locks is locked already. */
    toAuthor() {
      clearLine();
      const before = session.opening;
      stored.toAuthor();
      if (session.opening === before) return;
      if (displaySaid(displayOfSetUp(session.author)).answers === false) hideAnswers();
    },
    /** Opens what a text holds. Why something is not opened is in the answer alone. @param {string} text @returns {Opened} */
    open(text) {
      const found = read(text);
      if (found.kind === 'large') return failed(opening.large);
      if (found.kind === 'page') return failed(opening.otherPage);
      if (found.kind === 'link') {
        const query = new URLSearchParams(found.search);
        let said = '';
        const became = openAsSaid(
          () => link.open(found.hash, (text) => (said = text)),
          (name) => query.get(name),
        );
        if (became !== 'opened') return failed(said || opening.unknown);
        if (said) tellAlso(place, said);
        tellVersion(place, found.search, found.hash);
        return {opened: true, problems: []};
      }
      if (found.kind === 'shelf') {
        const dialog = place.one('shelf-dialog');
        dialog.open(shelf);
        dialog.add(found.data);
        return {opened: true, problems: []};
      }
      if (found.kind === 'set-up') return openSetUp(found.data);
      if (!text.trim()) return failed(opening.empty);
      const cells = engine.read_cells(session.experiment, text, words.numbers.point);
      if (cells.cells.length) return {opened: false, problems: [], cells};
      const [{code, message}] = cells.problems;
      return failed(code === 'no_cell' ? opening.unknown : `${message} ${opening.same}`);
    },
    /** Takes a cell that was read from a text, and says what stays as it was. @param {WordedCell} cell */
    take({name, experiment, values}) {
      const {cell, initial, stimulus} = experiment;
      const {labels} = session;
      session.label({name}, true);
      const problems = session.edit({cell, initial, stimulus});
      if (problems.length) session.label(labels, true);
      if (!problems.length) tell(place, opening.kept(kept(values.map(({path}) => path.split('.')[0]))));
      return problems;
    },
  };
}
