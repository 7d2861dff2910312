// page/preset-text.js: the texts of the figure shown: its title, caption, source and notices, and the buttons for its start.
import {html, render} from 'lit-html';
import {ATTEMPTS} from '../session/attempts.js';
import {differences, differs} from '../session/differences.js';
import {STEADY, STIMULI} from '../session/stimulus-kinds.js';
import {emit} from '../plot/door.js';
import {write} from '../views/dom.js';
import {hasFocus} from '../plot/place.js';
import {say} from '../views/prose.js';
import {formula, typeset, withUnit} from '../words/format.js';
import {changesOf} from './changes.js';
import {unitOf} from '../engine/quantities.js';

/** A title of more characters than this does not fit the bar of a phone. */
const LONG = 36;

/** @param {Element} from @param {import('../session/attempts.js').Attempt} attempt @param {import('../session/session.js').Session} session */
function tryIt(from, attempt, {experiment}) {
  if ('edit' in attempt) emit(from, 'edit', attempt.edit);
  else if ('preset' in attempt) emit(from, 'open-preset', attempt.preset);
  else if ('run' in attempt) emit(from, 'select-run', attempt.run);
  else if ('tab' in attempt) emit(from, 'choose-tab', attempt.tab);
  else {
    const [first, ...others] = experiment.stimulus;
    const name = STIMULI[first?.kind]?.strength;
    emit(from, 'edit', {
      stimulus: name
        ? [{...first, [name]: attempt.strength}, ...others]
        : [{kind: STEADY, amplitude: attempt.strength}],
    });
  }
}

/** Whether an attempt would change something that is locked. @param {import('../session/attempts.js').Attempt} attempt @param {import('../session/session.js').Session} session */
function isLocked(attempt, {experiment, locks}) {
  if (!locks.any) return false;
  if ('preset' in attempt) return locks.has('preset');
  if ('edit' in attempt)
    return differences(experiment, {...experiment, ...asked(experiment, attempt.edit)}).some(({path}) =>
      locks.has(path),
    );
  const [first] = experiment.stimulus;
  return 'strength' in attempt && locks.has(first ? `stimulus.0.${STIMULI[first.kind].strength}` : 'stimulus');
}

/** The parts of an experiment that an edit touches, as they are after it. @param {any} experiment @param {any} edit */
const asked = (experiment, edit) =>
  Object.fromEntries(
    Object.entries(edit).map(([part, value]) => [
      part,
      Object.hasOwn(value, 'kind') || Array.isArray(value) ? value : {...experiment[part], ...value},
    ]),
  );

/**
 * What a preset is called, in short and in whole: the same where nothing may be told, since a title tells what a class is to find: a
 * number, or how a cell fires.
 * @param {Words} words @param {WordedPreset} preset @param {boolean} told
 */
export function titlesOf({story, gallery}, preset, told) {
  const {group, label} = preset;
  const short = group === 'note' ? gallery.figure(label) : label;
  if (!told) return {short, whole: short};
  return {short, whole: group === 'note' ? story.figure(label, preset.title) : preset.title};
}

/** The same of the preset on show, as the place may tell it. @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export const titlesOn = (place, {preset}) => titlesOf(place.words, preset, place.door.reveals('captions'));

/** The title in the bar at the top. @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session */
export function drawPresetTitle(place, session) {
  const {edited} = session;
  const {story} = place.words;
  const {short, whole} = titlesOn(place, session);
  const title = place.byId('preset-title');
  const {labels} = session;
  const named = labels.title || labels.name;
  write(/** @type {HTMLElement} */ (title.firstElementChild), named || (edited ? story.edited(short, '') : whole));
  place.byId('pinned-names').dataset.figure = named || (edited ? story.edited(short, '') : whole);
  // Where there is little room for a long title, its short form is seen.
  if (!named && !edited && whole.length > LONG) title.dataset.short = short;
  else delete title.dataset.short;
}

/**
 * The story beside the picture: title, caption, what to try, and the way on. Once something has been edited, the caption no longer
 * claims what is not on show.
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 */
export function drawPresetText(place, session) {
  const {preset, presets, edited, runs, startMoved} = session;
  const {words} = place;
  const {story} = words;
  const {short, whole: name} = titlesOn(place, session);
  const {labels} = session;
  const changes = changesOf(
    words,
    preset.runs[session.selected],
    runs[session.selected],
    (name, before, after) => `${name} ${before} → ${after}`,
    words.compare.change,
  );
  say(place.byId('figure-title'), labels.title || labels.name || (edited ? story.edited(short, changes) : name));
  write(place.byId('author-note'), labels.note);
  place.byId('author-note').hidden = !labels.note;
  say(place.byId('caption'), preset.caption);
  place.byId('caption').hidden = edited;
  const [before, link, after] = preset.attempt.split(/[[\]]/);
  const attempt = ATTEMPTS[preset.id];
  const act = () => tryIt(place.byId('attempt'), attempt, session);
  render(
    html`<b>${story.attempt}</b> ${formula(before)}<button type="button" class="link"
      aria-label=${before + link} @click=${act}>${formula(link)}</button>${formula(after)}`,
    place.byId('attempt'),
  );
  place.byId('attempt').hidden = edited || isLocked(attempt, session);
  place.byId('back-to-figure').hidden = !edited;
  const original = preset.runs[session.selected];
  place.byId('keep-both').hidden = !edited || session.ghosts.some(({experiment}) => !differs(experiment, original));
  const group = presets.filter((one) => one.group === preset.group);
  write(place.byId('story-place'), story.place(group.indexOf(preset) + 1, group.length));
  say(place.byId('more'), preset.more);
  place.byId('more').hidden = !preset.more;
  write(place.byId('remark'), typeset(preset.remark));
  write(place.byId('source'), `${words.source}: ${preset.source}.`);
  write(place.byId('protocol'), words.protocol(runs));
  place.one('preset-gallery').current = preset.id;
  // Without a stimulus, only the start drives the cell; from rest nothing would happen.
  const driven = runs.some(({stimulus}) => stimulus.length);
  place.byId('from-rest').hidden = !driven || runs.every(({initial}) => initial.kind === 'rest');
  place.byId('as-preset').hidden = !startMoved;
}

/**
 * Says that the run shown ended early, or that a stimulus extends beyond it.
 * @param {import('../plot/place.js').Place} place @param {Result} run @param {() => Node} [more] creates the button that runs it to the end
 */
export function drawNotices(place, {recording, clipped}, more) {
  const {words} = place;
  const {kind, time} = recording.ended;
  const lines =
    kind === 'finished' ? [] : [words.ended[kind](withUnit(words.numbers.milliseconds(time), unitOf('time')))];
  const focused = hasFocus(place.byId('ended'));
  place.byId('ended').replaceChildren(...lines);
  place.byId('ended').hidden = lines.length === 0;
  if (kind === 'out of budget' && more) place.byId('ended').append(' ', more());
  if (focused) (place.byId('long-run') ?? place.one('.plot.v .cursor-track'))?.focus({preventScroll: true});
  write(place.byId('clipped'), Array.from(clipped, words.clipped).join(' '));
  place.byId('clipped').hidden = clipped.length === 0;
}
