// build/facts.mjs: what the page says of itself: its version, and how to cite it, in a line, from CITATION.cff, which alone says so.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** The version, and both by their names in the page's source. @param {string} web the folder of that */
export function factsOf(web) {
  const {version} = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));
  const text = readFileSync(join(web, '../CITATION.cff'), 'utf8');
  const [title, authors] = [/^title: (.*)$/m, /^ {2}- name: (.*)$/m].map((line) => {
    const found = line.exec(text);
    if (!found) throw new Error(`CITATION.cff has no line like ${line.source}`);
    return found[1];
  });
  const citation = `${authors}. ${title}, version ${version}. Computer software.`;
  return {version, named: {__VERSION__: JSON.stringify(version), __CITATION__: JSON.stringify(citation)}};
}
