// words/en.js: every text of the page that does not come from the core.
import {unitOf} from '../quantities.js';
import {brief, fixed, milliseconds, prose, readOut, significant, typeset, withUnit} from './format.js';

const time = (/** @type {string} */ text) => withUnit(text, unitOf('time'));
const volts = (/** @type {string} */ text) => withUnit(text, unitOf('v'));
/** A name with the unit of a quantity. @param {string} name @param {string} quantity */
const headed = (name, quantity) => (unitOf(quantity) ? `${name} [${unitOf(quantity)}]` : name);
const amps = (/** @type {string} */ text) => withUnit(text, unitOf('current'));

const hertz = (/** @type {string} */ text) => withUnit(text, unitOf('rate'));
/** The closed forms that mark where firing begins. @param {ClosedForm[]} forms */
const thresholdForms = (forms) =>
  forms.filter(
    ({id, value}) =>
      value !== null && ['saddle_node_current', 'andronov_hopf_current', 'invariant_parabola_current'].includes(id),
  );

/** I_SN where no letter can be lowered. @param {string} symbol */
const flat = (symbol) => symbol.replace('_', '\u2009');

/** @param {Experiment} run */
const amount = ({stimulus, initial}) => {
  if (!stimulus.length) return initial.kind === 'at' ? volts(prose(initial.v)) : 'no current';
  return stimulus
    .map((one) => (one.kind === 'step' ? amps(prose(one.amplitude)) : `${prose(one.from)} to ${amps(prose(one.to))}`))
    .join(' + ');
};

/** @param {Solver} solver */
const method = (solver) => (solver.kind === 'exact' ? '' : `, ${solver.kind}`);

export const words = {
  reset: 'Reset',
  resetHint: 'Back to the preset as it was',
  theme: {light: 'Light', dark: 'Dark', label: 'Switch to the other colour scheme'},
  downloadPage: 'Download this page',
  downloadRefused: 'This frame may refuse downloads. Open the lab on its own and save it there:',
  openAlone: 'open the lab on its own',
  dismiss: 'Dismiss',
  close: 'Close',

  gallery: {label: 'Presets', cells: 'Cells', note: 'The note', truth: 'Checks'},
  unknownPreset: (/** @type {string} */ id, /** @type {string} */ shown) =>
    `There is no preset called “${id}”. This is ${shown}.`,
  edited: 'changed by you',

  groups: {membrane: 'Membrane', recovery: 'Recovery', reset: 'Reset'},
  controls: 'Controls',
  /** Labels, by name, and where that is not enough by whole id. */
  symbols: {
    vr: 'v<sub>r</sub>',
    vt: 'v<sub>t</sub>',
    vpeak: 'v<sub>peak</sub>',
    dt: 'd<i>t</i>',

    v: 'v(0)',
    u: 'u(0)',
    duration: 'run for',
    'stimulus.step.duration': 'duration',
    'stimulus.ramp.duration': 'duration',
    'search.duration': 'Step of',
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
  /** The analyses beside the plots. */
  analyses: 'Figure and analyses',
  tabs: {
    figure: 'Figure',
    why: 'Why',
    rate: 'f–I',
    thresholds: 'Thresholds',
    map: 'Map',
    bifurcation: 'Bifurcation',
  },
  enlarge: '⤢',
  enlargeHint: 'Give the analysis the whole column',
  axisNames: {time: 't', v: 'v', u: 'u', current: 'I', rate: 'rate'},
  axes: (/** @type {string} */ name) => headed(words.axisNames[name], name),
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
      : `from v = ${volts(prose(run.initial.v))}, u = ${amps(prose(run.initial.u))}`,
  timesLabel: (/** @type {Experiment} */ run) =>
    run.stimulus
      .map((one) => {
        const end = one.duration === null ? 'to the end' : `for ${time(prose(one.duration))}`;
        return `${one.kind} at ${time(prose(one.onset))} ${end}`;
      })
      .join(', ') || 'no current',
  /** What holds for all runs once, what differs in the order of the runs. */
  protocol: (/** @type {Experiment[]} */ runs) => {
    const parts = [words.timesLabel, words.startLabel, words.durationLabel, words.solverLabel];
    const said = parts.map((say) => [...new Set(runs.map(say))].join(' / ')).join('; ');
    return `${said[0].toUpperCase()}${said.slice(1)}.`;
  },
  solverLabel: (/** @type {Experiment} */ {solver}) =>
    solver.kind === 'exact' ? 'exact' : `${words.kinds[solver.kind]} in steps of ${time(significant(solver.dt, 6))}`,
  durationLabel: (/** @type {Experiment} */ run) => `${time(prose(run.duration))} long`,
  spikeCount: (/** @type {number} */ count) => (count === 1 ? '1 spike' : `${count} spikes`),
  /** Headings of tables; those of quantities carry their unit. */
  columns: () => ({
    run: 'Run',
    stimulus: 'Stimulus',
    start: 'Start',
    duration: 'Duration',
    solver: 'Method',
    spikes: 'Spikes',
    isi: headed('mean ISI', 'mean_isi'),
    rate: headed('mean 1/ISI', 'mean_instantaneous_rate'),
    printed: 'the note',
    latency: headed('Latency', 'latency'),
    first_isi: headed('First ISI', 'first_isi'),
    last_isi: headed('Last ISI', 'last_isi'),
    number: 'No.',
    time: words.axes('time'),
    v: words.axes('v'),
    u: words.axes('u'),
    current: words.axes('current'),
    u_before: headed('u before the reset', 'spike_u'),
    isi_after: headed('Interval since the last', 'isi'),
  }),
  /** The heading of a column that an analysis found. @param {Quantity} quantity */
  heading: ({name, unit}) => {
    const said = words.quantities[name] ?? words.axisNames[name] ?? name;
    return unit ? `${said} [${unit}]` : said;
  },
  /** @type {Record<string, string>} */
  quantities: {
    steady_rate: 'steady rate',
    first_rate: '1/first interval',
    latency: 'first spike after',
    spikes: 'spikes seen',
    cycle: 'spikes per cycle',
    distance: 'I above onset',
    cycle_rate: 'cycles',
    duration: 'step length',
  },
  fromRest: 'The same from rest',
  asPreset: 'The start as it was',
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
  copyInstead: 'This frame may refuse downloads; the file’s text is here to be copied.',
  someRows: (/** @type {number} */ shown, /** @type {number} */ all) =>
    `${shown} of ${all} rows; the file has them all.`,
  saveSpikes: 'Save the spikes (CSV)',
  saveSamples: 'Save the samples (CSV)',
  saveTable: 'Save this table (CSV)',

  sentence: (/** @type {Result} */ {experiment, measures: m, recording: {ended}}) => {
    if (m.count === 0)
      return ended.kind === 'finished'
        ? `No spike. v ends at ${volts(fixed(ended.v, 2))}.`
        : 'No spike before it stopped.';
    const when =
      m.latency === null
        ? ''
        : experiment.stimulus.length
          ? ` comes ${time(milliseconds(m.latency))} after the stimulus begins.`
          : ` comes at ${time(milliseconds(m.latency))}.`;
    if (m.count === 1 || m.first_isi === null || m.last_isi === null) return `One spike.${when && ` It${when}`}`;
    const first = time(milliseconds(m.first_isi));
    const intervals =
      m.isi.length === 1
        ? ` The interval is ${first}.`
        : ` The first interval is ${first}, the last ${time(milliseconds(m.last_isi))}.`;
    return `${m.count} spikes.${when && ` The first${when}`}${intervals}`;
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

  /** What a formula marks on the axis of the current. */
  highlighted: (/** @type {Marked} */ {symbol, value}) => `${flat(symbol)} = ${amps(significant(value, 6))}`,
  cursor: {
    label: (/** @type {string} */ plot) => `Instant, over ${plot}`,
    range: 'Instant, in ms',
    back: '‹ spike',
    backHint: 'Previous spike',
    on: 'spike ›',
    onHint: 'Next spike',
    hold: 'Hold',
    holdHint: 'The cursor stays where it is while the mouse moves; a click in a plot over time does the same',
    clear: 'Let the cursor go (Escape)',
    names: {time: 't', v: 'v', u: 'u', current: 'I', dv_dt: 'dv/dt', du_dt: 'du/dt'},
    /** The balance of currents, in the order of the equation. */
    terms: {
      capacitive: 'C dv/dt =',
      membrane: 'k(v − v<sub>r</sub>)(v − v<sub>t</sub>)',
      recovery: '− u',
      current: '+ I',
    },
    /** The instant as a screen reader says it. */
    short: (/** @type {Results} */ {cursor, instant, runs, selected}) =>
      instant
        ? `${time(brief(cursor))}: v ${volts(readOut(instant.v))}, u ${amps(readOut(instant.u))}, I ${amps(brief(instant.current))}`
        : `${time(brief(cursor))}: ${words.cursor.missing(runs[selected], cursor)}`,
    missing: (/** @type {Result} */ {experiment, recording: {ended}}, /** @type {number} */ at) =>
      at > experiment.duration
        ? `This run is over after ${time(brief(experiment.duration))}.`
        : ended.kind !== 'finished' && ended.time < at
          ? `This run stopped at ${time(brief(ended.time))}.`
          : 'This instant lies too many steps into the run to be followed.',
  },

  plane: {
    start: 'Start of the run, in the phase plane',
    startHint: 'The start of the run. Drag it, move it with the arrow keys, or click anywhere in the plane.',
    zoomed: 'Zoom',
    zoomedHint: 'A closer look at where the cell can rest, or nearly can',
    backward: 'Backward in time',
    backwardHint: 'Where the state at the cursor came from, under the current of that instant',
    state: (/** @type {{v: number, u: number}} */ {v, u}) => `v ${volts(brief(v))}, u ${amps(brief(u))}`,
    curves: {
      v: 'dv/dt = 0',
      u: 'du/dt = 0',
      c: 'v = c',
      threshold: 'threshold',
      parabola: 'invariant at I*',
      backward: 'backward',
    },
    point: (/** @type {FixedPoint} */ {kind, frequency}) =>
      frequency === null ? kind : `${kind}, ${withUnit(significant(frequency, 2), unitOf('frequency'))}`,
    at: (/** @type {Marked} */ {symbol}) => `dv/dt = 0 at ${flat(symbol)}`,
    tableTitle: (/** @type {number} */ current) => `Fixed points at I = ${amps(brief(current))}`,
    noneAt: (/** @type {number} */ current) => `There is no fixed point at I = ${amps(brief(current))}.`,
    kind: 'Kind',
    column: (/** @type {string} */ name) => headed(words.plane.columnNames[name] ?? name, name),
    columnNames: {
      real_1: 'eigenvalue 1, real',
      real_2: 'eigenvalue 2, real',
      imaginary: '± imaginary',
      frequency: 'rings at',
    },
    /** The curves of the plane with the numbers put in. */
    formulas: (/** @type {Cell} */ {k, vr, vt, b, c, d}, /** @type {number} */ current) => {
      const less = (/** @type {number} */ x) => (x ? `(v ${x < 0 ? '+' : '−'} ${prose(Math.abs(x))})` : 'v');
      const plus = (/** @type {number} */ x) => (x < 0 ? `− ${prose(-x)}` : `+ ${prose(x)}`);
      return (
        `dv/dt = 0 where u = ${prose(k)} ${less(vr)} ${less(vt)} ${plus(Number(current.toPrecision(10)))}; ` +
        `du/dt = 0 where u = ${prose(b)} ${less(vr)}; ` +
        `after a spike v = ${prose(c)} and u is ${prose(Math.abs(d))} ${d < 0 ? 'less' : 'more'} than before.`
      );
    },
    /** A sentence of the core. */
    sentence: (/** @type {string} */ text) => typeset(text),
    unknown: 'What separates firing from rest could not be worked out here.',
    count: ['No fixed point', 'One fixed point', 'Two fixed points'],
    where: (/** @type {FixedPoint} */ point) => `at ${words.plane.state(point)} a ${typeset(point.text)}`,
    /** The plane for those who cannot see it. */
    summary: (/** @type {Results} */ {plane, planeWindow, start, instant}, /** @type {string} */ separates) => {
      const {v_low, v_high, u_low, u_high} = planeWindow;
      const ranges = words.describe.ranges([
        ['v', {low: v_low, high: v_high}],
        ['u', {low: u_low, high: u_high}],
      ]);
      const points = plane.fixed_points;
      const list = points.length ? `: ${points.map(words.plane.where).join('; ')}` : '';
      const now = instant ? ` The state at the cursor is ${words.plane.state(instant)}.` : '';
      return (
        `${words.plots.phase} at I = ${amps(brief(plane.current))}, ${ranges}. ` +
        `${!points.length && separates ? '' : `${words.plane.count[points.length]}${list}. `}${separates} ` +
        `The run starts at ${words.plane.state(start)}.${now} ${words.describe.phase}`
      );
    },
  },

  equation: 'The model, with the numbers of this cell',
  describe: {
    trace: (/** @type {string} */ plot, /** @type {string} */ range, /** @type {string} */ runs) =>
      `${plot}, ${range}. ${runs}`,
    /** Ranges of several quantities, by name. */
    ranges: (/** @type {[string, {low: number, high: number}][]} */ list) =>
      list
        .map(([name, {low, high}]) => `${words.axisNames[name]} ${words.describe.range(low, high, unitOf(name))}`)
        .join(', '),
    range: (/** @type {number} */ low, /** @type {number} */ high, /** @type {string} */ unit) =>
      `${significant(low, 3)} to ${withUnit(significant(high, 3), unit)}`,
    time: (/** @type {number} */ from, /** @type {number} */ to) => `from ${prose(from)} to ${time(prose(to))}`,
    phase: 'The orbit of v and u; dashed lines are resets.',
    rate: (/** @type {number} */ count) =>
      count === 1
        ? 'The interval of the runs on show is 1 point.'
        : `The intervals of the runs on show are ${count} points.`,
  },

  resume: 'Go on',
  fi: {
    steady: 'steady',
    first: 'first interval',
    spikes: 'spikes',
    bursts: 'bursts',
    ownCurrent: 'this run',
    run: 'Run it',
    near: 'Near onset',
    nearTitle: 'The rate near its onset, over powers of ten of the distance from it',
    table: 'Table',
    tableTitle: 'The f–I curve',
    tableNote: (/** @type {Experiment} */ run) => `A step without end, ${words.startLabel(run)}.`,
    scan: 'Current along the f–I curve',
    scanOnset: 'Distance from the onset',
    prompt: 'Move along the curve to read it; a click, Enter or the button runs that current.',
    distance: () => headed('I − onset', 'current'),
    working: 'It is being worked out.',
    progress: (/** @type {number} */ found, /** @type {number} */ all) => `(${found} of ${all})`,
    /** One current of the curve. @param {FiCurve} curve @param {number} i */
    say: ({current, steady_rate, first_rate, latency, spikes, cycle}, i) => {
      const at = amps(significant(current[i], 6));
      if (spikes[i] === 0) return `${at}: no spike.`;
      const rate = hertz(significant(steady_rate[i], 5));
      const every = cycle[i] === 1 ? 'a cycle of 1 spike' : `a cycle of ${cycle[i]} spikes`;
      const lasting =
        steady_rate[i] > 0
          ? `steady ${rate} (${cycle[i] > 0 ? every : 'a mean: no repeat within 5 s'})`
          : `${words.spikeCount(spikes[i])}, then silence`;
      const first = first_rate[i] > 0 ? `, first interval ${hertz(significant(first_rate[i], 5))}` : '';
      return `${at}: ${lasting}${first}, first spike after ${time(milliseconds(latency[i]))}.`;
    },
    /** @param {Onset} onset @param {number} i */
    sayOnset: ({distance, rate, cycle_rate, cycle}, i) => {
      const bursts = cycle[i] > 1 ? `, ${significant(cycle_rate[i], 4)} cycles a second of ${cycle[i]} spikes` : '';
      return `${amps(significant(distance[i], 3))} above the onset: ${hertz(significant(rate[i], 5))}${bursts}.`;
    },
    /** The law fitted near the onset. @param {Onset} onset */
    law: ({exponent, jump, period_per_decade}) => {
      if (jump !== null) return `jump to ${hertz(significant(jump, 3))}`;
      if (period_per_decade !== null) return `+${time(significant(period_per_decade, 3))} a decade`;
      return exponent === null ? '' : `distance to the power ${fixed(exponent, 3)}`;
    },
    /** The closed forms beside it. @param {ClosedForm[]} forms */
    forms: (forms) => {
      const said = thresholdForms(forms).map(({symbol, value}) => `${symbol} = ${amps(fixed(Number(value), 4))}`);
      return said.length ? `In closed form: ${said.join(', ')}.` : '';
    },
    /** The lines that mark where firing begins. @param {Rheobase | undefined} rheobase @param {ClosedForm[]} forms */
    marks: (rheobase, forms) => {
      const [one, on] = [rheobase?.single.current ?? null, rheobase?.lasting.current ?? null];
      const same = one !== null && on !== null && on - one < 2e-6;
      return [
        ...(one === null ? [] : [{at: one, text: same ? 'firing begins' : 'one spike', dash: []}]),
        ...(on === null || same ? [] : [{at: on, text: 'lasting', dash: []}]),
        ...thresholdForms(forms).map(({symbol, value}) => ({at: /** @type {number} */ (value), text: symbol})),
      ];
    },
    gain: (/** @type {number | null | undefined} */ gain) =>
      gain == null
        ? ''
        : `Above it the steady rate gains ${withUnit(significant(gain, 4), `${unitOf('rate')}/${unitOf('current')}`)}.`,
    /** What the plot says where no curve can. @param {FiCurve | undefined} curve @param {boolean} done @param {Rheobase | undefined} rheobase */
    note: (curve, done, rheobase) => {
      if (!curve || !done) return '';
      if (rheobase?.single.reason_id === 'fires_at_rest') return rheobase.single.reason;
      return curve.spikes.some((count) => count > 0) ? '' : 'No current of this range makes it fire.';
    },
    /** @param {FiCurve | undefined} curve @param {Range_} range @param {Result[]} runs @param {string[]} said */
    describe: (curve, range, runs, said) => {
      const across = `Rate against a steady current, I ${words.describe.range(range.from, range.to, unitOf('current'))}`;
      const points = runs.reduce((sum, {rates}) => sum + rates.rate.length, 0);
      const own = points ? ` ${words.describe.rate(points)}` : '';
      if (!curve?.current.length) return `${across}. ${words.fi.working}${own}`;
      const last = curve.current.length - 1;
      const ends = [0, last].map((i) => words.fi.say(curve, i)).join(' ');
      return `${across}. ${[ends, ...said].filter(Boolean).join(' ')}${own}`;
    },
  },

  thresholds: {
    single: 'One spike',
    lasting: 'Lasting firing',
    show: 'Show',
    showHint: (/** @type {number} */ current) => `Runs a step of ${amps(prose(current))}, just above`,
    from: (/** @type {Experiment} */ run) => `beginning ${words.startLabel(run)}`,
    value: (/** @type {number} */ current) => amps(fixed(current, 6)),
    /** The closed forms beside them. @param {ClosedForm[]} forms */
    forms: (forms) => thresholdForms(forms).map(({symbol, name, value}) => ({symbol, name, current: Number(value)})),
    compared: 'In closed form:',
    scan: 'Length of the step along the curve',
    prompt: 'How strong a brief step must be. Move along the curve to read it; a click runs that step.',
    say: (/** @type {number} */ duration, /** @type {number} */ current) =>
      `A step of ${time(significant(duration, 4))} needs ${amps(significant(current, 8))} for a spike.`,
    rheobase: 'rheobase',
    twice: 'twice the rheobase',
    chronaxie: (/** @type {number} */ at) => `chronaxie ${time(significant(at, 4))}`,
    length: () => headed('length of the step', 'time'),
    tableTitle: 'Strength against duration',
    note: (/** @type {StrengthDuration | undefined} */ curve, /** @type {boolean} */ done) =>
      done && curve && !curve.duration.length ? curve.text : '',
    describe: (/** @type {StrengthDuration | undefined} */ curve, /** @type {Range_} */ range) => {
      const across = `Strength of a step against its length, ${words.describe.range(range.from, range.to, unitOf('time'))}`;
      if (!curve?.duration.length) return `${across}. ${words.fi.working}`;
      const last = curve.duration.length - 1;
      const ends = [0, last].map((i) => words.thresholds.say(curve.duration[i], curve.current[i]));
      return [`${across}.`, ...ends, curve.text].join(' ');
    },
  },

  why: {
    thresholds: 'Under a steady current',
    rest: 'At rest, without a current',
    holds: (/** @type {string} */ condition) => `${condition} holds.`,
    needs: (/** @type {string} */ condition) => `Needs ${condition}.`,
    /** By what is marked. @type {Record<string, string>} */
    show: {
      current: 'Show in the diagram',
      parabola: 'Show the parabola',
      'fixed points': 'Show the fixed points',
      rest: 'Show rest',
    },
    showIt: 'Show in the plots',
    run: 'Run this current',
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
    text: 'Spikes come from an adaptive Taylor method and are exact to about ten digits and more, except where a cell is chaotic (the chattering cell near 456 pA, after some seconds) and no arithmetic of this kind can follow it. With Runge-Kutta or Euler in fixed steps you see what a script makes of the same cell. The upstroke of a spike is the model’s own; its cut at the peak and its fall are set by hand. There are no ion channels, and there is no noise.',
    model:
      'Model: E. M. Izhikevich, Dynamical Systems in Neuroscience, MIT Press, 2007, chapter 8. Figures: I. Cooper, Izhikevich quadratic model for spiking neurons, Doing Physics with Python.',
    licences: 'Licences of everything in this page',
    version: (/** @type {string} */ version) => `Version ${version}.`,
  },
  cannotStart:
    'The lab cannot start: this page may not compile WebAssembly. A page with a content security policy must allow it by script-src ‘wasm-unsafe-eval’.',
};
