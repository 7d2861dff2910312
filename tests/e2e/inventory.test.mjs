// inventory.test.mjs: the inventory names every control of the page, in whatever state it is there, and none besides.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {inventory} from './inventory.mjs';
import {
  ANOTHER,
  addStimulus,
  ask,
  at,
  choose,
  closeDialog,
  enter,
  focus,
  goto,
  openAnalysis,
  openHelp,
  openShare,
  openTables,
  part,
  pin,
  press,
  readAll,
  regionsOf,
  select,
  settle,
  spaced,
  undo,
  withLab,
} from './lab.mjs';
import {site} from './support.mjs';

/** Roles of what can be used, even where it is disabled and so takes no focus. */
const USED = new Set([
  ...['button', 'link', 'textbox', 'spinbutton', 'combobox', 'slider', 'checkbox', 'radio', 'switch'],
  ...['tab', 'DisclosureTriangle'],
]);
/** What takes the focus without being a control: the page, what a browser lets scroll, what was opened, where a link leads. */
const NO_CONTROL = new Set(['RootWebArea', 'dialog', 'region', 'heading', 'option']);

/** The controls of the page in its present state, as its accessibility tree has them: role and name. */
async function controls(frame) {
  const {nodes} = await frame.client.send('Accessibility.getFullAXTree', {frameId: frame._id});
  const regions = await regionsOf(frame);
  return nodes.flatMap(({ignored, role, name, properties = [], backendDOMNodeId}) => {
    const focusable = properties.some((one) => one.name === 'focusable' && one.value.value);
    if (ignored || NO_CONTROL.has(role.value) || !(focusable || USED.has(role.value))) return [];
    return [
      {
        role: role.value,
        name: spaced(name?.value ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
        place: regions.get(backendDOMNodeId) ?? '',
      },
    ];
  });
}

const fits = (entry, {role, name}) =>
  entry.role === role && (typeof entry.name === 'string' ? entry.name === name : entry.name.test(name));

/** The parts of the screen in which a control of the inventory stands. */
const partsOf = ({place}) => place.slice(0, place.indexOf(':')).split(', ');
const standsAt = (entry, {place}) => partsOf(entry).some((part) => part === 'anywhere' || part === place);

/** Calls `use` with the lab and with what notes the controls of a state. */
const looking = (found, options, use) =>
  withLab({browser: 'chromium', ...options}, async (lab) => {
    await lab.frame.client.send('Accessibility.enable');
    const look = async (state) => {
      for (const one of await controls(lab.frame)) {
        if (one.place === ANOTHER) continue;
        const key = `${one.role} “${one.name}” in ${one.place}`;
        if (!found.has(key)) found.set(key, {...one, state});
      }
    };
    await use(lab, look);
  });

/** The states of the page in which there are other controls, one after another. */
async function states({page, frame}, look) {
  await look('as it opens');
  await press(frame, at.presets);
  await look('the presets');
  await press(frame, at.presets);
  await press(frame, at.menu);
  await look('the menu');
  await press(frame, at.hear);
  await look('what can be heard');
  await press(frame, at.hear);
  await press(frame, at.play);
  await look('playing');
  await press(frame, at.play);
  await press(frame, at.track('u'));
  await look('u unfolded');
  await press(frame, at.zoom('in'));
  await look('zoomed in');
  await press(frame, at.zoom('whole'));
  await press(frame, at.intervalName);
  await look('the interval between two spikes');
  await readAll(frame, at.intervalInputs, (all) => {
    for (const [index, input] of all.entries()) {
      input.value = String(2 * index + 1);
      input.dispatchEvent(new Event('input'));
    }
  });
  await settle(frame);
  await look('two spikes chosen');
  await openHelp(frame);
  await look('the help');
  await closeDialog(frame);
  await press(frame, at.about);
  await look('about');
  await closeDialog(frame);
  await openShare(frame);
  await press(frame, at.qrSummary);
  await press(frame, at.embed);
  await look('what is handed out');
  await closeDialog(frame);
  await press(frame, at.open);
  await look('what is handed in');
  await closeDialog(frame);
  await press(frame, at.shelf);
  await press(frame, at.keep);
  await press(frame, at.keep);
  await press(frame, at.keptButton('remove', 1));
  await look('the shelf');
  await press(frame, at.showSlides);
  await look('the slides');
  await press(frame, at.leaveSlides);
  await openTables(frame);
  await look('the tables');
  await closeDialog(frame);

  // Fields of every kind, a question, a run that stops.
  await addStimulus(frame, 'ramp');
  await choose(frame, 'initial', 'at');
  await choose(frame, 'solver', 'rk4');
  await enter(frame, 'cell.C', '1,000');
  await settle(frame);
  for (const path of ['cell.C', 'initial.at.v', 'solver.rk4.dt', 'duration', 'stimulus.0.onset']) {
    await focus(frame, at.slider(path));
    await look(`the setting of ${path}`);
  }
  await enter(frame, 'cell.C', '120');
  await enter(frame, 'solver.rk4.dt', '0.0002');
  await settle(frame);
  await look('a run that was stopped');
  await ask(frame, 'edit', {stimulus: []});
  await look('no stimulus');
  const pulses = Array.from({length: 9}, (_, i) => ({kind: 'step', amplitude: 300, onset: 30 * i, duration: 5}));
  await ask(frame, 'edit', {stimulus: pulses, solver: {kind: 'exact'}});
  await press(frame, at.stimulusListName);
  await look('many stimuli');

  // Presets of several runs, of stretches of time, and of what is opened by them.
  for (const id of ['note-10', 'note-11']) {
    await goto(frame, id);
    await look(id);
    if (id === 'note-10') {
      await press(frame, at.fromRest);
      await look('the same from rest');
      await press(frame, at.asPreset);
    }
  }
  await goto(frame, 'IB');
  await press(frame, at.ruleName);
  await look('the rule of the pattern');
  await openAnalysis(frame, 'compare');
  await pin(frame);
  await look('a pinned run');
  await undo(frame);
  await openAnalysis(frame, 'why');
  await look('the closed forms');
  for (const name of ['plane', 'findings', 'details']) {
    await openAnalysis(frame, name);
    await look(name);
  }
  await press(frame, at.planeOptions);
  await look('the options of the plane');
  for (const name of ['rate', 'thresholds', 'map', 'bifurcation']) {
    await openAnalysis(frame, name);
    await frame.waitForFunction(
      (name) =>
        (!part(at.stop(name)) || part(at.rested(name))) &&
        part(at.scan(name))?.checkVisibility({visibilityProperty: true}) !== false,
      {timeout: 30e3},
      name,
    );
    await settle(frame);
    await look(name);
    await press(frame, at.tableOf(name));
    await look(`the table of ${name}`);
    await closeDialog(frame);
  }
  await select(frame, at.sweptParameter, 'b');
  await settle(frame);
  await look('the diagram over a parameter');
  await openAnalysis(frame, 'rate');
  await press(frame, at.nearOnset);
  await look('near the onset');
  // Stopped in the same task in which its first part arrives, so that it cannot finish first.
  for (const [name, points] of [
    ['rate', 'current_range.points'],
    ['bifurcation', 'sweep.points'],
  ]) {
    await openAnalysis(frame, name);
    await frame.evaluate(
      async (name, path) => {
        const [points, stop] = [part(at.number(path)), part(at.stop(name))];
        points.value = '2000';
        points.dispatchEvent(new Event('input', {bubbles: true}));
        while (!/[1-9]\d* of 2000/.test(stop.textContent)) await new Promise((done) => setTimeout(done));
        stop.click();
      },
      name,
      points,
    );
    await settle(frame);
    await look(`${name} at work`);
  }
  await frame.evaluate(() => (location.hash = '#nowhere'));
  await frame.waitForFunction(() => !part(at.message).hidden);
  await look('a message');
  await goto(frame, 'RS');
  await enter(frame, 'quick', '51.5');
  await settle(frame);
  await look('a first spike after the end');

  await page.setViewport({width: 390, height: 844});
  await settle(frame);
  await look('a phone');
  await press(frame, at.openEditor('b'));
  await look('the editor on a phone');
}

test('every control of the page is in the inventory, and every control of the inventory is on the page', async (context) => {
  const found = new Map();
  await looking(found, {hash: 'RS'}, states);
  // A page that came with a set-up, in a frame that may not save anything.
  const folder = mkdtempSync(join(tmpdir(), 'izh-inventory-'));
  try {
    const file = join(folder, 'lab.html');
    const state = {version: 1, preset: 'CH', runs: [{cell: {d: 123}}], edited: true};
    const given = `<script type="application/json" id="initial-state">${JSON.stringify(state)}</script>`;
    const html = readFileSync(site, 'utf8').replace(
      '<template id="licences">',
      () => `${given}<template id="licences">`,
    );
    writeFileSync(file, html);
    await looking(found, {file, mode: 'file-sandbox'}, async ({frame, errors}, look) => {
      await press(frame, at.menu);
      await look('the menu of a page with a set-up');
      await openShare(frame);
      await press(frame, at.saveAs('file'));
      await look('a page with a set-up, in a frame that may not save');
      // What the browser itself says of that is no complaint.
      errors.splice(0, errors.length, ...errors.filter((line) => !/download/i.test(line)));
    });
  } finally {
    rmSync(folder, {recursive: true});
  }
  context.diagnostic(`${found.size} controls`);
  if (process.env.DUMP) writeFileSync(process.env.DUMP, JSON.stringify([...found.values()]));
  const all = [...found.values()];
  const unknown = all.filter((one) => !inventory.some((entry) => fits(entry, one) && standsAt(entry, one)));
  assert.deepEqual(
    unknown.map(({role, name, place, state}) => `${role} “${name}” in ${place || 'no part of the screen'} (${state})`),
    [],
    'not in the inventory, or elsewhere than it says',
  );
  const missing = inventory.flatMap((entry) => {
    const its = all.filter((one) => fits(entry, one));
    const parts = partsOf(entry).filter((part) =>
      part === 'anywhere' ? !its.length : !its.some(({place}) => place === part),
    );
    return parts.map((part) => `${entry.role} ${entry.name}: ${part}`);
  });
  assert.deepEqual(missing, [], 'not where the inventory says');
});

test('every control of the inventory does something, stood somewhere or is new, and has a place on this screen', () => {
  for (const {role, name, ...said} of inventory)
    for (const [what, text] of Object.entries(said)) assert.ok(text.trim().length > 3, `${role} ${name}: ${what}`);
});
