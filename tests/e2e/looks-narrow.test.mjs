// looks-narrow.test.mjs: axe-core and the sizes of targets in a narrow window, in both browsers; and that they can object.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {at, part, withLab} from './lab.mjs';
import {LOOKS, goesThrough, violations} from './looks.mjs';
import {browsers} from './support.mjs';

for (const browser of browsers) {
  goesThrough(browser, 'narrow');

  test(`${browser}: axe-core objects to what is wrong, so the tests above can fail`, () =>
    withLab({browser}, async ({frame}) => {
      await frame.evaluate(() => {
        part(at.canvas()).removeAttribute('aria-label');
        part(at.caption).style.color = 'silver';
        document.documentElement.removeAttribute('lang');
        part(at.number()).removeAttribute('id');
      });
      const found = (await violations(frame)).join('\n');
      for (const rule of ['role-img-alt', 'color-contrast', 'html-has-lang', 'label'])
        assert.match(found, new RegExp(rule));
    }));
}

test('every look is gone through by a test file', () => {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => /test\.mjs$/.test(name));
  const texts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  for (const group of Object.keys(LOOKS))
    assert.ok(
      texts.some((text) => new RegExp(`goesThrough\\(.*, '${group}'\\)`).test(text)),
      group,
    );
});
