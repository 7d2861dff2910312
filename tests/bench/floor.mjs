// floor.mjs: how soon v(t) is visible, in the whole lab and in a figure, compared with a page that does the least that any page with
// this core and Chart.js must do (pages/floor.js), in alternation.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {options, packedCore} from '../../web/build/build.mjs';
import {closeBrowsers, site} from '../e2e/support.mjs';
import {require, root} from '../support.mjs';
import {median, opening} from './opening.mjs';

const OPENINGS = 20;
const WANTED = {page: 1.7, figure: 1.25};

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

const pages = {page: [site], figure: [site, '?view=figure'], floor: [file]};
const times = {page: [], figure: [], floor: []};
for (const page of Object.values(pages)) await opening(...page); // the first opening includes the browser's own start
for (let i = 0; i < OPENINGS; i += 1)
  for (const [name, page] of Object.entries(pages)) times[name].push((await opening(...page)).first);
const [page, figure, floor] = Object.values(times).map(median);
const NAMES = {page: 'the page', figure: 'a figure', floor: 'the floor: Chart.js, the core, one curve'};
console.log(`until v(t) can be seen, medians of ${OPENINGS} openings from disk in alternation, in headless Chromium`);
for (const [name, time] of Object.entries({page, figure, floor}))
  console.log(`${NAMES[name].padEnd(44)} ${time.toFixed(0).padStart(8)} ms`);
for (const [name, time] of Object.entries({page, figure}))
  console.log(
    `${NAMES[name]} takes ${(time / floor).toFixed(2)} times as long as the floor (wanted: ${WANTED[name]} at most)`,
  );
await closeBrowsers();
