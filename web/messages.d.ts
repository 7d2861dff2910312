// What the views ask of the lab: the name of each intent, its payload and its answer. A view sends it with `emit` (plot/door.js,
// which also says which intents reveal a result), and page/intents.js answers it.

/** New values for one of the core's questions; `current` are those shown. */
type Ask = {name: keyof Asked; current: any; partial: Partial_};
/** A protocol at an amplitude: with a step of some `length`, or in a run of at least some `duration`. */
type ProtocolRun = {
  protocol: Protocol;
  amplitude: number;
  length?: number;
  duration?: number | null;
};
/** A table to be shown and saved, with what belongs to it. */
type TableShown = {
  heading: string;
  notes: string[];
  quantities: any[];
  rows: any[][];
  file: string;
  more?: {title: string; quantities: any[]; rows: any[][]; file: string; run?: Result}[];
};

/** A switch of the phase plane, of what is large, or of whether answers are shown. */
type Switch = 'zoomed' | 'straight' | 'backward' | 'swap' | 'enlarge' | 'picture' | 'unfold' | 'reveal' | 'withhold';
/** A sound of the selected run, or a curve. */
type Sound = 'spikes' | 'trace' | {x: ArrayLike<number>; y: ArrayLike<number>};

/** What came of opening a text: whether anything was opened, sentences about what could not be, and cells to choose from. */
type Opened = {opened: boolean; problems: string[]; cells?: WordedCells};

interface Messages {
  /** Changes the experiment. Answers the problems; if there are any, nothing has changed. */
  edit: {payload: Partial_; answer: WordedProblem[]};
  /** Changes the range, protocol or rate of an analysis. Answers the problems. */
  ask: {payload: Ask; answer: WordedProblem[]};
  /** Runs the selected run under a protocol. Answers the problems. */
  'run-protocol': {payload: ProtocolRun; answer: WordedProblem[]};
  /** Stops the work on an analysis, by its id; what was found stays. */
  stop: {payload: string; answer: void};
  /** Resumes an analysis that was stopped. */
  resume: {payload: string; answer: void};
  /** Opens a tab of the analyses, by its name. */
  'choose-tab': {payload: string; answer: void};
  /** Marks something in the plots; null removes the mark. */
  highlight: {payload: Marked | null; answer: void};
  /** Shows the plane and, for a moment, the place in it that explains a verdict. */
  'show-place': {payload: VerdictPlace; answer: void};
  /** Moves the instant that all plots mark; null removes it. `how` it was moved: see Cursor.point. */
  cursor: {payload: {time: number | null; how?: 'hover' | 'press' | 'touch' | 'drag' | 'play'}; answer: void};
  /** Chooses two spikes, to read the interval between them: see Cursor.choose. */
  'choose-spike': {payload: {from?: number; to?: number | null}; answer: void};
  /** Shows another stretch of time; `to` null means the end. */
  look: {payload: {from: number; to: number | null}; answer: void};
  /** Fits the axes to what is shown. */
  fit: {payload: undefined; answer: void};
  /** Starts Play, or pauses it. */
  play: {payload: undefined; answer: void};
  /** Says whether Play is running. */
  playing: {payload: boolean; answer: void};
  /** Asks what an f-I curve says of one of its currents, by its index. */
  'read-curve': {payload: {curve: FiCurve; rate: RateKind; index: number}; answer: FiPoint};
  /** Shows a table of numbers. */
  table: {payload: TableShown; answer: void};
  /** Shows the tables of the runs. */
  tables: {payload: undefined; answer: void};
  /** Asks for the runs, the pinned runs and the plane on show with about so many points. */
  sample: {payload: number; answer: Pick<Results, 'runs' | 'ghosts' | 'plane'>};
  /** Plays something as sound; null stops it. */
  hear: {payload: Sound | null; answer: void};
  /** Opens a preset, by its id. */
  'open-preset': {payload: string; answer: void};
  /** Selects one of the runs shown, by its index. */
  'select-run': {payload: number; answer: void};
  /** Pins a run, or changes a pinned one. */
  ghost: {payload: {what: string; index?: number; name?: string}; answer: void};
  /** Moves the focus to a field, by its path. */
  'choose-field': {payload: string; answer: void};
  /** Says that a drag has begun (true) or ended (false). */
  dragging: {payload: boolean; answer: void};
  /** Asks which of two numbers is meant; '' if there is no such question any more. */
  'two-readings': {payload: string; answer: void};
  /** Goes back: an undo step, the preset, the state supplied with the page, the preset's starting states, a new start. */
  restore: {payload: 'undo' | 'redo' | 'preset' | 'author' | 'rest' | 'starts' | 'anew'; answer: void};
  /** Continues the selected run to its end (true), or stops that (false). */
  'long-run': {payload: boolean; answer: void};
  /** Opens the sheet with the editor of the active parameter on a phone (true), or closes it. */
  sheet: {payload: boolean; answer: void};
  /** Turns a switch on or off. */
  switch: {payload: {name: Switch; on: boolean}; answer: void};
  /** Changes the theme, by its name. */
  theme: {payload: string; answer: void};
  /** Changes the language, by its code. */
  language: {payload: string; answer: void};
  /** Opens the help. */
  help: {payload: undefined; answer: void};
  /** Opens the dialog that hands out what is shown. */
  share: {payload: undefined; answer: void};
  /** Names the cell or the experiment, or adds a note to it. */
  label: {payload: Partial<import('./session/labels.js').Labels>; answer: void};
  /** Opens the dialog in which a file, a link or a cell is opened. */
  open: {payload: undefined; answer: void};
  /** Opens the shelf of experiments that are kept. */
  shelf: {payload: undefined; answer: void};
  /** Keeps what is shown on the shelf, to be shown like this; answers a sentence about it. */
  keep: {payload: import('./send/site-address.js').Display; answer: string};
  /** Opens a set-up that was kept. */
  'open-kept': {payload: import('./send/set-up.js').SetUp; answer: void};
  /** Shows set-ups one after another; an empty list ends that. */
  slides: {payload: import('./send/set-up.js').SetUp[]; answer: void};
  /** Opens what a text holds: a set-up, a saved page, a link, a cell. Answers what came of it. */
  'open-text': {payload: string; answer: Opened};
  /** Takes a cell that was read from a text, with its name and with what the text says about the start and the current. */
  'take-cell': {payload: WordedCell; answer: WordedProblem[]};
}

type Intent = keyof Messages;
type Payload<N extends Intent> = Messages[N]['payload'];
type Answered<N extends Intent> = Messages[N]['answer'];

/** Answers an intent that comes from an element. */
type Answering<N extends Intent> = (payload: Payload<N>, from: Element) => Answered<N>;

/**
 * Stands in front of whatever answers. `pass` lets the intent through and returns its answer; returning something else refuses
 * it. For the log of a lesson, a lock, a task.
 */
type IntentFilter = <N extends Intent>(
  intent: {name: N; payload: Payload<N>; from: Element},
  pass: () => Answered<N> | undefined,
) => Answered<N> | undefined;

/** The texts that reveal a result; door.js says where they are. */
type RevealingText =
  | 'verdict'
  | 'measures'
  | 'instant'
  | 'cursor numbers'
  | 'interval'
  | 'runs'
  | 'read-outs'
  | 'sentences'
  | 'thresholds'
  | 'verdicts'
  | 'closed forms'
  | 'comparison'
  | 'findings'
  | 'captions'
  | 'analyses'
  | 'notices'
  | 'announcements'
  | 'descriptions';

/** What a task can withhold: intents and texts that reveal a result. */
type Withheld = Intent | RevealingText;
