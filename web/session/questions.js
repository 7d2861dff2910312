// session/questions.js: what the views that need the worker ask it, from the runs on show and from the ranges that were chosen.

/** What matters under a steady current of any size: the cell and its start, whatever the run's own current and length. @param {Experiment} experiment */
const steady = ({cell, initial}) => ({cell, initial, stimulus: [], duration: 1000, solver: {kind: 'exact'}});

/** A cell from rest, for a protocol that keeps nothing else of a run. @param {Experiment} experiment */
const rested = (experiment) => ({...steady(experiment), initial: {kind: 'rest'}});

/** The core's questions. */
const NAMES = /** @type {const} */ ([
  'current_range',
  'rate_choice',
  'protocol',
  'duration_range',
  'map_range',
  'sweep',
]);

export class Questions {
  #engine;
  #analyses;
  /** What a person chose, by the name of the core's question; what is not chosen is suggested by the core. @type {Partial<Asked>} */
  chosen = {};

  /** @param {Speaking} engine @param {AnalysisRecord[]} analyses */
  constructor(engine, analyses) {
    this.#engine = engine;
    this.#analyses = analyses;
  }

  /** What may be asked for a suggestion where nothing was chosen. */
  get engine() {
    return this.#engine;
  }

  /** Another preset has been opened: what was chosen is forgotten, and the preset may choose. @param {Preset} preset */
  forget({view: {from, to, points}, runs: [experiment]}) {
    const {protocol} = this.chosen;
    this.chosen = protocol ? {protocol: {...protocol, stimulus: null}} : {};
    if (from === null) return;
    const suggested = this.#engine.suggested_sweep(experiment, 'current');
    this.choose('sweep', suggested, {from, to, points}, experiment);
  }

  /**
   * Takes over what was chosen before, as far as it is valid; answers whether a choice was among it that there no longer is:
   * earlier versions let the step of a threshold have a length of its own.
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

  /** The protocol that was chosen. @returns {Protocol} */
  get protocol() {
    return this.chosen.protocol ?? {of: 'this run', stimulus: null};
  }

  /** What that means for a run. @param {Experiment} experiment @returns {ProtocolSetting} */
  setting(experiment) {
    return this.#engine.protocol_setting(experiment, this.protocol);
  }

  /**
   * A run and its protocol as they are asked: without what the answer does not depend on, so that it stays while that changes.
   * @param {Experiment} experiment
   */
  underProtocol(experiment) {
    const {of, stimulus: at} = this.setting(experiment);
    if (of === 'from rest') return {experiment: rested(experiment), protocol: {of, stimulus: null}};
    const stimulus = experiment.stimulus.map((one, i) => (i === at ? {...one, amplitude: 0} : one));
    return {experiment: {...experiment, stimulus}, protocol: {of, stimulus: at}};
  }

  /** Goes back to the suggested sweep where the chosen one does not pass a current. @param {number} current */
  sweepOver(current) {
    const {sweep} = this.chosen;
    if (sweep?.parameter !== 'current' || !(sweep.from <= current && current <= sweep.to)) delete this.chosen.sweep;
  }

  /**
   * Lays `partial` over a question's values (`current`, those on show); answers what is wrong with it.
   * @template {keyof Asked} Name
   * @param {Name} name @param {Asked[Name]} current @param {Partial_} partial @param {Experiment} experiment the one it is about
   * @returns {WordedProblem[]}
   */
  choose(name, current, partial, experiment) {
    const {value, problems} = this.#engine.resolve_question(name, current, partial);
    if (problems.length) return problems;
    // A range of one parameter means nothing to another.
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

  /** The same over the range of currents that was chosen. @param {Results} results */
  overCurrents({runs, selected}) {
    const {experiment} = runs[selected];
    const range = this.chosen.current_range ?? this.#engine.suggested_currents(experiment);
    return {...this.underProtocol(experiment), range};
  }

  /** A run as it is asked what becomes of it under steady currents. @param {Experiment} experiment */
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
   * The same question about a pinned run, over the same range, under the last current of its own where that matters;
   * undefined where the answer would be the same.
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

  /** What was chosen of one of the core's questions, or its default. @template {keyof Asked} Name @param {Name} name @returns {Asked[Name]} */
  choice(name) {
    return this.chosen[name] ?? this.#default(name);
  }

  /** @template {keyof Asked} Name @param {Name} name @returns {Asked[Name]} */
  #default(name) {
    return this.#engine.resolve_question(name, null, null).value;
  }
}
