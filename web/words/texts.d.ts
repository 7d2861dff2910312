// words/texts.d.ts: the texts that the core may say, as the table of every language must have them.
import type {texts} from '../../build/wasm/texts.mjs';

type Declared = typeof texts;

/** What a language is given for a slot: a number is written already, with its unit; only what is counted comes as a number. */
type Given<As> = As extends 'count' ? number : As extends 'texts' ? string[] : string;

/** Of each text by its id a sentence, or what makes one of what fills its slots. */
export type CoreTexts = {
  [Id in keyof Declared]: keyof Declared[Id] extends never
    ? string
    : (filled: {[Slot in keyof Declared[Id]]: Given<Declared[Id][Slot]>}) => string;
};
