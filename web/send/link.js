// send/link.js: an experiment as the fragment of an address: the preset it comes from, and how it differs from it.
//
// The grammar may grow but never changes: a link once made works for good.
//
//   link   = preset *( "&" part ) [ "#" anything ]      #RS&I=70&b=-1.5&T=2000
//          | "?secret=" anything                       nothing: what WordPress adds to the address of a frame
//   part   = [ run "." ] name [ number ] "=" value      2.I=60    applies to the second run only; I=60 to all runs
//                                                       I2=-20    applies to the second stimulus; I=-20 to the first
//          | "run=" number                              the selected run
//          | "cell=" text                               the name of the cell; likewise "title=" of the experiment, and "note="
//          | "at=" number                               the instant that is marked, in ms
//          | "tab=" name                                the analysis that is open
//          | "pin=" preset [ "." run ] *( "~" part )    a pinned run: pin=IB~I=347~name=before; "name" is what the user calls it
//          | "grammar=" number                          the version of this grammar, 1 unless given; this one is number 1
//   name   = the names of the core's schema: C k vr vt vpeak a b c d; amplitude from to onset; dt edge; v u (the start);
//            or short names: I for amplitude, T for the duration of the run, length for the duration of a stimulus
//          | "start"      value: rest, or at (with v and u)
//          | "solver"     value: exact, rk4 or euler (with dt and edge)
//          | "stimulus"   value: all stimuli: step,70,100,end;ramp,0,250,0,500 with the values in the schema's order; or none
//   value  = a number as JavaScript writes it, which is restored to the last bit; "end" for a stimulus that lasts until the
//            end; or one of the schema's choices
//   text   = letters and digits of any language, "_", ".", "-", "+" for a space, and any other character by its code: !26! for "&"
//
//   link   = "2003" *( "&" name "=" value )             #2003&a=0.02&b=0.2&c=-65&d=8&I=10
//                                                       a cell in the form of 2003, in the units of that form; with the first
//                                                       edit the page writes its own form
//
// Any character may be escaped, as in %41, and "&amp;" is read as "&", because some programs write it that way.
import {asName, labelsIn} from '../session/labels.js';
import {MOST_GHOSTS} from '../session/pinned.js';
import {PART, namesOf, partsOf, rank, take, unescaped} from './run-parts.js';

/** The version of the grammar that is written, and the latest that is read. */
const GRAMMAR = 1;
/** What stands in place of a preset before a cell in the form of 2003. */
export const FORM_2003 = '2003';
/** The longest link, in characters: programs that pass on a longer one may cut it off. */
export const LONGEST = 4000;

/** @typedef {import('../session/pinned.js').Ghost} Ghost */
/** @typedef {import('../session/pinned.js').LinkedPin} LinkedPin */
/** @typedef {import('../session/labels.js').Labels} Labels */
/**
 * What a link says beside its runs.
 * @typedef {{labels: Partial<Labels>, at: number | null, tab: string, pins: LinkedPin[] | null}} Beside `tab` is '' if it does not say
 *   so; `pins` is null if it says nothing about pinned runs
 */

// Not escaped by a per cent sign, which programs that pass on a link escape again.
const textOut = (/** @type {string} */ text) =>
  encodeURIComponent(
    text.replace(/[^\p{L}\p{N}\p{M} _.-]/gu, (one) => `!${/** @type {number} */ (one.codePointAt(0)).toString(16)}!`),
  )
    .replaceAll('%20', '+')
    .replaceAll('%21', '!');
const textIn = (/** @type {string} */ text) =>
  unescaped(text)
    .replaceAll('+', ' ')
    .replace(/!([0-9a-f]{1,5}|10[0-9a-f]{4})!/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));

/** The labels by their names in a link. @type {Record<string, keyof Labels>} */
const LABELS = {cell: 'name', title: 'title', note: 'note'};

/**
 * Writes and reads the fragments of addresses.
 * @param {Schema} schema the core's, for the names @param {Preset[]} presets
 */
export function links(schema, presets) {
  const names = namesOf(schema);
  const presetOf = (/** @type {string} */ id) => presets.find((one) => one.id === id);

  /** @param {Ghost} pinned */
  function pinOf({name, of: {preset, index}, experiment}) {
    const run = /** @type {Preset} */ (presetOf(preset)).runs[index];
    const parts = partsOf(run, experiment, names).map((part) => part.join('='));
    const origin = encodeURIComponent(preset) + (index ? `.${index + 1}` : '');
    return `pin=${[origin, ...parts, ...(name ? [`name=${textOut(name)}`] : [])].join('~')}`;
  }

  /**
   * The fragment for some runs, without '#'. What all runs have in common is written once.
   * @param {string} id the preset that they come from @param {Experiment[]} runs as many as the preset has @param {number} selected
   * @param {{labels?: Partial<Labels>, at?: number | null, tab?: string, ghosts?: Ghost[]}} [beside]
   */
  function linkOf(id, runs, selected, {labels = {}, at = null, tab = '', ghosts = []} = {}) {
    const {runs: given} = /** @type {Preset} */ (presetOf(id));
    const parts = runs.map((run, index) => partsOf(given[index], run, names).map((part) => part.join('=')));
    const [first, ...others] = parts;
    const common = first.filter((part) => others.every((its) => its.includes(part)));
    const own = parts.flatMap((its, index) =>
      its.filter((part) => !common.includes(part)).map((part) => `${index + 1}.${part}`),
    );
    return [
      encodeURIComponent(id),
      ...common,
      ...own,
      ...(selected ? [`run=${selected + 1}`] : []),
      ...Object.entries(LABELS).flatMap(([name, of]) => (labels[of] ? [`${name}=${textOut(labels[of])}`] : [])),
      ...(at === null ? [] : [`at=${at}`]),
      ...(tab ? [`tab=${tab}`] : []),
      ...ghosts.map(pinOf),
    ].join('&');
  }

  /** A pinned run, and what of it means nothing; undefined if its preset does not exist. @param {string} text */
  function pinIn(text) {
    const [origin, ...parts] = text.split('~');
    const [, id, number = '1'] = /^(.*?)(?:\.(\d+))?$/.exec(origin) ?? [];
    const run = presetOf(id)?.runs[Number(number) - 1];
    if (!run) return undefined;
    const pin = {name: '', of: {preset: id, index: Number(number) - 1}, differs: /** @type {Partial_} */ ({})};
    const unread = parts
      .sort((one, other) => rank(one) - rank(other))
      .filter((part) => {
        const [, at, name = '', index = '', value = ''] = PART.exec(part) ?? [];
        if (!at && !index && name === 'name') {
          pin.name = asName(textIn(value));
          return false;
        }
        return Boolean(at) || !take(pin.differs, run, names, {name, number: index, text: value});
      });
    return {pin, unread};
  }

  /** Reads a part that says something beside the runs; false if it is none. @param {string} part @param {Beside} beside @param {string[]} unread */
  function takeBeside(part, beside, unread) {
    const [, name, text] = /^(cell|title|note|at|tab|pin)=(.*)$/.exec(part) ?? [];
    if (!name) return false;
    if (LABELS[name]) beside.labels = labelsIn({...beside.labels, [LABELS[name]]: textIn(text)});
    else if (name === 'tab' && /^[\w-]{1,40}$/.test(text)) beside.tab = text;
    else if (name === 'at' && text !== '' && Number(text) >= 0 && Number.isFinite(Number(text)))
      beside.at = Number(text);
    else if (name === 'pin') {
      const found = (beside.pins ??= []).length < MOST_GHOSTS ? pinIn(text) : undefined;
      if (found) beside.pins.push(found.pin);
      unread.push(...(found ? found.unread : [part]));
    } else unread.push(part);
    return true;
  }

  /**
   * Reads a fragment, with or without '#': the preset, how each run differs from it (for `resolve` to check), the selected run,
   * what it says beside the runs, and the parts that mean nothing. Without `read`, there is no such preset.
   * @param {string} hash
   * For a cell in the form of 2003, `cell` is its text instead.
   * @returns {{id: string, cell?: string, read?: {preset: string, runs: Partial_[], selected: number, beside: Beside, unread: string[]}}}
   */
  function linkIn(hash) {
    const [id, ...parts] = unescaped(
      hash
        .replace(/^#(\?secret=.*)?/, '')
        .split('#')[0]
        .replaceAll('&amp;', '&'),
    ).split('&');
    if (id === FORM_2003) return {id, cell: parts.join('\n')};
    const preset = presetOf(id);
    if (!preset) return {id};
    /** @type {Partial_[]} */
    const runs = preset.runs.map(() => ({}));
    /** @type {string[]} */
    const unread = [];
    /** @type {Beside} */
    const beside = {labels: {}, at: null, tab: '', pins: null};
    let selected = 0;
    for (const part of parts.filter(Boolean).sort((one, other) => rank(one) - rank(other))) {
      if (takeBeside(part, beside, unread)) continue;
      const [, at, name = '', number = '', text = ''] = PART.exec(part) ?? [];
      if (!at && !number && name === 'run' && runs[Number(text) - 1]) {
        selected = Number(text) - 1;
        continue;
      }
      if (name === 'grammar' && Number(text) === GRAMMAR) continue;
      const meant = at ? [Number(at) - 1] : [...runs.keys()];
      const taken = meant.map(
        (index) => runs[index] && take(runs[index], preset.runs[index], names, {name, number, text}),
      );
      if (!taken.every(Boolean)) unread.push(part);
    }
    return {id, read: {preset: id, runs, selected, beside, unread}};
  }

  return {linkOf, linkIn};
}
