// What only JavaScript has, for tsc; the shapes that cross the border are written by the build, to build/wasm/core.d.ts.

/** A part of an Experiment; a field may hold what a person typed, for the core to judge. */
type Partial_ = {[key: string]: Value | undefined};

type KindSchema = NonNullable<PartField['kinds']>[number];
type QuestionSchema = Schema['questions'][keyof Asked];
type UnitTables = Schema['units'];

/** All that is said in a language, and how it writes numbers. */
type Words = typeof import('./words/en.js').default;

/** A preset with what the language of the page says of it; `names` of its runs, or none. */
type WordedPreset = Preset & Record<'label' | 'title' | 'caption' | 'source' | 'remark', string> & {names: string[]};
/** A problem with what the language of the page says of it. */
type WordedProblem = Problem & {message: string};
/** The core, speaking the language of the page. */
type Speaking = Omit<Engine, 'presets' | 'resolve' | 'resolve_question'> & {
  presets(): WordedPreset[];
  resolve(...given: Parameters<Engine['resolve']>): {experiment: Experiment; problems: WordedProblem[]};
  resolve_question<Name extends keyof Asked>(
    name: Name,
    current: Value,
    partial: Value,
  ): {value: Asked[Name]; problems: WordedProblem[]};
};

// How its numbers are written, where they are not measured, is told by words/format.js.
type Quantity = Omit<Tables['measures'][number], 'name'> & {name: string; digits?: 'chosen' | 'located' | 'place'};

/** What an axis spans. */
type Range_ = {from: number; to: number};

/** The part of the phase plane on show. */
type PlaneBounds = Omit<PlaneWindow, 'points' | 'arrows'>;

/** What becomes of a train under a steady current. */
type Course = Tables['course'][number];

/** One run with all that was found of it. */
type Result = Omit<Study, 'response'> & {
  /** What tells it from the other runs where its stimulus does not; mostly empty. */
  name: string;
  experiment: Experiment;
  response: StepResponse | null;
};

/** An axis; `kind`: of v, whether the runs have lanes, lie below rest, or are one. */
type Scale = {min: number; max: number; step?: number; kind?: string};

/** The runs, and what was found of them. */
type Found = {
  preset: WordedPreset;
  edited: boolean;
  /** Another number each time that runs are opened instead of edited: what was being typed then gives way. */
  opening: number;
  runs: Result[];
  /** Runs that were pinned, to be compared with. */
  ghosts: Result[];
  selected: number;
  window: {from: number; to: number};
  /** How long the longest of the runs is, in ms. */
  longest: number;
  /** The axes of the plots over time. */
  scales: Record<'v' | 'u' | 'current', Scale>;
  /** Of the selected run's cell, for the view that writes them out. */
  closed_forms?: ClosedForm[];
  verdict?: Verdict;
  /** The same of each pinned run that has another cell; null where it has this one. */
  pinned_forms?: ({name: string; closed_forms: ClosedForm[]; verdict: Verdict} | null)[];
  /** Of each pinned run, u after its spikes under the last of its currents, for the after-spike map. */
  pinned_resets?: Float64Array[];
};

type Marked = {mark: string; id: string; symbol: string; value: number};

/** What all instants of the selected run share. */
type Frame = {
  /** The state at time 0 of the selected run. */
  start: {v: number; u: number};
  /** The lowest, the highest and the last current of the stretch on show. */
  currents: {low: number; high: number; last: number};
  /** The part of the phase plane that the runs need. */
  wholePlane: PlaneBounds;
};

/** What belongs to the one instant that all plots mark. */
type AtCursor = {
  /** The instant, in ms. */
  cursor: number;
  /** Whether somebody chose it; else it is the end of the stretch on show. */
  marked: boolean;
  /** Whether it stays while the pointer moves over a plot. */
  held: boolean;
  /** Spikes whose interval is asked for, by their places in the train of the selected run, the earlier first. */
  chosen: {from: number; to: number | null} | null;
  /** Null when the selected run ended before. */
  instant: Instant | null;
  /** The part of the phase plane on show. */
  planeWindow: PlaneBounds;
  /** Of the current at that instant. */
  plane: PhasePlane;
  /** The spikes of the selected run while its current was steady at that. */
  steady: SteadyTrain;
  /** What a formula marks in the plots, while a person asks to see it. */
  highlight: Marked | null;
  /** The invariant parabola, when the current is its own or when it was asked for. */
  parabola: {current: number; curve: Curve} | null;
  /** The orbit from the spike before the instant to the one after it, within the stretch on show: more than one curve where the instant lies between the two ends of a reset. */
  around: Curve[];
  /** Where the state came from, when that was asked for. */
  backward: Curve | null;
};

/** What the session announces and every view draws. */
type Results = Found & Frame & AtCursor;
