// words/en.js: all that is said in English. Every other language has the same shape.
import {wordOf} from './word-of.js';
import {unitAt, unitOf} from '../engine/quantities.js';
import {numbersWith, withUnit} from './format.js';
import {
  afterTable,
  amps,
  capital,
  counted,
  diagramTable,
  flat,
  headed,
  hertz,
  listed,
  NO_RATE,
  rangeWith,
  time,
  volts,
} from './say.js';
import {tell} from './tell.js';

const numbers = numbersWith('.');
const {bound, located, measured, milliseconds, place, prose, readOut, timeIn} = numbers;

/** So many stimuli are named one by one. */
const MOST_LISTED = 4;

/** How strong a stimulus of each kind is. @type {Record<Stimulus['kind'], (one: any) => string>} */
const AMOUNTS = {
  step: ({amplitude}) => amps(prose(amplitude)),
  ramp: ({from, to}) => `${prose(from)} to ${amps(prose(to))}`,
};

/** @param {Experiment} run */
const amount = ({stimulus, initial}) => {
  if (stimulus.length > MOST_LISTED) return `${stimulus.length} currents`;
  if (!stimulus.length) return initial.kind === 'at' ? volts(prose(initial.v)) : 'no current';
  return stimulus.map((one) => AMOUNTS[one.kind](one)).join(' + ');
};

/** @param {Solver} solver */
const method = (solver) => (solver.kind === 'exact' ? '' : `, ${solver.kind}`);

const fromTo = rangeWith((low, high) => `${low} to ${high}`);
/** Groups of so many spikes. @param {number} spikes */
const groupsOf = (spikes) => ({2: 'doublets', 3: 'triplets'})[spikes] ?? `groups of ${spikes} spikes`;
/** @param {string} speed @param {{spikes: number} & Record<'low' | 'high' | 'between_low' | 'between_high' | 'rate', string>} groups */
const groups = (speed, {spikes, low, high, between_low, between_high, rate}) =>
  `${speed} ${groupsOf(spikes)}: ${fromTo(low, high)} within each, ${fromTo(between_low, between_high)} between them (${rate} on average)`;
/** What is added to a sentence, where there is something. @param {string} more */
const inBrackets = (more) => more && ` (${more})`;

/** Small numbers in words, by themselves. */
const NUMERALS = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** So many spikes. @param {number} spikes */
const spikesOf = (spikes) => (spikes === 0 ? 'no spikes' : spikes === 1 ? 'one spike' : `${spikes} spikes`);
/** The same, to be followed by when the first comes. @param {number} spikes */
const firstOf = (spikes) => `${spikesOf(spikes)},${spikes === 1 ? '' : ' the first'}`;
/** The spikes of the run on show under a steady current. @param {number} spikes @param {string} current */
const ownSpikes = (spikes, current) => `This run’s ${spikes} spikes while the current is steady at ${current}`;
/** Which spike a threshold in fixed steps is about. */
const IN_ITS_STEPS = 'before the end of this run, in its own fixed steps';

/** What a nullcline is. */
const NULLCLINE =
  'Nullcline: the curve on which one variable stands still, dv/dt = 0 or du/dt = 0. Where the two cross, the cell can rest.';
/** How exact the exact method is. */
const ACCURACY = 'exact to about ten digits and more, except where a cell is chaotic';

/** What the core says. @type {import('./texts.d.ts').CoreTexts} */
const core = {
  sentences: ({all}) => all.join(' '),

  'sag.no_step': 'There is no step to measure: the first stimulus is not a step.',
  'sag.no_amplitude': 'There is nothing to measure: the step’s amplitude is 0.',
  'sag.outside': 'There is nothing to measure: the step must begin within the run.',
  'sag.fires': 'The cell fires during the step, so there is no sag to measure.',
  'sag.stops': 'The run stops before the step ends.',
  'sag.too_long': ({steps}) =>
    `Measuring the response takes more than ${steps} steps of the solver, so it is not measured.`,
  'sag.by_exact': ({answer}) => `What follows is from an exact run. ${answer}`,
  'sag.sags': ({from, to, by, back}) =>
    `During the step v goes from ${from} to ${to} and sags back by ${by} to ${back}.`,
  'sag.stays': ({from, to}) => `During the step v goes from ${from} to ${to} and does not sag.`,
  'sag.to_end': 'It lasts to the end of the run.',
  'sag.unmeasured': ({steps}) =>
    `What comes after it takes more than ${steps} steps of the solver, so it is not measured.`,
  'sag.rebound': ({spikes}) => `After it, the cell fires ${counted(spikes, 'spike', 'spikes')}.`,
  'sag.swings': ({by}) => `After it, v swings past where it came from by ${by}, without a spike.`,
  'sag.returns': 'After it, v returns without swinging past where it came from.',

  'pattern.does': ({what}) => `${capital(what)}.`,
  'pattern.falls_silent': ({what, quiet}) => `${capital(what)}, then silent for the last ${quiet}.`,
  'pattern.bursting': ({fewest, most, low, high, beginning}) =>
    `bursting: ${fromTo(fewest, most)} spikes per burst, ${fromTo(low, high)} between bursts${inBrackets(beginning)}`,
  'pattern.bursts_and_singles_in_turn': ({fewest, most, low, high}) =>
    `bursting: bursts of ${fromTo(fewest, most)} spikes alternate with single spikes, ${fromTo(low, high)} between them`,
  'pattern.bursts_and_singles': ({fewest, most, low, high}) =>
    `irregular bursting: bursts of ${fromTo(fewest, most)} spikes and single spikes, ${fromTo(low, high)} between them`,
  'pattern.single_first': 'a single spike comes first',
  'pattern.first_burst': ({spikes}) => `the first burst has ${spikes} spikes`,
  'pattern.fast_groups': ({spikes, low, high, between_low, between_high, rate}) =>
    groups('fast', {spikes, low, high, between_low, between_high, rate}),
  'pattern.slow_groups': ({spikes, low, high, between_low, between_high, rate}) =>
    groups('slow', {spikes, low, high, between_low, between_high, rate}),
  'pattern.stops': ({spikes, time}) => `firing that stops: ${spikes} spikes in ${time}`,
  'pattern.strongly_adapting': ({from, to, at}) =>
    `strongly adapting: the intervals grow from ${from} to ${to}${inBrackets(at)}`,
  'pattern.adapting': ({from, to, at}) => `adapting: the intervals grow from ${from} to ${to}${inBrackets(at)}`,
  'pattern.speeding_up': ({from, to, at}) => `speeding up: the intervals shrink from ${from} to ${to}${inBrackets(at)}`,
  'pattern.two_spikes': ({apart}) => `2 spikes, ${apart} apart`,
  'pattern.three_spikes': ({first, second}) => `3 spikes, ${first} and ${second} apart`,
  'pattern.then': ({first, next}) => `${first}, then ${next}`,
  'pattern.onset_burst': ({spikes}) => `onset burst of ${spikes} spikes`,
  'pattern.late_burst': ({singles, spikes}) =>
    `${counted(singles, 'single spike', 'single spikes')}, then a burst of ${spikes} spikes`,
  'pattern.two_bursts': ({first, second}) => `2 bursts at the onset, of ${first} and ${second} spikes`,
  'pattern.more_bursts': ({bursts, fewest, most}) => `${bursts} bursts at the onset, of ${fromTo(fewest, most)} spikes`,
  'pattern.pair': ({apart}) => `a pair of spikes ${apart} apart`,
  'pattern.one_more': ({after}) => `one more spike ${after} later`,
  'pattern.two_more': ({first, second}) => `2 more spikes, at intervals of ${first} and ${second}`,
  'pattern.more': ({spikes, time}) => `${spikes} more spikes in ${time}`,
  'pattern.tonic': ({at}) => `tonic firing at ${at}`,
  'pattern.settling': ({at, low, high}) =>
    `tonic firing at ${at}, still settling: alternating intervals of ${low} and ${high} draw together`,
  'pattern.alternating': ({low, high, rate}) => `alternating intervals of ${low} and ${high} (${rate} on average)`,
  'pattern.cycle': ({intervals, low, high, rate}) =>
    `a cycle of ${intervals} intervals of ${fromTo(low, high)} (${rate} on average)`,
  'pattern.after_first': ({what, first}) => `${what}; the first interval is ${first}`,
  'pattern.growing': ({from, to}) => `intervals that grow from ${from} to ${to}`,
  'pattern.shrinking': ({from, to}) => `intervals that shrink from ${from} to ${to}`,
  'pattern.irregular': ({low, high, rate}) => `irregular intervals of ${fromTo(low, high)} (${rate} on average)`,
  'pattern.rate': ({rate}) => rate,
  'pattern.steady_rate': ({rate}) => `steady rate ${rate}`,
  'pattern.about': ({rate}) => `about ${rate}`,
  'pattern.silent': 'Silent: no spikes.',
  'pattern.silent_meanwhile': 'Silent while the stimulus is on.',
  'pattern.single': 'A single spike.',
  'pattern.single_meanwhile': 'A single spike while the stimulus is on.',
  'pattern.coincide': 'Irregular: some spikes coincide.',
  'pattern.shrink_without_end': ({from, to}) => `Runaway: the intervals shrink without end, from ${from} to ${to}.`,
  'pattern.u_falls': ({interval}) => `Runaway: u falls without limit, at intervals of ${interval}.`,
  'pattern.stretch': ({from, to}) => `This is from ${from} to ${to}, while the current is steady.`,
  'pattern.current_changes': 'The current changes during this time.',
  'pattern.before_stretch': ({spikes}) => `${counted(spikes, 'spike comes', 'spikes come')} before that.`,
  'pattern.after_stretch': ({spikes}) => `${counted(spikes, 'spike comes', 'spikes come')} after that.`,
  'pattern.before_stimulus': ({spikes}) => `${counted(spikes, 'spike comes', 'spikes come')} before the stimulus.`,
  'pattern.after_stimulus': ({spikes}) => `${counted(spikes, 'spike comes', 'spikes come')} after the stimulus.`,
  'pattern.stopped': ({time}) => `The run stopped at ${time}.`,

  'verdict.only': ({what}) => `${capital(what)}.`,
  'verdict.because': ({what, reason}) => `${capital(what)}: ${reason}.`,
  'verdict.silent': 'no spike, however long',
  'verdict.silent_here': 'no spike in this run',
  'verdict.not_yet': ({takes, lasts}) => `no spike yet, since the first takes ${takes} and the run leaves ${lasts}`,
  'verdict.delayed': ({latency}) => `the first spike takes ${latency}`,
  'verdict.single': ({v}) => `one spike, then rest at ${v}`,
  'verdict.so_far': ({next}) => `one spike so far, since the next takes ${next} more`,
  'verdict.one': 'one spike',
  'verdict.then_rest': ({what, v}) => `${what}, then rest at ${v}`,
  'verdict.then_pause': ({what, next}) => `${what}, then a pause of ${next}`,
  'verdict.then_silence': ({what}) => `${what}, then silence`,
  'verdict.spikes_within': ({spikes, time}) => `${spikesOf(spikes)} within ${time}`,
  'verdict.burst_then': ({spikes, at}) => `a burst of ${spikes}, then ${at}`,
  'verdict.adapting': ({from, to}) => `adapting firing, with intervals from ${from} to ${to}`,
  'verdict.speeding_up': ({from, to}) => `firing that speeds up, with intervals from ${from} to ${to}`,
  'verdict.bursts': ({fewest, most, low, high}) => `bursts of ${fromTo(fewest, most)}, ${fromTo(low, high)} apart`,
  'verdict.bursts_and_singles': ({fewest, most, low, high}) =>
    `bursts of ${fromTo(fewest, most)} and single spikes, ${fromTo(low, high)} apart`,
  'verdict.groups': ({spikes, low, high, between_low, between_high}) =>
    `${groupsOf(spikes)}, ${fromTo(low, high)} within and ${fromTo(between_low, between_high)} between them`,
  'verdict.runs_away': ({spikes, time}) => `firing runs away, with ${spikesOf(spikes)} in ${time}`,
  'verdict.released': ({spikes, after}) => `${firstOf(spikes)} ${after} after release`,
  'verdict.after_step': ({spikes, after}) => `${firstOf(spikes)} ${after} after the step ends`,
  'verdict.until_end': ({what}) => `${what} until the step ends`,
  'verdict.silent_step': 'no spike, during the step or after it',
  'verdict.no_spike': 'no spike',
  'verdict.rising': ({current}) => `the first spike comes when the ramp has reached ${current}`,
  'verdict.falling': ({current}) => `the last spike comes when the ramp is down to ${current}`,
  'verdict.changing': ({spikes, changes}) =>
    `${spikesOf(spikes)} while the current changes ${changes === 1 ? 'once' : `${changes} times`}`,
  'verdict.pulses': ({spikes, pulses, amplitude, length}) =>
    `${spikesOf(spikes)} to ${counted(pulses, 'pulse', 'pulses')} of ${amplitude}, ${length} each`,
  'verdict.later': ({time, current, what}) => `from ${time} on, at ${current}, ${what}`,
  'verdict.stopped': ({time, duration}) => `the run stopped at ${time} of ${duration}`,
  'verdict.alone': ({current}) => current,
  'verdict.in_all': ({current}) => `a total of ${current}`,
  'verdict.below_rest': ({current, below, threshold}) =>
    `${current} is ${below} below ${threshold}, so a resting state is left`,
  'verdict.above_rest': ({current, above, threshold}) =>
    `${current} is ${above} above ${threshold}, where rest is lost`,
  'verdict.just_above_rest': ({current, above, threshold}) =>
    `${current} is only ${above} above ${threshold}, where rest is lost`,
  'verdict.barely_above': ({current, above, threshold}) => `${current} is only ${above} above ${threshold}`,
  'verdict.at': ({current}) => `${current} is the threshold itself, to six decimals`,
  'verdict.below_start': ({current, below, threshold}) =>
    `${current} is ${below} below ${threshold}, where firing begins`,
  'verdict.above_start': ({current, above, threshold}) =>
    `${current} is ${above} above ${threshold}, where firing begins and lasts`,
  'verdict.below_first': ({current, below, first}) => `${current} is ${below} below the first spike (${first})`,
  'verdict.between': ({current, above, first, below, lasting}) =>
    `${current} is ${above} above the first spike (${first}) but ${below} short of lasting firing (${lasting})`,
  'verdict.above_lasting': ({current, above, lasting}) =>
    `${current} is ${above} above ${lasting}, so firing never ends`,
  'verdict.above_first': ({current, above, first}) => `${current} is ${above} above the first spike (${first})`,
  'verdict.step_below': ({current, below, first, length}) =>
    `${current} is ${below} below the ${first} that a step of ${length} needs for a spike`,
  'verdict.step_above': ({current, above, first, length}) =>
    `${current} is ${above} above the ${first} that a step of ${length} needs for a spike`,
  'verdict.fixed_below': ({current, below, first, dt}) =>
    `${current} is ${below} below ${first}, where this run begins to fire in steps of ${dt}`,
  'verdict.fixed_above': ({current, above, first, dt}) =>
    `${current} is ${above} above ${first}, where this run begins to fire in steps of ${dt}`,
  'verdict.needs': ({first, v}) => `a first spike needs ${first}, and without a current v rests at ${v}`,
  'verdict.ramp_above': ({above, threshold}) =>
    `that is ${above} above ${threshold}, where rest is lost, since v lags behind`,
  'verdict.ramp_below': ({below, threshold}) =>
    `that is ${below} below ${threshold}, where rest is lost, since the rise carries v past it`,
  'verdict.falls_above': ({above, threshold}) => `that is ${above} above ${threshold}, where rest returns`,
  'verdict.falls_below': ({below, threshold}) =>
    `that is ${below} below ${threshold}, where rest returns, since firing outlasts it`,
  'verdict.ramp_stays': ({most, below, threshold}) =>
    `the highest current, ${most}, is ${below} below ${threshold}, where rest is lost`,
  'verdict.ramp_reaches': ({most, above, threshold}) =>
    `the highest current, ${most}, is ${above} above ${threshold}, where rest is lost, but not for long enough`,
  'verdict.start_below': ({v, below, edge, u}) =>
    `the start, ${v}, is ${below} below ${edge}, from where v rises to the peak at u = ${u}`,
  'verdict.start_above': ({v, above, edge, u}) =>
    `the start, ${v}, is ${above} above ${edge}, from where v rises to the peak at u = ${u}`,
  'verdict.low_u': ({u, below, rest}) =>
    `the start, at u = ${u}, is ${below} below the ${rest} of rest, so v is carried past it`,
  'verdict.at_peak': ({v, vpeak}) => `the start, ${v}, is not below vpeak (${vpeak}), so it is reset at once`,
  'verdict.inside': ({low, high}) =>
    `the start lies inside the unstable cycle (v from ${low} to ${high}), the basin of rest`,
  'verdict.resets': ({inside, outside}) =>
    `after one reset u is ${inside}, and v soon fires again; after the next it is ${outside}, and v must wait`,
  'verdict.resets_beside': ({inside, outside, level}) =>
    `reset to u = ${inside}, below the nullcline’s ${level}, v rises at once; reset to ${outside}, it must wait`,
  'verdict.rebound': ({v, from, to}) => `at ${v} u fell from ${from} to ${to}, so v, let go, is carried past rest`,
  'verdict.rebound_held': ({v, from, to, hold}) =>
    `at ${v} u fell from ${from} to ${to}, so the ${hold} that held v at rest now carries it over`,
  'verdict.takes_more': ({takes, gives}) =>
    `each spike takes ${takes} off u, and an interval gives back only about ${gives}`,
  'verdict.held_down': ({current, v, back}) => `under ${current} v falls to ${v}, and then returns to ${back}`,
  'verdict.too_dense': ({most}) => `spikes come faster than ${most} per millisecond`,
  'verdict.budget': ({spikes}) => `its solver steps are used up, with ${spikesOf(spikes)} by then`,
  'verdict.overflow': 'its numbers have outgrown double precision',
  'verdict.creeps': ({v}) => `v creeps up to ${v} and stays.`,
  'verdict.settles': ({v}) => `v comes to rest at ${v}.`,
  'verdict.unheld': 'Nothing holds v any more, so spike follows spike.',
  'verdict.ghost': 'Rest is just gone, and v creeps past the place where it was.',
  'verdict.for_good': 'With a = 0, each spike adds d to u for good.',
  'verdict.jumps': ({jumps}) => `The burst ends once u has grown by ${NUMERALS[jumps] ?? jumps} jumps of d.`,

  'rule.none_in_stretch': 'There is no spike in this time.',
  'rule.none_in_stimulus': 'There is no spike while the stimulus is on.',
  'rule.none_in_run': 'There is no spike in this run, which has no stimulus.',
  'rule.one_in_stretch': 'There is one spike in this time.',
  'rule.one_in_stimulus': 'There is one spike while the stimulus is on.',
  'rule.one_in_run': 'There is one spike in this run, which has no stimulus.',
  'rule.coincide': ({interval}) => `There are intervals of ${interval}.`,
  'rule.too_fast': ({spikes}) => `The spikes came faster than ${spikes} per millisecond.`,
  'rule.u_falls': ({u, takes, gives}) =>
    `After its last spike u is ${u}, so low that each spike takes more from it (${takes}) than an interval gives back (about ${gives}).`,
  'rule.fell_silent': ({quiet, times, longest, least}) =>
    `The last ${quiet}, without a spike, are ${times} times as long as the longest interval, ${longest} (${least} times or more: it has fallen silent).`,
  'rule.not_settled': 'The intervals had not settled.',
  'rule.all_shorter': ({shorter}) => `All of them are shorter than ${shorter}.`,
  'rule.few_spikes': ({spikes, most}) => `There are ${spikes} spikes (up to ${most}: a burst).`,
  'rule.long_silence': ({times, time, least}) =>
    `The silence is ${times} times as long as the firing, ${time} (${least} times or more: a burst).`,
  'rule.had_settled': ({intervals, within}) =>
    `Before the silence ${intervals} intervals are the same to within ${within}: the firing had settled, so it is not a burst.`,
  'rule.settled_but_last': ({intervals, within}) =>
    `Before the last interval ${intervals} intervals are the same to within ${within}: the firing had settled, so it is not a burst.`,
  'rule.had_repeated': ({cycle, within}) =>
    `Before the silence the intervals repeat in a cycle of ${cycle}, to within ${within}: the firing had settled, so it is not a burst.`,
  'rule.repeated_but_last': ({cycle, within}) =>
    `Before the last interval the others repeat in a cycle of ${cycle}, to within ${within}: the firing had settled, so it is not a burst.`,
  'rule.too_slow': ({longest, shorter}) =>
    `The longest interval is ${longest}, and intervals within a burst are shorter than ${shorter}: not a burst.`,
  'rule.too_many': ({spikes, most}) =>
    `There are ${spikes} spikes, and a burst that ends by itself has ${most} at most: not a burst.`,
  'rule.short_silence': ({spikes, most, times, time, below}) =>
    `There are ${spikes} spikes, more than ${most}, and the silence is ${times} times as long as the firing, ${time} (less than ${below} times: not a burst).`,
  'rule.two_sorts': ({low, high, times, least}) =>
    `The intervals fall into two sorts, up to ${low} and from ${high} on, ${times} times as long (${least} times or more: two sorts).`,
  'rule.two_late_sorts': ({low, high, times, least}) =>
    `In the second half of the train the intervals fall into two sorts, up to ${low} and from ${high} on, ${times} times as long (${least} times or more: two sorts).`,
  'rule.burst_limit': ({shorter, pause, limit}) =>
    `Intervals within a burst are shorter than ${shorter}, and a pause lasts at least ${pause}; here intervals below ${limit} lie within a burst.`,
  'rule.turns': ({turns, least}) =>
    `The sorts alternate, with ${turns} changes from one to the other (${least} or more: it bursts).`,
  'rule.comes_back': 'Short ones keep coming back in the second half of the train, so it bursts.',
  'rule.take_turns': 'The two sorts take turns.',
  'rule.groups_pause_short': ({pause}) => `They are not bursts: a pause between bursts lasts at least ${pause}.`,
  'rule.groups_too_slow': ({shorter}) => `They are not bursts: intervals within a burst are shorter than ${shorter}.`,
  'rule.groups_not_late': 'They are not bursts: they do not keep taking turns in the second half of the train.',
  'rule.bursts_of_onset': 'No short one comes in the second half of the train, so the bursts belong to the onset.',
  'rule.jump': ({spike, from, to, times, least, later}) =>
    `After spike ${spike} the interval jumps from ${from} to ${to}, ${times} times as long (${least} times or more: an onset burst), and no later one is as short again (${later} at least).`,
  'rule.outside_burst': ({interval, shorter}) =>
    `The interval of ${interval} before the jump lies outside the burst: intervals within a burst are shorter than ${shorter}.`,
  'rule.pair': ({first, shorter, times, least}) =>
    `The first interval, ${first}, is too long for a burst, since intervals within a burst are shorter than ${shorter}; but all the others are at least ${times} times as long (${least} times or more: a pair).`,
  'rule.one_follows': 'Only one interval follows, too few to call it a train.',
  'rule.two_follow': 'Only two intervals follow, and they differ: too few to call them a train.',
  'rule.late_once': ({low, high, times}) =>
    `In the second half of the train, intervals of up to ${low} and from ${high} on, ${times} times as long, are two sorts, but they change from one to the other only once, so there are no bursts.`,
  'rule.one_sort': ({least, times}) =>
    `No interval is ${least} times as long as the next shorter one (the largest ratio is ${times}), so there are no bursts.`,
  'rule.all_too_long': ({shortest, shorter}) =>
    `The shortest interval is ${shortest}, and intervals within a burst are shorter than ${shorter}, so there are no bursts.`,
  'rule.all_too_short': ({longest, pause}) =>
    `The longest interval is ${longest}, and a pause between bursts lasts at least ${pause}, so there are no bursts.`,
  'rule.short_too_long': ({low, high, times, shorter}) =>
    `Intervals of up to ${low} and from ${high} on, ${times} times as long, are two sorts, but intervals within a burst are shorter than ${shorter}, so there are no bursts.`,
  'rule.long_too_short': ({low, high, times, pause}) =>
    `Intervals of up to ${low} and from ${high} on, ${times} times as long, are two sorts, but a pause between bursts lasts at least ${pause}, so there are no bursts.`,
  'rule.no_turns': ({low, high, times}) =>
    `Intervals of up to ${low} and from ${high} on, ${times} times as long, do not take turns in the second half of the train, so there are no bursts.`,
  'rule.strongly_adapting': ({times, below}) =>
    `The ratio of the first interval to the last is ${times} (below ${below}: strongly adapting).`,
  'rule.adapting': ({times, below}) =>
    `The ratio of the first interval to the last is ${times} (below ${below}: adapting).`,
  'rule.speeding_up': ({times, above}) =>
    `The ratio of the first interval to the last is ${times} (above ${above}: speeding up).`,
  'rule.hardly_adapting': ({times, from, to}) =>
    `The ratio of the first interval to the last is ${times} (${from} to ${to}: hardly adapting).`,
  'rule.one_interval': ({interval}) => `There is only one interval, of ${interval}: too few to call it a train.`,
  'rule.two_intervals': 'There are only two intervals, and they differ: too few to call them a train.',
  'rule.draw_together': 'The last intervals alternate between longer and shorter, by less and less.',
  'rule.repeats': ({cycle, within}) => `The intervals repeat in a cycle of ${cycle}, to within ${within}.`,
  'rule.one_way': 'The last intervals change in one direction only.',
  'rule.no_cycle': ({most}) => `They do not repeat in any cycle of up to ${most} intervals.`,
  'rule.last_alike': ({intervals, within}) => `The last ${intervals} intervals are the same to within ${within}.`,
  'rule.two_differ': ({by, most}) => `The two intervals differ by ${by} (up to ${most}: tonic).`,
  'rule.vary': ({intervals, by, most}) =>
    `The last ${intervals} intervals vary by ${by} (coefficient of variation; up to ${most}: tonic).`,
  'rule.hardly_vary': ({intervals, less, most}) =>
    `The last ${intervals} intervals vary by less than ${less} (coefficient of variation; up to ${most}: tonic).`,

  'form.saddle_node': 'Saddle-node current',
  'form.saddle_node_means': 'Above this constant current no resting state is left (saddle-node bifurcation).',
  'form.hopf': 'Andronov-Hopf current',
  'form.hopf_means':
    'From this constant current on, oscillations around rest grow instead of dying away. Just below it, an unstable cycle around rest is the threshold (the bifurcation is always subcritical).',
  'form.period': 'Period at the Andronov-Hopf current',
  'form.period_means': 'How long one oscillation around rest takes at I_H.',
  'form.parabola': 'Current of the invariant parabola',
  'form.parabola_means':
    'Under this current a parabola through the saddle is an orbit: a state on it stays on it. Where resets land to its left, lasting firing begins here.',
  'form.focus_from': 'Rest rings from',
  'form.focus_from_means': 'Above this constant current rest is a focus: v rings on its way back to it.',
  'form.focus_to': 'Rest rings up to',
  'form.focus_to_means': 'From here up to I_SN the lower fixed point is a node again and no longer rings.',
  'form.conductance': 'Input conductance',
  'form.conductance_means': 'Steady change of current per change of v near rest.',
  'form.resistance': 'Input resistance',
  'form.resistance_means': 'Steady change of v per change of current near rest.',
  'form.passive': 'Passive time constant',
  'form.passive_means': 'The decay of v alone, with u held fixed.',
  'form.membrane': 'Membrane time constant',
  'form.membrane_means': 'The textbook product of capacitance and input resistance.',
  'form.fast': 'Fast time constant',
  'form.fast_means': 'The faster of the two decays back to rest.',
  'form.slow': 'Slow time constant',
  'form.slow_means': 'The slower of the two decays back to rest.',
  'form.ring_decay': 'Decay of the ringing',
  'form.ring_decay_means': 'The time constant with which the ringing around rest decays.',
  'form.ring_rate': 'Frequency of the ringing',
  'form.ring_rate_means': 'The frequency of the ringing around rest.',
  'form.up_to_peak': ({means, current}) =>
    `${means} But rest lies below vpeak only up to ${current}, and is lost there.`,
  'form.if_hopf': 'a > 0 and b > a C',
  'form.if_parabola': 'a > 0 and b > a C/2',
  'form.if_rings': 'a > 0 and b > 0',
  'form.if_conducts': 'g > 0',
  'form.if_above': 'vt > vr',
  'form.if_below': 'vt < vr',
  'form.if_decays': 'k (vt − vr) + 2 b < 0',
  'form.still': 'With a = 0, u never changes: v alone cannot oscillate.',
  'form.no_hopf': ({b, bound}) => `b = ${b} is not above a C = ${bound}, so rest is lost at the saddle-node.`,
  'form.still_parabola': 'With a = 0, u never changes: there is no such parabola.',
  'form.no_parabola': ({b, bound}) =>
    `b = ${b} is not above a C/2 = ${bound}, so the parabola does not pass through the saddle.`,
  'form.never_rings': ({b}) => `b = ${b} is not above 0, so rest never rings.`,
  'form.not_above': 'vt is not above vr, so v alone does not decay.',
  'form.no_decay': 'k (vt − vr) + 2 b is not below 0, so v alone does not decay.',
  'form.no_rest': 'b + k (vt − vr) is 0: without a current, rest and saddle are one.',
  'form.no_rest_v': 'k (vt − vr) is 0: without a current, rest and saddle are one.',
  'form.grows': 'This eigenvalue is positive: rest is not stable.',
  'form.no_return': 'This eigenvalue is 0: nothing pulls the state back along that direction.',
  'form.rings': 'The eigenvalues at rest are complex: the cell rings, and has one time constant and a frequency.',
  'form.unstable': 'Rest is not stable: a small disturbance grows.',
  'form.integrator': 'Integrator',
  'form.resonator': 'Resonator',
  'form.neither': 'Neither',
  'form.still_rest': ({saddle_node}) =>
    `With a = 0, u never changes: rest cannot ring, and is lost at the saddle-node, I_SN = ${saddle_node}.`,
  'form.node_to_end': ({b, saddle_node}) =>
    `b = ${b} is not above 0, so rest never rings: it stays a node until it is lost at the saddle-node, I_SN = ${saddle_node}.`,
  'form.lost_ringing': ({b, from, bound, hopf}) =>
    `b = ${b} is above 0, so rest rings from ${from} on, and b is above a C = ${bound}: rest is lost by ringing, at I_H = ${hopf}, before the saddle-node.`,
  'form.lost_at_fold': ({b, from, bound, saddle_node}) =>
    `b = ${b} is above 0, so rest rings from ${from} on. But b is not above a C = ${bound}: it is lost at the saddle-node, I_SN = ${saddle_node}.`,

  'onset.fires_at_rest': 'It keeps firing without any current.',
  'onset.no_rest':
    'Without a current the run starts on an unstable fixed point, so the slightest push decides where it goes.',
  'onset.none_below': ({most}) => `At none of the currents tried, up to ${most}, does it keep firing.`,
  'onset.undecided': 'Whether it keeps firing could not be decided: it takes too long, or its numbers are too large.',
  'onset.runs_away': ({from}) => `From ${from} on, its train runs away instead of lasting.`,
  'onset.step_ends': 'Firing that lasts needs a step without end.',
  'onset.class_3': ({most}) => `Up to ${most}, it answers a step with a few spikes and then falls silent: class 3.`,
  'onset.no_cycle': ({most, followed}) =>
    `Near its onset no cycle of up to ${most} spikes was found within ${followed} spikes, so no law could be fitted.`,
  'onset.uneven': 'Near its onset the number of spikes per cycle varies, so no law could be fitted.',
  'onset.too_long': 'Near its onset its trains take too long to follow, so no law could be fitted.',
  'onset.some_end': 'Near its onset some of its trains end, so no law could be fitted.',
  'onset.no_law': ({from, to, rate}) =>
    `From ${from} to ${to} above the onset the rate follows neither a square root nor a logarithm, nor does it seem to approach a limit. The lowest seen is ${rate}.`,
  'onset.root': ({from, to, exponent, period}) =>
    `From ${from} to ${to} above the onset the rate falls to zero as the square root of the distance (exponent ${exponent}): class 1. A cycle lasts ${period} divided by the root of the distance in pA.`,
  'onset.root_passage': ({passage}) => `Of that, passing the saddle-node takes π (C − b/a)/√k = ${passage}.`,
  'onset.adds': ({time}) => time,
  'onset.grows_spikes': ({from, to, added}) =>
    `From ${from} to ${to} above the onset each decade nearer to it adds to the time from spike to spike: ${listed(added, 'and')}.`,
  'onset.grows_bursts': ({from, to, added}) =>
    `From ${from} to ${to} above the onset each decade nearer to it adds to the time from burst to burst: ${listed(added, 'and')}.`,
  'onset.evenly_spikes': ({from, to, added}) =>
    `From ${from} to ${to} above the onset each decade nearer to it adds the same to the time from spike to spike: ${listed(added, 'and')}.`,
  'onset.evenly_bursts': ({from, to, added}) =>
    `From ${from} to ${to} above the onset each decade nearer to it adds the same to the time from burst to burst: ${listed(added, 'and')}.`,
  'onset.logarithm': 'So this time grows with the logarithm of the distance, and the rate falls to zero, but slowly.',
  'onset.logarithm_saddle':
    'So this time grows with the logarithm of the distance, as for an orbit that passes ever closer to the saddle, and the rate falls to zero, but slowly.',
  'onset.parabola':
    'Its onset is I*, where the parabola through the saddle is an orbit: trains just above it pass ever closer to the saddle, and the rate falls to zero.',
  'onset.nearer_still': ({time}) => `Nearer still, each adds ${time}.`,
  'onset.class_1': 'Class 1.',
  'onset.begins_bursts': ({spikes}) => `Firing begins with bursts of ${counted(spikes, 'spike', 'spikes')}.`,
  'onset.start':
    'Below its onset this start falls back to rest, but the train that it settles to above lasts there, too, so that the cell is bistable.',
  'onset.at_parabola':
    'But this growth ends: the onset is I*, or less below it than double precision can tell, and at I* the parabola through the saddle is an orbit, which no train crosses, so the train lasts there.',
  'onset.parts': ({parts, gathers}) =>
    `But this growth ends: orbits beside the saddle separate at ${parts} and converge at only ${gathers}, so no train that passes too close to it lasts.`,
  'onset.beyond_peak': 'But this growth ends: the saddle lies beyond vpeak, so no orbit can linger there.',
  'onset.limit': ({period, rate}) =>
    `At the onset its period is ${period}. So the rate does not go to zero: it jumps to ${rate}. Class 2.`,
  'onset.unseen': ({rate}) =>
    `So the rate does not go to zero: the lowest that double precision shows is ${rate}, and it jumps to a rate below that. Class 2.`,
  'onset.at_least': ({seen, longest, rate}) =>
    `So the rate does not go to zero: the lowest that double precision shows is ${seen}, and at the onset, I*, no interval is longer than the ${longest} that the parabola takes from the reset to vpeak: the rate jumps to ${rate} or more. Class 2.`,
  'onset.less': ({from, to, period, added, rate}) =>
    `From ${from} to ${to} above the onset each decade nearer to it adds less to the period of ${period}: ${listed(added, 'and')}. So the rate does not go to zero: it jumps to ${rate}. Class 2.`,
  'onset.crisis': ({most, followed, rate}) =>
    `Near its onset its trains are chaotic: no cycle of up to ${most} spikes was found within ${followed} spikes. The onset is a crisis: there the highest u that its map from spike to spike reaches meets the edge of the gap from which no spike follows. Below it trains end, some after thousands of spikes; above it none does. So the rate does not go to zero: it jumps to about ${rate}. Class 2.`,

  'sweep.at': ({at}) => at,
  'sweep.between': ({low, high}) => `somewhere between ${low} and ${high}`,
  'sweep.from_to': ({from, to}) => `from ${from} to ${to}`,
  'sweep.start_to': ({from, to}) => `from the start of this range (${from}) to ${to}`,
  'sweep.from_end': ({from, to}) => `from ${from} up to the end of this range (${to})`,
  'sweep.start_end': ({from, to}) => `from the start of this range (${from}) up to the end of this range (${to})`,
  'sweep.runs_away_at': ({at}) => `At ${at} its train runs away: no rate.`,
  'sweep.runs_away': ({from, to}) => `At the values tried from ${from} to ${to} its train runs away: no rate.`,
  'sweep.undecided': 'What it does in this range takes too long to find.',
  'sweep.slow': ({below}) => `It fires in the whole range, but at less than ${below}: too slowly to be followed.`,
  'sweep.nowhere': 'It does not fire for good anywhere in this range.',
  'sweep.nowhere_else': 'Elsewhere it does not fire for good.',
  'sweep.everywhere': 'It fires for good in the whole range.',
  'sweep.everywhere_else': 'Elsewhere it fires for good.',
  'sweep.somewhere': ({upwards, found}) => `${upwards}; firing is found ${found}.`,
  'sweep.up_unknown': 'What it does swept up takes too long to find',
  'sweep.up_rests': 'Swept up, it stays at rest',
  'sweep.up_from_the_start': 'Swept up, it fires from the start',
  'sweep.up_from': ({from}) => `Swept up, it fires from ${from} on`,
  'sweep.up_first': ({from}) => `Swept up, it first fires from ${from} on`,
  'sweep.bistable': ({where}) => `Bistable ${where}: at rest or firing, whichever it was before.`,
  'sweep.no_bursts': ({from, to}) => `From ${from} to ${to} it does not burst.`,
  'sweep.bursts': ({from, to, gap_low, gap_high, spikes_low, spikes_high}) =>
    `From ${from} to ${to}: ${fromTo(gap_low, gap_high)} between bursts, ${fromTo(spikes_low, spikes_high)} spikes per burst.`,
  'sweep.no_rest': 'There is no resting state in this range.',
  'sweep.no_change': 'Rest does not change its kind in this range: no saddle-node and no Hopf point.',
  'sweep.changes': ({all}) => `${all.join('; ')}.`,
  'sweep.saddle_node': ({at}) => `Saddle-node at ${at}`,
  'sweep.andronov_hopf': ({at}) => `Andronov-Hopf at ${at}`,
  'sweep.homoclinic': ({at}) => `Homoclinic orbit at ${at}`,
  'sweep.invariant_parabola': ({at}) => `Invariant parabola, I*, at ${at}`,
  'sweep.node_to_focus': ({at}) => `Node to focus at ${at}`,
  'sweep.focus_to_node': ({at}) => `Focus to node at ${at}`,

  'fi.runs_away_at': ({at}) => `At ${at} the train runs away: its intervals shrink without bound, so it has no rate.`,
  'fi.runs_away': ({from, to}) =>
    `At the currents tried from ${from} to ${to} the train runs away: its intervals shrink without bound, so it has no rate.`,
  'fi.slow': ({below}) => `In this range it fires below ${below} at most.`,
  'fi.silent': ({currents}) => `None of the ${currents} currents tried makes it fire.`,
  'fi.no_spike_within': ({currents, time}) => `Within ${time} none of the ${currents} currents tried makes it fire.`,

  'point.time': ({time}) => time,
  'point.long_time': 'more than 10¹⁵ ms',
  'point.stable_focus': ({frequency, time}) =>
    `a stable focus: it rings at ${frequency} and settles with a time constant of ${time}`,
  'point.unstable_focus': ({frequency, time}) =>
    `an unstable focus: it rings at ${frequency}, growing with a time constant of ${time}`,
  'point.stable_node': ({first, second}) =>
    `a stable node: it settles without ringing, with time constants of ${first} and ${second}`,
  'point.unstable_node': ({first, second}) =>
    `an unstable node: it pushes away without ringing, with time constants of ${first} and ${second}`,
  'point.saddle': ({attracts, repels}) =>
    `a saddle: it attracts along one direction (within ${attracts}) and repels along the other (within ${repels})`,
  'point.still': 'a degenerate point: with a = 0, u never changes, and what v does depends on u alone',
  'point.met': 'a degenerate point: rest and saddle meet here (saddle-node)',
  'point.turns': 'a degenerate point: nearby orbits at first neither settle nor grow (Andronov-Hopf)',

  'boundary.still_lowest':
    'With a = 0, u never changes: a start fires where its u lies below the lowest point of the v-nullcline.',
  'boundary.still': 'With a = 0, u never changes: at each u, the right arm of the v-nullcline is the threshold of v.',
  'boundary.none': 'No fixed point is left at this current, so there is no threshold: every start fires.',
  'boundary.met':
    'Rest and saddle have just met (saddle-node): there is no threshold any more, and almost every start fires.',
  'boundary.beyond_peak': 'Both fixed points lie at or beyond vpeak, where v is reset: no start comes to rest there.',
  'boundary.touching':
    'The saddle lies at or beyond vpeak, where v is reset: the threshold is the orbit that just touches vpeak.',
  'boundary.cycle': ({from, to}) =>
    `The unstable limit cycle is the threshold here, from v = ${from} to ${to}: a start within it falls back to rest, a start outside fires. The saddle’s stable manifold winds out of the cycle, so its two sides do not differ.`,
  'boundary.unstable':
    'The lower fixed point is unstable, so there is no threshold: every start fires, except on the saddle’s stable manifold itself.',
  'boundary.losing': 'The lower fixed point is just losing its stability (Andronov-Hopf): almost every start fires.',
  'boundary.manifold':
    'The saddle’s stable manifold is the threshold: a start on the side of rest falls back to it, a start on the other side fires.',

  'map.silent': ({from, to}) => `No u between ${from} and ${to} leads to another spike.`,
  'map.diagonal': 'The map is the diagonal: wherever a spike follows, u comes back as it was, so every train is tonic.',
  'map.apart': ({from, to}) =>
    `Between u = ${from} and ${to} the map does not meet the diagonal, so there is no tonic firing there.`,
  'map.apart_known': ({from, to}) =>
    `Where it is known, the map does not meet the diagonal between u = ${from} and ${to}.`,
  'map.none_found': ({from, to}) => `Between u = ${from} and ${to} no spike was found.`,
  'map.meets': ({u, slope}) => `The map meets the diagonal at u = ${u}, with slope ${slope}.`,
  'map.meets_again': ({u, slope}) => `It meets it again at u = ${u}, with slope ${slope}.`,
  'map.level': ({u}) => `The map meets the diagonal at u = ${u}, where it is almost level.`,
  'map.level_again': ({u}) => `It meets it again at u = ${u}, where it is almost level.`,
  'map.at_once': ({interval}) => `Trains nearby settle at once to tonic firing there, a spike every ${interval}.`,
  'map.settles': ({interval}) => `Trains nearby settle from one side to tonic firing there, a spike every ${interval}.`,
  'map.settles_alternating': ({interval}) =>
    `Trains nearby settle, alternating from side to side, to tonic firing there, a spike every ${interval}.`,
  'map.leaves':
    'It is steeper than the diagonal there, so tonic firing does not last: trains move away from it to one side.',
  'map.leaves_alternating':
    'It is steeper than the diagonal there, so tonic firing does not last: trains move away from it, alternating from side to side.',
  'map.gaps': ({parts}) => `No spike follows from ${listed(parts, 'or')}: a train that gets there ends.`,
  'map.unknown': ({parts}) => `It takes too long to find whether a spike follows from ${listed(parts, 'and')}.`,
  'map.up_to': ({to}) => `u up to ${to}`,
  'map.from_on': ({from}) => `u = ${from} on`,
  'map.between': ({from, to}) => `u between ${from} and ${to}`,
  'map.everywhere': 'From every u shown a spike follows.',

  'no_rate.no_spike': 'none: no spike',
  'no_rate.one_spike': 'none: one spike',
  'no_rate.one_interval': 'none: one interval',
  'no_rate.few_intervals': ({intervals}) => `none: ${intervals} intervals`,
  'no_rate.few_alike': ({intervals}) => `none: only the last ${intervals} intervals agree`,
  'no_rate.silent': ({time}) => `none: silent for its last ${time}`,
  'no_rate.still_changing': ({by}) => `none: intervals still change by ${by}`,
  'no_rate.irregular': 'none: the intervals do not repeat within 2\u00a0%',
  'no_rate.current_changes': 'none: the current changes',
  'no_rate.runs_away': 'none: it runs away',
  'no_rate.out_of_budget': 'none: not followed to its end',
  'no_rate.diverged': 'none: it diverged',

  'resting.without_recovery': ({v}) =>
    `This cell rests at ${v}, not at vr: without recovery (a = 0), v settles at the lower of vr and vt.`,
  'resting.below_saddle': ({v}) =>
    `This cell rests at ${v}, not at vr: b + k (vt - vr) is below 0, which makes v = vr the saddle.`,

  'headline.stopped': 'No spike before it stopped.',
  'headline.silent': ({v}) => `No spike. v ends at ${v}.`,
  'headline.goes': ({to}) => `No spike. v goes to ${to}, without a sag, and does not overshoot.`,
  'headline.sags': ({to, sag}) => `No spike. v goes to ${to}, sags back by ${sag}, and does not overshoot.`,
  'headline.overshoots': ({to, overshoot}) =>
    `No spike. v goes to ${to}, without a sag, and overshoots by ${overshoot}.`,
  'headline.sags_and_overshoots': ({to, sag, overshoot}) =>
    `No spike. v goes to ${to}, sags back by ${sag}, and overshoots by ${overshoot}.`,
  'headline.one': 'One spike.',
  'headline.one_after': ({latency}) => `One spike. It comes ${latency} after the stimulus begins.`,
  'headline.one_at': ({time}) => `One spike. It comes at ${time}.`,
  'headline.spikes': ({spikes, pattern}) => `${spikes} spikes. ${pattern}`,

  'compare.not_followed': ({to}) => `not compared, since it was followed to ${to} only.`,
  'compare.differs': ({parts}) => `${parts.join(', ')}.`,
  'compare.more_spikes': ({spikes}) => `${counted(spikes, 'spike', 'spikes')} more`,
  'compare.fewer_spikes': ({spikes}) => `${counted(spikes, 'spike', 'spikes')} fewer`,
  'compare.as_many_spikes': 'as many spikes',
  'compare.longer': ({by}) => `the last interval ${by} longer`,
  'compare.shorter': ({by}) => `the last interval ${by} shorter`,
  'compare.pattern': ({is, was}) => `${is} instead of ${was}`,

  'effect.tilts': 'The line tilts about vr',
  'effect.steepens': 'The parabola steepens between vr and vt',
  'effect.flattens': 'The parabola flattens between vr and vt',
  'effect.left_foot': 'The parabola’s foot vr moves, and the line with it',
  'effect.right_foot': 'The parabola’s foot vt moves',
  'effect.curves': 'The curves move',
  'effect.lifts': ({moved, now, was}) =>
    `${moved}: it takes ${now}, not ${was}, to lift the parabola clear of the line.`,
  'effect.lifts_still': ({moved, at}) => `${moved}: it still takes ${at} to lift the parabola clear of the line.`,
  'effect.pace': ({parameter}) => `${parameter} only sets a pace: both curves stay.`,
  'effect.at_spikes': ({parameter}) => `${parameter} acts only at a spike: both curves stay.`,
  'effect.cuts': 'vpeak only cuts the spike: both curves stay.',
  'effect.stands': 'With a = 0, u stands still, and b has no effect.',
  'effect.moves': 'With a above 0, u follows v again, and b counts.',
  'effect.no_b': 'With a = 0, u stands still, so b has no effect.',
  'effect.hopf': ({now, was}) => `Rest is lost at ${now} (was ${was}).`,
  'effect.hopf_comes': ({now, was}) => `b is now above a C: rest is lost at a Hopf point, ${now} (was ${was}).`,
  'effect.hopf_goes': ({now, was}) =>
    `b is no longer above a C: without a Hopf point, rest lasts to ${now} (was ${was}).`,
  'effect.there': 'Firing begins there.',
  'effect.begins': ({now, was}) => `Firing begins at ${now} (was ${was}).`,
  'effect.begins_still': ({at}) => `Firing still begins at ${at}.`,
  'effect.first': ({now, was}) => `First spike from ${now} (was ${was}).`,
  'effect.first_still': ({at}) => `First spike still from ${at}.`,
  'effect.lasting': ({now, was}) => `Lasting firing from ${now} (was ${was}).`,
  'effect.lasting_still': ({at}) => `Lasting firing still from ${at}.`,
  'effect.value': ({parameter, value}) => `${parameter} ${value}`,
  'effect.heard': ({values, begins}) => `${values.join(', ')}.${begins.length ? ` Rheobase: ${begins.join(' ')}` : ''}`,

  'critical.hopf_above': 'above it rest is lost at a Hopf point, below it at the saddle-node',
  'critical.hopf_below': 'below it rest is lost at a Hopf point, above it at the saddle-node',

  'steady.no_steps': ({current}) =>
    `This run has fewer than two spikes while the current is steady at ${current}, so there are no steps to draw.`,
  'steady.too_few': ({spikes, current}) => `${ownSpikes(spikes, current)} are too few to tell whether they repeat.`,
  'steady.settles_to_one': ({spikes, current}) =>
    `${ownSpikes(spikes, current)} are still settling to one that repeats.`,
  'steady.settles': ({spikes, cycle, current}) =>
    `${ownSpikes(spikes, current)} are still settling to a cycle of ${cycle}.`,
  'steady.no_repeat': ({spikes, current}) => `${ownSpikes(spikes, current)} have not come to repeat.`,
  'steady.repeats_one': ({spikes, current}) => `${ownSpikes(spikes, current)} end in one that repeats.`,
  'steady.repeats': ({spikes, cycle, current}) => `${ownSpikes(spikes, current)} end in a cycle of ${cycle}.`,

  'asked.rest': 'A step without end, alone, by the exact method, for the cell at rest.',
  'asked.run': ({step, onset, until}) =>
    `The run on show with the amplitude of ${step} varied, on from ${onset} ${until}; all else stays as it is.`,
  'asked.its_step': 'its step',
  'asked.step_number': ({number}) => `stimulus ${number}`,
  'asked.until': ({end}) => `to ${end}`,
  'asked.for_good': 'and held for good, beyond the end of the run',
  'asked.others': ({background}) =>
    `The other currents are ${background} at the onset; amplitudes are those of the step alone.`,
  'asked.no_stimulus':
    'This run has no step whose amplitude could be varied, so the question is asked of the cell at rest.',
  'asked.no_step': 'A ramp has no one amplitude that could be varied, so the question is asked of the cell at rest.',
  'asked.outside': 'Its step is never on during this run, so the question is asked of the cell at rest.',
  'asked.step_ends': ({at}) => `exists for steady currents only; here the step ends at ${at}`,
  'asked.others_change': ({at}) => `exists for steady currents only; here another current changes at ${at}`,
  'asked.fixed_steps': 'is found by the exact method only; this run is in fixed steps',
  'asked.steady_rate':
    'The rate drawn, in Hz, is the one that the train settles to, however long that takes: spikes per cycle, divided by its period.',
  'asked.no_steady_rate': ({why}) => `The steady rate ${why}.`,

  'threshold.without': ({amplitude}) => `comes at an amplitude of ${amplitude} already`,
  'threshold.none_below': ({most}) => `comes at none of the amplitudes tried, up to ${most}`,
  'threshold.undecided': 'cannot be decided: it takes too long, or the numbers are too large',
  'threshold.no_rest': 'cannot be told: there is no resting state to begin from',
  'threshold.not_reached': 'cannot be told: the run stops before its step begins',
  'threshold.runs_away': ({from}) => `does not come: the train runs away from ${from} on`,
  'threshold.details': ({all}) => all.join('; '),
  'threshold.in_its_steps': IN_ITS_STEPS,
  'threshold.with_others': ({total}) => `with the other currents ${total}`,
  'threshold.within': ({run, amplitude}) => `within the ${run} of this run from ${amplitude} on`,
  'threshold.uncertain': ({spikes}) =>
    `its last digits may not hold: trains beside it were followed for ${spikes} spikes without an end or a cycle`,
  'threshold.summary': ({asked, found}) => `${asked}: ${found.join('; ')}.`,
  'threshold.this_run': 'This run',
  'threshold.from_rest': 'From rest, a step without end',
  'threshold.first': ({comes}) => `a first spike ${comes}`,
  'threshold.first_in_its_steps': ({comes}) => `a first spike ${comes}, ${IN_ITS_STEPS}`,
  'threshold.lasting': ({comes}) => `lasting firing ${comes}`,
  'threshold.soon': ({run, amplitude}) => `a spike within the ${run} of this run from ${amplitude} on`,
  'threshold.from': ({amplitude}) => `from ${amplitude} on`,
  'threshold.from_in_all': ({amplitude, total}) => `from ${amplitude} on (in all ${total})`,
  'threshold.state': ({v, u}) => `The step finds the cell at v = ${v}, u = ${u}.`,
  'threshold.show': ({shown}) => `Show ${shown}`,
  'threshold.show_longer': ({shown, length}) => `Show ${shown}, for ${length}`,
  'threshold.just_above': ({asked}) => `${asked}, just above the threshold`,
  'threshold.far_above': ({asked}) =>
    `${asked}, so far above the threshold that its spikes come within the longest run`,
  'threshold.made_longer': ({hint, length}) => `${hint}; the run is made ${length} long, to show it`,
  'threshold.firing_begins': 'firing begins',
  'threshold.first_spike': 'first spike',
  'threshold.lasts': 'lasting',

  'strength.of_run': ({rheobase}) =>
    `This run with the length of its step varied, too, by the exact method: without end the step needs ${rheobase} (the rheobase).`,
  'strength.of_run_in_steps': ({rheobase}) =>
    `This run with the length of its step varied, too, in its own fixed steps: without end the step needs ${rheobase} (the rheobase).`,
  'strength.from_rest': ({rheobase}) =>
    `From rest, with a step that ends, by the exact method: without end the step needs ${rheobase} (the rheobase).`,
  'strength.chronaxie': ({chronaxie}) => `At twice that, a step of ${chronaxie} is just enough (the chronaxie).`,
  'strength.counts': 'A spike counts whether it comes during the step or after it, however late.',
  'strength.counts_before_end':
    'A spike counts whether it comes during the step or after it, if before the end of this run.',
  'strength.none': ({why}) => `First spike: ${why}.`,

  'fi_point.silent': ({current}) => `${current}: no spike.`,
  'fi_point.rate_only': ({current, said}) => `${current}: ${said}.`,
  'fi_point.one_spike': ({current, said, latency}) => `${current}: ${said}, first spike after ${latency}.`,
  'fi_point.spikes_follow': ({current, said, first, latency}) =>
    `${current}: ${said}, first interval ${first}, first spike after ${latency}.`,
  'fi_point.no_rate': 'no rate: it runs away',
  'fi_point.by_count': ({rate, spikes, hold}) => `${rate} (${counted(spikes, 'spike', 'spikes')} in ${hold})`,
  'fi_point.not_by_count': ({course}) => `no rate by count: ${course}`,
  'fi_point.of_last': ({rate, hold}) => `${rate} (last interval in ${hold})`,
  'fi_point.no_last': ({spikes, hold}) => `no last interval, with ${counted(spikes, 'spike', 'spikes')} in ${hold}`,
  'fi_point.and_steady': ({said, steady}) => `${said}; ${steady}`,
  'fi_point.then_silent': ({spikes}) => `${counted(spikes, 'spike', 'spikes')}, then silence`,
  'fi_point.steady': ({rate, cycle}) => `steady ${rate} (a cycle of ${counted(cycle, 'spike', 'spikes')})`,
  'fi_point.steady_mean': ({rate, time}) => `steady ${rate} (a mean: no repeat within ${time})`,
  'fi_point.surely_fires': ({below}) => `it is certain to fire, at a steady rate below ${below}`,
  'fi_point.still_changing': ({spikes}) =>
    `no steady rate: its intervals still change after ${counted(spikes, 'spike', 'spikes')}`,
  'fi_point.current_varies': ({spikes, time}) =>
    `${counted(spikes, 'spike', 'spikes')} within ${time}; no steady rate, as the current changes`,
  'fi_point.fixed_steps': ({spikes, time}) =>
    `${counted(spikes, 'spike', 'spikes')} within ${time}, in fixed steps; no steady rate`,
  'fi_point.no_rest': ({spikes, time}) =>
    `${counted(spikes, 'spike', 'spikes')} within ${time}, and it has not come to rest either`,

  'course.rests': 'silent for good',
  'course.repeats': 'repeats',
  'course.irregular': 'irregular; the steady rate is a mean',
  'course.slow': ({below}) => `fires below ${below}`,
  'course.runs_away': 'runs away: no rate',
  'course.changing': 'intervals still change',
  'course.unknown': 'takes too long to find',
  'course.varies': 'the current changes: no steady rate',
  'course.fixed_steps': 'in fixed steps: no steady rate',

  'onset_from.onset': 'Under a steady current, from the state at the onset of this run:',
  'onset_from.rest': 'Under a steady current, from rest:',

  'onset.jump_to': ({rate}) => `jump to ${rate}`,
  'onset.per_decade': ({time}) => `+${time} a decade`,
  'onset.power': ({exponent}) => `distance to the power ${exponent}`,

  'note.start': ({IB_note, IB_rest}) =>
    `We infer it: of all starts tried, v = -60 mV with u = b v, the step at 100 ms and its own scheme give every number it prints. That is not rest: from there the bursting cell first fires at ${IB_note}, from rest only at ${IB_rest}.`,
  'note.k': ({leak, RS, IB, CH}) =>
    `80 MΩ is ${leak}, while k is a curvature, in nS/mV. The input resistance at rest is 1/(b + k (vt - vr)): ${RS} for RS, ${IB} for IB, ${CH} for CH.`,
  'note.units': ({tau}) =>
    `For the equation to balance, k must be in pA/mV², which is nS/mV, and b in nS; u is in pA, as the note has it. The time constant is 1/a: ${tau} for RS.`,
  'note.threshold': ({RS, RS_vt, IB, IB_vt, CH, CH_vt}) =>
    `Kicked from rest, RS fires from ${RS} on, below its vt of ${RS_vt}; IB only from ${IB}, above its vt of ${IB_vt}; CH from ${CH} (vt is ${CH_vt}).`,
  'note.rheobase': ({RS}) =>
    `The exact value is I_SN = (b + k (vt - vr))²/(4 k) = ${RS}. Just above it the cell fires too, only after a wait longer than the note’s five seconds.`,
  'note.rheobase-IB': ({one, two, lasting, rest_one, rest_lasting}) =>
    `Those hold for its start: ${one}, ${two} and ${lasting}. From rest a single spike needs ${rest_one}, lasting firing ${rest_lasting}, and there is no range of pairs between.`,
  'note.reset': ({c, above}) =>
    `c = ${c} lies ${above} above rest: the reset leaves the cell depolarised. The after-hyperpolarisation comes later, from the jump of u.`,
  'note.adaptation': ({slow_first, slow_last, middle_first, middle_last, fast_first, fast_last}) =>
    `From rest the intervals go from ${slow_first} to ${slow_last} at 70 pA, hardly a change; from ${middle_first} to ${middle_last} at 100 pA; and clearly, from ${fast_first} to ${fast_last}, at 200 pA.`,
  'note.bursts': ({gap_170, gap_200, gap_500, gap_680, pair, triplet, first_500, first_680}) =>
    `Just above its onset the interval has no upper bound: it is ${gap_170} at 170 pA, then ${gap_200} at 200, ${gap_500} at 500 and ${gap_680} at 680 pA. Bursts that go on have ${pair} or ${triplet} spikes; only the first one, from rest, has more: ${first_500} at 500 and ${first_680} at 680 pA.`,
  'note.sag': ({IB_b, IB_sag, IB_over, IB_held, IB_spikes, RS_b, RS_sag, RS_over}) =>
    `Under -300 pA IB (b = ${IB_b}) comes back by ${IB_sag} during the step, and after it swings ${IB_over} past rest, or ${IB_held} where 300 pA hold it just below threshold: a rebound, with ${IB_spikes} spikes. RS (b = ${RS_b}) sags by ${RS_sag} and swings back by ${RS_over}.`,
  'note.peak': ({IB, book, note, shift, count}) =>
    `IB’s published peak is ${IB}. For CH the book has ${book} where the note has ${note}: at 400 pA the ${count} spikes of the first 200 ms stay, but move by up to ${shift}.`,
  'note.grid': ({full, half}) =>
    `The interval of RS at 70 pA then comes out ${full} short at its step of 0.5 ms, and ${half} short at half that step: about half the error, where the method alone would leave a sixteenth.`,
};

const BOOK = 'Izhikevich (2007), Dynamical Systems in Neuroscience, MIT Press, chapter 8';
const COOPER = 'I. Cooper, Izhikevich quadratic model for spiking neurons, Doing Physics with Python (mnsIZH02.py)';
const LAB = 'This lab';
const INFERRED =
  'The note does not print its start. Of those tried, only v = -60 mV and u = b v for every cell, with the step at 100 ms, gives all the numbers it prints, so it is used here as an inference. It is not rest: “The same from rest” shows the difference.';
const INFERRED_RAMP =
  'The note does not print its start; v = -60 mV and u = b v are inferred from its other figures. It is not rest: “The same from rest” shows the difference.';

/** The presets, by their ids. @type {import('./texts.d.ts').Presets} */
const presets = {
  RS: {
    label: 'RS',
    title: 'Regular spiking cell',
    caption:
      'A neocortical pyramidal cell at 70 pA: a tonic train whose rate rises smoothly from zero with the current.',
    attempt: 'Drag the current down to [51.4 pA] and watch the gap close.',
    source: BOOK,
  },
  IB: {
    label: 'IB',
    title: 'Intrinsically bursting cell',
    caption: 'A neocortical pyramidal cell at 600 pA: a burst when the current comes on, then single spikes.',
    attempt: 'Set the current to [340 pA]: one spike, and then rest.',
    source: BOOK,
  },
  CH: {
    label: 'CH',
    title: 'Chattering cell',
    caption: 'A neocortical cell at 200 pA: short bursts of fast spikes, again and again.',
    more: 'Its peak of 35 mV is the note’s; the book has 25 mV.',
    attempt: 'Raise the current to [600 pA]: the pairs become triplets.',
    source: BOOK,
  },
  'why-sag': {
    label: 'sag',
    title: 'Sag and overshoot: what the sign of b does',
    caption:
      'With b > 0, u follows v down and pulls it back: IB sags, then overshoots. RS, with b < 0, only dips and returns.',
    more: 'When the current ends, IB swings past where it came from, by 5.0 mV from just below threshold and by 0.7 mV from rest, but never to a spike.',
    attempt: 'Select [RS]: with b < 0 nothing pulls v back.',
    source: LAB,
    names: ['IB, held', 'IB, from rest', 'RS'],
  },
  'why-delay': {
    label: 'delay',
    title: 'The first spike waits, the longer the nearer to rheobase',
    caption: 'At 80, 60, 55, 53 and 52 pA, RS waits 72, 172, 296, 470 and 805 ms from rest for its first spike.',
    more: 'Above I_SN = 51.428571 pA no rest is left, but where it was, v still moves slowly.',
    attempt: 'Set a current still nearer to rheobase: [51.5 pA].',
    source: LAB,
  },
  'why-cycle': {
    label: 'cycle',
    title: 'At 347 pA two answers: which one depends on the start',
    caption:
      'Just below I_H rest is stable, but only within an unstable cycle: released outside it, IB fires for good.',
    more: 'Released 0.3 mV from rest, IB rings back to it; released 1 mV away, or at vr, it fires for good.',
    attempt: 'Select the run [released farther], outside the cycle.',
    source: LAB,
    // They tell no more than where the runs start: they stand there where the answers are hidden, too.
    names: ['released nearer', 'released farther', 'from vr'],
  },
  'why-map': {
    label: 'map',
    title: 'From spike to spike: why CH fires in two kinds of pairs',
    caption: 'After a spike v is always c, so what follows hangs on u alone: a map from one u to the next.',
    more: 'At 450 pA it ends in a cycle of four spikes, two pairs that take turns, 24.6 and 30.8 ms apart.',
    attempt: 'Set the current to [300 pA] and see what the map does.',
    source: LAB,
  },
  'why-bifurcation': {
    label: 'diagram',
    title: 'A slight difference in the current makes a dramatic one in the firing',
    caption:
      'IB from 242 to 360 pA: above I* it can fire for good, above I_H it cannot rest; in between, its past decides.',
    more: 'The title is what the note says of these currents. Rest loses its stability at I_H = 347.65625 pA and is gone from I_SN = 350.208333 pA on; firing for good is possible from just above I* = 346.445313 pA.',
    attempt: 'Compare the two thresholds under [Rheobase].',
    source: LAB,
  },
  'why-bursts': {
    label: 'bursts',
    title: 'How a chattering cell bursts, against the current',
    caption:
      'From 165 pA on the cell fires bursts: pairs at first, then triplets, and from 700 pA on only here and there.',
    more: 'The note has two to five spikes per burst, 15 to 100 ms apart. In steps of 5 pA the model has pairs, 178 ms apart at first and 30 ms at 440 pA, then triplets, 31 to 15 ms apart. Four and five come when the current comes on, and never again.',
    attempt: 'See how one spike leads to the next in the [map].',
    source: LAB,
  },
  'note-1': {
    label: '1',
    title: 'One action potential',
    caption:
      'RS at 70 pA, close up: a slow approach, a steep upstroke to vpeak, the reset, and a slow after-hyperpolarisation.',
    attempt: 'Lower vpeak to [25 mV]: what changes, and what does not?',
    source: `${COOPER}, figure 1`,
    remark: INFERRED,
  },
  'note-2': {
    label: '2',
    title: 'The stimulus: a step of current',
    caption: 'The current is off, then 70 pA from 100 ms on.',
    attempt: 'Drag the step down to [60 pA].',
    source: `${COOPER}, figure 2`,
    remark: INFERRED,
  },
  'note-3': {
    label: '3',
    title: 'Below rheobase: no spike',
    caption: 'At 51 and 51.4 pA the cell settles at a depolarised rest and does not fire.',
    attempt: 'Drag the current up until the cell fires: does [51.5 pA] do it?',
    source: `${COOPER}, figure 3`,
    remark: INFERRED,
  },
  'note-4': {
    label: '4',
    title: 'Just above rheobase',
    caption: 'At 51.5, 52 and 70 pA the interval shrinks from 2388 to 867 to 148 ms.',
    more: 'The rk4 runs repeat the note’s own scheme and give what it prints.',
    attempt: 'Drag the current down to [51.4 pA].',
    source: `${COOPER}, figure 4`,
    remark: INFERRED,
  },
  'note-5': {
    label: '5',
    title: 'The recovery current',
    caption: 'At every spike u jumps up by d, and then it decays slowly until the next.',
    attempt: 'Halve d, to [50 pA]: the jumps are half as high.',
    source: `${COOPER}, figure 5`,
    remark: INFERRED,
  },
  'note-6': {
    label: '6',
    title: 'A limit cycle in the phase plane',
    caption: 'After a first transient, the orbit of (v, u) closes on itself: every spike is like the one before.',
    attempt: 'Start somewhere else, at [v = -60 mV, u = -40 pA]: does the orbit end on the same cycle?',
    source: `${COOPER}, figure 6`,
    remark: INFERRED,
  },
  'note-7': {
    label: '7',
    title: 'The stimulus: a ramp of current',
    caption: 'The current grows by 0.5 pA every millisecond, for 500 ms.',
    attempt: 'Make the ramp steeper: up to [400 pA].',
    source: `${COOPER}, figure 7`,
    remark: INFERRED_RAMP,
  },
  'note-8': {
    label: '8',
    title: 'A ramp makes the cell fire ever faster',
    caption: 'No spike until the current has passed the rheobase; then 10 spikes, at shrinking intervals.',
    attempt: 'Let the ramp end at [100 pA]: when does the first spike come?',
    source: `${COOPER}, figure 8`,
    remark: INFERRED_RAMP,
  },
  'note-9': {
    label: '9',
    title: 'The rate follows the current',
    caption:
      'Each point is 1000 divided by one interval, against the current midway through it. The rate rises with the current.',
    attempt: 'Compare with steady currents under [f–I].',
    source: `${COOPER}, figure 9`,
    remark: INFERRED_RAMP,
  },
  'note-10': {
    label: '10',
    title: 'Small differences, dramatic consequences',
    caption:
      'IB at six currents: no spike at 242 pA, one at 243 and 342, two at 343 and 346; at 347 pA it goes on firing.',
    more: 'At 347 pA a first pair comes before the train.',
    attempt: 'Select [346 pA] and lay it over 347.',
    source: `${COOPER}, figure 10`,
    remark: INFERRED,
  },
  'note-10-347': {
    label: '10, 5 s',
    title: '347 pA for five seconds',
    caption: 'After a first pair of spikes the cell goes on, one spike every 458 ms, as long as the current lasts.',
    attempt: 'Take one picoampere away: [346 pA].',
    source: `${COOPER}, figure 10`,
    remark: INFERRED,
  },
  'note-11': {
    label: '11',
    title: 'A burst, then a train',
    caption: 'At 600 pA a burst comes first, then a train with one spike every 62 ms.',
    more: 'From the note’s start the first intervals are 10.02, 13.77, 27.34 and 75.55 ms; from rest the burst is a clean triple: 11.69, 18.23, then 63.9 ms.',
    attempt: 'Start [from rest] instead.',
    source: `${COOPER}, figure 11`,
    remark: INFERRED,
  },
  'note-CH-150': {
    label: 'CH 150',
    title: 'Chattering cell at 150 pA',
    caption: 'Below threshold: 150 pA gives no spike.',
    attempt: 'Raise the current to [200 pA].',
    source: `${COOPER}, chattering neurons`,
    remark: INFERRED,
  },
  'note-CH-200': {
    label: 'CH 200',
    title: 'Chattering cell at 200 pA',
    caption: 'At 200 pA the cell fires pairs, 5.22 ms apart, every 96.26 ms.',
    attempt: 'See why pairs: from spike to spike in the [map].',
    source: `${COOPER}, chattering neurons`,
    remark: INFERRED,
  },
  'note-CH-500': {
    label: 'CH 500',
    title: 'Chattering cell at 500 pA',
    caption: 'At 500 pA, after a first burst of four, triplets every 39.39 ms.',
    attempt: 'Go down to [200 pA] and count the spikes of a burst.',
    source: `${COOPER}, chattering neurons`,
    remark: INFERRED,
  },
  'note-CH-600': {
    label: 'CH 600',
    title: 'Chattering cell at 600 pA',
    caption: 'At 600 pA, after a first burst of five, triplets every 32.43 ms.',
    attempt: 'Go up to [700 pA]: are they still bursts?',
    source: `${COOPER}, chattering neurons`,
    remark: INFERRED,
  },
  'truth-kick': {
    label: 'kicks',
    title: 'vt is not the firing threshold',
    caption: 'Released near vt without a current, RS fires from below its vt, and IB does not fire from above its own.',
    more: 'RS fires from -40.5 mV, below its vt of -40 mV; IB does not fire from -44.9 mV, above its vt of -45 mV; CH fires only just above its vt of -40 mV.',
    attempt: 'Select the runs of [IB]: the one above vt does not fire.',
    source: LAB,
    names: ['RS', 'RS', 'IB', 'IB', 'CH', 'CH'],
  },
  'truth-rheobase': {
    label: 'rheobase',
    title: 'The exact rheobase of RS',
    caption: 'It is 51.428571 pA. From rest 51.42 pA never fires, 51.44 pA does after a long wait.',
    attempt: 'Select [51.44 pA] and wait for its spike.',
    source: LAB,
  },
  'truth-IB-rest': {
    label: 'IB at rest',
    title: 'From rest, the bursting cell has other thresholds',
    caption: 'A single spike comes from between 304 and 305 pA on, lasting firing from between 346 and 347 pA on.',
    more: 'No current between gives a pair from rest: the pairs of figure 10 come from its start.',
    attempt: 'Select [347 pA]: only now does it keep firing.',
    source: LAB,
  },
  'truth-adaptation': {
    label: 'adaptation',
    title: 'How much a regular spiking cell adapts',
    caption: 'From rest at 70, 100 and 200 pA: hardly, a little, and clearly.',
    attempt: 'Compare the first interval with the last under [f–I].',
    source: LAB,
  },
  'truth-peak': {
    label: 'CH peak',
    title: 'The peak matters little, but it matters',
    caption: 'The chattering cell at 400 pA with the note’s peak of 35 mV and with the book’s of 25 mV.',
    attempt: 'Select the [peak of 25 mV].',
    source: LAB,
    names: ['peak 35 mV', 'peak 25 mV'],
  },
};

/** Where the note and the model part ways: what the note says. @type {import('./texts.d.ts').Findings} */
const points = {
  start: {title: 'Where the runs start', note: 'It does not say where its runs start.'},
  k: {title: 'k is not 1/R', note: 'It takes k for the inverse of a membrane resistance of 80 MΩ.'},
  units: {
    title: 'Units',
    note: 'Its table gives k in pA/mV, b in pA/ms beside 1/Ω, and names the rate a the recovery time constant.',
  },
  threshold: {
    title: 'vt is not the threshold',
    note: 'Its table says that v above vt fires; its text says, rightly, that the threshold is no parameter.',
  },
  rheobase: {title: 'The rheobase of RS', note: 'It reads 51.5 pA off its runs.'},
  'rheobase-IB': {
    title: 'The rheobase of IB',
    note: 'It gives about 347 pA, with single spikes from 243 pA and pairs from 343 pA.',
  },
  reset: {title: 'The reset is above rest', note: 'It says that the spike hyperpolarises the membrane to -50 mV.'},
  adaptation: {
    title: 'RS adapts at strong currents only',
    note: 'It says that RS neurons fire with an adapting frequency.',
  },
  bursts: {
    title: 'How the chattering cell bursts',
    note: 'It says that the current sets the interval between bursts, from 15 to 100 ms, and that a burst has two to five spikes.',
  },
  sag: {
    title: 'Sag and rebound',
    note: 'It says that with b > 0 the cell sags under a hyperpolarising pulse, and answers its end with a rebound.',
  },
  peak: {title: 'The peaks', note: 'Its table gives one typical peak, about 35 mV.'},
  grid: {
    title: 'A reset on the grid makes any method first order',
    note: 'It integrates with Runge-Kutta of order four, and resets at the grid point after the crossing.',
  },
};

const TIME_STEP = 'Time step. A spike is dated at the end of its step.';
const EDGE =
  'Which steps of the method have a current: from the one that starts at its onset on, or from the next one. Over a whole step the current is what it was when the step began.';

/** What a field is for, by its path. @type {import('./texts.d.ts').FieldWords} */
const fields = {
  'cell.C': 'Membrane capacitance: how much charge a change of v takes. A larger C slows every change of v.',
  'cell.k':
    'Curvature of the v-nullcline: how sharp the upstroke is. Not 1/R: the input conductance at rest is |b + k (vt - vr)|.',
  'cell.vr':
    'Resting potential: where v stays, with u = 0, without a current; if b + k (vt - vr) < 0, lower, at vt + b/k.',
  'cell.vt':
    'Instantaneous threshold: above it v rises by itself while u = 0 and I = 0. The firing threshold moves with u and I.',
  'cell.vpeak': 'Peak of the spike: where the upstroke is cut off and the reset applies. It is not a threshold.',
  'cell.a': 'Recovery rate: u relaxes with the time constant 1/a. A smaller a gives slower recovery.',
  'cell.b':
    'Coupling of u to v. With b < 0, u amplifies a depolarisation; with b > 0 it opposes it: the cell sags and can resonate.',
  'cell.c': 'Reset: the membrane potential just after a spike. It must lie below vpeak. A high c favours bursts.',
  'cell.d':
    'Jump of u at each spike: the outward current that a spike leaves behind. A larger d means more adaptation.',
  'initial.at.v': 'Membrane potential at time 0.',
  'initial.at.u': 'Recovery current at time 0.',
  'stimulus.step.amplitude': 'Current while the step is on.',
  'stimulus.step.onset': 'When the step begins.',
  'stimulus.step.duration': 'How long the step lasts.',
  'stimulus.ramp.from': 'Current at the ramp’s start.',
  'stimulus.ramp.to': 'Current at the ramp’s end.',
  'stimulus.ramp.onset': 'When the ramp begins.',
  'stimulus.ramp.duration': 'How long the ramp lasts.',
  duration: 'How long the run lasts.',
  'solver.rk4.dt': TIME_STEP,
  'solver.rk4.edge': EDGE,
  'solver.euler.dt': TIME_STEP,
  'solver.euler.edge': EDGE,
  'current_range.from': 'Lowest current.',
  'current_range.to': 'Highest current.',
  'current_range.points': 'Number of currents.',
  'current_range.hold': 'How long the spikes of each current are counted, if the train does not repeat before.',
  'sweep.current': 'The steady current while another parameter is swept.',
  'sweep.from': 'Lowest value.',
  'sweep.to': 'Highest value.',
  'sweep.points': 'Number of values.',
  'duration_range.from': 'Shortest step.',
  'duration_range.to': 'Longest step.',
  'duration_range.points': 'Number of durations.',
  'map_range.from': 'Lowest u after a spike.',
  'map_range.to': 'Highest u after a spike.',
  'map_range.points': 'Number of places.',
};

/** What it means that a field has no value. @type {import('./texts.d.ts').WithoutValueWords} */
const withoutValue = {'stimulus.step.duration': 'to the end'};

const words = {
  /** The language itself, and what offers it to those who read another. */
  language: {code: 'en', name: 'English', show: 'Show in English', choose: 'Language'},
  numbers,
  reset: 'Reset',
  resetHint: 'Back to the preset as it was',
  resetToAuthor: 'Author’s set-up',
  resetToAuthorHint: 'Back to the set-up that came with this page',
  /** The steps of the history. */
  steps: {
    length: 'length of the run',
    undo: {name: 'Undo', keys: 'Ctrl+Z'},
    redo: {name: 'Redo', keys: 'Ctrl+Shift+Z'},
    undone: (/** @type {string} */ what) => `Undone: ${what}.`,
    redone: (/** @type {string} */ what) => `Redone: ${what}.`,
    fromTo: (/** @type {string} */ name, /** @type {string} */ before, /** @type {string} */ after) =>
      `${name} from ${before} to ${after}`,
    backTo: (/** @type {string} */ name, /** @type {string} */ now, /** @type {string} */ then) =>
      `${name} ${now} back to ${then}`,
  },
  /** What a step of the history was. */
  change: (/** @type {string} */ key) =>
    ({
      preset: 'the choice of a preset',
      pin: 'pinning a run',
      unpin: 'unpinning a run',
      rename: 'a name',
      swap: 'swapping two runs',
      initial: 'the start',
      stimulus: 'the stimulus',
      solver: 'the method',
    })[key] ?? key.replace(/^.*\./, ''),
  restored: 'This is where you left off.',
  startAnew: 'Start over',
  /** @param {string[]} dropped */
  droppedParts: (dropped) => `Some of what was saved is no longer valid and was left out: ${dropped.join(' ')}`,
  /** @param {{v: number, u: number}[]} starts */
  restMoved: (starts) =>
    '“At rest” used to mean v = vr and u = 0. It now means the lower fixed point without a current, so what was saved here starts at ' +
    `${starts.map(({v, u}) => `${volts(measured(v, unitOf('v')))} and ${amps(measured(u, unitOf('u')))}`).join('; ')}.`,
  unreadable:
    'What was saved here, or came with the page, was written by another version of the lab and cannot be read.',
  theme: {
    label: 'Colours',
    system: 'Match the system',
    light: 'Light',
    dark: 'Dark',
    projector: 'Projector',
    key: 'Esc leaves it',
    projectorHint:
      'Large, for the back of the room; PageDown and PageUp go from figure to figure, 1 to 4 show the plane, f–I, Rheobase and More, L makes the run twice as long, Z tells spikes apart, R shows what is to be found, Esc leaves',
    leave: 'Leave the projector view (Esc)',
  },
  share: {
    button: 'Share',
    title: 'Share what is on show',
    heading: 'Title',
    name: 'Name of the cell',
    note: 'Note for those who get it',
    hideAnswers: 'Hide the answers from them',
    language: 'Language it opens in',
    colours: 'Colours it opens in',
    theirs: 'As they have it',
    link: 'Link',
    linkHint:
      'Opens in any browser. It holds all of this: the experiment, pinned runs, the marked instant, the open analysis, title and note.',
    linkUnknown: 'This page is not on the web, so this is only the end of a link: put it after the lab’s address.',
    copy: 'Copy',
    copied: 'Copied.',
    copyYourself: 'This browser does not let the page copy: press Ctrl+C to copy what is selected.',
    qr: 'QR code',
    /** @param {string} link */
    qrOf: (link) => `QR code of ${link}`,
    picture: 'Picture',
    pictureHint: 'A plot as it is now, drawn anew at this width with type of 8 points.',
    plot: 'Plot',
    format: 'Format',
    formats: {svg: 'SVG, text as text', png: 'PNG, 300 dots an inch'},
    width: 'Width',
    widths: {85: '85 mm, a column', 180: '180 mm, a page'},
    savePicture: 'Save the picture',
    page: 'Page or file',
    pageHint:
      'The page is the whole lab in one file, which opens like this without a network. The file is opened by dropping it on the lab.',
    save: {page: 'Save as a page', file: 'Save as a JSON file', schema: 'Save its JSON Schema'},
    table: 'Table',
    tableHint:
      'Numbers with every digit, under all that is needed to compute them again. An analysis is offered once it has been opened.',
    what: 'Numbers of',
    samples: 'v, u and I over time',
    measures: 'Measures of all runs',
    curve: 'curve',
    part: 'part',
    curves: {v: 'v-nullcline', u: 'u-nullcline', orbit: 'orbit'},
    form: 'As a CSV file with',
    forms: {point: '1.5 and comma', comma: '1,5 and semicolon', tab: '1.5 and tab'},
    step: 'Step [ms]',
    /** @param {string} low @param {string} high */
    stepRange: (low, high) => `The step must be from ${low} to ${high} ms: a file takes at most 5 million samples.`,
    allRuns: 'All runs, pinned ones too',
    onlyShown: 'Only the stretch on show',
    withSpikes: 'With the peak and the reset of each spike',
    saveTable: 'Save the table',
    copyMeasures: 'Copy the measures',
    writing: 'Writing the samples',
    /** @param {string} name */
    saved: (name) => `Saved as ${name}.`,
    /** @param {string} name */
    copyByHand: (name) =>
      `If nothing was saved, this frame blocks downloads: copy this text into a file called ${name}.`,
    noScript:
      'This is a picture: the lab computes in your browser and needs JavaScript. Some phones open saved pages without it: open this file in a browser, or the link, if there is one.',
  },
  /** The part of Share for course pages. */
  embed: {
    heading: 'Course page',
    hint: 'The lab, or a figure of it, within a page of a course: students see what you choose and change what you leave free.',
    open: 'Embed it',
    view: 'What students see',
    views: {figure: 'A figure: plots and a few controls', lab: 'The whole lab'},
    plots: 'Plots',
    controls: 'What they can change',
    lock: 'What is locked',
    lockFigure: 'Also for those who open the figure in the lab; what they could change otherwise is shown as text.',
    lockLab: 'It is shown as text.',
    all: 'everything',
    rest: 'all that they cannot change in the figure',
    restLab: 'all but what is chosen as what they can change',
    /** @param {number} px */
    highEnough: (px) => `What is shown needs a height of ${px} px.`,
    /** @param {number} px */
    tooLow: (px) => `What is shown needs a height of ${px} px; in a lower frame it is scrolled.`,
    answers: 'Hide the answers: thresholds, rates and what explains them',
    poster: 'Begin only when a button is pressed, so that a page with many figures stays light',
    width: 'Width [px]',
    height: 'Height [px]',
    /** @param {number[]} ends */
    sizes: (...[narrow, wide, low, high]) =>
      `The width must be from ${narrow} to ${wide} px, the height from ${low} to ${high} px.`,
    host: 'Kind of page',
    hosts: {
      html: {name: 'Plain HTML', how: () => 'Paste it into the source of the page.'},
      moodle: {
        name: 'Moodle',
        how: () =>
          'In a page, a label or a question choose Tools, Source code in the editor, and paste it. Where Moodle does not trust the author, as in forums, only the link stays.',
      },
      canvas: {
        name: 'Canvas',
        how: () =>
          'Choose View, HTML Editor below the text, and paste it. The lab must stand on a web server: Canvas runs no scripts of uploaded files.',
      },
      wordpress: {
        name: 'WordPress',
        how: () =>
          'Paste it into the text: it becomes a block of HTML. Where WordPress does not trust the author, only the link stays.',
      },
      myst: {
        name: 'MyST',
        /** @param {string} picture */
        how: (picture) => `Paste it into the Markdown. For paper, save a picture of the plot beside it as ${picture}.`,
      },
      jupyterbook: {
        name: 'Jupyter Book 1',
        how: () =>
          'Paste it into the Markdown. The folder _static stands beside _config.yml; from a subfolder write ../_static.',
      },
      quarto: {
        name: 'Quarto',
        how: () => 'Paste it into the document. A file that is beside the document must be listed under “resources:”.',
      },
      reveal: {name: 'reveal.js', how: () => 'A slide of its own, which asks for the lab when it comes near.'},
    },
    /** @param {string} name */
    file: (name) => `The page needs the file of the lab, under the name ${name}: “Save as a page” gives it.`,
    code: 'Code',
    copy: 'Copy the code',
    preview: 'Preview',
    /** What a screen reader calls the frame. @param {string} title */
    frameTitle: (title) => (title ? `${title}: Izhikevich Lab` : 'Izhikevich Lab'),
    parts: {
      T: 'length of the run',
      length: 'duration of the stimulus',
      initial: 'start',
      solver: 'method',
      preset: 'preset',
    },
  },
  /** The sheet to print. */
  print: {
    title: 'Print',
    hint: 'A sheet of one or two pages: question, set-up, figures, room for conclusions. Without a question there is room for one.',
    question: 'Question',
    setUp: 'Set-up',
    figures: 'Figures',
    conclusions: 'Conclusions',
    protocol: 'Protocol',
    button: 'Print',
    save: 'Save the sheet',
    refused: 'This frame does not let the page print: save the sheet, open it and print that.',
  },
  /** A link that another version made. */
  version: {
    /** @param {string} its @param {string} own */
    said: (its, own) =>
      `This link was made with version ${its} of the lab; this is version ${own}, whose numbers may differ.`,
    /** @param {string} its */
    open: (its) => `Open it in version ${its}`,
    newer: 'A newer version of the lab is ready. What you have made stays.',
    take: 'Use it now',
  },
  shelf: {
    title: 'Shelf',
    hint: 'What you keep stays in this browser, in your order: drag the pictures. PageDown and PageUp, or a presenter’s remote, step through the slide show.',
    refused:
      'This browser does not store anything for this page: what is kept here is lost with it, so save the shelf as a file.',
    empty: 'Nothing is kept yet.',
    keep: 'Keep on the shelf',
    kept: 'Kept on the shelf.',
    full: 'There is no room for this: the shelf holds 100 experiments, or 4 MB. Save it as a file, or remove some.',
    name: 'Title',
    up: 'Move up',
    down: 'Move down',
    /** @param {string} title @param {number} at @param {number} count */
    moved: (title, at, count) => `${title} is now ${at} of ${count}.`,
    open: 'Open',
    remove: 'Remove',
    /** @param {string} title */
    removed: (title) => `Removed: ${title}.`,
    show: 'Slide show',
    save: 'Save the shelf',
    add: 'Add from a file',
    /** @param {number} count */
    added: (count) => `${count === 1 ? '1 experiment' : `${count} experiments`} added.`,
    /** @param {number} count */
    unread: (count) => `${count} could not be read.`,
    /** @param {number} at @param {number} count @param {string} title */
    slide: (at, count, title) => `${at} of ${count}: ${title}`,
    back: 'Previous slide (PageUp)',
    on: 'Next slide (PageDown)',
    leave: 'Leave the slide show (Esc)',
  },
  opening: {
    button: 'Open or paste',
    title: 'Open or paste',
    hint: 'Drop, choose or paste: a file or link of this lab, or a cell as you have it, such as C=100 k=0.7 …, a Python dict, JSON, NeuroML, a CARLsim call or cells of a spreadsheet, also in the form of 2003.',
    text: 'Text',
    choose: 'Choose a file',
    take: 'Open',
    large: 'This is larger than 5 MB, which is more than the lab reads. Nothing has changed.',
    otherPage: 'This page does not hold an experiment of this lab. Nothing has changed.',
    unknown: 'This is neither a file or link of this lab nor a cell that it can read. Nothing has changed.',
    unknownPreset: 'This file is damaged, or was written by a later version of the lab. Nothing has changed.',
    empty: 'There is nothing to open yet.',
    same: 'Nothing has changed.',
    /** @param {string[]} kept settings, as their headings have them */
    kept: (kept) => `Kept, since the text does not give it: ${kept.join(', ')}.`,
  },
  reading: {
    /** @param {string} notation @param {CellForm} form */
    found: (notation, form) =>
      `This is ${notation}.${form === '2003' ? ' The cell is in the form of 2003, which has no units; its values are converted: C = 100 pF, k = 4 nS/mV, b, d and I times 100, and v_r and v_t are where that form has its rest and threshold.' : ''} Nothing is taken before you say so.`,
    notations: {
      none: 'no cell',
      pairs: 'a list of names and values',
      Python: 'Python',
      JSON: 'JSON',
      NeuroML: 'NeuroML',
      CARLsim: 'a call of CARLsim',
      table: 'a table',
    },
    /** @param {number} count */
    which: (count) => `One of ${count} cells:`,
    /** @param {number} number */
    unnamed: (number) => `Cell ${number}`,
    table: 'What was understood',
    field: 'Field',
    value: 'Value',
    from: 'From',
    origins: {form: 'implied by the form', present: 'not in the text: stays as it is'},
    form2003: 'The form of 2003, and how it is converted',
    derivation: [
      'In the form of 2003, v′ = 0.04 v² + 5 v + 140 − u + I and u′ = a (b v − u), with v in mV, time in ms and no other units.',
      'Times 100, with C = 100 pF: C v′ = 4 v² + 500 v + 14 000 − 100 u + 100 I. With our u = 100 (u − b vᵣ), which counts from its value at vᵣ, this is 4 (v − vᵣ)(v − vₜ) − u + 100 I if vᵣ + vₜ = −125 and 4 vᵣ vₜ = 14 000 − 100 b vᵣ.',
      'So vᵣ is the smaller root of 0.04 x² + (5 − b) x + 140 = 0, vₜ = −125 − vᵣ, and b, d and I are times 100. Without a root, vᵣ = vₜ = −62.5 and the current gains 100 (62.5 b − 16.25).',
      'Back: with k / C = 0.04 and vᵣ + vₜ = −125, b, d and I are divided by C. Spike times are the same in both.',
    ],
    inForm: 'The cell on show in the form of 2003:',
    notInForm: 'The cell on show has no such form: that takes k / C = 0.04 and vᵣ + vₜ = −125.',
    leftOut: 'Left out:',
    take: 'Use this cell',
  },
  dismiss: 'Dismiss',
  close: 'Close',

  gallery: {
    label: 'Presets',
    cells: 'Cells',
    why: 'Why it fires',
    note: 'Figures of the teaching note',
    truth: 'Checks of the numerics',
    figure: (/** @type {string} */ number) => `Fig. ${number}`,
    previous: 'Previous preset',
    next: 'Next preset',
  },
  sound: {
    title: 'Hear',
    spikes: 'The spikes, as clicks',
    trace: 'v over time, as a pitch',
    curve: 'Hear it',
    curveHint: 'The steady rate as a pitch, from the lowest current at the left to the highest at the right',
    speed: 'Speed of the clicks',
    speeds: [
      [1, 'real time'],
      [0.3, '1/3'],
      [0.1, '1/10'],
      [0.03, '1/30'],
    ],
    volume: 'Volume',
    stop: 'Stop the sound',
    cut: 'Only the first two minutes are played: choose a shorter stretch or a higher speed.',
    refused: 'This browser or frame does not allow sound; the tables list the spike times.',
  },
  help: {
    title: 'Help',
    intro:
      'Drag a number, a slider or a point in a plot: the run is computed again at once, and every plot shows the same instant. Start with the amplitude of the step.',
    kept: 'Your work is kept in this browser for next time.',
    notKept:
      'This browser does not let the page keep anything: what you do here is lost when you close it. A saved table contains the experiment, too.',
    touch: 'Touch',
    gestures: [
      ['Tap one of the nine values', 'change it beside the picture, with a slider'],
      ['Tap a number in a box', 'type another'],
      ['Tap or swipe sideways in a time plot', 'move the instant; a tap on a spike chooses it'],
      ['Two fingers in a time plot', 'spread to zoom in, pinch to zoom out'],
      ['Double tap in a time plot', 'show the whole run'],
      ['Hold a handle, then drag', 'change its value; a handle that was tapped can be dragged at once'],
      ['Tap a point or a name in the plane', 'what it is'],
      ['Tap twice in the plane', 'start the run there'],
      ['Tap or swipe sideways on a curve', 'read it; the button beside it runs what is read'],
    ],
    keys: 'Keys',
    rows: [
      ['Ctrl+Z, Ctrl+Shift+Z', 'undo, redo (in a number field: the typing in it)'],
      ['F1', 'this help'],
      ['Tab', 'from one control or plot to the next'],
      ['← → in a time plot', 'move the instant; Shift or Page for ten times as far; Home and End'],
      ['+ − 0, Ctrl+← → in a time plot', 'zoom in, zoom out, show the whole run; move along it'],
      ['Enter, Shift+Enter in a time plot', 'take the nearest spike as the first, or as the second, of an interval'],
      ['← → in a curve', 'read it point by point; Enter runs what is read'],
      [
        '← → ↑ ↓ at the start, or at a handle',
        'move it; Shift, or Page up and down, for ten times as far; Home and End',
      ],
      [
        '↑ ↓ in a value of the equation',
        'a step; Shift for a tenth of it, Alt or Page for ten; Home and End of its slider; a double click returns to the preset’s value',
      ],
      ['← → on a slider', 'a step; Shift for a tenth of it, Page Up and Page Down for ten; Home and End'],
      ['← → in the tabs', 'to the next one; Home and End'],
      [
        'Z, R in the projector',
        'tell the closest spikes apart, or show the whole run; show what a figure leaves to be found',
      ],
      ['1, 2, 3, 4 in the projector', 'the plane, f–I, Rheobase, More'],
      ['L, Shift+L in the projector', 'make the run twice as long, or half'],
      [
        'Escape',
        'one thing a press: cancel the drag in progress, or what is being typed; close what is open; release the instant; end the slide show; leave the projector',
      ],
    ],
    reader: 'With a screen reader',
    reading: [
      ['Headings', 'each plot, the current, the equation, the settings and the analysis on show have one'],
      ['First stops', 'three buttons skip to the current, the equation and the analyses'],
      ['Rows of like buttons', 'are one stop; the arrow keys move within it'],
      ['Plots', 'say in a sentence what they show; on the slider of a plot the arrow keys read its curve'],
      ['Tables', 'Details has all spikes and samples; each diagram has a table of its own'],
      ['Results', 'what the run comes to is announced once you stop changing it, and undo says what it took back'],
    ],
  },
  link: {
    inPart: 'Not all of this link could be read; the rest is as in the preset.',
    refused: 'Nothing was opened: this would change what is locked.',
    display: 'Not all of how this is to be shown could be read.',
    more: (/** @type {number} */ count) => `And ${count} more.`,
    locked: 'What its author has locked stays locked here until the page is loaded anew.',
    /** @param {string} part */
    unread: (part) => `“${part}” means nothing here.`,
    /** @param {string} title */
    tooLong: (title) => `These runs are too long for a link, so the address names only the preset, ${title}.`,
  },
  unknownPreset: (/** @type {string} */ id, /** @type {string} */ shown) =>
    `There is no preset called “${id}”. This is ${shown}.`,
  edited: 'changed by you',

  /** The headings of the cell's parameters, by the core's groups. @type {Record<Exclude<NumberField['group'], ''>, string>} */
  groups: {membrane: 'Membrane', recovery: 'Recovery', reset: 'Reset'},
  controls: 'Controls',
  summary: 'Summary',
  quickControls: 'Current',
  /** Labels, by name, and where that is not enough by whole id. */
  symbols: {
    vr: 'v<sub>r</sub>',
    vt: 'v<sub>t</sub>',
    vpeak: 'v<sub>peak</sub>',
    dt: 'd<i>t</i>',
    edge: 'currents',

    v: 'v(0)',
    u: 'u(0)',
    duration: 'run for',
    'stimulus.step.duration': 'duration',
    'stimulus.ramp.duration': 'duration',
  },
  /** Names of fields that are words, not letters. */
  names: {
    amplitude: 'amplitude',
    onset: 'onset',
    duration: 'duration',
    from: 'from',
    to: 'to',
    points: 'points',
    hold: 'counted for',
    parameter: 'parameter',
  },
  stimulus: 'Stimulus',
  stimulusOf: (/** @type {number} */ index) => `Stimulus ${index + 1}`,
  stimulusCount: (/** @type {number} */ count) => `${count} stimuli`,
  /** Said of a list that is longer. */
  firstHaveGrips: (/** @type {number} */ count) =>
    `Only the first ${count} have handles in the plot; all have fields here.`,
  stimulusLine: (/** @type {number} */ index, /** @type {Stimulus} */ one) =>
    `${index + 1}. ${words.kinds[one.kind]}: ${amount(/** @type {any} */ ({stimulus: [one]}))}, ` +
    `${words.timesLabel(/** @type {any} */ ({stimulus: [one]})).replace(/^\w+ /, '')}`,
  initial: 'Start',
  solver: 'Method',
  /** @type {Record<KindSchema['kind'] | Stimulus['kind'], string>} */
  kinds: {
    step: 'Step',
    ramp: 'Ramp',
    rest: 'At rest',
    at: 'Given',
    exact: 'Exact',
    rk4: 'Runge-Kutta 4',
    euler: 'Euler',
  },
  /** @type {Record<KindSchema['id'], string>} */
  kindMeans: {
    'initial.rest': 'At rest: the lower fixed point without a current, v = min(vr, vt + b/k) and u = b (v - vr).',
    'initial.at': 'At a given point of the phase plane.',
    'solver.exact': `Adaptive Taylor series; spikes are ${ACCURACY}.`,
    'solver.rk4': 'Runge-Kutta of order 4 in fixed steps, with the reset on the grid.',
    'solver.euler': 'Forward Euler in fixed steps, with the reset on the grid.',
  },
  /** @type {Record<SwitchEdge, string>} */
  options: {at: 'on for onset ≤ t < end', after: 'on for onset < t ≤ end'},
  /** @type {Record<SwitchEdge, string>} */
  optionMeans: {
    at: 'A step of the method that starts just as a current begins has it; one that starts just as it ends does not. A spike is dated at the end of its step.',
    after:
      'A step of the method that starts just as a current begins does not have it yet; one that starts just as it ends still does. So spikes may come one step later. A spike is dated at the end of its step.',
  },
  /** What a train of spikes is like, by the core's name for it. @type {Record<Pattern['kind'], string>} */
  patterns: {
    silent: 'silent',
    single: 'a single spike',
    few: 'a few spikes',
    'onset burst then silent': 'onset burst, then silent',
    'firing that stops': 'firing that stops',
    tonic: 'tonic',
    adapting: 'adapting',
    'speeding up': 'speeding up',
    'onset burst then tonic': 'onset burst, then tonic',
    'pair then tonic': 'pair, then tonic',
    'onset burst': 'onset burst',
    bursting: 'bursting',
    'in turn': 'intervals in turn',
    irregular: 'irregular',
    runaway: 'runaway',
  },
  /** What a fixed point is, by the core's name for it. @type {Record<Stability, string>} */
  stabilities: {
    'stable node': 'stable node',
    'stable focus': 'stable focus',
    'unstable node': 'unstable node',
    'unstable focus': 'unstable focus',
    saddle: 'saddle',
    degenerate: 'degenerate',
  },
  add: {step: 'Add a step', ramp: 'Add a ramp'},
  addShort: {step: '+ step', ramp: '+ ramp'},
  remove: 'Remove',
  noStimulus: 'No current is injected.',
  clipped: (/** @type {number} */ index) =>
    `Stimulus ${index + 1} reaches outside the run; only the part inside counts.`,
  valueText: (/** @type {number} */ value, /** @type {string} */ unit) => withUnit(prose(value), unit),
  sliderOf: (/** @type {string} */ name) => `${name}, slider`,
  quoted: (/** @type {string} */ text) => `“${text}”`,
  backTo: (/** @type {string} */ value) => `Back to ${value}, as in the preset`,
  editor: {
    back: (/** @type {string} */ value) => `Back to ${value}`,
    less: 'One step less',
    more: 'One step more',
    done: 'Done',
    were: (/** @type {string} */ before) => `were ${before}`,
  },
  meaning: 'Meaning',
  helpPrompt: 'Choose a field to read what it does.',
  twoReadings: (/** @type {string} */ text) => `“${text}” can be read in two ways. Which number is meant?`,
  /** What is wrong with a value that was given; the name of its field first, then the value as it is shown. */
  problems: {
    quoted: (/** @type {string} */ text) => `“${text}”`,
    /** What was given and is no text and no number. @type {Record<string, string>} */
    things: {
      list: 'a list',
      object: 'an object',
      NaN: 'NaN',
      infinity: 'infinity',
      '-infinity': 'minus infinity',
    },
    /** Parts of an experiment, by their paths. @type {Record<string, string>} */
    parts: {
      experiment: 'experiment',
      cell: 'cell',
      initial: 'initial',
      solver: 'solver',
      stimulus: 'stimulus',
      preset: 'preset',
      labels: 'title and note',
      pinned: 'pinned runs',
    },
    stimulus: (/** @type {number} */ number) => `stimulus ${number}`,
    range: (/** @type {string} */ low, /** @type {string} */ high) => `${low} to ${high}`,
    anything: 'any finite number',
    locked: (/** @type {string} */ name) => `Locked here: ${name}.`,
    /** By the core's names of them. @type {import('./texts.d.ts').ProblemWords} */
    codes: {
      empty: ({name, range}) => `${name} needs a number (allowed: ${range}).`,
      not_a_number: ({name, given, range}) => `${name} = ${given} is not a number (allowed: ${range}).`,
      not_finite: ({name, given, range}) => `${name} = ${given} is not a finite number (allowed: ${range}).`,
      not_whole: ({name, given, range}) => `${name} = ${given} is not a whole number (allowed: ${range}).`,
      out_of_range: ({name, given, range}) => `${name} = ${given} is out of range (allowed: ${range}).`,
      unknown_choice: ({name, given, options}) => `${name} cannot be ${given} (allowed: ${options}).`,
      unknown_kind: ({name, given, options}) => `${name} cannot be of kind ${given} (allowed: ${options}).`,
      unknown_field: ({name}) => `There is no field called ${name}.`,
      kind_missing: ({name}) => `${name} has no kind.`,
      not_a_text: ({name, given}) => `${name} = ${given} is not a text.`,
      not_a_list: ({name, given}) => `${name} = ${given} is not a list.`,
      not_an_object: ({name, given}) => `${name} = ${given} is not an object.`,
      too_many: ({name, given, high}) => `${name} has ${given} entries; at most ${high} are allowed.`,
      empty_range: ({name, given, low, high}) =>
        `${name} = ${given} must be ${high ? `below to = ${high}` : `above from = ${low}`}: the range is empty.`,
      reversed_range: ({name, given, low, high}) =>
        `${name} = ${given} must be ${high ? `below to = ${high}` : `above from = ${low}`}: the range is reversed.`,
      reversed: ({name, given, low}) => `${name} = ${given} lies before from = ${low}.`,
      shorter_than_dt: ({name, given, dt, range}) =>
        `${name} = ${given} is shorter than the time step dt = ${dt} (allowed: ${range}).`,
      longer_than_duration: ({name, given, range}) =>
        `${name} = ${given} is longer than the duration (allowed: ${range}).`,
      too_many_steps: ({name, given, steps, most, dt, range}) =>
        `${name} = ${given} needs ${steps} steps${dt && ` of dt = ${dt}`}; at most ${most} are allowed (allowed: ${range}).`,
      peak_not_above_reset: ({name, given, low}) =>
        `${name} = ${given} must be above c = ${low}, or the cell would fire without end at one instant.`,
      reset_not_below_peak: ({name, given, high}) =>
        `${name} = ${given} must be below vpeak = ${high}, or the cell would fire without end at one instant.`,
      wrong_unit: ({name, given, range}) =>
        `${name} = ${given} has a unit that cannot be converted (allowed: ${range}).`,
      given_twice: ({name, given}) => `${name} = ${given} is one of two different values.`,
      no_cell: () => 'There is no cell in this text.',
      too_long: ({high}) => `The text has more than ${high} characters.`,
    },
    groups: (/** @type {Record<string, string>} */ {name, given, range}) =>
      `${name} = ${given} is not a number: thousands are grouped in threes, as in 1,234,567.5 (allowed: ${range}).`,
    unit: (/** @type {Record<string, string>} */ {name, given, range, unit}) =>
      `${name} = ${given} cannot be converted: ${unit} is not a unit known here (allowed: ${range}).`,
    /** is, asked: of `quantities`, where they have a name there */
    quantity: (/** @type {Record<string, string | undefined>} */ {name, given, range, is, asked, unit}) =>
      `${given} ${is ? `is ${is}` : 'measures something else'}; ${name} is ${asked ? `${asked}, given in ${unit}` : 'a plain number'} (allowed: ${range}).`,
    /** By the core's names of quantities. @type {Record<UnitTables['quantities'][number]['id'], string>} */
    quantities: {
      current: 'a current',
      voltage: 'a voltage',
      time: 'a time',
      conductance: 'a conductance',
      capacitance: 'a capacitance',
      rate: 'a rate',
      resistance: 'a resistance',
      charge: 'a charge',
      'conductance per voltage': 'a conductance per voltage',
    },
  },

  plots: {
    v: 'Membrane potential',
    u: 'Recovery current',
    current: 'Stimulus',
    phase: 'Phase plane',
    rate: 'Rate against current',
    thresholds: 'Rheobase',
    why: 'Closed forms',
    map: 'Map from spike to spike',
    bifurcation: 'Bifurcation diagram',
    bursts: 'Bifurcation diagram with its bursts',
  },
  /** The analyses beside the plots. */
  analyses: 'Analyses',
  tabs: {
    plane: 'Plane',
    rate: 'f–I',
    thresholds: 'Rheobase',
    more: 'More',
    why: 'Closed forms',
    map: 'Map',
    bifurcation: 'Bifurcation',
    compare: 'Pinned',
    findings: 'Findings',
    details: 'Details',
  },
  more: 'More',
  counted: (/** @type {number} */ spikes) => `${spikes === 1 ? 'spike' : 'spikes'}`,
  /** Says which tab has been chosen. @param {string} name */
  shownTab: (name) => `${words.tabs[/** @type {'plane'} */ (name)]} is shown.`,
  shortMeasures: {count: 'spikes', latency: 'onset to 1st spike', last_isi: 'last interval', steady_rate: 'final rate'},
  /** The heading of a setting, which shows its value. */
  settingOf: {
    stimulus: (/** @type {Experiment} */ {stimulus}) => {
      const written = numbers.prose;
      const [one] = stimulus;
      return !one
        ? 'No stimulus'
        : stimulus.length > 1
          ? `${stimulus.length} stimuli`
          : `${words.kinds[one.kind]} from ${written(one.onset)} ms`;
    },
    initial: (/** @type {Experiment} */ {initial}) => {
      const written = numbers.prose;
      return initial.kind === 'rest' ? 'Start at rest' : `Start at ${written(initial.v)}, ${written(initial.u)}`;
    },
    duration: (/** @type {Experiment} */ {duration}) => `${numbers.prose(duration)} ms`,
    solver: (/** @type {Experiment} */ {solver}) => words.kinds[solver.kind],
  },
  unfoldHint: 'Show the recovery current large',
  /** The ticks on the slider of the current. */
  drive: {
    first: (/** @type {string} */ at) => `one spike ${at}`,
    /** Of a step that ends, where nothing lasts. */
    alone: (/** @type {string} */ at) => `first spike ${at}`,
    lasting: (/** @type {string} */ at) => `lasting ${at}`,
    fires: (/** @type {string} */ at) => `fires from ${at}`,
  },
  planeOptions: 'What the plane shows',
  /** What stands beside the picture. */
  story: {
    figure: (/** @type {string} */ label, /** @type {string} */ title) => `Fig. ${label}: ${title}`,
    edited: (/** @type {string} */ title, /** @type {string} */ changes) =>
      changes ? `${title}, edited: ${changes}` : `${title}, edited`,
    attempt: 'Try:',
    back: 'Back to how it was',
    keep: 'Show it as it was, too',
    place: (/** @type {number} */ at, /** @type {number} */ count) => `${at} of ${count}`,
  },
  stepRuns: 'Runs in fixed steps',
  menu: 'Menu',
  /** Links that move the focus, and headings, for screen readers and keyboards. */
  skip: {
    current: 'Skip to the current',
    law: 'Skip to the equation',
    analyses: 'Skip to the analyses',
  },
  heads: {verdict: 'What happens', law: 'Equation', tools: 'Tools', ticks: 'Where firing begins'},
  aboutFigure: 'About this figure',
  presetLocked: 'This preset is not opened: it would change what is locked here.',
  figure: {
    open: 'Open in Izhikevich Lab',
    openHint: 'The same set-up with all views and controls, in a tab of its own',
    start: 'Start',
    startHint: 'Start the figure: a model neuron to experiment with',
  },
  enlarge: '⤢',
  enlargeHint: 'Give the analysis the whole column',
  pictureHint: 'Enlarge the picture of v(t)',
  axisNames: {time: 't', v: 'v', u: 'u', current: 'I', rate: 'rate'},
  axes: (/** @type {string} */ name) => headed(wordOf(words.axisNames, name) ?? name, name),
  stretch: 'Stretch of time',
  stretches: {
    whole: 'Whole run',
    zoom: 'Zoom',
    spike: 'One spike',
    onset: 'Onset',
    burst: 'First spikes',
    kick: 'First 60 ms',
    step: 'The step',
  },
  orientation: 'Swap axes',
  orientationHint: 'v across and u up is the book’s convention; the note has u across and v up',

  runs: 'Runs',
  runTable: 'The runs of this figure',
  runLabel: (/** @type {{name: string, experiment: Experiment}} */ {name, experiment}) =>
    [name, amount(experiment)].filter(Boolean).join(', ') + method(experiment.solver),
  startLabel: (/** @type {Experiment} */ run) =>
    run.initial.kind === 'rest'
      ? 'from rest'
      : `from v = ${volts(prose(run.initial.v))}, u = ${amps(prose(run.initial.u))}`,
  timesLabel: (/** @type {Experiment} */ run) =>
    (run.stimulus.length > MOST_LISTED ? [] : run.stimulus)
      .map((one) => {
        const end = one.duration === null ? 'to the end' : `for ${time(prose(one.duration))}`;
        return `${one.kind} at ${time(prose(one.onset))} ${end}`;
      })
      .join(', ') || (run.stimulus.length ? words.stimulusCount(run.stimulus.length) : 'no current'),
  /** What holds for all runs once, what differs in the order of the runs. */
  protocol: (/** @type {Experiment[]} */ runs) => {
    const parts = [words.timesLabel, words.startLabel, words.durationLabel, words.solverLabel];
    const said = parts.map((say) => [...new Set(runs.map(say))].join(' / ')).join('; ');
    return `${said[0].toUpperCase()}${said.slice(1)}.`;
  },
  solverLabel: (/** @type {Experiment} */ {solver}) =>
    solver.kind === 'exact'
      ? 'exact'
      : `${words.kinds[solver.kind]} in steps of ${time(prose(solver.dt))}, currents on for t ${solver.edge === 'at' ? '≥' : '>'} onset`,
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
    pattern: 'Pattern',
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
    const said = wordOf(words.quantities, name) ?? wordOf(words.axisNames, name) ?? name;
    return unit ? `${said} [${unit}]` : said;
  },
  /** @type {Record<string, string>} */
  quantities: {
    count_rate: 'spikes / length',
    last_rate: '1/last interval',
    steady_rate: 'steady rate',
    first_rate: '1/first interval',
    latency: 'first spike after',
    spikes: 'spikes seen',
    count: 'spikes',
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
    /** @param {Measures} measures */
    steady_rate: ({steady_k, steady_from, steady_to}) =>
      'final rate' +
      (steady_k === null ? '' : `, last ${steady_k} ISI`) +
      (steady_from === null ? '' : ` from ${milliseconds(steady_from)} to ${time(milliseconds(steady_to ?? 0))}`),
  },
  none: '–',
  tables: 'Tables',
  tableOf: (/** @type {string} */ what) => `Spikes and data of ${what}`,
  spikeTable: 'Spikes',
  dataTable: 'Samples on show',
  copyInstead: 'This frame may block downloads; the file’s text can be copied from here.',
  someRows: (/** @type {number} */ shown, /** @type {number} */ all) =>
    `${shown} of ${all} rows; the file has them all.`,
  saveSpikes: 'Save the spikes (CSV)',
  saveSamples: 'Save the samples (CSV)',
  saveTable: (/** @type {string} */ title) => (title ? `Save: ${title} (CSV)` : 'Save this table (CSV)'),

  /** Runs that are pinned, to be compared with. */
  compare: {
    pin: 'Pin this run',
    pinned: 'Pinned.',
    unpinned: 'Unpinned.',
    pinHint: 'It stays in every plot, in grey, beside what you try next; up to four',
    full: 'Four runs are pinned, and that is all there is room for: remove one first.',
    none: 'Pin a run: it stays in every plot, in grey, while you change things, and is compared with here.',
    own: 'on show',
    caption: 'The run on show and the pinned ones',
    pattern: 'pattern',
    nameOf: (/** @type {number} */ index) => `Name of pinned run ${index + 1}`,
    swap: (/** @type {string} */ name) => `Swap the run on show with “${name}”`,
    remove: (/** @type {string} */ name) => `Remove “${name}”`,
    numbered: (/** @type {number} */ index, /** @type {string} */ name) => `${index + 1} ${name}`,
    behind: (/** @type {number} */ index, /** @type {string} */ name, /** @type {number} */ count) =>
      `Pinned run ${index + 1}, ${name}: ${words.spikeCount(count)}.`,
    label: (/** @type {string} */ path) => {
      const [part, index, name] = path.split('.');
      if (part !== 'stimulus' || !name)
        return (
          wordOf(words.symbols, path) ??
          wordOf(words.symbols, path.replace(/^.*\./, '')) ??
          wordOf(words.partNames, path) ??
          path.replace(/^.*\./, '')
        );
      return `${words.stimulusOf(Number(index))}, ${wordOf(words.symbols, name) ?? name}`;
    },
    /** A change in a name: d 40. */
    change: (/** @type {string} */ path, /** @type {any} */ value) =>
      `${path.replace(/^.*\./, '')} ${typeof value === 'number' ? prose(value) : words.compare.value(path, value)}`,
    value: (/** @type {string} */ path, /** @type {any} */ value) => {
      if (value === undefined) return words.none;
      if (value === null) return words.toTheEnd;
      if (typeof value === 'number') return withUnit(prose(value), unitAt(path));
      if (typeof value === 'string') return wordOf(words.kinds, value) ?? value;
      if (path === 'stimulus') return amount(/** @type {any} */ ({stimulus: value, initial: {kind: 'rest'}}));
      if (path === 'initial') return words.startLabel(/** @type {any} */ ({initial: value}));
      if (value.kind) return wordOf(words.kinds, value.kind) ?? value.kind;
      return words.none;
    },
    /** In what the run on show differs from a pinned one. @param {string} name @param {Said} said */
    against: (name, said) => `Against “${name}”: ${tell(words, said)}`,
  },
  partNames: {stimulus: 'stimulus', initial: 'start', solver: 'method', duration: 'run for'},
  toTheEnd: 'to the end',

  rule: 'The rule',
  ended: {
    'too many spikes': (/** @type {string} */ time) =>
      `Stopped at ${time}: the spikes follow one another faster than 1000 a millisecond, without end. What came before is shown.`,
    'out of budget': (/** @type {string} */ time) =>
      `Stopped at ${time}: this run needs more steps than the page takes at once. What came before is shown.`,
    diverged: (/** @type {string} */ time) =>
      `Stopped at ${time}: the numbers grow beyond any bound; with fixed steps, a smaller dt helps. What came before is shown.`,
  },
  /** @param {number} duration ms */
  runFor: (duration) => `Run for ${time(prose(duration))}`,
  runToTheEnd: 'Run it to the end',
  running: 'Running to the end…',
  stop: 'Stop',
  workerFailed: 'This browser does not allow background work here, so the run stays as it is.',

  /** In place of a verdict that is withheld. */
  askedOf: (/** @type {Experiment} */ run) => `${capital(amount(run))}: what does the cell do, and why?`,
  soundName: 'Sound',
  withhold: 'Hide the answers',
  withholdHint:
    'Hides thresholds, measures and explanations while a class looks for them; ?answers=off in the address does so for good',
  reveal: 'Show where firing begins, and why',
  showPlace: 'Show it in the plane',
  showRheobase: 'Show it in Rheobase',
  highlighted: (/** @type {Marked} */ {symbol, value}) => `${flat(symbol)} = ${amps(located(value))}`,
  cursor: {
    label: (/** @type {string} */ plot) => `Instant, over ${plot}`,
    range: 'Instant, in ms',
    bar: 'Time',
    play: 'Play',
    pause: 'Pause',
    start: 'Back to the start',
    stepBack: 'One step back',
    stepOn: 'One step on',
    speed: 'Speed, as a share of real time',
    speeds: (/** @type {number} */ slowness) => (slowness === 1 ? '1' : `1/${slowness}`),
    backHint: 'Previous spike',
    onHint: 'Next spike',
    hold: 'Hold',
    holdHint: 'The cursor stays where it is while the mouse moves; a click in a plot over time does the same',
    clear: 'Release the cursor (Escape)',
    names: {time: 't', v: 'v', u: 'u', current: 'I', dv_dt: 'dv/dt', du_dt: 'du/dt'},
    /** The balance of currents, in the order of the equation. */
    terms: {
      capacitive: 'C dv/dt =',
      membrane: 'k(v − v<sub>r</sub>)(v − v<sub>t</sub>)',
      recovery: '− u',
      current: '+ I',
    },
    /** The instant as a screen reader says it: its time alone, and with what is measured there. */
    at: (/** @type {Results} */ {cursor, window}) => time(timeIn(window)(cursor)),
    short: (/** @type {Results} */ {cursor, instant, runs, selected, window}) =>
      instant
        ? `${time(timeIn(window)(cursor))}: v ${volts(readOut(instant.v, unitOf('v')))}, u ${amps(readOut(instant.u, unitOf('u')))}, I ${amps(located(instant.current))}`
        : `${time(timeIn(window)(cursor))}: ${words.cursor.missing(runs[selected], cursor)}`,
    missing: (/** @type {Result} */ {experiment, recording: {ended}}, /** @type {number} */ at) =>
      at > experiment.duration
        ? `This run is over after ${time(prose(experiment.duration))}.`
        : ended.kind !== 'finished' && ended.time < at
          ? `This run stopped at ${time(milliseconds(ended.time))}.`
          : 'This instant lies too many steps into the run to be followed.',
  },

  zoom: {
    label: 'Time axis of all plots',
    in: 'Zoom in (+, or Ctrl and the wheel)',
    out: 'Zoom out (−)',
    whole: 'The whole run (0, or a double click)',
    apart: 'Tell the closest spikes apart, or show the whole run (Z in the projector)',
    fit: 'Fit the vertical axes of all plots to what is on show',
    parts: {window: 'Stretch on show', from: 'Where the stretch begins', to: 'Where the stretch ends'},
    hints: {
      window: 'The part of the run on show: drag it, or its edges',
      from: 'Drag it to begin elsewhere',
      to: 'Drag it to end elsewhere',
    },
    stretch: (/** @type {{from: number, to: number}} */ window, /** @type {number} */ end) =>
      `${timeIn(window)(window.from)} to ${time(timeIn(window)(window.to))} of ${time(prose(end))}`,
  },
  interval: {
    name: 'Intervals',
    hint: 'The interval between any two spikes. In the plot: a click on the one, Shift and a click on the other.',
    from: 'From spike',
    to: 'to spike',
    number: (/** @type {number} */ index) => String(index + 1),
    /** The two as it is written beside the sentence. */
    brief: (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ isi) =>
      `${from + 1} → ${to + 1}: ${time(milliseconds(isi))}`,
    one: (/** @type {number} */ index, /** @type {number} */ at) =>
      `Spike ${index + 1} comes at ${time(milliseconds(at))}.`,
    said: (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ isi) => {
      const count = to - from;
      const mean = count > 1 ? `, ${time(milliseconds(isi / count))} on average` : '';
      const many = `${count === 1 ? '1 interval' : `${count} intervals`}${mean}`;
      return `ISI between spikes ${from + 1} and ${to + 1}: ${time(milliseconds(isi))} (${many}).`;
    },
    which: (/** @type {number} */ count) =>
      count < 1
        ? 'There is no spike.'
        : count === 1
          ? 'There is one spike only.'
          : `Choose two of the spikes 1 to ${count}.`,
  },

  plane: {
    start: 'Start of the run, in the phase plane',
    current: 'Current, in the phase plane',
    startHint: 'The start of the run. Drag it, move it with the arrow keys, or double-click where it is to be.',
    zoomed: 'Around rest',
    zoomedHint: 'A closer look at where the cell can rest, or nearly can',
    straight: 'Straight',
    straightHint: 'Counts u from the line du/dt = 0, around the place where the curves come closest',
    /** What the button in the plane's corner offers. */
    offers: {gap: 'See the gap', crossing: 'See the crossing', whole: 'Whole plane'},
    gap: (/** @type {number} */ above, /** @type {boolean} */ named) =>
      (named ? 'I − I_SN = ' : '') +
      amps(above < 1 ? prose(Number(above.toPrecision(2))) : measured(above, unitOf('current'))),
    backward: 'Backward in time',
    backwardHint: 'Where the state at the cursor came from, under the current of that instant',
    state: (/** @type {{v: number, u: number}} */ {v, u}) =>
      `v ${volts(measured(v, unitOf('v')))}, u ${amps(measured(u, unitOf('u')))}`,
    curves: {
      v: 'dv/dt = 0',
      u: 'du/dt = 0',
      c: 'v = c',
      straight: 'Δu: u above the line du/dt = 0',
      basin: 'basin of rest',
      threshold: 'threshold',
      parabola: 'invariant at I*',
      backward: 'backward',
    },
    /** What the curves mean, by the names above. @type {Record<string, string>} */
    means: {
      v: 'On dv/dt = 0, the v-nullcline, v stands still; inside the curve v falls, outside it rises.',
      u: 'On du/dt = 0, the u-nullcline, u stands still; above the line u falls, below it rises.',
      c: 'v = c is where each spike is followed by a reset.',
    },
    nullcline: NULLCLINE,
    point: (/** @type {FixedPoint} */ {kind, frequency}) =>
      frequency === null
        ? words.stabilities[kind]
        : `${words.stabilities[kind]}, ${withUnit(measured(frequency, unitOf('frequency')), unitOf('frequency'))}`,
    at: (/** @type {Marked} */ {symbol}) => `dv/dt = 0 at ${flat(symbol)}`,
    tableTitle: (/** @type {number} */ current) => `Fixed points at I = ${amps(located(current))}`,
    noneAt: (/** @type {number} */ current) => `There is no fixed point at I = ${amps(located(current))}.`,
    kind: 'Kind',
    column: (/** @type {string} */ name) => headed(wordOf(words.plane.columnNames, name) ?? name, name),
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
        `dv/dt = 0 where u = ${prose(k)} ${less(vr)} ${less(vt)} ${plus(Number(current.toFixed(6)))}; ` +
        `du/dt = 0 where u = ${prose(b)} ${less(vr)}; ` +
        `after a spike v = ${prose(c)} and u is ${prose(Math.abs(d))} ${d < 0 ? 'less' : 'more'} than before.`
      );
    },
    outside: 'That curve lies outside this view.',
    unknown: 'What separates firing from rest could not be worked out here.',
    count: ['No fixed point', 'One fixed point', 'Two fixed points'],
    where: (/** @type {FixedPoint} */ point, /** @type {string} */ what) => `at ${words.plane.state(point)} ${what}`,
    /** The plane for those who cannot see it. */
    /** @param {Results} results @param {string} separates what separates, and @param {string[]} told what each fixed point is */
    summary: ({plane, planeWindow, start, instant}, separates, told) => {
      const {v_low, v_high, u_low, u_high} = planeWindow;
      const ranges = words.describe.ranges([
        ['v', {low: v_low, high: v_high}],
        ['u', {low: u_low, high: u_high}],
      ]);
      const points = plane.fixed_points;
      const list = points.length ? `: ${points.map((point, i) => words.plane.where(point, told[i])).join('; ')}` : '';
      const now = instant ? ` The state at the cursor is ${words.plane.state(instant)}.` : '';
      return (
        `${words.plots.phase} at I = ${amps(located(plane.current))}, ${ranges}. ` +
        `${!points.length && separates ? '' : `${words.plane.count[points.length]}${list}. `}${separates} ` +
        `The run starts at ${words.plane.state(start)}.${now} ${words.describe.phase}`
      );
    },
  },

  /** What can be taken hold of in the plots over time. */
  handles: {
    parts: {amplitude: 'height', onset: 'onset', end: 'end', from: 'where it begins', to: 'where it ends'},
    stimulus: (/** @type {number} */ index, /** @type {string} */ part) =>
      `${words.stimulusOf(index)}, ${wordOf(words.handles.parts, part)}`,
    level: (/** @type {string} */ name) => `${name}, at the v axis`,
    hint: (/** @type {string} */ label) => `${label}: drag it, or use the arrow keys; Shift goes ten times as far.`,
    toTheEnd: 'to the end',
    /** Where a grip is. @param {'edge' | 'height' | 'corner'} shape @param {number} at @param {number} level @param {boolean} open */
    value: (shape, at, level, open) => {
      if (shape === 'height') return amps(prose(level));
      if (shape === 'edge') return open ? words.handles.toTheEnd : time(prose(at));
      return `${time(prose(at))}, ${amps(prose(level))}`;
    },
    volts: (/** @type {number} */ value) => volts(prose(value)),
  },

  equation: 'The model, with the numbers of this cell',
  describe: {
    trace: (/** @type {string} */ plot, /** @type {string} */ range, /** @type {string} */ runs) =>
      `${plot}, ${range}. ${runs}`,
    /** Ranges of several quantities, by name. */
    ranges: (/** @type {[string, {low: number, high: number}][]} */ list) =>
      list
        .map(
          ([name, {low, high}]) => `${wordOf(words.axisNames, name)} ${words.describe.range(low, high, unitOf(name))}`,
        )
        .join(', '),
    range: (/** @type {number} */ low, /** @type {number} */ high, /** @type {string} */ unit) =>
      `${measured(low, unit)} to ${withUnit(measured(high, unit), unit)}`,
    time: (/** @type {number} */ from, /** @type {number} */ to) => `from ${prose(from)} to ${time(prose(to))}`,
    phase: 'The orbit of v and u; dashed lines are resets. In a spike train the last cycle is bold.',
    rate: (/** @type {number} */ count) =>
      count === 1
        ? 'The interval of the runs on show is 1 point.'
        : `The intervals of the runs on show are ${count} points.`,
  },

  resume: 'Go on',
  fi: {
    rate: 'Rate',
    /** The rates that can be drawn. @type {Record<RateKind, string>} */
    rates: {count: 'spikes / length', 'last interval': '1 / last interval', steady: 'steady'},
    /** @type {Record<RateKind, string>} */
    rateNames: {count: 'rate by count', 'last interval': 'rate of the last interval', steady: 'steady rate'},
    axis: (/** @type {RateKind} */ kind) => headed(words.fi.rateNames[kind], 'rate'),
    /** What the rate that is drawn means, or why none is. @param {RateKind} kind @param {number} hold ms @param {ProtocolSetting} setting */
    means: (kind, hold, setting) =>
      ({
        count: `The rate drawn, in ${unitOf('rate')}, is the number of spikes divided by the ${time(prose(hold))} over which they are counted.`,
        'last interval': `The rate drawn, in ${unitOf('rate')}, is 1 divided by the last interval within the ${time(prose(hold))} over which spikes are counted.`,
        steady: tell(words, setting.steady_rate),
      })[kind],
    runsAway: 'runs away: no rate',
    courseTitle: 'what becomes of it',
    first: 'first interval',
    spikes: 'spikes',
    bursts: 'bursts',
    ownCurrent: 'this run',
    run: (/** @type {number | undefined} */ amplitude) =>
      amplitude === undefined ? 'Run it' : `Run ${amps(prose(amplitude))}`,
    markRun: 'Mark this run',
    near: 'Near onset',
    nearTitle: 'The rate near its onset, over powers of ten of the distance from it',
    table: 'Table',
    tableTitle: 'The f–I curve',
    onsetTitle: 'Near the onset',
    runsTitle: 'The intervals of the run on show',
    /** The axis of what is varied. @param {ProtocolSetting} setting */
    amplitudeAxis: ({of}) => (of === 'this run' ? headed('amplitude of the step', 'current') : words.axes('current')),
    scan: 'Current along the f–I curve',
    scanOnset: 'Distance from the onset',
    prompt: 'Move along the curve to read it; a click, Enter or the button runs that current.',
    distance: () => headed('I − onset', 'current'),
    working: 'Computing…',
    progress: (/** @type {number} */ found, /** @type {number} */ all) => `(${found} of ${all})`,
    /** @param {Onset} onset @param {number} i */
    sayOnset: ({distance, rate, cycle_rate, cycle}, i) => {
      const bursts =
        cycle[i] > 1 ? `, ${measured(cycle_rate[i], unitOf('rate'))} cycles a second of ${cycle[i]} spikes` : '';
      return `${amps(place(distance[i]))} above the onset: ${hertz(measured(rate[i], unitOf('rate')))}${bursts}.`;
    },
    /** The closed forms beside it. @param {OnsetForm[]} forms */
    forms: (forms) => {
      const said = forms.map(({symbol, value}) => `${symbol} = ${amps(located(value))}`);
      return said.length ? `Under a steady current, in closed form: ${said.join(', ')}.` : '';
    },
    /** @param {number | null | undefined} gain by least squares @param {RateKind} kind of the rate that is drawn @param {number | null | undefined} from pA: where lasting firing begins @param {number} to pA: where the curve ends */
    gain: (gain, kind, from, to) =>
      gain == null || from == null
        ? ''
        : `Between ${located(from)} and ${amps(prose(to))} the ${words.fi.rateNames[kind]} gains ${withUnit(measured(gain), `${unitOf('rate')}/${unitOf('current')}`)} on average.`,
    /** @param {Range_} range @param {string[]} ends what the curve says at its two ends @param {RateCurve[]} rates the intervals of the runs @param {string[]} said @param {ProtocolSetting} setting */
    describe: (range, ends, rates, said, {of}) => {
      const against = of === 'this run' ? 'the amplitude of the step' : 'a steady current, I';
      const across = `Rate against ${against} ${words.describe.range(range.from, range.to, unitOf('current'))}`;
      const points = rates.reduce((sum, {rate}) => sum + rate.length, 0);
      const own = points ? ` ${words.describe.rate(points)}` : '';
      if (!ends.length) return `${across}. ${words.fi.working}${own}`;
      return `${across}. ${[...ends, ...said].filter(Boolean).join(' ')}${own}`;
    },
  },

  /** Of which run thresholds and f-I curves are asked. */
  asking: {
    label: 'Computed for',
    names: {'this run': 'This run', 'from rest': 'From rest, a step without end'},
    which: 'Stimulus that is varied',
    stimulus: (/** @type {number} */ index, /** @type {Stimulus} */ {kind}) =>
      `${words.stimulusOf(index)}: ${words.kinds[kind]}`,
    searchGone:
      'The step of a threshold no longer has a length of its own: thresholds are now asked of the run on show, with its own step.',
  },
  thresholds: {
    single: 'First spike',
    lasting: 'Lasting firing',
    both: 'First spike and lasting firing',
    textbook: 'the rheobase',
    lastingToo: 'spikes without an end',
    /** For which protocol. @param {ProtocolSetting} setting @param {Experiment} experiment @param {boolean} textbook @param {boolean} two whether firing lasts from another current on */
    askedOf: ({end, background, method}, {initial}, textbook, two) => {
      if (textbook)
        return `For a step without end, from rest${two ? ': the rheobase is the least that evokes a spike' : ''}.`;
      const from = initial.kind === 'rest' ? 'from rest' : 'from this run’s own start';
      const until = end === null ? 'without end' : `that ends at ${time(prose(end))}`;
      const more = [background ? 'beside the other currents' : '', method === 'fixed steps' ? 'in fixed steps' : ''];
      return `${[`For a step ${until}, ${from}`, ...more].filter(Boolean).join(', ')}. A textbook’s rheobase is that of a step without end, from rest.`;
    },
    band: 'What the cell does, against the current',
    zones: {
      silent: 'silent',
      fires: 'fires',
      stops: 'fires, then is silent',
      either: 'rests or fires: the start decides',
      always: 'always fires',
    },
    /** @param {{from: number, to: number}} zone @param {(at: number) => string} amps */
    between: ({from, to}, amps) =>
      Number.isFinite(from)
        ? Number.isFinite(to)
          ? `${amps(from).split('\u00a0')[0]} to ${amps(to)}`
          : `from ${amps(from)}`
        : `below ${amps(to)}`,
    setTo: (/** @type {string} */ current, /** @type {string} */ length = '') =>
      `Set the current to ${current}${length && `, in a run of ${length}`}`,
    pinned: (/** @type {string} */ name) => `pinned, ${name}`,
    before: (/** @type {string} */ name) => `before, ${name}`,
    pin: 'Pin this cell',
    /** Beside the button, once it has been pressed. */
    pinnedNow: 'Pinned. Its numbers stay here while you change the cell.',
    unpin: 'Unpin',
    question: 'Question',
    questions: {
      first: 'Does one spike come?',
      lasting: 'Does it keep firing?',
      rest: 'Can it still rest?',
      fixed: 'Is a fixed point left?',
    },
    /**
     * Which number answers which question, in one sentence; `either`: whether there is a zone in which the start decides.
     * @param {Record<'first' | 'lasting' | 'rest' | 'fixed' | 'hopf' | 'star', number | null> & {close: boolean, textbook: boolean, either: boolean}} all
     */
    which: ({first, lasting, rest, fixed, hopf, close, textbook, either}) => {
      if (first === null || fixed === null || rest === null) return '';
      if (lasting !== null && Math.max(lasting, fixed) - first < 1e-3)
        return `Firing begins where the resting state is lost, at I_SN, and goes on: one number answers all four questions.`;
      const at = (/** @type {number} */ current) => amps(words.numbers.readOut(current, 'pA'));
      const from = `One spike comes from ${at(first)} on${textbook ? ', the rheobase of textbooks' : ''}`;
      const on = `firing lasts from ${at(lasting ?? 0)}${close ? ' (I*)' : ''} on, the teaching note’s “rheobase”`;
      const start = `up to ${at(rest)} the start decides whether it rests or fires`;
      const there = either ? 'there' : at(rest);
      const lost =
        hopf === null
          ? `from ${there} (I_SN) on there is no resting state`
          : `from ${there} (I_H) on rest no longer holds the cell, and from ${at(fixed)} (I_SN) on there is none`;
      return `${[from, lasting === null ? '' : on, either ? start : '', lost].filter(Boolean).join('; ')}.`;
    },
    value: (/** @type {number} */ current) => amps(located(current)),
    compared: 'Under a steady current, in closed form:',
    scan: 'Length of the step along the curve',
    prompt: 'How strong a brief step must be. Move along the curve to read it; a click runs that step.',
    say: (/** @type {number} */ duration, /** @type {number} */ current) =>
      `A step of ${time(milliseconds(duration))} needs ${amps(located(current))} for a spike.`,
    rheobase: 'rheobase',
    twice: '2 × rheobase',
    chronaxie: (/** @type {number} */ at) => `chronaxie ${time(milliseconds(at))}`,
    length: () => headed('length of the step', 'time'),
    tableTitle: 'Strength against duration',
    describe: (/** @type {ProtocolStrength | undefined} */ curve, /** @type {Range_} */ range) => {
      const across = `Strength of a step against its length, ${words.describe.range(range.from, range.to, unitOf('time'))}`;
      if (!curve?.duration.length) return `${across}. ${words.fi.working}`;
      const last = curve.duration.length - 1;
      const ends = [0, last].map((i) => words.thresholds.say(curve.duration[i], curve.current[i]));
      const known = curve.chronaxie === null ? [] : [`The chronaxie is ${time(milliseconds(curve.chronaxie))}.`];
      return [`${across}.`, ...ends, ...known].join(' ');
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
    run: 'Run this current',
  },
  map: {
    under: (/** @type {number} */ current) => `Under a steady current of ${amps(prose(current))}.`,
    run: 'Run from here',
    prompt: 'Move along the map to read it; a click, Enter or the button starts a run there.',
    scan: 'u after a spike along the map',
    working: 'Computing…',
    silent: 'falls silent',
    none: 'No spike follows from anywhere in this range.',
    across: () => headed('u after a spike', 'u'),
    up: () => headed('next u', 'u'),
    key: 'Steps: the run on show, between the map and the dashed diagonal; dots: the cycle it ends in; ◆ the map meets the diagonal and attracts, ◇ it repels.',
    cite: 'After J. Touboul and R. Brette, Spiking dynamics of bidimensional integrate-and-fire neurons, SIAM J. Appl. Dyn. Syst. 8 (2009).',
    title: (/** @type {number} */ current, /** @type {Range_} */ {from, to}) =>
      `From u after a spike to u after the next, under a steady current of ${amps(prose(current))}, u ${words.describe.range(from, to, unitOf('u'))}.`,
    say: (/** @type {number} */ u, /** @type {number} */ next, /** @type {number} */ interval) =>
      `From u = ${amps(measured(u, unitOf('u')))} the next spike comes after ${time(milliseconds(interval))}, and then u = ${amps(measured(next, unitOf('u')))}.`,
    tableTitle: (/** @type {number} */ current) =>
      `From spike to spike under a steady current of ${amps(prose(current))}`,
    quantities: () => [
      {name: 'u after a spike', unit: unitOf('u')},
      {name: 'u after the next', unit: unitOf('u')},
      {name: 'interval', unit: unitOf('time')},
      {name: 'piece', unit: ''},
    ],
    stepsTitle: 'The steps of the run on show',
    stepQuantities: () => [
      {name: 'spike', unit: ''},
      {name: 'u after it', unit: unitOf('u')},
    ],
    fixedTitle: 'Where the map meets the diagonal',
    fixedQuantities: () => [
      {name: 'u', unit: unitOf('u')},
      {name: 'slope', unit: ''},
    ],
  },
  bifurcation: {
    over: 'Over',
    parameter: (/** @type {string} */ name) => (name === 'current' ? 'the steady current I' : name),
    /** @param {Sweep} sweep */
    under: ({parameter, current}) =>
      parameter === 'current' ? '' : `Under a steady current of ${amps(prose(current))}.`,
    currentUnit: () => unitOf('current'),
    run: 'Run it',
    bursts: 'Bursts',
    zoom: 'Zoom to the changes',
    zoomHint: 'The range in which rest and firing change',
    burstsHint: 'Intervals between bursts and spikes per burst, in place of the rate and of u',
    prompt: 'Move along the diagram to read it; a click, Enter or the button runs that value.',
    scan: 'Value along the diagram',
    working: 'Computing…',
    own: 'this run',
    bistable: 'bistable',
    gap: () => headed('gap', 'burst_gap'),
    spikes: 'per burst',
    key: 'v: rest, solid where stable, dashed where not; saddle dotted; unstable cycle between its two ends. Then the rate, ▲ swept up, ▽ swept down; u after each spike, ▪ up, □ down.',
    burstKey:
      'Beneath v: the mean interval between bursts, then the mean number of spikes per burst; ▲ swept up, ▽ swept down.',
    /** What changes at a value, at its line in the plot, where it has one. @type {Partial<Record<Change, string>>} */
    marks: {
      saddle_node: 'I_SN',
      andronov_hopf: 'I_H',
      invariant_parabola: 'I*',
      homoclinic: 'homoclinic',
      node_to_focus: 'rings from',
    },
    axis: (/** @type {string} */ parameter, /** @type {string} */ unit) =>
      parameter === 'current' ? words.axes('current') : unit ? `${parameter} [${unit}]` : parameter,
    title: (/** @type {Sweep} */ {parameter, from, to}, /** @type {string} */ unit) =>
      `Bifurcation diagram over ${words.bifurcation.parameter(parameter)}, ${words.describe.range(from, to, unit)}.`,
    progress: (/** @type {number} */ up, /** @type {number} */ down, /** @type {number} */ points) =>
      down ? `down: ${down} of ${points}` : `up: ${up} of ${points}`,
    /** @param {string} parameter @param {number} value @param {string} unit @param {string} reason */
    stopped: (parameter, value, unit, reason) =>
      `The sweep stops at ${parameter} = ${withUnit(prose(value), unit)}: ${reason}`,
    /**
     * One value of the diagram.
     * @param {ReturnType<typeof import('../engine/swept.js').rowAt>} at @param {number} value @param {string} parameter @param {string} unit
     */
    say: ({rest, saddle, cycle, up, down}, value, parameter, unit) => {
      const name = parameter === 'current' ? 'I' : parameter;
      const mV = (/** @type {number} */ v) => volts(measured(v, unitOf('v')));
      const said = [rest ? `rest at ${mV(rest.v)}, ${words.stabilities[rest.kind]}` : 'no resting state'];
      if (saddle !== null) said.push(`saddle at ${mV(saddle)}`);
      if (cycle) said.push(`unstable cycle ${measured(cycle.low, unitOf('v'))} to ${mV(cycle.high)}`);
      const [one, other] = [up, down].map(({does, rate, below, bursts}) => {
        if (does !== 'fires') return words.bifurcation.does(does, below);
        const burst = bursts ? `, bursts of ${measured(bursts.spikes)}, ${time(milliseconds(bursts.gap))} apart` : '';
        return `${hertz(measured(rate, unitOf('rate')))}${burst}`;
      });
      const does = one === other ? `swept either way: ${one}` : `swept up: ${one}; swept down: ${other}`;
      return `${name} = ${withUnit(prose(value), unit)}: ${said.join('; ')}; ${does}.`;
    },
    /** What one direction does at a value where it has no rate above 0. @param {string} does @param {number} below Hz: where it is slow */
    does: (does, below) =>
      ({
        'not reached': '…',
        rests: 'at rest',
        'runs away': 'no rate: it runs away',
        slow: `fires, below ${hertz(bound(below, unitOf('rate')))}`,
        undecided: 'takes too long to find',
      })[does] ?? '',
    tableTitle: (/** @type {string} */ parameter) =>
      `Bifurcation diagram over ${words.bifurcation.parameter(parameter)}`,
    tableOf: diagramTable(
      {
        lower: 'rest v',
        upper: 'saddle v',
        v_low: 'cycle lowest v',
        v_high: 'cycle highest v',
        rate: ['rate up', 'rate down'],
        cycle: ['spikes per cycle up', 'spikes per cycle down'],
        burst_gap: ['between bursts up', 'between bursts down'],
        burst_spikes: ['spikes per burst up', 'spikes per burst down'],
        without: ['why no rate, up', 'why no rate, down'],
      },
      /** @returns {string} */ (does, below) => (NO_RATE.has(does) ? words.bifurcation.does(does, below) : ''),
    ),
    branchesTitle: 'The curves of v',
    branch: 'state',
    cycleEnds: ['cycle lowest v', 'cycle highest v'],
    afterTitle: (/** @type {boolean} */ up) => `u after each spike, swept ${up ? 'up' : 'down'}`,
    afterOf: afterTable('u after a spike'),
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
    text: `With the exact method spikes are ${ACCURACY} (the chattering cell near 456 pA, after some seconds) and no arithmetic of this kind can follow it. With Runge-Kutta or Euler in fixed steps you see what a script makes of the same cell. The upstroke of a spike is the model’s own; the cut at the peak and the fall after it are imposed. There are no ion channels, and there is no noise.`,
    model:
      'Model: E. M. Izhikevich, Dynamical Systems in Neuroscience, MIT Press, 2007, chapter 8. Figures: I. Cooper, Izhikevich quadratic model for spiking neurons, Doing Physics with Python.',
    lecturers: 'For lecturers: links, course pages, files, privacy, accessibility',
    licences: 'Licences of everything in this page',
    version: (/** @type {string} */ version) => `Version ${version}.`,
  },
  /**
   * Words of the field as they occur (a pattern each), with a sentence that explains them. Of two that begin alike the longer
   * one comes first.
   * @type {[string, string][]}
   */
  glossary: [
    [
      'saddle-nodes?',
      'Saddle-node: the point where a resting state and a saddle meet and vanish. Beyond it the cell cannot rest.',
    ],
    [
      '(?:Andronov-)?Hopf',
      'Andronov-Hopf: the point where small oscillations around rest stop dying away and begin to grow.',
    ],
    [
      'subcritical',
      'Subcritical: the cycle that appears is unstable, so the cell leaps from rest to firing rather than beginning with small oscillations.',
    ],
    [
      'bifurcations?',
      'Bifurcation: a change in kind of what a cell can do, as one number (the current, say) passes a certain value.',
    ],
    [
      'stable manifold',
      'Stable manifold: all the states from which the cell runs into the saddle. It is the border between two fates.',
    ],
    [
      'limit cycle|unstable cycle',
      'Limit cycle: a closed orbit, on which v and u repeat for ever. Orbits nearby wind towards it (stable) or away from it (unstable).',
    ],
    ['homoclinic', 'Homoclinic: an orbit that leaves a saddle and comes back to the same one.'],
    ['(?:[vu]-)?nullclines?', NULLCLINE],
    ['fixed points?', 'Fixed point: a state in which v and u both stand still. The nullclines cross there.'],
    ['saddle', 'Saddle: a fixed point that draws orbits in along one direction and drives them off along another.'],
    ['node', 'Node: a fixed point that orbits approach, or leave, without circling it.'],
    ['focus', 'Focus: a fixed point that orbits spiral into, or out of, so that v rings.'],
    [
      'eigenvalues?',
      'Eigenvalue: the rate at which a small deviation from a fixed point decays (negative) or grows (positive). A complex pair means ringing.',
    ],
    ['rheobase', 'Rheobase: the smallest current that makes the cell fire, if it may act as long as it likes.'],
    ['chronaxie', 'Chronaxie: how long a step of twice the rheobase must last to make the cell fire.'],
    ['ISIs?', 'ISI, interspike interval: the time from one spike to the next.'],
    [
      'coefficient of variation|CV',
      'Coefficient of variation, CV: the standard deviation of the intervals divided by their mean. 0 is a clock.',
    ],
    [
      'bursts?',
      'Burst: two or more spikes in quick succession, set apart by a pause. How quick, and how long a pause, is under “The rule”, in Details.',
    ],
    ['tonic', 'Tonic: firing that goes on spike after spike, at even intervals.'],
    ['adapting|adaptation', 'Adaptation: the intervals grow during a steady current, because u builds up.'],
    ['sags?', 'Sag: v goes down under a current, and then part of the way back although the current stays.'],
    [
      'integrator',
      'Integrator: a cell that adds up its input and has no preferred frequency; rest is lost at a saddle-node.',
    ],
    ['resonator|resonate', 'Resonator: a cell that rings around rest, and so answers best to inputs of one frequency.'],
    [
      'class [123]',
      'Classes of excitability (Hodgkin): 1, the rate begins at zero; 2, it begins with a jump; 3, the cell fires a few spikes at most.',
    ],
  ],
  core,
  fields,
  withoutValue,
  presets,
  points,
  cannotStart: {
    old: 'The lab needs a newer browser: Chromium 113 (Chrome, Edge), Firefox 113, Safari 16.4, or any later version of these.',
    damaged:
      'The lab cannot unpack its core: either this file is damaged, or the browser is older than Chromium 113, Firefox 113 or Safari 16.4.',
    forbidden:
      'The lab cannot start: this page is not allowed to compile WebAssembly. A page with a content security policy must allow it by script-src ‘wasm-unsafe-eval’.',
    failed: (/** @type {unknown} */ error) => `The lab cannot start (${error}).`,
    still: 'A still picture: v(t) of a regular spiking cell under 70 pA.',
  },
};

export default words;
