// build/site.mjs: what stands beside the page on its site: a folder of its version, and the schema of the files that it saves.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** The name of the schema's file. */
const SCHEMA = 'izhikevich-lab.schema.json';

/**
 * The address at which the lab is to stand on the web, as the build was told: '' if it was not. Throws an Error if it is no address.
 * @param {string | undefined} given such as https://example.org/lab/
 */
export function publicAddress(given = '') {
  if (!given) return '';
  const {protocol, search, hash, href} = new URL(given);
  if (!/^https?:$/.test(protocol) || search || hash)
    throw new Error(`ADDRESS=${given}: an address like https://example.org/lab/, without ? or #`);
  return /\/$|\.html?$/.test(href) ? href : `${href}/`;
}

/** Whether a version is released: one with a hyphen, such as 0.2.0-dev, is not yet. @param {string} version */
const isReleased = (version) => !version.includes('-');

/**
 * Writes the page into a folder of its version, so that a link that names it gives the same numbers later. The folder of a
 * released version is never rewritten, and those of other versions are left alone.
 * @param {{dist: string, html: string, version: string, schema: string}} what
 */
export function writeSite({dist, html, version, schema}) {
  const folder = join(dist, version);
  const page = join(folder, 'index.html');
  writeFileSync(join(dist, SCHEMA), schema);
  if (isReleased(version) && existsSync(page)) {
    if (readFileSync(page, 'utf8') !== html)
      console.warn(`${page} is left as it is, because ${version} is released; a changed lab needs another version`);
    return;
  }
  mkdirSync(folder, {recursive: true});
  writeFileSync(page, html);
  writeFileSync(join(folder, SCHEMA), schema);
}
