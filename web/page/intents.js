// page/intents.js: everything that views ask of the lab, and what answers it, in one place.
import {sayChosen} from '../views/interval-reader.js';

/**
 * @param {import('../plot/place.js').Place} place @param {Engine} engine @param {import('../session/session.js').Session} session
 * @param {object} parts of the screen
 * @param {import('./mount.js').Lab} parts.lab
 * @param {(partial: Partial_, alone?: boolean) => WordedProblem[]} parts.edit
 * @param {ReturnType<typeof import('./spoken.js').spoken>} parts.speech
 * @param {ReturnType<typeof import('./analyses.js').shownAnalyses>} parts.analyses
 * @param {ReturnType<typeof import('./cursor.js').followCursor>} parts.cursor
 * @param {ReturnType<typeof import('./preset-chooser.js').presetChooser>} parts.presets
 * @param {ReturnType<typeof import('./stored-state.js').storedState>} parts.stored
 * @param {ReturnType<typeof import('./opener.js').opener>} parts.opener
 * @param {import('./share.js').Sharing} parts.sharing
 * @param {import('./shelf.js').Shelving} parts.shelf
 * @param {ReturnType<typeof import('./slides.js').slideShow>} parts.slides
 * @param {ReturnType<typeof import('../views/hear-menu.js').hearMenu>} parts.hear
 * @param {ReturnType<typeof import('./sheet.js').phoneSheet>} parts.sheet
 * @param {ReturnType<typeof import('./drawing.js').drawing>} parts.draw
 * @param {ReturnType<typeof import('./long-run.js').longRuns>} parts.long
 * @param {ReturnType<typeof import('./switches.js').switches>} parts.switched
 * @param {(theme: string) => void} parts.chooseTheme
 */
export function answerIntents(place, engine, session, parts) {
  const {
    lab,
    edit,
    speech,
    analyses,
    cursor,
    presets,
    stored,
    opener,
    sharing,
    shelf,
    slides,
    hear,
    sheet,
    draw,
    long,
    switched,
    chooseTheme,
  } = parts;
  const [form, quick, instant] = ['parameter-form', 'quick-bar', 'instant-view'].map((tag) => place.one(tag));

  /** Shows a problem from a plot beside the field; the form and the quick bar show their own. @param {WordedProblem[]} problems @param {Element} from */
  function showProblems(problems, from) {
    if (from !== form && from !== quick) form.showProblems(problems);
    return problems;
  }

  /** The part of an experiment that the protocol changes, for the selected run only. @param {ProtocolRun} asked */
  function underProtocol({protocol, amplitude, length, duration}) {
    const {experiment} = session;
    return length === undefined
      ? engine.protocol_run(experiment, protocol, amplitude, Math.max(experiment.duration, duration ?? 0))
      : engine.strength_run(experiment, protocol, amplitude, length);
  }

  /** @type {Record<Payload<'restore'>, () => void>} */
  const restored = {
    undo: () => speech.sayFirst(stored.go(-1)),
    redo: () => speech.sayFirst(stored.go(1)),
    preset() {
      session.reset();
      analyses.chooseAgain();
    },
    author: () => opener.toAuthor(),
    rest: () => void session.edit({initial: {kind: 'rest'}}),
    starts: () => session.startAsPreset(),
    anew: () => stored.anew(),
  };

  place.door.answer({
    // What a page asks that has the lab in it is not the reader's, who need not hear what was wrong with it.
    edit: (partial, from) => (from === place.element ? session.edit(partial) : showProblems(edit(partial), from)),
    'run-protocol': (asked, from) => showProblems(edit(underProtocol(asked), true), from),
    restore: (what) => restored[what](),
    'open-preset': (id, from) => presets.open(id, from),
    'select-run': (index) => session.select(index),
    ghost(asked) {
      const said = stored.ghost(asked);
      if (said) speech.sayFirst(said);
    },

    ask: (asked) => analyses.ask(asked),
    stop: (kind) => analyses.stop(kind),
    resume: (kind) => analyses.resume(kind),
    'choose-tab'(name) {
      analyses.choose(name);
      const opened = analyses.tab(); // the plane where analyses are withheld
      speech.sayTab(place.words.shownTab(opened), () => (analyses.tab() === opened ? analyses.spoken() : undefined));
    },
    'show-place'(where) {
      analyses.choose('plane');
      place.one('phase-view').point(where);
    },
    highlight(mark) {
      analyses.mark(mark);
      cursor.mark(mark);
      const [rest] = draw.results().plane.fixed_points;
      if (rest && (mark?.mark === 'rest' || mark?.mark === 'fixed points'))
        place.one('phase-view').closer({kind: 'rest', v: rest.v, u: rest.u, to: null});
    },

    cursor: (at) => cursor.point(at),
    'choose-spike'(spikes, from) {
      cursor.choose(spikes);
      // In its fields the choice is announced beside them.
      if (!from.closest('trace-view') || !place.door.reveals('interval')) return;
      const {runs, selected} = draw.results();
      const {spikes: times} = runs[selected].recording;
      speech.sayNow(sayChosen(place.words, session.cursor.choice(times.length), times));
    },
    look: (window) => void session.look(window),
    fit: () => session.fit(),
    play: () => instant.play(),
    playing(on) {
      for (const one of [quick, place.one('numbers-view')]) one.playing = on;
    },
    hear: (sound) => hear.hear(sound),
    'read-curve': ({curve, rate, index}) => engine.fi_point(curve, {rate}, index),
    table: (table) => place.one('data-dialog').openTable(table, sharing.tables.heading),
    tables: () => place.one('data-dialog').open(draw.results(), sharing.tables.heading),
    sample(points) {
      const results = draw.results();
      return {...session.recordings.sampled(results, points), plane: session.cursor.finePlane(results, points >> 2)};
    },
    'long-run': (on) => long.run(on),

    'choose-field': (path) => form.choose(path),
    // What can be read in two ways waits for an answer; '' means there is no such question any more.
    'two-readings': (question) => speech.sayProblem(question),
    // While the start is dragged, the plane keeps its axes. At the end of a drag, all axes adapt to the result.
    dragging(dragging, from) {
      if (!dragging) draw.soon();
      cursor.still(dragging && from.matches('.start-handle'));
    },
    sheet: (open) => sheet.show(open),
    switch(asked) {
      // A line that still stands may name the preset by its title.
      if (asked.name === 'withhold') place.byId('message').hidden = true;
      switched.set(asked);
    },
    theme: (name) => chooseTheme(name),
    language: (code) => lab.speak(code),
    help: () => place.one('help-dialog').open(),
    share: () => place.one('share-dialog').open(sharing),
    label: (labels) => session.label(labels),
    open: () => place.one('open-dialog').open(),
    'open-text': (text) => opener.open(text),
    'take-cell': (cell) => opener.take(cell),
    shelf: () => place.one('shelf-dialog').open(shelf),
    keep: (display) => (shelf.keep(display) ? place.words.shelf.kept : place.words.shelf.full),
    'open-kept': (setUp) => void opener.openSetUp(setUp),
    slides: (all) => (all.length ? slides.begin(all) : void slides.leave()),
  });
}
