// built.mjs: pages that a test builds for itself, with something added to the lab.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {assemble} from '../../web/build/assemble.mjs';
import {optionsWith, packedCore} from '../../web/build/build.mjs';
import {require, root} from '../support.mjs';

/**
 * Builds a bare page with the lab and more files of a kind, as `optionsWith` takes them; returns its path.
 * @param {string} name of the page @param {Parameters<typeof optionsWith>[0]} more
 */
export async function pageWith(name, more) {
  const outdir = join(root, 'build/test');
  const {outputFiles, workers} = await require('esbuild').build({...optionsWith(more), outdir});
  const text = (ending) => outputFiles.find(({path}) => path.endsWith(ending)).text;
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lab</title><link rel="icon" href="data:,"></head><body></body></html>';
  const path = join(outdir, `${name}.html`);
  mkdirSync(outdir, {recursive: true});
  const core = await packedCore();
  writeFileSync(path, assemble(html, {script: text('.js'), workers, core, style: text('.css'), texts: ''}));
  return path;
}
