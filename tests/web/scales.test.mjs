// scales.test.mjs: the axes over time grow when they must, and never jump back during a drag.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled, wasm} from '../support.mjs';

const engine = await wasm();
const {Session} = await bundled('web/session/session.js');

const AXES = ['v', 'u', 'current'];

function opened(id) {
  const session = new Session(engine);
  session.open(id);
  return session;
}

/** Makes the edits one after another, checks that every axis stays or grows, and returns how often one changed. */
function drags(session, edits) {
  let last = session.compute().scales;
  let changes = 0;
  session.dragging = true;
  for (const edit of edits) {
    assert.deepEqual(session.edit(edit), []);
    const {scales} = session.compute();
    for (const name of AXES) {
      assert.ok(scales[name].min <= last[name].min && scales[name].max >= last[name].max, name);
      if (scales[name].min < last[name].min || scales[name].max > last[name].max) changes += 1;
    }
    last = scales;
  }
  session.dragging = false;
  return changes;
}

const step = (amplitude) => ({stimulus: [{kind: 'step', amplitude, onset: 100}]});
const upAndDown = (high, low) => [...Array(20).keys()].map((i) => (i < 10 ? low + ((high - low) * i) / 9 : low));

// Fails with: new axes at each edit.
test('while the current is dragged up and down, each axis grows or stays', () => {
  const session = opened('RS');
  const before = session.compute().scales;
  assert.ok(drags(session, upAndDown(800, 0).map(step)) > 0);
  const after = session.compute().scales;
  assert.ok(after.current.max >= 800 && after.u.max > before.u.max);
  // Neither the end of the drag nor the next small edit changes them; the Fit button does, and so does a preset.
  session.edit(step(200));
  assert.equal(session.compute().scales.current.max, after.current.max);
  session.fit();
  const {max, step: between} = session.compute().scales.current;
  assert.ok(max >= 200 && max < 200 + between);
  session.open('RS');
  assert.deepEqual(session.compute().scales, before);
});

test('a cell dragged below rest keeps its axis of v until the drag ends', () => {
  const session = opened('RS');
  drags(session, upAndDown(70, -50).map(step));
  session.fit();
  assert.equal(session.compute().scales.v.kind, 'below');
  drags(session, [step(70), step(500), step(-50)]);
  assert.ok(session.compute().scales.v.max >= 35); // the spikes seen on the way
});

// Fails with: an axis that only grows.
test('a slip of 1e6 pA does not leave the plots flat for good', () => {
  const session = opened('RS');
  session.edit(step(1e6));
  session.compute();
  session.edit(step(70));
  assert.ok(session.compute().scales.current.max < 100);
});

test("zooming in changes no axis, nor the plane's; fitting does", () => {
  const session = opened('RS');
  session.edit(step(40)); // below the rheobase, 51.4 pA
  const whole = session.compute();
  session.look({from: 0, to: 90}); // before the step: u = 0
  const close = session.compute();
  assert.deepEqual(close.scales, whole.scales);
  assert.deepEqual(close.planeWindow, whole.planeWindow);
  session.fit();
  assert.notDeepEqual(session.compute().scales.u, whole.scales.u);
});
