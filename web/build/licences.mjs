// build/licences.mjs: the licences of everything in the page.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {packages as lettersFrom} from './letters.mjs';

/** The folder of those that no package brings. @param {string} web the folder of the page's source */
export const licences = (web) => join(web, 'licenses');

/**
 * The licence texts of everything in the page: our own, those of bundled packages, and those of what Emscripten links.
 * @param {string} web the folder of the page's source @param {string} version @param {string[]} inputs the source files of the bundles
 */
export function licenceTexts(web, version, inputs) {
  const packages = new Set([
    ...lettersFrom,
    ...inputs.map((path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]),
  ]);
  packages.delete(undefined);
  const texts = [`Izhikevich Lab ${version}\n\n${readFileSync(join(web, '../LICENSE'), 'utf8')}`];
  for (const each of [...packages].sort()) {
    const folder = join(web, 'node_modules', each);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${each} is bundled, but has no licence text`);
    const its = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    texts.push(`${each} ${its.version}\n\n${readFileSync(join(folder, file), 'utf8')}`);
  }
  for (const file of readdirSync(licences(web)).sort()) texts.push(readFileSync(join(licences(web), file), 'utf8'));
  return texts.map((text) => text.replace(/\r\n/g, '\n').trim()).join(`\n\n${'-'.repeat(80)}\n\n`);
}
