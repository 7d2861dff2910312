// built.mjs: pages that a test builds for itself, with something added to the lab.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {assemble} from '../../web/build/assemble.mjs';
import {options, optionsWith, packedCore} from '../../web/build/build.mjs';
import {require, root} from '../support.mjs';

const outdir = join(root, 'build/test');

const BARE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lab</title><link rel="icon" href="data:,"></head><body></body></html>';

/** Builds a bare page with these options of esbuild; returns its text. @param {object} bundle @param {string} [fonts] as `letters` gives them */
async function built(bundle, fonts) {
  const {outputFiles, workers} = await require('esbuild').build({...bundle, outdir});
  const text = (ending) => outputFiles.find(({path}) => path.endsWith(ending)).text;
  const core = await packedCore();
  return assemble(BARE, {script: text('.js'), workers, core, fonts, style: text('.css'), texts: ''});
}

/** @param {string} name @param {string} html */
function written(name, html) {
  const path = join(outdir, `${name}.html`);
  mkdirSync(outdir, {recursive: true});
  writeFileSync(path, html);
  return path;
}

/**
 * Builds a bare page into which a test puts labs (pages/labs.js); returns its path.
 * @param {string} name of the page @param {{fonts?: string, turn?: (html: string) => string}} [how] `turn`: changes its text
 */
export async function pageOfLabs(name, {fonts, turn = (html) => html} = {}) {
  const entryPoints = [join(root, 'tests/e2e/pages/labs.js'), join(root, 'web/style.css')];
  return written(name, turn(await built({...options, entryPoints}, fonts)));
}

/**
 * Builds a bare page with the lab and more files of a kind, as `optionsWith` takes them; returns its path.
 * @param {string} name of the page @param {Parameters<typeof optionsWith>[0]} more
 */
export const pageWith = async (name, more) => written(name, await built(optionsWith(more)));
