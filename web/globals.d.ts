// What build.mjs provides to the modules besides JavaScript, declared for tsc.

/** Where the lab stands on the web, ending in '/' or with the name of its page; '' if the build was not told. */
declare const __ADDRESS__: string;
/** The version in package.json. */
declare const __VERSION__: string;

/** How to cite the lab, from CITATION.cff. */
declare const __CITATION__: string;

/** Whether this is the script of the element `<izhikevich-neuron>`, in a page that is not ours, rather than the lab's own page. */
declare const __ELEMENT__: boolean;
/** There only: the texts of engine/carried.js. */
declare const izhikevichTexts: Record<string, string>;
/** What workers and page share; in the script of the element a variable of that script (build/element.mjs). */
declare var izhikevich: any;

/** What tells one build of the site from another, and the files that its service worker keeps: of each the SHA-256, in base64. */
declare const __BUILD__: string;
declare const __FILES__: Record<string, string>;

/** The sentences of needs.js, by language. */
declare const __TOLD__: Record<string, {old: string; still: string}>;

declare module '*.html' {
  const text: string;
  export default text;
}

declare module 'listed:languages' {
  /** The words of all languages: what each file in words/ gives that has a code for its name. */
  export const languages: Words[];
}

declare module 'listed:analyses' {
  /** The records of all files in analyses/, by file name. */
  export const analyses: AnalysisRecord[];
}

declare module 'built:slots' {
  /** What is written in each slot of the core's texts that have any: "bare measured ms", "count". */
  export const slots: Record<string, string[]>;
}
