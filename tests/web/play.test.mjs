// play.test.mjs: the clock of Play, tested with a clock set by hand.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bundled} from '../support.mjs';

const {Play} = await bundled('web/session/play.js');

/** A clock whose frames come when the test asks for them. */
function clockwork() {
  const frames = new Map();
  const waits = new Map();
  let id = 0;
  return {
    frames,
    waits,
    frame: (call) => frames.set((id += 1), call) && id,
    cancel: (one) => frames.delete(one),
    wait: (call, ms) => waits.set((id += 1), {call, ms}) && id,
    forget: (one) => waits.delete(one),
    /** The next frame, at a real time in ms. */
    tick(now) {
      const due = [...frames.values()];
      frames.clear();
      due.forEach((call) => call(now));
    },
    /** Ends the wait; returns how long it would have been, in ms. */
    pass() {
      const [[one, {call, ms}]] = waits;
      waits.delete(one);
      call();
      return ms;
    },
  };
}

function player() {
  const clock = clockwork();
  const at = [];
  const player = {clock, at, ended: 0};
  player.play = new Play(
    (time) => at.push(time),
    () => (player.ended += 1),
    clock,
  );
  return player;
}

// Fails with: the first frame counted from 0; the time between frames not bounded.
test('time passes at the chosen speed, frame by frame, and a stall skips nothing', () => {
  const {play, clock, at} = player();
  play.slowness = 10;
  play.start({from: 100, to: 200});
  for (const now of [5000, 5016, 5048, 9048]) clock.tick(now);
  assert.deepEqual(at, [100, 101.6, 104.8, 114.8]); // 16 ms, 32 ms, and 100 ms for the stall, each divided by ten
  play.slowness = 1;
  clock.tick(9058);
  assert.equal(at.at(-1), 124.8);
});

test('it ends at the end, says so once, and requests no more frames', () => {
  const one = player();
  one.play.slowness = 1;
  one.play.start({from: 0, to: 120});
  for (const now of [0, 100, 200, 300]) one.clock.tick(now);
  assert.deepEqual(one.at, [0, 100, 120]);
  assert.equal(one.ended, 1);
  assert.equal(one.play.playing, false);
  assert.equal(one.clock.frames.size, 0);
});

// Fails with: stop without cancel; start without ending the previous run.
test('once stopped, even by its own callback, it stays stopped; started twice, it runs once', () => {
  const {play, clock, at} = player();
  play.start({from: 0, to: 100});
  clock.tick(0);
  play.stop();
  assert.equal(clock.frames.size + clock.waits.size, 0);
  play.start({from: 0, to: 100});
  play.start({from: 50, to: 100});
  assert.equal(clock.frames.size, 1);
  clock.tick(10);
  assert.deepEqual(at, [0, 50]);
  const stops = new Play(() => stops.stop(), assert.fail, clock);
  play.stop();
  stops.start({from: 0, to: 0});
  clock.tick(20);
  assert.equal(clock.frames.size, 0);
});

// Fails with: the first jump only after a second.
test('with reduced motion it jumps from spike to spike, first at once and then every second, up to the end', () => {
  const one = player();
  one.play.start({from: 20, to: 100, stops: [10, 30, 60]});
  const waited = [one.clock.pass(), one.clock.pass(), one.clock.pass()];
  assert.deepEqual(one.at, [30, 60, 100]);
  assert.deepEqual(waited, [0, 1000, 1000]);
  assert.equal(one.ended, 1);
  assert.equal(one.clock.frames.size + one.clock.waits.size, 0);
});
