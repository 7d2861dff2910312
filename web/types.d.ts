// Types of JavaScript alone, for tsc; the shapes that cross the border are in build/wasm/core.d.ts, which the build writes.

/** A part of an Experiment; a field may hold whatever the user typed, for the core to judge. */
type Partial_ = {[key: string]: Value | undefined};

type KindSchema = NonNullable<PartField['kinds']>[number];
type QuestionSchema = Schema['questions'][keyof Asked];
type UnitTables = Schema['units'];

/** All that is said in a language, and how it writes numbers. */
type Words = typeof import('./words/en.js').default;

/** A preset with its texts in the language of the page; `names` of its runs, if any, and what they are called once their cells were edited. */
type WordedPreset = Preset &
  Record<'label' | 'title' | 'caption' | 'more' | 'attempt' | 'source' | 'remark', string> & {
    names: string[];
    editedNames: string[];
  };
/** A problem with its sentence in the language of the page. */
type WordedProblem = Problem & {message: string};
/** The core, with texts in the language of the page. */
/** Cells read from a text, with sentences about what was left out. */
type WordedCell = Omit<ReadCell, 'left_out'> & {left_out: (LeftOut & {message: string})[]};
type WordedCells = Omit<CellsRead, 'cells' | 'problems'> & {
  cells: WordedCell[];
  problems: (LeftOut & {message: string})[];
};

type Worded = Omit<Engine, 'presets' | 'resolve' | 'resolve_question' | 'read_cells'> & {
  read_cells(...given: Parameters<Engine['read_cells']>): WordedCells;
  presets(): WordedPreset[];
  /** The problem that a value is locked. */
  locked(path: string): WordedProblem;
  resolve(...given: Parameters<Engine['resolve']>): {experiment: Experiment; problems: WordedProblem[]};
  resolve_question<Name extends keyof Asked>(
    name: Name,
    current: Value,
    partial: Value,
  ): {value: Asked[Name]; problems: WordedProblem[]};
};

// `digits` is for quantities that are not measured; words/format.js says how each is written.
type Quantity = Omit<Tables['measures'][number], 'name'> & {name: string; digits?: 'chosen' | 'located' | 'place'};

/** The range of an axis. */
type Range_ = {from: number; to: number};

/** The part of the phase plane shown. */
type PlaneBounds = Omit<PlaneWindow, 'points' | 'arrows' | 'straight'> & {straight?: number};

/** One run with all its results. */
type Result = Omit<Study, 'response'> & {
  /** What distinguishes it from the other runs where the stimulus does not; usually empty. */
  name: string;
  experiment: Experiment;
  response: StepResponse | null;
};

/** An axis. `kind`, of v: several runs in lanes, responses below rest, or one run. */
type Scale = {min: number; max: number; step?: number; kind?: string};

/** The runs and their results. */
type Found = {
  preset: WordedPreset;
  edited: boolean;
  labels: import('./session/labels.js').Labels;
  /** Whether thresholds and what follows from them are shown: ticks, distances, the f-I curve on the slider, the bar in the plane. */
  revealed: boolean;
  /** Whether the lab withholds all answers; then nothing is revealed either. */
  withheld: boolean;
  /** Changes each time that runs are opened rather than edited: text being typed is then replaced. */
  opening: number;
  runs: Result[];
  /** The pinned runs, for comparison. */
  ghosts: Result[];
  /** Which of them is the run as it was before the value that is being edited; -1 for none. */
  aside: number;
  /** How many of them are pinned; beside those there may be the run as it was. */
  kept: number;
  /** How the selected run differs from each pinned one. */
  comparisons: Said[];
  selected: number;
  /** The run drawn together with it; null with a single run. */
  compared: number | null;
  window: {from: number; to: number};
  /** Duration of the longest run, in ms. */
  longest: number;
  /** The axes of the time plots. */
  scales: Record<'v' | 'u' | 'current', Scale>;
  /** For the cell of the selected run; only for the view that shows them. */
  closed_forms?: ClosedForm[];
  verdict?: Verdict;
  /** The same for each pinned run; null if its cell is the same. */
  pinned_forms?: ({name: string; closed_forms: ClosedForm[]; verdict: Verdict} | null)[];
  /** For each pinned run, u after its spikes at its last current, for the after-spike map. */
  pinned_resets?: Float64Array[];
};

type Marked = {mark: string; id: string; symbol: string; value: number};

/** What does not depend on the instant. */
type Frame = {
  /** The state at time 0 of the selected run. */
  start: {v: number; u: number};
  /** The lowest, highest and last current in the stretch shown. */
  currents: {low: number; high: number; last: number};
  /** The part of the phase plane that the runs need. */
  wholePlane: PlaneBounds;
};

/** What depends on the instant that all plots mark. */
type AtCursor = {
  /** The instant, in ms. */
  cursor: number;
  /** Whether the user chose it; otherwise it is the end of the stretch shown. */
  marked: boolean;
  /** Whether it stays while the pointer moves over a plot. */
  fixed: boolean;
  /** The spikes of the chosen interval, by index in the train of the selected run, the earlier first. */
  chosen: {from: number; to: number | null} | null;
  /** Null if the selected run ended earlier. */
  instant: Instant | null;
  /** The part of the phase plane shown. */
  planeWindow: PlaneBounds;
  /** The phase plane at the current of that instant. */
  plane: PhasePlane;
  /** That of the compared run at its last current, while the selected run is at its own. */
  other: PhasePlane | null;
  /** Those of pinned runs whose nullclines are others: of another cell at the same current, of the same one at the run's own. */
  pinnedPlanes: (PhasePlane | null)[];
  /** The spikes of the selected run while the current had that value. */
  steady: SteadyTrain;
  /** What a formula marks in the plots, while the user has it highlighted. */
  highlight: Marked | null;
  /** The invariant parabola, if the current is its own or it was asked for. */
  parabola: {current: number; curve: Curve} | null;
  /** The orbit between the spikes before and after the instant, within the stretch shown; several curves if the instant lies between the ends of a reset. */
  around: Curve[];
  /** The trajectory that led to the state, if it was asked for. */
  backward: Curve | null;
};

/** What the session announces and every view draws. */
type Results = Found & Frame & AtCursor;
