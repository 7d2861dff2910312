// session/analysis-choices.js: the questions of the views that need the worker, made from the runs shown and the chosen ranges.

/** What matters under a steady current of any size: the cell and its start; the run's own current and length do not. @param {Experiment} experiment @returns {Experiment} */
const steady = ({cell, initial}) => ({cell, initial, stimulus: [], duration: 1000, solver: {kind: 'exact'}});

/** A cell at rest, for a protocol that uses nothing else of a run. @param {Experiment} experiment @returns {Experiment} */
const rested = (experiment) => ({...steady(experiment), initial: {kind: 'rest'}});

/** The protocol of a run's step. @param {number} stimulus @returns {Protocol} */
const ofStep = (stimulus) => ({of: 'this run', stimulus});

/** The names of the core's questions. */
const NAMES = /** @type {const} */ ([
  'current_range',
  'rate_choice',
  'protocol',
  'duration_range',
  'map_range',
  'sweep',
]);

export class AnalysisChoices {
  #engine;
  #analyses;
  /** The user's choices, by the name of the core's question; for the others the core suggests values. @type {Partial<Asked>} */
  chosen = {};

  /** @param {Worded} engine @param {AnalysisRecord[]} analyses */
  constructor(engine, analyses) {
    this.#engine = engine;
    this.#analyses = analyses;
  }

  /** The engine, which suggests values where nothing was chosen. */
  get engine() {
    return this.#engine;
  }

  /** To be called when another preset is opened: drops the choices, and applies those of the preset. @param {Preset} preset */
  forget({view: {from, to, points}, runs: [experiment]}) {
    const {protocol} = this.chosen;
    this.chosen = protocol ? {protocol: {...protocol, stimulus: null}} : {};
    if (from === null) return;
    const suggested = this.#engine.suggested_sweep(experiment, 'current');
    this.choose('sweep', suggested, {from, to, points}, experiment);
  }

  /**
   * Adopts stored choices as far as they are valid; returns whether one of them no longer exists: earlier versions let the
   * threshold's step have a duration of its own.
   * @param {any} chosen @returns {boolean}
   */
  adopt(chosen) {
    for (const name of NAMES) {
      if (chosen?.[name] === undefined) continue;
      const {value, problems} = this.#engine.resolve_question(name, null, chosen[name]);
      if (!problems.length) this.#choose(name, value);
    }
    return (chosen?.search?.duration ?? null) !== null;
  }

  /** The chosen protocol. @returns {Protocol} */
  get protocol() {
    return this.chosen.protocol ?? {of: 'this run', stimulus: null};
  }

  /** What the protocol means for a run. @param {Experiment} experiment @returns {ProtocolSetting} */
  setting(experiment) {
    return this.#engine.protocol_setting(experiment, this.protocol);
  }

  /**
   * A run and its protocol without anything the answer does not depend on, so that the answer stays valid when that changes.
   * @param {Experiment} experiment @param {Protocol} [protocol] if omitted, the chosen one
   */
  underProtocol(experiment, protocol = this.protocol) {
    const {of, stimulus: at} = this.#engine.protocol_setting(experiment, protocol);
    if (of === 'from rest') return {experiment: rested(experiment), protocol: {of, stimulus: null}};
    const stimulus = experiment.stimulus.map((one, i) => (i === at ? {...one, amplitude: 0} : one));
    return {experiment: {...experiment, stimulus}, protocol: {of, stimulus: at}};
  }

  /** Goes back to the suggested sweep if the chosen one does not include a current. @param {number} current */
  sweepOver(current) {
    const {sweep} = this.chosen;
    if (sweep?.parameter !== 'current' || !(sweep.from <= current && current <= sweep.to)) delete this.chosen.sweep;
  }

  /**
   * Merges `partial` into the values of a question (`current` are those shown); returns the problems.
   * @template {keyof Asked} Name
   * @param {Name} name @param {Asked[Name]} current @param {Partial_} partial @param {Experiment} experiment the one asked about
   * @returns {WordedProblem[]}
   */
  choose(name, current, partial, experiment) {
    const {value, problems} = this.#engine.resolve_question(name, current, partial);
    if (problems.length) return problems;
    // The range of one parameter means nothing for another.
    const parameter =
      'parameter' in value && 'parameter' in current && value.parameter !== current.parameter && value.parameter;
    if (parameter) this.chosen.sweep = this.#engine.suggested_sweep(experiment, parameter);
    else this.#choose(name, value);
    return [];
  }

  /** @template {keyof Asked} Name @param {Name} name @param {Asked[Name]} value */
  #choose(name, value) {
    this.chosen = {...this.chosen, [name]: value};
  }

  /** The same with the range of currents, chosen or suggested. @param {Results} results */
  overCurrents({runs, selected}) {
    const {experiment} = runs[selected];
    const range = this.chosen.current_range ?? this.#engine.suggested_currents(experiment);
    return {...this.underProtocol(experiment), range};
  }

  /** A run under its first step. @param {Experiment} experiment */
  ofFirstStep(experiment) {
    return this.underProtocol(experiment, ofStep(0));
  }

  /** The same over the range that the slider of the stimulus spans. @param {Results} results */
  overTheSlider({runs, selected}) {
    const {experiment} = runs[selected];
    return {...this.ofFirstStep(experiment), range: this.#engine.suggested_currents(experiment)};
  }

  /** The selected run under the step whose thresholds its verdict asks for. @param {Results} results */
  askedByVerdict({runs, selected}) {
    const {experiment, verdict} = runs[selected];
    return this.underProtocol(experiment, ofStep(verdict.asks ?? 0));
  }

  /** A run in the form in which to ask of its cell alone, at rest. @param {Experiment} experiment @returns {Experiment} */
  atRest(experiment) {
    return rested(experiment);
  }

  /** A run in the form in which to ask what it does under steady currents. @param {Experiment} experiment */
  steady(experiment) {
    return steady(experiment);
  }

  /**
   * The question of one kind about the selected run.
   * @param {string} kind @param {Results} results @returns {any}
   */
  of(kind, results) {
    return this.#analyses.find(({id}) => id === kind)?.question?.(this, results);
  }

  /**
   * The same question about a pinned run, over the same range and, where it matters, at its own last current; undefined if the
   * answer would be the same.
   * @param {string} kind @param {Results} results @param {number} index
   */
  ofGhost(kind, results, index) {
    const ghost = results.ghosts[index];
    const own = this.of(kind, results);
    const current = ghost.corners.current[ghost.corners.current.length - 1];
    const its = this.of(kind, {...results, runs: [ghost], selected: 0, plane: {...results.plane, current}});
    const {range, sweep} = own;
    const question = {...its, ...(range && {range}), ...(sweep && {sweep})};
    return JSON.stringify(question) === JSON.stringify(own) ? undefined : question;
  }

  /** The choice for one of the core's questions, or its default. @template {keyof Asked} Name @param {Name} name @returns {Asked[Name]} */
  choice(name) {
    return this.chosen[name] ?? this.#default(name);
  }

  /** @template {keyof Asked} Name @param {Name} name @returns {Asked[Name]} */
  #default(name) {
    return this.#engine.resolve_question(name, null, null).value;
  }
}
