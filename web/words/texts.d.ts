// words/texts.d.ts: the core's texts, which the table of every language must have.
import type {optional, presets, problems, texts} from '../../build/wasm/texts.mjs';

type Declared = typeof texts;

/** What a language receives for a slot: numbers are already formatted, with their units; only counts are numbers. */
type Given<As> = As extends 'count' ? number : As extends 'texts' ? string[] : string;

/** A sentence for each id, or a function that makes one from its slots. */
export type CoreTexts = {
  [Id in keyof Declared]: keyof Declared[Id] extends never
    ? string
    : (filled: {[Slot in keyof Declared[Id]]: Given<Declared[Id][Slot]>}) => string;
};

/** The texts of a preset; `names` tell its runs apart where their stimuli do not. */
export type PresetWords = {
  label: string;
  title: string;
  /** Two lines beside the plots: 115 characters or so. */
  caption: string;
  /** What else there is to say of it. */
  more?: string;
  /** What to try; the part in brackets does it. */
  attempt: string;
  source: string;
  remark?: string;
  names?: string[];
};
export type Presets = Record<(typeof presets)[number], PresetWords>;

/** For each point on which the note and the model disagree: its title, and what the note says. What the model does is a text of the core. */
type Point = {[Id in keyof Declared]: Id extends `note.${infer Name}` ? Name : never}[keyof Declared];
export type Findings = Record<Point, {title: string; note: string}>;

/** A sentence for each kind of problem. Numbers are already formatted, with their units; '' means that there is none. */
export type ProblemWords = Record<
  (typeof problems)[number],
  (its: Record<'name' | 'given' | 'low' | 'high' | 'range' | 'options' | 'steps' | 'most' | 'dt', string>) => string
>;

/** `Some`, checked to be members of `All`. */
type These<All, Some extends All> = Some;
type FieldPath = NumberField['id'] | ChoiceField['id'];
/** Choices whose controls have words of their own. */
type Elsewhere = These<FieldPath, 'rate_choice.rate' | 'sweep.parameter' | 'protocol.of' | 'protocol.stimulus'>;

/** What each field is for, by its path. */
export type FieldWords = Record<Exclude<FieldPath, Elsewhere>, string>;
/** For optional fields: what it means if they are empty. */
export type WithoutValueWords = Record<Exclude<(typeof optional)[number], Elsewhere>, string>;
