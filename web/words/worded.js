// words/worded.js: the core with words added: the texts of its presets, and a sentence for each problem.
import {typesetUnits} from './format.js';
import {lockedProblem, problem} from './problems.js';

/** A preset with its texts, each made when it is first read: at first only one preset is shown. @param {Words} words @param {Preset} preset @returns {WordedPreset} */
function withWords(words, preset) {
  const {
    names = [],
    remark = '',
    more = '',
    ...its
  } = /** @type {Record<string, import('./texts.d.ts').PresetWords>} */ (words.presets)[preset.id];
  const own = () => names.map(typesetUnits);
  const texts = Object.entries({...its, more, remark}).map(
    ([key, text]) => /** @type {[string, () => any]} */ ([key, () => typesetUnits(text)]),
  );
  const made = {
    ...Object.fromEntries(texts),
    names: own,
    editedNames: () => own().map((name) => words.story.edited(name, '')),
  };
  const worded = {...preset};
  for (const [key, make] of Object.entries(made))
    Object.defineProperty(worded, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(worded, key, {value, enumerable: true});
        return value;
      },
    });
  return /** @type {WordedPreset} */ (worded);
}

/**
 * An answer whose problems have sentences.
 * @template {{problems: Problem[]}} Answer @param {Words} words @param {Answer} answer
 * @param {Record<string, string>} [labels] of the fields
 */
const told = (words, answer, labels) => ({
  ...answer,
  problems: answer.problems.map((one) => ({...one, message: problem(words, one, labels)})),
});

/** The same engine, with words in a lab's language. @param {Engine} engine @param {() => Words} words returns that lab's current words @returns {Worded} */
export function worded(engine, words) {
  /** @type {Schema | undefined} */
  let schema;
  return Object.assign(Object.create(engine), {
    /** Always the same: it takes a millisecond to read. */
    schema: () => (schema ??= engine.schema()),
    presets: () => engine.presets().map((preset) => withWords(words(), preset)),
    /** @type {Engine['resolve']} */
    resolve: (current, partial) => told(words(), engine.resolve(current, partial), words().symbols),
    locked: (/** @type {string} */ path) => lockedProblem(words(), path),
    // A question's fields are not the experiment's: "duration" is that of its step.
    /** @type {Engine['resolve_question']} */
    resolve_question: (name, current, partial) => told(words(), engine.resolve_question(name, current, partial)),
    /** @type {Engine['read_cells']} */
    read_cells(current, text, mark) {
      const {notation, cells, problems} = engine.read_cells(current, text, mark);
      const say = (/** @type {LeftOut[]} */ all) =>
        all.map((one) => ({...one, message: problem(words(), /** @type {any} */ (one))}));
      return {notation, problems: say(problems), cells: cells.map((one) => ({...one, left_out: say(one.left_out)}))};
    },
  });
}
