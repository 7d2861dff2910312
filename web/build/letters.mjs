// build/letters.mjs: the page's own letters: IBM Plex Sans and Source Serif 4, both under the SIL Open Font License 1.1, reduced to the
// characters that the page uses. A reduced font may not bear the reserved name of the whole one, so they are called after the lab.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import subset from 'subset-font';

const PLEX = '@fontsource-variable/ibm-plex-sans';
const SERIF = '@fontsource-variable/source-serif-4';

/** The packages that the letters are from, for their licences. */
export const packages = [PLEX, SERIF];

/** Normal and semibold text vary one outline; formulas are set in one weight. */
const CUTS = [
  {from: PLEX, family: 'Lab Sans', weight: {min: 400, max: 600}, style: 'normal'},
  {from: SERIF, family: 'Lab Serif', weight: {min: 400, max: 600}, style: 'normal'},
  {from: SERIF, family: 'Lab Serif', weight: {min: 400, max: 400}, style: 'italic'},
];

const ASCII = String.fromCharCode(...Array.from({length: 95}, (_, index) => 32 + index));
/** What formulas and names of variables need; nothing else is set in italics. */
const MATHS = ASCII.replace(/[^\w ()+,./:=-]/g, '') + '−';

// Without hinting, ligatures and kerning, which would double the size; digits are of one width in both fonts as they are.
const OPTIONS = {
  targetFormat: 'woff2',
  noHinting: true,
  noLayoutClosure: true,
  keepFeatures: [],
  dropTables: ['GDEF', 'GPOS', 'GSUB', 'HVAR', 'MATH', 'MVAR', 'STAT', 'meta'],
};

/**
 * The letters as JSON: {family, weight, style, data} for each cut, `data` a woff2 font in base64. Characters that a font does not
 * have are left to the system's fonts.
 * @param {string} web the folder of the page's source, whose texts decide which characters are kept
 */
export async function letters(web) {
  const words = readdirSync(join(web, 'words')).map((name) => readFileSync(join(web, 'words', name), 'utf8'));
  const text = [...new Set(ASCII + words.join(''))].join('');
  const cut = async ({from, family, weight, style}) => {
    const file = join(web, 'node_modules', from, 'files', `${from.split('/')[1]}-latin-wght-${style}.woff2`);
    const characters = style === 'italic' ? MATHS : text;
    const font = await subset(readFileSync(file), characters, {
      ...OPTIONS,
      variationAxes: {wght: weight.min === weight.max ? weight.min : weight},
    });
    return {family, weight: `${weight.min} ${weight.max}`, style, data: font.toString('base64')};
  };
  return JSON.stringify(await Promise.all(CUTS.map(cut)));
}
