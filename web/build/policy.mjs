// build/policy.mjs: the content security policy under which the page does all that it can do, and nothing else may run in it.
import {createHash} from 'node:crypto';
import {parse} from 'parse5';

/** What a policy calls some content. @param {string} text */
const hash = (text) => `'sha256-${sha256(text)}'`;

/** @param {string | Buffer} content */
export const sha256 = (content) => createHash('sha256').update(content).digest('base64');

/** All elements of a document. @returns {Generator<any>} */
function* elements(/** @type {any} */ node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

/** The contents of all scripts that are run, or of all styles. @param {string} html @param {'script' | 'style'} tag */
const inside = (html, tag) =>
  [...elements(parse(html, {scriptingEnabled: false}))]
    .filter(({tagName, attrs}) => tagName === tag && !attrs.some((/** @type {any} */ {name}) => name === 'type'))
    .map(({childNodes}) => childNodes.map((/** @type {any} */ {value}) => value).join(''));

/**
 * The value of the header Content-Security-Policy for the whole folder of the site. It says nothing of who may frame the pages:
 * anybody may. The pages connect to nothing; the service worker, whose script has a policy of its own, fetches them to keep them.
 * @param {string[]} pages as HTML
 */
export function policyOf(...pages) {
  const hashes = (/** @type {string} */ tag) =>
    [...new Set(pages.flatMap((page) => inside(page, tag)).map(hash))].join(' ');
  return [
    "default-src 'none'",
    `script-src ${hashes('script')} 'wasm-unsafe-eval'`,
    `style-src ${hashes('style')}`,
    'img-src data: blob:',
    'font-src data:',
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
