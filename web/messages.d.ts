// What the views ask of the lab: the name of each intent, what it carries, and what it is answered. A view emits it by
// `emit` (plot/door.js), and page/intents.js answers it. What reveals a result is told there, too.

/** Which of the core's questions is to be asked with other values: `current` are those on show. */
type Ask = {name: keyof Asked; current: any; partial: Partial_};
/** A protocol at an amplitude: for a step of some `length`, or in a run of at least some `duration`. */
type ProtocolRun = {
  protocol: Protocol;
  amplitude: number;
  length?: number;
  duration?: number | null;
};
/** A table to be shown and saved, and what else belongs to it. */
type TableShown = {
  heading: string;
  notes: string[];
  quantities: any[];
  rows: any[][];
  file: string;
  experiment: Experiment;
  more?: {title: string; quantities: any[]; rows: any[][]; file: string}[];
};

interface Messages {
  /** A change of the experiment. Answers what is wrong with it; then nothing has changed. */
  edit: {payload: Partial_; answer: WordedProblem[]};
  /** Another range, protocol or rate for an analysis. Answers what is wrong with it. */
  ask: {payload: Ask; answer: WordedProblem[]};
  /** The run on show under a protocol. Answers what is wrong with that. */
  'run-protocol': {payload: ProtocolRun; answer: WordedProblem[]};
  /** Ends the work on an analysis, by its id; what was found stays. */
  stop: {payload: string; answer: void};
  /** Goes on with what was stopped. */
  resume: {payload: string; answer: void};
  /** Another tab of the analyses, by its name. */
  'choose-tab': {payload: string; answer: void};
  /** A mark in the plots; null takes it away. */
  highlight: {payload: Marked | null; answer: void};
  /** The instant that all plots mark; null: none. `how` it was moved: see Moment.point. */
  cursor: {payload: {time: number | null; how?: 'hover' | 'press' | 'touch' | 'drag' | 'play'}; answer: void};
  /** Two spikes, to read the interval between them: see Moment.choose. */
  'choose-spike': {payload: {from?: number; to?: number | null}; answer: void};
  /** Another stretch of time. */
  look: {payload: {from: number; to: number | null}; answer: void};
  /** Axes that fit what is on show. */
  fit: {payload: undefined; answer: void};
  /** Play, or pause. */
  play: {payload: undefined; answer: void};
  /** It plays now, or not. */
  playing: {payload: boolean; answer: void};
  /** A table of numbers. */
  table: {payload: TableShown; answer: void};
  /** A curve to be heard. */
  hear: {payload: {x: ArrayLike<number>; y: ArrayLike<number>}; answer: void};
  /** Another preset, by its id. */
  'open-preset': {payload: string; answer: void};
  /** Another of the runs on show. */
  'select-run': {payload: number; answer: void};
  /** Something to be done with a pinned run. */
  ghost: {payload: {what: string; index?: number; name?: string}; answer: void};
  /** A field to be gone to, by its path. */
  'choose-field': {payload: string; answer: void};
  /** Something is held by a hand, or not any more. */
  'drag-start': {payload: boolean; answer: void};
  /** A question which of two numbers is meant; '' once there is none. */
  'two-readings': {payload: string; answer: void};
  /** Back to what was: a step, the preset, what came with the page, the starts. */
  restore: {payload: 'undo' | 'redo' | 'preset' | 'author' | 'rest' | 'starts'; answer: void};
  /** Opens the sheet of controls on a phone, or closes it. */
  sheet: {payload: undefined; answer: void};
}

type Intent = keyof Messages;
type Payload<N extends Intent> = Messages[N]['payload'];
type Answered<N extends Intent> = Messages[N]['answer'];

/** Answers an intent that started at an element. */
type Answering<N extends Intent> = (payload: Payload<N>, from: Element) => Answered<N>;

/**
 * Stands before all that is answered. `pass` lets the intent through and gives its answer; an answer of its own refuses it.
 * For the log of a lesson, a lock, a task.
 */
type IntentFilter = <N extends Intent>(
  intent: {name: N; payload: Payload<N>; from: Element},
  pass: () => Answered<N> | undefined,
) => Answered<N> | undefined;

/** The texts that reveal a result. */
type RevealingText =
  | 'measures'
  | 'instant'
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
  | 'tables'
  | 'notices'
  | 'announcements'
  | 'descriptions';
