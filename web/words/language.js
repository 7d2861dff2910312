// words/language.js: the language of what core.js says.

/** @type {{language: string, mark: string, labels: Record<string, string>, names: Record<string, string>, problems: any, core: any, presets: Record<string, import('./texts.d.ts').PresetWords>}} */
export const spoken = {language: 'en', mark: '.', labels: {}, names: {}, problems: {}, core: {}, presets: {}};

/** Speaks a language from now on. @param {Words} words */
export function speak({
  language: {code: language},
  numbers: {point: mark},
  symbols: labels,
  names,
  problems,
  core,
  presets,
}) {
  Object.assign(spoken, {language, mark, labels, names, problems, core, presets});
}
