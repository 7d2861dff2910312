// pages/labs.js: a page into which tests put labs. It counts what they leave behind.
import {mount} from '../../../web/page/mount.js';

/** What there is now beyond the elements of the page, by its kind. */
const counted = {listeners: 0, frames: 0, timers: 0, observers: 0, workers: 0, sounds: 0};

/** What an element hears goes with it; what the page, its window and its media queries hear does not. @param {unknown} target */
const lasts = (target) =>
  target === window ||
  target === document ||
  target === document.documentElement ||
  target === document.body ||
  target instanceof MediaQueryList;

function countListeners() {
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {WeakMap<object, number>} */
  const numbers = new WeakMap();
  let last = 0;
  const numberOf = (/** @type {object} */ one) => numbers.get(one) ?? (numbers.set(one, (last += 1)), last);
  const keyOf = (target, type, call, options) =>
    [numberOf(target), type, numberOf(call), Boolean(typeof options === 'object' ? options?.capture : options)].join();
  const gone = (key) => names.delete(key) && (counted.listeners -= 1);
  EventTarget.prototype.addEventListener = function (type, call, options) {
    const target = this ?? window;
    let heard = call;
    if (call && lasts(target) && !options?.signal?.aborted) {
      const key = keyOf(target, type, call, options);
      if (!names.has(key)) counted.listeners += 1;
      names.add(key);
      options?.signal?.addEventListener('abort', () => gone(key));
      if (options?.once)
        heard = function (event) {
          gone(key);
          return typeof call === 'function' ? call.call(this, event) : call.handleEvent(event);
        };
    }
    return addEventListener.call(target, type, heard, options);
  };
  EventTarget.prototype.removeEventListener = function (type, call, options) {
    const target = this ?? window;
    if (call && lasts(target)) gone(keyOf(target, type, call, options));
    return removeEventListener.call(target, type, call, options);
  };
}

/** What is asked for by one function, answers a number, and is taken back by another. */
function countCalls(kind, ask, takeBack, again = false) {
  const [asked, tookBack] = [window[ask], window[takeBack]];
  const open = new Set();
  const done = (id) => open.delete(id) && (counted[kind] -= 1);
  window[ask] = (call, ...more) => {
    const id = asked.call(
      window,
      (...given) => {
        if (!again) done(id);
        call(...given);
      },
      ...more,
    );
    open.add(id);
    counted[kind] += 1;
    return id;
  };
  window[takeBack] = (id) => {
    done(id);
    tookBack.call(window, id);
  };
}

/** Makes a class count its instances from when they begin until one of its methods ends them. */
function countMade(kind, name, end, begin) {
  const Class = window[name];
  window[name] = class extends Class {
    #on = false;
    constructor(...given) {
      super(...given);
      if (!begin) this.#count(true);
    }
    #count(on) {
      if (on !== this.#on) counted[kind] += on ? 1 : -1;
      this.#on = on;
    }
    [begin ?? 'begin'](...given) {
      this.#count(true);
      return super[begin]?.(...given);
    }
    [end](...given) {
      this.#count(false);
      return super[end](...given);
    }
  };
}

countListeners();
countCalls('frames', 'requestAnimationFrame', 'cancelAnimationFrame');
countCalls('timers', 'setTimeout', 'clearTimeout');
countCalls('timers', 'setInterval', 'clearInterval', true);
countMade('observers', 'ResizeObserver', 'disconnect', 'observe');
countMade('observers', 'IntersectionObserver', 'disconnect', 'observe');
countMade('observers', 'MutationObserver', 'disconnect', 'observe');
countMade('workers', 'Worker', 'terminate');
countMade('sounds', 'AudioContext', 'close');
Object.assign(window, {mount, counted});
