// run.mjs: Lighthouse on the built page, as a desktop and as a mid-range phone: four scores, and what costs points.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {launch} from 'chrome-launcher';
import lighthouse, {desktopConfig} from 'lighthouse';

const site = join(dirname(fileURLToPath(import.meta.url)), '../../web/dist/index.html');
const body = gzipSync(readFileSync(site)); // compressed, as any web host serves it

const server = createServer(({url}, response) => {
  const here = url === '/';
  response.writeHead(here ? 200 : 404, {'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip'});
  response.end(here ? body : gzipSync(''));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://127.0.0.1:${server.address().port}/`;

const chromeFlags = ['--headless=new', '--disable-background-networking', '--disable-component-update'];
// Chromium's sandbox does not work for root, which continuous integration often is.
if (process.getuid?.() === 0) chromeFlags.push('--no-sandbox');

/** What costs points in a category: its audits with a weight that are not perfect, the most expensive first. */
const costs = ({auditRefs}, audits) =>
  auditRefs
    .map(({id, weight}) => ({...audits[id], lost: weight * (1 - (audits[id].score ?? 1))}))
    .filter(({lost}) => lost > 0)
    .sort((one, other) => other.lost - one.lost);

for (const [device, config] of [
  ['desktop', desktopConfig],
  ['mobile', undefined],
]) {
  const chrome = await launch({chromePath: process.env.CHROMIUM || '/usr/bin/chromium', chromeFlags});
  try {
    const {lhr} = await lighthouse(address, {port: chrome.port, logLevel: 'error'}, config);
    console.log(device);
    for (const category of Object.values(lhr.categories)) {
      console.log(`  ${String(Math.round(100 * category.score)).padStart(3)} ${category.title}`);
      for (const {title, displayValue = '', score, details} of costs(category, lhr.audits)) {
        console.log(`        ${score.toFixed(2)} ${title} ${displayValue}`);
        for (const {node} of details?.items ?? []) if (node) console.log(`             ${node.selector}`);
      }
    }
  } finally {
    chrome.kill();
  }
}
server.close();
