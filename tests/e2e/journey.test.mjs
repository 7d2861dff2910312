// journey.test.mjs: a whole task by roles and names alone, as a screen reader user does it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {heard, pause, withLab} from './lab.mjs';

const matches = (text = '', wanted) => (wanted instanceof RegExp ? wanted.test(text) : text === wanted);

/** The page as its accessibility tree has it. */
function reader(page) {
  const tree = async () => {
    const list = [];
    const walk = (node) => {
      list.push(node);
      node.children?.forEach(walk);
    };
    walk(await page.accessibility.snapshot({interestingOnly: false}));
    return list;
  };
  /** The first that has this role and name, and comes soon. */
  const find = async (role, name) => {
    const deadline = Date.now() + 5000;
    for (;;) {
      const list = (await tree()).filter((node) => node.role === role);
      const found = list.find((node) => matches(node.name, name));
      if (found) return found;
      if (Date.now() > deadline)
        throw new Error(`there is no ${role} called ${name}, but ${list.map((one) => one.name).join('; ')}`);
      await pause(100);
    }
  };
  /** All text within a node, piece by piece. */
  const textOf = (node) =>
    node.role === 'StaticText' ? [node.name] : (node.children ?? []).flatMap((inner) => textOf(inner));
  const under = (node, role) => [
    ...(node.role === role ? [node] : []),
    ...(node.children ?? []).flatMap((inner) => under(inner, role)),
  ];
  /** Puts the focus on it, as a screen reader does before it acts. */
  const focus = async (role, name) => {
    const handle = await (await find(role, name)).elementHandle();
    await handle.focus();
  };
  return {
    find,
    focus,
    textOf,
    under,
    press: async (role, name) => {
      await focus(role, name);
      await page.keyboard.press('Enter');
    },
    /** What the page's status says, once it says this. */
    hear: async (wanted) => {
      const deadline = Date.now() + 5000;
      let said = '';
      while (Date.now() < deadline) {
        const lines = (await tree()).filter(({role}) => role === heard.status[0]);
        said = lines.flatMap((line) => textOf(line)).join('');
        if (wanted.test(said)) return said;
        await pause(100);
      }
      throw new Error(`${wanted} was not said, but: ${said}`);
    },
  };
}

test('chromium: a figure chosen, changed, heard, read, pinned, compared and taken back, by roles and names alone', () =>
  withLab({browser: 'chromium'}, async ({page}) => {
    const {find, focus, press, hear, textOf, under} = reader(page);

    // Choose a figure: the list opens from the name of the preset on show.
    await press(...heard.presets('Regular spiking cell'));
    await press(...heard.preset('Fig. 11 A burst, then a train'));
    await find(...heard.presetTitle('Fig. 11: A burst, then a train'));
    const first = await hear(/^Fig\. 11: A burst, then a train\. A burst of 3, then tonic firing.*600\spA/);
    const spikesIn = async (current) =>
      Number(
        /: (\d+) spikes/.exec(
          (await find(...heard.plot(new RegExp(`^Membrane potential, .*${current}\\spA: \\d+ spikes`)))).name,
        )[1],
      );
    const before = await spikesIn(600);

    // Change the current by typing, and hear what that did.
    const set = async (value) => {
      await focus(...heard.current);
      await page.keyboard.press('Home');
      await page.keyboard.down('Shift');
      await page.keyboard.press('End');
      await page.keyboard.up('Shift');
      await page.keyboard.type(value);
    };
    await set('700');
    const told = await hear(/tonic firing.*: 700\spA is/);
    assert.notEqual(told, first);
    const rate = (said) => Number(/firing at ([\d.]+)\sHz/.exec(said)[1]);
    assert.ok(rate(told) > rate(first), told); // more current, faster
    const count = await spikesIn(700);
    assert.ok(count > before, told);

    // Open the table, and read it.
    await press(...heard.details);
    await press(...heard.tables);
    const dialog = await find(...heard.tablesOf(/700\spA/));
    const tables = under(dialog, 'table');
    const spikes = tables.find(({name}) => name === 'Spikes');
    assert.deepEqual(
      under(spikes, 'columnheader').map(({name}) => name),
      ['No.', 't [ms]', 'Interval since the last [ms]', 'u before the reset [pA]'],
    );
    const rows = under(spikes, 'row').slice(1);
    assert.equal(rows.length, count);
    assert.deepEqual(
      rows.map((row) => textOf(row)[0]),
      rows.map((_, index) => String(index + 1)),
    );
    await press(...heard.close);

    // Pin the run, and change the current again.
    await press(...heard.compare);
    await press(...heard.pin);
    await set('800');
    const against = await hear(/Against “[^”]*”: \d+ spikes more/);
    const [, more] = /: (\d+) spikes more/.exec(against);

    // Compare: what was said is what the table says.
    const comparison = await find(...heard.comparison);
    const [own, pinned] = under(comparison, 'columnheader');
    assert.match(textOf(own).join(' '), /on show .*800\spA/);
    const name = under(pinned, 'textbox')[0];
    assert.equal(name.name, 'Name of pinned run 1');
    assert.match(name.value, /amplitude 700/);
    const row = (heading) => under(comparison, 'row').find((one) => textOf(one)[0] === heading);
    const cells = textOf(row('spikes')).slice(1).map(Number);
    assert.deepEqual(cells, [count + Number(more), count]);
    assert.deepEqual(textOf(row('Stimulus 1, amplitude')).slice(1), ['800\u00a0pA', '700\u00a0pA']);

    // Take the last change back: the run is the pinned one again, and that is said.
    await press(...heard.undo);
    const undone = await hear(/as many spikes/);
    assert.ok(undone.startsWith(`Undone: I 800 back to 700. ${told}`), undone);
    assert.equal(await spikesIn(700), count);
    assert.equal((await find(...heard.current)).value, '700');
    // And the pin, the current and the choice of the figure, down to where it began.
    for (let step = 0; step < 12; step += 1) await press(...heard.undo);
    await find(...heard.presetTitle('Regular spiking cell'));
  }));
