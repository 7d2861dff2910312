// share.test.mjs: what is on show goes out as a link, a page or a file, and comes back from each as it was.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {
  ask,
  at,
  closeDialog,
  counts,
  enter,
  focus,
  hand,
  handle,
  handles,
  hasFocus,
  howMany,
  inOne,
  isHidden,
  isOn,
  keepSaved,
  lastSaved,
  nowOnShow,
  onShow,
  open,
  openAnalysis,
  openShare,
  openedAnalysis,
  part,
  pin,
  press,
  read,
  readAll,
  select,
  settle,
  shown,
  spaced,
  text,
  underPolicy,
  unlessHidden,
  visible,
  waitFor,
  withLab,
} from './lab.mjs';
import {root} from '../support.mjs';
import {policyOf} from '../../web/build/policy.mjs';
import {browsers, site} from './support.mjs';

const html = readFileSync(site, 'utf8');
const {version} = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'izh-share-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const NOTE = 'First find the rheobase.\n<img src=x onerror="window.hacked = 1"> & <script>window.hacked = 1</script>';

/** Writes a label into its field, as typing and leaving it does. */
const label = (frame, name, written) =>
  frame.evaluate(
    (where, written) => {
      part(where).value = written;
      for (const type of ['input', 'change']) part(where).dispatchEvent(new Event(type, {bubbles: true}));
    },
    at.label(name),
    written,
  );

/** An experiment with all that can be handed out: edits, a pinned run with a name, an instant, a tab, a title and a note. */
async function prepare(frame) {
  await openAnalysis(frame, 'compare');
  await pin(frame);
  await frame.evaluate((where) => {
    part(where).value = 'before & “after”';
    part(where).dispatchEvent(new Event('change', {bubbles: true}));
  }, at.pinnedNames);
  await enter(frame, 'cell.b', '-1.25');
  await enter(frame, 'stimulus.0.amplitude', '80');
  await settle(frame);
  await ask(frame, 'cursor', {time: 301.5, how: 'touch'});
  await openAnalysis(frame, 'rate');
  await openShare(frame);
  await label(frame, 'title', 'Lecture 3: <b>rheobase</b>');
  await label(frame, 'name', 'Célula Nº 7');
  await label(frame, 'note', NOTE);
  await settle(frame);
}

/** The page that is handed out, in a folder of an odd name with nothing else in it. */
async function pageSaved(frame) {
  await press(frame, at.saveAs('page'));
  const {name, text: saved, type} = await lastSaved(frame);
  assert.equal(type, 'text/html');
  const own = join(mkdtempSync(join(folder, 'Clase 3, año #1 & 100% [x] ')), 'été ? no');
  mkdirSync(own);
  const file = join(own, name);
  writeFileSync(file, saved);
  return {file, saved};
}

/** What would say that it ran, or ask for something, if anything in it were taken for more than text. */
const WICKED =
  '<script>window.hacked = 1; parent.hacked = 1</script><img src="http://stray.invalid/" onerror="parent.hacked = 1"><svg onload="parent.hacked = 1"></svg>';

/** Puts a text into the box of the dialog. */
const write = (frame, written) =>
  read(
    frame,
    at.openText,
    (box, written) => {
      box.value = written;
      box.dispatchEvent(new Event('input', {bubbles: true}));
    },
    written,
  );

/** Opens a file where no script runs. */
async function withoutScript(file, use) {
  const {page, errors, close} = await open({mode: 'file', file, before: (page) => page.setJavaScriptEnabled(false)});
  try {
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
}

/** Before a page opens: Chromium refuses to copy in such a frame; in Firefox, which does not, as over http: there is no clipboard. */
const refusing = (browser) => async (page) => {
  await keepSaved(page);
  if (browser === 'firefox')
    await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'clipboard', {value: undefined}));
};

/** What a reader of codes finds in a picture. @param {Uint8Array} picture a PNG */
function decoded(picture) {
  const file = join(folder, 'code.png');
  writeFileSync(file, picture);
  return execFileSync('zbarimg', ['--quiet', '--raw', file], {encoding: 'utf8'}).trim();
}

/** What the eye sees of a state that `prepare` made. */
async function seen(frame) {
  return {
    b: await shown(frame, 'cell.b'),
    current: await shown(frame, 'stimulus.0.amplitude'),
    tab: await openedAnalysis(frame),
    note: await unlessHidden(frame, at.authorNote),
    title: (await text(frame, at.presetTitle)).trim(),
    counts: await counts(frame),
    cursor: await readAll(frame, at.cursorNumber, (all) => all.map((one) => one.textContent)),
  };
}

/** The scripts of a page with what comes after the first: the part that a saved page may not touch. */
const fromNeeds = (page) => page.slice(page.indexOf('<script id="lab-needs">'));

for (const browser of browsers) {
  test(`${browser}: the link is the address, and opens the same runs, pinned run, name, instant and analysis`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({page, frame}) => {
      await prepare(frame);
      const link = new URL(await read(frame, at.sharedLink, (field) => field.value));
      const all = await onShow(frame);
      await closeDialog(frame);
      const before = await seen(frame);
      await frame.waitForFunction((hash) => location.hash === hash, {timeout: 5000, polling: 50}, link.hash);
      const address = new URL(page.url());
      assert.equal(link.origin + link.pathname + link.hash, address.origin + address.pathname + address.hash);
      assert.equal(link.search, `?v=${version}`);
      await withLab({browser, search: link.search, hash: link.hash, before: keepSaved}, async ({frame}) => {
        const now = await nowOnShow(frame);
        assert.ok(all.title && all.note);
        assert.deepEqual(now, all);
        assert.equal(now.ghosts[0].name, 'before & “after”');
        assert.equal(now.name, 'Célula Nº 7');
        assert.deepEqual(await seen(frame), before);
      });
    }));

  test(`${browser}: a saved page opens in exactly this state, alone, in a folder of any name; so does a copy of it`, () =>
    withLab({browser, hash: 'IB', before: keepSaved}, async ({frame}) => {
      await prepare(frame);
      const all = await onShow(frame);
      const {file, saved} = await pageSaved(frame);
      await closeDialog(frame);
      const before = await seen(frame);
      assert.match(before.title, /Lecture 3: <b>rheobase<\/b>/);
      assert.equal(before.note, NOTE);
      const more = Buffer.byteLength(saved) - Buffer.byteLength(html);
      assert.ok(more > 0 && more <= 20e3, `${more} bytes more than the page`);
      assert.ok(fromNeeds(saved) === fromNeeds(html), 'the scripts are those of the page, byte for byte');
      await withLab({browser, mode: 'file', file, before: keepSaved}, async ({frame}) => {
        assert.deepEqual(await seen(frame), before);
        assert.equal(await read(frame, at.authorNote, (note) => note.childElementCount), 0);
        await openShare(frame);
        assert.deepEqual(await onShow(frame), all);
        const copy = await pageSaved(frame);
        await closeDialog(frame);
        // The page that stands on the web can give its link as well.
        assert.ok(copy.saved.length <= saved.length);
        assert.ok(fromNeeds(copy.saved) === fromNeeds(html));
        assert.equal(await frame.evaluate(() => window.hacked), undefined);

        // The author's set-up is what one of the two resets returns to, whatever was done meanwhile.
        await enter(frame, 'cell.b', '4');
        await press(frame, at.nextPreset);
        assert.notDeepEqual(await nowOnShow(frame), all);
        await press(frame, at.resetAuthor);
        assert.deepEqual(await nowOnShow(frame), all);
        await withLab({browser, mode: 'file', file: copy.file, before: keepSaved}, async ({frame}) => {
          assert.deepEqual(await nowOnShow(frame), all);
          await openShare(frame);
          assert.equal((await pageSaved(frame)).saved, copy.saved);
        });
      });
    }));

  test(`${browser}: a saved page runs under a policy with the hashes of the page's scripts`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      await prepare(frame);
      const {saved} = await pageSaved(frame);
      await closeDialog(frame);
      const before = await seen(frame);
      await underPolicy(
        browser,
        policyOf(html),
        async (frame, errors) => {
          await waitFor(frame, at.canvas(), {timeout: 10e3});
          await frame.waitForFunction(() => isReady(), {polling: 100, timeout: 10e3});
          await settle(frame);
          const now = await seen(frame);
          assert.deepEqual(now, before);
          assert.deepEqual(errors, []);
        },
        saved,
      );
    }));

  test(`${browser}: a file opens again dropped, pasted as text or as a file, and chosen`, () =>
    withLab({browser, hash: 'note-4', before: keepSaved}, async ({frame}) => {
      await prepare(frame);
      const all = await onShow(frame);
      const {name, text: json, type} = await lastSaved(frame);
      assert.match(name, /^Lecture-3-b-rheobase-b\.json$/);
      assert.equal(type, 'application/json');
      await closeDialog(frame);
      const file = join(folder, `${browser}-${name}`);
      writeFileSync(file, json);
      const ways = {
        dropped: () => hand(frame, 'drop', {file: json}),
        'dropped as text': () => hand(frame, 'drop', {text: json}),
        pasted: () => hand(frame, 'paste', {text: json}),
        'pasted as a file': () => hand(frame, 'paste', {file: json}),
        async 'typed in'() {
          await press(frame, at.open);
          await write(frame, json);
          await press(frame, at.openTake);
        },
        async chosen() {
          await press(frame, at.open);
          await (await handle(frame, at.openFile)).uploadFile(file);
        },
      };
      for (const [how, open] of Object.entries(ways)) {
        await press(frame, at.preset('CH'));
        await enter(frame, 'cell.d', '77');
        await open();
        await frame.waitForFunction(() => !part(at.dialog), {timeout: 5000, polling: 50});
        assert.deepEqual(await nowOnShow(frame), all, how);
        assert.equal(await isHidden(frame, at.resetAuthor), false);
        await enter(frame, 'cell.d', '78');
        await press(frame, at.resetAuthor);
        assert.deepEqual(await nowOnShow(frame), all, how);
        assert.equal(await frame.evaluate(() => window.hacked), undefined);
      }
    }));

  test(`${browser}: a saved page that is dropped opens its set-up and runs nothing; so does a link that is pasted`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      await prepare(frame);
      const all = await onShow(frame);
      const {saved} = await pageSaved(frame);
      const link = await read(frame, at.sharedLink, (field) => field.value);
      await closeDialog(frame);
      await press(frame, at.preset('CH'));
      const wicked = saved.replace('<body>', () => `<body>${WICKED}`);
      await hand(frame, 'drop', {file: wicked, type: 'text/html', name: 'lab.html'});
      await frame.waitForFunction(() => !part(at.dialog), {timeout: 5000, polling: 50});
      assert.deepEqual(await nowOnShow(frame), all);
      await press(frame, at.preset('CH'));
      await hand(frame, 'paste', {text: `  ${link}\n`});
      await frame.waitForFunction(() => !part(at.dialog), {timeout: 5000, polling: 50});
      assert.deepEqual(await nowOnShow(frame), all);
      assert.equal(await frame.evaluate(() => window.hacked), undefined);
    }));

  test(`${browser}: what is no set-up is told in a sentence, and the experiment on show stays`, () =>
    withLab({browser, hash: 'IB', before: keepSaved}, async ({frame}) => {
      await enter(frame, 'cell.d', '123');
      await settle(frame);
      const before = await nowOnShow(frame);
      const given = {version: 2, preset: 'RS', runs: [{}]};
      const wrong = {
        'more than 5 MB': ['x'.repeat(5e6 + 1), /larger than 5 MB/],
        'more than 5 MB of a set-up': [JSON.stringify({...given, note: 'x'.repeat(5e6)}), /larger than 5 MB/],
        'another page': [`<!doctype html><html><body>${WICKED}</body></html>`, /does not hold an experiment/],
        'a page with a damaged set-up': [
          '<!doctype html><script id="initial-state" type="application/json">{"preset": "RS", "runs": [</script>',
          /does not hold an experiment/,
        ],
        'other JSON': ['{"C": [1, 2], "__proto__": {"edited": true}}', /neither a file or link/],
        'broken JSON': ['{"preset": "RS", "runs": [', /neither a file or link/],
        'no text': ['\0\u0001\ufffd', /neither a file or link/],
        'deep JSON': ['['.repeat(2e5), /more than 65536 characters/],
        'an unknown preset': [JSON.stringify({...given, preset: '<img src=x onerror="window.hacked=1">'}), /damaged/],
        'a later version': [JSON.stringify({...given, version: 99}), /damaged/],
        'no runs': [JSON.stringify({...given, runs: []}), /damaged/],
        nothing: ['', /nothing to open/],
      };
      for (const [what, [written, said]] of Object.entries(wrong)) {
        await hand(frame, 'drop', {file: written});
        await frame.waitForFunction(() => part(at.openProblems)?.textContent, {timeout: 10e3, polling: 50});
        assert.match(await text(frame, at.openProblems), said, what);
        assert.equal(await howMany(frame, `${at.openProblems} *`), 0, what);
        await closeDialog(frame);
        assert.deepEqual(await nowOnShow(frame), before, what);
      }
      assert.equal(await frame.evaluate(() => window.hacked), undefined);
    }));

  test(`${browser}: of a damaged set-up, what is valid opens, and what is left out is told`, () =>
    withLab({browser, hash: 'IB', before: keepSaved}, async ({frame}) => {
      const wicked = '<img src=x onerror="window.hacked=1">';
      const damaged = {
        version: 2,
        preset: 'RS',
        runs: [{cell: {b: -1.5, C: -4, k: wicked}, solver: {kind: wicked}, duration: null, [wicked]: 1}],
        selected: 7,
        window: wicked,
        ghosts: [null, {name: {}, of: wicked, experiment: 5}, {experiment: {cell: wicked}}],
        screen: {tab: wicked, chosen: {rate: wicked, map: [], nonsense: {}}, on: [wicked, 5], at: wicked},
        display: wicked,
        title: wicked,
        name: 5,
      };
      await hand(frame, 'drop', {file: JSON.stringify(damaged)});
      await frame.waitForFunction(() => !part(at.dialog) && !part(at.message).hidden, {timeout: 5000, polling: 50});
      assert.match(spaced(await text(frame, at.message)), /left out: .*C = −4 /);
      assert.equal(await shown(frame, 'cell.b'), '-1.5');
      assert.equal(await shown(frame, 'cell.C'), '100');
      const now = await nowOnShow(frame);
      assert.deepEqual([now.selected, now.title, now.window], [0, wicked, {from: 0, to: null}]);
      for (const screen of [null, 5, 'x', [], {chosen: 5, on: {}}, {chosen: {rate: null}}]) {
        await hand(frame, 'drop', {file: JSON.stringify({...damaged, screen})});
        await frame.waitForFunction(() => !part(at.dialog), {timeout: 5000, polling: 50});
        assert.equal(await shown(frame, 'cell.b'), '-1.5');
      }
      await openAnalysis(frame, 'rate');
      assert.equal(await frame.evaluate(() => window.hacked), undefined);
    }));

  for (const mode of ['sandbox', 'file-sandbox'])
    test(`${browser}, ${mode}: where copying and saving are refused, the text stands selected in a box`, () =>
      withLab({browser, mode, hash: 'RS&I=90', before: refusing(browser)}, async ({frame, errors}) => {
        await openShare(frame);
        await press(frame, at.copyLink);
        await frame.waitForFunction(() => part(at.sharedSaid).textContent, {timeout: 5000, polling: 50});
        assert.match(await text(frame, at.sharedSaid), /Ctrl\+C/);
        const selected = (where) =>
          read(frame, where, (box) => ({
            all: box.selectionStart === 0 && box.selectionEnd === box.value.length,
            focus: document.activeElement === box,
            value: box.value,
          }));
        const link = await selected(at.sharedLink);
        assert.deepEqual([link.all, link.focus], [true, true]);
        assert.match(link.value, mode === 'sandbox' ? /^http:.*\?v=.*#RS&I=90$/ : /^\?v=[\w.-]+#RS&I=90$/);
        for (const what of ['file', 'page', 'schema']) {
          await press(frame, at.saveAs(what));
          const {text: saved} = await lastSaved(frame);
          const inBox = (where, length) => part(where)?.value.length === length;
          await frame.waitForFunction(inBox, {timeout: 5000, polling: 50}, at.copyByHand, saved.length);
          await settle(frame);
          assert.equal(await visible(frame, at.copyByHand), true);
          const box = await selected(at.copyByHand);
          assert.deepEqual([box.all, box.focus], [true, true], what);
          assert.ok(box.value === saved, `${what} is in the box as it would be in the file`);
        }
        // Nor may a form be submitted there, by which dialogs can be closed.
        for (const opener of [at.share, at.open, at.shelf, at.about, at.help, at.tables]) {
          if (!(await howMany(frame, at.dialog))) await press(frame, opener);
          await closeDialog(frame);
          assert.equal(await howMany(frame, at.dialog), 0, opener);
        }
        // The browser itself may say in the console that it refused.
        errors.splice(0, errors.length, ...errors.filter((line) => !/download|clipboard/i.test(line)));
      }));

  test(`${browser}: the keyboard alone shares and opens; Escape closes, and the focus returns`, () =>
    withLab({browser, hash: 'RS&I=90', before: keepSaved}, async ({page, frame}) => {
      const until = async (where, key = 'Tab') => {
        for (let presses = 0; presses < 30 && !(await hasFocus(frame, where)); presses += 1)
          await page.keyboard.press(key);
        assert.equal(await hasFocus(frame, where), true, where);
      };
      await focus(frame, at.share);
      await page.keyboard.press('Enter');
      await waitFor(frame, at.dialog);
      assert.equal(await hasFocus(frame, at.copyLink), true);
      await until(at.label('title'));
      // What is being typed is in the link at once, blanks within it too; its field keeps the one at its end.
      await page.keyboard.type('By hand ');
      assert.equal(await read(frame, at.label('title'), ({value}) => value), 'By hand ');
      const link = await read(frame, at.sharedLink, ({value}) => value);
      assert.equal(new URLSearchParams(link.split('#')[1]).get('title'), 'By hand');
      await until(at.label('note'));
      await page.keyboard.type('A note');
      await until(at.saveAs('file'));
      await page.keyboard.press('Enter');
      await settle(frame);
      const {name, text: json} = await lastSaved(frame);
      assert.equal(name, 'By-hand.json');
      assert.deepEqual([JSON.parse(json).title, JSON.parse(json).note], ['By hand', 'A note']);
      await page.keyboard.press('Escape');
      await settle(frame);
      assert.equal(await howMany(frame, at.dialog), 0);
      assert.equal(await hasFocus(frame, at.share), true);

      // The buttons of the header are one stop.
      await until(at.menu, 'ArrowRight');
      await page.keyboard.press('Enter');
      await until(at.open);
      await page.keyboard.press('Enter');
      await waitFor(frame, at.dialog);
      assert.equal(await hasFocus(frame, at.openText), true);
      await page.keyboard.type('nonsense');
      await until(at.openTake);
      await page.keyboard.press('Enter');
      await settle(frame);
      assert.match(await text(frame, at.openProblems), /neither/);
      await page.keyboard.press('Escape');
      // The entry of a menu that has closed gives the focus to the menu.
      await frame.waitForFunction(
        () => document.activeElement.matches(at.menu) || document.activeElement.matches(at.open),
        {
          timeout: 5000,
          polling: 50,
        },
      );
    }));

  test(`${browser}: the answers can be hidden from those who get it`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      await openShare(frame);
      await press(frame, at.hideAnswers);
      const link = new URL(await read(frame, at.sharedLink, (field) => field.value));
      assert.equal(link.searchParams.get('answers'), 'off');
      const {file} = await pageSaved(frame);
      for (const how of [
        {search: link.search, hash: link.hash},
        {mode: 'file', file},
      ])
        await withLab({browser, ...how, before: keepSaved}, async ({frame}) => {
          assert.equal(await howMany(frame, `${at.headlineThreshold}:not([hidden])`), 0);
          assert.equal(await isHidden(frame, at.withhold), true);
          // Passed on, it stays so.
          await openShare(frame);
          assert.equal(await read(frame, at.hideAnswers, (box) => box.checked), true);
          assert.deepEqual((await onShow(frame)).display, {answers: 'off'});
        });
    }));

  // Also where a link or a file is opened within a lab that shows them; there, the menu brings them back.
  test(`${browser}: a link that is pasted and a file that is dropped hide the answers, too`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      await openShare(frame);
      await press(frame, at.hideAnswers);
      const link = await read(frame, at.sharedLink, (field) => field.value);
      await press(frame, at.saveAs('file'));
      const {text: file} = await lastSaved(frame);
      await closeDialog(frame);
      for (const [how, given] of [
        ['paste', {text: link}],
        ['drop', {file, type: 'application/json', name: 'RS.json'}],
      ]) {
        await press(frame, at.preset('IB'));
        await frame.waitForFunction(() => part(at.withhold).getAttribute('aria-pressed') === 'false');
        await hand(frame, how, given);
        await frame.waitForFunction(() => !part(at.dialog), {timeout: 5000, polling: 50});
        assert.equal(await isOn(frame, at.withhold), true, how);
        await press(frame, at.withhold);
      }
    }));

  test(`${browser}: a link opens in the language and the colours that were chosen for it`, () =>
    withLab({browser, hash: 'RS', before: keepSaved}, async ({frame}) => {
      await openShare(frame);
      await select(frame, at.opensIn('lang'), 'es');
      await select(frame, at.opensIn('theme'), 'dark');
      const link = new URL(await read(frame, at.sharedLink, (field) => field.value));
      assert.deepEqual([link.searchParams.get('lang'), link.searchParams.get('theme')], ['es', 'dark']);
      await withLab({browser, search: link.search, hash: link.hash}, async ({frame}) => {
        const theme = await frame.evaluate(() => themeOf(document.documentElement));
        const lang = await frame.evaluate(() => document.documentElement.lang);
        assert.deepEqual([lang, theme], ['es', 'dark']);
      });
    }));

  for (const [width, height, lang] of [
    [1280, 720, 'en'],
    [390, 844, 'es'],
    [300, 600, 'es'],
  ])
    test(`${browser}: at ${width} x ${height} in ${lang}, both dialogs fit, and every part of them is in reach`, () =>
      withLab({browser, hash: 'note-4', search: `?lang=${lang}`, width, height, before: keepSaved}, async ({frame}) => {
        for (const open of [at.share, at.open]) {
          await press(frame, open);
          const beyond = await frame.evaluate(() => {
            const dialog = part(at.dialog);
            for (const list of allWithin(dialog, 'details')) list.open = true;
            const box = dialog.getBoundingClientRect();
            const faults = [];
            if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
              faults.push('the dialog');
            if (dialog.scrollWidth > dialog.clientWidth) faults.push('scrolls sideways');
            for (const node of allWithin(dialog, at.dialogParts)) {
              if (!node.getClientRects().length) continue;
              node.scrollIntoView({block: 'nearest'});
              const {left, right, top, bottom} = node.getBoundingClientRect();
              const inside = left >= box.left && right <= box.right && top >= box.top - 1 && bottom <= box.bottom + 1;
              if (!inside) faults.push(called(node));
            }
            return faults;
          });
          assert.deepEqual(beyond, []);
          await closeDialog(frame);
        }
      }));
}

inOne('chromium')('the link is copied, and the code holds it', () =>
  withLab({hash: 'RS&I=90', windowed: true}, async ({page, frame}) => {
    await page.bringToFront();
    await openShare(frame);
    const link = await read(frame, at.sharedLink, (field) => field.value);
    await (await handle(frame, at.copyLink)).click();
    await frame.waitForFunction(() => part(at.sharedSaid).textContent, {timeout: 5000, polling: 50});
    assert.equal(await text(frame, at.sharedSaid), 'Copied.');
    await press(frame, at.qrSummary);
    assert.equal(decoded(await (await handle(frame, at.qrCode)).screenshot()), link);
    await closeDialog(frame);
    await press(frame, at.open);
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    assert.equal(await read(frame, at.openText, (box) => box.value), link);
  }),
);

inOne('chromium')('where no script runs, a saved page shows picture, title, note, sentence, link and code', () =>
  withLab({hash: 'RS', search: '?lang=es', before: keepSaved}, async ({frame}) => {
    await prepare(frame);
    const link = await read(frame, at.sharedLink, (field) => field.value);
    const {file} = await pageSaved(frame);
    await withLab({mode: 'file', file, before: keepSaved}, async ({frame}) => {
      // It opens in the language in which it was saved. From disk there is no link, on paper neither.
      assert.equal(await read(frame, at.lab, ({lang}) => lang), 'es');
      await openShare(frame);
      await press(frame, at.saveSheet);
      assert.doesNotMatch((await lastSaved(frame)).text.split('</header>')[0].split('<article')[1], /#RS|\?v=/);
      const {file: again} = await pageSaved(frame);
      await withoutScript(again, async (page) => {
        assert.equal(await howMany(page, 'a'), 0);
        assert.equal(await howMany(page, at.savedPictures), 1);
      });
    });
    await withoutScript(file, async (page) => {
      const said = await text(page, 'body');
      for (const part of ['Lecture 3: <b>rheobase</b>', NOTE, 'JavaScript']) assert.ok(said.includes(part), part);
      assert.equal(await read(page, 'a', ({href}) => href), link);
      assert.equal(await howMany(page, 'img, script:not([id])'), 0);
      const [picture, code] = await handles(page, at.savedPictures);
      for (const one of [picture, code]) {
        const {width, height, x} = await one.boundingBox();
        assert.ok(width >= 150 && height >= 100 && x >= 0, `${width} x ${height}`);
      }
      assert.ok((await read(page, at.savedCurve, (path) => path.getTotalLength())) > 480, 'v(t) is drawn');
      assert.equal(decoded(await code.screenshot()), link);
      if (process.env.SHOTS) await page.screenshot({path: join(process.env.SHOTS, 'no-script.png')});
    });
  }),
);

test('all that a locked lab hands out is locked where it opens', () =>
  withLab({search: '?lock=cell', hash: 'RS&b=-1.5', before: keepSaved}, async ({frame}) => {
    await openShare(frame);
    const link = new URL(await read(frame, at.sharedLink, (field) => field.value));
    assert.equal(link.searchParams.get('lock'), 'cell');
    const {file} = await pageSaved(frame);
    await press(frame, at.saveAs('file'));
    const {text: json} = await lastSaved(frame);
    await press(frame, at.saveSheet);
    assert.match((await lastSaved(frame)).text, /lock=cell[^"]*#RS&(amp;)?b=-1.5/);
    await press(frame, at.keep);
    await closeDialog(frame);
    const isLocked = async (frame, how) => assert.equal(await text(frame, at.lockedNumber('cell.b')), '−1.5', how);
    for (const how of [
      {search: link.search, hash: link.hash},
      {mode: 'file', file},
    ])
      await withLab(how, async ({frame}) => isLocked(frame, how.mode ?? 'link'));
    // A page that locks itself is locked as it is, whatever its address says; within that, the address is opened.
    await withLab({mode: 'file', file, hash: 'RS&b=3'}, async ({frame}) => {
      await isLocked(frame, 'page');
      assert.match(await text(frame, at.message), /Nothing was opened/);
      assert.equal(await frame.evaluate(() => location.hash), '#RS&b=-1.5');
      await frame.evaluate(() => (location.hash = '#RS&b=-1.5&T=500'));
      await settle(frame);
      assert.equal(await shown(frame, 'duration'), '500');
      await ask(frame, 'restore', 'preset');
      assert.equal(await shown(frame, 'duration'), '1000');
    });
    // Also where it is opened within a lab in which everything is free.
    for (const [how, given] of [
      ['paste', {text: link.href}],
      ['drop', {file: json, name: 'RS.json'}],
    ])
      await withLab({hash: 'IB'}, async ({frame}) => {
        await hand(frame, how, given);
        await frame.waitForFunction(() => !part(at.dialog), {timeout: 5000, polling: 50});
        await isLocked(frame, how);
        assert.match(await text(frame, at.message), /author has locked/);
        await ask(frame, 'edit', {cell: {b: 3}});
        await isLocked(frame, how);
      });
  }));
