// shots.mjs: pictures of the page into build/shots, for people to look at.
//   node tests/e2e/shots.mjs                         the main states
//   node tests/e2e/shots.mjs note-10 360 640 dark    one: hash, width, height, light or dark
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../support.mjs';
import {open, pause, ready, settle} from './lab.mjs';
import {closeBrowsers} from './support.mjs';

const states = ['RS', 'note-4', 'note-10', 'note-11', 'note-CH-600'];
const looks = [
  {name: 'desktop', width: 1280, height: 720},
  {name: 'desktop-dark', width: 1280, height: 720, dark: true},
  {name: 'phone', width: 360, height: 640},
  {name: 'frame', width: 800, height: 600, mode: 'sandbox'},
];
const folder = join(root, 'build/shots');
mkdirSync(folder, {recursive: true});

async function shoot(hash, {name, ...look}) {
  const {page, frame, errors, close} = await open({windowed: true, hash, reducedMotion: true, ...look});
  await ready(frame); // the plots come one by one
  await settle(frame);
  await pause(300);
  const path = join(folder, `${hash}-${name}.png`);
  await page.screenshot({path});
  // What a phone shows only after scrolling is worth a look too.
  if (name === 'phone') await page.screenshot({path: path.replace('.png', '-whole.png'), fullPage: true});
  await close();
  console.log(path, ...errors);
}

const [hash, width = '1280', height = '720', theme = 'light'] = process.argv.slice(2);
if (hash) {
  const dark = theme === 'dark';
  await shoot(hash.replace(/^#/, ''), {name: `${width}x${height}-${theme}`, width: +width, height: +height, dark});
} else {
  for (const state of states) for (const look of looks) await shoot(state, look);
}
await closeBrowsers();
