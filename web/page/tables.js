// page/tables.js: the tables of what is on show, for files and the clipboard: samples, spikes, measures, the plane, the analyses.
import {unitOf} from '../engine/quantities.js';
import {extentOf, samplingsOf} from '../engine/samples.js';
import {sampled} from '../engine/worker.js';
import {
  FORMS,
  csvOf,
  fileType,
  formOf,
  headOf,
  headingOf,
  lineOf,
  sampleHeads,
  spikeHeads,
  spikeRows,
} from '../send/csv.js';
import {fileName} from '../send/file-name.js';
import {time} from '../words/say.js';
import {MEASURES} from '../views/measures.js';

/** A run and what it is called. @typedef {Result & {label: string}} Labelled */
/** Which runs: the selected one alone or all, with those that are pinned; of samples also their step and stretch. */
/** @typedef {{all: boolean, step: number, spikes: boolean, part: boolean}} TableChoice */
/** A table that can be saved; of `kind` 'samples' it is written piece by piece. @typedef {{kind: string, title: string, file: string, heads: string[], rows: () => import('../send/csv.js').Rows, notes?: string[], run?: Result}} SavedTable */

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {{results: () => Results, link: () => string, title: () => string}} shown
 */
export function tables(place, engine, session, {results, link, title}) {
  const {words, door} = place;
  /** What a run is called: a pinned one by its name. @param {Result} run */
  const labelOf = (run) => (results().ghosts.includes(run) ? run.name : words.runLabel(run));
  const runsOf = (/** @type {boolean} */ all) => {
    const {runs, ghosts, selected} = results();
    const found = all ? [...runs, ...ghosts] : [runs[selected]];
    return found.map((run) => ({...run, label: labelOf(run)}));
  };
  const heading = (/** @type {Labelled[]} */ runs, /** @type {string[]} */ notes = []) =>
    headingOf(words, {runs, notes, link: link(), title: title()});
  const file = (/** @type {string} */ what, /** @type {string | Blob} */ text) => {
    const {ending, type} = fileType(formOf(words));
    return {name: `${fileName(session, what)}.${ending}`, type, text};
  };

  /** Of several runs, each row begins with the number of its run. @param {Labelled[]} runs @param {(run: Labelled) => import('../send/csv.js').Rows} rowsOf */
  const ofEach = (runs, rowsOf) =>
    runs.flatMap((run, i) => rowsOf(run).map((row) => (runs.length > 1 ? [i + 1, ...row] : row)));
  const withRun = (/** @type {Labelled[]} */ runs, /** @type {string[]} */ heads) =>
    runs.length > 1 ? [words.columns().run, ...heads] : heads;

  function measures() {
    const {quantities} = /** @type {any} */ (words);
    const heads = MEASURES.map((name) => {
      const said = words.measures[name];
      return headOf({name: typeof said === 'string' ? said : quantities[name], unit: unitOf(name)});
    });
    const columns = words.columns();
    return {
      heads: [columns.run, ...heads, columns.pattern],
      rows: runsOf(true).map((run) => [
        run.label,
        ...MEASURES.map((name) => run.measures[name]),
        words.patterns[run.pattern.kind],
      ]),
    };
  }

  /** The curves of the plane point by point: the nullclines, the fixed points, and the orbit of each run in its stretches between resets. @param {Labelled[]} runs @returns {import('../send/csv.js').Rows} */
  function planeRows(runs) {
    const {v, v_nullcline, u_nullcline, fixed_points: points} = results().plane;
    const {curves} = words.share;
    const rows = (
      /** @type {string} */ name,
      /** @type {number} */ part,
      /** @type {{v: ArrayLike<number>, u: ArrayLike<number>}} */ curve,
    ) => Array.from(curve.v, (at, i) => [name, part, at, curve.u[i]]);
    return [
      ...rows(curves.v, 1, {v, u: v_nullcline}),
      ...rows(curves.u, 1, {v, u: u_nullcline}),
      ...points.map((point, i) => [words.stabilities[point.kind], i + 1, point.v, point.u]),
      ...runs.flatMap((run) => {
        const name = runs.length > 1 ? `${curves.orbit}: ${run.label}` : curves.orbit;
        return run.orbit.flatMap((stretch) => stretch.curves).flatMap((curve, i) => rows(name, i + 1, curve));
      }),
    ];
  }

  /** The tables of the analyses that show the present runs. @returns {SavedTable[]} */
  const analysed = () =>
    place.all('[role=tabpanel] > *').flatMap((view) => {
      const found = view.shown?.runs === results().runs && view.tables;
      if (!found) return [];
      const {heading: first, notes, more, ...table} = found;
      return [{...table, title: first}, ...(more ?? [])]
        .filter(({rows}) => rows.length)
        .map((one) => ({
          kind: 'analysis',
          title: one.title,
          file: one.file.replace('.csv', ''),
          heads: one.quantities.map(words.heading),
          rows: () => one.rows,
          // What is noted is of the run on show.
          notes: one.run ? [] : notes,
          run: one.run,
        }));
    });

  return {
    /** What can be saved; nothing where the lab withholds tables. @param {boolean} all of all runs @returns {SavedTable[]} */
    list(all) {
      if (!door.reveals('tables')) return [];
      const runs = runsOf(all);
      const own = (
        /** @type {string} */ kind,
        /** @type {string} */ title,
        /** @type {string[]} */ heads,
        /** @type {() => import('../send/csv.js').Rows} */ rows,
      ) => ({
        kind,
        title,
        file: kind,
        heads,
        rows,
      });
      return [
        own('samples', words.share.samples, withRun(runs, sampleHeads(words)), () => []),
        own('spikes', words.spikeTable, withRun(runs, spikeHeads(words)), () =>
          ofEach(runs, ({recording}) => spikeRows(recording)),
        ),
        ...(door.reveals('measures')
          ? [own('measures', words.share.measures, measures().heads, () => measures().rows)]
          : []),
        own('plane', words.plots.phase, [words.share.curve, words.share.part, words.axes('v'), words.axes('u')], () =>
          planeRows(runs),
        ),
        ...(door.reveals('table') && door.reveals('analyses') ? analysed() : []),
      ];
    },
    /** Whether there are several runs. */
    several: () => runsOf(true).length > 1,
    /** Whether a run is exact, so that its spikes have points of their own. @param {boolean} all */
    exact: (all) => runsOf(all).some(({experiment}) => experiment.solver.kind === 'exact'),
    /** The stretch on show, if it is not the whole run. */
    part: () => {
      const {window, longest} = results();
      return window.from > 0 || window.to < longest ? window : undefined;
    },
    /** The steps that can be chosen, in ms, and the usual one. @param {boolean} all @param {boolean} part */
    steps: (all, part) => extentOf(runsOf(all), part ? results().window : undefined),
    measures,
    /** All runs, pinned ones too. */
    runs: () => runsOf(true),
    /** The heading of a file about the selected run, or about another. @param {string[]} notes @param {Result} [run] */
    heading: (notes, run) => heading(run ? [{...run, label: run.name}] : runsOf(false), notes),

    /** A table as a file. @param {SavedTable} table @param {boolean} all */
    save(table, all) {
      // An analysis is of the selected run alone.
      const {run} = table;
      const runs = run
        ? [{...run, label: run.name}]
        : runsOf(table.kind === 'measures' || (all && table.kind !== 'analysis'));
      const notes =
        table.kind === 'plane' ? [words.plane.formulas(runs[0].experiment.cell, results().plane.current)] : table.notes;
      return file(table.file, csvOf(heading(runs, notes), table.heads, table.rows(), FORMS[formOf(words)]));
    },
    /**
     * The samples as a file. Rejects once `signal` is aborted.
     * @param {SavedTable} table @param {TableChoice} choice @param {(share: number) => void} progress @param {AbortSignal} signal
     */
    async saveSamples(table, {all, step, spikes, part}, progress, signal) {
      const runs = runsOf(all);
      const form = FORMS[formOf(words)];
      const samplings = samplingsOf(runs, {
        step,
        spikes,
        stretch: part ? results().window : undefined,
        between: form.between,
      });
      const count = samplings.reduce((sum, one) => sum + one.count, 0);
      /** @type {Blob[]} */
      const pieces = [];
      const notes = [];
      let before = 0;
      for (const sampling of samplings) {
        const take = (/** @type {Blob} */ piece, /** @type {number} */ done) => {
          pieces.push(piece);
          progress((before + done) / count);
        };
        const {kind, time: at} = await sampled(/** @type {any} */ (engine), sampling, form, take, signal);
        if (kind !== 'finished') notes.push(words.ended[kind](time(words.numbers.milliseconds(at))));
        before += sampling.count;
      }
      const start = heading(runs, notes) + lineOf(table.heads, form);
      return {...file(table.file, new Blob([start, ...pieces])), notes};
    },
    /** The measures of all runs for the clipboard: as text and as a table. */
    measuresCopied() {
      const {heads, rows} = measures();
      const form = {...FORMS[formOf(words)], between: '\t'};
      return {heads, rows, text: [heads, ...rows].map((cells) => lineOf(cells, form)).join('')};
    },
  };
}
