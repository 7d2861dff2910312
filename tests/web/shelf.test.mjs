// shelf.test.mjs: what is kept on the shelf stays there, in its order, whichever tab changes it, and however little room there is.
import assert from 'node:assert/strict';
import test, {beforeEach} from 'node:test';
import {bundled} from '../support.mjs';

const {LONGEST_SHELF, MOST_KEPT, SHELF, keepSetUps, kept, moveKept, removeKept, renameKept, shelfFile, shelfLasts} =
  await bundled('web/send/shelf.js');
const {read} = await bundled('web/send/set-up.js');

/** A browser's storage with room for so many characters. */
function storageOf(room = Infinity) {
  const all = new Map();
  return {
    getItem: (name) => all.get(name) ?? null,
    setItem(name, text) {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      all.set(name, text);
    },
  };
}
beforeEach(() => (globalThis.localStorage = storageOf()));

const setUp = (title, more = {}) => ({
  format: 'izhikevich-lab/set-up',
  version: 2,
  preset: 'RS',
  runs: [{}],
  title,
  ...more,
});
const titles = () =>
  kept()
    .map(({setUp}) => setUp.title)
    .join('');
const idOf = (title) => kept().find(({setUp}) => setUp.title === title)?.id;

test('what is kept comes last, and can be moved, renamed, removed and put back', () => {
  assert.equal(shelfLasts(), true);
  for (const title of 'abcd') assert.equal(keepSetUps([setUp(title)]), true);
  assert.equal(titles(), 'abcd');
  moveKept(idOf('c'), 0);
  assert.equal(titles(), 'cabd');
  moveKept(idOf('c'), 3);
  assert.equal(titles(), 'abdc');
  moveKept(idOf('a'), 99);
  assert.equal(titles(), 'bdca');
  moveKept(idOf('a'), -1);
  assert.equal(titles(), 'abdc');
  assert.equal(renameKept(idOf('d'), 'D'), true);
  const {setUp: removed, at} = removeKept(idOf('b'));
  assert.equal(titles(), 'aDc');
  assert.equal(keepSetUps([removed], at), true);
  assert.equal(titles(), 'abDc');
});

// Each tab has its own page, and all of them have one storage: nothing is remembered between two changes.
test('what another tab does meanwhile is not lost, and what it has removed stays removed', () => {
  for (const title of 'abc') keepSetUps([setUp(title)]);
  const [a, b] = [idOf('a'), idOf('b')];
  keepSetUps([setUp('of the other tab ')], 0);
  moveKept(a, 3);
  assert.equal(titles(), 'of the other tab bca');
  removeKept(b);
  assert.equal(removeKept(b), undefined);
  moveKept(b, 0);
  renameKept(b, 'B');
  assert.equal(titles(), 'of the other tab ca');
});

test('a hundred are kept and no more, and no more than 4 MB; what is there stays', () => {
  assert.equal(MOST_KEPT, 100);
  assert.equal(keepSetUps(Array.from({length: 100}, () => setUp('x'))), true);
  assert.equal(keepSetUps([setUp('y')]), false);
  assert.equal(titles(), 'x'.repeat(100));
  localStorage = storageOf();
  const large = setUp('l', {note: 'x'.repeat(LONGEST_SHELF * 0.6)});
  assert.equal(keepSetUps([large]), true);
  assert.equal(keepSetUps([large]), false);
  assert.equal(renameKept(idOf('l'), 'x'.repeat(LONGEST_SHELF)), false);
  assert.equal(titles(), 'l');
});

test('a browser with less room says so, and keeps what it has', () => {
  globalThis.localStorage = storageOf(1000);
  assert.equal(keepSetUps([setUp('a')]), true);
  assert.equal(keepSetUps([setUp('b', {note: 'x'.repeat(1000)})]), false);
  assert.equal(titles(), 'a');
});

test('where the browser stores nothing, the shelf lasts as long as the page', () => {
  for (const denied of [undefined, {getItem: () => assert.fail('denied')}]) {
    globalThis.localStorage = denied;
    assert.equal(shelfLasts(), false);
    for (const {id} of kept()) removeKept(id);
    assert.equal(keepSetUps([setUp('a'), setUp('b')]), true);
    moveKept(idOf('b'), 0);
    assert.equal(titles(), 'ba');
  }
});

test('what cannot be read is passed over', () => {
  for (const damaged of ['', 'x', '{}', '5', 'null', '[null, 5, {"id": 5}, {"id": "x", "setUp": {"preset": 5}}]']) {
    localStorage.setItem(SHELF, damaged);
    assert.deepEqual(kept(), [], damaged);
    assert.equal(keepSetUps([setUp('a')]), true);
    assert.equal(titles(), 'a');
  }
});

test('the file of a shelf is read as one, in its order', () => {
  const all = [setUp('a'), setUp('</script>'), setUp('c', {display: {answers: 'off'}})];
  keepSetUps(all);
  const found = read(shelfFile(kept()));
  assert.equal(found.kind, 'shelf');
  assert.deepEqual(found.data, all);
});
