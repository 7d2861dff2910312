// words/texts.d.ts: the texts that the core may say, as the table of every language must have them.
import type {optional, presets, problems, texts} from '../../build/wasm/texts.mjs';

type Declared = typeof texts;

/** What a language is given for a slot: a number is written already, with its unit; only what is counted comes as a number. */
type Given<As> = As extends 'count' ? number : As extends 'texts' ? string[] : string;

/** Of each text by its id a sentence, or what makes one of what fills its slots. */
export type CoreTexts = {
  [Id in keyof Declared]: keyof Declared[Id] extends never
    ? string
    : (filled: {[Slot in keyof Declared[Id]]: Given<Declared[Id][Slot]>}) => string;
};

/** What is said of a preset; `names` tell its runs apart where their stimuli do not. */
export type PresetWords = {
  label: string;
  title: string;
  caption: string;
  /** What to try; the part in brackets does it. */
  attempt: string;
  source: string;
  remark?: string;
  names?: string[];
};
export type Presets = Record<(typeof presets)[number], PresetWords>;

/** Of each point on which the note and the model part ways its title, and what the note says; what the model does is a text. */
type Point = {[Id in keyof Declared]: Id extends `note.${infer Name}` ? Name : never}[keyof Declared];
export type Findings = Record<Point, {title: string; note: string}>;

/** Of each thing that may be wrong with a value a sentence. Numbers are written, with their unit; '' stands for none. */
export type ProblemWords = Record<
  (typeof problems)[number],
  (its: Record<'name' | 'given' | 'low' | 'high' | 'range' | 'options' | 'steps' | 'most' | 'dt', string>) => string
>;

/** All of them, and each is one of All. */
type These<All, Some extends All> = Some;
type FieldPath = NumberField['id'] | ChoiceField['id'];
/** What is chosen by controls that have words of their own. */
type Elsewhere = These<FieldPath, 'rate_choice.rate' | 'sweep.parameter' | 'protocol.of' | 'protocol.stimulus'>;

/** What each field is for, by its path. */
export type FieldWords = Record<Exclude<FieldPath, Elsewhere>, string>;
/** What it means that a field has no value, of those that need not have one. */
export type WithoutValueWords = Record<Exclude<(typeof optional)[number], Elsewhere>, string>;
