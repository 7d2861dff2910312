// places.test.mjs: of the end-to-end tests only tests/e2e/lab.mjs knows how the page is made, so that a page of another
// structure needs no other tests.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from '../support.mjs';

const folder = join(root, 'tests/e2e');

/** What looks for something by how the page is made. */
const REFUSED = {
  'a search by selector':
    /\.\$\$?(eval)?\(|querySelector|getElement|waitForSelector|\blocator\(|\b(frame|lab)\.(focus|hover|select|click|tap)\(/,
  'a selector in place': /\.(closest|matches)\(\s*['"`]/,
  'a class, an id or an element’s name': /\b(classList|className|tagName|localName|dataset)\b|activeElement\??\.id\b/,
  // At the start of a text; addresses of presets, and the ends of files' names, are none.
  'a class or an id as a selector':
    /(?<=[\s([,:=?{+>!|&])['"`](#(?!(RS|IB|CH)\b|note-|why-|truth-|nowhere)|\.(?!(m?js|css|html|csv|png)['"`]|\w+\())[a-z]/i,
  'an attribute as a selector': /\[(data-|aria-|role=|name=|type=|class|id=|href\])/,
  'an element of ours': /['"`\s](\w+-)+(view|bar|dialog|gallery|form|list)\b(?!s? )/,
};

/** What of a text is refused, by line. */
function refusedIn(text) {
  return text.split('\n').flatMap((line, index) => {
    const code = line.replace(/^\s*(\/\/|\/?\*).*|\s\/\/ .*/, '');
    return Object.entries(REFUSED).flatMap(([what, pattern]) =>
      pattern.test(code) ? [`${index + 1}: ${what}: ${code.trim()}`] : [],
    );
  });
}

test('no end-to-end test but lab.mjs holds a selector, a class, an id or the name of an element', () => {
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.mjs') && !['lab.mjs', 'support.mjs'].includes(name),
  );
  assert.ok(files.length > 25, `${files.length} files`);
  const found = files.flatMap((name) =>
    refusedIn(readFileSync(join(folder, name), 'utf8')).map((line) => `${name}:${line}`),
  );
  assert.deepEqual(found, []);
});

test('what would be one is found, so the test above can fail', () => {
  for (const line of [
    "await frame.$eval('button', (one) => one.click());",
    'document.querySelector(at.play)',
    'await frame.focus(at.play);',
    "node.closest('button')",
    'node.dataset.path',
    "await press(frame, '.play');",
    "await press(frame, '#undo');",
    'press(frame, `[data-preset=${id}]`)',
    "const box = 'time-bar';",
  ])
    assert.equal(refusedIn(line).length > 0, true, line);
  for (const line of [
    'await press(frame, at.play);',
    "assert.equal(await hashOf(frame), '#RS&b=-1.5');",
    "const script = text('.js');",
    "// the class '.play' in a comment",
    "const said = 'abc'.replace(/a/, 'b');",
  ])
    assert.deepEqual(refusedIn(line), [], line);
});
