// floor.mjs: how soon v(t) is visible, compared with a page that does the least that any page with this core and Chart.js must do
// (pages/floor.js), in alternation.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {options, packedCore} from '../../web/build/build.mjs';
import {closeBrowsers, site} from '../e2e/support.mjs';
import {require, root} from '../support.mjs';
import {median, opening} from './opening.mjs';

const OPENINGS = 20;
const WANTED = 1.7;

const {build} = require('esbuild');
const entryPoints = [join(root, 'tests/bench/pages/floor.js')];
// Built like the page, except that everything is in one script.
const plugins = options.plugins.filter(({name}) => name !== 'shared');
const {outputFiles} = await build({
  ...options,
  entryPoints,
  plugins,
  nodePaths: [join(root, 'web/node_modules')],
  outdir: join(root, 'build/bench'),
});
const file = join(root, 'build/bench/floor.html');
mkdirSync(join(root, 'build/bench'), {recursive: true});
writeFileSync(
  file,
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The floor</title><link rel="icon" href="data:,"></head>
<body><div style="width: 800px; height: 300px"><canvas></canvas></div>
<script type="text/plain" id="lab-core">${await packedCore(true)}</script>
<script>${outputFiles[0].text.replace(/<\/(?=script)/gi, '<\\/')}</script></body></html>
`,
);

const times = {page: [], floor: []};
for (const page of [site, file]) await opening(page); // the first opening includes the browser's own start
for (let i = 0; i < OPENINGS; i += 1) {
  times.page.push((await opening(site)).first);
  times.floor.push((await opening(file)).first);
}
const [page, floor] = [median(times.page), median(times.floor)];
console.log(`until v(t) can be seen, medians of ${OPENINGS} openings from disk in alternation, in headless Chromium`);
console.log(`${'the page'.padEnd(44)} ${page.toFixed(0).padStart(8)} ms`);
console.log(`${'the floor: Chart.js, the core, one curve'.padEnd(44)} ${floor.toFixed(0).padStart(8)} ms`);
console.log(`the page takes ${(page / floor).toFixed(2)} times as long as the floor (wanted: ${WANTED} at most)`);
await closeBrowsers();
