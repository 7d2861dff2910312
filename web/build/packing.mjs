// build/packing.mjs: makes the final scripts smaller, and says how large a page is.
import pako from 'pako';
import {minify} from 'terser';

/**
 * A script with short names and without the dead code that esbuild leaves: takes some seconds and makes the page about 3 % smaller.
 * Browsers compile a function in parentheses at once, instead of first looking through it; of those that are passed to others, most
 * are called.
 * @param {string} script @returns {Promise<string>}
 */
export async function smaller(script) {
  const format = {ascii_only: true, wrap_func_args: true};
  return (await minify(script, {compress: {passes: 3}, toplevel: true, ecma: 2020, format})).code ?? '';
}

/**
 * The size of the page in bytes. Versions of zlib compress slightly differently, so it uses pako, which gives the same number
 * everywhere.
 * @param {string} html
 */
export const sizeOf = (html) => ({
  raw: Buffer.byteLength(html),
  gzip: pako.gzip(html, {level: 9}).length,
});
