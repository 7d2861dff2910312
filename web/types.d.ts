// The shapes that cross the border, as the headers of core describe them, for tsc.

type Cell = Record<'C' | 'k' | 'vr' | 'vt' | 'vpeak' | 'a' | 'b' | 'c' | 'd', number>;
type Initial = {kind: 'rest'} | {kind: 'at'; v: number; u: number};
type Stimulus =
  | {kind: 'step'; amplitude: number; onset: number; duration: number | null}
  | {kind: 'ramp'; from: number; to: number; onset: number; duration: number};
type Solver = {kind: 'exact'} | {kind: 'rk4' | 'euler'; dt: number; edge: 'at' | 'after'};
type Experiment = {cell: Cell; initial: Initial; stimulus: Stimulus[]; duration: number; solver: Solver};

/** A part of an Experiment; a field may hold what a person typed, for the core to judge. */
type Partial_ = {[key: string]: any};
type Problem = {
  path: string;
  code: string;
  value: any;
  low: number | null;
  high: number | null;
  message: string;
  unit: string;
  options: string[];
};
/** What the core says: a text and what fills its slots, for words/tell.js; null: nothing. */
type Said = {id: string; args: (number | string | Said[])[]} | null;
type SampleWindow = {from?: number; to?: number | null; points?: number; budget?: number};
type Ended = {
  kind: 'finished' | 'too many spikes' | 'out of budget' | 'diverged';
  time: number;
  v: number;
  u: number;
  steps: number;
};
type Recording = Record<
  'time' | 'v' | 'u' | 'current' | 'spikes' | 'before' | 'spike_v' | 'spike_u' | 'reset_v' | 'reset_u',
  Float64Array
> & {
  ended: Ended;
};
type Measures = {count: number; count_in_window: number; isi: Float64Array} & Record<
  | 'latency'
  | 'mean_rate'
  | 'steady_rate'
  | 'steady_k'
  | 'first_isi'
  | 'last_isi'
  | 'isi_ratio'
  | 'mean_isi'
  | 'mean_instantaneous_rate'
  | 'steady_from'
  | 'steady_to'
  | 'steady_number',
  number | null
> &
  Record<'mean_reason' | 'steady_reason', NoRate>;
/** Why there is no rate; '' where there is one. */
type NoRate =
  | ''
  | 'no spike'
  | 'one spike'
  | 'one interval'
  | 'few intervals'
  | 'few alike'
  | 'silent'
  | 'still changing'
  | 'irregular'
  | 'current changes'
  | 'runs away'
  | 'out of budget'
  | 'diverged';
type RateCurve = Record<'time' | 'current' | 'rate', Float64Array>;
type Stretch = {id: string; from: number; to: number | null};
type Preset = Record<'id' | 'group' | 'label' | 'title' | 'caption' | 'source' | 'remark', string> & {
  view: {
    plot: 'v' | 'u' | 'current' | 'phase' | 'rate' | 'why' | 'map' | 'bifurcation' | 'bursts';
    stretches: Stretch[];
    /** The currents of its diagram; null: as suggested. */
    from: number | null;
    to: number | null;
    points: number;
  };
  runs: Experiment[];
  printed: {label: string; isi: number; rate: number}[];
  names: {text: string}[];
};
type Finding = {
  id: string;
  title: string;
  note: string;
  finds: string;
  numbers: {name: string; value: number; unit: string}[];
  preset: string;
};

type NumberField = {
  type: 'number';
  name: string;
  id: string;
  text: string;
  unit: string;
  hard: {low: number; high: number};
  usual: {low: number; high: number};
  group: string;
  none: string;
  optional: boolean;
  initial: number | null;
};
type KindSchema = {kind: string; id: string; text: string; fields: NumberField[]};
type PartField = {type: 'part'; name: string; id: string; fields?: NumberField[]; kinds?: KindSchema[]};
type ListField = {type: 'list'; name: string; id: string; longest: number; kinds: KindSchema[]};
type ChoiceField = {type: 'choice'; name: string; id: string; text: string; options: string[]; initial: string};
type QuestionSchema = {fields: (NumberField | ChoiceField)[]};
type UnitTables = {
  prefixes: {symbol: string; power: number}[];
  symbols: {symbol: string; of: [number, number, number]}[];
  quantities: {id: string; of: [number, number, number]}[];
};
type Schema = {
  units: UnitTables;
  fields: (NumberField | PartField | ListField)[];
  questions: Record<'current_range' | 'sweep' | 'duration_range' | 'map_range' | 'protocol', QuestionSchema>;
};

// How its numbers are written, where they are not measured, is told by words/format.js.
type Quantity = {name: string; unit: string; digits?: 'chosen' | 'located' | 'place'};
type Tables = Record<
  | 'recording'
  | 'measures'
  | 'rate_curve'
  | 'instant'
  | 'fixed_point'
  | 'fi_curve'
  | 'onset'
  | 'strength_duration'
  | 'sweep_part',
  Quantity[]
> & {
  stability: Stability[];
  course: Course[];
  digits: {measured: {unit: string; decimals: number; least: number}[]; located: number; located_units: string[]};
  model: string;
};

// What the analyses find: see core/plane/phase_plane.hpp, closed_forms.hpp, thresholds.hpp, fi_curve.hpp, pattern.hpp,
// after_spike.hpp, steady.hpp, bifurcation.hpp, sag.hpp and instant.hpp.
type Stability = 'stable node' | 'stable focus' | 'unstable node' | 'unstable focus' | 'saddle' | 'degenerate';
type FixedPoint = Record<'v' | 'u' | 'trace' | 'determinant' | 'real_1' | 'real_2' | 'imaginary', number> & {
  kind: Stability;
  frequency: number | null;
  text: string;
};
type PlaneWindow = {v_low: number; v_high: number; u_low: number; u_high: number; points?: number; arrows?: number};
type PhasePlane = Record<
  'v' | 'v_nullcline' | 'u_nullcline' | 'arrow_v' | 'arrow_u' | 'arrow_dv' | 'arrow_du',
  Float64Array
> & {current: number; fixed_points: FixedPoint[]; invariant_current: number | null; invariant: number};
type Curve = Record<'v' | 'u', Float64Array>;
type Boundary = {manifold: Curve[]; cycle: Curve[]; text: string} & Record<
  'cycle_period' | 'cycle_v_low' | 'cycle_v_high',
  number | null
>;
type Instant = Record<
  'time' | 'v' | 'u' | 'current' | 'dv_dt' | 'du_dt' | 'membrane' | 'recovery' | 'capacitive' | 'spikes',
  number
>;
type ClosedForm = Record<'id' | 'symbol' | 'unit' | 'formula' | 'substituted' | 'mark', string> &
  Record<'name' | 'text', Said> &
  Record<'condition' | 'reason', Said | null> & {value: number | null};
type Verdict = {id: string; name: Said; reason: Said};
type Threshold = {current: number | null; reason_id: string; reason: string; runs_away_from: number | null};
type Search = {duration: number | null};
type Rheobase = {single: Threshold; lasting: Threshold; saddle_node: number; text: string};
type StrengthDuration = Record<'duration' | 'current' | 'above', Float64Array> & {
  rheobase: number | null;
  chronaxie: number | null;
  text: string;
};
type Protocol = {of: 'this run' | 'from rest'; stimulus: number | null};
type ProtocolSetting = {
  of: Protocol['of'];
  stimulus: number | null;
  refused: '' | 'no_stimulus' | 'no_step' | 'outside';
  onset: number;
  end: number | null;
  background: number;
  changes: '' | 'step_ends' | 'others_change' | 'fixed_steps';
  changes_at: number | null;
  method: 'exact' | 'fixed steps';
};
type Sought = Record<'amplitude' | 'total' | 'shown' | 'duration' | 'runs_away_from', number | null> & {
  reason_id: string;
  certain: number;
};
type ProtocolThresholds = {setting: ProtocolSetting; first: Sought; lasting: Sought; saddle_node: number} & Record<
  'v' | 'u' | 'within',
  number | null
>;
type ProtocolStrength = Record<'duration' | 'current' | 'above', Float64Array> & {
  rheobase: number | null;
  chronaxie: number | null;
  reason_id: string;
};
type Range_ = {from: number; to: number; points: number};
type CurrentRange = Range_ & {hold: number};
type FiCurve = Record<
  | 'current'
  | 'count_rate'
  | 'last_rate'
  | 'steady_rate'
  | 'first_rate'
  | 'latency'
  | 'spikes'
  | 'count'
  | 'cycle'
  | 'silent'
  | 'followed'
  | 'course'
  | 'below'
  | 'count_known'
  | 'last_known'
  | 'steady_known',
  Float64Array
> & {
  hold: number;
  simulated: number;
};
/** What becomes of a train under a steady current. */
type Course = 'rests' | 'repeats' | 'irregular' | 'slow' | 'runs away' | 'changing' | 'unknown' | 'varies';
/** Which rate an f-I curve draws. */
type RateKind = 'count' | 'last interval' | 'steady';
type Onset = Record<'distance' | 'rate' | 'cycle_rate' | 'cycle' | 'law', Float64Array> &
  Record<'current' | 'exponent' | 'jump' | 'period_per_decade', number | null> & {
    kind: 'class 1' | 'class 2' | 'bursts' | 'class 3' | 'fires at rest' | 'unknown';
    text: string;
  };
type Pattern = {
  kind:
    | 'silent'
    | 'single'
    | 'few'
    | 'onset burst then silent'
    | 'firing that stops'
    | 'tonic'
    | 'adapting'
    | 'speeding up'
    | 'onset burst then tonic'
    | 'pair then tonic'
    | 'onset burst'
    | 'bursting'
    | 'in turn'
    | 'irregular'
    | 'runaway';
  burst_first: Float64Array;
  burst_last: Float64Array;
  text: string;
  rule: string;
} & Record<
  | 'limit'
  | 'separation'
  | 'burst_spikes_low'
  | 'burst_spikes_high'
  | 'gap_low'
  | 'gap_high'
  | 'onset_spikes'
  | 'first_isi'
  | 'last_isi'
  | 'cv',
  number | null
>;
type AfterSpikeMap = {
  current: number;
  pieces: Record<'u' | 'next' | 'interval', Float64Array>[];
  gaps: {from: number; to: number}[];
  fixed_u: Float64Array;
  fixed_slope: Float64Array;
  text: string;
};
type SteadyTrain = {reset_u: Float64Array; cycle: number; settling: number};
type Sweep = Range_ & {parameter: 'current' | keyof Cell; current: number};
type FixedBranch = Record<'value' | 'v' | 'u' | 'kind', Float64Array>;
type Skeleton = {
  lower: FixedBranch;
  upper: FixedBranch;
  marks: {id: string; name: string; value: number; v: number}[];
  stopped: number | null;
  reason: string;
  cycle: Float64Array;
};
type CycleExtent = Record<'value' | 'v_low' | 'v_high', Float64Array>;
type SweepState = Record<'v' | 'u' | 'firing' | 'started' | 'value', number>;
type SweepPart = Record<
  | 'value'
  | 'rate'
  | 'cycle'
  | 'burst_spikes'
  | 'burst_gap'
  | 'after_value'
  | 'after_u'
  | 'runs_away'
  | 'slow'
  | 'slow_below'
  | 'undecided'
  | 'edges',
  Float64Array
> & {state: SweepState};
/** Between which two values something begins or ends; as good as one where it was found by bisection. */
type Edge = {low: number; high: number; end: number};
type BistableRange = {from: Edge; to: Edge};
type SweptFiring = {
  where: 'unknown' | 'nowhere' | 'everywhere' | 'somewhere';
  upwards: 'unknown' | 'rests' | 'fires from the start' | 'fires from' | 'first fires at';
  begins: Edge;
  from: Edge;
  to: Edge;
  bistable: BistableRange[];
};
type StepResponse = Record<
  'baseline' | 'extreme' | 'steady' | 'sag' | 'sag_ratio' | 'overshoot' | 'rebound_spikes',
  number | null
> & {text: Said};

interface Engine {
  resolve_question(name: string, current: object | null, partial: object | null): {value: any; problems: Problem[]};
  suggested_currents(experiment: Experiment): CurrentRange;
  suggested_sweep(experiment: Experiment, parameter: string): Sweep;
  suggested_map_range(cell: Cell, current: number, reset_u: Float64Array | number[]): Range_;
  just_above(thresholds: Float64Array | number[]): Float64Array;
  threshold_run(experiment: Experiment, amplitude: number, search: Search): {stimulus: Stimulus[]; duration: number};
  instant(experiment: Experiment, time: number, budget: number): Instant | null;
  closed_forms(cell: Cell): ClosedForm[];
  integrator_or_resonator(cell: Cell): Verdict;
  phase_plane(cell: Cell, current: number, window: PlaneWindow): PhasePlane;
  boundary(cell: Cell, current: number, window: PlaneWindow): Boundary;
  invariant_parabola(cell: Cell, window: PlaneWindow): Curve;
  backward_orbit(
    cell: Cell,
    current: number,
    state: {v: number; u: number},
    window: PlaneWindow,
    duration: number,
  ): Curve;
  rheobase(experiment: Experiment, search: Search): Rheobase;
  protocol_setting(experiment: Experiment, protocol: Protocol): ProtocolSetting;
  protocol_run(experiment: Experiment, protocol: Protocol, amplitude: number, duration: number): Experiment;
  protocol_thresholds(experiment: Experiment, protocol: Protocol): ProtocolThresholds;
  protocol_strength(experiment: Experiment, protocol: Protocol, durations: Float64Array | number[]): ProtocolStrength;
  protocol_step_thresholds(
    experiment: Experiment,
    protocol: Protocol,
    durations: Float64Array | number[],
    rheobase: number,
  ): ProtocolStrength;
  strength_run(experiment: Experiment, protocol: Protocol, amplitude: number, length: number): Experiment;
  protocol_curve(
    experiment: Experiment,
    protocol: Protocol,
    amplitudes: Float64Array | number[],
    hold: number,
  ): FiCurve;
  steady_protocol(experiment: Experiment, protocol: Protocol): Experiment;
  durations_of(range: Range_): Float64Array;
  strength_duration(experiment: Experiment, durations: Float64Array | number[]): StrengthDuration;
  step_thresholds(experiment: Experiment, durations: Float64Array | number[], rheobase: number): StrengthDuration;
  currents_of(range: Range_): Float64Array;
  fi_curve(experiment: Experiment, currents: Float64Array | number[], hold: number): FiCurve;
  onset(experiment: Experiment, found: Rheobase): Onset;
  gain(current: Float64Array | number[], rate: Float64Array | number[], rheobase: number): number | null;
  pattern(spikes: Float64Array, window: {start: number; end: number}, ended: Partial<Recording['ended']>): Pattern;
  run_pattern(
    experiment: Experiment,
    spikes: Float64Array,
    reset_u: Float64Array,
    ended: Partial<Recording['ended']>,
  ): Pattern;
  steady_train(experiment: Experiment, spikes: Float64Array, reset_u: Float64Array, current: number): SteadyTrain;
  after_spike_map(cell: Cell, current: number, range: Range_): AfterSpikeMap;
  bifurcation_skeleton(experiment: Experiment, sweep: Sweep): Skeleton;
  cycle_extent(experiment: Experiment, sweep: Sweep, values: Float64Array | number[]): CycleExtent;
  sweep_part(
    experiment: Experiment,
    sweep: Sweep,
    down: number,
    first: number,
    count: number,
    state: SweepState,
  ): SweepPart;
  swept_firing(
    ...upThenDown: (Float64Array | number[])[] // values, rates and edges of each
  ): SweptFiring;
  step_response(experiment: Experiment): StepResponse;
  schema(): Schema;
  tables(): Tables;
  rest_state(cell: Cell): {v: number; u: number};
  initial_state(experiment: Experiment): {v: number; u: number};
  resolve(current: Experiment, partial: Partial_ | null): {experiment: Experiment; problems: Problem[]};
  study(experiment: Experiment, window: SampleWindow): Study;
  moment(
    experiment: Experiment,
    spikes: Float64Array,
    before: Float64Array,
    reset_v: Float64Array,
    reset_u: Float64Array,
    question: {[key: string]: any},
  ): {
    instant: Instant[];
    plane: PhasePlane;
    steady: SteadyTrain;
    parabola: Curve[];
    around: Curve[];
    past: Curve[];
  };
  close_up(
    cell: Cell,
    current: number,
    window: PlaneWindow,
  ): {v_low: number; v_high: number; u_low: number; u_high: number};
  simulate(experiment: Experiment, window: SampleWindow): Recording;
  orbit(
    experiment: Experiment,
    part: Record<'time' | 'v' | 'u' | 'from' | 'to' | 'near_v' | 'near_u' | 'budget', number>,
  ): Curve[];
  measures(spikes: Float64Array, window: {start: number; end: number}): Measures;
  run_measures(
    experiment: Experiment,
    spikes: Float64Array,
    reset_u: Float64Array,
    ended: Recording['ended'],
  ): Measures;
  rate_against_current(spikes: Float64Array, stimulus: Stimulus[]): RateCurve;
  stimulus_span(stimulus: Stimulus[], duration: number): {start: number; end: number};
  corners(stimulus: Stimulus[], duration: number): {time: Float64Array; current: Float64Array};
  clipped(stimulus: Stimulus[], duration: number): Float64Array;
  presets(): Preset[];
  findings(): Finding[];
}

/** A stretch of an orbit, cut at its resets, and which of its curves make up the last cycle: null where none does. */
type Orbit = {curves: Curve[]; cycle_from: number | null; cycle_to: number | null};

/** All that a view needs of one run, in one answer. */
type Study = {
  start: {v: number; u: number};
  /** Where its cell rests without a current. */
  rest: {v: number; u: number};
  recording: Recording;
  /** Its way through the plane: in one part, or of a long train its first spikes, and its last cycle with what follows. */
  orbit: Orbit[];
  measures: Measures;
  pattern: Pattern;
  /** How v answers its step: one of a run without a spike, else none. */
  response: StepResponse[];
  rates: RateCurve;
  corners: {time: Float64Array; current: Float64Array};
  /** The lowest and the highest current of the run, and that at the end of the stretch on show. */
  currents: {low: number; high: number; last: number};
  /** What a picture of the plane should hold. */
  landmarks: {v: Float64Array; u: Float64Array; depth: number};
  clipped: Float64Array;
};

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
  preset: Preset;
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
  wholePlane: PlaneWindow;
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
  planeWindow: PlaneWindow;
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
