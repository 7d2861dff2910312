// The shapes that cross the border, as core/*.hpp describes them, for tsc.

type Cell = Record<'C' | 'k' | 'vr' | 'vt' | 'vpeak' | 'a' | 'b' | 'c' | 'd', number>;
type Initial = {kind: 'rest'} | {kind: 'at'; v: number; u: number};
type Stimulus =
  | {kind: 'step'; amplitude: number; onset: number; duration: number | null}
  | {kind: 'ramp'; from: number; to: number; onset: number; duration: number};
type Solver = {kind: 'exact'} | {kind: 'rk4' | 'euler'; dt: number};
type Experiment = {cell: Cell; initial: Initial; stimulus: Stimulus[]; duration: number; solver: Solver};

/** A part of an Experiment; a field may hold what a person typed, for the core to judge. */
type Partial_ = {[key: string]: any};
type Problem = {path: string; code: string; value: any; low: number | null; high: number | null; message: string};
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
  | 'mean_instantaneous_rate',
  number | null
>;
type RateCurve = Record<'time' | 'current' | 'rate', Float64Array>;
type Derived = Record<'id' | 'name' | 'symbol' | 'unit' | 'formula' | 'text' | 'reason_id' | 'reason', string> & {
  value: number | null;
};
type Stretch = {id: string; from: number; to: number | null};
type Preset = Record<'id' | 'group' | 'label' | 'title' | 'caption' | 'source' | 'remark', string> & {
  view: {plot: 'v' | 'u' | 'current' | 'phase' | 'rate'; stretches: Stretch[]};
  runs: Experiment[];
  printed: {label: string; isi: number; rate: number}[];
  names: {text: string}[];
};
type Finding = {
  id: string;
  title: string;
  note: string;
  finds: string;
  numbers: {name: string; value: number; decimals: number}[];
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
type PartField = {type: 'part'; name: string; id: string; text: string; fields?: NumberField[]; kinds?: KindSchema[]};
type ListField = {type: 'list'; name: string; id: string; text: string; longest: number; kinds: KindSchema[]};
type Schema = {fields: (NumberField | PartField | ListField)[]};

type Quantity = {name: string; unit: string; text: string};
type Tables = {recording: Quantity[]; measures: Quantity[]; rate_curve: Quantity[]; model: string};

interface Engine {
  schema(): Schema;
  tables(): Tables;
  initial_state(experiment: Experiment): {v: number; u: number};
  resolve(current: Experiment, partial: Partial_ | null): {experiment: Experiment; problems: Problem[]};
  simulate(experiment: Experiment, window: SampleWindow): Recording;
  measures(spikes: Float64Array, window: {start: number; end: number}): Measures;
  rate_against_current(spikes: Float64Array, stimulus: Stimulus[]): RateCurve;
  stimulus_span(stimulus: Stimulus[], duration: number): {start: number; end: number};
  corners(stimulus: Stimulus[], duration: number): {time: Float64Array; current: Float64Array};
  clipped(stimulus: Stimulus[], duration: number): Float64Array;
  derived(cell: Cell): Derived[];
  presets(): Preset[];
  findings(): Finding[];
}

/** One run with all that was found of it. */
type Result = {
  /** What tells it from the other runs where its stimulus does not; mostly empty. */
  name: string;
  experiment: Experiment;
  recording: Recording;
  /** The same run sampled finely enough for its orbit: in one part, or its first and its last spikes. */
  orbit: Recording[];
  measures: Measures;
  rates: RateCurve;
  corners: {time: Float64Array; current: Float64Array};
  clipped: Float64Array;
};

/** What the session announces and every view draws. */
type Results = {
  preset: Preset;
  edited: boolean;
  runs: Result[];
  selected: number;
  window: {from: number; to: number};
};
