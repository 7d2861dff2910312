// words/en.js: every text of the page that does not come from the core.
import {fixed, milliseconds, prose, significant, withUnit} from './format.js';

/** @param {Experiment} run */
const amount = ({stimulus, initial}) => {
  if (!stimulus.length) return initial.kind === 'at' ? withUnit(prose(initial.v), 'mV') : 'no current';
  return stimulus
    .map((one) =>
      one.kind === 'step'
        ? withUnit(prose(one.amplitude), 'pA')
        : `${prose(one.from)} to ${withUnit(prose(one.to), 'pA')}`,
    )
    .join(' + ');
};

/** @param {Solver} solver */
const method = (solver) => (solver.kind === 'exact' ? '' : `, ${solver.kind}`);

export const words = {
  title: 'Izhikevich Lab',
  tagline: 'one spiking neuron, exactly',

  reset: 'Reset',
  resetHint: 'Back to the preset as it was',
  theme: {light: 'Light', dark: 'Dark', label: 'Switch to the other colour scheme'},
  downloadPage: 'Download this page',
  downloadRefused: 'This frame may refuse downloads. Open the lab on its own and save it there:',
  openAlone: 'open the lab on its own',
  dismiss: 'Dismiss',
  close: 'Close',

  gallery: {label: 'Presets', cells: 'Cells', note: 'The note’s figures', truth: 'Checks'},
  unknownPreset: (/** @type {string} */ id, /** @type {string} */ shown) =>
    `There is no preset called “${id}”. This is ${shown}.`,
  edited: 'changed',

  groups: {membrane: 'Membrane', recovery: 'Recovery', reset: 'Reset'},
  cell: 'Cell',
  run: 'Run',
  controls: 'Controls',
  symbols: {
    vr: 'v<sub>r</sub>',
    vt: 'v<sub>t</sub>',
    vpeak: 'v<sub>peak</sub>',
    amplitude: 'height',
    dt: 'd<i>t</i>',
    v: 'v(0)',
    u: 'u(0)',
  },
  stimulus: 'Stimulus',
  stimulusOf: (/** @type {number} */ index) => `Stimulus ${index + 1}`,
  initial: 'Start',
  solver: 'Method',
  kinds: {
    step: 'Step',
    ramp: 'Ramp',
    rest: 'At rest',
    at: 'Given',
    exact: 'Exact',
    rk4: 'Runge-Kutta 4',
    euler: 'Euler',
  },
  add: {step: 'Add a step', ramp: 'Add a ramp'},
  addShort: {step: '+ step', ramp: '+ ramp'},
  remove: 'Remove',
  noStimulus: 'No current is injected.',
  clipped: (/** @type {number} */ index) =>
    `Stimulus ${index + 1} reaches outside the run; only the part inside counts.`,
  valueText: (/** @type {number} */ value, /** @type {string} */ unit) => withUnit(prose(value), unit),
  sliderOf: (/** @type {string} */ name) => `${name}, slider`,
  helpPrompt: 'Choose a field to read what it does.',

  plots: {
    v: 'Membrane potential',
    u: 'Recovery current',
    current: 'Stimulus',
    phase: 'Phase plane',
    rate: 'Rate against current',
  },
  axes: {time: 't [ms]', v: 'v [mV]', u: 'u [pA]', current: 'I [pA]', rate: 'rate [Hz]'},
  stretch: 'Stretch of time',
  stretches: {
    whole: 'Whole run',
    zoom: 'Zoom',
    spike: 'One spike',
    onset: 'Onset',
    burst: 'First spikes',
    kick: 'First 60 ms',
  },
  orientation: 'Swap axes',
  orientationHint: 'v across and u up is the book’s convention; the note has u across and v up',
  noRates: 'A rate needs two spikes.',

  runs: 'Runs',
  runTable: 'The runs of this figure',
  runLabel: (/** @type {{name: string, experiment: Experiment}} */ {name, experiment}) =>
    [name, amount(experiment)].filter(Boolean).join(', ') + method(experiment.solver),
  startLabel: (/** @type {Experiment} */ run) =>
    run.initial.kind === 'rest'
      ? 'from rest'
      : `from v = ${withUnit(prose(run.initial.v), 'mV')}, u = ${withUnit(prose(run.initial.u), 'pA')}`,
  timesLabel: (/** @type {Experiment} */ run) =>
    run.stimulus
      .map((one) => {
        const end = one.duration === null ? 'to the end' : `for ${withUnit(prose(one.duration), 'ms')}`;
        return `${one.kind} at ${withUnit(prose(one.onset), 'ms')} ${end}`;
      })
      .join(', ') || 'no current',
  /** What holds for all runs once, what differs in the order of the runs. */
  protocol: (/** @type {Experiment[]} */ runs) => {
    const parts = [words.timesLabel, words.startLabel, words.durationLabel, words.solverLabel];
    const said = parts.map((say) => [...new Set(runs.map(say))].join(' / ')).join('; ');
    return `${said[0].toUpperCase()}${said.slice(1)}.`;
  },
  solverLabel: (/** @type {Experiment} */ {solver}) =>
    solver.kind === 'exact'
      ? 'exact'
      : `${words.kinds[solver.kind]} in steps of ${withUnit(significant(solver.dt, 6), 'ms')}`,
  durationLabel: (/** @type {Experiment} */ run) => `${withUnit(prose(run.duration), 'ms')} long`,
  spikeCount: (/** @type {number} */ count) => (count === 1 ? '1 spike' : `${count} spikes`),
  columns: {
    run: 'Run',
    stimulus: 'Stimulus',
    start: 'Start',
    duration: 'Duration',
    solver: 'Method',
    spikes: 'Spikes',
    isi: 'ISI [ms]',
    rate: 'rate [Hz]',
    printed: 'note',
    latency: 'Latency [ms]',
    first_isi: 'First ISI [ms]',
    last_isi: 'Last ISI [ms]',
    number: 'No.',
    time: 't [ms]',
    v: 'v [mV]',
    u: 'u [pA]',
    u_before: 'u before the reset [pA]',
    current: 'I [pA]',
    isi_after: 'Interval since the last [ms]',
  },
  fromRest: 'The same from rest',
  asPreset: 'As the note starts',
  source: 'Source',

  measures: {
    count: 'spikes',
    latency: 'latency',
    first_isi: 'first ISI',
    last_isi: 'last ISI',
    isi_ratio: 'first / last',
    mean_rate: 'mean rate',
    steady_rate: (/** @type {number | null} */ k) => (k === null ? 'steady rate' : `steady rate, last ${k} ISI`),
  },
  none: '–',
  tables: 'Tables',
  tableOf: (/** @type {string} */ what) => `Spikes and data of ${what}`,
  spikeTable: 'Spikes',
  dataTable: 'Samples on show',
  someRows: (/** @type {number} */ shown, /** @type {number} */ all) =>
    `${shown} of ${all} rows; the file has them all.`,
  saveSpikes: 'Save the spikes (CSV)',
  saveSamples: 'Save the samples (CSV)',
  csv: {samples: 't [ms],v [mV],u [pA],I [pA]', spikes: 'spike,t [ms],u before the reset [pA]'},

  sentence: (/** @type {Result} */ {measures: m, recording}) => {
    if (m.count === 0)
      return recording.v.length
        ? `No spike. v ends at ${withUnit(fixed(recording.v[recording.v.length - 1], 2), 'mV')}.`
        : 'No spike.';
    const first =
      m.latency === null
        ? ''
        : ` The first comes ${withUnit(milliseconds(m.latency), 'ms')} after the stimulus begins.`;
    if (m.count === 1 || m.first_isi === null || m.last_isi === null) return `One spike.${first}`;
    const intervals =
      m.isi.length === 1
        ? ` The interval is ${withUnit(milliseconds(m.first_isi), 'ms')}.`
        : ` The first interval is ${withUnit(milliseconds(m.first_isi), 'ms')}, the last ${withUnit(milliseconds(m.last_isi), 'ms')}.`;
    return `${m.count} spikes.${first}${intervals}`;
  },
  ended: {
    'too many spikes': (/** @type {string} */ time) =>
      `Stopped at ${time}: the spikes follow one another faster than 1000 a millisecond, without end. What came before is shown.`,
    'out of budget': (/** @type {string} */ time) =>
      `Stopped at ${time}: this run needs more steps than one edit may take. What came before is shown.`,
    diverged: (/** @type {string} */ time) =>
      `Stopped at ${time}: the numbers grow beyond any bound; with fixed steps, a smaller dt helps. What came before is shown.`,
  },
  runToTheEnd: 'Run it to the end',
  running: 'Running to the end…',
  stop: 'Stop',
  workerFailed: 'This browser does not allow background work here, so the run stays as it is.',

  equation: 'The model, with the numbers of this cell',
  describe: {
    trace: (/** @type {string} */ plot, /** @type {string} */ range, /** @type {string} */ runs) =>
      `${plot}, ${range}. ${runs}`,
    range: (/** @type {number} */ low, /** @type {number} */ high, /** @type {string} */ unit) =>
      `${significant(low, 3)} to ${withUnit(significant(high, 3), unit)}`,
    time: (/** @type {number} */ from, /** @type {number} */ to) =>
      `from ${prose(from)} to ${withUnit(prose(to), 'ms')}`,
    phase: 'The orbit of v and u; dashed lines are resets.',
    rate: (/** @type {number} */ count) => `${count} points, one for each interval.`,
    noRuns: 'Nothing to show.',
  },

  rest: {
    heading: 'What follows from the parameters',
    intro: 'Closed forms at rest (v = v<sub>r</sub>, u = 0, no current), for the cell on show.',
    quantity: 'Quantity',
    formula: 'Formula',
    value: 'Value',
    meaning: 'What it means',
  },
  findings: {
    heading: 'The note and the model, side by side',
    intro:
      'The lab follows Ian Cooper’s teaching note, a clear and generous introduction. Where its text and the model part ways, here is what the model does. Every number is computed by this page.',
    note: 'The note',
    model: 'The model',
    show: 'Show it',
  },
  about: {
    heading: 'About',
    text: 'Spikes come from an adaptive Taylor method and are exact to about ten digits and more; with Runge-Kutta or Euler in fixed steps you see what a script makes of the same cell. The spike’s shape is painted: the model has no ion channels, and no noise.',
    model:
      'Model: E. M. Izhikevich, Dynamical Systems in Neuroscience, MIT Press, 2007, chapter 8. Figures: I. Cooper, Izhikevich quadratic model for spiking neurons, Doing Physics with Python.',
    licences: 'Licences of everything in this page',
    version: (/** @type {string} */ version) => `Version ${version}.`,
  },
  cannotStart:
    'The lab cannot start: this page may not compile WebAssembly. A page with a content security policy must allow it by script-src ‘wasm-unsafe-eval’.',
};
